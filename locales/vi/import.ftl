# Đọc tệp danh sách đơn vị, cán bộ, số liệu: tệp không dùng được, và từng chỗ cần sửa trong tệp.

import-column = { $field ->
    [name] Họ và tên
    [phone] Số điện thoại
    [unit] Đơn vị
    [above] Thuộc
    [title] Chức danh
    [right] Quyền
    [address] Ngôn ngữ xưng hô
    [code] Mã
    [unitName] Tên
    [kind] Loại
    [from] Từ ngày
    [to] Đến ngày
    [mergedInto] Gộp vào
    [indicator] Chỉ tiêu
    [measure] Số liệu
    [period] Kỳ
    [value] Giá trị
   *[other] { $field }
}

# Chỗ có lỗi, đứng trước câu nói lỗi gì.
fault-place = { $sheet }, dòng { $row }, cột { $letter } ({ $header })
fault-place-row = { $sheet }, dòng { $row }
fault-place-sheet = { $sheet }

fault-no-header = Không thấy dòng tiêu đề. Bảng cần một dòng ghi tên các cột, bắt đầu từ cột “{ import-column }”.
fault-missing-column = Thiếu cột “{ import-column }”. Thêm một cột có đúng tiêu đề này vào dòng tiêu đề.
fault-double-column = Có hai cột cùng tiêu đề “{ $value }”. Chỉ giữ một cột, cột kia đổi tên hoặc bỏ đi.
fault-missing = Ô còn trống. Điền vào ô này, hoặc xóa cả dòng nếu dòng này không dùng.
fault-too-long = Ô dài quá { $limit } chữ. Chỉ ghi đúng nội dung của cột “{ $header }”.
fault-formula-error = Công thức trong ô bị lỗi, đang hiện { $value }. Gõ thẳng giá trị vào ô.
fault-bad-phone = “{ $value }” không phải một số điện thoại. Mỗi ô ghi một số, di động có 10 chữ số, ví dụ 0912 345 678.
fault-duplicate-phone = Số { $value } ghi cho { $name }, nhưng ở dòng { $otherRow } ({ $otherSheet }) lại ghi cho { $otherName }. Mỗi người một số: sửa số hoặc sửa tên cho khớp.
fault-repeated-row = { $name } đã có đúng đơn vị và chức danh này ở dòng { $otherRow } ({ $otherSheet }). Xóa một trong hai dòng.
fault-unknown-right = “{ $value }” không phải một quyền. Để trống, hoặc ghi: quản trị.
fault-unknown-address = “{ $value }” không phải một cách xưng hô. Để trống, hoặc ghi: chị, cô, bác, bà, anh, chú, ông.
fault-unknown-kind = “{ $value }” không phải một loại đơn vị. Ghi một trong các loại: thành phố, quận, huyện, xã, phường, thị trấn, đặc khu, chi hội.
fault-bad-date = “{ $value }” không phải một ngày có trong lịch. Ghi ngày/tháng/năm, ví dụ 01/07/2025.
fault-date-order = Đến ngày { $value } lại sớm hơn Từ ngày. Sửa một trong hai ngày.
fault-duplicate-code = Mã { $value } đã dùng cho { $otherName } ở dòng { $otherRow } ({ $otherSheet }). Mỗi đơn vị một mã riêng.
fault-duplicate-unit = “{ $value }” đã có ở dòng { $otherRow } ({ $otherSheet }), cùng trực thuộc và cùng thời gian. Xóa một dòng, hoặc sửa cột Thuộc, Từ ngày, Đến ngày.
fault-merge-without-end = Đơn vị đã gộp vào “{ $value }” thì phải có Đến ngày: ngày cuối cùng còn tên cũ, ví dụ 30/06/2025.
fault-bad-period = “{ $value }” không phải một kỳ. Ghi một trong các cách: 11/2026, Quý IV/2026, 6 tháng cuối năm 2026, Năm 2026, Cả nhiệm kỳ.
fault-bad-number = “{ $value }” không phải số dùng được. Ghi số từ 0 trở lên, không kèm chữ, ví dụ 85 hoặc 1.250.
fault-percentage = “{ $value }” là phần trăm. Ghi số lượng (ví dụ 85 hội viên ghi 85); phần trăm máy tự tính.
fault-repeated-figure = Số liệu này của đơn vị trong cùng kỳ đã có ở dòng { $otherRow } ({ $otherSheet }). Chỉ giữ một dòng.

sheet-error-too-big = Tệp nặng quá { $limit } MB. Bỏ bớt hình ảnh, trang tính không dùng, rồi lưu lại.
sheet-error-wrong-type = Tệp này không phải bảng tính .xlsx hay .csv, hoặc đuôi tên tệp không đúng với bên trong. Mở bằng Excel, chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx).
sheet-error-old-xls = Tệp này là kiểu Excel cũ (.xls). Mở bằng Excel, chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx).
sheet-error-encrypted = Tệp này có đặt mật khẩu. Bỏ mật khẩu mở tệp rồi lưu lại.
sheet-error-zip-bomb = Tệp này khi mở ra lớn bất thường (quá { $limit } MB) nên không nhận. Chép bảng sang một tệp .xlsx mới rồi thử lại.
sheet-error-damaged = Tệp này bị hỏng hoặc không do Excel lưu. Mở bằng Excel, chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx), rồi thử lại.
sheet-error-bad-encoding = Tệp .csv này không lưu theo Unicode nên chữ Việt sẽ sai dấu. Mở bằng Excel, chọn Lưu thành (Save As), kiểu CSV UTF-8 hoặc Excel Workbook (.xlsx).
sheet-error-bad-quotes = Tệp .csv có dấu nháy kép (") mở mà không đóng, từ khoảng dòng { $row }. Sửa chỗ đó, hoặc lưu thành .xlsx.
sheet-error-too-many-cells = Bảng lớn quá { $limit } ô. Xóa các dòng, cột không dùng, hoặc chia ra nhiều tệp.
sheet-error-too-many-rows = Trang tính dài quá { $limit } dòng. Xóa các dòng không dùng ở cuối, hoặc chia ra nhiều tệp.
sheet-error-empty = Tệp này không có dòng nào.

fault-two-phones = Ô có hai số điện thoại: “{ $value }”. Giữ một số cán bộ dùng để nhắn tin, số kia bỏ đi.
fault-ditto = “{ $value }” không thay cho nội dung ở ô này được. Ghi đủ chữ.

# Chỉ thấy được khi đối chiếu với dữ liệu đang có.
fault-unknown-unit = Không có đơn vị “{ $value }”. Ghi đúng tên như trong danh sách đơn vị; đơn vị mới thì nhập danh sách đơn vị trước.
fault-two-units = Có nhiều đơn vị tên “{ $value }”: { $candidates }. Viết đủ dấu, ghi đơn vị cấp trên vào cột Thuộc, hoặc ghi mã đơn vị.
fault-former-unit = “{ $value }” là tên cũ, nay là { $now }. Ghi tên mới vào ô này.
fault-unit-not-there = “{ $value }” không trực thuộc “{ $above }”. Đang có: { $candidates }. Sửa cột Thuộc cho đúng.
fault-unknown-title = Chưa có chức danh “{ $value }”. Ghi một trong các chức danh: { $titles }; hoặc thêm chức danh này vào content/positions.yaml.
fault-phone-of-other = Số { $value } đang là của { $otherName } ({ $where }), mà người ấy không có trong tệp này. Sửa số; hoặc nhập danh sách có cả { $otherName }; nếu chỉ là sửa tên của cùng một người thì thêm --same-person.
fault-title-of-other-unit = Chức danh “{ $value }” nói tới đơn vị khác với cột Đơn vị ({ $unit }). Sửa một trong hai ô.
fault-unknown-figure = Chưa có số liệu nền “{ $value }”. Xem tên các số liệu ở mục figures trong content/indicators.
fault-in-a-circle = “{ $value }” thành ra nằm dưới chính mình, hoặc gộp vòng quanh. Sửa cột Thuộc hoặc Gộp vào.
fault-past-shape = “{ $value }” đã có báo cáo hoặc đã đổi tên, đổi nơi trực thuộc (lần cuối từ { $day }). Ghi Từ ngày là ngày thay đổi lần này, để số liệu trước đó giữ nguyên.
fault-move-without-day = “{ $value }” đã có báo cáo nên không đổi nơi trực thuộc ngược về trước được. Ghi Từ ngày là ngày bắt đầu trực thuộc nơi mới.

# Kết quả nhập, hoặc xem trước.
import-dry-run = Mới xem trước, chưa ghi gì.
import-progress = Đã xử lý { $done }/{ $total } người
import-skipped = Trang tính “{ $sheet }” không có bảng này nên bỏ qua.
import-more = … và { $count } dòng nữa (xem đủ: thêm --json)
import-figures = Số liệu: thêm { $added }, sửa { $changed }, giữ nguyên { $same }.
import-top = Tệp này là danh sách đầy đủ của { $unit } và mọi đơn vị bên dưới: ai giữ chức danh ở đó mà không có trong tệp là đã nghỉ.
import-no-top = Các đơn vị trong tệp không chung cấp trên nào: tệp này là danh sách đầy đủ của đúng các đơn vị có trong tệp.
import-only-add = Chỉ thêm và sửa những người có trong tệp; người khác giữ nguyên.
import-new-people = Mới ({ $count }):
import-changed-people = Thay đổi ({ $count }):
import-left-people = Nghỉ, mất quyền truy cập ngay ({ $count }):
import-person = {"  "}{ $name } – { $positions }
import-number-from = {"    "}số điện thoại này trước là của { $from }: em coi là hai người, dữ liệu của { $from } không chuyển sang. Nếu chỉ là sửa tên, thêm --same-person
import-was-back = {"    "}trở lại danh sách
import-was-phone = {"    "}đổi số điện thoại: { $before } → { $after }; tài khoản cũ mất quyền truy cập ngay
import-was-name = {"    "}tên: { $before } → { $after }
import-was-address = {"    "}xưng hô: { $before } → { $after }
import-was-right = {"    "}quyền quản trị: { $after ->
        [admin] được thêm
       *[other] bị bỏ
    }
import-was-positions = {"    "}trước là: { $before }
import-handed = { $title }, { $unit }: { $to } nhận việc của { $from } ({ $drafts } báo cáo dở, { $pushes } tin báo).
import-roster = Danh sách cán bộ: thêm { $added }, sửa { $changed }, nghỉ { $left }, giữ nguyên { $same }.
import-too-many-left = Theo tệp này thì { $left } trong { $of } người sẽ nghỉ. Nếu tệp chỉ là một phần danh sách, thêm --only-add; nếu đúng như vậy, thêm --many-left.
import-new-units = Đơn vị mới ({ $count }):
import-changed-units = Đơn vị thay đổi ({ $count }):
import-unit = {"  "}{ $name }
import-unit-in = { $name } ({ $above })
import-unit-renamed = {"    "}đổi tên thành { $name }
import-unit-moved = {"    "}chuyển từ { $was } về { $above }
import-unit-merged = {"    "}hết ngày { $to } gộp vào { $into }
import-unit-split = {"    "}hết ngày { $to } chia về { $into }; số liệu cũ tính ở cấp trên chung của các nơi này
import-unit-ended = {"    "}kết thúc ngày { $to }
import-unit-reopened = {"    "}không còn ngày kết thúc
import-unit-corrected = {"    "}ngày bắt đầu sửa thành { $from }
import-touched = {"    "}đang có: { $people } cán bộ, { $reports } báo cáo, { $figures } số liệu, { $drafts } báo cáo dở, { $reminders } lời nhắc đã lên lịch, { $below } đơn vị bên dưới đi theo
import-people-stay = {"    "}cần ghi đơn vị mới trong danh sách cán bộ: { $names }
import-units-keep = Báo cáo và số liệu giữ nguyên dưới tên cũ; tổng hợp các kỳ đã qua không đổi.
import-units = Đơn vị: thêm { $added }, sửa { $changed }, giữ nguyên { $same }.

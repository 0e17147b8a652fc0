# Báo cáo hoạt động.

report-may-not = Chức danh của { $chi } trong danh sách chưa được gửi báo cáo thay đơn vị. { $Chi } hỏi giúp em cán bộ phụ trách ạ.
report-which-unit = { $Chi } báo cáo cho đơn vị nào ạ?
report-which-kind = { $Chi } báo cáo hoạt động nào ạ?
report-offer = Việc này { $chi } có muốn báo cáo không ạ?
report-offer-yes = Báo cáo việc này
report-offer-no = Không
report-not-reported = Vâng ạ, em không ghi. Có việc gì { $chi } cứ nhắn em.
report-drafts =
    { $count ->
        [1] { $Chi } có một báo cáo đang dở. { $Chi } làm tiếp hay báo cáo việc mới ạ?
       *[other] { $Chi } có { $count } báo cáo đang dở. { $Chi } làm tiếp báo cáo nào ạ?
    }
report-go-on = Làm tiếp: { $name }
report-new = Báo cáo việc mới
report-kinds-more = Loại khác…
report-kinds-usual = ← Các loại hay dùng
report-begin = Vâng, em ghi báo cáo của { $unit }. { $Chi } trả lời giúp em mấy câu ngắn ạ.
report-example = Ví dụ: { $example }
report-today = Hôm nay
report-yesterday = Hôm qua
report-photos-got = Em đã nhận { $count } ảnh. { $Chi } gửi thêm, hoặc bấm Xong ạ.
report-photos-done = Xong
report-photos-none = Không có ảnh
report-photos-clear = Bỏ hết ảnh đã gửi
report-photos-same = Ảnh này em đã có rồi ạ. Báo cáo đang có { $count } ảnh.
report-photos-most = Mỗi báo cáo em chỉ giữ { $most } ảnh, em đã lấy { $count } ảnh đầu ạ.
report-photos-aside = Em giữ ảnh cho phần ảnh của báo cáo ({ $count } ảnh). Mình làm tiếp câu này ạ.
report-sure = { $value } ạ?
report-sure-yes = Đúng rồi
report-sure-no = Chưa đúng
report-summary = **{ $kind }** của { $unit }. { $Chi } xem lại giúp em ạ:
report-summary-ask = Đúng cả thì { $chi } bấm Gửi báo cáo. Sai chỗ nào { $chi } bấm Sửa ạ.
report-file = Gửi báo cáo
report-change = Sửa
report-change-which = { $Chi } muốn sửa câu nào ạ?
report-change-kind = Đổi loại hoạt động
report-twin = Em chưa gửi, vì đơn vị mình đã có báo cáo { $code } gần giống, cùng loại và cùng ngày. Đây có phải một hoạt động khác không ạ?
report-twin-joint = Em chưa gửi, vì { $unit } đã có báo cáo { $code } gần giống, cùng ngày. Có phải cùng một hoạt động không ạ?
report-twin-join = Cùng một hoạt động, tính chung
report-twin-file = Khác, gửi báo cáo này
report-look-again = Xem lại bản chưa gửi
report-changed-meanwhile = Từ lúc { $chi } bắt đầu sửa, báo cáo đã được người khác sửa. Đây là bản hiện nay; bản của { $chi } gửi sẽ thay bản này:
report-twin-drop = Trùng rồi, bỏ báo cáo này
report-filed =
    ✅ Em đã nhận báo cáo **{ $code }**.
    { $title }
report-filed-joint = Hoạt động này tính cho cả { $units }; cấp trên chỉ cộng một lần.
report-joined = Vâng, em không gửi thêm. Báo cáo { $code } nay tính cho cả hai đơn vị; cấp trên chỉ cộng một lần.
report-not-joined = Báo cáo kia vừa được sửa hoặc rút, nên em chưa tính chung được. { $Chi } gửi báo cáo của mình giúp em ạ.
report-filed-again =
    ✅ Em đã nhận bản sửa của báo cáo **{ $code }**.
    { $title }
report-filed-late = Kỳ này cấp trên đã chốt số liệu, nên báo cáo được ghi là gửi muộn. Em đã báo người chốt ạ.
report-filed-changed = Báo cáo { $code } vừa được người khác sửa hoặc rút, nên em chưa ghi bản của { $chi }. Bản ấy em vẫn giữ, { $chi } xem lại giúp em ạ.
report-filed-before = Báo cáo này { $chi } đã gửi rồi, mã là { $code } ạ.
report-filed-above = Hội LHPN { $unit } sẽ xem và duyệt. Có kết quả em báo { $chi } ngay.
report-filed-final = Báo cáo đã được tính vào số liệu.
report-more = Báo cáo việc nữa
report-later = Vâng, em giữ báo cáo này. Lúc nào rảnh { $chi } làm tiếp, không phải gõ lại gì ạ.
report-resume = Làm tiếp
report-kept = Báo cáo đang dở em vẫn giữ. { $Chi } gõ /baocao để làm tiếp ạ.
report-resumed = Mình làm tiếp báo cáo **{ $name }** ạ.
report-resumed-after = Mình làm tiếp báo cáo **{ $name }**, { $chi } để dở từ ngày { $day } ạ.
report-form-changed = Mẫu báo cáo này vừa có thay đổi, em chỉ hỏi phần mới ạ.
report-kind-gone = Loại hoạt động của báo cáo này nay không còn trong danh sách. Em vẫn giữ câu trả lời của { $chi }; { $chi } chọn loại khác giúp em ạ.
report-at-first = Đây là câu đầu tiên rồi ạ.
report-who = Hỏi người phụ trách
report-who-helps = Vướng chỗ này, { $chi } hỏi giúp em { $names } ở Hội cấp trên ạ. Báo cáo em vẫn giữ.
report-nobody-helps = Trong danh sách em chưa có ai ở Hội cấp trên để hỏi ạ. Báo cáo em vẫn giữ.
report-still-open = { $Chi } đang làm dở báo cáo này ạ.
report-draft-gone = Em không còn giữ báo cáo dở ấy. { $Chi } gõ /baocao để làm báo cáo mới ạ.
report-cancelled = Vâng, em bỏ báo cáo này.
report-undo = Lấy lại báo cáo vừa bỏ
report-help = { $Chi } trả lời từng câu; gõ "quay lại" để về câu trước, "để sau" để em giữ lại, /huy để bỏ. Hỏi em câu gì ngay lúc này cũng được ạ.
report-accepted = ✅ Báo cáo { $code } ({ $title }) đã được duyệt. Em cảm ơn { $chi } ạ.
report-returned = Báo cáo { $code } ({ $title }) cần sửa lại{ $where }. Cấp trên ghi:
report-returned-where = {" "}ở mục "{ $label }"
report-fix = Sửa ngay
report-correcting-accepted = Báo cáo { $code } đã được duyệt. Sửa xong, báo cáo sẽ chờ duyệt lại từ đầu ạ.
report-fixing = Đây là báo cáo { $code }. { $Chi } chỉ cần sửa chỗ chưa đúng, còn lại em giữ nguyên ạ.
report-nothing-to-fix = Báo cáo này không còn cần sửa nữa ạ.
report-understood = Em hiểu là **{ $kind }**:
report-line-kept = { $Chi } đã viết: { $line }
report-line-unclear = Em chưa rõ đây là loại hoạt động nào, nhưng em đã giữ lời { $chi } viết.

# Vì sao em chưa nhận câu trả lời.
refused-no-such-day = Ngày này không có trong lịch ạ.
refused-future = Ngày này chưa tới ạ. Em chỉ ghi việc đã làm.
refused-too-old = Ngày này đã quá lâu, em không ghi được ạ.
refused-vague-date = { $Chi } cho em ngày cụ thể ạ.
refused-not-a-date = Em chưa đọc được ngày.
refused-not-a-number = Em chưa đọc được con số.
refused-negative = Số này không thể âm ạ.
refused-range = { $Chi } cho em một con số thôi ạ.
refused-not-whole = { $Chi } cho em số tròn, không có phần lẻ ạ.
refused-too-small = Số này nhỏ quá, ít nhất là { $min } ạ.
refused-too-large = Số này lớn quá, nhiều nhất là { $max } ạ. { $Chi } xem lại giúp em.
refused-not-money = Em chưa đọc được số tiền.
refused-not-a-choice = { $Chi } bấm một nút, hoặc gõ số của lựa chọn giúp em ạ.
refused-not-yes-no = { $Chi } trả lời có hoặc không giúp em ạ.
refused-not-a-photo = Ở bước này em chờ ảnh. { $Chi } gửi ảnh, hoặc bấm nút bên dưới ạ.
refused-no-words = Câu này em cần vài chữ ạ.
refused-names = Để giữ riêng tư, em không ghi tên từng người, tên các cháu ạ. { $Chi } chỉ cần ghi nhóm người giúp em.
refused-which-partner = { $Chi } cho em tên đơn vị phối hợp ạ.
refused-not-optional = Câu này em cần câu trả lời, chưa bỏ qua được ạ.
refused-ambiguous = Câu này em hiểu được mấy cách, { $chi } nói rõ hơn giúp em ạ.
refused-unclear = Em chưa rõ ý { $chi }, { $chi } nói rõ hơn giúp em ạ.
refused-not-a-phone = Em chưa đọc được số điện thoại.
refused-too-long = Câu này hơi dài. { $Chi } viết gọn trong khoảng 10 dòng giúp em ạ.
easier-kind = Không loại nào hợp thì { $chi } gõ "hoạt động khác" ạ.
easier-date = Hoặc { $chi } bấm nút, hoặc gõ ngày bằng số như 20/11 ạ.
easier-number = { $Chi } gõ riêng một số thôi ạ.
easier-money = { $Chi } gõ riêng số tiền, như 5tr hoặc 500000 ạ.
easier-text = { $Chi } viết vài chữ cũng được ạ.
easier-yesno = { $Chi } bấm nút Có hoặc Không ạ.
easier-choice = { $Chi } gõ số 1, 2… theo thứ tự các nút ạ.
easier-photos = Không có ảnh thì { $chi } bấm nút bên dưới để qua bước này ạ.

# Chữ trong các tệp Excel, Word và ảnh. Phần trong […] được tô vàng để người soạn điền.

# Tên kỳ trên nút bấm
period-month = Tháng { $month }/{ $year }
period-quarter = Quý { $quarter }/{ $year }
period-first-half = 6 tháng đầu năm { $year }
period-second-half = 6 tháng cuối năm { $year }
period-year = Năm { $year }
period-term = Nhiệm kỳ { $from }-{ $to }

# Tên kỳ trong câu
period-in-month = tháng { $month } năm { $year }
period-in-quarter = quý { $quarter } năm { $year }
period-in-first-half = 6 tháng đầu năm { $year }
period-in-second-half = 6 tháng cuối năm { $year }
period-in-year = năm { $year }
period-next-term = nhiệm kỳ tới
period-in-term = nhiệm kỳ { $from }-{ $to }

doc-unit-parts = nội dung
doc-unit-kinds = loại { $unit }
doc-unit-units = đơn vị
doc-state-met = Đạt
doc-state-provisional = Đủ số, chờ duyệt
doc-state-unmet = Chưa đạt
doc-state-no-data = Chưa có số liệu
doc-result-share = { $done }/{ $of } { $unit } ({ $percent }%)
doc-result-number = { $done } { $unit }
doc-accepted = Đã duyệt
doc-waiting = Chờ duyệt

# Excel
xlsx-totals = Tổng hợp
xlsx-indicators = Chỉ tiêu
xlsx-list = Báo cáo
xlsx-totals-title = Tổng hợp số liệu { $unit }, { $period }
xlsx-indicators-title = Thực hiện chỉ tiêu của { $unit }, tính đến { $to }
xlsx-list-title = Báo cáo của { $unit } và cấp dưới, { $period }
xlsx-note = Từ { $from } đến { $to }. Tính cả báo cáo đã duyệt và chờ duyệt; báo cáo bị trả lại hoặc đã rút thì không tính. Lập ngày { $today }.
xlsx-total = Tổng trong kỳ
xlsx-cumulative = Lũy kế từ { $since }
xlsx-own = Riêng { $unit }
xlsx-unit = Đơn vị
xlsx-reports = Số báo cáo
xlsx-waiting = Trong đó chờ duyệt
xlsx-measure = { $name } ({ $unit })
xlsx-indicator-number = Số
xlsx-indicator = Chỉ tiêu
xlsx-done = Đã làm được
xlsx-needed = Cần có
xlsx-of = Trên tổng số
xlsx-as-of = Tổng số tính đến ngày
xlsx-unknown = Số đơn vị chưa có tổng số
xlsx-joint = Cùng tổ chức
xlsx-counted = Đơn vị tính
xlsx-percent = Tỷ lệ (%)
xlsx-target = Mục tiêu (%)
xlsx-state = Tình trạng
xlsx-code = Mã
xlsx-day = Ngày
xlsx-kind = Loại hoạt động
xlsx-title = Nội dung

# Word: phần theo thể thức
word-nation = Cộng hòa xã hội chủ nghĩa Việt Nam
word-motto = Độc lập - Tự do - Hạnh phúc
word-office = Hội Liên hiệp Phụ nữ
word-central = Hội Liên hiệp Phụ nữ Việt Nam
word-number = Số: […]/BC-BTV
word-number-branch = Số: […]
word-place-and-day = { $place }, ngày […] tháng { $month } năm { $year }
word-report = Báo cáo
word-recipients = Nơi nhận:
word-recipient = - Hội LHPN { $unit } (để báo cáo);
word-recipient-branch = - { $unit } (để báo cáo);
word-recipient-central = - Hội LHPN Việt Nam (để báo cáo);
word-recipient-blank = - […];
word-recipient-file = - Lưu: […].
word-signer-blank = [… chức vụ người ký]
word-blank = [… đề nghị bổ sung]

# Word: báo cáo tháng của chi hội
word-monthly-about = Kết quả công tác Hội và phong trào phụ nữ, tình hình dư luận xã hội { $period }; nhiệm vụ trọng tâm { $next }

# Word: báo cáo định kỳ
word-periodic-about = Kết quả công tác Hội và phong trào phụ nữ { $period }; phương hướng, nhiệm vụ { $next }
word-situation = I. Đặc điểm, tình hình
word-results = II. Kết quả thực hiện
word-results-intro = Trong { $period }, tính đến ngày { $day }, Hội LHPN { $unit } và các cấp Hội trực thuộc { $count ->
    [0] chưa có báo cáo hoạt động.
   *[other] có { $count } báo cáo hoạt động{ $waiting ->
        [0] .
       *[other] , trong đó { $waiting } báo cáo chờ duyệt.
    }
 }
word-results-branch = Trong { $period }, tính đến ngày { $day }, { $unit } { $count ->
    [0] chưa có báo cáo hoạt động.
   *[other] có { $count } báo cáo hoạt động{ $waiting ->
        [0] .
       *[other] , trong đó { $waiting } báo cáo chờ duyệt.
    }
 }
word-section = { $number }. { $title }
word-activities = Các hoạt động
word-kind = { $name }: { $count } báo cáo{ $units ->
    [1] .
   *[other] , ở { $units } đơn vị.
 }
word-added-up = Cộng lại: { $figures }.
word-added = { $name } { $value } { $unit }
word-sentence = Ngày { $day }, { $sentence }{ $waiting ->
    [0] .
   *[other] {" "}(chờ duyệt).
 }
word-sentence-of = Ngày { $day }, { $unit } { $sentence }{ $waiting ->
    [0] .
   *[other] {" "}(chờ duyệt).
 }
word-line = Ngày { $day }: { $title }{ $details }{ $waiting ->
    [0] .
   *[other] {" "}(chờ duyệt).
 }
word-line-of = Ngày { $day }, { $unit }: { $title }{ $details }{ $waiting ->
    [0] .
   *[other] {" "}(chờ duyệt).
 }
word-detail = { $label }: { $value }
word-more-reports = Và { $count } báo cáo khác, ghi trong phụ lục.
word-more-in-table = Và { $count } báo cáo khác, có trong tệp Excel kèm theo.
word-indicators = Thực hiện chỉ tiêu, tính đến ngày { $day }
word-number-column = Số
word-result = Kết quả
word-target = Mục tiêu
word-as-of = tổng số tính đến { $day }
word-unknown = còn { $count } đơn vị chưa có tổng số
word-missing = còn thiếu { $parts }
word-target-share = { $percent }% (cần { $target })
word-target-number = { $target } { $unit }
word-figures = Số liệu tổng hợp
word-figure-name = Nội dung
word-figure = { $value }
word-unit-reports = báo cáo
word-in-period = Trong kỳ
word-in-term = Cả nhiệm kỳ
word-units = Kết quả theo đơn vị
word-joint = Hoạt động do nhiều đơn vị cùng tổ chức có ở dòng của từng đơn vị nhưng chỉ tính một lần trong tổng số.
word-silent-many = Còn { $count } đơn vị chưa có báo cáo trong kỳ (danh sách có trong tệp Excel kèm theo).
word-silent = Còn { $count } đơn vị chưa có báo cáo trong kỳ: { $units }.
word-assessment = III. Đánh giá chung
word-strengths = 1. Ưu điểm
word-weaknesses = 2. Hạn chế, nguyên nhân
word-unmet = Chưa đạt chỉ tiêu { $number } ({ $name }). Nguyên nhân: [… đề nghị bổ sung]
word-tasks = IV. Phương hướng, nhiệm vụ trọng tâm
word-task = Tiếp tục thực hiện chỉ tiêu { $number }: { $name }.
word-task-missing = Tiếp tục thực hiện chỉ tiêu { $number }: { $name }; còn thiếu { $missing }.
word-proposals = V. Đề xuất, kiến nghị
word-appendix = PHỤ LỤC: BÁO CÁO ĐÃ TỔNG HỢP

# Ảnh
picture-title = Kết quả của { $unit }
picture-sub = Kỳ: { $period }, tính đến { $day }
picture-count = { $count } báo cáo{ $waiting ->
    [0] {""}
   *[other] , { $waiting } chờ duyệt
 }
picture-indicators = Chỉ tiêu
picture-indicator = { $number }. { $name }
picture-result-share = { $done }/{ $of } { $unit } ({ $percent }%), cần { $target }
picture-result-number = Đã có { $done } { $unit }, cần { $target }
picture-unknown = Còn { $count } đơn vị chưa có số liệu nền
picture-no-data = Đơn vị chưa có số liệu nền
picture-kinds = Hoạt động trong kỳ
picture-months = Số báo cáo từng tháng trong năm
picture-month = T{ $month }
picture-number = { $value }
picture-foot = Tính cả báo cáo chờ duyệt.
picture-foot-target = Tính cả báo cáo chờ duyệt. Vạch đen là mục tiêu.

# Ảnh chỉ tiêu
picture-standings = Chỉ tiêu của { $unit }
picture-standings-day = Tính đến { $day }
picture-standings-more = Còn { $count } đơn vị khác, ít chỉ tiêu chưa đạt hơn.

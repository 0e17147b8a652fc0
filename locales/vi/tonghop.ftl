# Tổng hợp số liệu.

totals-which = { $Chi } xem số liệu { $unit } của kỳ nào ạ?
totals-which-again = Em chưa rõ kỳ này. { $Chi } bấm một nút, hoặc gõ như: tháng 10, quý 3, năm 2025 ạ.
totals-other-unit = Đơn vị khác
totals-unit-which = { $Chi } muốn xem đơn vị nào ạ? { $Chi } bấm một nút, hoặc gõ tên cho nhanh.
totals-unit-among = Có { $count } đơn vị tên như vậy. { $Chi } chọn giúp em ạ.
totals-unit-of = { $unit } ({ $above })
totals-more-units = Xem thêm ({ $count })
totals-no-such-unit = Em không thấy đơn vị này trong các đơn vị { $chi } được xem ạ.

totals-head = **{ $unit }, { $period }**
totals-empty = Kỳ này chưa có báo cáo nào ạ.
totals-count = { $count } báo cáo{ $waiting ->
    [0] , đã duyệt hết.
   *[other] , { $waiting } chờ duyệt.
 }
# Dùng ở /chitieu
totals-row = • { $name }: { $count }
totals-kind = • { $name }: { $count }{ $waiting ->
    [0] {""}
   *[other] { " " }({ $waiting } chờ duyệt)
 }
totals-more-kinds = • và { $count } loại khác
totals-measure = • { $name }: { $value } { $unit }{ $more }
totals-cumulative = {", từ "}{ $since } là { $value }
totals-more-measures = • và { $count } số liệu khác trong tệp Excel
totals-silent = { $count }/{ $all } đơn vị trực thuộc chưa có báo cáo.
totals-silent-few = Chưa có báo cáo: { $units }.
totals-files = { $Chi } cần tệp nào em làm ngay ạ.
totals-files-empty = Em vẫn làm được tệp theo mẫu để { $chi } viết thêm ạ.
totals-file-xlsx = 📊 Excel
totals-file-docx = 📄 Word
totals-file-png = 🖼 Ảnh
totals-behind = Xem { $count } báo cáo
totals-behind-head = **Báo cáo của { $unit }, { $period }**
totals-behind-line = **{ $name }: báo cáo của { $unit }, { $period }**
totals-behind-more = Xem thêm ({ $count })
totals-by-line = Chọn theo loại, số liệu
totals-which-line = { $Chi } xem báo cáo của mục nào ạ?
totals-unit-reports = báo cáo
totals-line = { $name }: { $value } { $unit }
totals-back = Xem tổng hợp
totals-by-unit = Từng đơn vị
totals-units-head = **Từng đơn vị của { $unit }, { $period }**
totals-units-which = { $Chi } bấm vào đơn vị nào để xem số liệu đơn vị ấy ạ.
totals-unit-count = { $unit }: { $count ->
    [0] chưa có
   *[other] { $count }
 }
totals-own = Riêng { $unit }: { $count } báo cáo.
totals-report =
    { $code }, ngày { $day }{ $whose }{ $adds }{ $waiting ->
        [0] {""}
       *[other] {" "}(chờ duyệt)
    }
    { $title }
totals-report-unit = {", "}{ $unit }
totals-report-adds = {": "}{ $value } { $unit }
totals-other-period = Kỳ khác

totals-making-xlsx = Em đang làm tệp Excel, xong em gửi ngay ạ.
totals-making-docx = Em đang soạn báo cáo Word, xong em gửi ngay ạ.
totals-making-png = Em đang vẽ ảnh, xong em gửi ngay ạ.
totals-already-making = Tệp này em vừa nhận làm rồi: ở ngay trên đây, hoặc vài giây nữa tới ạ.
totals-made-xlsx = Tệp Excel của { $unit }, { $period } đây ạ.
totals-made-docx = Báo cáo của { $unit }, { $period } đây ạ. Chỗ tô vàng là phần mời { $chi } viết thêm.
totals-made-png = Kết quả của { $unit }, { $period } đây ạ.

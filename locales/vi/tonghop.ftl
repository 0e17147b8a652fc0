# Tổng hợp số liệu.

totals-which = { $Chi } xem số liệu { $unit } của kỳ nào ạ?
totals-which-again = Em chưa rõ kỳ này. { $Chi } bấm một nút, hoặc gõ như 2026-11 (tháng), 2026-Q4 (quý), 2026 (năm) ạ.
period-month = Tháng { $period }
period-quarter = Quý { $period }
period-half = 6 tháng, kỳ { $period }
period-year = Năm { $period }
totals-head = **Số liệu { $unit }** và cấp dưới ({ $units } đơn vị), từ { $from } đến { $to }:
totals-empty = Kỳ này chưa có báo cáo nào ạ.
totals-row = • { $name }: { $count }
totals-kind = • { $name }: { $count }{ $waiting ->
    [0] {""}
   *[other] { " " }(trong đó { $waiting } chờ duyệt)
 }
totals-measures = **Cộng số liệu**
totals-measure = • { $name }: { $value } { $unit }{ $waiting ->
    [0] {""}
   *[other] { " " }(trong đó { $waiting } chờ duyệt)
 }
totals-note = Báo cáo bị trả lại thì không tính.

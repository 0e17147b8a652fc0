# Duyệt báo cáo của cấp dưới.

review-may-not = Việc duyệt báo cáo dành cho Hội cấp trên ạ.
review-none = Hiện không có báo cáo nào chờ { $chi } duyệt ạ.
review-list = Có { $count } báo cáo chờ duyệt. { $Chi } xem báo cáo nào trước ạ?
review-item = { $unit }: { $title }
review-waiting = Có { $count } báo cáo của cấp dưới đang chờ { $chi } duyệt ạ.
review-ask = { $Chi } duyệt báo cáo này không ạ?
review-ask-again = { $Chi } duyệt báo cáo { $code } ({ $title }) không ạ?
review-accept = ✅ Duyệt
review-accept-next = ✅ Duyệt và xem tiếp
review-pass = Xem báo cáo khác
review-return = ↩ Trả lại để sửa
review-which = Câu nào cần sửa ạ?
review-why = { $Chi } ghi giúp em vì sao cần sửa mục "{ $label }", để chị em biết mà sửa.
review-why-example = số này khác biên bản, đề nghị xem lại
review-accepted = Vâng, em đã duyệt báo cáo { $code } và báo lại cho { $unit }.
review-returned = Vâng, em đã trả báo cáo { $code } cho { $unit } để sửa, kèm lời của { $chi }.
review-later = Vâng, khi nào rảnh { $chi } gõ /duyet ạ.
review-gone = Báo cáo này không còn chờ duyệt, hoặc vừa được sửa lại ạ.
review-unit = • { $unit }: { $count }
review-units-more = • và { $count } đơn vị nữa
review-done = Hết báo cáo chờ duyệt rồi ạ. Em cảm ơn { $chi }.
review-withdrawn = { $unit } vừa rút báo cáo { $code } ({ $title }) đã duyệt. Báo cáo ấy không còn tính vào số liệu ạ.

# Câu hỏi chờ cán bộ trả lời, và câu trả lời gửi lại người hỏi.

menu-questions = 💬 Câu hỏi chờ trả lời ({ $count })

questions-may-not = Việc trả lời câu hỏi dành cho Chủ tịch, Phó Chủ tịch Hội ạ.
questions-none = Hiện không còn câu hỏi nào chờ { $chi } ạ.
questions-waiting = Có { $count } câu hỏi em chưa biết, đang chờ { $chi } trả lời ạ.
questions-list = Có { $count } câu hỏi đang chờ. { $Chi } xem câu nào trước ạ?
questions-item = { $text } ({ $count } lần)
questions-one = **Câu hỏi**
questions-text = “{ $text }”
questions-when = Hỏi { $count } lần, ngày { $day }.
questions-when-between = Hỏi { $count } lần, từ { $first } đến { $last }.
questions-where = Từ: { $units }.
questions-stranger = người chưa có trong danh sách cán bộ
questions-and = { $left }, { $right }
questions-more-units = { $units } và { $count } nơi khác
questions-near = Mục gần nhất em có:
questions-told = Em đã đưa mục này mà chưa đúng ý:
questions-ask = { $Chi } trả lời thế nào ạ?
questions-do-answer = ✍ Trả lời
questions-do-point = 📄 Đã có trong một mục
questions-do-not-ours = Không thuộc việc của Hội
questions-do-up = ⬆ Chuyển lên { $union }
questions-answer = { $Chi } gõ câu trả lời, em gửi nguyên văn. { $Chi } đừng ghi tên, số điện thoại của người dân giúp em ạ.
questions-answer-too-long = Câu này dài { $length } chữ cái, em chỉ gửi được tối đa { $most }. { $Chi } viết gọn lại giúp em ạ.
questions-answer-empty = Em chưa thấy nội dung. { $Chi } gõ câu trả lời bằng chữ giúp em, ví dụ: hồ sơ gồm đơn và danh sách trích ngang.
questions-source = Câu trả lời dựa vào văn bản nào ạ? { $Chi } ghi tên, số và ngày.
questions-source-example = Hướng dẫn 12/HD-BTV ngày 05/03/2026
questions-source-unclear = Em chưa đọc ra văn bản. { $Chi } ghi tên, số, ngày ngắn gọn, hoặc bấm nút nếu là ý kiến của mình ạ.
questions-own-view = Ý kiến của cán bộ phụ trách
questions-point = Mục nào trả lời câu này ạ? { $Chi } bấm chọn, hoặc gõ tên mục khác.
questions-point-type = { $Chi } gõ tên mục giúp em, ví dụ: hội viên danh dự.
questions-point-none = Em không tìm thấy mục nào như thế. { $Chi } gõ cách khác giúp em ạ.
questions-agree = Người hỏi sẽ nhận được tin này, { $chi } gửi không ạ?
questions-send = Gửi
questions-sent = Vâng, em đã trả lời { $count } câu hỏi.
questions-told-later = Người chưa có trong danh sách sẽ đọc được khi nhắn em lần tới.
questions-suggested = Em ghi thành một gợi ý để người quản trị xem, đưa vào nội dung cho lần sau ạ.
questions-handed-up = Vâng, em đã chuyển lên { $union }.
questions-handed-up-told = Vâng, em đã chuyển lên { $union } và báo cho người hỏi.
questions-moved = Câu hỏi “{ $text }” nay đã chuyển lên { $union }. Có trả lời em nhắn { $chi } ngay ạ.
questions-next = Xem câu tiếp theo
questions-later = Vâng, khi nào rảnh { $chi } gõ /start rồi bấm Câu hỏi chờ trả lời ạ.
questions-gone = Câu hỏi này không còn chờ nữa ạ.
questions-unsent = Câu trả lời đang viết dở em chưa gửi. Câu hỏi vẫn còn trong danh sách ạ.

answered-question = Em có trả lời cho câu hỏi: “{ $text }”
answered-words = **{ $title } { $union } trả lời:**
answered-source = Nguồn: { $source } (cán bộ trả lời ghi, em chưa đối chiếu)
answered-own-view = Đây là ý kiến của cán bộ phụ trách, chưa kèm văn bản.
answered-entry = { $title } { $union } chỉ sang mục này ạ:
answered-not-ours = { $title } { $union } cho biết: việc này không thuộc việc của Hội. { $Chi } hỏi UBND xã, phường hoặc cơ quan phụ trách giúp em ạ.

# Tệp gợi ý cho người biên tập nội dung.
suggestion-own-view = Ý kiến của { $title } { $union }
suggestion-note = Câu trả lời của { $title } { $union } ngày { $day }, cần đối chiếu trước khi làm.
suggestion-for = Hội cơ sở

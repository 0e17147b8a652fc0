# Hỏi thủ tục.

ask-what = { $Chi } gõ câu hỏi giúp em ạ. Ví dụ: công nhận hội viên danh dự do ai quyết định?
ask-choose = Em thấy mấy mục gần với câu hỏi. { $Chi } chọn một mục giúp em ạ:
ask-none-of-these = Không có trong này
ask-smalltalk = Dạ em chào { $chi } ạ. { $Chi } cần gì cứ bấm nút, hoặc gõ câu hỏi cho em.
ask-thanks = Dạ không có gì ạ. { $Chi } cần gì cứ nhắn em.
ask-vietnamese = Em chỉ đọc được tiếng Việt và chỉ giúp việc của Hội. { $Chi } gõ câu hỏi bằng tiếng Việt giúp em ạ.
ask-unknown = Điều này em chưa có nguồn đã kiểm để trả lời, em không dám đoán.
ask-handed-over = Em đã chuyển câu hỏi cho { $union }. Có trả lời em nhắn { $chi } ngay, nhưng có thể phải chờ. Việc gấp, { $chi } gọi thẳng cán bộ phụ trách giúp em ạ.
ask-handed-over-stranger = Em đã chuyển câu hỏi cho { $union }, có thể phải chờ. Có trả lời, em báo khi { $chi } nhắn em lần tới ạ.
ask-kept = Em đã ghi lại câu hỏi, nhưng hiện chưa có cán bộ nào được giao trả lời. { $Chi } hỏi trực tiếp Hội cấp trên giúp em ạ.
ask-enough = { $Chi } đang có nhiều câu hỏi chờ trả lời quá, em chưa ghi thêm được. { $Chi } gọi thẳng cán bộ phụ trách giúp em ạ.
ask-again = { $Chi } gõ lại câu hỏi giúp em, em tìm lại ngay ạ.
ask-not-words = Em chưa hiểu tin này. { $Chi } gõ câu hỏi bằng chữ giúp em ạ.
ask-sorry = Em xin lỗi vì chưa đúng ý { $chi }.
ask-passed-on = Vâng ạ.
ask-entry-gone = Mục này em không còn nữa ạ. { $Chi } gõ lại câu hỏi giúp em.

answer-line = { $begin }{ $words }
answer-line-secondary = { $begin }{ $words } (nguồn thứ cấp, cần đối chiếu)
answer-heading-secondary = { $heading } (nguồn thứ cấp, cần đối chiếu)
joined = { $left }{ $right }
answer-you = { $chi }
answer-you-first = { $Chi }
answer-sources = 📄 Nguồn:
answer-checked = Em kiểm nguồn lần cuối ngày { $day }.
answer-not-this = Không đúng ý { $chi }
answer-pass-on = Hỏi giúp Hội cấp trên
answer-unverified = ⚠ Chưa xác minh còn hiệu lực. { $Chi } đối chiếu với Hội cấp trên trước khi làm ạ.
answer-no-source = ⚠ Em chưa có nguồn đã kiểm cho mục này.
answer-superseded = ⚠ Văn bản này đã được thay thế, nay là { $by }.
answer-expired = ⚠ Nội dung này đã hết hiệu lực{ $when }.
answer-expired-when = {" "}từ sau ngày { $day }
amount-expired = (mức { $value } đã hết hạn ngày { $day }, em chưa có mức mới)
amount-future = { $value } (áp dụng từ { $day })
amount-absent = (em chưa có mức tiền này)

safety-calls = **Gọi ngay**
safety-call = 📞 **{ $number }** – { $who }{ $when }{ $note }
safety-when = : { $when }
safety-note = {" "}({ $note })
safety-do = **Việc cần làm**
safety-avoid = **Nhớ giúp em**
safety-more = Quy trình đầy đủ
safety-private = { $Chi } đừng ghi tên người bị hại vào đây ạ. Em không cần và không lưu tên.

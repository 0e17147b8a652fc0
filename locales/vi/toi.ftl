# Những gì em giữ về một cán bộ.

me-who = Em đang giữ về { $chi }: { $name }, số điện thoại { $phone }.
me-accounts = Đang dùng: { $channels }. Báo cáo đang dở: { $drafts }.
me-agreed = { $Chi } đã đồng ý thông báo về dữ liệu cá nhân ngày { $day }.
me-reports = Báo cáo gần đây:
me-report = • { $code } – { $title }: { $status }
me-rest = Ngoài ra em giữ tin nhắn, câu hỏi, lời nhắc và nhật ký của { $chi }. Đầy đủ thì { $chi } bấm tải về ạ.
me-get-file = ⬇ Tải về toàn bộ
me-erase = 🗑 Xóa thông tin của tôi
me-withdraw = Rút lại đồng ý
me-file = Dạ, trong tệp này là tất cả những gì em giữ về { $chi }. Có số điện thoại và tin nhắn, { $chi } cất riêng giúp em.
me-erase-what = Em sẽ xóa: tên, số điện thoại, chức danh, tài khoản, tin nhắn, câu hỏi mang tên { $chi }, báo cáo đang dở.
me-erase-stays = Báo cáo đã gửi vẫn là hồ sơ của đơn vị, nhưng không còn ghi tên { $chi }.
me-erase-ask = { $Chi } có muốn xóa không ạ?
me-erase-yes = Có, xóa đi
me-sure = Xóa rồi thì không lấy lại được, và { $chi } phải được thêm vào danh sách mới dùng tiếp được. { $Chi } chắc chắn chứ ạ?
me-sure-yes = Tôi chắc chắn, xóa hết
me-no = Thôi, giữ lại
me-kept = Vâng, em vẫn giữ nguyên ạ.
me-erased = Em đã xóa hết thông tin của { $chi } rồi ạ. Em cảm ơn { $chi } đã dùng. Hỏi thủ tục thì lúc nào cũng được ạ.
status-filed = chờ duyệt
status-accepted = đã duyệt
status-returned = cần sửa
status-withdrawn = đã rút

# Trang trò chuyện trên web: chữ trên trang, không phải câu trả lời.
# Chữ trong trang không có tham số: mỗi câu dùng nguyên văn.

web-title = Trợ lý cán bộ Hội
web-subtitle = Hội LHPN thành phố Hải Phòng
web-about = Hỏi thủ tục, báo cáo hoạt động, xem chỉ tiêu. Em là chương trình máy tính, trả lời tự động.
web-begin = Bắt đầu
web-you = Chị nhắn
web-bot = Trợ lý
web-log = Cuộc trò chuyện
web-write = Chị nhắn ở đây…
web-send = Gửi
web-photo = Gửi ảnh
web-photos-chosen = ảnh sẽ gửi
web-photo-remove = Bỏ ảnh này
web-photo-of-report = Ảnh, bấm để xem lớn
web-photo-gone = Không còn ảnh này nữa ạ.
web-photo-many = Mỗi lần gửi được nhiều nhất 10 ảnh ạ. Chị bỏ bớt, gửi tiếp ở lần sau.
web-photo-big = Các ảnh này nặng quá ạ. Chị gửi ít ảnh hơn mỗi lần giúp em.
web-open-file = Mở tệp
web-sending = Đang gửi…
web-unsent = Chưa gửi được, bấm để gửi lại
web-offline = Đang mất mạng. Chị cứ gõ, có mạng em gửi ngay ạ.
web-newest = Tin mới nhất
web-too-fast = Chị nhắn nhanh quá, em chưa kịp đọc ạ. Chị chờ vài giây rồi bấm gửi lại giúp em.
web-too-long = Tin này dài quá ạ. Chị chia thành vài tin ngắn hơn giúp em.
web-busy = Em đang bận một chút ạ. Chị chờ vài giây rồi bấm gửi lại giúp em.
web-bad-request = Em chưa nhận được tin này ạ. Chị tải lại trang rồi gửi lại giúp em.
web-foreign = Tin này không đi từ trang của em nên em không nhận ạ. Chị mở lại trang rồi gửi giúp em.
web-failed = Em đang trục trặc, chưa làm được việc này ạ. Chị bấm gửi lại giúp em.
web-needs-script = Trang này cần JavaScript. Chị bật JavaScript trong trình duyệt rồi tải lại trang ạ.

web-demo-title = Đây là bản dùng thử, cán bộ là hư cấu
web-demo-explains = Tên xã, phường là thật; người và số liệu là hư cấu. Chị chọn một người để dùng thử, lúc nào cũng đổi được.
web-demo-choose = Chị muốn vào vai ai ạ?
web-demo-as = Đang vào vai
web-demo-switch = Đổi người
web-demo-back = Quay lại
web-demo-unknown = Không còn người này trong bản dùng thử. Chị chọn người khác giúp em ạ.
web-clock-title = Đồng hồ bản dùng thử
web-clock-explains = Cho đồng hồ chạy tới để xem em nhắc việc ạ.
web-clock-hour = +1 giờ
web-clock-morning = Sáng mai 8:00
web-clock-week = +7 ngày
web-clock-day = Chọn ngày
web-clock-go = Đến ngày này
web-clock-moving = Đang chuyển…
web-clock-past = Đồng hồ chỉ chạy tới được thôi ạ. Chị chọn một ngày sau hôm nay giúp em.

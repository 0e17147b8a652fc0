# Dữ liệu cá nhân: thông báo trước khi dùng, và những gì em giữ.
# Đổi ý nghĩa các câu privacy-… thì đổi phiên bản trong content/privacy.yaml.

privacy-head = Trước khi dùng, { $chi } đọc giúp em mấy dòng ạ:
privacy-what = • Em giữ tên, số điện thoại, chức danh của { $chi }, và những gì { $chi } nhắn, báo cáo ở đây.
privacy-why = • Để nhận ra { $chi }, ghi báo cáo và nhắc việc Hội. Không dùng vào việc khác.
privacy-how-long = • Tin nhắn trên web xóa sau { $days } ngày. Báo cáo là hồ sơ của đơn vị nên giữ lâu dài.
privacy-rights = • { $Chi } muốn xem, tải về hay xóa thì gõ /toi, lúc nào cũng được.
privacy-ask = { $Chi } đồng ý không ạ?
privacy-agree = ✅ Tôi đồng ý
privacy-more = Xem thêm
privacy-refuse = Không đồng ý
privacy-agreed = Em cảm ơn { $chi }. Mình bắt đầu được rồi ạ.
privacy-refused = Vâng, em không gắn tài khoản này với { $chi } nữa. Khi nào đổi ý, { $chi } gõ /start ạ.

privacy-full-law = **Thông báo về dữ liệu cá nhân**, theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, có hiệu lực từ 1/1/2026.
privacy-full-controller = **Ai chịu trách nhiệm:** { $controller }.
privacy-full-data =
    **Em giữ gì:** họ tên, số điện thoại, chức danh, đơn vị trong danh sách cán bộ Hội; tài khoản { $chi } dùng để nhắn; tin nhắn, câu hỏi, báo cáo, lời nhắc; nhật ký { $chi } đã xem, đã sửa gì của đơn vị khác.
    Em không hỏi và không giữ tên người bị hại.
privacy-full-who = **Ai xem được:** báo cáo thì Hội cấp trên của đơn vị xem để duyệt, tổng hợp. Quản trị của Hội xem được danh sách cán bộ và nhật ký. Em không đưa cho ai khác. Dùng Telegram hay Zalo thì tin nhắn đi qua máy chủ của họ.
privacy-full-how-long = **Giữ bao lâu:** tin nhắn trên web { $messages } ngày; bản ghi từng lượt trả lời { $turns } ngày; câu hỏi và nhật ký { $questions } và { $audit } ngày. Hết hạn em tự xóa. Báo cáo là hồ sơ của đơn vị.
privacy-full-rights = **Quyền của { $chi }:** được biết; đồng ý, không đồng ý, rút lại đồng ý; xem, sửa; được cung cấp, xóa, hạn chế, phản đối; khiếu nại, tố cáo, khởi kiện. Xem, tải về, xóa và rút đồng ý thì gõ /toi. Sửa tên, số, chức danh thì { $chi } nhắn { $controller }.
privacy-full-version = Phiên bản thông báo: { $version }.

# Tệp "thông tin của tôi".
held-file = thong-tin-cua-toi.txt
held-title = THÔNG TIN CỦA TÔI TRONG TRỢ LÝ CÁN BỘ HỘI
held-section-person = Cán bộ
held-section-positions = Chức danh
held-section-accounts = Tài khoản đang dùng
held-section-consent = Đồng ý thông báo về dữ liệu cá nhân
held-section-codes = Mã một lần đã được cấp
held-section-requests = Yêu cầu vào danh sách
held-section-drafts = Bản nháp báo cáo
held-section-reports = Báo cáo đã gửi
held-section-deeds = Việc đã làm với báo cáo
held-section-pushes = Lời nhắc, tin báo
held-section-snoozes = Hoãn nhắc
held-section-questions = Câu hỏi được ghi lại
held-section-messages = Tin nhắn trên trang web
held-section-turns = Các lượt trả lời gần đây
held-section-session = Cuộc trò chuyện đang mở
held-section-audit = Nhật ký: đã xem, đã sửa gì
held-name = Họ và tên
held-phone = Số điện thoại
held-address = Xưng hô
held-admin = Quyền quản trị
held-left-on = Ngày cuối trong danh sách
held-title-of = Chức danh
held-unit = Đơn vị
held-channel = Kênh
held-account = Tài khoản
held-linked-at = Nhận ra lúc
held-seen-at = Nhắn lần cuối
held-notice = Phiên bản thông báo
held-at = Lúc
held-expires-at = Hết hạn lúc
held-used-at = Dùng lúc
held-words = Lời giới thiệu
held-kind = Loại
held-updated-at = Sửa lúc
held-closed-as = Kết thúc
held-state = Nội dung
held-code = Mã
held-subject-title = Tên
held-day = Ngày
held-status = Trạng thái
held-filed-at = Gửi lúc
held-answers = Câu trả lời
held-what = Việc
held-detail = Chi tiết
held-due-at = Hẹn lúc
held-key = Loại tin
held-done-at = Xong lúc
held-until = Đến ngày
held-asked-at = Xin lúc
held-text = Nội dung
held-sender = Người nói
held-body = Nội dung
held-replies = Câu trả lời
held-data = Nội dung
held-subject = Đối tượng
held-subject-id = Mã đối tượng

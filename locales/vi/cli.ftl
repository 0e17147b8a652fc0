# Dòng lệnh của người quản trị.

cli-usage =
    Cách dùng: npm run -s hoi -- LỆNH
      check                                  kiểm tra cài đặt, kho, nội dung
      import units|roster|figures TỆP        nhập bảng tính (.xlsx, .csv); thêm --dry-run để xem trước
                                             (roster: --only-add giữ người không có trong tệp;
                                             --many-left khi hơn nửa số người rời;
                                             --same-person khi tên khác dưới cùng số chỉ là sửa tên)
      ask [--json] "câu hỏi"                 hỏi thử; --batch - đọc mỗi dòng một câu
      chat --as SỐ_ĐIỆN_THOẠI                nói chuyện thử như cán bộ ấy, cuối buổi in lại bản ghi
      export --unit MÃ|TÊN --period 2026-11|2026-Q4|2026-H2|2026|term --format xlsx|docx|png --out TỆP
      link SỐ_ĐIỆN_THOẠI                     cấp mã một lần
      remind plan|send [--at ISO] [--dry-run] [--json]
      reminders unreachable | reminders retry MÃ | reminders stop|start|status
      simulate --from ISO --to ISO [--units N] [--cadres N] [--seed N] [--calm] [--json] [--out TỆP.svg|png]
      questions open [--json]                câu hỏi chưa ai trả lời
      questions suggestions                  gợi ý nội dung mới từ câu trả lời của cán bộ
      questions accept TỆP                   nhận một gợi ý vào nội dung, sau khi kiểm và đo
      audit [--cadre SỐ_ĐIỆN_THOẠI] [--json] ai đã xem, đã sửa gì
      forget SỐ_ĐIỆN_THOẠI [THỨ_TỰ]          xóa mọi thông tin của một người; báo cáo vẫn là của đơn vị
      backup TỆP | restore TỆP               sao lưu cả kho; khôi phục vào kho trống
cli-ask-answer = Trả lời được:
cli-ask-choose = Cần chọn một trong các mục:
cli-ask-unknown = Chưa có nguồn để trả lời.
cli-ask-smalltalk = Lời chào hỏi.
cli-ask-urgent = KHẨN: hiện thẻ an toàn trước.
cli-exported = Đã ghi { $file } ({ $bytes } byte): { $unit }, từ { $from } đến { $to }.
cli-bad-format = Không có loại tệp "{ $value }". Có: { $formats }.
cli-bad-period = Kỳ "{ $value }" không đọc được. Ví dụ: 2026-11, 2026-Q4, 2026-H2, 2026, term.
cli-unknown-unit = Không có đơn vị "{ $value }".
cli-many-units = Có nhiều đơn vị tên "{ $value }", cần ghi mã: { $ids }
cli-cannot-write = Không ghi được { $file }: { $why }
cli-bad-phone = Số điện thoại không đúng, ví dụ: 0912345678
cli-unknown-phone = Không có số này trong danh sách cán bộ.
cli-link = Mã một lần của { $name }: { $code } (dùng trong 15 phút, một lần)
cli-bad-time = Thời điểm "{ $value }" không đọc được, ví dụ: 2026-12-01T08:00:00+07:00
cli-planned = Đã lên lịch { $count } lời nhắc mới; chương trình đang chạy sẽ gửi.
cli-digest = { $name }{ $count ->
        [0] {""}
       *[other] : { $count } chỉ tiêu
    }
cli-digest-due = {"  "}{ $unit } · { $indicators } · { $milestone }
cli-digest-met = {"  "}{ $unit } · { $indicators } · vừa đạt, chúc mừng
cli-digest-above = {"  "}đơn vị cấp dưới · { $indicators } · { $milestone }
cli-digest-weekly = {"  "}tình hình tuần
cli-digest-unreachable = {"  "}{ $count } cán bộ cấp dưới không nhắn được
cli-milestone-half-way = đã nửa kỳ
cli-milestone-days = còn { $days } ngày
cli-milestone-snooze = hết hẹn nhắc lại
cli-day-off = { $day } là ngày nghỉ nên không nhắc ai. Ngày làm việc tới: { $next }.
cli-planned-before = Lời nhắc của { $day } đã lên lịch từ trước; dưới đây là phần chưa có (nếu có), sẽ không thêm vào hôm nay.
cli-stale = { $count } lần nhắc đã quá lâu (do ngừng chạy) nên bỏ.
cli-reminders-stopped = Đã ngừng mọi lời nhắc. Chạy lại bằng: reminders start
cli-reminders-started = Lời nhắc chạy lại.
cli-reminders-are-stopped = Lời nhắc đang ngừng từ { $day }.
cli-reminders-run = Lời nhắc đang chạy.
cli-digests = Tổng cộng { $count } lời nhắc.
cli-undelivered = { $id }  { $day }  { $name }: { $state ->
        [unknown] có thể đã đến
       *[other] chưa gửi được
    }, { $why ->
        [no-account-that-can-be-written-to] chưa có tài khoản nào nhắn được
        [send-failed] nền tảng không nhận, đã thử nhiều lần
        [may-have-gone-out] nền tảng không trả lời
        [process-ended-while-sending] chương trình dừng giữa lúc gửi
       *[other] { $why }
    }
cli-undelivered-none = Không có lời nhắc nào chưa gửi được.
cli-undelivered-retry = Gửi lại: reminders retry MÃ
cli-no-push = Không có lời nhắc { $id } để gửi lại.
cli-retry = Lời nhắc { $id } sẽ được gửi lại.
cli-check-settings = ✓ Cài đặt: đọc được hết.
cli-check-content = ✓ Nội dung: { $entries } thủ tục, { $activities } loại hoạt động, { $positions } chức danh, nhiệm kỳ { $terms }.
cli-check-store = ✓ Kho: { $store ->
        [server] PostgreSQL
       *[other] nhúng trong máy
    }, Redis { $redis ->
        [on] có
       *[other] không dùng
    }. { $units } đơn vị, { $cadres } cán bộ.
cli-check-no-telegram = – Telegram: chưa đặt TELEGRAM_BOT_TOKEN, bot Telegram không chạy.
cli-check-telegram = ✓ Telegram: { $name }
cli-check-telegram-failed = ✗ Telegram: { $why }. Kiểm tra TELEGRAM_BOT_TOKEN, mạng, hoặc đặt TELEGRAM_API_ROOT nếu mạng chặn Telegram.
cli-chat-hello = Đang nói chuyện như { $name }. Gõ câu hỏi hoặc lệnh như /baocao; Ctrl+D để dừng.
cli-questions-nobody = chưa ai nhận
cli-question = { $id }  { $day }  { $count } lần  { $unit }  { $text }
cli-suggestions-none = Chưa có gợi ý nào trong { $folder }.
cli-suggestion-entry = { $file }  mục mới: { $title }
cli-suggestion-ask = { $file }  thêm cách hỏi cho mục { $title }
cli-no-suggestion = Không có tệp { $file }.
cli-worse = Không nhận: có chỗ trả lời kém đi. Sửa tệp rồi thử lại.
cli-figure = { $set } · { $share }: { $before }% → { $after }%
cli-share-first = đúng mục đầu
cli-share-topThree = đúng trong ba mục
cli-share-section = đúng phần
cli-share-refused = biết từ chối
cli-share-urgentRecall = nhận ra việc khẩn
cli-share-urgentPrecision = báo khẩn đúng
cli-share-followUp = hiểu câu hỏi nối
cli-accepted = Đã nhận vào { $file }. Câu hỏi mới ra đúng mục: { $right }/{ $asked }. Khởi động lại chương trình để dùng.

cli-backup = Đã sao lưu { $rows } dòng, { $files } tệp vào { $file }. Tệp này có dữ liệu cá nhân: cất nơi an toàn.
cli-restored = Đã khôi phục { $rows } dòng, { $files } tệp từ { $file }.
cli-backup-not-a-backup = Đây không phải tệp sao lưu của chương trình này.
cli-backup-damaged = Tệp sao lưu bị hỏng hoặc thiếu phần cuối. Chưa ghi gì vào kho.
cli-backup-not-empty = Kho này đã có dữ liệu. Chỉ khôi phục vào kho trống: đặt DATA_DIR hoặc DATABASE_URL khác rồi chạy lại.
cli-backup-other-version = Kho này do phiên bản khác tạo ra. Khôi phục vào kho mới, chưa từng mở, rồi chạy lại.
cli-forget-which = Số này đã qua nhiều người. Gõ lại lệnh, thêm số thứ tự của người cần xóa:
cli-forget-here = {"  "}{ $number }. { $name }
cli-forget-left = {"  "}{ $number }. { $name } (đã nghỉ, ngày cuối { $left })
cli-forgotten = Đã xóa mọi thông tin của người này. Báo cáo đã gửi vẫn là hồ sơ của đơn vị.

# Nhật ký ai đã xem, đã sửa gì.
audit-line = { $at }  { $who } { $what } { $subject } { $id }
audit-command-line = Quản trị (dòng lệnh)
audit-schedule = Chương trình (hết hạn lưu)
audit-nobody = (người đã xóa)
audit-viewed = xem
audit-exported = tải về
audit-imported = nhập
audit-linked = được nhận ra:
audit-agreed = đồng ý
audit-refused = không đồng ý, rút lại
audit-erased = xóa
audit-code-issued = cấp mã một lần cho
audit-handled = giải quyết
audit-filed = gửi
audit-filed-again = gửi lại
audit-accepted = duyệt
audit-returned = trả lại
audit-withdrawn = rút
audit-corrected = sửa
audit-restored = lấy lại
audit-of-report = báo cáo
audit-of-unit = số liệu đơn vị
audit-of-people = danh sách người
audit-of-cadre = cán bộ
audit-of-roster = danh sách cán bộ
audit-of-units = đơn vị
audit-of-figures = số liệu
audit-of-own-data = thông tin cá nhân
cli-file = Không dùng được tệp { $path }: { $code ->
        [ENOENT] không có tệp hoặc thư mục này
        [EACCES] không có quyền
        [EPERM] không có quyền
        [EISDIR] đây là thư mục
        [ENOSPC] ổ đĩa đã đầy
       *[other] { $code }
    }.

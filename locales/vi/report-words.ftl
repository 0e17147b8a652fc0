# Câu trả lời, như người đọc thấy.

answer-yes = Có
answer-no = Không
answer-skipped = (để trống)
answer-of-old = (câu của mẫu cũ)
answer-photos = { $count } ảnh
answer-number = { $value } { $unit }
answer-money = { $value } đồng
draft-left = { $name } · { $by } để lại
report-line = { $label }: { $value }
report-view-head =
    {"**"}{ $code }** – { $unit }
    { $title }

nav-back = ← Quay lại
nav-skip = Bỏ qua
nav-skip-rest = Bỏ qua cả phần sau
nav-later = Để sau
report-view-joint = Tính cả cho: { $units }
report-view-late = (gửi sau khi đã chốt số liệu)

# Lịch sử của một báo cáo.
history-filed = • { $at }: { $name } gửi báo cáo.
history-filed-again = • { $at }: { $name } sửa và gửi lại.
history-corrected = • { $at }: { $name } sửa báo cáo.
history-accepted = • { $at }: { $name } duyệt.
history-returned = • { $at }: { $name } trả lại để sửa.
history-withdrawn = • { $at }: { $name } rút báo cáo.
history-joined = • { $at }: { $name } nhận là hoạt động tổ chức chung.
history-restored = • { $at }: { $name } lấy lại báo cáo đã rút.
history-nobody = người đã rời danh sách
history-change = {"   "}{ $label }: { $before } → { $after }
history-comment = {"   "}Mục "{ $label }": { $comment }

# Câu trả lời, như người đọc thấy.

answer-yes = Có
answer-no = Không
answer-skipped = (để trống)
answer-photos = { $count } ảnh
answer-number = { $value } { $unit }
answer-money = { $value } đồng
report-line = { $label }: { $value }
report-view-head =
    {"**"}{ $code }** – { $unit }
    { $title }

nav-back = ← Quay lại
nav-skip = Bỏ qua
nav-later = Để sau

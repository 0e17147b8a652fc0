# Những gì em giữ về một cán bộ.

me-who = Em đang giữ về { $chi }: { $name }, số điện thoại { $phone }.
me-accounts = Đang dùng: { $channels }. Báo cáo đang dở: { $drafts }.
me-reports = Báo cáo gần đây:
me-report = • { $code } – { $title }: { $status }
status-filed = chờ duyệt
status-accepted = đã duyệt
status-returned = cần sửa
status-withdrawn = đã rút

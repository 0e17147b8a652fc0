# Xem chỉ tiêu.

indicators-no-term = Hiện em chưa có chỉ tiêu của nhiệm kỳ nào đang chạy ạ.
indicators-no-unit = Em không tìm thấy đơn vị này trong phần việc của { $chi } ạ.
indicators-of = Chỉ tiêu của { $unit }: còn { $open } chỉ tiêu chưa đạt.
indicators-all-met = Chúc mừng { $unit }: các chỉ tiêu đều đạt hoặc đã đủ số, chờ duyệt!
indicators-none-open = Chỉ tiêu của { $unit }: không còn chỉ tiêu nào em phải nhắc ạ.
indicators-below = Chỉ tiêu của { $count } đơn vị thuộc { $unit }:
indicators-as-picture = 🖼 Xem bằng ảnh
indicators-picture = Chỉ tiêu của { $unit } đây ạ.
indicators-who = Chỉ tiêu { $number }: đơn vị chưa đạt
indicators-who-named = { $name }: đơn vị chưa đạt
indicators-behind = { $count } đơn vị chưa đạt chỉ tiêu { $number } – { $name }, { $deadline }:
behind-line = 🔴 { $unit }: { $figures }. { $gap }.
behind-no-data = ⚪ { $unit }: chưa có { $figure }.
indicators-more = Còn { $count } đơn vị nữa.
indicators-next = Xem { $count } đơn vị tiếp
indicators-nobody-behind = Không còn đơn vị nào chưa đạt chỉ tiêu này ạ.
indicators-of-commune = Chỉ tiêu tính ở cấp xã, phường. Năm nay { $unit } đã góp:

indicators-former = Trước khi sáp nhập
indicators-other-unit = 🎯 Chỉ tiêu của { $unit }
indicators-former-of = { $unit } gồm { $count } đơn vị cũ. { $Chi } xem đơn vị nào ạ?
indicators-ended-into = { $unit } đã nhập vào { $heir } từ { $from }. Đến hết { $day }:
indicators-ended = { $unit } đã kết thúc. Đến hết { $day }:

rollup-head = **Chỉ tiêu { $number } – { $name }**
rollup-units = { $value }/{ $of } đơn vị đạt ({ $percent }%), mục tiêu { $target }%.
rollup-people = { $value }/{ $of } { $unit } ({ $percent }%), mục tiêu { $target }%.
rollup-no-data = Chưa có số liệu để tính.
rollup-counts = Đạt { $met } · chờ duyệt { $provisional } · chưa đạt { $unmet } · thiếu số liệu { $noData }
rollup-counts-noted = Đạt { $met } · chờ duyệt { $provisional } · chưa đạt { $unmet } · thiếu số liệu { $noData } · báo cáo giấy { $noted }

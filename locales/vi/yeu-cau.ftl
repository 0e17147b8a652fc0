# Ai xin vào danh sách cán bộ: dành cho quản trị.

requests-count =
    { $named ->
        [0] Có { $count } người em chưa nhận ra được. Chưa ai để lại tên.
       *[other] Có { $count } người em chưa nhận ra được, { $named } người để lại tên và số.
    }
requests-see = Xem danh sách
requests-menu = 👥 Xin vào danh sách
requests-item = • { $day }: { $words } – { $phone }
requests-item-written = • { $day }: { $words } (số tự gõ, chưa chắc)
requests-more = Và { $count } người nữa.
requests-how = Thêm ai thì { $chi } ghi vào danh sách cán bộ rồi nhập lại. Ai có trong danh sách rồi thì { $chi } cấp mã một lần. Xong hết thì bấm nút dưới ạ.
requests-done = Đã giải quyết hết
requests-handled = Vâng, em cất danh sách này đi ạ.
requests-none = Hiện không có ai xin vào danh sách ạ.
requests-may-not = Việc này dành cho quản trị ạ.

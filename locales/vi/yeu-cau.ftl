# Ai xin vào danh sách cán bộ: dành cho quản trị.

requests-count =
    { $named ->
        [0] Có { $count } người gửi số điện thoại chưa có trong danh sách cán bộ. Chưa ai để lại tên.
       *[other] Có { $count } người gửi số điện thoại chưa có trong danh sách cán bộ, { $named } người để lại tên và số.
    }
requests-see = Xem danh sách
requests-menu = 👥 Xin vào danh sách
requests-item = • { $day }: { $words } – { $phone }
requests-more = Và { $count } người nữa.
requests-how = Thêm ai thì { $chi } ghi vào danh sách cán bộ rồi nhập lại. Xong hết thì bấm nút dưới ạ.
requests-done = Đã giải quyết hết
requests-handled = Vâng, em cất danh sách này đi ạ.
requests-none = Hiện không có ai xin vào danh sách ạ.
requests-may-not = Việc này dành cho quản trị ạ.

# Nhận ra cán bộ.

identify-ask = Để xem việc của đơn vị, { $chi } cho em biết mình là ai ạ: bấm nút Gửi số điện thoại ở dưới là xong, hoặc gõ mã một lần nếu có.
identify-ask-code = Để xem việc của đơn vị, { $chi } cho em biết mình là ai ạ: gõ mã một lần do cán bộ phụ trách cấp, ví dụ: HP7K-3M9Q.
identify-no-code = Tôi chưa có mã
identify-why = Em chỉ dùng số này để tìm { $chi } trong danh sách cán bộ Hội.
identify-contact-button = 📱 Gửi số điện thoại của tôi
identify-already = Em đã nhận ra { $chi } { $name } rồi ạ.
identify-typed-phone = Số gõ tay thì em chưa chắc là của { $chi }. { $Chi } bấm nút Gửi số điện thoại ở dưới, hoặc gõ mã một lần gồm 8 ký tự, ví dụ: HP7K-3M9Q.
identify-typed-phone-code = Số gõ tay thì em chưa chắc là của { $chi }. { $Chi } gõ mã một lần gồm 8 ký tự, ví dụ: HP7K-3M9Q.
identify-not-own = Đây không phải số của chính tài khoản này. { $Chi } bấm nút Gửi số điện thoại ở dưới giúp em ạ.
identify-unknown = Em chưa thấy số này trong danh sách cán bộ Hội.
identify-how-to-be-added = { $Chi } nhờ Hội LHPN xã, phường hoặc thành phố thêm vào danh sách, rồi gửi lại số giúp em ạ.
identify-too-many = { $Chi } nhập sai mã nhiều lần rồi. Mười lăm phút nữa { $chi } xin mã mới rồi gõ lại giúp em ạ.
identify-busy = Em đang nhận quá nhiều mã một lúc. { $Chi } chờ một phút rồi gõ lại giúp em ạ.
identify-wrong-code = Mã này không dùng được: có thể đã dùng rồi, hết hạn, hoặc gõ nhầm. Mã gồm 8 ký tự, ví dụ: HP7K-3M9Q, và chỉ dùng trong 15 phút.
identify-later = Vâng, khi nào cần { $chi } gõ /start ạ.
identify-welcome = Dạ, em nhận ra { $chi } { $name } rồi ạ.

# Chưa có trong danh sách cán bộ: xin được thêm vào.
join-ask = Hay em chuyển tên và số của { $chi } cho cán bộ phụ trách để họ liên hệ ạ?
join-send = Gửi tên và số của tôi
join-no = Thôi, không gửi
join-introduce = Vâng. { $Chi } gõ giúp em họ tên, chức danh, đơn vị ạ.
join-introduce-example = Ví dụ: Nguyễn Thị Lan, chi hội trưởng thôn 3, xã Tiên Minh
join-introduce-phone = Vâng, em nhờ cán bộ phụ trách cấp mã cho { $chi }. { $Chi } gõ giúp em họ tên, chức danh, đơn vị và số điện thoại ạ.
join-introduce-phone-example = Ví dụ: Nguyễn Thị Lan, chi hội trưởng thôn 3, xã Tiên Minh, 0912345678
join-introduce-missing = Em chưa thấy đủ họ tên và số điện thoại. { $Chi } gõ lại một lần giúp em ạ.
join-too-many = Hiện nhiều người đang chờ quá ạ. { $Chi } liên hệ { $controller } để được cấp mã giúp em.
join-sent-written = Em đã chuyển tên và số của { $chi } cho cán bộ phụ trách. Có mã rồi { $chi } gõ vào đây, em nhận ra ngay ạ.
join-sent = Em đã chuyển tên và số của { $chi } cho cán bộ phụ trách. Được thêm rồi, { $chi } gõ /start là em nhận ra ạ.

# Mô tả lệnh trong danh sách của Telegram.

command-start = Bắt đầu
command-hoi = Hỏi thủ tục
command-baocao = Báo cáo một hoạt động
command-chitieu = Xem chỉ tiêu của đơn vị
command-nhacviec = Xem việc cần nhắc
command-tonghop = Tổng hợp số liệu
command-duyet = Duyệt báo cáo cấp dưới
command-donvi = Đơn vị của tôi, tra xã phường cũ
command-toi = Thông tin của tôi
command-khan = Có người gặp nguy: gọi ai
command-trogiup = Trợ giúp
command-huy = Bỏ việc đang làm dở

# Lời của chương trình với người vận hành.

started-demo = Bản dùng thử (cán bộ và số liệu là hư cấu): { $address }
started-live = Đang chạy: { $address }

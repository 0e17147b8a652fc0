# Báo cáo đã gửi: xem, sửa, rút, lịch sử.

own-open = Báo cáo tôi đã gửi
own-none = { $Chi } chưa gửi báo cáo nào ạ.
own-list = Đây là các báo cáo { $chi } gửi gần đây. { $Chi } bấm để xem, sửa hoặc rút; hoặc gõ mã như BC-2611-0006 ạ.
own-item = { $status } { $day } { $title }
own-mark-filed = ⏳
own-mark-accepted = ✅
own-mark-returned = ↩
own-mark-withdrawn = ✖
own-not-found = Em không tìm thấy báo cáo ấy ạ.
own-status = Tình trạng: { $status }
own-status-filed = đã gửi, chờ cấp trên duyệt (số liệu tạm tính)
own-status-accepted = đã duyệt
own-status-returned = bị trả lại để sửa, chưa tính vào số liệu
own-status-withdrawn = đã rút, không tính vào số liệu
own-see = Xem báo cáo đã gửi
own-correct = Sửa báo cáo này
own-withdraw = Rút báo cáo này
own-history = Ai đã sửa gì
own-history-of = Lịch sử báo cáo **{ $code }**:
own-withdrawn = Vâng, em đã rút báo cáo { $code } ({ $title }). Từ giờ báo cáo không tính vào số liệu nữa. Trong hôm nay { $chi } vẫn lấy lại được ạ.
own-withdrawn-before = Báo cáo { $code } ({ $title }) đã rút từ trước ạ.
own-restore = Lấy lại báo cáo vừa rút
own-restored = Vâng, báo cáo { $code } trở lại như trước khi rút ạ.
own-not-restored = Báo cáo { $code } chỉ lấy lại được trong ngày rút ạ. { $Chi } gửi báo cáo mới giúp em.
own-joint =
    { $holder } đã báo cáo hoạt động chung ngày { $day } ({ $title }).
    Báo cáo **{ $code }** tính cho cả { $own }, { $chi } không phải báo cáo lại ạ.
own-joint-gone =
    { $holder } đã rút báo cáo **{ $code }** ({ $title }, ngày { $day }). Báo cáo ấy không còn tính cho { $own } nữa.
    Nếu { $own } vẫn có hoạt động này, { $chi } gửi báo cáo giúp em ạ.

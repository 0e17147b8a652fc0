# Nhắc chỉ tiêu chưa đạt.

reminder-none = Không có chỉ tiêu nào cần nhắc { $chi } lúc này ạ.
reminder-gentle = Dạ { $chi } { $name } ơi, đơn vị mình còn { $count } chỉ tiêu chưa đạt ạ:
reminder-soon = { $Chi } { $name } ơi, còn { $days } ngày là đến hạn gần nhất. Đơn vị mình còn { $count } chỉ tiêu chưa đạt ạ:
reminder-firm = { $Chi } { $name } ơi, chỉ còn { $days } ngày là hết hạn. Nhờ { $chi } xem giúp { $count } chỉ tiêu này ạ:
reminder-draft = { $Chi } ơi, báo cáo "{ $name }" của { $chi } đang dở, { $chi } gửi nốt giúp em nhé.
snooze-mai = Nhắc lại ngày mai
snooze-ba-ngay = Nhắc lại sau 3 ngày
snooze-tuan = Nhắc lại tuần sau
snoozed = Vâng, từ { $day } em mới nhắc lại ạ.
snooze-too-late = Sắp đến hạn rồi, em xin phép vẫn nhắc { $chi } ạ.

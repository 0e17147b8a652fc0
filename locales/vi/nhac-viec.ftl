# Nhắc chỉ tiêu chưa đạt.

reminder-none = Không có chỉ tiêu nào cần nhắc { $chi } lúc này ạ.
reminder-open = Đơn vị mình còn { $count } chỉ tiêu chưa đạt ạ:
reminder-gentle = Dạ { $chi } { $name } ơi, em nhắc { $chi } { $count } chỉ tiêu đơn vị mình chưa đạt ạ:
reminder-soon = { $Chi } { $name } ơi, còn { $days } ngày là đến hạn gần nhất. Em nhắc { $chi } { $count } chỉ tiêu đơn vị mình chưa đạt ạ:
reminder-firm = { $Chi } { $name } ơi, chỉ còn { $days } ngày là hết hạn. Nhờ { $chi } xem giúp { $count } chỉ tiêu này ạ:
reminder-last = { $Chi } { $name } ơi, sắp hết hạn rồi ạ, { $chi } làm giúp em ngay { $count } chỉ tiêu này nhé:
reminder-again = { $Chi } { $name } ơi, { $above } nhờ em nhắc { $chi } { $count } chỉ tiêu này ạ:
reminder-draft = { $Chi } ơi, báo cáo "{ $name }" của { $chi } đang dở, { $chi } gửi nốt giúp em nhé.
reminder-praise = 🎉 Chúc mừng { $unit }! Đã đạt: { $names }. Em cảm ơn { $chi } và các chị em nhiều ạ.
reminder-praise-one = chỉ tiêu { $number } ({ $name })
reminder-joined = { $all }, { $one }
snooze-mai = Nhắc lại ngày mai
snooze-ba-ngay = Nhắc lại sau 3 ngày
snooze-tuan = Nhắc lại tuần sau
snoozed = Vâng, từ { $day } em mới nhắc lại ạ.
snooze-too-late = Sắp đến hạn rồi, em xin phép vẫn nhắc { $chi } ạ.

# Cấp trên được báo.
above-head = { $Chi } { $name } ơi, các đơn vị sau chưa đạt, hạn đã gần ạ:
above-line = Chỉ tiêu { $number } – { $name }, còn { $days } ngày: { $count } đơn vị. { $units }
above-more = { $units } và { $count } đơn vị nữa
above-open = Xem và đôn đốc
above-ack = Tôi đã nắm
above-acked = Vâng, em ghi { $chi } đã nắm ạ.
above-not-acked = Các đơn vị em báo hôm { $day } vẫn đang chờ { $chi } xem ạ.
above-unreachable = Em chưa nhắn được tới: { $names }. Nhờ { $chi } gọi giúp em ạ.
above-unreachable-one = { $name } ({ $unit })
weekly-head = 📋 Tình hình tuần này của { $count } đơn vị thuộc { $unit } ạ. Tuần qua có { $reports } báo cáo.
weekly-line = Chỉ tiêu { $number } – { $name }: { $met }/{ $units } đơn vị đạt.
weekly-line-waiting = Chỉ tiêu { $number } – { $name }: { $met }/{ $units } đơn vị đạt, { $waiting } chờ duyệt.

# Đôn đốc từng đơn vị.
chase-none = Không còn đơn vị nào cần đôn đốc ạ.
chase-may-not = Việc này dành cho cấp trên trực tiếp của đơn vị ạ.
chase-list = { $count } đơn vị chưa đạt. { $Chi } chọn một đơn vị ạ:
chase-item = { $unit }: còn { $count }
chase-next = Xem tiếp
chase-contact = Liên lạc gần nhất: { $day }.
chase-no-contact = Chưa ai của đơn vị liên lạc với em.
chase-reminded = Đã nhắc { $times } lần, từ { $day }.
chase-not-reminded = Em chưa nhắc lần nào trong kỳ này.
chase-snoozed = { $name } hẹn nhắc lại ngày { $day }.
chase-away = { $name } nghỉ đến hết { $day }.
chase-away-with = { $name } nghỉ đến hết { $day }, { $other } nhận thay.
chase-people = Người được nhắc: { $names } (phân công chưa xác nhận).
chase-people-confirmed = Người được nhắc: { $names }.
chase-nobody = Chưa có ai của đơn vị để nhắc.
chase-again = Nhắc lại ngay
chase-again-done = Em nhắc { $names } ạ.
chase-again-already = Hôm nay em đã nhắc { $unit } theo lời { $chi } rồi ạ.
chase-reassign = Giao người phụ trách
chase-reassign-who = { $Chi } muốn ai của { $unit } nhận nhắc việc ạ?
chase-reassign-all = Như cũ, theo chức danh
chase-reassigned = Vâng, từ nay em chỉ nhắc { $name } về chỉ tiêu của { $unit } ạ.
chase-reassigned-all = Vâng, em nhắc theo chức danh như cũ ạ.
chase-paper = Đã báo cáo giấy
chase-paper-which = { $unit } đã báo cáo giấy chỉ tiêu nào ạ?
chase-paper-item = Chỉ tiêu { $number } – { $name }
chase-paper-done = Em ghi: { $unit } đã báo cáo giấy chỉ tiêu { $number }. Em thôi nhắc chỉ tiêu này đến { $day }; khi tổng hợp vẫn tính riêng, chưa tính là đạt.
chase-paper-undo = Bỏ ghi báo cáo giấy
chase-paper-undone = Vâng, em bỏ ghi báo cáo giấy chỉ tiêu { $number } của { $unit } ạ.

# Chọn giờ nhắc, tạm nghỉ.
settings-hour = Đổi giờ nhắc
settings-away = Tạm nghỉ nhắc
settings-back = Tôi đã đi làm lại
hour-ask = { $Chi } muốn em nhắc lúc mấy giờ ạ?
hour-choice = { $hour } giờ
hour-example = Ví dụ: 9 giờ, 14h30
hour-refused = Em chưa hiểu giờ này ạ.
hour-quiet = Giờ đó là giờ nghỉ, em xin phép không nhắn ạ.
hour-done = Vâng, từ lần sau em nhắc { $chi } lúc { $clock } ạ.
away-ask = { $Chi } nghỉ đến hết ngày nào ạ?
away-choice = Đến { $day }
away-example = Ví dụ: 15/12
away-refused = Ngày nghỉ cần từ hôm nay trở đi và trong vòng sáu tháng ạ.
away-who = Trong lúc { $chi } nghỉ, em nhắc ai thay ạ?
away-nobody = Không cần ai thay
away-done = Vâng, em nghỉ nhắc { $chi } đến hết { $day } ạ.
away-done-with = Vâng, em nghỉ nhắc { $chi } đến hết { $day } và nhắc { $name } thay ạ.
away-told = { $name } nghỉ đến hết { $day }, nhờ { $chi } nhận nhắc việc thay ạ.
away-back = Vâng, em lại nhắc { $chi } như cũ ạ.

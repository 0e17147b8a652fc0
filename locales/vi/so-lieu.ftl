# Số liệu nền của đơn vị (số chi hội trưởng…).

figure-ask = { $Chi } cho em { $name } của { $unit } ạ.
figure-ask-again = { $name } của { $unit } em đang có: { $value } (ngày { $day }). Nay là bao nhiêu ạ?
figure-example = Ví dụ: 12
figure-when = Số liệu này tính đến ngày nào ạ?
figure-today = Hôm nay
figure-month-end = Cuối tháng trước ({ $day })
figure-when-example = Ví dụ: 31/10
figure-done = Em ghi { $name } của { $unit }: { $value }, tính đến ngày { $day }.
figure-may-not = Số liệu này do cán bộ của đơn vị cập nhật ạ.
figure-unknown = Em không có số liệu này ạ.
figure-over = { $name } không thể nhiều hơn { $other } ({ $value }) { $chi } ạ.

# Chỉ tiêu và tiến độ.

indicator-met = ✅ Chỉ tiêu { $number } – { $name }: đạt ({ $figures }).
indicator-provisional = 🟡 Chỉ tiêu { $number } – { $name }: đủ số ({ $figures }), chờ duyệt.
indicator-noted = 📄 Chỉ tiêu { $number } – { $name }: { $figures }. Cấp trên đã ghi: báo cáo giấy.
indicator-noted-no-data = 📄 Chỉ tiêu { $number } – { $name }: em chưa có { $figure }. Cấp trên đã ghi: báo cáo giấy.
indicator-unmet = 🔴 Chỉ tiêu { $number } – { $name }: { $figures }. { $gap }, { $deadline }.
indicator-unmet-late = 🔴 Chỉ tiêu { $number } – { $name }: { $figures }. { $gap }, { $deadline }. Với tiến độ này sẽ không kịp.
indicator-no-data = ⚪ Chỉ tiêu { $number } – { $name }: em chưa có { $figure } của đơn vị.
indicator-past-unmet = 🔴 Chỉ tiêu { $number } – { $name }: { $figures }, chưa đạt.
indicator-past-no-data = ⚪ Chỉ tiêu { $number } – { $name }: không có số liệu.
indicator-ratio = mới { $value }/{ $of } { $unit } ({ $percent }%), theo số liệu ngày { $day }
indicator-ratio-reached = { $value }/{ $of } { $unit } ({ $percent }%), theo số liệu ngày { $day }
indicator-count = { $value }/{ $target } { $unit }
indicator-parts = { $done }/{ $all } phần
indicator-report = Báo cáo chỉ tiêu { $number }
indicator-report-named = Báo cáo: { $name }
indicator-how = 📖 Cách làm
figure-update = Cập nhật { $name }
gap-none = Đã đủ
gap-count = Cần thêm { $missing } { $unit }
gap-ratio = Cần thêm { $missing } { $unit } để đạt { $target }%
gap-parts = Còn thiếu: { $names }
deadline = hạn { $day }
deadline-unconfirmed = hạn { $day } (chưa xác nhận)
deadline-over = đã quá hạn { $day }
deadline-over-unconfirmed = đã quá hạn { $day } (chưa xác nhận)

# Chỉ tiêu và tiến độ.

indicator-met = ✅ Chỉ tiêu { $number } – { $name }: đạt ({ $figures }).
indicator-provisional = 🟡 Chỉ tiêu { $number } – { $name }: đủ số ({ $figures }), chờ duyệt.
indicator-unmet = 🔴 Chỉ tiêu { $number } – { $name }: { $figures }. { $gap }, { $deadline }.
indicator-unmet-late = 🔴 Chỉ tiêu { $number } – { $name }: { $figures }. { $gap }, { $deadline }. Với tiến độ này sẽ không kịp.
indicator-no-data = ⚪ Chỉ tiêu { $number } – { $name }: em chưa có { $figure } của đơn vị.
indicator-ratio = mới { $value }/{ $of } { $unit } ({ $percent }%)
indicator-count = { $value }/{ $target } { $unit }
indicator-parts = { $done }/{ $all } phần
indicator-report = Báo cáo chỉ tiêu { $number }
gap-none = Đã đủ
gap-count = Cần thêm { $missing } { $unit }
gap-ratio = Cần thêm { $missing } { $unit } để đạt { $target }%
gap-parts = Còn thiếu: { $names }
deadline = hạn { $day }
deadline-unconfirmed = hạn { $day } (chưa xác nhận)

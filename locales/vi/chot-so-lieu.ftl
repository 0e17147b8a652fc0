# Chốt số liệu một kỳ.

closing-open = 📌 Chốt số liệu
closing-which = { $Chi } chốt số liệu kỳ nào của { $unit } ạ?
closing-close = Chốt { $period }
closing-closed = • Đã chốt { $period } lúc { $at }{ $waiting ->
        [0] {""}
       *[other] , khi còn { $waiting } báo cáo chờ duyệt
    }
closing-waiting = Còn { $count } báo cáo của { $period } chờ duyệt, nên em chưa chốt. { $Chi } duyệt trước, hay vẫn chốt ạ?
closing-anyway = Vẫn chốt, còn { $count } báo cáo chờ
closing-done =
    { $waiting ->
        [0] Vâng, em đã chốt số liệu { $period } của { $unit }. Báo cáo gửi sau sẽ được ghi là muộn và em báo { $chi } ngay.
       *[other] Vâng, em đã chốt số liệu { $period } của { $unit }, và ghi lại là còn { $waiting } báo cáo chờ duyệt. Báo cáo gửi sau sẽ được ghi là muộn và em báo { $chi } ngay.
    }
closing-done-before = Kỳ này đã có người chốt rồi ạ.
closing-late = { $unit } vừa gửi báo cáo { $code } ({ $title }), ngày { $day }, thuộc { $period } mà { $chi } đã chốt. Báo cáo được ghi là gửi muộn.
closing-reopen = Mở lại { $period }
closing-reopened = Vâng, em đã mở lại { $period }. Xong { $chi } nhớ chốt lại ạ.
closing-reopened-before = Kỳ này đang mở ạ.

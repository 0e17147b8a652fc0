# Câu dùng chung cho mọi kịch bản.

common-or-type = Hoặc { $chi } gõ: { $words }
common-stale-button = Nút này của câu trước, nay không còn dùng nữa { $chi } ạ.
common-unknown-command = Em chưa có lệnh này. { $Chi } gõ /trogiup để xem em giúp được những gì ạ.
common-nothing-to-cancel = Hiện không có việc gì đang dở để hủy ạ.
common-cancelled = Vâng, em dừng việc này ạ.
common-group = Để giữ riêng tư, mời nhắn riêng cho em ạ. Trong nhóm em không trả lời việc của từng người.
common-got-voice = Em chưa nghe được tin thoại. { $Chi } gõ chữ giúp em ạ.
common-got-sticker = Em cảm ơn { $chi } ạ. Có việc gì { $chi } cứ nhắn cho em.
common-got-video = Em chưa nhận được video. { $Chi } gửi ảnh hoặc gõ chữ giúp em ạ.
common-got-file = Em chỉ nhận được ảnh (JPG, PNG). { $Chi } chụp hoặc chọn ảnh rồi gửi lại giúp em ạ.
common-got-big-photo = Ảnh này nặng quá, em chưa nhận được. { $Chi } gửi ảnh nhỏ hơn, hoặc chụp màn hình ảnh đó rồi gửi giúp em ạ.
common-got-location = Em chưa dùng đến vị trí. { $Chi } gõ tên địa điểm giúp em ạ.
common-got-unknown = Em chưa đọc được tin này. { $Chi } gõ chữ giúp em ạ.
common-got-photo = Em đã thấy ảnh, nhưng chưa biết ảnh này cho báo cáo nào. { $Chi } gõ /baocao rồi gửi ảnh khi em hỏi ạ.
common-got-edited = Em không đọc được tin đã sửa. { $Chi } gõ lại thành tin mới giúp em ạ.
common-no-longer-hers = Việc đang dở là của đơn vị mà { $chi } không còn phụ trách nên em dừng lại ạ. Người thay { $chi } ở đó sẽ làm tiếp. { $Chi } cần gì, gõ lại giúp em.
common-recovered = Em vừa mở lại việc { $chi } đang làm dở ạ.
union-of = Hội LHPN { $unit }

# Chào hỏi và thực đơn chính.

menu-report = 📝 Báo cáo hoạt động
menu-review = ✅ Duyệt báo cáo
menu-indicators = 🎯 Chỉ tiêu của đơn vị
menu-totals = 📊 Tổng hợp số liệu
menu-ask = ❓ Hỏi thủ tục
menu-identify = 🔑 Tôi là cán bộ Hội

start-stranger = Dạ, em là trợ lý của cán bộ Hội Liên hiệp Phụ nữ Hải Phòng. Em là chương trình máy tính, trả lời tự động.
start-public = { $Chi } hỏi em về thủ tục công tác Hội lúc nào cũng được. Ví dụ: hội viên danh dự cần điều kiện gì?
start-cadre = Dạ em chào { $chi } { $name }, { $unit }. Em giúp được gì ạ?
start-help = Dạ, em giúp { $chi } mấy việc sau ạ.
start-commands =
    { $Chi } bấm nút bên dưới, hoặc gõ:
    /baocao – báo cáo một hoạt động
    /chitieu – xem chỉ tiêu nào chưa đạt
    /tonghop – xem số liệu tổng hợp
    /khan – số điện thoại khi có người gặp nguy
    Muốn hỏi thủ tục, { $chi } cứ gõ câu hỏi.

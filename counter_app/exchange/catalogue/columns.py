"""The workbook a centre's technician fills in: its sheets and columns, in Vietnamese."""

from __future__ import annotations

from counter_app.exchange.laid_out import Column, Sheet

YES_NO = ("Có", "Không")
CHANNEL_WORDS = {"counter": "Trực tiếp", "online": "Trực tuyến", "postal": "Bưu chính"}
UNIT_WORDS = {
    "working_day": "ngày làm việc",
    "day": "ngày",
    "hour": "giờ",
    "month": "tháng",
}
FEE_WORDS = {"fee": "Phí", "charge": "Lệ phí", "unknown": ""}

_CODE = Column(
    "code",
    "Mã thủ tục",
    "Mã quốc gia dạng N.NNNNNN, ví dụ 1.001193; dán dưới dạng văn bản để Excel không bỏ số 0.",
    26,
    required=True,
)
_CODE_BELOW = Column(
    "code",
    "Mã thủ tục",
    "Mã của thủ tục ở trang “Thủ tục”. Để trống nếu giống dòng ngay phía trên.",
    26,
)

PROCEDURES = Sheet(
    "Thủ tục",
    "Mỗi thủ tục một dòng.",
    (
        _CODE,
        Column("name", "Tên thủ tục", "Tên đầy đủ theo quyết định công bố.", 60, required=True),
        Column("sector", "Lĩnh vực", "Ví dụ: Hộ tịch.", 24),
        Column(
            "agency_code",
            "Mã cơ quan",
            "Mã định danh của cơ quan trong danh mục của trung tâm, ví dụ 000.00.14.H35. "
            "Để trống thì chương trình tìm theo cột “Cơ quan thực hiện”.",
            18,
        ),
        Column("agency", "Cơ quan thực hiện", "Theo quyết định công bố.", 30),
        Column("authority", "Cơ quan có thẩm quyền", "Theo quyết định công bố.", 30),
        Column("coordinating", "Cơ quan phối hợp", "Theo quyết định công bố.", 24),
        Column("level", "Cấp thực hiện", "Ví dụ: Cấp tỉnh, Cấp xã.", 20),
        Column("subjects", "Đối tượng thực hiện", "Ví dụ: Công dân Việt Nam.", 24),
        Column("decision", "Số quyết định", "Ví dụ: 163/QĐ-BTP.", 18),
        Column("result", "Kết quả", "Giấy tờ người dân nhận được.", 30),
        Column("result_code", "Mã kết quả", "Ví dụ: KQ.G15.000031.", 18),
        Column(
            "internal_workflow",
            "Quy trình nội bộ",
            "Số quyết định phê duyệt quy trình nội bộ; để trống nếu chưa ban hành.",
            22,
        ),
        Column(
            "no_appointment",
            "Không hẹn ngày trả",
            "Ghi Có nếu thủ tục không có kết quả phải hẹn trả.",
            14,
            choices=YES_NO,
        ),
        Column("valid_from", "Hiệu lực từ", "Ngày/tháng/năm; để trống: từ ngày nhập.", 14),
        Column("valid_to", "Hiệu lực đến", "Ngày/tháng/năm; để trống: chưa hết hiệu lực.", 14),
    ),
)

CHANNELS = Sheet(
    "Kênh và phí",
    "Mỗi kênh nộp của một thủ tục một dòng. Khoản thu thứ hai trở đi của cùng kênh: thêm dòng ngay "
    "bên dưới và để trống cột “Kênh”.",
    (
        _CODE_BELOW,
        Column(
            "channel",
            "Kênh",
            "Trực tiếp, Trực tuyến hoặc Bưu chính.",
            14,
            choices=tuple(CHANNEL_WORDS.values()),
        ),
        Column(
            "term",
            "Thời hạn",
            "Số, cho phép nửa ngày (0,5). Ghi 0 nếu giải quyết ngay. Để trống nếu không quy định.",
            12,
        ),
        Column(
            "unit",
            "Đơn vị thời hạn",
            "ngày làm việc, ngày, giờ hoặc tháng.",
            16,
            choices=tuple(UNIT_WORDS.values()),
        ),
        Column(
            "cut_off",
            "Giờ chốt trong ngày",
            "Ví dụ 15:00: nhận sau giờ này thì trả kết quả vào ngày làm việc tiếp theo.",
            14,
        ),
        Column("free", "Miễn phí", "Có nếu không thu khoản nào.", 10, choices=YES_NO),
        Column("note", "Ghi chú kênh", "Theo quyết định công bố.", 40),
        Column(
            "kind",
            "Loại khoản thu",
            "Phí hoặc Lệ phí; để trống nếu công bố không nói rõ.",
            14,
            choices=("Phí", "Lệ phí"),
        ),
        Column("amount", "Số tiền (đồng)", "Số nguyên đồng, ví dụ 50000.", 14),
        Column("fee_note", "Ghi chú khoản thu", "Ví dụ: /trang, /hồ sơ.", 30),
    ),
)

PAPERS = Sheet(
    "Thành phần hồ sơ",
    "Mỗi giấy tờ một dòng, theo thứ tự in trên giấy tiếp nhận.",
    (
        _CODE_BELOW,
        Column("name", "Tên giấy tờ", "Tên ngắn gọn của giấy tờ.", 70, required=True),
        Column("originals", "Bản chính", "Số bản chính phải nộp.", 11),
        Column("certified_copies", "Bản sao chứng thực", "Số bản sao có chứng thực.", 11),
        Column("photocopies", "Bản sao", "Số bản sao để đối chiếu với bản chính.", 11),
        Column(
            "required",
            "Bắt buộc",
            "Không nếu chỉ nộp trong một số trường hợp. Để trống: bắt buộc khi có số bản.",
            11,
            choices=YES_NO,
        ),
    ),
)

SHEETS = (PROCEDURES, CHANNELS, PAPERS)

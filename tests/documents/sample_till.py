"""Papers about money and the close of a day, as counters really have them."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from counter_app.clock import VIETNAM, to_ms
from counter_app.documents.cash_count import CashCountSheet
from counter_app.documents.day_sheet import ClosingPaper
from counter_app.documents.register import RegisterPaper
from counter_app.domain import vietqr
from counter_app.domain.closing import (
    Against,
    AgencyTotals,
    BookTotals,
    CashTotals,
    DaySheet,
    Explained,
    MethodTotals,
    Notes,
    SheetKind,
)
from counter_app.domain.dossier import ReturnWay
from counter_app.domain.fee_receipt import FeeReceipt, VoidMark
from counter_app.domain.fees import Method, Money, OwedLine
from counter_app.domain.procedure import Channel, FeeKind
from counter_app.domain.refund_slip import ReceiptUndone, RefundSlip
from counter_app.domain.register import RegisterRow
from counter_app.domain.states import State
from counter_app.domain.transfer import TransferSlip
from counter_app.store.tills import CountRow
from tests.documents.sample_receipts import LETTERHEAD

MOMENT = datetime(2026, 11, 20, 16, 42, tzinfo=VIETNAM)
NUMBER = "000.00.14.H35-261120-0118"
FEE_RECEIPT = FeeReceipt(
    id=UUID(int=1),
    subject=UUID(int=2),
    payment=UUID(int=3),
    letterhead=LETTERHEAD,
    unit="Trung tâm Phục vụ hành chính công tỉnh Lai Châu",
    tax_code="6200012345",
    template="01BLP0-001",
    symbol="AA-26P",
    running=118,
    lines=(
        OwedLine(FeeKind.FEE, 50_000, 1, "thẩm định"),
        OwedLine(FeeKind.CHARGE, 8_000, 3, "mỗi bản sao"),
    ),
    money=Money(50_000, 24_000),
    method=Method.CASH,
    payer="Nguyễn Thị Ngọc Ánh",
    payer_address="Số 12, đường Trần Phú, phường Tân Phong, tỉnh Lai Châu",
    dossier_number=NUMBER,
    procedure_name="Thủ tục cấp bản sao Trích lục hộ tịch",
    agency_name="Sở Tư pháp",
    issued_at=MOMENT,
    officer_name="Lò Thị Lan",
    seat_number=7,
)
VOID_RECEIPT = replace(
    FEE_RECEIPT,
    void=VoidMark(MOMENT, "ghi sai tên người nộp tiền", "Lò Thị Lan", "Trần Quang Minh"),
)
LONG_RECEIPT = replace(
    FEE_RECEIPT,
    unit="Bưu điện tỉnh Lai Châu – Bộ phận tiếp nhận hồ sơ thủ tục hành chính của 17 sở, ngành",
    payer="Công ty Trách nhiệm hữu hạn một thành viên Đầu tư Xây dựng và Phát triển nông lâm "
    "nghiệp miền núi Tây Bắc – Chi nhánh Lai Châu",
    payer_address="Bản Nậm Loỏng 2, đường tránh thị trấn, phường Quyết Thắng, thành phố Lai Châu "
    "cũ, nay là phường Tân Phong, tỉnh Lai Châu",
    procedure_name="Cấp giấy phép xây dựng mới đối với công trình cấp đặc biệt, cấp I, cấp II "
    "(công trình không theo tuyến, theo tuyến trong đô thị, tín ngưỡng, tôn giáo, tượng đài, tranh "
    "hoành tráng, theo giai đoạn, theo dự án) và nhà ở riêng lẻ",
    lines=tuple(
        OwedLine(FeeKind.FEE, 1_250_000, 12, f"thẩm định thiết kế xây dựng hạng mục {n}")
        for n in range(6)
    ),
    money=Money(90_000_000, 75_000),
    dossier_number="000.00.00.00.00.00.H35-261120-0118",
    method=Method.VIETQR,
)
REFUND = RefundSlip(
    letterhead=LETTERHEAD,
    unit=FEE_RECEIPT.unit,
    tax_code="6200012345",
    letter="07-003/BBHT",
    dossier_number=NUMBER,
    procedure_name=FEE_RECEIPT.procedure_name,
    agency_name="Sở Tư pháp",
    receiver=FEE_RECEIPT.payer,
    receiver_address=FEE_RECEIPT.payer_address,
    receipt=ReceiptUndone("01BLP0-001", "AA-26P", "0000118", MOMENT, FEE_RECEIPT.money),
    money=Money(50_000, 16_000),
    method=Method.CASH,
    reason="công dân rút hồ sơ, chỉ nhận một bản sao",
    asked_by="Lò Thị Lan",
    asked_at=MOMENT,
    approved_by="Trần Quang Minh",
    given_at=MOMENT.replace(hour=16, minute=51),
    officer_name="Lò Thị Lan",
    seat_number=7,
)
WHOLE_REFUND = replace(REFUND, money=FEE_RECEIPT.money, method=Method.TRANSFER)
BARE_REFUND = replace(REFUND, receipt=None, tax_code="", letter="")
LONG_REFUND = replace(
    REFUND,
    unit=LONG_RECEIPT.unit,
    receiver=LONG_RECEIPT.payer,
    receiver_address=LONG_RECEIPT.payer_address,
    procedure_name=LONG_RECEIPT.procedure_name,
    dossier_number=LONG_RECEIPT.dossier_number,
    money=Money(90_000_000, 75_000),
    reason="hồ sơ bị cơ quan có thẩm quyền trả lại vì không thuộc thẩm quyền giải quyết của tỉnh, "
    "người nộp đề nghị hoàn trả toàn bộ số tiền đã nộp",
)
ACCOUNT = vietqr.BankAccount(
    "970436", "0011012345678", "SO TU PHAP TINH LAI CHAU", "Vietcombank – Chi nhánh Lai Châu"
)
TRANSFER = TransferSlip(
    LETTERHEAD,
    NUMBER,
    "Thủ tục cấp bản sao Trích lục hộ tịch",
    "Nguyễn Thị Ngọc Ánh",
    ACCOUNT,
    Money(50_000, 24_000),
    "0000014H352611200118",
    vietqr.payload(ACCOUNT, 74_000, "0000014H352611200118"),
    MOMENT,
)
NOTES = {500_000: 3, 200_000: 1, 50_000: 7, 10_000: 12, 2_000: 4, 500: 1}
COUNTED = sum(value * number for value, number in NOTES.items())
COUNT = CashCountSheet(
    LETTERHEAD,
    CountRow(
        UUID(int=4),
        7,
        "lan",
        to_ms(MOMENT),
        COUNTED + 2_000,
        COUNTED,
        "thối nhầm một tờ hai nghìn",
        "minh",
        NOTES,
    ),
    "Lò Thị Lan",
    "Trần Quang Minh",
)
SHEET = DaySheet(
    id=UUID(int=5),
    kind=SheetKind.FINAL,
    number=12,
    part=0,
    day=date(2026, 11, 20),
    seat_number=7,
    officer_name="Lò Thị Lan",
    made_at=MOMENT,
    first_at=datetime(2026, 11, 20, 7, 31, tzinfo=VIETNAM),
    last_at=MOMENT,
    entries=214,
    agencies=(
        AgencyTotals("000.00.14.H35", "Sở Tư pháp", 31, 2, 28, 5, 9, 1, 14, 0),
        AgencyTotals("000.00.12.H35", "Sở Nông nghiệp và Môi trường", 12, 4, 12, 0, 3, 0, 6, 2),
    ),
    methods=(
        MethodTotals(Method.CASH, Money(1_550_000, 640_000), Money(50_000, 0), 21, 1),
        MethodTotals(Method.VIETQR, Money(300_000, 75_000), Money(), 4, 0),
    ),
    books=(BookTotals("01BLP0-001", "AA-26P", 94, 118, 25, (101, 117), 119, Money(1_850_000, 0)),),
    cash=CashTotals(
        COUNTED + 2_000,
        COUNTED,
        tuple(Notes(value, number) for value, number in NOTES.items()),
        "thối nhầm một tờ hai nghìn",
        "minh",
    ),
    explained=(
        Explained(Against.NOT_HANDED_OVER, 3, "nhận sau 16 giờ 30, giao đầu giờ sáng hôm sau"),
        Explained(Against.TRANSFERS_AWAITED, 2, ""),
    ),
    approved_by="minh",
)
CLOSING = ClosingPaper(LETTERHEAD, SHEET, "Trần Quang Minh")
EMPTY_CLOSING = ClosingPaper(
    LETTERHEAD,
    DaySheet(UUID(int=6), SheetKind.INTERIM, 13, 2, date(2026, 11, 20), 7, "Lò Thị Lan", MOMENT),
)
MANY_AGENCIES = ClosingPaper(
    LETTERHEAD,
    replace(
        SHEET,
        agencies=tuple(
            AgencyTotals(
                f"000.00.{n}.H35",
                f"Sở có tên dài số {n}: Văn hóa, Thể thao, Du lịch và Truyền thông",
                *range(n, n + 8),
            )
            for n in range(10, 50)
        ),
    ),
)


def register_row(n: int, **changed: object) -> RegisterRow:
    """A line of the register."""
    row = RegisterRow(
        subject=UUID(int=100 + n),
        book="07/2026",
        book_number=n,
        number=f"000.00.14.H35-261120-{n:04d}",
        procedure_code="2.000635",
        procedure_name="Thủ tục cấp bản sao Trích lục hộ tịch",
        summary="",
        agency_code="000.00.14.H35",
        agency_name="Sở Tư pháp",
        channel=Channel.COUNTER,
        service_level=0,
        sets=1,
        owner_name="Nguyễn Thị Ngọc Ánh",
        submitter_name="Nguyễn Thị Ngọc Ánh",
        identity_number="012185001234",
        address="Số 12, đường Trần Phú, phường Tân Phong, tỉnh Lai Châu",
        phone="+84912345678",
        received_at=MOMENT,
        due_at=MOMENT,
        result_at=None,
        returned_at=MOMENT if n % 3 else None,
        return_way=ReturnWay.POST if n % 4 == 0 else ReturnWay.COUNTER,
        giver="Lò Thị Lan",
        receiver="Nguyễn Thị Ngọc Ánh" if n % 3 else "",
        officer_name="Lò Thị Lan",
        place="Phường Tân Phong",
        state=State.RETURNED if n % 3 else State.PROCESSING,
        rating="",
        note="" if n % 5 else "Trả qua bưu điện, người nhận ký thay theo giấy ủy quyền số 12",
    )
    return replace(row, **changed)  # type: ignore[arg-type]


REGISTER = RegisterPaper(
    LETTERHEAD,
    date(2026, 11, 16),
    date(2026, 11, 20),
    tuple(register_row(n) for n in range(1, 41)),
    "Sở Tư pháp",
    7,
)
OLD_REGISTER = replace(REGISTER, first=date(2021, 1, 16), last=date(2021, 2, 15))
EMPTY_REGISTER = replace(REGISTER, rows=(), agency_name="", seat_number=None)

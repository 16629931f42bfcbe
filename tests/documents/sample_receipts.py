"""Receipts as counters really have them: plain, with long names, with thirty papers."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from counter_app.clock import VIETNAM
from counter_app.documents.sync_proof import Proof, ProvedDossier
from counter_app.domain.dossier import Consents, Paper, Party, PartyKind, ReturnWay
from counter_app.domain.procedure import Channel, FeeKind, FeeLine, Term, TermUnit
from counter_app.domain.receipt import Letterhead, Receipt

LETTERHEAD = Letterhead(
    "UBND TỈNH LAI CHÂU",
    "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
    "Lai Châu",
    "0213 3876 543",
    "dichvucong.laichau.gov.vn",
)
SUBMITTER = Party(
    name="Nguyễn Thị Ngọc Ánh",
    identity_number="012185001234",
    address="Số 12, đường Trần Phú, phường Tân Phong, tỉnh Lai Châu",
    phone="+84912345678",
    email="ngoc.anh@example.vn",
)
TEN_PAPERS = tuple(
    Paper(f"Bản sao giấy chứng nhận thứ {number}", 1, number % 2, number % 3, present=True)
    for number in range(1, 11)
)
RECEIPT = Receipt(
    subject=UUID(int=1),
    number="000.00.14.H35-261122-0118",
    lookup_code="4821",
    letterhead=LETTERHEAD,
    agency_code="000.00.14.H35",
    agency_name="Sở Nông nghiệp và Môi trường",
    procedure_code="1.004199",
    procedure_name="Đăng ký và cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở lần đầu",
    sector="Đất đai",
    submitter=SUBMITTER,
    owner=SUBMITTER,
    authorisation="",
    papers=TEN_PAPERS,
    sets=1,
    channel=Channel.COUNTER,
    term=Term(Decimal(20), TermUnit.WORKING_DAY),
    received_at=datetime(2026, 11, 22, 8, 5, tzinfo=VIETNAM),
    due_at=datetime(2026, 12, 18, 16, 30, tzinfo=VIETNAM),
    return_way=ReturnWay.COUNTER,
    return_address="",
    consents=Consents(sms=True, zalo=True),
    summary="",
    note="",
    fees=(FeeLine(FeeKind.FEE, 50_000), FeeLine(FeeKind.CHARGE, 20_000)),
    free=False,
    book="01/2026",
    book_number=118,
    officer_name="Lò Văn Thành",
    seat_number=7,
    entry_hash="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
)
LONG_PROCEDURE = (
    "Thủ tục chấp thuận chủ trương đầu tư thuộc thẩm quyền của Ủy ban nhân dân cấp tỉnh đối với dự "
    "án đầu tư có đề nghị Nhà nước giao đất, cho thuê đất không thông qua đấu giá quyền sử dụng "
    "đất hoặc đấu thầu lựa chọn nhà đầu tư hoặc nhận chuyển nhượng, dự án đầu tư có đề nghị cho "
    "phép chuyển mục đích sử dụng đất, dự án đầu tư có sử dụng công nghệ thuộc Danh mục công nghệ "
    "hạn chế chuyển giao theo quy định của pháp luật."
)
LONG_NAMES = replace(
    RECEIPT,
    submitter=replace(
        SUBMITTER,
        name="Công Tằng Tôn Nữ Hoàng Nguyễn Thị Phương Thảo Quỳnh Như Bích Ngọc Ánh Nguyệt",
        address="Số nhà 1234/56/78 ngách 12 ngõ 345, đường Nguyễn Thị Minh Khai kéo dài, tổ dân "
        "phố số 15, khu phố Tân Lập, phường Tân Phong, tỉnh Lai Châu",
        email="cong.tang.ton.nu.hoang.nguyen.thi.phuong.thao.quynh.nhu.bich.ngoc@thu-dien-tu.vn",
    ),
    owner=Party(
        PartyKind.ORGANISATION,
        "Công ty Trách nhiệm hữu hạn Một thành viên Đầu tư Xây dựng Thương mại và Dịch vụ Du lịch "
        "Tây Bắc Lai Châu",
        "6200012345",
        address="Khu công nghiệp Mường So, xã Phong Thổ, tỉnh Lai Châu",
        representative="Nguyễn Hoàng Bảo Khánh Linh",
        phone="+842133876543",
    ),
    authorisation="Giấy ủy quyền số 45/2026/GUQ ngày 02/11/2026",
    procedure_name=LONG_PROCEDURE,
    return_way=ReturnWay.POST,
    return_address="Khu công nghiệp Mường So, xã Phong Thổ, tỉnh Lai Châu",
    note="Hồ sơ có bản vẽ khổ A0 cuộn rời, để trong ống.",
)
_PAPER_NAME = (
    "Văn bản xác nhận của cơ quan có thẩm quyền về việc thực hiện nghĩa vụ tài chính, kèm theo bản "
    "sao chứng từ có liên quan"
)
THIRTY_PAPERS = replace(
    RECEIPT,
    papers=tuple(
        Paper(
            " ".join([_PAPER_NAME] * (3 if number % 7 == 0 else 1)) + f" (mẫu {number})",
            1,
            number % 2,
            number % 3,
            present=True,
            note="bản scan" if number == 4 else "",
        )
        for number in range(1, 31)
    ),
)
LONG_NUMBER = replace(RECEIPT, number="000.00.14.H35.12345.67890.12345.678-261122-0118")
RECEIPTS = {
    "plain": RECEIPT,
    "long names": LONG_NAMES,
    "thirty papers": THIRTY_PAPERS,
    "long number": LONG_NUMBER,
}
PROOF = Proof(
    centre_name="Trung tâm Phục vụ hành chính công tỉnh Lai Châu",
    letterhead=LETTERHEAD,
    seat_number=7,
    officer_name="Lò Văn Thành",
    day=date(2026, 11, 22),
    counts=(("dossier_received", 42), ("document_printed", 84), ("day_closed", 1)),
    first_seq=120_340,
    last_seq=120_466,
    head_hash=RECEIPT.entry_hash,
    receipt_code="LC-261122-7F3K-9QXD",
    centre_time=datetime(2026, 11, 22, 17, 2, tzinfo=VIETNAM),
    dossiers=tuple(
        ProvedDossier(
            f"000.00.14.H35-261122-{serial:04d}",
            LONG_NAMES.owner.name if serial % 5 == 0 else SUBMITTER.name,
            datetime(2026, 11, 22, 8, serial % 60, tzinfo=VIETNAM),
        )
        for serial in range(118, 160)
    ),
)

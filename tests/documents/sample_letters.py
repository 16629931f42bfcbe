"""Letters as counters really write them: plain, long, without a dossier."""

from dataclasses import replace
from datetime import date, datetime

from counter_app.clock import VIETNAM
from counter_app.domain.papers import ApologyLetter, RefusalSlip, StopNotice, SupplementSlip
from counter_app.domain.processing import LateReason, StopReason, SupplementLine
from tests.documents.sample_receipts import LONG_NAMES, LONG_PROCEDURE, RECEIPT, SUBMITTER

MADE_AT = datetime(2026, 11, 24, 9, 15, tzinfo=VIETNAM)
CENTRE = "Trung tâm Phục vụ hành chính công tỉnh Lai Châu"
SUPPLEMENT = SupplementSlip(
    letterhead=RECEIPT.letterhead,
    letter="07-012/PBS",
    made_at=MADE_AT,
    number=RECEIPT.number,
    seat_number=7,
    submitter=SUBMITTER,
    asked=RECEIPT.procedure_name,
    lines=(
        SupplementLine("Tờ khai đăng ký đất đai", "Thiếu chữ ký của người khai ở trang 2", 1),
        SupplementLine("Trích lục bản đồ địa chính thửa đất", "Bản sao chưa được chứng thực", 0, 1),
        SupplementLine("Chứng từ thực hiện nghĩa vụ tài chính", photocopies=2),
    ),
    reason="Thành phần hồ sơ chưa đầy đủ theo quy định tại Nghị định số 101/2024/NĐ-CP",
    answer_by=date(2026, 12, 24),
    officer_name="Lò Văn Thành",
)
GUIDANCE = replace(SUPPLEMENT, number="", letter="07-013/PBS", answer_by=None)
LONG_SUPPLEMENT = replace(
    SUPPLEMENT,
    submitter=LONG_NAMES.submitter,
    asked=LONG_PROCEDURE,
    lines=tuple(
        SupplementLine(
            f"Văn bản xác nhận của cơ quan có thẩm quyền về việc thực hiện nghĩa vụ số {number}",
            "Thông tin về diện tích, ranh giới thửa đất không khớp với bản đồ địa chính",
            1,
        )
        for number in range(1, 19)
    ),
)
REFUSAL = RefusalSlip(
    letterhead=RECEIPT.letterhead,
    letter="07-004/PTC",
    made_at=MADE_AT,
    number="",
    seat_number=7,
    centre_name=CENTRE,
    agency_name=RECEIPT.agency_name,
    submitter=SUBMITTER,
    asked=RECEIPT.procedure_name,
    reason="Thửa đất thuộc thẩm quyền giải quyết của Ủy ban nhân dân xã Phong Thổ.",
    officer_name="Lò Văn Thành",
)
APOLOGY = ApologyLetter(
    letterhead=RECEIPT.letterhead,
    letter="07-002/PXL",
    made_at=datetime(2026, 12, 17, 10, 0, tzinfo=VIETNAM),
    number=RECEIPT.number,
    centre_name=CENTRE,
    agency_name=RECEIPT.agency_name,
    sector=RECEIPT.sector,
    procedure_name=RECEIPT.procedure_name,
    owner=SUBMITTER,
    received_at=RECEIPT.received_at,
    due_at=RECEIPT.due_at or MADE_AT,
    reason_code=LateReason.OTHER_AGENCY,
    reason="Trung tâm Lý lịch tư pháp Quốc gia chưa trả kết quả xác minh",
    new_due_at=datetime(2026, 12, 25, 16, 30, tzinfo=VIETNAM),
    signer="Hà Văn Nam",
    signer_title="GIÁM ĐỐC",
)
LATE_APOLOGY = replace(APOLOGY, made_at=datetime(2026, 12, 21, 8, 0, tzinfo=VIETNAM))
STOP = StopNotice(
    letterhead=RECEIPT.letterhead,
    letter="07-001/TBD",
    made_at=MADE_AT,
    number=RECEIPT.number,
    agency_name=RECEIPT.agency_name,
    owner=SUBMITTER,
    asked=RECEIPT.procedure_name,
    received_at=RECEIPT.received_at,
    due_at=RECEIPT.due_at,
    stage="Thẩm định hồ sơ",
    reason_code=StopReason.OTHER_AGENCY,
    reason="cần ý kiến về quy hoạch sử dụng đất",
    waits_for="Sở Xây dựng",
    money="Phí thẩm định 50.000 đồng đã nộp, được bảo lưu.",
    officer_name="Lò Văn Thành",
)
LETTERS = {
    "supplement": SUPPLEMENT,
    "guidance": GUIDANCE,
    "long supplement": LONG_SUPPLEMENT,
    "refusal": REFUSAL,
    "apology": APOLOGY,
    "late apology": LATE_APOLOGY,
    "stop": STOP,
}

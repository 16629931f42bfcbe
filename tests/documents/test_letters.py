"""Mẫu số 02 to 05: what they say, in which form set, and that their codes scan."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from counter_app.clock import VIETNAM
from counter_app.devices.printers import FolderPrinters
from counter_app.documents import (
    apology_letter,
    receipt,
    refusal_slip,
    stop_notice,
    supplement_slip,
    thermal,
)
from counter_app.documents.codes import OFFICE_DPI
from counter_app.documents.forms import NoFormSet, common
from counter_app.documents.pages import PaperSize
from counter_app.documents.press import Press, letter_pdf, sheet_of
from counter_app.documents.preview import page_count
from counter_app.documents.readback import CodeDiffers, CodeUnreadable, check_numbers
from counter_app.domain.processing import LateReason, StopReason
from counter_app.domain.states import State
from counter_app.store.dossiers import history
from counter_app.store.papers import NoSuchPaper
from counter_app.store.papers import supplement_slip as slip_of
from counter_app.usecases import printing, promises, refusals, stops, supplements
from counter_app.usecases.printing import PaperSize as PrintedOn
from tests.documents.sample_letters import (
    APOLOGY,
    GUIDANCE,
    LATE_APOLOGY,
    LETTERS,
    LONG_SUPPLEMENT,
    REFUSAL,
    STOP,
    SUPPLEMENT,
)
from tests.documents.sample_receipts import RECEIPT
from tests.fixtures.desk import birth_intake
from tests.fixtures.life import ASKED, REACHING, SORRY, WHY_STOPPED, handed_over

BEFORE_2025 = datetime(2025, 9, 14, 9, 0, tzinfo=VIETNAM)
RENDER = {
    "SupplementSlip": supplement_slip.render,
    "RefusalSlip": refusal_slip.render,
    "ApologyLetter": apology_letter.render,
    "StopNotice": stop_notice.render,
}


def rendered(record, paper=PaperSize.A4, **more):
    return RENDER[type(record).__name__](record, paper, **more)


def said(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("record", LETTERS.values(), ids=LETTERS.keys())
@pytest.mark.parametrize("paper", PaperSize)
def test_the_code_of_a_letter_scans(pictures, decode, record, paper):
    pdf = rendered(record, paper)
    found = set().union(*(decode(picture) for picture in pictures(pdf, OFFICE_DPI)))
    assert found == ({record.number} if record.number else set())
    check_numbers(pdf, [record.number] if record.number else [])


@pytest.mark.parametrize("record", LETTERS.values(), ids=LETTERS.keys())
@pytest.mark.parametrize("paper", PaperSize)
def test_a_letter_says_its_number_and_the_same_bytes_again(texts, record, paper):
    pdf = rendered(record, paper)
    text = "".join(texts(pdf))
    assert said(f"Số: {record.letter}") in text
    assert "{" not in text
    assert pdf == rendered(replace(record), paper)


@pytest.mark.parametrize("record", LETTERS.values(), ids=LETTERS.keys())
def test_a_letter_printed_again_says_so_and_how_often(texts, record):
    mark = said("Bản in lại lần")
    assert mark not in "".join(texts(letter_pdf(record, PrintedOn.A4)))
    again = "".join(texts(letter_pdf(record, PrintedOn.A4, reprint=2)))
    assert f"{mark}2" in again
    assert said(f"Số: {record.letter}") in again


def test_a_usual_letter_is_one_page_and_a_long_one_keeps_its_head(texts):
    for name, record in LETTERS.items():
        pages = page_count(rendered(record, PaperSize.A5))
        assert (pages == 1) == (name != "long supplement"), name
    pages = texts(rendered(LONG_SUPPLEMENT, PaperSize.A5))
    assert all(said(LONG_SUPPLEMENT.letter) in page for page in pages)
    text = "".join(pages)
    assert text.count(said("Văn bản xác nhận của")) == len(LONG_SUPPLEMENT.lines)


def test_the_supplement_slip_names_papers_reasons_and_whom_to_ask(texts):
    (page,) = texts(rendered(SUPPLEMENT))
    for words in (
        "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
        "(Theo Mẫu số 02, ban hành kèm theo Thông tư số 03/2025/TT-VPCP",
        "Tờ khai đăng ký đất đai",
        "Thiếu chữ ký của người khai ở trang 2",
        "Thời hạn bổ sung, hoàn thiện hồ sơ: trước hết ngày 24 tháng 12 năm 2026",
        "liên hệ với công chức Lò Văn Thành",
        "NGƯỜI HƯỚNG DẪN",
        SUPPLEMENT.number,
    ):
        assert said(words) in page, words


def test_papers_that_were_not_taken_in_are_guided_without_a_number(texts):
    (page,) = texts(rendered(GUIDANCE))
    assert said("Mã hồ sơ:") not in page
    assert said("Thời hạn bổ sung") not in page


def test_the_refusal_names_agency_centre_and_reason(texts):
    (page,) = texts(rendered(REFUSAL))
    for words in (
        "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ",
        "Bộ phận tiếp nhận hồ sơ của Sở Nông nghiệp và Môi trường tại",
        "Trung tâm Phục vụ hành chính công tỉnh Lai Châu thông báo không tiếp nhận",
        REFUSAL.reason,
        "Xin thông báo cho Ông/Bà được biết và thực hiện.",
    ):
        assert said(words) in page, words


def test_the_apology_comes_from_the_agency_and_names_both_dates(texts):
    (page,) = texts(rendered(APOLOGY))
    for words in (
        "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT",
        "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
        "Ngày hẹn trả kết quả giải quyết hồ sơ: 16 giờ 30 phút, ngày 18 tháng 12 năm 2026",
        "16 giờ 30 phút, ngày 25 tháng 12 năm 2026",
        "chưa thể trả kết quả",
        "chờ kết quả phối hợp của cơ quan khác; Trung tâm Lý lịch tư pháp Quốc gia",
        "GIÁM ĐỐC",
        "Hà Văn Nam",
    ):
        assert said(words) in page, words


def test_an_apology_after_the_day_says_that_it_is_late(texts):
    (page,) = texts(rendered(LATE_APOLOGY))
    assert said("chưa trả kết quả giải quyết hồ sơ") in page


def test_the_notice_says_why_the_dossier_stands_still(texts):
    (page,) = texts(rendered(STOP))
    for words in (
        "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",
        "(Theo Mẫu số 05,",
        "dừng giải quyết hồ sơ kể từ 09 giờ 15 phút, ngày 24 tháng 11 năm 2026",
        "Chờ ý kiến, kết quả của: Sở Xây dựng",
        "Giai đoạn giải quyết khi dừng: Thẩm định hồ sơ",
        "Phí thẩm định 50.000 đồng",
    ):
        assert said(words) in page, words


@pytest.mark.parametrize("record", [SUPPLEMENT, REFUSAL, APOLOGY], ids=["02", "03", "04"])
def test_the_form_set_follows_the_day_of_the_letter(texts, record):
    old = "".join(texts(rendered(replace(record, made_at=BEFORE_2025))))
    new = "".join(texts(rendered(record)))
    assert said("01/2018/TT-VPCP") in old
    assert said("03/2025/TT-VPCP") in new
    assert (said("PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ") in old) == (record is APOLOGY)


def test_the_set_of_2018_has_no_notice_of_a_stop():
    with pytest.raises(NoFormSet):
        rendered(replace(STOP, made_at=BEFORE_2025))


def test_every_reason_code_has_words():
    assert common().reasons.late.keys() == set(LateReason)
    assert common().reasons.stop.keys() == set(StopReason)


def test_a_letter_of_another_dossier_is_not_printed():
    pdf = rendered(SUPPLEMENT)
    with pytest.raises(CodeDiffers):
        check_numbers(pdf, ["000.00.14.H35-261122-0119"])
    with pytest.raises(CodeUnreadable):
        check_numbers(rendered(GUIDANCE), [SUPPLEMENT.number])


def test_a_receipt_issued_anew_says_so(texts):
    anew = replace(RECEIPT, reissue=2)
    for page in texts(receipt.render(anew, PaperSize.A5)):
        assert said("Cấp lại lần 2, thay thế giấy đã cấp trước") in page
    assert thermal.render(anew).tobytes() != thermal.render(RECEIPT).tobytes()


@pytest.mark.parametrize("form", ["supplement", "apology", "stop"])
def test_letters_of_a_dossier_reach_the_printer(office, tmp_path, texts, form):
    subject = handed_over(office)
    number = {
        "supplement": lambda: supplements.request(office, subject, ASKED).letter,
        "apology": lambda: promises.apologise(office, subject, SORRY).letter,
        "stop": lambda: stops.stop(office, subject, WHY_STOPPED).letter,
    }[form]()
    printers = FolderPrinters(tmp_path / "papers")
    wanted = printing.Form(form)
    Press(printers).print(office, subject, wanted, printing.PaperSize.A4, "PDF")
    text = "".join(texts(Path(printers.sent[0]).read_bytes()))
    assert said(number) in text
    assert office.ask(history, subject)[-1].record()["form"] == form


def test_a_refusal_without_dossier_is_printed_too(office, tmp_path):
    slip = refusals.refuse(office, birth_intake(), "Không thuộc thẩm quyền")
    printers = FolderPrinters(tmp_path / "papers")
    Press(printers).print(office, slip.subject, printing.Form.REFUSAL, printing.PaperSize.A5, "PDF")
    assert len(printers.sent) == 1
    guided = refusals.guide(office, birth_intake(), ASKED)
    assert office.ask(slip_of, guided.subject).number == ""


def test_a_letter_that_was_never_written_is_not_printed(office):
    with pytest.raises(NoSuchPaper):
        office.ask(slip_of, handed_over(office))


def test_a_letter_to_look_at_is_the_letter_that_prints(office, texts):
    subject = handed_over(office)
    supplements.request(office, subject, ASKED)
    letter = office.ask(slip_of, subject).letter
    pdf = sheet_of(office, subject, printing.Form.SUPPLEMENT, PrintedOn.A4)
    assert said(letter) in "".join(texts(pdf))
    with pytest.raises(NoSuchPaper):
        sheet_of(office, subject, printing.Form.STOP, PrintedOn.A4)


def test_the_receipt_for_a_result_is_printed_with_its_count(office, texts, tmp_path):
    subject = REACHING[State.RETURNED](office)
    printers = FolderPrinters(tmp_path / "papers")
    press = Press(printers)
    for count in range(2):
        job = press.print(office, subject, printing.Form.RETURN_SLIP, PrintedOn.A5, "PDF")
        assert job.reprint == count
    first, second = ("".join(texts(Path(path).read_bytes())) for path in printers.sent)
    assert said("Bản in lại lần") not in first
    assert said("Bản in lại lần 1") in second

"""The receipt: what it says, its pages, its codes, the same bytes every time."""

import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime

import pytest

from counter_app.clock import VIETNAM
from counter_app.documents.codes import LABEL_DPI, OFFICE_DPI
from counter_app.documents.forms import form_set
from counter_app.documents.items import Placed, Words
from counter_app.documents.pages import SHEETS, PaperSize
from counter_app.documents.preview import page_count, page_image
from counter_app.documents.receipt import Copies, lay_out, render
from counter_app.domain.procedure import Term, TermUnit
from tests.documents.sample_receipts import (
    LONG_NAMES,
    LONG_NUMBER,
    RECEIPT,
    RECEIPTS,
    THIRTY_PAPERS,
)

papers = pytest.mark.parametrize("paper", PaperSize)


def said(text: str) -> str:
    return "".join(text.split())


@papers
def test_both_copies_say_everything(texts, paper):
    pages = texts(render(RECEIPT, paper))
    assert len(pages) == 2
    for page in pages:
        for words in (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "UBND TỈNH LAI CHÂU",
            "Lai Châu, ngày 22 tháng 11 năm 2026",
            "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
            "Mã hồ sơ: 000.00.14.H35-261122-0118",
            "Tiếp nhận hồ sơ của: Nguyễn Thị Ngọc Ánh",
            "Số căn cước/CMND/Hộ chiếu: 012185001234",
            RECEIPT.procedure_name,
            "10 Bản sao giấy chứng nhận thứ 10",
            "2. Số lượng hồ sơ: 01 (bộ)",
            "3. Thời gian giải quyết hồ sơ theo quy định là: 20 ngày làm việc",
            "4. Thời gian nhận hồ sơ: 08 giờ 05 phút, ngày 22 tháng 11 năm 2026",
            "5. Thời gian trả kết quả giải quyết hồ sơ: 16 giờ 30 phút, ngày 18 tháng 12 năm 2026",
            "Bảy mươi nghìn đồng",
            "Quyển số: 01/2026 Số thứ tự: 118",
            "Mã tra cứu: 4821",
            "NGƯỜI TIẾP NHẬN HỒ SƠ",
            "Lò Văn Thành",
        ):
            assert said(words) in page, words
    assert said("(Liên 1: Lưu)") in pages[0]
    assert said("(Liên 2: Giao") in pages[1]


def test_each_copy_can_be_had_alone(texts):
    (kept,) = texts(render(RECEIPT, PaperSize.A5, Copies.FILE))
    (given,) = texts(render(RECEIPT, PaperSize.A5, Copies.CITIZEN))
    assert "Liên1" in kept
    assert "Liên2" in given


@papers
def test_long_names_are_whole(texts, paper):
    text = "".join(texts(render(LONG_NAMES, paper, Copies.CITIZEN)))
    for words in (
        LONG_NAMES.submitter.name,
        LONG_NAMES.submitter.address,
        LONG_NAMES.submitter.email,
        f"Chủ hồ sơ: {LONG_NAMES.owner.name}",
        f"Người đại diện: {LONG_NAMES.owner.representative}",
        "Mã số thuế: 6200012345",
        LONG_NAMES.authorisation,
        LONG_NAMES.procedure_name,
        LONG_NAMES.return_address,
        LONG_NAMES.note,
    ):
        assert said(words) in text, words


@papers
def test_thirty_papers_go_on_with_number_and_copy(texts, paper):
    pages = texts(render(THIRTY_PAPERS, paper, Copies.CITIZEN, reprint=2))
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert f"Trang{number}/{len(pages)}" in page
        assert said("Mã hồ sơ: 000.00.14.H35-261122-0118") in page
        assert said("(Liên 2: Giao") in page
        assert said("Bản in lại lần 2") in page
    for number in range(1, 31):
        assert any(f"(mẫu{number})" in page for page in pages)
    assert said("TT Thành phần hồ sơ") in pages[1]


@pytest.mark.parametrize("count", range(11, 48))
@papers
def test_signatures_never_stand_alone(paper, count):
    record = replace(RECEIPT, papers=(THIRTY_PAPERS.papers * 2)[:count])
    last = lay_out(record, paper, Copies.CITIZEN)[-1]
    texts = [item.text for item in last.items if isinstance(item, Words)]
    assert "Ghi chú:" in texts
    assert any("Quyển số" in text for text in texts)


def test_a_second_page_is_not_made_for_a_few_lines():
    record = replace(RECEIPT, papers=RECEIPT.papers[:9])
    large = lay_out(replace(record, papers=()), PaperSize.A5, Copies.CITIZEN)
    small = lay_out(record, PaperSize.A5, Copies.CITIZEN)
    assert len(large) == len(small) == 1
    assert small[0].items[0].size <= large[0].items[0].size


@papers
@pytest.mark.parametrize("record", RECEIPTS.values(), ids=RECEIPTS.keys())
@pytest.mark.parametrize("dpi", [LABEL_DPI, OFFICE_DPI], ids=["203", "300"])
def test_the_codes_scan(pictures, decode, record, paper, dpi):
    if record is LONG_NUMBER and paper is PaperSize.A5:
        dpi = OFFICE_DPI  # 530 modules on 123 mm are too fine for 203 dpi
    drawn = pictures(render(record, paper, Copies.CITIZEN), dpi)
    found = set().union(*(decode(picture) for picture in drawn))
    assert found == {record.number, f"{record.number}|4821|9f86d081884c"}


@papers
@pytest.mark.parametrize("dpi", [LABEL_DPI, OFFICE_DPI], ids=["203", "300"])
def test_modules_are_whole_dots_on_whole_dots(paper, dpi):
    dot = 72 / dpi
    for page in lay_out(LONG_NAMES, paper, dpi=dpi):
        for item in page.items:
            if isinstance(item, Placed):
                for length in (item.module, item.x, item.y):
                    assert length / dot == pytest.approx(round(length / dot), abs=1e-6)
                assert round(item.module / dot) >= 2


def test_a_bar_is_black_or_white_on_the_printer(pictures):
    (picture,) = pictures(render(RECEIPT, PaperSize.A5, Copies.CITIZEN), OFFICE_DPI)
    (page,) = lay_out(RECEIPT, PaperSize.A5, Copies.CITIZEN)
    bars = next(item for item in page.items if isinstance(item, Placed))
    left, top, right, bottom = (round(edge * OFFICE_DPI / 72) for edge in bars.bounds)
    row = picture.crop((left, (top + bottom) // 2, right, (top + bottom) // 2 + 1)).tobytes()
    assert set(row) <= {0, 1, 254, 255}


def test_the_long_number_still_fits_across_a5():
    page = lay_out(LONG_NUMBER, PaperSize.A5, Copies.CITIZEN)[0]
    bars = next(item for item in page.items if isinstance(item, Placed))
    assert bars.area[2] - bars.area[0] <= SHEETS[PaperSize.A5].text_width


@papers
def test_the_same_receipt_gives_the_same_bytes(paper):
    assert render(RECEIPT, paper) == render(replace(RECEIPT), paper)
    assert render(RECEIPT, paper) != render(RECEIPT, paper, reprint=1)


def test_composed_and_decomposed_names_give_the_same_bytes():
    name = unicodedata.normalize("NFD", RECEIPT.submitter.name)
    party = replace(RECEIPT.submitter, name=name)
    decomposed = replace(RECEIPT, submitter=party, owner=party)
    assert lay_out(decomposed, PaperSize.A5) == lay_out(RECEIPT, PaperSize.A5)


def test_the_form_set_is_that_of_the_day_of_receipt(texts):
    old = replace(RECEIPT, received_at=datetime(2025, 9, 14, 8, 0, tzinfo=VIETNAM))
    assert said("Thông tư số 01/2018/TT-VPCP") in texts(render(old, PaperSize.A4))[0]
    assert said("Thông tư số 03/2025/TT-VPCP") in texts(render(RECEIPT, PaperSize.A4))[0]
    new = form_set(RECEIPT.received_at.date())
    assert said("03/2025/TT-VPCP") in texts(render(old, PaperSize.A4, forms=new))[0]


def test_without_appointment_and_on_the_spot(texts):
    none = replace(RECEIPT, term=None, due_at=None)
    assert said("không hẹn ngày trả kết quả") in texts(render(none, PaperSize.A5))[0]
    at_once = replace(RECEIPT, term=Term(RECEIPT.term.amount * 0, TermUnit.HOUR))
    assert said("giải quyết ngay sau khi tiếp nhận") in texts(render(at_once, PaperSize.A5))[0]


def test_only_papers_handed_in_are_listed(texts):
    some = replace(RECEIPT, papers=(RECEIPT.papers[0], replace(RECEIPT.papers[1], present=False)))
    page = texts(render(some, PaperSize.A5))[0]
    assert "thứ1" in page
    assert "thứ2" not in page
    none = texts(render(replace(RECEIPT, papers=()), PaperSize.A5))[0]
    assert said("nộp gồm: không có giấy tờ kèm theo") in none


def test_a_preview_has_no_number_and_no_codes(texts, pictures, decode):
    draft = replace(RECEIPT, number="", lookup_code="", entry_hash="")
    pdf = render(draft, PaperSize.A5, Copies.CITIZEN)
    assert said("Mã hồ sơ: (cấp khi tiếp nhận)") in texts(pdf)[0]
    assert decode(pictures(pdf, OFFICE_DPI)[0]) == set()


@papers
def test_ink_stays_inside_the_margins(pictures, paper):
    sheet = SHEETS[paper]
    for picture in pictures(render(LONG_NAMES, paper), 144):
        left, top, right, bottom = picture.point(lambda grey: 255 * (grey < 128)).getbbox()
        assert left / 2 >= sheet.left - 1
        assert top / 2 >= sheet.top - 1
        assert right / 2 <= sheet.width - sheet.right + 1
        assert bottom / 2 <= sheet.height - sheet.bottom + 1


def test_faces_are_embedded_and_pages_are_white():
    pdf = render(RECEIPT, PaperSize.A5)
    assert pdf.count(b"/FontFile2") == 3
    assert page_count(pdf) == 2
    image = page_image(pdf, 0, width=500)
    assert image.width == 500
    assert len(image.rgba) == 4 * image.width * image.height
    assert image.rgba[:4] == b"\xff\xff\xff\xff"


def test_letters_of_other_countries_are_drawn(texts):
    foreign = replace(RECEIPT, owner=replace(RECEIPT.owner, name="Łukasz Żółć-Müller"))
    assert said("Chủ hồ sơ: Łukasz Żółć-Müller") in texts(render(foreign, PaperSize.A5))[0]
    assert render(RECEIPT, PaperSize.A5) == render(RECEIPT, PaperSize.A5)


def test_two_lanes_may_draw_at_once():
    records = [replace(RECEIPT, number=f"000.00.14.H35-261122-{serial:04d}") for serial in range(8)]
    alone = [render(record, PaperSize.A5) for record in records]
    with ThreadPoolExecutor(4) as lanes:
        together = list(lanes.map(lambda record: render(record, PaperSize.A5), records))
        counts = list(lanes.map(page_count, together))
    assert together == alone
    assert counts == [2] * len(records)

"""What a centre posts: terms, fees and papers in full, and a code that opens the procedure."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from counter_app.documents.forms import common
from counter_app.documents.posting_press import posted_board, posted_sheets
from counter_app.domain.fees import ExemptionReason
from counter_app.domain.procedure import FeeExemption
from counter_app.usecases.intake import UnknownProcedure
from tests.fixtures.desk import (
    AGENCY,
    BIRTH,
    BUILDING,
    EXTRACT,
    publish_procedure,
    publish_setting,
)

DAY = date(2026, 11, 20)


def text_of(pdf):
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def codes_on(pdf):
    import pypdfium2
    import zxingcpp

    page = pypdfium2.PdfDocument(pdf)[0]
    image = page.render(scale=3, fill_color=(255, 255, 255, 255)).to_pil()
    return [code.text for code in zxingcpp.read_barcodes(image)]


def test_a_sheet_tells_term_fees_and_papers(desk):
    pages = text_of(desk.ask(posted_sheets, [BUILDING.code, EXTRACT.code], DAY))
    assert "15 ngày làm việc" in pages[0]
    assert "75.000 đồng (nhà ở riêng lẻ)" in pages[0]
    assert "2 bản chính" in pages[0]
    extract = next(page for page in pages if EXTRACT.name in page)
    assert "15:00" in extract
    assert "8.000 đồng (mỗi bản sao)" in extract


def test_the_code_on_the_sheet_is_that_of_the_procedure(desk):
    assert codes_on(desk.ask(posted_sheets, [BIRTH.code], DAY)) == [BIRTH.code]


def test_the_board_lists_all_procedures_of_an_agency(desk):
    pages = " ".join(text_of(desk.ask(posted_board, AGENCY, DAY)))
    for procedure in (BIRTH, BUILDING, EXTRACT):
        assert procedure.code in pages
    assert "Không thu" in pages


def test_the_same_day_gives_the_same_paper(desk):
    made = desk.ask(posted_sheets, [BIRTH.code], DAY)
    assert made == desk.ask(posted_sheets, [BIRTH.code], DAY)


def test_a_procedure_that_does_not_hold_is_not_posted(desk):
    with pytest.raises(UnknownProcedure):
        desk.ask(posted_sheets, ["9.999999"], DAY)


def test_who_is_let_off_and_what_is_linked_stand_on_the_sheet(desk):
    exemptions = (FeeExemption("poor_household"), FeeExemption("online_reduction", 50))
    desk.clock.advance(timedelta(minutes=1))
    publish_procedure(desk, replace(BUILDING, exemptions=exemptions, linked=(BIRTH.code,)))
    own = {"exemption": [{"code": "poor_household", "words": "Hộ nghèo, cận nghèo"}]}
    publish_setting(desk, "reasons", own)
    [page] = text_of(desk.ask(posted_sheets, [BUILDING.code], DAY))
    assert "Hộ nghèo, cận nghèo: miễn" in page
    assert "Nộp hồ sơ trực tuyến: giảm 50%" in page
    assert f"{BIRTH.code} {BIRTH.name}" in page


def test_every_exemption_of_the_program_has_words_on_paper():
    assert common().reasons.exemption.keys() == set(ExemptionReason)

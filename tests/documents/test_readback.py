"""A damaged or foreign code never reaches the printer; a shown paper tells what it is."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from counter_app.documents import control_slip, folder_label, thermal
from counter_app.documents.codes import (
    CODE128,
    QR,
    NotAPayload,
    NotEncodable,
    Payload,
    Symbol,
    code128,
    parse_payload,
    qr,
)
from counter_app.documents.facts import NotOurPaper, facts_of
from counter_app.documents.items import Item, Page, Placed, Words
from counter_app.documents.pages import PaperSize
from counter_app.documents.pdf import Info, paint
from counter_app.documents.preview import NotAPdf, page_count
from counter_app.documents.readback import (
    CodeDiffers,
    CodeUnreadable,
    Doubt,
    check,
    check_image,
    read_receipt,
)
from counter_app.documents.receipt import Copies, lay_out, render
from tests.documents.sample_receipts import LONG_NAMES, LONG_NUMBER, RECEIPT, RECEIPTS

OTHER = replace(RECEIPT, number="000.00.14.H35-261122-0119")


def painted(pages: list[Page]) -> bytes:
    facts = facts_of(RECEIPT.number, RECEIPT.owner.name, pages)
    return paint(pages, Info("", "", "", facts.to_text()))


def with_codes(change: dict[str, Symbol | None]) -> bytes:
    """Return the receipt with other symbols in place of its own; None draws none at all."""
    pages = lay_out(RECEIPT, PaperSize.A5)
    facts = facts_of(RECEIPT.number, RECEIPT.owner.name, pages)

    def changed(item: Item) -> list[Item]:
        if not isinstance(item, Placed) or item.symbol.kind not in change:
            return [item]
        symbol = change[item.symbol.kind]
        return [item._replace(symbol=symbol)] if symbol else []

    damaged = [
        replace(page, items=tuple(new for item in page.items for new in changed(item)))
        for page in pages
    ]
    return paint(damaged, Info("", "", "", facts.to_text()))


@pytest.mark.parametrize("paper", PaperSize)
@pytest.mark.parametrize("record", RECEIPTS.values(), ids=RECEIPTS.keys())
def test_sound_papers_pass(record, paper):
    check(render(record, paper), record)
    check(control_slip.render(record, paper), record)
    check(folder_label.render(record), record)
    check_image(thermal.render(record), record)


def test_the_paper_of_another_dossier_is_refused():
    with pytest.raises(CodeDiffers, match=r"0118' instead of '.*0119'"):
        check(render(RECEIPT, PaperSize.A5), OTHER)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(RECEIPT, lookup_code="4822"),
        replace(RECEIPT, entry_hash="a" + RECEIPT.entry_hash[1:]),
    ],
    ids=["look-up code", "hash"],
)
def test_each_part_of_the_qr_code_is_compared(wrong):
    with pytest.raises(CodeDiffers, match=QR):
        check(render(RECEIPT, PaperSize.A5), wrong)


def test_bars_of_another_number_under_the_right_text_are_refused():
    with pytest.raises(CodeDiffers, match=CODE128):
        check(with_codes({CODE128: code128(OTHER.number)}), RECEIPT)


@pytest.mark.parametrize("kind", [CODE128, QR])
def test_a_missing_code_is_refused(kind):
    with pytest.raises(CodeUnreadable, match=kind):
        check(with_codes({kind: None}), RECEIPT)


@pytest.mark.parametrize("kind", [CODE128, QR])
def test_a_paper_whose_description_names_no_code_is_refused(kind):
    pages = [
        replace(
            page,
            items=tuple(
                item
                for item in page.items
                if not (isinstance(item, Placed) and item.symbol.kind == kind)
            ),
        )
        for page in lay_out(RECEIPT, PaperSize.A5)
    ]
    with pytest.raises(CodeUnreadable, match=kind):
        check(painted(pages), RECEIPT)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_bars_with_any_one_bar_changed_are_refused(data):
    symbol = code128(RECEIPT.number)
    bars = list(symbol.rows[0])
    which = data.draw(st.integers(0, len(bars) - 1))
    at, run = bars[which]
    wider = [(at, run + 1)] if which + 1 < len(bars) else []
    bars[which : which + 1] = data.draw(st.sampled_from([[], *([wider] if wider else [])]))
    damaged = replace(symbol, rows=(tuple(bars),))
    with pytest.raises((CodeUnreadable, CodeDiffers)):
        check(with_codes({CODE128: damaged}), RECEIPT)


def test_a_square_with_its_lower_half_gone_is_refused():
    symbol = qr("000.00.14.H35-261122-0118|4821|9f86d081884c")
    half = symbol.modules // 2
    rows = symbol.rows[:half] + ((),) * (symbol.modules - half)
    with pytest.raises(CodeUnreadable, match=QR):
        check(with_codes({QR: replace(symbol, rows=rows)}), RECEIPT)


def test_a_damaged_slip_is_refused():
    image = thermal.render(RECEIPT)
    check_image(image, RECEIPT)
    spoiled = image.copy()
    spoiled.paste(1, (100, 0, 140, image.height))
    with pytest.raises((CodeUnreadable, CodeDiffers)):
        check_image(spoiled, RECEIPT)
    with pytest.raises(CodeDiffers):
        check_image(image, OTHER)
    with pytest.raises(CodeUnreadable):
        check_image(Image.new("1", image.size, 1), RECEIPT)


@pytest.mark.parametrize("record", [RECEIPT, LONG_NAMES, LONG_NUMBER])
def test_a_shown_receipt_tells_its_facts(record):
    facts = read_receipt(render(record, PaperSize.A5))
    assert facts.number == record.number
    assert facts.lookup_code == "4821"
    assert record.entry_hash.startswith(facts.hash_start)
    assert len(facts.hash_start) == 12
    assert facts.owner == record.owner.name
    assert facts.codes == 4
    assert facts.doubts == ()


def test_changed_text_around_sound_codes_raises_doubts():
    pages = lay_out(RECEIPT, PaperSize.A5)

    def swapped(item: Item) -> Item:
        if isinstance(item, Words):
            text = item.text.replace("Ngọc Ánh", "Ngọc Anh").replace("-0118", "-0119")
            return item._replace(text=text)
        return item

    forged = [replace(page, items=tuple(map(swapped, page.items))) for page in pages]
    facts = read_receipt(painted(forged))
    assert set(facts.doubts) == {Doubt.OWNER_NOT_IN_TEXT, Doubt.NUMBER_NOT_IN_TEXT}


def test_codes_of_two_dossiers_on_one_paper_raise_a_doubt():
    facts = read_receipt(with_codes({CODE128: code128(OTHER.number)}))
    assert Doubt.CODES_DISAGREE in facts.doubts


def test_a_paper_without_codes_raises_a_doubt():
    facts = read_receipt(with_codes({CODE128: None, QR: None}))
    assert facts.doubts == (Doubt.NO_CODES,)
    assert facts.codes == 0


def test_a_description_of_another_dossier_raises_a_doubt():
    pages = lay_out(RECEIPT, PaperSize.A5, Copies.CITIZEN)
    facts = facts_of(OTHER.number, RECEIPT.owner.name, pages)
    found = read_receipt(paint(pages, Info("", "", "", facts.to_text())))
    assert found.doubts == (Doubt.DESCRIPTION_DIFFERS,)
    assert found.number == RECEIPT.number


def test_other_files_are_named_as_what_they_are(tmp_path):
    with pytest.raises(NotAPdf):
        read_receipt(b"not a PDF at all")
    with pytest.raises(NotAPdf):
        page_count(render(RECEIPT, PaperSize.A5)[:500])
    foreign = tmp_path / "foreign.pdf"
    canvas = Canvas(str(foreign))
    canvas.drawString(100, 100, "Hello")
    canvas.save()
    with pytest.raises(NotOurPaper):
        read_receipt(foreign.read_bytes())


def test_a_payload_is_read_as_it_was_written():
    written = Payload("000.00.14.H35-261122-0118", "4821", "9f86d081884c")
    assert parse_payload(str(written)) == written
    for text in ("", "|4821|9f", "a|b", "a|b|c|d"):
        with pytest.raises(NotAPayload):
            parse_payload(text)


def test_a_number_no_bar_code_can_carry_is_refused():
    with pytest.raises(NotEncodable, match="ệ"):
        render(replace(RECEIPT, number="000-ệ"), PaperSize.A5)

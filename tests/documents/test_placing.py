"""Nothing outside the margins, nothing over something else, no word lost."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.documents import control_slip, folder_label, receipt, sync_proof
from counter_app.documents.items import Page, Placed, Stroke, Words
from counter_app.documents.pages import SHEETS, PaperSize, Sheet
from counter_app.documents.receipt import Copies
from counter_app.domain.dossier import Paper, Party
from tests.documents.sample_receipts import PROOF, RECEIPT, RECEIPTS

ROUNDING = 0.05

papers = pytest.mark.parametrize("paper", PaperSize)
records = pytest.mark.parametrize("record", RECEIPTS.values(), ids=RECEIPTS.keys())


def assert_well_placed(pages: list[Page], sheet: Sheet) -> None:
    for page in pages:
        assert_inside(page, sheet)
        assert_apart(page)


def assert_inside(page: Page, sheet: Sheet) -> None:
    for item in page.items:
        left, top, right, bottom = item.area if isinstance(item, Placed) else item.bounds
        assert left >= sheet.left - ROUNDING, item
        assert top >= sheet.top - ROUNDING, item
        assert right <= page.width - sheet.right + ROUNDING, item
        assert bottom <= page.height - sheet.bottom + ROUNDING, item


def assert_apart(page: Page) -> None:
    solid = [item for item in page.items if not isinstance(item, Stroke)]
    boxes = [item.area if isinstance(item, Placed) else item.bounds for item in solid]
    for (one, a), (other, b) in combinations(zip(solid, boxes, strict=True), 2):
        assert not overlap(a, b), (one, other)
    for stroke in page.items:
        if isinstance(stroke, Stroke) and not stroke.dotted:
            for item in page.items:
                if isinstance(item, Words):
                    assert not overlap(stroke.bounds, letters(item)), (stroke, item)


def overlap(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    across = min(a[2], b[2]) - max(a[0], b[0])
    down = min(a[3], b[3]) - max(a[1], b[1])
    return (
        across > -ROUNDING and down > ROUNDING
        if a[0] == a[2]
        else (across > ROUNDING and down > (-ROUNDING if a[1] == a[3] else ROUNDING))
    )


def letters(words: Words) -> tuple[float, float, float, float]:
    """Return where the letters of a text without stacked accents reach."""
    return words.x, words.y - 0.7 * words.size, words.x + words.width, words.y


@papers
@records
def test_receipts_keep_their_margins_and_distances(record, paper):
    assert_well_placed(receipt.lay_out(record, paper, reprint=3), SHEETS[paper])


@papers
@records
def test_control_slips_keep_their_margins_and_distances(record, paper):
    assert_well_placed(control_slip.lay_out(record, paper), SHEETS[paper])


@records
def test_a_label_is_one_label_whatever_the_names(record):
    pages = folder_label.lay_out(record)
    assert len(pages) == 1
    assert_well_placed(pages, folder_label.LABEL)


def test_the_proof_keeps_its_margins_and_distances():
    pages = sync_proof.lay_out(PROOF)
    assert len(pages) > 1
    assert_well_placed(pages, SHEETS[PaperSize.A4])


@papers
def test_a_word_longer_than_the_line_is_cut_and_whole(paper):
    word = "".join(f"phần{number}" for number in range(60))
    record = replace(
        RECEIPT,
        owner=Party(name=word, email=word),
        procedure_name=word,
        papers=(Paper(word, originals=1, present=True),),
    )
    pages = receipt.lay_out(record, paper, Copies.CITIZEN)
    assert_well_placed(pages, SHEETS[paper])
    assert_well_placed(control_slip.lay_out(record, paper), SHEETS[paper])
    assert_well_placed(folder_label.lay_out(record), folder_label.LABEL)
    drawn = "".join(item.text for page in pages for item in page.items if isinstance(item, Words))
    assert drawn.count(word) >= 3


typed = st.text(
    st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyẾỄẴỘỢỰẪỸgyq ABCĐWM0123456789.,/()-@☐\n\t\u200e"),
    max_size=420,
)


@settings(max_examples=40, deadline=None)
@given(typed, typed, typed, st.lists(typed, max_size=35), st.sampled_from(PaperSize))
def test_whatever_is_typed_stays_in_its_place(name, address, subject, names, paper):
    record = replace(
        RECEIPT,
        submitter=Party(name=name or "x", address=address, email=subject[:90]),
        owner=Party(name=address[:120] or "y"),
        procedure_name=subject,
        note=name,
        papers=tuple(Paper(name=text, originals=1, present=True) for text in names),
    )
    assert_well_placed(receipt.lay_out(record, paper, Copies.CITIZEN), SHEETS[paper])
    assert_well_placed(folder_label.lay_out(record), folder_label.LABEL)
    assert len(folder_label.lay_out(record)) == 1

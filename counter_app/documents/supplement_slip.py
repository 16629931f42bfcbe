"""Mẫu số 02: what a citizen is asked to add or put right."""

from __future__ import annotations

from collections.abc import Iterator

from counter_app.documents import letter
from counter_app.documents.blocks import Align, Block, Column, Columns, Text, italic, regular
from counter_app.documents.cells import Cell, field, said, table
from counter_app.documents.codes import OFFICE_DPI
from counter_app.documents.forms import FormSet, common, form_set
from counter_app.documents.heading import signature
from counter_app.documents.items import Page
from counter_app.documents.letter_forms import SupplementForm
from counter_app.documents.pages import PaperSize
from counter_app.documents.wording import date_text
from counter_app.domain.papers import SupplementSlip
from counter_app.domain.processing import SupplementLine

_PARTS = (6, 64, 9, 12, 9)
_SMALL = 0.92


def render(
    slip: SupplementSlip,
    paper: PaperSize = PaperSize.A5,
    forms: FormSet | None = None,
    dpi: float = OFFICE_DPI,
) -> bytes:
    """Return the slip as PDF; the same input gives the same bytes.

    Args:
        forms: the form set; None takes the one in force on the day the slip was made.

    Raises:
        NoFormSet, NotEncodable.
    """
    form = (forms or form_set(slip.made_at.date())).supplement
    title = f"{form.form}: {form.title}"
    return letter.finished(lay_out(slip, paper, forms, dpi), title, slip.letterhead, slip.number)


def lay_out(
    slip: SupplementSlip,
    paper: PaperSize = PaperSize.A5,
    forms: FormSet | None = None,
    dpi: float = OFFICE_DPI,
) -> list[Page]:
    """Return the placed pages of what `render` paints."""
    form = (forms or form_set(slip.made_at.date())).supplement
    above = f"{form.title}, {form.letter} {slip.letter}"
    return letter.lay_out(tuple(_blocks(slip, form)), paper, above, dpi)


def _blocks(slip: SupplementSlip, form: SupplementForm) -> Iterator[Block]:
    number = f"{form.letter} {slip.letter}"
    titles = (form.title, form.issued)
    yield from letter.top(slip.letterhead, slip.made_at, titles, number, slip.number)
    yield from letter.numbered(form.number, slip.number)
    seat = common().proof.seat_name.format(number=slip.seat_number)
    yield field(form.office, f"{slip.letterhead.office}, {seat}", before=letter.PARAGRAPH)
    yield from letter.party(form, slip.submitter, slip.asked)
    if slip.lines:
        yield Text((regular(form.demand),), before=letter.PARAGRAPH, with_next=True)
        rows = [_row(number, line) for number, line in enumerate(slip.lines, start=1)]
        yield table(form.columns, _PARTS, rows, 0.85)
    if slip.reason:
        yield field(form.reason, slip.reason, before=letter.PARAGRAPH)
    if slip.answer_by is not None:
        yield letter.paragraph(form.answer_by.format(day=date_text(slip.answer_by)))
    yield letter.contact(form, slip.letterhead, slip.officer_name)
    right = signature(form.signature, form.signature_note, slip.officer_name, letter.ROOM)
    yield Columns((Column(1, ()), Column(1, right)), before=0.8)


def _row(number: int, line: SupplementLine) -> tuple[Cell, ...]:
    name = Text((regular(line.name),), size=_SMALL)
    reason = (Text((italic(line.reason),), size=_SMALL),) if line.reason else ()
    counts = (line.originals, line.certified_copies, line.photocopies)
    return (
        said(str(number), Align.CENTRE, _SMALL),
        (name, *reason),
        *(said(str(count) if count else "", Align.CENTRE, _SMALL) for count in counts),
    )

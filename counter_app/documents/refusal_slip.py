"""Mẫu số 03: why a dossier is not taken in."""

from __future__ import annotations

from collections.abc import Iterator

from counter_app.documents import letter
from counter_app.documents.blocks import Block, Column, Columns
from counter_app.documents.cells import field
from counter_app.documents.codes import OFFICE_DPI
from counter_app.documents.forms import FormSet, common, form_set
from counter_app.documents.heading import signature
from counter_app.documents.items import Page
from counter_app.documents.letter_forms import RefusalForm
from counter_app.documents.pages import PaperSize
from counter_app.domain.papers import RefusalSlip


def render(
    slip: RefusalSlip,
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
    form = (forms or form_set(slip.made_at.date())).refusal
    title = f"{form.form}: {form.title}"
    return letter.finished(lay_out(slip, paper, forms, dpi), title, slip.letterhead, slip.number)


def lay_out(
    slip: RefusalSlip,
    paper: PaperSize = PaperSize.A5,
    forms: FormSet | None = None,
    dpi: float = OFFICE_DPI,
) -> list[Page]:
    """Return the placed pages of what `render` paints."""
    form = (forms or form_set(slip.made_at.date())).refusal
    above = f"{form.title}, {form.letter} {slip.letter}"
    return letter.lay_out(tuple(_blocks(slip, form)), paper, above, dpi)


def _blocks(slip: RefusalSlip, form: RefusalForm) -> Iterator[Block]:
    number = f"{form.letter} {slip.letter}"
    titles = (form.title, form.issued)
    yield from letter.top(slip.letterhead, slip.made_at, titles, number, slip.number)
    yield from letter.numbered(form.number, slip.number)
    seat = common().proof.seat_name.format(number=slip.seat_number)
    yield field(form.office, f"{slip.letterhead.office}, {seat}", before=letter.PARAGRAPH)
    yield from letter.party(form, slip.submitter, slip.asked)
    yield letter.paragraph(form.decision.format(agency=slip.agency_name, centre=slip.centre_name))
    yield letter.paragraph(slip.reason)
    yield letter.paragraph(form.notice)
    yield letter.contact(form, slip.letterhead, slip.officer_name)
    note = form.signature_note
    left = signature(form.submitter_signature, note, slip.submitter.name, letter.ROOM)
    right = signature(form.officer_signature, note, slip.officer_name, letter.ROOM)
    yield Columns((Column(1, left), Column(1, right)), before=0.8)

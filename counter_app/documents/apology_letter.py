"""Mẫu số 04: an apology and a new date, signed by the head of the agency that is late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from counter_app.documents import letter
from counter_app.documents.blocks import (
    Align,
    Block,
    Column,
    Columns,
    Text,
    bold,
    italic,
    regular,
)
from counter_app.documents.cells import field
from counter_app.documents.codes import OFFICE_DPI
from counter_app.documents.forms import FormSet, common, form_set
from counter_app.documents.heading import signature
from counter_app.documents.items import Page
from counter_app.documents.letter_forms import ApologyForm
from counter_app.documents.pages import PaperSize
from counter_app.documents.wording import date_text, moment_text
from counter_app.domain.papers import ApologyLetter


def render(
    sorry: ApologyLetter,
    paper: PaperSize = PaperSize.A4,
    forms: FormSet | None = None,
    dpi: float = OFFICE_DPI,
) -> bytes:
    """Return the letter as PDF; the same input gives the same bytes.

    Args:
        forms: the form set; None takes the one in force on the day the letter was made.

    Raises:
        NoFormSet, NotEncodable.
    """
    form = (forms or form_set(sorry.made_at.date())).apology
    title = f"{form.form}: {form.title}"
    return letter.finished(lay_out(sorry, paper, forms, dpi), title, sorry.letterhead, sorry.number)


def lay_out(
    sorry: ApologyLetter,
    paper: PaperSize = PaperSize.A4,
    forms: FormSet | None = None,
    dpi: float = OFFICE_DPI,
) -> list[Page]:
    """Return the placed pages of what `render` paints."""
    form = (forms or form_set(sorry.made_at.date())).apology
    above = f"{form.title}, {form.letter} {sorry.letter}"
    return letter.lay_out(tuple(_blocks(sorry, form)), paper, above, dpi)


def _blocks(sorry: ApologyLetter, form: ApologyForm) -> Iterator[Block]:
    # The agency writes, not the centre.
    letterhead = replace(sorry.letterhead, office=sorry.agency_name.upper())
    number = f"{form.letter} {sorry.letter}"
    yield from letter.top(
        letterhead, sorry.made_at, (form.title, form.issued), number, sorry.number
    )
    owner = sorry.owner
    yield Text((regular(f"{form.to} "), bold(owner.name)), Align.CENTRE, before=0.6)
    where = letter.reached(form.reached, form.reached_phone, owner)
    yield Text((italic(where),), Align.CENTRE)
    day = date_text(sorry.received_at.date())
    yield letter.paragraph(
        form.received.format(
            day=day[:1].upper() + day[1:],
            centre=sorry.centre_name,
            sector=sorry.sector,
            procedure=sorry.procedure_name,
            owner=owner.name,
        )
    )
    yield Text((regular(f"{form.number} "), bold(sorry.number)), before=letter.PARAGRAPH)
    yield field(form.due, moment_text(sorry.due_at))
    told = form.late if sorry.made_at > sorry.due_at else form.will_be_late
    yield letter.paragraph(told.format(agency=sorry.agency_name))
    yield field(form.reason, _reason(sorry), before=letter.PARAGRAPH)
    yield letter.paragraph(form.sorry.format(agency=sorry.agency_name))
    new_due = (regular(f"{form.new_due} "), bold(moment_text(sorry.new_due_at)))
    yield Text(new_due, before=letter.PARAGRAPH, with_next=True)
    yield Columns((Column(1, _copies(sorry, form)), Column(1, _signed(sorry, form))), before=0.8)


def _reason(sorry: ApologyLetter) -> str:
    known = sorry.reason_words or common().reasons.late.get(sorry.reason_code, "")
    return f"{known}; {sorry.reason}" if known else sorry.reason


def _copies(sorry: ApologyLetter, form: ApologyForm) -> tuple[Block, ...]:
    lines = [line.format(centre=sorry.centre_name) for line in form.copies]
    return (
        Text((bold(form.copies_title),), size=0.85),
        *(Text((regular(line),), size=0.85) for line in lines),
    )


def _signed(sorry: ApologyLetter, form: ApologyForm) -> tuple[Block, ...]:
    return signature(
        sorry.signer_title or form.signer, form.signature_note, sorry.signer, letter.ROOM
    )

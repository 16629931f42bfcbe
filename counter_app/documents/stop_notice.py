"""Mẫu số 05 of the set of 2025: why a dossier is stopped."""

from __future__ import annotations

from collections.abc import Iterator

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
from counter_app.documents.forms import FormSet, NoFormSet, common, form_set
from counter_app.documents.heading import signature
from counter_app.documents.items import Page
from counter_app.documents.letter_forms import StopForm
from counter_app.documents.pages import PaperSize
from counter_app.documents.wording import moment_text
from counter_app.domain.papers import StopNotice


def render(
    notice: StopNotice,
    paper: PaperSize = PaperSize.A4,
    forms: FormSet | None = None,
    dpi: float = OFFICE_DPI,
) -> bytes:
    """Return the notice as PDF; the same input gives the same bytes.

    Args:
        forms: the form set; None takes the one in force on the day the notice was made.

    Raises:
        NoFormSet: the set has no such form. NotEncodable.
    """
    form = _form(notice, forms)
    title = f"{form.form}: {form.title}"
    return letter.finished(
        lay_out(notice, paper, forms, dpi), title, notice.letterhead, notice.number
    )


def lay_out(
    notice: StopNotice,
    paper: PaperSize = PaperSize.A4,
    forms: FormSet | None = None,
    dpi: float = OFFICE_DPI,
) -> list[Page]:
    """Return the placed pages of what `render` paints."""
    form = _form(notice, forms)
    above = f"{form.title}, {form.letter} {notice.letter}"
    return letter.lay_out(tuple(_blocks(notice, form)), paper, above, dpi)


def _form(notice: StopNotice, forms: FormSet | None) -> StopForm:
    day = notice.made_at.date()
    form = (forms or form_set(day)).stop
    if form is None:
        raise NoFormSet(day)
    return form


def _blocks(notice: StopNotice, form: StopForm) -> Iterator[Block]:
    number = f"{form.letter} {notice.letter}"
    titles = (form.title, form.issued)
    yield from letter.top(notice.letterhead, notice.made_at, titles, number, notice.number)
    yield from letter.numbered(form.number, notice.number)
    yield Text((regular(f"{form.to} "), bold(notice.owner.name)), Align.CENTRE, before=0.6)
    where = letter.reached(form.reached, form.reached_phone, notice.owner)
    yield Text((italic(where),), Align.CENTRE)
    yield field(form.subject, notice.asked, before=letter.PARAGRAPH)
    yield field(form.received, moment_text(notice.received_at))
    if notice.due_at is not None:
        yield field(form.due, moment_text(notice.due_at))
    yield field(form.agency, notice.agency_name)
    if notice.stage:
        yield field(form.stage, notice.stage)
    decided = form.decision.format(agency=notice.agency_name, moment=moment_text(notice.made_at))
    yield Text((bold(decided),), before=letter.PARAGRAPH)
    yield field(form.reason, _reason(notice))
    if notice.waits_for:
        yield field(form.waits_for, notice.waits_for)
    if notice.money:
        yield field(form.money, notice.money)
    yield letter.paragraph(form.goes_on)
    yield letter.contact(form, notice.letterhead, notice.officer_name)
    right = signature(form.officer_signature, form.signature_note, notice.officer_name, letter.ROOM)
    yield Columns((Column(1, ()), Column(1, right)), before=0.8)


def _reason(notice: StopNotice) -> str:
    known = notice.reason_words or common().reasons.stop.get(notice.reason_code, "")
    return f"{known}; {notice.reason}" if known else notice.reason

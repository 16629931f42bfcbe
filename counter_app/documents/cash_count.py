"""The count of a till by notes, on A4, for two signatures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from counter_app.clock import local
from counter_app.documents.blocks import (
    Align,
    Block,
    Column,
    Columns,
    Table,
    Text,
    bold,
    italic,
    regular,
)
from counter_app.documents.cells import field, running, said, strong, table
from counter_app.documents.facts import facts_of
from counter_app.documents.heading import heading, signature
from counter_app.documents.items import Page
from counter_app.documents.layout import pieces
from counter_app.documents.pages import SHEETS, PaperSize, compose
from counter_app.documents.pdf import Info, paint, pdf_setter
from counter_app.documents.till_forms import CashCountForm, till_forms
from counter_app.documents.wording import moment_text
from counter_app.domain.amounts import grouped, in_words
from counter_app.domain.receipt import Letterhead
from counter_app.store.tills import CountRow

_BODY = 12.0


@dataclass(frozen=True, slots=True)
class CashCountSheet:
    """A count with the names of people; `approved_by` is "" where nobody had to agree."""

    letterhead: Letterhead
    count: CountRow
    officer_name: str
    approved_by: str = ""


def render(sheet: CashCountSheet) -> bytes:
    """Return the sheet as PDF; the same input gives the same bytes."""
    pages = lay_out(sheet)
    form = till_forms().cash_count
    facts = facts_of("", "", pages)
    return paint(pages, Info(form.title, "", sheet.letterhead.office, facts.to_text()))


def lay_out(sheet: CashCountSheet) -> list[Page]:
    """Return the placed pages of what `render` paints."""
    form = till_forms().cash_count
    paper = SHEETS[PaperSize.A4]
    setter = pdf_setter(_BODY)
    flow = pieces(_blocks(sheet, form), paper.text_width, setter)
    return compose(flow, paper, setter, running(form.title))


def _blocks(sheet: CashCountSheet, form: CashCountForm) -> Iterator[Block]:
    count = sheet.count
    at = local(count.counted_at)
    yield heading(sheet.letterhead, at.date())
    yield Text((bold(form.title),), Align.CENTRE, size=1.3, before=0.9)
    yield field(form.seat, f"{count.seat_number:02d}", before=0.6)
    yield field(form.officer, sheet.officer_name)
    yield field(form.moment, moment_text(at))
    yield _notes(sheet, form)
    yield field(form.expected, f"{grouped(count.expected)} đồng", before=0.5)
    told = f"{grouped(count.counted)} đồng"
    yield Text((regular(f"{form.counted} "), bold(told)), hang=1.0)
    yield Text((italic(form.in_words.format(words=in_words(count.counted))),), indent=1.0)
    yield field(form.difference, difference_text(count.difference, form))
    if count.difference:
        yield field(form.reason, count.reason)
    if sheet.approved_by:
        yield field(form.approved, sheet.approved_by)
    left = signature(form.officer_signature, form.signature_note, sheet.officer_name, 4.0)
    right = signature(form.supervisor_signature, form.signature_note, sheet.approved_by, 4.0)
    yield Columns((Column(1, left), Column(1, right)), before=1.0)


def difference_text(difference: int, form: CashCountForm) -> str:
    """Return "Khớp sổ", "thừa 2.000 đồng" or "thiếu 2.000 đồng"."""
    if not difference:
        return form.fits
    words = form.too_much if difference > 0 else form.too_little
    return words.format(amount=grouped(abs(difference)))


def _notes(sheet: CashCountSheet, form: CashCountForm) -> Table:
    rows = [
        (
            said(str(place), Align.CENTRE),
            said(grouped(value), Align.RIGHT),
            said(str(number), Align.RIGHT),
            said(grouped(value * number), Align.RIGHT),
        )
        for place, (value, number) in enumerate(sheet.count.notes.items(), start=1)
    ]
    total = strong(grouped(sheet.count.counted), Align.RIGHT)
    rows.append((said(""), strong(form.total), said(""), total))
    return table(form.columns, (8, 32, 24, 36), rows, 1.0)

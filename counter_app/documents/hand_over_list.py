"""A hand-over list, A4 across: a bar code for each dossier, and the signatures of both sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from counter_app.documents.blocks import (
    Align,
    Block,
    Code,
    Column,
    Columns,
    Text,
    bold,
    italic,
    regular,
)
from counter_app.documents.cells import Cell, field, running, said, table
from counter_app.documents.codes import OFFICE_DPI, code128
from counter_app.documents.facts import facts_of
from counter_app.documents.heading import heading, signature
from counter_app.documents.items import Page
from counter_app.documents.layout import pieces
from counter_app.documents.list_forms import ListForm, list_forms
from counter_app.documents.pages import Sheet, compose
from counter_app.documents.pdf import Info, paint, pdf_setter
from counter_app.documents.wording import moment_text, short_moment
from counter_app.domain.dossier import ReturnWay
from counter_app.domain.papers import HandOverList, ListLine
from counter_app.domain.processing import Direction

SHEET: Final = Sheet.of_mm(297, 210, left=15, right=12, top=12, bottom=12)
_BODY: Final = 11.0
_SMALL: Final = 0.9
_PARTS: Final[Mapping[Direction, tuple[int, ...]]] = {
    Direction.OUT: (4, 32, 15, 22, 9, 9, 9),
    Direction.BACK: (4, 32, 15, 22, 13, 6, 8),
    Direction.POST: (4, 32, 14, 16, 16, 10, 8),
}


def render(record: HandOverList, direction: Direction, dpi: float = OFFICE_DPI) -> bytes:
    """Return the list as PDF; the same input gives the same bytes.

    Raises:
        NotEncodable.
    """
    pages = lay_out(record, direction, dpi)
    facts = facts_of(record.number, record.agency_name, pages)
    title = list_forms().lists.titles[direction]
    return paint(pages, Info(title, record.number, record.letterhead.office, facts.to_text()))


def lay_out(record: HandOverList, direction: Direction, dpi: float = OFFICE_DPI) -> list[Page]:
    """Return the placed pages of what `render` paints."""
    form = list_forms().lists
    setter = pdf_setter(_BODY, dpi)
    flow = pieces(_blocks(record, direction, form), SHEET.text_width, setter)
    said_above = f"{form.titles[direction]}, {form.number} {record.number}"
    return compose(flow, SHEET, setter, running(said_above))


def _blocks(record: HandOverList, direction: Direction, form: ListForm) -> Iterator[Block]:
    yield heading(record.letterhead, record.made_at.date())
    yield Text((bold(form.titles[direction]),), Align.CENTRE, size=1.4, before=0.4)
    yield Text((regular(f"{form.number} "), bold(record.number)), Align.CENTRE)
    left = (field(form.agency, record.agency_name or form.several_agencies),)
    right = (
        field(form.seat, f"{record.seat_number:02d}"),
        field(form.moment, moment_text(record.made_at)),
    )
    yield Columns((Column(1, left), Column(1, right)), before=0.4)
    titles = {
        Direction.OUT: form.columns_out,
        Direction.BACK: form.columns_back,
        Direction.POST: form.columns_post,
    }[direction]
    rows = (_row(line, direction, form) for line in record.lines)
    yield table(titles, _PARTS[direction], rows, _SMALL)
    yield Text((bold(form.total.format(count=len(record.lines))),), before=0.4, with_next=True)
    yield Text((italic(form.copies),), with_next=True)
    # Results come from the agency: there the giver is the other side.
    giver, receiver = record.giver, record.receiver
    if direction is Direction.BACK:
        giver, receiver = receiver, giver
    sides = [
        signature(form.giver, form.signature_note, giver, 4.0),
        signature(form.receiver, form.signature_note, receiver, 4.0),
    ]
    if direction is Direction.OUT:
        # Centres let a third person confirm what leaves the house.
        sides.append(signature(form.confirmed, form.signature_note, "", 4.0))
    yield Columns(tuple(Column(1, side) for side in sides), before=0.6)


def _row(line: ListLine, direction: Direction, form: ListForm) -> tuple[Cell, ...]:
    code: Cell = (
        Text((bold(line.number),), Align.CENTRE, size=_SMALL, with_next=True),
        Code(code128(line.number), most=0.25, height=7, before=0.1),
    )
    first = (
        said(str(line.position), Align.CENTRE, _SMALL),
        code,
        said(line.owner.name, size=_SMALL),
        (Text((regular(line.procedure_name),), size=_SMALL, most_lines=3),),
    )
    return (*first, *(said(text, size=_SMALL) for text in _rest(line, direction, form)))


def _rest(line: ListLine, direction: Direction, form: ListForm) -> tuple[str, ...]:
    if direction is Direction.OUT:
        due = "" if line.due_at is None else short_moment(line.due_at)
        return short_moment(line.received_at), due, line.note
    if direction is Direction.POST:
        return line.address, line.waybill, line.note
    posted = form.yes if line.return_way is ReturnWay.POST else ""
    return line.result, form.yes if line.has_fee else "", posted

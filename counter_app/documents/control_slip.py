"""The control slip that follows the paper folder (Mẫu số 05; from 15 September 2025 Mẫu số 06)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counter_app.documents.blocks import (
    EMPTY_BOX,
    Align,
    Block,
    Code,
    Column,
    Columns,
    Gap,
    Rule,
    Table,
    TableColumn,
    Text,
    bold,
    italic,
    regular,
)
from counter_app.documents.codes import OFFICE_DPI, code128, payload, qr
from counter_app.documents.facts import facts_of
from counter_app.documents.forms import ControlSlipForm, FormSet, common, form_set
from counter_app.documents.heading import heading
from counter_app.documents.items import Page
from counter_app.documents.layout import pieces
from counter_app.documents.pages import SHEETS, PaperSize, Running, compose
from counter_app.documents.pdf import Info, paint, pdf_setter
from counter_app.documents.wording import due_text, moment_text, subject_text
from counter_app.domain.receipt import Receipt

_BODY = {PaperSize.A4: 11.5, PaperSize.A5: 8.8}
_ROOM_TO_SIGN = {PaperSize.A4: 3.4, PaperSize.A5: 2.2}
FEWEST_HAND_OVERS = 4
"""Blank blocks the circulars' form has at least."""


def render(
    receipt: Receipt,
    paper: PaperSize = PaperSize.A4,
    hand_overs: int = FEWEST_HAND_OVERS,
    forms: FormSet | None = None,
    dpi: float = OFFICE_DPI,
) -> bytes:
    """Return the slip as PDF with blank blocks to be signed by hand.

    Args:
        hand_overs: blank blocks, each for one passing on of the folder.
        forms: the form set; None takes the one in force on the day of receipt.

    Raises:
        NoFormSet, NotEncodable.
    """
    pages = lay_out(receipt, paper, hand_overs, forms, dpi)
    form = (forms or form_set(receipt.received_at.date())).control_slip
    facts = facts_of(receipt.number, receipt.owner.name, pages)
    info = Info(
        f"{form.form}: {form.title}", receipt.number, receipt.letterhead.office, facts.to_text()
    )
    return paint(pages, info)


def lay_out(
    receipt: Receipt,
    paper: PaperSize = PaperSize.A4,
    hand_overs: int = FEWEST_HAND_OVERS,
    forms: FormSet | None = None,
    dpi: float = OFFICE_DPI,
) -> list[Page]:
    """Return the placed pages of what `render` paints."""
    form = (forms or form_set(receipt.received_at.date())).control_slip
    sheet = SHEETS[paper]
    setter = pdf_setter(_BODY[paper], dpi)
    blocks = [
        *_top(receipt, form, wide=paper is PaperSize.A4),
        _blocks(form, hand_overs, _ROOM_TO_SIGN[paper]),
    ]
    flow = pieces(blocks, sheet.text_width, setter)
    return compose(flow, sheet, setter, _running(receipt, form))


def _top(receipt: Receipt, form: ControlSlipForm, *, wide: bool) -> Iterator[Block]:
    words = common().words
    yield heading(receipt.letterhead, receipt.received_at.date())
    yield Text((bold(form.title),), Align.CENTRE, size=1.2, before=0.6, one_line=True)
    yield Text((italic(form.issued),), Align.CENTRE, size=0.8, one_line=True)
    book = f"{form.book} {receipt.book}, {form.book_number} {receipt.book_number}"
    yield Text((regular(book),), Align.CENTRE)
    code = Code(code128(receipt.number), most=0.34, height=11 if wide else 9, before=0.25)
    yield code
    facts: tuple[Block, ...] = (
        Text((regular(f"{form.number} "), bold(receipt.number)), hang=1.0),
        Text((regular(f"{form.owner} "), bold(receipt.owner.name)), hang=1.0),
        Text((regular(f"{form.subject} {subject_text(receipt)}"),), hang=1.0, most_lines=4),
        Text((regular(f"{form.received} {moment_text(receipt.received_at)}"),), hang=1.0),
        Text((regular(f"{form.due} "), bold(due_text(receipt, words))), hang=1.0),
        Text((regular(f"{form.agency} {receipt.agency_name}"),), hang=1.0),
        Text((regular(form.coordinating),), dotted=True),
    )
    square = Code(qr(str(payload(receipt, secret=False))), most=0.5, align=Align.RIGHT)
    width = 160 if wide else 123
    yield Columns((Column(width - 21, facts), Column(21, (square,))), gap=0.4, before=0.5)


def _blocks(form: ControlSlipForm, count: int, room: float) -> Table:
    columns = tuple(
        TableColumn(part, title) for part, title in zip((25, 40, 20, 15), form.columns, strict=True)
    )
    agency: tuple[Block, ...] = (
        Text((regular(form.handed),), dotted=True),
        Text((), dotted=True),
        Gap(0.6),
        Text((regular(form.taken),), dotted=True),
        Text((), dotted=True),
    )
    signed = tuple(
        Column(1, (Text((regular(who),), Align.CENTRE), Text((italic(form.sign),), Align.CENTRE)))
        for who in (form.giver, form.taker)
    )
    passed: tuple[Block, ...] = (
        Text((regular(form.moment),), Align.CENTRE, size=0.95, one_line=True),
        Columns(signed),
        Gap(room),
    )
    outcomes = tuple(
        Text((regular(f"{EMPTY_BOX} {outcome}"),), before=0.3) for outcome in form.outcomes
    )
    return Table(columns, ((agency, passed, outcomes, ()),) * count, size=0.85)


def _running(receipt: Receipt, form: ControlSlipForm) -> Running:
    words = common().words

    def head(page: int, pages: int) -> Sequence[Block]:
        number = (regular(f"{form.number} "), bold(receipt.number))
        place = regular(words.page.format(page=page, pages=pages))
        columns = (Column(80, (Text(number),)), Column(20, (Text((place,), Align.RIGHT),)))
        return (Columns(columns), Rule(before=0.1))

    def foot(page: int, pages: int) -> Sequence[Block]:
        place = regular(words.page.format(page=page, pages=pages))
        return (Text((place,), Align.CENTRE, size=0.85),)

    return Running(head, foot)

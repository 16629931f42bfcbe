"""The label of the paper folder (tem hồ sơ), 100 × 60 mm."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from counter_app.documents.blocks import (
    Align,
    Block,
    Code,
    Column,
    Columns,
    Text,
    bold,
    regular,
)
from counter_app.documents.codes import LABEL_DPI, code128, payload, qr
from counter_app.documents.facts import facts_of
from counter_app.documents.forms import LabelForm, common
from counter_app.documents.items import Page
from counter_app.documents.layout import pieces
from counter_app.documents.pages import Running, Sheet, compose
from counter_app.documents.pdf import Info, paint, pdf_setter
from counter_app.documents.wording import due_text, short_moment, subject_text
from counter_app.domain.receipt import Receipt

LABEL: Final = Sheet.of_mm(100, 60, left=3, right=3, top=2.5, bottom=2.5)
_BODY: Final = 8.5


def render(receipt: Receipt, dpi: float = LABEL_DPI) -> bytes:
    """Return the label as PDF, without the citizen's look-up code. Raises NotEncodable.

    Args:
        dpi: dots per inch of the label printer; modules of the codes are whole dots of it.
    """
    pages = lay_out(receipt, dpi)
    facts = facts_of(receipt.number, receipt.owner.name, pages)
    info = Info(receipt.number, receipt.number, receipt.letterhead.office, facts.to_text())
    return paint(pages, info)


def lay_out(receipt: Receipt, dpi: float = LABEL_DPI) -> list[Page]:
    """Return the placed page of what `render` paints."""
    setter = pdf_setter(_BODY, dpi)
    flow = pieces(list(_label(receipt, common().label)), LABEL.text_width, setter)
    return compose(flow, LABEL, setter, Running(lambda *_: (), lambda *_: ()))


def _label(receipt: Receipt, form: LabelForm) -> Iterator[Block]:
    seat = common().proof.seat_name.format(number=receipt.seat_number)
    yield Text((bold(receipt.number),), Align.CENTRE, size=1.9, one_line=True)
    yield Code(code128(receipt.number), most=0.26, height=10, before=0.1)
    words: tuple[Block, ...] = (
        Text((regular(f"{form.owner} "), bold(receipt.owner.name)), size=1.05, most_lines=2),
        Text(
            (regular(f"{form.subject} {receipt.procedure_code} – {subject_text(receipt)}"),),
            most_lines=3,
        ),
        Text((regular(f"{form.agency} {receipt.agency_name}"),), most_lines=1),
        Text(
            (regular(f"{form.received} {short_moment(receipt.received_at)}, {seat}"),),
            one_line=True,
        ),
        Text((regular(f"{form.due} "), bold(_due(receipt))), size=1.1, one_line=True),
    )
    code = Code(qr(str(payload(receipt, secret=False))), most=0.51, align=Align.RIGHT)
    yield Columns((Column(71, words), Column(22, (code,))), gap=0.3, before=0.4)


def _due(receipt: Receipt) -> str:
    if receipt.due_at is None:
        return due_text(receipt, common().words)
    return short_moment(receipt.due_at)

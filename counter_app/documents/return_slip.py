"""The receipt for a result (giấy biên nhận trả kết quả): who got what, signed by both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from counter_app.documents.blocks import Align, Block, Code, Column, Columns, Text, bold, regular
from counter_app.documents.cells import field, running
from counter_app.documents.codes import OFFICE_DPI, code128
from counter_app.documents.facts import facts_of
from counter_app.documents.heading import heading, signature
from counter_app.documents.items import Page
from counter_app.documents.layout import pieces
from counter_app.documents.list_forms import ReturnSlipForm, list_forms
from counter_app.documents.pages import SHEETS, PaperSize, compose
from counter_app.documents.pdf import Info, paint, pdf_setter
from counter_app.documents.receipt import reprint_mark, void_mark
from counter_app.documents.wording import date_text, moment_text
from counter_app.domain.papers import ReturnSlip

_SIZES: Final = (11.0, 10.0, 9.0)
"""Body sizes in points, the largest that keeps the slip on one page first."""


def render(slip: ReturnSlip, reprint: int = 0, dpi: float = OFFICE_DPI) -> bytes:
    """Return the slip on A5 as PDF; the same input gives the same bytes.

    Args:
        reprint: how often it was printed before; from 1 on it is marked.

    Raises:
        NotEncodable.
    """
    pages = lay_out(slip, reprint, dpi)
    facts = facts_of(slip.number, slip.owner.name, pages)
    title = list_forms().return_slip.title
    return paint(pages, Info(title, slip.number, slip.letterhead.office, facts.to_text()))


def lay_out(slip: ReturnSlip, reprint: int = 0, dpi: float = OFFICE_DPI) -> list[Page]:
    """Return the placed pages of what `render` paints."""
    form = list_forms().return_slip
    sheet = SHEETS[PaperSize.A5]
    pages: list[Page] = []
    for size in _SIZES:
        setter = pdf_setter(size, dpi)
        flow = pieces(_blocks(slip, form, reprint), sheet.text_width, setter)
        pages = compose(flow, sheet, setter, running(f"{form.title}, {slip.number}"))
        if len(pages) == 1:
            break
    return pages


def _blocks(slip: ReturnSlip, form: ReturnSlipForm, reprint: int) -> Iterator[Block]:
    yield heading(slip.letterhead, slip.returned_at.date())
    yield Text((bold(form.title),), Align.CENTRE, size=1.3, before=0.6)
    marks = void_mark(slip.void) + reprint_mark(reprint)
    if marks:
        yield Text((regular(marks.removeprefix(" – ")),), Align.CENTRE)
    yield Code(code128(slip.number), most=0.25, height=9, before=0.4, with_next=True)
    yield Text((regular(f"{form.number} "), bold(slip.number)), Align.CENTRE)
    for label, value in _facts(slip, form):
        if value:
            yield field(label, value, most_lines=4)
    left = signature(form.collector_signature, form.signature_note, slip.collector.name, 3.5)
    right = signature(form.officer_signature, form.signature_note, slip.officer_name, 3.5)
    yield Columns((Column(1, left), Column(1, right)), before=0.8)


def _facts(slip: ReturnSlip, form: ReturnSlipForm) -> Iterator[tuple[str, str]]:
    yield form.procedure, slip.procedure_name
    yield form.owner, slip.owner.name
    yield form.collector, f"{slip.collector.name} ({form.relations[slip.relation]})"
    yield form.identity, slip.collector.identity_number
    yield form.authorisation, slip.authorisation
    yield form.result, form.kinds[slip.result_kind]
    signed = form.signed_on.format(day=date_text(slip.signed_on)) if slip.signed_on else ""
    yield form.result_number, ", ".join(part for part in (slip.result_number, signed) if part)
    yield form.summary, slip.summary
    papers = (form.original.format(name=one.name, count=one.count) for one in slip.originals)
    yield form.originals, "; ".join(papers)
    yield form.way, form.ways[slip.way]
    yield form.address, slip.address
    yield form.waybill, slip.waybill
    yield form.moment, moment_text(slip.returned_at)
    yield form.seat, f"{slip.seat_number:02d}"

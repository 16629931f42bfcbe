"""Biên bản hoàn trả tiền phí, lệ phí: A5 across, two copies, signed by who gives and who gets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from counter_app.documents.blocks import Align, Block, Code, Column, Columns, Text, bold, regular
from counter_app.documents.cells import field, running
from counter_app.documents.codes import OFFICE_DPI, code128
from counter_app.documents.facts import facts_of
from counter_app.documents.fee_receipt import SHEET
from counter_app.documents.heading import signature
from counter_app.documents.items import Page
from counter_app.documents.layout import pieces
from counter_app.documents.pages import compose
from counter_app.documents.pdf import Info, paint, pdf_setter
from counter_app.documents.receipt import reprint_mark
from counter_app.documents.till_forms import RefundForm, till_forms
from counter_app.documents.wording import date_text, moment_text
from counter_app.domain.amounts import grouped, in_words
from counter_app.domain.refund_slip import RefundSlip

_SIZES: Final = (11.0, 10.0, 9.0)
"""Body sizes in points, the largest that keeps a copy on one page first."""


def render(slip: RefundSlip, reprint: int = 0, dpi: float = OFFICE_DPI) -> bytes:
    """Return both copies as PDF; the same input gives the same bytes.

    Args:
        reprint: how often it was printed before; from 1 on every copy is marked.
        dpi: dots per inch of the printer.

    Raises:
        NotEncodable.
    """
    pages = lay_out(slip, reprint, dpi)
    facts = facts_of(slip.dossier_number, slip.receiver, pages)
    return paint(pages, Info(till_forms().refund.title, slip.letter, slip.unit, facts.to_text()))


def lay_out(slip: RefundSlip, reprint: int = 0, dpi: float = OFFICE_DPI) -> list[Page]:
    """Return the placed pages of what `render` paints."""
    form = till_forms().refund
    pages: list[Page] = []
    for size in _SIZES:
        pages = [
            page
            for copy in form.copies
            for page in _copy(slip, form, f"{copy}{reprint_mark(reprint)}", size, dpi)
        ]
        if len(pages) == len(form.copies):
            break
    return pages


def _copy(slip: RefundSlip, form: RefundForm, caption: str, size: float, dpi: float) -> list[Page]:
    setter = pdf_setter(size, dpi)
    flow = pieces(_blocks(slip, form, caption), SHEET.text_width, setter)
    said = f"{form.title}, {form.number} {slip.letter}  {caption}"
    return compose(flow, SHEET, setter, running(said))


def _blocks(slip: RefundSlip, form: RefundForm, caption: str) -> Iterator[Block]:
    yield _issuer(slip, form)
    yield Text((bold(form.title),), Align.CENTRE, size=1.35, before=0.4, one_line=True)
    yield Text((bold(caption),), Align.CENTRE)
    yield Text((regular(f"{form.receiver} "), bold(slip.receiver)), hang=1.0, before=0.4)
    yield field(form.address, slip.receiver_address or "…", most_lines=2)
    yield Text((regular(f"{form.dossier} "), bold(slip.dossier_number)), hang=1.0)
    yield field(form.procedure, f"{slip.procedure_name} ({slip.agency_name})", most_lines=3)
    yield field(form.receipt, _receipt(slip, form))
    amount = form.currency.format(amount=grouped(slip.money.total))
    yield Text((regular(f"{form.amount} "), bold(amount)), hang=1.0, size=1.1)
    yield field(form.in_words, in_words(slip.money.total))
    yield field(form.method, form.methods[slip.method])
    yield field(form.reason, slip.reason, most_lines=3)
    yield field(form.asked_by, f"{slip.asked_by}, {moment_text(slip.asked_at)}")
    yield Text((regular(f"{form.approved_by} "), bold(slip.approved_by)), hang=1.0)
    yield from _end(slip, form)


def _issuer(slip: RefundSlip, form: RefundForm) -> Columns:
    left = (
        Text((regular(f"{form.unit} "), bold(slip.unit)), hang=1.0),
        field(form.tax_code, slip.tax_code or "…"),
    )
    right = (
        Text((regular(f"{form.number} "), bold(slip.letter or "…")), size=1.1),
        field(form.seat, f"{slip.seat_number:02d}"),
    )
    return Columns((Column(68, left), Column(32, right)))


def _receipt(slip: RefundSlip, form: RefundForm) -> str:
    if slip.receipt is None:
        return form.without_receipt
    return form.receipt_text.format(
        template=slip.receipt.template,
        symbol=slip.receipt.symbol,
        number=slip.receipt.number,
        day=date_text(slip.receipt.issued_at.date()),
        amount=grouped(slip.receipt.money.total),
        extent=form.whole if slip.whole else form.part,
    )


def _end(slip: RefundSlip, form: RefundForm) -> Iterator[Block]:
    on = f"{slip.letterhead.place}, {moment_text(slip.given_at)}"
    foot = form.foot.format(fee=grouped(slip.money.fee), charge=grouped(slip.money.charge))
    middle: tuple[Block, ...] = (
        Code(code128(slip.dossier_number), most=0.25, height=8),
        Text((regular(foot),), Align.CENTRE, size=0.9, before=0.3),
    )
    left = signature(form.receiver_signature, form.signature_note, slip.receiver, 2.6)
    right = signature(form.officer_signature, form.signature_note, slip.officer_name, 2.6)
    yield Text((regular(on),), Align.RIGHT, before=0.3, with_next=True)
    yield Columns((Column(30, left), Column(40, middle), Column(30, right)), before=0.1)

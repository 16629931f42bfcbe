"""Biên lai thu tiền phí, lệ phí: A5 across, three copies, the amount in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from counter_app.documents.blocks import Align, Block, Code, Column, Columns, Text, bold, regular
from counter_app.documents.cells import field, running
from counter_app.documents.codes import OFFICE_DPI, code128
from counter_app.documents.facts import facts_of
from counter_app.documents.heading import signature
from counter_app.documents.items import Page
from counter_app.documents.layout import pieces
from counter_app.documents.pages import Sheet, compose
from counter_app.documents.pdf import Info, paint, pdf_setter
from counter_app.documents.receipt import reprint_mark
from counter_app.documents.till_forms import FeeReceiptForm, till_forms
from counter_app.documents.wording import date_text, moment_text
from counter_app.domain.amounts import grouped, in_words
from counter_app.domain.fee_receipt import FeeReceipt
from counter_app.domain.fees import OwedLine

SHEET: Final = Sheet.of_mm(210, 148, left=12, right=10, top=10, bottom=10)
"""A5 across, as centres print it."""
_SIZES: Final = (11.0, 10.0, 9.0)
"""Body sizes in points, the largest that keeps a copy on one page first."""


def render(receipt: FeeReceipt, reprint: int = 0, dpi: float = OFFICE_DPI) -> bytes:
    """Return the three copies as PDF; the same input gives the same bytes.

    Args:
        reprint: how often it was printed before; from 1 on every copy is marked.
        dpi: dots per inch of the printer.

    Raises:
        NotEncodable.
    """
    pages = lay_out(receipt, reprint, dpi)
    form = till_forms().fee_receipt
    facts = facts_of(receipt.dossier_number, receipt.payer, pages)
    name = f"{receipt.template} {receipt.symbol} {receipt.number}"
    return paint(pages, Info(form.title, name, receipt.unit, facts.to_text()))


def lay_out(receipt: FeeReceipt, reprint: int = 0, dpi: float = OFFICE_DPI) -> list[Page]:
    """Return the placed pages of what `render` paints."""
    form = till_forms().fee_receipt
    pages: list[Page] = []
    for size in _SIZES:
        pages = [
            page
            for copy in form.copies
            for page in _copy(receipt, form, f"{copy}{reprint_mark(reprint)}", size, dpi)
        ]
        if len(pages) == len(form.copies):
            break
    return pages


def _copy(
    receipt: FeeReceipt, form: FeeReceiptForm, caption: str, size: float, dpi: float
) -> list[Page]:
    setter = pdf_setter(size, dpi)
    flow = pieces(_blocks(receipt, form, caption), SHEET.text_width, setter)
    said = f"{form.title}, {form.number} {receipt.number}  {caption}"
    return compose(flow, SHEET, setter, running(said))


def _blocks(receipt: FeeReceipt, form: FeeReceiptForm, caption: str) -> Iterator[Block]:
    yield _issuer(receipt, form)
    yield Text((bold(form.title),), Align.CENTRE, size=1.35, before=0.5, one_line=True)
    yield Text((bold(caption),), Align.CENTRE)
    yield from _void(receipt, form)
    lines = "; ".join(_line(line, form) for line in receipt.lines)
    yield field(form.fees, lines, before=0.4, most_lines=4)
    yield field(form.procedure, receipt.procedure_name, most_lines=3)
    yield field(form.agency, receipt.agency_name, most_lines=2)
    yield Text((regular(f"{form.payer} "), bold(receipt.payer)), hang=1.0)
    yield field(form.address, receipt.payer_address or "…", most_lines=2)
    yield Text((regular(f"{form.dossier} "), bold(receipt.dossier_number)), hang=1.0)
    amount = form.currency.format(amount=grouped(receipt.money.total))
    yield Text((regular(f"{form.amount} "), bold(amount)), hang=1.0, size=1.1)
    yield field(form.in_words, in_words(receipt.money.total))
    yield field(form.method, form.methods[receipt.method])
    yield from _end(receipt, form)


def _issuer(receipt: FeeReceipt, form: FeeReceiptForm) -> Columns:
    left = (
        Text((regular(f"{form.unit} "), bold(receipt.unit)), hang=1.0),
        field(form.tax_code, receipt.tax_code or "…"),
    )
    right = (
        field(form.template, receipt.template),
        field(form.symbol, receipt.symbol),
        Text((regular(f"{form.number} "), bold(receipt.number)), size=1.1),
    )
    return Columns((Column(68, left), Column(32, right)))


def _void(receipt: FeeReceipt, form: FeeReceiptForm) -> Iterator[Block]:
    if receipt.void is None:
        return
    yield Text((bold(form.void),), Align.CENTRE, size=2.0, before=0.2)
    told = form.void_note.format(
        moment=moment_text(receipt.void.at),
        reason=receipt.void.reason,
        voided_by=receipt.void.voided_by,
        approved_by=receipt.void.approved_by,
    )
    yield Text((regular(told),), Align.CENTRE, size=0.9, most_lines=2)


def _line(line: OwedLine, form: FeeReceiptForm) -> str:
    words = form.line if line.quantity == 1 else form.line_many
    return words.format(
        kind=form.kinds[line.kind],
        note=f" ({line.note})" if line.note else "",
        quantity=line.quantity,
        amount=grouped(line.amount),
    )


def _end(receipt: FeeReceipt, form: FeeReceiptForm) -> Iterator[Block]:
    on = f"{receipt.letterhead.place}, {date_text(receipt.issued_at.date())}"
    foot = form.foot.format(fee=grouped(receipt.money.fee), charge=grouped(receipt.money.charge))
    middle: tuple[Block, ...] = (
        Code(code128(receipt.dossier_number), most=0.25, height=8),
        Text((regular(foot),), Align.CENTRE, size=0.9, before=0.3),
    )
    left = signature(form.payer_signature, form.signature_note, receipt.payer, 2.6)
    right = signature(form.officer_signature, form.signature_note, receipt.officer_name, 2.6)
    yield Text((regular(on),), Align.RIGHT, before=0.3, with_next=True)
    yield Columns((Column(30, left), Column(40, middle), Column(30, right)), before=0.1)

"""The sheet a citizen pays by: VietQR code, account, amount and purpose, on A5."""

from __future__ import annotations

from collections.abc import Iterator

from counter_app.documents.blocks import Align, Block, Code, Text, bold, italic, regular
from counter_app.documents.cells import field, running
from counter_app.documents.codes import OFFICE_DPI, qr
from counter_app.documents.facts import facts_of
from counter_app.documents.heading import heading
from counter_app.documents.items import Page
from counter_app.documents.layout import pieces
from counter_app.documents.pages import SHEETS, PaperSize, compose
from counter_app.documents.pdf import Info, paint, pdf_setter
from counter_app.documents.till_forms import till_forms
from counter_app.domain.amounts import grouped, in_words
from counter_app.domain.transfer import TransferSlip

_BODY = 10.0
_QR_MM = 1.0
"""Widest module: read by telephones from a lap's distance."""


def render(slip: TransferSlip, dpi: float = OFFICE_DPI) -> bytes:
    """Return the sheet as PDF; the same input gives the same bytes."""
    pages = lay_out(slip, dpi)
    facts = facts_of(slip.dossier_number, slip.payer, pages)
    info = Info(
        till_forms().transfer.title, slip.dossier_number, slip.letterhead.office, facts.to_text()
    )
    return paint(pages, info)


def lay_out(slip: TransferSlip, dpi: float = OFFICE_DPI) -> list[Page]:
    """Return the placed pages of what `render` paints."""
    sheet = SHEETS[PaperSize.A5]
    setter = pdf_setter(_BODY, dpi)
    flow = pieces(_blocks(slip), sheet.text_width, setter)
    said = f"{till_forms().transfer.title}, {slip.dossier_number}"
    return compose(flow, sheet, setter, running(said))


def _blocks(slip: TransferSlip) -> Iterator[Block]:
    form = till_forms().transfer
    yield heading(slip.letterhead, slip.asked_at.date())
    yield Text((bold(form.title),), Align.CENTRE, size=1.2, before=0.9, one_line=True)
    yield Text((regular(f"{form.dossier} "), bold(slip.dossier_number)), hang=1.0, before=0.6)
    yield field(form.procedure, slip.procedure_name, most_lines=3)
    yield field(form.payer, slip.payer)
    yield Code(qr(slip.qr), most=_QR_MM, before=0.4)
    yield Text((italic(form.scan),), Align.CENTRE, size=0.9)
    account = slip.account
    yield Text((regular(f"{form.holder} "), bold(account.holder)), hang=1.0, before=0.6)
    yield Text((regular(f"{form.account} "), bold(account.account)), hang=1.0)
    yield field(form.bank, account.bank_name or account.bank)
    amount = f"{grouped(slip.money.total)} đồng"
    yield Text((regular(f"{form.amount} "), bold(amount)), hang=1.0, size=1.1)
    yield Text((italic(f"({in_words(slip.money.total)})"),), indent=1.0)
    yield Text((regular(f"{form.purpose} "), bold(slip.purpose)), hang=1.0, size=1.1)
    yield Text((italic(form.note),), size=0.9, before=0.8)

"""Papers about money and the close of a day on their way to a printer, their codes read back."""

from __future__ import annotations

from uuid import UUID

from counter_app.clock import local, local_day
from counter_app.desk import Desk
from counter_app.documents import (
    cash_count,
    day_sheet,
    fee_receipt,
    readback,
    refund_slip,
    sync_proof,
    transfer_slip,
)
from counter_app.documents.cash_count import CashCountSheet
from counter_app.documents.day_sheet import ClosingPaper
from counter_app.documents.sync_proof import Proof, ProvedDossier
from counter_app.domain.fee_receipt import FeeReceipt
from counter_app.domain.refund_slip import RefundSlip
from counter_app.domain.transfer import TransferSlip
from counter_app.store import reference
from counter_app.store.day_proofs import given_proof
from counter_app.store.day_sheets import sheet
from counter_app.store.dossiers import received_on
from counter_app.store.engine import Session
from counter_app.store.money import transfer_slip as slip_of
from counter_app.store.officers import names_of
from counter_app.store.receipt_books import receipt_of
from counter_app.store.refund_slips import refund_slip as refund_of
from counter_app.store.tills import count_of
from counter_app.usecases.printing import Form

TillPaper = FeeReceipt | RefundSlip | TransferSlip | CashCountSheet | ClosingPaper | Proof

FORMS = frozenset(
    {
        Form.FEE_RECEIPT,
        Form.REFUND_SLIP,
        Form.TRANSFER,
        Form.CASH_COUNT,
        Form.DAY_SHEET,
        Form.SYNC_PROOF,
    }
)
"""The forms this module draws; the subject of a job is the receipt, refund, payment, count, sheet
or proof."""


def told(desk: Desk, subject: UUID, form: Form) -> TillPaper:
    """Return what a paper says.

    Raises:
        NoSuchReceipt, NoSuchTransfer, NoSuchCount, NoSuchSheet, NoSuchPaper, SettingMissing,
        BadBankAccount.
    """
    match form:
        case Form.FEE_RECEIPT:
            return desk.ask(receipt_of, subject)
        case Form.REFUND_SLIP:
            return desk.ask(refund_of, subject)
        case Form.TRANSFER:
            return desk.ask(slip_of, subject)
        case Form.CASH_COUNT:
            return desk.ask(_counted, subject)
        case Form.SYNC_PROOF:
            return desk.ask(_proved, subject)
        case _:
            return desk.ask(_closed, subject)


def pdf_of(record: TillPaper, reprint: int = 0) -> bytes:
    """Return a paper as PDF, for preview and export as well."""
    match record:
        case FeeReceipt():
            return fee_receipt.render(record, reprint)
        case RefundSlip():
            return refund_slip.render(record, reprint)
        case TransferSlip():
            return transfer_slip.render(record)
        case CashCountSheet():
            return cash_count.render(record)
        case ClosingPaper():
            return day_sheet.render(record)
        case Proof():
            return sync_proof.render(record)


def drawn(record: TillPaper, reprint: int = 0) -> bytes:
    """Return a paper as PDF after reading its codes back. Raises CodeUnreadable, CodeDiffers."""
    pdf = pdf_of(record, reprint)
    if isinstance(record, FeeReceipt):
        readback.check_numbers(pdf, [record.dossier_number] * 3)
    elif isinstance(record, RefundSlip):
        readback.check_numbers(pdf, [record.dossier_number] * 2)
    elif isinstance(record, TransferSlip):
        readback.check_qr(pdf, record.qr)
    return pdf


def title_of(record: TillPaper) -> str:
    """Return what the printing system calls the paper."""
    match record:
        case FeeReceipt():
            return f"{record.template} {record.symbol} {record.number}"
        case RefundSlip():
            return f"hoan-phi {record.letter} {record.dossier_number}"
        case TransferSlip():
            return f"{record.dossier_number} chuyen-khoan"
        case CashCountSheet():
            return f"kiem-ke-quy {record.count.seat_number:02d}"
        case ClosingPaper():
            return f"khoa-so {record.sheet.name}"
        case Proof():
            return f"doi-chieu {record.day}"


def _counted(session: Session, count_id: UUID) -> CashCountSheet:
    count = count_of(session, count_id)
    names = names_of(session, (count.officer, count.approved_by))
    letterhead = reference.settings(session, local_day(count.counted_at)).letterhead()
    approved = names.get(count.approved_by, "")
    return CashCountSheet(letterhead, count, names[count.officer], approved)


def _closed(session: Session, sheet_id: UUID) -> ClosingPaper:
    made = sheet(session, sheet_id)
    letterhead = reference.settings(session, made.made_at.date()).letterhead()
    approved = names_of(session, (made.approved_by,)).get(made.approved_by, "")
    return ClosingPaper(letterhead, made, approved)


def _proved(session: Session, subject: UUID) -> Proof:
    told = given_proof(session, subject)
    settings = reference.settings(session, told.day)
    received = received_on(session, told.day, told.seat_number)
    return Proof(
        centre_name=settings.centre_name(),
        letterhead=settings.letterhead(),
        seat_number=told.seat_number,
        officer_name=names_of(session, (told.officer,))[told.officer],
        day=told.day,
        counts=tuple(sorted(told.counts.items())),
        first_seq=told.first_seq,
        last_seq=told.last_seq,
        head_hash=told.hash.hex(),
        receipt_code=told.code,
        centre_time=local(told.given_at),
        dossiers=tuple(
            ProvedDossier(row.number, row.owner_name, local(row.received_at)) for row in received
        ),
    )

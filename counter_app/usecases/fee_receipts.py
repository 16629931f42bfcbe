"""Receipts for phí and lệ phí: numbers in books without gaps, and voids by two persons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from counter_app.desk import Desk, Officer
from counter_app.domain.fee_receipt import FeeReceipt, receipt_number
from counter_app.domain.fees import Money, OwedLine, PaymentState, sum_of
from counter_app.domain.procedure import FeeKind
from counter_app.domain.roles import Duty
from counter_app.errors import CounterError
from counter_app.journal.dossiers.life import Row
from counter_app.journal.dossiers.money import CANCELLED, ISSUED, VOIDED, left_of, owed_lines
from counter_app.records import to_record
from counter_app.schema.money import fee_receipt, payment
from counter_app.store import reference
from counter_app.store.receipt_books import NoSuchReceipt, next_receipt, receipt_of
from counter_app.usecases.acts import Acting, begin, check_second, reason
from counter_app.usecases.intake import issue


@dataclass(eq=False)
class ReceiptVoid(CounterError):
    """receipt {number} is void already"""

    number: str


@dataclass(eq=False)
class NoSuchPayment(CounterError):
    """dossier {number} has no such payment, or it is no longer awaited"""

    number: str


@dataclass(eq=False)
class MoneyGivenBack(CounterError):
    """money of this payment was given back; it can no longer be undone"""


def write_issued(acting: Acting, paid: Row) -> UUID:
    """Give a payment its receipt: the next number of the seat's book; return the receipt's id.

    Args:
        paid: the row of the payment.

    Raises:
        NoReceiptBook, ReceiptBookUsedUp, NumberTaken.
    """
    slot = next_receipt(acting.session, acting.author.stream_id, acting.row["agency_code"])
    number = f"{slot.template} {slot.symbol} {receipt_number(slot.running)}"
    issue(acting.session, number, acting.subject)
    record = {
        "payment": paid["entry_id"].hex,
        "book": slot.book.hex,
        "template": slot.template,
        "symbol": slot.symbol,
        "running": slot.running,
        "unit": slot.unit,
        "tax_code": slot.tax_code,
        "fee": paid["fee"],
        "charge": paid["charge"],
        "method": paid["method"],
        "lines": to_record(_lines(acting, _money(paid))),
        "payer": paid["payer"],
        "payer_address": acting.life.record["submitter"].get("address", ""),
        "dossier_number": acting.row["number"],
        "procedure_name": acting.row["procedure_name"],
        "agency_name": reference.agency_name(acting.session, acting.row["agency_code"]),
        "officer_name": acting.desk.acting.name,
        "seat_number": acting.desk.seat.number,
    }
    return acting.write(ISSUED, record, saw=(paid["entry_id"],)).entry_id


def void(
    desk: Desk,
    subject: UUID,
    receipt: UUID,
    because: str,
    second: Officer | None,
    *,
    again: bool = True,
) -> FeeReceipt | None:
    """Declare a receipt void; its number stays used.

    Args:
        second: a supervisor other than who acts.
        again: the payment gets another receipt at once, which is returned; without it the payment
            itself is undone, as when the wrong dossier was chosen, and cash goes back.

    Raises:
        NoSuchReceipt, ReceiptVoid, ReasonMissing, SecondPersonMissing.
        MoneyGivenBack: a payment that was given back cannot be undone.
        NoReceiptBook, ReceiptBookUsedUp, NumberTaken; as `acts.begin`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.COLLECT)
        row = next(
            (row for row in acting.life.rows(fee_receipt) if row["entry_id"] == receipt), None
        )
        if row is None:
            raise NoSuchReceipt(str(receipt))
        if row["void_at"] is not None:
            raise ReceiptVoid(receipt_number(row["running"]))
        record = {
            "receipt": receipt.hex,
            "reason": reason(because),
            "approved_by": check_second(desk, second),
            "seat_number": desk.seat.number,
        }
        acting.write(VOIDED, record, saw=(receipt,))
        if _stands_beside(acting, row):
            return None
        paid = payment_row(acting, row["payment"])
        if again:
            return receipt_of(session, write_issued(acting, paid))
        if paid["state"] != PaymentState.PAID or left_of(paid) != _money(paid):
            raise MoneyGivenBack
        gone: dict[str, Any] = {"payment": paid["entry_id"].hex, "reason": record["reason"]}
        gone["seat_number"] = desk.seat.number
        acting.write(CANCELLED, gone, saw=(paid["entry_id"],))
        return None


def payment_row(acting: Acting, payment_id: UUID) -> Row:
    """Return a payment of the dossier. Raises NoSuchPayment."""
    for row in acting.life.rows(payment):
        if row["entry_id"] == payment_id:
            return row
    raise NoSuchPayment(acting.row["number"])


def _stands_beside(acting: Acting, void_one: Row) -> bool:
    """Tell whether the payment has another receipt, as when two seats both confirmed it."""
    return any(
        row["payment"] == void_one["payment"]
        and row["void_at"] is None
        and row["entry_id"] != void_one["entry_id"]
        for row in acting.life.rows(fee_receipt)
    )


def _lines(acting: Acting, paid: Money) -> tuple[OwedLine, ...]:
    """Return what a payment is for: the lines that are owed where it pays all of a kind."""
    owed = owed_lines(acting.row)
    return (
        *_of_kind(owed, FeeKind.FEE, paid.fee),
        *_of_kind(owed, FeeKind.CHARGE, paid.charge),
    )


def _of_kind(owed: Sequence[OwedLine], kind: FeeKind, amount: int) -> tuple[OwedLine, ...]:
    lines = tuple(line for line in owed if line.kind is kind)
    if sum_of(lines).total == amount:
        return lines
    return (OwedLine(kind, amount),) if amount else ()


def _money(paid: Row) -> Money:
    return Money(paid["fee"], paid["charge"])

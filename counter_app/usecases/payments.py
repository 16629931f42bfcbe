"""Taking money: cash at once, transfers and VietQR when somebody has seen them arrive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from counter_app.desk import Desk
from counter_app.domain import vietqr
from counter_app.domain.fee_receipt import FeeReceipt
from counter_app.domain.fees import FeeChoice, Method, Money, PaymentState
from counter_app.domain.numbers import NotANumber, parse
from counter_app.domain.roles import Duty
from counter_app.domain.vietqr import BankAccount
from counter_app.errors import CounterError
from counter_app.journal.dossiers.money import CANCELLED, CONFIRMED, TAKEN
from counter_app.store.money import account_of, bank_account
from counter_app.store.receipt_books import receipt_of
from counter_app.text import composed
from counter_app.usecases.acts import Acting, begin, reason
from counter_app.usecases.fee_receipts import NoSuchPayment, payment_row, write_issued
from counter_app.usecases.fees import write_assessed


@dataclass(eq=False)
class NothingOwed(CounterError):
    """nothing is to be paid for dossier {number} now"""

    number: str


@dataclass(frozen=True, slots=True)
class Transfer:
    """What a payer needs for a transfer: on the screen and on paper. `qr` is the code's text."""

    payment: UUID
    account: BankAccount
    money: Money
    purpose: str
    qr: str


@dataclass(frozen=True, slots=True)
class Collected:
    """What was done: cash has a receipt, a transfer is awaited."""

    payment: UUID
    money: Money
    receipt: FeeReceipt | None = None
    transfer: Transfer | None = None


def collect(
    desk: Desk,
    subject: UUID,
    method: Method,
    choices: Sequence[FeeChoice] | None = None,
    payer: str = "",
    *,
    fees: bool = True,
    charges: bool = True,
    seen: UUID | None = None,
) -> Collected:
    """Take what is open of a dossier; nothing is typed that its fee table knows.

    Args:
        choices: which lines apply and how often, where that is not settled yet.
        payer: whose name the receipt bears; the submitter's when "".
        fees: take phí. charges: take lệ phí. Both as a rule.

    Raises:
        NothingOwed: nothing is open, also because it is awaited already.
        BadFeeChoice, BadAmount, PaidAlready: the choice cannot be.
        NoReceiptBook, ReceiptBookUsedUp, NumberTaken: cash needs a receipt.
        SettingMissing, BadBankAccount: a transfer needs an account.
        As `acts.begin`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.COLLECT, seen=seen)
        if choices is not None:
            acting = write_assessed(acting, choices)
        left = account_of(acting.row).open
        asked = Money(left.fee if fees else 0, left.charge if charges else 0)
        if not asked:
            raise NothingOwed(acting.row["number"])
        transfer = None if method is Method.CASH else _transfer(acting, asked)
        record = {
            "method": method.value,
            "fee": asked.fee,
            "charge": asked.charge,
            "purpose": "" if transfer is None else transfer.purpose,
            "payer": composed(payer) or acting.row["submitter_name"],
            "seat_number": desk.seat.number,
            "officer_name": desk.acting.name,
        }
        taken = acting.write(TAKEN, record).entry_id
        if transfer is not None:
            return Collected(taken, asked, transfer=_of(transfer, taken))
        acting = acting.again()
        issued = write_issued(acting, payment_row(acting, taken))
        return Collected(taken, asked, receipt_of(session, issued))


def confirm(desk: Desk, subject: UUID, payment_id: UUID, note: str = "") -> FeeReceipt:
    """Record that somebody saw a transfer arrive, and return its receipt.

    Raises:
        NoSuchPayment: it is not awaited: seen already, cancelled, or of another dossier.
        NoReceiptBook, ReceiptBookUsedUp, NumberTaken; as `acts.begin`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.COLLECT)
        return receipt_of(session, write_confirmed(acting, payment_id, {"note": composed(note)}))


def write_confirmed(acting: Acting, payment_id: UUID, told: dict[str, Any]) -> UUID:
    """Write that a transfer arrived, and its receipt; return the receipt's id."""
    _awaited(acting, payment_id)
    record = {"payment": payment_id.hex, **_seat(acting), **told}
    acting.write(CONFIRMED, record, saw=(payment_id,))
    acting = acting.again()
    return write_issued(acting, payment_row(acting, payment_id))


def cancel(desk: Desk, subject: UUID, payment_id: UUID, because: str) -> None:
    """Await a transfer no longer, as when the citizen pays in cash after all.

    Raises:
        NoSuchPayment: it is not awaited; ReasonMissing; as `acts.begin`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.COLLECT)
        _awaited(acting, payment_id)
        record = {"payment": payment_id.hex, "reason": reason(because), **_seat(acting)}
        acting.write(CANCELLED, record, saw=(payment_id,))


def transfer_of(desk: Desk, subject: UUID, payment_id: UUID) -> Transfer:
    """Return what the payer of an awaited transfer needs, to show or print it again.

    Raises:
        NoSuchPayment, SettingMissing, BadBankAccount; as `acts.begin`.
    """
    with desk.store.reading() as session:
        acting = begin(session, desk, subject, Duty.COLLECT)
        row = _awaited(acting, payment_id)
        return _of(_transfer(acting, Money(row["fee"], row["charge"])), payment_id)


def purpose_of(number: str) -> str:
    """Return the purpose of transfers for a dossier: its number without dots and dashes."""
    try:
        return vietqr.purpose_of(parse(number))
    except NotANumber:  # numbers of other systems, imported as they are
        return vietqr.letters_of(number)[: vietqr.LONGEST_PURPOSE]


def _transfer(acting: Acting, asked: Money) -> Transfer:
    account = bank_account(acting.settings(), acting.row["agency_code"])
    purpose = purpose_of(acting.row["number"])
    qr = vietqr.payload(account, asked.total, purpose)
    return Transfer(acting.subject, account, asked, purpose, qr)


def _of(transfer: Transfer, payment_id: UUID) -> Transfer:
    return Transfer(payment_id, transfer.account, transfer.money, transfer.purpose, transfer.qr)


def _awaited(acting: Acting, payment_id: UUID) -> dict[str, Any]:
    row = payment_row(acting, payment_id)
    if row["state"] != PaymentState.AWAITING:
        raise NoSuchPayment(acting.row["number"])
    return row


def _seat(acting: Acting) -> dict[str, Any]:
    return {"seat_number": acting.desk.seat.number}

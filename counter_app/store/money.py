"""Questions about the money of dossiers: owed, asked for, paid, given back, acknowledged."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, func, or_, select

from counter_app.clock import local
from counter_app.domain.fees import (
    Account,
    FeeRules,
    FeeState,
    Method,
    Money,
    OwedLine,
    PaymentState,
)
from counter_app.domain.procedure import FeeExemption, FeeLine
from counter_app.domain.transfer import TransferSlip
from counter_app.domain.vietqr import BankAccount, payload
from counter_app.errors import CounterError
from counter_app.journal.dossiers import life_of
from counter_app.journal.dossiers.money import fee_table, let_off, owed_lines
from counter_app.records import from_record
from counter_app.schema.money import fee_receipt, money_line, payment, refund
from counter_app.schema.tables import dossier
from counter_app.store.dossiers import NoSuchDossier, history
from counter_app.store.engine import Session
from counter_app.store.reference import SettingMissing, Settings, settings

_ACCOUNT = (
    dossier.c.fee_owed,
    dossier.c.charge_owed,
    dossier.c.fee_exempt,
    dossier.c.charge_exempt,
    dossier.c.fee_paid,
    dossier.c.charge_paid,
    dossier.c.fee_awaited,
    dossier.c.charge_awaited,
)


@dataclass(eq=False)
class NoSuchTransfer(CounterError):
    """no transfer {what} is awaited at this counter"""

    what: str


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """A payment. Instants are ms UTC; `refunded` is what of it was given back."""

    id: UUID
    subject: UUID
    number: str
    owner_name: str
    method: Method
    state: PaymentState
    money: Money
    refunded: Money
    payer: str
    purpose: str
    agency_code: str
    seat_number: int
    officer: str
    asked_at: int
    paid_at: int | None


@dataclass(frozen=True, slots=True)
class RefundRow:
    """A request to give money back; `state` is asked, approved or refused. Instants are ms UTC."""

    id: UUID
    subject: UUID
    payment: UUID
    number: str
    owner_name: str
    state: str
    money: Money
    reason: str
    officer: str
    asked_at: int
    decided_by: str
    decided_at: int | None
    method: str


@dataclass(frozen=True, slots=True)
class FeeReceiptRow:
    """A receipt in its book. Instants are ms UTC."""

    id: UUID
    subject: UUID
    payment: UUID
    number: str
    template: str
    symbol: str
    running: int
    method: Method
    money: Money
    payer: str
    issued_at: int
    seat_number: int
    officer: str
    void_at: int | None
    void_reason: str


@dataclass(frozen=True, slots=True)
class FeeSheet:
    """All about the money of one dossier.

    `table` is the fee table that held at intake, `owed` what of it was chosen, `let_off` whom the
    procedure lets off; `state` the badge.
    """

    subject: UUID
    number: str
    agency_code: str
    table: tuple[FeeLine, ...]
    let_off: tuple[FeeExemption, ...]
    owed: tuple[OwedLine, ...]
    account: Account
    exemption: str
    payments: tuple[PaymentRow, ...]
    receipts: tuple[FeeReceiptRow, ...]
    refunds: tuple[RefundRow, ...]

    @property
    def state(self) -> FeeState:
        return self.account.state


def account_of(row: Mapping[Any, Any]) -> Account:
    """Return where a dossier stands, from the columns of its row."""
    return Account(
        *(Money(row[f"fee_{what}"], row[f"charge_{what}"]) for what in _PARTS),
    )


_PARTS = ("owed", "exempt", "paid", "awaited")


def account(session: Session, subject: UUID) -> Account:
    """Return where a dossier stands with its money. Raises NoSuchDossier."""
    found = session.execute(select(*_ACCOUNT).where(dossier.c.subject == subject))
    row = found.mappings().one_or_none()
    if row is None:
        raise NoSuchDossier(str(subject))
    return account_of(row)


def fee_sheet(session: Session, subject: UUID) -> FeeSheet:
    """Return all about the money of a dossier. Raises NoSuchDossier."""
    life = life_of(history(session, subject))
    if life is None:
        raise NoSuchDossier(str(subject))
    row = life.row
    return FeeSheet(
        subject,
        row["number"],
        row["agency_code"],
        fee_table(life.record),
        let_off(life.record),
        owed_lines(row),
        account_of(row),
        row["exemption"],
        tuple(payments(session, payment.c.subject == subject)),
        tuple(_receipts(session, fee_receipt.c.subject == subject)),
        tuple(_refunds(session, refund.c.subject == subject)),
    )


def payments(session: Session, *conditions: Any, limit: int = 500) -> list[PaymentRow]:
    """Return payments that meet the conditions, the latest first."""
    rows = session.execute(
        select(payment, dossier.c.number, dossier.c.owner_name)
        .join_from(payment, dossier, payment.c.subject == dossier.c.subject)
        .where(*conditions)
        .order_by(payment.c.asked_at.desc(), payment.c.entry_id.desc())
        .limit(limit)
    )
    return [_payment(row) for row in rows]


def awaiting(session: Session, limit: int = 500) -> list[PaymentRow]:
    """Return the transfers that were asked for and not yet seen, the latest first."""
    return payments(session, payment.c.state == PaymentState.AWAITING.value, limit=limit)


def transfer_slip(session: Session, payment_id: UUID) -> TransferSlip:
    """Return the sheet of an awaited transfer, with the account of the day it was asked for.

    Raises:
        NoSuchTransfer: there is none, or it is awaited no longer.
        SettingMissing, BadBankAccount: the account is not set.
    """
    row = session.execute(
        select(payment, dossier.c.number, dossier.c.procedure_name)
        .join_from(payment, dossier, payment.c.subject == dossier.c.subject)
        .where(payment.c.entry_id == payment_id, payment.c.state == PaymentState.AWAITING.value)
    ).one_or_none()
    if row is None:
        raise NoSuchTransfer(str(payment_id))
    known = settings(session, row.asked_on)
    account = bank_account(known, row.agency_code)
    money = Money(row.fee, row.charge)
    return TransferSlip(
        known.letterhead(),
        row.number,
        row.procedure_name,
        row.payer,
        account,
        money,
        row.purpose,
        payload(account, money.total, row.purpose),
        local(row.asked_at),
    )


def open_refunds(session: Session) -> list[RefundRow]:
    """Return the refunds that wait for a second person, the oldest first."""
    return _refunds(session, refund.c.state == "asked")


def given_back(session: Session, seat_number: int, limit: int = 100) -> list[RefundRow]:
    """Return what was given back at a seat, the latest first."""
    return _refunds(
        session,
        refund.c.given_seat == seat_number,
        order=(refund.c.decided_at.desc(), refund.c.entry_id.desc()),
        limit=limit,
    )


def taken_on(session: Session, day: date, seat_number: int | None = None) -> list[FeeReceiptRow]:
    """Return the receipts of a day, of one seat or of all, in their order."""
    wanted = [fee_receipt.c.issued_on == day]
    if seat_number is not None:
        wanted.append(fee_receipt.c.seat_number == seat_number)
    return _receipts(session, *wanted)


@dataclass(frozen=True, slots=True)
class UnpaidRow:
    """A dossier of which something is still to be asked for. `received_at` is ms UTC."""

    subject: UUID
    number: str
    owner_name: str
    procedure_name: str
    agency_code: str
    state: int
    account: Account
    received_at: int


_OPEN_MONEY = or_(
    dossier.c.fee_owed - dossier.c.fee_exempt - dossier.c.fee_paid - dossier.c.fee_awaited > 0,
    dossier.c.charge_owed
    - dossier.c.charge_exempt
    - dossier.c.charge_paid
    - dossier.c.charge_awaited
    > 0,
)
_UNFINISHED = (2, 4, 5, 6, 8, 9)


def unpaid(session: Session, limit: int = 500) -> list[UnpaidRow]:
    """Return dossiers not yet returned that still owe money, the latest received first."""
    return _unpaid(
        session, select(dossier).where(_OPEN_MONEY, dossier.c.state.in_(_UNFINISHED)), limit
    )


def overpaid(session: Session, limit: int = 500) -> list[UnpaidRow]:
    """Return dossiers for which more was paid than was owed, as when two seats both collected."""
    owed = dossier.c.fee_owed + dossier.c.charge_owed
    less = dossier.c.fee_exempt + dossier.c.charge_exempt
    paid = dossier.c.fee_paid + dossier.c.charge_paid
    return _unpaid(session, select(dossier).where(paid > owed - less, paid > 0), limit)


@dataclass(frozen=True, slots=True)
class TakingsRow:
    """What came in less what was given back, by agency, procedure and way."""

    agency_code: str
    procedure_code: str
    method: Method
    money: Money
    payments: int


def takings(session: Session, first: date, last: date) -> list[TakingsRow]:
    """Return the sums of the ledger from `first` to `last`, both included."""
    keys = (money_line.c.agency_code, money_line.c.procedure_code, money_line.c.method)
    rows = session.execute(
        select(
            *keys,
            func.sum(money_line.c.fee),
            func.sum(money_line.c.charge),
            func.count().filter(money_line.c.kind == "taken"),
        )
        .where(money_line.c.booked_on.between(first, last))
        .group_by(*keys)
        .order_by(*keys)
    )
    return [
        TakingsRow(agency, procedure, Method(method), Money(int(fee), int(charge)), count)
        for agency, procedure, method, fee, charge, count in rows
    ]


def bank_account(settings: Settings, agency_code: str) -> BankAccount:
    """Return where transfers for an agency go: its own account, or the centre's.

    The settings are "bank_account:AGENCY" and "bank_account", each with dates of validity.

    Raises:
        SettingMissing: neither is set.
        BadBankAccount: what is set cannot be an account.
    """
    for key in (f"bank_account:{agency_code}", "bank_account"):
        record = settings.records.get(key)
        if record is not None:
            return _bank_account(record).check()
    raise SettingMissing("bank_account", settings.day)


def fee_rules(settings: Settings) -> FeeRules:
    """Return what the centre asks for before a result goes out: its setting "fees"."""
    record = settings.records.get("fees")
    return FeeRules() if record is None else _fee_rules(record)


@lru_cache(maxsize=32)
def _fee_rules(record: str) -> FeeRules:
    return from_record(FeeRules, json.loads(record))


@lru_cache(maxsize=64)
def _bank_account(record: str) -> BankAccount:
    return from_record(BankAccount, json.loads(record))


def _unpaid(session: Session, found: Select[Any], limit: int) -> list[UnpaidRow]:
    rows = session.execute(found.order_by(dossier.c.id.desc()).limit(limit)).mappings()
    return [
        UnpaidRow(
            row["subject"],
            row["number"],
            row["owner_name"],
            row["procedure_name"],
            row["agency_code"],
            row["state"],
            account_of(row),
            row["received_at"],
        )
        for row in rows
    ]


def _payment(row: Row[Any]) -> PaymentRow:
    return PaymentRow(
        row.entry_id,
        row.subject,
        row.number,
        row.owner_name,
        Method(row.method),
        PaymentState(row.state),
        Money(row.fee, row.charge),
        Money(row.fee_refunded, row.charge_refunded),
        row.payer,
        row.purpose,
        row.agency_code,
        row.seat_number,
        row.officer,
        row.asked_at,
        row.paid_at,
    )


def _refunds(
    session: Session,
    *conditions: Any,
    order: Sequence[Any] = (refund.c.asked_at, refund.c.entry_id),
    limit: int | None = None,
) -> list[RefundRow]:
    rows = session.execute(
        select(refund, dossier.c.number, dossier.c.owner_name)
        .join_from(refund, dossier, refund.c.subject == dossier.c.subject)
        .where(*conditions)
        .order_by(*order)
        .limit(limit)
    )
    return [
        RefundRow(
            row.entry_id,
            row.subject,
            row.payment,
            row.number,
            row.owner_name,
            row.state,
            Money(row.fee, row.charge),
            row.reason,
            row.officer,
            row.asked_at,
            row.decided_by,
            row.decided_at,
            row.method,
        )
        for row in rows
    ]


def _receipts(session: Session, *conditions: Any) -> list[FeeReceiptRow]:
    rows = session.execute(
        select(fee_receipt, dossier.c.number)
        .join_from(fee_receipt, dossier, fee_receipt.c.subject == dossier.c.subject)
        .where(*conditions)
        .order_by(fee_receipt.c.issued_at, fee_receipt.c.running)
    )
    return [
        FeeReceiptRow(
            row.entry_id,
            row.subject,
            row.payment,
            row.number,
            row.template,
            row.symbol,
            row.running,
            Method(row.method),
            Money(row.fee, row.charge),
            row.payer,
            row.issued_at,
            row.seat_number,
            row.officer,
            row.void_at,
            row.void_reason,
        )
        for row in rows
    ]

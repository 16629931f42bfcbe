"""What a dossier costs, what was paid, given back and acknowledged.

Money is a fact: what two seats took apart from each other was both taken. What cannot be true
twice, a second receipt of one payment or a second way to end it, is marked as a conflict.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Table

from counter_app.clock import local_day
from counter_app.domain.fees import (
    NOTHING,
    Method,
    Money,
    OwedLine,
    PaymentState,
    published,
    sum_of,
)
from counter_app.domain.procedure import FeeExemption, FeeLine
from counter_app.domain.processing import PauseKind
from counter_app.domain.states import Act
from counter_app.journal.dossiers import pauses
from counter_app.journal.dossiers.life import Area, Kind, Life, Record, Row
from counter_app.journal.dossiers.processing import GOING_ON, going_on
from counter_app.journal.entries import Entry
from counter_app.records import from_record, to_record
from counter_app.schema.money import fee_receipt, money_line, payment, refund

ASSESSED: Final = "fees_assessed"
EXEMPTED: Final = "fee_exempted"
TAKEN: Final = "payment_taken"
CONFIRMED: Final = "payment_confirmed"
CANCELLED: Final = "payment_cancelled"
REFUND_REQUESTED: Final = "refund_requested"
REFUND_APPROVED: Final = "refund_approved"
REFUND_REFUSED: Final = "refund_refused"
ISSUED: Final = "fee_receipt_issued"
VOIDED: Final = "fee_receipt_voided"
REQUIRED: Final = "payment_required"
SETTLED: Final = "payment_settled"


def owed_lines(row: Mapping[Any, Any]) -> tuple[OwedLine, ...]:
    """Return what a dossier owes line by line, from its row."""
    return tuple(from_record(OwedLine, line) for line in json.loads(row["owed_lines"]))


def fee_table(record: Record) -> tuple[FeeLine, ...]:
    """Return the fee table of a dossier's intake; empty where nothing is to be paid."""
    lines = () if record.get("free") else record.get("fees", ())
    return tuple(from_record(FeeLine, line) for line in lines)


def let_off(record: Record) -> tuple[FeeExemption, ...]:
    """Return whom the procedure let off at the dossier's intake."""
    return tuple(from_record(FeeExemption, one) for one in record.get("exemptions", ()))


def _assessed(life: Life, _entry: Entry, record: Record) -> None:
    _owe(life.row, _lines(record))


def _exempted(life: Life, _entry: Entry, record: Record) -> None:
    _set(life.row, "exempt", _money(record))
    life.row["exemption"] = record["reason"]


def _taken(life: Life, entry: Entry, record: Record) -> None:
    cash = record["method"] == Method.CASH
    asked = _money(record)
    life.rows(payment).append(
        {
            "subject": entry.subject,
            "entry_id": entry.entry_id,
            "method": record["method"],
            "state": (PaymentState.PAID if cash else PaymentState.AWAITING).value,
            **_columns(asked),
            "fee_refunded": 0,
            "charge_refunded": 0,
            "payer": record.get("payer", ""),
            "purpose": record.get("purpose", ""),
            "agency_code": life.row["agency_code"],
            "seat_number": record["seat_number"],
            "officer": entry.officer,
            "asked_at": entry.occurred_at,
            "asked_on": local_day(entry.occurred_at),
            "paid_at": entry.occurred_at if cash else None,
            "statement_line": "",
        }
    )
    if cash:
        _book(life, entry, record, life.rows(payment)[-1], "taken", asked)
    else:
        _add(life.row, "awaited", asked)


def _confirmed(life: Life, entry: Entry, record: Record) -> None:
    paid = _payment(life, entry, record, PaymentState.AWAITING)
    if paid is not None:
        paid["state"] = PaymentState.PAID.value
        paid["paid_at"] = entry.occurred_at
        paid["statement_line"] = record.get("statement_line", "")
        _add(life.row, "awaited", -_money(paid))
        _book(life, entry, record, paid, "taken", _money(paid))


def _cancelled(life: Life, entry: Entry, record: Record) -> None:
    gone = _payment(life, entry, record, PaymentState.AWAITING, PaymentState.PAID)
    if gone is None:
        return
    if gone["state"] == PaymentState.AWAITING:
        _add(life.row, "awaited", -_money(gone))
    else:
        _book(life, entry, record, gone, "cancelled", -_money(gone))
    gone["state"] = PaymentState.CANCELLED.value


def _refund_requested(life: Life, entry: Entry, record: Record) -> None:
    life.rows(refund).append(
        {
            "subject": entry.subject,
            "entry_id": entry.entry_id,
            "payment": UUID(record["payment"]),
            "state": "asked",
            **_columns(_money(record)),
            "reason": record["reason"],
            "seat_number": record["seat_number"],
            "officer": entry.officer,
            "asked_at": entry.occurred_at,
            "decided_at": None,
            "decided_by": "",
            "decision": "",
            "method": "",
            "given_seat": None,
        }
    )


def _refund_approved(life: Life, entry: Entry, record: Record) -> None:
    asked = _named(life, refund, record["refund"])
    if asked is None or asked["state"] != "asked":
        _clash(life, entry)
        return
    given = _money(asked)
    paid = _named(life, payment, asked["payment"].hex)
    if paid is None or paid["state"] != PaymentState.PAID or not given.within(left_of(paid)):
        _clash(life, entry)
        return
    _decide(asked, entry, record, "approved")
    asked["method"] = record["method"]
    asked["given_seat"] = record["seat_number"]
    paid["fee_refunded"] += given.fee
    paid["charge_refunded"] += given.charge
    if not left_of(paid):
        paid["state"] = PaymentState.REFUNDED.value
    _book(life, entry, record, {**paid, "method": record["method"]}, "refunded", -given)


def _refund_refused(life: Life, entry: Entry, record: Record) -> None:
    asked = _named(life, refund, record["refund"])
    if asked is None or asked["state"] != "asked":
        _clash(life, entry)
    else:
        _decide(asked, entry, record, "refused")


def _issued(life: Life, entry: Entry, record: Record) -> None:
    of = UUID(record["payment"])
    standing = [r for r in life.rows(fee_receipt) if r["payment"] == of and r["void_at"] is None]
    life.rows(fee_receipt).append(
        {
            "subject": entry.subject,
            "entry_id": entry.entry_id,
            "payment": of,
            "book": UUID(record["book"]),
            "template": record["template"],
            "symbol": record["symbol"],
            "running": record["running"],
            "method": record["method"],
            **_columns(_money(record)),
            "payer": record["payer"],
            "issued_at": entry.occurred_at,
            "issued_on": local_day(entry.occurred_at),
            "seat_number": record["seat_number"],
            "officer": entry.officer,
            "clock": entry.clock,
            "void_at": None,
            "void_on": None,
            "void_reason": "",
            "voided_by": "",
            "approved_by": "",
            "void_clock": None,
        }
    )
    if standing or _named(life, payment, record["payment"]) is None:
        _clash(life, entry)


def _voided(life: Life, entry: Entry, record: Record) -> None:
    row = _named(life, fee_receipt, record["receipt"])
    if row is None or row["void_at"] is not None:
        _clash(life, entry)
        return
    row["void_at"] = entry.occurred_at
    row["void_on"] = local_day(entry.occurred_at)
    row["void_reason"] = record["reason"]
    row["voided_by"] = entry.officer
    row["approved_by"] = record["approved_by"]
    row["void_clock"] = entry.clock


def _required(life: Life, entry: Entry, record: Record) -> None:
    pauses.begin(life, entry, record, PauseKind.PAYMENT.value)
    if record.get("lines"):
        _owe(life.row, owed_lines(life.row) + _lines(record))


def follow_table(life: Life, before: Record) -> None:
    """Let a dossier owe what its new fee table says, where a correction brought another one."""
    table = fee_table(life.record)
    if table != fee_table(before):
        _owe(life.row, published(table))


def left_of(paid: Row) -> Money:
    """Return what of a payment was not given back."""
    return _money(paid) - Money(paid["fee_refunded"], paid["charge_refunded"])


def _book(life: Life, entry: Entry, record: Record, paid: Row, kind: str, amount: Money) -> None:
    life.rows(money_line).append(
        {
            "subject": entry.subject,
            "entry_id": entry.entry_id,
            "payment": paid["entry_id"],
            "kind": kind,
            "method": paid["method"],
            **_columns(amount),
            "booked_at": entry.recorded_at,
            "booked_on": local_day(entry.recorded_at),
            "agency_code": life.row["agency_code"],
            "procedure_code": life.row["procedure_code"],
            "seat_number": record["seat_number"],
            "officer": entry.officer,
            "clock": entry.clock,
        }
    )
    _add(life.row, "paid", amount)


def _decide(asked: Row, entry: Entry, record: Record, state: str) -> None:
    asked["state"] = state
    asked["decided_at"] = entry.occurred_at
    asked["decided_by"] = record["decided_by"]
    asked["decision"] = record.get("decision", "")


def _payment(life: Life, entry: Entry, record: Record, *fitting: PaymentState) -> Row | None:
    """Return the payment an entry ends; a conflict where it is in none of the states fitting."""
    found = _named(life, payment, record["payment"])
    if found is not None and found["state"] in fitting:
        return found
    _clash(life, entry)
    return None


def _named(life: Life, table: Table, entry_id: str) -> Row | None:
    wanted = UUID(entry_id)
    return next((row for row in life.rows(table) if row["entry_id"] == wanted), None)


def _clash(life: Life, entry: Entry) -> None:
    life.clash(entry, life.row["last_act"], applied=False)


def _money(record: Any) -> Money:
    return Money(record["fee"], record["charge"])


def _columns(amount: Money) -> Row:
    return {"fee": amount.fee, "charge": amount.charge}


def _of(row: Row, what: str) -> Money:
    return Money(row[f"fee_{what}"], row[f"charge_{what}"])


def _set(row: Row, what: str, amount: Money) -> None:
    row[f"fee_{what}"], row[f"charge_{what}"] = amount.fee, amount.charge


def _add(row: Row, what: str, amount: Money) -> None:
    _set(row, what, _of(row, what) + amount)


def _owe(row: Row, lines: tuple[OwedLine, ...]) -> None:
    _set(row, "owed", sum_of(lines))
    row["owed_lines"] = json.dumps(
        to_record(lines), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


def _lines(record: Record) -> tuple[OwedLine, ...]:
    return tuple(from_record(OwedLine, line) for line in record["lines"])


def _at_first(_entry: Entry, record: Record) -> Row:
    row: Row = {"exemption": ""}
    for what in ("exempt", "paid", "awaited"):
        _set(row, what, NOTHING)
    _owe(row, published(fee_table(record)))
    return row


AREA: Final = Area(
    (
        Kind(ASSESSED, _assessed),
        Kind(EXEMPTED, _exempted),
        Kind(TAKEN, _taken),
        Kind(CONFIRMED, _confirmed),
        Kind(CANCELLED, _cancelled),
        Kind(REFUND_REQUESTED, _refund_requested),
        Kind(REFUND_APPROVED, _refund_approved),
        Kind(REFUND_REFUSED, _refund_refused),
        Kind(ISSUED, _issued),
        Kind(VOIDED, _voided),
        Kind(REQUIRED, _required, (Act.ASK_PAYMENT,)),
        Kind(SETTLED, going_on, GOING_ON),
    ),
    _at_first,
    (payment, money_line, refund, fee_receipt),
)

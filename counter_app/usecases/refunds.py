"""Giving money back: one person asks, a supervisor who is another person approves."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from counter_app.desk import Desk, Officer
from counter_app.domain.fees import Method, Money, PaymentState
from counter_app.domain.roles import Duty, Role
from counter_app.errors import CounterError
from counter_app.journal.dossiers.life import Row
from counter_app.journal.dossiers.money import (
    REFUND_APPROVED,
    REFUND_REFUSED,
    REFUND_REQUESTED,
    left_of,
)
from counter_app.schema.money import refund
from counter_app.usecases.acts import Acting, SecondPersonMissing, begin, check_second, reason
from counter_app.usecases.fee_receipts import NoSuchPayment, payment_row
from counter_app.usecases.letters import LetterForm, next_letter


@dataclass(eq=False)
class RefundTooHigh(CounterError):
    """{asked} đồng cannot be given back of a payment of which {left} are left"""

    asked: int
    left: int


@dataclass(eq=False)
class NoSuchRefund(CounterError):
    """dossier {number} has no such request for a refund, or it is decided already"""

    number: str


def request(
    desk: Desk, subject: UUID, payment_id: UUID, because: str, amount: Money | None = None
) -> UUID:
    """Ask for money to be given back; return the request.

    Args:
        amount: all that is left of the payment when None.

    Raises:
        NoSuchPayment: it was never paid; RefundTooHigh, ReasonMissing; as `acts.begin`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.COLLECT)
        row = payment_row(acting, payment_id)
        if row["state"] != PaymentState.PAID:
            raise NoSuchPayment(acting.row["number"])
        left = left_of(row) - _asked_for(acting, payment_id)
        wanted = left if amount is None else amount
        if not wanted or not wanted.within(left):
            raise RefundTooHigh(wanted.total, left.total)
        record = {
            "payment": payment_id.hex,
            "fee": wanted.fee,
            "charge": wanted.charge,
            "reason": reason(because),
            "seat_number": desk.seat.number,
        }
        return acting.write(REFUND_REQUESTED, record, saw=(payment_id,)).entry_id


def approve(
    desk: Desk, subject: UUID, refund_id: UUID, method: Method, second: Officer | None = None
) -> Money:
    """Give money back as asked, and return how much; it leaves the till of this seat in cash.

    The slip that both sign has a number of its own, and the refund's id as subject of its prints.

    Args:
        second: a supervisor who signs in beside the officer; without one the officer decides.
            Who decides must be a supervisor, and not the person who asked.

    Raises:
        NoSuchRefund, SecondPersonMissing; as `acts.begin`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.COLLECT)
        asked = _open(acting, refund_id)
        record = {
            "refund": refund_id.hex,
            "decided_by": _decider(acting, asked, second),
            "method": method.value,
            "seat_number": desk.seat.number,
            "letter": next_letter(session, desk, LetterForm.REFUND),
        }
        acting.write(REFUND_APPROVED, record, saw=(refund_id,))
        return Money(asked["fee"], asked["charge"])


def refuse(
    desk: Desk, subject: UUID, refund_id: UUID, because: str, second: Officer | None = None
) -> None:
    """Refuse a refund. Raises as `approve`, and ReasonMissing."""
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.COLLECT)
        asked = _open(acting, refund_id)
        record = {
            "refund": refund_id.hex,
            "decided_by": _decider(acting, asked, second),
            "decision": reason(because),
        }
        acting.write(REFUND_REFUSED, record, saw=(refund_id,))


def _open(acting: Acting, refund_id: UUID) -> Row:
    for row in acting.life.rows(refund):
        if row["entry_id"] == refund_id and row["state"] == "asked":
            return row
    raise NoSuchRefund(acting.row["number"])


def _asked_for(acting: Acting, payment_id: UUID) -> Money:
    asked = Money()
    for row in acting.life.rows(refund):
        if row["payment"] == payment_id and row["state"] == "asked":
            asked += Money(row["fee"], row["charge"])
    return asked


def _decider(acting: Acting, asked: Row, second: Officer | None) -> str:
    who = acting.desk.acting_in(acting.session) if second is None else second
    if who.login == asked["officer"]:
        raise SecondPersonMissing(Role.SUPERVISOR)
    if second is not None:
        return check_second(acting.desk, second)
    if Role.SUPERVISOR not in who.roles:
        raise SecondPersonMissing(Role.SUPERVISOR)
    return who.login

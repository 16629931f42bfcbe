"""Saying what a dossier costs: which lines of the fee table apply, and what is let off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from counter_app.desk import Desk
from counter_app.domain.fees import (
    Account,
    FeeChoice,
    Money,
    chosen,
    sum_of,
)
from counter_app.domain.reasons import ReasonKind
from counter_app.domain.roles import Duty
from counter_app.errors import CounterError
from counter_app.journal.dossiers.money import ASSESSED, EXEMPTED, fee_table, owed_lines
from counter_app.records import to_record
from counter_app.store.money import account_of
from counter_app.text import composed
from counter_app.usecases.acts import Acting, begin


@dataclass(eq=False)
class PaidAlready(CounterError):
    """{paid} đồng are paid or asked for already, more than would be owed"""

    paid: int


@dataclass(eq=False)
class ExemptionTooHigh(CounterError):
    """{asked} đồng cannot be let off where {owed} are owed"""

    asked: int
    owed: int


@dataclass(eq=False)
class ExemptionUnproved(CounterError):
    """name the document that proves the exemption"""


def assess(desk: Desk, subject: UUID, choices: Sequence[FeeChoice]) -> Account:
    """Record which lines of the dossier's fee table apply and how often; the last word holds.

    Raises:
        BadFeeChoice, BadAmount: the table does not have that.
        PaidAlready, ExemptionTooHigh: more is paid or let off than would be owed.
        As `acts.begin`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.COLLECT)
        write_assessed(acting, choices)
        return account_of(acting.again().row)


def write_assessed(acting: Acting, choices: Sequence[FeeChoice]) -> Acting:
    """Write the choice where it changes what is owed; return the act with what then is."""
    lines = chosen(fee_table(acting.life.record), choices)
    if lines == owed_lines(acting.row):
        return acting
    owed = sum_of(lines)
    account = account_of(acting.row)
    used = account.paid + account.awaited
    if not account.exempt.within(owed):
        raise ExemptionTooHigh(account.exempt.total, owed.total)
    if not used.within(owed - account.exempt):
        raise PaidAlready(used.total)
    acting.write(ASSESSED, {"lines": to_record(lines)})
    return acting.again()


def exempt(
    desk: Desk,
    subject: UUID,
    reason: str,
    document: str,
    amount: Money | None = None,
    note: str = "",
) -> Account:
    """Let somebody off what is owed, or a part of it; the last word holds, also to take it back.

    Args:
        document: the paper that proves it, such as the number of a poor household's certificate.
        amount: what is let off in all; everything that is owed when None.

    Raises:
        ExemptionUnproved, ReasonNotOffered, ExemptionTooHigh, PaidAlready; as `acts.begin`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.COLLECT)
        account = account_of(acting.row)
        off = account.owed if amount is None else amount
        if not off.within(account.owed):
            raise ExemptionTooHigh(off.total, account.owed.total)
        used = account.paid + account.awaited
        if not used.within(account.owed - off):
            raise PaidAlready(used.total)
        proof = composed(document)
        if off and not proof:
            raise ExemptionUnproved
        if off:
            acting.reason_words(ReasonKind.EXEMPTION, reason)
        record = {
            "reason": str(reason) if off else "",
            "fee": off.fee,
            "charge": off.charge,
            "document": proof,
            "note": composed(note),
            "seat_number": desk.seat.number,
        }
        acting.write(EXEMPTED, record)
        return account_of(acting.again().row)

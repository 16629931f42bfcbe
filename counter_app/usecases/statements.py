"""Confirming transfers by the bank's statement: repeating it changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from counter_app.desk import Desk
from counter_app.domain.fees import Method, PaymentState
from counter_app.domain.roles import Duty, check
from counter_app.domain.statement import (
    Awaited,
    Fault,
    StatementLine,
    identities,
    match,
    named,
)
from counter_app.domain.vietqr import letters_of
from counter_app.errors import CounterError
from counter_app.progress import Progress
from counter_app.schema.money import payment
from counter_app.schema.tables import dossier
from counter_app.store.engine import Session
from counter_app.usecases.acts import begin
from counter_app.usecases.payments import write_confirmed


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a line would do: the transfer it confirms, or why it confirms none.

    `found` is None for a line that was taken before. `subject`, `number` and `owner_name` are of
    the dossier it names, as far as it names one.
    """

    line: StatementLine
    found: Awaited | Fault | None
    subject: UUID | None = None
    number: str = ""
    owner_name: str = ""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A line and the payment it confirmed, with the receipt that was issued."""

    line: StatementLine
    subject: UUID
    payment: UUID
    receipt: UUID


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A line that confirmed nothing, why, and what the program said where it was refused."""

    line: StatementLine
    fault: Fault
    error: CounterError | None = None


@dataclass(frozen=True, slots=True)
class StatementOutcome:
    """What a statement confirmed; `known` lines had been taken before."""

    confirmed: tuple[Confirmed, ...]
    known: int
    unmatched: tuple[Unmatched, ...]


def preview(desk: Desk, lines: Sequence[StatementLine]) -> tuple[Foreseen, ...]:
    """Return what `take_statement` would do with each line; nothing is written.

    Raises:
        NobodySignedIn, OfficerDisabled, NotAllowedFor.
    """
    with desk.store.reading() as session:
        officer = desk.acting_in(session)
        check(officer.login, officer.roles, Duty.COLLECT)
        standing = _standing(session)
    foreseen = []
    for line, identity in zip(lines, identities(lines), strict=True):
        found = standing.look(line, identity)
        subject = standing.subject_of(line, found)
        told = standing.dossiers.get(subject, ("", "")) if subject is not None else ("", "")
        foreseen.append(Foreseen(line, found, subject, *told))
        if isinstance(found, Awaited):
            standing.settle(found)
    return tuple(foreseen)


def take_statement(
    desk: Desk, lines: Sequence[StatementLine], progress: Progress
) -> StatementOutcome:
    """Confirm every awaited transfer that a line names with its amount, each with its receipt.

    Each transfer is a transaction of its own: what was confirmed before a stop stays.

    Raises:
        NobodySignedIn, OfficerDisabled, NotAllowedFor, Cancelled.
    """
    with desk.store.reading() as session:
        officer = desk.acting_in(session)
        check(officer.login, officer.roles, Duty.COLLECT)
        standing = _standing(session)
    confirmed: list[Confirmed] = []
    unmatched: list[Unmatched] = []
    known = 0
    for done, (line, identity) in enumerate(zip(lines, identities(lines), strict=True), start=1):
        found = standing.look(line, identity)
        if found is None:
            known += 1
        elif isinstance(found, Fault):
            unmatched.append(Unmatched(line, found))
        else:
            outcome = _confirm(desk, line, identity, found)
            if isinstance(outcome, Confirmed):
                confirmed.append(outcome)
                standing.settle(found)
            else:
                unmatched.append(outcome)
        progress.step(done, len(lines))
    return StatementOutcome(tuple(confirmed), known, tuple(unmatched))


def _confirm(
    desk: Desk, line: StatementLine, identity: str, found: Awaited
) -> Confirmed | Unmatched:
    told = {
        "statement_line": identity,
        "bank_on": line.on.isoformat(),
        "bank_text": line.text,
        "bank_reference": line.reference,
    }
    try:
        with desk.store.writing() as session:
            acting = begin(session, desk, found.subject, Duty.COLLECT)
            receipt = write_confirmed(acting, found.payment, told)
    except CounterError as error:
        return Unmatched(line, Fault.REFUSED, error)
    return Confirmed(line, found.subject, found.payment, receipt)


@dataclass
class _Standing:
    """The transfers looked for, the purposes of settled ones, and the lines taken before."""

    awaited: list[Awaited]
    settled: dict[str, UUID]
    taken: set[str]
    dossiers: dict[UUID, tuple[str, str]]

    def look(self, line: StatementLine, identity: str) -> Awaited | Fault | None:
        """Return what a line confirms, or why nothing; None for one that was taken before."""
        return None if identity in self.taken else match(line, self.awaited, self.settled)

    def subject_of(self, line: StatementLine, found: Awaited | Fault | None) -> UUID | None:
        """Return the dossier a line names, where it names one."""
        if isinstance(found, Awaited):
            return found.subject
        if line.amount <= 0:
            return None
        subjects = {one.subject for one in named(line, self.awaited)}
        if not subjects:
            said = letters_of(line.text)
            subjects = {subject for purpose, subject in self.settled.items() if purpose in said}
        return subjects.pop() if len(subjects) == 1 else None

    def settle(self, found: Awaited) -> None:
        """Look for a transfer no longer."""
        self.awaited.remove(found)
        self.settled[found.purpose] = found.subject


def _standing(session: Session) -> _Standing:
    rows = session.execute(
        select(payment, dossier.c.number, dossier.c.owner_name)
        .join_from(payment, dossier, payment.c.subject == dossier.c.subject)
        .where(payment.c.method != Method.CASH.value)
        .order_by(payment.c.asked_at)
    ).all()
    awaited = [
        Awaited(row.entry_id, row.subject, row.purpose, row.fee + row.charge)
        for row in rows
        if row.state == PaymentState.AWAITING and row.purpose
    ]
    settled = {
        row.purpose: row.subject
        for row in rows
        if row.state != PaymentState.AWAITING and row.purpose
    }
    return _Standing(
        awaited,
        settled,
        {row.statement_line for row in rows if row.statement_line},
        {row.subject: (row.number, row.owner_name) for row in rows},
    )

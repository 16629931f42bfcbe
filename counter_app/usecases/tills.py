"""The till of a seat: cash that moves for no dossier, and counting it by notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from counter_app.clock import local_day
from counter_app.desk import Desk, Officer
from counter_app.domain.fees import MOST, BadAmount
from counter_app.domain.roles import Duty, check
from counter_app.domain.till import MovementKind, counted
from counter_app.errors import CounterError
from counter_app.journal.append import append
from counter_app.journal.entries import new_id
from counter_app.journal.till import CASH_COUNTED, CASH_MOVED
from counter_app.store import reference
from counter_app.store.engine import Session
from counter_app.store.tills import CountRow, Till, closing_rules, last_count, till
from counter_app.text import composed
from counter_app.usecases.acts import check_second, reason


@dataclass(eq=False)
class DifferenceUnexplained(CounterError):
    """{counted} đồng were counted where {expected} should be; say why"""

    expected: int
    counted: int


def expected(desk: Desk) -> Till:
    """Return what should be in the till of this seat."""
    return desk.ask(till, desk.seat.number)


def move(desk: Desk, kind: MovementKind, amount: int, because: str = "") -> None:
    """Record cash put in (above nothing) or taken out (below) for no dossier.

    Raises:
        BadAmount: nothing, or more than can be.
        ReasonMissing: what is neither a float nor a deposit needs words.
        NobodySignedIn, OfficerDisabled, NotAllowedFor.
    """
    author = desk.author()
    if not amount or abs(amount) >= MOST:
        raise BadAmount(amount)
    words = reason(because) if kind is MovementKind.OTHER else composed(because)
    record = {
        "kind": kind.value,
        "amount": amount,
        "reason": words,
        "seat_number": desk.seat.number,
        "officer_name": desk.acting.name,
    }
    with desk.store.writing() as session:
        serving(session, desk)
        append(session, author, CASH_MOVED, new_id(author.now_ms), record)


def count(
    desk: Desk, notes: Mapping[int, int], because: str = "", second: Officer | None = None
) -> CountRow:
    """Count the till by notes; from then on the till holds what was counted.

    Args:
        notes: how many there are, by value in đồng.
        because: why the count differs, where it does.
        second: a supervisor other than who counts, where the difference is above the limit of the
            centre's setting "closing".

    Raises:
        BadNotes, DifferenceUnexplained, SecondPersonMissing.
        NobodySignedIn, OfficerDisabled, NotAllowedFor.
    """
    author = desk.author()
    found = counted(notes)
    with desk.store.writing() as session:
        serving(session, desk)
        should = till(session, desk.seat.number).expected
        difference = found - should
        words = composed(because)
        if difference and not words:
            raise DifferenceUnexplained(should, found)
        rules = closing_rules(reference.settings(session, local_day(author.now_ms)))
        approved = check_second(desk, second) if abs(difference) > rules.cash_limit else ""
        record = {
            "expected": should,
            "counted": found,
            "notes": {str(value): number for value, number in notes.items() if number},
            "reason": words,
            "approved_by": approved,
            "seat_number": desk.seat.number,
            "officer_name": desk.acting.name,
        }
        append(session, author, CASH_COUNTED, new_id(author.now_ms), record)
        made = last_count(session, desk.seat.number)
        assert made is not None
        return made


def serving(session: Session, desk: Desk) -> None:
    """Check that who sits here works here.

    Raises:
        NobodySignedIn, OfficerDisabled, NotAllowedFor.
    """
    officer = desk.acting_in(session)
    check(officer.login, officer.roles, Duty.SERVE)

"""Questions about the till of a seat: what should be in it, and how it was counted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, Table, func, select

from counter_app.domain.fees import Method
from counter_app.domain.till import ClosingRules, MovementKind
from counter_app.errors import CounterError
from counter_app.records import from_record
from counter_app.schema.money import cash_count, cash_movement, money_line
from counter_app.store.engine import Session
from counter_app.store.reference import Settings


@dataclass(eq=False)
class NoSuchCount(CounterError):
    """no count of a till {what} is known at this counter"""

    what: str


@dataclass(frozen=True, slots=True)
class CountRow:
    """A count of a till: `notes` by value, amounts in đồng, instants in ms UTC."""

    id: UUID
    seat_number: int
    officer: str
    counted_at: int
    expected: int
    counted: int
    reason: str
    approved_by: str
    notes: Mapping[int, int]

    @property
    def difference(self) -> int:
        """Above nothing when there was too much."""
        return self.counted - self.expected


@dataclass(frozen=True, slots=True)
class Till:
    """A till as it should be: what was counted last, what came and went since, in đồng.

    `changed` tells that cash moved since the last count.
    """

    last: CountRow | None
    taken: int
    given_back: int
    put_in: int
    taken_out: int
    changed: bool

    @property
    def expected(self) -> int:
        opening = 0 if self.last is None else self.last.counted
        return opening + self.taken - self.given_back + self.put_in - self.taken_out


def till(session: Session, seat_number: int) -> Till:
    """Return the till of a seat."""
    last = _last_count(session, seat_number)
    since = -1 if last is None else last[1]
    cash = money_line.c.fee + money_line.c.charge
    taken, given = session.execute(
        select(func.sum(cash).filter(cash > 0), func.sum(cash).filter(cash < 0)).where(
            money_line.c.seat_number == seat_number,
            money_line.c.clock > since,
            money_line.c.method == Method.CASH.value,
        )
    ).one()
    amount = cash_movement.c.amount
    put_in, taken_out = session.execute(
        select(func.sum(amount).filter(amount > 0), func.sum(amount).filter(amount < 0)).where(
            cash_movement.c.seat_number == seat_number, cash_movement.c.clock > since
        )
    ).one()
    moved = [int(part or 0) for part in (taken, given, put_in, taken_out)]
    return Till(
        None if last is None else last[0],
        moved[0],
        -moved[1],
        moved[2],
        -moved[3],
        any(moved),
    )


def count_of(session: Session, count_id: UUID) -> CountRow:
    """Return a count. Raises NoSuchCount."""
    row = session.execute(select(cash_count).where(cash_count.c.subject == count_id)).one_or_none()
    if row is None:
        raise NoSuchCount(str(count_id))
    return _count(row)


def last_count(session: Session, seat_number: int) -> CountRow | None:
    """Return the last count of a seat's till."""
    found = _last_count(session, seat_number)
    return None if found is None else found[0]


@dataclass(frozen=True, slots=True)
class MovementRow:
    """Cash put in (above nothing) or taken out (below) for no dossier. `moved_at` is ms UTC."""

    id: UUID
    kind: MovementKind
    amount: int
    reason: str
    officer: str
    moved_at: int


def movements(session: Session, seat_number: int, after_clock: int = -1) -> list[MovementRow]:
    """Return how cash moved since a moment of the hybrid clock, the oldest first."""
    rows = session.execute(
        _of_seat(cash_movement, seat_number, after_clock).order_by(cash_movement.c.clock)
    )
    return [
        MovementRow(
            row.subject, MovementKind(row.kind), row.amount, row.reason, row.officer, row.moved_at
        )
        for row in rows
    ]


def counts(session: Session, seat_number: int, after_clock: int = -1) -> list[CountRow]:
    """Return the counts of a till since a moment of the hybrid clock, the oldest first."""
    rows = session.execute(
        _of_seat(cash_count, seat_number, after_clock).order_by(cash_count.c.clock)
    )
    return [_count(row) for row in rows]


def closing_rules(settings: Settings) -> ClosingRules:
    """Return what the centre asks for at the close of a day: its setting "closing"."""
    record = settings.records.get("closing")
    return ClosingRules() if record is None else _rules(record)


@lru_cache(maxsize=32)
def _rules(record: str) -> ClosingRules:
    return from_record(ClosingRules, json.loads(record))


def _last_count(session: Session, seat_number: int) -> tuple[CountRow, int] | None:
    row = session.execute(
        _of_seat(cash_count, seat_number, -1).order_by(cash_count.c.clock.desc()).limit(1)
    ).one_or_none()
    return None if row is None else (_count(row), row.clock)


def _of_seat(table: Table, seat_number: int, after_clock: int) -> Select[Any]:
    return select(table).where(table.c.seat_number == seat_number, table.c.clock > after_clock)


def _count(row: Row[Any]) -> CountRow:
    notes = {int(value): count for value, count in json.loads(row.record).items()}
    return CountRow(
        row.subject,
        row.seat_number,
        row.officer,
        row.counted_at,
        row.expected,
        row.counted,
        row.reason,
        row.approved_by,
        dict(sorted(notes.items(), reverse=True)),
    )

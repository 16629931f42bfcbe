"""The day as it stands: what came in, went out, is due and is late, by hour and by agency."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, select

from counter_app.clock import local
from counter_app.schema.acts import hand_over
from counter_app.schema.tables import dossier
from counter_app.store.dossiers import AgencyDue, due_by_agency
from counter_app.store.due_board import next_working_day
from counter_app.store.engine import Session
from counter_app.store.reference import agency_names


@dataclass(frozen=True, slots=True)
class AgencyDay:
    """What an agency got and gave today, and what it still owes."""

    code: str
    name: str
    received: int
    resolved: int
    returned: int
    due_today: int
    overdue: int
    waiting: int


@dataclass(frozen=True)
class DayBoard:
    """The centre today, as far as this file knows it. `hours` counts intakes by hour of day."""

    day: date
    received: int
    handed_over: int
    resolved: int
    returned: int
    due_today: int
    overdue: int
    waiting: int
    hours: tuple[tuple[int, int], ...]
    agencies: tuple[AgencyDay, ...]


def day_board(session: Session, today: date) -> DayBoard:
    """Return the board of `today`."""
    received = _by_agency(session, dossier.c.received_on == today)
    # What was resolved today was finished today, and that day stands in an index.
    resolved = _by_agency(
        session, (dossier.c.finished_on == today) & (dossier.c.resolved_on == today)
    )
    returned = _by_agency(session, dossier.c.returned_on == today)
    tomorrow = next_working_day(session, today)
    due = {one.agency_code: one for one in due_by_agency(session, today, tomorrow)}
    names = agency_names(session)
    names |= {code: one.agency_name for code, one in due.items() if code not in names}
    agencies = tuple(
        _agency(code, name, received, resolved, returned, due.get(code))
        for code, name in names.items()
        if received[code] or resolved[code] or returned[code] or code in due
    )
    handed_over = session.execute(
        select(func.count())
        .select_from(hand_over)
        .where(
            hand_over.c.handed_on == today,
            hand_over.c.direction == "out",
            hand_over.c.undone_at.is_(None),
        )
    ).scalar_one()
    return DayBoard(
        today,
        received.total(),
        handed_over,
        resolved.total(),
        returned.total(),
        sum(one.due_today for one in agencies),
        sum(one.overdue for one in agencies),
        sum(one.waiting for one in agencies),
        _hours(session, today),
        agencies,
    )


def _agency(
    code: str,
    name: str,
    received: Counter[str],
    resolved: Counter[str],
    returned: Counter[str],
    due: AgencyDue | None,
) -> AgencyDay:
    owed = (0, 0, 0) if due is None else (due.today, due.overdue, due.tomorrow + due.later)
    return AgencyDay(code, name, received[code], resolved[code], returned[code], *owed)


def _by_agency(session: Session, condition: ColumnElement[bool]) -> Counter[str]:
    rows: Any = session.execute(
        select(dossier.c.agency_code, func.count()).where(condition).group_by(dossier.c.agency_code)
    )
    return Counter(dict(rows.all()))


def _hours(session: Session, today: date) -> tuple[tuple[int, int], ...]:
    moments = session.execute(
        select(dossier.c.received_at).where(dossier.c.received_on == today)
    ).scalars()
    counted = Counter(local(moment).hour for moment in moments)
    if not counted:
        return ()
    first, last = min(7, *counted), max(17, *counted)
    return tuple((hour, counted[hour]) for hour in range(first, last + 1))

"""The board of due days: what is owed by agency, and the load of the days ahead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select, text

from counter_app.domain.calendar import CalendarEnds
from counter_app.schema.tables import dossier
from counter_app.store.dossiers import AgencyDue, due_by_agency, running
from counter_app.store.engine import Session
from counter_app.store.reference import SettingMissing, settings

_SATURDAY = 5
# The partial index is used only when its condition stands in the query as it was written.
_OPEN_INDEXED = text("dossier.state IN (2, 4, 5, 6, 8)")


@dataclass(frozen=True, slots=True)
class DayLoad:
    """How many open dossiers of an agency are due on a day."""

    agency_code: str
    day: date
    count: int


@dataclass(frozen=True, slots=True)
class Board:
    """What is owed, seen from `today`.

    `days` are the working days ahead, from today on; `tomorrow` is the next working day.
    `calendar_known` tells that they come from the centre's calendar; without one they are
    Mondays to Fridays.
    """

    today: date
    tomorrow: date
    days: tuple[date, ...]
    calendar_known: bool
    agencies: tuple[AgencyDue, ...]
    load: tuple[DayLoad, ...]


def board(session: Session, today: date, days_ahead: int = 10) -> Board:
    """Return the board with the load of today and the working days after it."""
    days, known = _working_days(session, today, days_ahead + 1)
    tomorrow = next(day for day in days if day > today)
    ahead = days[:days_ahead]
    return Board(
        today,
        tomorrow,
        ahead,
        known,
        tuple(due_by_agency(session, today, tomorrow)),
        tuple(load(session, today, ahead[-1])),
    )


def load(session: Session, first: date, last: date) -> list[DayLoad]:
    """Return how many open dossiers are due on each day from `first` to `last`, by agency."""
    rows = session.execute(
        select(dossier.c.agency_code, dossier.c.due_on, func.count())
        .where(_OPEN_INDEXED, running(), dossier.c.due_on.between(first, last))
        .group_by(dossier.c.agency_code, dossier.c.due_on)
        .order_by(dossier.c.due_on, dossier.c.agency_code)
    )
    return [DayLoad(*row) for row in rows]


def next_working_day(session: Session, today: date) -> date:
    """Return the next working day; the next Monday to Friday where the calendar says nothing."""
    days, _ = _working_days(session, today, 2)
    return next(day for day in days if day > today)


def _working_days(session: Session, today: date, count: int) -> tuple[tuple[date, ...], bool]:
    try:
        known = settings(session, today).calendar()
        days = [known.working_day_from(today)]
        while len(days) < count:
            days.append(known.next_working_day(days[-1]))
    except (SettingMissing, CalendarEnds):
        every = (today + timedelta(days=passed) for passed in range(2 * count + 2))
        return tuple(day for day in every if day.weekday() < _SATURDAY)[:count], False
    return tuple(days), True

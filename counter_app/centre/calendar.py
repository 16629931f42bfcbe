"""The centre's calendar: changed only in sight of the dossiers whose dates would move."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

import resources
from counter_app.centre.administration import change_setting
from counter_app.centre.seats import UnknownAgency
from counter_app.domain.calendar import (
    WorkCalendar,
    calendar_from_record,
    calendar_of_agency,
    calendar_to_record,
)
from counter_app.domain.calendar_changes import DayChange, closed, differences, with_hours
from counter_app.errors import CounterError
from counter_app.journal.append import Author
from counter_app.journal.entries import canonical
from counter_app.schema.tables import setting
from counter_app.store.moves import Moved, would_move
from counter_app.store.reference import agency_names, settings

KEY = "calendar"


@dataclass(eq=False)
class LaterCalendar(CounterError):
    """another calendar is published from {valid_from} on; change it from that day on as well"""

    valid_from: date


@dataclass(eq=False)
class CalendarChanged(CounterError):
    """somebody changed the calendar meanwhile; look at what would move once more"""


@dataclass(eq=False)
class NoCalendar(CounterError):
    """the centre has no calendar yet; take over the official one first"""


@dataclass(eq=False)
class YearUnknown(CounterError):
    """no table of holidays knows the year {year}"""

    year: int


@dataclass(frozen=True)
class Proposal:
    """A calendar that may be published, and what it would do.

    `moved` are the open dossiers that would be due at another moment; publishing moves none of
    them. `based_on` is the version it was made from.
    """

    key: str
    record: Mapping[str, Any]
    valid_from: date
    based_on: UUID | None
    changes: tuple[DayChange, ...]
    moved: tuple[Moved, ...]
    hours_changed: bool = False


Change = Callable[[WorkCalendar], WorkCalendar]


def standing(session: Connection, day: date, agency_code: str = "") -> WorkCalendar:
    """Return the calendar that holds on `day`. Raises NoCalendar."""
    held = settings(session, day)
    if KEY not in held.records:
        raise NoCalendar
    return held.calendar(agency_code)


def propose(session: Connection, day: date, change: Change) -> Proposal:
    """Return what a change of the centre's own calendar would do, from `day` on.

    Raises:
        NoCalendar, LaterCalendar, and what `change` raises.
    """
    before = standing(session, day)
    return _proposed(session, day, KEY, calendar_to_record(change(before)), before)


def propose_record(session: Connection, day: date, record: Mapping[str, Any]) -> Proposal:
    """Return what another calendar would do, from `day` on.

    Raises:
        BadCalendar, LaterCalendar.
    """
    held = settings(session, day)
    before = held.calendar() if KEY in held.records else None
    whole = calendar_to_record(calendar_from_record(record))
    return _proposed(session, day, KEY, whole, before)


def propose_for_agency(
    session: Connection, day: date, agency_code: str, own: Mapping[str, Any]
) -> Proposal:
    """Return what an agency's own hours and closures would do, from `day` on.

    Args:
        own: all that differs from the centre's calendar; {} for nothing any more.

    Raises:
        BadCalendar, NoCalendar, LaterCalendar.
    """
    before = standing(session, day, agency_code)
    return _proposed(session, day, f"{KEY}:{agency_code}", own, before)


def agency_part(session: Connection, day: date, agency_code: str) -> dict[str, Any]:
    """Return what an agency has otherwise than the centre's calendar."""
    record = settings(session, day).records.get(f"{KEY}:{agency_code}", "{}")
    part: dict[str, Any] = json.loads(record)
    return part


def check_agency(session: Connection, agency_code: str) -> None:
    """Raise UnknownAgency unless the centre has that agency."""
    if agency_code not in agency_names(session):
        raise UnknownAgency(agency_code)


def closed_part(
    own: Mapping[str, Any], calendar: WorkCalendar, first: date, last: date, name: str
) -> dict[str, Any]:
    """Return an agency's part with a closure more. Raises BadClosure, CalendarEnds."""
    after = closed(calendar, first, last, name)
    days = {day.isoformat(): name for day in after.holidays.keys() - calendar.holidays.keys()}
    return {**own, "closures": {**own.get("closures", {}), **days}}


def hours_part(
    own: Mapping[str, Any], calendar: WorkCalendar, weekdays: list[int], periods: Any
) -> dict[str, Any]:
    """Return an agency's part with other opening hours. Raises BadCalendar."""
    record = calendar_to_record(with_hours(calendar, weekdays, periods))
    return {**own, "hours": record["hours"], "working_weekdays": record["working_weekdays"]}


def publish(session: Connection, author: Author, proposal: Proposal) -> None:
    """Let a proposed calendar hold from its day on; no printed date is moved.

    Raises:
        CalendarChanged: it was made from another version than the one that holds.
    """
    if _version(session, proposal.key) != proposal.based_on:
        raise CalendarChanged
    change_setting(session, author, proposal.key, dict(proposal.record), proposal.valid_from)


def official_year(year: int) -> tuple[dict[date, str], dict[date, str]]:
    """Return holidays and make-up days of a year: those announced, else the forecast.

    Raises:
        YearUnknown.
    """
    announced = calendar_from_record(resources.calendar_records())
    if announced.first.year <= year <= announced.last.year:
        return (
            {day: name for day, name in announced.holidays.items() if day.year == year},
            {day: name for day, name in announced.make_up_days.items() if day.year == year},
        )
    return _forecast(year)


def _forecast(year: int) -> tuple[dict[date, str], dict[date, str]]:
    """Return what follows from the law alone; days given for others are announced later."""
    told = resources.calendar_forecast()["holidays"].items()
    off = {date.fromisoformat(day): name for day, name in told if day[:4] == str(year)}
    if not off:
        raise YearUnknown(year)
    return off, {}


def _proposed(
    session: Connection,
    day: date,
    key: str,
    record: Mapping[str, Any],
    before: WorkCalendar | None,
) -> Proposal:
    _check_last(session, key, day)
    if key == KEY:
        after = calendar_from_record(record)
    else:
        centres = calendar_to_record(standing(session, day))
        after = calendar_from_record(calendar_of_agency(centres, record))
    return Proposal(
        key,
        record,
        day,
        _version(session, key),
        () if before is None else differences(before, after),
        tuple(would_move(session, day, {key: canonical(record)})),
        before is not None
        and (before.hours, before.working_weekdays) != (after.hours, after.working_weekdays),
    )


def _check_last(session: Connection, key: str, day: date) -> None:
    later = session.execute(
        select(setting.c.valid_from)
        .where(setting.c.key == key, setting.c.valid_from > day)
        .order_by(setting.c.valid_from.desc())
        .limit(1)
    ).scalar()
    if later is not None:
        raise LaterCalendar(later)


def _version(session: Connection, key: str) -> UUID | None:
    return session.execute(
        select(setting.c.version)
        .where(setting.c.key == key)
        .order_by(setting.c.valid_from.desc(), setting.c.version.desc())
        .limit(1)
    ).scalar()

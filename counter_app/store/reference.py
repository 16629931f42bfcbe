"""Questions to the reference data: procedures, agencies, calendar, settings, ranges."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

from sqlalchemy import bindparam, select

from counter_app.domain.calendar import (
    WorkCalendar,
    calendar_from_record,
    calendar_of_agency,
)
from counter_app.domain.deadlines import DeadlineRules, PausePolicy
from counter_app.domain.numbers import SerialRange
from counter_app.domain.places import Places
from counter_app.domain.procedure import Procedure
from counter_app.domain.reasons import Reasons
from counter_app.domain.receipt import Letterhead
from counter_app.domain.retention import RetentionRules
from counter_app.errors import CounterError
from counter_app.records import from_record
from counter_app.schema.prepared import Prepared
from counter_app.schema.tables import agency, number_range, procedure, seat, setting
from counter_app.schema.tables import agency_name as agency_name_table
from counter_app.store.engine import Session


@dataclass(eq=False)
class SettingMissing(CounterError):
    """the centre has not set "{key}" for {day}; sync with the centre, or ask its administrator"""

    key: str
    day: date


@dataclass(frozen=True, slots=True)
class ProcedureVersion:
    """A procedure, the entry that published it, and the name of its agency."""

    version: UUID
    procedure: Procedure
    agency_name: str


@dataclass(frozen=True, slots=True)
class ProcedureRow:
    """One line of the catalogue."""

    code: str
    name: str
    sector: str
    agency_code: str
    agency_name: str
    complete: bool


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat as the centre defined it."""

    number: int
    name: str
    agencies: tuple[str, ...]
    favourites: tuple[str, ...]


def current_procedure(session: Session, code: str, today: date) -> ProcedureVersion | None:
    """Return the version of the procedure that holds today."""
    row = _CURRENT_PROCEDURE.row(session, code=code, day=today)
    if row is None or _over(row[4], today):
        return None
    return ProcedureVersion(row[0], _procedure(row[1]), row[2] or row[3])


def procedure_of(session: Session, version: UUID) -> Procedure | None:
    """Return a procedure in the version that this entry published; None where it is not known."""
    record = session.execute(
        select(procedure.c.record).where(procedure.c.version == version)
    ).scalar()
    return None if record is None else _procedure(record)


def procedures(session: Session, today: date) -> tuple[ProcedureRow, ...]:
    """Return every procedure that holds today, each in its newest version, by code."""
    rows = session.execute(
        select(
            procedure.c.code,
            procedure.c.name,
            procedure.c.sector,
            procedure.c.agency_code,
            agency.c.name,
            procedure.c.complete,
            procedure.c.valid_to,
        )
        .join_from(procedure, agency, procedure.c.agency_code == agency.c.code, isouter=True)
        .where(_BEGUN)
        .order_by(procedure.c.code, procedure.c.valid_from, procedure.c.version),
        {"day": today},
    )
    newest = {row[0]: row for row in rows}
    return tuple(
        ProcedureRow(code, name, sector, code_of_agency, name_of_agency or "", complete)
        for code, name, sector, code_of_agency, name_of_agency, complete, until in newest.values()
        if not _over(until, today)
    )


def agency_names(session: Session) -> dict[str, str]:
    """Return the name of every agency by its code, in the centre's order."""
    rows = session.execute(
        select(agency.c.code, agency.c.name).order_by(agency.c.position, agency.c.code)
    )
    return dict(rows.all())


def agencies_on(session: Session, day: date) -> dict[str, str]:
    """Return the name of every agency that has not ended before `day` by its code, in order."""
    until = agency.c.valid_to
    rows = session.execute(
        select(agency.c.code, agency.c.name)
        .where(until.is_(None) | (until >= day))
        .order_by(agency.c.position, agency.c.code)
    )
    return dict(rows.all())


@dataclass(frozen=True, slots=True)
class AgencyNames:
    """What agencies were called over time: of each code its days, places in lists and names."""

    held: Mapping[str, Sequence[tuple[date, int, str]]]

    def on(self, code: str, day: date) -> tuple[int, str]:
        """Return place and name of an agency on a day; of an unknown one its code.

        What was defined later stands by its first name: registers that were taken over are older
        than what the centre knows of its agencies.
        """
        told = self.held.get(code)
        if not told:
            return 0, code
        begun = [one for one in told if one[0] <= day]
        _day, position, name = begun[-1] if begun else told[0]
        return position, name


def agency_history(session: Session) -> AgencyNames:
    """Return what every agency was called over time."""
    t = agency_name_table.c
    rows = session.execute(
        select(t.code, t.valid_from, t.position, t.name).order_by(t.code, t.valid_from)
    )
    held: dict[str, list[tuple[date, int, str]]] = {}
    for code, *told in rows:
        held.setdefault(code, []).append((told[0], told[1], told[2]))
    return AgencyNames(held)


def agency_names_at(session: Session, day: date) -> dict[str, str]:
    """Return what every agency was called on `day` by its code, in the order of that day."""
    names = agency_history(session)
    told = {code: names.on(code, day) for code in names.held}
    order = sorted(told, key=lambda code: (told[code][0], code))
    return {code: told[code][1] for code in order}


def agency_name(session: Session, code: str) -> str:
    """Return the agency's name; its code where it is not known."""
    name = session.execute(select(agency.c.name).where(agency.c.code == code)).scalar()
    return name or code


def seat_row(session: Session, number: int) -> SeatRow | None:
    """Return the seat with that number."""
    row = session.execute(
        select(seat.c.number, seat.c.name, seat.c.agencies, seat.c.favourites).where(
            seat.c.number == number
        )
    ).one_or_none()
    if row is None:
        return None
    return SeatRow(row[0], row[1], tuple(row[2].split()), tuple(row[3].split()))


def seat_names(session: Session) -> dict[int, str]:
    """Return the name of every seat by its number, in order."""
    return dict(session.execute(select(seat.c.number, seat.c.name).order_by(seat.c.number)).all())


def ranges(session: Session, stream_id: UUID, agency_code: str) -> Sequence[SerialRange]:
    """Return the stream's standing ranges of the agency's daily serial, in order."""
    rows = _RANGES.rows(session, stream=stream_id, agency=agency_code)
    return [SerialRange(*row) for row in rows]


@dataclass(frozen=True)
class Settings:
    """The centre's settings that hold on `day`, as canonical JSON texts by key."""

    day: date
    records: Mapping[str, str]

    def calendar(self, agency_code: str = "") -> WorkCalendar:
        """Return the calendar, with the agency's own hours and closures where it has some.

        Its setting "calendar:AGENCY" holds only what differs from the centre's: "hours",
        "working_weekdays", and as "closures" the days on which it alone is closed.

        Raises:
            SettingMissing: the centre has published none.
        """
        own = self.records.get(f"calendar:{agency_code}", "{}")
        return _calendar(self._required("calendar"), own)

    def deadline_rules(self) -> DeadlineRules:
        """Return the rule variant; the default where none is set."""
        record = self.records.get("deadline_rules")
        return DeadlineRules() if record is None else _rules(record)

    def pause_policy(self, kind: str, procedure_code: str) -> PausePolicy:
        """Return what a pause of that kind does to the due moment of a procedure.

        The setting "pause_policy" has a policy by kind ("supplement", "payment", "stop") and, below
        "procedures", the same by procedure code; the deadline rules hold where it says nothing.
        """
        chosen = json.loads(self.records.get("pause_policy", "{}"))
        own = chosen.get("procedures", {}).get(procedure_code, {})
        rules = self.deadline_rules()
        usual = rules.supplement_policy if kind == "supplement" else rules.pause_policy
        return PausePolicy(own.get(kind) or chosen.get(kind) or usual)

    def retention(self) -> RetentionRules | None:
        """Return how long a counter keeps what ended; None: for ever."""
        record = self.records.get("retention")
        return None if record is None else from_record(RetentionRules, json.loads(record))

    def letterhead(self) -> Letterhead:
        """Return the letterhead. Raises SettingMissing."""
        return _letterhead(self._required("letterhead"))

    def centre_name(self) -> str:
        """Return the centre's name; empty where it is not set."""
        record = self.records.get("centre")
        return "" if record is None else str(json.loads(record)["name"])

    def reasons(self) -> Reasons:
        """Return what the centre says otherwise than the program's own reason codes."""
        record = self.records.get("reasons")
        return Reasons() if record is None else _reasons(record)

    def places(self) -> Places:
        """Return the communes that addresses end in; none where none are set."""
        record = self.records.get("places")
        return Places() if record is None else from_record(Places, json.loads(record))

    def _required(self, key: str) -> str:
        record = self.records.get(key)
        if record is None:
            raise SettingMissing(key, self.day)
        return record


def settings(session: Session, day: date) -> Settings:
    """Return every setting that holds on `day`, each in its newest version."""
    return Settings(day, dict(_SETTINGS.rows(session, day=day)))


def whole_procedures(session: Session, today: date) -> dict[str, Procedure]:
    """Return every procedure that holds today in full, by code."""
    rows = session.execute(
        select(procedure.c.code, procedure.c.record, procedure.c.valid_to)
        .where(_BEGUN)
        .order_by(procedure.c.code, procedure.c.valid_from, procedure.c.version),
        {"day": today},
    )
    newest = {row.code: row for row in rows}
    return {
        code: _procedure(row.record)
        for code, row in newest.items()
        if not _over(row.valid_to, today)
    }


def _over(valid_to: date | None, today: date) -> bool:
    """Tell whether the newest version has ended; an older one does not come back then."""
    return valid_to is not None and valid_to < today


_BEGUN = procedure.c.valid_from <= bindparam("day")
_CURRENT_PROCEDURE = Prepared(
    select(
        procedure.c.version,
        procedure.c.record,
        agency.c.name,
        procedure.c.agency_code,
        procedure.c.valid_to,
    )
    .join_from(procedure, agency, procedure.c.agency_code == agency.c.code, isouter=True)
    .where(procedure.c.code == bindparam("code"), _BEGUN)
    .order_by(procedure.c.valid_from.desc(), procedure.c.version.desc())
    .limit(1)
)
_SETTINGS = Prepared(
    select(setting.c.key, setting.c.record)
    .where(setting.c.valid_from <= bindparam("day"))
    .order_by(setting.c.valid_from, setting.c.version)
)
_RANGES = Prepared(
    select(number_range.c.agency_code, number_range.c.first, number_range.c.last)
    .where(
        number_range.c.stream_id == bindparam("stream"),
        number_range.c.agency_code == bindparam("agency"),
    )
    .order_by(number_range.c.first)
)


# The text of a record never changes, so what it means may be kept.
@lru_cache(maxsize=512)
def _procedure(record: str) -> Procedure:
    return from_record(Procedure, json.loads(record))


@lru_cache(maxsize=64)
def _calendar(centres: str, own: str) -> WorkCalendar:
    return calendar_from_record(calendar_of_agency(json.loads(centres), json.loads(own)))


@lru_cache(maxsize=32)
def _letterhead(record: str) -> Letterhead:
    return from_record(Letterhead, json.loads(record))


@lru_cache(maxsize=32)
def _reasons(record: str) -> Reasons:
    return from_record(Reasons, json.loads(record))


@lru_cache(maxsize=32)
def _rules(record: str) -> DeadlineRules:
    return DeadlineRules.from_record(json.loads(record))

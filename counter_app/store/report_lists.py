"""Lists behind the reports: what was late, done, paid, and what waits. As of the period's end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import case, func, or_, select

from counter_app.clock import local
from counter_app.domain.deadlines import Comparison
from counter_app.domain.register import Rating
from counter_app.domain.reporting import Measure, Period
from counter_app.domain.states import State
from counter_app.journal.callers import RATING_GIVEN
from counter_app.journal.dossiers.corrections import CORRECTED
from counter_app.journal.dossiers.handing import HANDED_OVER
from counter_app.journal.dossiers.imports import RATED
from counter_app.journal.dossiers.intake import RECEIVED
from counter_app.journal.dossiers.money import TAKEN
from counter_app.journal.dossiers.online import TAKEN_IN
from counter_app.journal.dossiers.processing import SUPPLEMENT_REQUESTED
from counter_app.journal.dossiers.results import RESOLVED, RESULT_RECEIVED, RETURNED
from counter_app.schema.acts import letter
from counter_app.schema.money import money_line
from counter_app.schema.tables import dossier, journal, number_range, officer
from counter_app.store.engine import Session
from counter_app.store.report_conditions import in_period, marks

_APOLOGY: Final = "apology"
_TAKEN: Final = "taken"


@dataclass(frozen=True, slots=True)
class LateRow:
    """A dossier that was late in the period. Moments in +07:00.

    `finished_at` is None while it is open still; `cause` is a code, "" where nobody told one;
    `letter` is the number of the last apology.
    """

    subject: UUID
    cause: str
    number: str
    owner_name: str
    procedure_name: str
    agency_code: str
    received_at: datetime
    due_at: datetime | None
    finished_at: datetime | None
    letter: str


def late(session: Session, period: Period, comparison: Comparison) -> list[LateRow]:
    """Return late results of the period and what was overdue at its end, by cause."""
    mark = marks(period, comparison)
    d = dossier.c
    rows = session.execute(
        select(*d).where(
            in_period(period),
            or_(mark[Measure.RESOLVED_LATE], mark[Measure.PENDING_OVERDUE]),
        )
    ).all()
    letters = _apologies(session, period)
    found = [
        LateRow(
            row.subject,
            row.late_reason,
            row.number,
            row.owner_name,
            row.procedure_name,
            row.agency_code,
            local(row.received_at),
            None if row.due_at is None else local(row.due_at),
            _before(row.finished_at, period),
            letters.get(row.subject, ""),
        )
        for row in rows
    ]
    # sorted here: two databases do not put letters in one order
    return sorted(found, key=lambda row: (row.cause, row.due_at or row.received_at, row.number))


def _before(ms: int | None, period: Period) -> datetime | None:
    return None if ms is None or ms >= period.end_ms else local(ms)


def _apologies(session: Session, period: Period) -> dict[UUID, str]:
    rows = session.execute(
        select(letter.c.subject, letter.c.number)
        .where(letter.c.form == _APOLOGY, ~letter.c.void, letter.c.made_at < period.end_ms)
        .order_by(letter.c.made_at)
    )
    return dict(rows.all())


@dataclass(frozen=True, slots=True)
class UnsatisfiedRow:
    """A dossier whose citizen was not satisfied; `officer_name` is who took it in."""

    subject: UUID
    agency_code: str
    officer_name: str
    number: str
    owner_name: str
    procedure_name: str
    rated_on: date
    rating: str


def unsatisfied(session: Session, period: Period) -> list[UnsatisfiedRow]:
    """Return dossiers rated badly in the period, by agency and officer."""
    d = dossier.c
    rows = session.execute(
        select(
            d.subject,
            d.agency_code,
            func.coalesce(officer.c.name, d.officer),
            d.number,
            d.owner_name,
            d.procedure_name,
            d.rated_on,
            d.rating,
        )
        .join_from(dossier, officer, officer.c.login == d.officer, isouter=True)
        .where(d.rating.in_(_UNSATISFIED), d.rated_on.between(period.first, period.last))
    )
    found = [UnsatisfiedRow(*row) for row in rows]
    return sorted(found, key=lambda row: (row.agency_code, row.officer_name, row.number))


_UNSATISFIED: Final = (Rating.UNSATISFIED_SKILL.value, Rating.UNSATISFIED_TIME.value)


ACTS: Final = {
    "received": (RECEIVED, TAKEN_IN),
    "supplements": (SUPPLEMENT_REQUESTED,),
    "handed_over": (HANDED_OVER,),
    "results": (RESOLVED, RESULT_RECEIVED),
    "returned": (RETURNED,),
    "payments": (TAKEN,),
    "corrections": (CORRECTED,),
    "ratings": (RATED, RATING_GIVEN),
}
"""The kinds of entries behind each column of the work of officers."""


@dataclass(frozen=True, slots=True)
class OfficerRow:
    """How often an officer did what at a seat; `acts` by the keys of `ACTS`."""

    login: str
    name: str
    seat_number: int
    acts: dict[str, int]


def officers(session: Session, period: Period) -> list[OfficerRow]:
    """Return what officers did in the period, each act once however often it was copied."""
    streams = select(number_range.c.stream_id, number_range.c.seat_number).distinct().subquery()
    kinds = {kind: key for key, some in ACTS.items() for kind in some}
    rows = session.execute(
        select(
            journal.c.officer,
            func.coalesce(officer.c.name, journal.c.officer),
            streams.c.seat_number,
            journal.c.kind,
            func.count(journal.c.entry_id.distinct()),
        )
        .join_from(journal, streams, journal.c.stream_id == streams.c.stream_id)
        .join(officer, officer.c.login == journal.c.officer, isouter=True)
        .where(
            journal.c.kind.in_(kinds),
            journal.c.occurred_at >= period.start_ms,
            journal.c.occurred_at < period.end_ms,
        )
        .group_by(journal.c.officer, officer.c.name, streams.c.seat_number, journal.c.kind)
    )
    found: dict[tuple[str, int], OfficerRow] = {}
    for login, name, seat_number, kind, count in rows:
        row = found.setdefault((login, seat_number), OfficerRow(login, name, seat_number, {}))
        row.acts[kinds[kind]] = row.acts.get(kinds[kind], 0) + count
    return sorted(found.values(), key=lambda row: (row.name, row.login, row.seat_number))


@dataclass(frozen=True, slots=True)
class FeeRow:
    """Money of one agency, procedure and way of paying; what was given back is taken off."""

    agency_code: str
    procedure_code: str
    procedure_name: str
    method: str
    receipts: int
    fee: int
    charge: int


def fees(session: Session, period: Period) -> list[FeeRow]:
    """Return the money booked in the period."""
    m = money_line.c
    rows = session.execute(
        select(
            m.agency_code,
            m.procedure_code,
            func.max(dossier.c.procedure_name),
            m.method,
            func.sum(case((m.kind == _TAKEN, 1), else_=0)),
            func.sum(m.fee),
            func.sum(m.charge),
        )
        .join_from(money_line, dossier, m.subject == dossier.c.subject)
        .where(m.booked_on.between(period.first, period.last))
        .group_by(m.agency_code, m.procedure_code, m.method)
    )
    found = [
        FeeRow(code, procedure, name, method, int(count), int(fee), int(charge))
        for code, procedure, name, method, count, fee, charge in rows
    ]
    return sorted(found, key=lambda row: (row.agency_code, row.procedure_code, row.method))


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A result that nobody had collected when the period ended."""

    subject: UUID
    number: str
    owner_name: str
    procedure_name: str
    agency_code: str
    resolved_at: datetime
    return_way: str
    shelf_place: str


def waiting(session: Session, period: Period) -> list[WaitingRow]:
    """Return results that waited at the end of the period, the longest first."""
    d = dossier.c
    rows = session.execute(
        select(
            d.subject,
            d.number,
            d.owner_name,
            d.procedure_name,
            d.agency_code,
            d.resolved_at,
            d.return_way,
            d.shelf_place,
        )
        .where(
            d.state.in_((int(State.RESOLVED), int(State.RETURNED))),
            d.resolved_at < period.end_ms,
            or_(d.returned_at.is_(None), d.returned_at >= period.end_ms),
        )
        .order_by(d.resolved_at, d.number)
    )
    return [WaitingRow(*row[:5], local(row[5]), *row[6:]) for row in rows]

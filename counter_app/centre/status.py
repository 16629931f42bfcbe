"""What the centre knows of its seats, and what waits for a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, ScalarSelect, func, select, update

from counter_app.centre import seats
from counter_app.domain.processing import PauseKind
from counter_app.domain.reasons import PROGRAMS, ReasonKind
from counter_app.schema import centre as own
from counter_app.schema.acts import pause
from counter_app.schema.tables import dossier, head, number_range, seat


@dataclass(frozen=True, slots=True)
class SeatStatus:
    """One stream that a seat writes. Instants are ms UTC, `skew_ms` its clock minus the centre's.

    `unsent` is what the seat last said it held, less what came in since; `entries` what the centre
    holds of it. `conflicts` counts dossiers of the seat with acts that do not fit, `set_aside`
    entries of this stream that make no sense and wait for somebody to look.
    """

    seat_number: int
    name: str
    stream_id: UUID
    state: str
    contact_at: int | None
    unsent: int
    version: str
    skew_ms: int | None
    entries: int
    conflicts: int
    set_aside: int


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something a person must look at. `raised_at` is in ms UTC."""

    id: int
    raised_at: int
    stream_id: UUID | None
    kind: str
    message: str


@dataclass(frozen=True)
class CentreStatus:
    """The centre at one moment. `waiting` counts entries the worker has not projected yet."""

    epoch: int
    shape: str
    entries: int
    waiting: int
    dossiers: int
    conflicts: int
    seats: tuple[SeatStatus, ...]
    alarms: tuple[Alarm, ...]


def status(session: Connection) -> CentreStatus:
    """Return what an administrator sees first."""
    centre = session.execute(select(own.centre)).one()
    held = session.execute(select(func.coalesce(func.sum(head.c.seq), 0))).scalar_one()
    done = session.execute(select(func.coalesce(func.sum(own.projected.c.seq), 0))).scalar_one()
    dossiers, conflicts = session.execute(
        select(func.count(), func.count().filter(dossier.c.conflict)).select_from(dossier)
    ).one()
    return CentreStatus(
        centre.epoch,
        f"{centre.schema_version}.{centre.projection}",
        int(held),
        int(held - done),
        dossiers,
        conflicts,
        _seats(session),
        alarms(session),
    )


@dataclass(frozen=True, slots=True)
class DefinedSeat:
    """A seat as it was defined. `open` tells that it serves agencies and a machine may come in.

    `code_until` is until when an unused one-time code lets a machine in (ms UTC).
    """

    number: int
    name: str
    agencies: tuple[str, ...]
    open: bool
    machines: tuple[SeatStatus, ...]
    code_until: int | None


def defined_seats(session: Connection) -> list[DefinedSeat]:
    """Return all seats with the machines that write them, by number."""
    machines = _seats(session)
    codes = dict(
        session.execute(
            select(own.stream.c.seat_number, func.max(own.enrolment.c.valid_until))
            .join_from(own.stream, own.enrolment, own.stream.c.login == own.enrolment.c.login)
            .where(own.enrolment.c.used_at.is_(None))
            .group_by(own.stream.c.seat_number)
        ).all()
    )
    rows = session.execute(select(seat).order_by(seat.c.number))
    return [
        DefinedSeat(
            row.number,
            row.name,
            tuple(row.agencies.split()),
            bool(row.agencies),
            tuple(one for one in machines if one.seat_number == row.number),
            codes.get(row.number),
        )
        for row in rows
    ]


@dataclass(frozen=True, slots=True)
class RangeRow:
    """A standing range; `state` is that of the stream that owns it."""

    agency_code: str
    first: int
    last: int
    seat_number: int
    state: str


def standing_ranges(session: Connection) -> list[RangeRow]:
    """Return all ranges, by agency and then by number."""
    rows = session.execute(
        select(
            number_range.c.agency_code,
            number_range.c.first,
            number_range.c.last,
            number_range.c.seat_number,
            func.coalesce(own.stream.c.state, ""),
        )
        .join_from(
            number_range,
            own.stream,
            own.stream.c.stream_id == number_range.c.stream_id,
            isouter=True,
        )
        .order_by(number_range.c.agency_code, number_range.c.first)
    )
    return [RangeRow(*row) for row in rows]


def reason_counts(session: Connection, year: int) -> dict[str, dict[str, int]]:
    """Return how often each reason code was given for dossiers taken in that year, by kind."""
    of_year = dossier.c.received_on.between(date(year, 1, 1), date(year, 12, 31))
    late = session.execute(
        select(dossier.c.late_reason, func.count())
        .where(of_year, dossier.c.late_reason != "")
        .group_by(dossier.c.late_reason)
    )
    let_off = session.execute(
        select(dossier.c.exemption, func.count())
        .where(of_year, dossier.c.exemption != "")
        .group_by(dossier.c.exemption)
    )
    stopped = session.execute(
        select(pause.c.reason_code, func.count())
        .join_from(pause, dossier, pause.c.subject == dossier.c.subject)
        .where(of_year, pause.c.kind == PauseKind.STOP)
        .group_by(pause.c.reason_code)
    )
    given: dict[ReasonKind, dict[str, int]] = {
        ReasonKind.LATE: dict(late.all()),
        ReasonKind.STOP: dict(stopped.all()),
        ReasonKind.EXEMPTION: dict(let_off.all()),
    }
    return {
        kind.value: {**{str(code): 0 for code in PROGRAMS[kind]}, **counts}
        for kind, counts in given.items()
    }


def alarms(session: Connection) -> tuple[Alarm, ...]:
    """Return what is not settled, the newest first."""
    rows = session.execute(
        select(
            own.alarm.c.id,
            own.alarm.c.raised_at,
            own.alarm.c.stream_id,
            own.alarm.c.kind,
            own.alarm.c.message,
        )
        .where(~own.alarm.c.settled)
        .order_by(own.alarm.c.id.desc())
    )
    return tuple(Alarm(*row) for row in rows)


def settle(session: Connection, alarm_id: int) -> bool:
    """Mark an alarm as dealt with; False where there is none of that number."""
    done = session.execute(
        update(own.alarm)
        .where(own.alarm.c.id == alarm_id, ~own.alarm.c.settled)
        .values(settled=True)
    )
    return done.rowcount == 1


def _seats(session: Connection) -> tuple[SeatStatus, ...]:
    stream = own.stream
    rows = session.execute(
        select(
            stream.c.seat_number,
            func.coalesce(seat.c.name, ""),
            stream.c.stream_id,
            stream.c.state,
            stream.c.seen_at,
            seats.still_unsent(),
            stream.c.client_version,
            stream.c.skew_ms,
            func.coalesce(head.c.seq, 0),
            _counted(dossier.c.conflict, dossier.c.seat_number == stream.c.seat_number),
            _counted(
                ~own.alarm.c.settled,
                own.alarm.c.kind == "unreadable",
                own.alarm.c.stream_id == stream.c.stream_id,
            ),
        )
        .join_from(stream, seat, seat.c.number == stream.c.seat_number, isouter=True)
        .join(head, head.c.stream_id == stream.c.stream_id, isouter=True)
        .where(stream.c.state.not_in(own.WAITING))
        .order_by(stream.c.seat_number, stream.c.opened_at)
    )
    return tuple(SeatStatus(*row) for row in rows)


def _counted(*conditions: ColumnElement[bool]) -> ScalarSelect[int]:
    return select(func.count()).where(*conditions).correlate(own.stream).scalar_subquery()

"""The register of dossiers (sổ theo dõi hồ sơ): a line for each, with what the papers say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, func, literal, select, tuple_

from counter_app.clock import local
from counter_app.domain.dossier import ReturnWay
from counter_app.domain.procedure import Channel
from counter_app.domain.register import RegisterOrder, RegisterRow
from counter_app.domain.states import State
from counter_app.journal.dossiers import life_of
from counter_app.journal.dossiers.conflicts import UNDONE
from counter_app.journal.dossiers.corrections import CORRECTED
from counter_app.journal.dossiers.intake import BEGINNINGS
from counter_app.journal.dossiers.online import TAKEN_IN
from counter_app.journal.dossiers.results import RETURNED
from counter_app.journal.entries import Entry
from counter_app.journal.families import in_order
from counter_app.journal.readable import record_of
from counter_app.schema.tables import agency, dossier, journal
from counter_app.store import reference
from counter_app.store.engine import Session
from counter_app.store.retention import check_whole

_STEP: Final = 500
_BEFORE_ALL, _AFTER_ALL = -1, 1 << 62
"""Stand for what is not there yet, so that it comes last in either direction."""
_TELLING: Final = (*BEGINNINGS, CORRECTED, TAKEN_IN, RETURNED)
_ENTRY: Final = tuple(journal.c)


@dataclass(frozen=True, slots=True)
class RegisterQuery:
    """Which lines in which order: received from `first` to `last`, both included.

    "" and () mean all. Lines without what they are sorted by stand at the end either way.
    """

    first: date
    last: date
    agency_code: str = ""
    seat_number: int | None = None
    states: tuple[State, ...] = ()
    order: RegisterOrder = RegisterOrder.RECEIVED
    descending: bool = False


Place = tuple[Any, ...]
"""What a line is sorted by, to begin the next page behind it."""


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """Some lines, and where the next page begins; None when these were the last."""

    rows: tuple[RegisterRow, ...]
    after: Place | None


def count(session: Session, query: RegisterQuery) -> int:
    """Return how many lines there are. Raises AtTheCentreAlone."""
    check_whole(session, query.first)
    found: int = session.execute(
        select(func.count()).select_from(dossier).where(*_conditions(query))
    ).scalar_one()
    return found


def page(
    session: Session, query: RegisterQuery, after: Place | None = None, limit: int = 100
) -> RegisterPage:
    """Return the lines behind `after`, in the order asked for.

    A page begins behind a line, not at a count, so that arrivals neither repeat nor skip one.

    Raises:
        AtTheCentreAlone.
    """
    check_whole(session, query.first)
    keys = _keys(query)
    found = _ordered(select(dossier.c.subject, *keys), query).limit(limit)
    if after is not None:
        here = tuple_(*keys)
        there = tuple_(*(literal(value) for value in after))
        found = found.where(here < there if query.descending else here > there)
    rows = session.execute(found).all()
    lines = _lines(session, [row.subject for row in rows])
    return RegisterPage(lines, tuple(rows[-1])[1:] if len(rows) == limit else None)


def lines(session: Session, query: RegisterQuery) -> Iterator[RegisterRow]:
    """Yield every line in the order asked for, for a file or paper. Raises AtTheCentreAlone."""
    check_whole(session, query.first)
    found = session.execute(_ordered(select(dossier.c.subject), query)).scalars().all()
    for start in range(0, len(found), _STEP):
        yield from _lines(session, found[start : start + _STEP])


def _ordered(found: Select[Any], query: RegisterQuery) -> Select[Any]:
    keys = _keys(query)
    return (
        found.join_from(dossier, agency, dossier.c.agency_code == agency.c.code, isouter=True)
        .where(*_conditions(query))
        .order_by(*(key.desc() if query.descending else key for key in keys))
    )


def _keys(query: RegisterQuery) -> tuple[ColumnElement[Any], ...]:
    """Return what lines are sorted by; the last two tell any two lines apart."""
    none = _BEFORE_ALL if query.descending else _AFTER_ALL
    wanted: Sequence[ColumnElement[Any]] = ()
    match query.order:
        case RegisterOrder.NUMBER:
            wanted = (dossier.c.number,)
        case RegisterOrder.OWNER:
            wanted = (dossier.c.owner_order,)
        case RegisterOrder.AGENCY:
            wanted = (func.coalesce(agency.c.position, none), dossier.c.agency_code)
        case RegisterOrder.DUE:
            wanted = (func.coalesce(dossier.c.due_at, none),)
        case RegisterOrder.RESULT:
            wanted = (func.coalesce(dossier.c.resolved_at, none),)
        case RegisterOrder.RETURNED:
            wanted = (func.coalesce(dossier.c.returned_at, none),)
        case RegisterOrder.STATE:
            wanted = (dossier.c.state,)
    return (*wanted, dossier.c.received_at, dossier.c.number)


def _lines(session: Session, subjects: Sequence[UUID]) -> tuple[RegisterRow, ...]:
    """Return the lines of these dossiers, in their order."""
    rows = session.execute(select(dossier).where(dossier.c.subject.in_(subjects)))
    found = {row.subject: row for row in rows}
    told, names = _told(session, subjects), reference.agency_history(session)
    return tuple(_line(found[subject], told[subject], names) for subject in subjects)


def _conditions(query: RegisterQuery) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = [dossier.c.received_on.between(query.first, query.last)]
    if query.agency_code:
        wanted.append(dossier.c.agency_code == query.agency_code)
    if query.seat_number is not None:
        wanted.append(dossier.c.seat_number == query.seat_number)
    if query.states:
        wanted.append(dossier.c.state.in_([int(state) for state in query.states]))
    return wanted


@dataclass(frozen=True, slots=True)
class _Told:
    """What the acts say beyond the row: the intake as it stands, and the return."""

    intake: Mapping[str, Any]
    returned: Mapping[str, Any]
    giver: str


def _told(session: Session, subjects: Sequence[UUID]) -> dict[UUID, _Told]:
    entries: dict[UUID, list[Entry]] = defaultdict(list)
    undone: set[UUID] = set()
    rows = session.execute(
        select(*_ENTRY).where(
            journal.c.subject.in_(subjects), journal.c.kind.in_((*_TELLING, UNDONE))
        )
    )
    for row in rows:
        entry = Entry._make(row)
        entries[entry.subject].append(entry)
        if entry.kind == UNDONE:
            undone.add(entry.subject)
    for subject in undone:  # rare: then all acts are asked which of them still hold
        every = session.execute(select(*_ENTRY).where(journal.c.subject == subject))
        entries[subject] = [Entry._make(row) for row in every]
    return {
        subject: _as_it_holds(entries[subject]) if subject in undone else _merged(entries[subject])
        for subject in subjects
    }


def _merged(entries: Sequence[Entry]) -> _Told:
    intake: dict[str, Any] = {}
    returned: Mapping[str, Any] = {}
    giver = ""
    for entry in in_order(entries):
        record = record_of(entry)
        if entry.kind in BEGINNINGS:
            intake = {**record, **intake}
        elif entry.kind == RETURNED:
            returned, giver = record, record.get("officer_name", entry.officer)
        else:
            intake |= record.get("intake", {})
    return _Told(intake, returned, giver)


def _as_it_holds(entries: Sequence[Entry]) -> _Told:
    ordered = in_order(entries)
    life = life_of(ordered)
    if life is None:
        return _merged(entries)
    merged = _merged([entry for entry in ordered if entry.kind in {*BEGINNINGS, RETURNED}])
    told = replace(merged, intake=life.record)
    return told if life.row["returned_at"] is not None else replace(told, returned={}, giver="")


def _line(row: Row[Any], told: _Told, names: reference.AgencyNames) -> RegisterRow:
    intake = told.intake
    submitter = intake.get("submitter", {})
    owner = intake.get("owner") or submitter
    collector = told.returned.get("collector", {})
    _position, agency_name = names.on(row.agency_code, row.received_on)
    if agency_name == row.agency_code:
        agency_name = intake.get("agency_name", "")
    return RegisterRow(
        subject=row.subject,
        book=intake.get("book", ""),
        book_number=intake.get("book_number", 0),
        number=row.number,
        procedure_code=row.procedure_code,
        procedure_name=row.procedure_name,
        summary=intake.get("summary", ""),
        agency_code=row.agency_code,
        agency_name=agency_name,
        channel=Channel(row.channel),
        service_level=row.service_level,
        sets=row.sets,
        owner_name=row.owner_name,
        submitter_name=row.submitter_name,
        identity_number=row.identity_number,
        address=owner.get("address", ""),
        phone=row.phone,
        received_at=local(row.received_at),
        due_at=None if row.due_at is None else local(row.due_at),
        result_at=None if row.resolved_at is None else local(row.resolved_at),
        returned_at=None if row.returned_at is None else local(row.returned_at),
        return_way=ReturnWay(row.returned_way or row.return_way),
        giver=told.giver or intake.get("giver", ""),
        receiver=collector.get("name", "") or intake.get("receiver", ""),
        officer_name=intake.get("officer_name", ""),
        place=intake.get("place", ""),
        state=State(row.state),
        rating=row.rating,
        note=intake.get("note", ""),
    )

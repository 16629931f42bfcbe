"""The register of dossiers (sổ theo dõi hồ sơ): a line for each, with what the papers say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, func, or_, select

from counter_app.clock import local
from counter_app.domain.dossier import ReturnWay
from counter_app.domain.procedure import Channel
from counter_app.domain.register import RegisterRow
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
from counter_app.store.engine import Session

_STEP: Final = 500
_TELLING: Final = (*BEGINNINGS, CORRECTED, TAKEN_IN, RETURNED)
_ENTRY: Final = tuple(journal.c)


@dataclass(frozen=True, slots=True)
class RegisterQuery:
    """Which lines: received from `first` to `last`, both included; "" and () mean all."""

    first: date
    last: date
    agency_code: str = ""
    seat_number: int | None = None
    states: tuple[State, ...] = ()


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """Some lines, and where the next page begins; None when these were the last."""

    rows: tuple[RegisterRow, ...]
    after: tuple[int, str] | None


def count(session: Session, query: RegisterQuery) -> int:
    """Return how many lines there are."""
    found: int = session.execute(
        select(func.count()).select_from(dossier).where(*_conditions(query))
    ).scalar_one()
    return found


def page(
    session: Session,
    query: RegisterQuery,
    after: tuple[int, str] | None = None,
    limit: int = 100,
    newest_first: bool = False,
) -> RegisterPage:
    """Return the lines in the order of receipt, or against it, behind `after`.

    A page begins behind a line, not at a count, so that arrivals neither repeat nor skip one.
    """
    found = (
        select(dossier, agency.c.name.label("agency_name"))
        .join_from(dossier, agency, dossier.c.agency_code == agency.c.code, isouter=True)
        .where(*_conditions(query))
        .limit(limit)
    )
    moment, name = dossier.c.received_at, dossier.c.number
    order = (moment.desc(), name.desc()) if newest_first else (moment, name)
    found = found.order_by(*order)
    if after is not None:
        found = found.where(_behind(after, newest_first))
    rows = session.execute(found).all()
    told = _told(session, [row.subject for row in rows])
    lines = tuple(_line(row, told[row.subject]) for row in rows)
    full = len(rows) == limit
    return RegisterPage(lines, (rows[-1].received_at, rows[-1].number) if full else None)


def lines(session: Session, query: RegisterQuery) -> Iterator[RegisterRow]:
    """Yield every line in the order of receipt, for a file or for paper."""
    found = page(session, query, None, _STEP)
    while True:
        yield from found.rows
        if found.after is None:
            return
        found = page(session, query, found.after, _STEP)


def _behind(after: tuple[int, str], newest_first: bool) -> ColumnElement[bool]:
    at, number = after
    moment, name = dossier.c.received_at, dossier.c.number
    if newest_first:
        return or_(moment < at, and_(moment == at, name < number))
    return or_(moment > at, and_(moment == at, name > number))


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


def _line(row: Row[Any], told: _Told) -> RegisterRow:
    intake = told.intake
    submitter = intake.get("submitter", {})
    owner = intake.get("owner") or submitter
    collector = told.returned.get("collector", {})
    return RegisterRow(
        subject=row.subject,
        book=intake.get("book", ""),
        book_number=intake.get("book_number", 0),
        number=row.number,
        procedure_code=row.procedure_code,
        procedure_name=row.procedure_name,
        summary=intake.get("summary", ""),
        agency_code=row.agency_code,
        agency_name=row.agency_name or intake.get("agency_name", ""),
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

"""One dossier with everything that happened to it, as its page tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import select

from counter_app.domain.corrections import Change, changes
from counter_app.domain.deadlines import CountedDay
from counter_app.domain.dossier import Intake
from counter_app.domain.receipt import Receipt
from counter_app.journal.dossiers import NEWEST_VERSION, RECEIVED, Life, life_of
from counter_app.journal.entries import Entry
from counter_app.journal.readable import UNREADABLE, record_of
from counter_app.records import from_record
from counter_app.schema.acts import conflict
from counter_app.schema.local import installation
from counter_app.schema.tables import number_range, officer
from counter_app.store.dossiers import DossierRow, by_subject, history, receipt_of
from counter_app.store.engine import Session
from counter_app.store.outbox import reach
from counter_app.store.phases import LinkedRow, PhaseRow, belonging, phases_of


class StepStanding(StrEnum):
    """How far this program follows a step."""

    READ = "read"
    CONFLICT = "conflict"
    """It was made without knowledge of another act; a person has to decide."""
    NEWER = "newer"
    """A newer version of the program wrote it."""
    WITHHELD = "withheld"
    """This counter may not see what it says."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a correction changed; the due moments (ms UTC) are None where it moved none."""

    changes: tuple[Change, ...]
    due: tuple[int | None, int | None] | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One act on a dossier. Instants are ms UTC.

    `seat_number` is None where the centre acted, or where the seat is not known here;
    `by_centre` tells which. `record` is what the act says. `undone` tells that it was taken back.
    """

    entry_id: UUID
    kind: str
    occurred_at: int
    recorded_at: int
    officer: str
    officer_name: str
    seat_number: int | None
    by_centre: bool
    at_centre: bool
    standing: StepStanding
    record: Mapping[str, Any]
    undone: bool = False
    correction: Correction | None = None
    second: str = ""
    """The name of who agreed, where it took two persons."""


@dataclass(frozen=True, slots=True)
class Story:
    """A dossier, its intake, why it is due when it is, and every act in order."""

    row: DossierRow
    receipt: Receipt
    due_days: tuple[CountedDay, ...]
    steps: tuple[Step, ...]
    phases: tuple[PhaseRow, ...] = ()
    linked: tuple[LinkedRow, ...] = ()


def story(session: Session, subject: UUID, own_stream: UUID) -> Story:
    """Return the dossier's page. Raises NoSuchDossier."""
    row = by_subject(session, subject)
    entries = history(session, subject)
    seconds = {entry.entry_id: str(record_of(entry).get("second") or "") for entry in entries}
    names = _officer_names(session, {*seconds.values(), *(entry.officer for entry in entries)})
    seats = _seats(session, {entry.stream_id for entry in entries}, row)
    centre = session.execute(select(installation.c.centre_stream)).scalar()
    arrived = reach(session, own_stream)
    clashes = _unsettled(session, subject)
    life = life_of(entries)
    undone = frozenset() if life is None else life.undone
    steps = tuple(
        Step(
            entry.entry_id,
            entry.kind,
            entry.occurred_at,
            entry.recorded_at,
            entry.officer,
            names.get(entry.officer, entry.officer),
            seats.get(entry.stream_id),
            entry.stream_id == centre,
            arrived.holds(entry.stream_id, entry.seq),
            _standing(entry, clashes),
            record_of(entry),
            entry.entry_id in undone,
            _correction(life, entry),
            names.get(seconds.get(entry.entry_id, ""), seconds.get(entry.entry_id, "")),
        )
        for entry in entries
    )
    return Story(
        row,
        receipt_of(session, subject),
        _due_days(entries),
        steps,
        () if life is None else phases_of(life),
        belonging(session, subject),
    )


def _correction(life: Life | None, entry: Entry) -> Correction | None:
    if life is None or entry.entry_id not in life.corrections:
        return None
    before, after = life.corrections[entry.entry_id]
    names = {one["procedure_code"]: one["procedure_name"] for one in (before, after)}
    try:
        told = changes(from_record(Intake, before), from_record(Intake, after), names)
    except UNREADABLE:
        return None
    record = record_of(entry)
    moved = "due_after" in record and record["due_before"] != record["due_after"]
    return Correction(told, (record["due_before"], record["due_after"]) if moved else None)


def _standing(entry: Entry, clashes: set[UUID]) -> StepStanding:
    if entry.version > NEWEST_VERSION.get(entry.kind, 0):
        return StepStanding.NEWER
    if entry.payload is None:
        return StepStanding.WITHHELD
    return StepStanding.CONFLICT if entry.entry_id in clashes else StepStanding.READ


def _unsettled(session: Session, subject: UUID) -> set[UUID]:
    rows = session.execute(
        select(conflict.c.entry_id).where(
            conflict.c.subject == subject, conflict.c.settled_at.is_(None)
        )
    )
    return set(rows.scalars())


def _due_days(entries: tuple[Entry, ...]) -> tuple[CountedDay, ...]:
    for entry in entries:
        if entry.kind == RECEIVED and entry.payload is not None:
            days = record_of(entry).get("due_days", ())
            try:
                return tuple(from_record(CountedDay, day) for day in days)
            except UNREADABLE:
                return ()
    return ()


def _officer_names(session: Session, logins: set[str]) -> dict[str, str]:
    rows = session.execute(
        select(officer.c.login, officer.c.name).where(officer.c.login.in_(logins))
    )
    return {found.login: found.name for found in rows}


def _seats(session: Session, streams: set[UUID], row: DossierRow) -> dict[UUID, int]:
    rows = session.execute(
        select(number_range.c.stream_id, number_range.c.seat_number).where(
            number_range.c.stream_id.in_(streams)
        )
    )
    return {row.stream_id: row.seat_number, **{r.stream_id: r.seat_number for r in rows}}

"""Questions about dossiers: search, one dossier with its history, the board of due days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, bindparam, case, func, or_, select, text

from counter_app.clock import local
from counter_app.domain.dossier import Consents, Intake, Paper, Party, ReturnWay
from counter_app.domain.procedure import Channel, ChecklistLine, FeeLine, Term
from counter_app.domain.receipt import Letterhead, Receipt
from counter_app.errors import CounterError
from counter_app.journal.dossiers import fold, life_of
from counter_app.journal.entries import Entry
from counter_app.journal.families import DOSSIER, spoken
from counter_app.journal.readable import UNREADABLE, sound, told
from counter_app.records import from_record
from counter_app.schema.tables import OPEN_STATES, agency, dossier, journal
from counter_app.store import reference
from counter_app.store.engine import Session
from counter_app.text import folded


@dataclass(eq=False)
class NoSuchDossier(CounterError):
    """no dossier {what} is known at this counter"""

    what: str


@dataclass(eq=False)
class DossierUnreadable(CounterError):
    """what was recorded of dossier {number} makes no sense; ask the centre who sent it"""

    number: str


@dataclass(frozen=True, slots=True)
class DossierRow:
    """One line of a list of dossiers. Instants are ms UTC; see `schema.tables.dossier`."""

    subject: UUID
    number: str
    state: int
    owner_name: str
    submitter_name: str
    identity_number: str
    phone: str
    procedure_code: str
    procedure_name: str
    agency_code: str
    received_at: int
    due_at: int | None
    seat_number: int
    stream_id: UUID
    seq: int
    receipt_prints: int
    conflict: bool
    needs_update: bool
    promised_at: int | None
    paused_since: int | None
    answer_by: date | None
    supplement_count: int
    apology_at: int | None
    late_reason: str
    holder: str
    held_by: str
    handed_over_at: int | None
    accepted_at: int | None
    resolved_at: int | None
    outcome: str
    shelf_place: str
    returned_at: int | None
    return_way: str
    assigned_to: str
    last_act: UUID


ROW = tuple(dossier.c[field.name] for field in fields(DossierRow))
"""What a query selects for `dossier_row`."""


def dossier_row(row: Any) -> DossierRow:
    """Return a selected row as a line of a list."""
    return DossierRow(*row)


_MATCHING = (
    select(*ROW)
    .where(
        text(
            "dossier.id IN (SELECT rowid FROM dossier_words WHERE dossier_words MATCH :words"
            " ORDER BY rowid DESC LIMIT :most)"
        )
    )
    .order_by(dossier.c.id.desc())
)
_BY_NUMBER = select(*ROW).where(dossier.c.number == bindparam("number"))


def search(session: Session, typed: str, limit: int = 20) -> list[DossierRow]:
    """Return the newest dossiers that match every word typed; the start of a word is enough.

    Words are looked for in names (without diacritics), personal numbers, phones, and the day
    and serial of the number. A whole number finds its dossier alone.
    """
    exact = session.execute(_BY_NUMBER, {"number": typed.strip().upper()}).all()
    if exact:
        return [dossier_row(row) for row in exact]
    words = folded(typed).split()
    if not words:
        return []
    match = " ".join(f'"{word}"*' for word in words)
    return [dossier_row(row) for row in session.execute(_MATCHING, {"words": match, "most": limit})]


def by_number(session: Session, number: str) -> DossierRow:
    """Return the dossier with that number. Raises NoSuchDossier."""
    row = session.execute(_BY_NUMBER, {"number": number}).first()
    if row is None:
        raise NoSuchDossier(number)
    return dossier_row(row)


def by_subject(session: Session, subject: UUID) -> DossierRow:
    """Return the dossier. Raises NoSuchDossier."""
    row = session.execute(select(*ROW).where(dossier.c.subject == subject)).first()
    if row is None:
        raise NoSuchDossier(str(subject))
    return dossier_row(row)


def newest(session: Session, limit: int = 50) -> list[DossierRow]:
    """Return the dossiers that came in last."""
    rows = session.execute(select(*ROW).order_by(dossier.c.id.desc()).limit(limit))
    return [dossier_row(row) for row in rows]


def received_on(session: Session, day: date, seat_number: int) -> list[DossierRow]:
    """Return the dossiers a seat received on a day, in their order."""
    rows = session.execute(
        select(*ROW)
        .where(dossier.c.received_on == day, dossier.c.seat_number == seat_number)
        .order_by(dossier.c.received_at, dossier.c.number)
    )
    return [dossier_row(row) for row in rows]


def history(session: Session, subject: UUID) -> tuple[Entry, ...]:
    """Return every act on the dossier in order, each once; what makes no sense is left out."""
    rows = session.execute(select(journal).where(journal.c.subject == subject))
    entries = spoken(DOSSIER, [Entry._make(row) for row in rows])
    _, left = told(lambda some: sound(fold(some)), entries)
    unread = {one.entry for one in left}
    return tuple(entry for entry in entries if entry not in unread)


def receipt_of(session: Session, subject: UUID) -> Receipt:
    """Return the receipt of a dossier as it stands after all corrections.

    Raises:
        NoSuchDossier, DossierUnreadable.
    """
    life = life_of(history(session, subject))
    if life is None:
        raise NoSuchDossier(str(subject))
    received_at: int = life.row["received_at"]
    head = reference.settings(session, local(received_at).date()).letterhead()
    try:
        receipt = receipt_from(life.told_by, life.record, head)
    except UNREADABLE as error:
        raise DossierUnreadable(life.row["number"]) from error
    return replace(receipt, received_at=local(received_at), reissue=life.row["correction_count"])


def intake_of(session: Session, subject: UUID) -> Intake:
    """Return the intake of a dossier, to correct it or to take in one like it.

    Raises:
        NoSuchDossier, DossierUnreadable.
    """
    life = life_of(history(session, subject))
    if life is None:
        raise NoSuchDossier(str(subject))
    try:
        return from_record(Intake, life.record)
    except UNREADABLE as error:
        raise DossierUnreadable(life.row["number"]) from error


def checklist_of(session: Session, subject: UUID) -> tuple[ChecklistLine, ...]:
    """Return what the procedure asks for in the version by which the dossier stands.

    Nothing where none is named, as by a register, or not known here. Raises NoSuchDossier.
    """
    life = life_of(history(session, subject))
    if life is None:
        raise NoSuchDossier(str(subject))
    version = life.record.get("procedure_version")
    known = None if not version else reference.procedure_of(session, UUID(version))
    return () if known is None else known.checklist


def receipt_from(entry: Entry, record: Mapping[str, Any], head: Letterhead) -> Receipt:
    """Return what the papers of an intake say."""
    submitter = from_record(Party, record["submitter"])
    owner = record.get("owner")
    due_at = record["due_at"]
    return Receipt(
        subject=entry.subject,
        number=record["number"],
        lookup_code=record["lookup_code"],
        letterhead=head,
        agency_code=record["agency_code"],
        agency_name=record["agency_name"],
        procedure_code=record["procedure_code"],
        procedure_name=record["procedure_name"],
        sector=record["sector"],
        submitter=submitter,
        owner=submitter if owner is None else from_record(Party, owner),
        authorisation=record.get("authorisation", ""),
        papers=tuple(from_record(Paper, paper) for paper in record.get("papers", ())),
        sets=record.get("sets", 1),
        channel=Channel(record.get("channel", Channel.COUNTER)),
        term=None if record["term"] is None else from_record(Term, record["term"]),
        received_at=local(entry.occurred_at),
        due_at=None if due_at is None else local(due_at),
        return_way=ReturnWay(record.get("return_way", ReturnWay.COUNTER)),
        return_address=record.get("return_address", ""),
        consents=from_record(Consents, record.get("consents", {})),
        summary=record.get("summary", ""),
        note=record.get("note", ""),
        fees=tuple(from_record(FeeLine, fee) for fee in record["fees"]),
        free=record["free"],
        book=record["book"],
        book_number=record["book_number"],
        officer_name=record["officer_name"],
        seat_number=record["seat_number"],
        entry_hash=entry.hash.hex(),
    )


def same_still_open(
    session: Session, numbers: Sequence[str], procedure_code: str
) -> list[DossierRow]:
    """Return open dossiers of the procedure whose owner has one of `numbers`, old or new."""
    wanted = [number for number in numbers if number]
    if not wanted:
        return []
    rows = session.execute(
        select(*ROW)
        .where(
            or_(
                dossier.c.identity_number.in_(wanted),
                dossier.c.old_identity_number.in_(wanted),
            ),
            dossier.c.procedure_code == procedure_code,
            dossier.c.state.in_(OPEN_STATES),
        )
        .order_by(dossier.c.received_at.desc())
        .limit(10)
    )
    return [dossier_row(row) for row in rows]


@dataclass(frozen=True, slots=True)
class DueCounts:
    """How many open dossiers are overdue, due today, due on the next working day.

    Those whose term stands still are not counted, unless they were overdue before.
    """

    overdue: int
    today: int
    tomorrow: int


@dataclass(frozen=True, slots=True)
class AgencyDue:
    """The same, for one agency."""

    agency_code: str
    agency_name: str
    overdue: int
    today: int
    tomorrow: int
    later: int


_OPEN = dossier.c.state.in_(OPEN_STATES)
# The partial index is used only when its condition stands in the query as it was written.
_OPEN_INDEXED = text("dossier.state IN (2, 4, 5, 6, 8)")


def running() -> ColumnElement[bool]:
    """The condition that the term runs, or ran out before it was stopped."""
    return dossier.c.paused_since.is_(None) | (dossier.c.paused_since > dossier.c.due_at)


_DUE_COUNTS = select(
    func.count().filter(dossier.c.due_on < bindparam("today")),
    func.count().filter(dossier.c.due_on == bindparam("today")),
    func.count().filter(dossier.c.due_on > bindparam("today")),
).where(_OPEN_INDEXED, running(), dossier.c.due_on <= bindparam("tomorrow"))


def due_counts(session: Session, today: date, tomorrow: date) -> DueCounts:
    """Return the counts of the rail. `tomorrow` is the next working day."""
    row = session.execute(_DUE_COUNTS, {"today": today, "tomorrow": tomorrow}).one()
    return DueCounts(*row)


def due_by_agency(session: Session, today: date, tomorrow: date) -> list[AgencyDue]:
    """Return open dossiers by agency and standing, agencies in the centre's order."""
    standing = [
        dossier.c.due_on < today,
        dossier.c.due_on == today,
        dossier.c.due_on.between(today, tomorrow) & (dossier.c.due_on != today),
        dossier.c.due_on > tomorrow,
    ]
    rows = session.execute(
        select(
            dossier.c.agency_code,
            func.coalesce(func.max(agency.c.name), dossier.c.agency_code),
            *(func.count(case((which, 1))) for which in standing),
        )
        .join_from(dossier, agency, dossier.c.agency_code == agency.c.code, isouter=True)
        .where(_OPEN_INDEXED, running(), dossier.c.due_on.is_not(None))
        .group_by(dossier.c.agency_code)
        .order_by(func.max(agency.c.position), dossier.c.agency_code)
    )
    return [AgencyDue(*row) for row in rows]


def due_between(
    session: Session,
    first: date | None,
    last: date,
    agency_code: str = "",
    limit: int = 500,
) -> list[DossierRow]:
    """Return open dossiers due from `first` (None: ever) to `last`, the earliest due first."""
    found: Select[Any] = select(*ROW).where(_OPEN_INDEXED, running(), dossier.c.due_on <= last)
    if first is not None:
        found = found.where(dossier.c.due_on >= first)
    if agency_code:
        found = found.where(dossier.c.agency_code == agency_code)
    rows: Sequence[Row[Any]] = session.execute(
        found.order_by(dossier.c.due_on, dossier.c.due_at, dossier.c.number).limit(limit)
    ).all()
    return [dossier_row(row) for row in rows]


def is_open() -> ColumnElement[bool]:
    """The condition that a dossier is still owed."""
    return _OPEN

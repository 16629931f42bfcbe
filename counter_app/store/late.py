"""What is late or about to be, and how one lateness came about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, select, text

from counter_app.clock import local
from counter_app.domain.calendar import CalendarEnds, WorkCalendar
from counter_app.domain.deadlines import Outcome, outcome
from counter_app.domain.processing import Holder
from counter_app.domain.states import PAUSED, State
from counter_app.journal.dossiers import Life, life_of, promises
from counter_app.journal.entries import Entry
from counter_app.schema.tables import dossier
from counter_app.store.dossiers import (
    ROW,
    DossierRow,
    NoSuchDossier,
    dossier_row,
    history,
    running,
)
from counter_app.store.engine import Session
from counter_app.store.reference import SettingMissing, settings

# The partial index is used only when its condition stands in the query as it was written.
_OPEN_INDEXED = text("dossier.state IN (2, 4, 5, 6, 8)")
_TYPED_LATE_MS = 60_000


@dataclass(frozen=True, slots=True)
class LateList:
    """The work list of the day.

    `unanswered` are overdue without a letter, or past the day a letter promised; `apologised` are
    overdue with a promise that can still be kept.
    """

    tomorrow: tuple[DossierRow, ...]
    today: tuple[DossierRow, ...]
    unanswered: tuple[DossierRow, ...]
    apologised: tuple[DossierRow, ...]


def late_list(
    session: Session, today: date, tomorrow: date, agency_code: str = "", limit: int = 500
) -> LateList:
    """Return what is due tomorrow, today, and overdue; `tomorrow` is the next working day.

    Dossiers whose term stands still are left out, unless they were overdue before.
    """
    promised = dossier.c.apology_at.is_not(None) & (dossier.c.promised_on >= today)
    overdue = dossier.c.due_on < today

    def rows(*conditions: ColumnElement[bool]) -> tuple[DossierRow, ...]:
        found = select(*ROW).where(_OPEN_INDEXED, running(), *conditions)
        if agency_code:
            found = found.where(dossier.c.agency_code == agency_code)
        found = found.order_by(dossier.c.due_on, dossier.c.due_at, dossier.c.number).limit(limit)
        return tuple(dossier_row(row) for row in session.execute(found))

    return LateList(
        rows(dossier.c.due_on > today, dossier.c.due_on <= tomorrow),
        rows(dossier.c.due_on == today),
        rows(overdue, ~promised),
        rows(overdue, promised),
    )


class Where(StrEnum):
    """Where a dossier was for a while."""

    COUNTER = "counter"
    AGENCY = "agency"
    PAUSED = "paused"
    FINISHED = "finished"
    """There was a result, or nothing was owed any more; no time is lost from here on."""


@dataclass(frozen=True, slots=True)
class Span:
    """A while in one place. Moments in +07:00; `until` None where it lasts still.

    `reason` says why it was paused, `agency_code` who had the paper. `working_days` counts the
    working days that begin in it; None where the calendar does not say.
    """

    where: Where
    since: datetime
    until: datetime | None
    agency_code: str
    reason: str
    working_days: int | None


@dataclass(frozen=True, slots=True)
class Promise:
    """A moment that was promised, when, and why. `letter` is the apology's number."""

    kind: str
    decided_at: datetime
    due_at: datetime | None
    promised_at: datetime | None
    reason: str
    letter: str


@dataclass(frozen=True, slots=True)
class TypedLate:
    """An act that was typed later than it happened, and why."""

    kind: str
    happened_at: datetime
    typed_at: datetime
    because: str
    officer: str


@dataclass(frozen=True, slots=True)
class LatenessStory:
    """How a dossier came to be late, or did not. Moments in +07:00.

    `outcome` is that of the result; for an open dossier what it would be now.
    """

    number: str
    received_at: datetime
    original_due_at: datetime | None
    due_at: datetime | None
    promised_at: datetime | None
    finished_at: datetime | None
    outcome: Outcome
    late_reason: str
    late_words: str
    spans: tuple[Span, ...]
    promises: tuple[Promise, ...]
    typed_late: tuple[TypedLate, ...]


def lateness_story(session: Session, subject: UUID, now: datetime) -> LatenessStory:
    """Return where a dossier spent its time and what was promised. Raises NoSuchDossier."""
    entries = history(session, subject)
    life = life_of(entries)
    if life is None:
        raise NoSuchDossier(str(subject))
    row = life.row
    calendar = _calendar(session, now.date(), row["agency_code"])
    finished_at = row["finished_at"]
    return LatenessStory(
        row["number"],
        local(row["received_at"]),
        _moment(row["original_due_at"]),
        _moment(row["due_at"]),
        _moment(row["promised_at"]),
        _moment(finished_at),
        Outcome(row["outcome"]) if row["outcome"] else _outcome_now(life, now),
        row["late_reason"],
        _late_words(entries),
        tuple(_spans(entries, now, calendar)),
        tuple(_promises(entries)),
        tuple(_typed_late(entries)),
    )


def _late_words(entries: Sequence[Entry]) -> str:
    """Return what the last reason said on the day it was given; "" for the program's words."""
    for entry in reversed(entries):
        record = entry.record()
        if entry.kind == promises.EXTENDED:
            return str(record.get("reason_words", ""))
        if "late_reason" in record:
            return str(record.get("late_reason_words", ""))
    return ""


def _outcome_now(life: Life, now: datetime) -> Outcome:
    row = life.row
    since = row["paused_since"]
    due_at = _moment(row["due_at"])
    return outcome(now if since is None else min(now, local(since)), due_at)


def _spans(entries: Sequence[Entry], now: datetime, calendar: WorkCalendar | None) -> list[Span]:
    found: list[Span] = []
    for count, entry in enumerate(entries, start=1):
        life = life_of(entries[:count])
        if life is None:
            continue
        since = local(max(entry.occurred_at, life.row["received_at"]))
        place, agency, reason = _place(life, entry)
        if found and (found[-1].where, found[-1].agency_code) == (place, agency):
            continue
        if found:
            found[-1] = _ended(found[-1], max(since, found[-1].since), calendar)
            since = found[-1].until or since
        found.append(Span(place, since, None, agency, reason, None))
    if found and found[-1].where is not Where.FINISHED:
        lasting = _ended(found[-1], now, calendar)
        found[-1] = Span(
            lasting.where,
            lasting.since,
            None,
            lasting.agency_code,
            lasting.reason,
            lasting.working_days,
        )
    return found


def _place(life: Life, entry: Entry) -> tuple[Where, str, str]:
    row = life.row
    if life.state in PAUSED:
        record = entry.record()
        told = record.get("reason") or record.get("reason_code") or row["pause_kind"]
        return Where.PAUSED, row["held_by"], told
    if life.state in {State.RECEIVED, State.ANNOUNCED}:
        return Where.COUNTER, "", ""
    if life.state is State.PROCESSING and row["holder"] == Holder.AGENCY:
        return Where.AGENCY, row["held_by"], ""
    if life.state is State.PROCESSING:
        return Where.COUNTER, "", ""
    return Where.FINISHED, "", ""


def _ended(span: Span, until: datetime, calendar: WorkCalendar | None) -> Span:
    days = None
    if calendar is not None:
        try:
            first, last = span.since.date() + timedelta(days=1), until.date() + timedelta(days=1)
            days = calendar.working_days(first, last)
        except CalendarEnds:
            days = None
    return Span(span.where, span.since, until, span.agency_code, span.reason, days)


def _promises(entries: Sequence[Entry]) -> list[Promise]:
    """Return every change of the due or the promised moment that holds, in order."""
    found: list[Promise] = []
    for count, entry in enumerate(entries, start=1):
        life = life_of(entries[:count])
        if life is None:
            continue
        due_at, promised_at = _moment(life.row["due_at"]), _moment(life.row["promised_at"])
        if found and (found[-1].due_at, found[-1].promised_at) == (due_at, promised_at):
            continue
        record = entry.record()
        letter = record["letter"]["number"] if "letter" in record else ""
        reason = record.get("reason") or record.get("because") or ""
        moment = local(entry.occurred_at)
        found.append(Promise(entry.kind, moment, due_at, promised_at, reason, letter))
    return found


def _typed_late(entries: Sequence[Entry]) -> list[TypedLate]:
    return [
        TypedLate(
            entry.kind,
            local(entry.occurred_at),
            local(entry.recorded_at),
            entry.record().get("because", ""),
            entry.officer,
        )
        for entry in entries
        if entry.recorded_at - entry.occurred_at > _TYPED_LATE_MS
    ]


def _calendar(session: Session, day: date, agency_code: str) -> WorkCalendar | None:
    try:
        return settings(session, day).calendar(agency_code)
    except SettingMissing:
        return None


def _moment(ms: int | None) -> datetime | None:
    return None if ms is None else local(ms)

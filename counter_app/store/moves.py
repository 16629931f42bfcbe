"""Which open dossiers would be due at another moment under other calendars."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import select

from counter_app.clock import local, local_day
from counter_app.domain.calendar import CalendarEnds, WorkCalendar
from counter_app.domain.deadlines import (
    DeadlineRules,
    Pause,
    PausePolicy,
    appointment,
    due,
)
from counter_app.domain.procedure import Channel, Term
from counter_app.journal.entries import Entry
from counter_app.records import from_record
from counter_app.schema.acts import pause
from counter_app.schema.tables import OPEN_STATES, dossier, journal
from counter_app.store.engine import Session
from counter_app.store.reference import Settings, procedure_of, settings


@dataclass(frozen=True, slots=True)
class Moved:
    """An open dossier whose due moment the changed calendar would count otherwise.

    `would_be_at` is None where the count runs past the calendar. `by_hand` tells that the due
    moment was set by an act, or counted with another calendar: somebody has to look.
    """

    subject: UUID
    number: str
    agency_code: str
    procedure_name: str
    owner_name: str
    due_at: datetime
    would_be_at: datetime | None
    by_hand: bool


@dataclass(frozen=True)
class _Count:
    """All that the due moment of a dossier was counted from."""

    received_at: datetime
    term: Term
    cut_off: time | None
    pauses: Sequence[Pause]
    rules: DeadlineRules

    def under(self, calendar: WorkCalendar) -> datetime | None:
        """Return the due moment in a calendar; None where it ends too early."""
        try:
            first = due(self.received_at, self.term, calendar, self.rules, self.cut_off)
            after = appointment(
                first.at, self.pauses, self.term, calendar, self.rules, self.cut_off
            )
        except CalendarEnds:
            return None
        return after.due_at


def would_move(session: Session, today: date, proposed: Mapping[str, str]) -> list[Moved]:
    """Return the open dossiers that the proposed calendars would make due at another moment.

    Nothing is moved: a printed date changes only by an act of an officer.

    Args:
        proposed: canonical records by key of the setting ("calendar", "calendar:AGENCY").

    Raises:
        BadCalendar: a proposed calendar cannot be used.
    """
    standing = settings(session, today)
    changed = replace(standing, records={**standing.records, **proposed})
    found = []
    for row, count in _counted(session):
        before = count.under(_calendar(standing, row.agency_code, changed))
        after = count.under(changed.calendar(row.agency_code))
        if before != after:
            found.append(
                Moved(
                    row.subject,
                    row.number,
                    row.agency_code,
                    row.procedure_name,
                    row.owner_name,
                    local(row.due_at),
                    after,
                    before != local(row.due_at),
                )
            )
    return found


def _calendar(standing: Settings, agency_code: str, changed: Settings) -> WorkCalendar:
    """Return the calendar that holds; the first one ever changes nothing."""
    chosen = standing if "calendar" in standing.records else changed
    return chosen.calendar(agency_code)


def _counted(session: Session) -> Iterator[tuple[Any, _Count]]:
    rows = session.execute(
        select(
            dossier.c.subject,
            dossier.c.number,
            dossier.c.agency_code,
            dossier.c.procedure_name,
            dossier.c.owner_name,
            dossier.c.channel,
            dossier.c.received_at,
            dossier.c.due_at,
            journal,
        )
        .join_from(
            dossier,
            journal,
            (journal.c.stream_id == dossier.c.stream_id) & (journal.c.seq == dossier.c.seq),
        )
        .where(dossier.c.state.in_(OPEN_STATES), dossier.c.due_at.is_not(None))
        .order_by(dossier.c.due_at, dossier.c.number)
    ).all()
    pauses = _pauses(session)
    rules: dict[date, DeadlineRules] = {}
    cut_offs: dict[tuple[str, str], time | None] = {}
    for row in rows:
        record = Entry(*row[8:]).record()
        told = record.get("term")
        if told is None:
            continue
        day = local_day(row.received_at)
        if day not in rules:
            rules[day] = settings(session, day).deadline_rules()
        version = (record.get("procedure_version", ""), row.channel)
        if version not in cut_offs:
            cut_offs[version] = _cut_off(session, *version)
        yield (
            row,
            _Count(
                local(row.received_at),
                from_record(Term, told),
                cut_offs[version],
                pauses.get(row.subject, ()),
                rules[day],
            ),
        )


def _cut_off(session: Session, version: str, channel: str) -> time | None:
    procedure = procedure_of(session, UUID(version)) if version else None
    rule = None if procedure is None else procedure.rule(Channel(channel))
    return None if rule is None else rule.cut_off


def _pauses(session: Session) -> Mapping[UUID, Sequence[Pause]]:
    """Return the pauses of open dossiers that ended, in their order."""
    rows = session.execute(
        select(pause.c.subject, pause.c.paused_at, pause.c.resumed_at, pause.c.policy)
        .join_from(pause, dossier, pause.c.subject == dossier.c.subject)
        .where(dossier.c.state.in_(OPEN_STATES), pause.c.resumed_at.is_not(None))
        .order_by(pause.c.paused_at)
    )
    found: dict[UUID, list[Pause]] = defaultdict(list)
    for row in rows:
        if row.policy:
            ended = Pause(local(row.paused_at), local(row.resumed_at), PausePolicy(row.policy))
            found[row.subject].append(ended)
    return found

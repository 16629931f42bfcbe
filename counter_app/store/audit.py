"""Questions about who looked at what, printed what, and took what out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import select

from counter_app.clock import VIETNAM, to_ms
from counter_app.journal.dossiers.printing import PRINTED
from counter_app.journal.entries import Entry
from counter_app.journal.readable import record_of
from counter_app.schema.audit import audit_note
from counter_app.schema.tables import dossier, journal, number_range
from counter_app.store.engine import Session
from counter_app.store.retention import check_whole

_DAY_MS = 86_400_000
PRINT = "printed"
"""What a print is called among the notes; it is an act and stands in the journal as one."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note; `number` is that of the dossier, "" where it is about none. `noted_at` ms UTC.

    `seat_number` is 0 where this file does not know whose stream it is.
    """

    noted_at: int
    officer: str
    seat_number: int
    what: str
    number: str
    detail: str


def notes(session: Session, first: date, last: date, officer: str = "") -> list[NoteRow]:
    """Return looks, exports, lock-outs and prints of the days `first` to `last`, oldest first.

    Args:
        officer: of this login only; of everybody where it is "".

    Raises:
        AtTheCentreAlone.
    """
    check_whole(session, first)
    found = _noted(session, first, last, officer) + _printed(session, first, last, officer)
    return sorted(found, key=lambda row: row.noted_at)


def is_noted(session: Session, subject: UUID) -> bool:
    """Tell whether there is a note of that subject."""
    return (
        session.execute(
            select(audit_note.c.entry_id).where(audit_note.c.subject == subject)
        ).first()
        is not None
    )


def _noted(session: Session, first: date, last: date, officer: str) -> list[NoteRow]:
    found = (
        select(
            audit_note.c.noted_at,
            audit_note.c.officer,
            audit_note.c.seat_number,
            audit_note.c.what,
            dossier.c.number,
            audit_note.c.detail,
        )
        .join_from(audit_note, dossier, dossier.c.subject == audit_note.c.about, isouter=True)
        .where(audit_note.c.noted_on.between(first, last))
        .order_by(audit_note.c.noted_at, audit_note.c.entry_id)
    )
    if officer:
        found = found.where(audit_note.c.officer == officer)
    return [
        NoteRow(at, login, seat, what, number or "", detail)
        for at, login, seat, what, number, detail in session.execute(found)
    ]


def _printed(session: Session, first: date, last: date, officer: str) -> list[NoteRow]:
    start = to_ms(datetime.combine(first, time(), VIETNAM))
    end = to_ms(datetime.combine(last, time(), VIETNAM)) + _DAY_MS
    found = select(journal).where(
        journal.c.kind == PRINTED, journal.c.occurred_at >= start, journal.c.occurred_at < end
    )
    if officer:
        found = found.where(journal.c.officer == officer)
    entries = [Entry._make(row) for row in session.execute(found.order_by(journal.c.occurred_at))]
    numbers = _numbers(session, {entry.subject for entry in entries})
    granted = session.execute(select(number_range.c.stream_id, number_range.c.seat_number))
    seats = dict(granted.all())
    return [
        NoteRow(
            entry.occurred_at,
            entry.officer,
            seats.get(entry.stream_id, 0),
            PRINT,
            numbers.get(entry.subject, ""),
            str(record_of(entry).get("form", "")),
        )
        for entry in entries
    ]


def _numbers(session: Session, subjects: set[UUID]) -> dict[UUID, str]:
    """Return the dossier number of each subject that is a dossier."""
    found: dict[UUID, str] = {}
    waiting = list(subjects)
    for start in range(0, len(waiting), 500):
        rows = session.execute(
            select(dossier.c.subject, dossier.c.number).where(
                dossier.c.subject.in_(waiting[start : start + 500])
            )
        )
        found |= dict(rows.all())
    return found

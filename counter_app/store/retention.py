"""Letting go of what ended long ago and the centre keeps: dossiers, and notes of a day.

Their rows go, and their entries but for the last of each run, which keeps its hash without its
words: the next entry is chained to it. So chains still verify, heads agree and sync goes on as if
nothing had happened. What was let go of stays known by its subject: nothing of it comes back in
part with a copy that is found. `store.old` says what may go.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Table, bindparam, delete, select, update
from sqlalchemy.dialects import sqlite

from counter_app.errors import CounterError
from counter_app.journal import dossiers
from counter_app.schema.acts import letter
from counter_app.schema.local import let_go as gone
from counter_app.schema.local import print_job, retention
from counter_app.schema.notices import notice
from counter_app.schema.tables import head, journal
from counter_app.store.engine import Session
from counter_app.store.old import SORTS
from counter_app.store.outbox import Reach

_TABLES: Final[tuple[Table, ...]] = tuple(
    dict.fromkeys((*dossiers.TABLES, *(sort.table for sort in SORTS), letter, print_job, notice))
)


@dataclass(eq=False)
class AtTheCentreAlone(CounterError):
    """what ended before {before} is at the centre alone: begin the period later"""

    before: date


@dataclass(frozen=True, slots=True)
class Kept:
    """What this counter keeps.

    `before` is the day before which what ended was let go of; None: nothing. `run_at` is
    when that was done last (ms UTC). `everything` tells that this machine keeps all, whatever the
    centre's setting says.
    """

    before: date | None = None
    run_at: int | None = None
    everything: bool = False


def kept(session: Session) -> Kept:
    """Return what this counter keeps."""
    columns = (retention.c.before, retention.c.run_at, retention.c.everything)
    row = session.execute(select(*columns)).one_or_none()
    return Kept() if row is None else Kept(*row)


def note(session: Session, **values: Any) -> None:
    """Change what is known of it."""
    fresh = {"one": 1, "before": None, "run_at": None, "everything": False} | values
    upsert = sqlite.insert(retention)
    session.execute(
        upsert.on_conflict_do_update(index_elements=[retention.c.one], set_=values), fresh
    )


def check_whole(session: Session, first: date) -> None:
    """Raise AtTheCentreAlone if something from `first` on may have been let go of here."""
    before = line(session)
    if before is not None and first < before:
        raise AtTheCentreAlone(before)


def line(session: Session) -> date | None:
    """Return the day before which what ended may be at the centre alone; None at the centre."""
    return kept(session).before if session.dialect.name == "sqlite" else None


def held_by_centre(session: Session, subjects: Sequence[UUID], reach: Reach) -> list[UUID]:
    """Return those of the subjects of which the centre said that it holds every entry."""
    rows = session.execute(
        select(journal.c.subject, journal.c.stream_id, journal.c.seq).where(
            journal.c.subject.in_(subjects)
        )
    )
    missing = {subject for subject, stream_id, seq in rows if not reach.holds(stream_id, seq)}
    return [subject for subject in subjects if subject not in missing]


def let_go(session: Session, subjects: Sequence[UUID]) -> int:
    """Blank what the journal says of the subjects, and drop their rows; return how many entries."""
    told = session.execute(select(notice.c.subject).where(notice.c.dossier.in_(subjects)))
    every = [*subjects, *told.scalars()]
    session.execute(
        sqlite.insert(gone).on_conflict_do_nothing(), [{"subject": subject} for subject in every]
    )
    blanked = session.execute(
        update(journal)
        .where(journal.c.subject.in_(every), journal.c.payload.is_not(None))
        .values(payload=None)
    )
    session.exec_driver_sql(
        "DELETE FROM dossier_words WHERE rowid IN (SELECT id FROM dossier WHERE subject IN "
        f"({', '.join('?' * len(every))}))",
        tuple(subject.hex for subject in every),
    )
    for table in _TABLES:
        session.execute(delete(table).where(table.c.subject.in_(every)))
    return blanked.rowcount


def heads(session: Session) -> list[tuple[UUID, int]]:
    """Return every stream and its last number."""
    rows = session.execute(select(head.c.stream_id, head.c.seq).order_by(head.c.stream_id))
    return [(stream_id, seq) for stream_id, seq in rows]


def thin_out(session: Session, stream_id: UUID, first: int, most: int, reach: Reach) -> None:
    """Leave out what was let go of among the next `most` entries of a stream from `first` on.

    The last of each run stays, without its words: the next one is chained to its hash. What
    arrived of them since is let go of with them, as far as the centre holds it.
    """
    rows = session.execute(
        select(journal.c.seq, journal.c.payload.is_(None), gone.c.subject.is_not(None))
        .join_from(journal, gone, gone.c.subject == journal.c.subject, isouter=True)
        .where(journal.c.stream_id == stream_id, journal.c.seq >= first)
        .order_by(journal.c.seq)
        .limit(most)
    ).all()
    goes = {
        seq for seq, blank, of_gone in rows if of_gone and (blank or reach.holds(stream_id, seq))
    }
    arrived = [seq for seq, blank, _ in rows if not blank and seq in goes]
    left_out = [row.seq for row, following in pairwise(rows) if {row.seq, following.seq} <= goes]
    at = (journal.c.stream_id == stream_id, journal.c.seq == bindparam("at"))
    if arrived:
        blanked = update(journal).where(*at).values(payload=None)
        session.execute(blanked, [{"at": seq} for seq in arrived])
    if left_out:
        session.execute(delete(journal).where(*at), [{"at": seq} for seq in left_out])

"""What a counter lets go of: the words of dossiers that ended long ago, which the centre keeps.

The entries stay with all their hashes, so that chains verify, heads agree and sync goes on as if
nothing had happened; only the payload goes, as it may by law, and with it the rows that follow
from it. A fold does not see an entry that is withheld, so the tables are still what the journal
says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, delete, exists, func, or_, select, update
from sqlalchemy.dialects import sqlite

from counter_app.clock import VIETNAM, to_ms
from counter_app.domain.states import FINAL
from counter_app.errors import CounterError
from counter_app.journal import dossiers
from counter_app.schema.local import print_job, retention
from counter_app.schema.notices import notice
from counter_app.schema.tables import dossier, journal
from counter_app.store.engine import Session
from counter_app.store.outbox import Reach

_CLOCK_BITS = 16


@dataclass(eq=False)
class AtTheCentreAlone(CounterError):
    """dossiers that ended before {before} are at the centre alone: begin the period later"""

    before: date


@dataclass(frozen=True, slots=True)
class Kept:
    """What this counter keeps.

    `before` is the day before which dossiers that ended were let go of; None: of none. `run_at` is
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
    if session.dialect.name != "sqlite":  # the centre lets go of nothing
        return
    before = kept(session).before
    if before is not None and first < before:
        raise AtTheCentreAlone(before)


def old_ones(session: Session, line: date, after: int, most: int) -> list[tuple[int, UUID]]:
    """Return dossiers behind row `after` that ended before `line`, by row number.

    Nothing was written about them since, by no clock; nobody waits for them or is linked to them.
    """
    found = session.execute(
        _ended_before(line).where(dossier.c.id > after).order_by(dossier.c.id).limit(most)
    )
    return [(row_id, subject) for row_id, subject in found]


def count_old(session: Session, line: date) -> int:
    """Return how many dossiers ended before `line`."""
    found: int = session.execute(
        select(func.count()).select_from(_ended_before(line).subquery())
    ).scalar_one()
    return found


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
    """Blank what the journal says of the dossiers, and drop their rows; return how many entries."""
    notices = select(notice.c.subject).where(notice.c.dossier.in_(subjects))
    of_them = or_(journal.c.subject.in_(subjects), journal.c.subject.in_(notices))
    blanked = session.execute(
        update(journal).where(of_them, journal.c.payload.is_not(None)).values(payload=None)
    )
    session.exec_driver_sql(
        "DELETE FROM dossier_words WHERE rowid IN (SELECT id FROM dossier WHERE subject IN "
        f"({', '.join('?' * len(subjects))}))",
        tuple(subject.hex for subject in subjects),
    )
    session.execute(delete(notice).where(notice.c.dossier.in_(subjects)))
    for table in (*dossiers.TABLES, print_job):
        session.execute(delete(table).where(table.c.subject.in_(subjects)))
    return blanked.rowcount


def _ended_before(line: date) -> Select[Any]:
    moment = to_ms(datetime.combine(line, time(), VIETNAM))
    part = dossier.alias("part")
    return select(dossier.c.id, dossier.c.subject).where(
        dossier.c.state.in_(sorted(FINAL)),
        ~dossier.c.conflict,
        ~dossier.c.needs_update,
        dossier.c.received_at < moment,
        ~exists().where(part.c.linked_to == dossier.c.subject),
        ~exists().where(journal.c.subject == dossier.c.subject, _written_since(moment)),
    )


def _written_since(moment: int) -> ColumnElement[bool]:
    """Tell of an entry that was written since; a clock that was set back does not hide it."""
    return or_(
        journal.c.clock >= moment << _CLOCK_BITS,
        journal.c.recorded_at >= moment,
        journal.c.occurred_at >= moment,
    )

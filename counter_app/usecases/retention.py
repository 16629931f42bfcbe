"""Letting go of what ended long ago; the centre keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from counter_app.clock import local_day
from counter_app.desk import Desk
from counter_app.errors import CounterError
from counter_app.progress import Progress
from counter_app.schema.local import installation
from counter_app.store import old, reference, retention
from counter_app.store.engine import Session
from counter_app.store.outbox import reach

_AT_ONCE = 500
_ENTRIES_AT_ONCE = 5000
_MONTH_MS = 31 * 86_400_000


@dataclass(eq=False)
class NothingSaysHowLong(CounterError):
    """the centre has no setting "retention": every counter keeps everything"""


@dataclass(eq=False)
class CentreNotHeard(CounterError):
    """the centre was not reached for a month or not in order: sync first, then let go"""


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be let go of: `dossiers` that ended before `line`, and `others` of that time."""

    line: date
    dossiers: int
    others: int


@dataclass(frozen=True, slots=True)
class LetGo:
    """What was let go of: dossiers, other subjects (slips, sheets, notes), entries of them all."""

    line: date
    dossiers: int
    others: int
    entries: int


def planned(desk: Desk) -> Plan:
    """Return what would be let go of now.

    Raises:
        NothingSaysHowLong, CentreNotHeard.
    """
    with desk.store.reading() as session:
        line = _line(session, desk.clock.now_ms())
        found = {sort: old.count(session, sort, line) for sort in old.SORTS}
        dossiers = found.pop(old.DOSSIERS)
        return Plan(line, dossiers, sum(found.values()))


def let_go_of_old(desk: Desk, progress: Progress) -> LetGo:
    """Let go of what ended before the line and the centre holds; it may be stopped anywhere.

    Raises:
        NothingSaysHowLong, CentreNotHeard, Cancelled.
    """
    with desk.store.reading() as session:
        line = _line(session, desk.clock.now_ms())
    found = let_go_before(desk, line, progress)
    with desk.store.writing() as session:
        retention.note(session, run_at=desk.clock.now_ms())
    return found


def let_go_before(desk: Desk, line: date, progress: Progress) -> LetGo:
    """Let go of what ended before `line` and the centre holds. Raises Cancelled."""
    with desk.store.writing() as session:
        before = retention.kept(session).before
        if before is None or before < line:  # said first: reports know while it goes on
            retention.note(session, before=line)
    with desk.store.reading() as session:
        windows = _windows(session)
        total = sum(old.count(session, sort, line) for sort in old.SORTS) + len(windows)
    steps = _Steps(progress, total)
    dossiers, entries = _rows(desk, old.DOSSIERS, line, steps)
    others = 0
    for sort in old.SORTS:
        if sort is not old.DOSSIERS:
            some, of_them = _rows(desk, sort, line, steps)
            others, entries = others + some, entries + of_them
    for stream_id, first in windows:
        with desk.store.writing() as session:
            held = reach(session, desk.seat.stream_id)
            # and one more: whether the last of them goes depends on the next
            retention.thin_out(session, stream_id, first, _ENTRIES_AT_ONCE + 1, held)
        steps.took(1)
    return LetGo(line, dossiers, others, entries)


@dataclass
class _Steps:
    """How far it is; what is found on the way only adds to what there is to do."""

    progress: Progress
    total: int
    done: int = 0

    def took(self, count: int) -> None:
        self.done += count
        self.total = max(self.total, self.done)
        self.progress.step(self.done, self.total, "retention")


def _rows(desk: Desk, sort: old.Sort, line: date, steps: _Steps) -> tuple[int, int]:
    """Let go of one sort; return how many subjects and entries."""
    subjects = entries = 0
    after = UUID(int=0)
    while True:
        with desk.store.writing() as session:
            some = old.subjects(session, sort, line, after, _AT_ONCE)
            if not some:
                return subjects, entries
            after = some[-1]
            held = retention.held_by_centre(session, some, reach(session, desk.seat.stream_id))
            if held:
                entries += retention.let_go(session, held)
        subjects += len(held)
        steps.took(len(some))


def _windows(session: Session) -> list[tuple[UUID, int]]:
    """Return where in which stream to begin each time, so that no officer waits for long."""
    return [
        (stream_id, first)
        for stream_id, last in retention.heads(session)
        for first in range(1, last + 1, _ENTRIES_AT_ONCE)
    ]


def is_due(desk: Desk) -> bool:
    """Tell whether a month has passed since the last time, and the centre says how long to keep."""
    now = desk.clock.now_ms()
    with desk.store.reading() as session:
        known = retention.kept(session)
        if known.everything or (known.run_at is not None and abs(now - known.run_at) < _MONTH_MS):
            return False
        try:
            _line(session, now)
        except (NothingSaysHowLong, CentreNotHeard):
            return False
    return True


def keep_everything(desk: Desk, everything: bool) -> None:
    """Let this machine keep all from now on, whatever the centre's setting says, or not."""
    with desk.store.writing() as session:
        retention.note(session, everything=everything)


def _line(session: Session, now_ms: int) -> date:
    """Return the day before which dossiers must have ended, by the centre's clock.

    This machine's own clock may be years ahead: then everything would look old.
    """
    row = session.execute(
        select(installation.c.contact_at, installation.c.skew_ms, installation.c.problem)
    ).one()
    rules = reference.settings(session, local_day(now_ms)).retention()
    if rules is None:
        raise NothingSaysHowLong
    if row.contact_at is None or row.problem or abs(now_ms - row.contact_at) > _MONTH_MS:
        raise CentreNotHeard
    return rules.line(local_day(row.contact_at - row.skew_ms))

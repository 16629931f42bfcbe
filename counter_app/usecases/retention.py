"""Letting go of dossiers that ended long ago; the centre keeps them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from counter_app.clock import local_day
from counter_app.desk import Desk
from counter_app.errors import CounterError
from counter_app.progress import Progress
from counter_app.schema.local import installation
from counter_app.store import reference, retention
from counter_app.store.engine import Session
from counter_app.store.outbox import reach

_AT_ONCE = 500
_MONTH_MS = 31 * 86_400_000


@dataclass(eq=False)
class NothingSaysHowLong(CounterError):
    """the centre has no setting "retention": every counter keeps everything"""


@dataclass(eq=False)
class CentreNotHeard(CounterError):
    """the centre was not reached for a month or not in order: sync first, then let go"""


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be let go of: `dossiers` that ended before `line`."""

    line: date
    dossiers: int


@dataclass(frozen=True, slots=True)
class LetGo:
    """What was let go of."""

    line: date
    dossiers: int
    entries: int


def planned(desk: Desk) -> Plan:
    """Return what would be let go of now.

    Raises:
        NothingSaysHowLong, CentreNotHeard.
    """
    with desk.store.reading() as session:
        line = _line(session, desk.clock.now_ms())
        return Plan(line, retention.count_old(session, line))


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
        total = retention.count_old(session, line)
    done = dossiers = entries = after = 0
    while True:
        with desk.store.writing() as session:
            some = retention.old_ones(session, line, after, _AT_ONCE)
            if not some:
                return LetGo(line, dossiers, entries)
            after = some[-1][0]
            held = retention.held_by_centre(
                session, [subject for _, subject in some], reach(session, desk.seat.stream_id)
            )
            if held:
                entries += retention.let_go(session, held)
        dossiers += len(held)
        done += len(some)
        progress.step(done, max(done, total), "retention")


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

"""One round of sync: hello, reconcile where needed, push, pull."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from counter_app.desk import Desk, Seat
from counter_app.errors import CounterError
from counter_app.journal.entries import ChainBroken
from counter_app.progress import Cancelled, Progress
from counter_app.schema.local import installation
from counter_app.store.engine import Store
from counter_app.sync import push, reconcile
from counter_app.sync.books import raise_books
from counter_app.sync.hello import Greeting, greet
from counter_app.sync.line import Line
from counter_app.sync.pull import fetch
from counter_app.sync.standing import note, seat

_ATTEMPTS = 4


@dataclass(eq=False)
class SyncUnsettled(CounterError):
    """the centre and this seat did not come to terms, whatever was tried; the next round goes on"""


@dataclass(frozen=True, slots=True)
class RoundResult:
    """What a round did.

    `seat` is the seat as it writes from now on: when `renewed`, the desk must go on with it, in
    a fresh stream. `carried` counts entries that were written again there.
    """

    pushed: int
    pulled: int
    seat: Seat
    renewed: bool = False
    carried: int = 0


def run(desk: Desk, line: Line, progress: Progress) -> RoundResult:
    """Bring this seat and the centre to the same entries.

    It may be stopped, cut or killed anywhere and started again. What went wrong is also kept for
    `status.current`.

    Raises:
        NotEnrolled, SeatSuspended, NoSpareStream, SyncUnsettled, Cancelled,
        ChainBroken, DailyLimitReached: whatever else there was to do is done.
        CentreUnreachable, CertificateInvalid, CentreRefused, CentreFailing, CentreNewer,
        CentreOlder, RouteInsecure.
    """
    try:
        result, left = _run(desk, line, progress)
    except Cancelled:
        raise
    except CounterError as error:
        _note_problem(desk.store, str(error))
        raise
    if left:
        _note_problem(desk.store, str(left[0]))
        raise left[0]
    _note_problem(desk.store, "")
    return result


def _run(desk: Desk, line: Line, progress: Progress) -> tuple[RoundResult, list[CounterError]]:
    store, clock = desk.store, desk.clock
    pushed = carried = 0
    renewed = False
    unsent: list[CounterError] = []
    for _ in range(_ATTEMPTS):
        greeting = greet(store, clock, line)
        if greeting.broken:
            if greeting.parted:
                reconcile.find_parting(store, clock, line, greeting.heads)
            reconcile.renew(store, line, greeting.broken)
            renewed = True
            continue
        carried += reconcile.settle(store, clock, line, greeting.heads)
        try:
            pushed += push.send(store, clock, line, progress)
        except push.DailyLimitReached as error:
            unsent.append(error)  # what the others wrote is fetched all the same
        except push.StreamForked:
            continue
        except push.ChainRefused as error:
            if reconcile.is_sound(store):
                raise
            reconcile.renew(store, line, str(error))
            renewed = True
            continue
        pulled, late, left = _pull(desk, line, greeting, progress)
        if late and not unsent:
            pushed += push.send(store, clock, line, progress)
        if renewed:
            with store.writing() as session:
                raise_books(session)
        mine = desk.ask(seat)
        return RoundResult(pushed, pulled, mine, renewed, carried + late), [*unsent, *left]
    raise SyncUnsettled


def _pull(
    desk: Desk, line: Line, greeting: Greeting, progress: Progress
) -> tuple[int, int, list[ChainBroken]]:
    """Fetch all streams; one that does not continue ours is settled, or else left out."""
    pulled = carried = 0
    settled: set[UUID] = set()
    broken: dict[UUID, ChainBroken] = {}
    while True:
        count, error = fetch(desk.store, line, greeting.heads, progress, broken)
        pulled += count
        if error is None:
            return pulled, carried, list(broken.values())
        if error.stream_id in settled:
            broken[error.stream_id] = error
        else:
            settled.add(error.stream_id)
            reconcile.note_fork(desk, error.stream_id)
            carried += reconcile.carry_over(desk.store, line, error.stream_id, greeting.heads)


def _note_problem(store: Store, words: str) -> None:
    """Keep what the status shows; a round that changes nothing there writes nothing."""
    with store.reading() as session:
        known = session.execute(select(installation.c.problem)).scalar()
    if known is not None and known != words:
        with store.writing() as session:
            note(session, problem=words)

"""Many dossiers at once, on one numbered list: all of them, or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select

from counter_app.clock import local
from counter_app.desk import Desk
from counter_app.domain.processing import Direction
from counter_app.errors import CounterError
from counter_app.journal.entries import new_id
from counter_app.schema.acts import hand_over
from counter_app.store.engine import Session

_SIGNS: Final = {Direction.OUT: "BG", Direction.BACK: "KQ", Direction.POST: "BC"}


@dataclass(frozen=True, slots=True)
class Refused:
    """A dossier of the list that the act does not fit, and why."""

    subject: UUID
    error: CounterError


@dataclass(eq=False)
class NothingChosen(CounterError):
    """choose at least one dossier"""


@dataclass(eq=False)
class BatchRefused(CounterError):
    """{count} dossiers of the list cannot go with it; nothing was done"""

    count: int
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """A hand-over list. `number` e.g. "BG07-261122-01": direction, seat, day, count."""

    id: UUID
    number: str
    direction: Direction
    agency_code: str
    subjects: tuple[UUID, ...]


def next_batch(
    session: Session, desk: Desk, direction: Direction, agency_code: str
) -> dict[str, Any]:
    """Return what the record of each line says of its list; the position is still to be added."""
    now = desk.clock.now_ms()
    sign = _SIGNS[direction]
    series = f"{sign}{desk.seat.number:02d}-{local(now):%y%m%d}"
    last = session.execute(
        select(func.max(hand_over.c.running)).where(hand_over.c.series == series)
    ).scalar()
    running = (last or 0) + 1
    return {
        "id": new_id(now).hex,
        "number": f"{series}-{running:02d}",
        "series": series,
        "running": running,
        "agency_code": agency_code,
        "seat_number": desk.seat.number,
    }


def each(subjects: Iterable[UUID], act: Callable[[UUID], None]) -> None:
    """Do `act` to every dossier and gather what does not fit.

    Raises:
        NothingChosen, BatchRefused.
    """
    refused = []
    count = 0
    for subject in subjects:
        count += 1
        try:
            act(subject)
        except CounterError as error:
            refused.append(Refused(subject, error))
    if refused:
        raise BatchRefused(len(refused), tuple(refused))
    if not count:
        raise NothingChosen


def once(subjects: Sequence[UUID]) -> tuple[UUID, ...]:
    """Return the subjects in their order, each once: a paper may be scanned twice."""
    return tuple(dict.fromkeys(subjects))

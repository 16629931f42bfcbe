"""Handing dossiers over to an agency, its signature, and taking a hand-over back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from counter_app.desk import Desk
from counter_app.domain.processing import Direction
from counter_app.domain.roles import Duty
from counter_app.domain.states import Act, NotAllowed
from counter_app.errors import CounterError
from counter_app.journal.dossiers.handing import ACCEPTED, HANDED_OVER, TAKEN_BACK
from counter_app.journal.dossiers.life import Life
from counter_app.schema.acts import hand_over as lines
from counter_app.store.engine import Session
from counter_app.text import composed
from counter_app.usecases.acts import NOW, When, begin, reason
from counter_app.usecases.batches import Batch, each, next_batch, once


@dataclass(eq=False)
class OtherAgency(CounterError):
    """dossier {number} belongs to agency {agency_code}"""

    number: str
    agency_code: str


@dataclass(eq=False)
class NoSuchList(CounterError):
    """no such hand-over list is known at this counter"""


@dataclass(eq=False)
class AlreadyAccepted(CounterError):
    """the agency has signed for dossier {number}; it can bring it back, but not undo it"""

    number: str


def hand_over(
    desk: Desk, subjects: Sequence[UUID], agency_code: str, note: str = "", when: When = NOW
) -> Batch:
    """Hand dossiers over to their agency on one list, all of them or none.

    Raises:
        NothingChosen.
        BatchRefused: some do not fit; each is named with its error (as `acts.begin`, OtherAgency).
    """
    chosen = once(subjects)
    with desk.store.writing() as session:
        told = next_batch(session, desk, Direction.OUT, agency_code)

        def act(subject: UUID) -> None:
            acting = begin(session, desk, subject, Duty.COUNTER, Act.HAND_OVER)
            if acting.row["agency_code"] != agency_code:
                raise OtherAgency(acting.row["number"], acting.row["agency_code"])
            line = {**told, "position": chosen.index(subject) + 1}
            acting.write(HANDED_OVER, {"batch": line, "note": composed(note)}, when)

        each(chosen, act)
        return Batch(UUID(told["id"]), told["number"], Direction.OUT, agency_code, chosen)


def accept(desk: Desk, batch: UUID, receiver: str = "", when: When = NOW) -> int:
    """Note that the agency signed the list; return for how many dossiers.

    Dossiers that went on meanwhile are passed over: their hand-over is past doubt.

    Raises:
        NoSuchList; as `acts.begin` but NotAllowed.
    """
    with desk.store.writing() as session:
        accepted = 0
        for subject, _ in _standing_lines(session, batch):
            try:
                acting = begin(session, desk, subject, Duty.COUNTER, Act.ACCEPT)
            except NotAllowed:
                continue
            acting.write(ACCEPTED, {"batch": batch.hex, "receiver": composed(receiver)}, when)
            accepted += 1
        return accepted


def take_back(desk: Desk, batch: UUID, because: str, subjects: Sequence[UUID] | None = None) -> int:
    """Undo a hand-over the agency has not signed for; return for how many dossiers.

    Args:
        subjects: the dossiers to take off the list; None for all of it.

    Raises:
        NoSuchList, ReasonMissing.
        BatchRefused: some cannot be taken back (AlreadyAccepted, or as `acts.begin`).
    """
    with desk.store.writing() as session:
        entries = dict(_standing_lines(session, batch))
        chosen = tuple(entries) if subjects is None else once(subjects)
        told = reason(because)

        def act(subject: UUID) -> None:
            acting = begin(session, desk, subject, Duty.COUNTER)
            entry = entries.get(subject)
            if entry is None:
                raise NoSuchList
            if acting.row["last_act"] != entry:
                raise _too_late(acting.life)
            acting.write(TAKEN_BACK, {"undoes": entry.hex, "reason": told})

        each(chosen, act)
        return len(chosen)


def _too_late(life: Life) -> CounterError:
    if life.row["accepted_at"] is not None:
        return AlreadyAccepted(life.row["number"])
    return NotAllowed(life.state, Act.HAND_OVER)


def _standing_lines(session: Session, batch: UUID) -> list[tuple[UUID, UUID]]:
    rows = session.execute(
        select(lines.c.subject, lines.c.entry_id)
        .where(lines.c.batch == batch, lines.c.undone_at.is_(None))
        .order_by(lines.c.position)
    )
    found = [(subject, entry) for subject, entry in rows]
    if not found:
        raise NoSuchList
    return found

"""Closing the day: proof that the centre holds all of it, with a receipt code to print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import func, select

from counter_app.clock import VIETNAM, to_ms
from counter_app.desk import Desk, Officer, Seat
from counter_app.domain import roles
from counter_app.domain.roles import Duty
from counter_app.errors import CounterError
from counter_app.journal.append import Author, append
from counter_app.journal.streams import is_centres
from counter_app.progress import Progress
from counter_app.schema.tables import journal
from counter_app.store.day_proofs import CLOSED, proof_subject
from counter_app.store.engine import Session
from counter_app.store.retention import check_whole
from counter_app.sync import answers, push
from counter_app.sync.line import Line
from counter_app.sync.round import run
from counter_app.sync.standing import head_of, heads

_COUNTERSIGNED = 8
_LOOKED_BACK = 10_000
"""Entries among which a day's first is looked for: more than a seat writes in a day."""


@dataclass(eq=False)
class ProofDiffers(CounterError):
    """the centre does not hold the same as this seat for {day}: {what}"""

    day: date
    what: str


@dataclass(frozen=True, slots=True)
class DayProof:
    """The centre's word that it holds everything this seat wrote up to `seq`.

    `counts` are the day's entries by kind, the same at both sides. `code` is printed; the centre
    can tell from it what it stood for. `given_at` is the centre's clock, ms UTC. `seat` is the seat
    as it writes from now on.
    """

    day: date
    seat: Seat
    seq: int
    hash: bytes
    counts: Mapping[str, int]
    code: str
    given_at: int

    @property
    def subject(self) -> UUID:
        """The subject of its entry, of which the proof is printed."""
        return proof_subject(self.seat.stream_id, self.day)


def close_day(desk: Desk, line: Line, day: date, progress: Progress) -> DayProof:
    """Send all there is, compare counts and hash with the centre, and record the closing.

    May be repeated; more work after it only means that a later closing replaces it.

    Args:
        day: a calendar day in Vietnam.

    Raises:
        AtTheCentreAlone: something of the day may have been let go of here.
        NobodySignedIn, OfficerDisabled, NotAllowedFor, ProofDiffers, and what a round raises.
    """
    desk.ask(check_whole, day)
    officer = desk.ask(desk.acting_in)
    roles.check(officer.login, officer.roles, Duty.SERVE)
    desk = replace(desk, seat=run(desk, line, progress).seat)
    with desk.store.reading() as session:
        last = head_of(session, desk.seat.stream_id)
        first, counts = _counted(session, desk.seat.stream_id, day, last.seq)
    answer = line.ask(
        "close_day",
        {
            "stream": str(desk.seat.stream_id),
            "day": day.isoformat(),
            "first": first,
            "seq": last.seq,
            "hash": last.hash.hex(),
            "counts": counts,
        },
    )
    if answers.status_of(answer) != "ok":
        raise ProofDiffers(day, str(answer.get("counts", "hash"))[:500])
    told = answers.read(answers.Closed, answer)
    proof = DayProof(
        day=day,
        seat=desk.seat,
        seq=last.seq,
        hash=last.hash,
        counts=counts,
        code=told.code,
        given_at=told.given_at,
    )
    _record(desk, officer, proof)
    push.send(desk.store, desk.clock, line, progress)
    return proof


def _counted(session: Session, stream_id: UUID, day: date, last: int) -> tuple[int, dict[str, int]]:
    """Return the number of the day's first entry, and the entries from there on by kind."""
    start = to_ms(datetime.combine(day, time(), VIETNAM))
    end = to_ms(datetime.combine(day + timedelta(days=1), time(), VIETNAM))
    newest = (
        select(journal.c.seq, journal.c.recorded_at)
        .where(journal.c.stream_id == stream_id, journal.c.seq <= last)
        .order_by(journal.c.seq.desc())
        .limit(_LOOKED_BACK)
        .subquery()
    )
    first = session.execute(
        select(func.min(newest.c.seq)).where(
            newest.c.recorded_at >= start, newest.c.recorded_at < end
        )
    ).scalar()
    if first is None:
        return last + 1, {}
    rows = session.execute(
        select(journal.c.kind, func.count())
        .where(journal.c.stream_id == stream_id, journal.c.seq.between(first, last))
        .group_by(journal.c.kind)
    )
    return first, {row.kind: row[1] for row in rows}


def _countersigned(session: Session, own: UUID) -> dict[str, tuple[int, str]]:
    """Return the heads this seat vouches for: the centre's streams and the next few after its own.

    With all seats in a ring of their ids, each stream is vouched for by several others. Whoever
    writes one anew would have to write theirs anew as well, and they hold their own.
    """
    others = sorted(heads(session).items(), key=lambda held: (held[0] < own, held[0]))
    seats = [held for held in others if held[0] != own and not is_centres(held[0])]
    centres = [held for held in others if is_centres(held[0])]
    vouched = [*centres, *seats[:_COUNTERSIGNED]]
    return {stream_id.hex: (last.seq, last.hash.hex()) for stream_id, last in vouched}


def _record(desk: Desk, officer: Officer, proof: DayProof) -> None:
    with desk.store.reading() as session:
        seen = _countersigned(session, proof.seat.stream_id)
    record = {
        "stream": proof.seat.stream_id.hex,
        "seat_number": proof.seat.number,
        "day": proof.day.isoformat(),
        "seq": proof.seq,
        "hash": proof.hash.hex(),
        "code": proof.code,
        "counts": dict(proof.counts),
        "given_at": proof.given_at,
        "seen": seen,
    }
    author = Author(proof.seat.stream_id, officer.login, desk.clock.now_ms())
    with desk.store.writing() as session:
        append(session, author, CLOSED, proof.subject, record)

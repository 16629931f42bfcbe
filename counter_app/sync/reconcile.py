"""When both sides do not hold the same: forks, copies, lost disks, a side that went back in time.

One rule settles all of it. What only we hold of a stream that cannot be continued is written again
at the end of our own stream, with the same `entry_id`s: the acts stay the same, and tables take
each once. The officer is never asked and never waits; the centre is told and raises an alarm.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from counter_app.clock import Clock
from counter_app.desk import Desk
from counter_app.errors import CounterError
from counter_app.journal.arrivals import project_arrivals
from counter_app.journal.entries import ChainBroken, Entry, hash_of, payload_hash, verify
from counter_app.journal.projection import entries_of
from counter_app.schema.local import behind, serial
from counter_app.schema.tables import head, journal
from counter_app.store.engine import Session, Store
from counter_app.sync import answers, wire
from counter_app.sync.books import BOOK
from counter_app.sync.hello import SeatSuspended, acknowledge
from counter_app.sync.line import Line
from counter_app.sync.standing import (
    NOTHING,
    Head,
    Standing,
    agrees,
    hash_at,
    head_of,
    heads,
    nearest,
    note,
    standing,
)

PATIENCE_MS = 86_400_000
"""How long another seat has to bring back by itself what the centre lost of its stream."""

_MOST_SPARES = 8
_SUBJECTS_AT_ONCE = 500


@dataclass(eq=False)
class NoSpareStream(CounterError):
    """the centre has no spare stream ready for seat {seat_number}; its administrator must act"""

    seat_number: int


def find_parting(store: Store, clock: Clock, line: Line, centres: Mapping[UUID, Head]) -> None:
    """Take note how far our own stream and the centre's hold the same."""
    with store.reading() as session:
        own = standing(session).stream_id
    common = _common(store, line, own, centres.get(own, NOTHING))
    with store.writing() as session:
        link = hash_at(session, own, common)
        assert link is not None
        acknowledge(session, own, Head(common, link), clock.now_ms())


def renew(store: Store, line: Line, reason: str) -> None:
    """Go on in a fresh stream with fresh number ranges; `settle` carries the rest over.

    Safe to repeat: the request's token is kept until it is answered.

    Raises:
        SeatSuspended, NoSpareStream, AnswerUnusable, and what the line raises.
    """
    with store.reading() as session:
        seat_number = standing(session).seat_number
    for _ in range(_MOST_SPARES):
        with store.writing() as session:
            own = standing(session)
            token = own.renewal or uuid4()
            note(session, renewal=token)
        told = _asked_for_another(line, own, token, reason)
        with store.writing() as session:
            if head_of(session, told.stream) == NOTHING:
                move_to(session, told.stream, told.nonce)
                return
            # A centre restored from a copy gives out again what was opened since, and somebody
            # has written in it: there is another.
            note(session, renewal=None)
    raise NoSpareStream(seat_number)


def _asked_for_another(line: Line, own: Standing, token: UUID, reason: str) -> answers.Opened:
    answer = line.ask(
        "renew", {"stream": str(own.stream_id), "token": str(token), "reason": reason}
    )
    status = answers.status_of(answer)
    if status == "suspended":
        raise SeatSuspended
    if status != "ok":
        raise NoSpareStream(own.seat_number)
    return answers.read(answers.Opened, answer)


def move_to(session: Session, stream_id: UUID, nonce: UUID) -> None:
    """Write into `stream_id` from now on; what the former stream has unsent is settled next.

    Raises:
        AnswerUnusable: it is no fresh stream.
    """
    own = standing(session)
    if own.stream_id != stream_id:
        if head_of(session, stream_id) != NOTHING:
            raise answers.AnswerUnusable("a stream that somebody wrote already")
        note_behind(session, own.stream_id, own.acked.seq, 0)
        # The new stream has number ranges of its own, from which nothing was given yet.
        session.execute(delete(serial).where(~serial.c.series.startswith(BOOK)))
    note(
        session,
        stream_id=stream_id,
        nonce=nonce,
        attempt=uuid4(),
        renewal=None,
        acked_seq=NOTHING.seq,
        acked_hash=NOTHING.hash,
        proved_seq=NOTHING.seq,
    )


def settle(store: Store, clock: Clock, line: Line, centres: Mapping[UUID, Head]) -> int:
    """Carry over what only we hold of streams that nobody continues; return how many entries.

    Another seat's stream that the centre holds less of is that seat's to send again; only after
    a day do we step in.
    """
    now_ms = clock.now_ms()
    with store.reading() as session:
        held = heads(session)
        own = standing(session).stream_id
        noted = {row.stream_id: (row.seq, row.since) for row in session.execute(select(behind))}
        forked = _forked(session, held, centres) - {own}
        lagging = {
            stream_id
            for stream_id, mine in held.items()
            if stream_id != own and mine.seq > centres.get(stream_id, NOTHING).seq
        }
    former = {stream_id for stream_id, (_, since) in noted.items() if since == 0}
    forked |= {one for one in former & held.keys() if _outgrown(line, one, held[one], centres)}
    # each seat waits a different while, so that not all of them bring back the same
    patience = PATIENCE_MS + int.from_bytes(own.bytes[:4]) % PATIENCE_MS
    # noted by a clock that was ahead and is set back: the wait begins now, not in years
    since = {stream_id: min(first_seen, now_ms) for stream_id, (_, first_seen) in noted.items()}
    due = {one for one in lagging if one in since and since[one] + patience <= now_ms}
    wanted = {
        one: (0 if one in forked else _both_hold(one, held, centres), since.get(one, now_ms))
        for one in lagging | forked | former  # a stream of our own is kept in sight for ever
    }
    # what the centre had not and is longer there now may go on from something else: fetching tells
    wanted |= {
        one: (seq, since[one])
        for one, (seq, _) in noted.items()
        if one not in wanted and held.get(one, NOTHING).seq < centres.get(one, NOTHING).seq
    }
    # noted before anything is sent: a line that breaks now must not leave it looking whole
    if wanted != noted:
        with store.writing() as session:
            session.execute(delete(behind))
            for one, (seq, first_seen) in wanted.items():
                note_behind(session, one, seq, first_seen)
    return sum(carry_over(store, line, one, centres) for one in sorted(forked | due))


def _forked(session: Session, held: Mapping[UUID, Head], centres: Mapping[UUID, Head]) -> set[UUID]:
    """Return the streams in which the centre has other entries, as far as our own tell."""
    return {
        stream_id
        for stream_id, mine in held.items()
        if mine.seq >= (theirs := centres.get(stream_id, NOTHING)).seq
        and mine != theirs
        and not agrees(session, stream_id, theirs)
    }


def _both_hold(stream_id: UUID, held: Mapping[UUID, Head], centres: Mapping[UUID, Head]) -> int:
    """Return up to where both sides hold a stream that is not forked.

    Not what the centre holds beyond ours: an act that is still written into a former stream of
    our own, by an officer who was in the middle of it, would look as if it had been sent.
    """
    return min(held.get(stream_id, NOTHING).seq, centres.get(stream_id, NOTHING).seq)


def _outgrown(line: Line, stream_id: UUID, mine: Head, centres: Mapping[UUID, Head]) -> bool:
    """Tell whether the centre has more of the stream, and it does not continue ours."""
    if mine.seq >= centres.get(stream_id, NOTHING).seq:
        return False
    with line.connection() as connection:
        return wire.hashes(connection, stream_id, [mine.seq]) != [mine.hash]


def carry_over(store: Store, line: Line, stream_id: UUID, centres: Mapping[UUID, Head]) -> int:
    """Write what we hold of `stream_id` beyond what the centre holds too at the end of our own.

    Returns:
        how many entries were written again; copies the centre already has are only dropped.
    """
    common = _common(store, line, stream_id, centres.get(stream_id, NOTHING))
    with store.writing() as session:
        own = standing(session).stream_id
        tail = _after(session, stream_id, common)
        session.execute(update(behind).where(behind.c.stream_id == stream_id).values(seq=common))
        if not tail:
            return 0
        session.execute(
            delete(journal).where(journal.c.stream_id == stream_id, journal.c.seq > common)
        )
        _cut_head(session, stream_id, common)
        lost = [entry for entry in tail if not _known(session, entry, centres)]
        again = _rewritten(lost, own, head_of(session, own))
        wire_in(session, again)
        _refold(session, {entry.subject for entry in tail})
    return len(again)


def wire_in(session: Session, entries: Sequence[Entry]) -> None:
    """Write entries at the end of their stream."""
    if not entries:
        return
    wire.store(session, entries)
    last = entries[-1]
    newest = max(entry.clock for entry in entries)
    values = {"seq": last.seq, "hash": last.hash}
    session.execute(
        insert(head)
        .values(stream_id=last.stream_id, clock=newest, **values)
        .on_conflict_do_update(
            index_elements=[head.c.stream_id],
            set_={**values, "clock": func.max(head.c.clock, newest)},
        )
    )


def note_behind(session: Session, stream_id: UUID, seq: int, since: int) -> None:
    """Take note that the centre holds the stream up to `seq` only, since `since` (ms UTC)."""
    session.execute(
        insert(behind)
        .values(stream_id=stream_id, seq=seq, since=since)
        .on_conflict_do_update(index_elements=[behind.c.stream_id], set_={"seq": seq})
    )


def note_fork(desk: Desk, stream_id: UUID) -> None:
    """Take note that the centre may hold nothing of what we hold of the stream, until it is asked.

    The line may break before the answer; until then nothing of it must look as if it had arrived.
    """
    with desk.store.writing() as session:
        note_behind(session, stream_id, NOTHING.seq, desk.clock.now_ms())


def is_sound(store: Store) -> bool:
    """Tell whether our own stream verifies beyond what the centre holds of it."""
    with store.reading() as session:
        own = standing(session)
        unsent = _after(session, own.stream_id, own.acked.seq)
    try:
        verify(unsent, own.acked.seq, own.acked.hash)
    except ChainBroken:
        return False
    return True


def _refold(session: Session, subjects: Iterable[UUID]) -> None:
    waiting = list(subjects)
    for start in range(0, len(waiting), _SUBJECTS_AT_ONCE):
        held = entries_of(session, waiting[start : start + _SUBJECTS_AT_ONCE])
        project_arrivals(session, [entry for entries in held.values() for entry in entries])


def _common(store: Store, line: Line, stream_id: UUID, theirs: Head) -> int:
    """Return the last number we hold up to which both sides agree about the stream.

    A hash covers all before it, so the sides agree up to a point and never again after it.
    """
    with store.reading() as session:
        if agrees(session, stream_id, theirs):
            return theirs.seq
        low, high = 0, min(head_of(session, stream_id).seq, theirs.seq)
        while (at := nearest(session, stream_id, low, (low + high + 1) // 2, high)) is not None:
            with line.connection() as connection, answers.understood("hashes"):
                (link,) = wire.hashes(connection, stream_id, [at])
            if link == hash_at(session, stream_id, at):
                low = at
            else:
                high = at - 1
    return low


def _after(session: Session, stream_id: UUID, seq: int) -> list[Entry]:
    rows = session.execute(
        select(journal)
        .where(journal.c.stream_id == stream_id, journal.c.seq > seq)
        .order_by(journal.c.seq)
    )
    return [Entry._make(row) for row in rows]


def _cut_head(session: Session, stream_id: UUID, seq: int) -> None:
    if seq == 0:
        session.execute(delete(head).where(head.c.stream_id == stream_id))
        return
    link = hash_at(session, stream_id, seq)
    session.execute(update(head).where(head.c.stream_id == stream_id).values(seq=seq, hash=link))


def _known(session: Session, entry: Entry, centres: Mapping[UUID, Head]) -> bool:
    """Tell whether the centre holds the same act in another stream."""
    copies = session.execute(
        select(journal.c.stream_id, journal.c.seq).where(
            journal.c.subject == entry.subject, journal.c.entry_id == entry.entry_id
        )
    )
    return any(seq <= centres.get(stream_id, NOTHING).seq for stream_id, seq in copies)


def _rewritten(entries: Sequence[Entry], stream_id: UUID, last: Head) -> list[Entry]:
    """Return the same acts as entries of `stream_id` after `last`.

    A payload that no longer fits its hash was damaged on disk; what is left of it is all there is,
    and it is sent under its own hash, so that it cannot hold up the rest.
    """
    again = []
    seq, link = last
    for entry in entries:
        seq += 1
        digest = entry.payload_hash if entry.payload is None else payload_hash(entry.payload)
        moved = entry._replace(stream_id=stream_id, seq=seq, payload_hash=digest)
        link = hash_of(moved, link)
        again.append(moved._replace(hash=link))
    return again

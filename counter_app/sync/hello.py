"""The first message of every round: who we are, what both sides hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select, update

from counter_app import __version__
from counter_app.clock import Clock
from counter_app.errors import CounterError
from counter_app.postgres import CentreNewer, CentreOlder
from counter_app.schema.centre import PROTOCOL_MAX, PROTOCOL_MIN
from counter_app.schema.local import behind
from counter_app.store.engine import Session, Store
from counter_app.sync import answers
from counter_app.sync.line import Line
from counter_app.sync.standing import (
    NOTHING,
    Head,
    Standing,
    agrees,
    head_of,
    note,
    standing,
)


@dataclass(eq=False)
class SeatSuspended(CounterError):
    """the centre gave out a new code for this seat: enter it here, or ask the administrator"""


@dataclass(eq=False)
class OtherCentre(CounterError):
    """this file belongs to another centre; a new seat starts with an empty folder"""


@dataclass(frozen=True)
class Greeting:
    """What the centre answered.

    `heads` are the centre's, and they are the truth, also when they went backwards. `broken` says
    in words why our own stream cannot be continued; empty when it can. `parted` tells that both
    sides hold other entries in it, from some number on.
    """

    heads: Mapping[UUID, Head]
    broken: str = ""
    parted: bool = False


_BROKEN = {
    "stale": "another copy of this file has written here",
    "sealed": "the seat was given to another machine",
    "unknown": "the centre does not know it",
}

_TALKING = ("ok", "stale")
"""Answers after which the centre says more of our stream."""


def greet(store: Store, clock: Clock, line: Line) -> Greeting:
    """Say hello, and take note of what the centre holds of our stream.

    Raises:
        NotEnrolled, SeatSuspended, OtherCentre, CentreNewer, CentreOlder, AnswerUnusable, and what
        the line raises.
    """
    with store.reading() as session:
        before = standing(session)
        unsent = head_of(session, before.stream_id).seq - before.acked.seq
    asked_at = clock.now_ms()
    answer = line.ask("hello", _message(before, unsent, asked_at))
    answered_at = clock.now_ms()
    check_protocol(answer)
    if answers.status_of(answer) == "suspended":
        raise SeatSuspended
    told, centres = answers.read(answers.Hello, answer), answers.heads(answer)
    if told.centre != before.centre_id:
        raise OtherCentre
    if told.status != "ok" and told.status not in _BROKEN:
        raise answers.AnswerUnusable("status")
    broken = _BROKEN.get(told.status, "")
    with store.writing() as session:
        note(
            session,
            contact_at=answered_at,
            skew_ms=(asked_at + answered_at) // 2 - told.now,
            centre_stream=told.centre_stream,
            epoch=told.epoch,
            **({} if broken else {"nonce": told.nonce, "attempt": uuid4()}),
        )
        theirs = centres.get(before.stream_id, NOTHING)
        parted = not agrees(session, before.stream_id, theirs)
        if parted:  # from where on is asked next, over a line that may break
            note(session, acked_seq=NOTHING.seq, acked_hash=NOTHING.hash)
            broken = broken or _difference(session, before, theirs)
        else:
            acknowledge(session, before.stream_id, theirs, answered_at)
        doubtful = bool(broken) or told.epoch != before.epoch
        _lower_former(session, centres, doubtful=doubtful)
    return Greeting(centres, broken, parted and told.status in _TALKING)


def check_protocol(answer: Mapping[str, Any]) -> None:
    """Raise CentreNewer or CentreOlder when the centre speaks none of our versions.

    Raises:
        AnswerUnusable.
    """
    if answers.status_of(answer) != "protocol":
        return
    theirs = answers.read(answers.Protocols, answer)
    if theirs.protocol_min > PROTOCOL_MAX:
        raise CentreNewer(theirs.protocol_min, PROTOCOL_MAX)
    raise CentreOlder(theirs.protocol_max, PROTOCOL_MIN)


def acknowledge(session: Session, stream_id: UUID, theirs: Head, now_ms: int) -> None:
    """Take note that the centre holds our stream up to `theirs`, which has our own hash."""
    whole = head_of(session, stream_id).seq == theirs.seq
    proved = {"proved_at": now_ms, "proved_seq": theirs.seq} if whole else {}
    note(session, acked_seq=theirs.seq, acked_hash=theirs.hash, **proved)


def _lower_former(session: Session, centres: Mapping[UUID, Head], *, doubtful: bool) -> None:
    """Take note where the centre holds less of our former streams than it did, or may.

    Settling them comes later in the round, and may not be reached: until then nothing of a stream
    in which the centre has other entries must look as if it had arrived. Whether one that is longer
    there goes on from ours is doubtful as soon as the centre was restored, or our own stream cannot
    be continued, which may come of a restore that nobody has noticed.
    """
    former = session.execute(select(behind).where(behind.c.since == 0)).all()
    for row in former:
        theirs = centres.get(row.stream_id, NOTHING)
        if theirs.seq > head_of(session, row.stream_id).seq:
            held = NOTHING.seq if doubtful else row.seq
        else:
            held = theirs.seq if agrees(session, row.stream_id, theirs) else NOTHING.seq
        if held < row.seq:
            mark = update(behind).where(behind.c.stream_id == row.stream_id)
            session.execute(mark.values(seq=held))


def _message(own: Standing, unsent: int, now_ms: int) -> dict[str, Any]:
    return {
        "stream": str(own.stream_id),
        "seat": own.seat_number,
        "protocol_min": PROTOCOL_MIN,
        "protocol_max": PROTOCOL_MAX,
        "version": __version__,
        "now": now_ms,
        "nonce": str(own.nonce),
        "attempt": str(own.attempt),
        "acked": own.acked.seq,
        "epoch": own.epoch,
        "unsent": max(0, unsent),
    }


def _difference(session: Session, own: Standing, theirs: Head) -> str:
    if theirs.seq > head_of(session, own.stream_id).seq:
        return "the centre has more of it than this machine"
    return "the centre has other entries in it"

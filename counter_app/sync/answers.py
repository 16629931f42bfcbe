"""What a centre answers, read with care: it may be another program, or in wrong hands.

Nothing of an answer is believed for its form alone. What does not read as it should is refused as a
whole, before anything is written.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, ClassVar, Final, TypeVar
from uuid import UUID

from counter_app.errors import CounterError
from counter_app.journal.entries import LAST_MOMENT
from counter_app.journal.streams import is_centres
from counter_app.records import from_record
from counter_app.sync.standing import NOTHING, Head

T = TypeVar("T")

MOST_STREAMS: Final = 100_000
_HIGHEST_SEQ: Final = 1 << 53
_HASH_BYTES: Final = 32
_CODE: Final = re.compile(r"[0-9A-Z-]{1,32}")
_ODD: Final = (
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)


@dataclass(eq=False)
class AnswerUnusable(CounterError):
    """the centre answers what this program cannot read ({what}); nothing of it was taken"""

    temporary: ClassVar[bool] = True
    what: str


@dataclass(frozen=True, slots=True)
class Hello:
    """The answer to a hello. `now` is the centre's clock, ms UTC; `nonce` for the next hello."""

    status: str
    centre: UUID
    centre_stream: UUID
    epoch: int
    now: int
    nonce: UUID | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A stream that the centre opened for a seat."""

    stream: UUID
    seat: int
    nonce: UUID


@dataclass(frozen=True, slots=True)
class Enrolled:
    """The answer to an enrolment."""

    stream: UUID
    seat: int
    nonce: UUID
    centre: UUID
    centre_stream: UUID
    epoch: int


@dataclass(frozen=True, slots=True)
class Closed:
    """The answer to a close of day; `given_at` is the centre's clock, ms UTC."""

    code: str
    given_at: int


@dataclass(frozen=True, slots=True)
class Protocols:
    """The versions of the protocol that a centre speaks."""

    protocol_min: int
    protocol_max: int


@contextmanager
def understood(what: str) -> Iterator[None]:
    """Turn what reading an answer raises into AnswerUnusable."""
    try:
        yield
    except _ODD as error:
        raise AnswerUnusable(what) from error


def status_of(answer: Mapping[str, Any]) -> str:
    """Return the word that says how an answer is meant. Raises AnswerUnusable."""
    status = answer.get("status")
    if not isinstance(status, str):
        raise AnswerUnusable("status")
    return status


def read(kind: type[T], answer: Mapping[str, Any]) -> T:
    """Return the answer as a `kind`; a moment or a number beyond reason is refused.

    Raises:
        AnswerUnusable.
    """
    with understood(kind.__name__.lower()):
        value = from_record(kind, dict(answer))
        _check(value)
    return value


def heads(answer: Mapping[str, Any]) -> dict[UUID, Head]:
    """Return the centre's heads of all streams. Raises AnswerUnusable."""
    with understood("heads"):
        told: Mapping[str, Any] = answer["heads"]
        if len(told) > MOST_STREAMS:
            raise ValueError(len(told))
        return {UUID(key): _head(*value) for key, value in told.items()}


def head(seq: object, link: object) -> Head:
    """Return a head that the centre named. Raises AnswerUnusable."""
    with understood("head"):
        return NOTHING if (seq, link) == NOTHING else _sound(seq, link)


def _head(seq: object, link: str) -> Head:
    return _sound(seq, bytes.fromhex(link))


def _sound(seq: object, link: object) -> Head:
    if type(seq) is not int or not 0 < seq <= _HIGHEST_SEQ:
        raise ValueError(seq)
    if not isinstance(link, bytes) or len(link) != _HASH_BYTES:
        raise ValueError(link)
    return Head(seq, link)


def _check(value: object) -> None:
    match value:
        case Hello():
            _within(value.now, LAST_MOMENT)
            _within(value.epoch, _HIGHEST_SEQ)
            _known_as_centre(value.centre_stream)
            if value.status == "ok" and value.nonce is None:
                raise ValueError("nonce")
        case Opened():
            _of_a_seat(value.stream)
        case Enrolled():
            _of_a_seat(value.stream)
            _known_as_centre(value.centre_stream)
            _within(value.epoch, _HIGHEST_SEQ)
        case Closed():
            _within(value.given_at, LAST_MOMENT)
            if not _CODE.fullmatch(value.code):
                raise ValueError(value.code)  # it is printed, and names a file


def _within(number: int, most: int) -> None:
    if not 0 <= number <= most:
        raise ValueError(number)


def _of_a_seat(stream_id: UUID) -> None:
    if is_centres(stream_id):
        raise ValueError(stream_id)


def _known_as_centre(stream_id: UUID) -> None:
    if not is_centres(stream_id):
        raise ValueError(stream_id)

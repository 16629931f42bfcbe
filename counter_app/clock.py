"""The time, as data: the application never asks the operating system directly."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Protocol

VIETNAM = timezone(timedelta(hours=7), "+07")
"""Asia/Ho_Chi_Minh: +07:00 all year, without daylight saving since 1975."""

_FIRST_DAY = date(1970, 1, 1).toordinal()
_DAY_MS = 86_400_000
_AHEAD_MS = 7 * 3_600_000


class Clock(Protocol):
    """Where the present moment comes from."""

    def now_ms(self) -> int:
        """Return milliseconds since 1970-01-01 UTC."""
        ...

    def running_ms(self) -> int:
        """Return milliseconds of a clock that nobody sets: since the machine was started."""
        ...


@dataclass(frozen=True)
class SystemClock:
    """The machine's own clock."""

    def now_ms(self) -> int:
        return time.time_ns() // 1_000_000

    def running_ms(self) -> int:
        return time.monotonic_ns() // 1_000_000


@dataclass
class SetClock:
    """A clock that tests and demonstrations turn by hand.

    `advance` lets time pass; `set` only turns the hands, as somebody at the machine could.
    """

    ms: int
    running: int = 1_000_000

    @classmethod
    def at(cls, moment: datetime) -> SetClock:
        return cls(to_ms(moment))

    def now_ms(self) -> int:
        return self.ms

    def running_ms(self) -> int:
        return self.running

    def set(self, moment: datetime) -> None:
        self.ms = to_ms(moment)

    def advance(self, step: timedelta) -> None:
        passed = int(step / timedelta(milliseconds=1))
        self.ms += passed
        self.running += passed


def to_ms(moment: datetime) -> int:
    """Return an aware datetime as milliseconds since 1970-01-01 UTC."""
    return int((moment - datetime(1970, 1, 1, tzinfo=UTC)) / timedelta(milliseconds=1))


def local(ms: int) -> datetime:
    """Return the instant as an aware datetime in Vietnam."""
    return datetime.fromtimestamp(ms / 1000, VIETNAM)


def local_day(ms: int) -> date:
    """Return the calendar day of the instant in Vietnam."""
    return date.fromordinal(_FIRST_DAY + (ms + _AHEAD_MS) // _DAY_MS)

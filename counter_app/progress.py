"""How long work tells how far it is, and how it is stopped."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from counter_app.errors import CounterError


@dataclass(eq=False)
class Cancelled(CounterError):
    """stopped on request; what was finished before stays"""


class Progress(Protocol):
    """Told after each step of long work."""

    def step(self, done: int, total: int, doing: str = "") -> None:
        """Report `done` of `total` steps (total 0: unknown). Raises Cancelled after a cancel."""
        ...


@dataclass
class Silent:
    """Progress nobody watches."""

    def step(self, done: int, total: int, doing: str = "") -> None:
        """Take no note."""


@dataclass
class Recorded:
    """Progress kept for tests, and cancelled after a chosen number of steps."""

    cancel_after: int | None = None
    steps: list[tuple[int, int, str]] = field(default_factory=list)

    def step(self, done: int, total: int, doing: str = "") -> None:
        self.steps.append((done, total, doing))
        if self.cancel_after is not None and len(self.steps) >= self.cancel_after:
            raise Cancelled

"""When the next round is due: soon after an act, now and then by itself, later after failures.

A pure state machine: the window's timer asks it, and starts rounds off its thread.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field

IDLE_SECONDS = 8.0
"""Between rounds while nothing happens here: how old the others' acts may look."""

GATHER_SECONDS = 1.5
"""After an act: several acts in a row go together."""

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 60.0
_MOST_DOUBLINGS = 10


@dataclass
class Background:
    """Decides when a round is due. Seconds are of a clock that never goes back.

    Failures of the line lengthen the pause up to a minute and never use up tries; the pause is
    drawn evenly below its bound, so that all seats do not come back in the same moment.
    """

    now: Callable[[], float] = time.monotonic
    draw: Callable[[], float] = random.random
    failures: int = 0
    running: bool = False
    _due_at: float = field(default=0.0)

    def due(self) -> bool:
        """Tell whether a round should be started now."""
        return not self.running and self.now() >= self._due_at

    @property
    def next_delay(self) -> float:
        """Seconds until a round is due; 0 when it is."""
        return max(0.0, self._due_at - self.now())

    def acted(self) -> None:
        """Take note that the officer wrote something; a broken line is not tried sooner for it."""
        if not self.failures:
            self._due_at = min(self._due_at, self.now() + GATHER_SECONDS)

    def wanted(self) -> None:
        """Take note that somebody asks for a round now."""
        self._due_at = self.now()

    def started(self) -> None:
        """Take note that a round runs."""
        self.running = True
        self._due_at = self.now() + IDLE_SECONDS

    def succeeded(self) -> None:
        """Take note that the round came to its end; acts during it make the next one due soon."""
        self.running = False
        self.failures = 0
        self._due_at = min(self._due_at, self.now() + IDLE_SECONDS)

    def failed(self) -> None:
        """Take note that the round failed."""
        self.running = False
        bound = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(self.failures, _MOST_DOUBLINGS))
        self.failures += 1
        self._due_at = self.now() + self.draw() * bound

"""A line to the centre that breaks at a chosen message, before or after the centre did its work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import psycopg

from counter_app.sync.line import Line

if TYPE_CHECKING:
    from tests.faults.stage import Lines


@dataclass
class Plan:
    """What happens at one message of a round.

    `at` counts messages from 0. The line is cut there: `answered` tells whether the centre did its
    work before. `meanwhile` is done first, as something that happens between two messages.
    """

    at: int
    cut: bool = False
    answered: bool = False
    meanwhile: Callable[[], None] | None = None


class PlannedLine(Line):
    """A line with a plan; without one it works."""

    lines: ClassVar[Lines]
    plan: Plan | None = None
    count = 0

    def planned(self, plan: Plan | None) -> None:
        """Break as `plan` says, counted from the next message on."""
        self.plan, self.count = plan, 0

    @contextmanager
    def connection(self) -> Iterator[psycopg.Connection[Any]]:
        plan = self.plan if self.plan is not None and self.count == self.plan.at else None
        self.count += 1
        if plan is not None and plan.meanwhile is not None:
            plan.meanwhile()
        with super().connection() as connection:
            if plan is not None and plan.cut and not plan.answered:
                raise psycopg.OperationalError("the line was cut")
            yield connection
            if plan is not None and plan.cut:
                raise psycopg.OperationalError("the line was cut before the answer came")

    def leave(self) -> None:
        """Hang up in good order; the connection waits for whoever comes next."""
        if self._connection is not None:
            self.lines.leave(self.login, self._password, self._connection)
            self._connection = None

    def _open(self) -> psycopg.Connection[Any]:
        idle = self.lines.take(self.route.port, self.login, self._password)
        return idle or super()._open()

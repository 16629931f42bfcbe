"""Sync for the window: rounds over one line to the centre."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.bootstrap import open_line
from counter_app.desk import Desk
from counter_app.paths import Paths
from counter_app.progress import Progress

if TYPE_CHECKING:
    from counter_app.sync.line import Line
    from counter_app.sync.round import RoundResult


class Rounds:
    """Sync on the outside lane, over one line that is opened when it is first needed."""

    def __init__(self, desk: Desk, paths: Paths) -> None:
        self._desk, self._paths = desk, paths
        self._line: Line | None = None

    def run(self, progress: Progress) -> RoundResult:
        """One round of sync. Raises as `sync.round.run`."""
        from counter_app.sync.round import run

        return run(self._desk, self.open(), progress)

    def close(self) -> None:
        """Let the line go."""
        if self._line is not None:
            self._line.close()

    def open(self) -> Line:
        """Return the line, made at the first call; only the outside lane uses it."""
        if self._line is None:
            self._line = open_line(self._desk, self._paths)
        return self._line

"""Completing addresses by the communes of the centre, in memory, asked at every letter."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from counter_app.desk import Desk
from counter_app.domain.places import PlaceIndex, Suggestion
from ui.intake_form import questions
from ui.tasks import Tasks


class PlaceFinder(QObject):
    """Answers at once; until the places are read, and where the centre names none, with nothing."""

    failed = Signal(object)
    """The places could not be read: a CounterError."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._index: PlaceIndex | None = None

    def load(self) -> None:
        """Read the places, also again after they have changed at the centre."""
        desk = self._desk
        self._tasks.start(self, lambda _: questions.places(desk), self._loaded, self.failed.emit)

    def find(self, typed: str) -> tuple[Suggestion, ...]:
        """Return what the end of an address may mean."""
        return () if self._index is None else self._index.complete(typed)

    def _loaded(self, index: PlaceIndex) -> None:
        self._index = index

"""Dossiers of the portal brought in by a file, where no line brings them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counter_app.desk import Desk
from counter_app.errors import CounterError
from counter_app.progress import Progress
from counter_app.usecases.online import Imported, import_online
from ui.errors import describe
from ui.intake_form.notices import Notices
from ui.notice import Kind
from ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from counter_app.exchange.online import OnlineProblem


class OnlineImport(QObject):
    """Reads a file and announces its dossiers; what is known already is passed over."""

    imported = Signal()
    """Dossiers were announced."""
    show_wanted = Signal()
    """The dossiers that wait are wanted."""

    def __init__(
        self, desk: Desk, tasks: Tasks, notices: Notices, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._notices = desk, tasks, notices
        self._busy = False

    def take(self, path: Path) -> None:
        """Announce the dossiers of the file."""
        if self._busy:
            return
        desk = self._desk

        def work(_: Progress) -> tuple[Imported, tuple[OnlineProblem, ...]]:
            from counter_app.exchange.online import read_online

            found = read_online(path)
            return import_online(desk, found.dossiers), found.problems

        self._busy = True
        self._tasks.start(
            self, work, lambda answer: self._taken(*answer), self._failed, lane=Lane.PAPER
        )

    def _taken(self, done: Imported, problems: tuple[OnlineProblem, ...]) -> None:
        self._busy = False
        words = [self.tr("%n online dossier(s) came in.", "", len(done.new))]
        if done.known:
            words.append(self.tr("%n were here already.", "", len(done.known)))
        if left := len(done.left_out) + len(problems):
            words.append(self.tr("%n were left out:", "", left))
            words.append(self._first(done, problems))
        kind = Kind.WARN if done.left_out or problems else Kind.GOOD
        if done.new or done.known:
            act = self.tr("Show what waits")
            self._notices.say(kind, " ".join(words), act, self.show_wanted.emit)
        else:
            self._notices.say(kind, " ".join(words))
        if done.new:
            self.imported.emit()

    def _first(self, done: Imported, problems: tuple[OnlineProblem, ...]) -> str:
        """Name the first that was left out: the others are most often alike."""
        if done.left_out:
            one = done.left_out[0]
            return f"{one.number}: {describe(one.error)}"
        words = self.tr("number {place} of the file, field {field}.")
        return words.format(place=problems[0].place, field=problems[0].field)

    def _failed(self, error: CounterError) -> None:
        self._busy = False
        self._notices.say(Kind.BAD, describe(error))

"""The dossier that an opinion is about: scanned, typed by its number, or looked for by a name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, Signal

from counter_app.desk import Desk
from counter_app.domain.numbers import NotANumber, parse
from counter_app.errors import CounterError
from counter_app.store import dossiers
from counter_app.store.dossiers import DossierRow
from counter_app.text import folded
from ui.errors import describe
from ui.tasks import Task, Tasks

MOST: Final = 20
_FEWEST_LETTERS: Final = 2


@dataclass(frozen=True, slots=True)
class ShownLink:
    """What was typed, what matches it, and the dossier once it is chosen.

    `searched` is what `found` was looked for with. `problem` is why a number found none.
    """

    typed: str = ""
    searched: str = ""
    found: tuple[DossierRow, ...] = ()
    row: DossierRow | None = None
    problem: str = ""


class DossierLink(QObject):
    """Finds one dossier and holds it until it is let go."""

    changed = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown = ShownLink()
        self._desk, self._tasks = desk, tasks
        self._question: Task[tuple[DossierRow, ...]] | Task[DossierRow] | None = None

    def set_typed(self, text: str) -> None:
        """Look for what is typed; a whole number waits for Enter."""
        self._abandon()
        self._show(ShownLink(typed=text))
        wanted = text.strip()
        if len(folded(wanted)) < _FEWEST_LETTERS or is_number(wanted):
            return
        desk = self._desk
        self._question = self._tasks.start(
            self,
            lambda _: tuple(desk.ask(dossiers.search, wanted, MOST)),
            lambda rows: self._show(replace(self.shown, found=rows, searched=wanted)),
            self._failed,
        )

    def take(self) -> bool:
        """Hold what is typed: a whole number, or the only dossier found. Tell whether it was."""
        shown = self.shown
        if is_number(shown.typed):
            self.scan(shown.typed)
            return True
        if len(shown.found) == 1 and shown.searched == shown.typed.strip():
            self.hold(shown.found[0])
            return True
        return False

    def scan(self, text: str) -> None:
        """Hold the dossier of a scanned or typed number."""
        self._abandon()
        ask: Callable[[object], DossierRow] = lambda _: _of_number(self._desk, text)  # noqa: E731
        self._question = self._tasks.start(self, ask, self.hold, self._failed)

    def hold(self, row: DossierRow) -> None:
        """The opinion is about this dossier."""
        self._abandon()
        self._show(ShownLink(row=row))

    def let_go(self) -> None:
        """The opinion is about no dossier, or about another one."""
        self._abandon()
        self._show(ShownLink())

    def _abandon(self) -> None:
        if self._question is not None:
            self._question.abandon()
            self._question = None

    def _failed(self, error: CounterError) -> None:
        self._show(replace(self.shown, problem=describe(error)))

    def _show(self, shown: ShownLink) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()


def is_number(text: str) -> bool:
    """Tell whether `text` is a whole dossier number, or the QR code of one of its papers."""
    try:
        parse(_first_part(text))
    except NotANumber:
        return False
    return True


def _of_number(desk: Desk, text: str) -> DossierRow:
    return desk.ask(dossiers.by_number, str(parse(_first_part(text))))


def _first_part(text: str) -> str:
    # The QR code of a paper goes on with the look-up code and the hash; bar codes do not.
    return text.split("|", 1)[0].strip()

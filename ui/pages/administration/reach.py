"""The way to the centre that all parts of the administration share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from counter_app.errors import CounterError
from ui.errors import describe
from ui.notice import Kind, Notice
from ui.tasks import Lane, Task, Tasks

if TYPE_CHECKING:
    from counter_app.centre.office import Office

T = TypeVar("T")
OpenOffice = Callable[[str], "Office"]
"""(URL, "" for the known one) → the office; runs on the outside lane."""


@dataclass(frozen=True)
class Reached:
    """Whether the centre was reached, and what is in the way; `asked` wants the address typed."""

    open: bool = False
    busy: bool = False
    asked: bool = False
    notice: Notice | None = None


class Reach(QObject):
    """Opens the office once and runs every question and act in it, one after the other."""

    changed = Signal()

    def __init__(
        self,
        open_office: OpenOffice,
        tasks: Tasks,
        forget: Callable[[], None] = lambda: None,
        parent: QObject | None = None,
    ) -> None:
        """Make a way that is not gone yet; `forget` drops the address that this machine keeps."""
        super().__init__(parent)
        self.shown = Reached()
        self._open_office, self._tasks, self._forget = open_office, tasks, forget
        self._office: Office | None = None

    @property
    def tasks(self) -> Tasks:
        """What runs beside the window."""
        return self._tasks

    def connect_to(self, url: str = "") -> None:
        """Open the office, with what was typed or with what is known."""
        if self.shown.busy or (self.shown.open and not url):
            return
        self._show(replace(self.shown, busy=True, notice=None))
        self._tasks.start(
            self,
            lambda _: self._open_office(url.strip()),
            self._opened,
            self._not_opened,
            lane=Lane.OUTSIDE,
        )

    def leave(self) -> None:
        """Close the office and forget its address: another one is asked for."""
        self._office = None
        self._tasks.start(self, lambda _: self._forget(), lane=Lane.OUTSIDE)
        self._show(Reached(asked=True))

    def run(
        self,
        owner: QObject,
        work: Callable[[Office], T],
        done: Callable[[T], None],
        failed: Callable[[CounterError], None],
    ) -> Task[T] | None:
        """Run `work` at the centre; None where it is not open."""
        office = self._office
        if office is None:
            return None
        return self._tasks.start(owner, lambda _: work(office), done, failed, lane=Lane.OUTSIDE)

    def _opened(self, office: Office) -> None:
        self._office = office
        self._show(Reached(open=True))

    def _not_opened(self, error: CounterError) -> None:
        unknown = type(error).__name__ == "OfficeClosed"
        notice = None if unknown else Notice(Kind.BAD, describe(error))
        self._show(Reached(asked=True, notice=notice))

    def _show(self, shown: Reached) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()

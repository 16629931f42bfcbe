"""What the sign-in decides: who is offered, what went wrong, who sits down."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.desk import Desk, Officer
from counter_app.errors import CounterError
from counter_app.usecases.sign_in import LockedOut, OfficerRow, officers, sign_in
from ui.errors import describe
from ui.tasks import Tasks


class Occasion(Enum):
    """Why somebody is asked to sign in."""

    START = "start"
    LOCKED = "locked"
    """The same officer usually comes back: the page behind is kept for them."""
    SWITCH = "switch"
    """Another officer wants to sit down; Escape leaves all as it was."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything that the sign-in shows. `row` -1 when nobody is marked."""

    occasion: Occasion
    seat_number: int
    officers: tuple[OfficerRow, ...] = ()
    loaded: bool = False
    row: int = -1
    password: str = ""
    busy: bool = False
    problem: str = ""
    locked: bool = False

    @property
    def login(self) -> str:
        """Login of the marked officer."""
        return self.officers[self.row].login if 0 <= self.row < len(self.officers) else ""

    @property
    def can_sign_in(self) -> bool:
        """Whether there is an officer and a password to try."""
        return bool(self.login and self.password) and not (self.busy or self.locked)


class SignInViewModel(QObject):
    """Signs one officer in, without the network."""

    changed = Signal()
    signed_in = Signal(object)
    """The Officer who sits down."""

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        occasion: Occasion = Occasion.START,
        login: str = "",
        parent: QObject | None = None,
    ) -> None:
        """Ask at `desk`; mark the officer `login`, if they are still active."""
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._wanted = login
        self._free_again = QTimer(self, singleShot=True)
        self._free_again.timeout.connect(self._unlock)
        self.shown = Shown(occasion, desk.seat.number)

    def load(self) -> None:
        """Read who may sign in here."""
        desk = self._desk
        self._tasks.start(self, lambda _: officers(desk), self._loaded, self._failed)

    def choose(self, row: int) -> None:
        """Mark another officer; the password typed for the former one is forgotten."""
        if row != self.shown.row and 0 <= row < len(self.shown.officers):
            self._show(replace(self.shown, row=row, password="", problem="", locked=False))

    def move(self, step: int) -> None:
        """Mark the next officer, or the one before."""
        if self.shown.officers:
            self.choose(min(max(self.shown.row + step, 0), len(self.shown.officers) - 1))

    def set_password(self, password: str) -> None:
        """Take what was typed."""
        if password != self.shown.password:
            self._show(replace(self.shown, password=password, problem=""))

    def sign_in(self) -> None:
        """Try the password."""
        if not self.shown.can_sign_in:
            return
        desk, login, password = self._desk, self.shown.login, self.shown.password
        self._show(replace(self.shown, busy=True, problem=""))
        self._tasks.start(self, lambda _: sign_in(desk, login, password), self._done, self._failed)

    def _loaded(self, found: tuple[OfficerRow, ...]) -> None:
        logins = [officer.login for officer in found]
        row = logins.index(self._wanted) if self._wanted in logins else (0 if found else -1)
        problem = "" if found else self.tr("No officer is known at this counter yet. Sync first.")
        self._show(replace(self.shown, officers=found, loaded=True, row=row, problem=problem))

    def _done(self, officer: Officer) -> None:
        self._show(replace(self.shown, busy=False, password=""))
        self.signed_in.emit(officer)

    def _failed(self, error: CounterError) -> None:
        locked = isinstance(error, LockedOut)
        if isinstance(error, LockedOut):
            self._free_again.start(max(error.until_ms - self._desk.clock.now_ms(), 0) + 500)
        self._show(
            replace(self.shown, busy=False, password="", problem=describe(error), locked=locked)
        )

    def _unlock(self) -> None:
        self._show(replace(self.shown, problem="", locked=False))

    def _show(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()

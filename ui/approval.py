"""A second person who signs in to agree with one act; whoever sits at the counter stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.desk import Desk, Officer
from counter_app.domain.roles import Role
from counter_app.errors import CounterError
from counter_app.usecases.sign_in import LockedOut, OfficerRow, officers, sign_in
from ui.errors import describe
from ui.tasks import Task, Tasks

_AFTER_LOCK_MS = 500


@dataclass(frozen=True, slots=True)
class ShownApproval:
    """All that a panel of approval shows. `problem` is why nobody agreed yet."""

    officers: tuple[OfficerRow, ...] = ()
    login: str = ""
    password: str = ""
    reason: str = ""
    problem: str = ""
    busy: bool = False
    locked: bool = False

    @property
    def can_agree(self) -> bool:
        """Whether there is somebody and a password to try."""
        return bool(self.login and self.password) and not (self.busy or self.locked)


class Approval(QObject):
    """Asks for one officer of a role, other than who acts.

    A page's view model owns one: `begin()` where an act needs a second person, then
    `agree(then)`, which hands the officer on to the use case. The password is forgotten at once.
    """

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        role: Role = Role.SUPERVISOR,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.shown = ShownApproval()
        self._desk, self._tasks, self._role = desk, tasks, role
        self._trying: Task[Officer] | None = None
        self._free_again = QTimer(self, singleShot=True)
        self._free_again.timeout.connect(self._unlock)

    def begin(self) -> None:
        """Ask anew: nobody has agreed with anything yet."""
        if self._trying is not None:
            self._trying.abandon()
        self._show(ShownApproval(locked=self.shown.locked))
        desk = self._desk
        self._tasks.start(self, lambda _: officers(desk), self._loaded, self._failed)

    def choose(self, login: str) -> None:
        """Name who agrees; the password typed for somebody else is forgotten."""
        if login != self.shown.login:
            self._show(replace(self.shown, login=login, password="", problem="", locked=False))

    def set_password(self, password: str) -> None:
        """Take what was typed."""
        if password != self.shown.password:
            self._show(replace(self.shown, password=password, problem=""))

    def set_reason(self, reason: str) -> None:
        """Take the words that say why, where the panel asks for them."""
        if reason != self.shown.reason:
            self._show(replace(self.shown, reason=reason))

    def agree(self, then: Callable[[Officer], None]) -> None:
        """Try the password; `then` gets the officer who agreed. Says why not otherwise."""
        shown, desk = self.shown, self._desk
        if shown.busy or shown.locked:
            return
        if not shown.can_agree:
            words = self.tr("A second officer must type the password.")
            self._show(replace(shown, problem=words))
            return
        self._show(replace(shown, busy=True, problem=""))

        def agreed(officer: Officer) -> None:
            self._show(replace(self.shown, busy=False, password=""))
            then(officer)

        self._trying = self._tasks.start(
            self, lambda _: sign_in(desk, shown.login, shown.password), agreed, self._failed
        )

    def _loaded(self, found: tuple[OfficerRow, ...]) -> None:
        acting = self._desk.officer.login if self._desk.officer is not None else ""
        others = tuple(one for one in found if self._role in one.roles and one.login != acting)
        problem = "" if others else self.tr("This counter knows nobody else who may agree.")
        login = others[0].login if others else ""
        self._show(replace(self.shown, officers=others, login=login, problem=problem))

    def _failed(self, error: CounterError) -> None:
        locked = isinstance(error, LockedOut)
        if isinstance(error, LockedOut):
            wait = max(error.until_ms - self._desk.clock.now_ms(), 0) + _AFTER_LOCK_MS
            self._free_again.start(wait)
        shown = replace(self.shown, busy=False, password="", problem=describe(error))
        self._show(replace(shown, locked=locked))

    def _unlock(self) -> None:
        self._show(replace(self.shown, problem="", locked=False))

    def _show(self, shown: ShownApproval) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()

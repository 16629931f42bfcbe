"""The one notice of the page and the act it offers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui.notice import Kind, Notice


class Notices(QObject):
    """Says one thing at a time: the latest."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.notice: Notice | None = None
        self._act: Callable[[], None] | None = None

    def say(
        self, kind: Kind, words: str, act: str = "", then: Callable[[], None] | None = None
    ) -> None:
        """Say what happened, and offer the act that helps."""
        self.notice, self._act = Notice(kind, words, act), then
        self.changed.emit()

    def close(self) -> None:
        """Say nothing any more."""
        if self.notice is not None:
            self.notice = self._act = None
            self.changed.emit()

    def act(self) -> None:
        """Do what was offered."""
        act = self._act
        self.close()
        if act is not None:
            act()

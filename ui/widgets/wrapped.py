"""Words over several lines that are never cut off, whatever holds them."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel


class WrappedLabel(QLabel):
    """A label that asks for the height its words need in the width it got.

    Layouts pass the height for a width on only through some containers, and a card is none.
    """

    def __init__(self, text: str = "", role: str = "quiet") -> None:
        super().__init__(text)
        self.setProperty("role", role)
        self.setWordWrap(True)

    def setText(self, text: str) -> None:
        """Ask anew for other words."""
        super().setText(text)
        self._ask_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask anew in another width."""
        super().resizeEvent(event)
        self._ask_height()

    def _ask_height(self) -> None:
        self.setMinimumHeight(max(self.heightForWidth(self.width()), 0))

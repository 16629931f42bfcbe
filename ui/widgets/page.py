"""What the shell expects of a page, with an answer for pages that do not care."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.widgets.form import Form


@dataclass(frozen=True, slots=True)
class Like:
    """An item that asks a page to begin something new, like this dossier."""

    subject: UUID


class Waiting(Enum):
    """An item that asks a page for what waits there."""

    ONLINE = "online"
    """Dossiers that came over the portal."""


class Page(Form):
    """A page: title row `head`, then `body`. The shell calls `entered`, `take_scan`, `show_item`.

    A page that is put away for good gets `close()`; what is not yet kept is kept then.
    """

    go = Signal(str, object)
    """(page key, item): asks the shell to show another page, at an item or None."""
    badge = Signal(str)
    """The count that the rail shows beside the page; "" for none."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAccessibleName(title)
        name = QLabel(title)
        name.setProperty("role", "title")
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(name)
        self.head.addStretch(1)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(self.head)
        column.addLayout(self.body, 1)

    def entered(self) -> None:
        """Be shown: refresh, and put the focus where work begins."""

    def take_scan(self, text: str) -> bool:
        """Take a scanned code; False leaves it to the shell."""
        return False

    def show_item(self, item: object) -> None:
        """Show what another page or the search box pointed at."""

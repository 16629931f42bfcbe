"""Words that are offered below a line while one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter

from ui.widgets.field import TextField


def suggest(field: TextField, offers: Sequence[str], tell: Callable[[str], None]) -> None:
    """Offer earlier texts while one types; Enter on one of them takes it."""
    completer = QCompleter(list(offers), field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.activated.connect(tell)
    field.line.setCompleter(completer)


def offer(field: TextField, offers: Sequence[str]) -> None:
    """Offer other texts in a line that offers some already."""
    completer = field.line.completer()
    if completer is not None:
        completer.setModel(QStringListModel(list(offers), completer))

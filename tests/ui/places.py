"""Looks for what a person would see as broken: words cut off, widgets outside their window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QWidget

from ui.widgets.elided import ElidedLabel

_DEPTH = 4
"""Of layouts within layouts: each asks the one around it for room."""


def cut_words(window: QWidget) -> list[str]:
    """Return the words of visible labels and buttons that have less room than they need."""
    _give_room()
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, ElidedLabel):
            continue
        if isinstance(widget, QLabel):
            text = widget.text()
            if widget.wordWrap():
                if widget.heightForWidth(widget.width()) > widget.height() + 1:
                    found.append(f"{text}: lines cut off")
                continue
        elif isinstance(widget, QAbstractButton):
            text = widget.text() or widget.accessibleName()
        elif isinstance(widget, QCheckBox):
            text = widget.text()
        else:
            continue
        needed = widget.minimumSizeHint()
        if widget.width() + 1 < needed.width() or widget.height() + 1 < needed.height():
            found.append(f"{text}: {widget.size().toTuple()} < {needed.toTuple()}")
        corner = widget.mapTo(window, widget.rect().bottomRight())
        if corner.x() > window.width() or corner.y() > window.height():
            found.append(f"{text}: outside at {corner.toTuple()}")
    return found


def _give_room() -> None:
    """Let what was told just now have the room that it gets with the next events."""
    for _ in range(_DEPTH):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

"""Typing as an input method does it: `QTest.keyClicks` aborts on letters outside ASCII."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QWidget


def type_vietnamese(widget: QWidget, text: str) -> None:
    """Type `text` into a widget, letter by letter, each first composed and then committed."""
    target = widget.focusProxy() or widget
    target.setFocus()
    for letter in text:
        QCoreApplication.sendEvent(target, QInputMethodEvent(letter, []))
        commit = QInputMethodEvent()
        commit.setCommitString(letter)
        QCoreApplication.sendEvent(target, commit)

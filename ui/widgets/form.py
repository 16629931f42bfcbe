"""A group of fields in which the order of the paper is the order of the keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class Form(QWidget):
    """Enter goes on to the next field and Shift+Enter back, wherever the focus is inside.

    Enter with Ctrl or Alt is left to shortcuts. Editors that use Enter themselves, such as a
    search box with open results, keep it.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the focus on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if held == Qt.KeyboardModifier.NoModifier:
                self.focusNextChild()
                return
            if held == Qt.KeyboardModifier.ShiftModifier:
                self.focusPreviousChild()
                return
        super().keyPressEvent(event)

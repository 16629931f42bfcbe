"""The line above a list: what is typed narrows the list below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from ui import icons


class FilterLine(QLineEdit):
    """Down goes to the list, Enter takes what was found, Escape empties the line."""

    typed = Signal(str)
    """The officer changed the text; never emitted by `setText`."""
    taken = Signal()
    """Enter was pressed."""
    left_down = Signal()
    """The list is wanted."""

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setTextMargins(24, 0, 0, 0)
        self.textEdited.connect(self.typed)
        self._glass = QLabel(self)
        self._glass.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        icons.put(self._glass, "search", "quiet", 18)

    def begin(self) -> None:
        """Take the focus; what stands here goes with the first letter typed."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def take_letter(self, letter: str) -> None:
        """Go on with a letter that was typed in the list."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.end(False)
        self.insert(letter)
        self.typed.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Work the list below with the keys."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.taken.emit()
        elif key == Qt.Key.Key_Down:
            self.left_down.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.typed.emit("")
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the glass in its place."""
        super().resizeEvent(event)
        self._glass.move(10, (self.height() - self._glass.height()) // 2)

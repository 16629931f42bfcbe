"""Counts and telephone numbers, as fields."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.field import Field, TextField


class NumberEdit(QLineEdit):
    """A whole number from `low` to `high`; Up and Down count, what is outside is not taken."""

    value_edited = Signal(object)
    """The officer changed it to this number, None when empty."""

    def __init__(self, low: int = 0, high: int = 999, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low, self._high = low, high
        digits = len(str(high))
        self.setValidator(
            QRegularExpressionValidator(QRegularExpression(rf"\d{{0,{digits}}}"), self)
        )
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.textEdited.connect(lambda _: self.value_edited.emit(self.value))

    @property
    def value(self) -> int | None:
        """The number, brought into its bounds; None when empty."""
        return min(max(int(self.text()), self._low), self._high) if self.text() else None

    def set_value(self, value: int | None) -> None:
        """Show a number; an equal one leaves the cursor alone."""
        if value != self.value or not self.text():
            self.setText("" if value is None else str(value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count with Up and Down."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        counted = min(max((self.value or 0) + step, self._low), self._high)
        if counted != self.value:
            self.setText(str(counted))
            self.selectAll()
            self.value_edited.emit(counted)


class NumberField(Field):
    """A whole number with its label."""

    value_edited = Signal(object)

    def __init__(
        self,
        label: str,
        low: int = 0,
        high: int = 999,
        required: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self.number = NumberEdit(low, high)
        super().__init__(label, self.number, required, parent)
        self.number.value_edited.connect(self.value_edited)

    @property
    def value(self) -> int | None:
        """The number, None when empty."""
        return self.number.value

    def set_value(self, value: int | None) -> None:
        """Show a number."""
        self.number.set_value(value)


class PhoneField(TextField):
    """A telephone number as people write it; letters are not taken."""

    def __init__(self, label: str, required: bool = False, parent: QWidget | None = None) -> None:
        line = QLineEdit()
        line.setValidator(
            QRegularExpressionValidator(QRegularExpression(r"[+0-9][0-9 .()\-]{0,23}"), line)
        )
        line.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        super().__init__(label, "", required, line, parent)

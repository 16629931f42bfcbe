"""An amount of money, typed as figures and shown in groups."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from counter_app.domain.amounts import grouped
from ui.widgets.field import Field

_MOST_DIGITS = 12


class MoneyEdit(QLineEdit):
    """Whole đồng: points stand where they belong while one types, anything else is not taken."""

    value_edited = Signal(object)
    """The officer changed it to this amount, None when empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.textEdited.connect(self._take)

    @property
    def value(self) -> int | None:
        """The amount; None when empty."""
        figures = _figures(self.text())
        return int(figures) if figures else None

    def set_value(self, value: int | None) -> None:
        """Show an amount; an equal one leaves the cursor alone."""
        if value != self.value:
            self.setText("" if value is None else grouped(value))

    def _take(self, text: str) -> None:
        behind = len(_figures(text[self.cursorPosition() :]))
        figures = _figures(text)[:_MOST_DIGITS]
        told = grouped(int(figures)) if figures else ""
        if told != text:
            self.setText(told)
            self.setCursorPosition(_before(told, behind))
        self.value_edited.emit(self.value)


class MoneyField(Field):
    """An amount with its label."""

    value_edited = Signal(object)

    def __init__(self, label: str, required: bool = False, parent: QWidget | None = None) -> None:
        self.money = MoneyEdit()
        super().__init__(label, self.money, required, parent)
        self.money.value_edited.connect(self.value_edited)

    @property
    def value(self) -> int | None:
        """The amount; None when empty."""
        return self.money.value

    def set_value(self, value: int | None) -> None:
        """Show an amount."""
        self.money.set_value(value)


def _figures(text: str) -> str:
    return "".join(letter for letter in text if letter in "0123456789")


def _before(told: str, behind: int) -> int:
    """Return the place in `told` that has so many figures behind it."""
    place = len(told)
    while behind and place:
        place -= 1
        behind -= told[place].isdigit()
    return place

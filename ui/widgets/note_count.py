"""Counting a till: how many notes of each value, what they come to, and why that differs."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from counter_app.domain.amounts import grouped
from counter_app.domain.till import NOTES
from ui.widgets.facts import Facts
from ui.widgets.field import TextField
from ui.widgets.form import Form
from ui.widgets.numbers import NumberEdit

MOST_NOTES = 9_999
_COUNT_WIDTH = 72
_ROWS = (len(NOTES) + 1) // 2
_TIMES, _EQUALS = "×", "="


class NoteCount(Form):
    """Notes in two columns, the largest first; below them total, what should be, and the reason.

    Enter goes from value to value and then to the reason, which is asked for only where the count
    differs from the books.
    """

    edited = Signal()
    """The officer changed a number or the reason; never emitted by the setters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._expected = 0
        self.counts = {value: NumberEdit(0, MOST_NOTES) for value in NOTES}
        self._amounts = {value: QLabel() for value in NOTES}
        self.sums = Facts(96)
        self.reason = TextField(self.tr("Why the count differs"))
        self.reason.edited.connect(lambda _: self.edited.emit())
        self._lay_out()
        self._tell()

    @property
    def notes(self) -> dict[int, int]:
        """How many notes there are by value; values without a note are left out."""
        told = {value: edit.value or 0 for value, edit in self.counts.items()}
        return {value: count for value, count in told.items() if count}

    @property
    def total(self) -> int:
        """What the notes come to, in đồng."""
        return sum(value * count for value, count in self.notes.items())

    @property
    def difference(self) -> int:
        """Above nothing when there is too much."""
        return self.total - self._expected

    def set_expected(self, amount: int) -> None:
        """Tell what should be in the till, in đồng."""
        self._expected = amount
        self._tell()

    def set_notes(self, notes: Mapping[int, int]) -> None:
        """Show how many notes there are; equal numbers leave the cursor alone."""
        for value, edit in self.counts.items():
            edit.set_value(notes.get(value) or None)
        self._tell()

    def set_reason(self, text: str) -> None:
        """Show why the count differs."""
        self.reason.set_text(text)

    def begin(self) -> None:
        """Put the focus on the largest note."""
        first = self.counts[NOTES[0]]
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        first.selectAll()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for place, value in enumerate(NOTES):
            self._add(grid, place % _ROWS, 6 * (place // _ROWS), value)
        grid.setColumnMinimumWidth(5, 16)
        for amounts in (4, 10):
            grid.setColumnStretch(amounts, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(grid)
        column.addWidget(self.sums)
        column.addWidget(self.reason)

    def _add(self, grid: QGridLayout, row: int, first: int, value: int) -> None:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        edit, amount = self.counts[value], self._amounts[value]
        name = QLabel(grouped(value))
        name.setAlignment(right)
        name.setBuddy(edit)
        amount.setAlignment(right)
        edit.setFixedWidth(_COUNT_WIDTH)
        edit.setAccessibleName(self.tr("Notes of {value} đồng").format(value=grouped(value)))
        edit.value_edited.connect(self._edited)
        for place, widget in enumerate((name, _quiet(_TIMES), edit, _quiet(_EQUALS), amount)):
            grid.addWidget(widget, row, first + place)

    def _edited(self, _value: object) -> None:
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        for value, edit in self.counts.items():
            self._amounts[value].setText(grouped(value * (edit.value or 0)) if edit.value else "")
        self.sums.set_facts(
            [
                (self.tr("Counted"), _dong(self.total)),
                (self.tr("By the books"), _dong(self._expected)),
                (self.tr("Difference"), self._difference_words()),
            ]
        )
        self.reason.setEnabled(bool(self.difference))

    def _difference_words(self) -> str:
        if not self.difference:
            return self.tr("none, the count agrees")
        words = self.tr("{amount} too much") if self.difference > 0 else self.tr("{amount} missing")
        return words.format(amount=_dong(abs(self.difference)))


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "quiet")
    return label


def _dong(amount: int) -> str:
    return f"{grouped(amount)} đồng"

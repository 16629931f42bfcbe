"""What the counter promises: money, and the due moment with every day that led to it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QSizePolicy, QWidget

from ui.intake_form.part import Part
from ui.pages.intake.shown import DueLine, MoneyLine, Shown
from ui.widgets.elided import ElidedLabel
from ui.widgets.wrapped import WrappedLabel


class MoneyPart(Part):
    """Phí and lệ phí apart, as the procedure says them; nothing here is typed."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("MoneyPart", "Fees and charges"))
        self._drawn: tuple[MoneyLine, ...] = ()
        self._lines = QGridLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setHorizontalSpacing(8)
        self._lines.setVerticalSpacing(0)
        self._lines.setColumnStretch(2, 1)
        self.words = WrappedLabel()
        self.body.addLayout(self._lines)
        self.body.addWidget(self.words)

    def render_promise(self, shown: Shown) -> None:
        """Draw the lines of the chosen procedure."""
        chosen = bool(shown.form.procedure_code)
        self.words.setText(shown.money_words if chosen else self.tr("As the procedure says."))
        self.words.setVisible(bool(self.words.text()))
        if shown.money != self._drawn:
            self._drawn = shown.money
            _empty(self._lines)
            for row, line in enumerate(shown.money):
                amount = QLabel(line.amount)
                amount.setProperty("role", "strong")
                self._lines.addWidget(QLabel(line.words), row, 0)
                self._lines.addWidget(amount, row, 1, Qt.AlignmentFlag.AlignRight)
                self._lines.addWidget(ElidedLabel(line.note, "caption"), row, 2)


class DuePart(Part):
    """The big day, and below it the days that were counted and those that were not."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("DuePart", "Due"))
        self._drawn: tuple[DueLine, ...] = ()
        self.moment = QLabel()
        self.moment.setProperty("role", "title")
        self.words = WrappedLabel()
        self._days = QWidget()
        self._grid = QGridLayout(self._days)
        self._grid.setContentsMargins(0, 0, 4, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self.area = QScrollArea()
        self.area.setWidget(self._days)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setMinimumHeight(40)
        self.body.addWidget(self.moment)
        self.body.addWidget(self.words)
        self.body.addWidget(self.area, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def render_promise(self, shown: Shown) -> None:
        """Draw the due moment of the chosen procedure."""
        due = shown.due
        self.set_caption(due.term)
        self.moment.setText(due.moment)
        self.moment.setVisible(bool(due.moment))
        chosen = bool(shown.form.procedure_code)
        self.words.setText(due.doubt if chosen else self.tr("Choose a procedure to see the day."))
        self.words.setVisible(bool(self.words.text()))
        self.area.setVisible(bool(due.lines))
        spoken = [due.moment, due.term, *(f"{one.days}: {one.words}" for one in due.lines)]
        self._days.setAccessibleName("; ".join(word for word in spoken if word))
        if due.lines != self._drawn:
            self._drawn = due.lines
            _empty(self._grid)
            for row, line in enumerate(due.lines):
                role = "" if line.counted else "quiet"
                self._grid.addWidget(_label(line.days, role), row, 0)
                self._grid.addWidget(_label(line.words, role), row, 1)
            self._grid.setRowStretch(len(due.lines), 1)


def _label(text: str, role: str) -> QLabel:
    label = ElidedLabel(text, role)
    label.setProperty("role", role)
    return label


def _empty(grid: QGridLayout) -> None:
    while (item := grid.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()

"""The board of the day for the screen in the hall: large figures, nobody's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from counter_app.clock import local
from ui.notice import Kind
from ui.pages.monitor.view_model import MonitorViewModel
from ui.widgets.bars import Bar, BarChart

if TYPE_CHECKING:
    from counter_app.store.day_board import DayBoard

_NUMBER_PX, _WORD_PX, _TITLE_PX = 96, 28, 40
_ACROSS = 2


def hall_words() -> tuple[tuple[str, str], ...]:
    """Return the figures that the hall sees, by their names in the board."""
    translate = QCoreApplication.translate
    return (
        ("received", translate("HallBoard", "Taken in today")),
        ("returned", translate("HallBoard", "Results returned today")),
        ("resolved", translate("HallBoard", "Results that came in today")),
        ("due_today", translate("HallBoard", "Due today")),
    )


class HallBoard(QWidget):
    """A window of its own, on the other screen where there is one. Escape closes it."""

    def __init__(self, model: MonitorViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("page")
        self.setWindowTitle(self.tr("The centre today"))
        self._model = model
        self.title = _label(_TITLE_PX)
        self.numbers: dict[str, QLabel] = {}
        self.hours = BarChart(self.tr("Taken in by hour"), label_width=48)
        grid = QGridLayout()
        grid.setSpacing(24)
        for place, (name, word) in enumerate(hall_words()):
            self.numbers[name] = _label(_NUMBER_PX)
            said = _label(_WORD_PX)
            said.setText(word)
            cell = QVBoxLayout()
            cell.addWidget(self.numbers[name])
            cell.addWidget(said)
            grid.addLayout(cell, place // _ACROSS, place % _ACROSS)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 32, 48, 32)
        column.addWidget(self.title)
        column.addLayout(grid, 1)
        column.addWidget(self.hours)
        model.changed.connect(self._render)
        self._render()

    def show_in_hall(self) -> None:
        """Fill the other screen, or the only one."""
        screens = QGuiApplication.screens()
        if len(screens) > 1:
            self.setGeometry(screens[-1].geometry())
        self.showFullScreen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def _render(self) -> None:
        board = self._model.shown.board
        if board is not None:
            self._render_board(board)

    def _render_board(self, board: DayBoard) -> None:
        moment = local(self._model.shown.read_at)
        self.title.setText(f"{board.day:%d/%m/%Y} · {moment:%H:%M}")
        for name, label in self.numbers.items():
            label.setText(str(getattr(board, name)))
        self.hours.set_bars(
            [Bar(f"{hour:02d}h", ((Kind.INFO, count),)) for hour, count in board.hours]
        )


def _label(pixels: int) -> QLabel:
    label = QLabel("–")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    # a font set on the label is taken back by the style sheet of the whole window
    label.setStyleSheet(f"font-size: {pixels}px; font-weight: 600;")
    return label

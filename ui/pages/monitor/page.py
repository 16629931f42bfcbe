"""The monitor: figures of the day, bars by hour and agency, and the counters in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QCloseEvent, QHideEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.models.table import Column, TableModel
from ui.moments import age_words, full_moment
from ui.notice import Kind
from ui.pages.monitor.hall import HallBoard
from ui.pages.monitor.view_model import MonitorViewModel
from ui.widgets.bars import Bar, BarChart
from ui.widgets.buttons import Button
from ui.widgets.card import SectionCard
from ui.widgets.noticebar import NoticeBar
from ui.widgets.page import Page
from ui.widgets.table import ListView

if TYPE_CHECKING:
    from counter_app.centre.status import SeatStatus
    from counter_app.store.day_board import DayBoard

_FIGURE_PX = 28
_SKEW_MS = 60_000
_SILENT_MS = 15 * 60_000
_MINUTES = 60_000


class Figure(QFrame):
    """One number in large type, with its word below; read from across the hall."""

    def __init__(self, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._word = word
        self.number = QLabel("–")
        font = self.number.font()
        font.setPixelSize(_FIGURE_PX)
        font.setWeight(font.Weight.DemiBold)
        self.number.setFont(font)
        said = QLabel(word)
        said.setProperty("role", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(0)
        column.addWidget(self.number)
        column.addWidget(said)

    def show_number(self, count: int) -> None:
        """Show a count."""
        self.number.setText(str(count))
        self.setAccessibleName(f"{self._word}: {count}")


class MonitorPage(Page):
    """Draws a `MonitorViewModel`; it is looked at, nothing is done here."""

    def __init__(self, model: MonitorViewModel, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("MonitorPage", "The centre today"), parent)
        self._model = model
        model.setParent(self)
        self.board: HallBoard | None = None
        self.notices = NoticeBar()
        self.read_at = QLabel()
        self.read_at.setProperty("role", "caption")
        self.hall = Button(self.tr("On the hall's screen"), "F11", look="quiet")
        self.head.addWidget(self.read_at)
        self.head.addWidget(self.hall)
        self.figures = {
            "received": Figure(self.tr("Taken in")),
            "handed_over": Figure(self.tr("Handed over")),
            "resolved": Figure(self.tr("Results in")),
            "returned": Figure(self.tr("Returned")),
            "due_today": Figure(self.tr("Due today")),
            "overdue": Figure(self.tr("Overdue")),
        }
        self.hours = BarChart(self.tr("Taken in by hour"), label_width=48)
        self.agencies = BarChart(self.tr("Owed by agency: overdue, due today, later"))
        self.table: TableModel[SeatStatus] = TableModel(
            self._columns(), lambda seat: seat.stream_id, self
        )
        self.seats = ListView(self.table)
        self.seats.setAccessibleName(self.tr("Counters"))
        self.alarms = QLabel()
        self.alarms.setWordWrap(True)
        self._lay_out()
        self.notices.closed.connect(model.close_notice)
        self.hall.clicked.connect(self._show_in_hall)
        model.changed.connect(self._render)
        self._render()

    def entered(self) -> None:
        """Look now, and every minute."""
        self._model.watch()
        self.seats.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask nobody while neither this page nor the hall's screen is looked at."""
        super().hideEvent(event)
        if self.board is None:
            self._model.rest()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take the hall's board away with the officer whose page this is."""
        super().closeEvent(event)
        if self.board is not None:
            self.board.close()
        self._model.rest()

    def _show_in_hall(self) -> None:
        if self.board is None:
            self.board = HallBoard(self._model)
            self.board.destroyed.connect(self._hall_closed)
            self.board.show_in_hall()

    def _hall_closed(self) -> None:
        self.board = None

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        for figure in self.figures.values():
            line.addWidget(figure, 1)
        hours = SectionCard(self.tr("Taken in by hour"))
        hours.body.addWidget(self.hours)
        agencies = SectionCard(self.tr("Owed by agency"))
        agencies.set_caption(self.tr("overdue + due today + later"))
        inside = QScrollArea()
        inside.setWidgetResizable(True)
        inside.setFrameShape(QFrame.Shape.NoFrame)
        inside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.agencies)
        column.addStretch(1)
        inside.setWidget(holder)
        agencies.body.addWidget(inside)
        agencies.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        charts = QHBoxLayout()
        charts.setSpacing(8)
        left = QVBoxLayout()
        left.addWidget(hours)
        left.addStretch(1)
        charts.addLayout(left, 2)
        charts.addWidget(agencies, 3)
        counters = SectionCard(self.tr("Counters"))
        counters.body.addWidget(self.seats)
        counters.body.addWidget(self.alarms)
        counters.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.counters = counters
        self.body.addWidget(self.notices)
        self.body.addLayout(line)
        self.body.addLayout(charts, 3)
        self.body.addWidget(counters, 2)

    def _columns(self) -> list[Column[SeatStatus]]:
        return [
            Column(self.tr("No."), lambda seat: f"{seat.seat_number:02d}", width=56, number=True),
            Column(self.tr("Counter"), lambda seat: seat.name),
            Column(self.tr("Last contact"), self._contact, width=168, badge=self._contact_badge),
            Column(
                self.tr("Unsent"),
                lambda seat: str(seat.unsent),
                width=112,
                badge=lambda seat: (
                    (Kind.WARN, str(seat.unsent), "") if seat.unsent else (Kind.GOOD, "0", "")
                ),
            ),
            Column(self.tr("Version"), lambda seat: seat.version or "–", width=88),
            Column(self.tr("Clock"), self._clock, width=136, badge=self._clock_badge),
            Column(
                self.tr("Conflicts"),
                lambda seat: str(seat.conflicts) if seat.conflicts else "",
                width=88,
            ),
            Column(
                self.tr("Set aside"),
                lambda seat: str(seat.set_aside) if seat.set_aside else "",
                width=88,
            ),
        ]

    def _render(self) -> None:
        shown = self._model.shown
        self.notices.show_notice(shown.notice)
        if shown.board is not None:
            self._render_board(shown.board)
            words = self.tr("as this counter knew it at {moment}")
            self.read_at.setText(words.format(moment=full_moment(shown.read_at)))
        centre = shown.centre
        self.counters.setVisible(centre is not None)
        if centre is not None:
            self.table.set_rows([seat for seat in centre.seats if seat.state == "open"])
            told = [f"{full_moment(one.raised_at)} · {one.message}" for one in centre.alarms[:3]]
            self.alarms.setText("\n".join(told))
            self.alarms.setVisible(bool(told))
            words = self.tr("%n entries wait for the worker", "", centre.waiting)
            self.counters.set_caption(words if centre.waiting else "")

    def _render_board(self, board: DayBoard) -> None:
        for name, figure in self.figures.items():
            figure.show_number(getattr(board, name))
        self.hours.set_bars(
            [Bar(f"{hour:02d}h", ((Kind.INFO, count),)) for hour, count in board.hours]
        )
        owing = sorted(board.agencies, key=lambda one: (-one.overdue, -one.due_today))
        self.agencies.set_bars(
            [
                Bar(
                    one.name,
                    (
                        (Kind.BAD, one.overdue),
                        (Kind.WARN, one.due_today),
                        (Kind.INFO, one.waiting),
                    ),
                )
                for one in owing
                if one.overdue + one.due_today + one.waiting
            ]
        )

    def _contact(self, seat: SeatStatus) -> str:
        if seat.contact_at is None:
            return self.tr("never")
        return self.tr("{age} ago").format(
            age=age_words(seat.contact_at, self._model.shown.asked_at)
        )

    def _contact_badge(self, seat: SeatStatus) -> tuple[Kind, str, str]:
        since = seat.contact_at
        silent = since is None or self._model.shown.asked_at - since > _SILENT_MS
        return (Kind.WARN if silent else Kind.GOOD, self._contact(seat), "")

    def _clock(self, seat: SeatStatus) -> str:
        if seat.skew_ms is None or abs(seat.skew_ms) < _SKEW_MS:
            return self.tr("right")
        minutes = abs(seat.skew_ms) // _MINUTES
        if seat.skew_ms > 0:
            return self.tr("%n minute(s) ahead", "", minutes)
        return self.tr("%n minute(s) behind", "", minutes)

    def _clock_badge(self, seat: SeatStatus) -> tuple[Kind, str, str]:
        wrong = seat.skew_ms is not None and abs(seat.skew_ms) >= _SKEW_MS
        return (Kind.WARN if wrong else Kind.GOOD, self._clock(seat), "")

"""The board of due days: large numbers, agencies, the load ahead, and the list behind a number."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from ui.dialogs.save_file import AskPath, ask_path
from ui.models.dossier_rows import ROOMY, dossier_columns
from ui.models.table import TableModel
from ui.moments import short_weekday
from ui.pages.deadlines.chart import LoadChart
from ui.pages.deadlines.late_part import LatePart
from ui.pages.deadlines.late_view_model import LateViewModel
from ui.pages.deadlines.parts import AgencyTable, CountCard, when_words
from ui.pages.deadlines.view_model import Cell, DeadlinesViewModel, Shown, When
from ui.widgets.buttons import Button
from ui.widgets.card import SectionCard
from ui.widgets.noticebar import NoticeBar
from ui.widgets.page import Page
from ui.widgets.table import ListView

EXPORT_KEYS = "Ctrl+E"
LATE_KEYS = "Alt+L"
"""Turns to the work list and back."""
DOSSIER_PAGE = "dossiers"
"""Key of the page that shows one dossier."""
_BOARD_HEIGHT = 232


class DeadlinesPage(Page):
    """Draws a `DeadlinesViewModel`."""

    def __init__(
        self,
        model: DeadlinesViewModel,
        late: LateViewModel,
        ask: AskPath = ask_path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(QCoreApplication.translate("DeadlinesPage", "Due days"), parent)
        self._model, self._late, self._ask_path = model, late, ask
        self.cards = [
            CountCard(When.OVERDUE, "Alt+1"),
            CountCard(When.TODAY, "Alt+2"),
            CountCard(When.TOMORROW, "Alt+3"),
        ]
        self.agencies = AgencyTable()
        self.chart = LoadChart()
        self.table = TableModel(
            dossier_columns(sortable=False), lambda line: line.row.subject, self
        )
        self.list = ListView(self.table)
        self.list.setAccessibleName(self.tr("Dossiers behind the number"))
        self.heading = QLabel()
        self.heading.setProperty("role", "section")
        self.export = Button(self.tr("Save as CSV"), EXPORT_KEYS, icon="file-export")
        self.notices = NoticeBar()
        self.late = LatePart(late)
        self.to_late = Button(self.tr("Late: what is to be done"), LATE_KEYS, icon="mail")
        self.to_board = Button(self.tr("Board"), LATE_KEYS, icon="arrow-left", look="quiet")
        self._lay_out()
        self._wire()
        self._render()

    def entered(self) -> None:
        """Count again, and begin at the numbers."""
        self._model.refresh()
        if self.stack.currentIndex():
            self._late.refresh()
            self.late.begin()
        else:
            self.agencies.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let names have the room on narrow screens."""
        super().resizeEvent(event)
        self.list.setColumnHidden(len(self.table.columns) - 1, self.width() < ROOMY)

    def _lay_out(self) -> None:
        cards = QHBoxLayout()
        cards.setSpacing(12)
        for card in self.cards:
            cards.addWidget(card)
        self.ahead = SectionCard(self.tr("Falling due on the days ahead"))
        self.ahead.body.addWidget(self.chart)
        self.ahead.setFixedHeight(_BOARD_HEIGHT)
        self.agencies.setFixedHeight(_BOARD_HEIGHT)
        board = QHBoxLayout()
        board.setSpacing(12)
        board.addWidget(self.agencies, 5)
        board.addWidget(self.ahead, 4)
        top = QHBoxLayout()
        top.addWidget(self.heading)
        top.addStretch(1)
        top.addWidget(self.export)
        front = QWidget()
        column = QVBoxLayout(front)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.notices)
        column.addLayout(cards)
        column.addLayout(board)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(front)
        self.stack.addWidget(self.late)
        self.head.addWidget(self.to_late)
        self.head.addWidget(self.to_board)
        self.to_board.hide()
        self.body.addWidget(self.stack, 1)

    def _wire(self) -> None:
        model = self._model
        for card in self.cards:
            card.clicked.connect(lambda _=False, when=card.when: self._choose(when))
        self.agencies.chosen.connect(model.choose)
        self.list.opened.connect(self._open)
        self.export.clicked.connect(self._export)
        self.notices.closed.connect(model.close_notice)
        model.changed.connect(self._render)
        self._late.acted.connect(model.refresh)
        self.late.opened.connect(lambda subject: self.go.emit(DOSSIER_PAGE, subject))
        self.late.left.connect(self.show_board)
        self.to_late.clicked.connect(self.show_late)
        self.to_board.clicked.connect(self.show_board)

    def show_late(self) -> None:
        """Turn to the work list."""
        self._late.refresh()
        self._turn(late=True)
        self.late.begin()

    def show_board(self) -> None:
        """Turn to the numbers."""
        self._turn(late=False)
        self.agencies.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, *, late: bool) -> None:
        self.stack.setCurrentIndex(int(late))
        self.to_late.setVisible(not late)
        self.to_board.setVisible(late)

    def _choose(self, when: When) -> None:
        self._model.choose(Cell(when))
        self._render()  # pressing the chosen card again must not take its ring away

    def _open(self, place: int) -> None:
        line = self.table.row_at(place)
        if line is not None:
            self.go.emit(DOSSIER_PAGE, line.row.subject)

    def _export(self) -> None:
        words = when_words(self._model.shown.listed.when)
        name = f"{words} {self._model.today:%Y-%m-%d}.csv"
        path = self._ask_path(self, self.tr("Save as CSV"), name)
        if path is not None:
            self._model.export(path)

    def _render(self) -> None:
        shown = self._model.shown
        self.notices.show_notice(shown.notice)
        self.export.setEnabled(bool(shown.lines))
        total = shown.total
        for card in self.cards:
            detail = self._card_detail(shown, card.when)
            card.set_count(getattr(total, card.when), detail, shown.cell == Cell(card.when))
        if shown.board is None:
            self.list.set_empty(self.tr("Reading…"))
            return
        self.agencies.set_agencies(total, shown.board.agencies, shown.cell)
        self.chart.set_load(shown.load, shown.board.today)
        self.ahead.set_caption(self._agency_words(shown, shown.cell))
        self.table.set_rows(shown.lines)
        self.heading.setText(self._heading_words(shown))
        self.list.set_empty(self.tr("Nothing here. That is good."))
        urgent = total.overdue + total.today
        self.badge.emit(str(urgent) if urgent else "")

    def _card_detail(self, shown: Shown, when: When) -> str:
        if shown.board is None:
            return ""
        if when is When.TODAY:
            return f"{short_weekday(shown.board.today)} {shown.board.today:%d/%m}"
        if when is When.TOMORROW:
            return f"{short_weekday(shown.board.tomorrow)} {shown.board.tomorrow:%d/%m}"
        return ""

    def _agency_words(self, shown: Shown, cell: Cell) -> str:
        if not cell.agency_code or shown.board is None:
            return self.tr("all agencies")
        names = {agency.agency_code: agency.agency_name for agency in shown.board.agencies}
        return names.get(cell.agency_code, cell.agency_code)

    def _heading_words(self, shown: Shown) -> str:
        words = f"{when_words(shown.listed.when)} · {self._agency_words(shown, shown.listed)}"
        count = self.tr("%n dossier(s)", "", len(shown.lines))
        if shown.cut:
            count = self.tr("the first %n", "", len(shown.lines))
        return f"{words} · {count}"

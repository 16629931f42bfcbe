"""Handing over and taking in: scan after scan ticks the list, and one key does the act."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTabBar, QVBoxLayout, QWidget

from ui.models.table import TableModel
from ui.models.ticked_rows import AGENCY_COLUMN
from ui.pages.hand_over import questions
from ui.pages.hand_over.parts import (
    ALL_KEYS,
    ArrivedFields,
    MadeLists,
    agency_columns,
    line_columns,
)
from ui.pages.hand_over.questions import Way
from ui.pages.hand_over.shown import AgencyCount, Shown
from ui.pages.hand_over.view_model import HandOverViewModel
from ui.widgets.buttons import Button, PrimaryButton, shown_keys
from ui.widgets.filter_line import FilterLine
from ui.widgets.noticebar import NoticeBar
from ui.widgets.page import Page
from ui.widgets.table import ListView
from ui.widgets.tick_list import TickList

ACT_KEYS = "F9"
DOSSIER_PAGE = "dossiers"
"""Key of the page that shows one dossier."""
ROOMY = 1280
"""From this width of the page on, in pixels at 100 %, the agency has a column of its own."""
_SIDE_WIDTH, _ROOMY_SIDE_WIDTH = 360, 440
_AGENCIES_HEIGHT = 200
_WAYS = tuple(Way)


class HandOverPage(Page):
    """Draws a `HandOverViewModel`."""

    def __init__(self, model: HandOverViewModel, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("HandOverPage", "Hand-over"), parent)
        self._model = model
        self._faults: Mapping[str, str] = {}
        self._make_parts()
        self._lay_out()
        self._wire()
        self._render()

    def entered(self) -> None:
        """Look again, and begin where one scans."""
        self._model.refresh()
        self.search.begin()

    def take_scan(self, text: str) -> bool:
        """Tick the dossier whose number was scanned."""
        if not questions.is_number(text):
            return False
        self._model.scan(text)
        return True

    def show_item(self, item: object) -> None:
        """Tick a dossier that another page sent here."""
        if isinstance(item, UUID):
            self._model.show_dossier(item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let names have the room on narrow screens; the side tells the agencies there."""
        super().resizeEvent(event)
        roomy = self.width() >= ROOMY
        self.list.setColumnHidden(AGENCY_COLUMN, not roomy)
        self.side.setFixedWidth(_ROOMY_SIDE_WIDTH if roomy else _SIDE_WIDTH)

    def _make_parts(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(self.tr("Which way the papers go"))
        for place, word in enumerate(
            (self.tr("Dossiers to agencies"), self.tr("Results from agencies")), start=1
        ):
            self.tabs.addTab(f"{word}  {shown_keys(f'Alt+{place}')}")
        self.search = FilterLine(self.tr("Scan, or type a number or a name"))
        self.arrived = ArrivedFields(self._model)
        self.notices = NoticeBar()
        self.table = TableModel(line_columns(), lambda line: line.row.subject, self)
        self.list = TickList(self.table)
        self.list.setAccessibleName(self.tr("What waits"))
        self.count = QLabel()
        self.count.setProperty("role", "strong")
        self.all = Button(self.tr("Tick all"), ALL_KEYS)
        self.act = PrimaryButton("", ACT_KEYS, icon="switch-horizontal")
        self.agency_rows = TableModel(agency_columns(), lambda agency: agency.code, self)
        self.agencies = ListView(self.agency_rows)
        self.agencies.setAccessibleName(self.tr("Agencies"))
        self.made = MadeLists(self._model)

    def _lay_out(self) -> None:
        self.head.addWidget(self.tabs)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.act)
        acts.addWidget(self.all)
        acts.addWidget(self.count)
        acts.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.search)
        left.addWidget(self.arrived)
        left.addWidget(self.list, 1)
        left.addLayout(acts)
        self.side = QWidget()
        right = QVBoxLayout(self.side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        self.agencies.setFixedHeight(_AGENCIES_HEIGHT)
        right.addWidget(self.agencies)
        right.addWidget(self.made, 1)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addLayout(left, 1)
        both.addWidget(self.side)
        self.body.addWidget(self.notices)
        self.body.addLayout(both, 1)

    def _wire(self) -> None:
        model = self._model
        self.tabs.currentChanged.connect(lambda place: model.turn(_WAYS[place]))
        for place in range(len(_WAYS)):
            keys = QShortcut(QKeySequence(f"Alt+{place + 1}"), self)
            keys.activated.connect(lambda way=_WAYS[place]: model.turn(way))
        self.search.typed.connect(model.set_typed)
        self.search.taken.connect(self._take)
        self.search.left_down.connect(self._to_list)
        self.list.typed.connect(self.search.take_letter)
        self.list.opened.connect(self._open)
        self.list.ticked.connect(self._toggle)
        self.agencies.pointed.connect(self._choose_agency)
        self.all.clicked.connect(model.tick_all)
        self.act.clicked.connect(model.act)
        self.notices.closed.connect(model.close_notice)
        model.changed.connect(self._render)

    def _take(self) -> None:
        if self._model.take_typed():
            self.search.clear()
        else:
            self._to_list()

    def _to_list(self) -> None:
        if self.table.rows:
            self.list.set_row(max(self.list.row, 0))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle(self, place: int) -> None:
        line = self.table.row_at(place)
        if line is not None:
            self._model.toggle(line.row.subject)

    def _open(self, place: int) -> None:
        line = self.table.row_at(place)
        if line is not None:
            self.go.emit(DOSSIER_PAGE, line.row.subject)

    def _choose_agency(self, place: int) -> None:
        agency = self.agency_rows.row_at(place)
        if agency is not None and agency.code != self._model.shown.agency_code:
            self._model.choose_agency(agency.code)

    def _render(self) -> None:
        shown = self._model.shown
        with QSignalBlocker(self.tabs):
            self.tabs.setCurrentIndex(_WAYS.index(shown.way))
        self.notices.show_notice(shown.notice)
        if shown.typed != self.search.text() and not shown.typed:
            self.search.clear()
        self.arrived.setVisible(shown.way is Way.BACK)
        self.arrived.render_arrived(shown)
        if shown.faults != self._faults:
            self._faults = shown.faults
            self.arrived.to_fault(shown.faults)
        self._render_list(shown)
        self._render_agencies(shown)
        self.made.render_lists(shown)
        out = shown.way is Way.OUT
        self.act.set_word(self.tr("Hand over and print") if out else self.tr("Take in the results"))
        self.act.setEnabled(shown.can_act)
        self.all.setEnabled(bool(shown.lines))
        self.count.setText(self._count_words(shown))
        self.badge.emit(str(shown.waiting) if out and shown.waiting else "")

    def _render_list(self, shown: Shown) -> None:
        self.table.set_rows(shown.lines)
        subjects = [line.row.subject for line in shown.lines]
        if shown.pointed in subjects:
            place = subjects.index(shown.pointed)
            if self.list.row != place and not self.list.hasFocus():
                self.list.set_row(place)
        if not shown.ready:
            self.list.set_empty(self.tr("Reading…"))
        elif shown.typed:
            self.list.set_empty(self.tr("Nothing here matches “{text}”.").format(text=shown.typed))
        elif shown.way is Way.OUT:
            self.list.set_empty(self.tr("Everything is handed over."))
        else:
            self.list.set_empty(self.tr("No agency has a dossier of this counter."))

    def _render_agencies(self, shown: Shown) -> None:
        whole = AgencyCount("", self.tr("All agencies"), shown.waiting, shown.ticked)
        self.agency_rows.set_rows([whole, *shown.agencies])
        codes = [agency.code for agency in self.agency_rows.rows]
        place = codes.index(shown.agency_code) if shown.agency_code in codes else 0
        if self.agencies.row != place:
            self.agencies.set_row(place)

    def _count_words(self, shown: Shown) -> str:
        words = self.tr("{ticked} of {waiting} ticked").format(
            ticked=shown.ticked, waiting=f"{shown.waiting}{'+' if shown.cut else ''}"
        )
        if shown.way is Way.OUT and shown.ticked_agencies > 1:
            lists = self.tr("%n list(s)", "", shown.ticked_agencies)
            return f"{words} · {lists}"
        return words

"""Returning results: a receipt is scanned, the page says at once what is the case, F9 returns."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter_app.domain.identity import looks_like_card
from ui.models.table import TableModel
from ui.pages.return_result import questions
from ui.pages.return_result.parts import CollectorCard, DossierCard, waiting_columns
from ui.pages.return_result.view_model import ReturnViewModel, Shown
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.filter_line import FilterLine
from ui.widgets.flow import FlowLayout
from ui.widgets.noticebar import NoticeBar
from ui.widgets.page import Page
from ui.widgets.table import ListView
from ui.widgets.wrapped import WrappedLabel

ACT_KEYS = "F9"
NEXT_KEYS = "F11"
COLLECT_KEYS = "Ctrl+T"
DOSSIER_PAGE = "dossiers"
"""Key of the page that shows one dossier."""
FEES_PAGE = "fees"
"""Key of the page where money is taken."""
ROOMY = 1280
"""From this width of the page on, in pixels at 100 %, the list has room for long names."""
_LIST_WIDTH, _ROOMY_LIST_WIDTH = 420, 600


class ReturnPage(Page):
    """Draws a `ReturnViewModel`."""

    def __init__(self, model: ReturnViewModel, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("ReturnPage", "Return of results"), parent)
        self._model = model
        self._faults: Mapping[str, str] = {}
        self._make_parts()
        self._lay_out()
        self._wire()
        self._render()

    def entered(self) -> None:
        """Look again, and begin where one scans; an opened dossier waits for its collector."""
        self._model.refresh()
        self._model.look_again()
        if self._model.shown.can_act:
            self.collector.begin()
        else:
            self.search.begin()

    def take_scan(self, text: str) -> bool:
        """Open the dossier of a receipt; a card names who came."""
        if not questions.is_number(text) and not looks_like_card(text):
            return False
        self._model.scan(text)
        return True

    def show_item(self, item: object) -> None:
        """Open a dossier that another page sent here."""
        if isinstance(item, UUID):
            self._model.open(item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let names have the room on wide screens."""
        super().resizeEvent(event)
        self.side.setFixedWidth(_ROOMY_LIST_WIDTH if self.width() >= ROOMY else _LIST_WIDTH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn to the next citizen on Escape."""
        if event.key() == Qt.Key.Key_Escape and self._model.shown.opened is not None:
            self._next()
        else:
            super().keyPressEvent(event)

    def _make_parts(self) -> None:
        self.search = FilterLine(self.tr("Scan the receipt, or type its number or a name"))
        self.notices, self.standing = NoticeBar(), NoticeBar()
        self.dossier = DossierCard()
        self.collector = CollectorCard(self._model)
        self.hint = WrappedLabel(
            self.tr(
                "Scan the receipt of whoever comes. Without it, scan the identity card, type a"
                " name, or choose from the list."
            )
        )
        self.act = PrimaryButton(self.tr("Return and print"), ACT_KEYS, icon="check")
        self.next = Button(self.tr("Next citizen"), NEXT_KEYS)
        self.look = Button(self.tr("Open the dossier"), "Ctrl+O")
        self.collect = Button(self.tr("Collect the fee"), COLLECT_KEYS, icon="cash")
        self.heading = QLabel()
        self.heading.setProperty("role", "section")
        self.table = TableModel(waiting_columns(), lambda line: line.row.subject, self)
        self.list = ListView(self.table)
        self.list.setAccessibleName(self.tr("Results that wait to be fetched"))

    def _lay_out(self) -> None:
        acts = QWidget()
        line = FlowLayout(acts)
        for widget in (self.act, self.collect, self.next, self.look):
            line.addWidget(widget)
        left = QVBoxLayout()
        left.setSpacing(8)
        for part in (self.search, self.hint, self.dossier, self.standing, self.collector):
            left.addWidget(part)
        left.addWidget(acts)
        left.addStretch(1)
        self.side = QWidget()
        right = QVBoxLayout(self.side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        right.addWidget(self.heading)
        right.addWidget(self.list, 1)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addLayout(left, 1)
        both.addWidget(self.side)
        self.body.addWidget(self.notices)
        self.body.addLayout(both, 1)

    def _wire(self) -> None:
        model = self._model
        self.search.typed.connect(model.set_typed)
        self.search.taken.connect(self._take)
        self.search.left_down.connect(self._to_list)
        self.list.typed.connect(self.search.take_letter)
        self.list.opened.connect(self._open)
        self.act.clicked.connect(model.act)
        self.next.clicked.connect(self._next)
        self.look.clicked.connect(self._look)
        self.collect.clicked.connect(self._collect)
        self.standing.acted.connect(model.help)
        self.notices.closed.connect(model.close_notice)
        model.opened.connect(self._opened)
        model.returned.connect(lambda _: self.search.begin())
        model.help_wanted.connect(self.go)
        model.changed.connect(self._render)

    def _take(self) -> None:
        if not self._model.take_typed():
            self._to_list()

    def _to_list(self) -> None:
        if self.table.rows:
            self.list.set_row(max(self.list.row, 0))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, place: int) -> None:
        line = self.table.row_at(place)
        if line is not None:
            self._model.open(line.row.subject)

    def _opened(self) -> None:
        if self._model.shown.can_act:
            self.collector.begin()
        else:
            self.search.begin()

    def _look(self) -> None:
        opened = self._model.shown.opened
        if opened is not None:
            self.go.emit(DOSSIER_PAGE, opened.row.subject)

    def _collect(self) -> None:
        opened = self._model.shown.opened
        if opened is not None:
            self.go.emit(FEES_PAGE, opened.row.subject)

    def _next(self) -> None:
        self._model.close()
        self.search.begin()

    def _render(self) -> None:
        shown = self._model.shown
        opened = shown.opened
        self.notices.show_notice(shown.notice)
        if shown.typed != self.search.text() and not shown.typed:
            self.search.clear()
        self.hint.setVisible(opened is None)
        for part in (self.dossier, self.collector, self.act, self.next, self.look):
            part.setVisible(opened is not None)
        self.standing.show_notice(shown.verdict.notice if shown.verdict is not None else None)
        if opened is not None:
            self.dossier.show_dossier(opened)
            self.collector.render_collector(shown)
        if shown.faults != self._faults:
            self._faults = shown.faults
            self.collector.to_fault(shown.faults)
        self.act.setEnabled(shown.can_act)
        self.collect.setVisible(opened is not None and opened.owes and opened.may_collect)
        self._render_list(shown)

    def _render_list(self, shown: Shown) -> None:
        self.table.set_rows(shown.lines)
        self.heading.setText(self._heading_words(shown))
        if shown.listed is None:
            self.list.set_empty(self.tr("Reading…"))
        elif shown.listed:
            self.list.set_empty(self.tr("Nothing matches “{text}”.").format(text=shown.listed))
        else:
            self.list.set_empty(self.tr("No result waits to be fetched."))
            self.badge.emit(str(len(shown.lines)) if shown.lines else "")

    def _heading_words(self, shown: Shown) -> str:
        count = f"{len(shown.lines)}{'+' if shown.cut else ''}"
        if shown.listed:
            return self.tr("Found: {count}").format(count=count)
        return self.tr("Waiting to be fetched: {count}").format(count=count)

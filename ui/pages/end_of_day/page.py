"""The end of the day: closing it, and beside that what is not yet at the centre."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from ui.dialogs.save_file import AskPath, ask_path
from ui.pages.end_of_day.closing_part import ClosingPart
from ui.pages.end_of_day.sync_part import NOW, SyncPart
from ui.pages.end_of_day.sync_view_model import SyncViewModel
from ui.pages.end_of_day.view_model import ClosingViewModel
from ui.widgets.buttons import shown_keys
from ui.widgets.page import Page

COUNT = "count"
"""The item with which the till asks for its count."""
LINE = "line"
"""The item with which the lamp asks for how things stand with the centre."""
_CLOSING, _SYNC = 0, 1


class EndOfDayPage(Page):
    """Two views of one evening: what closes the day, and what the centre has."""

    def __init__(
        self,
        closing: ClosingViewModel,
        sync: SyncViewModel,
        ask: AskPath = ask_path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(QCoreApplication.translate("EndOfDayPage", "End of the day"), parent)
        self._model = closing
        self.closing = ClosingPart(closing, ask)
        self.sync = SyncPart(sync)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(self.tr("View"))
        self.stack = QStackedWidget()
        views = ((self.tr("Closing"), self.closing), (self.tr("Sync"), self.sync))
        for place, (word, view) in enumerate(views):
            self.tabs.addTab(f"{word}  {shown_keys(f'Alt+{place + 1}')}")
            self.stack.addWidget(view)
            keys = QShortcut(QKeySequence(f"Alt+{place + 1}"), self)
            keys.activated.connect(partial(self.turn, place))
        self.closing.go.connect(self.go)
        self.sync.go.connect(self.go)
        self.tabs.currentChanged.connect(self.turn)
        closing.changed.connect(self._tell_count)
        self.head.addWidget(self.tabs)
        self.body.addWidget(self.stack, 1)

    def entered(self) -> None:
        """Look again, and begin where work begins."""
        self._shown_view().entered()

    def show_item(self, item: object) -> None:
        """Show how things stand with the centre; start a round when another page asks for one."""
        if item in {LINE, NOW}:
            self._turn(_SYNC)
        if item == NOW:
            self.sync.sync_now()
        if item == COUNT:
            self._turn(_CLOSING)
            self.closing.count_cash()

    def turn(self, place: int) -> None:
        """Show one of the views and begin there."""
        self._turn(place)
        self._shown_view().entered()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was typed."""
        self.closing.keep()
        super().closeEvent(event)

    def _tell_count(self) -> None:
        left = len(self._model.shown.left)
        self.badge.emit(str(left) if left else "")

    def _turn(self, place: int) -> None:
        with QSignalBlocker(self.tabs):
            self.tabs.setCurrentIndex(place)
        self.stack.setCurrentIndex(place)

    def _shown_view(self) -> ClosingPart | SyncPart:
        return self.closing if self.stack.currentIndex() == _CLOSING else self.sync

"""The business desk: people without a dossier, and what concerns many dossiers at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from ui.dialogs.open_file import AskFile, ask_file
from ui.dialogs.save_file import AskPath, ask_path
from ui.pages.callers.campaign_part import CampaignPart
from ui.pages.callers.dossier_link import is_number
from ui.pages.callers.opinions_part import OpinionsPart
from ui.pages.callers.parts import Part, StandInPart, VisitsPart
from ui.pages.callers.view_model import CallersViewModel
from ui.widgets.buttons import shown_keys
from ui.widgets.noticebar import NoticeBar
from ui.widgets.page import Page

DOSSIER_PAGE = "dossiers"
"""Key of the page that shows a dossier."""


class CallersPage(Page):
    """Draws a `CallersViewModel` in four views."""

    def __init__(
        self,
        model: CallersViewModel,
        ask_open: AskFile = ask_file,
        ask_save: AskPath = ask_path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(QCoreApplication.translate("CallersPage", "Business desk"), parent)
        self._model = model
        self.visits = VisitsPart(model)
        self.opinions = OpinionsPart(model)
        self.stand_in = StandInPart(model)
        self.campaign = CampaignPart(model, ask_open, ask_save)
        self.parts: tuple[Part, ...] = (self.visits, self.opinions, self.stand_in, self.campaign)
        self.notices = NoticeBar()
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(self.tr("What the desk does"))
        self.stack = QStackedWidget()
        words = (
            self.tr("Visits"),
            self.tr("Opinions"),
            self.tr("Stand-in"),
            self.tr("Many at once"),
        )
        for place, (word, part) in enumerate(zip(words, self.parts, strict=True)):
            self.tabs.addTab(f"{word}  {shown_keys(f'Alt+{place + 1}')}")
            self.stack.addWidget(part)
            keys = QShortcut(QKeySequence(f"Alt+{place + 1}"), self)
            keys.activated.connect(partial(self.turn, place))
        self.head.addWidget(self.tabs)
        self.body.addWidget(self.notices)
        self.body.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(self.turn)
        self.notices.closed.connect(model.close_notice)
        self.opinions.open_wanted.connect(lambda subject: self.go.emit(DOSSIER_PAGE, subject))
        model.changed.connect(self._render)
        self._render()

    def entered(self) -> None:
        """Look again, and begin where one types."""
        self._model.refresh()
        self.parts[self.stack.currentIndex()].begin()

    def take_scan(self, text: str) -> bool:
        """Let the opinion that is typed be about the dossier of a scanned receipt."""
        if self.stack.currentWidget() is not self.opinions or not is_number(text):
            return False
        self._model.link.scan(text)
        return True

    def turn(self, place: int) -> None:
        """Show one of the views and begin there."""
        with QSignalBlocker(self.tabs):
            self.tabs.setCurrentIndex(place)
        self.stack.setCurrentIndex(place)
        self.entered()

    def _render(self) -> None:
        shown = self._model.shown
        self.notices.show_notice(shown.notice)
        for part in self.parts:
            part.render_part(shown)

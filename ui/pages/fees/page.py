"""Money: the desk where it is taken, the bank's statement, the receipt books and the till."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from counter_app.desk import Desk
from ui.dialogs.open_file import AskFile, ask_file
from ui.pages.fees import questions
from ui.pages.fees.books_model import BooksViewModel
from ui.pages.fees.books_part import BooksPart
from ui.pages.fees.collect_part import CollectPart
from ui.pages.fees.statement_model import StatementViewModel
from ui.pages.fees.statement_part import StatementPart
from ui.pages.fees.till_model import TillViewModel
from ui.pages.fees.till_part import TillPart
from ui.pages.fees.view_model import FeesViewModel, PrintPaper
from ui.tasks import Tasks
from ui.widgets.buttons import shown_keys
from ui.widgets.noticebar import NoticeBar
from ui.widgets.page import Page

COLLECT, STATEMENT, BOOKS, TILL = range(4)


class FeesPage(Page):
    """The desk and what belongs to it, each in a tab of its own; Ctrl and a figure turn to it."""

    acted = Signal()
    """An act was added to the journal."""

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        print_paper: PrintPaper,
        ask: AskFile = ask_file,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(QCoreApplication.translate("FeesPage", "Fees"), parent)
        self.model = FeesViewModel(desk, tasks, print_paper, self)
        self.statements = StatementViewModel(desk, tasks, print_paper, self)
        self.books_model = BooksViewModel(desk, tasks, print_paper, self)
        self.till_model = TillViewModel(desk, tasks, print_paper, self)
        self.notices = NoticeBar()
        self.collect = CollectPart(self.model)
        self.statement = StatementPart(self.statements, ask)
        self.books = BooksPart(self.books_model)
        self.till = TillPart(self.till_model)
        self.tabs = QTabBar()
        self.stack = QStackedWidget()
        self._begin: list[Callable[[], None]] = []
        self._lay_out()
        self._wire()
        self._render()

    def refresh(self) -> None:
        """Read again what may have changed elsewhere."""
        self.model.refresh()
        self.model.look_again()
        if self.stack.currentIndex() == BOOKS:
            self.books_model.refresh()
        elif self.stack.currentIndex() == TILL:
            self.till_model.refresh()

    def entered(self) -> None:
        """Look again, and begin where work goes on."""
        self.refresh()
        self._begin[self.stack.currentIndex()]()

    def take_scan(self, text: str) -> bool:
        """Open the dossier of a receipt."""
        if not questions.is_number(text):
            return False
        self.turn(COLLECT)
        self.model.scan(text)
        return True

    def show_item(self, item: object) -> None:
        """Open a dossier that another page sent here, or turn to a tab by its place."""
        if isinstance(item, UUID):
            self.turn(COLLECT)
            self.model.open(item)
        elif isinstance(item, int) and 0 <= item < self.tabs.count():
            self.turn(item)

    def turn(self, place: int) -> None:
        """Show a tab."""
        self.tabs.setCurrentIndex(place)

    def _lay_out(self) -> None:
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(self.tr("What is done with money"))
        self._add(self.tr("Collect"), self.collect, self.collect.begin)
        self._add(self.tr("Bank statement"), self.statement, self.statement.begin)
        self._add(self.tr("Receipt books"), self.books, self.books.begin)
        self._add(self.tr("Till"), self.till, self.till.begin)
        self.head.addWidget(self.tabs)
        self.body.addWidget(self.notices)
        self.body.addWidget(self.stack, 1)

    def _add(self, word: str, part: QWidget, begin: Callable[[], None]) -> None:
        place = self.tabs.count()
        keys = f"Ctrl+{place + 1}"
        self.tabs.addTab(f"{word}  {shown_keys(keys)}")
        self.stack.addWidget(part)
        self._begin.append(begin)
        QShortcut(QKeySequence(keys), self).activated.connect(lambda: self.turn(place))

    def _wire(self) -> None:
        self.tabs.currentChanged.connect(self._turned)
        self.collect.badge.connect(self.badge)
        self.till.go.connect(self.go)
        self.statement.opened.connect(self.show_item)
        self.books.opened.connect(self.show_item)
        self.statements.acted.connect(self.model.refresh)
        for acted in (self.model.acted, self.statements.acted, self.till_model.acted):
            acted.connect(self.acted)
        self.notices.closed.connect(self.model.close_notice)
        self.model.changed.connect(self._render)

    def _turned(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        self._render()
        self.refresh()
        self._begin[place]()

    def _render(self) -> None:
        collecting = self.stack.currentIndex() == COLLECT
        self.notices.show_notice(self.model.shown.notice if collecting else None)

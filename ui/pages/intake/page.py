"""The intake page: draws, listens to the keys, and leads them through the paper."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.open_file import AskFile, ask_file
from ui.dialogs.save_file import AskPath, ask_path
from ui.errors import describe
from ui.intake_form.walk import Walk
from ui.notice import Kind
from ui.pages.intake.acts import Acts, DraftsButton
from ui.pages.intake.alike_panel import AlikePanel
from ui.pages.intake.away_panel import AwayPanel
from ui.pages.intake.duplicates_panel import DuplicatesPanel
from ui.pages.intake.preview_part import DrawReceipt, PreviewPart, draw_receipt
from ui.pages.intake.promise_parts import DuePart, MoneyPart
from ui.pages.intake.received_bar import ReceivedBar
from ui.pages.intake.view_model import IntakeViewModel
from ui.tasks import Tasks
from ui.widgets.buttons import Button
from ui.widgets.noticebar import NoticeBar
from ui.widgets.page import Like, Page, Waiting

PEOPLE_KEYS = "Alt+I"
ONLINE_KEYS = "Alt+O"
DOSSIERS_PAGE = "dossiers"
"""Key of the page that shows a dossier by its subject."""
FEES_PAGE = "fees"
"""Key of the page where the fee of a dossier is taken."""
NARROW = 900
"""Below this width, in pixels at 100 %, there is no room for a preview beside the form."""
_HEAD = 44
_ROOMY = 1400
"""From this width on the head holds the news and all words."""
_SIDE_LEAST, _SIDE_MOST = 336, 620
_GAP = 6


class IntakePage(Page):
    """Draws an `IntakeViewModel`. Enter goes on, Shift+Enter back, F9 receives."""

    def __init__(
        self,
        model: IntakeViewModel,
        tasks: Tasks,
        draw: DrawReceipt = draw_receipt,
        ask: tuple[AskFile, AskPath] = (ask_file, ask_path),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(QCoreApplication.translate("IntakePage", "Intake"), parent)
        self._model = model
        model.setParent(self)
        self._area = QScrollArea()
        self.walk = walk = Walk(model, self, self._area)
        self.procedure, self.parties = walk.procedure, walk.parties
        self.papers, self.returning = walk.papers, walk.returning
        self.money, self.due = MoneyPart(), DuePart()
        self.preview = PreviewPart(tasks, draw)
        self.notices, self.last = NoticeBar(), ReceivedBar()
        self.drafts = DraftsButton(model)
        self.acts = Acts(model)
        self.people = Button(self.tr("List of people"), PEOPLE_KEYS, icon="users", look="quiet")
        self.online = Button(self.tr("Online"), ONLINE_KEYS, icon="inbox", look="quiet")
        self._ask_file = ask[0]
        self.duplicates, self.away = DuplicatesPanel(self), AwayPanel(self)
        self.alike = AlikePanel(model.alike, *ask, self)
        self._lay_out()
        for button in (self.online, self.people):  # a window begins with the first in its order
            QWidget.setTabOrder(self.procedure.box, button)
        self.walk.end_with((*self.acts.buttons, self.online, self.people, self.drafts))
        self._wire()
        self._render()
        model.open()

    def entered(self) -> None:
        """Be shown: the focus stays where it was, or begins with the procedure."""
        self._model.refresh()
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self.walk.begin()

    def show_item(self, item: object) -> None:
        """Go on with a draft that another page points at, or begin one like a dossier."""
        if isinstance(item, Like):
            self._model.copy(item.subject)
        if isinstance(item, UUID):
            self._model.take_up(item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the preview out where there is no room for it."""
        super().resizeEvent(event)
        self._arrange(narrow=self.width() < NARROW)
        self._place_panels()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is typed."""
        self._model.keep_now()
        super().closeEvent(event)

    def take_scan(self, text: str) -> bool:
        """Take an identity card, wherever the focus stands."""
        return self.walk.take_card(text)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Go through the paper; after its last act the window's own order goes on."""
        return self.walk.on(1 if next else -1) or super().focusNextPrevChild(next)

    def _lay_out(self) -> None:
        outer = self.layout()
        assert outer is not None
        outer.setContentsMargins(16, 8, 16, 8)
        self._news = QWidget()
        self._news.setFixedHeight(_HEAD)
        line = QHBoxLayout(self._news)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.notices, 1)
        line.addWidget(self.last, 1)
        self.notices.setMaximumHeight(_HEAD)
        self.last.setFixedHeight(_HEAD)
        self.head.setSpacing(16)
        tail = QHBoxLayout()
        tail.addWidget(self.online)
        tail.addWidget(self.people)
        tail.addWidget(self.drafts)
        self.head.addLayout(tail)
        form = QWidget()
        self._column = QVBoxLayout(form)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)
        for part in self.walk.parts:
            self._column.addWidget(part, 1 if part is self.papers else 0)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(form)
        self._side = _Steady()
        self._beside = QVBoxLayout(self._side)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(_GAP)
        self._beside.addWidget(self.preview, 3)
        self._side.setMinimumWidth(_SIDE_LEAST)
        self._side.setMaximumWidth(_SIDE_MOST)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self._area, 11)
        both.addWidget(self._side, 5)
        self.body.addLayout(both, 1)
        self.body.addWidget(self.acts)
        self._narrow: bool | None = None
        self._arrange(narrow=False)

    def _arrange(self, *, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        below: QBoxLayout = self._column if narrow else self._beside
        below.addWidget(self.money)
        below.addWidget(self.due, 0 if narrow else 2)
        if narrow:
            self.body.insertWidget(0, self._news)
        else:
            self.head.insertWidget(1, self._news, 1)
        self.head.setStretch(self.head.count() - 2, 1 if narrow else 0)
        self._side.setVisible(not narrow)
        self.last.set_narrow(narrow)
        self._show_news()

    def _wire(self) -> None:
        model = self._model
        model.changed.connect(self._render)
        model.open_wanted.connect(lambda subject: self.go.emit(DOSSIERS_PAGE, subject))
        self.notices.acted.connect(model.notices.act)
        self.notices.closed.connect(model.notices.close)
        self.preview.preview.failed.connect(
            lambda error: model.notices.say(Kind.BAD, describe(error))
        )
        self.last.opened.connect(model.open_received)
        self.last.printed_again.connect(model.receiving.print_again)
        self.last.collect_wanted.connect(self._collect)
        self.last.closed.connect(model.receiving.forget)
        self.duplicates.opened.connect(model.open_duplicate)
        self.duplicates.received_all_the_same.connect(model.receive_all_the_same)
        self.duplicates.went_back.connect(self._go_back)
        self.people.clicked.connect(model.alike.begin)
        self.online.clicked.connect(self._import_online)
        model.online.show_wanted.connect(lambda: self.go.emit(DOSSIERS_PAGE, Waiting.ONLINE))
        self.alike.went_back.connect(self._leave_alike)
        self.away.typed.connect(model.away.set_reason)
        self.away.refused.connect(model.away.refuse)
        self.away.guided.connect(model.away.guide)
        self.away.went_back.connect(self._leave_away)

    def _collect(self) -> None:
        received = self._model.receiving.received
        if received is not None:
            self.go.emit(FEES_PAGE, received.receipt.subject)

    def _render(self) -> None:
        shown = self._model.shown
        for part in self.walk.parts:
            part.render_part(shown)
        self.money.render_promise(shown)
        self.due.render_promise(shown)
        self.preview.render_part(shown)
        self.notices.show_notice(shown.notice)
        self.last.render_part(shown)
        self._show_news()
        self.acts.render_part(shown)
        self.drafts.render_part(shown)
        self.duplicates.render_part(shown)
        self.away.render_part(shown)
        self.alike.render_panel()
        self.people.setEnabled(shown.can_receive)
        self._place_panels()

    def _show_news(self) -> None:
        """Keep the place of the news free, so that nothing moves; a narrow window cannot."""
        shown = self._model.shown
        something = shown.notice is not None or shown.received is not None
        self._news.setVisible(something or not self._narrow)
        for button in (self.online, self.people):
            button.set_compact(something and self.width() < _ROOMY)

    def _go_back(self) -> None:
        self._model.receiving.dismiss()
        self.walk.begin()

    def _leave_away(self) -> None:
        self._model.away.leave()
        self.walk.begin()

    def _import_online(self) -> None:
        path = self._ask_file(self, self.tr("Dossiers of the portal"), "*.json")
        if path is not None:
            self._model.online.take(path)

    def _leave_alike(self) -> None:
        self._model.alike.leave()
        if not self._model.alike.shown.asked:
            self.walk.begin()

    def _place_panels(self) -> None:
        most = self.width() - 32
        bottom = self.acts.geometry().bottom()
        for panel in (self.duplicates, self.away, self.alike):
            if not panel.isHidden():
                width = min(max(720, panel.minimumSizeHint().width()), most)
                height = panel.sizeHint().height()
                panel.setGeometry(QRect(16, bottom - height, width, height))


class _Steady(QWidget):
    """A place whose words may wrap without making the page higher than the window."""

    def hasHeightForWidth(self) -> bool:
        return False

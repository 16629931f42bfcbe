"""The shell: rail, header and the pages behind them. No rule lives here, only pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from counter_app.clock import Clock
from ui.notice import Notice
from ui.widgets.header import LOCK_KEYS, SEARCH_KEYS, SWITCH_KEYS, Header
from ui.widgets.noticebar import NoticeBar
from ui.widgets.page import Page
from ui.widgets.rail import Rail

NARROW = 1100
"""Below this width, in pixels at 100 %, the rail shows icons alone."""


@dataclass(frozen=True)
class PageSpec:
    """A page that exists: it is built when it is first shown.

    `badge` is the count the rail shows at first; a `Page` changes it by its signal. A page with
    `in_rail` False is reached otherwise, such as the sync page from the lamp.
    """

    key: str
    title: str
    icon: str
    shortcut: str
    build: Callable[[], QWidget]
    badge: str = ""
    in_rail: bool = True


class MainWindow(QMainWindow):
    """The window of the counter."""

    switch_wanted = Signal()
    lock_wanted = Signal()
    lamp_pressed = Signal()
    notice_acted = Signal()
    shown_page = Signal(str)
    painted = Signal()
    """The window stands before the officer: told once."""
    closing = Signal()

    def __init__(self, clock: Clock | None = None) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Counter"))
        self.setMinimumSize(640, 360)
        self.resize(1366, 728)
        self.rail = Rail()
        self.header = Header(clock)
        self.notices = NoticeBar()
        self._stack = QStackedWidget()
        self._specs: dict[str, PageSpec] = {}
        self._pages: dict[str, QWidget] = {}
        self._frames: dict[str, QScrollArea] = {}
        self._shortcuts: list[QShortcut] = []
        self._current = ""
        self._stands = False
        self._cover: QWidget | None = None
        self._focus_before: QWidget | None = None
        self._shell = self._lay_out()
        self.setCentralWidget(self._shell)
        self._wire()

    @property
    def current(self) -> str:
        """Key of the page that is shown, "" before there is one."""
        return self._current

    @property
    def covered_by(self) -> QWidget | None:
        """What stands before the pages, such as the sign-in."""
        return self._cover

    def set_pages(self, specs: Sequence[PageSpec], first: str = "") -> None:
        """Offer these pages instead of the former ones and show the first.

        Former pages are closed, so that they keep what is not yet kept.
        """
        self._drop_pages()
        self._specs = {spec.key: spec for spec in specs}
        for spec in specs:
            if spec.in_rail:
                self.rail.add(spec.key, spec.title, spec.icon, spec.shortcut).set_count(spec.badge)
            if spec.shortcut:
                self._obey(spec.shortcut, partial(self.go, spec.key))
        if specs:
            self.go(first or specs[0].key)

    def go(self, key: str, item: object = None) -> None:
        """Show a page, built now if need be, at an item. An unknown key shows nothing new."""
        if key not in self._specs:
            return
        if key not in self._pages:
            self._build(self._specs[key])
        self._current = key
        self._stack.setCurrentWidget(self._frames[key])
        self.rail.set_current(key)
        page = self._pages[key]
        if isinstance(page, Page):
            if item is not None:
                page.show_item(item)
            page.entered()
        else:
            page.setFocus()
        self.shown_page.emit(key)

    def page(self, key: str) -> QWidget | None:
        """Return a page that was built."""
        return self._pages.get(key)

    def take_scan(self, text: str) -> bool:
        """Offer a scan to the page on show; False when nobody is there or it is not its own."""
        page = self._pages.get(self._current)
        return self._cover is None and isinstance(page, Page) and page.take_scan(text)

    def set_count(self, key: str, count: str) -> None:
        """Show a count beside a page in the rail."""
        if (button := self.rail.button(key)) is not None:
            button.set_count(count)

    def show_notice(self, notice: Notice | None) -> None:
        """Say something that concerns no page in particular."""
        self.notices.show_notice(notice)

    def show_seat(self, number: int | None, officer: str) -> None:
        """Show where this is and who sits there."""
        self.header.seat.show_seat(number, officer)

    def cover(self, widget: QWidget) -> None:
        """Put `widget` before the pages: they keep their state, keys and eyes do not reach them."""
        for above in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if above is not None:  # an open menu or dialog would stand before the cover
                above.close()
        if self._cover is None:
            self._focus_before = QApplication.focusWidget()
        else:
            self._cover.hide()
            self._cover.deleteLater()
        self._cover = widget
        self._shell.hide()
        self._shell.setEnabled(False)
        widget.setParent(self)
        widget.setGeometry(self.rect())
        widget.show()
        widget.raise_()
        widget.setFocus()

    def uncover(self) -> None:
        """Take the cover away; the focus is where it was."""
        if self._cover is None:
            return
        self._cover.hide()
        self._cover.deleteLater()
        self._cover = None
        self._shell.setEnabled(True)
        self._shell.show()
        before, self._focus_before = self._focus_before, None
        if before is not None and isValid(before):
            before.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way on narrow windows."""
        super().resizeEvent(event)
        self.rail.set_narrow(self.width() < NARROW)
        self.header.set_narrow(self.width() < NARROW)
        if self._cover is not None:
            self._cover.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window has been painted, when the children are painted too."""
        super().paintEvent(event)
        if not self._stands:
            self._stands = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let every page keep what is not yet kept."""
        for page in self._pages.values():
            page.close()
        self.closing.emit()
        super().closeEvent(event)

    def _lay_out(self) -> QWidget:
        shell = QWidget()
        shell.setObjectName("shell")
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.header)
        line = QHBoxLayout()
        line.setContentsMargins(16, 8, 16, 0)
        line.addWidget(self.notices)
        right.addLayout(line)
        right.addWidget(self._stack, 1)
        both = QHBoxLayout(shell)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self.rail)
        both.addLayout(right, 1)
        return shell

    def _wire(self) -> None:
        self.rail.pressed.connect(self.go)
        self.header.lamp.clicked.connect(self.lamp_pressed)
        self.header.switch_wanted.connect(self.switch_wanted)
        self.header.lock_wanted.connect(self.lock_wanted)
        self.notices.acted.connect(self.notice_acted)
        for keys, act in (
            (SEARCH_KEYS, self._to_search),
            ("Ctrl+B", self.rail.toggle),
            (SWITCH_KEYS, self.switch_wanted.emit),
            (LOCK_KEYS, self.lock_wanted.emit),
        ):
            QShortcut(QKeySequence(keys), self._shell).activated.connect(act)

    def _to_search(self) -> None:
        self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.search.selectAll()

    def _obey(self, keys: str, act: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self._shell)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
        self._shortcuts.append(shortcut)

    def _build(self, spec: PageSpec) -> None:
        page = spec.build()
        frame = QScrollArea()
        frame.setFrameShape(QFrame.Shape.NoFrame)
        frame.setWidgetResizable(True)
        frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        frame.setWidget(page)
        self._pages[spec.key] = page
        self._frames[spec.key] = frame
        self._stack.addWidget(frame)
        if isinstance(page, Page):
            page.go.connect(self.go)
            page.badge.connect(lambda count: self.set_count(spec.key, count))

    def _drop_pages(self) -> None:
        for page in self._pages.values():
            page.close()
        for frame in self._frames.values():
            self._stack.removeWidget(frame)
            frame.deleteLater()
        for shortcut in self._shortcuts:
            shortcut.deleteLater()
        self._pages.clear()
        self._frames.clear()
        self._shortcuts.clear()
        self._specs.clear()
        self._current = ""
        self.rail.clear()


class IdleWatch(QObject):
    """Tells when nobody has touched keys or mouse for a while.

    Install on the window's own handle, which all of that passes: on the whole application every
    paint and timer would pass through it too.
    """

    idle = Signal()

    def __init__(self, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.idle)
        self.set_minutes(minutes)

    def set_minutes(self, minutes: int) -> None:
        """Wait so long; 0 waits for ever."""
        self._timer.setInterval(minutes * 60_000)
        if minutes:
            self._timer.start()
        else:
            self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin the wait anew on every key, press, turn of the wheel and touch."""
        if event.type() in _TOUCHES and self._timer.interval():
            self._timer.start()
        return False


_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)

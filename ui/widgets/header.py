"""The line above every page: search and scan, the lamp, the seat with its officer, the clock."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from counter_app.clock import Clock, SystemClock, local
from ui import icons, tokens
from ui.widgets.buttons import shown_keys
from ui.widgets.lamp import Lamp
from ui.widgets.searchbox import SearchBox

HEIGHT = 56
SEARCH_KEYS = "Ctrl+K"
SWITCH_KEYS = "Ctrl+Shift+O"
LOCK_KEYS = "Ctrl+L"


class Header(QFrame):
    """Always in sight. What it shows is given to it."""

    switch_wanted = Signal()
    """Another officer wants to sign in."""
    lock_wanted = Signal()

    def __init__(self, clock: Clock | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setFixedHeight(HEIGHT)
        self._clock = clock or SystemClock()
        self.search = HeaderSearch(self.tr("Find or scan…"))
        self.search.setMaximumWidth(480)
        self.search.setMinimumWidth(160)
        self.lamp = Lamp()
        self.seat = SeatButton()
        self.seat.setMenu(self._menu())
        self._time = ClockLabel()
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 12, 0)
        line.setSpacing(8)
        line.addWidget(self.search, 3)
        line.addStretch(1)
        line.addWidget(self.lamp)
        line.addWidget(self.seat)
        line.addWidget(self._time)
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._show_time)
        self._show_time()

    def set_narrow(self, narrow: bool) -> None:
        """Leave out what a narrow window has no room for."""
        self._time.setVisible(not narrow)
        self.seat.set_short(narrow)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        switch = menu.addAction(self.tr("Switch officer"), self.switch_wanted.emit)
        switch.setShortcut(QKeySequence(SWITCH_KEYS))
        lock = menu.addAction(self.tr("Lock"), self.lock_wanted.emit)
        lock.setShortcut(QKeySequence(LOCK_KEYS))
        for action in (switch, lock):  # the window obeys the keys; the menu shows them
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setShortcutVisibleInContextMenu(True)
        return menu

    def _show_time(self) -> None:
        now_ms = self._clock.now_ms()
        self._time.set_moment(local(now_ms), self._weekday(local(now_ms).weekday()))
        self._tick.start(60_000 - now_ms % 60_000)

    def _weekday(self, day: int) -> str:
        return (
            self.tr("Monday"),
            self.tr("Tuesday"),
            self.tr("Wednesday"),
            self.tr("Thursday"),
            self.tr("Friday"),
            self.tr("Saturday"),
            self.tr("Sunday"),
        )[day]


class HeaderSearch(SearchBox):
    """The search box with its shortcut in small type at its right end."""

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent=parent)
        self._keys = QLabel(shown_keys(SEARCH_KEYS), self)
        self._keys.setProperty("role", "shortcut")
        self._keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Find or scan"))
        self.textChanged.connect(lambda text: self._keys.setVisible(not text))

    def resizeEvent(self, event: object) -> None:
        """Keep the shortcut at the right end."""
        super().resizeEvent(event)
        size = self._keys.sizeHint()
        left, top = self.width() - size.width() - 10, (self.height() - size.height()) // 2
        self._keys.setGeometry(QRect(left, top, size.width(), size.height()))


class SeatButton(QToolButton):
    """Seat and officer, with the menu to switch and to lock."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat, self._officer = "", ""
        self._short = False
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        icons.put(self, "user", "quiet", 18)

    def show_seat(self, number: int | None, officer: str) -> None:
        """Show where this is and who sits there; None before the counter is open."""
        self._seat = self.tr("Counter {number:02d}").format(number=number) if number else ""
        self._officer = officer
        self._write()

    def set_short(self, short: bool) -> None:
        """Show the seat alone."""
        self._short = short
        self._write()

    def sizeHint(self) -> QSize:
        """Return the room of the words, without the gap of a menu arrow."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(words + 18 + 32, 34)

    def _write(self) -> None:
        parts = [self._seat] if self._short and self._seat else [self._seat, self._officer]
        self.setText(" · ".join(part for part in parts if part))
        self.setAccessibleName(" · ".join(part for part in (self._seat, self._officer) if part))
        self.setToolTip(self.accessibleName())
        self.setEnabled(bool(self._officer))
        self.updateGeometry()


class ClockLabel(QWidget):
    """The hour, and the day below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hour, self._day = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_moment(self, now: datetime, weekday: str) -> None:
        """Show this moment."""
        self._hour, self._day = f"{now:%H:%M}", f"{weekday} {now:%d/%m/%Y}"
        self.setAccessibleName(f"{self._hour}, {self._day}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the day."""
        return QSize(self._small().horizontalAdvance(self._day) + 8, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both lines."""
        now = tokens.shown()
        painter = QPainter(self)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(now.text))
        painter.drawText(QRect(0, 2, self.width(), 20), right, self._hour)
        painter.setFont(self._small_font())
        painter.setPen(QColor(now.quiet))
        painter.drawText(QRect(0, 21, self.width(), 17), right, self._day)
        painter.end()

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(12)
        return font

    def _small(self) -> QFontMetrics:
        return QFontMetrics(self._small_font())

"""The navigation rail: one entry per page, with icon, word, count and shortcut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui import icons, tokens
from ui.widgets.buttons import shown_keys

WIDTH = 208
COLLAPSED_WIDTH = 56
_HEIGHT = 40
_LEAST_HEIGHT = 28
_ICON_LEFT = 18
_WORD_LEFT = 50


class RailButton(QAbstractButton):
    """One entry. In the collapsed rail it shows the icon, with a dot where there is a count."""

    def __init__(
        self, title: str, icon: str, shortcut: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setText(title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._icon, self._keys = icon, shown_keys(shortcut) if shortcut else ""
        self._count = ""
        self._collapsed = False
        self._hovered = False
        self._describe()

    @property
    def count(self) -> str:
        """The count beside the word."""
        return self._count

    def set_count(self, count: str) -> None:
        """Show a count, "" for none."""
        if count != self._count:
            self._count = count
            self._describe()
            self.update()

    def set_collapsed(self, collapsed: bool) -> None:
        """Show the icon alone."""
        self._collapsed = collapsed
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the usual height."""
        return QSize(COLLAPSED_WIDTH, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the height on a low screen."""
        return QSize(COLLAPSED_WIDTH, _LEAST_HEIGHT)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Be quiet again."""
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the entry."""
        now = tokens.shown()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = self.rect().adjusted(8, 1, -8, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self._hovered:
            painter.setBrush(QColor(now.accent_pale if self.isChecked() else now.ground))
            painter.drawRoundedRect(place, 4, 4)
        if self.isChecked():
            painter.setBrush(QColor(now.accent))
            painter.drawRoundedRect(
                QRect(place.left(), place.top() + 6, 3, place.height() - 12), 1.5, 1.5
            )
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), 4, 4)
        ink = now.accent if self.isChecked() else now.text
        middle = self.rect().center().y()
        painter.drawPixmap(_ICON_LEFT, middle - 9, icons.pixmap(self._icon, ink))
        if self._collapsed:
            self._paint_dot(painter, now)
        else:
            self._paint_words(painter, now, ink)
        painter.end()

    def _paint_dot(self, painter: QPainter, now: tokens.Tokens) -> None:
        if self._count:
            painter.setPen(QPen(QColor(now.surface), 2))
            painter.setBrush(QColor(now.bad))
            painter.drawEllipse(QRect(_ICON_LEFT + 13, self.rect().center().y() - 13, 11, 11))

    def _paint_words(self, painter: QPainter, now: tokens.Tokens, ink: str) -> None:
        right = self.width() - 18
        small = QFont(self.font())
        small.setPixelSize(12)
        painter.setFont(small)
        align = Qt.AlignmentFlag.AlignVCenter
        if self._keys:
            painter.setPen(QColor(now.quiet))
            width = painter.fontMetrics().horizontalAdvance(self._keys)
            painter.drawText(QRect(right - width, 0, width + 2, self.height()), align, self._keys)
        right -= 30
        if self._count:
            small.setWeight(QFont.Weight.DemiBold)
            painter.setFont(small)
            width = painter.fontMetrics().horizontalAdvance(self._count) + 12
            pill = QRect(right - width, self.rect().center().y() - 9, width, 20)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.bad_pale))
            painter.drawRoundedRect(pill, 10, 10)
            painter.setPen(QColor(now.bad))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self._count)
            right = pill.left() - 6
        word = QFont(self.font())
        word.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        painter.setFont(word)
        painter.setPen(QColor(ink))
        room = QRect(_WORD_LEFT, 0, right - _WORD_LEFT, self.height())
        elide = Qt.TextElideMode.ElideRight
        cut = painter.fontMetrics().elidedText(self.text(), elide, room.width())
        painter.drawText(room, align, cut)

    def _describe(self) -> None:
        words = f"{self.text()} ({self._count})" if self._count else self.text()
        self.setAccessibleName(words)
        self.setAccessibleDescription(self._keys)
        tip = f"{words}  {self._keys}".rstrip()
        self.setToolTip(tip if self._collapsed or self._keys else "")


class Rail(QFrame):
    """The entries below each other; one is current."""

    pressed = Signal(str)
    """Key of the entry that was pressed."""
    toggled = Signal(bool)
    """The officer collapsed the rail, or opened it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(self.tr("Pages"))
        self._buttons: dict[str, RailButton] = {}
        self._collapsed = False
        self._narrow = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 1, 8)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        self._toggle = RailButton(self.tr("Collapse"), "layout-sidebar-left-collapse", "Ctrl+B")
        self._toggle.setCheckable(False)
        self._toggle.clicked.connect(self.toggle)
        self._column.addWidget(self._toggle)
        self.setFixedWidth(WIDTH)

    @property
    def collapsed(self) -> bool:
        """Whether the icons stand alone."""
        return self._collapsed or self._narrow

    def add(self, key: str, title: str, icon: str, shortcut: str) -> RailButton:
        """Add an entry at the end."""
        button = RailButton(title, icon, shortcut)
        button.clicked.connect(lambda: self.pressed.emit(key))
        button.set_collapsed(self.collapsed)
        self._column.insertWidget(len(self._buttons), button)
        self._buttons[key] = button
        return button

    def clear(self) -> None:
        """Take all entries away."""
        for button in self._buttons.values():
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()

    def button(self, key: str) -> RailButton | None:
        """Return an entry."""
        return self._buttons.get(key)

    def set_current(self, key: str) -> None:
        """Mark the page that is shown."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)

    def set_narrow(self, narrow: bool) -> None:
        """Collapse while the window is narrow, whatever was chosen."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._toggle.setVisible(not narrow)
            self._arrange()

    def set_collapsed(self, collapsed: bool) -> None:
        """Collapse, or open where the window is wide enough."""
        if collapsed != self._collapsed:
            self._collapsed = collapsed
            self._arrange()

    def toggle(self) -> None:
        """Collapse or open, as the officer wishes."""
        self.set_collapsed(not self._collapsed)
        self.toggled.emit(self._collapsed)

    def _arrange(self) -> None:
        self.setFixedWidth(COLLAPSED_WIDTH if self.collapsed else WIDTH)
        for button in (*self._buttons.values(), self._toggle):
            button.set_collapsed(self.collapsed)

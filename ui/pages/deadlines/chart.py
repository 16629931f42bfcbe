"""How much falls due on each day ahead: bars with their numbers, readable in grey too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import tokens
from ui.moments import short_weekday

_TOP = 22
_BOTTOM = 40
_WIDEST = 44
_LOWEST = 2
_SMALL_PX = 12


class LoadChart(QWidget):
    """One bar a day, its number above, weekday and day below; today's bar is the filled one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._load: tuple[tuple[date, int], ...] = ()
        self._today: date | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Falling due on the days ahead"))

    @property
    def load(self) -> tuple[tuple[date, int], ...]:
        """What is drawn."""
        return self._load

    def set_load(self, load: Sequence[tuple[date, int]], today: date | None) -> None:
        """Show (day, count), the days in order."""
        if (tuple(load), today) == (self._load, self._today):
            return
        self._load, self._today = tuple(load), today
        told = ", ".join(f"{day:%d/%m}: {count}" for day, count in load)
        self.setAccessibleDescription(told)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room that ten days need."""
        return QSize(480, 200)

    def minimumSizeHint(self) -> QSize:
        """Return the room below which numbers would touch."""
        return QSize(280, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars."""
        if not self._load:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = tokens.shown()
        slot = self.width() / len(self._load)
        room = self.height() - _TOP - _BOTTOM
        most = max((count for _, count in self._load), default=0)
        base = self.height() - _BOTTOM
        painter.setPen(QColor(now.line_strong))
        painter.drawLine(0, base, self.width(), base)
        for place, (day, count) in enumerate(self._load):
            middle = slot * (place + 0.5)
            wide = min(slot * 0.62, _WIDEST)
            high = max(room * count / most, _LOWEST) if count and most else 0
            bar = QRectF(middle - wide / 2, base - high, wide, high)
            if count:
                ink = QColor(now.accent)
                painter.setPen(QPen(ink, 1.4))
                painter.setBrush(ink if day == self._today else QColor(now.accent_pale))
                painter.drawRect(bar)
            self._write(painter, middle, slot, bar.top() - _TOP, str(count), strong=bool(count))
            self._write(painter, middle, slot, base + 2, short_weekday(day), strong=False)
            self._write(painter, middle, slot, base + 19, f"{day:%d/%m}", strong=day == self._today)
        painter.end()

    def _write(
        self, painter: QPainter, middle: float, slot: float, top: float, text: str, *, strong: bool
    ) -> None:
        font = QFont(self.font())
        font.setPixelSize(_SMALL_PX)
        if strong:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        now = tokens.shown()
        painter.setPen(QColor(now.text if strong else now.quiet))
        place = QRectF(middle - slot / 2, top, slot, _TOP - 2)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

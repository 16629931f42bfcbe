"""How many of its results each agency had early or on time: bars people compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import tokens

_ROW = 24
_SMALL_PX = 12
_NUMBER_ROOM = 64
_NAME_PART = 0.3
_FULL = Decimal(100)


@dataclass(frozen=True, slots=True)
class Bar:
    """An agency's share in percent; None where it had no results."""

    name: str
    share: Decimal | None


class ShareChart(QWidget):
    """One bar an agency; what is below all others' average stands in the colour of late."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._average: Decimal | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Early or on time, by agency"))

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is drawn."""
        return self._bars

    def set_bars(self, bars: Sequence[Bar], average: Decimal | None) -> None:
        """Show the agencies, and the share of all of them together as a line."""
        if (tuple(bars), average) == (self._bars, self._average):
            return
        self._bars, self._average = tuple(bars), average
        told = ", ".join(f"{bar.name}: {_words(bar.share)}" for bar in self._bars)
        self.setAccessibleDescription(told)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room that all bars need."""
        return QSize(320, _ROW * max(len(self._bars), 1) + 4)

    def minimumSizeHint(self) -> QSize:
        """Return the same height: the place around it scrolls."""
        return QSize(220, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(_SMALL_PX)
        painter.setFont(font)
        left = int(self.width() * _NAME_PART)
        room = max(self.width() - left - _NUMBER_ROOM, 1)
        for place, bar in enumerate(self._bars):
            self._draw(painter, bar, place * _ROW, left, room)
        if self._average is not None:
            x = left + room * float(self._average / _FULL)
            painter.setPen(QPen(QColor(tokens.shown().line_strong), 1, Qt.PenStyle.DashLine))
            painter.drawLine(int(x), 0, int(x), _ROW * len(self._bars))
        painter.end()

    def _draw(self, painter: QPainter, bar: Bar, top: int, left: int, room: int) -> None:
        now = tokens.shown()
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(now.text))
        name = painter.fontMetrics().elidedText(bar.name, Qt.TextElideMode.ElideRight, left - 8)
        painter.drawText(QRect(0, top, left - 8, _ROW), middle | Qt.AlignmentFlag.AlignLeft, name)
        wide = 0.0
        if bar.share is not None:
            wide = room * float(bar.share / _FULL)
            low = self._average is not None and bar.share < self._average
            ink = QColor(now.bad if low else now.good)
            painter.setPen(QPen(ink, 1.2))
            painter.setBrush(QColor(now.bad_pale if low else now.good_pale))
            painter.drawRect(QRectF(left, top + 5, wide, _ROW - 10))
        painter.setPen(QColor(now.text if bar.share is not None else now.quiet))
        number = QRect(int(left + wide) + 6, top, _NUMBER_ROOM, _ROW)
        painter.drawText(number, middle | Qt.AlignmentFlag.AlignLeft, _words(bar.share))


def _words(share: Decimal | None) -> str:
    return "–" if share is None else f"{share:.2f} %".replace(".", ",")

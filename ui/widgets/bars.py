"""Horizontal bars with their words and numbers, readable in grey too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import tokens
from ui.notice import Kind

_ROW = 26
_BAR = 14
_GAP = 8
_NUMBERS = 96
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Bar:
    """One line: its words, and its parts as (kind, count), drawn one behind the other."""

    words: str
    parts: tuple[tuple[Kind, int], ...]

    @property
    def total(self) -> int:
        return sum(count for _, count in self.parts)


class BarChart(QWidget):
    """One bar a line; the longest takes the whole width, the counts stand at the right.

    The parts are told in numbers as well, in their order, so that nothing hangs on colour alone.
    """

    def __init__(self, name: str, label_width: int = 176, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._label_width = label_width
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is drawn."""
        return self._bars

    def set_bars(self, bars: Sequence[Bar]) -> None:
        """Draw these, from above."""
        if tuple(bars) == self._bars:
            return
        self._bars = tuple(bars)
        self.setAccessibleDescription(", ".join(f"{one.words}: {_numbers(one)}" for one in bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room that all lines need."""
        return QSize(self._label_width + 240 + _NUMBERS, max(len(self._bars), 1) * _ROW)

    def minimumSizeHint(self) -> QSize:
        """Return the room below which words would touch bars."""
        return QSize(self._label_width + 80 + _NUMBERS, max(len(self._bars), 1) * _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = tokens.shown()
        most = max((bar.total for bar in self._bars), default=0)
        room = self.width() - self._label_width - _NUMBERS - 2 * _GAP
        for place, bar in enumerate(self._bars):
            top = place * _ROW
            painter.setPen(QColor(now.text))
            words = painter.fontMetrics().elidedText(
                bar.words, Qt.TextElideMode.ElideRight, self._label_width
            )
            line = QRectF(0, top, self._label_width, _ROW)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
            left = float(self._label_width + _GAP)
            for kind, count in bar.parts:
                if not count or not most:
                    continue
                wide = max(room * count / most, _LEAST)
                ink, _ = tokens.kind_colours(kind)
                painter.setPen(QPen(ink, 1))
                painter.setBrush(ink if kind is not Kind.QUIET else QColor(now.ground))
                painter.drawRect(QRectF(left, top + (_ROW - _BAR) / 2, wide, _BAR))
                left += wide
            painter.setPen(QColor(now.quiet))
            told = QRectF(self.width() - _NUMBERS, top, _NUMBERS, _ROW)
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(told, align, _numbers(bar))
        painter.end()


def _numbers(bar: Bar) -> str:
    return " + ".join(str(count) for _, count in bar.parts) if bar.total else "0"

"""A year at a glance: twelve months, each day drawn as what it is, one of them pointed at."""

from __future__ import annotations

import calendar as months
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.domain.calendar_changes import DayKind
from ui import tokens
from ui.moments import short_weekday

_ACROSS, _DOWN = 4, 3
_HEAD = 36
_MONTH_GAP = 16
_WEEKS = 6
_SMALL_PX = 11
_BODY_PX = 12


@dataclass(frozen=True, slots=True)
class Day:
    """What a day of the grid is; `changed` marks what is not published yet."""

    kind: DayKind
    name: str = ""
    changed: bool = False


class YearGrid(QWidget):
    """Arrows move by days and weeks, Page Up and Down by months; a click points as well."""

    pointed = Signal(object)
    """The day that is pointed at now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: Mapping[date, Day] = {}
        self._day = date(2000, 1, 1)
        self._today: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("The days of the year"))

    @property
    def day(self) -> date:
        """The day pointed at."""
        return self._day

    def set_year(self, days: Mapping[date, Day], day: date, today: date) -> None:
        """Draw these days of the year of `day`, which is pointed at."""
        if (days, day, today) != (self._days, self._day, self._today):
            self._days, self._day, self._today = days, day, today
            self.setAccessibleDescription(self._told(day))
            self.update()

    def sizeHint(self) -> QSize:
        """Return the room in which days are easily hit."""
        return QSize(_ACROSS * 192, _DOWN * 190)

    def minimumSizeHint(self) -> QSize:
        """Return the room below which figures would touch."""
        return QSize(_ACROSS * 156, _DOWN * 150)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the day."""
        days = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -7,
            Qt.Key.Key_Down: 7,
        }.get(Qt.Key(event.key()))
        leaps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if days is not None:
            self.pointed.emit(self._day + timedelta(days=days))
        elif leaps is not None:
            self.pointed.emit(_month_later(self._day, leaps))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Point at the day below the mouse."""
        for month in range(1, 13):
            for day, place in self._places(month):
                if place.contains(event.position()):
                    self.pointed.emit(day)
                    return

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw twelve months."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = tokens.shown()
        for month in range(1, 13):
            frame = self._frame(month)
            font = QFont(self.font())
            font.setPixelSize(_BODY_PX)
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(QColor(now.text))
            title = self.tr("Month {number}").format(number=month)
            painter.drawText(
                QRectF(frame.left(), frame.top(), frame.width(), 18),
                Qt.AlignmentFlag.AlignVCenter,
                title,
            )
            self._paint_weekdays(painter, frame)
            for day, place in self._places(month):
                self._paint_day(painter, day, place)
        painter.end()

    def _paint_weekdays(self, painter: QPainter, frame: QRectF) -> None:
        font = QFont(self.font())
        font.setPixelSize(_SMALL_PX)
        painter.setFont(font)
        painter.setPen(QColor(tokens.shown().quiet))
        wide = frame.width() / 7
        for weekday in range(7):
            place = QRectF(frame.left() + weekday * wide, frame.top() + 18, wide, 16)
            words = short_weekday(date(2024, 1, 1 + weekday))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_day(self, painter: QPainter, day: date, place: QRectF) -> None:
        now = tokens.shown()
        told = self._days.get(day)
        kind = told.kind if told else None
        ground, ink = {
            DayKind.HOLIDAY: (now.bad_pale, now.bad),
            DayKind.MAKE_UP: (now.good_pale, now.good),
            DayKind.WORKING: (now.surface, now.text),
            DayKind.WEEKEND: (now.ground, now.quiet),
            None: (now.ground, now.line_strong),
        }[kind]
        cell = place.adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(cell, 3, 3)
        font = QFont(self.font())
        font.setPixelSize(_SMALL_PX)
        special = kind in {DayKind.HOLIDAY, DayKind.MAKE_UP}
        font.setWeight(QFont.Weight.Bold if special else QFont.Weight.Normal)
        font.setUnderline(bool(told and told.changed))
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(day.day))
        if day in (self._day, self._today):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            strong = 2 if day == self._day else 1
            painter.setPen(QPen(QColor(now.accent), strong))
            painter.drawRoundedRect(cell, 3, 3)

    def _frame(self, month: int) -> QRectF:
        across, down = (month - 1) % _ACROSS, (month - 1) // _ACROSS
        wide = (self.width() - (_ACROSS - 1) * _MONTH_GAP) / _ACROSS
        high = (self.height() - (_DOWN - 1) * _MONTH_GAP / 2) / _DOWN
        return QRectF(across * (wide + _MONTH_GAP), down * (high + _MONTH_GAP / 2), wide, high)

    def _places(self, month: int) -> list[tuple[date, QRectF]]:
        frame = self._frame(month)
        wide, high = frame.width() / 7, (frame.height() - _HEAD) / _WEEKS
        first, length = months.monthrange(self._day.year, month)
        return [
            (
                date(self._day.year, month, number),
                QRectF(
                    frame.left() + (first + number - 1) % 7 * wide,
                    frame.top() + _HEAD + (first + number - 1) // 7 * high,
                    wide,
                    high,
                ),
            )
            for number in range(1, length + 1)
        ]

    def _told(self, day: date) -> str:
        told = self._days.get(day)
        return f"{day:%d/%m/%Y} {told.name if told else ''}".strip()


def _month_later(day: date, count: int) -> date:
    month = day.year * 12 + day.month - 1 + count
    year, month = month // 12, month % 12 + 1
    return date(year, month, min(day.day, months.monthrange(year, month)[1]))

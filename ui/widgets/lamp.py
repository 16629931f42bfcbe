"""The lamp: where the officer's work has safely arrived."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip, QWidget

from ui import tokens

_DOT = 12
_GAP = 6
_PAD = 8


class Light(Enum):
    """One of the three lights. The forms differ as well as the colours."""

    GREEN = "green"
    """Proved: a full disc with a tick."""
    WAITING = "waiting"
    """On its way: a ring half full."""
    RED = "red"
    """Failed: a disc with a bar."""
    DARK = "dark"
    """Nothing is known: an empty ring."""


@dataclass(frozen=True, slots=True)
class LampState:
    """What the lamp says: on disk, at the centre, proved; the unsent count and oldest age."""

    on_disk: Light = Light.DARK
    at_centre: Light = Light.DARK
    proved: Light = Light.DARK
    unsent: int = 0
    oldest: str = ""
    """Age of the oldest unsent entry in words, "" while it does not matter."""


class Lamp(QAbstractButton):
    """Three lights with the unsent count beside them; a click asks for the sync page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = LampState()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._describe()

    @property
    def state(self) -> LampState:
        """What is shown."""
        return self._state

    @property
    def words(self) -> str:
        """All that the lamp says, one line per light."""
        return self.toolTip()

    def set_state(self, state: LampState) -> None:
        """Show another state."""
        if state != self._state:
            self._state = state
            self._describe()
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the lights and the count."""
        words = self.fontMetrics().horizontalAdvance(self._count())
        lights = 3 * _DOT + 2 * _GAP
        return QSize(lights + 2 * _PAD + (_PAD + words if words else 0), 34)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Say the words at once, without the usual wait of a tool tip."""
        QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), self.toolTip(), self)
        super().enterEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme or font."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lights, the count and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = tokens.shown()
        if self.hasFocus():
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        left = float(_PAD)
        for light in (self._state.on_disk, self._state.at_centre, self._state.proved):
            place = QRectF(left, (self.height() - _DOT) / 2, _DOT, _DOT)
            _paint_light(painter, place, light)
            left += _DOT + _GAP
        if count := self._count():
            painter.setPen(QColor(now.warn if self._state.oldest else now.text))
            words = QRectF(left + _PAD - _GAP, 0, self.width() - left, self.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, count)
        painter.end()

    def _count(self) -> str:
        if not self._state.unsent:
            return ""
        words = self.tr("%n unsent", "", self._state.unsent)
        return f"{words} · {self._state.oldest}" if self._state.oldest else words

    def _describe(self) -> None:
        state = self._state
        lines = [
            self._line(state.on_disk, self.tr("written to disk"), self.tr("not written to disk")),
            self._line(state.at_centre, self.tr("at the centre"), self.tr("not yet at the centre")),
            self._line(state.proved, self.tr("proved with the centre"), self.tr("not yet proved")),
        ]
        if count := self._count():
            lines.append(count)
        self.setToolTip("\n".join(lines))
        self.setAccessibleName(self.tr("Where the work has arrived"))
        self.setAccessibleDescription(", ".join(lines))

    @staticmethod
    def _line(light: Light, there: str, not_there: str) -> str:
        mark = {Light.GREEN: "✓", Light.WAITING: "…", Light.RED: "!", Light.DARK: "–"}[light]
        return f"{mark} {there if light is Light.GREEN else not_there}"


def _paint_light(painter: QPainter, place: QRectF, light: Light) -> None:
    now = tokens.shown()
    colour = QColor(
        {
            Light.GREEN: now.good,
            Light.WAITING: now.warn,
            Light.RED: now.bad,
            Light.DARK: now.line_strong,
        }[light]
    )
    disc = place.adjusted(1, 1, -1, -1)
    painter.setPen(QPen(colour, 2))
    painter.setBrush(colour if light in (Light.GREEN, Light.RED) else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(disc)
    middle = disc.center()
    painter.setPen(QPen(QColor(now.surface), 1.8, c=Qt.PenCapStyle.RoundCap))
    if light is Light.GREEN:
        painter.drawPolyline(
            [middle + QPointF(-2.6, 0.2), middle + QPointF(-0.7, 2.1), middle + QPointF(2.7, -1.9)]
        )
    elif light is Light.RED:
        painter.drawLine(middle + QPointF(0, -2.8), middle + QPointF(0, 2.8))
    elif light is Light.WAITING:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPie(disc, 90 * 16, -180 * 16)

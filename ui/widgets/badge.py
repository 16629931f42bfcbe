"""A state as icon and word on a pale ground."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons, tokens
from ui.notice import Kind

KIND_ICONS = {
    Kind.GOOD: "circle-check",
    Kind.WARN: "alert-triangle",
    Kind.BAD: "alert-circle",
    Kind.INFO: "info-circle",
    Kind.QUIET: "circle-dashed",
}

HEIGHT = 22
_ICON = 14
_SIDE = 7
_GAP = 5


def badge_width(text: str, font: QFont) -> int:
    """Return the width of a badge with this word."""
    # Letters end on fractions of a pixel: a width rounded down cuts the last one off.
    word = ceil(QFontMetricsF(_small(font)).horizontalAdvance(text)) + 1
    return _SIDE * 2 + _ICON + _GAP + word


def paint_badge(painter: QPainter, place: QRect, kind: Kind, text: str, icon: str = "") -> None:
    """Draw a badge at the left of `place`, in its middle; a long word is cut with an ellipsis."""
    ink, ground = tokens.kind_colours(kind)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(_small(painter.font()))
    width = min(badge_width(text, painter.font()), place.width())
    pill = QRect(place.left(), place.center().y() - HEIGHT // 2 + 1, width, HEIGHT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(pill, HEIGHT / 2, HEIGHT / 2)
    drawn = icons.pixmap(icon or KIND_ICONS[kind], ink, _ICON)
    painter.drawPixmap(pill.left() + _SIDE, pill.top() + (HEIGHT - _ICON) // 2, drawn)
    painter.setPen(ink)
    words = pill.adjusted(_SIDE + _ICON + _GAP, 0, -_SIDE, 0)
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, cut)
    painter.restore()


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(12)
    small.setWeight(QFont.Weight.Medium)
    return small


class Badge(QWidget):
    """A badge as a widget."""

    def __init__(
        self, kind: Kind = Kind.QUIET, text: str = "", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind, self._text, self._icon = kind, text, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        """The word."""
        return self._text

    def set(self, kind: Kind, text: str, icon: str = "") -> None:
        """Show another state; `icon` "" takes the kind's own."""
        self._kind, self._text, self._icon = kind, text, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of icon and word."""
        return QSize(badge_width(self._text, self.font()) + 1, HEIGHT + 2)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another font."""
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the badge."""
        if self._text:
            painter = QPainter(self)
            paint_badge(painter, self.rect(), self._kind, self._text, self._icon)
            painter.end()

"""A column that scrolls where there is no room, and follows the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

_SCROLL_BAR = 12
_LEAST = 144


class Scrolled(QScrollArea):
    """Keeps what has the focus in sight, however the focus came there.

    It is as high as what it holds, and lower where there is no room for that.
    """

    def __init__(self, inner: QWidget, width: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._holder = holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(inner)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if width:
            self.setFixedWidth(width + _SCROLL_BAR)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidget(holder)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def sizeHint(self) -> QSize:
        """Return the room for everything."""
        inner = self._holder.sizeHint()
        return QSize(inner.width() + _SCROLL_BAR, inner.height())

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few fields."""
        inner = self._holder.minimumSizeHint()
        return QSize(inner.width(), min(inner.height(), _LEAST))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another height when what it holds does."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, 48)

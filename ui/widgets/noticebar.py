"""One line in the page: what happened, what still works, and the act that helps."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from ui import icons, tokens
from ui.notice import Kind, Notice
from ui.widgets.badge import KIND_ICONS
from ui.widgets.buttons import Button

_INK = {
    Kind.GOOD: "good",
    Kind.WARN: "warn",
    Kind.BAD: "bad",
    Kind.INFO: "accent",
    Kind.QUIET: "quiet",
}


class NoticeBar(QWidget):
    """Shows one `Notice`. Hidden while there is nothing to say."""

    acted = Signal()
    """The act of the notice was pressed."""
    closed = Signal()
    """The officer put the notice away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice: Notice | None = None
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.act = Button("", look="link")
        self.act.clicked.connect(self.acted)
        self._close = QToolButton()
        self._close.setAccessibleName(self.tr("Close the notice"))
        self._close.setToolTip(self.tr("Close the notice"))
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self._put_away)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 4, 4, 4)
        line.setSpacing(8)
        line.addWidget(self._icon)
        line.addWidget(self._text, 1)
        line.addWidget(self.act)
        line.addWidget(self._close)
        icons.put(self._close, "x", "quiet", 16)
        self.setMinimumHeight(40)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def notice(self) -> Notice | None:
        """What is shown."""
        return self._notice

    def show_notice(self, notice: Notice | None) -> None:
        """Show a notice, or nothing. An equal one is not announced again."""
        if notice == self._notice:
            return
        self._notice = notice
        self.setVisible(notice is not None)
        if notice is None:
            return
        icons.put(self._icon, KIND_ICONS[notice.kind], _INK[notice.kind])
        self._text.setText(notice.text)
        self.act.set_word(notice.act)
        self.act.setVisible(bool(notice.act))
        self.setAccessibleName(f"{self._kind_word(notice.kind)}: {notice.text}")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pale ground and the bar of the kind's colour."""
        if self._notice is None:
            return
        ink, ground = tokens.kind_colours(self._notice.kind)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(self.rect(), 4, 4)
        painter.setBrush(ink)
        painter.drawRoundedRect(QRect(0, 0, 4, self.height()), 2, 2)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.update()

    def _put_away(self) -> None:
        self.show_notice(None)
        self.closed.emit()

    def _kind_word(self, kind: Kind) -> str:
        return {
            Kind.GOOD: self.tr("Done"),
            Kind.WARN: self.tr("Attention"),
            Kind.BAD: self.tr("Error"),
            Kind.INFO: self.tr("Note"),
            Kind.QUIET: self.tr("Note"),
        }[kind]

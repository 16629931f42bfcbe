"""The dossier received last: its number large enough to read across the desk."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui import icons, tokens
from ui.notice import Kind
from ui.pages.intake.shown import ReceivedShown, Shown
from ui.theme import number_font
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button
from ui.widgets.elided import ElidedLabel

COLLECT_KEYS = "Ctrl+T"
_NUMBER_PX = 17


class ReceivedBar(QWidget):
    """Number, whose it is, when it is due, and how far the paper is."""

    opened = Signal()
    printed_again = Signal()
    closed = Signal()
    collect_wanted = Signal()
    """The fee of the dossier is to be taken now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawn: ReceivedShown | None = None
        self._narrow = False
        mark = QLabel()
        icons.put(mark, "circle-check", "good")
        self.number = QLabel()
        font = number_font()
        font.setPixelSize(_NUMBER_PX)
        self.number.setFont(font)
        self.number.setStyleSheet(f"font-size: {_NUMBER_PX}px; font-weight: 600;")
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words = ElidedLabel(role="quiet")
        self.state = Badge()
        self.again = Button(self.tr("Print again"), look="link")
        self.open = Button(self.tr("Open"), look="link")
        self.collect = Button(self.tr("Collect"), COLLECT_KEYS, look="link")
        self.close_button = QToolButton()
        self.close_button.setAccessibleName(self.tr("Close"))
        icons.put(self.close_button, "x", "quiet", 16)
        both = QVBoxLayout()
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self.number)
        both.addWidget(self.words)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 0, 4, 0)
        line.setSpacing(8)
        line.addWidget(mark)
        line.addLayout(both, 1)
        for widget in (self.state, self.collect, self.again, self.open, self.close_button):
            line.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.open.clicked.connect(self.opened)
        self.collect.clicked.connect(self.collect_wanted)
        self.again.clicked.connect(self.printed_again)
        self.close_button.clicked.connect(self.closed)
        self.hide()

    def set_narrow(self, narrow: bool) -> None:
        """Leave out what a narrow window has no room for."""
        self._narrow = narrow
        self._make_room()

    def render_part(self, shown: Shown) -> None:
        """Draw the dossier received last; a notice takes its place."""
        received = shown.received
        self.setVisible(received is not None and shown.notice is None)
        if received is None or received == self._drawn:
            return
        self._drawn = received
        self.number.setText(received.receipt.number)
        failed = received.printing is Kind.BAD
        self.words.setText(received.printer_says if failed else received.words)
        self.state.set(received.printing, received.printing_words)
        self.state.setToolTip(received.printer_says)
        self.again.setEnabled(received.printable)
        self._make_room()
        spoken = (
            received.receipt.number,
            received.words,
            received.printing_words,
            received.printer_says,
        )
        self.setAccessibleName(", ".join(word for word in spoken if word))

    def _make_room(self) -> None:
        """The fee comes before what can be done from the page of the dossier as well."""
        received = self._drawn
        collectable = received is not None and received.collectable
        failed = received is not None and received.printing is Kind.BAD
        self.collect.setVisible(collectable)
        self.open.setVisible(not (self._narrow or collectable))
        self.again.setVisible(failed or not collectable)
        self.state.setVisible(
            received is not None and bool(received.printing_words) and not (failed and collectable)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pale ground."""
        ink, ground = tokens.kind_colours(Kind.GOOD)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(self.rect(), 4, 4)
        painter.setBrush(ink)
        painter.drawRoundedRect(QRect(0, 0, 4, self.height()), 2, 2)
        painter.end()

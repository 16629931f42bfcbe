"""What stands in the middle while the counter opens, or cannot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from ui.notice import Notice
from ui.widgets.noticebar import NoticeBar

_WIDTH = 480


class Opening(QWidget):
    """Says that the local file is being opened; on failure, why, and offers to try again."""

    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overlay")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = QLabel(self.tr("Opening the counter…"))
        self._words.setProperty("role", "quiet")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self.notices = NoticeBar()
        self.notices.setFixedWidth(_WIDTH)
        self.notices.acted.connect(self.again)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self._words)
        column.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.notices, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)

    def show_trouble(self, notice: Notice | None) -> None:
        """Say why the counter cannot be opened; None while it is being tried."""
        self.notices.show_notice(notice)
        self._bar.setVisible(notice is None)
        self._words.setVisible(notice is None)

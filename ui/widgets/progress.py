"""The bar of long work: what it is doing, how far, and Cancel."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from ui.widgets.buttons import Button

APPEARS_AFTER_MS = 400


class LongWork(QWidget):
    """Appears when work takes longer than 0.4 s. Its room is kept, so nothing moves."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doing = QLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._far = QLabel()
        self._far.setProperty("role", "caption")
        self.cancel = Button(self.tr("Cancel"), look="quiet")
        self.cancel.clicked.connect(self._stop)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self._doing)
        line.addWidget(self._bar, 1)
        line.addWidget(self._far)
        line.addWidget(self.cancel)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self._wait = QTimer(self, singleShot=True, interval=APPEARS_AFTER_MS)
        self._wait.timeout.connect(self.show)
        self.hide()

    def begin(self, doing: str) -> None:
        """Announce work; the bar appears when it is not finished soon."""
        self._doing.setText(doing)
        self._bar.setAccessibleName(doing)
        self._bar.setRange(0, 0)
        self._far.clear()
        self.cancel.setEnabled(True)
        self._wait.start()

    def advance(self, done: int, total: int, doing: str = "") -> None:
        """Show how far the work is; `total` 0 means that nobody knows."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._far.setText(f"{done:,} / {total:,}".replace(",", ".") if total else "")
        if doing:
            self._doing.setText(doing)

    def finish(self) -> None:
        """Put the bar away."""
        self._wait.stop()
        self.hide()

    def _stop(self) -> None:
        self.cancel.setEnabled(False)
        self._doing.setText(self.tr("Stopping…"))
        self.cancelled.emit()

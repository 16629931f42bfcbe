"""A decision before saving: the same person has an open dossier of the same procedure."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QVBoxLayout, QWidget

from ui.pages.intake.shown import DuplicateLine, Shown
from ui.widgets.buttons import Button

_ROW = 48
_ROWS = 4


class DuplicatesPanel(QFrame):
    """Names what is here already; going back is the answer that a hasty key gives."""

    opened = Signal(int)
    received_all_the_same = Signal()
    went_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        self._drawn: tuple[DuplicateLine, ...] = ()
        title = QLabel(self.tr("This may be here already"))
        title.setProperty("role", "section")
        words = QLabel(
            self.tr("The same person has an open dossier of this procedure. Nothing was saved yet.")
        )
        words.setProperty("role", "quiet")
        words.setWordWrap(True)
        self.list = QListWidget()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Open dossiers of the same person"))
        self.back = Button(self.tr("Look again"), icon="arrow-left")
        self.open = Button(self.tr("Open that dossier"))
        self.go_on = Button(self.tr("Receive all the same"))
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for button in (self.back, self.open, self.go_on):
            acts.addWidget(button)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for widget in (title, words, self.list):
            column.addWidget(widget)
        column.addLayout(acts)
        self.back.clicked.connect(self.went_back)
        self.go_on.clicked.connect(self.received_all_the_same)
        self.open.clicked.connect(self._open)
        self.list.itemActivated.connect(lambda _: self._open())
        self.hide()

    def render_part(self, shown: Shown) -> None:
        """Ask while there is something to ask."""
        if shown.duplicates == self._drawn:
            return
        self._drawn = shown.duplicates
        self.list.clear()
        self.list.addItems([_told(line) for line in shown.duplicates])
        self.list.setCurrentRow(0)
        self.list.setFixedHeight(min(max(len(shown.duplicates), 1), _ROWS) * _ROW + 4)
        self.setVisible(bool(shown.duplicates))
        if shown.duplicates:
            self.raise_()
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Escape; let arrows and Tab stay among the answers."""
        if event.key() == Qt.Key.Key_Escape:
            self.went_back.emit()
            return
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._step(step)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Keep Tab among the answers."""
        self._step(1 if next else -1)
        return True

    def _step(self, step: int) -> None:
        ring: list[QWidget] = [self.back, self.open, self.go_on, self.list]
        place = next((at for at, widget in enumerate(ring) if widget.hasFocus()), 0)
        ring[(place + step) % len(ring)].setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self) -> None:
        if self.list.currentRow() >= 0:
            self.opened.emit(self.list.currentRow())


def _told(line: DuplicateLine) -> str:
    _, state, _ = line.state
    return f"{line.number} · {state} · {line.received}\n{line.owner} · {line.matched}"

"""Counting the till before the day is closed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.pages.end_of_day.shown import Busy, ClosingShown
from ui.widgets.buttons import Button
from ui.widgets.note_count import NoteCount

RECORD_KEYS = "Ctrl+Return"


class CountPart(QWidget):
    """The notes, and the button that records them; Escape puts the count away."""

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = QLabel(self.tr("The till, counted by notes"))
        heading.setProperty("role", "section")
        self.notes = NoteCount()
        self.record = Button(self.tr("Record the count"), RECORD_KEYS, icon="check")
        self.back = Button(self.tr("Back"), "Esc", look="quiet")
        self.notes.edited.connect(self.edited)
        self.back.clicked.connect(self.left)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.record)
        acts.addWidget(self.back)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(self.notes)
        column.addLayout(acts)
        column.addStretch(1)

    def begin(self) -> None:
        """Stand on the largest note."""
        self.notes.begin()

    def render_count(self, shown: ClosingShown) -> None:
        """Draw what was typed and what should be there."""
        self.notes.set_expected(0 if shown.standing is None else shown.standing.till.expected)
        self.notes.set_notes(shown.notes)
        self.notes.set_reason(shown.reason)
        self.record.setEnabled(shown.busy is Busy.NOTHING)

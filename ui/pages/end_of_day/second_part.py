"""A supervisor's sign-in beside the officer who closes or counts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.approval import Approval
from ui.pages.end_of_day.shown import ClosingShown, Second
from ui.widgets.approval import ApprovalFields
from ui.widgets.buttons import Button


class SecondPart(QWidget):
    """Who agrees, the password, and the button; Enter agrees, Escape leaves."""

    agreed = Signal()
    left = Signal()

    def __init__(self, approval: Approval, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = QLabel()
        self.heading.setProperty("role", "section")
        self.heading.setWordWrap(True)
        self.fields = ApprovalFields(approval)
        self.agree = Button(self.tr("Agree"), icon="shield-check")
        self.back = Button(self.tr("Back"), "Esc", look="quiet")
        self.agree.clicked.connect(self.agreed)
        self.back.clicked.connect(self.left)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.agree)
        acts.addWidget(self.back)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.fields)
        column.addLayout(acts)
        column.addStretch(1)

    def begin(self) -> None:
        """Stand where the second person types."""
        self.fields.begin()

    def render_second(self, shown: ClosingShown) -> None:
        """Say with what the second person agrees."""
        if shown.second is Second.COUNT:
            self.heading.setText(
                self.tr("The difference is above the limit: a supervisor has to agree")
            )
        else:
            self.heading.setText(self.tr("A supervisor has to agree with the final sheet"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Agree on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.agreed.emit()
        else:
            super().keyPressEvent(event)

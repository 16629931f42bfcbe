"""The steps of closing with how each stands, and the proof's code."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter_app.closing import Step
from ui import icons
from ui.pages.end_of_day.shown import Busy, ClosingShown
from ui.pages.end_of_day.words import step_detail, step_words
from ui.theme import number_font
from ui.widgets.buttons import Button
from ui.widgets.card import SectionCard
from ui.widgets.elided import ElidedLabel

_CODE_PX = 20


class StepLine(QWidget):
    """One step: its mark, its name, and how it stands."""

    def __init__(self, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = step_words(step)
        self._look = ""
        self._mark = QLabel()
        self._title = QLabel(self._name)
        self._detail = ElidedLabel(role="caption")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(words, 1)

    @property
    def detail(self) -> str:
        """How the step stands."""
        return self._detail.text()

    def show_step(self, icon: str, ink: str, detail: str, spoken: str) -> None:
        """Draw the step as done, as the next one, or as one to come."""
        if icon + ink != self._look:
            self._look = icon + ink
            icons.put(self._mark, icon, ink, 20)
        self._detail.setText(detail)
        self.setAccessibleName(f"{self._name}: {spoken}, {detail}")


class StepsPart(SectionCard):
    """All steps, and below them the code of the proof with what can be done with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Steps"))
        self.lines = {step: StepLine(step) for step in Step}
        self.body.setSpacing(6)
        for line in self.lines.values():
            self.body.addWidget(line)
        self.code = QLabel()
        font = number_font()
        font.setPixelSize(_CODE_PX)
        self.code.setFont(font)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.print = Button(self.tr("Print again"), look="quiet", icon="printer")
        self.pdf = Button(self.tr("PDF"), look="quiet", icon="download")
        self.copy = Button(self.tr("Copy"), look="quiet", icon="copy")
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.code, 1)
        for button in (self.print, self.pdf, self.copy):
            row.addWidget(button)
        self.body.addLayout(row)

    def render_steps(self, shown: ClosingShown) -> None:
        """Draw how far the day is."""
        now = shown.standing
        for step, line in self.lines.items():
            done = now is not None and now.is_done(step)
            under_way = step is shown.next
            icon, ink = ("circle-check", "good") if done else ("circle-dashed", "quiet")
            if under_way and not done:
                icon, ink = "arrow-right", "accent"
            spoken = self.tr("done") if done else self.tr("open")
            line.show_step(icon, ink, step_detail(shown, step), spoken)
        proof = None if now is None else now.proof
        self.code.setText("" if proof is None else proof.code)
        self.code.setVisible(proof is not None)
        for button in (self.print, self.pdf, self.copy):
            button.setVisible(proof is not None)
            button.setEnabled(shown.busy is Busy.NOTHING)

"""The panel in which a citizen is refused or guided in writing; the form below stays as it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.pages.intake.shown import Shown
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.choices import ChoiceField
from ui.widgets.field import NoteField
from ui.widgets.wrapped import WrappedLabel

REFUSE_KEYS = "F9"
GUIDE_KEYS = "F10"


class AwayPanel(QFrame):
    """Says what is missing and asks why."""

    typed = Signal(str)
    refused = Signal()
    guided = Signal()
    went_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        title = QLabel(self.tr("Turn away in writing"))
        title.setProperty("role", "section")
        self.missing = WrappedLabel()
        self.phrases = ChoiceField(self.tr("Usual reasons"))
        self.reason = NoteField(self.tr("Why"))
        self.refuse = PrimaryButton(
            self.tr("Refuse and print"), REFUSE_KEYS, ("Ctrl+Return",), icon="circle-x"
        )
        self.guide = Button(self.tr("Guide and print"), GUIDE_KEYS, icon="file-plus")
        self.back = Button(self.tr("Back to the form"), "Esc", look="quiet")
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for button in (self.refuse, self.guide, self.back):
            acts.addWidget(button)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for widget in (title, self.missing, self.phrases, self.reason):
            column.addWidget(widget)
        column.addLayout(acts)
        self.phrases.chosen.connect(self._take_phrase)
        self.reason.edited.connect(self.typed)
        self.refuse.clicked.connect(self.refused)
        self.guide.clicked.connect(self.guided)
        self.back.clicked.connect(self.went_back)
        self.hide()

    def render_part(self, shown: Shown) -> None:
        """Ask while there is something to ask."""
        away = shown.away
        begins = away.asked and self.isHidden()
        self.setVisible(away.asked)
        if not away.asked:
            return
        names = "; ".join(line.name for line in away.missing)
        if names:
            words = self.tr("Missing: {papers}. “Guide” asks for them on the form.")
            self.missing.setText(words.format(papers=names))
        else:
            self.missing.setText(
                self.tr("All required papers are ticked. “Guide” prints what you type below.")
            )
        self.phrases.setVisible(bool(away.phrases))
        self.phrases.set_choices([(phrase, phrase) for phrase in away.phrases])
        self.reason.set_text(away.reason)
        self.reason.set_error(away.fault)
        for button in (self.refuse, self.guide):
            button.setEnabled(not away.busy)
        if begins or away.fault:
            self.raise_()
            self.reason.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Escape; Enter goes on among the answers."""
        if event.key() == Qt.Key.Key_Escape:
            self.went_back.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step(1)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Keep Tab among the answers."""
        self._step(1 if next else -1)
        return True

    def _take_phrase(self, phrase: object) -> None:
        """Put the phrase behind what was typed; it may be added to."""
        self.typed.emit(" ".join(part for part in (self.reason.text.strip(), str(phrase)) if part))

    def _step(self, step: int) -> None:
        ring: list[QWidget] = [self.reason.area, self.refuse, self.guide, self.back]
        if self.phrases.isVisible():
            ring.insert(0, self.phrases.editor)
        place = next((at for at, widget in enumerate(ring) if widget.hasFocus()), 0)
        ring[(place + step) % len(ring)].setFocus(Qt.FocusReason.TabFocusReason)

"""The panel in which a list of people is chosen and taken in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from ui.dialogs.open_file import AskFile
from ui.dialogs.save_file import AskPath
from ui.pages.intake.alike_list import AlikeList
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.noticebar import NoticeBar
from ui.widgets.progress import LongWork
from ui.widgets.wrapped import WrappedLabel

CHOOSE_KEYS = "F10"
_TOLD_HEIGHT = 132


class AlikePanel(QFrame):
    """Draws an `AlikeList`; hidden while none is asked for."""

    went_back = Signal()

    def __init__(
        self, model: AlikeList, ask_file: AskFile, ask_path: AskPath, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        self._model, self._ask_file, self._ask_path = model, ask_file, ask_path
        title = QLabel(self.tr("A list of people, one dossier each"))
        title.setProperty("role", "section")
        self.words = WrappedLabel()
        self.notices = NoticeBar()
        self.told = QPlainTextEdit()
        self.told.setReadOnly(True)
        self.told.setTabChangesFocus(True)
        self.told.setFixedHeight(_TOLD_HEIGHT)
        self.told.setAccessibleName(self.tr("What came of each line"))
        self.work = LongWork()
        self.choose = Button(self.tr("Choose the list…"), CHOOSE_KEYS, icon="upload")
        self.act = PrimaryButton(self.tr("Take them in and print"), "F9", ("Ctrl+Return",))
        self.empty = Button(self.tr("Save the empty list…"), look="quiet")
        self.back = Button(self.tr("Back to the form"), "Esc", look="quiet")
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for button in (self.choose, self.act, self.empty, self.back):
            acts.addWidget(button)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for widget in (title, self.words, self.notices, self.told, self.work):
            column.addWidget(widget)
        column.addLayout(acts)
        self._wire()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.went_back.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Keep Tab among the answers."""
        ring: list[QWidget] = [self.choose, self.act, self.empty, self.back, self.told]
        ring = [one for one in ring if one.isVisible() and one.isEnabled()]
        if not ring:  # the panel is being put away
            return super().focusNextPrevChild(next)
        place = next_place = 0
        for place, widget in enumerate(ring):
            if widget.hasFocus():
                next_place = (place + (1 if next else -1)) % len(ring)
        ring[next_place].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def render_panel(self) -> None:
        """Draw the list."""
        shown = self._model.shown
        begins = shown.asked and self.isHidden()
        self.setVisible(shown.asked)
        if not shown.asked:
            return
        words = self.tr("All get “{procedure}” with the papers and ways ticked on the form.")
        self.words.setText(words.format(procedure=shown.pattern))
        self.notices.show_notice(shown.notice)
        told = "\n".join(shown.told)
        if told != self.told.toPlainText():
            self.told.setPlainText(told)
        self.told.setVisible(bool(told))
        for button in (self.choose, self.empty):
            button.setEnabled(not shown.busy)
        self.act.setEnabled(shown.can_act)
        if not (shown.busy or shown.printing):
            self.work.finish()
        if begins:
            self.raise_()
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wire(self) -> None:
        model = self._model
        self.choose.clicked.connect(self._choose)
        self.empty.clicked.connect(self._save_empty)
        self.act.clicked.connect(self._act)
        self.back.clicked.connect(self.went_back)
        self.work.cancelled.connect(model.cancel)
        model.progressed.connect(self.work.advance)
        model.received.connect(lambda: self.work.begin(self.tr("Printing the receipts")))

    def _choose(self) -> None:
        path = self._ask_file(self, self.tr("Choose the list"), "*.xlsx")
        if path is not None:
            self._model.read(path)

    def _save_empty(self) -> None:
        name = self.tr("list of people")
        path = self._ask_path(self, self.tr("Save the empty list"), f"{name}.xlsx")
        if path is not None:
            self._model.save_empty(path)

    def _act(self) -> None:
        self.work.begin(self.tr("Taking them in"))
        self._model.act()

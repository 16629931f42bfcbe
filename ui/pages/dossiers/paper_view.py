"""A paper of a dossier as it prints, in place of the facts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.dossier_words import paper_words
from ui.pages.dossiers.dossier_view_model import DossierViewModel
from ui.pages.dossiers.printable import Printable
from ui.tasks import Lane
from ui.widgets.buttons import Button
from ui.widgets.preview import PdfPreview

_WIDTH = 640


class PaperView(QWidget):
    """Draws what is looked at; printing it is one press away."""

    def __init__(self, model: DossierViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._drawn: Printable | None = None
        self.title = QLabel()
        self.title.setProperty("role", "section")
        self.print = Button(self.tr("Print this"), "F9", icon="printer")
        self.back = Button(self.tr("Back to the facts"), icon="arrow-left", look="quiet")
        self.preview = PdfPreview(model.tasks, Lane.PAPER)
        self.preview.setMaximumWidth(_WIDTH)
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self.back, self.title):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.print)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.preview, 8)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(middle, 1)
        self.print.clicked.connect(self._print)
        self.back.clicked.connect(model.look_away)
        self.preview.failed.connect(model.not_drawn)
        model.changed.connect(self._render)

    def _print(self) -> None:
        if self._drawn is not None:
            self._model.print_again(self._drawn.form, self._drawn.paper, self._drawn.act)

    def _render(self) -> None:
        looked_at = self._model.shown.looked_at
        if looked_at == self._drawn:
            return
        self._drawn = looked_at
        self.preview.show_document(self._model.drawer())
        if looked_at is not None:
            self.title.setText(f"{looked_at.title}, {paper_words(looked_at.paper)}")
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

"""The checklist in the panel that asks for papers: which, and what is wrong with each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from counter_app.domain.dossier import Paper
from ui.pages.dossiers.act_view_model import ActViewModel
from ui.pages.dossiers.pausing import AskedPaper
from ui.widgets.buttons import Button
from ui.widgets.wrapped import WrappedLabel

FAILED_KEYS = "Alt+A"
_MOST_HEIGHT = 172


class AskedPapers(QWidget):
    """One line for each paper: a tick, its name, and the words the form says of it."""

    def __init__(self, model: ActViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._papers: tuple[Paper, ...] = ()
        self._wordings: Mapping[str, tuple[str, ...]] = {}
        self.ticks: list[QCheckBox] = []
        self.reasons: list[QLineEdit] = []
        self.failed = Button(self.tr("All that is missing"), FAILED_KEYS, look="quiet")
        self.failed.clicked.connect(model.ask_for_failed)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.failed, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._area)

    def show_papers(
        self, papers: Sequence[AskedPaper], wordings: Mapping[str, tuple[str, ...]]
    ) -> None:
        """Draw the lines; the editors stay while the checklist is the same."""
        known = tuple(one.paper for one in papers)
        if known != self._papers or wordings != self._wordings:
            self._papers, self._wordings = known, wordings
            self._build()
        self.setVisible(bool(known))
        for tick, reason, one in zip(self.ticks, self.reasons, papers, strict=True):
            with QSignalBlocker(tick):
                tick.setChecked(one.asked)
            if reason.text() != one.reason:
                reason.setText(one.reason)

    def begin(self) -> None:
        """Stand on the words of the first line that is asked for, else on its first tick."""
        for tick, reason in zip(self.ticks, self.reasons, strict=True):
            if tick.isChecked():
                reason.setFocus(Qt.FocusReason.TabFocusReason)
                return
        self.ticks[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 5)
        grid.setColumnStretch(2, 6)
        self.ticks, self.reasons = [], []
        for place, paper in enumerate(self._papers):
            tick, reason = self._line(place, paper)
            grid.addWidget(tick, place, 0)
            grid.addWidget(WrappedLabel(_told(paper), "" if paper.present else "doubt"), place, 1)
            grid.addWidget(reason, place, 2)
        inner.adjustSize()
        self._area.setWidget(inner)
        self._area.setFixedHeight(min(inner.sizeHint().height() + 4, _MOST_HEIGHT))

    def _line(self, place: int, paper: Paper) -> tuple[QCheckBox, QLineEdit]:
        model = self._model
        tick, reason = QCheckBox(), QLineEdit()
        tick.setAccessibleName(self.tr("Ask for: {paper}").format(paper=paper.name))
        tick.setToolTip(paper.name)
        tick.toggled.connect(lambda asked: model.edit_paper(place, asked=asked))
        reason.setPlaceholderText(self.tr("what is to be put right"))
        reason.setAccessibleName(self.tr("What is wrong with: {paper}").format(paper=paper.name))
        offers = dict.fromkeys((*self._wordings.get(paper.name, ()), *self._wordings.get("", ())))
        completer = QCompleter(list(offers), reason)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(lambda text: model.edit_paper(place, reason=text))
        reason.setCompleter(completer)
        reason.textEdited.connect(lambda text: model.edit_paper(place, reason=text))
        self.ticks.append(tick)
        self.reasons.append(reason)
        return tick, reason


def _told(paper: Paper) -> str:
    if paper.present:
        return paper.name
    words = QCoreApplication.translate("AskedPapers", "{paper} (not handed in)")
    return words.format(paper=paper.name)

"""The whole intake once more, in place of the facts, beside what is being changed."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.intake_form.walk import Walk
from ui.pages.dossiers.act_panel import DO_KEYS, do_words
from ui.pages.dossiers.act_view_model import ActViewModel
from ui.pages.dossiers.acts import Deed
from ui.pages.dossiers.correcting import CorrectionModel, ShownCorrection
from ui.pages.dossiers.correction_words import change_words, due_words
from ui.pages.dossiers.parts import Lines
from ui.widgets.approval import ApprovalFields
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.card import SectionCard
from ui.widgets.facts import wrapped
from ui.widgets.field import TextField
from ui.widgets.form import Form
from ui.widgets.noticebar import NoticeBar

_SIDE_LEAST, _SIDE_MOST = 336, 520
_GAP = 6


class CorrectionView(Form):
    """Draws a `CorrectionModel`. Enter goes on, Shift+Enter back, F9 corrects."""

    def __init__(
        self, model: CorrectionModel, acts: ActViewModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model, self._acts = model, acts
        self._area = QScrollArea()
        self.walk = Walk(model, self, self._area, card=True)
        self.notices = NoticeBar()
        self.changes = Lines()
        self.reason = TextField(self.tr("Why"), required=True)
        self.approval = ApprovalFields(acts.approval)
        self.act = PrimaryButton(do_words(Deed.CORRECT), DO_KEYS, ("Ctrl+Return", "Ctrl+Enter"))
        self.leave = Button(self.tr("Leave it"), "Esc", look="quiet")
        self._lay_out()
        fields = (self.reason.line, self.approval.officer.combo, self.approval.password.line)
        self.walk.end_with((*fields, self.act, self.leave))
        self.reason.edited.connect(model.set_reason)
        self.act.clicked.connect(acts.act)
        self.leave.clicked.connect(acts.close)
        self.notices.acted.connect(model.notices.act)
        self.notices.closed.connect(self._close_notice)
        model.changed.connect(self._render)
        acts.begun.connect(self._begin)

    @property
    def wanted(self) -> bool:
        """Whether a correction is being filled in."""
        return self._model.correct is not None

    def take_scan(self, text: str) -> bool:
        """Take an identity card, wherever the focus stands; False where it is none."""
        return self.wanted and self.walk.take_card(text)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Go through the paper, then to why it is corrected; there the window's order goes on."""
        return self.walk.on(1 if next else -1) or super().focusNextPrevChild(next)

    def _begin(self) -> None:
        if self.wanted:
            self.walk.go_to_part(self.walk.parties)

    def _lay_out(self) -> None:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        for part in self.walk.parts:
            column.addWidget(part, 1 if part is self.walk.papers else 0)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(form)
        side = QWidget()
        side.setMinimumWidth(_SIDE_LEAST)
        side.setMaximumWidth(_SIDE_MOST)
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(_GAP)
        beside.addWidget(self._changed_card(), 1)
        beside.addWidget(self.reason)
        beside.addWidget(self.approval)
        beside.addWidget(self.act)
        beside.addWidget(self.leave)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self._area, 11)
        both.addWidget(side, 5)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(_GAP)
        outer.addWidget(self.notices)
        outer.addLayout(both, 1)

    def _changed_card(self) -> QWidget:
        card = SectionCard(self.tr("What changes"))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.changes)
        column.addStretch(1)
        area.setWidget(holder)
        card.body.addWidget(area, 1)
        policy = card.sizePolicy()
        policy.setVerticalPolicy(policy.Policy.Expanding)
        card.setSizePolicy(policy)
        return card

    def _close_notice(self) -> None:
        self._model.notices.close()
        self._acts.close_notice()

    def _render(self) -> None:
        shown = self._model.shown
        for part in self.walk.parts:
            part.render_part(shown)
        self.notices.show_notice(shown.notice)
        self._render_changes(shown)
        with QSignalBlocker(self.reason.line):
            self.reason.set_text(shown.reason)
        self.reason.set_error(shown.reason_fault)
        self.approval.setVisible(shown.second)
        self.act.setEnabled(not shown.busy)

    def _render_changes(self, shown: ShownCorrection) -> None:
        told = [change_words(one, unmasked=True) for one in shown.changes]
        if shown.due is not None:
            told.append(due_words(*shown.due))
        if not self.changes.tells(told):
            words = told or [self.tr("Nothing yet. What you change is listed here.")]
            role = "" if told else "quiet"
            self.changes.show_lines(told, [wrapped(line, role) for line in words])

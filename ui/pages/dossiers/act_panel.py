"""The panel of an act, in the page: its fields, who else must agree, and the key that does it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter_app.domain.processing import SupplementLine
from counter_app.store.worklists import ConflictRow
from counter_app.usecases.supplements import SupplementWarning
from ui.dossier_words import act_words
from ui.moments import full_moment, long_moment
from ui.pages.dossiers.act_fields import rows_of
from ui.pages.dossiers.act_view_model import ActViewModel, ShownAct
from ui.pages.dossiers.acts import Deed, deed_words
from ui.pages.dossiers.asked_papers import AskedPapers
from ui.pages.dossiers.deciding import Settle
from ui.pages.dossiers.pausing import Ask, PapersIn
from ui.widgets.approval import ApprovalFields
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.card import SectionCard
from ui.widgets.noticebar import NoticeBar
from ui.widgets.sheet_form import SheetForm
from ui.widgets.wrapped import WrappedLabel

DO_KEYS = "F9"
PRINTED = frozenset({Deed.ASK, Deed.STOP, Deed.EXTEND, Deed.REFUSE_ONLINE})
"""Acts that end with a letter."""
REISSUED = frozenset({Deed.CORRECT, Deed.TAKE_ONLINE})
"""Acts that end with the receipt."""


class ActPanel(SectionCard):
    """Draws an `ActViewModel`; hidden while no act was begun."""

    def __init__(self, model: ActViewModel, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._model = model
        self._drawn = ShownAct()
        self.notices = NoticeBar()
        self.told = WrappedLabel()
        self.papers = AskedPapers(model)
        self.form = SheetForm()
        self.approval = ApprovalFields(model.approval)
        self.act = PrimaryButton("", DO_KEYS, ("Ctrl+Return", "Ctrl+Enter"))
        self.leave = Button(self.tr("Leave it"), "Esc", look="quiet")
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.act)
        acts.addWidget(self.leave)
        acts.addStretch(1)
        self.body.setSpacing(4)
        for widget in (self.notices, self.told, self.papers, self.form, self.approval):
            self.body.addWidget(widget)
        self.body.addLayout(acts)
        self.form.edited.connect(model.edit)
        self.act.clicked.connect(model.act)
        self.leave.clicked.connect(model.close)
        self.notices.closed.connect(model.close_notice)
        model.changed.connect(self._render)
        model.begun.connect(self._begin)
        self.hide()

    def _begin(self) -> None:
        if self.isHidden():
            return
        if self.papers.isVisibleTo(self):
            self.papers.begin()
        elif self.form.fields:
            self.form.begin()
        else:
            self.act.setFocus()

    def _render(self) -> None:
        shown = self._model.shown
        if shown == self._drawn:
            return
        before, self._drawn = self._drawn, shown
        here = shown.sheet is not None and shown.deed is not Deed.CORRECT  # it needs a whole page
        self.setVisible(here)
        if shown.deed is None or shown.sheet is None or not here:
            return
        self.set_title(deed_words(shown.deed))
        self.act.set_word(do_words(shown.deed))
        self.act.setEnabled(not shown.busy)
        self.notices.show_notice(shown.notice)
        told = "\n".join(self._facts(shown))
        self.told.setText(told)
        self.told.setVisible(bool(told))
        papers = shown.sheet.papers if isinstance(shown.sheet, Ask) else ()
        self.papers.show_papers(papers, shown.around.wordings)
        self.form.lay_out(rows_of(shown))
        self.form.show_values(shown.sheet.values, shown.faults)
        self.form.setVisible(bool(self.form.fields))
        self.approval.setVisible(shown.second)
        if shown.faults and shown.faults != before.faults:
            self.form.to_fault(shown.faults)

    def _facts(self, shown: ShownAct) -> Iterator[str]:
        for warning in shown.around.warnings:
            yield _warning_words(warning)
        match shown.sheet:
            case PapersIn(asked=asked) if asked:
                words = self.tr("Asked for: {papers}")
                yield words.format(papers="; ".join(_line_words(line) for line in asked))
            case Settle(entry_id=chosen):
                names = {} if self._model.opened is None else self._model.opened.officers
                for one in shown.around.conflicts:
                    if one.entry_id == chosen:
                        yield from _sides(one, names)
        if shown.deed is Deed.START_PHASE and self._model.opened is not None:
            due_at = self._model.opened.story.row.due_at
            if due_at is not None:
                words = self.tr("The whole dossier stays due {moment}.")
                yield words.format(moment=long_moment(due_at))
        if shown.deed is Deed.RESULT and shown.around.late:
            yield self.tr("This result is late: its reason goes into the reports.")


def _sides(one: ConflictRow, names: Mapping[str, str]) -> Iterator[str]:
    """Tell both acts, each with who did it and when."""
    translate = QCoreApplication.translate
    side = translate("ActPanel", "{act} · {officer} · {moment}")
    first = side.format(
        act=act_words(one.against_kind),
        officer=names.get(one.against_officer, one.against_officer),
        moment=full_moment(one.against_at),
    )
    second = side.format(
        act=act_words(one.kind),
        officer=names.get(one.officer, one.officer),
        moment=full_moment(one.occurred_at),
    )
    yield translate("ActPanel", "One act: {act}").format(act=first)
    if one.applied:
        words = translate("ActPanel", "The other, made without knowledge of it, holds too: {act}")
    else:
        words = translate(
            "ActPanel", "The other, made without knowledge of it, was set aside: {act}"
        )
    yield words.format(act=second)


def _line_words(line: SupplementLine) -> str:
    return f"{line.name} ({line.reason})" if line.reason else line.name


def do_words(deed: Deed) -> str:
    """Return what the key of an act does."""
    translate = QCoreApplication.translate
    if deed in PRINTED:
        words = translate("ActPanel", "{act} and print")
    elif deed in REISSUED:
        words = translate("ActPanel", "{act} and print the receipt")
    else:
        words = translate("ActPanel", "{act}")
    return words.format(act=deed_words(deed))


def _warning_words(warning: SupplementWarning) -> str:
    translate = QCoreApplication.translate
    return {
        SupplementWarning.ASKED_BEFORE: translate(
            "ActPanel",
            "Papers were asked for before: by decree 61/2018 a dossier goes back once at most.",
        ),
        SupplementWarning.AFTER_THREE_DAYS: translate(
            "ActPanel", "More than three working days have passed since the dossier came in."
        ),
        SupplementWarning.OVERDUE: translate("ActPanel", "The dossier is overdue already."),
    }[warning]

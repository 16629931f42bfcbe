"""Complaints, proposals, questions and praise, perhaps about a dossier, and their answers."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel

from counter_app.store.callers import FeedbackRow
from counter_app.usecases.callers import Feedback, FeedbackKind
from ui.models.table import TableModel
from ui.opinion_words import opinion_kind_words
from ui.pages.callers.about_dossier import AboutDossier, DossierCard
from ui.pages.callers.parts import ACT_KEYS, Part
from ui.pages.callers.shown import Shown
from ui.pages.callers.view_model import CallersViewModel
from ui.pages.callers.words import opinion_columns
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.choices import ChoiceField
from ui.widgets.dates import DateField
from ui.widgets.field import NoteField, TextField
from ui.widgets.numbers import PhoneField
from ui.widgets.table import ListView

GO_KEYS = "Alt+G"


class OpinionsPart(Part):
    """A form for what somebody says at the left, what was said and answered at the right."""

    open_wanted = Signal(UUID)
    """A dossier is to be shown."""

    def __init__(self, model: CallersViewModel) -> None:
        super().__init__(model)
        self._answering = False
        kinds = [(kind, opinion_kind_words(kind)) for kind in FeedbackKind]
        self.kind = ChoiceField(self.tr("Kind"), kinds)
        self.kind.set_key(FeedbackKind.COMPLAINT)
        self.answer_by = DateField(self.tr("Answer by"))
        self.words = NoteField(self.tr("What was said"), 3, required=True)
        self.name = TextField(self.tr("Name"))
        self.phone = PhoneField(self.tr("Phone"))
        self.dossier = AboutDossier(model.link)
        self.agency = ChoiceField(self.tr("Agency"))
        self.about = ChoiceField(self.tr("About the officer"))
        self.act = PrimaryButton(self.tr("Record"), ACT_KEYS, icon="check")
        self.pair(self.kind, self.answer_by)
        self.fields.addWidget(self.words)
        self.fields.addWidget(self.dossier)
        self.pair(self.name, self.phone)
        self.fields.addWidget(self.agency)
        self.fields.addWidget(self.about)
        self.fields.addWidget(self.act, 0, Qt.AlignmentFlag.AlignLeft)
        self.fields.addStretch(1)
        self.table = TableModel(
            opinion_columns(model.shown.today, self._number), lambda row: row.subject, self
        )
        self.list = ListView(self.table)
        self.list.setAccessibleName(self.tr("Opinions"))
        self.list.set_empty(self.tr("No opinion waits for an answer."))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.answer = TextField(self.tr("Answer"))
        self.send = Button(self.tr("Record the answer"), "Ctrl+Return")
        self.side.addWidget(self.list, 1)
        self.concerned = DossierCard(GO_KEYS)
        self.side.addWidget(self.told)
        self.side.addWidget(self.concerned)
        self.side.addWidget(self.answer)
        self.side.addWidget(self.send, 0, Qt.AlignmentFlag.AlignLeft)
        self.act.clicked.connect(self._record)
        self.list.pointed.connect(self._point)
        self.list.opened.connect(lambda _: self._to_answer())
        self.send.clicked.connect(self._send)
        self.dossier.open_wanted.connect(self.open_wanted)
        self.dossier.held.connect(self._take_agency)
        self.dossier.passed.connect(self._go_on)
        self.concerned.open_wanted.connect(self.open_wanted)

    def begin(self) -> None:
        """Stand on what was said."""
        self.words.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def render_part(self, shown: Shown) -> None:
        """Draw the opinions, those without an answer first."""
        if self.is_fresh(shown):
            self._empty()
        self.agency.set_choices([("", ""), *shown.agencies.items()])
        self.about.set_choices([("", ""), *shown.officers.items()])
        self.table.set_rows(shown.opinions)
        subjects = [one.subject for one in shown.opinions]
        if shown.chosen in subjects and self.list.row != subjects.index(shown.chosen):
            self.list.set_row(subjects.index(shown.chosen))
        chosen = shown.chosen_opinion
        open_one = chosen is not None and chosen.answered_at is None
        self.concerned.show_row(shown.concerned)
        self.told.setText("" if chosen is None else (chosen.answer or chosen.words))
        self.answer.setEnabled(open_one)
        self.send.setEnabled(open_one and not shown.busy)
        self.act.setEnabled(not shown.busy)

    def _empty(self) -> None:
        """Make room for the next one; an answer leaves alone what is half typed."""
        if self._answering:
            self.answer.set_text("")
            return
        for field in (self.name, self.phone):
            field.set_text("")
        self.words.set_text("")
        self.answer_by.set_day(None)
        self.agency.set_key("")
        self.model.link.let_go()
        self.begin()

    def _number(self, row: FeedbackRow) -> str:
        about = None if row.dossier is None else self.model.shown.dossiers.get(row.dossier)
        return "" if about is None else about.number

    def _take_agency(self) -> None:
        """Name the dossier's agency, where none was chosen."""
        row = self.model.link.shown.row
        if row is not None and not self.agency.key:
            self.agency.set_key(row.agency_code)

    def _go_on(self) -> None:
        """Stand on what was said, or behind it."""
        if self.words.text.strip():
            self.name.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.begin()

    def _send(self) -> None:
        self.sending()
        self._answering = True
        self.model.answer(self.answer.text)

    def _to_answer(self) -> None:
        self.answer.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _point(self, place: int) -> None:
        row = self.table.row_at(place)
        if row is not None:
            self.model.point(row.subject)

    def _record(self) -> None:
        self.sending()
        self._answering = False
        self.model.record_opinion(
            Feedback(
                FeedbackKind(str(self.kind.key or FeedbackKind.COMPLAINT)),
                self.words.text,
                self.name.text.strip(),
                self.phone.text,
                agency_code=str(self.agency.key or ""),
                about=str(self.about.key or ""),
                answer_by=self.answer_by.day,
            )
        )

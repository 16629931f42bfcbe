"""The forms of the business desk, each beside its list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter_app.usecases.callers import Place, Visit
from ui.models.table import TableModel
from ui.pages.callers.shown import Shown
from ui.pages.callers.view_model import CallersViewModel
from ui.pages.callers.words import (
    absent_columns,
    place_words,
    visit_columns,
)
from ui.widgets.approval import ApprovalFields
from ui.widgets.buttons import PrimaryButton
from ui.widgets.choices import ChoiceField
from ui.widgets.field import NoteField, TextField
from ui.widgets.form import Form
from ui.widgets.numbers import NumberField, PhoneField
from ui.widgets.table import ListView

ACT_KEYS = "F9"
_FORM_WIDTH = 440


class Part(Form):
    """A form at the left, a list at the right."""

    def __init__(self, model: CallersViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.fields = QVBoxLayout()
        self.fields.setSpacing(4)
        self.side = QVBoxLayout()
        self.side.setSpacing(8)
        left = QWidget()
        left.setFixedWidth(_FORM_WIDTH)
        left.setLayout(self.fields)
        self.fields.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(left)
        line.addLayout(self.side, 1)
        self._sent: int | None = None

    def pair(self, *widgets: QWidget) -> None:
        """Put fields beside each other."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in widgets:
            row.addWidget(widget, 1)
        self.fields.addLayout(row)

    def sending(self) -> None:
        """Note that what stands in the fields is being recorded."""
        self._sent = self.model.shown.saved

    def is_fresh(self, shown: Shown) -> bool:
        """Tell once that it was recorded: the fields are emptied then."""
        if self._sent is None or shown.busy:
            return False
        recorded, self._sent = shown.saved > self._sent, None
        return recorded

    def begin(self) -> None:
        """Stand on the first field."""

    def render_part(self, shown: Shown) -> None:
        """Draw what is shown."""


class VisitsPart(Part):
    """Somebody came for advice and left no dossier."""

    def __init__(self, model: CallersViewModel) -> None:
        super().__init__(model)
        self.topic = TextField(self.tr("What it was about"), required=True)
        places = [(place, place_words(place)) for place in (Place.BUSINESS_DESK, Place.COUNTER)]
        self.place = ChoiceField(self.tr("Where"), places)
        self.place.set_key(Place.BUSINESS_DESK)
        self.minutes = NumberField(self.tr("Minutes"), 0, 600)
        self.name = TextField(self.tr("Name"))
        self.organisation = TextField(self.tr("Business or organisation"))
        self.phone = PhoneField(self.tr("Phone"))
        self.agency = ChoiceField(self.tr("Agency"))
        self.note = NoteField(self.tr("What was advised"))
        self.act = PrimaryButton(self.tr("Record the visit"), ACT_KEYS, icon="check")
        self.fields.addWidget(self.topic)
        self.pair(self.place, self.minutes)
        self.pair(self.name, self.phone)
        self.fields.addWidget(self.organisation)
        self.fields.addWidget(self.agency)
        self.fields.addWidget(self.note)
        self.fields.addWidget(self.act, 0, Qt.AlignmentFlag.AlignLeft)
        self.fields.addStretch(1)
        self.heading = QLabel()
        self.heading.setProperty("role", "section")
        self.table = TableModel(visit_columns(), lambda row: row.subject, self)
        self.list = ListView(self.table)
        self.list.setAccessibleName(self.tr("Visits of today"))
        self.list.set_empty(self.tr("Nobody came without a dossier today."))
        self.side.addWidget(self.heading)
        self.side.addWidget(self.list, 1)
        self.act.clicked.connect(self._record)

    def begin(self) -> None:
        """Stand on the topic."""
        self.topic.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def render_part(self, shown: Shown) -> None:
        """Draw the visits of today."""
        if self.is_fresh(shown):
            for field in (self.topic, self.name, self.organisation, self.phone):
                field.set_text("")
            self.minutes.set_value(None)
            self.note.set_text("")
            self.begin()
        self.agency.set_choices([("", ""), *shown.agencies.items()])
        self.table.set_rows(shown.visits)
        words = self.tr("Today {today}, this month of the report {month}")
        self.heading.setText(words.format(today=len(shown.visits), month=shown.visits_of_month))
        self.act.setEnabled(not shown.busy)

    def _record(self) -> None:
        self.sending()
        self.model.record_visit(
            Visit(
                self.topic.text,
                Place(str(self.place.key or Place.BUSINESS_DESK)),
                self.name.text.strip(),
                self.organisation.text.strip(),
                self.phone.text,
                self.minutes.value or 0,
                str(self.agency.key or ""),
                self.note.text.strip(),
            )
        )


class StandInPart(Part):
    """Who takes over the dossiers of somebody who is not there; the papers are counted."""

    def __init__(self, model: CallersViewModel) -> None:
        super().__init__(model)
        self.absent = ChoiceField(self.tr("Who is absent"), required=True)
        self.counted = NumberField(self.tr("Papers found at the seat"), 0, 9_999)
        self.because = TextField(self.tr("Why"), required=True)
        self.second = ApprovalFields(model.approval)
        self.act = PrimaryButton(self.tr("Take over"), ACT_KEYS, icon="users")
        for widget in (self.absent, self.counted, self.because, self.second):
            self.fields.addWidget(widget)
        self.fields.addWidget(self.act, 0, Qt.AlignmentFlag.AlignLeft)
        self.fields.addStretch(1)
        self.table = TableModel(absent_columns(), lambda line: line.login, self)
        self.list = ListView(self.table)
        self.list.setAccessibleName(self.tr("Officers with unfinished dossiers"))
        self.list.set_empty(self.tr("Nobody else has unfinished dossiers at this counter."))
        self.side.addWidget(self.list, 1)
        self._asking = False
        self.act.clicked.connect(self._act)
        self.second.password.line.returnPressed.connect(model.agree)
        self.list.opened.connect(self._choose)

    def begin(self) -> None:
        """Stand on who is absent."""
        self.absent.combo.setFocus(Qt.FocusReason.OtherFocusReason)

    def render_part(self, shown: Shown) -> None:
        """Draw who has unfinished dossiers."""
        if self.is_fresh(shown):
            self.because.set_text("")
            self.counted.set_value(None)
        self.absent.set_choices([(line.login, line.name) for line in shown.absent])
        if self.absent.key is None and shown.absent:
            self.absent.set_key(shown.absent[0].login)
        self.table.set_rows(shown.absent)
        self.second.setVisible(shown.asking_second)
        if shown.asking_second and not self._asking:
            self.second.begin()
        self._asking = shown.asking_second
        self.act.setEnabled(not shown.busy and bool(shown.absent))

    def _choose(self, place: int) -> None:
        line = self.table.row_at(place)
        if line is not None:
            self.absent.set_key(line.login)
            self.counted.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def _act(self) -> None:
        self.sending()
        if self._asking:
            self.model.agree()
        elif self.absent.key:
            self.model.stand_in(str(self.absent.key), self.because.text, self.counted.value)

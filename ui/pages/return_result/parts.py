"""The parts of the page: the dossier somebody came for, and the fields of who gets the result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QRadioButton, QWidget

from counter_app.domain.dossier import ReturnWay
from counter_app.domain.processing import Relation
from counter_app.store.collecting import Collecting
from ui.dossier_words import masked, state_badge
from ui.models.table import Column
from ui.moments import full_moment
from ui.money_words import money_badge
from ui.notice import Kind
from ui.pages.return_result.questions import Opened
from ui.pages.return_result.view_model import ReturnViewModel, Shown, Waiting
from ui.pages.return_result.words import place_words, relation_words, waited_words
from ui.procedure_words import return_words
from ui.theme import number_font
from ui.widgets.badge import Badge
from ui.widgets.buttons import shown_keys
from ui.widgets.card import SectionCard
from ui.widgets.choices import ChoiceField
from ui.widgets.facts import Facts
from ui.widgets.field import TextField
from ui.widgets.flow import FlowLayout

SIGNED_KEYS = "Alt+S"
_NUMBER_PX = 18
_LABEL_WIDTH = 112
_LONG_WAIT_DAYS = 30
_RELATIONS = tuple(Relation)[:4]


class DossierCard(SectionCard):
    """The dossier: what it is, how it stands, where its result lies."""

    def __init__(self) -> None:
        super().__init__("")
        self.number = QLabel()
        font = number_font()
        font.setPixelSize(_NUMBER_PX)
        self.number.setFont(font)
        self.state, self.money, self.place = Badge(), Badge(), Badge()
        self.facts = Facts(_LABEL_WIDTH)
        for place, widget in enumerate((self.number, self.state)):
            self.head.insertWidget(place, widget)
        badges = QHBoxLayout()
        badges.setSpacing(8)
        badges.addWidget(self.money)
        badges.addWidget(self.place)
        badges.addStretch(1)
        self.body.setSpacing(8)
        self.body.addLayout(badges)
        self.body.addWidget(self.facts)

    def show_dossier(self, opened: Opened) -> None:
        """Draw the dossier."""
        row = opened.row
        self.number.setText(row.number)
        self.state.set(*state_badge(row.state))
        self.money.set(*money_badge(opened.account))
        place = place_words(opened)
        self.place.setVisible(bool(place))
        self.place.set(Kind.INFO, place, "inbox")
        self.facts.set_facts(self._facts(opened))

    def _facts(self, opened: Opened) -> Sequence[tuple[str, str]]:
        row, found = opened.row, opened.collecting
        return (
            (self.tr("Procedure"), row.procedure_name),
            (self.tr("Agency"), opened.agency_name),
            (self.tr("May collect"), self._may_collect(found)),
            (self.tr("Authorised"), found.authorisation),
            (self.tr("Due"), "" if row.due_at is None else full_moment(row.due_at)),
        )

    @staticmethod
    def _may_collect(found: Collecting) -> str:
        persons = (
            " ".join(
                part
                for part in (
                    f"{relation_words(one.relation)}:",
                    one.party.name,
                    masked(one.party.identity_number),
                )
                if part
            )
            for one in found.may_collect
        )
        return " · ".join(persons)


class CollectorCard(SectionCard):
    """Who gets the result, how, and against what."""

    def __init__(self, model: ReturnViewModel) -> None:
        super().__init__(QCoreApplication.translate("CollectorCard", "Who gets it"))
        self._model = model
        self.relations: dict[Relation, QRadioButton] = {}
        self._make_relations()
        self.name = TextField(self.tr("Name"), self.tr("scan the identity card, or type"), True)
        self.identity = TextField(self.tr("Identity number"))
        self.authorisation = TextField(self.tr("Authorisation"), self.tr("number and date"), True)
        self.way = ChoiceField(
            self.tr("How it goes out"), [(way, return_words(way)) for way in ReturnWay]
        )
        self.waybill = TextField(self.tr("Waybill"), required=True)
        self.address = TextField(self.tr("Address"))
        self.paid = TextField(self.tr("Receipt of another counter"))
        self.originals = TextField(
            self.tr("Old papers taken back"), self.tr("such as: 1 old certificate; 2 extracts")
        )
        signed = self.tr("Signed on paper")
        self.signed = QCheckBox(f"{signed}  {shown_keys(SIGNED_KEYS)}")
        self._lay_out()
        self._wire()

    def begin(self) -> None:
        """Stand where the officer says who came."""
        chosen = self._model.shown.collector.relation
        self.relations[chosen].setFocus()

    def render_collector(self, shown: Shown) -> None:
        """Draw the fields."""
        collector = shown.collector
        for relation, button in self.relations.items():
            button.setVisible(relation in shown.relations)
            with QSignalBlocker(button):
                button.setChecked(relation is collector.relation)
        self.name.set_text(collector.party.name)
        self.identity.set_text(collector.party.identity_number)
        self.authorisation.set_text(collector.authorisation)
        self.authorisation.setVisible(collector.authorised)
        self.way.set_key(collector.way)
        posted = collector.way is ReturnWay.POST
        for field in (self.waybill, self.address):
            field.setVisible(posted)
        self.waybill.set_text(collector.waybill)
        self.address.set_text(collector.address)
        self.originals.set_text(collector.originals)
        self.paid.set_text(collector.paid_elsewhere)
        self.paid.setVisible(shown.opened is not None and shown.opened.owes)
        with QSignalBlocker(self.signed):
            self.signed.setChecked(collector.signed)
        for place, field in self._fields().items():
            field.set_filled(place in collector.filled)
            field.set_error(shown.faults.get(place, ""))
        allowed = shown.verdict is not None and shown.verdict.allowed
        for widget in (*self.relations.values(), *self._fields().values(), self.way, self.signed):
            widget.setEnabled(allowed)
        self.paid.setEnabled(not shown.busy)

    def to_fault(self, faults: Mapping[str, str]) -> None:
        """Stand on the first field that is wrong."""
        for place, field in self._fields().items():
            if place in faults:
                field.line.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _fields(self) -> dict[str, TextField]:
        return {
            "name": self.name,
            "identity_number": self.identity,
            "authorisation": self.authorisation,
            "waybill": self.waybill,
            "address": self.address,
            "originals": self.originals,
            "paid_elsewhere": self.paid,
        }

    def _make_relations(self) -> None:
        self._row = QWidget()
        line = FlowLayout(self._row)
        for place, relation in enumerate(_RELATIONS, start=1):
            keys = f"Alt+{place}"
            button = QRadioButton(f"{relation_words(relation)}  {shown_keys(keys)}")
            button.clicked.connect(lambda _=False, who=relation: self._model.choose_relation(who))
            obeyed = QShortcut(QKeySequence(keys), self)
            obeyed.activated.connect(lambda who=relation: self._model.choose_relation(who))
            self.relations[relation] = button
            line.addWidget(button)

    def _lay_out(self) -> None:
        self.body.addWidget(self._row)
        self.row(self.name, self.identity, self.authorisation, stretch=(4, 3, 4))
        last = self.row(self.way, self.originals, stretch=(2, 3))
        self.row(self.waybill, self.address, self.paid, stretch=(3, 5, 4))
        holder = QWidget()
        beside = QHBoxLayout(holder)
        beside.setContentsMargins(0, 4, 0, 0)
        beside.addWidget(self.signed)
        last.addWidget(holder)

    def _wire(self) -> None:
        model = self._model
        for place, field in self._fields().items():
            field.edited.connect(lambda text, name=place: model.edit(name, text))
        self.way.chosen.connect(lambda way: model.edit("way", way))
        self.signed.toggled.connect(lambda signed: model.edit("signed", signed))
        keys = QShortcut(QKeySequence(SIGNED_KEYS), self)
        keys.activated.connect(self.signed.click)


def waiting_columns() -> list[Column[Waiting]]:
    """Return the columns of the results that wait, or of what was found."""
    translate = QCoreApplication.translate
    return [
        Column(
            translate("ReturnList", "Owner"),
            lambda line: line.row.owner_name,
            tip=lambda line: f"{line.row.owner_name} · {line.row.procedure_name}",
        ),
        Column(
            translate("ReturnList", "Number"),
            lambda line: line.row.number.split("-", 1)[-1],
            width=114,
            number=True,
            tip=lambda line: f"{line.row.number} · {line.agency_name}",
        ),
        Column(
            translate("ReturnList", "Waits"),
            _waits_words,
            width=106,
            badge=_waits_badge,
            tip=lambda line: (
                "" if line.row.resolved_at is None else full_moment(line.row.resolved_at)
            ),
        ),
        Column(translate("ReturnList", "Shelf"), lambda line: line.row.shelf_place, width=76),
    ]


def _waits_words(line: Waiting) -> str:
    if line.days is None:
        return state_badge(line.row.state)[1]
    return waited_words(line.days)


def _waits_badge(line: Waiting) -> tuple[Kind, str, str] | None:
    if line.days is None:
        return state_badge(line.row.state)
    if line.days >= _LONG_WAIT_DAYS:
        return Kind.WARN, waited_words(line.days), "clock"
    return None

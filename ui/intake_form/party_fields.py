"""The fields of one party: person or organisation, with earlier applicants as one types."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.dossier import PartyKind, Sex
from ui.intake_form.filling import Filling
from ui.intake_form.form import PartyForm, Side
from ui.intake_form.part import Stop, tell_below
from ui.intake_form.shown import FormShown
from ui.intake_form.words import BORN, place
from ui.notice import Kind
from ui.widgets.choices import ChoiceField
from ui.widgets.dates import DateField
from ui.widgets.field import Field, TextField
from ui.widgets.searchbox import Hit, SearchBox

_PHONE = QRegularExpression(r"[+0-9][0-9 .()\-;,/]{0,40}")
_LIST_WIDTH = 440
_DAY_WIDTH, _SEX_WIDTH = 112, 84


class PartyFields(QWidget):
    """Everything one party is asked for, in two lines.

    With `card` also what only an identity card tells, which may have told something wrong.
    """

    def __init__(self, model: Filling, side: Side, *, card: bool = False) -> None:
        super().__init__()
        self._model, self.side, self._card = model, side, card
        self._boxes = {name: _offering() for name in ("name", "number", "phone")}
        self.name = TextField(self.tr("Full name"), required=True, line=self._boxes["name"])
        self.number = TextField(self.tr("Identity number"), line=self._boxes["number"])
        self.phone = TextField(self.tr("Telephone"), line=self._boxes["phone"])
        self.phone.line.setValidator(QRegularExpressionValidator(_PHONE, self.phone.line))
        self.born = DateField(self.tr("Date of birth"))
        self.sex = ChoiceField(
            self.tr("Sex"),
            [(None, ""), (Sex.MALE, self.tr("Male")), (Sex.FEMALE, self.tr("Female"))],
        )
        self.representative = TextField(self.tr("Represented by"))
        self._places = _offering()
        self.address = TextField(self.tr("Address"), line=self._places)
        self.email = TextField(self.tr("E-mail"))
        self.authorisation = TextField(self.tr("Authorised by (paper)"))
        self.old_number = TextField(self.tr("Old number (CMND)"))
        self.issued = DateField(self.tr("Card issued on"))
        self._lay_out()
        self._wire()

    @property
    def _texts(self) -> dict[str, TextField]:
        return {
            "name": self.name,
            "number": self.number,
            "phone": self.phone,
            "representative": self.representative,
            "address": self.address,
            "email": self.email,
        }

    @property
    def fields(self) -> dict[str, Field]:
        """Every field by the name that the form gives it."""
        return {**self._texts, BORN: self.born, "sex": self.sex}

    def stops(self) -> list[Stop]:
        """Return the editors in the order of the paper."""
        order: list[Field] = [
            self.name,
            self.number,
            self.phone,
            self.old_number,
            self.issued,
            self.representative,
            self.born,
            self.sex,
            self.address,
            self.email,
            self.authorisation,
        ]
        return [Stop(field.editor, self.side) for field in order]

    def render_side(self, shown: FormShown) -> None:
        """Draw one side of the form."""
        party = shown.form.party(self.side)
        self._render_kind(party)
        for name, text in self._texts.items():
            text.set_text(getattr(party, name))
        self.old_number.set_text(party.old_number)
        self.issued.set_day(party.issued_on)
        self.born.set_text(party.born)
        self.sex.set_key(party.sex)
        for name, field in self.fields.items():
            field.set_filled(name in party.filled)
            tell_below(field, shown, place(self.side, name))
        kind, words = shown.hints.get(place(self.side, "number"), (Kind.QUIET, ""))
        self.number.set_hint(words, doubtful=kind is Kind.WARN)
        self.authorisation.set_text(shown.form.authorisation)
        self.authorisation.setVisible(shown.form.owner_differs and self.side is Side.SUBMITTER)
        tell_below(self.authorisation, shown, "authorisation")

    def _render_kind(self, party: PartyForm) -> None:
        organisation = party.kind is PartyKind.ORGANISATION
        self.name.set_label(
            self.tr("Name of the organisation") if organisation else self.tr("Full name"),
            required=True,
        )
        self.number.set_label(self.tr("Tax code") if organisation else self.tr("Identity number"))
        self.representative.setVisible(organisation)
        self.born.setVisible(not organisation)
        self.sex.setVisible(not organisation)
        for field in (self.old_number, self.issued):
            field.setVisible(self._card and not organisation)

    def _lay_out(self) -> None:
        for day in (self.born, self.issued):
            day.setMinimumWidth(_DAY_WIDTH)
        self.sex.setMinimumWidth(_SEX_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        first: list[tuple[QWidget, int]] = [(self.name, 9), (self.number, 7), (self.phone, 5)]
        if self._card:
            first += [(self.old_number, 6), (self.issued, 5)]
        else:
            for field in (self.old_number, self.issued):
                field.setParent(self)
        column.addLayout(_line(*first))
        column.addLayout(
            _line(
                (self.representative, 20),
                (self.born, 11),
                (self.sex, 11),
                (self.address, 28),
                (self.email, 15),
                (self.authorisation, 16),
            )
        )

    def _wire(self) -> None:
        for name, field in self._texts.items():
            field.edited.connect(partial(self._edit, name))
            field.left.connect(partial(self._model.leave, self.side, name))
        self.born.day_edited.connect(lambda _: self._edit(BORN, self.born.text))
        self.born.left.connect(self._leave_born)
        self.sex.chosen.connect(lambda sex: self._edit("sex", sex))
        self.sex.left.connect(partial(self._model.leave, self.side, "sex"))
        self.old_number.edited.connect(partial(self._edit, "old_number"))
        self.old_number.left.connect(partial(self._model.leave, self.side, "old_number"))
        self.issued.day_edited.connect(partial(self._edit, "issued_on"))
        self.issued.left.connect(partial(self._model.leave, self.side, "issued_on"))
        self.authorisation.edited.connect(lambda text: self._model.sheet.edit(authorisation=text))
        self.authorisation.left.connect(partial(self._model.leave, None, "authorisation"))
        for name, box in self._boxes.items():
            box.asked.connect(partial(self._model.applicants.find, self.side, name))
            box.chosen.connect(self._take)
        self._model.applicants.changed.connect(self._offer)
        self._places.asked.connect(self._offer_places)
        self._places.chosen.connect(partial(self._edit, "address"))

    def _edit(self, name: str, value: object) -> None:
        self._model.sheet.edit_party(self.side, **{name: value})

    def _leave_born(self) -> None:
        if self.born.text != self._model.shown.form.party(self.side).born:
            self._edit(BORN, self.born.text)
        self._model.leave(self.side, BORN)

    def _offer(self) -> None:
        found = self._model.applicants.found
        hits = [Hit(row, line.party.name, line.detail) for row, line in enumerate(found.lines)]
        for name, box in self._boxes.items():
            box.set_results(hits if (found.side, found.field) == (self.side, name) else ())

    def _offer_places(self, typed: str) -> None:
        now = self.tr("formerly {name}")
        self._places.set_results(
            [
                Hit(one.address, one.address, now.format(name=one.former) if one.former else "")
                for one in self._model.places.find(typed)
                if one.address != typed
            ]
        )

    def _take(self, row: object) -> None:
        if isinstance(row, int):
            self._model.take_applicant(row)


def _offering() -> SearchBox:
    box = SearchBox(first_marked=False, glass=False)
    box.set_empty_words("")
    box.set_list_width(_LIST_WIDTH)
    return box


def _line(*fields: tuple[QWidget, int]) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    for field, stretch in fields:
        line.addWidget(field, stretch)
    return line

"""Section 4: how the result goes out, how the citizen is told, how many sets."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from counter_app.domain.dossier import ReturnWay
from counter_app.domain.intake_check import MOST_SETS
from counter_app.domain.intake_check import Field as Place
from ui.intake_form.filling import Filling
from ui.intake_form.part import Part, Stop, tell_below
from ui.intake_form.shown import FormShown
from ui.intake_form.words import return_words
from ui.widgets.choices import ChoiceField
from ui.widgets.field import Field, TextField
from ui.widgets.numbers import NumberField


class ReturnPart(Part):
    """The way of return, the notices the citizen agreed to, the sets, a note."""

    def __init__(self, model: Filling) -> None:
        super().__init__(self.tr("Return of the result"), 4, titled=False)
        self._model = model
        self.way = ChoiceField(
            self.tr("Return of the result"), [(way, return_words(way)) for way in ReturnWay]
        )
        self.target = TextField(self.tr("Send to"))
        self.consents = {
            "sms": QCheckBox("SMS"),
            "email": QCheckBox("E-mail"),
            "zalo": QCheckBox("Zalo"),
        }
        self.notices = Field(self.tr("May be told by"), _beside(*self.consents.values()))
        self.sets = NumberField(self.tr("Sets"), 1, MOST_SETS)
        self.note = TextField(self.tr("Note"))
        self.row(self.way, self.target, self.notices, self.sets, self.note, stretch=(6, 7, 7, 2, 7))
        self._wire()

    def stops(self) -> list[Stop]:
        """Way, address, consents, sets, note."""
        widgets = (
            self.way.combo,
            self.target.line,
            *self.consents.values(),
            self.sets.number,
            self.note.line,
        )
        return [Stop(widget) for widget in widgets]

    def render_part(self, shown: FormShown) -> None:
        """Draw the way of return and what it needs."""
        form = shown.form
        self.way.set_key(form.return_way)
        posted = form.return_way is ReturnWay.POST
        mailed = form.return_way is ReturnWay.ELECTRONIC
        self.target.editor.setEnabled(posted or mailed)
        self.target.set_label(
            self.tr("E-mail of the owner") if mailed else self.tr("Address"),
            required=posted or mailed,
        )
        text = form.return_address if posted else form.holder.email if mailed else ""
        self.target.set_text(text)
        self.target.set_filled(posted and form.address_filled)
        where = Place.SUBMITTER_EMAIL if mailed else Place.RETURN_ADDRESS
        self.target.set_error(shown.faults.get(where, "") if posted or mailed else "")
        for name, box in self.consents.items():
            with QSignalBlocker(box):
                box.setChecked(getattr(form.consents, name))
        tell_below(self.notices, shown, Place.CONSENTS)
        self.sets.set_value(form.sets)
        tell_below(self.sets, shown, Place.SETS)
        self.note.set_text(form.note)
        tell_below(self.note, shown, Place.NOTE)

    def _wire(self) -> None:
        sheet = self._model.sheet
        self.way.chosen.connect(sheet.set_return_way)
        self.target.edited.connect(self._edit_target)
        self.target.left.connect(lambda: self._model.leave(None, Place.RETURN_ADDRESS))
        for box in self.consents.values():
            box.toggled.connect(self._agree)
        self.sets.value_edited.connect(lambda sets: sheet.edit(sets=sets))
        self.sets.left.connect(lambda: self._model.leave(None, Place.SETS))
        self.note.edited.connect(lambda text: sheet.edit(note=text))
        self.note.left.connect(lambda: self._model.leave(None, Place.NOTE))

    def _edit_target(self, text: str) -> None:
        if self._model.shown.form.return_way is ReturnWay.ELECTRONIC:
            self._model.sheet.edit_email(text)
        else:
            self._model.sheet.edit(return_address=text, address_filled=False)

    def _agree(self) -> None:
        agreed = {name: box.isChecked() for name, box in self.consents.items()}
        consents = replace(self._model.shown.form.consents, **agreed)
        self._model.sheet.edit(consents=consents)


def _beside(*boxes: QCheckBox) -> QWidget:
    holder = QWidget()
    holder.setFixedHeight(34)
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(0)
    for box in boxes:
        line.addWidget(box)
    line.addStretch(1)
    holder.setFocusProxy(boxes[0])
    return holder

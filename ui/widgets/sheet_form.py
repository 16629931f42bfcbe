"""A group of fields laid out from a list, for panels that differ in little else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.choices import ChoiceField
from ui.widgets.field import Field, NoteField, TextField
from ui.widgets.suggestions import offer, suggest


class Shape(Enum):
    """How a field is typed."""

    LINE = auto()
    LINES = auto()
    CHOICE = auto()
    TICK = auto()


@dataclass(frozen=True, slots=True)
class FormField:
    """One field: its name in the view model, its word, and how it is typed.

    `choices` are (key, words) of a CHOICE; `offers` are texts that a LINE suggests while typing.
    """

    name: str
    label: str
    shape: Shape = Shape.LINE
    required: bool = False
    hint: str = ""
    choices: tuple[tuple[object, str], ...] = ()
    offers: tuple[str, ...] = ()
    stretch: int = 1


class SheetForm(QWidget):
    """Fields below and beside each other. Draws values and faults by name, tells what is typed."""

    edited = Signal(str, object)
    """(name, value): the officer typed, ticked or chose."""
    left = Signal(str)
    """(name): the officer goes on from this field; the moment to check it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field | QCheckBox] = {}
        self._laid: tuple[tuple[FormField, ...], ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def lay_out(self, rows: Sequence[Sequence[FormField]]) -> None:
        """Have these fields, row by row. Equal rows stay, and so do focus and cursor.

        Rows whose names and shapes are the same keep their editors; only what they offer changes.
        """
        wanted = tuple(tuple(row) for row in rows)
        if wanted == self._laid:
            return
        if _frame(wanted) == _frame(self._laid):
            for told in (field for row in wanted for field in row):
                _offer(self.fields[told.name], told)
        else:
            self._build(wanted)
        self._laid = wanted

    def show_values(self, values: Mapping[str, object], faults: Mapping[str, str]) -> None:
        """Draw what stands in the fields and what is wrong with it."""
        for name, field in self.fields.items():
            value = values.get(name)
            match field:
                case QCheckBox():
                    with QSignalBlocker(field):
                        field.setChecked(bool(value))
                case ChoiceField():
                    field.set_key(value)
                case TextField() | NoteField():
                    field.set_text("" if value is None else str(value))
            if isinstance(field, Field):
                field.set_error(faults.get(name, ""))

    def begin(self) -> None:
        """Stand on the first field."""
        for field in self.fields.values():
            _editor(field).setFocus(Qt.FocusReason.TabFocusReason)
            return

    def to_fault(self, faults: Mapping[str, str]) -> bool:
        """Stand on the first field that is wrong; tell whether there is one."""
        for name, field in self.fields.items():
            if name in faults:
                _editor(field).setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def _build(self, rows: tuple[tuple[FormField, ...], ...]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.fields = {}
        for row in rows:
            holder = QWidget()
            line = QHBoxLayout(holder)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(8)
            for told in row:
                made = self._made(told)
                if isinstance(made, Field):
                    made.left.connect(partial(self.left.emit, told.name))
                self.fields[told.name] = made
                line.addWidget(made, told.stretch)
            self._column.addWidget(holder)
            holder.show()  # at once: the keys pass over what is only about to be seen

    def _made(self, told: FormField) -> Field | QCheckBox:
        tell = partial(self.edited.emit, told.name)
        match told.shape:
            case Shape.TICK:
                tick = QCheckBox(told.label)
                tick.toggled.connect(tell)
                return tick
            case Shape.CHOICE:
                choice = ChoiceField(told.label, told.choices, told.required)
                choice.chosen.connect(tell)
                return choice
            case Shape.LINES:
                note = NoteField(told.label, 2, told.required)
                note.edited.connect(tell)
                return note
            case Shape.LINE:
                line = TextField(told.label, told.hint, told.required)
                line.edited.connect(tell)
                suggest(line, told.offers, tell)
                return line


def _frame(rows: tuple[tuple[FormField, ...], ...]) -> list[list[tuple[str, Shape]]]:
    return [[(told.name, told.shape) for told in row] for row in rows]


def _editor(field: Field | QCheckBox) -> QWidget:
    return field.editor if isinstance(field, Field) else field


def _offer(field: Field | QCheckBox, told: FormField) -> None:
    match field:
        case ChoiceField():
            field.set_choices(told.choices)
        case TextField():
            offer(field, told.offers)

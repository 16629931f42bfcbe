"""The fields of a setting: one description from which form, checks and record follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QCoreApplication

from counter_app.text import composed
from ui.widgets.sheet_form import FormField, Shape

Check = Callable[[str], str]
"""What was typed → words of what is wrong with it, "" for nothing."""


class FieldKind(Enum):
    """What a field of a setting holds."""

    TEXT = auto()
    LINES = auto()
    """Several lines of text that are kept as they are."""
    PAIRS = auto()
    """Lines `name = value`, a list of records of the two."""
    NUMBER = auto()
    TICK = auto()
    CHOICE = auto()


def fine(_typed: str) -> str:
    """Find nothing wrong."""
    return ""


@dataclass(frozen=True)
class SettingField:
    """One value of a setting.

    `path` is where it stands in the record, with a dot into a part; a part whose first field is a
    TICK named after it ("email") is left out of the record while that is off. A value that equals
    `unset` is left out as well.
    """

    path: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = False
    unit: str = ""
    hint: str = ""
    choices: tuple[tuple[object, str], ...] = ()
    unset: object = ""
    least: int = 0
    most: int = 10**12
    check: Check = fine
    stretch: int = 1

    def form_field(self) -> FormField:
        """Return how it is typed."""
        shape = {
            FieldKind.LINES: Shape.LINES,
            FieldKind.PAIRS: Shape.LINES,
            FieldKind.TICK: Shape.TICK,
            FieldKind.CHOICE: Shape.CHOICE,
        }.get(self.kind, Shape.LINE)
        label = f"{self.label} ({self.unit})" if self.unit else self.label
        return FormField(
            self.path,
            label,
            shape,
            self.required,
            self.hint,
            self.choices,
            stretch=self.stretch,
        )


@dataclass(frozen=True)
class SettingForm:
    """A setting that is typed: its key, its name, what it is for, and its fields, row by row.

    `by_agency` tells that an agency may have one of its own, under "KEY:AGENCY". `whole` writes
    out what is unset as well, where a later program may mean something else by it.
    """

    key: str
    name: str
    rows: tuple[tuple[SettingField, ...], ...]
    about: str = ""
    by_agency: bool = False
    whole: bool = False

    def fields(self) -> Iterator[SettingField]:
        """Return the fields in their order."""
        return (one for row in self.rows for one in row)

    def values_of(self, record: Mapping[str, Any]) -> dict[str, object]:
        """Return what the fields show of a record."""
        return {one.path: _shown(one, record) for one in self.fields()}

    def faults_of(self, values: Mapping[str, object]) -> dict[str, str]:
        """Return what is wrong in the fields, by path."""
        told = {one.path: _fault(one, values) for one in self.fields() if _asked(one, values)}
        return {path: words for path, words in told.items() if words}

    def record_of(
        self, values: Mapping[str, object], former: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        """Return the record that the fields describe; what they do not show stays as it was."""
        record = {
            key: value
            for key, value in (former or {}).items()
            if key not in {one.path.partition(".")[0] for one in self.fields()}
        }
        for one in self.fields():
            if not _asked(one, values) or (one.kind is FieldKind.TICK and _is_part(self, one)):
                continue
            value = _read(one, values)
            if self.whole or value != one.unset:
                part, _, name = one.path.rpartition(".")
                holder = record.setdefault(part, {}) if part else record
                holder[name] = value
        return record

    def form_rows(self, values: Mapping[str, object]) -> list[list[FormField]]:
        """Return the fields that are asked for now."""
        rows = [[one.form_field() for one in row if _asked(one, values)] for row in self.rows]
        return [row for row in rows if row]


def _is_part(form: SettingForm, one: SettingField) -> bool:
    return any(other.path.startswith(f"{one.path}.") for other in form.fields())


def _asked(one: SettingField, values: Mapping[str, object]) -> bool:
    part = one.path.rpartition(".")[0]
    return not part or bool(values.get(part))


def _shown(one: SettingField, record: Mapping[str, Any]) -> object:
    part, _, name = one.path.rpartition(".")
    holder = record.get(part) if part else record
    held = (holder or {}).get(name, one.unset)
    match one.kind:
        case FieldKind.TICK:
            return bool(held)
        case FieldKind.PAIRS:
            return "\n".join(f"{pair['name']} = {pair['value']}" for pair in held or ())
        case FieldKind.CHOICE:
            return held
    return "" if held is None else str(held)


def _read(one: SettingField, values: Mapping[str, object]) -> Any:
    held = values.get(one.path)
    typed = "" if held is None else str(held)
    match one.kind:
        case FieldKind.TICK:
            return bool(held)
        case FieldKind.CHOICE:
            return typed
        case FieldKind.NUMBER:
            return int(_digits(typed)) if _digits(typed) else one.unset
        case FieldKind.LINES:
            return typed.strip()
        case FieldKind.PAIRS:
            return [{"name": name, "value": value} for name, value in _pairs(typed)]
    return composed(typed)


def _fault(one: SettingField, values: Mapping[str, object]) -> str:
    translate = QCoreApplication.translate
    held = values.get(one.path)
    typed = "" if held is None else str(held).strip()
    if one.required and not typed:
        return translate("SettingFields", "Fill this in.")
    if not typed or one.kind is FieldKind.TICK:
        return ""
    if one.kind is FieldKind.NUMBER:
        digits = _digits(typed)
        if not digits or not one.least <= int(digits) <= one.most:
            words = translate("SettingFields", "A number from {least} to {most}.")
            return words.format(least=one.least, most=one.most)
    if one.kind is FieldKind.PAIRS and any(not all(pair) for pair in _pairs(typed)):
        return translate("SettingFields", "A line is such as: to = {to}")
    return one.check(typed)


def _digits(typed: str) -> str:
    plain = typed.replace(".", "").replace(" ", "")
    return plain if plain.isdecimal() else ""


def _pairs(text: str) -> Sequence[tuple[str, str]]:
    lines = (line for line in text.splitlines() if line.strip())
    return [
        (name.strip(), value.strip()) for name, _, value in (one.partition("=") for one in lines)
    ]

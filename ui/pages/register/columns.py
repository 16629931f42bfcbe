"""The columns of the register on screen: those of the form in force, and a few of our own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontMetrics

from counter_app.domain.identity import phone_shown
from counter_app.domain.register import RegisterOrder, RegisterRow
from ui.dossier_words import state_badge
from ui.models.table import Column
from ui.procedure_words import return_words
from ui.theme import body_font

RegisterColumn = Column[RegisterRow]
Position = Callable[[RegisterRow], int]
"""Tells which line of the list a row is, from 1 on."""
_MOMENT = 128
_ASIDE = 18
"""Beside a title: its margins."""
_ONE_LINE = 12
"""A title of more letters stands in two lines."""
TITLE_HEIGHT = 44
"""Of titles in two lines."""


@dataclass(frozen=True)
class _Shape:
    """How a column of the form is told; its title comes with the form."""

    text: Callable[[RegisterRow], str]
    width: int
    key: RegisterOrder | None = None
    number: bool = False
    tip: Callable[[RegisterRow], str] | None = None


def register_columns(form: Sequence[tuple[str, str]], position: Position) -> list[RegisterColumn]:
    """Return the columns of a form by their keys and titles, the state, and what it leaves out.

    The state follows the dates: on a small screen the form's own columns come first.
    """
    own = _own()
    columns: list[RegisterColumn] = []
    for key, title in form:
        columns.append(_column(title, _shape(key, position)))
        if key == "returned":
            columns.append(own["state"])
    told = {key for key, _ in form} | {"state"}
    columns += [column for key, column in own.items() if key not in told]
    return [_titled(column) for column in columns]


def _shape(key: str, position: Position) -> _Shape:
    if key == "position":
        return _Shape(lambda row: str(position(row)), 48)
    return _SHAPES[key]


def _column(title: str, shape: _Shape) -> RegisterColumn:
    return Column(
        title,
        shape.text,
        key=shape.key or "",
        width=shape.width,
        number=shape.number,
        tip=shape.tip,
    )


def _own() -> dict[str, RegisterColumn]:
    translate = QCoreApplication.translate
    return {
        "state": Column(
            translate("Register", "State"),
            lambda row: state_badge(row.state)[1],
            key=RegisterOrder.STATE,
            width=152,
            badge=lambda row: state_badge(row.state),
        ),
        "agency": _column(translate("Register", "Agency"), _SHAPES["agency"]),
        "result": Column(
            translate("Register", "Result ready"),
            lambda row: _moment(row.result_at),
            key=RegisterOrder.RESULT,
            width=_MOMENT,
        ),
        "book": Column(translate("Register", "Book"), _place, width=112),
    }


def _titled(column: RegisterColumn) -> RegisterColumn:
    """Return the column with its title in one or two lines, and wide enough for it."""
    lines = _lines(column.title)
    font = QFontMetrics(body_font())
    room = max(font.horizontalAdvance(line) for line in lines) + _ASIDE
    return replace(column, title="\n".join(lines), width=max(column.width, room))


def _lines(title: str) -> tuple[str, ...]:
    """Return a long title in two lines as alike in length as can be."""
    words = title.split()
    if len(title) <= _ONE_LINE or len(words) == 1:
        return (title,)
    halves = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return min(halves, key=lambda pair: max(map(len, pair)))


def _place(row: RegisterRow) -> str:
    return f"{row.book} · {row.book_number}" if row.book else ""


def _moment(moment: datetime | None) -> str:
    return "" if moment is None else f"{moment:%d/%m/%y %H:%M}"


def _phone(row: RegisterRow) -> str:
    return phone_shown(row.phone) if row.phone.startswith("+") else row.phone


def _content(row: RegisterRow) -> str:
    return f"{row.procedure_name} – {row.summary}" if row.summary else row.procedure_name


def _address_and_phone(row: RegisterRow) -> str:
    return "; ".join(part for part in (row.address, _phone(row)) if part)


_SHAPES: Final[Mapping[str, _Shape]] = {
    "number": _Shape(lambda row: row.number, 226, RegisterOrder.NUMBER, number=True),
    "content": _Shape(_content, 140, tip=lambda row: f"{row.procedure_code} · {_content(row)}"),
    "sets": _Shape(lambda row: str(row.sets), 48),
    "owner": _Shape(lambda row: row.owner_name, 126, RegisterOrder.OWNER),
    "address": _Shape(lambda row: row.address, 90),
    "phone": _Shape(_phone, 128),
    "address_and_phone": _Shape(_address_and_phone, 140),
    "agency": _Shape(lambda row: row.agency_name or row.agency_code, 140, RegisterOrder.AGENCY),
    "received": _Shape(lambda row: _moment(row.received_at), _MOMENT, RegisterOrder.RECEIVED),
    "due": _Shape(lambda row: _moment(row.due_at), _MOMENT, RegisterOrder.DUE),
    "returned": _Shape(lambda row: _moment(row.returned_at), _MOMENT, RegisterOrder.RETURNED),
    "way": _Shape(lambda row: return_words(row.return_way), 110),
    "giver": _Shape(lambda row: row.giver, 110),
    "receiver": _Shape(lambda row: row.receiver, 110),
    "officer": _Shape(lambda row: row.officer_name, 110),
    "place": _Shape(lambda row: row.place, 110),
    "note": _Shape(lambda row: row.note, 110),
}
"""How each column that a form may have is told, by its key."""


def keys() -> Sequence[str]:
    """Return every key that can be told."""
    return ("position", *_SHAPES)

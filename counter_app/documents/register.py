"""Sổ theo dõi hồ sơ, A4 across: Mẫu số 06 of 2018, Mẫu số 07 of 2025, by the day it ends on."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, Final

import resources
from counter_app.documents.blocks import Align, Block, Text, bold, italic, regular
from counter_app.documents.cells import Cell, running, said, table
from counter_app.documents.facts import facts_of
from counter_app.documents.forms import NoFormSet
from counter_app.documents.heading import heading
from counter_app.documents.items import Page
from counter_app.documents.layout import pieces
from counter_app.documents.pages import Sheet, compose
from counter_app.documents.pdf import Info, paint, pdf_setter
from counter_app.domain.identity import phone_shown
from counter_app.domain.receipt import Letterhead
from counter_app.domain.register import RegisterOrder, RegisterRow

SHEET: Final = Sheet.of_mm(297, 210, left=15, right=10, top=12, bottom=12)
_BODY: Final = 9.5
_TABLE: Final = 0.85
_TITLES: Final = 0.82


@dataclass(frozen=True, slots=True)
class RegisterPaper:
    """The lines of a period; `agency_name` and `seat_number` say which part, where not all.

    `order` is what the rows are sorted by, which the paper says where it is not that of receipt.
    """

    letterhead: Letterhead
    first: date
    last: date
    rows: tuple[RegisterRow, ...]
    agency_name: str = ""
    seat_number: int | None = None
    order: RegisterOrder = RegisterOrder.RECEIVED
    descending: bool = False


@dataclass(frozen=True, slots=True)
class RegisterColumn:
    """A column of the form: what stands in it, its title, and its part of the width."""

    key: str
    title: str
    part: float


@dataclass(frozen=True, slots=True)
class RegisterForm:
    """The register of one circular, in force from `valid_from` until the next."""

    name: str
    valid_from: date
    form: str
    issued: str
    title: str
    period: str
    agency: str
    seat: str
    nothing: str
    total: str
    columns: tuple[RegisterColumn, ...]
    ways: Mapping[str, str]
    sorted_by: str
    sorted_back: str
    orders: Mapping[str, str]


@cache
def register_forms() -> tuple[RegisterForm, ...]:
    """Return the register of all circulars, the newest first."""
    found = [
        _form(tomllib.loads(resources.read_text(path)))
        for path in resources.names("forms", ".toml")
        if "/register-" in path
    ]
    return tuple(sorted(found, key=lambda form: form.valid_from, reverse=True))


def register_form(on: date) -> RegisterForm:
    """Return the register in force on a day. Raises NoFormSet before the first."""
    for form in register_forms():
        if form.valid_from <= on:
            return form
    raise NoFormSet(on)


def _form(words: dict[str, Any]) -> RegisterForm:
    columns = tuple(RegisterColumn(**column) for column in words.pop("columns"))
    del words["comment"]
    return RegisterForm(columns=columns, **words)


def render(paper: RegisterPaper, form: RegisterForm | None = None) -> bytes:
    """Return the register as PDF; the same input gives the same bytes.

    Args:
        form: the form to use; the one in force at the end of the period when None.

    Raises:
        NoFormSet.
    """
    form = form or register_form(paper.last)
    pages = lay_out(paper, form)
    period = _period(paper, form)
    facts = facts_of("", "", pages)
    info = Info(f"{form.form}: {form.title}", period, paper.letterhead.office, facts.to_text())
    return paint(pages, info)


def lay_out(paper: RegisterPaper, form: RegisterForm) -> list[Page]:
    """Return the placed pages of what `render` paints."""
    setter = pdf_setter(_BODY)
    flow = pieces(_blocks(paper, form), SHEET.text_width, setter)
    said_above = f"{form.title}. {_period(paper, form)}"
    return compose(flow, SHEET, setter, running(said_above))


def _blocks(paper: RegisterPaper, form: RegisterForm) -> Iterator[Block]:
    yield heading(paper.letterhead, paper.last)
    yield Text((bold(form.title),), Align.CENTRE, size=1.5, before=0.6)
    yield Text((italic(form.issued),), Align.CENTRE, size=0.85)
    yield Text((regular(_period(paper, form)),), Align.CENTRE)
    parts = []
    if paper.agency_name:
        parts.append(form.agency.format(agency=paper.agency_name))
    if paper.seat_number is not None:
        parts.append(form.seat.format(number=paper.seat_number))
    if parts:
        yield Text((regular(", ".join(parts)),), Align.CENTRE)
    if (paper.order, paper.descending) != (RegisterOrder.RECEIVED, False):
        said_how = form.sorted_back if paper.descending else form.sorted_by
        words = said_how.format(order=form.orders[paper.order])
        yield Text((italic(words),), Align.CENTRE, size=0.85)
    if not paper.rows:
        yield Text((italic(form.nothing),), Align.CENTRE, before=0.6)
        return
    titles = [column.title for column in form.columns]
    widths = [column.part for column in form.columns]
    rows = (_row(place, row, form) for place, row in enumerate(paper.rows, start=1))
    yield table(titles, widths, rows, _TITLES)
    total = form.total.format(count=len(paper.rows))
    yield Text((bold(total),), before=0.4)


def _period(paper: RegisterPaper, form: RegisterForm) -> str:
    return form.period.format(first=f"{paper.first:%d/%m/%Y}", last=f"{paper.last:%d/%m/%Y}")


def _row(place: int, row: RegisterRow, form: RegisterForm) -> tuple[Cell, ...]:
    return tuple(
        said(
            str(place) if column.key == "position" else _VALUES[column.key](row, form),
            Align.CENTRE if column.key in _CENTRED else Align.LEFT,
            _TABLE,
        )
        for column in form.columns
    )


_CENTRED: Final = frozenset({"position", "sets", "received", "due", "returned"})


def _moment(at: datetime | None) -> str:
    return "" if at is None else f"{at:%d/%m/%Y %H:%M}"


def _number(row: RegisterRow, _form: RegisterForm) -> str:
    """Return the number so that it breaks behind the agency's code, and not anywhere."""
    return row.number.replace("-", "- ", 1)


def _content(row: RegisterRow, _form: RegisterForm) -> str:
    return f"{row.procedure_name} – {row.summary}" if row.summary else row.procedure_name


def _address_and_phone(row: RegisterRow, form: RegisterForm) -> str:
    told = (row.address, _phone(row, form))
    return "; ".join(part for part in told if part)


def _phone(row: RegisterRow, _form: RegisterForm) -> str:
    return phone_shown(row.phone) if row.phone.startswith("+") else row.phone


def _way(row: RegisterRow, form: RegisterForm) -> str:
    return form.ways[row.return_way]


_VALUES: Final[Mapping[str, Callable[[RegisterRow, RegisterForm], str]]] = {
    "number": _number,
    "content": _content,
    "sets": lambda row, _: str(row.sets),
    "owner": lambda row, _: row.owner_name,
    "address": lambda row, _: row.address,
    "phone": _phone,
    "address_and_phone": _address_and_phone,
    "agency": lambda row, _: row.agency_name or row.agency_code,
    "received": lambda row, _: _moment(row.received_at),
    "due": lambda row, _: _moment(row.due_at),
    "returned": lambda row, _: _moment(row.returned_at),
    "way": _way,
    "giver": lambda row, _: row.giver,
    "receiver": lambda row, _: row.receiver,
    "officer": lambda row, _: row.officer_name,
    "place": lambda row, _: row.place,
    "note": lambda row, _: row.note,
}
"""What stands in a column, by its key."""


def keys() -> Sequence[str]:
    """Return every key that a form may use."""
    return ("position", *_VALUES)

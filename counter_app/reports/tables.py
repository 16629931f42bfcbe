"""Reports that are one table: a value that every page and file shows alike."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any
from uuid import UUID

import resources
from counter_app.domain.reporting import Period
from counter_app.progress import Progress
from counter_app.store.engine import Session
from counter_app.store.retention import check_whole

Cell = str | int | Decimal | datetime | date | None
Row = Mapping[str, Cell]
Words = Mapping[str, Mapping[str, str]]
"""What codes are called, by the name of the choice."""


class CellKind(StrEnum):
    """What stands in a column."""

    TEXT = "text"
    WORD = "word"
    """A short text."""
    NUMBER = "number"
    """The number of a dossier."""
    COUNT = "count"
    MONEY = "money"
    """Whole đồng."""
    SHARE = "share"
    """Percent with two places."""
    POINTS = "points"
    """Points with one place."""
    DAY = "day"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """A column: the key of its cells, its title, and what stands there."""

    key: str
    title: str
    kind: CellKind

    @property
    def right(self) -> bool:
        return self.kind in {CellKind.COUNT, CellKind.MONEY, CellKind.SHARE, CellKind.POINTS}


@dataclass(frozen=True, slots=True)
class Rows:
    """What a question found: rows, their sum where there is one, the dossier behind each row.

    `strong` are the places of rows that sum up others.
    """

    rows: tuple[Row, ...]
    total: Row | None = None
    subjects: tuple[UUID | None, ...] = ()
    strong: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A report of a period.

    `sheet_by` is the column by which rows that follow each other make a sheet of their own on
    paper and in a workbook; "" for one sheet.
    """

    name: str
    title: str
    period: Period
    columns: tuple[ReportColumn, ...]
    found: Rows
    sheet_by: str = ""

    @property
    def lines(self) -> tuple[Row, ...]:
        """All rows, the sum last."""
        return (*self.found.rows, *([self.found.total] if self.found.total else []))

    def is_strong(self, place: int) -> bool:
        """Tell whether a line sums up others."""
        return place in self.found.strong or place >= len(self.found.rows)

    def columns_of(self, name: str) -> list[ReportColumn]:
        """Return the columns of a sheet: its own name is in none of them."""
        return [one for one in self.columns if not name or one.key != self.sheet_by]

    def words_below(self, name: str) -> str:
        """Return the line below the title of a sheet: whose it is, and the days."""
        days = f"{self.period.first:%d/%m/%Y} – {self.period.last:%d/%m/%Y}"
        return f"{name} · {days}" if name else days

    def sheets(self) -> list[tuple[str, range]]:
        """Return the name and the places of the lines of each sheet, at least of one."""
        if not self.sheet_by:
            return [("", range(len(self.lines)))]
        found: list[tuple[str, range]] = []
        for place, line in enumerate(self.lines):
            name = str(line.get(self.sheet_by) or "")
            if found and found[-1][0] == name:
                found[-1] = (name, range(found[-1][1].start, place + 1))
            else:
                found.append((name, range(place, place + 1)))
        return found or [("", range(0))]


@dataclass(frozen=True, slots=True)
class TableForm:
    """Title, columns and words of a report, from resources/forms/reports.toml."""

    title: str
    columns: tuple[ReportColumn, ...]
    total: str
    words: Words


Ask = Callable[[Session, Period, Words, Progress], Rows]


@dataclass(frozen=True, slots=True)
class Report:
    """A report: its name on the command line, and the question it asks."""

    name: str
    ask: Ask = field(compare=False)
    sheet_by: str = ""

    @property
    def form(self) -> TableForm:
        return table_forms()[self.name]

    def made(self, session: Session, period: Period, progress: Progress) -> ReportTable:
        """Return the report of a period. Raises Cancelled, ReportUnsound, AtTheCentreAlone."""
        check_whole(session, period.first)
        form = self.form
        found = self.ask(session, period, form.words, progress)
        if found.total is not None:
            named = next(one.key for one in form.columns if one.kind is CellKind.TEXT)
            found = replace(found, total={named: form.total, **found.total})
        return ReportTable(self.name, form.title, period, form.columns, found, self.sheet_by)


@cache
def table_forms() -> Mapping[str, TableForm]:
    """Return the form of every report that is one table, by its name."""
    tables = tomllib.loads(resources.read_text("forms/reports.toml"))["tables"]
    total = tables.pop("total")
    return {name: _form(table, total) for name, table in tables.items()}


def _form(table: dict[str, Any], total: str) -> TableForm:
    columns = tuple(
        ReportColumn(key, title, CellKind(kind)) for key, title, kind in table.pop("columns")
    )
    return TableForm(table.pop("title"), columns, total, table)


def told(value: Cell, kind: CellKind) -> str:
    """Return a cell as Vietnamese papers print it."""
    match value:
        case None:
            return ""
        case Decimal():
            places = 1 if kind is CellKind.POINTS else 2
            return f"{value:.{places}f}".replace(".", ",")
        case bool() | str():
            return str(value)
        case int():
            return f"{value:,}".replace(",", ".")
        case datetime():
            return f"{value:%d/%m/%Y %H:%M}"
        case _:
            return f"{value:%d/%m/%Y}"


def record(table: ReportTable) -> dict[str, Any]:
    """Return the report as JSON-able data: decimals as texts, days and moments as ISO 8601."""
    return {
        "report": table.name,
        "from": table.period.first.isoformat(),
        "to": table.period.last.isoformat(),
        "columns": {column.key: column.title for column in table.columns},
        "rows": [_record(table, row) for row in table.found.rows],
        "total": None if table.found.total is None else _record(table, table.found.total),
    }


def _record(table: ReportTable, row: Row) -> dict[str, Any]:
    return {column.key: _plain(row.get(column.key)) for column in table.columns}


def _plain(value: Cell) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value

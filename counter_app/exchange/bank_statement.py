"""Reading a bank's statement from CSV or a workbook: date, amount, text, as banks write them.

Columns are found by the words of their headers. An amount is one column with signs, or a column
for what came in (ghi có) beside one for what went out (ghi nợ).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO, Final

from counter_app.domain.statement import StatementLine
from counter_app.errors import CounterError
from counter_app.exchange import csv_file
from counter_app.exchange.catalogue.guard import NO_WORKBOOK, WorkbookLimits, check_package
from counter_app.exchange.catalogue.problems import CatalogueTooLarge, CatalogueUnreadable
from counter_app.exchange.catalogue.values import clean
from counter_app.text import folded

LIMITS: Final = WorkbookLimits(rows=200_000)
_HEADER_WITHIN: Final = 40
"""Banks print a page of words above the table."""
_LONGEST_TEXT: Final = 1_000
_MOST: Final = 10**15


@dataclass(eq=False)
class StatementUnreadable(CounterError):
    """the bank statement {path} cannot be read: {reason}"""

    path: str
    reason: str


@dataclass(eq=False)
class StatementLayout(CounterError):
    """the bank statement {path} has no column for {missing}"""

    path: str
    missing: str


@dataclass(frozen=True, slots=True)
class UnreadLine:
    """A line that is no transaction, or not one that can be read; `row` counts from 1."""

    row: int
    found: str


@dataclass(frozen=True, slots=True)
class Statement:
    """The transactions of a file, and the lines that could not be read."""

    lines: tuple[StatementLine, ...]
    unread: tuple[UnreadLine, ...]


_HEADERS: Final[Mapping[str, tuple[str, ...]]] = {
    "on": ("ngay", "ngay giao dich", "ngay hieu luc", "ngay gd", "date", "transaction date"),
    "amount": ("so tien", "so tien giao dich", "amount", "phat sinh"),
    "credit": ("ghi co", "phat sinh co", "so tien ghi co", "co", "credit"),
    "debit": ("ghi no", "phat sinh no", "so tien ghi no", "no", "debit"),
    "text": ("noi dung", "dien giai", "mo ta", "noi dung giao dich", "description", "remark"),
    "reference": ("so tham chieu", "so giao dich", "ma giao dich", "so ct", "reference"),
}
_KEYS: Final = {word: key for key, words in _HEADERS.items() for word in words}
_AMOUNT = re.compile(r"(?P<sign>[+-]?)\s*(?P<digits>\d{1,3}(?:[.,\s]\d{3})+|\d+)(?:[.,]0{1,2})?")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T].*)?", re.ASCII)


def read_statement(path: Path, limits: WorkbookLimits = LIMITS) -> Statement:
    """Read a statement by the suffix of its name: .xlsx, or anything else as CSV.

    Raises:
        StatementUnreadable, StatementLayout.
    """
    try:
        if path.suffix.lower() in {".xlsx", ".xlsm"}:
            with path.open("rb") as stream:
                check_package(stream, path, limits)
                return _read(_workbook_rows(stream), path, limits)
        with path.open(encoding="utf-8-sig", newline="") as text:
            return _read(_csv_rows(text), path, limits)
    except OSError as error:
        raise StatementUnreadable(str(path), error.strerror or str(error)) from error
    except (CatalogueTooLarge, CatalogueUnreadable) as error:
        raise StatementUnreadable(str(path), str(error)) from error
    except (*NO_WORKBOOK, csv.Error) as error:
        raise StatementUnreadable(str(path), f"it is no table ({error!r})") from error


def _workbook_rows(stream: BinaryIO) -> Iterator[tuple[Any, ...]]:
    from openpyxl import load_workbook

    book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        yield from sheet.iter_rows(values_only=True)
    finally:
        book.close()


def _csv_rows(stream: io.TextIOWrapper) -> Iterator[tuple[str, ...]]:
    sample = stream.read(20_000)
    stream.seek(0)
    delimiter = max(",;\t", key=sample.count)
    for row in csv.reader(csv_file.lines(stream), delimiter=delimiter):
        yield tuple(row)


def _read(rows: Iterable[tuple[Any, ...]], path: Path, limits: WorkbookLimits) -> Statement:
    counted = iter(enumerate(rows, start=1))
    keys = _keys(counted, path)
    lines: list[StatementLine] = []
    unread: list[UnreadLine] = []
    for place, row in counted:
        if place > limits.rows:
            raise StatementUnreadable(str(path), f"more than {limits.rows} rows")
        cells = {key: row[at] for key, at in keys.items() if at < len(row)}
        if all(value is None or str(value).strip() == "" for value in cells.values()):
            continue
        on, amount = _day(cells.get("on")), _amount(cells)
        if on is None or amount is None:
            found = " | ".join(str(value) for value in row if value is not None)
            unread.append(UnreadLine(place, found[:200]))
            continue
        text = clean(str(cells.get("text") or ""))[:_LONGEST_TEXT]
        reference = clean(str(cells.get("reference") or ""))[:_LONGEST_TEXT]
        lines.append(StatementLine(place, on, amount, text, reference))
    return Statement(tuple(lines), tuple(unread))


def _keys(rows: Iterator[tuple[int, tuple[Any, ...]]], path: Path) -> dict[str, int]:
    """Return key → column from the header: the first row that names a day and a text."""
    for place, row in rows:
        keys: dict[str, int] = {}
        for at, value in enumerate(row):
            key = _KEYS.get(folded(str(value))) if value else None
            if key is not None:
                keys.setdefault(key, at)
        if {"on", "text"} <= keys.keys():
            if not {"amount", "credit"} & keys.keys():
                raise StatementLayout(str(path), "số tiền")
            return keys
        if place >= _HEADER_WITHIN:
            break
    raise StatementLayout(str(path), "ngày, nội dung")


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value or "").strip()
    found = _DAY.fullmatch(text)
    try:
        if found is not None:
            return date(int(found[3]), int(found[2]), int(found[1]))
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _amount(cells: Mapping[str, Any]) -> int | None:
    """Return what came in, above nothing, or went out, below."""
    came, went = _dong(cells.get("credit")), _dong(cells.get("debit"))
    if came:
        return abs(came)
    if went:
        return -abs(went)
    return _dong(cells.get("amount"))


def _dong(value: object) -> int | None:
    """Return whole đồng; None for nothing and for what is no amount."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return int(value) if value == int(value) and abs(value) < _MOST else None
    text = re.sub(r"(?i)\s*(vnđ|vnd|đồng|đ)\s*$", "", str(value).strip())
    found = _AMOUNT.fullmatch(text)
    if found is None:
        return None
    amount = int(re.sub(r"\D", "", found["digits"]))
    if amount >= _MOST:
        return None
    return -amount if found["sign"] == "-" else amount

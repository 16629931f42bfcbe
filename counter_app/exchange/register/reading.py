"""Reading a register from a workbook (.xlsx) or a list (.csv)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

from counter_app.domain.register import ImportedDossier
from counter_app.errors import CounterError
from counter_app.exchange import csv_file
from counter_app.exchange.catalogue.guard import NO_WORKBOOK, WorkbookLimits, check_package
from counter_app.exchange.catalogue.problems import CatalogueTooLarge, CatalogueUnreadable
from counter_app.exchange.laid_out import GUIDE_TITLE
from counter_app.exchange.register.columns import REGISTER
from counter_app.exchange.register.lines import Fault, Known, LineFault, line_of
from counter_app.progress import Progress
from counter_app.text import folded

LIMITS: Final = WorkbookLimits(
    file_bytes=200_000_000,
    parts=1_000,
    unpacked_bytes=1_500_000_000,
    ratio=400,
    rows=1_000_000,
    columns=64,
)
"""Above ten years of a centre with 76,130 dossiers a year."""
_STEP: Final = 1000
_HEADER_WITHIN: Final = 15
"""A register may have a title above its header, but not a page of it."""
_LONGEST_FIELD: Final = 1_000_000


@dataclass(eq=False)
class RegisterUnreadable(CounterError):
    """the register {path} cannot be read: {reason}"""

    path: str
    reason: str


@dataclass(eq=False)
class RegisterTooLarge(CounterError):
    """the register {path} is refused: {what} is {found}, the limit is {limit}"""

    path: str
    what: str
    found: int
    limit: int


@dataclass(eq=False)
class RegisterLayout(CounterError):
    """the register {path} lacks the column “{missing}”; start from the template"""

    path: str
    missing: str


@dataclass(eq=False)
class UnknownRegisterFormat(CounterError):
    """the register {path} is neither an .xlsx nor a .csv file"""

    path: str


@dataclass(frozen=True, slots=True)
class LineProblem:
    """A line that was not taken: `row` counts from 1 in the file, `column` is a header."""

    row: int
    column: str
    fault: Fault
    found: str = ""

    def __str__(self) -> str:
        """Return the technician's English sentence."""
        found = f": {self.found}" if self.found else ""
        return f"row {self.row}, “{self.column}”: {_SENTENCES[self.fault]}{found}"


_SENTENCES: Final[Mapping[Fault, str]] = {
    Fault.MISSING: "nothing is there",
    Fault.BAD_NUMBER: "not a number that a barcode can carry",
    Fault.BAD_PROCEDURE_CODE: "not a procedure code of the form N.NNNNNN",
    Fault.UNKNOWN_PROCEDURE: "the procedure has no name here nor in the catalogue",
    Fault.UNKNOWN_AGENCY: "the centre has no such agency",
    Fault.UNKNOWN_WORD: "not one of the words this column takes",
    Fault.BAD_COUNT: "not a number that can be",
    Fault.BAD_MOMENT: "not a day such as 20/11/2026, with or without a time",
    Fault.IN_THE_FUTURE: "it has not come yet",
    Fault.WRONG_ORDER: "it comes before what must be before it",
    Fault.STATE_WITHOUT_DATE: "the state needs this date",
    Fault.DATE_AGAINST_STATE: "the state does not allow this date",
    Fault.TOO_LONG: "too long",
    Fault.NOT_TEXT: "a text belongs here",
}


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """All lines that could be read, and what was wrong with the others."""

    lines: tuple[ImportedDossier, ...]
    problems: tuple[LineProblem, ...]


def read_register(
    path: Path, known: Known, progress: Progress, limits: WorkbookLimits = LIMITS
) -> RegisterFile:
    """Read a register by the suffix of its name.

    Raises:
        UnknownRegisterFormat, RegisterUnreadable, RegisterTooLarge, RegisterLayout, Cancelled.
    """
    match path.suffix.lower():
        case ".xlsx" | ".xlsm":
            return _from_workbook(path, known, progress, limits)
        case ".csv":
            return _from_csv(path, known, progress, limits)
    raise UnknownRegisterFormat(str(path))


def _from_workbook(
    path: Path, known: Known, progress: Progress, limits: WorkbookLimits
) -> RegisterFile:
    try:
        with path.open("rb") as stream:
            check_package(stream, path, limits)
            return _lines(_workbook_rows(stream), path, known, progress, limits)
    except OSError as error:
        raise RegisterUnreadable(str(path), error.strerror or str(error)) from error
    except CatalogueTooLarge as error:
        raise RegisterTooLarge(str(path), error.what, error.found, error.limit) from error
    except CatalogueUnreadable as error:
        raise RegisterUnreadable(str(path), error.reason) from error
    except NO_WORKBOOK as error:
        raise RegisterUnreadable(str(path), f"it is no workbook ({error!r})") from error


def _workbook_rows(stream: BinaryIO) -> Iterator[tuple[Any, ...]]:
    from openpyxl import load_workbook

    book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
    try:
        sheets = [sheet for sheet in book.worksheets if sheet.title != GUIDE_TITLE]
        if not sheets:
            return
        # some writers declare a size that is not the real one, and then rows are left out
        sheets[0].reset_dimensions()
        yield from sheets[0].iter_rows(values_only=True)
    finally:
        book.close()


def _from_csv(path: Path, known: Known, progress: Progress, limits: WorkbookLimits) -> RegisterFile:
    try:
        size = path.stat().st_size
        if size > limits.file_bytes:
            raise RegisterTooLarge(str(path), "the size in bytes", size, limits.file_bytes)
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return _lines(_csv_rows(stream), path, known, progress, limits)
    except OSError as error:
        raise RegisterUnreadable(str(path), error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise RegisterUnreadable(str(path), f"it is not UTF-8 ({error})") from error
    except csv.Error as error:
        raise RegisterUnreadable(str(path), str(error)) from error


def _csv_rows(stream: io.TextIOWrapper) -> Iterator[tuple[str, ...]]:
    csv.field_size_limit(_LONGEST_FIELD)
    first = stream.readline(_LONGEST_FIELD)
    stream.seek(0)
    delimiter = max(",;\t", key=first.count)
    for row in csv.reader(csv_file.lines(stream), delimiter=delimiter):
        yield tuple(row)


def _lines(
    rows: Iterable[tuple[Any, ...]],
    path: Path,
    known: Known,
    progress: Progress,
    limits: WorkbookLimits,
) -> RegisterFile:
    counted = enumerate(rows, start=1)
    keys = _keys(counted, path, limits)
    lines: list[ImportedDossier] = []
    problems: list[LineProblem] = []
    width = max(keys) + 1
    for place, row in counted:
        if place > limits.rows:
            raise RegisterTooLarge(str(path), "the number of rows", place, limits.rows)
        if place % _STEP == 0:
            progress.step(place, 0, "read")
        if len(row) > limits.columns and any(row[limits.columns :]):
            found = len(row)
            raise RegisterTooLarge(str(path), "the number of columns", found, limits.columns)
        cells = {key: row[at] for at, key in keys.items() if at < len(row)}
        if not any(value not in {None, ""} for value in row[:width]):
            continue
        try:
            lines.append(line_of(place, cells, known))
        except LineFault as fault:
            problems.append(LineProblem(place, _TITLES[fault.key], fault.fault, fault.found))
    return RegisterFile(tuple(lines), tuple(problems))


_TITLES: Final = {column.key: column.header for column in REGISTER.columns}
_BY_TITLE: Final = {folded(column.header): column.key for column in REGISTER.columns}


def _keys(
    rows: Iterator[tuple[int, tuple[Any, ...]]], path: Path, limits: WorkbookLimits
) -> dict[int, str]:
    """Return column index → key from the header, which is the first row that names the number."""
    for place, row in rows:
        keys: dict[int, str] = {}
        for at, value in enumerate(row[: limits.columns]):
            key = _BY_TITLE.get(folded(str(value))) if value else None
            if key is not None and key not in keys.values():
                keys[at] = key
        if "number" in keys.values():
            for column in REGISTER.columns:
                if column.required and column.key not in keys.values():
                    raise RegisterLayout(str(path), column.header)
            return keys
        if place >= _HEADER_WITHIN:
            break
    raise RegisterLayout(str(path), _TITLES["number"])

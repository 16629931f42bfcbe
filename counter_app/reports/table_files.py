"""A report that is one table as CSV, XLSX or PDF."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from counter_app.exchange import csv_file
from counter_app.exchange.laid_out import UNSEEN
from counter_app.exchange.whole_file import appearing, write
from counter_app.reports.sheets import fit_to_width
from counter_app.reports.table_pdf import table_pdf
from counter_app.reports.tables import Cell, CellKind, ReportColumn, ReportTable, Row, told

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS: Final = {
    CellKind.TEXT: 32,
    CellKind.NUMBER: 28,
    CellKind.MOMENT: 17,
    CellKind.MONEY: 16,
}
_FORMATS: Final = {
    CellKind.COUNT: "#,##0",
    CellKind.MONEY: "#,##0",
    CellKind.SHARE: "0.00",
    CellKind.POINTS: "0.0",
    CellKind.DAY: "DD/MM/YYYY",
    CellKind.MOMENT: "DD/MM/YYYY HH:MM",
}
_WORDS: Final = {CellKind.TEXT, CellKind.WORD}
_HEAD_ROW: Final = 4
_LONGEST_NAME: Final = 31
_NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\]")
"""What the name of a sheet must not hold."""


def write_csv(path: Path, table: ReportTable) -> int:
    """Write the rows and their sum; return how many rows. Raises FileNotWritten."""
    header = [column.title for column in table.columns]
    csv_file.write(
        path, header, ([_text(line, column) for column in table.columns] for line in table.lines)
    )
    return len(table.found.rows)


def write_xlsx(path: Path, table: ReportTable) -> int:
    """Write a workbook; return how many rows. Raises FileNotWritten."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for name, places in table.sheets():
        sheet = book.create_sheet(_sheet_name(name or table.name, book.sheetnames))
        _sheet(sheet, table, name, places)
    with appearing(path) as place_to_write:
        book.save(place_to_write)
    return len(table.found.rows)


def _sheet_name(name: str, taken: list[str]) -> str:
    """Return a name that a workbook takes: short, without its signs, and not given before."""
    base = _NOT_IN_NAMES.sub(" ", UNSEEN.sub("", name)).strip("' ") or "-"
    lower = {one.lower() for one in taken}
    numbers = (f" {number}" if number else "" for number in (0, *range(2, len(taken) + 3)))
    tries = (f"{base[: _LONGEST_NAME - len(tail)].strip()}{tail}" for tail in numbers)
    return next(one for one in tries if one.lower() not in lower)


def _sheet(sheet: Worksheet, table: ReportTable, name: str, places: range) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter

    side = Side(style="thin")
    box = Border(left=side, right=side, top=side, bottom=side)
    sheet["A1"], sheet["A2"] = table.title, table.words_below(name)
    sheet["A1"].font = Font(bold=True, size=14)
    columns = table.columns_of(name)
    for place, column in enumerate(columns, start=1):
        head = sheet.cell(_HEAD_ROW, place, column.title)
        head.font, head.border = Font(bold=True), box
        head.alignment = Alignment(wrap_text=True, vertical="center")
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = _WIDTHS.get(column.kind, 13)
    lines = table.lines
    for down, line in enumerate(places, start=_HEAD_ROW + 1):
        for place, column in enumerate(columns, start=1):
            cell: Any = sheet.cell(down, place)
            _put(cell, lines[line].get(column.key), column.kind)
            cell.border = box
            if column.kind in _WORDS:
                cell.alignment = Alignment(wrap_text=True, vertical="top")
            if table.is_strong(line):
                cell.font = Font(bold=True)
    sheet.freeze_panes = f"A{_HEAD_ROW + 1}"
    fit_to_width(sheet, "landscape")
    sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"


def _text(row: Row, column: ReportColumn) -> str:
    value = row.get(column.key)
    # a spreadsheet reads plain figures as numbers, and grouped ones as text
    if isinstance(value, int):
        return str(value)
    return told(value, column.kind)


def _put(cell: Any, value: Cell, kind: CellKind) -> None:
    if isinstance(value, datetime):
        cell.value = value.replace(tzinfo=None)
    elif isinstance(value, str):
        text = UNSEEN.sub("", value)
        cell.value = text or None
        if text.startswith("="):
            cell.data_type = "s"
    else:
        cell.value = value
    if kind in _FORMATS and not isinstance(value, str):
        cell.number_format = _FORMATS[kind]


def write_pdf(path: Path, table: ReportTable) -> int:
    """Write the report on paper; return how many rows. Raises FileNotWritten."""
    write(path, table_pdf(table))
    return len(table.found.rows)


WRITERS: Final[Mapping[str, Callable[[Path, ReportTable], int]]] = {
    "csv": write_csv,
    "xlsx": write_xlsx,
    "pdf": write_pdf,
}
"""What writes a file of each kind."""

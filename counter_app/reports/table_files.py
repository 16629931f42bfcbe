"""A report that is one table as CSV or XLSX."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, Final

from counter_app.exchange import csv_file
from counter_app.exchange.laid_out import UNSEEN
from counter_app.exchange.whole_file import appearing
from counter_app.reports.tables import Cell, CellKind, ReportTable, Row, told

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
_HEAD_ROW: Final = 4


def write_csv(path: Path, table: ReportTable) -> int:
    """Write the rows and their sum; return how many rows. Raises FileNotWritten."""
    rows = [*table.found.rows, *([table.found.total] if table.found.total else [])]
    header = [column.title for column in table.columns]
    csv_file.write(path, header, ([_text(table, row, at) for at in _places(table)] for row in rows))
    return len(table.found.rows)


def write_xlsx(path: Path, table: ReportTable) -> int:
    """Write a workbook; return how many rows. Raises FileNotWritten."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = table.name
    sheet["A1"] = table.title
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A2"] = f"{table.period.first:%d/%m/%Y} – {table.period.last:%d/%m/%Y}"
    for place, column in enumerate(table.columns, start=1):
        head = sheet.cell(_HEAD_ROW, place, column.title)
        head.font = Font(bold=True)
        head.alignment = Alignment(wrap_text=True, vertical="center")
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = _WIDTHS.get(column.kind, 13)
    rows = [*table.found.rows, *([table.found.total] if table.found.total else [])]
    for down, row in enumerate(rows, start=_HEAD_ROW + 1):
        for place, column in enumerate(table.columns, start=1):
            cell: Any = sheet.cell(down, place)
            _put(cell, row.get(column.key), column.kind)
            if row is table.found.total:
                cell.font = Font(bold=True)
    sheet.freeze_panes = f"A{_HEAD_ROW + 1}"
    with appearing(path) as place_to_write:
        book.save(place_to_write)
    return len(table.found.rows)


def _places(table: ReportTable) -> range:
    return range(len(table.columns))


def _text(table: ReportTable, row: Row, at: int) -> str:
    column = table.columns[at]
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

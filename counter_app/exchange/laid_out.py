"""Workbooks that people fill in: sheets of explained columns, with the words they may choose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

Cell = str | int | float | None

LAST_ROW = 1_048_576
"""Rows of a sheet of any spreadsheet."""
LAST_COLUMN = 16_384
GUIDE_TITLE = "Hướng dẫn"
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
"""Letters that no workbook can hold."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the key the reader uses, its header, what belongs in it, and its width."""

    key: str
    header: str
    explained: str
    width: int = 16
    required: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, what its rows are, and its columns."""

    title: str
    explained: str
    columns: tuple[Column, ...]


def fill(book: Workbook, sheet: Sheet, rows: Iterable[Mapping[str, Cell]]) -> None:
    """Add a sheet with its headers, explanations and offered words, and fill in rows by key."""
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    page = book.create_sheet(sheet.title)
    page.freeze_panes = "B2"
    for index, column in enumerate(sheet.columns, start=1):
        header = page.cell(1, index, column.header)
        header.font = Font(bold=True)
        header.fill = PatternFill("solid", fgColor="DCE6F1" if column.required else "F2F2F2")
        header.alignment = Alignment(wrap_text=True, vertical="top")
        header.comment = Comment(column.explained, sheet.title, height=120, width=320)
        letter = get_column_letter(index)
        page.column_dimensions[letter].width = column.width
        # as text, or a spreadsheet drops the last zeros of 1.000080
        page.column_dimensions[letter].number_format = "@"
        _offer(page, column, letter)
    for line, row in enumerate(rows, start=2):
        for index, column in enumerate(sheet.columns, start=1):
            _put(page, line, index, row.get(column.key))


def guide(book: Workbook, sheets: Sequence[Sheet]) -> None:
    """Add a sheet that explains every column of `sheets`."""
    from openpyxl.styles import Alignment, Font

    page = book.create_sheet(GUIDE_TITLE)
    page.column_dimensions["A"].width = 26
    page.column_dimensions["B"].width = 100
    for sheet in sheets:
        page.append([sheet.title, sheet.explained])
        for cell in page[page.max_row]:
            cell.font = Font(bold=True)
        for column in sheet.columns:
            page.append([f"{column.header}{' *' if column.required else ''}", column.explained])
        page.append([])
    page.append(["*", "Cột bắt buộc."])
    for row in page.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def _put(page: Worksheet, line: int, index: int, value: Cell) -> None:
    if value is None or value == "":
        return
    cell = page.cell(line, index, UNSEEN.sub("", value) if isinstance(value, str) else value)
    if isinstance(value, str):
        cell.data_type = "s"  # also what begins like a formula is text
        cell.number_format = "@"


def _offer(page: Worksheet, column: Column, letter: str) -> None:
    """Let the spreadsheet offer the words of a column; others are refused while typing."""
    from openpyxl.worksheet.datavalidation import DataValidation

    if column.choices:
        listed = ",".join(column.choices)
        choice = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True)
        choice.add(f"{letter}2:{letter}{LAST_ROW}")
        page.add_data_validation(choice)

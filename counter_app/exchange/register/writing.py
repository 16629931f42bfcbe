"""Writing the register: the empty workbook to fill in, and what this counter holds."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from counter_app.domain.register import Rating, RegisterRow
from counter_app.exchange import csv_file
from counter_app.exchange.laid_out import UNSEEN, fill, guide
from counter_app.exchange.register.columns import (
    CHANNELS,
    HEADERS,
    RATINGS,
    REGISTER,
    RETURN_WAYS,
    STATES,
)
from counter_app.exchange.whole_file import appearing

Cell = str | int | datetime | None


def register_template() -> bytes:
    """Return a workbook that `read_register` takes back: headers, explanations, no rows."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    fill(book, REGISTER, ())
    guide(book, (REGISTER,))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def export_workbook(path: Path, rows: Iterable[RegisterRow]) -> int:
    """Write the register as a workbook; return how many lines. Raises FileNotWritten."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    page = book.create_sheet(REGISTER.title)
    page.freeze_panes = "E2"
    for index, column in enumerate(REGISTER.columns, start=1):
        page.column_dimensions[get_column_letter(index)].width = column.width
    titles = [WriteOnlyCell(page, header) for header in HEADERS]
    for title in titles:
        title.font = Font(bold=True)
    page.append(titles)
    count = 0
    for cells in _cells(rows):
        page.append([_kept(page, value) for value in cells])
        count += 1
    with appearing(path) as place:
        book.save(place)
    return count


def export_csv(path: Path, rows: Iterable[RegisterRow]) -> int:
    """Write the register as a CSV list; return how many lines. Raises FileNotWritten."""
    return csv_file.write(path, HEADERS, ([_told(cell) for cell in row] for row in _cells(rows)))


def _cells(rows: Iterable[RegisterRow]) -> Iterator[tuple[Cell, ...]]:
    for position, row in enumerate(rows, start=1):
        yield (
            position,
            row.book,
            row.book_number or None,
            row.number,
            row.procedure_code,
            row.procedure_name,
            row.summary,
            row.agency_name or row.agency_code,
            CHANNELS[row.channel],
            row.service_level or None,
            row.sets,
            row.owner_name,
            "" if row.submitter_name == row.owner_name else row.submitter_name,
            row.identity_number,
            row.address,
            row.phone,
            row.received_at,
            row.due_at,
            row.result_at,
            row.returned_at,
            RETURN_WAYS[row.return_way],
            row.giver,
            row.receiver,
            row.officer_name,
            row.place,
            STATES[row.state],
            RATINGS[Rating(row.rating)] if row.rating else "",
            row.note,
        )


def _kept(page: Any, value: Cell) -> Any:
    """Return a cell as it is written: moments without a zone, formulas as the text they are."""
    from openpyxl.cell import WriteOnlyCell

    if isinstance(value, datetime):
        cell = WriteOnlyCell(page, value.replace(tzinfo=None))
        cell.number_format = "DD/MM/YYYY HH:MM"
        return cell
    if isinstance(value, str):
        text = UNSEEN.sub("", value)
        if text.startswith("="):
            cell = WriteOnlyCell(page, text)
            cell.data_type = "s"
            return cell
        return text or None
    return value


def _told(value: Cell) -> str:
    if value is None:
        return ""
    return f"{value:%d/%m/%Y %H:%M}" if isinstance(value, datetime) else str(value)

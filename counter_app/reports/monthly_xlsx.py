"""The monthly report as a workbook: the text, and each appendix on a sheet of its own."""

from __future__ import annotations

import io
from copy import copy
from decimal import Decimal
from math import ceil
from typing import TYPE_CHECKING, Any, Final

from counter_app.exchange.laid_out import UNSEEN
from counter_app.reports.appendices import Appendix, Value
from counter_app.reports.narrative import MonthlyPaper, Style
from counter_app.reports.sheets import fit_to_width

if TYPE_CHECKING:
    from openpyxl.styles import Font
    from openpyxl.worksheet.worksheet import Worksheet

TEXT_SHEET: Final = "Báo cáo"
_FACE: Final = "Times New Roman"
_WIDTH: Final = 160
_TITLE_ROWS: Final = 3
_LETTERS: Final = 85
"""To a line of the text, between the margins of an upright page."""
_LINE_PT: Final = 15.5
_COUNT, _SHARE = "#,##0", "0.00"


def monthly_xlsx(paper: MonthlyPaper) -> bytes:
    """Return the report as XLSX; figures are numbers, shares have two places."""
    from openpyxl import Workbook

    book = Workbook()
    _set_face(book)
    _text(book.worksheets[0], paper)
    for appendix in paper.appendices:
        _appendix(book.create_sheet(appendix.caption), appendix)
    book.properties.title = paper.subject
    book.properties.creator = paper.letterhead.office
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _set_face(book: Any) -> None:
    """Measure columns by the report's face: where the usual one is missing they come out wider."""
    from openpyxl.styles import DEFAULT_FONT

    face = copy(DEFAULT_FONT)
    face.name, face.scheme = _FACE, None
    book._named_styles["Normal"].font = face  # noqa: SLF001
    book._fonts[0] = face  # noqa: SLF001


def _text(sheet: Worksheet, paper: MonthlyPaper) -> None:
    from openpyxl.styles import Alignment

    sheet.title = TEXT_SHEET
    sheet.column_dimensions["A"].width = _LETTERS
    lines = [
        (paper.letterhead.superior, False),
        (paper.letterhead.office, True),
        (paper.form.number, False),
        (paper.form.title, True),
        (paper.subject, True),
        *((one.text, one.style is Style.SECTION) for one in paper.paragraphs),
        (paper.form.signer, True),
    ]
    for row, (text, strong) in enumerate(lines, start=1):
        cell = _put(sheet, row, 1, text)
        cell.font = _font(bold=strong)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        # not every program measures the lines of a row that says no height
        sheet.row_dimensions[row].height = _LINE_PT * max(1, ceil(len(text) / _LETTERS))
    fit_to_width(sheet, "portrait")


def _appendix(sheet: Worksheet, appendix: Appendix) -> None:
    from openpyxl.styles import Alignment, Border, Side
    from openpyxl.utils import get_column_letter

    side = Side(style="thin")
    box = Border(left=side, right=side, top=side, bottom=side)
    middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
    columns, whole = len(appendix.parts), sum(appendix.parts)
    for row, text in enumerate((appendix.caption, appendix.title), start=1):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)
        title = _put(sheet, row, 1, text)
        title.font, title.alignment = _font(bold=True), middle
    for column, part in enumerate(appendix.parts, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTH * part / whole
    above = _TITLE_ROWS + appendix.head_rows
    for row in range(_TITLE_ROWS + 1, above + len(appendix.rows) + 1):
        for column in range(1, columns + 1):
            sheet.cell(row, column).border = box
    for head in appendix.heads:
        top, left = _TITLE_ROWS + 1 + head.row, 1 + head.column
        cell = _put(sheet, top, left, head.title)
        cell.font, cell.alignment = _font(bold=True), middle
        if head.rows * head.columns > 1:
            sheet.merge_cells(
                start_row=top,
                end_row=top + head.rows - 1,
                start_column=left,
                end_column=left + head.columns - 1,
            )
    plain = len(appendix.rows) - appendix.strong
    for place, values in enumerate(appendix.rows):
        for column, value in enumerate(values, start=1):
            cell = _put(sheet, above + 1 + place, column, value)
            cell.font = _font(bold=place >= plain)
    for place, note in enumerate(appendix.footnotes, start=above + len(appendix.rows) + 2):
        _put(sheet, place, 1, note).font = _font(italic=True)
    sheet.freeze_panes = f"C{above + 1}"
    fit_to_width(sheet, "landscape")
    sheet.print_title_rows = f"{_TITLE_ROWS + 1}:{above}"


def _font(*, bold: bool = False, italic: bool = False) -> Font:
    from openpyxl.styles import Font

    return Font(name=_FACE, size=11, bold=bold, italic=italic)


def _put(sheet: Worksheet, row: int, column: int, value: Value) -> Any:
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        text = UNSEEN.sub("", value)
        cell.value = text or None
        if text.startswith("="):
            cell.data_type = "s"
    else:
        cell.value = value
    if isinstance(value, Decimal):
        cell.number_format = _SHARE
    elif isinstance(value, int):
        cell.number_format = _COUNT
    return cell

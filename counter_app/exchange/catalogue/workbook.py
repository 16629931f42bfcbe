"""The catalogue from a workbook (.xlsx) laid out as `columns` says.

Sheets and columns are found by their names, in any order and any spelling of diacritics. Cells are
data: a text that looks like a formula stays that text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from counter_app.errors import CounterError
from counter_app.exchange.catalogue import columns, values
from counter_app.exchange.catalogue.guard import NO_WORKBOOK, WorkbookLimits, check_package
from counter_app.exchange.catalogue.problems import (
    CatalogueFile,
    CatalogueTooLarge,
    CatalogueUnreadable,
    RowFault,
)
from counter_app.exchange.catalogue.rows import (
    Findings,
    Place,
    RawChannel,
    RawFee,
    RawPaper,
    RawProcedure,
    interpreted,
)
from counter_app.exchange.laid_out import LAST_COLUMN, LAST_ROW, Sheet
from counter_app.text import folded

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook


@dataclass(eq=False)
class CatalogueLayout(CounterError):
    """the workbook {path} lacks {missing}; start from the template"""

    path: str
    missing: str


@dataclass(frozen=True)
class _Row:
    """A filled row: its place and its cells by column key."""

    place: Place
    cells: Mapping[str, object]

    def __getitem__(self, key: str) -> object:
        return self.cells.get(key)

    def filled(self, key: str) -> bool:
        value = self.cells.get(key)
        return value is not None and value != ""


@dataclass
class _Parts:
    """What the sheets below the first hold for one procedure."""

    channels: list[RawChannel] = field(default_factory=list)
    papers: list[RawPaper] = field(default_factory=list)


def read_workbook(
    path: Path, agencies: Mapping[str, str], limits: WorkbookLimits | None = None
) -> CatalogueFile:
    """Read a workbook.

    Args:
        agencies: folded agency name → agency code of this centre.

    Raises:
        CatalogueUnreadable: the file cannot be opened or is no workbook.
        CatalogueTooLarge: it passes one of `limits`.
        CatalogueLayout: the sheet of procedures or one of its needed columns is missing.
    """
    limits = limits or WorkbookLimits()
    try:
        with path.open("rb") as stream:
            check_package(stream, path, limits)
            return _read(stream, path, agencies, limits)
    except OSError as error:
        raise CatalogueUnreadable(str(path), error.strerror or str(error)) from error


def _read(
    stream: BinaryIO, path: Path, agencies: Mapping[str, str], limits: WorkbookLimits
) -> CatalogueFile:
    from openpyxl import load_workbook

    findings = Findings()
    try:
        book = load_workbook(stream, read_only=True, data_only=False, keep_links=False)
        try:
            sheets = _Book(book, path, limits, findings)
            filled = {sheet.title: list(sheets.rows(sheet)) for sheet in columns.SHEETS}
        finally:
            book.close()
    except NO_WORKBOOK as error:
        raise CatalogueUnreadable(str(path), f"it is no workbook ({error!r})") from error
    return interpreted(_procedures(filled, findings), agencies, findings)


def _procedures(filled: Mapping[str, list[_Row]], findings: Findings) -> list[RawProcedure]:
    raws = [_raw_procedure(row) for row in filled[columns.PROCEDURES.title]]
    parts = {values.code_of(raw.code): _Parts() for raw in raws}
    for code, row in _with_codes(filled[columns.CHANNELS.title], parts, findings):
        if not _take_channel(row, parts[code].channels):
            findings.tell(row.place, code, "channel", RowFault.NO_CHANNEL_ABOVE)
    for code, row in _with_codes(filled[columns.PAPERS.title], parts, findings):
        parts[code].papers.append(_raw_paper(row))
    return [_with_parts(raw, parts) for raw in raws]


def _with_parts(raw: RawProcedure, parts: Mapping[str, _Parts]) -> RawProcedure:
    own = parts[values.code_of(raw.code)]
    return replace(raw, channels=tuple(own.channels), papers=tuple(own.papers))


def _raw_procedure(row: _Row) -> RawProcedure:
    return RawProcedure(
        row.place,
        code=row["code"],
        texts=row.cells,
        no_appointment=row["no_appointment"],
        valid_from=row["valid_from"],
        valid_to=row["valid_to"],
    )


def _take_channel(row: _Row, channels: list[RawChannel]) -> bool:
    """Open a channel, or add the row's fee to the channel above; False where there is none."""
    fees = _fees(row)
    if row.filled("channel"):
        channels.append(
            RawChannel(
                row.place,
                channel=row["channel"],
                term=row["term"],
                unit=row["unit"],
                free=row["free"],
                cut_off=row["cut_off"],
                note=row["note"],
                fees=fees,
            )
        )
        return True
    if not channels or any(row.filled(key) for key in ("term", "unit", "cut_off")):
        return False
    channels[-1] = replace(channels[-1], fees=channels[-1].fees + fees)
    return True


def _fees(row: _Row) -> tuple[RawFee, ...]:
    if not any(row.filled(key) for key in ("kind", "amount", "fee_note")):
        return ()
    return (RawFee(row.place, row["kind"], row["amount"], row["fee_note"]),)


def _raw_paper(row: _Row) -> RawPaper:
    return RawPaper(
        row.place,
        name=row["name"],
        originals=row["originals"],
        certified_copies=row["certified_copies"],
        photocopies=row["photocopies"],
        required=row["required"],
    )


def _with_codes(
    rows: Iterable[_Row], known: Mapping[str, object], findings: Findings
) -> Iterator[tuple[str, _Row]]:
    """Yield the rows with the procedure each belongs to: its own code, or the one above."""
    code = ""
    for row in rows:
        code = values.code_of(row["code"]) or code
        if code in known:
            yield code, row
        else:
            fault = RowFault.NO_SUCH_PROCEDURE if code else RowFault.NO_CODE
            findings.tell(row.place, code, "code", fault)


@dataclass(frozen=True)
class _Book:
    book: Workbook
    path: Path
    limits: WorkbookLimits
    findings: Findings

    def rows(self, sheet: Sheet) -> Iterator[_Row]:
        """Yield the filled rows below the header; none for a sheet that may be missing."""
        found = [x for x in self.book.worksheets if folded(x.title) == folded(sheet.title)]
        if not found:
            if sheet is columns.PROCEDURES:
                raise CatalogueLayout(str(self.path), f"the sheet “{sheet.title}”")
            return
        worksheet = found[0]
        # some writers declare a size that is not the real one, and then rows are left out
        worksheet.reset_dimensions()
        keys = self._keys(worksheet, sheet)
        filled = 0
        cells = worksheet.iter_rows(min_row=2, max_col=self.limits.columns, values_only=True)
        for line, row in enumerate(cells, start=2):
            if line > LAST_ROW:
                raise CatalogueTooLarge(str(self.path), "the number of rows", line, LAST_ROW)
            named = {key: row[index] for index, key in keys.items() if index < len(row)}
            if all(value is None or value == "" for value in named.values()):
                continue
            filled += 1
            if filled > self.limits.rows:
                what = f"the number of rows of “{sheet.title}”"
                raise CatalogueTooLarge(str(self.path), what, filled, self.limits.rows)
            yield _Row(Place(line, sheet.title), named)

    def _keys(self, worksheet: Any, sheet: Sheet) -> dict[int, str]:
        """Return column index → key, from the header row."""
        by_header = {folded(column.header): column.key for column in sheet.columns}
        header = next(worksheet.iter_rows(max_row=1, max_col=LAST_COLUMN, values_only=True), ())
        keys: dict[int, str] = {}
        for index, value in enumerate(header):
            title = values.text_of(value) or ""
            if not title:
                continue
            if index >= self.limits.columns:
                what = f"the number of columns of “{sheet.title}”"
                raise CatalogueTooLarge(str(self.path), what, index + 1, self.limits.columns)
            key = by_header.get(folded(title))
            if key is None or key in keys.values():
                place = Place(1, sheet.title)
                self.findings.tell(place, "", "", RowFault.UNKNOWN_FIELD, title)
            else:
                keys[index] = key
        for column in sheet.columns:
            if column.required and column.key not in keys.values():
                missing = f"the column “{column.header}” on the sheet “{sheet.title}”"
                raise CatalogueLayout(str(self.path), missing)
        return keys

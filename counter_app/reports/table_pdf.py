"""A report that is one table on paper, across."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from counter_app.documents.blocks import Align, Block, Table, TableColumn, Text, bold, regular
from counter_app.documents.cells import Cell, running, said, strong
from counter_app.documents.facts import facts_of
from counter_app.documents.items import Page
from counter_app.documents.layout import pieces
from counter_app.documents.pages import Sheet, compose
from counter_app.documents.pdf import Info, paint, pdf_setter
from counter_app.reports.tables import CellKind, ReportTable, told

_ACROSS: Final = Sheet.of_mm(297, 210, left=12, right=10, top=12, bottom=12)
_TEXT: Final = 9.5
_PARTS: Final = {
    CellKind.TEXT: 20.0,
    CellKind.NUMBER: 17.0,
    CellKind.WORD: 9.0,
    CellKind.MOMENT: 9.0,
    CellKind.DAY: 8.0,
    CellKind.MONEY: 9.0,
}
_COUNT_PART: Final = 5.5


def table_pdf(table: ReportTable) -> bytes:
    """Return the report as PDF; the same report gives the same bytes."""
    setter = pdf_setter(_TEXT)
    pages: list[Page] = []
    for name, places in table.sheets():
        flow = pieces(_blocks(table, name, places), _ACROSS.text_width, setter)
        pages += compose(flow, _ACROSS, setter, running(name or table.title))
    return paint(pages, Info(table.title, table.title, "", facts_of("", "", pages).to_text()))


def _blocks(table: ReportTable, name: str, places: range) -> Iterator[Block]:
    yield Text((bold(table.title),), Align.CENTRE, size=1.3)
    yield Text((regular(table.words_below(name)),), Align.CENTRE, before=0.2)
    shown, lines = table.columns_of(name), table.lines
    columns = tuple(TableColumn(_PARTS.get(one.kind, _COUNT_PART), one.title) for one in shown)
    rows: list[tuple[Cell, ...]] = []
    for place in places:
        cell = strong if table.is_strong(place) else said
        rows.append(
            tuple(
                cell(
                    told(lines[place].get(one.key), one.kind),
                    Align.RIGHT if one.right else Align.LEFT,
                    0.88,
                )
                for one in shown
            )
        )
    yield Table(columns, tuple(rows), size=0.85, before=0.8)

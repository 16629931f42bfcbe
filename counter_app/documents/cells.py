"""Cells and fields that tables and sheets are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counter_app.documents.blocks import (
    Align,
    Block,
    Column,
    Columns,
    Rule,
    Table,
    TableColumn,
    Text,
    bold,
    regular,
)
from counter_app.documents.forms import common
from counter_app.documents.pages import Running

Cell = tuple[Block, ...]


def said(text: str, align: Align = Align.LEFT, size: float = 1.0) -> Cell:
    """Return a cell of plain words."""
    return (Text((regular(text),), align, size),)


def strong(text: str, align: Align = Align.LEFT, size: float = 1.0) -> Cell:
    """Return a cell of bold words."""
    return (Text((bold(text),), align, size),)


def field(label: str, value: str, before: float = 0.0, most_lines: int = 0) -> Text:
    """Return a labelled line, further lines hanging."""
    text = regular(f"{label} {value}")
    return Text((text,), hang=1.0, before=before, most_lines=most_lines)


def table(
    titles: Sequence[str], parts: Sequence[float], rows: Iterable[tuple[Cell, ...]], size: float
) -> Table:
    """Return a table whose columns take `parts` of the width."""
    columns = tuple(TableColumn(part, title) for part, title in zip(parts, titles, strict=True))
    return Table(columns, tuple(rows), size=size, before=0.2)


def running(said_above: str) -> Running:
    """Return a head with words and the page's number, and a foot with the number alone."""
    words = common().words

    def place(page: int, pages: int) -> str:
        return words.page.format(page=page, pages=pages)

    def head(page: int, pages: int) -> Sequence[Block]:
        columns = (
            Column(80, (Text((regular(said_above),), one_line=True),)),
            Column(20, (Text((regular(place(page, pages)),), Align.RIGHT),)),
        )
        return (Columns(columns), Rule(before=0.1))

    def foot(page: int, pages: int) -> Sequence[Block]:
        return (Text((regular(place(page, pages)),), Align.CENTRE, size=0.85),)

    return Running(head, foot)

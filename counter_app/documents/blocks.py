"""What a sheet says, before anything has its place. All lengths are in ems of the body text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from counter_app.documents.codes import Symbol
from counter_app.documents.fonts import Face

EMPTY_BOX: Final = "☐"
TICKED_BOX: Final = "☑"
"""Letters that no face of the forms has; painters draw them."""


class Align(StrEnum):
    """Where a line stands in its width."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one face."""

    text: str
    face: Face = Face.REGULAR


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph.

    `before` is white space above it (none at the top of a page), `hang` the indent of all lines
    but the first. `one_line` shrinks the words until they fit in one line; `most_lines` ends
    longer words with "…"; `dotted` draws dots from the end of the words to the right edge, to be
    written on; `with_next` keeps it on one page with what follows.
    """

    runs: tuple[Run, ...]
    align: Align = Align.LEFT
    size: float = 1.0
    before: float = 0.0
    indent: float = 0.0
    hang: float = 0.0
    one_line: bool = False
    most_lines: int = 0
    dotted: bool = False
    with_next: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """White space, dropped at the top of a page."""

    height: float
    with_next: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across `share` of the width, in its middle."""

    share: float = 1.0
    before: float = 0.2
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """A symbol with its quiet zone; `most` and `height` are in millimetres.

    With `may_turn`, a bar code too wide for the place at two printer dots a module is turned by
    90 degrees. `bare` leaves out the quiet zone left and right, where white paper outside
    the printable width stands for it.
    """

    symbol: Symbol
    most: float
    height: float = 0.0
    align: Align = Align.CENTRE
    before: float = 0.0
    bare: bool = False
    may_turn: bool = False
    with_next: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A part of the width that holds blocks; parts are relative to each other."""

    part: float
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks side by side, on one page together."""

    columns: tuple[Column, ...]
    gap: float = 1.0
    before: float = 0.0
    with_next: bool = False


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table: its part of the width and its title."""

    part: float
    title: str
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class TableHead:
    """A title over several rows or columns of a table's head; places count from 0."""

    title: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head that is repeated on every page.

    A cell holds blocks. A row of paragraphs alone may go on over the page, others stay whole.
    `size` is that of the titles. `heads` stand in the place of the columns' own titles.
    """

    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[tuple[Block, ...], ...], ...]
    size: float = 1.0
    before: float = 0.3
    heads: tuple[TableHead, ...] = ()


Block = Text | Gap | Rule | Code | Columns | Table


def regular(text: str) -> Run:
    """Return upright words."""
    return Run(text)


def bold(text: str) -> Run:
    """Return bold words."""
    return Run(text, Face.BOLD)


def italic(text: str) -> Run:
    """Return slanted words."""
    return Run(text, Face.ITALIC)

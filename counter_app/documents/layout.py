"""From blocks to pieces: what stands together, how high it is, what is drawn in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final

from counter_app.documents.blocks import (
    Align,
    Block,
    Code,
    Columns,
    Gap,
    Rule,
    Run,
    Table,
    Text,
)
from counter_app.documents.codes import THINNEST, module_dots
from counter_app.documents.fonts import Face
from counter_app.documents.items import Item, Placed, Stroke
from counter_app.documents.typeset import SetLine, Typesetter

MM: Final = 72 / 25.4
"""Points in a millimetre."""
_PAD: Final = 0.3
"""White space left and right in a cell, in ems."""
_PAD_TOP: Final = 0.12
_WHOLE_LINES: Final = 3
"""A paragraph of up to so many lines is never parted, nor the first or last two of a longer."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that stands on one page, with items relative to its top left corner.

    `with_next` keeps the next piece on the same page, `is_gap` is dropped at the top of a page,
    `foot` is drawn when the page ends after it, `head` comes first when a page starts with it.
    """

    height: float
    items: tuple[Item, ...] = ()
    with_next: bool = False
    is_gap: bool = False
    foot: tuple[Item, ...] = ()
    head: Piece | None = None


def pieces(blocks: Iterable[Block], width: float, setter: Typesetter) -> list[Piece]:
    """Return the pieces of `blocks` set in `width`, from the top down."""
    return [piece for block in blocks for piece in _pieces(block, width, setter)]


def _pieces(block: Block, width: float, setter: Typesetter) -> list[Piece]:
    match block:
        case Text():
            return _paragraph(block, width, setter)
        case Gap():
            return _gap(block.height, setter)
        case Rule():
            return _rule(block, width, setter)
        case Code():
            return _code(block, width, setter)
        case Columns():
            return _columns(block, width, setter)
        case Table():
            return _table(block, width, setter)


def stacked(blocks: Iterable[Block], width: float, setter: Typesetter) -> Piece:
    """Return `blocks` as one piece that is never parted."""
    y = 0.0
    items: list[Item] = []
    for piece in pieces(blocks, width, setter):
        items.extend(item.moved(0, y) for item in piece.items)
        y += piece.height
    return Piece(y, tuple(items))


def _gap(height: float, setter: Typesetter) -> list[Piece]:
    return [Piece(height * setter.em, with_next=True, is_gap=True)] if height else []


def _paragraph(text: Text, width: float, setter: Typesetter) -> list[Piece]:
    lines = setter.lines(text, width)
    last = len(lines) - 1
    set_lines = [
        Piece(line.height, line.items, with_next=_kept(number, last, text.with_next))
        for number, line in enumerate(lines)
    ]
    return _gap(text.before, setter) + set_lines


def _kept(number: int, last: int, last_is_kept: bool) -> bool:
    """Tell whether line `number` of 0..`last` stays on one page with what follows it."""
    if number == last:
        return last_is_kept
    return last < _WHOLE_LINES or number in (0, last - 1)


def _rule(rule: Rule, width: float, setter: Typesetter) -> list[Piece]:
    left = width * (1 - rule.share) / 2
    y = setter.hair
    stroke = Stroke(left, y, width - left, y, setter.hair, rule.dotted)
    return [*_gap(rule.before, setter), Piece(2 * setter.hair, (stroke,))]


def _code(code: Code, width: float, setter: Typesetter) -> list[Piece]:
    symbol = code.symbol
    dot = 72 / setter.dpi / setter.unit
    room = width * setter.unit
    if code.bare:
        room *= (symbol.modules + 2 * symbol.quiet) / symbol.modules
    module = module_dots(symbol, room, setter.dpi, code.most) * dot
    turned = code.may_turn and module < (THINNEST - 0.5) * dot
    if turned:
        module = THINNEST * dot
    long = symbol.modules * module
    quiet = symbol.quiet * module
    high = long if symbol.is_square else round(code.height * MM / setter.unit / dot) * dot
    across = high if turned else long
    # Half a dot is to spare on each side: on the page a symbol moves to the nearest whole dot.
    above = (quiet if symbol.is_square or turned else 0.0) + dot / 2
    side = 0.0 if code.bare or turned else quiet
    spare = width - across
    x = {Align.LEFT: side, Align.CENTRE: spare / 2, Align.RIGHT: spare - side}[code.align]
    placed = Placed(x, above, module, high, symbol, turned)
    down = (long if turned else high) + 2 * above
    return [*_gap(code.before, setter), Piece(down, (placed,), with_next=code.with_next)]


def _columns(block: Columns, width: float, setter: Typesetter) -> list[Piece]:
    gap = block.gap * setter.em
    room = width - gap * (len(block.columns) - 1)
    whole = sum(column.part for column in block.columns)
    x = 0.0
    height = 0.0
    items: list[Item] = []
    for column in block.columns:
        wide = room * column.part / whole
        piece = stacked(column.blocks, wide, setter)
        items.extend(item.moved(x, 0) for item in piece.items)
        height = max(height, piece.height)
        x += wide + gap
    return [*_gap(block.before, setter), Piece(height, tuple(items), with_next=block.with_next)]


def _table(table: Table, width: float, setter: Typesetter) -> list[Piece]:
    whole = sum(column.part for column in table.columns)
    widths = [width * column.part / whole for column in table.columns]
    if table.heads:
        head = _grouped_head(table, widths, setter)
    else:
        titles = [(_title(column.title, table),) for column in table.columns]
        head = replace(_whole_row(titles, widths, setter), with_next=True)
    body: list[Piece] = []
    for row in table.rows:
        slices = _row(row, widths, setter)
        body.extend(replace(piece, head=head) for piece in slices)
    if body:
        body[-1] = replace(body[-1], items=body[-1].items + body[-1].foot, foot=())
    return [*_gap(table.before, setter), head, *body]


def _title(title: str, table: Table) -> Text:
    return Text((Run(title, Face.BOLD),), Align.CENTRE, table.size)


def _grouped_head(table: Table, widths: Sequence[float], setter: Typesetter) -> Piece:
    """Return a head whose titles stand over several rows or columns; rows grow as they must."""
    pad, top = _PAD * setter.em, _PAD_TOP * setter.em
    lefts = [sum(widths[:column]) for column in range(len(widths) + 1)]
    heights = [0.0] * max(head.row + head.rows for head in table.heads)
    set_heads = []
    for head in sorted(table.heads, key=lambda head: head.rows):
        left, right = lefts[head.column], lefts[head.column + head.columns]
        cell = stacked((_title(head.title, table),), right - left - 2 * pad, setter)
        set_heads.append((head, left, right, cell))
        last = head.row + head.rows - 1
        missing = cell.height + 2 * top - sum(heights[head.row : last + 1])
        heights[last] += max(missing, 0.0)
    items: list[Item] = []
    for head, left, right, cell in set_heads:
        above = sum(heights[: head.row])
        below = above + sum(heights[head.row : head.row + head.rows])
        items.append(Stroke(left, above, right, above, setter.hair))
        items.append(Stroke(left, above, left, below, setter.hair))
        y = above + (below - above - cell.height) / 2
        items.extend(item.moved(left + pad, y) for item in cell.items)
    height = sum(heights)
    items.append(Stroke(lefts[-1], 0, lefts[-1], height, setter.hair))
    return Piece(height, tuple(items), with_next=True, foot=(_across(widths, height, setter),))


def _edges(widths: Sequence[float], height: float, setter: Typesetter) -> list[Item]:
    edges: list[Item] = []
    x = 0.0
    for wide in (0.0, *widths):
        x += wide
        edges.append(Stroke(x, 0, x, height, setter.hair))
    return edges


def _across(widths: Sequence[float], y: float, setter: Typesetter) -> Stroke:
    return Stroke(0, y, sum(widths), y, setter.hair)


def _whole_row(
    row: Sequence[Iterable[Block]], widths: Sequence[float], setter: Typesetter
) -> Piece:
    """Return a row that is never parted, its cells centred between top and bottom."""
    pad, top = _PAD * setter.em, _PAD_TOP * setter.em
    cells = [stacked(cell, wide - 2 * pad, setter) for cell, wide in zip(row, widths, strict=True)]
    height = max(cell.height for cell in cells) + 2 * top
    items = [_across(widths, 0, setter), *_edges(widths, height, setter)]
    x = pad
    for cell, wide in zip(cells, widths, strict=True):
        y = (height - cell.height) / 2
        items.extend(item.moved(x, y) for item in cell.items)
        x += wide
    return Piece(height, tuple(items), foot=(_across(widths, height, setter),))


def _row(
    row: Sequence[tuple[Block, ...]], widths: Sequence[float], setter: Typesetter
) -> list[Piece]:
    if not all(isinstance(block, Text) and not block.before for cell in row for block in cell):
        return [_whole_row(row, widths, setter)]
    pad, top = _PAD * setter.em, _PAD_TOP * setter.em
    cells = [
        [
            line
            for block in cell
            if isinstance(block, Text)
            for line in setter.lines(block, wide - 2 * pad)
        ]
        for cell, wide in zip(row, widths, strict=True)
    ]
    slices = list(zip_longest(*cells))
    last = len(slices) - 1
    return [
        replace(
            _slice(lines, widths, setter, above=top * (number == 0), below=top * (number == last)),
            with_next=_kept(number, last, last_is_kept=False),
        )
        for number, lines in enumerate(slices)
    ]


def _slice(
    lines: Sequence[SetLine | None],
    widths: Sequence[float],
    setter: Typesetter,
    *,
    above: float,
    below: float,
) -> Piece:
    """Return one line of all cells of a row, with the edges beside it."""
    height = max(line.height for line in lines if line) + above + below
    items = _edges(widths, height, setter)
    if above:
        items.append(_across(widths, 0, setter))
    x = _PAD * setter.em
    for line, wide in zip(lines, widths, strict=True):
        if line:
            items.extend(item.moved(x, above) for item in line.items)
        x += wide
    return Piece(height, tuple(items), foot=(_across(widths, height, setter),))

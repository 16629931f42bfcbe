"""From pieces to pages: where a page ends, and what stands at its head and foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from counter_app.documents.blocks import Block
from counter_app.documents.items import Item, Page, Placed
from counter_app.documents.layout import MM, Piece, stacked
from counter_app.documents.typeset import Typesetter

_ROUNDING: Final = 1e-6
_FURNITURE_GAP: Final = 0.5
"""White space in ems between the text and the running head or foot."""


class PaperSize(StrEnum):
    """Sheets of the office printer, upright."""

    A4 = "A4"
    A5 = "A5"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper and its margins, in points."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @classmethod
    def of_mm(
        cls, width: float, height: float, left: float, right: float, top: float, bottom: float
    ) -> Sheet:
        return cls(*(length * MM for length in (width, height, left, right, top, bottom)))

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        return self.height - self.top - self.bottom


SHEETS: Final = {
    PaperSize.A4: Sheet.of_mm(210, 297, left=30, right=20, top=20, bottom=20),
    PaperSize.A5: Sheet.of_mm(148, 210, left=15, right=10, top=9, bottom=9),
}
"""A4 with the margins of the circulars' templates; A5 leaves room to file it on the left."""


@dataclass(frozen=True, slots=True)
class Running:
    """What stands above and below the text when there is more than one page.

    Both are asked with the page's number from 1 and the count of pages; their height must not
    depend on it. The first page has no head.
    """

    head: Callable[[int, int], Sequence[Block]]
    foot: Callable[[int, int], Sequence[Block]]


def compose(
    flow: Sequence[Piece], sheet: Sheet, setter: Typesetter, running: Running
) -> list[Page]:
    """Return `flow`, set in the width of the sheet's text, on as many pages as it needs."""
    if sum(piece.height for piece in flow) <= sheet.text_height + _ROUNDING:
        return [_page([flow], 1, sheet, setter, running)]
    gap = _FURNITURE_GAP * setter.em
    head = stacked(running.head(2, 2), sheet.text_width, setter).height + gap
    foot = stacked(running.foot(1, 2), sheet.text_width, setter).height + gap
    first = sheet.text_height - foot
    parts = paginate(flow, first, first - head)
    return [_page(parts, number, sheet, setter, running) for number in range(1, len(parts) + 1)]


def paginate(flow: Sequence[Piece], first: float, other: float) -> list[list[Piece]]:
    """Part `flow` into pages of height `first` and then `other`, keeping together what belongs.

    What belongs together but is higher than a page is parted where the page ends.
    """
    pages: list[list[Piece]] = [[]]
    used = 0.0
    for number, piece in enumerate(flow):
        room = first if len(pages) == 1 else other
        together = _together(flow, number)
        need = together if together <= other else piece.height
        if pages[-1] and used + need > room + _ROUNDING:
            pages.append([])
            used = 0.0
            if piece.head is not None:
                pages[-1].append(piece.head)
                used = piece.head.height
        if piece.is_gap and not pages[-1]:
            continue
        pages[-1].append(piece)
        used += piece.height
    return pages


def _together(flow: Sequence[Piece], start: int) -> float:
    """Return the height from `start` to the next place where a page may end."""
    height = 0.0
    for piece in flow[start:]:
        height += piece.height
        if not piece.with_next:
            break
    return height


def _page(
    parts: Sequence[Sequence[Piece]],
    number: int,
    sheet: Sheet,
    setter: Typesetter,
    running: Running,
) -> Page:
    count = len(parts)
    gap = _FURNITURE_GAP * setter.em
    items: list[Item] = []
    y = sheet.top
    if number > 1:
        head = stacked(running.head(number, count), sheet.text_width, setter)
        items.extend(item.moved(sheet.left, y) for item in head.items)
        y += head.height + gap
    for piece in parts[number - 1]:
        items.extend(item.moved(sheet.left, y) for item in piece.items)
        y += piece.height
    if parts[number - 1]:
        last = parts[number - 1][-1]
        items.extend(item.moved(sheet.left, y - last.height) for item in last.foot)
    if count > 1:
        foot = stacked(running.foot(number, count), sheet.text_width, setter)
        top = sheet.height - sheet.bottom - foot.height
        items.extend(item.moved(sheet.left, top) for item in foot.items)
    dot = 72 / setter.dpi / setter.unit
    return Page(sheet.width, sheet.height, tuple(_on_dots(item, dot) for item in items))


def _on_dots(item: Item, dot: float) -> Item:
    """Move a symbol to the nearest whole printer dot."""
    if not isinstance(item, Placed):
        return item
    return item.moved(round(item.x / dot) * dot - item.x, round(item.y / dot) * dot - item.y)

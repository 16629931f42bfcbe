"""What is drawn where: the placed items of a page, y growing downwards from the top.

Items are named tuples, not frozen dataclasses: a page makes hundreds and moves each a few times.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from counter_app.documents.codes import Symbol
from counter_app.documents.fonts import ASCENT, DESCENT, Face


class Words(NamedTuple):
    """Letters of one face; `y` is the line they stand on."""

    x: float
    y: float
    width: float
    text: str
    face: Face
    size: float

    def moved(self, dx: float, dy: float) -> Words:
        return Words(self.x + dx, self.y + dy, self.width, self.text, self.face, self.size)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of the space the letters may fill."""
        top, bottom = self.y - ASCENT * self.size, self.y + DESCENT * self.size
        return self.x, top, self.x + self.width, bottom


class Stroke(NamedTuple):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    weight: float
    dotted: bool = False

    def moved(self, dx: float, dy: float) -> Stroke:
        x1, y1, x2, y2 = self.x1 + dx, self.y1 + dy, self.x2 + dx, self.y2 + dy
        return Stroke(x1, y1, x2, y2, self.weight, self.dotted)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        return self.x1, self.y1, self.x2, self.y2


class Box(NamedTuple):
    """A box to tick; `x`, `y` is its top left corner."""

    x: float
    y: float
    side: float
    ticked: bool

    def moved(self, dx: float, dy: float) -> Box:
        return Box(self.x + dx, self.y + dy, self.side, self.ticked)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        return self.x, self.y, self.x + self.side, self.y + self.side


class Placed(NamedTuple):
    """A symbol; `x`, `y` is the top left corner of its dark part, `module` one module's width.

    `height` is the length of the bars. A turned symbol runs downwards.
    """

    x: float
    y: float
    module: float
    height: float
    symbol: Symbol
    turned: bool = False

    def moved(self, dx: float, dy: float) -> Placed:
        x, y = self.x + dx, self.y + dy
        return Placed(x, y, self.module, self.height, self.symbol, self.turned)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        long = self.symbol.modules * self.module
        across, down = (self.height, long) if self.turned else (long, self.height)
        return self.x, self.y, self.x + across, self.y + down

    @property
    def area(self) -> tuple[float, float, float, float]:
        """The bounds with the quiet zone: around a square, before and behind bars."""
        left, top, right, bottom = self.bounds
        quiet = self.symbol.quiet * self.module
        beside = 0.0 if self.turned else quiet
        above = quiet if self.turned or self.symbol.is_square else 0.0
        return left - beside, top - above, right + beside, bottom + above

    def bars(self) -> list[tuple[float, float, float, float]]:
        """Return the dark rectangles as x, y, width, height."""
        unit = self.module
        step = self.height / len(self.symbol.rows)
        if self.turned:
            row = self.symbol.rows[0]
            return [(self.x, self.y + at * unit, self.height, run * unit) for at, run in row]
        return [
            (self.x + at * unit, self.y + number * step, run * unit, step)
            for number, row in enumerate(self.symbol.rows)
            for at, run in row
        ]


Item = Words | Stroke | Box | Placed


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page."""

    width: float
    height: float
    items: tuple[Item, ...]

"""The grid of a table on a picture of a page, and which of its cells hold ink."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PIL import Image, ImageChops

DPI = 150
_DARK = 170
_WHOLE = 0.97
_FROM_AFAR = (16, 16)
_INSET = 4
_INK = 4
"""Dark pixels that make a cell written on: a full stop has more."""


@dataclass(frozen=True)
class Grid:
    """Where the lines stand that go through the whole table, in millimetres, and what is written.

    `across` are lines over the full width, `down` those over all rows below the head; `written`
    tells of every cell below the head whether it holds ink.
    """

    across: tuple[float, ...]
    down: tuple[float, ...]
    written: tuple[tuple[bool, ...], ...]


def grid_of(picture: Image.Image, head_rows: int) -> Grid:
    """Return the grid of the one table of a page; lines of the head end in `head_rows` steps."""
    dark = picture.point([255 if level < _DARK else 0 for level in range(256)])
    left, right = _extent(dark)
    across = _lines(dark.crop((left, 0, right, dark.height)), rows=True)
    head_end = across[1] if head_rows else across[0]
    body = dark.crop((left, head_end, right, across[-1]))
    down = [left + place for place in _lines(body, rows=False)]
    rows = across[1:] if head_rows else across
    written = tuple(
        tuple(
            _ink(dark, (x + _INSET, y + _INSET, x_end - _INSET, y_end - _INSET))
            for x, x_end in pairwise(down)
        )
        for y, y_end in pairwise(rows)
    )
    return Grid(tuple(map(_mm, across)), tuple(map(_mm, down)), written)


def _mm(pixels: int) -> float:
    return round(pixels * 25.4 / DPI, 2)


def _extent(dark: Image.Image) -> tuple[int, int]:
    """Return where the widest dark line begins and ends."""
    widest = (0, 0)
    for y in range(dark.height):
        box = dark.crop((0, y, dark.width, y + 1)).getbbox()
        if box is None:
            continue
        left, _, right, _ = box
        line = dark.crop((left, y, right, y + 1))
        full = line.histogram()[255] >= _WHOLE * (right - left)
        if full and right - left > widest[1] - widest[0]:
            widest = (left, right)
    return widest


def _lines(dark: Image.Image, *, rows: bool) -> list[int]:
    """Return the middles of the lines that go all the way."""
    length, span = (dark.height, dark.width) if rows else (dark.width, dark.height)
    whole = [
        place
        for place in range(length)
        if _line(dark, place, rows=rows).histogram()[255] >= _WHOLE * span
    ]
    groups: list[list[int]] = []
    for place in whole:
        if groups and place - groups[-1][-1] <= 2:
            groups[-1].append(place)
        else:
            groups.append([place])
    return [round(sum(group) / len(group)) for group in groups]


def _line(dark: Image.Image, place: int, *, rows: bool) -> Image.Image:
    if rows:
        return dark.crop((0, place, dark.width, place + 1))
    return dark.crop((place, 0, place + 1, dark.height))


def _ink(dark: Image.Image, box: tuple[int, int, int, int]) -> bool:
    return dark.crop(box).histogram()[255] >= _INK


def most_alike(picture: Image.Image, others: Sequence[Image.Image]) -> int:
    """Return the place of the picture whose ink lies most alike, seen from afar."""
    return min(range(len(others)), key=lambda place: _difference(picture, others[place]))


def _difference(one: Image.Image, other: Image.Image) -> int:
    far = [each.convert("L").resize(_FROM_AFAR, Image.Resampling.BOX) for each in (one, other)]
    histogram = ImageChops.difference(*far).histogram()
    return sum(level * count for level, count in enumerate(histogram))

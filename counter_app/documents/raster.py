"""Pages painted as black and white dots, for slip printers that know no PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw, ImageFont

import resources
from counter_app.documents.blocks import Block
from counter_app.documents.codes import LABEL_DPI
from counter_app.documents.fonts import Face
from counter_app.documents.items import Box, Item, Page, Placed, Stroke, Words
from counter_app.documents.layout import stacked
from counter_app.documents.typeset import Typesetter

_HAIR: Final = 2.0
_DOTTED_STEP: Final = 6


@lru_cache(maxsize=4)
def _file(face: Face) -> bytes:
    return resources.read_bytes(f"fonts/{face}.ttf")


@lru_cache(maxsize=32)
def _font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    # The basic engine is always there; raqm comes with the system or not, with other widths.
    engine = ImageFont.Layout.BASIC
    return ImageFont.truetype(BytesIO(_file(face)), size, layout_engine=engine)


@dataclass(frozen=True, slots=True)
class RasterMetrics:
    """Widths of hinted letters on whole dots: other ones in each size."""

    def em_width(self, text: str, face: Face, size: float) -> float:
        return float(_font(face, round(size)).getlength(text)) / size

    def size(self, wanted: float) -> float:
        return float(max(8, round(wanted)))

    def scale(self, size: float) -> float:
        return size


def raster_setter(body: int) -> Typesetter:
    """Return a typesetter whose unit is one dot of 203 dpi; `body` is the text's size in dots."""
    unit = 72 / LABEL_DPI
    return Typesetter(RasterMetrics(), em=body, hair=_HAIR, dpi=LABEL_DPI, unit=unit)


def strip(blocks: Sequence[Block], width: int, margin: int, setter: Typesetter) -> Page:
    """Return `blocks` on one page of `width` dots that is as high as they need.

    Args:
        margin: dots above and below.
    """
    piece = stacked(blocks, width, setter)
    items = tuple(item.moved(0, margin) for item in piece.items)
    return Page(width, round(piece.height) + 2 * margin, items)


def paint(page: Page) -> Image.Image:
    """Return `page` as a 1-bit image, black on white."""
    image = Image.new("1", (round(page.width), round(page.height)), 1)
    draw = ImageDraw.Draw(image)
    draw.fontmode = "1"
    for item in page.items:
        _paint(item, draw)
    return image


def _paint(item: Item, draw: ImageDraw.ImageDraw) -> None:
    match item:
        case Words():
            font = _font(item.face, round(item.size))
            draw.text((round(item.x), round(item.y)), item.text, 0, font=font, anchor="ls")
        case Stroke():
            _stroke(item, draw)
        case Box():
            _box(item, draw)
        case Placed():
            _symbol(item, draw)


def _stroke(stroke: Stroke, draw: ImageDraw.ImageDraw) -> None:
    x1, y1, x2, y2 = (round(at) for at in (stroke.x1, stroke.y1, stroke.x2, stroke.y2))
    weight = max(1, round(stroke.weight))
    if stroke.dotted:
        for x in range(x1, x2 - weight, _DOTTED_STEP):
            draw.rectangle((x, y1 - weight + 1, x + weight - 1, y1), fill=0)
    elif x1 == x2:
        draw.rectangle((x1, y1, x1 + weight - 1, y2), fill=0)
    else:
        draw.rectangle((x1, y1, x2, y1 + weight - 1), fill=0)


def _box(box: Box, draw: ImageDraw.ImageDraw) -> None:
    x, y, side = round(box.x), round(box.y), round(box.side)
    draw.rectangle((x, y, x + side, y + side), outline=0, width=round(_HAIR))
    if box.ticked:
        points = ((0.2, 0.55), (0.42, 0.8), (0.82, 0.2))
        draw.line([(x + a * side, y + b * side) for a, b in points], fill=0, width=3)


def _symbol(placed: Placed, draw: ImageDraw.ImageDraw) -> None:
    for x, y, wide, high in placed.moved(round(placed.x) - placed.x, 0).bars():
        left, top = round(x), round(y)
        draw.rectangle((left, top, round(x + wide) - 1, round(y + high) - 1), fill=0)

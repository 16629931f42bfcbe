"""Pages of a PDF as pixels, for the window and for checks. Without Qt."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from ctypes import byref
from dataclasses import dataclass
from math import floor
from typing import Final

from pypdfium2 import PdfBitmap, PdfDocument, PdfiumError, PdfPage, raw

from counter_app.errors import CounterError

# PDFium may run in one thread of a process at a time, also for different documents.
_ONE_AT_A_TIME: Final = threading.Lock()
_COLOUR: Final = raw.FPDFBitmap_BGRA
_GREY: Final = raw.FPDFBitmap_Gray


@dataclass(eq=False)
class NotAPdf(CounterError):
    """the file is not a PDF that can be read: {reason}"""

    reason: str


@dataclass(frozen=True, slots=True)
class PageImage:
    """Pixels of a page, 4 bytes each (red, green, blue, alpha), rows from the top."""

    width: int
    height: int
    rgba: bytes


@dataclass(frozen=True, slots=True)
class GreyImage:
    """Pixels of a page or of a part of it, 1 byte each, rows from the top."""

    width: int
    height: int
    grey: bytes


@contextmanager
def opened(pdf: bytes) -> Iterator[PdfDocument]:
    """Open a PDF; nobody else can until it is closed. Raises NotAPdf."""
    with _ONE_AT_A_TIME:
        try:
            with closing(PdfDocument(pdf)) as document:
                yield document
        except PdfiumError as error:  # damage further in shows only when a page is read
            raise NotAPdf(str(error)) from error


def page_count(pdf: bytes) -> int:
    """Return how many pages `pdf` has. Raises NotAPdf."""
    with opened(pdf) as document:
        return len(document)


def page_size(pdf: bytes, page: int) -> tuple[float, float]:
    """Return width and height of a page in points. Raises NotAPdf."""
    with opened(pdf) as document, closing(document[page]) as sheet:
        width, height = sheet.get_size()
        return width, height


def page_image(pdf: bytes, page: int, dpi: float = 96.0, width: int | None = None) -> PageImage:
    """Return a page as pixels on white. At a printer's resolution bars fall on its dots.

    Args:
        page: from 0.
        dpi: pixels per inch; ignored with `width`.
        width: pixels across the page.

    Raises:
        NotAPdf.
    """
    with opened(pdf) as document, closing(document[page]) as sheet:
        scale = width / sheet.get_width() if width else dpi / 72
        with closing(_drawn(sheet, scale, (0.0, 0.0, *sheet.get_size()), _COLOUR)) as bitmap:
            return PageImage(bitmap.width, bitmap.height, bytes(bitmap.buffer))


def grey_image(
    page: PdfPage, dpi: float, area: tuple[float, float, float, float] | None = None
) -> GreyImage:
    """Return a page of an open PDF, or an area of it, in shades of grey on white.

    Args:
        area: left, top, right, bottom in points from the top left corner of the page.
    """
    whole = (0.0, 0.0, *page.get_size())
    with closing(_drawn(page, dpi / 72, area or whole, _GREY)) as bitmap:
        return GreyImage(bitmap.width, bitmap.height, bytes(bitmap.buffer))


def _drawn(
    page: PdfPage, scale: float, area: tuple[float, float, float, float], kind: int
) -> PdfBitmap:
    """Draw an area in exactly `scale` pixels a point, its corner on a whole pixel of the page.

    PdfPage.render stretches a page to whole pixels, which takes bars off the printer's dots.
    """
    left, top = floor(area[0] * scale), floor(area[1] * scale)
    width = max(1, round(area[2] * scale) - left)
    if kind == _GREY:
        width += -width % 4  # PDFium fills up rows to 4 bytes; so none has a gap behind it
    height = max(1, round(area[3] * scale) - top)
    bitmap = PdfBitmap.new_native(width, height, kind, rev_byteorder=kind == _COLOUR)
    # Pages are transparent: without white below them decoders find nothing.
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
    matrix = raw.FS_MATRIX(scale, 0, 0, scale, -left, -top)
    clip = raw.FS_RECTF(0, 0, width, height)
    flags = raw.FPDF_ANNOT | (raw.FPDF_REVERSE_BYTE_ORDER if kind == _COLOUR else 0)
    flags |= raw.FPDF_GRAYSCALE if kind == _GREY else 0
    raw.FPDF_RenderPageBitmapWithMatrix(bitmap, page, byref(matrix), byref(clip), flags)
    return bitmap

"""Pages painted as PDF, the same bytes for the same pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any, Final

from reportlab.pdfgen.canvas import Canvas

from counter_app.documents.codes import OFFICE_DPI, Symbol
from counter_app.documents.fonts import Face, em_width, font
from counter_app.documents.items import Box, Item, Page, Placed, Stroke, Words
from counter_app.documents.typeset import Typesetter

_HAIR: Final = 0.5
_DOTTED: Final = "[0.5 1.5] 0"


@dataclass(frozen=True, slots=True)
class PdfMetrics:
    """Widths as PDF draws them: the same in ems whatever the size."""

    def em_width(self, text: str, face: Face, _size: float) -> float:
        return em_width(text, face)

    def size(self, wanted: float) -> float:
        return wanted

    def scale(self, _size: float) -> float:
        return 1.0


def pdf_setter(body: float, dpi: float = OFFICE_DPI) -> Typesetter:
    """Return a typesetter for PDF.

    Args:
        body: size of the body text in points.
        dpi: dots per inch of the printer; modules of codes are whole dots of it.
    """
    return Typesetter(PdfMetrics(), em=body, hair=_HAIR, dpi=dpi, unit=1.0)


@dataclass(frozen=True, slots=True)
class Info:
    """What the PDF says about itself. `facts` goes into the keywords, for reading it back."""

    title: str
    subject: str
    author: str
    facts: str = ""


def paint(pages: Sequence[Page], info: Info) -> bytes:
    """Return `pages` as one PDF with embedded faces."""
    buffer = BytesIO()
    canvas = _Canvas(buffer, invariant=1, pageCompression=1)
    canvas.setTitle(info.title)
    canvas.setSubject(info.subject)
    canvas.setAuthor(info.author)
    canvas.setCreator("Counter App")
    canvas.setKeywords(info.facts)
    for page in pages:
        canvas.setPageSize((page.width, page.height))
        canvas.paint(page)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


class _Canvas(Canvas):
    """A canvas that writes the operators of placed items itself.

    Going through the methods of reportlab's canvas takes three times as long.
    """

    _code: list[str]
    _doc: Any

    def paint(self, page: Page) -> None:
        """Write all items of `page`."""
        self._code.extend(self._operators(item, page.height) for item in page.items)

    def _operators(self, item: Item, height: float) -> str:
        match item:
            case Words():
                return self._words(item, height)
            case Stroke():
                return _stroke(item, height)
            case Box():
                return _box(item, height)
            case Placed():
                return _symbol(item, height)

    def _words(self, words: Words, height: float) -> str:
        face = font(words.face)
        shown = "".join(
            f"{face.getSubsetInternalName(subset, self._doc)} {words.size:.3f} Tf "
            f"<{codes.hex()}> Tj "
            for subset, codes in face.splitString(words.text, self._doc)
        )
        return f"BT {words.x:.3f} {height - words.y:.3f} Td {shown}ET"


def _stroke(stroke: Stroke, height: float) -> str:
    dash = _DOTTED if stroke.dotted else "[] 0"
    return (
        f"{stroke.weight:.3f} w {dash} d {stroke.x1:.3f} {height - stroke.y1:.3f} m "
        f"{stroke.x2:.3f} {height - stroke.y2:.3f} l S"
    )


def _box(box: Box, height: float) -> str:
    """Return a box of one unit, scaled to its side, y downwards; a tick is drawn into it."""
    tick = " 0.12 w 0.2 0.55 m 0.42 0.8 l 0.82 0.2 l S" if box.ticked else ""
    return (
        f"q {box.side:.3f} 0 0 {-box.side:.3f} {box.x:.3f} {height - box.y:.3f} cm "
        f"[] 0 d 0.06 w 0.03 0.03 0.94 0.94 re S{tick} Q"
    )


def _symbol(placed: Placed, height: float) -> str:
    unit, step = placed.module, placed.height / len(placed.symbol.rows)
    # A turned symbol runs downwards: its first axis is the page's second.
    axes = f"0 {-unit:.6f} {step:.6f} 0" if placed.turned else f"{unit:.6f} 0 0 {-step:.6f}"
    return f"q {axes} {placed.x:.6f} {height - placed.y:.6f} cm {_path(placed.symbol)} f Q"


@lru_cache(maxsize=64)
def _path(symbol: Symbol) -> str:
    """Return the dark runs as rectangles in modules.

    They are one path: renderers that smooth edges leave white seams between paths that touch.
    """
    return " ".join(
        f"{at} {row} {run} 1 re" for row, runs in enumerate(symbol.rows) for at, run in runs
    )

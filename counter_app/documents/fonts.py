"""The faces of the printed forms: Tinos, with the metrics of Times New Roman.

The circulars ask for Times New Roman; Tinos has its widths and all 134 Vietnamese letters,
and may be embedded (SIL Open Font License).
"""

from __future__ import annotations

import threading
import zlib
from enum import StrEnum
from functools import cache, lru_cache
from io import BytesIO
from typing import Any, Final

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import FF_NONSYMBOLIC, FF_SYMBOLIC, TTFont, TTFontFace

import resources

ASCENT: Final = 0.925
"""Height of the tallest Vietnamese capital (Ẵ in bold) above the line, in ems."""
DESCENT: Final = 0.225
"""Depth of the lowest letter below the line, in ems."""

VIETNAMESE: Final = (
    "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
    "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
)
"""The 134 letters of Vietnamese that ASCII lacks, composed."""
_EVERYDAY: Final = VIETNAMESE + "…–—‘’“”•§°²½×₫äöüç"


_READING: Final = threading.Lock()
"""Two lanes that read a face at once would each get an own one, and mix them in a document."""


class Face(StrEnum):
    """The four styles; the value is the name in the PDF and of the file."""

    REGULAR = "Tinos-Regular"
    BOLD = "Tinos-Bold"
    ITALIC = "Tinos-Italic"
    BOLD_ITALIC = "Tinos-BoldItalic"


class _SteadyFace(TTFontFace):
    """A face that makes and deflates the subset of everyday letters once per process.

    Done anew it is half the time of a receipt.
    """

    def __init__(self, data: bytes) -> None:
        super().__init__(BytesIO(data))
        self._packed: dict[tuple[int, ...], tuple[int, bytes]] = {}
        # Making a subset moves a read position inside the face, and two lanes may print at once.
        self._alone = threading.Lock()

    def pack(self, subset: tuple[int, ...]) -> tuple[int, bytes]:
        """Return the length of the font file of `subset`, and the file deflated."""
        with self._alone:
            if subset in self._packed:
                return self._packed[subset]
            plain = self.makeSubset(list(subset))
            made = (len(plain), zlib.compress(plain, 9))
            if not self._packed:  # the first is the everyday one; others serve one document
                self._packed[subset] = made
            return made

    def width_of(self, letter: str) -> float:
        """Return the width of a letter in thousandths of an em."""
        return float(self.charWidths.get(ord(letter), self.defaultWidth))

    def addSubsetObjects(self, doc: Any, fontname: str, subset: list[int]) -> Any:  # noqa: N802
        """Add the font file and its descriptor to `doc`; reportlab calls this once per subset."""
        length, packed = self.pack(tuple(subset))
        stream = pdfdoc.PDFStream(content=packed)
        stream.dictionary["Length1"] = length
        stream.dictionary["Filter"] = pdfdoc.PDFArray([pdfdoc.PDFName("FlateDecode")])
        descriptor = pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "Ascent": self.ascent,
                "CapHeight": self.capHeight,
                "Descent": self.descent,
                "Flags": (self.flags & ~FF_NONSYMBOLIC) | FF_SYMBOLIC,
                "FontBBox": pdfdoc.PDFArray(self.bbox),
                "FontName": pdfdoc.PDFName(fontname),
                "ItalicAngle": self.italicAngle,
                "StemV": self.stemV,
                "FontFile2": doc.Reference(stream, f"fontFile:{fontname}"),
                "MissingWidth": self.defaultWidth,
            }
        )
        return doc.Reference(descriptor, f"fontDescriptor:{fontname}")


class _SteadyFont(TTFont):
    """A font whose first subset is the same in every document."""

    face: _SteadyFace

    def __init__(self, face: Face) -> None:
        data = resources.read_bytes(f"fonts/{face}.ttf")
        super().__init__(face.value, BytesIO(data), shapable=False)
        self.face = _SteadyFace(data)
        document = pdfdoc.PDFDocument()
        super().splitString(_EVERYDAY, document)
        state: Any = self.state.pop(document)
        self._codes: dict[int, int] = dict(state.assignments)
        self._known = frozenset(map(chr, self._codes))
        self.face.pack(tuple(state.subsets[0]))

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> Any:  # noqa: N802
        """Return `text` as (subset, codes) parts, after the everyday letters took their codes."""
        if doc not in self.state:
            super().splitString(_EVERYDAY, doc, encoding)
        if self._known.issuperset(text):
            return [(0, text.translate(self._codes).encode("latin-1"))]
        return super().splitString(text, doc, encoding)

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        """Add the font to `doc` with its widths already written out."""
        fonts = doc.idToObject["BasicFonts"].dict
        others = set(fonts)
        super().addObjects(doc)
        for name in fonts.keys() - others:
            fonts[name].Widths = _Written(_widths(tuple(fonts[name].Widths.sequence)))


class _Written(pdfdoc.PDFObject):
    """An object of a PDF that is text already."""

    def __init__(self, text: bytes) -> None:
        self._text = text

    def format(self, document: Any) -> bytes:
        return self._text


@lru_cache(maxsize=16)
def _widths(widths: tuple[float, ...]) -> bytes:
    return f"[{' '.join(f'{width:g}' for width in widths)}]".encode()


def font(face: Face) -> _SteadyFont:
    """Return a face, read and made known to reportlab by the first call (some 15 ms)."""
    with _READING:
        return _read(face)


@cache
def _read(face: Face) -> _SteadyFont:
    rl_config.useA85 = 0  # text armour that printers do not need, at 1 ms a page
    made = _SteadyFont(face)
    pdfmetrics.registerFont(made)
    return made


def register() -> None:
    """Read all four faces; later calls do nothing."""
    for face in Face:
        font(face)


@lru_cache(maxsize=8192)
def em_width(text: str, face: Face) -> float:
    """Return the width of `text` in ems of `face`."""
    steady = font(face).face
    return sum(steady.width_of(letter) for letter in text) / 1000


def has_letter(letter: str, face: Face) -> bool:
    """Tell whether `face` can draw `letter`."""
    return ord(letter) in font(face).face.charToGlyph

"""What a workbook may weigh, checked before a spreadsheet library opens it.

An .xlsx file is a ZIP of XML: a few kilobytes can unpack to gigabytes, and entities in the XML can
grow further. Both are refused here by plain reading in small pieces.
"""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from counter_app.exchange.catalogue.problems import CatalogueTooLarge, CatalogueUnreadable

_PIECE = 1 << 16
_DECLARATION = b"<!DOCTYPE"


NO_WORKBOOK: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    SyntaxError,  # of either XML parser that openpyxl may find
    RecursionError,
    TypeError,
    ValueError,
)
"""What openpyxl lets through for XML that is well packed but not a workbook's."""


@dataclass(frozen=True, slots=True)
class WorkbookLimits:
    """Far above any real catalogue: 1,400 procedures make 12,000 rows and 4 MB of XML."""

    file_bytes: int = 20_000_000
    parts: int = 1_000
    unpacked_bytes: int = 60_000_000
    ratio: int = 200
    rows: int = 50_000
    columns: int = 64


def check_package(stream: BinaryIO, path: Path, limits: WorkbookLimits) -> None:
    """Read every part of the workbook once and leave the stream at its start.

    Raises:
        CatalogueTooLarge: a limit is passed; the error names which.
        CatalogueUnreadable: no ZIP, a damaged or encrypted one, or XML that declares entities.
    """
    size = path.stat().st_size
    _within(path, "the size in bytes", size, limits.file_bytes)
    try:
        with zipfile.ZipFile(stream) as package:
            parts = package.infolist()
            _within(path, "the number of parts", len(parts), limits.parts)
            declared = sum(part.file_size for part in parts)
            _within(path, "the unpacked size in bytes", declared, limits.unpacked_bytes)
            for part in parts:
                if part.file_size > 1_000_000:
                    ratio = part.file_size // max(part.compress_size, 1)
                    _within(path, f"the packing ratio of {part.filename}", ratio, limits.ratio)
                _check_part(package, part, path)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,  # an unknown packing method
        RuntimeError,  # an encrypted part
        UnicodeDecodeError,
    ) as error:
        raise CatalogueUnreadable(str(path), str(error) or type(error).__name__) from error
    stream.seek(0)


def _check_part(package: zipfile.ZipFile, part: zipfile.ZipInfo, path: Path) -> None:
    """Read the part to its end, which checks its sum, and refuse what no spreadsheet writes."""
    tail = b""
    with package.open(part) as content:
        while piece := content.read(_PIECE):
            if part.filename.endswith((".xml", ".rels")):
                if _DECLARATION in tail + piece or b"\0" in piece:
                    # NUL means UTF-16, in which the declaration would hide from this search
                    raise CatalogueUnreadable(str(path), f"{part.filename} is not plain XML")
                tail = piece[-len(_DECLARATION) :]


def _within(path: Path, what: str, found: int, limit: int) -> None:
    if found > limit:
        raise CatalogueTooLarge(str(path), what, found, limit)

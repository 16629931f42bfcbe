"""Code 128 and QR as dark runs of modules, and what they carry.

Bars that do not fall on whole printer dots come out uneven and unreadable, so a symbol is kept
in modules here and drawn by each painter on the dots of its printer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Final

import segno
from barcode.codex import Code128
from barcode.errors import BarcodeError

from counter_app.domain.receipt import Receipt
from counter_app.errors import CounterError

LABEL_DPI: Final = 203.2
"""Dots per inch of label and slip printers: 8 dots per millimetre, called 203 dpi."""
OFFICE_DPI: Final = 300.0
"""Dots per inch of office printers; 600 and 1200 are multiples of it."""
HASH_LETTERS: Final = 12
_MASK: Final = 3
THINNEST: Final = 2
"""Fewest dots of a module on slips: a single dot bleeds or fades."""


@dataclass(eq=False)
class NotEncodable(CounterError):
    """the barcode cannot carry the text {text!r}"""

    text: str


@dataclass(eq=False)
class NotAPayload(CounterError):
    """the QR code does not come from a receipt: {text!r}"""

    text: str


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol without its quiet zone.

    `rows` holds the dark runs (first module, modules) of each row from the top; a Code 128 has one
    row that is drawn as high as wanted. `quiet` is the white margin the standard asks for
    (ISO/IEC 15417: 10 modules; ISO/IEC 18004: 4 modules).
    """

    kind: str
    text: str
    modules: int
    quiet: int
    rows: tuple[tuple[tuple[int, int], ...], ...]

    @property
    def is_square(self) -> bool:
        return len(self.rows) > 1


CODE128: Final = "Code128"
QR: Final = "QRCode"


def _dark_runs(modules: Iterable[int]) -> tuple[tuple[int, int], ...]:
    runs = []
    at = 0
    for dark, group in groupby(modules):
        length = sum(1 for _ in group)
        if dark:
            runs.append((at, length))
        at += length
    return tuple(runs)


@lru_cache(maxsize=64)
def code128(text: str) -> Symbol:
    """Return `text` as Code 128. Raises NotEncodable for letters outside ASCII."""
    try:
        modules = Code128(text).build()[0]
    except BarcodeError as error:
        raise NotEncodable(text) from error
    return Symbol(CODE128, text, len(modules), 10, (_dark_runs(map(int, modules)),))


@lru_cache(maxsize=64)
def qr(text: str) -> Symbol:
    """Return `text` as a QR code of error correction M, which survives a fold or a stamp.

    The mask is fixed: weighing all eight takes longer than the rest of a receipt, and each
    symbol is read back before it is printed.
    """
    matrix = segno.make(text, error="m", micro=False, boost_error=False, mask=_MASK).matrix
    rows = tuple(_dark_runs(row) for row in matrix)
    return Symbol(QR, text, len(rows), 4, rows)


def module_dots(symbol: Symbol, room: float, dpi: float, most: float) -> int:
    """Return how many printer dots wide a module is so that symbol and quiet zone fit.

    Args:
        room: width at hand in points.
        dpi: dots per inch of the printer.
        most: widest module wanted, in millimetres.

    Returns:
        At least 1; also where even that does not fit.
    """
    fitting = room / 72 * dpi / (symbol.modules + 2 * symbol.quiet)
    wanted = most / 25.4 * dpi
    return max(1, int(min(fitting, wanted) + 1e-6))


@dataclass(frozen=True, slots=True)
class Payload:
    """What the QR code says: number, 4-digit look-up code or "", start of the entry's hash."""

    number: str
    lookup_code: str
    hash_start: str

    def __str__(self) -> str:
        return f"{self.number}|{self.lookup_code}|{self.hash_start}"


def payload(receipt: Receipt, *, secret: bool) -> Payload:
    """Return what the QR code of a paper says.

    Args:
        secret: with the citizen's look-up code; papers that stay in the office go without.
    """
    lookup_code = receipt.lookup_code if secret else ""
    return Payload(receipt.number, lookup_code, receipt.entry_hash[:HASH_LETTERS])


def parse_payload(text: str) -> Payload:
    """Return what a scanned QR code says. Raises NotAPayload."""
    parts = text.split("|")
    if len(parts) != len(Payload.__slots__) or not parts[0]:
        raise NotAPayload(text)
    return Payload(*parts)

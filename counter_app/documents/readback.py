"""Read a paper back before it is printed, and later when somebody shows it.

A receipt whose barcode says something else than the record sends the citizen to the wrong
dossier; so the codes are decoded from the rendered page and compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import zxingcpp
from PIL import Image
from pypdfium2 import PdfDocument, PdfPage

from counter_app.documents.codes import (
    CODE128,
    LABEL_DPI,
    OFFICE_DPI,
    QR,
    NotAPayload,
    Payload,
    parse_payload,
    payload,
)
from counter_app.documents.facts import CodeArea, Facts, NotOurPaper, parse_facts
from counter_app.documents.preview import GreyImage, grey_image, opened
from counter_app.domain.receipt import Receipt
from counter_app.errors import CounterError
from counter_app.text import composed

_FORMATS: Final[Mapping[str, Any]] = {
    CODE128: zxingcpp.BarcodeFormat.Code128,
    QR: zxingcpp.BarcodeFormat.QRCode,
}
_RESOLUTIONS: Final = (LABEL_DPI, OFFICE_DPI)
_MOST_PAGES: Final = 100
_LONGEST_SIDE: Final = 1200.0
"""Points: the longer side of A3."""


@dataclass(eq=False)
class CodeUnreadable(CounterError):
    """the {kind} on page {page} cannot be read back; the paper was not printed"""

    page: int
    kind: str


@dataclass(eq=False)
class CodeDiffers(CounterError):
    """the {kind} on page {page} says {found!r} instead of {expected!r}; it was not printed"""

    page: int
    kind: str
    found: str
    expected: str


class Doubt(StrEnum):
    """Why a paper cannot be trusted."""

    NO_CODES = "no_codes"
    CODES_DISAGREE = "codes_disagree"
    NUMBER_NOT_IN_TEXT = "number_not_in_text"
    OWNER_NOT_IN_TEXT = "owner_not_in_text"
    DESCRIPTION_DIFFERS = "description_differs"


@dataclass(frozen=True, slots=True)
class ReceiptFacts:
    """What a paper says by itself; to be compared with the journal.

    `hash_start` is the beginning of the entry's hash. `doubts` is empty for a sound paper.
    """

    number: str
    lookup_code: str
    hash_start: str
    owner: str
    pages: int
    codes: int
    doubts: tuple[Doubt, ...]


def check(pdf: bytes, receipt: Receipt) -> None:
    """Decode all codes of a paper of `receipt` and compare them with it.

    Only the areas of the codes are rendered, as a 203 dpi printer shows them; a long number on A5
    needs 300 dpi.

    Raises:
        NotAPdf, NotOurPaper, CodeUnreadable, CodeDiffers.
    """
    with opened(pdf) as document:
        areas = _facts(document).codes
        for kind in (CODE128, QR):
            if not any(area.kind == kind for area in areas):
                raise CodeUnreadable(1, kind)
        for area in areas:
            with closing(document[area.page]) as page:
                _compare(_decoded(page, area), area, receipt)


def check_numbers(pdf: bytes, numbers: Sequence[str]) -> None:
    """Decode the bar codes of a letter or a list, from the top, and compare them with `numbers`.

    Raises:
        NotAPdf, NotOurPaper, CodeUnreadable, CodeDiffers.
    """
    with opened(pdf) as document:
        areas = [area for area in _facts(document).codes if area.kind == CODE128]
        if len(areas) < len(numbers):
            raise CodeUnreadable(len(document), CODE128)
        for area, number in zip(areas, numbers, strict=False):
            with closing(document[area.page]) as page:
                found = _decoded(page, area)
            if found is None:
                raise CodeUnreadable(area.page + 1, area.kind)
            if found != number:
                raise CodeDiffers(area.page + 1, area.kind, found, number)


def check_qr(pdf: bytes, text: str) -> None:
    """Decode the QR codes of a paper and compare them with `text`.

    Raises:
        NotAPdf, NotOurPaper, CodeUnreadable, CodeDiffers.
    """
    with opened(pdf) as document:
        areas = [area for area in _facts(document).codes if area.kind == QR]
        if not areas:
            raise CodeUnreadable(len(document), QR)
        for area in areas:
            with closing(document[area.page]) as page:
                found = _decoded(page, area)
            if found is None:
                raise CodeUnreadable(area.page + 1, area.kind)
            if found != text:
                raise CodeDiffers(area.page + 1, area.kind, found, text)


def check_image(image: Image.Image, receipt: Receipt) -> None:
    """Decode the codes of a raster slip and compare them. Raises CodeUnreadable, CodeDiffers."""
    # The paper beyond the printed width belongs to the quiet zones.
    margin = 40
    framed = Image.new("L", (image.width + 2 * margin, image.height + 2 * margin), 255)
    framed.paste(image.convert("L"), (margin, margin))
    found = {code.format.name: code.text for code in zxingcpp.read_barcodes(framed)}
    for kind in (CODE128, QR):
        _compare(found.get(kind), CodeArea(0, kind, 0, 0, 0, 0), receipt)


def _compare(found: str | None, area: CodeArea, receipt: Receipt) -> None:
    if found is None:
        raise CodeUnreadable(area.page + 1, area.kind)
    expected = _expected(area.kind, receipt)
    if found not in expected:
        raise CodeDiffers(area.page + 1, area.kind, found, expected[0])


def _expected(kind: str, receipt: Receipt) -> tuple[str, ...]:
    if kind == CODE128:
        return (receipt.number,)
    return tuple(str(payload(receipt, secret=secret)) for secret in (True, False))


def _codes(image: GreyImage, kind: str | None = None) -> list[tuple[str, str]]:
    """Return kind and text of the codes in an image; of one kind, faster, or of any."""
    # The stubs ask for a numpy array. zxingcpp.ImageView would not keep the pixels alive.
    pixels: Any = memoryview(image.grey).cast("B", (image.height, image.width))
    if kind is None:
        found = zxingcpp.read_barcodes(pixels)
    else:
        found = zxingcpp.read_barcodes(
            pixels, formats=_FORMATS[kind], try_downscale=False, try_invert=False
        )
    return [(code.format.name, code.text) for code in found]


def _decoded(page: PdfPage, area: CodeArea) -> str | None:
    """Return what the code in an area says; None if no decoder could tell."""
    for dpi in _RESOLUTIONS:
        image = grey_image(page, dpi, (area.left, area.top, area.right, area.bottom))
        for _, text in _codes(image, area.kind):
            return text
    return None


def read_receipt(pdf: bytes) -> ReceiptFacts:
    """Return what a paper says, with every reason to doubt it.

    Every page is rendered whole and decoded, so that the description inside the file need not be
    believed; number and owner are looked for in the drawn text.

    Raises:
        NotAPdf; NotOurPaper: the file has no description by this program, or more or larger pages
            than any paper of ours.
    """
    with opened(pdf) as document:
        facts = _facts(document)
        if len(document) > _MOST_PAGES:
            raise NotOurPaper
        numbers: list[str] = []
        payloads: list[Payload] = []
        text = ""
        for index in range(len(document)):
            with closing(document[index]) as page:
                if max(page.get_size()) > _LONGEST_SIDE:
                    raise NotOurPaper  # drawn, it would fill the memory
                for kind, said in _all_codes(page):
                    if kind == CODE128:
                        numbers.append(said)
                    else:
                        payloads.extend(_payloads(said))
                text += _text(page)
        pages = len(document)
    return _judged(facts, numbers, payloads, text, pages)


def _facts(document: PdfDocument) -> Facts:
    return parse_facts(document.get_metadata_value("Keywords"))


def _all_codes(page: PdfPage) -> set[tuple[str, str]]:
    """Return kind and text of all codes of a page, looking closer when one kind is missing."""
    found: set[tuple[str, str]] = set()
    for dpi in _RESOLUTIONS:
        found.update(_codes(grey_image(page, dpi)))
        if {kind for kind, _ in found} >= _FORMATS.keys():
            break
    return found


def _payloads(said: str) -> Iterator[Payload]:
    try:
        yield parse_payload(said)
    except NotAPayload:
        yield Payload(said, "", "")


def _text(page: PdfPage) -> str:
    with closing(page.get_textpage()) as words:
        return str(words.get_text_range())


def _judged(
    facts: Facts, numbers: list[str], payloads: list[Payload], text: str, pages: int
) -> ReceiptFacts:
    said = {*numbers, *(found.number for found in payloads)}
    secrets = {found.lookup_code for found in payloads}
    hashes = {found.hash_start for found in payloads}
    number = min(said, default=facts.number)
    drawn = _letters(text)
    doubts = (
        (Doubt.NO_CODES, not numbers or not payloads),
        (Doubt.CODES_DISAGREE, max(len(said), len(secrets), len(hashes)) > 1),
        (Doubt.NUMBER_NOT_IN_TEXT, _letters(number) not in drawn),
        (Doubt.OWNER_NOT_IN_TEXT, _letters(facts.owner) not in drawn),
        (Doubt.DESCRIPTION_DIFFERS, facts.number != number),
    )
    return ReceiptFacts(
        number,
        min(secrets, default=""),
        min(hashes, default=""),
        facts.owner,
        pages,
        len(numbers) + len(payloads),
        tuple(doubt for doubt, holds in doubts if holds),
    )


def _letters(text: str) -> str:
    """Return `text` without spaces: a long name is drawn on several lines."""
    return composed(text).replace(" ", "")

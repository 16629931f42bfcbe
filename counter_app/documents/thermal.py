"""The receipt on an 80 mm slip: the words of the form in one column, and ESC/POS around it.

Slip printers know no Vietnamese code page that makers agree on, so they get an image.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PIL import Image

from counter_app.documents.blocks import (
    Align,
    Block,
    Code,
    Rule,
    Text,
    bold,
    italic,
    regular,
)
from counter_app.documents.codes import code128, payload, qr
from counter_app.documents.forms import FormSet, ReceiptForm, common, form_set
from counter_app.documents.items import Page
from counter_app.documents.raster import paint, raster_setter, strip
from counter_app.documents.receipt import Copies, contents, reprint_mark
from counter_app.documents.wording import copies_text, date_text, lookup_text, present
from counter_app.domain.receipt import Receipt

WIDTH: Final = 576
"""Dots across an 80 mm slip: 72 mm at 8 dots per millimetre; 4 mm stay white on each side."""
_BODY: Final = 25
_MARGIN: Final = 16
_BAND: Final = 256
"""Rows sent at once: printers with small memory drop what is longer."""


def render(
    receipt: Receipt,
    copy: Copies = Copies.CITIZEN,
    reprint: int = 0,
    forms: FormSet | None = None,
) -> Image.Image:
    """Return one liên as a 1-bit image, 576 dots wide. Raises NoFormSet, NotEncodable."""
    return paint(lay_out(receipt, copy, reprint, forms))


def lay_out(
    receipt: Receipt,
    copy: Copies = Copies.CITIZEN,
    reprint: int = 0,
    forms: FormSet | None = None,
) -> Page:
    """Return the placed page of what `render` paints; its unit is one dot."""
    form = (forms or form_set(receipt.received_at.date())).receipt
    caption = form.file_copy if copy is Copies.FILE else form.citizen_copy
    blocks = list(_slip(receipt, form, caption + reprint_mark(reprint, receipt.reissue)))
    return strip(blocks, WIDTH, _MARGIN, raster_setter(_BODY))


def _slip(receipt: Receipt, form: ReceiptForm, caption: str) -> Iterator[Block]:
    words = common().words
    letterhead = receipt.letterhead
    yield Text((regular(letterhead.superior),), Align.CENTRE, size=0.9)
    yield Text((bold(letterhead.office),), Align.CENTRE, size=0.9)
    yield Rule(share=0.4)
    yield Text((bold(form.title),), Align.CENTRE, size=1.05, before=0.4)
    yield Text((regular(caption),), Align.CENTRE, size=0.9)
    yield Text((regular(form.number),), Align.CENTRE, size=0.9, before=0.3)
    yield Text((bold(receipt.number or words.number_pending),), Align.CENTRE, size=1.4)
    if receipt.number:
        # The white edges of the paper are its quiet zones: 2 dots a module fill the whole width.
        symbol = code128(receipt.number)
        yield Code(symbol, most=0.25, height=11, before=0.3, bare=True, may_turn=True)
    yield Rule(before=0.6, dotted=True)
    yield from contents(receipt, form, list(_papers(receipt)))
    yield Rule(before=0.5, dotted=True)
    if receipt.number:
        yield Code(qr(str(payload(receipt, secret=True))), most=0.75)
        lookup = (regular(f"{words.lookup_code} "), bold(receipt.lookup_code))
        yield Text(lookup, Align.CENTRE, size=1.1)
        yield Text((italic(lookup_text(receipt, words)),), size=0.85, before=0.3)
    signed = f"{letterhead.place}, {date_text(receipt.received_at.date())}"
    yield Text((italic(signed),), Align.CENTRE, size=0.9, before=0.6)
    yield Text((bold(form.officer_signature),), Align.CENTRE, size=0.9)
    yield Text((regular(receipt.officer_name),), Align.CENTRE, before=2.5)


def _papers(receipt: Receipt) -> Iterator[Block]:
    words = common().words
    for number, paper in present(receipt.papers):
        counts = copies_text(paper, words)
        said = f"{number}. {paper.name}" + (f" ({paper.note})" if paper.note else "")
        tail = bold(f" – {counts}" if counts else "")
        yield Text((regular(said), tail), size=0.9, hang=1.2)


def escpos(image: Image.Image) -> bytes:
    """Return the bytes that print a 1-bit image, a multiple of 8 wide, and cut the paper.

    ESC @ resets, GS v 0 prints bands of raster, ESC d feeds, GS V 66 cuts (Epson ESC/POS).
    """
    width_bytes = image.width // 8
    parts = [b"\x1b@"]
    for top in range(0, image.height, _BAND):
        height = min(_BAND, image.height - top)
        band = image.crop((0, top, image.width, top + height))
        head = b"\x1dv0\x00" + width_bytes.to_bytes(2, "little") + height.to_bytes(2, "little")
        # A set bit is black for the printer and white in the image.
        parts.append(head + bytes(0xFF - dots for dots in band.tobytes()))
    parts.append(b"\x1bd\x03\x1dVB\x00")
    return b"".join(parts)

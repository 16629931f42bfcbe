"""How documents are read back in tests: text, codes by two decoders, placed items."""

from collections.abc import Callable
from contextlib import closing

import pytest
import zxingcpp
from PIL import Image

from counter_app.documents.preview import grey_image, opened


def page_pictures(pdf: bytes, dpi: float) -> list[Image.Image]:
    pictures = []
    with opened(pdf) as document:
        for index in range(len(document)):
            with closing(document[index]) as page:
                grey = grey_image(page, dpi)
            size = (grey.width, grey.height)
            pictures.append(Image.frombytes("L", size, grey.grey))
    return pictures


def _zxing(picture: Image.Image) -> set[str]:
    return {code.text for code in zxingcpp.read_barcodes(picture)}


def _zbar(picture: Image.Image) -> set[str]:
    pyzbar = pytest.importorskip(
        "pyzbar.pyzbar", reason="libzbar0 is not installed", exc_type=ImportError
    )
    kinds = [pyzbar.ZBarSymbol.CODE128, pyzbar.ZBarSymbol.QRCODE]
    return {code.data.decode() for code in pyzbar.decode(picture, symbols=kinds)}


@pytest.fixture(params=[_zxing, _zbar], ids=["zxing", "zbar"])
def decode(request: pytest.FixtureRequest) -> Callable[[Image.Image], set[str]]:
    """Return one of two decoders that share no code: picture to texts."""
    return request.param


@pytest.fixture
def pictures() -> Callable[[bytes, float], list[Image.Image]]:
    return page_pictures


@pytest.fixture
def texts() -> Callable[[bytes], list[str]]:
    """Return the drawn text of each page, without spaces and line ends."""

    def read(pdf: bytes) -> list[str]:
        found = []
        with opened(pdf) as document:
            for index in range(len(document)):
                with closing(document[index]) as page, closing(page.get_textpage()) as words:
                    found.append("".join(words.get_text_range().split()))
        return found

    return read

"""The receipt: to PDF against its text alone, and its codes read back before printing."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from itertools import count
from statistics import median

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

import resources
from counter_app.documents import readback
from counter_app.documents.fonts import Face
from counter_app.documents.items import Page, Words
from counter_app.documents.pages import PaperSize
from counter_app.documents.receipt import Copies, lay_out, render
from tests.benchmarks.frame import AtMost, Row, Within, in_turn
from tests.documents.sample_receipts import RECEIPT

REPEATS = 25


def measure() -> list[Row]:
    """Measure one liên on A5 with ten papers, a new number each time."""
    numbers = (f"000.00.14.H35-261122-{serial:04d}" for serial in count(1))
    pages = lay_out(RECEIPT, PaperSize.A5, Copies.CITIZEN)
    for face in Face:
        data = BytesIO(resources.read_bytes(f"fonts/{face}.ttf"))
        pdfmetrics.registerFont(TTFont(f"plain {face}", data))

    def ours() -> float:
        record = replace(RECEIPT, number=next(numbers))
        return _milliseconds(lambda: render(record, PaperSize.A5, Copies.CITIZEN))

    in_turn(lambda: _milliseconds(lambda: _text_alone(pages)), ours, 3)
    limit, drawn = in_turn(lambda: _milliseconds(lambda: _text_alone(pages)), ours, REPEATS)
    record = replace(RECEIPT, number=next(numbers))
    pdf = render(record, PaperSize.A5, Copies.CITIZEN)
    checks = [_milliseconds(lambda: readback.check(pdf, record)) for _ in range(REPEATS)]
    work = "receipt A5, two codes, ten papers, to PDF"
    return [
        Row(work, limit, drawn, AtMost(2), note="limit: reportlab with the text alone"),
        Row(work, None, drawn, Within(15)),
        Row("both codes read back before printing", None, median(checks), Within(60)),
    ]


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - began) / 1e6


def _text_alone(pages: Sequence[Page]) -> bytes:
    """Draw the words of the receipt where they stand, as one does with reportlab."""
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for page in pages:
        canvas.setPageSize((page.width, page.height))
        for item in page.items:
            if isinstance(item, Words):
                canvas.setFont(f"plain {item.face}", item.size)
                canvas.drawString(item.x, page.height - item.y, item.text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()

"""Closing the day of a seat with 500 dossiers, against the bare queries and one bare commit."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from uuid import uuid4

from sqlalchemy import text

from counter_app.desk import Desk
from counter_app.documents import till_papers
from counter_app.domain.closing import Against
from counter_app.domain.fees import Method
from counter_app.usecases import printing
from counter_app.usecases.closing import final, preview, reasons_against_closing
from counter_app.usecases.hand_overs import hand_over
from counter_app.usecases.payments import collect
from counter_app.usecases.printing import Form, PaperSize
from counter_app.usecases.tills import count, expected
from tests.benchmarks.frame import Row, Within, milliseconds
from tests.fixtures.desk import AGENCY, grant_range, opened_desk
from tests.fixtures.till import extract, grant_book, with_cashier

DOSSIERS = 500
_BARE = (
    "SELECT count(*) FROM dossier WHERE seat_number = 7 AND receipt_prints = 0",
    "SELECT count(*) FROM dossier WHERE seat_number = 7 AND state = 2",
    "SELECT count(*) FROM print_job WHERE state IN ('queued', 'sent', 'failed')",
    "SELECT method, sum(fee), sum(charge), count(*) FROM money_line GROUP BY method",
    "SELECT kind, count(*), min(recorded_at), max(recorded_at) FROM journal GROUP BY kind",
    "SELECT min(running), max(running), count(*) FROM fee_receipt WHERE void_at IS NULL",
)
"""What a sheet has to count, in the fewest words there are for it."""


def measure(dossiers: int = DOSSIERS) -> list[Row]:
    with TemporaryDirectory() as folder, opened_desk(Path(folder) / "counter.db") as opened:
        grant_book(opened, 1, dossiers)
        grant_range(opened, 1001, 1000 + dossiers)
        desk = with_cashier(opened)
        _work(desk, dossiers)
        bare = median(milliseconds(lambda: _bare(desk)))
        asked = median(milliseconds(lambda: reasons_against_closing(desk)))
        composed = median(milliseconds(lambda: preview(desk)))
        closed = milliseconds(lambda: _close(desk), repeats=1, warm=0)[0]
    limit = "beside it six bare aggregates of the same file; a page answers within 100 ms"
    return [
        Row("what stands against closing, 500 dossiers", bare, asked, Within(100), note=limit),
        Row("the sheet of the day, 500 dossiers", bare, composed, Within(100), note=limit),
        Row(
            "count, final sheet, both papers as PDF, 500 dossiers",
            None,
            closed,
            Within(1_000),
            note="the count and the sheet durable on disk",
        ),
    ]


def _work(desk: Desk, dossiers: int) -> None:
    """Receive, print, collect and hand over: six entries a dossier."""
    subjects = []
    for _ in range(dossiers):
        desk.clock.advance(timedelta(seconds=20))
        subject = extract(desk)
        collect(desk, subject, Method.CASH)
        job = printing.queue(desk, subject, Form.RECEIPT, PaperSize.A5, "PDF")
        printing.sent(desk, job, uuid4().hex)
        subjects.append(subject)
    hand_over(desk, subjects, AGENCY)


def _bare(desk: Desk) -> None:
    with desk.store.reading() as session:
        for query in _BARE:
            session.execute(text(query)).all()


def _close(desk: Desk) -> None:
    counted = count(desk, {1_000: expected(desk).expected // 1_000})
    made = final(desk, explained=dict.fromkeys(Against, "để sáng mai"))
    for form, subject in ((Form.CASH_COUNT, counted.id), (Form.DAY_SHEET, made.id)):
        till_papers.drawn(till_papers.told(desk, subject, form))

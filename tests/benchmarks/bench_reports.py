"""A year's report over 76,130 dossiers, against the raw aggregate in SQL and counting in Python."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import text

from counter_app.domain.deadlines import Comparison
from counter_app.domain.reporting import Period, report_year
from counter_app.reports.monthly import monthly
from counter_app.store.engine import Session, Store
from counter_app.store.report_figures import figures
from tests.benchmarks.frame import AtMost, Row, in_turn, milliseconds
from tests.benchmarks.many_dossiers import make

DOSSIERS = 76_130
YEAR = report_year(2026)
_LIVED = """
UPDATE dossier SET
    received_at = :start + id * (:end - :start) / :count,
    due_at = :start + id * (:end - :start) / :count + (id % 20 + 1) * 86400000,
    finished_at = CASE WHEN id % 40 THEN
        :start + id * (:end - :start) / :count + (id * 7 % 21) * 86000000 + 3600000 END,
    state = CASE WHEN id % 40 = 0 THEN 4 WHEN id % 500 = 1 THEN 7 ELSE 10 END,
    outcome = CASE WHEN id % 40 = 0 OR id % 500 = 1 THEN ''
        WHEN id * 7 % 21 > id % 20 + 1 THEN 'late' ELSE 'early' END,
    channel = CASE WHEN id % 3 THEN 'counter' ELSE 'online' END,
    service_level = CASE WHEN id % 3 THEN 2 ELSE 4 END
"""
_RAW = """
SELECT agency_code, count(*),
    sum(received_at < :start), sum(received_at >= :start),
    sum(finished AND state <> 7), sum(finished AND outcome = 'early'),
    sum(finished AND outcome = 'on_time'), sum(finished AND outcome = 'late'),
    sum(NOT finished), sum(NOT finished AND due_at >= :last),
    sum(NOT finished AND due_at < :last), sum(finished AND state = 7),
    sum(channel = 'online'), sum(service_level >= 3)
FROM (SELECT *, finished_at IS NOT NULL AND finished_at < :end AS finished FROM dossier)
WHERE received_at < :end AND (finished_at IS NULL OR finished_at >= :start)
    AND state NOT IN (1, 3)
GROUP BY agency_code
"""
"""Phụ lục I in the fewest words, with neither pauses nor moved dates."""


def measure(dossiers: int = DOSSIERS) -> list[Row]:
    with TemporaryDirectory() as folder:
        store = make(Path(folder) / "counter.db", dossiers)
        _let_live(store, dossiers)
        with store.reading() as session:
            assert _counted(session) == _in_python(session)
            raw, ours = in_turn(
                lambda: milliseconds(lambda: _raw(session), 1, 0)[0],
                lambda: milliseconds(lambda: _ours(session), 1, 0)[0],
                9,
            )
            plain = milliseconds(lambda: _in_python(session), 3, 0)
            whole = milliseconds(lambda: monthly(session, YEAR), 3, 1)
        store.close()
    return [
        Row(
            "a year's report, 76,130 dossiers",
            raw,
            ours,
            AtMost(2),
            note="limit: the raw SQL aggregate, without pauses and moved dates",
        ),
        Row(
            "the same beside counting in Python",
            sorted(plain)[1],
            ours,
            AtMost(1),
            note="limit: one pass over the rows of the file",
        ),
        Row(
            "with both appendices, two compared periods and all checks",
            raw,
            sorted(whole)[1],
            AtMost(4),
        ),
    ]


def _let_live(store: Store, count: int) -> None:
    with store.writing() as session:
        span = {"start": YEAR.start_ms, "end": YEAR.end_ms, "count": count}
        session.execute(text(_LIVED), span)


def _raw(session: Session) -> list[object]:
    span = {
        "start": YEAR.start_ms,
        "end": YEAR.end_ms,
        "last": Period(YEAR.last, YEAR.last).start_ms,
    }
    return list(session.execute(text(_RAW), span))


def _ours(session: Session) -> object:
    return figures(session, YEAR, Comparison.BY_DATE)


def _counted(session: Session) -> dict[str, tuple[int, int, int]]:
    found = figures(session, YEAR, Comparison.BY_DATE)
    return {
        code: (one.received_total, one.resolved_late, one.pending_overdue)
        for code, one in found.items()
    }


def _in_python(session: Session) -> dict[str, tuple[int, int, int]]:
    total: Counter[str] = Counter()
    late: Counter[str] = Counter()
    overdue: Counter[str] = Counter()
    last = Period(YEAR.last, YEAR.last).start_ms
    rows = session.execute(
        text("SELECT agency_code, received_at, finished_at, due_at, outcome FROM dossier")
    )
    for code, received_at, finished_at, due_at, outcome in rows:
        if received_at >= YEAR.end_ms:
            continue
        total[code] += 1
        if finished_at is None or finished_at >= YEAR.end_ms:
            overdue[code] += due_at < last
        else:
            late[code] += outcome == "late"
    return {code: (total[code], late[code], overdue[code]) for code in total}

"""What the page of reports asks, and which periods it offers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from counter_app.domain.reporting import (
    Measure,
    Period,
    current_month,
    last_month,
    last_quarter,
    quarter_of,
    report_year,
)
from counter_app.progress import Progress
from counter_app.reports.lists import REPORTS
from counter_app.reports.monthly import MonthlyReport, monthly
from counter_app.reports.tables import ReportTable
from counter_app.store.engine import Session
from counter_app.store.officers import active_names
from counter_app.store.report_figures import AgencyRow, Behind, behind, reported_agencies

MONTHLY: Final = "monthly"
SCORES: Final = "scoring_agencies"
"""The report that stands beside the points one gives."""
SCORINGS: Final = frozenset({"scoring", "scoring_dossiers", SCORES, "scoring_officers"})
"""Reports of a quarter."""
MOST: Final = 500
_MONTHS: Final = 13


class Span(StrEnum):
    """Periods that are no month."""

    QUARTER = "quarter"
    LAST_QUARTER = "last_quarter"
    YEAR = "year"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of Phụ lục I; `agency_code` "" stands for the total."""

    measure: Measure = Measure.RECEIVED_TOTAL
    agency_code: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for."""

    name: str
    period: Period
    cell: Cell


@dataclass(frozen=True, slots=True)
class Found:
    """The answer: one of the two kinds of report, and the dossiers behind the chosen figure."""

    asked: Asked
    monthly: MonthlyReport | None
    table: ReportTable | None
    behind: tuple[Behind, ...]
    agencies: tuple[AgencyRow, ...]
    officers: tuple[tuple[str, str], ...] = ()
    """Login and name of those whose points one may give."""


def months(today: date) -> list[Period]:
    """Return the months one may choose, the running one first."""
    found = [current_month(today)]
    while len(found) < _MONTHS:
        found.append(found[-1].before())
    return found


def span_of(span: Span, today: date) -> Period:
    """Return the running quarter, the one before it, or the running year of the report."""
    running = current_month(today).last
    if span is Span.QUARTER:
        return quarter_of(running)
    if span is Span.LAST_QUARTER:
        return last_quarter(today)
    return report_year(running.year)


def named_span(period: Period, today: date) -> Period | Span:
    """Return the choice that a period stands for: a month, a span, or days of one's own."""
    if period in months(today):
        return period
    return next(
        (one for one in Span if one is not Span.FREE and span_of(one, today) == period), Span.FREE
    )


def usual(today: date) -> Period:
    """Return the period one begins with: the newest month that is over."""
    return last_month(today)


def find(session: Session, asked: Asked, progress: Progress) -> Found:
    """Return the report. Raises ReportUnsound, Cancelled."""
    progress.step(0, 0)
    agencies = tuple(reported_agencies(session, asked.period, set()))
    if asked.name != MONTHLY:
        table = REPORTS[asked.name].made(session, asked.period, progress)
        officers = tuple(active_names(session).items()) if asked.name == SCORES else ()
        return Found(asked, None, table, (), agencies, officers)
    report = monthly(session, asked.period)
    progress.step(0, 0)
    return Found(asked, report, None, find_behind(session, asked, report), agencies)


def find_behind(session: Session, asked: Asked, report: MonthlyReport) -> tuple[Behind, ...]:
    """Return the dossiers behind a figure, one more than is shown where there are more."""
    cell = asked.cell
    rows = behind(
        session, asked.period, report.comparison, cell.measure, cell.agency_code, MOST + 1
    )
    return tuple(rows)

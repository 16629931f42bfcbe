"""The monthly report: Phụ lục I and II of a period, checked, with the periods it is compared to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from counter_app.domain.deadlines import Comparison
from counter_app.domain.reporting import Figures, Identity, Measure, Opinions, Period
from counter_app.store import period_closes, reference, report_figures
from counter_app.store.engine import Session
from counter_app.store.period_closes import PeriodClose
from counter_app.store.report_figures import AgencyRow, DataUpTo
from counter_app.store.retention import check_whole

NAME = "monthly"


@dataclass(frozen=True, slots=True)
class MonthlyLine:
    """One agency's row of both appendices."""

    agency: AgencyRow
    figures: Figures
    opinions: Opinions


@dataclass(frozen=True, slots=True)
class Compared:
    """Another period's totals, for the difference in percentage points."""

    period: Period
    figures: Figures
    opinions: Opinions


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that was handed in, and what it is now: something arrived or was typed later."""

    agency_code: str
    measure: Measure
    handed_in: int
    now: int


@dataclass(frozen=True, slots=True)
class MonthlyReport:
    """The report of a period. `late_causes` counts late results by the code of their cause.

    `cause_words` has the centre's own words for codes.
    """

    period: Period
    comparison: Comparison
    lines: tuple[MonthlyLine, ...]
    figures: Figures
    opinions: Opinions
    before: Compared
    year_before: Compared
    late_causes: tuple[tuple[str, int], ...]
    visits: int
    data_up_to: tuple[DataUpTo, ...]
    closing: PeriodClose | None = None
    cause_words: Mapping[str, str] = field(default_factory=dict)

    @property
    def changes(self) -> tuple[Change, ...]:
        """What is no longer as it was handed in, by agency and column."""
        if self.closing is None:
            return ()
        handed_in = self.closing.figures
        now = {line.agency.code: line.figures for line in self.lines}
        return tuple(
            Change(code, measure, was.of(measure), one.of(measure))
            for code in sorted({*handed_in, *now})
            for was, one in [(handed_in.get(code, Figures()), now.get(code, Figures()))]
            for measure in Measure
            if was.of(measure) != one.of(measure)
        )

    def points(self, measure: Measure, other: Compared) -> Decimal:
        """Return by how many percentage points a share differs from the other period's."""
        return self.figures.shares()[measure] - other.figures.shares()[measure]


def comparison_of(session: Session, last: date) -> Comparison:
    """Return whether late is told by the day or by the minute, as the centre's rules say."""
    return reference.settings(session, last).deadline_rules().comparison


def monthly(session: Session, period: Period) -> MonthlyReport:
    """Return the report of the period; a counter's file and the centre give the same.

    Raises:
        ReportUnsound: an identity does not hold.
        AtTheCentreAlone: this counter let go of dossiers it would count, or compare with.
    """
    check_whole(session, period.year_before().first)
    comparison = comparison_of(session, period.last)
    counted = report_figures.figures(session, period, comparison)
    thought = report_figures.opinions(session, period)
    agencies = report_figures.reported_agencies(session, period, {*counted, *thought})
    before = _compared(session, period.before(), comparison)
    lines = tuple(
        MonthlyLine(one, counted.get(one.code, Figures()), thought.get(one.code, Opinions()))
        for one in agencies
    )
    report = MonthlyReport(
        period,
        comparison,
        lines,
        Figures.sum_of(line.figures for line in lines),
        Opinions.sum_of(line.opinions for line in lines),
        before,
        _compared(session, period.year_before(), comparison),
        tuple(report_figures.late_causes(session, period, comparison)),
        report_figures.visits(session, period),
        tuple(report_figures.data_up_to(session)),
        period_closes.closing_of(session, period),
        _cause_words(session, period.last),
    )
    _check(session, report)
    return report


def _cause_words(session: Session, day: date) -> dict[str, str]:
    """Return what the centre's own reason codes say."""
    own = reference.settings(session, day).reasons().late
    return {reason.code: reason.words for reason in own if reason.words}


def _compared(session: Session, period: Period, comparison: Comparison) -> Compared:
    counted = report_figures.figures(session, period, comparison)
    thought = report_figures.opinions(session, period)
    return Compared(period, Figures.sum_of(counted.values()), Opinions.sum_of(thought.values()))


def _check(session: Session, report: MonthlyReport) -> None:
    period, comparison = report.period, report.comparison
    named = {line.agency.name: line.figures for line in report.lines}
    period_closes.check(session, period, comparison, {**named, "": report.figures})
    if report.figures.carried_over != report.before.figures.pending_total:
        raise period_closes.unsound(session, period, comparison, "", Identity.CARRIED)


def record(report: MonthlyReport) -> dict[str, Any]:
    """Return the report as JSON-able data; the manual names every field."""
    lines = report.lines
    return {
        "report": NAME,
        "from": report.period.first.isoformat(),
        "to": report.period.last.isoformat(),
        "agencies": [_named(line.agency, _counts(line.figures)) for line in lines],
        "total": _counts(report.figures),
        "percent": _texts(report.figures.shares()),
        "opinions": {
            "agencies": [_named(line.agency, line.opinions.counts()) for line in lines],
            "total": report.opinions.counts(),
            "percent": _texts(report.opinions.shares()),
        },
        "compared": {
            "period_before": _other(report.before),
            "year_before": _other(report.year_before),
        },
        "late_causes": dict(report.late_causes),
        "closed": None if report.closing is None else _closed(report, report.closing),
        "visits": report.visits,
        "data_up_to": [
            {"seat": one.seat_number, "at": None if one.at is None else one.at.isoformat()}
            for one in report.data_up_to
        ],
    }


def _counts(figures: Figures) -> dict[str, int]:
    return {measure.value: figures.of(measure) for measure in Measure}


def _texts(shares: Any) -> dict[str, str]:
    return {str(name): f"{value:.2f}" for name, value in shares.items()}


def _named(agency: AgencyRow, counts: dict[str, int]) -> dict[str, Any]:
    return {"agency": agency.code, "name": agency.name, **counts}


def _other(other: Compared) -> dict[str, Any]:
    return {
        "from": other.period.first.isoformat(),
        "to": other.period.last.isoformat(),
        "total": _counts(other.figures),
        "percent": _texts(other.figures.shares()),
        "opinions": other.opinions.counts(),
    }


def _closed(report: MonthlyReport, closing: PeriodClose) -> dict[str, Any]:
    return {
        "at": closing.closed_at.isoformat(),
        "officer": closing.officer_name,
        "changes": [
            {
                "agency": one.agency_code,
                "figure": one.measure.value,
                "handed_in": one.handed_in,
                "now": one.now,
            }
            for one in report.changes
        ],
    }

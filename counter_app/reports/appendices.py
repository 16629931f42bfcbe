"""The tables of the monthly report, as values that every kind of file shows alike."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from counter_app.documents.blocks import TableHead
from counter_app.domain.amounts import grouped
from counter_app.domain.reporting import Measure
from counter_app.reports.monthly import MonthlyReport
from counter_app.reports.monthly_form import AppendixForm, MonthlyForm

Value = str | int | Decimal | None


@dataclass(frozen=True, slots=True)
class Appendix:
    """A table under its title; the last `strong` rows are sums."""

    caption: str
    title: str
    heads: tuple[TableHead, ...]
    parts: tuple[float, ...]
    rows: tuple[tuple[Value, ...], ...]
    strong: int
    footnotes: tuple[str, ...]

    @property
    def head_rows(self) -> int:
        return max(head.row + head.rows for head in self.heads)


def shown(value: Value) -> str:
    """Return a value as Vietnamese papers print it: 1.234 and 97,37."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:.2f}".replace(".", ",")
    return grouped(value) if isinstance(value, int) else value


def appendices(report: MonthlyReport, form: MonthlyForm) -> tuple[Appendix, ...]:
    """Return Phụ lục I, Phụ lục II and the comparison."""
    return _first(report, form.first), _second(report, form.second), _third(report, form.third)


_STARS: Final = {Measure.ONLINE: "(*) ", Measure.LEVEL_3_4: "(**) "}


def _first(report: MonthlyReport, form: AppendixForm) -> Appendix:
    shares = report.figures.shares()
    rows: list[tuple[Value, ...]] = [
        (place, line.agency.name, *(line.figures.of(measure) for measure in Measure))
        for place, line in enumerate(report.lines, start=1)
    ]
    rows.append((len(rows) + 1, form.total, *(report.figures.of(measure) for measure in Measure)))
    percent: list[Value] = [
        f"{_STARS[measure]}{shown(shares[measure])}" if measure in _STARS else shares[measure]
        for measure in Measure
    ]
    rows.append((len(rows) + 1, form.percent, *percent))
    return _appendix(form, rows, 2)


def _second(report: MonthlyReport, form: AppendixForm) -> Appendix:
    rows: list[tuple[Value, ...]] = [
        (place, line.agency.name, *line.opinions.counts().values())
        for place, line in enumerate(report.lines, start=1)
    ]
    rows.append((len(rows) + 1, form.total, *report.opinions.counts().values()))
    rows.append((len(rows) + 1, form.percent, *report.opinions.shares().values()))
    return _appendix(form, rows, 2)


def _third(report: MonthlyReport, form: AppendixForm) -> Appendix:
    rows: list[tuple[Value, ...]] = []
    mine = report.figures.shares()
    for measure in Measure:
        row: list[Value] = [(form.measures or {})[measure.value]]
        row += [report.figures.of(measure), mine[measure]]
        for other in (report.before, report.year_before):
            known = other.figures.received_total > 0
            row += [
                other.figures.of(measure) if known else None,
                other.figures.shares()[measure] if known else None,
                report.points(measure, other) if known else None,
            ]
        rows.append(tuple(row))
    return _appendix(form, rows, 0)


def _appendix(form: AppendixForm, rows: list[tuple[Value, ...]], strong: int) -> Appendix:
    return Appendix(
        form.caption, form.title, form.heads, form.parts, tuple(rows), strong, form.footnotes
    )

"""The text part of the monthly report: its sentences with the figures filled in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from counter_app.documents.forms import common
from counter_app.domain.receipt import Letterhead
from counter_app.domain.reporting import Figures, Measure, Period, share
from counter_app.reports.appendices import Appendix, appendices, shown
from counter_app.reports.monthly import Compared, MonthlyReport
from counter_app.reports.monthly_form import MonthlyForm, monthly_form


class Style(StrEnum):
    """How a paragraph stands; `TO_FILL` leaves room to write on."""

    SECTION = "section"
    TEXT = "text"
    TO_FILL = "to_fill"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    style: Style
    text: str


@dataclass(frozen=True, slots=True)
class MonthlyPaper:
    """Everything the report says, for whichever kind of file is made of it."""

    letterhead: Letterhead
    made_on: date
    form: MonthlyForm
    subject: str
    paragraphs: tuple[Paragraph, ...]
    appendices: tuple[Appendix, ...]


def monthly_paper(
    report: MonthlyReport, letterhead: Letterhead, centre_name: str, made_on: date
) -> MonthlyPaper:
    """Return the report as it is handed in.

    Args:
        centre_name: as it stands in a sentence, e.g. "Trung tâm Phục vụ hành chính công tỉnh …".
        made_on: the day it is dated.
    """
    form = monthly_form()
    period = period_words(report.period, form)
    centre = centre_name or letterhead.office
    return MonthlyPaper(
        letterhead,
        made_on,
        form,
        form.subject.format(centre=centre, period=period),
        tuple(_paragraphs(report, form, centre, period)),
        appendices(report, form),
    )


def period_words(period: Period, form: MonthlyForm) -> str:
    """Return the period as a title names it."""
    words = form.month if period.is_report_month else form.days
    return words.format(
        month=period.last.month,
        year=period.last.year,
        first=f"{period.first:%d/%m/%Y}",
        last=f"{period.last:%d/%m/%Y}",
    )


def _paragraphs(
    report: MonthlyReport, form: MonthlyForm, centre: str, period: str
) -> list[Paragraph]:
    told = _told(report)
    texts = [
        form.received.format(**told),
        form.resolved.format(**told),
        *_causes(report, form),
        form.pending.format(**told),
        _compared(report, form),
        form.returned.format(**told),
        form.online.format(**told),
        _opinions(report, form),
    ]
    to_fill = [form.zalo, form.documents, form.postings]
    return [
        Paragraph(Style.TEXT, form.basis.format(centre=centre, period=period)),
        Paragraph(Style.SECTION, form.results),
        *(Paragraph(Style.TEXT, text) for text in texts),
        Paragraph(Style.TO_FILL, form.identity_cards),
        Paragraph(Style.TEXT, form.business.format(visits=shown(report.visits))),
        *(Paragraph(Style.TO_FILL, text) for text in to_fill),
        Paragraph(Style.NOTE, form.appendices),
        Paragraph(Style.SECTION, form.remarks),
        *[Paragraph(Style.TO_FILL, "")] * 2,
        Paragraph(Style.SECTION, form.tasks),
        *[Paragraph(Style.TO_FILL, "")] * 2,
        Paragraph(Style.NOTE, _data_up_to(report, form)),
        *(Paragraph(Style.NOTE, text) for text in _closed(report, form)),
    ]


def _told(report: MonthlyReport) -> dict[str, str]:
    figures = report.figures
    return {
        **{measure.value: shown(figures.of(measure)) for measure in Measure},
        **{f"{name.value}_share": shown(value) for name, value in figures.shares().items()},
        "punctual": shown(figures.resolved_early + figures.resolved_on_time),
        "punctual_share": shown(punctual_share(figures)),
    }


def punctual_share(figures: Figures) -> Decimal:
    """Return the share of results that were early or on time, in percent."""
    return share(figures.resolved_early + figures.resolved_on_time, figures.resolved_total)


def _causes(report: MonthlyReport, form: MonthlyForm) -> list[str]:
    words = {**common().reasons.late, **report.cause_words}
    causes = [
        form.cause.format(cause=words.get(code) or form.untold, count=shown(count))
        for code, count in report.late_causes
    ]
    return [form.causes.format(causes="; ".join(causes))] if causes else []


def _opinions(report: MonthlyReport, form: MonthlyForm) -> str:
    opinions = report.opinions
    return form.opinions.format(
        total=shown(opinions.total),
        of_resolved=shown(share(opinions.total, report.figures.resolved_total)),
        satisfied=shown(opinions.satisfied),
        satisfied_share=shown(share(opinions.satisfied, opinions.total)),
        unsatisfied=shown(opinions.unsatisfied),
        comments=shown(opinions.comments),
    )


def _compared(report: MonthlyReport, form: MonthlyForm) -> str:
    return form.compared.format(
        before=_days(report.before.period),
        before_change=_change(report, report.before, form),
        year=_days(report.year_before.period),
        year_change=_change(report, report.year_before, form),
    )


def _change(report: MonthlyReport, other: Compared, form: MonthlyForm) -> str:
    if other.figures.resolved_total == 0:
        return form.no_data
    points = punctual_share(report.figures) - punctual_share(other.figures)
    words = form.up if points > 0 else form.down if points < 0 else form.same
    return words.format(points=shown(abs(points)))


def _days(period: Period) -> str:
    return f"{period.first:%d/%m/%Y}–{period.last:%d/%m/%Y}"


def _data_up_to(report: MonthlyReport, form: MonthlyForm) -> str:
    seats = [
        form.seat_silent.format(number=one.seat_number)
        if one.at is None
        else form.seat_up_to.format(number=one.seat_number, at=f"{one.at:%H:%M %d/%m/%Y}")
        for one in report.data_up_to
    ]
    return form.data_up_to.format(seats="; ".join(seats))


def _closed(report: MonthlyReport, form: MonthlyForm) -> list[str]:
    if report.closing is None:
        return []
    told = [form.closed.format(at=f"{report.closing.closed_at:%H:%M %d/%m/%Y}")]
    names = {line.agency.code: line.agency.name for line in report.lines}
    words = form.third.measures or {}
    changes = [
        form.change.format(
            agency=names.get(one.agency_code, one.agency_code),
            figure=words[one.measure.value],
            handed_in=shown(one.handed_in),
            now=shown(one.now),
        )
        for one in report.changes
    ]
    return [*told, form.changed.format(changes="; ".join(changes))] if changes else told

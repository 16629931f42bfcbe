"""The reports that are one table, and how each is made of what the questions find."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Final

from counter_app.documents.forms import common
from counter_app.domain.reasons import ReasonKind
from counter_app.domain.reporting import Figures, Opinions, Period, report_month, share
from counter_app.progress import Progress
from counter_app.reports import scoring
from counter_app.reports.monthly import comparison_of
from counter_app.reports.tables import Report, Row, Rows, Words
from counter_app.store import reference, report_figures, report_forms, report_lists
from counter_app.store.engine import Session


def _late(session: Session, period: Period, _words: Words, _progress: Progress) -> Rows:
    found = report_lists.late(session, period, comparison_of(session, period.last))
    names = reference.agency_names_at(session, period.last)
    causes, own = common().reasons.late, reference.settings(session, period.last).reasons()
    rows: list[Row] = [
        {
            "cause": own.words(ReasonKind.LATE, one.cause) or causes.get(one.cause) or one.cause,
            "number": one.number,
            "owner": one.owner_name,
            "procedure": one.procedure_name,
            "agency": names.get(one.agency_code, one.agency_code),
            "received": one.received_at,
            "due": one.due_at,
            "finished": one.finished_at,
            "days_late": _days_late(one, period),
            "letter": one.letter,
        }
        for one in found
    ]
    return Rows(tuple(rows), None, tuple(one.subject for one in found))


def _days_late(row: report_lists.LateRow, period: Period) -> int:
    if row.due_at is None:
        return 0
    last = period.last if row.finished_at is None else row.finished_at.date()
    return (last - row.due_at.date()).days


def _unsatisfied(session: Session, period: Period, words: Words, _progress: Progress) -> Rows:
    names, ratings = reference.agency_names_at(session, period.last), words["ratings"]
    found = report_lists.unsatisfied(session, period)
    rows: list[Row] = [
        {
            "agency": names.get(one.agency_code, one.agency_code),
            "officer": one.officer_name,
            "number": one.number,
            "owner": one.owner_name,
            "procedure": one.procedure_name,
            "rated": one.rated_on,
            "rating": ratings[one.rating],
        }
        for one in found
    ]
    return Rows(tuple(rows), None, tuple(one.subject for one in found))


def _officers(session: Session, period: Period, _words: Words, _progress: Progress) -> Rows:
    rows: list[Row] = []
    for one in report_lists.officers(session, period):
        counts = {key: one.acts.get(key, 0) for key in report_lists.ACTS}
        total = sum(counts.values())
        rows.append({"officer": one.name, "seat": one.seat_number, **counts, "total": total})
    return Rows(tuple(rows), _sum(rows, (*report_lists.ACTS, "total")))


def _fees(session: Session, period: Period, words: Words, _progress: Progress) -> Rows:
    names, methods = reference.agency_names_at(session, period.last), words["methods"]
    rows: list[Row] = [
        {
            "agency": names.get(one.agency_code, one.agency_code),
            "procedure_code": one.procedure_code,
            "procedure": one.procedure_name,
            "method": methods.get(one.method, one.method),
            "receipts": one.receipts,
            "fee": one.fee,
            "charge": one.charge,
            "total": one.fee + one.charge,
        }
        for one in report_lists.fees(session, period)
    ]
    return Rows(tuple(rows), _sum(rows, ("receipts", "fee", "charge", "total")))


def _waiting(session: Session, period: Period, words: Words, _progress: Progress) -> Rows:
    names, ways = reference.agency_names_at(session, period.last), words["ways"]
    found = report_lists.waiting(session, period)
    end = period.last + timedelta(days=1)
    rows: list[Row] = [
        {
            "number": one.number,
            "owner": one.owner_name,
            "procedure": one.procedure_name,
            "agency": names.get(one.agency_code, one.agency_code),
            "resolved": one.resolved_at,
            "days": (end - one.resolved_at.date()).days - 1,
            "way": ways.get(one.return_way, one.return_way),
            "place": one.shelf_place,
        }
        for one in found
    ]
    return Rows(tuple(rows), None, tuple(one.subject for one in found))


def _channels(session: Session, period: Period, _words: Words, _progress: Progress) -> Rows:
    found = report_forms.channels(session, period)
    rows: list[Row] = []
    for agency in report_figures.reported_agencies(session, period, set(found)):
        one = found.get(agency.code) or report_forms.ChannelRow(agency.code, *[0] * 8)
        rows.append(
            {
                "agency": agency.name,
                "received": one.received,
                "counter": one.counter,
                "online": one.online,
                "postal": one.postal,
                "returned": one.returned,
                "by_post": one.by_post,
                "electronic": one.electronic,
                "on_the_spot": one.on_the_spot,
            }
        )
    counted = ("received", "counter", "online", "postal", "returned", "by_post", "electronic")
    total = _sum(rows, (*counted, "on_the_spot"))
    return Rows(tuple(map(_with_shares, rows)), _with_shares(total))


def _with_shares(row: Row) -> Row:
    return {
        **row,
        **{
            f"{part}_share": share(_count(row, part), _count(row, "received"))
            for part in ("online", "postal", "on_the_spot")
        },
    }


def _form_06a(session: Session, period: Period, _words: Words, _progress: Progress) -> Rows:
    found = report_forms.official(session, period, comparison_of(session, period.last))
    rows: list[Row] = []
    for agency in report_figures.reported_agencies(session, period, set(found)):
        one = found.get(agency.code) or report_forms.OfficialRow(agency.code, *[0] * 8)
        rows.append(
            {
                "position": len(rows) + 1,
                "agency": agency.name,
                "total": one.online + one.direct + one.carried_over,
                "online": one.online,
                "direct": one.direct,
                "carried_over": one.carried_over,
                "resolved": one.early + one.on_time + one.late,
                "early": one.early,
                "on_time": one.on_time,
                "late": one.late,
                "pending": one.in_time + one.overdue,
                "in_time": one.in_time,
                "overdue": one.overdue,
            }
        )
    keys = [key for key in (rows[0] if rows else {}) if key not in {"position", "agency"}]
    return Rows(tuple(rows), _sum(rows, keys))


def _form_07b(session: Session, period: Period, words: Words, _progress: Progress) -> Rows:
    names, levels = reference.agency_names_at(session, period.last), words["levels"]
    order = list(names)
    found = report_forms.levels(session, period)
    found.sort(key=lambda one: order.index(one.agency_code) if one.agency_code in names else 10**6)
    rows: list[Row] = [
        {
            "position": place,
            "agency": names.get(one.agency_code, one.agency_code),
            "level": levels.get(one.level, one.level),
            "procedures": one.procedures,
            "offered": one.offered,
            "workflows": one.workflows,
            "used": one.used,
        }
        for place, one in enumerate(found, start=1)
    ]
    return Rows(tuple(rows), _sum(rows, ("procedures", "offered", "workflows", "used")))


def _year(session: Session, period: Period, words: Words, progress: Progress) -> Rows:
    comparison = comparison_of(session, period.last)
    parts = months_of(period)
    rows: list[Row] = []
    for place, part in enumerate([*parts, period]):
        progress.step(place, len(parts) + 1)
        figures = report_figures.figures(session, part, comparison)
        opinions = report_figures.opinions(session, part)
        rows.append(
            {
                "month": _named(part, words["words"]),
                **_overview(Figures.sum_of(figures.values())),
                "opinions": Opinions.sum_of(opinions.values()).total,
            }
        )
    whole = {**rows[-1], "month": words["words"]["total"]}
    return Rows(tuple(rows[:-1]), whole)


def months_of(period: Period) -> tuple[Period, ...]:
    """Return the months of the report that lie in a period, cut to it at both ends."""
    parts: list[Period] = []
    day = period.first
    while day <= period.last:
        ends_in = day if day.day <= 15 else day + timedelta(days=31 - 15)
        last = min(report_month(ends_in.year, ends_in.month).last, period.last)
        parts.append(Period(day, last))
        day = last + timedelta(days=1)
    return tuple(parts)


def _named(part: Period, words: Mapping[str, str]) -> str:
    key = "month" if part.is_report_month else "days"
    return words[key].format(
        month=part.last.month,
        year=part.last.year,
        first=f"{part.first:%d/%m/%Y}",
        last=f"{part.last:%d/%m/%Y}",
    )


def _overview(figures: Figures) -> Row:
    punctual = figures.resolved_early + figures.resolved_on_time
    return {
        "carried_over": figures.carried_over,
        "received_new": figures.received_new,
        "resolved_total": figures.resolved_total,
        "resolved_early": figures.resolved_early,
        "resolved_on_time": figures.resolved_on_time,
        "resolved_late": figures.resolved_late,
        "punctual_share": share(punctual, figures.resolved_total),
        "pending_total": figures.pending_total,
        "pending_overdue": figures.pending_overdue,
        "returned": figures.returned,
        "online": figures.online,
        "online_share": share(figures.online, figures.received_new),
    }


def _count(row: Row, key: str) -> int:
    value = row.get(key)
    return value if isinstance(value, int) else 0


def _sum(rows: Iterable[Row], keys: Iterable[str]) -> Row:
    several = list(rows)
    return {key: sum(_count(row, key) for row in several) for key in keys}


REPORTS: Final = {
    report.name: report
    for report in (
        Report("late", _late),
        Report("unsatisfied", _unsatisfied),
        Report("officers", _officers),
        Report("fees", _fees),
        Report("waiting", _waiting),
        Report("channels", _channels),
        Report("form_06a", _form_06a),
        Report("form_07b", _form_07b),
        Report("scoring", scoring.of_quarter),
        Report("scoring_dossiers", scoring.of_dossiers, sheet_by="agency"),
        Report("scoring_agencies", scoring.of_agencies, sheet_by="agency"),
        Report("scoring_officers", scoring.of_officers),
        Report("year", _year),
    )
}
"""Every report that is one table, by its name."""

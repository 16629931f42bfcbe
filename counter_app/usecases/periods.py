"""Closing a period: its figures are handed in, and what changes afterwards is shown as a change."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.clock import local
from counter_app.desk import Desk
from counter_app.domain.reporting import Period
from counter_app.domain.roles import Duty, check
from counter_app.errors import CounterError
from counter_app.journal.append import append
from counter_app.journal.periods import CLOSED
from counter_app.journal.subjects import subject_of
from counter_app.records import to_record
from counter_app.store import period_closes, reference, report_figures
from counter_app.store.period_closes import PeriodClose


@dataclass(eq=False)
class PeriodNotOver(CounterError):
    """the period ends on {last}; it can be closed from the day after"""

    last: str


@dataclass(eq=False)
class PeriodClosed(CounterError):
    """the period was closed on {at}; what was handed in stands"""

    at: str


def close_period(desk: Desk, period: Period) -> PeriodClose:
    """Record the figures of a period as they are handed in.

    Raises:
        PeriodNotOver, PeriodClosed, ReportUnsound, NotAllowedFor, NobodySignedIn, OfficerDisabled.
    """
    author = desk.author()
    if author.now_ms < period.end_ms:
        raise PeriodNotOver(f"{period.last:%d/%m/%Y}")
    with desk.store.writing() as session:
        officer = desk.acting_in(session)
        check(officer.login, officer.roles, Duty.SUPERVISE)
        before = period_closes.closing_of(session, period)
        if before is not None:
            raise PeriodClosed(f"{before.closed_at:%d/%m/%Y %H:%M}")
        comparison = reference.settings(session, period.last).deadline_rules().comparison
        figures = report_figures.figures(session, period, comparison)
        names = reference.agency_names_at(session, period.last)
        named = {names.get(code, code): one for code, one in figures.items()}
        period_closes.check(session, period, comparison, named)
        record = {
            "first": period.first.isoformat(),
            "last": period.last.isoformat(),
            "seat_number": desk.seat.number,
            "figures": {code: to_record(one) for code, one in figures.items()},
        }
        subject = subject_of("period", period_closes.key(period))
        append(session, author, CLOSED, subject, record)
    return PeriodClose(local(author.now_ms), officer.name, figures)

"""Periods whose figures were handed in, and whether the figures of an agency add up."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from counter_app.clock import local
from counter_app.domain.deadlines import Comparison
from counter_app.domain.reporting import Figures, Identity, Period, broken
from counter_app.errors import CounterError
from counter_app.journal.subjects import subject_of
from counter_app.records import from_record
from counter_app.schema.periods import period_close
from counter_app.schema.tables import officer
from counter_app.store.engine import Session
from counter_app.store.report_figures import at_fault


@dataclass(eq=False)
class ReportUnsound(CounterError):
    """the figures of {agency} do not add up ({identity}); look at: {dossiers}"""

    agency: str
    identity: Identity
    dossiers: str


@dataclass(frozen=True, slots=True)
class PeriodClose:
    """What was handed in for a period, by agency code, when, and by whom."""

    closed_at: datetime
    officer_name: str
    figures: Mapping[str, Figures]


def closing_of(session: Session, period: Period) -> PeriodClose | None:
    """Return what was handed in for exactly this period; None where nothing was."""
    name = func.coalesce(officer.c.name, period_close.c.officer)
    row = session.execute(
        select(period_close.c.closed_at, name, period_close.c.record)
        .join_from(period_close, officer, officer.c.login == period_close.c.officer, isouter=True)
        .where(period_close.c.subject == subject_of("period", key(period)))
    ).one_or_none()
    if row is None:
        return None
    told = {code: from_record(Figures, one) for code, one in json.loads(row[2]).items()}
    return PeriodClose(local(row[0]), row[1], told)


def key(period: Period) -> str:
    """Return what a period is known by."""
    return f"{period.first}:{period.last}"


def check(
    session: Session, period: Period, comparison: Comparison, named: Mapping[str, Figures]
) -> None:
    """Raise ReportUnsound for the first agency, by its name, whose figures do not add up."""
    for name, figures in named.items():
        if faults := broken(figures):
            raise unsound(session, period, comparison, name, faults[0])


def unsound(
    session: Session, period: Period, comparison: Comparison, name: str, fault: Identity
) -> ReportUnsound:
    """Return the error that names the dossiers at fault."""
    wrong = at_fault(session, period, comparison)
    return ReportUnsound(name, fault, ", ".join(one.number for one in wrong))

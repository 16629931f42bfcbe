"""All that the register shows, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from counter_app.domain.register import RegisterRow
from counter_app.domain.reporting import calendar_month, report_month
from counter_app.exchange.register import LineProblem, RegisterFile
from counter_app.store.register import RegisterQuery
from counter_app.usecases.register_import import RefusedLine, RegisterOutcome
from ui.notice import Notice


class Span(StrEnum):
    """Periods that are asked for most; OWN is what was typed."""

    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    REPORT = "report"
    YEAR = "year"
    OWN = "own"


class Busy(StrEnum):
    """The work that runs, for which there is a bar and Cancel."""

    NOTHING = ""
    WRITE = "write"
    PRINT = "print"
    READ = "read"
    TAKE = "take"


@dataclass(frozen=True, slots=True)
class Incoming:
    """An earlier register that was read: what would be taken, and what cannot be."""

    path: Path
    file: RegisterFile
    outcome: RegisterOutcome

    @property
    def problems(self) -> tuple[LineProblem | RefusedLine, ...]:
        """Every line that is not taken, in the order of the file."""
        left: list[LineProblem | RefusedLine] = [*self.file.problems, *self.outcome.refused]
        return tuple(sorted(left, key=lambda one: one.row))


@dataclass(frozen=True, slots=True)
class Shown:
    """The lines of a period with what narrows them, and an earlier register being taken over."""

    query: RegisterQuery
    span: Span = Span.TODAY
    agencies: Mapping[str, str] = field(default_factory=dict)
    seats: Mapping[int, str] = field(default_factory=dict)
    rows: tuple[RegisterRow, ...] = ()
    total: int = 0
    more: bool = False
    ready: bool = False
    form: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    """Key and title of each column of the form that holds at the end of the period."""
    busy: Busy = Busy.NOTHING
    incoming: Incoming | None = None
    asking_second: bool = False
    notice: Notice | None = None


def days_of(span: Span, today: date) -> tuple[date, date]:
    """Return the first and the last day of a period around `today`."""
    match span:
        case Span.WEEK:
            monday = today - timedelta(days=today.weekday())
            return monday, monday + timedelta(days=6)
        case Span.MONTH:
            month = calendar_month(today.year, today.month)
            return month.first, month.last
        case Span.REPORT:
            month = report_month(today.year, today.month)
            if today > month.last:
                after = month.last + timedelta(days=20)
                month = report_month(after.year, after.month)
            return month.first, month.last
        case Span.YEAR:
            return date(today.year, 1, 1), date(today.year, 12, 31)
        case _:
            return today, today

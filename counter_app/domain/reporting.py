"""Periods, figures and shares of the reports, and what must hold between the figures.

The monthly report runs from the 16th of the month before to the 15th of its own, so that it can be
made before the month ends (Nghị định 61/2018/NĐ-CP, điều 9 khoản 3). A dossier counts by the moment
of its acts, whenever they were typed or arrived: a period asked again gives the same figures.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final, Self

from counter_app.clock import VIETNAM, to_ms

FIRST_DAY: Final = 16
LAST_DAY: Final = 15
_DAYS_TO_SCORE: Final = 5


@dataclass(frozen=True, slots=True)
class Period:
    """Days of Vietnam's calendar, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"{self.last} is before {self.first}")

    @property
    def start_ms(self) -> int:
        """The midnight it begins with, in ms UTC."""
        return _midnight(self.first)

    @property
    def end_ms(self) -> int:
        """The midnight behind its last day, in ms UTC."""
        return _midnight(self.last + timedelta(days=1))

    @property
    def is_report_month(self) -> bool:
        """It is a month of the report, from the 16th to the 15th."""
        return self == report_month(self.last.year, self.last.month)

    @property
    def is_quarter(self) -> bool:
        """It is a quarter of three months of the report."""
        return self == quarter_of(self.last)

    def before(self) -> Period:
        """Return the period before: a month before a month, else as many days."""
        year, month = _month_before(self.last.year, self.last.month)
        if self.is_report_month:
            return report_month(year, month)
        if self == calendar_month(self.last.year, self.last.month):
            return calendar_month(year, month)
        days = self.last - self.first
        last = self.first - timedelta(days=1)
        return Period(last - days, last)

    def year_before(self) -> Period:
        """Return the same days of the year before."""
        return Period(_year_before(self.first), _year_before(self.last))


def report_month(year: int, month: int) -> Period:
    """Return the month of the report that is named after the month it ends in."""
    before = _month_before(year, month)
    return Period(date(*before, FIRST_DAY), date(year, month, LAST_DAY))


def report_year(year: int) -> Period:
    """Return the year of the report: 16 December to 15 December."""
    return Period(date(year - 1, 12, FIRST_DAY), date(year, 12, LAST_DAY))


def calendar_month(year: int, month: int) -> Period:
    """Return the month from its first to its last day."""
    return Period(date(year, month, 1), _first_of_next(year, month) - timedelta(days=1))


def quarter(year: int, number: int) -> Period:
    """Return the quarter, of three months of the report."""
    last = 3 * number
    return Period(report_month(year, last - 2).first, report_month(year, last).last)


def scored_by(period: Period) -> date:
    """Return the day by which the scores of a quarter are handed in: the 20th it ends before."""
    return period.last + timedelta(days=_DAYS_TO_SCORE)


def quarter_of(day: date) -> Period:
    """Return the quarter that the month of the report ending in the month of `day` lies in."""
    return quarter(day.year, (day.month + 2) // 3)


def last_quarter(today: date) -> Period:
    """Return the newest quarter of the report that is over."""
    running = quarter_of(current_month(today).last)
    return quarter_of(running.first - timedelta(days=LAST_DAY))


def current_month(today: date) -> Period:
    """Return the month of the report that `today` lies in."""
    behind = today.day > LAST_DAY
    day = _first_of_next(today.year, today.month) if behind else today
    return report_month(day.year, day.month)


def last_month(today: date) -> Period:
    """Return the newest month of the report that is over."""
    return current_month(today).before()


def _midnight(day: date) -> int:
    return to_ms(datetime.combine(day, time(), VIETNAM))


def _month_before(year: int, month: int) -> tuple[int, int]:
    return (year, month - 1) if month > 1 else (year - 1, 12)


def _first_of_next(year: int, month: int) -> date:
    return date(year, month + 1, 1) if month < 12 else date(year + 1, 1, 1)


def _year_before(day: date) -> date:
    leap_day = day.month == 2 and day.day == 29
    return date(day.year - 1, 2, 28) if leap_day else day.replace(year=day.year - 1)


class Measure(StrEnum):
    """The columns of Phụ lục I, in their order."""

    RECEIVED_TOTAL = "received_total"
    CARRIED_OVER = "carried_over"
    RECEIVED_NEW = "received_new"
    RESOLVED_TOTAL = "resolved_total"
    RESOLVED_EARLY = "resolved_early"
    RESOLVED_ON_TIME = "resolved_on_time"
    RESOLVED_LATE = "resolved_late"
    PENDING_TOTAL = "pending_total"
    PENDING_IN_TIME = "pending_in_time"
    PENDING_OVERDUE = "pending_overdue"
    RETURNED = "returned"
    ONLINE = "online"
    LEVEL_3_4 = "level_3_4"


@dataclass(frozen=True, slots=True)
class Figures:
    """How many dossiers each column of Phụ lục I counts.

    `online` counts those received online in the period, `level_3_4` all of the period's whose
    service is of level 3 or 4, however they came in.
    """

    received_total: int = 0
    carried_over: int = 0
    received_new: int = 0
    resolved_total: int = 0
    resolved_early: int = 0
    resolved_on_time: int = 0
    resolved_late: int = 0
    pending_total: int = 0
    pending_in_time: int = 0
    pending_overdue: int = 0
    returned: int = 0
    online: int = 0
    level_3_4: int = 0

    def of(self, measure: Measure) -> int:
        """Return one figure."""
        count: int = getattr(self, measure.value)
        return count

    @classmethod
    def sum_of(cls, several: Iterable[Self]) -> Self:
        """Return the total of several agencies."""
        rows = list(several)
        return cls(*(sum(getattr(row, one.name) for row in rows) for one in fields(cls)))

    def shares(self) -> dict[Measure, Decimal]:
        """Return the row of percentages, with two places.

        The published row divides the online column by all dossiers (*), and prints under levels 3
        and 4 the online dossiers divided by those (**).
        """
        return {
            measure: share(self.of(part), self.of(whole))
            for measure, (part, whole) in _SHARES.items()
        }


_SHARES: Final = {
    Measure.RECEIVED_TOTAL: (Measure.RECEIVED_TOTAL, Measure.RECEIVED_TOTAL),
    Measure.CARRIED_OVER: (Measure.CARRIED_OVER, Measure.RECEIVED_TOTAL),
    Measure.RECEIVED_NEW: (Measure.RECEIVED_NEW, Measure.RECEIVED_TOTAL),
    Measure.RESOLVED_TOTAL: (Measure.RESOLVED_TOTAL, Measure.RECEIVED_TOTAL),
    Measure.RESOLVED_EARLY: (Measure.RESOLVED_EARLY, Measure.RESOLVED_TOTAL),
    Measure.RESOLVED_ON_TIME: (Measure.RESOLVED_ON_TIME, Measure.RESOLVED_TOTAL),
    Measure.RESOLVED_LATE: (Measure.RESOLVED_LATE, Measure.RESOLVED_TOTAL),
    Measure.PENDING_TOTAL: (Measure.PENDING_TOTAL, Measure.RECEIVED_TOTAL),
    Measure.PENDING_IN_TIME: (Measure.PENDING_IN_TIME, Measure.PENDING_TOTAL),
    Measure.PENDING_OVERDUE: (Measure.PENDING_OVERDUE, Measure.PENDING_TOTAL),
    Measure.RETURNED: (Measure.RETURNED, Measure.RECEIVED_TOTAL),
    Measure.ONLINE: (Measure.ONLINE, Measure.RECEIVED_TOTAL),
    Measure.LEVEL_3_4: (Measure.ONLINE, Measure.LEVEL_3_4),
}


@dataclass(frozen=True, slots=True)
class Opinions:
    """How many citizens chose each category of Phụ lục II; one press is one category."""

    satisfied_service: int = 0
    satisfied_attitude: int = 0
    unsatisfied_skill: int = 0
    unsatisfied_time: int = 0
    comments: int = 0

    @property
    def total(self) -> int:
        return sum(getattr(self, one.name) for one in fields(self))

    @property
    def satisfied(self) -> int:
        return self.satisfied_service + self.satisfied_attitude

    @property
    def unsatisfied(self) -> int:
        return self.unsatisfied_skill + self.unsatisfied_time

    @classmethod
    def sum_of(cls, several: Iterable[Self]) -> Self:
        """Return the total of several agencies."""
        rows = list(several)
        return cls(*(sum(getattr(row, one.name) for row in rows) for one in fields(cls)))

    def counts(self) -> dict[str, int]:
        """Return every column by its name, the total last."""
        return {**{one.name: getattr(self, one.name) for one in fields(self)}, "total": self.total}

    def shares(self) -> dict[str, Decimal]:
        """Return each column's share of all opinions."""
        return {name: share(count, self.total) for name, count in self.counts().items()}


def share(part: int, whole: int) -> Decimal:
    """Return `part` of `whole` in percent with two places, half up; 0,00 of nothing."""
    if whole == 0:
        return Decimal("0.00")
    hundredths = (20_000 * part + whole) // (2 * whole)
    return Decimal(hundredths).scaleb(-2)


class Identity(StrEnum):
    """What must hold in every row of the report."""

    RECEIVED = "received_total = carried_over + received_new"
    ACCOUNTED = "received_total = resolved_total + pending_total + returned"
    RESOLVED = "resolved_total = resolved_early + resolved_on_time + resolved_late"
    PENDING = "pending_total = pending_in_time + pending_overdue"
    LEVELS = "online <= level_3_4 <= received_total"
    ONLINE = "online <= received_new"
    CARRIED = "carried_over = pending_total of the period before"


def broken(figures: Figures) -> tuple[Identity, ...]:
    """Return what does not hold between the figures of one row."""
    f = figures
    holds = {
        Identity.RECEIVED: f.received_total == f.carried_over + f.received_new,
        Identity.ACCOUNTED: f.received_total == f.resolved_total + f.pending_total + f.returned,
        Identity.RESOLVED: f.resolved_total
        == f.resolved_early + f.resolved_on_time + f.resolved_late,
        Identity.PENDING: f.pending_total == f.pending_in_time + f.pending_overdue,
        Identity.LEVELS: f.online <= f.level_3_4 <= f.received_total,
        Identity.ONLINE: f.online <= f.received_new,
    }
    return tuple(identity for identity, kept in holds.items() if not kept)

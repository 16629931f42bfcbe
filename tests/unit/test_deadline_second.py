"""The deadline engine against a second one, written apart from it.

This one knows no rules, only tables: numpy's busday arithmetic over a list of days off, the list
of all working half days in order, and one flag for every minute from 2019 to 2027.
"""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import resources
from counter_app.clock import VIETNAM
from counter_app.domain.calendar import OpeningHours, calendar_from_record
from counter_app.domain.deadlines import (
    ClosedIntake,
    DeadlineRules,
    PausePolicy,
    ResultTime,
    due,
    resumed,
)
from counter_app.domain.procedure import Term, TermUnit

FIRST = np.datetime64("2019-01-01")
DAYS = np.arange(FIRST, np.datetime64("2028-01-01"))
LAST_RECEIPT = date(2027, 6, 1)

HOURS = {
    "two shifts": [(420, 690), (810, 1020)],
    "short afternoon": [(450, 690), (810, 960)],
    "early lunch": [(480, 660), (750, 1050)],
}
"""Minutes since midnight, every working day."""


class Second:
    """Tables of one calendar, and what is due by looking it up."""

    def __init__(self, shifts):
        record = resources.calendar_records()
        holidays = [np.datetime64(day) for day in record["holidays"]]
        made_up = [np.datetime64(day) for day in record["make_up_days"]]
        weekday = np.is_busday(DAYS)
        works = (weekday | np.isin(DAYS, made_up)) & ~np.isin(DAYS, holidays)
        every_day = "1111111"
        self.shifts = shifts
        self.closing = shifts[-1][1]
        self.working = np.busdaycalendar(weekmask=every_day, holidays=DAYS[~works])
        self.not_holidays = np.busdaycalendar(weekmask=every_day, holidays=holidays)
        minute = np.zeros(1440, dtype=bool)
        for start, end in shifts:
            minute[start:end] = True
        self.open = np.flatnonzero(works[:, None] & minute[None, :])
        first_minutes = np.flatnonzero(works) * 1440
        ends = np.array([end for _, end in shifts])
        self.half_ends = (first_minutes[:, None] + ends[None, :]).ravel()

    def minute(self, moment):
        day = (np.datetime64(moment.date()) - FIRST).astype(int)
        return int(day) * 1440 + moment.hour * 60 + moment.minute

    def moment(self, minute):
        days, clock = divmod(int(minute), 1440)
        return datetime(2019, 1, 1, tzinfo=VIETNAM) + timedelta(days=days, minutes=clock)

    def works(self, day):
        return bool(np.is_busday(day, busdaycal=self.working))

    def after_minutes(self, moment, number):
        at = np.searchsorted(self.open, self.minute(moment))
        return self.moment(self.open[at + number - 1] + 1)

    def after_halves(self, moment, number):
        at = np.searchsorted(self.half_ends, self.minute(moment))
        here = self.half_ends[at] if at < len(self.half_ends) else -1
        starts_in_it = self.works(moment.date()) and here // 1440 == self.minute(moment) // 1440
        return self.moment(self.half_ends[at + number - (0 if starts_in_it else 1)])

    def after_working_days(self, day, number):
        return np.busday_offset(day, number, roll="backward", busdaycal=self.working).item()

    def after_days(self, day, number, skipping):
        if skipping:
            end = np.busday_offset(day, number, roll="backward", busdaycal=self.not_holidays)
        else:
            end = np.datetime64(day) + number
        return self.working_from(end)

    def after_months(self, day, number):
        month = np.datetime64(day, "M") + number
        last = (month + 1).astype("datetime64[D]") - 1
        return self.working_from(min(month.astype("datetime64[D]") + (day.day - 1), last))

    def working_from(self, day):
        return np.busday_offset(day, 0, roll="forward", busdaycal=self.working).item()

    def clock(self, moment):
        """Minutes since midnight, of the opening hours; closing for whoever comes too late."""
        clock = moment.hour * 60 + moment.minute
        if not self.works(moment.date()) or clock > self.closing:
            return self.closing
        return min(max(clock, start) for start, end in self.shifts if clock <= end)

    def half_end(self, moment):
        clock = self.clock(moment)
        return next(end for _, end in self.shifts if clock <= end)

    def at(self, day, clock):
        return datetime.combine(day, time(clock // 60, clock % 60), VIETNAM)


def engine_calendar(shifts):
    periods = tuple((time(a // 60, a % 60), time(b // 60, b % 60)) for a, b in shifts)
    official = calendar_from_record(resources.calendar_records())
    return replace(official, hours=OpeningHours((*[periods] * 5, (), ())))


@pytest.fixture(scope="module", params=HOURS, ids=list(HOURS))
def both(request):
    shifts = HOURS[request.param]
    return engine_calendar(shifts), Second(shifts)


def near_holidays():
    record = resources.calendar_records()
    marked = [date.fromisoformat(day) for day in (*record["holidays"], *record["make_up_days"])]
    near = {day + timedelta(days=shift) for day in marked for shift in range(-12, 3)}
    return sorted(day for day in near if date(2019, 1, 2) <= day < LAST_RECEIPT)


received_days = st.sampled_from(near_holidays()) | st.dates(date(2019, 1, 2), LAST_RECEIPT)
clocks = st.integers(0, 1439) | st.sampled_from(
    [
        edge + by
        for edges in HOURS.values()
        for shift in edges
        for edge in shift
        for by in (-1, 0, 1)
    ]
)
moments = st.builds(
    lambda day, clock: datetime.combine(day, time(clock // 60, clock % 60), VIETNAM),
    received_days,
    clocks,
)
halves = st.integers(1, 120)
plenty = settings(max_examples=150, deadline=None)


def count(moment, amount, unit, calendar, rules):
    return due(moment, Term(Decimal(str(amount)), unit), calendar, rules).at


@plenty
@given(moment=moments, number=halves)
def test_half_days(both, moment, number):
    calendar, second = both
    expected = second.after_halves(moment, number)
    by_half = DeadlineRules(result_time=ResultTime.HALF_DAY)
    amount = number / 2
    assert count(moment, amount, TermUnit.WORKING_DAY, calendar, by_half) == expected
    by_day = count(moment, amount, TermUnit.WORKING_DAY, calendar, DeadlineRules())
    assert by_day == second.at(expected.date(), second.closing)


@plenty
@given(moment=moments, number=st.integers(1, 60), late=st.sampled_from(ClosedIntake))
def test_working_days(both, moment, number, late):
    calendar, second = both
    rules = DeadlineRules(result_time=ResultTime.HOUR_EXACT, closed_intake=late)
    day, clock = moment.date(), second.clock(moment)
    closed = not second.works(day) or moment.hour * 60 + moment.minute > second.closing
    if closed and late is ClosedIntake.NEXT_OPENING:
        day, clock = second.working_from(day + timedelta(days=1)), second.shifts[0][0]
    expected = second.at(second.after_working_days(day, number), clock)
    assert count(moment, number, TermUnit.WORKING_DAY, calendar, rules) == expected


@plenty
@given(moment=moments, number=st.integers(0, 30), hours_per_day=st.integers(2, 12))
def test_half_days_of_hours(both, moment, number, hours_per_day):
    calendar, second = both
    rules = DeadlineRules(result_time=ResultTime.HOUR_EXACT, hours_per_day=hours_per_day)
    after = second.after_minutes(moment, hours_per_day * 30)
    expected = second.at(second.after_working_days(after.date(), number), second.clock(after))
    assert count(moment, number + 0.5, TermUnit.WORKING_DAY, calendar, rules) == expected


@plenty
@given(moment=moments, number=st.integers(1, 120), skipping=st.booleans())
def test_calendar_days(both, moment, number, skipping):
    calendar, second = both
    day = second.after_days(moment.date(), number, skipping)
    for result_time, clock in (
        (ResultTime.END_OF_DAY, second.closing),
        (ResultTime.HALF_DAY, second.half_end(moment)),
        (ResultTime.HOUR_EXACT, second.clock(moment)),
    ):
        rules = DeadlineRules(result_time=result_time, calendar_days_skip_holidays=skipping)
        assert count(moment, number, TermUnit.DAY, calendar, rules) == second.at(day, clock)


@plenty
@given(moment=moments, number=st.integers(1, 6))
def test_months(both, moment, number):
    calendar, second = both
    expected = second.at(second.after_months(moment.date(), number), second.closing)
    assert count(moment, number, TermUnit.MONTH, calendar, DeadlineRules()) == expected


@plenty
@given(moment=moments, number=st.integers(1, 500))
def test_hours(both, moment, number):
    calendar, second = both
    expected = second.after_minutes(moment, number * 30)
    assert count(moment, number / 2, TermUnit.HOUR, calendar, DeadlineRules()) == expected


@plenty
@given(was=moments, start=moments, length=st.integers(0, 30 * 1440))
def test_pauses(both, was, start, length):
    calendar, second = both
    end = start + timedelta(minutes=length)
    was = second.after_halves(was, 1)

    def now(policy, unit):
        return resumed(
            was, start, end, Term(Decimal(5), unit), calendar, DeadlineRules(), policy
        ).at

    working = np.busday_count(start.date(), end.date(), busdaycal=second.working)
    by_days = second.after_working_days(was.date(), int(working))
    assert now(PausePolicy.ADD_WORKING_DAYS, TermUnit.DAY) == second.at(by_days, second.closing)
    elapsed = second.working_from(was.date() + (end.date() - start.date()))
    assert now(PausePolicy.ADD_ELAPSED, TermUnit.DAY) == second.at(elapsed, second.closing)
    minutes = np.searchsorted(second.open, second.minute(end)) - np.searchsorted(
        second.open, second.minute(start)
    )
    by_hours = second.after_minutes(was, int(minutes)) if minutes else was
    assert now(PausePolicy.ADD_WORKING_DAYS, TermUnit.HOUR) == by_hours

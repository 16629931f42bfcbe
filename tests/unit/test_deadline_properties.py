"""What holds for every due moment, whatever the centre's hours and rules."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

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

OFFICIAL = calendar_from_record(resources.calendar_records())
TWO_SHIFTS = OFFICIAL.hours.weekdays[0]
OVER_NOON = ((time(7, 30), time(17)),)
MORNING = ((time(7), time(11, 30)),)


def open_on(*weekdays, counted=5):
    hours = OpeningHours(weekdays)
    return replace(OFFICIAL, hours=hours, working_weekdays=frozenset(range(counted)))


CALENDARS = {
    "two shifts": OFFICIAL,
    "over noon": open_on(*[OVER_NOON] * 5, (), ()),
    "mixed": open_on(TWO_SHIFTS, OVER_NOON, TWO_SHIFTS, OVER_NOON, TWO_SHIFTS, (), ()),
    "saturday mornings": open_on(*[TWO_SHIFTS] * 5, MORNING, ()),
    "counted saturdays": open_on(*[TWO_SHIFTS] * 5, MORNING, (), counted=6),
}
names = st.sampled_from(list(CALENDARS))
one_lunch_break = names.filter(lambda name: name != "mixed")
some_rules = st.builds(
    DeadlineRules,
    result_time=st.sampled_from(ResultTime),
    closed_intake=st.sampled_from(ClosedIntake),
    calendar_days_skip_holidays=st.booleans(),
    round_up_minutes=st.sampled_from([0, 5, 15, 30, 60]),
    hours_per_day=st.integers(4, 8),
)
moments = st.builds(
    lambda day, clock: datetime.combine(day, clock, VIETNAM),
    st.dates(date(2019, 1, 3), date(2027, 4, 1)),
    st.times(),
)
WORKING_TIME = (TermUnit.WORKING_DAY, TermUnit.HOUR)
MOST_HALVES = {
    TermUnit.WORKING_DAY: 60,
    TermUnit.DAY: 60,
    TermUnit.HOUR: 300,
    TermUnit.MONTH: 6,
}


def terms(*units):
    return st.sampled_from(units or list(TermUnit)).flatmap(
        lambda unit: st.integers(1, MOST_HALVES[unit]).map(
            lambda number: Term(Decimal(number) / 2, unit)
        )
    )


cut_offs = st.none() | st.times(time(7, 30), time(16, 30)).map(
    lambda clock: clock.replace(second=0, microsecond=0)
)
ordinary = settings(max_examples=100, deadline=None)


def is_open(calendar, moment):
    clock = moment.time()
    return any(start <= clock <= end for start, end in calendar.hours_of(moment.date()))


def keeps_order_to_the_minute(term, rules):
    """Calendar days and months are moved as whole days: several may end on one Monday."""
    moved = term.unit in {TermUnit.DAY, TermUnit.MONTH}
    return not moved or rules.result_time is ResultTime.END_OF_DAY


@ordinary
@given(moment=moments, term=terms(), name=names, rules=some_rules, cut=cut_offs)
def test_a_result_is_due_after_receipt_on_a_working_day_while_the_counter_is_open(
    moment, term, name, rules, cut
):
    calendar = CALENDARS[name]
    found = due(moment, term, calendar, rules, cut)
    assert found.at >= moment.replace(second=0, microsecond=0)
    assert calendar.is_working_day(found.at.date())
    assert is_open(calendar, found.at)


@ordinary
@given(
    moment=moments,
    unit=st.sampled_from(TermUnit),
    name=names,
    rules=some_rules,
    cut=cut_offs,
)
def test_on_the_spot_is_due_at_the_first_chance(moment, unit, name, rules, cut):
    calendar = CALENDARS[name]
    found = due(moment, Term(Decimal(0), unit), calendar, rules, cut)
    assert found.at >= moment.replace(second=0, microsecond=0)
    assert is_open(calendar, found.at)
    if is_open(calendar, moment) and cut is None:
        assert found.at.date() == moment.date()
    between = (found.at.date() - moment.date()).days
    days = [moment.date() + timedelta(days=passed) for passed in range(1, between)]
    assert not any(calendar.hours_of(day) for day in days)


@ordinary
@given(moment=moments, term=terms(), name=names, rules=some_rules, cut=cut_offs)
def test_the_explanation_sums_to_the_term_and_leaves_no_day_out(moment, term, name, rules, cut):
    calendar = CALENDARS[name]
    found = due(moment, term, calendar, rules, cut)
    assert sum(day.counted for day in found.days) == term.amount
    told = [day.on for day in found.days]
    if term.unit is TermUnit.MONTH:
        assert told[0] == moment.date()
        assert told == sorted(told)
        assert told[-1] == found.at.date()
    else:
        between = (found.at.date() - moment.date()).days
        assert told == [moment.date() + timedelta(days=passed) for passed in range(between + 1)]


@ordinary
@given(moment=moments, term=terms(*WORKING_TIME), name=names, rules=some_rules, cut=cut_offs)
def test_only_working_days_count_in_working_time(moment, term, name, rules, cut):
    calendar = CALENDARS[name]
    for day in due(moment, term, calendar, rules, cut).days:
        if day.counted:
            assert calendar.is_working_day(day.on)
            assert 0 < day.counted <= (1 if term.unit is TermUnit.WORKING_DAY else 10)


@ordinary
@given(
    moment=moments,
    term=terms(),
    more=st.integers(1, 6),
    name=names,
    rules=some_rules,
    cut=cut_offs,
)
def test_a_longer_term_is_never_due_earlier(moment, term, more, name, rules, cut):
    calendar = CALENDARS[name]
    longer = replace(term, amount=term.amount + Decimal(more) / 2)
    first = due(moment, term, calendar, rules, cut).at
    second = due(moment, longer, calendar, rules, cut).at
    assert first.date() <= second.date()
    if keeps_order_to_the_minute(term, rules):
        assert first <= second


@ordinary
@given(
    moment=moments,
    wait=st.integers(0, 20000),
    term=terms() | st.just(Term(Decimal(0), TermUnit.WORKING_DAY)),
    name=names,
    rules=some_rules,
    cut=cut_offs,
)
def test_whoever_comes_later_is_never_served_earlier(moment, wait, term, name, rules, cut):
    calendar = CALENDARS[name]
    first = due(moment, term, calendar, rules, cut).at
    second = due(moment + timedelta(minutes=wait), term, calendar, rules, cut).at
    assert first.date() <= second.date()
    if keeps_order_to_the_minute(term, rules):
        assert first <= second


@ordinary
@given(moment=moments, number=st.integers(1, 30), name=one_lunch_break, rules=some_rules)
def test_promising_by_the_half_day_is_never_sooner_than_to_the_minute(moment, number, name, rules):
    term = Term(Decimal(number), TermUnit.WORKING_DAY)
    exact, half, end = (
        due(moment, term, CALENDARS[name], replace(rules, result_time=kind, round_up_minutes=0)).at
        for kind in ResultTime
    )
    assert exact <= half <= end
    assert exact.date() == half.date() == end.date()


@ordinary
@given(
    moment=moments,
    term=terms(),
    name=names,
    rules=some_rules,
    paused=st.integers(0, 5000),
    lasted=st.integers(0, 40000),
    policy=st.sampled_from(PausePolicy),
)
def test_a_pause_never_brings_the_due_moment_forward(
    moment, term, name, rules, paused, lasted, policy
):
    calendar = CALENDARS[name]
    was = due(moment, term, calendar, rules).at
    start = moment + timedelta(minutes=paused)
    now = resumed(was, start, start + timedelta(minutes=lasted), term, calendar, rules, policy)
    assert now.at.date() >= was.date()
    assert calendar.is_working_day(now.at.date())
    assert is_open(calendar, now.at)


@pytest.mark.parametrize("policy", [PausePolicy.ADD_WORKING_DAYS, PausePolicy.ADD_ELAPSED])
@ordinary
@given(moment=moments, term=terms(), name=names, rules=some_rules)
def test_a_pause_of_no_time_changes_nothing(policy, moment, term, name, rules):
    calendar = CALENDARS[name]
    was = due(moment, term, calendar, rules).at
    assert resumed(was, was, was, term, calendar, rules, policy).at == was

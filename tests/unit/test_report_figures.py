"""The monthly report: borders, figures, identities, and a second count in plain Python."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.clock import VIETNAM, to_ms
from counter_app.domain.deadlines import Comparison, DeadlineRules
from counter_app.domain.procedure import Channel
from counter_app.domain.register import Rating
from counter_app.domain.reporting import (
    Figures,
    Identity,
    Measure,
    Opinions,
    Period,
    broken,
    calendar_month,
    current_month,
    last_month,
    last_quarter,
    quarter,
    quarter_of,
    report_month,
    report_year,
    scored_by,
    share,
)
from counter_app.domain.roles import NotAllowedFor
from counter_app.domain.states import State
from counter_app.reports.monthly import monthly, record
from counter_app.store.dossiers import NoSuchDossier
from counter_app.store.period_closes import ReportUnsound
from counter_app.store.report_figures import behind
from counter_app.usecases.acts import NotYet
from counter_app.usecases.ratings import (
    BadSlipCount,
    NoSuchAgency,
    RatedBefore,
    Slips,
    enter_slips,
    rate,
)
from tests.fixtures.desk import AGENCY, publish_setting
from tests.fixtures.months import LAST, OTHER, at, line, random_lines, returned, take
from tests.fixtures.till import SUPERVISOR

FEBRUARY = report_month(2021, 2)


def total(desk, period=FEBRUARY):
    return desk.ask(monthly, period).figures


def test_months_run_from_the_16th_to_the_15th():
    assert (FEBRUARY.first, FEBRUARY.last) == (date(2021, 1, 16), date(2021, 2, 15))
    assert FEBRUARY.is_report_month and not calendar_month(2021, 2).is_report_month
    assert FEBRUARY.before() == Period(date(2020, 12, 16), date(2021, 1, 15))
    assert FEBRUARY.year_before() == Period(date(2020, 1, 16), date(2020, 2, 15))
    assert report_year(2021) == Period(date(2020, 12, 16), date(2021, 12, 15))
    assert quarter(2021, 1) == Period(date(2020, 12, 16), date(2021, 3, 15))
    assert quarter(2021, 1).is_quarter and not FEBRUARY.is_quarter
    assert last_quarter(date(2021, 3, 16)) == quarter(2021, 1)
    assert last_quarter(date(2021, 3, 15)) == quarter(2020, 4)
    assert scored_by(quarter(2021, 1)) == date(2021, 3, 20)
    assert [quarter_of(date(2021, month, 9)) for month in (1, 3, 4, 12)] == [
        quarter(2021, number) for number in (1, 1, 2, 4)
    ]
    assert current_month(date(2021, 2, 15)) == FEBRUARY
    assert current_month(date(2021, 12, 16)) == report_month(2022, 1)
    assert last_month(date(2021, 2, 16)) == FEBRUARY
    assert calendar_month(2024, 3).before() == calendar_month(2024, 2)
    assert Period(date(2024, 2, 29), date(2024, 3, 1)).year_before().first == date(2023, 2, 28)
    assert Period(date(2021, 5, 3), date(2021, 5, 9)).before().first == date(2021, 4, 26)


def test_shares_have_two_places_and_round_half_up():
    assert share(4829, 5042) == Decimal("95.78")
    assert share(66, 75111) == Decimal("0.09")
    assert share(75045, 75111) == Decimal("99.91")
    assert str(share(1, 800)) == "0.13"
    assert str(share(0, 0)) == "0.00"
    assert str(share(3, 3)) == "100.00"


@given(st.integers(0, 10**7), st.integers(1, 10**7))
def test_a_share_is_the_nearest_hundredth(part, whole):
    exact = Decimal(part) * 100 / whole
    assert abs(share(part, whole) - exact) <= Decimal("0.0050000001")


def test_the_borders_are_midnights_in_vietnam(house):
    take(
        house,
        line(1, "2021-01-15T23:59:59"),
        line(2, "2021-01-16T00:00:00"),
        line(3, "2021-02-15T23:59:59"),
        line(4, "2021-02-16T00:00:00"),
        returned(5, "2021-01-10T08:00", None, "2021-01-15T23:59:59"),
        returned(6, "2021-01-10T08:00", None, "2021-01-16T00:00:00"),
        returned(7, "2021-01-10T08:00", None, "2021-02-15T23:59:59"),
        returned(8, "2021-01-10T08:00", None, "2021-02-16T00:00:00"),
    )
    found = total(house)
    assert (found.carried_over, found.received_new) == (4, 2)
    assert (found.resolved_total, found.pending_total) == (2, 4)


def test_early_on_time_and_late_go_by_the_day(house):
    take(
        house,
        returned(1, "2021-01-20T08:00", "2021-01-22T17:00", "2021-01-21T17:00"),
        returned(2, "2021-01-20T08:00", "2021-01-22T17:00", "2021-01-22T08:00"),
        returned(3, "2021-01-20T08:00", "2021-01-22T10:00", "2021-01-22T16:00"),
        returned(4, "2021-01-20T08:00", "2021-01-22T17:00", "2021-01-23T08:00"),
        returned(5, "2021-01-20T08:00", None, "2021-01-23T08:00"),
        line(6, "2021-02-10T08:00", due_at=at("2021-02-14T17:00")),
        line(7, "2021-02-10T08:00", due_at=at("2021-02-15T08:00")),
        line(8, "2021-02-10T08:00", due_at=at("2021-02-16T08:00")),
        line(9, "2021-02-10T08:00"),
    )
    found = total(house)
    assert (found.resolved_early, found.resolved_on_time, found.resolved_late) == (1, 3, 1)
    assert (found.pending_overdue, found.pending_in_time) == (1, 3)


def test_a_centre_may_tell_late_by_the_minute(house, clock):
    clock.advance(timedelta(seconds=1))  # the later of two settings holds
    take(house, line(7, "2021-02-10T08:00", due_at=at("2021-02-15T08:00")))
    rules = DeadlineRules(comparison=Comparison.BY_TIMESTAMP).to_record()
    publish_setting(house, "deadline_rules", rules)
    assert total(house).pending_overdue == 1


def test_a_register_taken_over_counts_by_the_rule_of_the_centre(house, clock):
    take(
        house,
        returned(1, "2021-01-20T08:00", "2021-01-22T17:00", "2021-01-22T16:59"),
        returned(2, "2021-01-20T08:00", "2021-01-22T17:00", "2021-01-22T17:00:30"),
        returned(3, "2021-01-20T08:00", "2021-01-22T10:00", "2021-01-22T10:01"),
        returned(4, "2021-01-20T08:00", None, "2021-01-22T10:01"),
    )
    found = total(house)
    assert (found.resolved_early, found.resolved_on_time, found.resolved_late) == (0, 4, 0)
    clock.advance(timedelta(seconds=1))
    rules = DeadlineRules(comparison=Comparison.BY_TIMESTAMP).to_record()
    publish_setting(house, "deadline_rules", rules)
    report = house.ask(monthly, FEBRUARY)
    found = report.figures
    assert (found.resolved_early, found.resolved_on_time, found.resolved_late) == (1, 2, 1)
    assert report.late_causes == (("", 1),)


def test_withdrawn_refused_announced_and_paused_dossiers(house):
    take(
        house,
        line(1, "2021-01-20T08:00", state=State.WITHDRAWN, result_at=at("2021-02-01T08:00")),
        line(2, "2021-01-20T08:00", state=State.WITHDRAWN, returned_at=at("2021-02-20T08:00")),
        line(3, "2021-01-20T08:00", state=State.WITHDRAWN),
        line(4, "2021-01-20T08:00", state=State.REFUSED),
        line(5, "2021-01-20T08:00", state=State.ANNOUNCED),
        line(6, "2021-01-20T08:00", state=State.SUPPLEMENT, due_at=at("2021-01-21T08:00")),
        line(7, "2021-01-20T08:00", state=State.STOPPED),
        line(8, "2021-01-20T08:00", state=State.RECEIVED),
        line(9, "2021-01-20T08:00", state=State.RESOLVED, result_at=at("2021-01-21T08:00")),
    )
    found = total(house)
    assert found == Figures(
        received_total=7,
        received_new=7,
        returned=2,
        resolved_total=1,
        resolved_on_time=1,
        pending_total=4,
        pending_in_time=4,
    )


def test_online_counts_what_came_in_the_period_and_levels_all_of_it(house):
    take(
        house,
        line(1, "2021-01-10T08:00", channel=Channel.ONLINE, service_level=4),
        line(2, "2021-01-20T08:00", channel=Channel.ONLINE, service_level=3),
        line(3, "2021-01-20T08:00", channel=Channel.ONLINE),
        line(4, "2021-01-20T08:00", service_level=3),
        line(5, "2021-01-20T08:00", service_level=2),
        line(6, "2021-01-20T08:00", channel=Channel.POSTAL),
    )
    found = total(house)
    assert (found.online, found.level_3_4, found.received_total) == (2, 4, 6)
    shares = found.shares()
    assert shares[Measure.ONLINE] == Decimal("33.33")
    assert shares[Measure.LEVEL_3_4] == Decimal("50.00")


def test_agencies_stand_in_the_centres_order_and_none_is_left_out(house):
    take(house, line(1, "2021-01-20T08:00", agency_code=LAST))
    report = house.ask(monthly, FEBRUARY)
    assert [one.agency.code for one in report.lines] == [AGENCY, OTHER, LAST]
    assert [one.figures.received_new for one in report.lines] == [0, 0, 1]
    told = record(report)
    assert told["agencies"][2]["agency"] == LAST
    assert told["agencies"][2]["name"] == "Sở Y tế"
    assert told["total"]["received_total"] == 1
    assert told["percent"]["received_new"] == "100.00"
    assert told["percent"]["resolved_early"] == "0.00"
    assert told["compared"]["year_before"]["from"] == "2020-01-16"


def test_what_cannot_be_stops_the_report_and_names_its_dossiers(house):
    take(
        house,
        line(1, "2021-01-20T08:00"),
        line(2, "2021-01-20T08:00", channel=Channel.ONLINE, service_level=2),
    )
    with pytest.raises(ReportUnsound) as told:
        house.ask(monthly, FEBRUARY)
    assert told.value.identity is Identity.LEVELS
    assert told.value.agency == "Sở Tư pháp"
    assert told.value.dossiers == "000.00.14.H35-210101-0002"


def test_every_identity_can_fail():
    whole = Figures(10, 4, 6, 6, 1, 2, 3, 3, 1, 2, 1, 2, 3)
    assert broken(whole) == ()
    for measure, told in (
        ("carried_over", Identity.RECEIVED),
        ("returned", Identity.ACCOUNTED),
        ("resolved_early", Identity.RESOLVED),
        ("pending_in_time", Identity.PENDING),
        ("level_3_4", Identity.LEVELS),
    ):
        assert told in broken(replace(whole, **{measure: 11}))
    assert Identity.ONLINE in broken(replace(whole, online=7, level_3_4=8))


def test_slips_and_presses_are_counted_by_agency(house, clock):
    take(
        house,
        returned(1, "2021-01-20T08:00", None, "2021-01-21T08:00", rating="satisfied_service"),
        returned(2, "2021-01-20T08:00", None, "2021-02-16T08:00", rating="satisfied_service"),
        returned(3, "2021-01-20T08:00", None, "2021-01-21T08:00"),
    )
    enter_slips(house, Slips(Rating.UNSATISFIED_TIME, OTHER, 4), date(2021, 2, 15))
    enter_slips(house, Slips(Rating.COMMENT, OTHER, 2, "Thêm ghế"), date(2021, 2, 16))
    rate(house, "000.00.14.H35-210101-0003", Rating.SATISFIED_ATTITUDE, date(2021, 1, 22))
    report = house.ask(monthly, FEBRUARY)
    by_code = {one.agency.code: one.opinions for one in report.lines}
    assert by_code[AGENCY] == Opinions(satisfied_service=1, satisfied_attitude=1)
    assert by_code[OTHER] == Opinions(unsatisfied_time=4)
    assert report.opinions.total == 6
    assert record(report)["opinions"]["percent"]["unsatisfied_time"] == "66.67"


def test_slips_that_cannot_be_are_refused(house):
    with pytest.raises(NoSuchAgency):
        enter_slips(house, Slips(Rating.COMMENT, "000.00.99.H35"))
    with pytest.raises(BadSlipCount):
        enter_slips(house, Slips(Rating.COMMENT, AGENCY, 0))
    with pytest.raises(NotYet):
        enter_slips(house, Slips(Rating.COMMENT, AGENCY), date(2026, 11, 21))
    with pytest.raises(NoSuchDossier):
        rate(house, "000.00.14.H35-210101-0404", Rating.COMMENT)
    take(house, returned(1, "2021-01-20T08:00", None, "2021-01-21T08:00"))
    rate(house, "000.00.14.H35-210101-0001", Rating.COMMENT)
    with pytest.raises(RatedBefore):
        rate(house, "000.00.14.H35-210101-0001", Rating.COMMENT)
    inspector = replace(SUPERVISOR, roles=frozenset({"inspector"}))
    with pytest.raises(NotAllowedFor):
        enter_slips(house.served_by(inspector), Slips(Rating.COMMENT, AGENCY))


# --- a second count, dossier by dossier, in plain Python -------------------------------------


def second_count(lines, period):
    """Count again from what was typed, without a line of the program's own counting."""
    found = dict.fromkeys(Measure, 0)
    start = datetime.combine(period.first, time(), VIETNAM)
    end = datetime.combine(period.last, time(), VIETNAM) + timedelta(days=1)
    for one in lines:
        gone = one.result_at
        if one.state in {State.ANNOUNCED, State.REFUSED} or one.received_at >= end:
            continue
        if gone is not None and gone < start:
            continue
        found[Measure.RECEIVED_TOTAL] += 1
        new = one.received_at >= start
        found[Measure.RECEIVED_NEW if new else Measure.CARRIED_OVER] += 1
        if gone is None or gone >= end:
            found[Measure.PENDING_TOTAL] += 1
            still = gone is None and one.state in {State.SUPPLEMENT, State.PAYMENT, State.STOPPED}
            past = one.due_at is not None and one.due_at.date() < period.last and not still
            found[Measure.PENDING_OVERDUE if past else Measure.PENDING_IN_TIME] += 1
        elif one.state is State.WITHDRAWN:
            found[Measure.RETURNED] += 1
        else:
            found[Measure.RESOLVED_TOTAL] += 1
            due = None if one.due_at is None else one.due_at.date()
            if due is None or gone.date() == due:
                found[Measure.RESOLVED_ON_TIME] += 1
            else:
                late = gone.date() > due
                found[Measure.RESOLVED_LATE if late else Measure.RESOLVED_EARLY] += 1
        online = one.channel is Channel.ONLINE
        found[Measure.ONLINE] += online and new
        found[Measure.LEVEL_3_4] += one.service_level >= 3 or (online and one.service_level == 0)
    return Figures(**{measure.value: count for measure, count in found.items()})


@pytest.mark.parametrize("seed", range(3))
def test_a_second_count_finds_the_same(house, seed):
    lines = random_lines(random.Random(seed), 400)
    take(house, *lines)
    for month in (1, 2, 3, 4):
        period = report_month(2021, month)
        report = house.ask(monthly, period)
        for one in report.lines:
            mine = [each for each in lines if each.agency_code == one.agency.code]
            assert one.figures == second_count(mine, period)
        assert report.figures == second_count(lines, period)
        next_one = total(house, report_month(2021, month + 1))
        assert next_one.carried_over == report.figures.pending_total


def test_every_figure_opens_the_dossiers_behind_it(house):
    take(house, *random_lines(random.Random(9), 200))
    report = house.ask(monthly, FEBRUARY)
    for measure in Measure:
        for code, figures in (("", report.figures), (OTHER, report.lines[1].figures)):
            rows = house.ask(behind, FEBRUARY, report.comparison, measure, code)
            assert len(rows) == figures.of(measure), measure
            assert all(not code or row.agency_code == code for row in rows)
            assert all(to_ms(row.received_at) < FEBRUARY.end_ms for row in rows)

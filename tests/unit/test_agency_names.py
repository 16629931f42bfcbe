"""An agency has another name from a day on; what lies before that day keeps the former one."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta

import openpyxl
import pytest

from counter_app.clock import VIETNAM
from counter_app.domain.reporting import Period, report_month
from counter_app.progress import Silent
from counter_app.reports import monthly_files
from counter_app.reports.lists import REPORTS
from counter_app.reports.monthly import monthly, record
from counter_app.store import reference
from counter_app.store.papers import hand_over_list
from counter_app.store.register import RegisterQuery, lines
from counter_app.usecases import hand_overs
from tests.fixtures.desk import AGENCY, publish
from tests.fixtures.life import received
from tests.fixtures.months import LAST, OTHER, line, take

FEBRUARY, MARCH = report_month(2021, 2), report_month(2021, 3)
MERGED = "Sở Tư pháp và Pháp chế"


def define(desk, code, name, valid_from, position=1, valid_to=None):
    told = {
        "code": code,
        "name": name,
        "position": position,
        "valid_from": valid_from.isoformat(),
        "valid_to": None if valid_to is None else valid_to.isoformat(),
    }
    publish(desk, "agency_defined", ("agency", code), told)


@pytest.fixture
def renamed(house):
    """From 16 February 2021 on the first agency has another name, and stands last."""
    take(house, line(1, "2021-01-20T08:00"), line(2, "2021-02-20T08:00"))
    define(house, AGENCY, MERGED, date(2021, 2, 16), position=9)
    return house


def test_a_month_names_agencies_as_they_were_called_when_it_ended(renamed):
    before = record(renamed.ask(monthly, FEBRUARY))
    after = record(renamed.ask(monthly, MARCH))
    assert [(one["agency"], one["name"]) for one in before["agencies"]] == [
        (AGENCY, "Sở Tư pháp"),
        (OTHER, "Sở Giao thông vận tải"),
        (LAST, "Sở Y tế"),
    ]
    assert [one["name"] for one in after["agencies"]] == [
        "Sở Giao thông vận tải",
        "Sở Y tế",
        MERGED,
    ]
    assert after["agencies"][-1]["received_total"] == 2


def test_every_list_and_file_keeps_the_former_name(renamed, tmp_path):
    for name in ("channels", "form_06a", "scoring"):
        told = {
            period: {
                row["agency"]
                for row in renamed.ask(REPORTS[name].made, period, Silent()).found.rows
            }
            for period in (FEBRUARY, MARCH)
        }
        assert "Sở Tư pháp" in told[FEBRUARY] and MERGED not in told[FEBRUARY], name
        assert MERGED in told[MARCH] and "Sở Tư pháp" not in told[MARCH], name
    report = renamed.ask(monthly, FEBRUARY)
    path = tmp_path / "thang.xlsx"
    path.write_bytes(renamed.ask(monthly_files.made, report, "xlsx", date(2021, 2, 16)))
    sheet = openpyxl.load_workbook(path)["Phụ lục I"]
    assert [sheet.cell(row, 2).value for row in (7, 8, 9)] == [
        "Sở Tư pháp",
        "Sở Giao thông vận tải",
        "Sở Y tế",
    ]


def test_the_register_and_printed_lists_keep_the_name_of_their_day(office):
    subject = received(office)
    batch = hand_overs.hand_over(office, [subject], AGENCY).id
    define(office, AGENCY, MERGED, date(2026, 12, 1))
    office.clock.set(datetime(2026, 12, 2, 9, 0, tzinfo=VIETNAM))
    received(office)
    query = RegisterQuery(date(2026, 11, 1), date(2026, 12, 31))
    found = office.ask(lambda session: list(lines(session, query)))
    assert [one.agency_name for one in found] == ["Sở Tư pháp", MERGED]
    assert office.ask(hand_over_list, batch).agency_name == "Sở Tư pháp"


def test_a_mistyped_name_is_mended_back_to_its_day(renamed):
    define(renamed, AGENCY, "Sở Tư Pháp tỉnh", date(2019, 1, 1))
    for period in (FEBRUARY, MARCH):
        assert renamed.ask(monthly, period).lines[0].agency.name == "Sở Tư Pháp tỉnh"


def test_an_agency_that_ended_stays_in_the_periods_before(renamed):
    define(renamed, LAST, "Sở Y tế", date(2019, 1, 1), position=3, valid_to=date(2021, 2, 15))
    assert LAST in {one.agency.code for one in renamed.ask(monthly, FEBRUARY).lines}
    assert LAST not in {one.agency.code for one in renamed.ask(monthly, MARCH).lines}


@pytest.mark.parametrize("seed", range(3))
def test_the_last_definition_of_a_day_holds_whatever_came_before(desk, seed):
    chance = random.Random(seed)
    start, told = date(2020, 1, 1), []
    for turn in range(12):
        day = start + timedelta(days=chance.randrange(40))
        told.append((day, f"Tên {turn}", chance.randrange(5)))
        define(desk, OTHER, f"Tên {turn}", day, position=told[-1][2])
    earliest = min(day for day, _name, _place in told)
    for shift in range(-2, 45):
        day = start + timedelta(days=shift)
        held = [one for one in told if one[0] <= max(day, earliest)]
        _day, name, place = held[-1]
        names = desk.ask(reference.agency_names_at, day)
        assert names[OTHER] == name
        # the fixture's own agency stands at place 1, and comes first by its code
        assert (next(iter(names)) == OTHER) is (place < 1)
    assert desk.ask(reference.agency_names)[OTHER] == told[-1][1]


def test_an_unknown_agency_is_named_by_its_code(house):
    take(house, line(1, "2021-01-20T08:00", agency_code="000.00.77.H35"))
    last = house.ask(monthly, FEBRUARY).lines[-1].agency
    assert (last.code, last.name) == ("000.00.77.H35", "000.00.77.H35")
    assert house.ask(monthly, Period(date(2021, 3, 1), date(2021, 3, 2))).lines

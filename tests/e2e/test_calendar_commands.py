"""`counter-cli centre calendar`: a change says what would move before it is published."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from sqlalchemy import select

import resources
from counter_app.clock import local, local_day
from counter_app.domain.calendar import WorkCalendar, calendar_from_record
from counter_app.schema.tables import dossier
from counter_app.store.dossiers import by_number
from tests.fixtures.desk import AGENCY, BUILDING


@pytest.fixture
def calendar() -> WorkCalendar:
    return calendar_from_record(resources.calendar_records())


@pytest.fixture
def owed(centre, counter):
    """A dossier of fifteen working days that the centre knows."""
    receipt = counter.receive(procedure_code=BUILDING.code)
    counter.sync()
    centre.work()
    return receipt


def working_day_before(calendar, day):
    while not calendar.is_working_day(day := day - timedelta(days=1)):
        pass
    return day


def test_a_holiday_that_moves_a_date_is_told_and_waits_for_a_yes(
    at_centre, counter, calendar, owed
):
    day = working_day_before(calendar, owed.due_at.date())
    answer = at_centre("calendar", "add-holiday", day, "Lễ hội")
    assert (answer["code"], answer["published"]) == (3, False)
    (moved,) = answer["moved"]
    assert moved["number"] == owed.number
    assert moved["due_at"] == owed.due_at.isoformat()
    assert moved["would_be_at"] > moved["due_at"]
    assert not moved["by_hand"]
    assert str(day) not in at_centre("calendar", "show", "--year", day.year)["holidays"]


def test_a_published_holiday_reaches_the_counter_and_moves_no_printed_date(
    at_centre, centre, counter, calendar, owed
):
    day = working_day_before(calendar, owed.due_at.date())
    answer = at_centre("calendar", "add-holiday", day, "Lễ hội", "--yes")
    assert (answer["code"], answer["published"]) == (0, True)
    assert at_centre("calendar", "show", "--year", day.year)["holidays"][str(day)] == "Lễ hội"
    counter.sync()
    centre.work()
    held = counter.desk.ask(by_number, owed.number)
    assert local(held.due_at) == owed.due_at
    assert local(centre.ask(select(dossier.c.due_at))) == owed.due_at
    later = counter.receive(procedure_code=BUILDING.code)
    assert later.due_at.date() > owed.due_at.date()


def test_a_holiday_that_moves_nothing_is_published_at_once(at_centre, owed):
    day = owed.due_at.date() + timedelta(days=60)
    while day.weekday() > 4:
        day += timedelta(days=1)
    answer = at_centre("calendar", "add-holiday", day, "Lễ hội")
    assert (answer["code"], answer["published"], answer["moved"]) == (0, True, [])
    assert [change["day"] for change in answer["changes"]] == [str(day)]


def test_a_make_up_day_makes_dossiers_due_earlier(at_centre, calendar, owed):
    saturday = owed.received_at.date() + timedelta(days=7)
    while saturday.weekday() != 5:
        saturday += timedelta(days=1)
    (moved,) = at_centre("calendar", "add-make-up", saturday, "Làm bù")["moved"]
    assert moved["would_be_at"] < moved["due_at"]


def test_what_would_move_is_written_as_a_table(at_centre, calendar, owed, tmp_path):
    day = working_day_before(calendar, owed.due_at.date())
    at_centre("calendar", "add-holiday", day, "Lễ hội", "--list", tmp_path / "moved.csv")
    assert owed.number in (tmp_path / "moved.csv").read_text("utf-8-sig")


def test_a_day_is_made_like_all_others_again(at_centre):
    day = "2027-11-23"
    at_centre("calendar", "add-holiday", day, "Lễ hội", "--yes")
    assert day in at_centre("calendar", "show", "--year", 2027)["holidays"]
    at_centre("calendar", "remove", day, "--yes")
    assert day not in at_centre("calendar", "show", "--year", 2027)["holidays"]


def test_one_agency_is_closed_and_the_others_are_open(at_centre, centre, counter):
    today = local_day(counter.desk.clock.now_ms())
    first, last = today + timedelta(days=1), today + timedelta(days=14)
    answer = at_centre("calendar", "close", first, last, "Ngập lụt", "--agency", AGENCY)
    assert answer["published"]
    own = at_centre("calendar", "show", "--year", first.year, "--agency", AGENCY)["holidays"]
    assert "Ngập lụt" in own.values()
    assert (
        "Ngập lụt" not in at_centre("calendar", "show", "--year", first.year)["holidays"].values()
    )
    counter.sync()
    assert counter.receive(procedure_code=BUILDING.code).due_at.date() > last


def test_a_closure_of_the_centre_holds_for_an_agency_with_hours_of_its_own(at_centre):
    at_centre("calendar", "hours", "sat", "--open", "07:30-11:30", "--agency", AGENCY)
    at_centre("calendar", "add-holiday", "2027-11-23", "Lễ hội", "--yes")
    own = at_centre("calendar", "show", "--year", 2027, "--agency", AGENCY)
    assert own["hours"][5] == [["07:30", "11:30"]]
    assert 5 not in own["working_weekdays"]
    assert own["holidays"]["2027-11-23"] == "Lễ hội"


def test_opening_hours_are_changed(at_centre):
    answer = at_centre("calendar", "hours", "mon", "fri", "--open", "08:00-12:00 13:00-16:30")
    assert answer["published"]
    hours = at_centre("calendar", "show")["hours"]
    assert hours[0] == hours[4] == [["08:00", "12:00"], ["13:00", "16:30"]]
    assert hours[1] == [["07:00", "11:30"], ["13:30", "17:00"]]


def test_what_makes_no_calendar_is_refused(at_centre):
    at_centre("calendar", "add-holiday", "2027-11-23", "Lễ hội", "--yes")
    for words, error in (
        (("hours", "mon", "--open", "from eight"), "BadHours"),
        (("hours", "mon", "--open", "25:00-26:00"), "BadHours"),
        (("hours", "mon", "--open", "12:00-11:00"), "BadCalendar"),
        (("close", "2027-02-03", "2027-02-01", "x"), "BadClosure"),
        (("close", "2027-02-01", "2027-02-03", "x", "--agency", "000.00.99.H35"), "UnknownAgency"),
        (("add-holiday", "2031-01-01", "x"), "BadCalendar"),
        (("add-make-up", "2027-11-23", "x"), "BadCalendar"),
        (("import", "--year", "2035"), "BadCalendar"),
        (("add-holiday", "2027-11-22", "x", "--from", "2020-01-01"), "LaterCalendar"),
    ):
        assert at_centre("calendar", *words)["error"] == error, words


def test_a_year_not_announced_yet_is_taken_over_from_the_table_of_the_library(at_centre):
    answer = at_centre("calendar", "import", "--year", "2028")
    assert answer["published"]
    held = at_centre("calendar", "show", "--year", 2028)
    assert held["last"] == "2028-12-31"
    assert held["holidays"]["2028-01-26"] == "Tết Nguyên Đán"
    assert held["announced_until"] == "2026-12-31"


def test_a_whole_calendar_is_set_only_in_sight_of_what_moves(at_centre, calendar, owed, tmp_path):
    day = working_day_before(calendar, owed.due_at.date())
    record = at_centre("calendar", "show")
    code = record.pop("code")
    record["holidays"][str(day)] = "Lễ hội"
    path = tmp_path / "calendar.json"
    path.write_text(json.dumps(record), "utf-8")
    for words in (("calendar", "set", path), ("set", "calendar", path)):
        answer = at_centre(*words)
        assert (code, answer["code"], answer["published"]) == (0, 3, False)


def test_a_setting_that_no_counter_could_read_is_refused(at_centre, tmp_path):
    path = tmp_path / "value.json"
    for key, value, error in (
        ("deadline_rules", {"result_time": "at noon"}, "BadSetting"),
        ("letterhead", {"office": "x"}, "BadSetting"),
        ("bank_account", {"bank": "1", "account": "2"}, "BadSetting"),
        ("pause_policy", {"stop": "never"}, "BadSetting"),
        ("letter_head", {}, "UnknownSetting"),
    ):
        path.write_text(json.dumps(value), "utf-8")
        assert at_centre("set", key, path)["error"] == error

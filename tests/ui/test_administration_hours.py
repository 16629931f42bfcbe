"""Opening hours and closures, of the centre and of an agency, changed at the centre."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from counter_app.clock import local_day
from counter_app.domain.calendar_changes import hours_text
from counter_app.store.reference import settings
from tests.fixtures.desk import AGENCY, BUILDING
from tests.ui.places import cut_words
from ui.pages.administration.hours_model import HoursViewModel
from ui.pages.administration.hours_part import HoursPart
from ui.widgets.dates import shown_day

SATURDAY = 5


@pytest.fixture
def model(reach, chief):
    made = HoursViewModel(reach, chief.clock)
    made.refresh()
    return made


def typed(model, **values):
    for name, value in values.items():
        model.edit(name, value)


def calendar_at(counter, agency="", later=0):
    day = local_day(counter.desk.clock.now_ms()) + timedelta(days=later)
    return counter.desk.ask(settings, day).calendar(agency)


def test_an_agency_opens_on_saturdays_and_the_others_do_not(model, counter):
    model.choose(AGENCY)
    typed(model, hours5="07:30-11:30")
    model.look()
    assert model.shown.can_publish and model.shown.moved == ()
    model.publish()
    counter.sync()
    hours = [hours_text(calendar_at(counter, one).hours.weekdays[SATURDAY]) for one in (AGENCY, "")]
    assert hours == ["07:30-11:30", ""]
    assert model.shown.values["hours5"] == "07:30-11:30" and not model.shown.changed


def test_a_closure_shows_whose_dates_would_move_before_it_holds(model, counter, centre):
    owed = counter.receive(procedure_code=BUILDING.code)
    counter.sync()
    centre.work()
    day = owed.due_at.date()
    model.choose(AGENCY)
    typed(model, first=shown_day(day), name="Ngập lụt")
    model.close_days()
    assert [(one.day, one.fresh) for one in model.shown.days_off] == [(day, True)]
    model.look()
    assert [one.number for one in model.shown.moved] == [owed.number]
    model.publish()
    counter.sync()
    assert day in calendar_at(counter, AGENCY).holidays
    assert day not in calendar_at(counter).holidays
    assert counter.receive(procedure_code=BUILDING.code).due_at.date() > day


def test_a_day_off_is_taken_back(model, counter):
    day = model.today + timedelta(days=11)
    assert day.weekday() < SATURDAY
    for _ in range(2):
        if not any(one.day == day for one in model.shown.days_off):
            typed(model, first=shown_day(day), name="Mất điện")
            model.close_days()
        else:
            model.open_day([one.day for one in model.shown.days_off].index(day))
        counter.desk.clock.advance(timedelta(minutes=1))
        model.look()
        model.publish()
    counter.sync()
    assert day not in calendar_at(counter).holidays


def test_the_agency_follows_the_centre_again(model, counter):
    model.choose(AGENCY)
    typed(model, hours4="07:30-11:30")
    model.look()
    model.publish()
    counter.desk.clock.advance(timedelta(minutes=1))
    model.as_centre()
    model.look()
    model.publish()
    counter.sync()
    assert calendar_at(counter, AGENCY).hours == calendar_at(counter).hours


def test_hours_of_a_later_day_hold_from_that_day_on(model, counter):
    typed(model, valid_from=shown_day(model.today + timedelta(days=10)), hours5="08:00-11:00")
    model.look()
    model.publish()
    counter.sync()
    assert calendar_at(counter).hours.weekdays[SATURDAY] == ()
    assert hours_text(calendar_at(counter, later=10).hours.weekdays[SATURDAY]) == "08:00-11:00"


def test_what_cannot_be_is_told_at_its_field(model):
    typed(model, hours0="morning", hours1="")
    model.look()
    assert set(model.shown.faults) == {"hours0"}
    typed(model, hours0="07:30-11:30")
    model.look()
    assert model.shown.seen is None and model.shown.notice.kind == "bad"  # Tuesday has no hours
    typed(model, first="31/31/2026", name="")
    model.close_days()
    assert set(model.shown.faults) >= {"first", "name"}
    typed(model, first="22/11/2026", last="22/11/2026", name="Chủ nhật")
    model.discard()
    model.close_days()
    assert set(model.shown.faults) == {"first"}  # a Sunday
    typed(model, valid_from="01/01/2020", hours5="08:00-11:00")
    model.look()
    assert set(model.shown.faults) == {"valid_from"}


def test_hours_are_changed_with_the_keys_alone(qtbot, bring_up, model, counter):
    part = bring_up(HoursPart(model))
    part.entered()
    qtbot.waitUntil(lambda: cut_words(part) == [], timeout=20_000)
    qtbot.keyClick(part.target.editor, Qt.Key.Key_Down)
    model.choose(AGENCY)
    saturday = part.week.fields["hours5"].editor
    saturday.setFocus()
    qtbot.keyClicks(saturday, "07:30-11:30")
    qtbot.keyClick(part, Qt.Key.Key_F8)
    qtbot.keyClick(part, Qt.Key.Key_F9)
    counter.sync()
    assert hours_text(calendar_at(counter, AGENCY).hours.weekdays[SATURDAY]) == "07:30-11:30"

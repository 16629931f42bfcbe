"""The administration at a counter, on a real centre: seen first, published, told to all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from counter_app.centre import office
from counter_app.centre.office import OfficeClosed
from counter_app.clock import local_day
from counter_app.desk import Officer
from counter_app.domain.calendar_changes import DayKind
from counter_app.domain.deadlines import PausePolicy
from counter_app.domain.procedure import FeeKind
from counter_app.domain.roles import NotAllowedFor
from counter_app.exchange.catalogue import catalogue_workbook
from counter_app.store.dossiers import by_number
from counter_app.store.reference import agency_names, current_procedure, seat_row, settings
from counter_app.usecases.sign_in import officers
from tests.fixtures.administration import CHIEF
from tests.fixtures.desk import AGENCY, BUILDING
from tests.ui.places import cut_words
from ui.pages.administration.agencies import AgenciesViewModel
from ui.pages.administration.calendar_model import CalendarViewModel
from ui.pages.administration.officers import OfficersViewModel
from ui.pages.administration.page import AdministrationPage
from ui.pages.administration.publishing import PublishingViewModel
from ui.pages.administration.reach import Reach
from ui.pages.administration.seats import SeatsViewModel
from ui.widgets.dates import shown_day


def filled(model, **values):
    for name, value in values.items():
        model.edit(name, value)


def test_the_address_is_asked_once_and_kept(chief, counter, postgres_url):
    with pytest.raises(OfficeClosed):
        office.opened(chief, counter.kept)
    office.opened(chief, counter.kept, postgres_url)
    assert office.opened(chief, counter.kept).login == CHIEF
    office.forget(counter.kept)
    with pytest.raises(OfficeClosed):
        office.opened(chief, counter.kept)


def test_who_is_no_administrator_at_the_centre_is_turned_away(counter, postgres_url):
    pretender = Officer("lan", "Lò Thị Lan", frozenset({"administrator"}))
    with pytest.raises(NotAllowedFor):
        office.opened(counter.desk.served_by(pretender), counter.kept, postgres_url)


def test_a_day_off_is_looked_at_before_it_is_published(reach, chief, centre, counter):
    owed = counter.receive(procedure_code=BUILDING.code)
    counter.sync()
    centre.work()
    model = CalendarViewModel(reach, chief.clock)
    model.refresh()
    day = owed.due_at.date()
    model.point(day)
    model.set_name("Lễ hội Gầu Tào")
    model.make_holiday()
    assert (model.shown.days[day].kind, model.shown.days[day].changed) == (DayKind.HOLIDAY, True)
    assert not model.shown.can_publish
    model.look()
    assert [one.number for one in model.shown.moved] == [owed.number]
    model.publish()
    assert not model.shown.changed
    counter.sync()
    assert counter.desk.ask(by_number, owed.number).due_at == int(owed.due_at.timestamp() * 1000)
    assert counter.receive(procedure_code=BUILDING.code).due_at.date() > day


def test_a_change_after_the_look_has_to_be_looked_at_again(reach, chief):
    model = CalendarViewModel(reach, chief.clock)
    model.refresh()
    model.point(date(2027, 11, 23))
    model.make_holiday()
    model.look()
    assert model.shown.can_publish
    model.set_hours("08:00-12:00 13:00-17:00", "08:00-12:00")
    assert not model.shown.can_publish
    model.discard()
    assert not model.shown.changed


def test_hours_that_make_no_sense_are_told_and_nothing_changes(reach, chief):
    model = CalendarViewModel(reach, chief.clock)
    model.refresh()
    model.set_hours("morning", "")
    assert "morning" in model.shown.notice.text
    assert not model.shown.changed


def test_a_new_officer_gets_a_password_that_is_shown_once(reach, chief, counter):
    model = OfficersViewModel(reach)
    model.refresh()
    model.begin()
    model.save()
    assert set(model.shown.faults) == {"login", "name"}
    filled(model, login="mai", name="Hoàng Thị Mai", cashier=True)
    model.save()
    assert "mai" in model.shown.secret
    counter.sync()
    assert "mai" in {one.login for one in officers(counter.desk)}
    model.forget_secret()
    assert model.shown.secret == ""


def test_an_officer_is_disabled_in_the_form(reach, chief, counter):
    model = OfficersViewModel(reach)
    model.refresh()
    model.pick([row.login for row in model.shown.rows].index("lan"))
    filled(model, active=False)
    model.save()
    counter.sync()
    assert "lan" not in {one.login for one in officers(counter.desk)}


def test_the_last_administrator_is_told_that_he_stays(reach, chief):
    model = OfficersViewModel(reach)
    model.refresh()
    model.pick([row.login for row in model.shown.rows].index(CHIEF))
    filled(model, active=False)
    model.save()
    assert CHIEF in model.shown.notice.text


def test_a_seat_is_made_with_a_code_and_closed_by_a_second_press(reach, chief, counter):
    model = SeatsViewModel(reach)
    model.refresh()
    model.begin()
    filled(model, number="8", agencies=AGENCY)
    model.save()
    assert ": 08-" in model.shown.secret
    model.pick([row.number for row in model.shown.rows].index(8))
    model.close()
    assert all(row.open for row in model.shown.rows)
    model.close()
    assert [row.open for row in model.shown.rows] == [True, False]
    counter.sync()
    assert counter.desk.ask(seat_row, 8).agencies == ()


def test_an_agency_is_merged_into_another(reach, chief, counter):
    model = AgenciesViewModel(reach, chief.clock)
    model.refresh()
    model.begin()
    filled(model, code="000.00.20.H35", name="Sở Nội vụ")
    model.save()
    model.pick([row.code for row in model.shown.rows].index(AGENCY))
    filled(model, into="000.00.20.H35")
    model.merge()
    model.merge()
    counter.sync()
    tomorrow = local_day(chief.clock.now_ms()) + timedelta(days=1)
    after = counter.desk.ask(current_procedure, BUILDING.code, tomorrow)
    assert after.procedure.agency_code == "000.00.20.H35"
    assert "000.00.20.H35" in counter.desk.ask(agency_names)


def test_one_procedure_is_changed_and_its_fees_stay(reach, chief, counter):
    model = PublishingViewModel(reach, chief.clock)
    model.set_wanted(BUILDING.code)
    model.find()
    model.edit("amount", "20")
    model.look()
    assert [(line.code, line.parts) for line in model.shown.lines] == [(BUILDING.code, ("rules",))]
    model.publish()
    counter.sync()
    receipt = counter.receive(procedure_code=BUILDING.code)
    assert (receipt.term.amount, receipt.fees) == (20, BUILDING.rules[0].fees)
    assert BUILDING.code in {line.code for line in model.shown.lines}  # among the news


def test_a_procedure_that_cannot_be_is_told_field_by_field(reach, chief):
    model = PublishingViewModel(reach, chief.clock)
    model.set_wanted("9.000099")
    model.find()
    filled(model, amount="0.3", cut_off="noon")
    model.look()
    assert set(model.shown.faults) == {"name", "agency_code", "amount", "cut_off"}
    assert model.shown.seen is None


def test_an_empty_workbook_changes_nothing(reach, chief, tmp_path):
    model = PublishingViewModel(reach, chief.clock)
    path = tmp_path / "catalogue.xlsx"
    path.write_bytes(catalogue_workbook())
    model.open_file(path)
    assert model.shown.lines == ()
    assert not model.shown.can_publish


def test_the_administrator_works_with_the_keys_alone(
    qtbot, bring_up, opening, chief, counter, tasks
):
    page = bring_up(AdministrationPage(Reach(opening, tasks), chief.clock))
    page.entered()
    calendar = page.current.model
    qtbot.waitUntil(lambda: calendar.shown.calendar is not None)
    grid = page.current.grid
    day = grid.day
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid.day == day + timedelta(days=7)
    assert cut_words(page) == []
    qtbot.keyClick(page, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(page.current.model.shown.rows) == 3)
    assert cut_words(page) == []
    qtbot.keyClick(page, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(page.current.model.shown.rows) == 1)
    assert cut_words(page) == []
    names = [page.current.accessibleName()]
    others = (2, 5, 6, 7, 8, 9, 0)
    for key in (*(getattr(Qt.Key, f"Key_{number}") for number in others), Qt.Key.Key_T):
        qtbot.keyClick(page, key, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: not tasks.busy, timeout=20_000)
        qtbot.waitUntil(lambda: cut_words(page) == [], timeout=20_000)
        names.append(page.current.accessibleName())
    assert len(set(names)) == len(names)


def test_a_wrong_address_is_told_and_can_be_typed_again(
    qtbot, bring_up, immediate, chief, counter, postgres_url
):
    reach = Reach(
        lambda url: office.opened(chief, counter.kept, url),
        immediate,
        lambda: office.forget(counter.kept),
    )
    page = bring_up(AdministrationPage(reach, chief.clock))
    page.entered()
    assert reach.shown.asked and reach.shown.notice is None
    page.address.set_text("postgresql://nobody@127.0.0.1:1/nothing")
    qtbot.keyClick(page, Qt.Key.Key_F9)
    assert "127.0.0.1" in reach.shown.notice.text
    assert page.address.text.endswith("nothing")
    page.address.set_text(postgres_url)
    qtbot.keyClick(page, Qt.Key.Key_F9)
    assert reach.shown.open and page.address.text == ""
    page.leave.click()
    assert not reach.shown.open
    with pytest.raises(OfficeClosed):
        office.opened(chief, counter.kept)


def test_fees_are_typed_line_by_line(reach, chief, counter):
    model = PublishingViewModel(reach, chief.clock)
    model.set_wanted(BUILDING.code)
    model.find()
    assert len(str(model.shown.values["fees"]).splitlines()) == 3
    model.edit("fees", "charge 75.000 nhà ở riêng lẻ\nfee 50000")
    model.look()
    model.publish()
    counter.sync()
    fees = counter.receive(procedure_code=BUILDING.code).fees
    assert [(fee.kind, fee.amount, fee.note) for fee in fees] == [
        (FeeKind.CHARGE, 75_000, "nhà ở riêng lẻ"),
        (FeeKind.FEE, 50_000, ""),
    ]
    model.set_wanted(BUILDING.code)
    model.find()
    model.edit("fees", "seventy thousand")
    model.look()
    assert "fees" in model.shown.faults


def opened(reach, chief, code=BUILDING.code):
    model = PublishingViewModel(reach, chief.clock)
    model.set_wanted(code)
    model.find()
    return model


def test_pauses_of_a_procedure_are_chosen_in_its_form(reach, chief, counter):
    model = opened(reach, chief)
    model.edit("pause_stop", "start_again")
    model.look()
    assert model.shown.lines == () and model.shown.can_publish
    model.publish()
    counter.sync()
    held = counter.desk.ask(settings, model.today)
    assert held.pause_policy("stop", BUILDING.code) is PausePolicy.START_AGAIN
    assert held.pause_policy("stop", "1.001193") is held.deadline_rules().pause_policy
    counter.desk.clock.advance(timedelta(minutes=1))
    model.edit("pause_stop", "")
    model.look()
    model.publish()
    counter.sync()
    held = counter.desk.ask(settings, model.today)
    assert held.pause_policy("stop", BUILDING.code) is held.deadline_rules().pause_policy


def test_level_links_and_exemptions_hold_from_the_day_and_a_file_keeps_them(
    reach, chief, counter, tmp_path
):
    model = opened(reach, chief)
    words = next(iter(model.shown.around.exemptions.values()))
    model.set_day(shown_day(model.today + timedelta(days=4)))
    filled(model, service_level=4, linked="1.001193", exemptions=f"{words} 50%")
    model.look()
    assert model.shown.lines[0].parts == ("service_level", "exemptions", "linked")
    model.publish()
    assert len(model.shown.versions) == 2
    counter.sync()
    later = model.today + timedelta(days=4)
    held = [
        counter.desk.ask(current_procedure, BUILDING.code, day).procedure
        for day in (model.today, later)
    ]
    assert [one.service_level for one in held] == [0, 4]
    path = tmp_path / "catalogue.xlsx"
    path.write_bytes(catalogue_workbook([replace(BUILDING, name="Tên mới")]))
    counter.desk.clock.advance(timedelta(minutes=1))
    model.open_file(path)
    model.publish()
    counter.sync()
    after = counter.desk.ask(current_procedure, BUILDING.code, later).procedure
    assert (after.name, after.linked, after.service_level) == ("Tên mới", ("1.001193",), 4)


def test_what_is_typed_after_the_look_has_to_be_looked_at_again(reach, chief):
    model = opened(reach, chief)
    model.edit("amount", "20")
    model.look()
    assert model.shown.can_publish
    model.edit("amount", "21")
    assert not model.shown.can_publish
    model.edit("cut_off", "noon")
    model.leave("cut_off")
    assert set(model.shown.faults) == {"cut_off"}

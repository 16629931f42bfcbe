"""Handing over and taking in, as the view model decides it, on a real file without threads."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from counter_app.devices.printers import PrinterGone
from counter_app.domain.states import State
from counter_app.store.dossiers import by_subject
from counter_app.usecases import hand_overs, results
from counter_app.usecases.intake import receive
from tests.fixtures.desk import (
    AGENCY,
    BUILDING,
    birth_intake,
    grant_range,
    publish,
    publish_procedure,
)
from ui.notice import Kind
from ui.pages.hand_over.questions import Way
from ui.pages.hand_over.shown import Arrived, Asking
from ui.pages.hand_over.view_model import HandOverViewModel
from ui.tasks import Immediate
from ui.typed_moments import clock_time

LAND = "000.00.15.H35"


@pytest.fixture
def printed():
    return []


@pytest.fixture
def model(qapp, desk, immediate, printed):
    made = HandOverViewModel(desk, immediate, printed.append)
    made.refresh()
    return made


@pytest.fixture
def two_agencies(desk):
    """The building procedure belongs to a second agency."""
    agency = {"code": LAND, "name": "Sở Xây dựng", "position": 2, "valid_from": "2019-01-01"}
    publish(desk, "agency_defined", ("agency", LAND), agency)
    grant_range(desk, 101, 400, LAND)
    publish_procedure(desk, replace(BUILDING, agency_code=LAND), date(2026, 1, 1))
    seat = {"number": 7, "name": "Quầy 07", "agencies": [AGENCY, LAND], "favourites": []}
    publish(desk, "seat_defined", ("seat", 7), seat)


def take_in(desk, count=1, **changed):
    return [receive(desk, birth_intake(**changed)) for _ in range(count)]


def state(desk, receipt):
    return desk.ask(by_subject, receipt.subject).state


def ticked(model):
    return [line.row.number for line in model.shown.lines if line.ticked]


def test_what_was_received_waits_and_nothing_is_ticked(model, desk):
    take_in(desk, 3)
    model.refresh()
    assert (model.shown.waiting, model.shown.ticked) == (3, 0)
    assert not model.shown.can_act


def test_each_scan_ticks_and_f9_hands_over_what_is_ticked(model, desk, printed):
    one, two, three = take_in(desk, 3)
    model.refresh()
    model.scan(one.number)
    model.scan(f"{three.number}|ABC|00ff")  # the QR code of the paper
    model.scan(one.number)  # twice is once
    assert model.shown.ticked == 2 and model.shown.pointed == one.subject
    model.act()
    assert [state(desk, receipt) for receipt in (one, two, three)] == [
        State.PROCESSING,
        State.RECEIVED,
        State.PROCESSING,
    ]
    assert printed == [line.row.batch for line in model.shown.lists]
    assert model.shown.lists[0].row.dossiers == 2
    assert model.shown.notice.kind is Kind.GOOD
    assert (model.shown.waiting, model.shown.ticked) == (1, 0)


def test_f9_with_nothing_ticked_says_so(model, desk):
    take_in(desk)
    model.refresh()
    model.act()
    assert model.shown.notice.kind is Kind.WARN


def test_f9_pressed_twice_hands_over_once(qapp, desk, printed):
    (one,) = take_in(desk)
    tasks = Immediate(held=True)
    model = HandOverViewModel(desk, tasks, printed.append)
    model.refresh()
    tasks.release()
    model.tick_all()
    model.act()
    model.act()
    tasks.release()
    assert model.shown.ticked == 0  # before the list is read again
    model.act()
    tasks.release()
    tasks.release()
    assert state(desk, one) == State.PROCESSING
    assert len(model.shown.lists) == 1
    assert model.shown.notice.kind is not Kind.BAD


def test_the_list_is_printed_though_the_officer_turns_to_the_results_at_once(qapp, desk, printed):
    (one,) = take_in(desk)
    tasks = Immediate(held=True)
    model = HandOverViewModel(desk, tasks, printed.append)
    model.refresh()
    tasks.release()
    model.tick_all()
    model.act()
    model.turn(Way.BACK)
    assert model.shown.busy
    for _ in range(3):  # the act, what follows it, and the paper
        tasks.release()
    assert state(desk, one) == State.PROCESSING
    assert len(printed) == 1
    assert not model.shown.busy
    model.turn(Way.OUT)
    tasks.release()
    assert (model.shown.waiting, model.shown.ticked) == (0, 0)


def test_every_agency_gets_a_list_of_its_own(model, desk, two_agencies, printed):
    take_in(desk, 2)
    take_in(desk, 1, procedure_code=BUILDING.code)
    model.refresh()
    assert [agency.waiting for agency in model.shown.agencies] == [2, 1]
    model.tick_all()
    assert model.shown.ticked_agencies == 2
    model.act()
    assert sorted(line.row.dossiers for line in model.shown.lists) == [1, 2]
    assert len(printed) == 2 and model.shown.waiting == 0


def test_a_tick_outside_the_filter_stays(model, desk, two_agencies):
    (one,) = take_in(desk)
    take_in(desk, 1, procedure_code=BUILDING.code)
    model.refresh()
    model.toggle(one.subject)
    model.choose_agency(LAND)
    assert [line.row.agency_code for line in model.shown.lines] == [LAND]
    assert model.shown.ticked == 1
    model.tick_all()
    model.tick_all()  # all listed ones were ticked: now none of them
    assert model.shown.ticked == 1


def test_a_name_typed_without_diacritics_narrows_and_enter_ticks_the_only_one(model, desk):
    take_in(desk, 1)
    model.refresh()
    model.set_typed("anh nguy")
    assert len(model.shown.lines) == 1
    assert model.take_typed()
    assert model.shown.ticked == 1 and model.shown.typed == ""
    model.set_typed("páo")
    assert model.shown.lines == ()
    assert not model.take_typed()


def test_a_dossier_already_handed_over_is_told_at_the_scan(model, desk):
    (one,) = take_in(desk)
    hand_overs.hand_over(desk, [one.subject], AGENCY)
    model.refresh()
    model.scan(one.number)
    assert model.shown.ticked == 0
    assert model.shown.notice.kind is Kind.BAD and one.number in model.shown.notice.text


def test_an_unknown_number_is_told(model):
    model.scan("000.00.14.H35-261120-0399")
    assert model.shown.notice.kind is Kind.BAD


def test_a_list_that_is_refused_marks_its_lines_and_keeps_the_ticks(model, desk):
    one, two = take_in(desk, 2)
    model.refresh()
    model.tick_all()
    hand_overs.hand_over(desk, [one.subject], AGENCY)  # meanwhile, at another seat
    model.act()
    faults = {line.row.number: line.fault for line in model.shown.lines}
    assert faults[one.number] and not faults[two.number]
    assert model.shown.ticked == 2 and state(desk, two) == State.RECEIVED
    assert model.shown.notice.kind is Kind.BAD and not model.shown.busy


def test_a_printer_fault_does_not_hide_that_it_was_handed_over(qapp, desk, immediate):
    def broken(_batch):
        raise PrinterGone("Máy in 1")

    model = HandOverViewModel(desk, immediate, broken)
    (one,) = take_in(desk)
    model.refresh()
    model.tick_all()
    model.act()
    assert state(desk, one) == State.PROCESSING
    assert model.shown.notice.kind is Kind.WARN
    assert model.shown.lists[0].row.number in model.shown.notice.text
    assert "Máy in 1" in model.shown.notice.text


def test_an_unsigned_list_is_taken_back_for_a_reason(model, desk):
    (one,) = take_in(desk)
    model.refresh()
    model.tick_all()
    model.act()
    model.ask_for(Asking.REASON)
    model.answer("  ")
    assert model.shown.notice.kind is Kind.BAD and state(desk, one) == State.PROCESSING
    model.answer("Giao nhầm cơ quan")
    assert state(desk, one) == State.RECEIVED
    assert model.shown.waiting == 1 and model.shown.asking is Asking.NOTHING
    assert not model.shown.open_list


def test_a_signed_list_can_no_longer_be_taken_back(model, desk):
    take_in(desk)
    model.refresh()
    model.tick_all()
    model.act()
    model.ask_for(Asking.RECEIVER)
    model.answer("Phạm Thị Hoa")
    assert model.shown.list_line.row.receiver == "Phạm Thị Hoa"
    assert not model.shown.open_list
    model.ask_for(Asking.REASON)
    assert model.shown.asking is Asking.NOTHING


def test_yesterdays_unsigned_list_is_still_there(model, desk, clock):
    take_in(desk)
    model.refresh()
    model.tick_all()
    model.act()
    clock.advance(timedelta(days=1))
    model.refresh()
    assert [line.row.dossiers for line in model.shown.lists] == [1]


@pytest.fixture
def away(model, desk, clock):
    """Two dossiers at the agency for an hour; the page stands at the results."""
    receipts = take_in(desk, 2)
    hand_overs.hand_over(desk, [receipt.subject for receipt in receipts], AGENCY)
    clock.advance(timedelta(hours=1))
    model.turn(Way.BACK)
    return receipts


def test_results_are_taken_in_on_their_shelf(model, desk, away):
    for receipt in away:
        model.scan(receipt.number)
    model.set_arrived(Arrived("Kệ A2"))
    model.act()
    rows = [desk.ask(by_subject, receipt.subject) for receipt in away]
    assert {(row.state, row.shelf_place) for row in rows} == {(State.RESOLVED, "Kệ A2")}
    assert model.shown.arrived.place == "Kệ A2"  # the next pile goes to the same shelf
    model.scan(away[0].number)
    assert model.shown.notice.kind is Kind.INFO and "Kệ A2" in model.shown.notice.text


def test_a_result_known_before_its_paper_came_is_taken_in_by_its_scan(model, desk, away):
    results.resolve(desk, away[0].subject)
    model.refresh()
    assert away[0].number not in [line.row.number for line in model.shown.lines]
    model.scan(away[0].number)
    assert ticked(model) == [away[0].number]
    model.set_arrived(Arrived("Kệ C1"))
    model.act()
    assert desk.ask(by_subject, away[0].subject).shelf_place == "Kệ C1"


def test_an_earlier_moment_needs_its_reason(model, desk, away):
    model.tick_all()
    model.set_arrived(Arrived(time="9:50"))
    model.act()
    assert model.shown.faults.keys() == {"because"} and state(desk, away[0]) == State.PROCESSING
    model.set_arrived(Arrived(time="9:50", because="Mất mạng"))
    model.act()
    row = desk.ask(by_subject, away[0].subject)
    assert row.state == State.RESOLVED
    assert row.resolved_at == desk.clock.now_ms() - 51 * 60_000


@pytest.mark.parametrize("typed", ["23:59", "1:00"])
def test_a_moment_that_cannot_be_is_told_at_its_field(model, desk, away, typed):
    model.tick_all()
    model.set_arrived(Arrived(time=typed, because="Mất mạng"))
    model.act()
    assert model.shown.faults.keys() == {"time"} and state(desk, away[0]) == State.PROCESSING


def test_a_time_that_is_none_is_told(model, desk, away):
    model.tick_all()
    model.set_arrived(Arrived(time="25:00"))
    model.act()
    assert model.shown.faults.keys() == {"time"} and state(desk, away[0]) == State.PROCESSING


def test_a_dossier_sent_by_another_page_turns_to_its_way(model, desk, away):
    (fresh,) = take_in(desk)
    model.show_dossier(fresh.subject)
    assert model.shown.way is Way.OUT and ticked(model) == [fresh.number]
    model.show_dossier(away[1].subject)
    assert model.shown.way is Way.BACK and ticked(model) == [away[1].number]


def test_times_are_typed_quickly():
    said = {text: clock_time(text) for text in ("9:05", "905", "0905", "9h05", "16", "16h", "")}
    assert {text: f"{at:%H:%M}" if at else "" for text, at in said.items()} == {
        "9:05": "09:05",
        "905": "09:05",
        "0905": "09:05",
        "9h05": "09:05",
        "16": "16:00",
        "16h": "16:00",
        "": "",
    }

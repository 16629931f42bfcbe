"""The monitor: the day in figures and bars, and the counters as the centre knows them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from counter_app.centre.status import CentreStatus, SeatStatus, status
from counter_app.postgres import CentreUnreachable
from counter_app.store.day_board import day_board
from tests.fixtures.desk import AGENCY, BUILDING
from tests.ui.places import cut_words
from ui.pages.monitor.page import MonitorPage
from ui.pages.monitor.view_model import MonitorViewModel


@pytest.fixture
def day(counter):
    for _ in range(3):
        counter.receive(procedure_code=BUILDING.code)
    counter.sync()
    return counter


def test_the_board_counts_the_day_by_hour_and_agency(day):
    from counter_app.clock import local

    now = local(day.desk.clock.now_ms())
    board = day.desk.ask(day_board, now.date())
    assert (board.received, board.returned, board.overdue, board.waiting) == (3, 0, 0, 3)
    assert dict(board.hours)[now.hour] == 3
    (agency,) = board.agencies
    assert (agency.code, agency.received, agency.waiting) == (AGENCY, 3, 3)


def test_the_centre_counts_the_same_board(day, centre):
    from counter_app.clock import local_day

    centre.work()
    today = local_day(day.desk.clock.now_ms())
    with centre.centre.reading() as session:
        assert day_board(session, today) == day.desk.ask(day_board, today)


def test_counters_are_shown_with_what_is_unsent_and_how_their_clocks_differ(
    qtbot, bring_up, immediate, day, centre
):
    def ask() -> CentreStatus:
        with centre.centre.reading() as session:
            return status(session)

    model = MonitorViewModel(day.desk, immediate, ask)
    page = bring_up(MonitorPage(model))
    page.entered()
    (seat,) = page.table.rows
    assert (seat.seat_number, seat.unsent, seat.conflicts, seat.set_aside) == (7, 0, 0, 0)
    assert page.figures["received"].number.text() == "3"
    assert [bar.total for bar in page.agencies.bars] == [3]
    qtbot.waitUntil(lambda: cut_words(page) == [])


def test_a_counter_with_a_wrong_clock_is_told(qapp, immediate, day):
    seat = SeatStatus(7, "Quầy 07", day.desk.seat.stream_id, "open", 1, 4, "1.0", -300_000, 9, 1, 2)
    told = CentreStatus(1, "1.1", 9, 0, 3, 0, (seat,), ())
    page = MonitorPage(MonitorViewModel(day.desk, immediate, lambda: told))
    page.entered()
    clock, unsent = (
        column.badge(seat) for column in (page.table.columns[5], page.table.columns[3])
    )
    assert clock[0] == unsent[0] == "warn"
    assert "5" in clock[1]


def test_the_day_is_shown_without_the_centre_as_well(qapp, immediate, day):
    def ask() -> CentreStatus:
        raise CentreUnreachable("centre.example", "no route")

    model = MonitorViewModel(day.desk, immediate, ask)
    model.refresh()
    assert model.shown.board is not None
    assert "centre.example" in model.shown.notice.text


def test_who_may_not_ask_the_centre_sees_the_day_alone(qapp, immediate, day):
    page = MonitorPage(MonitorViewModel(day.desk, immediate))
    page.entered()
    assert page.counters.isHidden()
    assert page.figures["received"].number.text() == "3"


def test_the_hall_sees_figures_and_no_names_until_escape(qtbot, bring_up, immediate, day):
    page = bring_up(MonitorPage(MonitorViewModel(day.desk, immediate)))
    page.entered()
    qtbot.keyClick(page, Qt.Key.Key_F11)
    board = page.board
    assert board.numbers["received"].text() == "3"
    told = " ".join(label.text() for label in board.findChildren(QLabel))
    assert "Lò" not in told
    assert page.figures["received"].number.fontInfo().pixelSize() > 20
    assert board.numbers["received"].fontInfo().pixelSize() > 60
    qtbot.keyClick(board, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.board is None)


def test_the_hall_sees_nothing_after_the_officer_is_gone(qtbot, bring_up, immediate, day):
    page = bring_up(MonitorPage(MonitorViewModel(day.desk, immediate)))
    qtbot.keyClick(page, Qt.Key.Key_F11)
    page.close()
    qtbot.waitUntil(lambda: page.board is None)

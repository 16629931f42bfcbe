"""The board of due days, worked with the keys on a real file with real threads."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from counter_app.usecases.intake import receive
from tests.fixtures.desk import birth_intake
from ui.pages.deadlines.late_view_model import LateViewModel
from ui.pages.deadlines.page import DeadlinesPage
from ui.pages.deadlines.view_model import Cell, DeadlinesViewModel, When

RIGHT, DOWN, ENTER = Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return


@pytest.fixture
def page(desk, clock, tasks, bring_up, qtbot):
    for moment in (5, 3):  # two due before today, one on Monday
        clock.ms -= moment * 86_400_000
        receive(desk, birth_intake())
        clock.ms += moment * 86_400_000
    receive(desk, birth_intake())
    made = DeadlinesPage(
        DeadlinesViewModel(desk, tasks),
        LateViewModel(desk, tasks, lambda *_: None),
        ask=lambda *_: None,
    )
    bring_up(made)
    made.entered()
    qtbot.waitUntil(lambda: len(made.table.rows) == 2)
    return made


def cell(page):
    return page._model.shown.cell


def test_the_overdue_stand_first(page):
    assert [card.count for card in page.cards] == [2, 0, 1]
    assert page.cards[0].isChecked()
    assert page.agencies.hasFocus()


def test_arrows_go_from_number_to_number_and_the_list_follows(page, qtbot):
    qtbot.keyClick(page.agencies, RIGHT)
    qtbot.keyClick(page.agencies, RIGHT)
    assert cell(page).when is When.TOMORROW
    qtbot.waitUntil(lambda: len(page.table.rows) == 1)
    qtbot.keyClick(page.agencies, DOWN)
    qtbot.waitUntil(lambda: cell(page).agency_code != "" and len(page.table.rows) == 1)
    qtbot.waitUntil(lambda: "Sở Tư pháp" in page.heading.text())


def test_a_large_number_is_pressed_by_its_key(page, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: cell(page) == Cell(When.TOMORROW) and len(page.table.rows) == 1)
    assert page.cards[2].isChecked()
    assert not page.cards[0].isChecked()


def test_pressing_the_chosen_number_again_keeps_it_chosen(page, qtbot):
    qtbot.mouseClick(page.cards[0], Qt.MouseButton.LeftButton)
    assert page.cards[0].isChecked()


def test_enter_in_the_list_opens_the_dossier(page, qtbot):
    page.list.setFocus()
    qtbot.keyClick(page.list, DOWN)
    with qtbot.waitSignal(page.go) as wanted:
        qtbot.keyClick(page.list, ENTER)
    assert wanted.args == ["dossiers", page.table.rows[page.list.row].row.subject]


def test_the_chart_tells_its_numbers_in_words_too(page):
    assert dict(page.chart.load)[date(2026, 11, 23)] == 1
    assert "23/11: 1" in page.chart.accessibleDescription()


def test_the_focus_stays_on_a_number_while_the_board_is_told_anew(page, qtbot, desk):
    qtbot.keyClick(page.agencies, RIGHT)
    before = page.agencies.currentIndex()
    receive(desk, birth_intake())
    page._model.refresh()
    qtbot.waitUntil(lambda: page.cards[2].count == 2)
    assert page.agencies.currentIndex() == before
    assert page.agencies.hasFocus()


def test_the_rail_is_told_what_is_urgent(page, qtbot):
    with qtbot.waitSignal(page.badge) as told:
        page.entered()
        page._model.changed.emit()
    assert told.args == ["2"]

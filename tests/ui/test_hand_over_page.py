"""The hand-over page, worked with the keys on a real file with real threads."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QLocale, Qt

from counter_app.domain.states import State
from counter_app.store.dossiers import by_subject
from counter_app.usecases import hand_overs
from counter_app.usecases.intake import receive
from tests.fixtures.desk import AGENCY, SUBMITTER, birth_intake
from tests.ui.places import cut_words
from ui import translations
from ui.pages.hand_over.page import HandOverPage
from ui.pages.hand_over.questions import Way
from ui.pages.hand_over.view_model import HandOverViewModel

ENTER, SPACE, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def receipts(desk):
    names = ("Lò Văn Páo", "Đỗ Thị Mỷ", "Vàng A Sử")
    people = (replace(SUBMITTER, name=name) for name in names)
    return [receive(desk, birth_intake(submitter=person)) for person in people]


@pytest.fixture
def printed():
    return []


@pytest.fixture
def page(desk, tasks, bring_up, receipts, qtbot, printed):
    made = HandOverPage(HandOverViewModel(desk, tasks, printed.append))
    bring_up(made)
    made.entered()
    qtbot.waitUntil(lambda: len(made.table.rows) == 3)
    return made


@pytest.fixture
def vietnamese(qapp):
    found = translations.install(qapp)
    yield
    for catalogue in found:
        qapp.removeTranslator(catalogue)
    QLocale.setDefault(QLocale("C"))


def states(desk, receipts):
    return [desk.ask(by_subject, receipt.subject).state for receipt in receipts]


def test_space_ticks_row_after_row_and_f9_hands_over(page, qtbot, desk, receipts, printed):
    assert page.search.hasFocus()
    qtbot.keyClick(page.search, DOWN)
    assert page.list.hasFocus()
    qtbot.keyClick(page.list, SPACE)
    qtbot.keyClick(page.list, SPACE)
    assert [line.ticked for line in page.table.rows] == [True, True, False]
    assert page.list.hasFocus() and page.list.row == 2
    qtbot.keyClick(page.list, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: len(page.table.rows) == 1 and len(printed) == 1)
    assert sorted(states(desk, receipts)) == [State.RECEIVED, State.PROCESSING, State.PROCESSING]
    assert page.made.table.rows[0].row.dossiers == 2


def test_a_scan_ticks_without_taking_the_focus(page, qtbot, receipts):
    assert page.take_scan(receipts[1].number)
    qtbot.waitUntil(lambda: sum(line.ticked for line in page.table.rows) == 1)
    assert page.search.hasFocus()
    assert page.table.rows[page.list.row].row.number == receipts[1].number
    assert not page.take_scan("hoàn toàn khác")


def test_a_number_typed_and_enter_ticks(page, qtbot, receipts):
    qtbot.keyClicks(page.search, receipts[2].number)
    assert len(page.table.rows) == 3  # a number does not narrow the list
    qtbot.keyClick(page.search, ENTER)
    qtbot.waitUntil(lambda: any(line.ticked for line in page.table.rows))
    assert page.search.text() == "" and page.search.hasFocus()


def test_all_in_one_key_and_the_list_taken_back(page, qtbot, desk, receipts):
    qtbot.keyClick(page.search, Qt.Key.Key_A, ALT)
    qtbot.keyClick(page, Qt.Key.Key_F9)
    qtbot.waitUntil(page.made.undo.isEnabled)
    qtbot.keyClick(page.search, Qt.Key.Key_Z, ALT)
    qtbot.waitUntil(page.made.answer.line.hasFocus)
    qtbot.keyClicks(page.made.answer.line, "Giao nham co quan")
    qtbot.keyClick(page.made.answer.line, ENTER)
    qtbot.waitUntil(lambda: len(page.table.rows) == 3)
    assert set(states(desk, receipts)) == {State.RECEIVED}
    assert not page.made.answer.isVisible()


def test_escape_leaves_the_question(page, qtbot):
    qtbot.keyClick(page.search, Qt.Key.Key_A, ALT)
    qtbot.keyClick(page, Qt.Key.Key_F9)
    qtbot.waitUntil(page.made.sign.isEnabled)
    page.made.sign.click()
    qtbot.waitUntil(page.made.answer.line.hasFocus)
    qtbot.keyClick(page.made.answer.line, Qt.Key.Key_Escape)
    assert not page.made.answer.isVisible() and page.made.list.hasFocus()


def test_results_come_back_by_the_keys(page, qtbot, desk, receipts, type_vietnamese):
    hand_overs.hand_over(desk, [receipt.subject for receipt in receipts], AGENCY)
    qtbot.keyClick(page, Qt.Key.Key_2, ALT)
    qtbot.waitUntil(lambda: page.arrived.isVisible() and len(page.table.rows) == 3)
    type_vietnamese(page.arrived.place, "Kệ B1")
    assert page.take_scan(receipts[0].number)
    qtbot.waitUntil(page.act.isEnabled)
    qtbot.keyClick(page, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: states(desk, receipts)[0] == State.RESOLVED)
    assert desk.ask(by_subject, receipts[0].subject).shelf_place == "Kệ B1"


def test_a_moment_before_now_leads_to_its_reason(page, qtbot, desk, receipts, clock):
    hand_overs.hand_over(desk, [receipt.subject for receipt in receipts], AGENCY)
    clock.advance(timedelta(hours=1))
    qtbot.keyClick(page, Qt.Key.Key_2, ALT)
    qtbot.waitUntil(lambda: page.arrived.isVisible() and len(page.table.rows) == 3)
    qtbot.keyClick(page.search, Qt.Key.Key_A, ALT)
    qtbot.keyClicks(page.arrived.time.line, "0950")
    qtbot.keyClick(page.arrived.time.line, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: bool(page.arrived.because.error))
    assert page.arrived.because.line.hasFocus()
    assert set(states(desk, receipts)) == {State.PROCESSING}


def test_enter_opens_the_dossier_elsewhere(page, qtbot, receipts):
    qtbot.keyClick(page.search, DOWN)
    with qtbot.waitSignal(page.go) as told:
        qtbot.keyClick(page.list, ENTER)
    assert told.args == ["dossiers", page.table.rows[0].row.subject]


@pytest.mark.parametrize("way", list(Way))
def test_nothing_is_cut_on_an_office_screen(page, qtbot, bring_up, vietnamese, desk, tasks, way):
    made = HandOverPage(HandOverViewModel(desk, tasks, lambda _: None))
    bring_up(made, 1158, 664)
    made.entered()
    made._model.turn(way)
    qtbot.waitUntil(lambda: made._model.shown.ready)
    assert cut_words(made) == []
    for view in (made.list, made.agencies, made.made.list):
        header = view.horizontalHeader()
        for place in range(header.count()):
            if not header.isSectionHidden(place):
                title = view.model().headerData(place, Qt.Orientation.Horizontal)
                room = header.sectionSize(place) - 16
                assert header.fontMetrics().horizontalAdvance(title) <= room, title

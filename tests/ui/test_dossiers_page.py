"""The dossiers page, worked with the keys on a real file with real threads."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from counter_app.clock import local_day
from counter_app.store import retention
from counter_app.store.audit import notes
from counter_app.usecases import printing
from counter_app.usecases.intake import receive
from tests.fixtures.desk import SUBMITTER, birth_intake
from tests.fixtures.till import with_cashier
from ui.pages.dossiers.dossier_view_model import DossierViewModel
from ui.pages.dossiers.page import DossiersPage
from ui.pages.dossiers.view_model import DossiersViewModel


@pytest.fixture
def receipts(desk):
    names = ("Lò Văn Páo", "Đỗ Thị Mỷ", "Vàng A Sử", "Đỗ Văn Mạnh")
    people = (replace(SUBMITTER, name=name) for name in names)
    return [receive(desk, birth_intake(submitter=person)) for person in people]


@pytest.fixture
def page(desk, tasks, bring_up, receipts, qtbot, tmp_path):
    def print_document(subject, form, paper, act):
        job = printing.queue(desk, subject, form, paper, "Máy in 1", act)
        printing.sent(desk, job, "1")

    made = DossiersPage(
        DossiersViewModel(desk, tasks),
        DossierViewModel(desk, tasks, print_document, lambda *_: None),
        ask=lambda *_: tmp_path / "ds.csv",
    )
    bring_up(made)
    made.entered()
    qtbot.waitUntil(lambda: len(made.table.rows) == 4)
    return made


def owners(page):
    return [line.row.owner_name for line in page.table.rows]


def test_typing_narrows_the_list_and_enter_opens(page, qtbot, type_vietnamese):
    assert page.search.hasFocus()
    type_vietnamese(page.search, "đỗ m")
    qtbot.waitUntil(lambda: owners(page) == ["Đỗ Văn Mạnh", "Đỗ Thị Mỷ"])
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.list.hasFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Đỗ Thị Mỷ" in dict(page.view.people.facts).values())
    assert page.stack.currentWidget() is page.view
    qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    assert page.list.hasFocus()
    assert page.list.row == 1


def test_who_takes_money_goes_on_to_the_fees_of_the_dossier(
    desk, tasks, bring_up, receipts, qtbot, page
):
    assert page.take_scan(receipts[0].number)
    qtbot.waitUntil(lambda: page.view.number.text() == receipts[0].number)
    assert not page.view.fees.isVisible()
    cashier = with_cashier(desk)
    other = DossiersPage(
        DossiersViewModel(cashier, tasks),
        DossierViewModel(cashier, tasks, lambda *_: None, lambda *_: None),
    )
    bring_up(other)
    assert other.take_scan(receipts[0].number)
    qtbot.waitUntil(other.view.fees.isVisible)
    with qtbot.waitSignal(other.go) as told:
        qtbot.keyClick(other.view, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["fees", receipts[0].subject]


def test_a_search_without_a_match_tells_what_is_at_the_centre_alone(
    page, desk, qtbot, type_vietnamese
):
    type_vietnamese(page.search, "không ai")
    qtbot.waitUntil(lambda: page.list._empty_text.text().startswith("Nothing"), timeout=20_000)
    assert "centre" not in page.list._empty_text.text()
    with desk.store.writing() as session:
        retention.note(session, before=date(2021, 3, 1))
    type_vietnamese(page.search, " cả")
    qtbot.waitUntil(lambda: "before 01/03/2021" in page.list._empty_text.text(), timeout=20_000)


def test_a_letter_typed_in_the_list_goes_on_in_the_line(page, qtbot):
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_S)
    qtbot.keyClick(page.search, Qt.Key.Key_U)
    assert page.search.hasFocus()
    qtbot.waitUntil(lambda: owners(page) == ["Vàng A Sử"])


def test_a_scan_opens_the_dossier_and_leaves_other_codes(page, qtbot, receipts):
    assert page.take_scan(receipts[0].number)
    qtbot.waitUntil(lambda: page.view.number.text() == receipts[0].number)
    assert not page.take_scan("012188000123||Nguyễn Thị Ánh|")


def test_a_scan_that_is_not_here_is_told_above_the_dossier_that_is_open(page, qtbot, receipts):
    page.show_item(receipts[0].subject)
    qtbot.waitUntil(lambda: page.view.number.text() == receipts[0].number)
    page.take_scan(receipts[0].number[:-4] + "0999")
    qtbot.waitUntil(page.notices.isVisible)
    assert page.view.number.text() == receipts[0].number


def test_printing_again_by_key_shows_in_the_history(page, qtbot, receipts):
    page.show_item(receipts[1].subject)
    assert page.view.print.hasFocus()
    qtbot.waitUntil(lambda: page._dossier.shown.can_print)
    qtbot.keyClick(page.view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(page._dossier.shown.story.steps) == 2)
    assert page.view.notices.notice is not None
    assert page.view.print.hasFocus()


def test_the_number_is_copied_by_key(page, qtbot, receipts):
    page.show_item(receipts[2].number)
    qtbot.waitUntil(lambda: page.view.number.text() == receipts[2].number)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.view, Qt.Key.Key_C, both)
    assert QGuiApplication.clipboard().text() == receipts[2].number


def test_identity_numbers_are_masked_until_wanted(page, qtbot, receipts, desk):
    page.show_item(receipts[2].subject)
    qtbot.waitUntil(lambda: page.view.people.facts != ())
    assert SUBMITTER.identity_number not in dict(page.view.people.facts).values()
    page.view.unmask.click()
    qtbot.waitUntil(lambda: page._dossier.shown.unmasked)
    today = local_day(desk.clock.now_ms())
    assert [row.what for row in desk.ask(notes, today, today)] == ["revealed"]
    assert SUBMITTER.identity_number in dict(page.view.people.facts).values()


def test_what_is_found_by_words_of_another_page_is_shown(page, qtbot):
    page.show_item("su")
    qtbot.waitUntil(lambda: owners(page) == ["Vàng A Sử"])
    assert page.search.text() == "su"


def test_the_list_is_saved_as_a_file_by_key(page, qtbot, tmp_path):
    qtbot.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.notices.notice is not None)
    assert (tmp_path / "ds.csv").exists()


def test_nothing_found_says_so_and_leads_back(page, qtbot):
    qtbot.keyClicks(page.search, "zzz")
    qtbot.waitUntil(lambda: page.table.rows == ())
    page.list.empty_act.emit()
    qtbot.waitUntil(lambda: len(page.table.rows) == 4)
    assert page.search.text() == ""


def test_every_paper_can_be_printed_and_saved_from_the_menus(page, qtbot, receipts, tmp_path):
    page.show_item(receipts[0].subject)
    qtbot.waitUntil(lambda: page._dossier.shown.can_print)
    printing_acts = page.view.more.findChild(QMenu).actions()
    saving_acts = page.view.pdf.findChild(QMenu).actions()
    assert len(printing_acts) == 5
    assert len(saving_acts) == 4  # a slip for the roll is no sheet
    for count, act in enumerate(printing_acts, start=2):
        act.trigger()
        qtbot.waitUntil(lambda count=count: len(page._dossier.shown.story.steps) == count)
    for act in saving_acts:
        page._dossier.close_notice()
        act.trigger()
        qtbot.waitUntil(lambda: page.view.notices.notice is not None)
        qtbot.waitUntil(lambda: page._dossier.shown.can_print)

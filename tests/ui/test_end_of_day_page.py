"""The end of the day, worked with the keys on a real file with real threads."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QLocale, Qt

from counter_app.closing import Step
from counter_app.devices.printers import FolderPrinters
from counter_app.domain.closing import Against
from counter_app.domain.fees import Method
from counter_app.postgres import CentreUnreachable
from counter_app.store.day_sheets import sheets
from counter_app.usecases.hand_overs import hand_over
from counter_app.usecases.payments import collect
from tests.fixtures.day_end import CODE, Centre, day_end, watch_of
from tests.fixtures.desk import AGENCY, SEAT
from tests.fixtures.till import extract
from tests.ui.places import cut_words
from ui import translations
from ui.pages.end_of_day.page import EndOfDayPage
from ui.pages.end_of_day.reminder import DayReminder
from ui.pages.end_of_day.sync_view_model import SyncViewModel
from ui.pages.end_of_day.view_model import ClosingViewModel

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def centre(till, monkeypatch):
    made = Centre(till)
    monkeypatch.setattr("counter_app.sync.close.close_day", made.close_day)
    return made


@pytest.fixture
def printers(tmp_path):
    return FolderPrinters(tmp_path / "papers")


@pytest.fixture
def page(till, centre, printers, tasks, bring_up, qtbot, tmp_path):
    subject = extract(till)
    collect(till, subject, Method.CASH)
    hand_over(till, [subject], AGENCY)
    watch = watch_of(till, centre, tasks)
    closing = ClosingViewModel(till, tasks, watch, day_end(till, printers))
    made = EndOfDayPage(
        closing, SyncViewModel(till, tasks, watch), ask=lambda *_: tmp_path / "proof.pdf"
    )
    made.watch = watch
    bring_up(made, 1158, 664)
    made.entered()
    qtbot.waitUntil(lambda: len(made.closing.reasons.table.rows) == 3)
    return made


@pytest.fixture
def vietnamese(qapp):
    found = translations.install(qapp)
    yield
    for catalogue in found:
        qapp.removeTranslator(catalogue)
    QLocale.setDefault(QLocale("C"))


def shown(page):
    return [line.reason.against for line in page.closing.reasons.table.rows]


def count_cash(page, qtbot):
    part = page.closing.count
    qtbot.waitUntil(part.notes.isVisible)
    for value, count in ((5_000, "1"), (2_000, "1"), (1_000, "1")):
        part.notes.counts[value].setFocus()
        qtbot.keyClicks(part.notes.counts[value], count)
    qtbot.keyClick(part.notes, ENTER, CTRL)


def test_a_whole_closing_by_keyboard(page, qtbot, centre, till, printers):
    part = page.closing
    assert shown(page) == [
        Against.CASH_UNCOUNTED,
        Against.RECEIPTS_UNPRINTED,
        Against.UNSENT,
    ]
    assert part.reasons.list.hasFocus() and part.reasons.list.row == 0
    qtbot.keyClick(part.reasons.list, Qt.Key.Key_Down)
    qtbot.keyClick(part.reasons.list, ENTER)  # print the receipt
    qtbot.waitUntil(lambda: Against.RECEIPTS_UNPRINTED not in shown(page))
    qtbot.keyClick(page, Qt.Key.Key_F9)  # leads to what is in the way: the count
    count_cash(page, qtbot)
    qtbot.waitUntil(part.reasons.isVisible)
    qtbot.waitUntil(lambda: Against.CASH_UNCOUNTED not in shown(page))
    qtbot.keyClick(page, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: part.steps.code.text() == CODE)
    qtbot.waitUntil(lambda: part.papers.sheets.rowCount() == 1)
    assert part.close_button.word == "The day is closed"
    assert not part.close_button.isEnabled()
    assert CODE in part.notices.notice.text
    assert [row.number for row in till.ask(sheets, SEAT)] == [1]
    names = [path.name for path in printers.folder.iterdir()]
    assert any("doi-chieu" in name for name in names)


def test_escape_leaves_the_count_and_what_was_typed_stays(page, qtbot):
    part = page.closing
    qtbot.keyClick(page, Qt.Key.Key_T, ALT)
    qtbot.waitUntil(part.count.notes.isVisible)
    assert part.count.notes.counts[500_000].hasFocus()
    qtbot.keyClicks(part.count.notes.counts[500_000], "3")
    qtbot.keyClick(part.count.notes, ESCAPE)
    qtbot.waitUntil(part.reasons.isVisible)
    assert part.reasons.list.hasFocus()
    qtbot.keyClick(page, Qt.Key.Key_T, ALT)
    assert part.count.notes.notes == {500_000: 3}


def test_a_reason_is_explained_by_the_keys(page, qtbot, till, type_vietnamese):
    extract(till)
    page.entered()
    part = page.closing.reasons
    qtbot.waitUntil(lambda: Against.NOT_HANDED_OVER in shown(page))
    part.list.setFocus()
    part.list.set_row(shown(page).index(Against.NOT_HANDED_OVER))
    qtbot.waitUntil(part.explain.isEnabled)
    qtbot.keyClick(part.list, Qt.Key.Key_E, ALT)
    assert part.words.line.hasFocus()
    type_vietnamese(part.words.line, "Sở đóng cửa sớm")
    qtbot.keyClick(part.words.line, ENTER)
    assert part.list.hasFocus()
    line = part.table.rows[shown(page).index(Against.NOT_HANDED_OVER)]
    assert line.settled
    part.list.set_row(0)
    assert part.words.text == ""
    assert not part.explain.isEnabled()


def test_without_the_centre_all_but_the_proof_is_done_and_said(page, qtbot, centre):
    part = page.closing
    centre.error = CentreUnreachable("trung tâm", "tắt")
    qtbot.keyClick(page, Qt.Key.Key_T, ALT)
    count_cash(page, qtbot)
    qtbot.waitUntil(part.reasons.isVisible)
    qtbot.waitUntil(lambda: Against.CASH_UNCOUNTED not in shown(page))
    part.reasons.list.set_row(shown(page).index(Against.RECEIPTS_UNPRINTED))
    qtbot.keyClick(part.reasons.list, ENTER)
    qtbot.waitUntil(lambda: Against.RECEIPTS_UNPRINTED not in shown(page))
    qtbot.keyClick(page, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: page.closing._model.shown.next is Step.PROOF)
    qtbot.waitUntil(lambda: part.close_button.word == "Prove with the centre")
    assert "centre" in part.notices.notice.text
    centre.error = None
    qtbot.keyClick(page, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: part.steps.code.text() == CODE)


def test_the_rail_counts_what_is_in_the_way(page, qtbot):
    counts = []
    page.badge.connect(counts.append)
    part = page.closing
    part.reasons.list.set_row(shown(page).index(Against.RECEIPTS_UNPRINTED))
    qtbot.keyClick(part.reasons.list, ENTER)
    qtbot.waitUntil(lambda: Against.RECEIPTS_UNPRINTED not in shown(page))
    assert counts[-1] == "1"  # the till; what is only to be known does not count


def test_the_till_asks_for_its_count(page, qtbot):
    page.show_item("line")
    page.show_item("count")
    assert page.closing.count.isVisible()


def test_a_day_left_open_is_told_the_next_morning(till, tasks, qtbot):
    extract(till)
    reminder = DayReminder(till, tasks)
    told = []
    reminder.found.connect(told.append)
    reminder.look()
    qtbot.waitUntil(lambda: tasks.busy == 0)
    assert told == []
    till.clock.advance(timedelta(days=3))
    with qtbot.waitSignal(reminder.found):
        reminder.look()
    assert "20/11/2026" in told[0].text


def test_lamp_and_other_pages_reach_the_view_of_sync(page, qtbot, centre):
    page.show_item("line")
    assert page.sync.isVisible() and centre.rounds == 0
    page.show_item("sync")
    qtbot.waitUntil(lambda: centre.rounds == 1)
    qtbot.keyClick(page, Qt.Key.Key_1, ALT)
    assert page.closing.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_2, ALT)
    assert page.sync.sync_button.hasFocus()


def test_the_proof_is_kept_as_a_file(page, qtbot, centre, tmp_path):
    test_a_whole_closing_by_keyboard(
        page, qtbot, centre, page.closing._model._desk, page.closing._model._acts.press().printers
    )
    page.closing.steps.pdf.click()
    qtbot.waitUntil((tmp_path / "proof.pdf").exists)
    qtbot.waitUntil(page.closing.steps.pdf.isEnabled)


@pytest.mark.parametrize("view", ["reasons", "count", "sync"])
def test_nothing_is_cut_on_an_office_screen(
    page, qtbot, bring_up, vietnamese, till, tasks, centre, printers, view
):
    watch = watch_of(till, centre, tasks)
    closing = ClosingViewModel(till, tasks, watch, day_end(till, printers))
    made = EndOfDayPage(closing, SyncViewModel(till, tasks, watch))
    bring_up(made, 1158, 664)
    made.entered()
    qtbot.waitUntil(lambda: len(made.closing.reasons.table.rows) == 3)
    if view == "count":
        closing.open_count()
    elif view == "sync":
        made.turn(1)
    assert made.minimumSizeHint().height() <= 664
    assert made.minimumSizeHint().width() <= 1158
    assert cut_words(made) == []

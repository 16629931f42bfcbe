"""A whole day at one counter, in the window by its keys, with a real centre behind it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from counter_app.bootstrap import NO_PRINTER
from counter_app.centre import administration, receipt_books
from counter_app.centre.receipt_books import Series
from counter_app.closing import Step
from counter_app.devices.printers import FolderPrinters
from counter_app.domain.fees import FeeState
from counter_app.domain.states import State
from counter_app.paths import Paths
from counter_app.postgres import CentreUnreachable
from counter_app.schema.centre import proof
from counter_app.settings import SettingsFile
from counter_app.store.day_sheets import sheet, sheets
from counter_app.store.dossiers import by_subject, newest
from counter_app.store.money import fee_sheet
from tests.fixtures.desk import (
    BIRTH,
    BUILDING,
    EXTRACT,
    FIRST_DAY,
    PASSWORD,
    password_hash,
)
from tests.fixtures.till import CASHIER
from ui.app import CounterWindow
from ui.counter_pages import CounterPages, Place
from ui.pages.sign_in.page import SignInPage

SERIES = Series("01BLP0-001", "AA-26P", "Trung tâm Phục vụ hành chính công", "")
CARD = (
    "012186999901|045999001|Lò Thị Ánh|12031986|Nữ|Tổ 5, phường Tân Phong, tỉnh Lai Châu|06022023"
)
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
ENTER, F9 = Qt.Key.Key_Return, Qt.Key.Key_F9
PATIENCE_MS = 20_000


@pytest.fixture
def seat(centre, counter):
    """Seat 7 with a book of receipts, and Lò Thị Lan who takes in and collects."""
    with centre.writing() as (session, by):
        administration.define_officer(
            session, by, CASHIER.login, CASHIER.name, sorted(CASHIER.roles), password_hash()
        )
        administration.change_setting(session, by, "centre", {"name": "Trung tâm"}, FIRST_DAY)
        receipt_books.grant(session, by, 7, SERIES, 100)
    counter.sync()
    return counter


class Day:
    """The window of the counter, and the keys an officer presses."""

    def __init__(self, qtbot, counter, window):
        self.qtbot, self.desk, self.counter = qtbot, counter.desk, window
        self.window = window.window

    def leave(self):
        """Close the window and let what runs come to its end."""
        if self.counter is not None:
            self.window.close()
            self.counter.close()
            self.counter = None

    def page(self, key):
        return self.window.page(key)

    def press(self, key, held=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, held)

    def turn(self, key, page):
        self.press(key)
        self.until(lambda: self.window.current == page)
        return self.page(page)

    def until(self, seen):
        self.qtbot.waitUntil(seen, timeout=PATIENCE_MS)

    def newest(self):
        rows = self.desk.ask(newest, 1)
        return rows[0].subject if rows else None

    def state(self, subject):
        return self.desk.ask(by_subject, subject).state

    def scan(self, text):
        assert self.window.take_scan(text)

    def number(self, subject):
        return self.desk.ask(by_subject, subject).number

    def take_in(self, procedure):
        """Type the code, scan the card, tick all papers, receive."""
        page = self.turn(Qt.Key.Key_F2, "intake")
        before = self.newest()
        box = page.procedure.box
        box.setFocus()
        self.qtbot.keyClicks(box, procedure.code)
        self.until(lambda: len(box.results) == 1)
        self.qtbot.keyClick(box, ENTER)
        self.until(page.papers.everything.isEnabled)
        self.scan(CARD)
        self.press(Qt.Key.Key_D, CTRL | SHIFT)
        self.press(F9)
        self.until(lambda: self.newest() != before)
        self.until(lambda: not box.text())  # the paper lies before the next citizen, empty
        return self.newest()


@pytest.fixture
def opens(qtbot, seat):
    """Start the program at the seat, as often as it is called."""
    came = []

    def start():
        paths = Paths(seat.home)
        settings = SettingsFile(paths.settings)
        settings.set(scan_min_length=99)  # keys come here faster than any person types
        printers = FolderPrinters(paths.papers, NO_PRINTER)

        def pages(desk, counter):
            place = Place(counter.window, counter.tasks, settings, printers, paths, lambda _: None)
            return CounterPages(desk, place)

        desk = seat.desk.served_by(None)
        window = CounterWindow(QApplication.instance(), lambda _: desk, settings, paths, pages)
        window.show()
        came.append(Day(qtbot, seat, window))
        came[-1].papers = paths.papers
        window.window.activateWindow()
        qtbot.waitUntil(window.window.isActiveWindow)
        sign_in(came[-1])
        return came[-1]

    yield start
    for day in came:
        day.leave()


def sign_in(day):
    day.until(lambda: isinstance(day.window.covered_by, SignInPage))
    page = day.window.covered_by
    day.until(lambda: page.list.count() == 2)
    day.until(page.password.hasFocus)
    day.qtbot.keyClicks(page.password, PASSWORD)
    day.press(ENTER)
    day.until(lambda: day.window.current == "intake")


def collect(day, subject):
    page = day.turn(Qt.Key.Key_F12, "fees")
    day.scan(day.number(subject))
    day.until(page.collect.act.isEnabled)
    day.press(F9)
    day.until(lambda: day.desk.ask(fee_sheet, subject).state is FeeState.PAID)


def count_cash(day, part, notes):
    day.until(part.count.notes.isVisible)
    for value, count in notes.items():
        part.count.notes.counts[value].setFocus()
        day.qtbot.keyClicks(part.count.notes.counts[value], str(count))
    day.press(ENTER, CTRL)
    day.until(part.reasons.isVisible)


def hand_all_over(day, *subjects):
    page = day.turn(Qt.Key.Key_F6, "hand_over")
    day.until(lambda: len(page.table.rows) == len(subjects))
    day.press(Qt.Key.Key_A, ALT)
    day.until(page.act.isEnabled)
    day.press(F9)
    day.until(lambda: {day.state(one) for one in subjects} == {State.PROCESSING})
    return page


def bring_result(day, page, subject):
    day.press(Qt.Key.Key_2, ALT)
    day.until(page.arrived.isVisible)
    day.until(lambda: bool(page.table.rows))
    day.scan(day.number(subject))
    day.until(lambda: any(line.ticked for line in page.table.rows))
    day.press(F9)
    day.until(lambda: day.state(subject) == State.RESOLVED)


def return_result(day, subject):
    page = day.turn(Qt.Key.Key_F3, "return")
    day.scan(day.number(subject))
    day.until(page.act.isEnabled)
    day.press(F9)
    day.until(lambda: day.state(subject) == State.RETURNED)


def receive_a_visitor(day, topic):
    day.press(Qt.Key.Key_F2, SHIFT)
    day.until(lambda: day.window.current == "callers")
    part = day.page("callers").visits
    day.until(part.topic.line.hasFocus)
    day.qtbot.keyClicks(part.topic.line, topic)
    day.press(F9)
    day.until(lambda: part.table.rowCount() == 1)


def count_and_close(day, notes):
    evening = day.turn(Qt.Key.Key_F7, "sync").closing
    day.until(lambda: bool(evening.reasons.table.rows))
    day.press(F9)  # leads to what is in the way: the till is not counted yet
    count_cash(day, evening, notes)
    day.until(evening.close_button.isEnabled)
    day.press(F9)
    return evening


def test_a_whole_day_from_the_first_key_to_the_centres_proof(opens, centre):
    day = opens()
    extract, birth, building = (day.take_in(one) for one in (EXTRACT, BIRTH, BUILDING))
    collect(day, extract)
    receive_a_visitor(day, "hoi thu tuc")
    page = hand_all_over(day, extract, birth, building)
    bring_result(day, page, birth)
    return_result(day, birth)
    day.press(Qt.Key.Key_F4, SHIFT)
    day.until(lambda: day.page("register").table.rowCount() == 3)
    evening = count_and_close(day, {5_000: 1, 2_000: 1, 1_000: 1})
    day.until(lambda: evening._model.shown.is_closed)
    check_what_stands(day, centre, evening.steps.code.text())


def test_a_day_closed_without_the_line_is_proved_after_the_next_start(opens, monkeypatch, centre):
    """The centre is down in the evening and the program is ended: F9 goes on where it was."""

    def down(*_args):
        raise CentreUnreachable("trung tâm", "tắt")

    day = opens()
    birth = day.take_in(BIRTH)
    hand_all_over(day, birth)
    with monkeypatch.context() as patched:
        patched.setattr("counter_app.sync.line.Line.ask", down)
        evening = day.turn(Qt.Key.Key_F7, "sync").closing
        day.until(lambda: evening._model.shown.standing is not None)
        day.press(F9)
        day.until(lambda: evening._model.shown.next is Step.PROOF)
        assert evening.close_button.word == "Prove with the centre"
        day.leave()
    again = opens()
    evening = again.turn(Qt.Key.Key_F7, "sync").closing
    again.until(lambda: evening._model.shown.next is Step.PROOF)
    again.press(F9)
    again.until(lambda: evening._model.shown.is_closed)
    (last,) = again.desk.ask(sheets, 7)
    assert again.desk.ask(sheet, last.id).agencies[0].received == 1
    assert centre.ask(select(proof.c.code)) == evening.steps.code.text()


def check_what_stands(day, centre, code):
    (last,) = day.desk.ask(sheets, 7)
    told = day.desk.ask(sheet, last.id)
    (agency,) = told.agencies
    assert (agency.received, agency.handed_over, agency.returned) == (3, 3, 1)
    assert told.cash.counted == told.taken.total == 8_000
    assert told.explained == () or all(one.words == "" for one in told.explained)
    assert centre.ask(select(proof.c.code)) == code
    day.until(lambda: any(day.papers.glob("*doi-chieu*")))
    for paper in ("*receipt*", "BG07*", "*tra-ket-qua*", "*khoa-so*", "*kiem-ke-quy*"):
        assert list(day.papers.glob(paper)), paper
    centre.work()
    assert centre.alarms() == []

"""From the intake to the till and back into the citizen's hands, in the window by its keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from counter_app.bootstrap import NO_PRINTER
from counter_app.devices.printers import FolderPrinters
from counter_app.domain.states import State
from counter_app.paths import Paths
from counter_app.settings import SettingsFile
from counter_app.store.dossiers import by_subject
from counter_app.store.money import fee_sheet
from tests.fixtures.desk import EXTRACT, birth_intake
from tests.fixtures.till import CASHIER
from ui.counter_pages import CounterPages, Place
from ui.main_window import MainWindow

F2, F3, F9, F12 = Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F9, Qt.Key.Key_F12
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def paths(tmp_path):
    return Paths(tmp_path / "counter")


@pytest.fixture
def open_window(bring_up, tasks, paths):
    opened = []

    def open_window(desk):
        window = MainWindow(desk.clock)
        printers = FolderPrinters(paths.papers, NO_PRINTER)
        settings = SettingsFile(paths.settings)
        pages = CounterPages(desk, Place(window, tasks, settings, printers, paths, lambda _: None))
        opened.append(pages)
        window.set_pages(pages.specs())
        bring_up(window, 1366, 728)
        return window

    yield open_window
    for pages in opened:
        pages.stop()


def test_a_fee_is_taken_between_intake_and_return(open_window, qtbot, till, paths):
    window = open_window(till)
    intake = window.page("intake")
    intake._model.receiving.start(birth_intake(procedure_code=EXTRACT.code), None)
    qtbot.waitUntil(intake.last.collect.isVisible)
    number = intake.last.number.text()
    qtbot.keyClick(window, Qt.Key.Key_T, CTRL)
    assert window.current == "fees"
    fees = window.page("fees").collect
    qtbot.waitUntil(lambda: fees.act.isVisible() and fees.act.isEnabled())
    subject = window.page("fees").model.shown.opened.row.subject

    qtbot.keyClick(window, F3)
    returning = window.page("return")
    assert window.take_scan(number)
    qtbot.waitUntil(returning.collect.isVisible)
    assert not returning.act.isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_T, CTRL)
    assert window.current == "fees"
    qtbot.waitUntil(lambda: fees.act.isVisible() and fees.act.isEnabled())
    qtbot.keyClicks(fees.pay.given.money, "10000")
    qtbot.keyClick(window, F9)
    qtbot.waitUntil(lambda: bool(till.ask(fee_sheet, subject).receipts))
    qtbot.waitUntil(lambda: len(list(paths.papers.glob("*0000001*.pdf"))) == 1)

    qtbot.keyClick(window, F3)
    qtbot.waitUntil(returning.act.isEnabled)
    qtbot.keyClick(window, F9)
    qtbot.waitUntil(lambda: till.ask(by_subject, subject).state == State.RETURNED)


@pytest.mark.parametrize(
    ("roles", "seen", "hidden"),
    [
        ({"cashier"}, {"fees", "dossiers", "sync"}, {"intake", "return", "hand_over"}),
        ({"intake"}, {"intake", "return", "hand_over"}, {"fees"}),
        ({"inspector"}, {"dossiers", "deadlines"}, {"intake", "return", "hand_over", "fees"}),
        ({"supervisor"}, {"intake", "return", "hand_over", "fees"}, set()),
    ],
)
def test_an_officer_sees_the_pages_of_the_own_role(open_window, till, qtbot, roles, seen, hidden):
    officer = replace(CASHIER, roles=frozenset(roles))
    window = open_window(till.served_by(officer))
    assert all(window.rail.button(key) is not None for key in seen)
    assert all(window.rail.button(key) is None for key in hidden)
    before = window.current
    qtbot.keyClick(window, F2)
    qtbot.keyClick(window, F12)
    assert window.current == (
        "fees" if "fees" in seen else "intake" if "intake" in seen else before
    )

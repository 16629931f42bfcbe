"""From the counter to the agency and back into the citizen's hands, in the window by its keys."""

import pytest
from PySide6.QtCore import Qt

from counter_app.bootstrap import NO_PRINTER
from counter_app.devices.printers import FolderPrinters
from counter_app.domain.states import State
from counter_app.paths import Paths
from counter_app.settings import SettingsFile
from counter_app.store.dossiers import by_subject
from counter_app.usecases.intake import receive
from tests.fixtures.desk import birth_intake
from ui.counter_pages import CounterPages, Place
from ui.main_window import MainWindow

F3, F6, F9 = Qt.Key.Key_F3, Qt.Key.Key_F6, Qt.Key.Key_F9


@pytest.fixture
def paths(tmp_path):
    return Paths(tmp_path / "counter")


@pytest.fixture
def window(qtbot, bring_up, desk, tasks, paths):
    window = MainWindow(desk.clock)
    printers = FolderPrinters(paths.papers, NO_PRINTER)
    settings = SettingsFile(paths.settings)
    pages = CounterPages(desk, Place(window, tasks, settings, printers, paths, lambda _: None))
    window.set_pages(pages.specs(), "hand_over")
    bring_up(window, 1366, 728)
    yield window
    pages.stop()


def test_a_dossier_goes_and_its_result_comes_and_is_returned(window, qtbot, desk, paths):
    receipt = receive(desk, birth_intake())

    def state():
        return desk.ask(by_subject, receipt.subject).state

    qtbot.keyClick(window, F6)
    hand_over = window.page("hand_over")
    assert window.take_scan(receipt.number)
    qtbot.waitUntil(hand_over.act.isEnabled)
    qtbot.keyClick(window, F9)
    qtbot.waitUntil(lambda: state() == State.PROCESSING)
    qtbot.waitUntil(lambda: len(list(paths.papers.glob("BG07-261120-01*.pdf"))) == 1)

    qtbot.keyClick(window, F3)
    returning = window.page("return")
    assert window.take_scan(receipt.number)
    qtbot.waitUntil(returning.standing.isVisible)
    returning.standing.act.click()  # nothing is here yet: take the result in
    assert window.current == "hand_over"
    qtbot.waitUntil(lambda: hand_over.arrived.isVisible() and hand_over.act.isEnabled())
    qtbot.keyClick(window, F9)
    qtbot.waitUntil(lambda: state() == State.RESOLVED)

    qtbot.keyClick(window, F3)
    assert window.take_scan(receipt.number)
    qtbot.waitUntil(returning.act.isEnabled)
    qtbot.keyClick(window, F9)
    qtbot.waitUntil(lambda: state() == State.RETURNED)
    qtbot.waitUntil(lambda: len(list(paths.papers.glob("*tra-ket-qua*.pdf"))) == 1)
    assert window.rail.button("return") is not None

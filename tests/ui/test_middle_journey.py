"""The middle of a dossier's life in the window, by its keys, and the papers that come out."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from counter_app.bootstrap import NO_PRINTER
from counter_app.clock import local
from counter_app.devices.printers import FolderPrinters
from counter_app.domain.states import State
from counter_app.paths import Paths
from counter_app.settings import SettingsFile
from counter_app.store.dossiers import by_subject, history, newest
from counter_app.usecases.intake import receive
from tests.fixtures.desk import BIRTH, SUBMITTER, birth_intake
from ui.counter_pages import CounterPages, Place
from ui.intake_form import papers
from ui.intake_form.form import Side
from ui.main_window import MainWindow
from ui.pages.dossiers.acts import Deed

ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


@pytest.fixture
def paths(tmp_path):
    return Paths(tmp_path / "counter")


@pytest.fixture
def window(bring_up, desk, tasks, paths):
    window = MainWindow(desk.clock)
    printers = FolderPrinters(paths.papers, NO_PRINTER)
    settings = SettingsFile(paths.settings)
    pages = CounterPages(desk, Place(window, tasks, settings, printers, paths, lambda _: None))
    window.set_pages(pages.specs(), "intake")
    bring_up(window, 1366, 728)
    yield window
    pages.stop()


def test_intake_supplement_stop_and_letter(window, qtbot, desk, paths, type_vietnamese):
    def printed(form):
        return len(list(paths.papers.glob(f"*{form}*.pdf")))

    intake = window.page("intake")
    model = intake._model
    qtbot.waitUntil(lambda: bool(model.shown.procedures) or model.finder.usable(BIRTH.code))
    model.choose_procedure(BIRTH.code)
    model.sheet.edit_party(Side.SUBMITTER, name="Nguyễn Thị Ánh", phone="0912345678")
    qtbot.waitUntil(lambda: len(model.shown.form.papers) == len(BIRTH.checklist))
    model.sheet.edit_papers(papers.all_there)
    qtbot.keyClick(window, Key.Key_F9)
    qtbot.waitUntil(lambda: bool(desk.ask(newest)))
    qtbot.waitUntil(lambda: printed("receipt") == 1)
    (row,) = desk.ask(newest)
    subject, first_due = row.subject, row.due_at

    def now():
        return desk.ask(by_subject, subject)

    window.go("dossiers", subject)
    view = window.page("dossiers").view
    bar, panel = view.bar.buttons, view.panel

    def begin(deed, key):
        qtbot.waitUntil(bar[deed].isVisible)
        qtbot.keyClick(window.focusWidget(), key, ALT)
        qtbot.waitUntil(panel.isVisible)

    def do():
        qtbot.keyClick(window.focusWidget(), Key.Key_F9)
        qtbot.waitUntil(panel.isHidden)

    begin(Deed.ASK, Key.Key_B)
    type_vietnamese(panel.papers.reasons[0], "Thiếu chữ ký của người khai")
    do()
    assert now().state == State.SUPPLEMENT
    qtbot.waitUntil(lambda: printed("supplement") == 1)

    desk.clock.set(local(desk.clock.now_ms()) + timedelta(days=3))
    begin(Deed.PAPERS_IN, Key.Key_B)
    do()
    assert now().state == State.RECEIVED
    assert now().due_at > first_due

    begin(Deed.STOP, Key.Key_D)
    qtbot.keyClick(window.focusWidget(), Key.Key_Down)
    type_vietnamese(panel.form.fields["reason"].editor, "Chờ ý kiến của Sở Xây dựng")
    do()
    assert now().state == State.STOPPED
    qtbot.waitUntil(lambda: printed("stop") == 1)

    desk.clock.set(local(desk.clock.now_ms()) + timedelta(days=4))
    begin(Deed.RESUME, Key.Key_D)
    do()
    assert now().state == State.RECEIVED
    resumed_due = now().due_at

    begin(Deed.EXTEND, Key.Key_G)
    qtbot.keyClick(window.focusWidget(), Key.Key_Down)
    type_vietnamese(panel.form.fields["reason"].editor, "Chờ kết quả phối hợp")
    qtbot.keyClicks(panel.form.fields["day"].editor, "31/12/2027")
    do()
    assert now().due_at == resumed_due  # the yardstick stays
    assert f"{local(now().promised_at):%d/%m/%Y}" == "31/12/2027"
    qtbot.waitUntil(lambda: printed("apology") == 1)

    def kinds():
        return [entry.kind for entry in desk.ask(history, subject)]

    qtbot.waitUntil(lambda: kinds().count("document_printed") == 4)
    assert [kind for kind in kinds() if kind != "document_printed"] == [
        "dossier_received",
        "supplement_requested",
        "supplement_received",
        "processing_stopped",
        "processing_resumed",
        "extended",
    ]


def test_another_dossier_like_this_one_begins_on_the_intake_page(window, qtbot, desk):
    receipt = receive(desk, birth_intake())
    window.go("dossiers", receipt.subject)
    acts = window.page("dossiers")._dossier.acts
    qtbot.waitUntil(lambda: Deed.COPY in acts.deeds)
    qtbot.keyClick(window.focusWidget(), Key.Key_M, ALT)
    assert window.current == "intake"
    model = window.page("intake")._model
    qtbot.waitUntil(lambda: model.shown.form.submitter.name == SUBMITTER.name)
    qtbot.waitUntil(lambda: len(model.shown.form.papers) == len(BIRTH.checklist))
    assert not model.shown.form.papers[0].present

"""The page of a dossier offers every letter it ever had, by number, and counts their prints."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from counter_app.devices.printers import FolderPrinters
from counter_app.documents.press import Press, sheet_of
from counter_app.domain.processing import Supplement, SupplementLine
from counter_app.usecases import conflicts, promises, supplements
from counter_app.usecases.printing import Form, PaperSize, jobs_of
from tests.fixtures.life import ASKED, HOA, SORRY, handed_over
from ui.pages.dossiers.dossier_view_model import DossierViewModel
from ui.pages.dossiers.page import DossiersPage
from ui.pages.dossiers.parts import History, StepLine
from ui.pages.dossiers.printable import printable_words
from ui.pages.dossiers.view_model import DossiersViewModel
from ui.widgets.buttons import Button

AGAIN = Supplement((SupplementLine("Giấy chứng sinh", "Bản sao không rõ chữ", 1),))


@pytest.fixture
def subject(office):
    """A dossier for which papers were asked for twice, and a new date was promised."""
    made = handed_over(office)
    supplements.request(office, made, ASKED)
    supplements.receive(office, made)
    office.clock.advance(timedelta(hours=1))
    supplements.request(office, made, AGAIN)
    promises.apologise(office, made, SORRY)
    return made


@pytest.fixture
def press(tmp_path):
    return Press(FolderPrinters(tmp_path / "papers"))


@pytest.fixture
def model(qapp, office, immediate, press, subject):
    def print_document(subject, form, paper, act):
        office.clock.advance(timedelta(seconds=1))
        press.print(office, subject, form, paper, "PDF", act)

    def export(subject, form, paper, act, path):
        path.write_bytes(sheet_of(office, subject, form, paper, act))

    model = DossierViewModel(office, immediate, print_document, export)
    model.open(subject)
    return model


def letters(model):
    return [one for one in model.shown.papers if one.act is not None]


def test_every_letter_can_be_printed_again_the_latest_first(model):
    assert [one.letter for one in letters(model)] == ["07-001/PXL", "07-002/PBS", "07-001/PBS"]
    assert {one.printed for one in letters(model)} == {0}


def test_an_older_letter_is_printed_and_counted_apart(model, office, subject):
    older = letters(model)[-1]
    for _ in range(2):
        model.print_again(older.form, older.paper, older.act)
    assert [one.printed for one in letters(model)] == [0, 0, 2]
    assert [(job.act, job.reprint) for job in office.ask(jobs_of, subject)] == [
        (older.act, 1),
        (older.act, 0),
    ]
    assert "07-001/PBS" in printable_words(letters(model)[-1])


def test_the_history_tells_which_letter_it_was(model):
    older = letters(model)[-1]
    model.print_again(older.form, older.paper, older.act)
    history = History()
    history.set_steps(model.shown.story.steps)
    told = [line.accessibleName() for line in history.findChildren(StepLine)]
    assert sum("07-001/PBS" in words for words in told) == 2
    assert sum("07-002/PBS" in words for words in told) == 1


def test_a_letter_that_was_taken_back_is_marked(model, office, subject):
    conflicts.take_back(office, subject, "Nhầm hồ sơ", HOA)
    model.refresh()
    assert [one.undone for one in letters(model)] == [True, False, False]
    assert "taken back" in printable_words(letters(model)[0])


def test_an_older_letter_is_saved_as_a_file(model, office, subject, tmp_path):
    path = tmp_path / "phiếu.pdf"
    latest, older = (one for one in letters(model) if one.form is Form.SUPPLEMENT)
    model.export(older, path)
    assert path.read_bytes() == sheet_of(office, subject, older.form, older.paper, older.act)
    assert path.read_bytes() != sheet_of(office, subject, older.form, older.paper, latest.act)


def test_an_older_letter_is_printed_from_its_menu_by_keys(office, tasks, bring_up, qtbot, subject):
    printed = []
    model = DossierViewModel(office, tasks, lambda *what: printed.append(what), lambda *_: None)
    page = DossiersPage(DossiersViewModel(office, tasks), model)
    bring_up(page)
    page.show_item(subject)
    qtbot.waitUntil(lambda: bool(letters(model)), timeout=20_000)
    menu = page.view._print_menu
    page.view.more.setFocus()
    qtbot.keyClick(page.view.more, Qt.Key.Key_Space)
    qtbot.waitUntil(menu.isVisible, timeout=20_000)
    qtbot.keyClick(menu, Qt.Key.Key_Up)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(printed) == 1, timeout=20_000)
    older = letters(model)[-1]
    assert printed == [(subject, Form.SUPPLEMENT, PaperSize.A4, older.act)]


def test_a_letter_is_printed_again_where_its_act_stands_in_the_history(
    office, tasks, bring_up, qtbot, subject
):
    printed = []
    model = DossierViewModel(office, tasks, lambda *what: printed.append(what), lambda *_: None)
    page = DossiersPage(DossiersViewModel(office, tasks), model)
    bring_up(page)
    page.show_item(subject)
    qtbot.waitUntil(lambda: bool(letters(model)), timeout=20_000)
    wanted = letters(model)[-1]
    named = {button.accessibleName(): button for button in page.view.history.findChildren(Button)}
    assert len(named) == 3
    (button,) = (one for words, one in named.items() if wanted.letter in words)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(printed) == 1, timeout=20_000)
    assert printed == [(subject, Form.SUPPLEMENT, PaperSize.A4, wanted.act)]
    assert page.view.print.hasFocus()

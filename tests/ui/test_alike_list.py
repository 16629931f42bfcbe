"""A list of people taken in from the intake page, by keys, with real files and real threads."""

import io

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QLocale, Qt

from counter_app.devices.printers import JobState, JobStatus
from counter_app.exchange.people import PEOPLE, people_template
from counter_app.store.dossiers import newest
from tests.fixtures.desk import BIRTH
from tests.ui.places import cut_words
from ui import translations
from ui.intake_form import papers
from ui.intake_form.form import Side
from ui.pages.intake.page import IntakePage
from ui.pages.intake.view_model import IntakeViewModel

ALT = Qt.KeyboardModifier.AltModifier
F9, F10, ESCAPE = Qt.Key.Key_F9, Qt.Key.Key_F10, Qt.Key.Key_Escape
PEOPLE_ROWS = (
    {"name": "Lò Văn Páo", "identity_number": "012201000456", "phone": "0912345678"},
    {"name": "Vàng Thị Mỷ", "identity_number": "12"},
    {"name": "Giàng A Sính", "identity_number": "012199000789"},
    {"name": "Đỗ Thị Mỷ", "born_on": "hôm qua"},
)


@pytest.fixture
def people(tmp_path):
    book = load_workbook(io.BytesIO(people_template()))
    page = book.worksheets[0]
    keys = [column.key for column in PEOPLE.columns]
    first = next(row for row in range(1, 20) if page.cell(row, 1).value == PEOPLE.columns[0].header)
    for line, row in enumerate(PEOPLE_ROWS, start=first + 1):
        for key, value in row.items():
            page.cell(line, keys.index(key) + 1).value = value
    book.save(tmp_path / "ds.xlsx")
    return tmp_path / "ds.xlsx"


@pytest.fixture
def printed():
    return []


@pytest.fixture
def vietnamese(qapp):
    found = translations.install(qapp)
    yield
    for catalogue in found:
        qapp.removeTranslator(catalogue)
    QLocale.setDefault(QLocale("C"))


@pytest.fixture
def page(desk, tasks, bring_up, qtbot, printed, people, tmp_path):
    def print_receipt(receipt):
        printed.append(receipt.number)
        return JobStatus(JobState.SENT)

    model = IntakeViewModel(desk, tasks, print_receipt)
    ask = (lambda *_: people, lambda *_: tmp_path / "empty.xlsx")
    page = bring_up(IntakePage(model, tasks, ask=ask), 1158, 704)
    page.model = model
    page.entered()
    qtbot.waitUntil(lambda: tasks.busy == 0)
    model.choose_procedure(BIRTH.code)
    qtbot.waitUntil(lambda: len(model.shown.form.papers) == len(BIRTH.checklist))
    return page


def asked(page, qtbot):
    page.model.sheet.edit_papers(papers.all_there)
    qtbot.keyClick(page, Qt.Key.Key_I, ALT)
    qtbot.waitUntil(page.alike.isVisible)


def test_the_pattern_must_be_complete_first(page, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_I, ALT)
    assert not page.alike.isVisible()  # no paper is ticked yet
    assert page.model.shown.faults


def test_a_list_is_taken_in_and_every_line_is_answered(page, desk, qtbot, printed):
    asked(page, qtbot)
    assert page.alike.choose.hasFocus()
    qtbot.keyClick(page.alike.choose, F10)
    qtbot.waitUntil(page.alike.act.isEnabled)
    assert len(page.alike.told.toPlainText().splitlines()) == 1  # a day that is none
    assert not page.acts.receive.isEnabled()
    qtbot.keyClick(page.alike.choose, F9)
    qtbot.waitUntil(lambda: len(printed) == 2)
    owners = {row.owner_name for row in desk.ask(newest)}
    assert owners == {"Lò Văn Páo", "Giàng A Sính"}
    told = page.alike.told.toPlainText()
    assert "Not an identity number" in told
    assert all(number in told for number in printed)


def test_the_same_list_again_passes_over_who_is_there(page, desk, qtbot, printed):
    asked(page, qtbot)
    for _ in range(2):
        qtbot.keyClick(page.alike.choose, F10)
        qtbot.waitUntil(page.alike.act.isEnabled)
        qtbot.keyClick(page.alike.choose, F9)
        qtbot.waitUntil(lambda: not page.model.alike.shown.lines)
        qtbot.waitUntil(lambda: not page.model.alike.shown.printing)
    assert len(desk.ask(newest)) == 2
    assert len(printed) == 2


def test_the_empty_list_is_written_and_escape_leads_back(page, qtbot, tmp_path):
    before = page.model.shown.form
    asked(page, qtbot)
    page.alike.empty.click()
    qtbot.waitUntil((tmp_path / "empty.xlsx").exists)
    qtbot.keyClick(page.alike.choose, ESCAPE)
    assert not page.alike.isVisible()
    assert page.focusWidget() is not None
    assert page.model.shown.form.procedure_code == before.procedure_code


def test_a_file_that_is_no_list_says_so(page, qtbot, people):
    people.write_bytes(b"nothing of the sort")
    asked(page, qtbot)
    qtbot.keyClick(page.alike.choose, F10)
    qtbot.waitUntil(page.alike.notices.isVisible)
    assert not page.alike.act.isEnabled()
    assert page.alike.choose.isEnabled()


def test_nothing_is_cut_in_the_panel(vietnamese, page, qtbot):
    page.model.sheet.edit_party(Side.SUBMITTER, name="Nguyễn Thị Ánh")
    asked(page, qtbot)
    qtbot.keyClick(page.alike.choose, F10)
    qtbot.waitUntil(page.alike.act.isEnabled)
    qtbot.wait(20)
    assert cut_words(page.alike) == []

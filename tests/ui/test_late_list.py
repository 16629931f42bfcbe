"""The work list of late dossiers: letters for one and for many, and how a lateness came about."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QLocale, Qt

from counter_app.clock import VIETNAM, local
from counter_app.devices.printers import PrinterGone
from counter_app.domain.processing import LateReason
from counter_app.store.dossiers import by_subject
from counter_app.store.papers import apology_letter
from counter_app.usecases import promises, withdrawals
from counter_app.usecases.printing import Form
from tests.fixtures.life import SORRY, THANH, WITHDRAWN, handed_over, received
from tests.ui.places import cut_words
from ui import translations
from ui.notice import Kind
from ui.pages.deadlines.late_view_model import Group, LateViewModel
from ui.pages.deadlines.page import DeadlinesPage
from ui.pages.deadlines.view_model import DeadlinesViewModel

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def late(office):
    """Three dossiers that an agency has had for too long."""
    subjects = [handed_over(office) for _ in range(3)]
    due_at = office.ask(by_subject, subjects[0]).due_at
    office.clock.set(local(due_at) + timedelta(days=2))
    return subjects


@pytest.fixture
def printed():
    return []


@pytest.fixture
def model(qapp, office, immediate, printed):
    made = LateViewModel(
        office, immediate, lambda subject, form, _: printed.append((subject, form))
    )
    made.refresh()
    return made


def fill(model, **changed):
    typed = {"reason_code": LateReason.OTHER_AGENCY, "reason": "Chờ kết quả", "day": "31/12/2027"}
    for name, value in (typed | changed).items():
        model.edit(name, value)


def test_the_list_begins_where_there_is_something_to_do(model, office, late):
    fresh = received(office)
    model.refresh()
    assert model.shown.group is Group.UNANSWERED
    assert {line.row.subject for line in model.shown.lines} == set(late)
    assert model.shown.counts[Group.UNANSWERED] == 3
    office.clock.set(local(office.ask(by_subject, fresh).due_at) - timedelta(hours=1))
    model.choose(Group.TODAY)
    model.refresh()
    assert [line.row.subject for line in model.shown.lines] == [fresh]


def test_one_letter_is_written_for_the_line_one_stands_on(model, office, late, printed):
    model.refresh()
    subject = model.shown.lines[1].row.subject
    before = office.ask(by_subject, subject).due_at
    model.begin_letter(1)
    assert model.shown.wanted == (subject,)
    fill(model, clock="9h30")
    model.write()
    row = office.ask(by_subject, subject)
    assert row.due_at == before
    assert local(row.promised_at) == datetime(2027, 12, 31, 9, 30, tzinfo=VIETNAM)
    assert printed == [(subject, Form.APOLOGY)]
    assert model.shown.counts[Group.UNANSWERED] == 2
    assert model.shown.counts[Group.APOLOGISED] == 1
    assert model.shown.sheet is None


def test_many_letters_are_written_at_once_each_with_its_number(model, office, late, printed):
    model.refresh()
    model.tick_all()
    model.begin_letter(-1)
    assert set(model.shown.wanted) == set(late)
    fill(model)
    model.write()
    numbers = {office.ask(apology_letter, subject).letter for subject in late}
    assert numbers == {"07-001/PXL", "07-002/PXL", "07-003/PXL"}
    assert {subject for subject, _ in printed} == set(late)
    assert "3" in model.shown.notice.text


def test_what_is_wrong_is_said_and_what_was_typed_stays(model, office, late):
    model.refresh()
    model.begin_letter(0)
    model.edit("reason", "Chờ kết quả")
    model.write()
    assert set(model.shown.faults) == {"reason_code", "day"}
    fill(model, day="01/01/2020")
    model.write()
    assert model.shown.faults["day"]
    assert model.shown.sheet.reason == "Chờ kết quả"
    assert all(office.ask(by_subject, subject).apology_at is None for subject in late)
    model.leave_letter()
    model.begin_letter(0)
    assert model.shown.sheet.reason == "Chờ kết quả"


def test_a_dossier_that_changed_leaves_the_others_alone(model, office, late):
    model.refresh()
    model.tick_all()
    model.begin_letter(-1)
    withdrawals.withdraw(office, late[0], WITHDRAWN)
    fill(model)
    model.write()
    assert model.shown.notice.kind is Kind.WARN
    assert [bool(office.ask(by_subject, one).apology_at) for one in late] == [False, True, True]


def test_a_letter_that_is_not_later_marks_its_line(model, office, late):
    promises.apologise(office, late[0], SORRY)
    office.clock.set(SORRY.new_due_at + timedelta(days=1))  # that promise was not kept either
    model.refresh()
    model.tick_all()
    model.begin_letter(-1)
    withdrawals.withdraw(office, late[1], WITHDRAWN)
    fill(model, day=f"{SORRY.new_due_at + timedelta(days=30):%d/%m/%Y}")
    model.write()
    assert office.ask(apology_letter, late[0]).new_due_at > SORRY.new_due_at


def test_a_printer_that_is_gone_leaves_the_letters_on_record(qapp, office, immediate, late):
    def gone(*_):
        raise PrinterGone("Máy in 1")

    model = LateViewModel(office, immediate, gone)
    model.refresh()
    model.begin_letter(0)
    fill(model)
    model.write()
    assert model.shown.notice.kind is Kind.WARN
    assert sum(bool(office.ask(by_subject, one).apology_at) for one in late) == 1


def test_who_only_looks_on_reads_the_list_and_writes_nothing(qapp, office, immediate, late):
    model = LateViewModel(office.served_by(THANH), immediate, lambda *_: None)
    model.refresh()
    assert len(model.shown.lines) == 3
    model.begin_letter(0)
    assert model.shown.sheet is None
    model.tell(0)
    assert model.shown.told is not None


def test_how_a_lateness_came_about(model, office, late):
    promises.apologise(office, late[0], SORRY)
    model.choose(Group.APOLOGISED)
    model.refresh()
    model.tell(0)
    told = model.shown.told
    assert told.story.number == office.ask(by_subject, late[0]).number
    assert told.story.original_due_at == told.story.due_at
    assert [promise.letter for promise in told.story.promises] == ["", "07-001/PXL"]
    model.close_story()
    assert model.shown.told is None


@pytest.fixture
def vietnamese(qapp):
    found = translations.install(qapp)
    yield
    for catalogue in found:
        qapp.removeTranslator(catalogue)
    QLocale.setDefault(QLocale("C"))


@pytest.fixture
def page(office, tasks, bring_up, qtbot, printed, late):
    made = DeadlinesPage(
        DeadlinesViewModel(office, tasks),
        LateViewModel(office, tasks, lambda subject, form, _: printed.append((subject, form))),
    )
    bring_up(made, 1158, 664)
    made.entered()
    return made


def press(qtbot, page, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(page.focusWidget() or page, key, modifier)


def test_the_letters_are_written_by_keys_alone(page, qtbot, office, late, printed, type_vietnamese):
    press(qtbot, page, Qt.Key.Key_L, ALT)
    part = page.late
    qtbot.waitUntil(lambda: len(part.table.rows) == 3)
    part.begin()
    press(qtbot, page, Qt.Key.Key_Space)
    press(qtbot, page, Qt.Key.Key_Space)
    assert page._late.shown.ticked == 2
    press(qtbot, page, Qt.Key.Key_G, ALT)
    assert part.card.isVisible()
    assert part.form.fields["reason_code"].editor.hasFocus()
    press(qtbot, page, Qt.Key.Key_Down)
    type_vietnamese(part.form.fields["reason"].editor, "Chờ kết quả")
    press(qtbot, page, Qt.Key.Key_F9)
    assert part.form.fields["day"].editor.hasFocus()
    qtbot.keyClicks(part.form.fields["day"].editor, "31122027")
    press(qtbot, page, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: len(printed) == 2)
    qtbot.waitUntil(lambda: len(part.table.rows) == 1)
    assert not part.card.isVisible()
    press(qtbot, page, Qt.Key.Key_L, ALT)
    assert page.stack.currentIndex() == 0


def test_the_story_is_one_key_away_and_escape_leads_back(page, qtbot, late):
    page.show_late()
    qtbot.waitUntil(lambda: len(page.late.table.rows) == 3)
    page.late.begin()
    press(qtbot, page, Qt.Key.Key_Y, ALT)
    qtbot.waitUntil(page.late.told.isVisible)
    who = dict(page.late.told.sums.facts)
    assert "Sở Tư pháp" in who
    assert page.late.told.due.facts
    press(qtbot, page, Qt.Key.Key_Escape)
    assert not page.late.told.isVisible()
    with qtbot.waitSignal(page.go) as told:
        press(qtbot, page, Qt.Key.Key_Return)
    assert told.args[0] == "dossiers"


def test_nothing_is_cut_in_the_work_list(vietnamese, page, qtbot):
    page.show_late()
    qtbot.waitUntil(lambda: len(page.late.table.rows) == 3)
    page._late.begin_letter(0)
    qtbot.wait(20)
    assert cut_words(page.late) == []
    assert cut_words(page) == []
    page._late.leave_letter()
    page._late.tell(0)
    qtbot.waitUntil(page.late.told.isVisible)
    qtbot.wait(20)
    assert cut_words(page.late.told) == []

"""The business desk with the keys: visits, opinions, a stand-in, and many dossiers at once."""

import io
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QLocale, Qt
from sqlalchemy import select

from counter_app.exchange.people import PEOPLE, people_template
from counter_app.schema.tables import dossier
from counter_app.store.callers import feedback_between, visits_between
from counter_app.store.dossiers import newest
from counter_app.usecases.intake import receive
from tests.fixtures.desk import BIRTH, PASSWORD, birth_intake, password_hash, publish
from tests.fixtures.life import HOA, MINH
from tests.ui.places import cut_words
from ui import translations
from ui.notice import Kind
from ui.pages.callers.page import CallersPage
from ui.pages.callers.view_model import CallersViewModel

FRIDAY = date(2026, 11, 20)
ENTER, F9 = Qt.Key.Key_Return, Qt.Key.Key_F9
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def people(path, *names):
    book = load_workbook(io.BytesIO(people_template()))
    keys = [column.key for column in PEOPLE.columns]
    for line, (name, number) in enumerate(names, start=2):
        book.worksheets[0].cell(line, keys.index("name") + 1, name)
        book.worksheets[0].cell(line, keys.index("identity_number") + 1, number)
        book.worksheets[0].cell(line, keys.index("address") + 1, "Tổ 3, phường Tân Phong")
    book.save(path)


@pytest.fixture
def page(office, tasks, bring_up, qtbot, tmp_path):
    made = CallersPage(
        CallersViewModel(office, tasks),
        ask_open=lambda *_: tmp_path / "danh-sach.xlsx",
        ask_save=lambda *_: tmp_path / "mau.xlsx",
    )
    bring_up(made, 1158, 664)
    made.entered()
    qtbot.waitUntil(lambda: bool(made._model.shown.agencies))
    return made


@pytest.fixture
def vietnamese(qapp):
    found = translations.install(qapp)
    yield
    for catalogue in found:
        qapp.removeTranslator(catalogue)
    QLocale.setDefault(QLocale("C"))


def test_a_visit_is_recorded_by_the_keys_and_the_next_may_come(
    page, qtbot, office, type_vietnamese
):
    part = page.visits
    assert part.topic.line.hasFocus()
    type_vietnamese(part.topic.line, "Hỏi thủ tục thành lập hợp tác xã")
    qtbot.keyClicks(part.minutes.number, "15")
    type_vietnamese(part.organisation.line, "HTX Bản Mới")
    qtbot.keyClick(part.topic.line, F9)
    qtbot.waitUntil(lambda: part.table.rowCount() == 1)
    (row,) = office.ask(visits_between, FRIDAY, FRIDAY)
    assert (row.topic, row.minutes) == ("Hỏi thủ tục thành lập hợp tác xã", 15)
    assert part.topic.text == "" and part.topic.line.hasFocus()
    assert page.notices.notice.kind is Kind.GOOD


def test_a_visit_without_a_topic_keeps_what_was_typed(page, qtbot, office):
    part = page.visits
    qtbot.keyClicks(part.name.line, "Lo Van Pao")
    qtbot.keyClick(part.name.line, F9)
    qtbot.waitUntil(lambda: page.notices.notice is not None)
    assert page.notices.notice.kind is Kind.BAD
    assert part.name.text == "Lo Van Pao"
    assert office.ask(visits_between, FRIDAY, FRIDAY) == []


def test_a_complaint_is_recorded_answered_and_no_longer_waits(page, qtbot, office, type_vietnamese):
    qtbot.keyClick(page, Qt.Key.Key_2, ALT)
    part = page.opinions
    qtbot.waitUntil(part.words.area.hasFocus)
    type_vietnamese(part.words.area, "Phải chờ lâu")
    qtbot.keyClick(part.words.area, F9)
    qtbot.waitUntil(lambda: part.table.rowCount() == 1)
    part.list.setFocus()
    qtbot.keyClick(part.list, ENTER)
    assert part.answer.line.hasFocus()
    type_vietnamese(part.answer.line, "Đã xin lỗi và mở thêm quầy")
    qtbot.keyClick(part.answer.line, ENTER, CTRL)
    qtbot.waitUntil(lambda: office.ask(feedback_between, FRIDAY, FRIDAY)[0].answered_at is not None)
    (row,) = office.ask(feedback_between, FRIDAY, FRIDAY)
    assert row.answer == "Đã xin lỗi và mở thêm quầy"
    qtbot.waitUntil(lambda: not part.send.isEnabled())


def test_what_is_half_typed_stays_when_another_view_records(page, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_2, ALT)
    qtbot.keyClicks(page.opinions.name.line, "Pao")
    qtbot.keyClick(page, Qt.Key.Key_1, ALT)
    qtbot.keyClicks(page.visits.topic.line, "hoi dap")
    qtbot.keyClick(page.visits.topic.line, F9)
    qtbot.waitUntil(lambda: page.visits.table.rowCount() == 1)
    assert page.opinions.name.text == "Pao"


def test_a_stand_in_counts_the_papers_and_the_difference_is_on_record(page, qtbot, office):
    subjects = [receive(office.served_by(MINH), birth_intake()).subject for _ in range(2)]
    qtbot.keyClick(page, Qt.Key.Key_3, ALT)
    part = page.stand_in
    qtbot.waitUntil(lambda: part.table.rowCount() == 1)
    part.list.setFocus()
    part.list.set_row(0)
    qtbot.keyClick(part.list, ENTER)
    assert part.counted.number.hasFocus()
    qtbot.keyClicks(part.counted.number, "1")
    qtbot.keyClicks(part.because.line, "nghi om")
    qtbot.keyClick(part.because.line, F9)
    qtbot.waitUntil(lambda: part.table.rowCount() == 0)
    assert page.notices.notice.kind is Kind.WARN

    def holders(session):
        found = select(dossier.c.assigned_to).where(dossier.c.subject.in_(subjects))
        return set(session.execute(found).scalars())

    assert office.ask(holders) == {office.acting.login}


def test_an_officer_stands_in_only_with_a_supervisor(office, tasks, bring_up, qtbot):
    record = {
        "login": HOA.login,
        "name": HOA.name,
        "roles": ["supervisor"],
        "password_hash": password_hash(),
    }
    publish(office, "officer_defined", ("officer", HOA.login), record)
    receive(office, birth_intake())
    page = bring_up(CallersPage(CallersViewModel(office.served_by(MINH), tasks)), 1158, 664)
    page.turn(2)
    part = page.stand_in
    qtbot.waitUntil(lambda: part.table.rowCount() == 1)
    qtbot.keyClicks(part.because.line, "nghi phep")
    qtbot.keyClick(part.because.line, F9)
    qtbot.waitUntil(part.second.isVisible)
    qtbot.waitUntil(lambda: bool(page._model.approval.shown.officers))
    page._model.approval.choose(HOA.login)
    qtbot.keyClicks(part.second.password.line, PASSWORD)
    qtbot.keyClick(part.second.password.line, ENTER)
    qtbot.waitUntil(lambda: part.table.rowCount() == 0)


def test_a_list_of_people_becomes_dossiers_once(page, qtbot, office, tmp_path):
    people(
        tmp_path / "danh-sach.xlsx",
        ("Lò Văn Páo", "012201000456"),
        ("", "012201000457"),
        ("Giàng A Sính", "012199000789"),
    )
    qtbot.keyClick(page, Qt.Key.Key_4, ALT)
    part = page.campaign
    qtbot.waitUntil(part.code.line.hasFocus)
    qtbot.keyClicks(part.code.line, BIRTH.code)
    qtbot.waitUntil(lambda: part.code.hint == BIRTH.name)
    qtbot.keyClick(part.code.line, Qt.Key.Key_O, CTRL)
    qtbot.waitUntil(part.act.isEnabled)
    assert [one.row for one in part.table.rows] == [3]
    assert office.ask(newest) == []
    qtbot.keyClick(part.code.line, F9)
    qtbot.waitUntil(lambda: page._model.shown.done is not None)
    assert len(office.ask(newest)) == 2
    assert not part.act.isEnabled()
    qtbot.keyClick(part.code.line, Qt.Key.Key_O, CTRL)
    qtbot.waitUntil(part.act.isEnabled)
    qtbot.keyClick(part.code.line, F9)
    qtbot.waitUntil(lambda: page._model.shown.done is not None)
    assert len(office.ask(newest)) == 2
    assert len(page._model.shown.done.open_already) == 2


@pytest.mark.parametrize("place", range(4))
def test_nothing_is_cut_on_an_office_screen(
    page, vietnamese, office, tasks, bring_up, qtbot, place
):
    receive(office.served_by(MINH), replace(birth_intake()))
    made = CallersPage(CallersViewModel(office, tasks))
    bring_up(made, 1158, 664)
    made.turn(place)
    qtbot.waitUntil(lambda: bool(made._model.shown.absent))
    assert made.minimumSizeHint().height() <= 664
    assert cut_words(made) == []

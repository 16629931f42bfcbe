"""A complaint about a dossier: linked by scan, number or name, and told in its history."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, Qt

from counter_app.domain.states import State
from counter_app.store.callers import feedback_between
from counter_app.usecases import hand_overs
from counter_app.usecases.callers import Feedback, FeedbackKind, answer_feedback, record_feedback
from counter_app.usecases.intake import receive
from tests.fixtures.desk import AGENCY, SUBMITTER, birth_intake
from tests.fixtures.life import handed_over
from tests.ui.places import cut_words
from ui import translations
from ui.dossier_words import state_badge
from ui.pages.callers.page import CallersPage
from ui.pages.callers.view_model import CallersViewModel
from ui.pages.dossiers.dossier_view_model import DossierViewModel
from ui.pages.dossiers.opinions import OpinionLine
from ui.pages.dossiers.page import DossiersPage
from ui.pages.dossiers.parts import History, StepLine
from ui.pages.dossiers.view_model import DossiersViewModel

FRIDAY = date(2026, 11, 20)
ENTER, F9, DOWN = Qt.Key.Key_Return, Qt.Key.Key_F9, Qt.Key.Key_Down
ALT = Qt.KeyboardModifier.AltModifier
NAMES = ("Lò Văn Páo", "Lò Thị Mỷ", "Vàng A Sử")
LATE = Feedback(FeedbackKind.COMPLAINT, "Hẹn rồi mà chưa có kết quả", "Lò Văn Páo")


@pytest.fixture
def receipts(office):
    return [
        receive(office, birth_intake(submitter=replace(SUBMITTER, name=name))) for name in NAMES
    ]


@pytest.fixture
def model(qapp, office, immediate, receipts):
    made = CallersViewModel(office, immediate)
    made.refresh()
    return made


def told(desk):
    return desk.ask(feedback_between, FRIDAY, FRIDAY)


# --- what is found and held


def test_a_number_is_taken_by_enter_and_the_dossier_is_held(model, receipts):
    model.link.set_typed(receipts[1].number)
    assert model.link.shown.found == ()
    assert model.link.take()
    assert model.link.shown.row.subject == receipts[1].subject
    model.link.let_go()
    assert model.link.shown.row is None


def test_a_name_finds_dossiers_and_the_only_one_is_taken(model, receipts):
    model.link.set_typed("lo")
    assert {row.owner_name for row in model.link.shown.found} == {"Lò Văn Páo", "Lò Thị Mỷ"}
    assert not model.link.take()
    model.link.set_typed("vang su")
    assert model.link.take()
    assert model.link.shown.row.subject == receipts[2].subject


def test_a_number_that_nobody_knows_says_so_and_holds_nothing(model, office, receipts):
    number = receipts[0].number[:-4] + "0099"
    model.link.set_typed(number)
    assert model.link.take()
    assert model.link.shown.row is None
    assert number in model.link.shown.problem
    model.record_opinion(LATE)
    assert told(office)[0].dossier is None


def test_the_opinion_is_recorded_about_the_dossier_held(model, office, receipts):
    model.link.scan(receipts[0].number)
    model.record_opinion(LATE)
    (row,) = told(office)
    assert (row.dossier, row.agency_code) == (receipts[0].subject, AGENCY)
    assert model.shown.concerned.number == receipts[0].number


# --- the page by the keys


@pytest.fixture
def page(office, tasks, bring_up, qtbot, receipts):
    made = CallersPage(CallersViewModel(office, tasks))
    bring_up(made, 1158, 664)
    made.entered()
    qtbot.waitUntil(lambda: bool(made._model.shown.agencies), timeout=20_000)
    made.turn(1)
    return made


def test_a_complaint_is_linked_by_a_name_recorded_and_opened(
    page, qtbot, office, receipts, type_vietnamese
):
    part = page.opinions
    type_vietnamese(part.words.area, "Chưa có kết quả")
    part.dossier.line.setFocus()
    type_vietnamese(part.dossier.line, "lò")
    qtbot.waitUntil(lambda: part.dossier.table.rowCount() == 2, timeout=20_000)
    qtbot.keyClick(part.dossier.line, DOWN)
    assert part.dossier.list.hasFocus()
    wanted = part.dossier.table.rows[1]
    qtbot.keyClick(part.dossier.list, DOWN)
    qtbot.keyClick(part.dossier.list, ENTER)
    qtbot.waitUntil(part.dossier.card.isVisible, timeout=20_000)
    card = part.dossier.card
    assert card.number.text() == wanted.number
    assert wanted.owner_name in card.words.text()
    assert card.state.text == state_badge(State.RECEIVED)[1]
    assert part.name.line.hasFocus()
    assert part.agency.key == AGENCY
    with qtbot.waitSignal(page.go) as opened:
        qtbot.keyClick(page, Qt.Key.Key_D, ALT)
    assert opened.args == ["dossiers", wanted.subject]
    qtbot.keyClick(part.words.area, F9)
    qtbot.waitUntil(lambda: part.table.rowCount() == 1, timeout=20_000)
    assert told(office)[0].dossier == wanted.subject
    qtbot.waitUntil(part.dossier.line.isVisible, timeout=20_000)
    assert part.dossier.line.text() == ""
    qtbot.waitUntil(part.concerned.isVisible, timeout=20_000)
    assert part.table.columns[2].text(part.table.rows[0]) == wanted.number.split("-", 1)[1]
    with qtbot.waitSignal(page.go) as opened:
        qtbot.keyClick(page, Qt.Key.Key_G, ALT)
    assert opened.args == ["dossiers", wanted.subject]


def test_a_scan_links_the_opinion_and_elsewhere_is_left_to_the_window(page, qtbot, receipts):
    page.opinions.phone.line.setFocus()
    assert page.take_scan(f"{receipts[2].number}|4821|abcdef")
    card = page.opinions.dossier.card
    qtbot.waitUntil(lambda: card.number.text() == receipts[2].number, timeout=20_000)
    assert page.opinions.phone.line.hasFocus()
    qtbot.keyClick(page, Qt.Key.Key_B, ALT)
    qtbot.waitUntil(page.opinions.dossier.line.isVisible, timeout=20_000)
    assert page._model.link.shown.row is None
    assert not page.take_scan("https://example.vn")
    page.turn(0)
    assert not page.take_scan(receipts[2].number)


def test_an_answer_leaves_alone_what_is_half_typed(page, qtbot, office, receipts, type_vietnamese):
    record_feedback(office, LATE)
    page.entered()
    part = page.opinions
    qtbot.waitUntil(lambda: part.table.rowCount() == 1, timeout=20_000)
    type_vietnamese(part.words.area, "Nên có thêm ghế chờ")
    page.take_scan(receipts[0].number)
    qtbot.waitUntil(part.dossier.card.isVisible, timeout=20_000)
    type_vietnamese(part.answer.line, "Đã xin lỗi")
    qtbot.keyClick(part.answer.line, ENTER, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: told(office)[0].answered_at is not None, timeout=20_000)
    qtbot.waitUntil(lambda: part.answer.text == "", timeout=20_000)
    assert part.words.text == "Nên có thêm ghế chờ"
    assert page._model.link.shown.row.subject == receipts[0].subject


def test_enter_goes_past_the_dossier_where_there_is_none(page, qtbot, type_vietnamese):
    part = page.opinions
    type_vietnamese(part.words.area, "Nên có thêm ghế chờ")
    part.dossier.line.setFocus()
    qtbot.keyClick(part.dossier.line, ENTER)
    assert part.name.line.hasFocus()


@pytest.fixture
def vietnamese(qapp):
    found = translations.install(qapp)
    yield
    for catalogue in found:
        qapp.removeTranslator(catalogue)
    QLocale.setDefault(QLocale("C"))


def test_nothing_is_cut_where_a_dossier_is_held_and_another_concerned(
    vietnamese, office, tasks, bring_up, qtbot, receipts
):
    record_feedback(office, replace(LATE, dossier=receipts[0].subject))
    made = CallersPage(CallersViewModel(office, tasks))
    bring_up(made, 1158, 664)
    made.turn(1)
    made._model.link.scan(receipts[1].number)
    qtbot.waitUntil(made.opinions.dossier.card.isVisible, timeout=20_000)
    qtbot.waitUntil(made.opinions.concerned.isVisible, timeout=20_000)
    qtbot.waitUntil(lambda: cut_words(made) == [], timeout=20_000)
    assert made.minimumSizeHint().height() <= 664


# --- the dossier's page


def opened(office, immediate, subject):
    model = DossierViewModel(office, immediate, lambda *_: None, lambda *_: None)
    model.open(subject)
    return model


def test_the_dossiers_history_tells_the_complaint_between_its_acts(qapp, office, immediate):
    subject = handed_over(office)
    office.clock.advance(timedelta(hours=1))
    about = record_feedback(office, replace(LATE, dossier=subject))
    record_feedback(office, LATE)
    model = opened(office, immediate, subject)
    history = History()
    history.set_steps(model.shown.story.steps, model.shown.opinions)
    lines = [line for line in history.children() if isinstance(line, StepLine | OpinionLine)]
    assert [type(line) for line in lines] == [StepLine, StepLine, OpinionLine]
    said = lines[2].accessibleName()
    assert LATE.words in said
    assert "Lò Văn Páo" in said
    assert "to answer" in said
    answer_feedback(office, about, "Đã xin lỗi, hẹn lại thứ Hai")
    model.refresh()
    history.set_steps(model.shown.story.steps, model.shown.opinions)
    (line,) = history.findChildren(OpinionLine)[-1:]
    assert "Đã xin lỗi, hẹn lại thứ Hai" in line.accessibleName()
    assert "to answer" not in line.accessibleName()


def test_a_complaint_told_before_an_act_stands_before_it(qapp, office, immediate, receipts):
    subject = receipts[0].subject
    office.clock.advance(timedelta(minutes=1))
    record_feedback(office, replace(LATE, dossier=subject))
    office.clock.advance(timedelta(minutes=1))
    hand_overs.hand_over(office, [subject], AGENCY)
    model = opened(office, immediate, subject)
    history = History()
    history.set_steps(model.shown.story.steps, model.shown.opinions)
    lines = [line for line in history.children() if isinstance(line, StepLine | OpinionLine)]
    assert [type(line) for line in lines] == [StepLine, OpinionLine, StepLine]


def test_the_page_of_the_dossier_shows_it(office, tasks, bring_up, qtbot):
    subject = handed_over(office)
    record_feedback(office, replace(LATE, dossier=subject))
    model = DossierViewModel(office, tasks, lambda *_: None, lambda *_: None)
    page = DossiersPage(DossiersViewModel(office, tasks), model)
    bring_up(page)
    page.show_item(subject)
    qtbot.waitUntil(lambda: bool(page.view.history.findChildren(OpinionLine)), timeout=20_000)

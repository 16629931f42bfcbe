"""The page of results, worked with the keys on a real file with real threads."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, Qt

from counter_app.domain.dossier import ReturnWay
from counter_app.domain.fees import Method
from counter_app.domain.states import State
from counter_app.store.dossiers import by_subject, history
from counter_app.store.papers import return_slip
from counter_app.usecases import hand_overs, payments, results
from counter_app.usecases.intake import receive
from tests.fixtures.desk import AGENCY, EXTRACT, SUBMITTER, birth_intake
from tests.fixtures.till import grant_book, with_cashier
from tests.ui.places import cut_words
from ui import translations
from ui.pages.return_result.page import ReturnPage
from ui.pages.return_result.view_model import ReturnViewModel

ENTER, DOWN, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Escape
ALT = Qt.KeyboardModifier.AltModifier
CARD = (
    "012186999901|045999001|Lò Thị Ánh|12031986|Nữ|Tổ 5, phường Tân Phong, tỉnh Lai Châu|06022023"
)


@pytest.fixture
def receipts(desk):
    owner = replace(SUBMITTER, name="Lò Văn Páo", identity_number="012086000456")
    made = [receive(desk, birth_intake()), receive(desk, birth_intake(owner=owner))]
    subjects = [receipt.subject for receipt in made]
    hand_overs.hand_over(desk, subjects, AGENCY)
    arrivals = [results.Arrival(subject) for subject in subjects]
    results.receive_results(desk, arrivals, place="Kệ A2")
    return made


@pytest.fixture
def vietnamese(qapp):
    found = translations.install(qapp)
    yield
    for catalogue in found:
        qapp.removeTranslator(catalogue)
    QLocale.setDefault(QLocale("C"))


@pytest.fixture
def printed():
    return []


@pytest.fixture
def page(desk, tasks, bring_up, receipts, qtbot, printed):
    made = ReturnPage(ReturnViewModel(desk, tasks, printed.append))
    bring_up(made)
    made.entered()
    qtbot.waitUntil(lambda: len(made.table.rows) == 2)
    return made


def opened(page):
    return page._model.shown.opened


def test_scan_and_f9_and_the_next_citizen_may_come(page, qtbot, desk, receipts, printed):
    assert page.search.hasFocus()
    assert page.take_scan(receipts[0].number)
    qtbot.waitUntil(page.act.isVisible)
    assert page.collector.isAncestorOf(page.focusWidget())
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: len(page.table.rows) == 1 and bool(printed))
    assert desk.ask(by_subject, receipts[0].subject).state == State.RETURNED
    assert page.search.hasFocus()
    assert not page.act.isVisible()


def test_the_owner_comes_himself(page, qtbot, desk, receipts, printed):
    qtbot.keyClicks(page.search, receipts[1].number)
    qtbot.keyClick(page.search, ENTER)
    qtbot.waitUntil(page.act.isVisible)
    assert page.search.text() == ""
    assert page.collector.name.text == SUBMITTER.name
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_1, ALT)
    assert page.collector.name.text == "Lò Văn Páo"
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_S, ALT)
    assert page.collector.signed.isChecked()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: bool(printed))
    assert desk.ask(return_slip, receipts[1].subject).collector.name == "Lò Văn Páo"


def test_somebody_else_scans_the_card_and_names_the_authorisation(
    page, qtbot, desk, receipts, printed, type_vietnamese
):
    page.take_scan(receipts[0].number)
    qtbot.waitUntil(page.act.isVisible)
    assert page.take_scan(CARD)
    assert page.collector.name.text == "Lò Thị Ánh"
    assert page.collector.name.filled
    assert page.collector.authorisation.isVisible()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: bool(page.collector.authorisation.error))
    assert page.collector.authorisation.line.hasFocus()
    type_vietnamese(page.collector.authorisation, "Giấy ủy quyền số 5")
    assert page.collector.authorisation.error == ""
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: bool(printed))
    assert desk.ask(return_slip, receipts[0].subject).authorisation == "Giấy ủy quyền số 5"


def test_enter_goes_on_through_the_fields(page, qtbot, receipts):
    page.take_scan(receipts[0].number)
    qtbot.waitUntil(page.act.isVisible)
    page.collector.name.line.setFocus()
    qtbot.keyClick(page.focusWidget(), ENTER)
    assert page.collector.identity.line.hasFocus()
    qtbot.keyClick(page.focusWidget(), ENTER)
    assert page.collector.way.combo.hasFocus()


def test_the_list_is_worked_with_the_keys(page, qtbot, receipts):
    qtbot.keyClick(page.search, DOWN)
    assert page.list.hasFocus()
    qtbot.keyClick(page.list, DOWN)
    qtbot.keyClick(page.list, ENTER)
    qtbot.waitUntil(lambda: opened(page) is not None)
    assert opened(page).row.subject == page.table.rows[1].row.subject
    qtbot.keyClick(page.focusWidget(), ESCAPE)
    assert opened(page) is None
    assert page.search.hasFocus()


def test_the_act_that_helps_is_on_another_page(page, qtbot, desk):
    fresh = receive(desk, birth_intake())
    page.take_scan(fresh.number)
    qtbot.waitUntil(page.standing.isVisible)
    assert not page.act.isEnabled()
    with qtbot.waitSignal(page.go) as told:
        page.standing.act.click()
    assert told.args == ["hand_over", fresh.subject]


def test_coming_back_the_dossier_is_looked_at_again(page, qtbot, desk):
    fresh = receive(desk, birth_intake())
    page.take_scan(fresh.number)
    qtbot.waitUntil(page.standing.isVisible)
    hand_overs.hand_over(desk, [fresh.subject], AGENCY)
    results.receive_results(desk, [results.Arrival(fresh.subject)])
    page.entered()
    qtbot.waitUntil(page.act.isEnabled)


@pytest.fixture
def unpaid(desk):
    """A dossier of 8,000 đồng whose result lies here; its owner is another than its submitter."""
    owner = replace(SUBMITTER, name="Lò Văn Páo", identity_number="012086000456")
    made = receive(desk, birth_intake(procedure_code=EXTRACT.code, owner=owner))
    hand_overs.hand_over(desk, [made.subject], AGENCY)
    results.receive_results(desk, [results.Arrival(made.subject)])
    return made


def test_no_result_goes_out_while_money_is_owed(page, qtbot, desk, unpaid, printed):
    page.take_scan(unpaid.number)
    qtbot.waitUntil(page.standing.isVisible)
    assert "8.000" in page.standing.notice.text
    assert page.standing.notice.act == ""  # this officer takes no money
    assert not page.collect.isVisible()
    assert not page.act.isEnabled()
    qtbot.keyClicks(page.collector.paid.line, "AA-26P 0000317")
    assert page.act.isEnabled()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: bool(printed))
    assert desk.ask(history, unpaid.subject)[-1].record()["paid_elsewhere"] == "AA-26P 0000317"


def test_one_key_goes_to_collect_and_coming_back_the_result_goes_out(
    desk, tasks, bring_up, qtbot, unpaid, printed
):
    grant_book(desk)
    cashier = with_cashier(desk)
    page = ReturnPage(ReturnViewModel(cashier, tasks, printed.append))
    bring_up(page)
    page.show_item(unpaid.subject)
    qtbot.waitUntil(page.collect.isVisible)
    with qtbot.waitSignal(page.go) as told:
        qtbot.keyClick(page, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["fees", unpaid.subject]
    payments.collect(cashier, unpaid.subject, Method.CASH)
    page.entered()
    qtbot.waitUntil(page.act.isEnabled)
    assert not page.collect.isVisible()
    assert not page.collector.paid.isVisible()


def test_other_codes_are_left_to_the_window(page):
    assert not page.take_scan("4006381333931")


def test_owing_fits_on_an_office_screen(page, qtbot, vietnamese, bring_up, desk, tasks, unpaid):
    made = ReturnPage(ReturnViewModel(with_cashier(desk), tasks, lambda _: None))
    bring_up(made, 1158, 664)
    made.show_item(unpaid.subject)
    qtbot.waitUntil(made.collect.isVisible)
    qtbot.waitUntil(lambda: cut_words(made) == [])
    assert made.minimumSizeHint().width() <= 1158


@pytest.mark.parametrize("way", [ReturnWay.COUNTER, ReturnWay.POST])
def test_nothing_is_cut_on_an_office_screen(page, qtbot, vietnamese, bring_up, desk, tasks, way):
    made = ReturnPage(ReturnViewModel(desk, tasks, lambda _: None))
    bring_up(made, 1158, 664)
    made.entered()
    qtbot.waitUntil(lambda: len(made.table.rows) == 2)
    made._model.open(made.table.rows[1].row.subject)
    qtbot.waitUntil(made.act.isVisible)
    made._model.edit("way", way)
    made.take_scan(CARD)
    assert made.collector.waybill.isVisible() is (way is ReturnWay.POST)
    assert cut_words(made) == []
    header = made.list.horizontalHeader()
    for place in range(header.count()):
        title = made.list.model().headerData(place, Qt.Orientation.Horizontal)
        room = header.sectionSize(place) - 16
        assert header.fontMetrics().horizontalAdvance(title) <= room, title

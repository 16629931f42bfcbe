"""The acts of a dossier's page, worked with the keys on a real file with real threads."""

from dataclasses import dataclass, replace
from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLabel

from counter_app.domain.states import State
from counter_app.store.dossiers import by_subject, receipt_of
from counter_app.store.papers import apology_letter, supplement_slip
from counter_app.usecases.printing import Form, PaperSize
from tests.fixtures.desk import birth_intake
from tests.fixtures.life import REACHING, handed_over, received
from tests.ui.places import cut_words
from ui import translations
from ui.intake_form.form import Side
from ui.pages.dossiers.act_bar import MORE_KEYS
from ui.pages.dossiers.acts import KEYS, Deed
from ui.pages.dossiers.asked_papers import FAILED_KEYS
from ui.pages.dossiers.dossier import BACK_KEYS, COPY_KEYS, FEES_KEYS, LOOK_KEYS, PRINT_KEYS
from ui.pages.dossiers.dossier_view_model import DossierViewModel
from ui.pages.dossiers.page import DossiersPage
from ui.pages.dossiers.view_model import DossiersViewModel

ALT = Qt.KeyboardModifier.AltModifier
CARD = "012090000456||Lò Văn Đức|12031990|Nam|Bản Pú Nhung, Lai Châu|02022023||||"
ENTER, ESCAPE, F9 = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F9


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


@dataclass(frozen=True)
class Sheet:
    """One page, white."""

    width: int
    height: int
    rgba: bytes


@pytest.fixture
def drawn():
    return []


@pytest.fixture
def draw(drawn):
    def draw(_subject, form, paper, act, width):
        drawn.append((form, paper))
        return [Sheet(width, 100, b"\xff" * (4 * width * 100))]

    return draw


@pytest.fixture
def show(office, tasks, bring_up, qtbot, printed, draw):
    """Open the page of a dossier, with its acts."""

    def show(subject, width=1158, height=664):
        model = DossierViewModel(
            office,
            tasks,
            lambda _, form, paper, act: printed.append(form),
            lambda *_: None,
            draw,
        )
        page = DossiersPage(DossiersViewModel(office, tasks), model)
        bring_up(page, width, height)
        page.show_item(subject)
        qtbot.waitUntil(lambda: bool(model.acts.deeds))
        return page

    return show


@pytest.fixture
def press(qtbot):
    """Press a key where the focus is."""

    def press(page, key, modifier=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(page.focusWidget() or page, key, modifier)

    return press


def editor(page, name):
    return page.view.panel.form.fields[name].editor


def test_only_what_fits_stands_in_the_bar(show, office):
    page = show(received(office))
    shown = {deed for deed, button in page.view.bar.buttons.items() if button.isVisible()}
    assert {Deed.ASK, Deed.STOP, Deed.EXTEND, Deed.CORRECT, Deed.WITHDRAW, Deed.RESULT} <= shown
    assert not shown & {Deed.PAPERS_IN, Deed.RESUME, Deed.SETTLE, Deed.TAKE_ONLINE}
    assert not page.view.panel.isVisible()


def test_no_act_has_a_key_of_the_page_itself():
    own = {MORE_KEYS, FAILED_KEYS, PRINT_KEYS, LOOK_KEYS, COPY_KEYS, BACK_KEYS, FEES_KEYS}
    assert not own & set(KEYS.values())


def test_papers_are_asked_for_by_keys_alone(show, office, qtbot, press, printed, type_vietnamese):
    papers = birth_intake().papers
    incomplete = (replace(papers[0], required=False, present=False), *papers[1:])
    subject = received(office, birth_intake(papers=incomplete))
    page = show(subject)
    press(page, Qt.Key.Key_B, ALT)
    panel = page.view.panel
    qtbot.waitUntil(panel.isVisible)
    assert panel.papers.reasons[0].hasFocus()  # the missing line is ticked already
    type_vietnamese(panel.papers.reasons[0], "Chưa nộp")
    press(page, ENTER)
    assert not panel.papers.reasons[0].hasFocus()
    type_vietnamese(editor(page, "reason"), "Hồ sơ chưa đủ")
    press(page, F9)
    qtbot.waitUntil(lambda: bool(printed))
    assert office.ask(by_subject, subject).state == State.SUPPLEMENT
    slip = office.ask(supplement_slip, subject)
    assert (slip.lines[0].reason, slip.reason) == ("Chưa nộp", "Hồ sơ chưa đủ")
    qtbot.waitUntil(page.view.bar.buttons[Deed.PAPERS_IN].isVisible)
    assert not panel.isVisible()
    assert page.view.print.hasFocus()


def test_a_refused_act_stands_on_its_fault_and_keeps_what_was_typed(
    show, office, qtbot, press, type_vietnamese
):
    subject = handed_over(office)
    page = show(subject)
    press(page, Qt.Key.Key_G, ALT)
    qtbot.waitUntil(page.view.panel.isVisible)
    assert editor(page, "reason_code").hasFocus()
    press(page, Qt.Key.Key_Down)
    type_vietnamese(editor(page, "reason"), "Chờ kết quả phối hợp")
    qtbot.keyClicks(editor(page, "day"), "20112020")
    press(page, F9)
    field = page.view.panel.form.fields["day"]
    qtbot.waitUntil(lambda: bool(field.error))
    assert editor(page, "day").hasFocus()
    assert editor(page, "reason").text() == "Chờ kết quả phối hợp"
    editor(page, "day").selectAll()
    qtbot.keyClicks(editor(page, "day"), "31122026")
    assert field.error == ""
    press(page, F9)
    qtbot.waitUntil(lambda: bool(office.ask(by_subject, subject).apology_at))
    assert office.ask(apology_letter, subject).reason == "Chờ kết quả phối hợp"


def test_escape_puts_the_panel_away_and_then_leads_back(show, office, qtbot, press):
    page = show(received(office))
    press(page, Qt.Key.Key_D, ALT)
    qtbot.waitUntil(page.view.panel.isVisible)
    qtbot.keyClicks(editor(page, "agency"), "So Xay dung")
    press(page, ESCAPE)
    assert not page.view.panel.isVisible()
    press(page, Qt.Key.Key_D, ALT)
    qtbot.waitUntil(page.view.panel.isVisible)
    assert editor(page, "agency").text() == "So Xay dung"
    press(page, ESCAPE)
    press(page, ESCAPE)
    assert page.stack.currentIndex() == 0


def test_seldom_acts_have_their_keys_while_their_menu_is_closed(show, office, qtbot, press):
    page = show(received(office))
    press(page, Qt.Key.Key_N, ALT)
    qtbot.waitUntil(page.view.panel.isVisible)
    assert page.view.panel.approval.isVisible()
    assert page.view.bar.seldom[Deed.CHANGE_DUE].isVisible()
    assert not page.view.bar.seldom[Deed.SHELVE].isVisible()


def test_letters_join_what_can_be_printed(show, office, qtbot):
    page = show(REACHING[State.STOPPED](office))
    words = [act.text() for act in page.view._print_menu.actions()]
    assert len(words) == 6
    assert len(page.view._pdf_menu.actions()) == 5


def test_a_letter_is_looked_at_in_the_page_and_printed_from_there(
    show, office, qtbot, press, printed, drawn
):
    page = show(REACHING[State.STOPPED](office))
    menu = page.view._look_menu
    press(page, Qt.Key.Key_D, ALT)
    qtbot.waitUntil(page.view.panel.isVisible)
    notice = next(act for act in menu.actions() if "stop" in act.text().lower())
    notice.trigger()
    qtbot.waitUntil(lambda: page.view.paper.preview.pages == 1)
    assert drawn == [(Form.STOP, PaperSize.A4)]
    assert not page.view.panel.isVisible()
    press(page, F9)
    qtbot.waitUntil(lambda: printed == [Form.STOP])
    press(page, ESCAPE)
    assert page.view.stack.currentIndex() == 0


def test_an_intake_is_put_right_by_keys_alone(show, office, qtbot, press, printed, type_vietnamese):
    subject = received(office)
    page = show(subject)
    press(page, Qt.Key.Key_S, ALT)
    place = page.view.correction
    fields = place.walk.parties.sides[Side.SUBMITTER]
    qtbot.waitUntil(fields.name.line.hasFocus, timeout=20_000)
    assert page.view.bar.isHidden() and page.view.panel.isHidden()
    fields.name.line.selectAll()
    type_vietnamese(fields.name.line, "Lò Thị Tuyết")
    for _ in range(5):  # number, telephone, old number, day of the card, day of birth
        press(page, ENTER)
    assert fields.born.line.hasFocus()
    fields.born.line.selectAll()
    qtbot.keyClicks(fields.born.line, "06091988")
    press(page, Qt.Key.Key_3, ALT)
    table = place.walk.papers.table
    assert table.hasFocus()
    press(page, Qt.Key.Key_Right)
    qtbot.keyClicks(table, "4")
    press(page, Qt.Key.Key_Insert)
    type_vietnamese(table.focusWidget() or table, "Giấy ủy quyền")
    press(page, ENTER)
    press(page, Qt.Key.Key_4, ALT)
    assert place.walk.returning.way.combo.hasFocus()
    while not place.reason.line.hasFocus():
        press(page, ENTER)
    type_vietnamese(place.reason.line, "Nhập sai")
    press(page, F9)
    qtbot.waitUntil(lambda: bool(printed), timeout=20_000)
    receipt = office.ask(receipt_of, subject)
    assert (receipt.submitter.name, receipt.reissue) == ("Lò Thị Tuyết", 1)
    assert receipt.submitter.born_on == date(1988, 9, 6)
    assert [paper.originals for paper in receipt.papers] == [4, 1, 0, 1]
    assert receipt.papers[-1].name == "Giấy ủy quyền"
    qtbot.waitUntil(page.view.print.hasFocus, timeout=20_000)

    def told():
        return [line.text() for line in page.view.history.findChildren(QLabel)]

    qtbot.waitUntil(
        lambda: "Submitter, name: Nguyễn Thị Ánh → Lò Thị Tuyết" in told(), timeout=20_000
    )


def test_escape_leaves_a_correction_and_what_was_typed_waits(show, office, qtbot, press):
    page = show(received(office))
    place = page.view.correction
    press(page, Qt.Key.Key_S, ALT)
    qtbot.waitUntil(place.isVisible, timeout=20_000)
    qtbot.keyClicks(place.walk.returning.note.line, "Gap")
    press(page, ESCAPE)
    assert not place.isVisible() and page.view.bar.isVisible()
    assert page.view.print.hasFocus()
    press(page, Qt.Key.Key_S, ALT)
    qtbot.waitUntil(place.isVisible, timeout=20_000)
    assert place.walk.returning.note.text == "Gap"


def test_a_fault_of_the_correction_has_the_focus_and_its_words(show, office, qtbot, press):
    page = show(received(office))
    place = page.view.correction
    press(page, Qt.Key.Key_S, ALT)
    qtbot.waitUntil(place.isVisible, timeout=20_000)
    field = place.walk.parties.sides[Side.SUBMITTER].number
    field.line.selectAll()
    qtbot.keyClicks(field.line, "123")
    press(page, F9)
    qtbot.waitUntil(lambda: bool(field.error), timeout=20_000)
    assert field.line.hasFocus()


def test_a_card_read_while_correcting_fills_in_its_holder(show, office, qtbot, press):
    page = show(received(office))
    assert not page.take_scan(CARD)
    press(page, Qt.Key.Key_S, ALT)
    qtbot.waitUntil(page.view.correction.isVisible, timeout=20_000)
    assert page.take_scan(CARD)
    assert page.view.correction.walk.parties.sides[Side.SUBMITTER].name.text == "Lò Văn Đức"


def test_a_correction_after_the_hand_over_asks_for_the_second_person(show, office, qtbot, press):
    page = show(handed_over(office))
    press(page, Qt.Key.Key_S, ALT)
    place = page.view.correction
    qtbot.waitUntil(place.approval.isVisible, timeout=20_000)
    page._dossier.correcting.sheet.edit(sets=2)
    page._dossier.correcting.set_reason("Đếm lại")
    press(page, F9)
    qtbot.waitUntil(lambda: bool(place.approval.password.error), timeout=20_000)
    qtbot.waitUntil(lambda: cut_words(place) == [], timeout=20_000)


def test_a_phase_begins_by_keys_alone(show, office, qtbot, press, type_vietnamese):
    subject = handed_over(office)
    page = show(subject)
    assert page.view.belonging.isHidden()
    press(page, Qt.Key.Key_I, ALT)
    qtbot.waitUntil(page.view.panel.isVisible, timeout=20_000)
    assert editor(page, "name").hasFocus() and editor(page, "name").isVisible()
    type_vietnamese(editor(page, "name"), "Xác định nghĩa vụ tài chính")
    press(page, ENTER)
    press(page, Qt.Key.Key_Down)
    press(page, ENTER)
    qtbot.keyClicks(editor(page, "due_day"), "04122026")
    press(page, F9)
    qtbot.waitUntil(page.view.belonging.isVisible, timeout=20_000)
    told = [line.text() for line in page.view.phases.findChildren(QLabel)]
    assert "Phase 2: Xác định nghĩa vụ tài chính" in told
    assert any("16:30" in line and "04/12/2026" in line for line in told)


def test_a_dossier_is_linked_by_a_scan_and_opened_by_its_key(show, office, qtbot, press):
    subject, main = received(office), received(office)
    page = show(subject)
    number = office.ask(by_subject, main).number
    press(page, Qt.Key.Key_L, ALT)
    qtbot.waitUntil(page.view.panel.isVisible, timeout=20_000)
    assert page.take_scan(number)
    assert editor(page, "number").text() == number
    assert page._dossier.shown.subject == subject
    press(page, F9)
    qtbot.waitUntil(lambda: main in page.view.linked.buttons, timeout=20_000)
    qtbot.waitUntil(page.view.linked.buttons[main].isVisible, timeout=20_000)
    press(page, Qt.Key.Key_1, ALT)
    qtbot.waitUntil(lambda: page._dossier.shown.number == number, timeout=20_000)
    qtbot.waitUntil(lambda: subject in page.view.linked.buttons, timeout=20_000)
    assert page.take_scan(office.ask(by_subject, subject).number)  # with no panel it opens
    qtbot.waitUntil(lambda: page._dossier.shown.subject == subject, timeout=20_000)


@pytest.mark.parametrize(
    ("state", "deed"),
    [
        (State.RECEIVED, Deed.ASK),
        (State.PROCESSING, Deed.STOP),
        (State.PROCESSING, Deed.EXTEND),
        (State.RECEIVED, Deed.CORRECT),
        (State.RECEIVED, Deed.CHANGE_DUE),
        (State.RECEIVED, Deed.WITHDRAW),
        (State.PROCESSING, Deed.RESULT),
        (State.SUPPLEMENT, Deed.PAPERS_IN),
        (State.STOPPED, Deed.RESUME),
        (State.RESOLVED, Deed.REASSIGN),
        (State.PROCESSING, Deed.START_PHASE),
        (State.RECEIVED, Deed.LINK),
    ],
)
def test_nothing_is_cut_in_the_panels(show, office, qtbot, vietnamese, state, deed):
    page = show(REACHING[state](office))
    page._dossier.acts.begin(deed)
    place = page.view.correction if deed is Deed.CORRECT else page.view.panel
    qtbot.waitUntil(place.isVisible)
    qtbot.waitUntil(lambda: cut_words(place) + cut_words(page.view.bar) == [], timeout=20_000)

"""The intake page by the keys alone, with real threads and a real local file."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit

from counter_app.devices.printers import JobState, JobStatus
from counter_app.domain.dossier import PartyKind, ReturnWay
from counter_app.store.dossiers import newest
from counter_app.usecases.drafts import drafts
from counter_app.usecases.intake import receive, tidy
from tests.fixtures.desk import BIRTH, BUILDING, EXTRACT, WHARF, birth_intake
from tests.fixtures.till import with_cashier
from tests.ui.test_scanner import Keyboard
from ui.intake_form.form import Form, Side
from ui.intake_form.papers_model import PaperColumn
from ui.pages.intake.page import IntakePage
from ui.pages.intake.shown import Kept
from ui.pages.intake.view_model import IntakeViewModel
from ui.scanner import Scanner

CARD = "012188000123|045123456|Nguyễn Thị Ánh|05091988|Nữ|Tổ 3, Tân Phong, Lai Châu|01012022"
SECOND_CARD = "012090000456||Lò Văn Đức|12031990|Nam|Bản Pú Nhung, Lai Châu|02022023||||"

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def open_page(desk, tasks, bring_up, qtbot):
    """Open the page on the desk's file, as the shell does."""

    def opened(width=1158, height=704):
        model = IntakeViewModel(desk, tasks, lambda _: JobStatus(JobState.SENT))
        page = bring_up(IntakePage(model, tasks), width, height)
        page.model = model
        page.entered()
        settle(qtbot, tasks)
        return page

    return opened


@pytest.fixture
def page(open_page):
    return open_page()


def settle(qtbot, tasks):
    qtbot.waitUntil(lambda: tasks.busy == 0)


def focused():
    return QApplication.focusWidget()


def press(qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press a key wherever the focus is."""
    qtbot.keyClick(focused(), key, modifiers)


def choose_birth(page, qtbot):
    qtbot.keyClicks(page.procedure.box, "1.001193")
    press(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.model.shown.form.papers) == len(BIRTH.checklist))


def dossiers(desk):
    return desk.ask(newest)


def test_a_dossier_is_received_with_the_keys_alone(page, desk, qtbot, type_vietnamese):
    assert focused() is page.procedure.box
    qtbot.keyClicks(page.procedure.box, "khai sinh")
    press(qtbot, Key.Key_Return)
    assert focused() is page.parties.sides[Side.SUBMITTER].name.line
    type_vietnamese(focused(), "Nguyễn Thị Ánh")
    press(qtbot, Key.Key_Return)
    qtbot.keyClicks(focused(), "012188000123")
    press(qtbot, Key.Key_Return)
    qtbot.keyClicks(focused(), "0912345678")
    press(qtbot, Key.Key_Return)
    qtbot.keyClicks(focused(), "05091988")
    qtbot.waitUntil(page.papers.everything.isEnabled)
    press(qtbot, Key.Key_D, CONTROL | SHIFT)
    with qtbot.waitSignal(page.model.received):
        press(qtbot, Key.Key_Return, CONTROL)
    (row,) = dossiers(desk)
    assert (row.number, row.owner_name) == ("000.00.14.H35-261120-0101", "Nguyễn Thị Ánh")
    assert page.last.number.text() == row.number
    assert focused() is page.procedure.box
    assert page.model.shown.form == Form()
    qtbot.waitUntil(lambda: page.last.state.text == "Sent to the printer")


@pytest.mark.parametrize("takes_money", [True, False])
def test_one_key_after_receiving_goes_to_collect_the_fee(
    desk, tasks, bring_up, qtbot, type_vietnamese, takes_money
):
    """The key is there for who may take money, and only where there is some to take."""
    officer = with_cashier(desk).officer if takes_money else desk.officer
    model = IntakeViewModel(desk.served_by(officer), tasks, lambda _: JobStatus(JobState.SENT))
    page = bring_up(IntakePage(model, tasks), 1158, 704)
    page.entered()
    model.receiving.start(birth_intake(), None)
    qtbot.waitUntil(page.last.isVisible)
    assert not page.last.collect.isVisible()
    number = page.last.number.text()
    model.receiving.start(birth_intake(procedure_code=EXTRACT.code), None)
    qtbot.waitUntil(lambda: page.last.number.text() != number)
    assert page.last.collect.isVisible() is takes_money
    qtbot.waitUntil(lambda: page.last.state.text == "Sent to the printer")
    assert page.minimumSizeHint().width() <= 1158
    if takes_money:
        with qtbot.waitSignal(page.go) as told:
            press(qtbot, Key.Key_T, CONTROL)
        assert told.args == ["fees", dossiers(desk)[0].subject]
    settle(qtbot, tasks)


def test_enter_walks_through_the_whole_paper_and_back(page, qtbot):
    choose_birth(page, qtbot)
    page.procedure.box.setFocus()
    visited = [focused()]
    while focused() is not page.acts.receive:
        press(qtbot, Key.Key_Return)
        assert focused() not in visited or focused() is page.papers.table
        visited.append(focused())
        assert len(visited) < 40
    first_party = page.parties.sides[Side.SUBMITTER]
    for editor in (
        page.procedure.channel.combo,
        page.procedure.summary.line,
        page.parties.kind,
        first_party.name.line,
        first_party.email.line,
        page.parties.same,
        page.papers.table,
        page.returning.way.combo,
        page.returning.sets.number,
        page.returning.note.line,
    ):
        assert editor in visited
    back = [focused()]
    while focused() is not page.procedure.box:
        press(qtbot, Key.Key_Return, SHIFT)
        back.append(focused())
        assert len(back) < 40
    assert [w for w in back[::-1] if w is not page.papers.table] == [
        w for w in visited if w is not page.papers.table
    ]


def test_tab_walks_the_same_way(page, qtbot):
    page.parties.sides[Side.SUBMITTER].email.line.setFocus()
    press(qtbot, Key.Key_Tab)
    assert focused() is page.parties.same
    press(qtbot, Key.Key_Backtab, SHIFT)
    assert focused() is page.parties.sides[Side.SUBMITTER].email.line


def test_the_keys_turn_from_the_submitter_to_the_owner_and_back(page, qtbot):
    page.parties.same.setFocus()
    press(qtbot, Key.Key_Space)
    assert page.model.shown.form.owner_differs
    press(qtbot, Key.Key_Return)
    assert page.parties.side is Side.OWNER
    assert focused() is page.parties.kind
    press(qtbot, Key.Key_Return)
    assert focused() is page.parties.sides[Side.OWNER].name.line
    press(qtbot, Key.Key_Return, SHIFT)
    press(qtbot, Key.Key_Return, SHIFT)
    assert page.parties.side is Side.SUBMITTER
    assert focused() is page.parties.same


def test_alt_and_a_figure_go_to_a_section(page, qtbot):
    for key, editor in (
        (Key.Key_3, page.papers.table),
        (Key.Key_4, page.returning.way.combo),
        (Key.Key_2, page.parties.sides[Side.SUBMITTER].name.line),
        (Key.Key_1, page.procedure.box),
    ):
        press(qtbot, key, ALT)
        assert focused() is editor


def test_favourites_are_offered_in_the_empty_box(page, qtbot):
    assert page.procedure.box.open
    assert [hit.key for hit in page.procedure.box.results] == [BIRTH.code, EXTRACT.code]
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Return)
    assert page.model.shown.form.procedure_code == EXTRACT.code


def test_enter_in_the_empty_box_takes_no_favourite(page, qtbot):
    press(qtbot, Key.Key_Return)
    assert page.model.shown.form == Form()
    assert focused() is page.procedure.channel.combo


def test_an_incomplete_procedure_is_offered_greyed_and_not_taken(page, qtbot):
    qtbot.keyClicks(page.procedure.box, "1.009455")
    qtbot.waitUntil(lambda: [hit.key for hit in page.procedure.box.results] == [WHARF.code])
    (hit,) = page.procedure.box.results
    assert not hit.usable
    assert "unit of the term" in hit.badge
    press(qtbot, Key.Key_Return)
    assert page.model.shown.form == Form()


def test_what_is_chosen_stands_again_in_the_box_when_looking_was_given_up(page, qtbot):
    choose_birth(page, qtbot)
    page.procedure.box.setFocus()
    qtbot.keyClicks(page.procedure.box, "xay")
    page.returning.note.line.setFocus()
    assert page.procedure.box.text() == f"{BIRTH.code} · {BIRTH.name}"


def test_enter_on_the_chosen_procedure_goes_on(page, qtbot):
    choose_birth(page, qtbot)
    page.procedure.box.setFocus()
    press(qtbot, Key.Key_Return)
    assert focused() is page.procedure.channel.combo


@pytest.mark.parametrize("standing", ["procedure", "note", "table", "button"])
def test_a_card_fills_the_submitter_wherever_the_focus_stands(page, qtbot, standing):
    widget = {
        "procedure": page.procedure.box,
        "note": page.returning.note.line,
        "table": page.papers.table,
        "button": page.acts.receive,
    }[standing]
    widget.setFocus()
    assert page.take_scan(CARD)
    fields = page.parties.sides[Side.SUBMITTER]
    assert (fields.name.text, fields.number.text) == ("Nguyễn Thị Ánh", "012188000123")
    assert (fields.born.text, fields.address.text) == ("05/09/1988", "Tổ 3, Tân Phong, Lai Châu")
    assert fields.name.filled
    assert not fields.phone.filled
    assert focused() is widget


@pytest.mark.parametrize("place", ["name", "procedure", "table"])
def test_a_real_scan_leaves_no_letter_in_the_field_that_has_the_focus(page, qapp, qtbot, place):
    scanner = Scanner()
    scanner.scanned.connect(page.take_scan)
    choose_birth(page, qtbot)
    name = page.parties.sides[Side.SUBMITTER].name.line
    {"name": name, "procedure": page.procedure.box, "table": page.papers.table}[place].setFocus()
    before = page.procedure.box.text()
    scanner.watch(qapp)
    Keyboard(page.window()).scan(CARD)
    scanner.stop(qapp)
    assert name.text() == "Nguyễn Thị Ánh"
    assert page.procedure.box.text() == before
    assert not any(row.present for row in page.model.shown.form.papers)


def test_a_card_read_in_the_submitters_part_leads_on_to_the_telephone(page, qtbot):
    page.parties.sides[Side.SUBMITTER].name.line.setFocus()
    page.take_scan(CARD)
    assert focused() is page.parties.sides[Side.SUBMITTER].phone.line


def test_a_card_read_in_the_owners_part_fills_the_owner(page, qtbot):
    page.parties.same.setFocus()
    press(qtbot, Key.Key_Space)
    press(qtbot, Key.Key_Return)
    page.take_scan(SECOND_CARD)
    assert page.parties.sides[Side.OWNER].name.text == "Lò Văn Đức"
    assert page.parties.sides[Side.SUBMITTER].name.text == ""
    assert "Lò Văn Đức" in page.parties.tabs.tabText(1)


def test_a_dossier_number_is_left_to_the_shell(page):
    assert not page.take_scan("000.00.14.H35-261120-0101")


def test_leaving_a_filled_field_takes_its_mark_away(page, qtbot):
    page.take_scan(CARD)
    fields = page.parties.sides[Side.SUBMITTER]
    fields.name.line.setFocus()
    press(qtbot, Key.Key_Return)
    assert not fields.name.filled
    assert fields.number.filled


def test_a_wrong_number_is_said_below_the_field_when_it_is_left(page, qtbot):
    fields = page.parties.sides[Side.SUBMITTER]
    fields.number.line.setFocus()
    qtbot.keyClicks(fields.number.line, "01218")
    assert fields.number.error == ""
    press(qtbot, Key.Key_Return)
    assert "12 digits" in fields.number.error
    fields.number.line.setFocus()
    qtbot.keyClicks(fields.number.line, "8")
    assert fields.number.error == ""


def test_a_day_is_completed_when_it_is_left_and_stays(page, qtbot):
    born = page.parties.sides[Side.SUBMITTER].born
    born.line.setFocus()
    qtbot.keyClicks(born.line, "5/9/88")
    press(qtbot, Key.Key_Return)
    assert born.text == "05/09/1988"
    assert page.model.shown.form.submitter.born == "05/09/1988"


def test_a_doubt_about_the_number_is_amber_and_does_not_block(page, qtbot):
    page.take_scan(CARD.replace("Nữ", "Nam"))
    fields = page.parties.sides[Side.SUBMITTER]
    assert fields.number.hint == "The number says the other sex"
    assert fields.number.error == ""


def test_earlier_applicants_are_taken_with_down_and_enter(page, desk, qtbot):
    receive(desk, tidy(birth_intake()))
    fields = page.parties.sides[Side.SUBMITTER]
    fields.name.line.setFocus()
    qtbot.keyClicks(fields.name.line, "nguyen")
    qtbot.waitUntil(lambda: fields.name.line.open)
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Return)
    assert fields.name.text == "Nguyễn Thị Ánh"
    assert fields.phone.text == "0912 345 678"
    assert focused() is fields.name.line


def test_enter_on_a_new_name_takes_no_earlier_applicant(page, desk, qtbot):
    receive(desk, tidy(birth_intake()))
    fields = page.parties.sides[Side.SUBMITTER]
    fields.name.line.setFocus()
    qtbot.keyClicks(fields.name.line, "nguyen")
    qtbot.waitUntil(lambda: fields.name.line.open)
    press(qtbot, Key.Key_Return)
    assert fields.name.text == "nguyen"
    assert focused() is fields.number.line


def test_an_organisation_is_asked_for_its_tax_code(page, qtbot):
    page.parties.kind.setFocus()
    press(qtbot, Key.Key_Down)
    fields = page.parties.sides[Side.SUBMITTER]
    assert page.model.shown.form.submitter.kind is PartyKind.ORGANISATION
    assert fields.number.label == "Tax code"
    assert fields.representative.isVisible()
    assert not fields.born.isVisible()


# papers


def test_the_checklist_is_worked_with_the_keys(page, qtbot):
    choose_birth(page, qtbot)
    press(qtbot, Key.Key_3, ALT)
    press(qtbot, Key.Key_Space)
    assert [row.present for row in page.model.shown.form.papers] == [True, False, False]
    press(qtbot, Key.Key_Down)
    qtbot.keyClicks(page.papers.table, "12")
    assert page.model.shown.form.papers[1].originals == 12
    assert page.model.shown.form.papers[1].present
    press(qtbot, Key.Key_Right)
    qtbot.keyClicks(page.papers.table, "3")
    assert page.model.shown.form.papers[1].certified_copies == 3
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Return)
    assert focused() is page.returning.way.combo


def test_figures_typed_slowly_are_two_numbers(page, qtbot):
    choose_birth(page, qtbot)
    press(qtbot, Key.Key_3, ALT)
    qtbot.keyClicks(page.papers.table, "1")
    qtbot.wait(1050)
    qtbot.keyClicks(page.papers.table, "2")
    assert page.model.shown.form.papers[0].originals == 2


def test_a_free_row_is_added_written_and_removed(page, qtbot, type_vietnamese):
    choose_birth(page, qtbot)
    press(qtbot, Key.Key_3, ALT)
    press(qtbot, Key.Key_Insert)
    qtbot.waitUntil(lambda: isinstance(focused(), QLineEdit))
    type_vietnamese(focused(), "Ảnh 3x4")
    press(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: focused() is page.papers.table)
    row = page.model.shown.form.papers[3]
    assert (row.name, row.free, row.present) == ("Ảnh 3x4", True, True)
    press(qtbot, Key.Key_Delete)
    assert len(page.model.shown.form.papers) == 3
    assert focused() is page.papers.table


def test_delete_never_removes_what_the_procedure_asks_for(page, qtbot):
    choose_birth(page, qtbot)
    press(qtbot, Key.Key_3, ALT)
    press(qtbot, Key.Key_Delete)
    assert len(page.model.shown.form.papers) == 3


def test_a_note_is_written_into_its_cell(page, qtbot):
    choose_birth(page, qtbot)
    page.papers.table.setFocus()
    page.papers.table.select(0, PaperColumn.NOTE)
    qtbot.keyClicks(page.papers.table, "b")
    qtbot.waitUntil(lambda: isinstance(focused(), QLineEdit))
    qtbot.keyClicks(focused(), "an sao cu")
    press(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: page.model.shown.form.papers[0].note == "ban sao cu")
    assert focused() is page.papers.table


# how the result goes out


def test_the_post_asks_for_an_address_and_offers_the_owners(page, qtbot):
    page.take_scan(CARD)
    page.returning.way.combo.setFocus()
    press(qtbot, Key.Key_Down)
    assert page.model.shown.form.return_way is ReturnWay.POST
    assert page.returning.target.text == "Tổ 3, Tân Phong, Lai Châu"
    assert page.returning.target.filled
    press(qtbot, Key.Key_Return)
    assert focused() is page.returning.target.line


def test_a_result_collected_here_asks_for_no_address(page, qtbot):
    page.returning.way.combo.setFocus()
    press(qtbot, Key.Key_Return)
    assert focused() is page.returning.consents["sms"]


# receiving


def test_missing_fields_are_named_and_the_first_has_the_focus(page, desk, qtbot):
    choose_birth(page, qtbot)
    page.returning.note.line.setFocus()
    press(qtbot, Key.Key_F9)
    fields = page.parties.sides[Side.SUBMITTER]
    qtbot.waitUntil(lambda: focused() is fields.name.line)
    assert fields.name.error == "Enter the name"
    assert page.papers.fault.text() != ""
    assert dossiers(desk) == []


def test_a_fault_of_the_owner_opens_the_owners_part(page, qtbot):
    choose_birth(page, qtbot)
    page.take_scan(CARD)
    press(qtbot, Key.Key_D, CONTROL | SHIFT)
    page.model.sheet.edit(owner_differs=True)
    page.returning.note.line.setFocus()
    press(qtbot, Key.Key_F9)
    assert page.parties.side is Side.OWNER
    assert focused() is page.parties.sides[Side.OWNER].name.line


def test_f9_pressed_twice_receives_once(page, desk, tasks, qtbot):
    choose_birth(page, qtbot)
    page.take_scan(CARD)
    press(qtbot, Key.Key_D, CONTROL | SHIFT)
    with qtbot.waitSignal(page.model.received):
        press(qtbot, Key.Key_F9)
        press(qtbot, Key.Key_F9)
    settle(qtbot, tasks)
    assert len(dossiers(desk)) == 1


def test_receive_and_next_begins_with_the_next_citizen(page, desk, qtbot):
    choose_birth(page, qtbot)
    page.take_scan(CARD)
    press(qtbot, Key.Key_D, CONTROL | SHIFT)
    with qtbot.waitSignal(page.model.received):
        press(qtbot, Key.Key_F9, SHIFT)
    assert focused() is page.parties.sides[Side.SUBMITTER].name.line
    assert page.model.shown.form.procedure_code == BIRTH.code
    assert page.parties.sides[Side.SUBMITTER].name.text == ""


def test_a_duplicate_asks_and_a_hasty_key_goes_back(page, desk, qtbot):
    receive(desk, tidy(birth_intake()))
    choose_birth(page, qtbot)
    page.take_scan(CARD)
    press(qtbot, Key.Key_D, CONTROL | SHIFT)
    page.returning.note.line.setFocus()
    press(qtbot, Key.Key_F9)
    qtbot.waitUntil(page.duplicates.isVisible)
    assert focused() is page.duplicates.back
    assert "-0101" in page.duplicates.list.item(0).text()
    press(qtbot, Key.Key_F9)
    assert len(dossiers(desk)) == 1
    press(qtbot, Key.Key_Return)
    assert not page.duplicates.isVisible()
    assert focused() is page.returning.note.line
    press(qtbot, Key.Key_F9)
    qtbot.waitUntil(page.duplicates.isVisible)
    press(qtbot, Key.Key_Right)
    press(qtbot, Key.Key_Right)
    assert focused() is page.duplicates.go_on
    with qtbot.waitSignal(page.model.received):
        press(qtbot, Key.Key_Return)
    assert len(dossiers(desk)) == 2


def test_the_question_about_a_duplicate_stays_where_a_filled_in_field_has_the_focus(
    page, desk, qtbot
):
    receive(desk, tidy(birth_intake()))
    choose_birth(page, qtbot)
    page.take_scan(CARD)
    press(qtbot, Key.Key_D, CONTROL | SHIFT)
    page.parties.sides[Side.SUBMITTER].address.line.setFocus()
    assert "address" in page.model.shown.form.submitter.filled
    press(qtbot, Key.Key_F9)
    qtbot.waitUntil(page.duplicates.isVisible)
    assert focused() is page.duplicates.back


def test_a_duplicate_is_opened(page, desk, qtbot):
    receive(desk, tidy(birth_intake()))
    choose_birth(page, qtbot)
    page.take_scan(CARD)
    press(qtbot, Key.Key_D, CONTROL | SHIFT)
    press(qtbot, Key.Key_F9)
    qtbot.waitUntil(page.duplicates.isVisible)
    with qtbot.waitSignal(page.go) as went:
        qtbot.keyClick(page.duplicates.list, Key.Key_Return)
    assert went.args == ["dossiers", dossiers(desk)[0].subject]


# drafts


def test_what_is_typed_survives_a_kill(page, open_page, desk, qtbot, type_vietnamese):
    choose_birth(page, qtbot)
    type_vietnamese(page.parties.sides[Side.SUBMITTER].name, "Nguyễn Thị Ánh")
    qtbot.waitUntil(lambda: page.model.shown.kept is Kept.ON_DISK, timeout=1500)
    again = open_page()
    assert again.parties.sides[Side.SUBMITTER].name.text == "Nguyễn Thị Ánh"
    assert again.procedure.box.text().startswith(BIRTH.code)
    assert len(again.model.shown.form.papers) == 3


def test_leaving_a_field_keeps_the_draft_at_once(page, desk, tasks, qtbot):
    fields = page.parties.sides[Side.SUBMITTER]
    fields.name.line.setFocus()
    qtbot.keyClicks(fields.name.line, "anh")
    press(qtbot, Key.Key_Return)
    settle(qtbot, tasks)
    assert drafts(desk)[0].record["submitter"]["name"] == "anh"


def test_a_page_that_is_closed_keeps_what_is_typed(page, desk, tasks, qtbot):
    qtbot.keyClicks(page.parties.sides[Side.SUBMITTER].name.line, "anh")
    page.close()
    settle(qtbot, tasks)
    assert drafts(desk)[0].record["submitter"]["name"] == "anh"


def test_the_form_is_cleared_and_brought_back_with_the_keys(page, tasks, qtbot):
    choose_birth(page, qtbot)
    page.take_scan(CARD)
    page.returning.note.line.setFocus()
    press(qtbot, Key.Key_Delete, CONTROL | SHIFT)
    assert page.model.shown.form == Form()
    assert focused() is page.procedure.box
    page.notices.act.click()
    assert page.parties.sides[Side.SUBMITTER].name.text == "Nguyễn Thị Ánh"


def test_a_parked_intake_is_taken_up_from_the_list(page, tasks, qtbot):
    choose_birth(page, qtbot)
    page.take_scan(CARD)
    press(qtbot, Key.Key_F11)
    qtbot.waitUntil(page.drafts.isEnabled)
    assert page.model.shown.form == Form()
    assert focused() is page.procedure.box
    menu = page.drafts.menu_of_drafts()
    (action,) = menu.actions()
    assert "Nguyễn Thị Ánh" in action.text()
    action.trigger()
    settle(qtbot, tasks)
    assert page.parties.sides[Side.SUBMITTER].name.text == "Nguyễn Thị Ánh"
    assert not page.drafts.isEnabled()


# what is promised and shown


def test_the_preview_is_drawn_while_one_types(page, qtbot):
    choose_birth(page, qtbot)
    page.take_scan(CARD)
    qtbot.waitUntil(lambda: page.preview.preview.pages == 1, timeout=8000)
    drawn = page.preview.preview.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    dark = sum(byte < 100 for byte in bytes(drawn.constBits())[::7])
    assert dark > 100


def test_the_due_day_stands_large_with_its_days(page, qtbot):
    qtbot.keyClicks(page.procedure.box, BUILDING.code)
    press(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: page.due.moment.text() == "17:00 Monday 14/12/2026")
    assert page.due.area.isVisible()


@pytest.mark.parametrize("owner_differs", [False, True])
def test_the_whole_form_stands_on_an_office_screen(open_page, qtbot, owner_differs):
    page = open_page(1158, 636)
    choose_birth(page, qtbot)
    page.take_scan(CARD)
    page.model.sheet.edit(owner_differs=owner_differs)
    qtbot.wait(50)
    bar = page.findChild(type(page._area)).verticalScrollBar()
    assert bar.maximum() == 0
    last = page.returning.note.line
    assert last.mapTo(page, QPoint(0, last.height())).y() < page.acts.y()


def test_words_that_wrap_make_the_page_no_higher(page, qtbot):
    assert not page.hasHeightForWidth()
    choose_birth(page, qtbot)
    press(qtbot, Key.Key_F9)
    qtbot.waitUntil(page.notices.isVisible)
    assert not page.hasHeightForWidth()


def test_a_small_window_scrolls_to_what_has_the_focus(open_page, qtbot):
    page = open_page(627, 330)
    assert not page._side.isVisible()
    page.returning.note.line.setFocus()
    place = page.returning.note.line.mapTo(page._area.viewport(), QPoint(0, 0)).y()
    assert 0 <= place <= page._area.viewport().height()


def test_the_day_moves_with_the_clock(page, clock, qtbot):
    choose_birth(page, qtbot)
    qtbot.waitUntil(lambda: page.due.moment.text() == "17:00 Monday 23/11/2026")
    clock.advance(timedelta(days=3))
    page.entered()
    qtbot.waitUntil(lambda: page.due.moment.text() == "17:00 Wednesday 25/11/2026")


def test_every_editor_has_an_accessible_name(page):
    for stop in page.walk._stops:
        assert stop.widget.accessibleName() or stop.widget.text(), stop.widget

"""The page of money, worked with the keys on a real file with real threads."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QImage

from counter_app.clock import local_day
from counter_app.desk import Seat
from counter_app.documents.preview import grey_image
from counter_app.documents.preview import opened as pages_of
from counter_app.documents.till_papers import drawn, told
from counter_app.domain.fees import FeeState, Method, Money, PaymentState
from counter_app.domain.procedure import FeeExemption
from counter_app.domain.reasons import ReasonKind
from counter_app.domain.states import State
from counter_app.domain.vietqr import is_sound
from counter_app.store.dossiers import by_subject, history
from counter_app.store.money import fee_sheet
from counter_app.store.reference import settings
from counter_app.usecases import hand_overs, payments, refunds
from counter_app.usecases.printing import Form
from tests.fixtures.desk import (
    AGENCY,
    BUILDING,
    PASSWORD,
    opened_desk,
    password_hash,
    publish,
    publish_procedure,
    publish_setting,
)
from tests.fixtures.till import (
    BUILDING_COSTS,
    EXTRACT_COSTS,
    SUPERVISOR,
    building,
    extract,
    grant_book,
    with_cashier,
)
from tests.ui.places import cut_words
from ui import translations
from ui.pages.fees.page import FeesPage
from ui.pages.fees.questions import Listing
from ui.pages.fees.shown import Decision

ENTER, DOWN, ESCAPE, F9 = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_F9
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def vietnamese(qapp):
    found = translations.install(qapp)
    yield
    for catalogue in found:
        qapp.removeTranslator(catalogue)
    QLocale.setDefault(QLocale("C"))


@pytest.fixture
def desk(till):
    """The seat of the cashier; the supervisor can sign in beside her."""
    record = {
        "login": SUPERVISOR.login,
        "name": SUPERVISOR.name,
        "roles": sorted(SUPERVISOR.roles),
        "password_hash": password_hash(),
    }
    publish(till, "officer_defined", ("officer", SUPERVISOR.login), record)
    return till


@pytest.fixture
def printed():
    return []


@pytest.fixture
def chosen():
    """The files that the officer chooses in the dialog."""
    return []


@pytest.fixture
def page(desk, tasks, printed, chosen, bring_up, qtbot):
    made = FeesPage(
        desk,
        tasks,
        lambda subject, form: printed.append((form, subject)),
        lambda *_: chosen.pop() if chosen else None,
    )
    bring_up(made)
    made.entered()
    qtbot.waitUntil(lambda: made.model.shown.listed is not None)
    return made


@pytest.fixture
def model(page):
    return page.model


@pytest.fixture
def press(page, qtbot):
    def press(key, held=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(page.focusWidget() or page, key, held)

    return press


@pytest.fixture
def bring(page, qtbot, model, desk):
    """Open a dossier by scanning its receipt."""

    def bring(subject):
        assert page.take_scan(desk.ask(fee_sheet, subject).number)
        qtbot.waitUntil(
            lambda: model.shown.opened is not None and model.shown.opened.row.subject == subject
        )
        return page.collect

    return bring


def sheet(desk, subject):
    return desk.ask(fee_sheet, subject)


def told_of(part):
    return dict(part.owed.facts.facts)


def test_cash_is_typed_the_change_is_told_and_three_copies_are_printed(
    bring, press, qtbot, desk, model, printed
):
    subject = building(desk)
    part = bring(subject)
    assert told_of(part) == {"Fee": "70.000 đ", "Charge": "75.000 đ"}
    assert part.due_words() == "To pay: 145.000 đ"
    assert part.pay.given.money.hasFocus()
    qtbot.keyClicks(part.pay.given.money, "200000")
    assert part.pay.given.money.text() == "200.000"
    assert part.pay.change.text() == "Change: 55.000 đ"
    press(F9)
    qtbot.waitUntil(lambda: bool(printed))
    receipt = sheet(desk, subject).receipts[0]
    assert printed == [(Form.FEE_RECEIPT, receipt.id)]
    assert receipt.money == BUILDING_COSTS
    assert sheet(desk, subject).state is FeeState.PAID
    qtbot.waitUntil(lambda: model.shown.notice is not None)
    assert "AA-26P 0000001" in model.shown.notice.text
    assert "55.000" in model.shown.notice.text
    assert part.search.hasFocus()


def test_too_little_cash_is_refused_and_what_was_typed_stays(bring, press, qtbot, desk):
    subject = building(desk)
    part = bring(subject)
    qtbot.keyClicks(part.pay.given.money, "100000")
    press(F9)
    assert part.pay.given.error == "45.000 đ are missing."
    assert part.pay.given.value == 100_000
    assert sheet(desk, subject).payments == ()


def test_the_cashier_says_which_lines_apply_and_how_often(bring, press, qtbot, desk, printed):
    subject = building(desk)
    part = bring(subject)
    first, second, third = part.owed.lines
    qtbot.waitUntil(third.quantity.isVisible)
    assert [row.quantity.value for row in (first, second, third)] == [1, 1, 1]
    assert (first.kind, second.kind) == (None, None)
    second.quantity.setFocus()
    second.quantity.selectAll()
    qtbot.keyClicks(second.quantity, "0")
    third.quantity.setFocus()
    press(Qt.Key.Key_Up)
    third.kind.setFocus()
    press(DOWN)
    assert told_of(part) == {"Fee": "50.000 đ", "Charge": "40.000 đ"}
    press(F9)
    qtbot.waitUntil(lambda: bool(printed))
    assert sheet(desk, subject).account.paid == Money(50_000, 40_000)
    qtbot.waitUntil(lambda: not first.quantity.isEnabled())


def test_the_citizens_telephone_reads_the_code_on_the_screen(
    bring, press, qtbot, desk, model, printed
):
    subject = building(desk)
    part = bring(subject)
    press(Qt.Key.Key_2, ALT)
    assert not part.pay.given.isVisible()
    press(F9)
    qtbot.waitUntil(part.code.isVisible)
    picture = part.code.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    grey = bytes(picture.constBits())
    image = Image.frombuffer(
        "L", (picture.width(), picture.height()), grey, "raw", "L", picture.bytesPerLine(), 1
    )
    (read,) = [code.text for code in zxingcpp.read_barcodes(image)]
    assert read == model.shown.code.transfer.qr
    assert is_sound(read)
    number = sheet(desk, subject).number.replace(".", "").replace("-", "")
    assert number in read
    assert "5406145000" in read
    assert dict(part.code.facts.facts)["Purpose"] == number
    press(Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: bool(printed))
    (payment,) = sheet(desk, subject).payments
    assert printed == [(Form.TRANSFER, payment.id)]
    assert payment.state is PaymentState.AWAITING


def test_a_person_confirms_what_arrived_and_the_receipt_is_printed(
    bring, press, qtbot, desk, page, printed
):
    subject = extract(desk)
    payments.collect(desk, subject, Method.VIETQR)
    part = bring(subject)
    assert part.act.isHidden()
    press(Qt.Key.Key_Q, ALT)
    qtbot.waitUntil(part.code.isVisible)
    assert part.awaited.seen.line.hasFocus()
    press(F9)  # what showed the code must not confirm it when it is pressed twice
    assert sheet(desk, subject).account.awaited == EXTRACT_COSTS
    qtbot.keyClicks(part.awaited.seen.line, "FT26324001")
    press(Qt.Key.Key_N, ALT)
    qtbot.waitUntil(lambda: bool(printed))
    notes = [entry.record().get("note") for entry in desk.ask(history, subject)]
    assert "FT26324001" in notes
    assert sheet(desk, subject).account.paid == EXTRACT_COSTS
    qtbot.waitUntil(lambda: not part.code.isVisible())
    assert not page.collect.rows.rows


def test_a_transfer_that_another_counter_confirmed_leaves_the_screen(
    bring, press, qtbot, desk, page, model
):
    subject = extract(desk)
    part = bring(subject)
    press(Qt.Key.Key_2, ALT)
    press(F9)
    qtbot.waitUntil(part.code.isVisible)
    payments.confirm(desk, subject, model.shown.code.transfer.payment)
    page.refresh()
    qtbot.waitUntil(lambda: not part.code.isVisible())
    assert "another counter" in model.shown.notice.text
    assert not part.act.isVisible()


def test_what_is_awaited_is_listed_and_opened_with_the_keys(page, press, qtbot, desk, model):
    subjects = [extract(desk), building(desk)]
    for subject in subjects:
        payments.collect(desk, subject, Method.VIETQR)
    model.refresh()
    part = page.collect
    qtbot.waitUntil(lambda: len(part.rows.rows) == 2)
    part.search.setFocus()
    press(DOWN)
    assert part.list.hasFocus()
    first = part.rows.rows[0].subject
    assert first in subjects
    press(ENTER)
    qtbot.waitUntil(lambda: model.shown.opened is not None)
    assert model.shown.opened.row.subject == first
    press(ESCAPE)
    assert model.shown.opened is None
    model.choose_listing(Listing.OWING)
    qtbot.waitUntil(lambda: model.shown.listed is not None)
    assert part.rows.rows == ()


def test_an_awaited_transfer_is_given_up_with_a_reason_and_paid_in_cash(
    bring, press, qtbot, desk, printed, type_vietnamese
):
    subject = extract(desk)
    payments.collect(desk, subject, Method.VIETQR)
    part = bring(subject)
    press(Qt.Key.Key_H, ALT)
    qtbot.waitUntil(part.decision.isVisible)
    press(F9)
    qtbot.waitUntil(lambda: bool(part.decision.reason.error))
    type_vietnamese(part.decision.reason, "Công dân trả tiền mặt")
    press(F9)
    qtbot.waitUntil(part.pay.isVisible)
    press(F9)
    qtbot.waitUntil(lambda: bool(printed))
    assert sheet(desk, subject).account.paid == EXTRACT_COSTS


def test_an_exemption_needs_its_paper_and_keeps_what_was_typed(
    bring, press, qtbot, desk, type_vietnamese
):
    subject = building(desk)
    part = bring(subject)
    press(Qt.Key.Key_M, ALT)
    qtbot.waitUntil(part.decision.isVisible)
    assert (part.decision.fee.value, part.decision.charge.value) == (70_000, 75_000)
    part.decision.charge.money.setFocus()
    part.decision.charge.money.selectAll()
    qtbot.keyClicks(part.decision.charge.money, "75000")
    part.decision.fee.money.setFocus()
    part.decision.fee.money.selectAll()
    qtbot.keyClicks(part.decision.fee.money, "0")
    press(F9)
    qtbot.waitUntil(lambda: bool(part.decision.document.error))
    assert part.decision.document.line.hasFocus()
    type_vietnamese(part.decision.document, "Sổ hộ nghèo 12/2026")
    assert part.decision.charge.value == 75_000
    press(F9)
    qtbot.waitUntil(part.pay.isVisible)
    assert sheet(desk, subject).account.exempt == Money(0, 75_000)
    assert told_of(part)["Let off"] == "75.000 đ · Poor household"
    assert part.due_words() == "To pay: 70.000 đ"


def test_the_share_that_the_procedure_lets_off_is_filled_in(bring, press, qtbot, desk):
    desk.clock.advance(timedelta(minutes=1))
    halves = (FeeExemption("elderly", 50), FeeExemption("child"))
    publish_procedure(desk, replace(BUILDING, exemptions=halves))
    part = bring(building(desk))
    press(Qt.Key.Key_M, ALT)
    qtbot.waitUntil(part.decision.isVisible)
    assert part.decision.why.key == "elderly"
    assert (part.decision.fee.value, part.decision.charge.value) == (35_000, 37_500)
    part.decision.why.chosen.emit("child")
    assert (part.decision.fee.value, part.decision.charge.value) == (70_000, 75_000)


def test_a_reason_of_the_centre_is_chosen_and_phrases_are_offered(
    bring, press, qtbot, desk, type_vietnamese
):
    own = {
        "exemption": [{"code": "quy", "words": "Theo quyết định của Quỹ"}],
        "void": [{"code": "sai", "words": "Ghi sai số tiền"}],
    }
    publish_setting(desk, "reasons", own)
    subject = building(desk)
    part = bring(subject)
    press(Qt.Key.Key_M, ALT)
    qtbot.waitUntil(part.decision.isVisible)
    part.decision.why.chosen.emit("quy")
    type_vietnamese(part.decision.document, "QĐ 12")
    press(F9)
    qtbot.waitUntil(lambda: not part.decision.isVisible(), timeout=20_000)
    assert told_of(part)["Let off"].endswith("Theo quyết định của Quỹ")
    phrases = desk.ask(settings, local_day(desk.clock.now_ms())).reasons()
    assert phrases.phrases(ReasonKind.VOID, local_day(desk.clock.now_ms())) == ("Ghi sai số tiền",)


def test_a_receipt_is_void_only_when_a_second_person_signs_in(
    bring, press, qtbot, desk, printed, type_vietnamese
):
    subject = extract(desk)
    payments.collect(desk, subject, Method.CASH)
    part = bring(subject)
    press(Qt.Key.Key_H, ALT)
    qtbot.waitUntil(part.decision.approval.officer.isVisible)
    qtbot.waitUntil(lambda: part.decision.approval.officer.key == SUPERVISOR.login)
    type_vietnamese(part.decision.reason, "In hỏng")
    press(F9)
    qtbot.waitUntil(lambda: bool(part.decision.approval.password.error))
    assert sheet(desk, subject).receipts[0].void_at is None
    assert part.decision.reason.text == "In hỏng"
    part.decision.approval.begin()
    qtbot.keyClicks(part.decision.approval.password.line, PASSWORD)
    press(F9)
    qtbot.waitUntil(lambda: bool(printed))
    old, new = sheet(desk, subject).receipts
    assert (old.void_reason, new.running, new.void_at) == ("In hỏng", 2, None)
    assert printed == [(Form.FEE_RECEIPT, new.id)]


def test_a_payment_for_the_wrong_dossier_is_undone(bring, press, qtbot, desk, type_vietnamese):
    subject = extract(desk)
    payments.collect(desk, subject, Method.CASH)
    part = bring(subject)
    press(Qt.Key.Key_H, ALT)
    qtbot.waitUntil(part.decision.isVisible)
    qtbot.waitUntil(lambda: part.decision.approval.officer.key == SUPERVISOR.login)
    part.decision.undo.setFocus()
    press(Qt.Key.Key_Space)
    type_vietnamese(part.decision.reason, "Nhầm hồ sơ")
    qtbot.keyClicks(part.decision.approval.password.line, PASSWORD)
    press(F9)
    qtbot.waitUntil(part.pay.isVisible)
    assert sheet(desk, subject).state is FeeState.UNPAID


def test_money_goes_back_when_another_person_agrees(
    bring, press, qtbot, desk, page, model, printed, type_vietnamese
):
    subject = building(desk)
    payments.collect(desk, subject, Method.CASH)
    part = bring(subject)
    press(Qt.Key.Key_R, ALT)
    qtbot.waitUntil(part.decision.isVisible)
    assert part.decision.approval.isHidden()
    part.decision.charge.money.selectAll()
    part.decision.charge.money.setFocus()
    qtbot.keyClicks(part.decision.charge.money, "0")
    type_vietnamese(part.decision.reason, "Rút hồ sơ")
    press(F9)
    qtbot.waitUntil(part.decision.isHidden)
    (asked,) = sheet(desk, subject).refunds
    assert asked.money == Money(70_000, 0)
    model.choose_listing(Listing.REFUNDS)
    qtbot.waitUntil(lambda: len(part.rows.rows) == 1)
    part.list.setFocus()
    part.list.set_row(0)
    press(ENTER)
    qtbot.waitUntil(part.decisions[Decision.APPROVE].isVisible)
    press(Qt.Key.Key_R, ALT)
    qtbot.waitUntil(lambda: part.decision.approval.officer.key == SUPERVISOR.login)
    qtbot.keyClicks(part.decision.approval.password.line, PASSWORD)
    press(F9)
    qtbot.waitUntil(lambda: printed == [(Form.REFUND_SLIP, asked.id)], timeout=20_000)
    assert sheet(desk, subject).refunds[0].state == "approved"
    assert sheet(desk, subject).account.paid == Money(0, 75_000)
    qtbot.waitUntil(lambda: model.shown.notice is not None and not model.shown.busy)
    press(Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: printed == [(Form.REFUND_SLIP, asked.id)] * 2, timeout=20_000)
    text, _ = drawn_of(desk, Form.REFUND_SLIP, asked.id, reprint=1)
    for words in ("Bảy mươi nghìn đồng", "Trần Quang Minh", "0000001", "Bản in lại lần 1"):
        assert words in text, words


def test_a_supervisor_decides_alone_what_somebody_else_asked_for(desk, tasks, bring_up, qtbot):
    subject = extract(desk)
    payments.collect(desk, subject, Method.CASH)
    refunds.request(desk, subject, sheet(desk, subject).payments[0].id, "Rút hồ sơ")
    page = FeesPage(desk.served_by(SUPERVISOR), tasks, lambda *_: None)
    bring_up(page)
    page.show_item(subject)
    qtbot.waitUntil(page.collect.decisions[Decision.REFUSE].isVisible)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_H, ALT)
    qtbot.waitUntil(page.collect.decision.isVisible)
    assert page.collect.decision.approval.isHidden()
    qtbot.keyClicks(page.collect.decision.reason.line, "khong dung")
    qtbot.keyClick(page.focusWidget(), F9)
    qtbot.waitUntil(lambda: sheet(desk, subject).refunds[0].state == "refused")


def test_the_agency_asks_for_money_and_the_clock_stands_until_it_is_paid(
    bring, press, qtbot, desk, page, type_vietnamese
):
    subject = extract(desk)
    hand_overs.hand_over(desk, [subject], AGENCY)
    part = bring(subject)
    press(Qt.Key.Key_Y, ALT)
    qtbot.waitUntil(part.decision.isVisible)
    qtbot.keyClicks(part.decision.fee.money, "20000")
    press(F9)
    qtbot.waitUntil(lambda: bool(part.decision.reason.error))
    assert part.decision.fee.value == 20_000
    type_vietnamese(part.decision.reason, "Thông báo số 15 ngày 20/11/2026")
    press(F9)
    qtbot.waitUntil(lambda: desk.ask(by_subject, subject).state == State.PAYMENT)
    qtbot.waitUntil(lambda: part.due_words() == "To pay: 28.000 đ")
    assert part.decisions[Decision.SETTLE].isHidden()
    press(F9)
    qtbot.waitUntil(part.decisions[Decision.SETTLE].isVisible)
    press(Qt.Key.Key_Y, ALT)
    qtbot.waitUntil(part.decision.document.isVisible)
    press(F9)
    qtbot.waitUntil(lambda: desk.ask(by_subject, subject).state == State.PROCESSING)
    assert sheet(desk, subject).account.paid == Money(20_000, 8_000)


def test_a_receipt_printed_again_says_so(bring, press, qtbot, desk, printed):
    subject = extract(desk)
    payments.collect(desk, subject, Method.CASH)
    part = bring(subject)
    receipt = sheet(desk, subject).receipts[0]
    qtbot.waitUntil(part.print.isVisible)
    press(Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: printed == [(Form.FEE_RECEIPT, receipt.id)])
    paper, _ = drawn_of(desk, Form.FEE_RECEIPT, receipt.id, reprint=2)
    assert "Bản in lại lần 2" in paper


def drawn_of(desk, form, subject, reprint=0):
    pdf = drawn(told(desk, subject, form), reprint)
    with pages_of(pdf) as document, closing(document[0]) as page:
        grey = grey_image(page, 200)
        with closing(page.get_textpage()) as words:
            text = " ".join(words.get_text_range().split())
    image = Image.frombytes("L", (grey.width, grey.height), grey.grey)
    return text, [code.text for code in zxingcpp.read_barcodes(image)]


def test_the_papers_say_what_the_screen_said(bring, press, qtbot, desk, model):
    subject = building(desk)
    bring(subject)
    press(Qt.Key.Key_2, ALT)
    press(F9)
    qtbot.waitUntil(lambda: model.shown.code is not None)
    transfer = model.shown.code.transfer
    text, codes = drawn_of(desk, Form.TRANSFER, transfer.payment)
    assert codes == [transfer.qr]
    assert transfer.purpose in text
    press(Qt.Key.Key_N, ALT)
    qtbot.waitUntil(lambda: bool(sheet(desk, subject).receipts))
    text, _ = drawn_of(desk, Form.FEE_RECEIPT, sheet(desk, subject).receipts[0].id)
    for words in ("0000001", "AA-26P", "01BLP0-001", "Một trăm bốn mươi lăm nghìn đồng"):
        assert words in text, words


@pytest.mark.parametrize(("last", "told_so"), [(60, False), (21, True)])
def test_it_is_told_when_few_receipts_are_left(tmp_path, tasks, bring_up, qtbot, last, told_so):
    with opened_desk(tmp_path / "few.db") as made:
        grant_book(made, 1, last)
        cashier = with_cashier(made)
        payments.collect(cashier, extract(cashier), Method.CASH)
        page = FeesPage(cashier, tasks, lambda *_: None)
        bring_up(page)
        page.entered()
        qtbot.waitUntil(lambda: page.model.shown.listed is not None)
        assert page.collect.few_left.isVisible() is told_so
        if told_so:
            assert "20" in page.collect.few_left.notice.text


def test_a_seat_without_a_book_is_told_before_anybody_pays(desk, tasks, bring_up, qtbot):
    other = replace(desk, seat=Seat(UUID(int=99), 7))
    page = FeesPage(other, tasks, lambda *_: None)
    bring_up(page)
    page.entered()
    qtbot.waitUntil(page.collect.few_left.isVisible)
    assert "No receipt is left" in page.collect.few_left.notice.text


@pytest.mark.parametrize("what", ["pay", "code", "void", "exempt"])
def test_nothing_is_cut_on_an_office_screen(vietnamese, bring_up, qtbot, desk, tasks, what):
    subject = building(desk)
    if what == "void":
        payments.collect(desk, subject, Method.CASH)
    page = FeesPage(desk, tasks, lambda *_: None)
    bring_up(page, 1158, 664)
    page.entered()
    page.show_item(subject)
    qtbot.waitUntil(lambda: page.model.shown.opened is not None)
    if what == "code":
        page.model.choose_method(Method.VIETQR)
        page.model.act()
        qtbot.waitUntil(page.collect.code.isVisible)
    elif what != "pay":
        page.model.begin(Decision.VOID if what == "void" else Decision.EXEMPT)
        qtbot.waitUntil(page.collect.decision.isVisible)
    qtbot.waitUntil(lambda: page.minimumSizeHint().height() <= 664)
    qtbot.waitUntil(lambda: cut_words(page) == [])

"""The bank's statement, the receipt books and the till, worked with the keys."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QLocale, Qt

from counter_app.domain.fees import FeeState, Method, Money
from counter_app.domain.till import MovementKind
from counter_app.store.money import awaiting, fee_sheet
from counter_app.store.tills import till as till_of
from counter_app.usecases import fee_receipts, payments, refunds
from counter_app.usecases.printing import Form
from counter_app.usecases.tills import count, move
from tests.fixtures.till import (
    CASHIER,
    SUPERVISOR,
    building,
    extract,
    give_roles,
    grant_book,
)
from tests.ui.places import cut_words
from ui import translations
from ui.pages.fees.page import BOOKS, COLLECT, STATEMENT, TILL, FeesPage

ENTER, F9 = Qt.Key.Key_Return, Qt.Key.Key_F9
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


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
def chosen():
    """The files that the officer chooses in the dialog, the next one last."""
    return []


@pytest.fixture
def page(till, tasks, printed, chosen, bring_up, qtbot):
    made = FeesPage(
        till,
        tasks,
        lambda subject, form: printed.append((form, subject)),
        lambda *_: chosen.pop() if chosen else None,
    )
    bring_up(made)
    made.entered()
    qtbot.waitUntil(lambda: made.model.shown.listed is not None)
    return made


@pytest.fixture
def press(page, qtbot):
    def press(key, held=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(page.focusWidget() or page, key, held)

    return press


@pytest.fixture
def bank_file(tmp_path):
    def written(*lines):
        path = tmp_path / "sao-ke.csv"
        head = "Ngày giao dịch,Số tiền ghi có,Số tiền ghi nợ,Nội dung,Số tham chiếu"
        path.write_text("\n".join([head, *lines]), encoding="utf-8")
        return path

    return written


def asked(desk, subject):
    return payments.collect(desk, subject, Method.VIETQR).transfer


def badges(part):
    return [part.rows.columns[3].text(row) for row in part.rows.rows]


def test_a_statement_is_looked_at_before_it_confirms_anything(
    page, press, qtbot, till, chosen, bank_file, printed
):
    one, other = extract(till), building(till)
    first, second = asked(till, one), asked(till, other)
    chosen.append(
        bank_file(
            f'20/11/2026,8.000,,"MBVCB {first.purpose} nop phi",FT1',
            f"20/11/2026,100.000,,{second.purpose},FT2",
            "20/11/2026,50.000,,tien nha thang 11,FT3",
            "20/11/2026,,20.000,hoan tien,FT4",
            "khong phai ngay,,,cong,",
        )
    )
    press(Qt.Key.Key_2, CTRL)
    assert page.stack.currentIndex() == STATEMENT
    part = page.statement
    press(Qt.Key.Key_O, CTRL)
    qtbot.waitUntil(lambda: len(part.rows.rows) == 4)
    assert badges(part) == ["Matches", "Another amount", "Names no dossier", "Went out"]
    assert part.take.word.startswith("Confirm 1")
    assert "6" in part.count.text()
    assert len(till.ask(awaiting)) == 2
    press(F9)
    qtbot.waitUntil(part.print.isVisible)
    assert badges(part)[0] == "Confirmed"
    assert part.take.isHidden()
    assert till.ask(fee_sheet, one).state is FeeState.PAID
    press(Qt.Key.Key_P, CTRL)
    (receipt,) = till.ask(fee_sheet, one).receipts
    qtbot.waitUntil(lambda: printed == [(Form.FEE_RECEIPT, receipt.id)])
    part.list.set_row(1)
    part.list.setFocus()
    press(ENTER)
    assert page.stack.currentIndex() == COLLECT
    qtbot.waitUntil(
        lambda: page.model.shown.opened is not None and page.model.shown.opened.row.subject == other
    )


def test_the_same_statement_again_confirms_nothing(page, press, qtbot, till, chosen, bank_file):
    transfer = asked(till, extract(till))
    path = bank_file(f"20/11/2026,8.000,,{transfer.purpose},FT1")
    part = page.statement
    page.turn(STATEMENT)
    for _ in range(2):
        chosen.append(path)
        press(Qt.Key.Key_O, CTRL)
        qtbot.waitUntil(lambda: len(part.rows.rows) == 1 and not part._model.shown.busy)
        if not part._model.shown.can_take:
            break
        press(F9)
        qtbot.waitUntil(lambda: part._model.shown.taken)
    assert badges(part) == ["Taken before"]
    assert not part.take.isEnabled()


def test_a_file_that_is_no_statement_is_told(page, qtbot, press, chosen, tmp_path):
    path = tmp_path / "anh.xlsx"
    path.write_bytes(b"not a workbook")
    chosen.append(path)
    page.turn(STATEMENT)
    press(Qt.Key.Key_O, CTRL)
    qtbot.waitUntil(page.statement.notices.isVisible)
    assert "anh.xlsx" in page.statement.notices.notice.text


def test_changing_ones_mind_in_the_dialog_changes_nothing(page, press):
    page.turn(STATEMENT)
    press(Qt.Key.Key_O, CTRL)
    assert page.statement._model.shown.file == ""


def test_the_books_tell_what_is_used_void_and_left(page, press, qtbot, till, printed):
    grant_book(till, 1, 3, symbol="CC-26P", agency="000.00.14.H35")
    first, second = extract(till), extract(till)
    for subject in (first, second):
        payments.collect(till, subject, Method.CASH)
    void = till.ask(fee_sheet, first).receipts[0]
    fee_receipts.void(till, first, void.id, "In hỏng", SUPERVISOR, again=False)
    press(Qt.Key.Key_3, CTRL)
    assert page.stack.currentIndex() == BOOKS
    part = page.books
    qtbot.waitUntil(lambda: len(part.book_rows.rows) == 2)
    told = {
        book.symbol: [column.text(book) for column in part.book_rows.columns]
        for book in part.book_rows.rows
    }
    assert told["CC-26P"][2:7] == ["0000001–0000003", "2", "0000003", "1 left", "0000001"]
    assert told["CC-26P"][7] == "8.000 đ"
    assert told["AA-26P"][3:6] == ["0", "0000001", "500 left"]
    assert "2" in part.heading.text()
    assert "8.000 đ" in part.heading.text()
    assert [part.receipt_rows.columns[5].text(row) for row in part.receipt_rows.rows] == [
        "Holds",
        "Void",
    ]
    part.receipts.set_row(1)
    part.receipts.setFocus()
    press(Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: printed == [(Form.FEE_RECEIPT, void.id)])
    press(ENTER)
    qtbot.waitUntil(lambda: page.model.shown.opened is not None)
    assert page.model.shown.opened.row.subject == first


def test_the_receipts_of_days_before_are_turned_back_to(page, press, qtbot, till):
    payments.collect(till, extract(till), Method.CASH)
    till.clock.advance(timedelta(days=3))
    page.turn(BOOKS)
    part = page.books
    qtbot.waitUntil(lambda: part._model.shown.day is not None)
    assert part.receipt_rows.rows == ()
    assert not part.after.isEnabled()
    for _ in range(3):
        day = part._model.shown.day
        press(Qt.Key.Key_Left, ALT)
        qtbot.waitUntil(lambda before=day: part._model.shown.day != before)
    assert len(part.receipt_rows.rows) == 1
    assert part.after.isEnabled()


def test_the_day_begins_with_change_in_the_till(page, press, qtbot, till):
    press(Qt.Key.Key_4, CTRL)
    assert page.stack.currentIndex() == TILL
    part = page.till
    assert part.amount.money.hasFocus()
    press(F9)
    qtbot.waitUntil(lambda: bool(part.amount.error))
    qtbot.keyClicks(part.amount.money, "500000")
    press(F9)
    qtbot.waitUntil(lambda: len(part.rows.rows) == 1)
    assert part.expected.text() == "500.000 đ"
    assert part.amount.value is None
    payments.collect(till, extract(till), Method.CASH)
    page.refresh()
    qtbot.waitUntil(lambda: part.expected.text() == "508.000 đ")
    assert dict(part.facts.facts)["Taken in cash"] == "8.000 đ"


def test_cash_taken_out_for_another_reason_needs_words(page, press, qtbot, till):
    move(till, MovementKind.FLOAT, 500_000)
    page.turn(TILL)
    part = page.till
    for _ in range(3):
        part.way.combo.setFocus()
        press(Qt.Key.Key_Down)
    part.amount.money.setFocus()
    qtbot.keyClicks(part.amount.money, "20000")
    press(F9)
    qtbot.waitUntil(lambda: bool(part.reason.error))
    assert part.amount.value == 20_000
    qtbot.keyClicks(part.reason.line, "mua giay in")
    press(F9)
    qtbot.waitUntil(lambda: part.expected.text() == "480.000 đ")
    assert till.ask(till_of, till.seat.number).taken_out == 20_000


def test_counts_are_listed_and_printed_again(page, press, qtbot, till, printed):
    move(till, MovementKind.FLOAT, 500_000)
    till.clock.advance(timedelta(minutes=1))
    counted = count(till, {500_000: 1})
    page.turn(TILL)
    part = page.till
    qtbot.waitUntil(lambda: len(part.rows.rows) == 2)
    part.list.setFocus()
    part.list.set_row(0)
    assert [part.rows.columns[1].text(row) for row in part.rows.rows] == ["Counted", "Change"]
    press(Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: printed == [(Form.CASH_COUNT, counted.id)])


def test_money_given_back_stands_in_the_till_with_its_slip(page, press, qtbot, till, printed):
    subject = building(till)
    paid = payments.collect(till, subject, Method.CASH)
    asked = refunds.request(till, subject, paid.payment, "rút hồ sơ", Money(fee=20_000))
    refunds.approve(till, subject, asked, Method.CASH, SUPERVISOR)
    page.turn(TILL)
    part = page.till
    qtbot.waitUntil(lambda: len(part.rows.rows) == 1, timeout=20_000)
    number = till.ask(fee_sheet, subject).number
    told = [column.text(part.rows.rows[0]) for column in part.rows.columns]
    assert told[1:] == ["Given back", "20.000 đ", f"{number} · rút hồ sơ"]
    part.list.setFocus()
    part.list.set_row(0)
    press(Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: printed == [(Form.REFUND_SLIP, asked)], timeout=20_000)


def test_one_key_goes_on_to_count_and_close_the_day(page, press, qtbot):
    page.turn(TILL)
    with qtbot.waitSignal(page.go) as told:
        press(Qt.Key.Key_G, CTRL)
    assert told.args == ["sync", "count"]


def test_another_page_turns_to_the_till(page):
    page.show_item(TILL)
    assert page.stack.currentIndex() == TILL


def test_a_cashier_who_lost_the_role_is_told_and_keeps_the_file(
    page, press, qtbot, till, chosen, bank_file
):
    transfer = asked(till, extract(till))
    chosen.append(bank_file(f"20/11/2026,8.000,,{transfer.purpose},FT1"))
    page.turn(STATEMENT)
    press(Qt.Key.Key_O, CTRL)
    part = page.statement
    qtbot.waitUntil(lambda: len(part.rows.rows) == 1)
    give_roles(till, replace(CASHIER, roles=frozenset({"intake"})))
    press(F9)
    qtbot.waitUntil(part.notices.isVisible)
    assert len(part.rows.rows) == 1
    assert len(till.ask(awaiting)) == 1


@pytest.mark.parametrize("tab", [STATEMENT, BOOKS, TILL])
def test_nothing_is_cut_on_an_office_screen(
    vietnamese, till, tasks, bring_up, qtbot, bank_file, tab
):
    transfer = asked(till, extract(till))
    payments.collect(till, building(till), Method.CASH)
    path = bank_file(f"20/11/2026,8.000,,{transfer.purpose},FT1", "20/11/2026,5.000,,khac,FT2")
    page = FeesPage(till, tasks, lambda *_: None)
    bring_up(page, 1158, 664)
    page.turn(tab)
    if tab == STATEMENT:
        page.statements.choose(path)
    qtbot.waitUntil(lambda: tasks.busy == 0)
    qtbot.waitUntil(lambda: cut_words(page) == [])
    assert page.minimumSizeHint().height() <= 664
    for view in (page.statement.list, page.books.books, page.books.receipts, page.till.list):
        header = view.horizontalHeader()
        for place in range(header.count() if view.isVisible() else 0):
            title = view.model().headerData(place, Qt.Orientation.Horizontal)
            assert header.fontMetrics().horizontalAdvance(title) <= header.sectionSize(place) - 16

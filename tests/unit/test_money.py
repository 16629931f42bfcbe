"""Taking money: cash, transfers, exemptions, refunds, receipts and voids."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import insert, select

from counter_app.desk import Seat
from counter_app.domain.fees import (
    ExemptionReason,
    FeeChoice,
    FeeState,
    Method,
    Money,
    OwedLine,
    PaymentState,
)
from counter_app.domain.procedure import FeeKind
from counter_app.domain.roles import NotAllowedFor
from counter_app.domain.states import Act, NotAllowed, State
from counter_app.domain.vietqr import is_sound
from counter_app.journal.append import move_heads
from counter_app.journal.entries import Entry
from counter_app.journal.projection import project
from counter_app.journal.rebuild import broken_chains, differences
from counter_app.progress import Silent
from counter_app.schema.tables import head, journal
from counter_app.store.dossiers import by_subject
from counter_app.store.engine import Store
from counter_app.store.money import (
    awaiting,
    fee_sheet,
    open_refunds,
    overpaid,
    taken_on,
    takings,
    unpaid,
)
from counter_app.store.receipt_books import NoReceiptBook, ReceiptBookUsedUp, books, receipt_of
from counter_app.store.reference import SettingMissing
from counter_app.usecases import fee_receipts, fees, payment_requests, payments, refunds
from counter_app.usecases.acts import ReasonMissing, SecondPersonMissing
from counter_app.usecases.corrections import correct
from counter_app.usecases.fee_receipts import MoneyGivenBack, NoSuchPayment, ReceiptVoid
from counter_app.usecases.fees import ExemptionTooHigh, ExemptionUnproved, PaidAlready
from counter_app.usecases.payment_requests import StillOwed
from counter_app.usecases.payments import NothingOwed, collect
from counter_app.usecases.refunds import NoSuchRefund, RefundTooHigh
from tests.fixtures.desk import AGENCY, BUILDING, EXTRACT, OFFICERS, SEAT, STREAM, birth_intake
from tests.fixtures.till import (
    BUILDING_COSTS,
    CASHIER,
    EXTRACT_COSTS,
    PAPERS,
    SUPERVISOR,
    building,
    extract,
    grant_book,
    with_cashier,
)

TODAY = date(2026, 11, 20)
OTHER = UUID(int=8)


def sheet(desk, subject):
    return desk.ask(fee_sheet, subject)


def sound(desk):
    with desk.store.reading() as session:
        return not differences(session, Silent()) and not broken_chains(session, Silent())


def test_a_dossier_owes_what_its_fee_table_says(till):
    assert sheet(till, extract(till)).account.owed == EXTRACT_COSTS
    told = sheet(till, building(till))
    assert told.account.owed == BUILDING_COSTS
    assert told.state is FeeState.UNPAID
    assert [row.account.owed for row in till.ask(unpaid)] == [BUILDING_COSTS, EXTRACT_COSTS]


def test_cash_is_taken_with_a_receipt(till):
    subject = extract(till)
    done = collect(till, subject, Method.CASH)
    receipt = done.receipt
    assert done.money == EXTRACT_COSTS
    assert (receipt.number, receipt.template, receipt.symbol) == (
        "0000001",
        "01BLP0-001",
        "AA-26P",
    )
    assert receipt.payer == "Nguyễn Thị Ánh"
    assert receipt.dossier_number.startswith(f"{AGENCY}-261120-")
    assert receipt.lines == (OwedLine(FeeKind.CHARGE, 8_000, 1, "mỗi bản sao"),)
    assert till.ask(receipt_of, receipt.id) == receipt
    assert sheet(till, subject).state is FeeState.PAID
    assert sound(till)


def test_nothing_is_taken_twice(till):
    subject = extract(till)
    collect(till, subject, Method.CASH)
    with pytest.raises(NothingOwed):
        collect(till, subject, Method.CASH)
    assert len(till.ask(taken_on, TODAY)) == 1


def test_a_cashier_says_which_lines_apply_and_how_often(till):
    subject = building(till)
    choices = [FeeChoice(0, 0), FeeChoice(1, 2), FeeChoice(2, 1, FeeKind.CHARGE)]
    done = collect(till, subject, Method.CASH, choices)
    assert done.money == Money(charge=170_000)
    assert [line.quantity for line in done.receipt.lines] == [2, 1]
    assert sheet(till, subject).account.owed == Money(charge=170_000)


def test_phi_and_le_phi_can_be_taken_apart(till):
    subject = building(till)
    first = collect(till, subject, Method.CASH, charges=False)
    assert first.money == Money(fee=70_000)
    assert [line.amount for line in first.receipt.lines] == [50_000, 20_000]
    second = collect(till, subject, Method.CASH)
    assert second.money == Money(charge=75_000)
    assert second.receipt.running == first.receipt.running + 1


def test_what_is_paid_cannot_be_chosen_away(till):
    subject = building(till)
    collect(till, subject, Method.CASH)
    with pytest.raises(PaidAlready):
        fees.assess(till, subject, [FeeChoice(0)])


@pytest.mark.parametrize("roles", [{"intake"}, {"inspector"}])
def test_only_who_may_take_money_takes_it(till, roles):
    subject = extract(till)
    other = till.served_by(replace(CASHIER, roles=frozenset(roles)))
    with pytest.raises(NotAllowedFor):
        collect(other, subject, Method.CASH)
    assert sheet(till, subject).account.open == EXTRACT_COSTS


def test_a_transfer_is_awaited_until_somebody_saw_it(till):
    subject = building(till)
    done = collect(till, subject, Method.VIETQR)
    assert done.receipt is None
    assert is_sound(done.transfer.qr)
    assert done.transfer.purpose == "0000014H352611200101"
    assert "5406145000" in done.transfer.qr
    assert payments.transfer_of(till, subject, done.payment) == done.transfer
    told = sheet(till, subject)
    assert told.state is FeeState.AWAITING
    assert told.receipts == ()
    assert [row.id for row in till.ask(awaiting)] == [done.payment]

    receipt = payments.confirm(till, subject, done.payment)
    assert receipt.money == BUILDING_COSTS
    assert receipt.method is Method.VIETQR
    assert sheet(till, subject).state is FeeState.PAID
    with pytest.raises(NoSuchPayment):
        payments.confirm(till, subject, done.payment)
    assert till.ask(awaiting) == []
    assert sound(till)


def test_who_cannot_transfer_pays_cash_after_all(till):
    subject = extract(till)
    done = collect(till, subject, Method.TRANSFER)
    with pytest.raises(NothingOwed):
        collect(till, subject, Method.CASH)
    payments.cancel(till, subject, done.payment, "công dân trả tiền mặt")
    assert collect(till, subject, Method.CASH).receipt.running == 1
    states = [row.state for row in sheet(till, subject).payments]
    assert sorted(states) == [PaymentState.CANCELLED, PaymentState.PAID]


def test_a_transfer_needs_an_account(desk):
    grant_book(desk)
    cashier = with_cashier(desk)
    subject = extract(cashier)
    with pytest.raises(SettingMissing):
        collect(cashier, subject, Method.VIETQR)
    assert sheet(cashier, subject).payments == ()


def test_without_a_receipt_book_nothing_is_taken(desk):
    cashier = with_cashier(desk)
    subject = extract(cashier)
    with pytest.raises(NoReceiptBook):
        collect(cashier, subject, Method.CASH)
    told = sheet(cashier, subject)
    assert (told.payments, told.account.open) == ((), EXTRACT_COSTS)


def test_a_used_up_book_is_followed_by_the_next(desk):
    grant_book(desk, 1, 2)
    cashier = with_cashier(desk)
    numbers = [collect(cashier, extract(cashier), Method.CASH).receipt.running for _ in range(2)]
    assert numbers == [1, 2]
    with pytest.raises(ReceiptBookUsedUp) as told:
        collect(cashier, extract(cashier), Method.CASH)
    assert told.value.last == 2
    grant_book(desk, 1001, 1100)
    assert collect(cashier, extract(cashier), Method.CASH).receipt.running == 1001


def test_an_agency_with_a_book_of_its_own_uses_that(till):
    grant_book(till, 700, 800, agency=AGENCY, symbol="BB-26P")
    receipt = collect(till, extract(till), Method.CASH).receipt
    assert (receipt.symbol, receipt.running) == ("BB-26P", 700)


def test_a_book_of_another_stream_is_not_touched(desk):
    grant_book(desk, stream=OTHER)
    cashier = with_cashier(desk)
    with pytest.raises(NoReceiptBook):
        collect(cashier, extract(cashier), Method.CASH)


def test_a_void_receipt_keeps_its_number(till):
    subject = extract(till)
    first = collect(till, subject, Method.CASH).receipt
    again = fee_receipts.void(till, subject, first.id, "sai tên người nộp", SUPERVISOR)
    assert again.running == 2
    assert again.payment == first.payment
    mark = till.ask(receipt_of, first.id).void
    assert (mark.reason, mark.voided_by, mark.approved_by) == (
        "sai tên người nộp",
        "Lò Thị Lan",
        "Trần Quang Minh",
    )
    (book,) = till.ask(books, STREAM, SEAT)
    assert (book.used, book.void, book.next, book.money) == (2, (1,), 3, EXTRACT_COSTS)
    with pytest.raises(ReceiptVoid):
        fee_receipts.void(till, subject, first.id, "lần nữa", SUPERVISOR)
    assert sound(till)


def test_a_receipt_of_the_wrong_dossier_takes_the_payment_with_it(till):
    subject = extract(till)
    receipt = collect(till, subject, Method.CASH).receipt
    assert fee_receipts.void(till, subject, receipt.id, "nhầm", SUPERVISOR, again=False) is None
    told = sheet(till, subject)
    assert told.account.open == EXTRACT_COSTS
    assert told.payments[0].state is PaymentState.CANCELLED
    assert [row.money for row in till.ask(takings, TODAY, TODAY)] == [Money()]


@pytest.mark.parametrize(
    "second",
    [None, CASHIER, replace(SUPERVISOR, login="lan"), replace(SUPERVISOR, roles=frozenset())],
)
def test_a_void_takes_two_persons(till, second):
    subject = extract(till)
    receipt = collect(till, subject, Method.CASH).receipt
    with pytest.raises(SecondPersonMissing):
        fee_receipts.void(till, subject, receipt.id, "sai", second)
    with pytest.raises(ReasonMissing):
        fee_receipts.void(till, subject, receipt.id, "  ", SUPERVISOR)
    assert till.ask(receipt_of, receipt.id).void is None


def test_an_exemption_has_a_reason_and_a_proof(till):
    subject = extract(till)
    with pytest.raises(ExemptionUnproved):
        fees.exempt(till, subject, ExemptionReason.POOR_HOUSEHOLD, "")
    with pytest.raises(ExemptionTooHigh):
        fees.exempt(till, subject, ExemptionReason.OTHER, "x", Money(charge=8_001))
    account = fees.exempt(till, subject, ExemptionReason.POOR_HOUSEHOLD, "Sổ hộ nghèo 12/2026")
    assert account.state is FeeState.EXEMPT
    with pytest.raises(NothingOwed):
        collect(till, subject, Method.CASH)
    back = fees.exempt(till, subject, ExemptionReason.OTHER, "", Money())
    assert back.open == EXTRACT_COSTS
    assert sheet(till, subject).exemption == ""


def test_half_the_fee_for_who_hands_in_online(till):
    subject = building(till)
    fees.exempt(
        till, subject, ExemptionReason.ONLINE_REDUCTION, "NQ 24", Money(fee=35_000, charge=37_500)
    )
    receipt = collect(till, subject, Method.CASH).receipt
    assert receipt.money == Money(35_000, 37_500)
    assert [line.amount for line in receipt.lines] == [35_000, 37_500]
    with pytest.raises(PaidAlready):
        fees.exempt(till, subject, ExemptionReason.CHILD, "giấy khai sinh")


def test_money_goes_back_when_another_person_agrees(till):
    subject = building(till)
    paid = collect(till, subject, Method.CASH)
    asked = refunds.request(till, subject, paid.payment, "rút hồ sơ", Money(fee=20_000))
    assert [row.id for row in till.ask(open_refunds)] == [asked]
    for second in (None, CASHIER, replace(SUPERVISOR, login="lan")):
        with pytest.raises(SecondPersonMissing):
            refunds.approve(till, subject, asked, Method.CASH, second)
    assert refunds.approve(till, subject, asked, Method.CASH, SUPERVISOR) == Money(fee=20_000)
    told = sheet(till, subject)
    assert told.account.paid == BUILDING_COSTS - Money(fee=20_000)
    assert told.payments[0].state is PaymentState.PAID
    assert told.refunds[0].decided_by == "minh"
    with pytest.raises(NoSuchRefund):
        refunds.approve(till, subject, asked, Method.CASH, SUPERVISOR)

    with pytest.raises(MoneyGivenBack):
        fee_receipts.void(till, subject, paid.receipt.id, "nhầm hồ sơ", SUPERVISOR, again=False)
    rest = refunds.request(till, subject, paid.payment, "rút hồ sơ")
    supervisor = till.served_by(SUPERVISOR)
    refunds.approve(supervisor, subject, rest, Method.TRANSFER)
    assert sheet(till, subject).payments[0].state is PaymentState.REFUNDED
    sums = {row.method: row.money for row in till.ask(takings, TODAY, TODAY)}
    assert sums == {
        Method.CASH: BUILDING_COSTS - Money(fee=20_000),
        Method.TRANSFER: -(BUILDING_COSTS - Money(fee=20_000)),
    }
    assert sound(till)


def test_no_more_goes_back_than_came(till):
    subject = extract(till)
    paid = collect(till, subject, Method.CASH)
    refunds.request(till, subject, paid.payment, "một nửa", Money(charge=5_000))
    with pytest.raises(RefundTooHigh):
        refunds.request(till, subject, paid.payment, "lần nữa", Money(charge=5_000))
    with pytest.raises(RefundTooHigh):
        refunds.request(till, subject, paid.payment, "không", Money())


def test_a_refused_refund_changes_nothing(till):
    subject = extract(till)
    paid = collect(till, subject, Method.CASH)
    asked = refunds.request(till, subject, paid.payment, "đổi ý")
    refunds.refuse(till, subject, asked, "đã giải quyết xong", SUPERVISOR)
    told = sheet(till, subject)
    assert (told.refunds[0].state, told.account.paid) == ("refused", EXTRACT_COSTS)
    assert till.ask(open_refunds) == []


def test_what_was_not_paid_cannot_be_given_back(till):
    subject = extract(till)
    done = collect(till, subject, Method.TRANSFER)
    with pytest.raises(NoSuchPayment):
        refunds.request(till, subject, done.payment, "chưa trả")


def test_the_clock_stands_still_until_the_duty_is_paid(till):
    subject = building(till)
    collect(till, subject, Method.CASH)
    due = till.ask(by_subject, subject).due_at
    notice = "Thông báo phí thẩm định số 12/TB-STP"
    with pytest.raises(ReasonMissing):
        payment_requests.require(till, subject, " ")
    payment_requests.require(
        till, subject, notice, [OwedLine(FeeKind.FEE, 300_000, note="thẩm định")]
    )
    assert till.ask(by_subject, subject).state == State.PAYMENT
    with pytest.raises(StillOwed) as told:
        payment_requests.settle(till, subject)
    assert told.value.open == 300_000
    done = collect(till, subject, Method.VIETQR)
    with pytest.raises(StillOwed):
        payment_requests.settle(till, subject)
    till.clock.advance(timedelta(days=10))
    payments.confirm(till, subject, done.payment)
    gone_on = payment_requests.settle(till, subject)
    assert gone_on.state is State.RECEIVED
    assert gone_on.due_after > due
    assert [line.amount for line in sheet(till, subject).owed][-1] == 300_000
    with pytest.raises(NotAllowed) as refused:
        payment_requests.settle(till, subject)
    assert refused.value.act is Act.REWORK
    assert sound(till)


def test_a_tax_paid_elsewhere_is_proved_on_paper(till):
    subject = extract(till)
    collect(till, subject, Method.CASH)
    payment_requests.require(till, subject, "Thông báo thuế số 5")
    assert payment_requests.settle(till, subject, "Giấy nộp tiền 0012").state is State.RECEIVED


def test_two_seats_that_both_collected_are_both_believed(till, tmp_path):
    subject = extract(till)
    other = Store(tmp_path / "other.db")
    grant_book(till, 501, 600, stream=OTHER)
    till.store.copy_to(other.path)
    collect(till, subject, Method.CASH)
    collect(replace(till, store=other, seat=Seat(OTHER, 8)), subject, Method.CASH)
    with other.reading() as session:
        theirs = session.execute(select(journal).where(journal.c.stream_id == OTHER)).all()
    other.close()
    entries = [Entry._make(row) for row in theirs]
    with till.store.writing() as session:
        session.execute(insert(journal), [entry._asdict() for entry in entries])
        last = entries[-1]._asdict()
        move_heads(session, [{column.name: last[column.name] for column in head.c}])
        project(session, entries)
    told = sheet(till, subject)
    assert told.account.paid == EXTRACT_COSTS + EXTRACT_COSTS
    assert sorted(row.running for row in told.receipts) == [1, 501]
    assert [row.subject for row in till.ask(overpaid)] == [subject]
    assert not till.ask(by_subject, subject).conflict
    assert sound(till)


def test_officers_of_the_tests_are_those_of_the_centre():
    assert [(CASHIER.login, CASHIER.name), (SUPERVISOR.login, SUPERVISOR.name)] == list(OFFICERS)


def test_a_corrected_procedure_brings_its_own_fees(till):
    subject = extract(till)
    fees.assess(till, subject, [FeeChoice(0, 3)])
    assert sheet(till, subject).account.owed == Money(charge=24_000)
    wrong = birth_intake(procedure_code=EXTRACT.code)
    correct(till, subject, replace(wrong, note="ba bản"), "ghi thêm")
    assert sheet(till, subject).account.owed == Money(charge=24_000)
    correct(
        till, subject, birth_intake(procedure_code=BUILDING.code, papers=PAPERS), "nhầm thủ tục"
    )
    told = sheet(till, subject)
    assert told.account.owed == BUILDING_COSTS
    assert len(told.owed) == len(told.table) == 3
    assert sound(till)

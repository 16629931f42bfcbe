"""Whatever is done with money, in whatever order: the sums agree and no number is missing."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from counter_app.domain.fees import NOTHING, Account, ExemptionReason, FeeChoice, Method, Money
from counter_app.domain.till import MovementKind
from counter_app.errors import CounterError
from counter_app.journal.rebuild import differences
from counter_app.progress import Silent
from counter_app.schema.money import cash_count, cash_movement, fee_receipt, money_line, payment
from counter_app.schema.tables import dossier
from counter_app.store.money import account_of, fee_sheet, takings
from counter_app.store.receipt_books import books
from counter_app.usecases import fee_receipts, fees, payments, refunds, tills
from tests.fixtures.desk import AGENCY, SEAT, STREAM, opened_desk, publish_setting
from tests.fixtures.till import ACCOUNT, SUPERVISOR, building, extract, grant_book, with_cashier

EVER = (date(2000, 1, 1), date(2100, 1, 1))


def pick(chance, found):
    return chance.choice(list(found)) if found else None


def some(chance):
    return Money(chance.choice((0, 10_000, 50_000)), chance.choice((0, 1_000, 8_000)))


def assess(desk, chance, sheet):
    lines = range(chance.randint(0, len(sheet.table)))
    fees.assess(desk, sheet.subject, [FeeChoice(n, chance.randint(0, 3)) for n in lines])


def exempt(desk, chance, sheet):
    fees.exempt(desk, sheet.subject, ExemptionReason.OTHER, "giấy", some(chance))


def cash(desk, chance, sheet):
    payments.collect(desk, sheet.subject, Method.CASH, fees=chance.random() < 0.7)


def transfer(desk, chance, sheet):
    method = chance.choice((Method.TRANSFER, Method.VIETQR))
    payments.collect(desk, sheet.subject, method, charges=chance.random() < 0.7)


def confirm(desk, chance, sheet):
    if sheet.payments:
        payments.confirm(desk, sheet.subject, pick(chance, sheet.payments).id)


def cancel(desk, chance, sheet):
    if sheet.payments:
        payments.cancel(desk, sheet.subject, pick(chance, sheet.payments).id, "đổi ý")


def refund(desk, chance, sheet):
    if sheet.payments:
        amount = None if chance.random() < 0.5 else some(chance)
        refunds.request(desk, sheet.subject, pick(chance, sheet.payments).id, "trả lại", amount)


def decide(desk, chance, sheet):
    if sheet.refunds and chance.random() < 0.8:
        asked = pick(chance, sheet.refunds).id
        refunds.approve(desk, sheet.subject, asked, chance.choice(tuple(Method)), SUPERVISOR)
    elif sheet.refunds:
        refunds.refuse(desk, sheet.subject, pick(chance, sheet.refunds).id, "không", SUPERVISOR)


def void(desk, chance, sheet):
    if sheet.receipts:
        receipt, again = pick(chance, sheet.receipts).id, chance.random() < 0.6
        fee_receipts.void(desk, sheet.subject, receipt, "sai", SUPERVISOR, again=again)


def count(desk, chance, _sheet):
    expected = tills.expected(desk).expected
    notes = {1_000: max(expected, 0) // 1_000, 500: chance.randint(0, 2)}
    tills.count(desk, notes, "lệch", SUPERVISOR)


def deposit(desk, chance, _sheet):
    tills.move(desk, chance.choice(tuple(MovementKind)), chance.choice((-10_000, 50_000)), "nộp")


def receive(desk, chance, _sheet):
    chance.choice((extract, building))(desk)


ACTS = (receive, receive, assess, exempt, cash, cash, transfer, confirm, confirm, cancel, refund)
ACTS += (decide, decide, void, count, deposit)


def total(rows, conditions=lambda _row: True):
    return sum((Money(row.fee, row.charge) for row in rows if conditions(row)), NOTHING)


def check_identities(desk):
    with desk.store.reading() as session:
        receipts = session.execute(select(fee_receipt)).all()
        ledger = session.execute(select(money_line)).all()
        paid = session.execute(select(payment)).all()
        rows = session.execute(select(dossier)).mappings().all()
    standing = total(receipts, lambda row: row.void_at is None)
    refunded = -total(ledger, lambda row: row.kind == "refunded")
    # Sum of the books = cash and transfers, refunds aside.
    assert standing - refunded == total(ledger)
    # Every payment that holds has exactly one receipt that holds, with its amount.
    holding = {row.entry_id: row for row in paid if row.state in {"paid", "refunded"}}
    receipted = Counter(row.payment for row in receipts if row.void_at is None)
    assert receipted == Counter(holding.keys())
    for row in receipts:
        assert (row.fee, row.charge) == (by_id(paid, row).fee, by_id(paid, row).charge)
    # Numbers of a book have no gap and none is given twice.
    (book,) = desk.ask(books, STREAM, SEAT)
    assert sorted(row.running for row in receipts) == list(range(1, book.used + 1))
    assert set(book.void) == {row.running for row in receipts if row.void_at is not None}
    assert book.money == standing
    # What a dossier paid is what the ledger says of it; nothing is open below zero.
    for row in rows:
        account: Account = account_of(row)
        assert account.paid == total(ledger, lambda line, row=row: line.subject == row["subject"])
        assert account.paid.within(account.owed - account.exempt)
        assert account.awaited == total(
            paid, lambda one, row=row: one.subject == row["subject"] and one.state == "awaiting"
        )
    # By way, procedure and agency it is the same money.
    by_way = desk.ask(takings, *EVER)
    assert sum((row.money for row in by_way), NOTHING) == total(ledger)


def by_id(paid, receipt):
    return next(row for row in paid if row.entry_id == receipt.payment)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32))
def test_the_books_agree_with_the_money(seed):
    chance = random.Random(seed)
    with TemporaryDirectory() as folder, opened_desk(Path(folder) / "counter.db") as opened:
        grant_book(opened)
        publish_setting(opened, f"bank_account:{AGENCY}", ACCOUNT)
        desk = with_cashier(opened)
        extract(desk)
        for _ in range(50):
            desk.clock.advance(timedelta(minutes=chance.randint(0, 90)))
            with desk.store.reading() as session:
                subjects = session.execute(select(dossier.c.subject)).scalars().all()
            sheet = desk.ask(fee_sheet, pick(chance, subjects))
            before = tills.expected(desk)
            try:
                chance.choice(ACTS)(desk, chance, sheet)
            except CounterError:
                assert tills.expected(desk) == before
                assert desk.ask(fee_sheet, sheet.subject) == sheet
        check_identities(desk)
        with desk.store.reading() as session:
            assert differences(session, Silent()) == []
        check_till(desk)


def check_till(desk):
    """What should be in the till is what was counted last and all that moved since."""
    with desk.store.reading() as session:
        moved = session.execute(select(cash_movement)).all()
        lines = session.execute(select(money_line).where(money_line.c.method == "cash")).all()
        last = max(
            session.execute(select(cash_count)).all(), key=lambda row: row.clock, default=None
        )
    since = -1 if last is None else last.clock
    expected = 0 if last is None else last.counted
    expected += sum(row.amount for row in moved if row.clock > since)
    expected += total(lines, lambda row: row.clock > since).total
    assert tills.expected(desk).expected == expected

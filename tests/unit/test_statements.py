"""A bank's statement confirms transfers, once, and lists what it cannot place."""

from __future__ import annotations

from datetime import date

import pytest

from counter_app.domain.fees import FeeState, Method
from counter_app.domain.roles import NotAllowedFor
from counter_app.domain.statement import Awaited, Fault, StatementLine, identities, match
from counter_app.domain.vietqr import letters_of
from counter_app.progress import Cancelled, Recorded, Silent
from counter_app.store.money import awaiting, fee_sheet
from counter_app.store.receipt_books import ReceiptBookUsedUp
from counter_app.usecases.payments import cancel, collect
from counter_app.usecases.statements import preview, take_statement
from tests.fixtures.desk import AGENCY, publish_setting
from tests.fixtures.till import ACCOUNT, CASHIER, building, extract, grant_book, with_cashier

DAY = date(2026, 11, 20)


def line(row, amount, text, reference=""):
    return StatementLine(row, DAY, amount, text, reference)


def asked(desk, subject):
    return collect(desk, subject, Method.VIETQR).transfer


def test_a_transfer_is_found_by_its_number_and_amount(till):
    one, other = building(till), extract(till)
    first, second = asked(till, one), asked(till, other)
    lines = [
        line(
            2, second.money.total, f"MBVCB.77 {second.purpose[:10]} {second.purpose[10:]}.CT tu 1"
        ),
        line(3, first.money.total, f"ck {first.purpose.lower()} phi ho so"),
        line(4, 50_000, "tien nha thang 11"),
        line(5, -20_000, f"hoan {first.purpose}"),
    ]
    done = take_statement(till, lines, Silent())
    assert {one.payment for one in done.confirmed} == {first.payment, second.payment}
    assert [(one.line.row, one.fault) for one in done.unmatched] == [
        (4, Fault.NO_NUMBER),
        (5, Fault.WENT_OUT),
    ]
    for subject in (one, other):
        told = till.ask(fee_sheet, subject)
        assert told.state is FeeState.PAID
        assert len(told.receipts) == 1


def test_taking_the_same_statement_twice_changes_nothing(till):
    subject = extract(till)
    transfer = asked(till, subject)
    lines = [line(2, 8_000, transfer.purpose, "FT1"), line(3, 8_000, transfer.purpose, "FT2")]
    first = take_statement(till, lines, Silent())
    assert (len(first.confirmed), first.known) == (1, 0)
    assert [one.fault for one in first.unmatched] == [Fault.NOT_AWAITED]
    again = take_statement(till, lines, Silent())
    assert (again.confirmed, again.known) == ((), 1)
    assert len(till.ask(fee_sheet, subject).receipts) == 1


def test_two_equal_payments_are_two_lines(till):
    both = [asked(till, extract(till)) for _ in range(2)]
    lines = [line(row, 8_000, one.purpose) for row, one in enumerate(both)]
    twins = [line(row, 8_000, "tien mat") for row in range(2)]
    assert len(set(identities([*lines, *twins]))) == 4
    assert identities(twins) == identities(reversed(twins))
    assert len(take_statement(till, lines, Silent()).confirmed) == 2


def test_another_amount_is_left_to_a_person(till):
    transfer = asked(till, extract(till))
    done = take_statement(till, [line(2, 7_999, transfer.purpose)], Silent())
    assert [one.fault for one in done.unmatched] == [Fault.AMOUNT_DIFFERS]
    assert len(till.ask(awaiting)) == 1


def test_a_cancelled_transfer_that_arrives_after_all_is_listed(till):
    subject = extract(till)
    transfer = asked(till, subject)
    cancel(till, subject, transfer.payment, "trả tiền mặt")
    done = take_statement(till, [line(2, 8_000, transfer.purpose)], Silent())
    assert [one.fault for one in done.unmatched] == [Fault.NOT_AWAITED]


def test_a_number_inside_a_longer_one_is_not_taken_for_it():
    short = Awaited(None, None, "14H352611200101", 5)
    long = Awaited(None, None, "0000014H352611200101", 5)
    said = line(1, 5, letters_of("CT 0000014H35-2611200101"))
    assert match(said, [short, long], ()) is long


def test_what_was_confirmed_before_a_stop_stays(till):
    lines = [line(row, 8_000, asked(till, extract(till)).purpose) for row in range(3)]
    with pytest.raises(Cancelled):
        take_statement(till, lines, Recorded(cancel_after=1))
    assert len(till.ask(awaiting)) == 2
    done = take_statement(till, lines, Silent())
    assert (len(done.confirmed), done.known) == (2, 1)


def test_a_used_up_book_leaves_the_rest_listed(desk):
    grant_book(desk, 1, 1)
    publish_setting(desk, f"bank_account:{AGENCY}", ACCOUNT)
    till = with_cashier(desk)
    lines = [line(row, 8_000, asked(till, extract(till)).purpose) for row in range(2)]
    done = take_statement(till, lines, Silent())
    assert len(done.confirmed) == 1
    (left,) = done.unmatched
    assert left.fault is Fault.REFUSED
    assert isinstance(left.error, ReceiptBookUsedUp)
    grant_book(desk, 2, 9)
    assert len(take_statement(till, lines, Silent()).confirmed) == 1


def test_only_who_may_take_money_confirms_it(till):
    with pytest.raises(NotAllowedFor):
        take_statement(
            till.served_by(CASHIER.__class__("lan", "", frozenset({"intake"}))), [], Silent()
        )


def test_a_text_that_names_two_dossiers_of_one_price_is_left_to_a_person(till):
    one, other = asked(till, extract(till)), asked(till, extract(till))
    both = line(2, 8_000, f"{one.purpose} va {other.purpose}")
    done = take_statement(till, [both], Silent())
    assert [left.fault for left in done.unmatched] == [Fault.AMBIGUOUS]
    assert len(till.ask(awaiting)) == 2


def test_what_a_statement_would_do_is_seen_before_anything_is_written(till):
    one, other, gone = extract(till), building(till), extract(till)
    first, second, third = asked(till, one), asked(till, other), asked(till, gone)
    cancel(till, gone, third.payment, "trả tiền mặt")
    lines = [
        line(2, 8_000, first.purpose),
        line(3, 8_000, first.purpose, "FT2"),
        line(4, 100_000, second.purpose),
        line(5, 8_000, third.purpose),
        line(6, 50_000, "tien nha"),
        line(7, -5_000, first.purpose),
    ]
    seen = preview(till, lines)
    assert isinstance(seen[0].found, Awaited)
    assert (seen[0].subject, seen[0].number) == (one, till.ask(fee_sheet, one).number)
    assert [(told.found, told.subject) for told in seen[1:]] == [
        (Fault.NOT_AWAITED, one),
        (Fault.AMOUNT_DIFFERS, other),
        (Fault.NOT_AWAITED, gone),
        (Fault.NO_NUMBER, None),
        (Fault.WENT_OUT, None),
    ]
    assert len(till.ask(awaiting)) == 2
    take_statement(till, lines, Silent())
    assert preview(till, lines)[0].found is None

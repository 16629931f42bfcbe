"""The till: what should be in it, what was counted, and who agrees to a difference."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.desk import OfficerDisabled
from counter_app.domain.fees import BadAmount, Method
from counter_app.domain.roles import NotAllowedFor
from counter_app.domain.till import NOTES, BadNotes, MovementKind, counted
from counter_app.journal.rebuild import differences
from counter_app.progress import Silent
from counter_app.store.tills import counts, last_count, movements
from counter_app.usecases.acts import ReasonMissing, SecondPersonMissing
from counter_app.usecases.payments import collect
from counter_app.usecases.refunds import approve, request
from counter_app.usecases.tills import DifferenceUnexplained, count, expected, move
from tests.fixtures.desk import SEAT, publish_setting
from tests.fixtures.till import CASHIER, SUPERVISOR, building, extract, give_roles


def test_an_untouched_till_is_empty_and_needs_no_count(till):
    assert expected(till).expected == 0
    assert not expected(till).changed


def test_only_cash_moves_the_till(till):
    collect(till, extract(till), Method.TRANSFER)
    assert not expected(till).changed
    collect(till, extract(till), Method.CASH)
    assert (expected(till).expected, expected(till).changed) == (8_000, True)


def test_float_takings_refund_and_deposit_add_up(till):
    move(till, MovementKind.FLOAT, 500_000)
    subject = building(till)
    paid = collect(till, subject, Method.CASH)
    asked = request(till, subject, paid.payment, "rút hồ sơ")
    approve(till, subject, asked, Method.CASH, SUPERVISOR)
    collect(till, extract(till), Method.CASH)
    move(till, MovementKind.DEPOSIT, -100_000)
    till_now = expected(till)
    assert till_now.expected == 500_000 + 8_000 - 100_000
    assert (till_now.taken, till_now.given_back) == (153_000, 145_000)
    assert [row.amount for row in till.ask(movements, SEAT)] == [500_000, -100_000]


def test_a_count_that_fits_needs_no_words(till):
    collect(till, extract(till), Method.CASH)
    made = count(till, {5_000: 1, 2_000: 1, 1_000: 1, 500: 0})
    assert (made.expected, made.counted, made.difference) == (8_000, 8_000, 0)
    assert made.notes == {5_000: 1, 2_000: 1, 1_000: 1}
    assert not expected(till).changed
    assert expected(till).expected == 8_000


def test_a_difference_needs_a_reason_and_a_supervisor(till):
    collect(till, extract(till), Method.CASH)
    with pytest.raises(DifferenceUnexplained) as told:
        count(till, {5_000: 1})
    assert (told.value.expected, told.value.counted) == (8_000, 5_000)
    with pytest.raises(SecondPersonMissing):
        count(till, {5_000: 1}, "thối nhầm")
    with pytest.raises(SecondPersonMissing):
        count(till, {5_000: 1}, "thối nhầm", replace(SUPERVISOR, login=CASHIER.login))
    assert till.ask(last_count, SEAT) is None
    made = count(till, {5_000: 1}, " thối  nhầm ", SUPERVISOR)
    assert (made.difference, made.reason, made.approved_by) == (-3_000, "thối nhầm", "minh")
    assert expected(till).expected == 5_000


def test_within_the_limit_of_the_centre_nobody_else_is_asked(till):
    publish_setting(till, "closing", {"cash_limit": 4_999})
    collect(till, extract(till), Method.CASH)
    assert count(till, {5_000: 1}, "thối nhầm").approved_by == ""
    with pytest.raises(SecondPersonMissing):
        count(till, {}, "mất")


def test_counts_follow_each_other(till):
    collect(till, extract(till), Method.CASH)
    count(till, {2_000: 4})
    till.clock.advance(timedelta(hours=1))
    collect(till, extract(till), Method.CASH)
    count(till, {2_000: 8})
    assert [row.counted for row in till.ask(counts, SEAT)] == [8_000, 16_000]
    with till.store.reading() as session:
        assert differences(session, Silent()) == []


@pytest.mark.parametrize("notes", [{3_000: 1}, {1_000: -1}, {500_000: 10**7}])
def test_such_notes_there_are_not(till, notes):
    with pytest.raises(BadNotes):
        count(till, notes)


@given(st.dictionaries(st.sampled_from(NOTES), st.integers(0, 10_000)))
def test_notes_come_to_their_values(notes):
    assert counted(notes) == sum(value * number for value, number in notes.items())


def test_cash_for_no_dossier_needs_an_amount_and_mostly_a_reason(till):
    with pytest.raises(BadAmount):
        move(till, MovementKind.FLOAT, 0)
    with pytest.raises(ReasonMissing):
        move(till, MovementKind.OTHER, 5_000)


def test_who_only_looks_on_counts_nothing(till):
    inspector = replace(CASHIER, roles=frozenset({"inspector"}))
    with pytest.raises(NotAllowedFor):
        count(till.served_by(inspector), {})
    give_roles(till, replace(CASHIER, roles=frozenset({"inspector"})))
    with pytest.raises(NotAllowedFor):
        count(till, {})
    with pytest.raises(OfficerDisabled):
        count(till.served_by(replace(CASHIER, login="ai")), {})

"""Phí and lệ phí: what is owed, exempt, paid and open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.fees import (
    MOST,
    NOTHING,
    Account,
    BadAmount,
    BadFeeChoice,
    FeeChoice,
    FeeState,
    Money,
    OwedLine,
    chosen,
    published,
    sum_of,
)
from counter_app.domain.procedure import FeeKind, FeeLine

TABLE = (
    FeeLine(FeeKind.FEE, 50_000),
    FeeLine(FeeKind.CHARGE, 75_000, "nhà ở riêng lẻ"),
    FeeLine(FeeKind.UNKNOWN, 20_000),
)
amounts = st.builds(Money, st.integers(0, 10**7), st.integers(0, 10**7))


def test_phi_and_le_phi_stay_apart():
    assert sum_of(published(TABLE)) == Money(fee=70_000, charge=75_000)


def test_lines_that_do_not_apply_cost_nothing():
    choices = (FeeChoice(0, 0), FeeChoice(1, 3), FeeChoice(2, 1, FeeKind.CHARGE))
    owed = chosen(TABLE, choices)
    assert [line.quantity for line in owed] == [3, 1]
    assert sum_of(owed) == Money(charge=245_000)


def test_what_the_publication_calls_a_fee_stays_one():
    assert sum_of(chosen(TABLE, [FeeChoice(0, 1, FeeKind.CHARGE)])) == Money(fee=50_000)


@pytest.mark.parametrize(
    "choices",
    [
        [FeeChoice(3)],
        [FeeChoice(-1)],
        [FeeChoice(0), FeeChoice(0)],
        [FeeChoice(0, -1)],
        [FeeChoice(0, MOST)],
    ],
)
def test_what_the_table_does_not_have_cannot_be_chosen(choices):
    with pytest.raises(BadFeeChoice):
        chosen(TABLE, choices)


@pytest.mark.parametrize("line", [OwedLine(FeeKind.FEE, -1), OwedLine(FeeKind.FEE, MOST)])
def test_no_dossier_costs_that(line):
    with pytest.raises(BadAmount):
        sum_of([line])


@given(amounts, amounts, amounts, amounts)
def test_what_is_open_is_never_negative(owed, exempt, paid, awaited):
    account = Account(owed, exempt, paid, awaited)
    assert account.open.within(owed)
    if exempt.within(owed) and not paid and not awaited:
        assert account.open + account.exempt == account.owed


@pytest.mark.parametrize(
    ("account", "state"),
    [
        (Account(), FeeState.NOTHING),
        (Account(Money(8_000)), FeeState.UNPAID),
        (Account(Money(8_000), awaited=Money(8_000)), FeeState.AWAITING),
        (Account(Money(8_000), paid=Money(8_000)), FeeState.PAID),
        (Account(Money(8_000), exempt=Money(8_000)), FeeState.EXEMPT),
        (Account(Money(8_000), exempt=Money(4_000), paid=Money(4_000)), FeeState.PAID),
        (Account(Money(8_000), paid=Money(4_000)), FeeState.UNPAID),
    ],
)
def test_the_badge(account, state):
    assert account.state is state


@given(amounts, amounts)
def test_money_adds_and_takes_away(one, other):
    assert one + other - other == one
    assert one + -one == NOTHING
    assert not NOTHING

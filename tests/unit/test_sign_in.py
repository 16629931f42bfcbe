"""Signing in with no network."""

from __future__ import annotations

from datetime import timedelta

import pytest

from counter_app.clock import SetClock
from counter_app.desk import NobodySignedIn
from counter_app.usecases.intake import receive
from counter_app.usecases.sign_in import (
    LockedOut,
    NoSuchOfficer,
    WrongPassword,
    officers,
    sign_in,
)
from tests.fixtures.desk import FRIDAY, PASSWORD, birth_intake, opened_desk


def test_an_officer_signs_in_with_the_hash_the_centre_sent(desk):
    officer = sign_in(desk, "minh", PASSWORD)
    assert (officer.name, officer.roles) == ("Trần Quang Minh", {"intake"})


def test_officers_are_listed_by_name(desk):
    assert [row.login for row in officers(desk)] == ["lan", "minh"]


def test_a_wrong_password_says_how_many_tries_are_left(desk):
    left = []
    for _ in range(4):
        with pytest.raises(WrongPassword) as wrong:
            sign_in(desk, "lan", "không phải")
        left.append(wrong.value.tries_left)
    assert left == [4, 3, 2, 1]


def test_five_wrong_passwords_lock_also_over_a_restart_and_longer_each_time(tmp_path):
    clock = SetClock.at(FRIDAY)
    with opened_desk(tmp_path / "counter.db", clock) as desk:
        for _ in range(5):
            with pytest.raises((WrongPassword, LockedOut)):
                sign_in(desk, "lan", "x")
    with opened_desk(tmp_path / "counter.db", clock) as again:
        with pytest.raises(LockedOut) as locked:
            sign_in(again, "lan", PASSWORD)
        assert locked.value.until_ms == clock.now_ms() + 60_000
        assert sign_in(again, "minh", PASSWORD).login == "minh"
        clock.advance(timedelta(minutes=1))
        for _ in range(5):
            with pytest.raises((WrongPassword, LockedOut)):
                sign_in(again, "lan", "x")
        with pytest.raises(LockedOut) as locked:
            sign_in(again, "lan", PASSWORD)
        assert locked.value.until_ms == clock.now_ms() + 120_000


def test_the_right_password_forgets_the_wrong_ones(desk):
    with pytest.raises(WrongPassword):
        sign_in(desk, "lan", "x")
    sign_in(desk, "lan", PASSWORD)
    with pytest.raises(WrongPassword) as wrong:
        sign_in(desk, "lan", "x")
    assert wrong.value.tries_left == 4


def test_an_unknown_officer_is_told_apart(desk):
    with pytest.raises(NoSuchOfficer):
        sign_in(desk, "ai do", PASSWORD)


def test_nobody_receives_without_signing_in(desk):
    with pytest.raises(NobodySignedIn):
        receive(desk.served_by(None), birth_intake())

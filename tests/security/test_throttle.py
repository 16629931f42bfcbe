"""Guessing passwords at the counter: neither a restart, nor the clock, nor many at once help."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from counter_app.clock import SetClock, SystemClock
from counter_app.usecases.sign_in import LockedOut, NoSuchOfficer, WrongPassword, sign_in
from tests.fixtures.desk import FRIDAY, PASSWORD, opened_desk, publish


def guess(desk, times=1):
    for _ in range(times):
        with pytest.raises((WrongPassword, LockedOut)):
            sign_in(desk, "lan", "đoán")


def is_locked(desk):
    try:
        sign_in(desk, "lan", PASSWORD)
    except LockedOut:
        return True
    return False


def test_setting_the_clock_forward_opens_no_lock(desk, clock):
    guess(desk, 5)
    for step in (timedelta(minutes=2), timedelta(days=1), timedelta(days=4000)):
        clock.set(FRIDAY + step)
        assert is_locked(desk)
    clock.advance(timedelta(seconds=61))
    assert not is_locked(desk)


def test_setting_the_clock_back_neither_opens_nor_lengthens_a_lock(desk, clock):
    guess(desk, 5)
    clock.set(FRIDAY - timedelta(days=4000))
    assert is_locked(desk)
    clock.advance(timedelta(seconds=61))
    assert not is_locked(desk)


def test_a_new_start_of_the_machine_opens_no_lock(tmp_path):
    clock = SetClock.at(FRIDAY)
    with opened_desk(tmp_path / "counter.db", clock) as desk:
        guess(desk, 5)
    clock.running = 3_000  # started again, with the clock set forward meanwhile
    clock.set(FRIDAY + timedelta(days=1))
    with opened_desk(tmp_path / "counter.db", clock) as desk:
        assert is_locked(desk)
        clock.advance(timedelta(seconds=58))
        assert not is_locked(desk)


def test_locks_grow_to_an_hour_and_no_further(desk, clock):
    lengths = []
    for _ in range(12):
        guess(desk, 4)
        with pytest.raises(LockedOut) as locked:
            sign_in(desk, "lan", "đoán")
        lengths.append((locked.value.until_ms - clock.now_ms()) // 60_000)
        clock.advance(timedelta(hours=1))
    assert lengths == [1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60, 60]


def test_guesses_while_locked_are_not_even_looked_at(desk, clock):
    guess(desk, 5)
    with pytest.raises(LockedOut) as first:
        sign_in(desk, "lan", "đoán")
    clock.advance(timedelta(seconds=30))
    with pytest.raises(LockedOut) as second:
        sign_in(desk, "lan", PASSWORD)
    assert first.value.until_ms == second.value.until_ms


def test_many_guesses_at_once_count_one_by_one(desk):
    outcomes = []

    def attack():
        try:
            sign_in(desk, "lan", "đoán")
        except (WrongPassword, LockedOut) as error:
            outcomes.append(type(error).__name__)

    threads = [threading.Thread(target=attack) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes.count("WrongPassword") == 4
    assert is_locked(desk)


def test_a_try_counts_also_when_the_program_is_killed_in_it(desk, monkeypatch):
    import argon2

    def killed(*_args):
        raise SystemExit

    with monkeypatch.context() as dying:
        dying.setattr(argon2.PasswordHasher, "verify", killed)
        for _ in range(5):
            with pytest.raises(SystemExit):
                sign_in(desk, "lan", "đoán")
    assert is_locked(desk)


@pytest.mark.parametrize(
    "password_hash",
    [
        "",
        "x",
        "$argon2id$v=19$m=1024,t=1,p=1$",
        "plain",
        "$argon2id$v=19$m=4194304,t=2,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNo",
        "$argon2id$v=19$m=1024,t=999999,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNo",
    ],
)
def test_a_hash_that_is_none_or_would_never_end_lets_nobody_in(desk, password_hash):
    record = {"login": "lan", "name": "Lan", "roles": ["intake"], "password_hash": password_hash}
    publish(desk, "officer_defined", ("officer", "lan"), record)
    with pytest.raises(NoSuchOfficer):
        sign_in(desk, "lan", "")


def test_the_systems_own_clock_runs_and_is_not_the_wall_clock():
    clock = SystemClock()
    first = clock.running_ms()
    assert 0 <= clock.running_ms() - first < 10_000
    assert clock.running_ms() != clock.now_ms()


def test_a_file_of_an_earlier_shape_goes_on_with_the_new_throttle(tmp_path):
    with opened_desk(tmp_path / "counter.db") as desk, desk.store.writing() as session:
        session.exec_driver_sql("DROP TABLE sign_in_attempt")
        session.exec_driver_sql(
            "CREATE TABLE sign_in_attempt (login VARCHAR(64) NOT NULL PRIMARY KEY, "
            "failures INTEGER NOT NULL, locked_until BIGINT NOT NULL)"
        )
        session.exec_driver_sql("PRAGMA user_version = 2")
    with opened_desk(tmp_path / "counter.db") as desk:
        guess(desk, 5)
        assert is_locked(desk)

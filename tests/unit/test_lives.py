"""Random lives of dossiers: whatever officers do, the tables agree with the journal."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from counter_app.clock import local
from counter_app.desk import Desk
from counter_app.domain.states import OPEN, PAUSED, State
from counter_app.errors import CounterError
from counter_app.journal.dossiers import fold
from counter_app.journal.families import in_order
from counter_app.journal.rebuild import differences, rebuild
from counter_app.progress import Silent
from counter_app.schema.acts import hand_over, letter, pause
from counter_app.schema.tables import dossier
from counter_app.store.dossiers import history
from counter_app.store.hand_over_lists import unsigned_lists
from counter_app.store.late import lateness_story
from counter_app.store.worklists import conflicts as waiting
from counter_app.usecases import conflicts, hand_overs
from counter_app.usecases.acts import When
from counter_app.usecases.conflicts import Decision
from tests.fixtures.life import (
    ACTS,
    announced,
    another_seat,
    ask_payment,
    every_row,
    exchange,
    opened_office,
    received,
)


class Lives:
    """Some dossiers at two seats, and a clock that jumps."""

    def __init__(self, one: Desk, other: Desk, seed: int) -> None:
        self.seats = (one, other)
        self.chance = random.Random(seed)
        self.subjects: list[UUID] = [received(one), announced(one)]
        self.done: Counter[str] = Counter()
        exchange(one, other)

    def step(self) -> None:
        """Do something that fits or does not; what is refused changes nothing."""
        desk = self.chance.choice(self.seats)
        subject = self.chance.choice(self.subjects)
        (act,) = self.chance.choices(list(self.weights), list(self.weights.values()))
        try:
            if act in ACTS:
                ACTS[act](desk, subject)
            else:
                self.others[act](self, desk, subject)
            self.done[act] += 1
        except CounterError as error:
            self.done[type(error).__name__] += 1

    def take_in(self, desk: Desk, _subject: UUID) -> None:
        if len(self.subjects) < 12:
            self.subjects.append(self.chance.choice([received, received, announced])(desk))

    def let_time_pass(self, desk: Desk, _subject: UUID) -> None:
        desk.clock.advance(timedelta(minutes=self.chance.choice([1, 50, 700, 1440, 9000])))

    def turn_the_clock_back(self, desk: Desk, _subject: UUID) -> None:
        desk.clock.advance(-timedelta(minutes=self.chance.choice([1, 90, 2000])))

    def meet(self, _desk: Desk, _subject: UUID) -> None:
        exchange(*self.seats)

    def ask_payment(self, desk: Desk, subject: UUID) -> None:
        with desk.store.reading() as session:
            state = session.execute(
                select(dossier.c.state).where(dossier.c.subject == subject)
            ).scalar()
        if state in {State.RECEIVED, State.PROCESSING}:
            ask_payment(desk, subject)

    def accept(self, desk: Desk, _subject: UUID) -> None:
        hand_overs.accept(desk, self.unsigned(desk), "Lê Văn Bình")

    def take_list_back(self, desk: Desk, _subject: UUID) -> None:
        hand_overs.take_back(desk, self.unsigned(desk), "Nhầm")

    def unsigned(self, desk: Desk) -> UUID:
        lists = desk.ask(unsigned_lists)
        return self.chance.choice(lists).batch if lists else UUID(int=0)

    def take_back(self, desk: Desk, subject: UUID) -> None:
        conflicts.take_back(desk, subject, "Nhầm")

    def settle(self, desk: Desk, subject: UUID) -> None:
        for marked in desk.ask(waiting, subject)[:1]:
            decision = self.chance.choice(list(Decision))
            conflicts.settle(desk, subject, marked.entry_id, decision)

    def backdate(self, desk: Desk, subject: UUID) -> None:
        from counter_app.usecases import results, stops, supplements

        act = self.chance.choice([results.resolve, stops.resume, supplements.receive])
        hours = self.chance.randint(0, 200)
        act(
            desk, subject, when=When(local(desk.clock.now_ms()) - timedelta(hours=hours), "Ghi sót")
        )

    others: ClassVar = {
        "a new dossier": take_in,
        "time": let_time_pass,
        "clock back": turn_the_clock_back,
        "meet": meet,
        "ask payment": ask_payment,
        "accept": accept,
        "take list back": take_list_back,
        "take back": take_back,
        "settle": settle,
        "backdate": backdate,
    }

    weights: ClassVar = {
        **dict.fromkeys(ACTS, 6),
        **dict.fromkeys(others, 3),
        **dict.fromkeys(("withdraw", "finish on the spot", "refuse", "hand out", "resolve"), 1),
        "a new dossier": 9,
        "meet": 9,
        "take list back": 12,
    }
    """What ends a life is done less often than what goes on with it."""


@contextmanager
def two_seats(template: Path, place: Path) -> Iterator[tuple[Desk, Desk]]:
    shutil.copy(template, place / "one.db")
    with opened_office(place / "one.db") as one, another_seat(one, place / "other.db") as other:
        yield one, other


def rows(desk: Desk, table: object) -> list[dict[str, object]]:
    with desk.store.reading() as session:
        return [dict(row) for row in session.execute(select(table)).mappings()]


def check_row(row: dict[str, object]) -> None:
    """Check what must hold of every dossier, whatever was done to it."""
    state = State(row["state"])
    over = {State.REFUSED, State.WITHDRAWN, State.RESOLVED, State.RETURNED}
    assert (row["finished_at"] is not None) == (state in over)
    assert (row["resolved_at"] is not None) == (state in {State.RESOLVED, State.RETURNED})
    assert (row["outcome"] != "") == (row["resolved_at"] is not None)
    assert (row["returned_at"] is not None) == (state is State.RETURNED)
    assert (row["paused_since"] is not None) == (state in PAUSED)
    assert (row["pause_kind"] != "") == (state in PAUSED)
    assert (row["holder"] == "citizen") == (state in {State.RETURNED, State.WITHDRAWN})
    assert (row["holder"] == "agency") == (row["held_by"] != "")
    assert (row["due_at"] is None) == (row["due_on"] is None) == (row["promised_at"] is None)
    if row["due_at"] is not None:
        assert row["promised_at"] >= row["due_at"] or row["extension_count"] == 0


def check_pauses(of_dossier: list[dict[str, object]], row: dict[str, object]) -> None:
    """No pause is negative, none overlaps another, and only the last may still last."""
    of_dossier.sort(key=lambda one: (one["paused_at"], one["resumed_at"] or 1 << 62))
    for before, later in pairwise(of_dossier):
        assert before["resumed_at"] is not None
        assert before["resumed_at"] <= later["paused_at"]
    for one in of_dossier:
        assert one["resumed_at"] is None or one["paused_at"] <= one["resumed_at"]
    lasting = [one for one in of_dossier if one["resumed_at"] is None]
    assert len(lasting) == (State(row["state"]) in PAUSED)
    assert len(of_dossier) == row["pause_count"]


def check_sums(found: list[dict[str, object]]) -> None:
    """The identities of the monthly report: what came in is solved, open or given back."""
    states = Counter(State(row["state"]) for row in found)
    taken_in = len(found) - states[State.ANNOUNCED] - states[State.REFUSED]
    solved = states[State.RESOLVED] + states[State.RETURNED]
    still_open = sum(states[state] for state in OPEN)
    assert taken_in == solved + still_open + states[State.WITHDRAWN]
    outcomes = Counter(row["outcome"] for row in found if row["outcome"])
    assert solved == outcomes["early"] + outcomes["on_time"] + outcomes["late"]


def check_everything(desk: Desk) -> None:
    found = rows(desk, dossier)
    pauses = rows(desk, pause)
    for row in found:
        check_row(row)
        check_pauses([one for one in pauses if one["subject"] == row["subject"]], row)
    check_sums(found)
    with desk.store.reading() as session:
        assert differences(session, Silent()) == []
        for row in found:
            story = lateness_story(session, row["subject"], local(desk.clock.now_ms()))
            assert all(s.until is None or s.since <= s.until for s in story.spans)
    for table in (letter, hand_over):
        numbers = {(line["number"], line["subject"]) for line in rows(desk, table)}
        assert len({number for number, _ in numbers}) <= len(numbers)
    given = [line["number"] for line in rows(desk, letter)]
    assert len(set(given)) == len(given)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32))
def test_whatever_officers_do_the_tables_hold(new_office, tmp_path_factory, seed):
    with two_seats(new_office, tmp_path_factory.mktemp("lives")) as (one, other):
        lives = Lives(one, other, seed)
        for _ in range(70):
            lives.step()
        check_everything(one)
        check_everything(other)
        exchange(one, other)
        assert every_row(one) == every_row(other)
        check_everything(one)
        numbers = {row["subject"]: row["number"] for row in rows(one, dossier)}
        assert len(set(numbers.values())) == len(numbers) == len(lives.subjects)
        before = every_row(one)
        with one.store.writing() as session:
            rebuild(session, Silent())
        assert every_row(one) == before


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32))
def test_entries_in_any_order_fold_to_the_same_life(new_office, tmp_path_factory, seed):
    with two_seats(new_office, tmp_path_factory.mktemp("orders")) as (one, other):
        lives = Lives(one, other, seed)
        for _ in range(40):
            lives.step()
        exchange(one, other)
        for subject in lives.subjects:
            entries = list(one.ask(history, subject))
            expected = fold(entries)
            lives.chance.shuffle(entries)
            assert fold(in_order(entries)) == expected


def test_chance_reaches_every_act(new_office, tmp_path_factory):
    missing = {*ACTS, *Lives.others}
    seed = 0
    while missing and seed < 60:
        with two_seats(new_office, tmp_path_factory.mktemp("chance")) as (one, other):
            lives = Lives(one, other, seed)
            for _ in range(200):
                lives.step()
            missing -= set(lives.done)
        seed += 1
    assert missing == set()

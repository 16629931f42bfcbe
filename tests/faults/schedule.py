"""Schedules: drawn from a seed, run on a stage, and shrunk when a promise breaks."""

from __future__ import annotations

import os
import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, NamedTuple
from uuid import UUID

import psycopg
import pytest

from counter_app.clock import Clock
from counter_app.store.engine import Store
from counter_app.sync import enrolment, reconcile, round, wire
from counter_app.sync.hello import Greeting
from counter_app.sync.line import Line
from tests.faults import acts, disks, rounds
from tests.faults.invariants import check
from tests.faults.machine import Killed, Whose
from tests.faults.stage import Stage, line_type
from tests.faults.world import Push, World

Deed = Callable[[World, int, int, int], None]

DEEDS: Final[tuple[tuple[int, Deed], ...]] = (
    (12, acts.receives),
    (4, acts.prints),
    (8, acts.goes_on),
    (2, acts.types),
    (1, acts.closes_the_day),
    (1, acts.the_administrator_acts),
    (3, acts.the_worker_works),
    (9, rounds.syncs),
    (5, rounds.is_cut),
    (1, rounds.is_reset_at_a_byte),
    (1, rounds.is_cancelled),
    (3, rounds.is_interrupted),
    (2, rounds.twins_meet),
    (2, rounds.an_old_push_arrives),
    (2, disks.is_killed_in_a_round),
    (2, disks.is_killed_in_an_act),
    (1, disks.is_killed_at_rest),
    (2, disks.is_backed_up),
    (2, disks.goes_back),
    (2, disks.is_cloned),
    (1, disks.burns_down),
    (1, disks.is_replaced),
    (1, disks.its_old_disk_is_found),
    (2, disks.the_centre_is_copied),
    (2, disks.the_centre_goes_back),
    (2, disks.its_clock_is_turned),
    (1, disks.its_enrolment_is_forgotten),
    (1, rounds.an_old_push_comes_between),
    (1, rounds.a_clock_is_far_ahead),
    (1, rounds.old_ones_are_let_go_of),
)
"""What may happen, and how often beside the others."""

_BY_NAME: Final = {deed.__name__: deed for _, deed in DEEDS}
_SHORTEST, _LONGEST = 12, 45
_HIGHEST = 1 << 16


class Step(NamedTuple):
    """One thing that happens, and what it chooses."""

    name: str
    a: int = 0
    b: int = 0
    c: int = 0

    def __str__(self) -> str:
        return f"{self.name} {self.a} {self.b} {self.c}"


@dataclass(frozen=True)
class Schedule:
    """What happens to how many seats. The seed also draws every id the program makes."""

    seed: int
    seats: int
    steps: tuple[Step, ...]

    def __str__(self) -> str:
        lines = [f"seed {self.seed}, {self.seats} seats, {len(self.steps)} steps"]
        return "\n".join((*lines, *(f"  {step}" for step in self.steps)))


@dataclass(frozen=True)
class Outcome:
    """What a schedule came to; `broken` says which promise does not hold, if one does not."""

    broken: str
    happened: Counter[str]
    acts: int
    gone: int
    rounds_to_heal: int = 0


def drawn(seed: int) -> Schedule:
    """Return the schedule of a seed.

    Each has its own liking for some faults and leaves others out: a line that is always cut and a
    centre that goes back twice find other mistakes than a little of everything.
    """
    draws = random.Random(seed)
    names = [deed.__name__ for _, deed in DEEDS]
    weights = [weight * draws.choice((0, 1, 1, 2, 4)) for weight, _ in DEEDS]
    weights[0] += DEEDS[0][0]
    weights[names.index("syncs")] += 5
    count = draws.randint(_SHORTEST, _LONGEST)
    steps = tuple(
        Step(name, *(draws.randrange(_HIGHEST) for _ in range(3)))
        for name in draws.choices(names, weights, k=count)
    )
    return Schedule(seed, draws.randint(2, 4), steps)


def run(stage: Stage, schedule: Schedule) -> Outcome:
    """Run a schedule, heal, and check every promise."""
    folder = stage.folder / "schedule"
    draws = random.Random(schedule.seed)
    world = World(stage, folder, draws)
    stage.begin()
    folder.mkdir()
    healed = 0
    broken = ""
    with _prepared(stage, world, draws):
        try:
            world.open_seats(schedule.seats)
            for step in schedule.steps:
                world.fault(step.name)
                _BY_NAME[step.name](world, step.a, step.b, step.c)
            healed = world.heal()
            check(world)
        except Exception as error:  # noqa: BLE001 - whatever comes up, a promise does not hold
            broken = f"{type(error).__name__}: {error}"
            world.error = error
        finally:
            world.close()
            shutil.rmtree(folder, ignore_errors=True)
    ledger = world.ledger
    return Outcome(broken, ledger.faults, len(ledger.acts), len(ledger.gone), healed)


def shrunk(stage: Stage, schedule: Schedule, most_runs: int = 200) -> Schedule:
    """Return a schedule with as few steps as can be found that still breaks a promise."""
    runs = 0
    size = max(1, len(schedule.steps) // 2)
    while size:
        at = 0
        while at < len(schedule.steps):
            steps = schedule.steps[:at] + schedule.steps[at + size :]
            fewer = Schedule(schedule.seed, schedule.seats, steps)
            runs += 1
            if runs > most_runs:
                return schedule
            if run(stage, fewer).broken:
                schedule = fewer
            else:
                at += size
        size //= 2
    return schedule


@contextmanager
def _prepared(stage: Stage, world: World, draws: random.Random) -> Iterator[None]:
    """Let the program make its lines on this stage, and draw its ids from the seed."""
    send, greet = wire.push_packed, round.greet
    settle, fetch = reconcile.settle, round.fetch

    def overheard(
        connection: psycopg.Connection[Any], stream_id: UUID, first: int, arrays: Sequence[bytes]
    ) -> tuple[str, int, bytes]:
        info = connection.info
        world.pushes.append(Push(info.user, info.password, stream_id, first, arrays))
        return send(connection, stream_id, first, arrays)

    def heard_of_its_own(store: Store, clock: Clock, line: Line) -> Greeting:
        before = world.rewinds
        greeting = greet(store, clock, line)
        if world.rewinds == before:
            world.heard(store, Whose.OWN)
        return greeting

    def heard_of_all(store: Store, *rest: Any) -> int:
        before = world.rewinds
        try:
            return settle(store, *rest)
        except Killed:  # perhaps before it was noted
            before = -1
            raise
        finally:
            if world.rewinds == before:
                world.heard(store, Whose.OTHERS)

    def seen_to_its_end(store: Store, *rest: Any) -> Any:
        before = world.rewinds
        found = fetch(store, *rest)
        if world.rewinds == before and found[1] is None:
            world.heard(store, Whose.LONGER)
        return found

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(enrolment, "Line", line_type(stage))
        patched.setattr(os, "urandom", draws.randbytes)
        patched.setattr(wire, "push_packed", overheard)
        patched.setattr(round, "greet", heard_of_its_own)
        patched.setattr(reconcile, "settle", heard_of_all)
        patched.setattr(round, "fetch", seen_to_its_end)
        yield

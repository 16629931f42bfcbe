"""Random schedules of acts and faults: every promise holds when the centre can be reached again.

COUNTER_SCHEDULES says how many are run, COUNTER_SEED which is the first. `python -m tests.faults`
runs as many as one likes.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.schedule import Schedule, Step, drawn, run

SCHEDULES = int(os.environ.get("COUNTER_SCHEDULES", "300"))
FIRST = int(os.environ.get("COUNTER_SEED", "1"))
PROCESSES = min(os.cpu_count() or 1, SCHEDULES)
ROOT = Path(__file__).parents[2]


def test_every_promise_holds_whatever_happens():
    words = ["--schedules", str(SCHEDULES), "--seed", str(FIRST), "--processes", str(PROCESSES)]
    ended = subprocess.run(
        [sys.executable, "-m", "tests.faults", *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout
    assert f"\n{SCHEDULES} schedules, 0 broken" in ended.stdout


FOUND = {
    "entries that a seat brings back after a wait it began with a clock a year ahead": Schedule(
        378,
        4,
        (
            Step("an_old_push_comes_between", 4367, 31470, 33089),
            Step("twins_meet", 9396, 38947, 22832),
            Step("the_centre_goes_back", 28841, 45298, 4980),
            Step("a_clock_is_far_ahead", 38061, 33549, 24320),
            Step("its_clock_is_turned", 1872, 46745, 33484),
        ),
    ),
    "a line cut before it was asked where another seat's stream parted": Schedule(
        15,
        4,
        (
            Step("is_cloned", 12103),
            Step("an_old_push_comes_between", 56835, 45524, 7335),
            Step("is_cut", 369, 18859, 32899),
        ),
    ),
    "a centre that went back in the middle of a round that ended early": Schedule(
        14,
        2,
        (
            Step("the_centre_is_copied"),
            Step("burns_down", 3301),
            Step("twins_meet", 46959, 32969, 14915),
            Step("is_cancelled", 233, 30151),
            Step("prints", 7151, 18434),
            Step("is_interrupted", 16472, 49873, 6657),
        ),
    ),
    "a former stream in which the restored centre had other entries, and no spare to go on in": (
        Schedule(
            630,
            3,
            (
                Step("twins_meet", 59973, 10554, 50698),
                Step("twins_meet", 57349, 17264, 55672),
                Step("an_old_push_comes_between", 47436, 7034, 30868),
                Step("syncs", 11444, 42588, 47690),
            ),
        )
    ),
    "another seat's stream that grew anew at a restored centre, and a line that broke": (
        Schedule(
            1096,
            3,
            (
                Step("twins_meet", 708, 32298, 50722),
                Step("an_old_push_comes_between", 50778, 21209, 64165),
                Step("the_centre_goes_back", 30613, 21819, 62730),
                Step("an_old_push_comes_between", 29481, 444, 22941),
                Step("the_centre_goes_back", 34672, 48002, 23452),
                Step("syncs", 55792, 26080, 42280),
                Step("twins_meet", 4457, 43085, 43422),
                Step("twins_meet", 36518, 20585, 60),
            ),
        )
    ),
    "a former stream that grew anew at a centre nobody knew was restored, and no spare": Schedule(
        5622,
        4,
        (
            Step("twins_meet", 55466, 257, 1859),
            Step("an_old_push_comes_between", 37207, 45905, 1751),
            Step("is_killed_in_a_round", 23844, 18235, 23173),
        ),
    ),
    "a request for a stream repeated after a restore was announced": Schedule(
        135,
        3,
        (
            Step("twins_meet", 22962, 52805, 4305),
            Step("its_enrolment_is_forgotten", 62429, 51829, 47295),
        ),
    ),
}
"""Schedules that broke a promise once, shrunk."""


@pytest.mark.parametrize("schedule", FOUND.values(), ids=FOUND)
def test_what_broke_a_promise_once_holds(stage, schedule):
    assert run(stage, schedule).broken == ""


def test_a_seed_draws_the_same_schedule_and_the_same_ids(stage):
    assert drawn(7) == drawn(7) != drawn(8)
    one, other = run(stage, drawn(7)), run(stage, drawn(7))
    assert one == other
    assert one.acts > 0

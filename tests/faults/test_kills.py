"""Real processes, killed without a word: every number that was told is in the file."""

import random
import sys

import pytest

from tests.faults.kills import play

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
KILLS = 6
KEY = bytes(range(32))


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_a_killed_program_has_every_number_it_told(tmp_path, key):
    found = play(tmp_path, key, KILLS, random.Random())
    assert (found.damaged, found.lost) == (0, set())
    assert len(found.told) >= found.made == KILLS

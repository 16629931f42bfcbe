"""Power cuts at any write or sync: what an officer was told is done is there, the file is whole.

COUNTER_POWER_CUTS says how many are played for each kind of file.
"""

import os
import random

import pytest

from tests.faults.power import play
from tests.faults.power_session import recorded

CUTS = int(os.environ.get("COUNTER_POWER_CUTS", "120"))
KEY = bytes(range(32))


@pytest.fixture(scope="module", params=[None, KEY], ids=["plain", "encrypted"])
def recording(request, tmp_path_factory):
    return recorded(tmp_path_factory.mktemp("recording"), request.param, acts=12)


def test_the_program_syncs_at_every_commit(recording):
    pragmas = [one for one in recording.statements if one.startswith("PRAGMA")]
    assert "PRAGMA journal_mode = WAL" in pragmas
    assert "PRAGMA synchronous = FULL" in pragmas


def test_no_power_cut_takes_an_acknowledged_act(recording, tmp_path):
    found = play(recording, tmp_path, random.Random(1), CUTS)
    assert (found.corrupt, found.lost) == (0, 0)
    assert found.made >= min(CUTS, 100)


def test_without_a_sync_at_every_commit_acts_are_lost(recording, tmp_path):
    found = play(recording, tmp_path, random.Random(1), 60, synchronous="NORMAL")
    assert found.corrupt == 0
    assert found.lost > 0


def test_a_disk_that_ignores_syncs_is_noticed(recording, tmp_path, capfd):
    found = play(recording, tmp_path, random.Random(1), 40, honest=False)
    assert found.corrupt > 0
    assert found.lost > 0

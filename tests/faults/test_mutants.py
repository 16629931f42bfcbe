"""Each reason in the protocol is needed: without it a schedule breaks a promise."""

import pytest

from tests.faults.mutants import MUTANTS, Mutant, no_refold
from tests.faults.schedule import drawn, run, shrunk

WITHIN = 60
"""So many schedules may pass before a mutant is noticed; mostly the first one notices it."""


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_mutant_is_noticed(stage, mutant):
    with mutant.living(stage):
        for seed in range(mutant.seed, mutant.seed + WITHIN):
            if run(stage, drawn(seed)).broken:
                return
    pytest.fail(f"{mutant.name} lives after {WITHIN} schedules from seed {mutant.seed}")


def test_what_breaks_a_promise_is_shrunk_to_a_few_steps(stage):
    mutant = Mutant("no_refold", no_refold)
    with mutant.living(stage):
        seed = next(seed for seed in range(1, WITHIN) if run(stage, drawn(seed)).broken)
        fewer = shrunk(stage, drawn(seed))
        assert run(stage, fewer).broken
    assert len(fewer.steps) <= 4 < len(drawn(seed).steps)
    assert not run(stage, fewer).broken

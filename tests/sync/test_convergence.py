"""Any number of seats, lines that break anywhere, any order: in the end all hold the same."""

import contextlib
import random
from dataclasses import replace

import pytest

from counter_app.journal.append import append
from counter_app.postgres import CentreUnreachable
from counter_app.progress import Cancelled, Recorded, Silent
from tests.fixtures.cut_line import cut_line


@pytest.mark.parametrize(("seats", "steps"), [(2, 120), (10, 120)])
def test_all_converge_over_lines_that_break(centre, new_counter, seats, steps):
    seed = random.SystemRandom().randrange(1 << 32)
    print(f"seed {seed}")  # noqa: T201 - shown when it fails
    draws = random.Random(seed)
    counters = [new_counter(number) for number in range(1, seats + 1)]
    with cut_line(centre.route.host, centre.route.port, draws) as line:
        for counter in counters:
            counter.through(line.port)
        acts = [0] * seats
        for _ in range(steps):
            which = draws.randrange(seats)
            counter = counters[which]
            line.longest = draws.choice([None, 3_000, 30_000, 200_000])
            line.up = draws.random() > 0.1
            deed = draws.random()
            if deed < 0.5:
                counter.receive(note=f"{which}/{acts[which]}")
                acts[which] += 1
            elif deed < 0.6:
                print_again(counter, draws)
            elif deed < 0.65:
                centre.work()
            else:
                sync_as_far_as_it_goes(counter, draws)
        line.longest, line.up = None, True
        heal(counters)
    centre.work()
    numbers = [row[1] for row in centre.rows()["dossier"]]
    assert len(numbers) == len(set(numbers)) == sum(acts)
    assert_equal(centre, counters)
    assert centre.alarms() == []


def print_again(counter, draws):
    """Print a receipt of any dossier, also of another seat's."""
    rows = sorted(counter.rows()["dossier"], key=repr)
    if rows:
        with counter.store.writing() as session:
            author = replace(counter.desk.author(), now_ms=counter.desk.clock.now_ms())
            append(session, author, "document_printed", draws.choice(rows)[0], {"form": "receipt"})


def sync_as_far_as_it_goes(counter, draws):
    progress = Recorded(cancel_after=draws.choice([None, None, 1]))
    with contextlib.suppress(CentreUnreachable, Cancelled):
        counter.sync(progress)


def heal(counters):
    """Rounds over a good line: nothing may stay for more than two."""
    for counter in counters:
        counter.line.close()
    for _ in range(2):
        for counter in counters:
            counter.sync(Silent())
    for counter in counters:
        again = counter.sync()
        assert (again.pushed, again.pulled) == (0, 0)


def assert_equal(centre, counters):
    heads = centre.heads()
    for counter in counters:
        assert counter.heads() == heads
        assert counter.status().unsent == 0
        assert counter.rows() == centre.rows()

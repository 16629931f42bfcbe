"""Run many fault schedules: python -m tests.faults --schedules 10000 --seed 1.

The first schedule that breaks a promise is shrunk and printed; its seed repeats it. A run that was
stopped goes on with the seed after the last it told of. With --power-cuts and --kills so many of
these are played instead, on a plain and on an encrypted file.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from tests.faults import kills, power, power_session
from tests.faults.many import new_stage, outcomes
from tests.faults.schedule import Outcome, drawn, shrunk

_KEY = bytes(range(32))
_CUTS_AT_ONCE = 250


def main(words: Sequence[str]) -> int:
    """Run schedules one after another; the exit code tells whether all promises held."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--schedules", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1, help="of the first; the next has the next")
    parser.add_argument("--processes", type=int, default=1, help="each with a centre of its own")
    parser.add_argument("--power-cuts", type=int, help="so many, for each kind of file")
    parser.add_argument("--kills", type=int, help="of a real process, for each kind of file")
    parser.add_argument("--keep-going", action="store_true", help="count what breaks, do not stop")
    arguments = parser.parse_args(words)
    if arguments.power_cuts or arguments.kills:
        sound = _cut(arguments.power_cuts or 0, arguments.seed)
        return 0 if _killed(arguments.kills or 0, arguments.seed) and sound else 1
    # a server must not stay behind, whoever ends us
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    tally = Tally()
    seeds = range(arguments.seed, arguments.seed + arguments.schedules)
    with closing(outcomes(seeds, arguments.processes)) as played:
        for seed, outcome in played:
            tally.add(outcome)
            if outcome.broken:
                print(f"\nseed {seed}: {outcome.broken}", flush=True)
                if not arguments.keep_going:
                    break
            if tally.schedules % 100 == 0:
                print(f"up to seed {seed}: {tally.line()}", flush=True)
    if tally.broken and not arguments.keep_going:
        with new_stage() as stage:
            print(f"shrunk: {shrunk(stage, drawn(seed))}")
    print(f"\n{tally}")
    return 1 if tally.broken else 0


def _cut(count: int, seed: int) -> bool:
    """Play power cuts over recorded mornings; tell whether nothing was lost or damaged."""
    found = power.Cuts()
    for nth, key in enumerate((None, _KEY)):
        left = count
        while left > 0:
            draws = random.Random(seed + found.made + nth)
            with tempfile.TemporaryDirectory(prefix="counter-cuts-") as name:
                recording = power_session.recorded(Path(name), key, 12, draws.randrange(1 << 32))
                some = power.play(recording, Path(name), draws, min(left, _CUTS_AT_ONCE))
            left -= some.made
            found = power.Cuts(
                found.made + some.made, found.corrupt + some.corrupt, found.lost + some.lost
            )
            print(f"power cuts: {found}", flush=True)
    return (found.corrupt, found.lost) == (0, 0)


def _killed(count: int, seed: int) -> bool:
    """Kill real processes; tell whether nothing was lost or damaged."""
    sound = True
    for key in (None, _KEY) if count else ():
        with tempfile.TemporaryDirectory(prefix="counter-kills-") as name:
            found = kills.play(Path(name), key, count, random.Random(seed))
        print(
            f"{found.made} kills: {found.damaged} damaged, "
            f"{len(found.lost)} of {len(found.told)} acts lost",
            flush=True,
        )
        sound = sound and not (found.damaged or found.lost)
    return sound


class Tally:
    """What all schedules came to."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.schedules = self.acts = self.gone = self.broken = self.rounds = 0
        self.happened: Counter[str] = Counter()

    def add(self, outcome: Outcome) -> None:
        self.schedules += 1
        self.acts += outcome.acts
        self.gone += outcome.gone
        self.broken += bool(outcome.broken)
        self.rounds = max(self.rounds, outcome.rounds_to_heal)
        self.happened += outcome.happened

    def line(self) -> str:
        seconds = time.monotonic() - self.began
        return (
            f"{self.schedules} schedules, {self.broken} broken, {self.acts} acts, "
            f"{self.gone} of them with their last copy destroyed, {self.schedules / seconds:.1f}/s"
        )

    def __str__(self) -> str:
        lines = [self.line(), f"at most {self.rounds} rounds until nothing moved"]
        lines += [f"  {count:8} {name}" for name, count in sorted(self.happened.items())]
        return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

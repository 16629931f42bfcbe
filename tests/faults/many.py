"""Many schedules one after another, in this process or in several."""

from __future__ import annotations

import gc
import signal
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from multiprocessing import get_context
from multiprocessing.util import Finalize
from pathlib import Path

from counter_app.centre.embedded import running
from tests.faults.schedule import Outcome, drawn, run
from tests.faults.stage import Stage

_FAST = Path("/dev/shm")


@contextmanager
def new_stage() -> Iterator[Stage]:
    """A stage with a server of its own, in memory where there is a place for it."""
    place = _FAST if _FAST.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="counter-faults-", dir=place) as name:
        folder = Path(name)
        folder.chmod(0o755)  # run as root, the server belongs to another user
        (folder / "stage").mkdir()
        with running(folder / "server", durable=False) as server:
            stage = Stage(server, folder / "stage")
            try:
                yield stage
            finally:
                stage.close()


def outcomes(seeds: Sequence[int], processes: int) -> Iterator[tuple[int, Outcome]]:
    """Run the schedules; yield each with its seed, in the order of the seeds."""
    if processes == 1:
        with new_stage() as stage:
            _collect_rarely()
            for seed in seeds:
                yield seed, run(stage, drawn(seed))
        return
    pool = ProcessPoolExecutor(processes, get_context("spawn"), _open_stage)
    try:
        yield from zip(seeds, pool.map(_run_here, seeds), strict=True)
    finally:
        pool.shutdown(cancel_futures=True)


_here: list[Stage] = []
"""The stage of a process of many."""


def _open_stage() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started us ends us
    opened = ExitStack()
    _here.append(opened.enter_context(new_stage()))
    Finalize(None, opened.close, exitpriority=10)
    _collect_rarely()


def _run_here(seed: int) -> Outcome:
    return run(_here[0], drawn(seed))


def _collect_rarely() -> None:
    """Look through what is there for good, which is nearly everything, no more for garbage."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)

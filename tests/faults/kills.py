"""A program that takes in dossiers as fast as it can, killed again and again on the same file."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select

from counter_app.journal.rebuild import broken_chains, differences
from counter_app.progress import Silent
from counter_app.schema.tables import dossier
from counter_app.store.backup import damage
from counter_app.store.engine import Store
from tests.faults.power_session import enrolled
from tests.faults.processes import Worker, forking, receive_for_ever

_LONGEST_LIFE = 0.3


@dataclass
class Kills:
    """What the kills came to."""

    made: int = 0
    damaged: int = 0
    told: set[str] = field(default_factory=set)
    """Numbers the program said, each after its dossier was on the disk."""
    lost: set[str] = field(default_factory=set)


def play(folder: Path, key: bytes | None, kills: int, draws: random.Random) -> Kills:
    """Kill a real process so many times, and look at what it left each time."""
    path = folder / "killed.db"
    enrolled(path, key)
    found = Kills()
    for _ in range(kills):
        worker = Worker(forking(), receive_for_ever, path, key)
        found.told.add(worker.wait_for_one())
        time.sleep(draws.random() * _LONGEST_LIFE)
        found.told.update(worker.kill())
        found.made += 1
        _examine(path, key, found)
    return found


def _examine(path: Path, key: bytes | None, found: Kills) -> None:
    store = Store(path, key)
    try:
        with store.reading() as session:
            held = set(session.execute(select(dossier.c.number)).scalars())
            # the one it was killed over may be there as well, if it came as far as the commit
            found.lost |= found.told - held
            found.damaged += bool(
                damage(store) or broken_chains(session, Silent()) or differences(session, Silent())
            )
    finally:
        store.close()

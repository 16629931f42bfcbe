"""What a technician checks and repairs: file, chains, tables."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.desk import Desk
from counter_app.journal.entries import ChainBroken
from counter_app.journal.rebuild import Difference, broken_chains, differences, rebuild
from counter_app.progress import Progress
from counter_app.store.backup import damage


@dataclass(frozen=True)
class Findings:
    """What is wrong with the local file; empty fields mean nothing is."""

    damage: str
    broken: tuple[ChainBroken, ...]
    differences: tuple[Difference, ...]

    @property
    def sound(self) -> bool:
        return not (self.damage or self.broken or self.differences)


def examine(desk: Desk, progress: Progress) -> Findings:
    """Read every page, verify every chain, and compare every row with the journal."""
    found = damage(desk.store)
    if found:
        return Findings(found, (), ())
    with desk.store.reading() as session:
        return Findings(
            "",
            tuple(broken_chains(session, progress)),
            tuple(differences(session, progress)),
        )


def repair(desk: Desk, progress: Progress) -> int:
    """Make the tables anew from the journal, all of it or nothing; return the subjects folded."""
    with desk.store.writing() as session:
        return rebuild(session, progress)

"""What was promised to officers and citizens, written down beside the program under test."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID


class Act(NamedTuple):
    """An entry of which somebody was told that it is done."""

    entry_id: UUID
    subject: UUID
    kind: str
    where: str


class Given(NamedTuple):
    """A number that was printed on somebody's receipt."""

    number: str
    subject: UUID
    stream_id: UUID
    seat: int


@dataclass
class Ledger:
    """All acts that were acknowledged, and those of which every copy was destroyed."""

    acts: dict[UUID, Act] = field(default_factory=dict)
    gone: set[UUID] = field(default_factory=set)
    numbers: dict[str, list[Given]] = field(default_factory=lambda: defaultdict(list))
    shared: set[int] = field(default_factory=set)
    """Seats of whose disks copies ran: two machines may write the same stream, and open the same
    spare of a centre that went back in time."""
    faults: Counter[str] = field(default_factory=Counter)
    """How often each fault happened, and how often each kind of act was done."""

    def acknowledge(self, acts: Iterable[Act]) -> None:
        for act in acts:
            self.acts[act.entry_id] = act
            self.faults[f"act: {act.kind}"] += 1

    def print_number(self, given: Given) -> None:
        self.numbers[given.number].append(given)

    def expected(self) -> set[UUID]:
        """Return the acts that must be there."""
        return self.acts.keys() - self.gone

    def destroyed(self, before: set[UUID], after: set[UUID]) -> None:
        """Take note that copies were destroyed: of some acts it was the last one."""
        self.gone |= (before - after) & self.acts.keys()
        self.gone -= after

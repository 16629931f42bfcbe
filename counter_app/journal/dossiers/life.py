"""What the entries of one dossier have come to while they fold, and what a kind of act is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Table

from counter_app.domain.states import MOVES, Act, State
from counter_app.journal.entries import Entry
from counter_app.schema.acts import conflict

Row = dict[str, Any]
Record = Mapping[str, Any]


@dataclass
class Life:
    """The dossier's row, the rows of the tables beside it, and its intake as it stands.

    `record` is the intake with all corrections, `told_by` the entry that last said it. `undone` are
    the acts that were taken back.
    `corrections` are the intake before and after each correction, by its entry, also of one that
    was taken back; `phases` the entries that began one and hold, each with its record.
    """

    row: Row
    record: Record
    told_by: Entry
    beside: dict[Table, list[Row]] = field(default_factory=dict)
    undone: frozenset[UUID] = frozenset()
    corrections: dict[UUID, tuple[Record, Record]] = field(default_factory=dict)
    phases: list[tuple[Entry, Record]] = field(default_factory=list)

    def rows(self, table: Table) -> list[Row]:
        """Return the dossier's rows in a table beside `dossier`, as far as told, to add to."""
        return self.beside.setdefault(table, [])

    @property
    def state(self) -> State:
        return State(self.row["state"])

    def clash(self, entry: Entry, against: UUID, *, applied: bool) -> None:
        """Note that an act was made without knowledge of another one.

        Args:
            applied: it still fitted and holds; otherwise it is kept but changes nothing.
        """
        rows = self.rows(conflict)
        if any(row["entry_id"] == entry.entry_id for row in rows):
            return
        rows.append(
            {
                "subject": entry.subject,
                "entry_id": entry.entry_id,
                "kind": entry.kind,
                "officer": entry.officer,
                "occurred_at": entry.occurred_at,
                "against": against,
                "applied": applied,
                "settled_at": None,
                "settled_by": "",
                "decision": "",
            }
        )


Tell = Callable[[Life, Entry, Record], None]
TakesBack = Callable[[Life, Record], UUID | None]
Undone = Callable[[Life, Entry, Record, Entry], None]
"""Tells of an entry and its record that the last entry took back."""


@dataclass(frozen=True)
class Kind:
    """A kind of entry about a dossier: what it does to the row, and which moves it makes.

    An entry of a kind with several moves names its own as "act" in its record. Without a move the
    kind is a fact, which fits every state. A `quiet` one may be done beside any other act without
    knowing it. `version` is the newest this program reads.
    `takes_back` names the act that an entry of this kind takes back: only the last one can be.
    `undone` tells of an entry that was taken back, where something of it must stay in sight.
    """

    name: str
    tell: Tell
    moves: tuple[Act, ...] = ()
    version: int = 1
    quiet: bool = False
    takes_back: TakesBack | None = None
    undone: Undone | None = None

    def act(self, record: Record) -> Act | None:
        """Return the move of an entry with this record; None for a fact."""
        if len(self.moves) == 1:
            return self.moves[0]
        return Act(record["act"]) if self.moves else None


@dataclass(frozen=True)
class Area:
    """One area of a dossier's life: its kinds, its tables beside `dossier`, its columns at first.

    `at_first` gives the values its columns have right after the intake.
    """

    kinds: Sequence[Kind]
    at_first: Callable[[Entry, Record], Row]
    tables: Sequence[Table] = ()


def nothing_yet(_entry: Entry, _record: Record) -> Row:
    """Return no columns: for an area that only adds up."""
    return {}


def after(state: State, act: Act) -> State | None:
    """Return the state after `act`; None where it does not fit."""
    return MOVES.get((state, act))

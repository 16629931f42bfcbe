"""The one outcome of all acts on a dossier, in whatever order they arrived.

An act that no longer fits the state is kept, changes nothing and is marked; one that fits but was
made without knowledge of the act before it holds, and is marked as well. What a supervisor takes
back is left out, as if it had never been done, and everything after it folds anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Table

from counter_app.journal.dossiers import letters
from counter_app.journal.dossiers.areas import AREAS, BY_NAME
from counter_app.journal.dossiers.intake import ANNOUNCED, BEGINNINGS, NEWEST, row_of
from counter_app.journal.dossiers.life import Kind, Life, Record, Row, after
from counter_app.journal.entries import Entry
from counter_app.schema.acts import conflict
from counter_app.schema.tables import dossier

TakenBack = dict[UUID, Entry]
"""The acts that were taken back, each with the entry that did it."""


def fold(entries: Sequence[Entry]) -> Mapping[Table, list[Row]]:
    """Return the dossier's rows by table; none while its intake has not arrived or is withheld."""
    life = life_of(entries)
    return {} if life is None else {dossier: [life.row], **life.beside}


def life_of(entries: Sequence[Entry]) -> Life | None:
    """Return what the entries, in their order, come to; None without an intake."""
    taken_back: TakenBack = {}
    while True:
        telling = _Telling(taken_back)
        for entry in entries:
            telling.hear(entry)
            if telling.found is not None:
                break
        else:
            return telling.finished()
        taken_back[telling.found] = entry


class _Telling:
    """One pass over the entries; it stops when it finds another act that was taken back."""

    def __init__(self, taken_back: TakenBack) -> None:
        self.taken_back = taken_back
        self.life: Life | None = None
        self.intake = UUID(int=0)
        self.unread = False
        self.found: UUID | None = None

    def hear(self, entry: Entry) -> None:
        """Take one entry into account."""
        kind = BY_NAME.get(entry.kind)
        newest = NEWEST if entry.kind in BEGINNINGS else 0 if kind is None else kind.version
        if entry.version > newest:
            self.unread = True
        elif entry.payload is None:
            return
        elif kind is None:
            self._begin(entry)
        elif self.life is not None:
            self._act(self.life, kind, entry, entry.record())

    def finished(self) -> Life | None:
        """Return the life told; its marks are set."""
        if self.life is not None:
            row = self.life.row
            row["needs_update"] = self.unread
            row["conflict"] = any(one["settled_at"] is None for one in self.life.rows(conflict))
            self.life.undone = frozenset(self.taken_back)
        return self.life

    def _begin(self, entry: Entry) -> None:
        if self.life is not None:
            # Two seats may import the same announcement; that is no conflict.
            if entry.kind != ANNOUNCED:
                self.life.clash(entry, self.intake, applied=False)
            return
        record = entry.record()
        row: dict[str, Any] = row_of(entry, record)
        for area in AREAS:
            row |= area.at_first(entry, record)
        self.life = Life(row, record, entry)
        self.intake = entry.entry_id

    def _act(self, life: Life, kind: Kind, entry: Entry, record: Record) -> None:
        undone = entry.entry_id in self.taken_back
        letters.note(life, entry, record, void=undone)
        if undone:
            if kind.undone is not None:
                kind.undone(life, entry, record, self.taken_back[entry.entry_id])
        elif kind.takes_back is not None:
            self._take_back(life, kind, entry, record)
        elif (act := kind.act(record)) is None:
            kind.tell(life, entry, record)
        else:
            state = after(life.state, act)
            last = life.row["last_act"]
            if state is None:
                life.clash(entry, last, applied=False)
                return
            if not kind.quiet:
                if entry.based_on and last.hex not in entry.based_on:
                    life.clash(entry, last, applied=True)
                life.row["last_act"] = entry.entry_id
            life.row["state"] = int(state)
            kind.tell(life, entry, record)

    def _take_back(self, life: Life, kind: Kind, entry: Entry, record: Record) -> None:
        if any(by.entry_id == entry.entry_id for by in self.taken_back.values()):
            kind.tell(life, entry, record)
            return
        wanted = None if kind.takes_back is None else kind.takes_back(life, record)
        if wanted is None:
            kind.tell(life, entry, record)
        elif wanted == life.row["last_act"] and wanted != self.intake:
            self.found = wanted
        else:
            life.clash(entry, life.row["last_act"], applied=False)

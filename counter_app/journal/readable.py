"""Entries that make no sense: kept in the journal, left out of the tables, in the way of nothing.

Whoever has a seat's password can send anything under any dossier, and the centre takes whatever is
well-formed. One such entry must not hide the acts before and after it, stop a sync, or keep a file
from being rebuilt; and it must be left out everywhere alike, or the tables of two seats would
differ.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from operator import gt, itemgetter
from types import NoneType
from typing import Any, Final, NamedTuple, TypeVar

from sqlalchemy import Column, String, Table

from counter_app.errors import CounterError
from counter_app.journal.entries import LAST_MOMENT, Entry, EntryUnreadable

T = TypeVar("T")
F = TypeVar("F", bound=Mapping[Table, Sequence[Mapping[str, Any]]])

UNREADABLE: Final = (
    ArithmeticError,
    AttributeError,
    CounterError,
    LookupError,
    OSError,  # a moment that this system's calendar cannot show
    TypeError,
    ValueError,
)
"""What reading a record raises that is not what its kind promises."""

_OTHER: Final = (bool, datetime)
"""Classes below a column's own that do not stand in its place; those of an enum do."""
_HIGHEST: Final = {
    "INTEGER": (1 << 31) - 1,
    "SMALLINT": (1 << 15) - 1,
    "BIGINT": (1 << 63) - 1,
}


class Unread(NamedTuple):
    """An entry that makes no sense, and what reading it raised."""

    entry: Entry
    why: Exception


def told(
    fold: Callable[[Sequence[Entry]], T], entries: Sequence[Entry]
) -> tuple[T, tuple[Unread, ...]]:
    """Return what the entries, in their order, come to, and those that had to be left out.

    Left out is each entry that cannot be read together with those before it.
    """
    try:
        return fold(entries), ()
    except UNREADABLE:
        kept, left = list(entries), []
    while True:
        at, why = _first_unread(fold, kept)
        left.append(Unread(kept.pop(at), why))
        try:
            return fold(kept), tuple(left)
        except UNREADABLE:
            continue


def record_of(entry: Entry) -> dict[str, Any]:
    """Return what an entry says, for the eye; empty where it is withheld or makes no sense."""
    try:
        return entry.record()
    except EntryUnreadable:
        return {}


def sound(folded: F) -> F:
    """Return the rows, every value of which fits its column at a counter and at the centre.

    Raises:
        ValueError: one does not. SQLite would take it, and a page or PostgreSQL break on it.
    """
    for table, rows in folded.items():
        columns = _columns(table)
        for row in rows:
            columns.check(row)
    return folded


def _first_unread(
    fold: Callable[[Sequence[Entry]], object], entries: Sequence[Entry]
) -> tuple[int, Exception]:
    """Return the place of an entry with which, and without which not, the fold fails, and why."""
    reads, fails = 0, len(entries)
    while fails - reads > 1:
        middle = (reads + fails) // 2
        try:
            fold(entries[:middle])
        except UNREADABLE:
            fails = middle
        else:
            reads = middle
    try:
        fold(entries[:fails])
    except UNREADABLE as error:
        return fails - 1, error
    raise AssertionError("the same entries were read after all")


@dataclass(frozen=True)
class _Columns:
    """The columns of a table; texts and whole numbers beside the longest and the highest of each.

    Rows are looked at in a few steps for all columns: one by one, it would cost as much as folding.
    """

    table: Table
    values: Callable[[Mapping[str, Any]], tuple[Any, ...]]
    texts: Mapping[str, int]
    numbers: Mapping[str, int]
    moments: tuple[str, ...]

    def check(self, row: Mapping[str, Any]) -> None:
        if not _fits(self.table, tuple(map(type, self.values(row)))):
            raise ValueError("a value of another kind")
        lengths = [len(row[name] or "") for name in self.texts]
        sizes = [abs(row[name] or 0) for name in self.numbers]
        if any(map(gt, lengths, self.texts.values())) or any(map(gt, sizes, self.numbers.values())):
            raise ValueError("a value too large")
        if any((row[name] or 0) < 0 for name in self.moments):
            raise ValueError("a moment before all others")


@cache
def _columns(table: Table) -> _Columns:
    columns = _told_columns(table)
    return _Columns(
        table,
        itemgetter(*(column.name for column in columns)),
        {c.name: c.type.length for c in columns if isinstance(c.type, String) and c.type.length},
        {c.name: _highest(c) for c in columns if str(c.type) in _HIGHEST},
        tuple(c.name for c in columns if _is_moment(c)),
    )


def _highest(column: Column[Any]) -> int:
    return LAST_MOMENT if _is_moment(column) else _HIGHEST[str(column.type)]


def _is_moment(column: Column[Any]) -> bool:
    return column.name.endswith("_at") and column.type.python_type is int


@lru_cache(maxsize=4096)
def _fits(table: Table, kinds: tuple[type, ...]) -> bool:
    """Tell whether values of these kinds may stand in the columns of a row, in their order."""
    return all(
        bool(column.nullable) if kind is NoneType else _stands_for(kind, column.type.python_type)
        for column, kind in zip(_told_columns(table), kinds, strict=True)
    )


def _stands_for(kind: type, wanted: type) -> bool:
    return kind is wanted or (issubclass(kind, wanted) and kind not in _OTHER)


def _told_columns(table: Table) -> list[Column[Any]]:
    return [column for column in table.c if column.name != "id"]  # each side numbers its rows

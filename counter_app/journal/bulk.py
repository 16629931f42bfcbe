"""Many rows at once, past what SQLAlchemy does for each value of each row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Date, Table, Uuid, insert

Row = Mapping[str, Any]


def insert_rows(session: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows that all name the same columns.

    SQLite takes the driver's values as they are; only days and UUIDs have a form of their own
    there. Through SQLAlchemy's types a wide row costs as much again as its insertion.
    """
    if not rows:
        return
    if session.dialect.name != "sqlite":
        session.execute(insert(table), rows)
        return
    names = tuple(rows[0])
    turned = [(name, turn) for name in names if (turn := _turn(table, name)) is not None]
    places = ", ".join("?" * len(names))
    statement = f"INSERT INTO {table.name} ({_quoted(names)}) VALUES ({places})"
    session.exec_driver_sql(statement, [_values(row, turned) for row in rows])


def _values(row: Row, turned: Sequence[tuple[str, Callable[[Any], Any]]]) -> tuple[Any, ...]:
    stored = dict(row)
    for name, turn in turned:
        value = stored[name]
        if value is not None:
            stored[name] = turn(value)
    return tuple(stored.values())


@cache
def _turn(table: Table, name: str) -> Callable[[Any], Any] | None:
    kind = table.c[name].type
    if isinstance(kind, Uuid):
        return _hex
    return _iso if isinstance(kind, Date) else None


def _hex(value: UUID) -> str:
    return value.hex


def _iso(value: date) -> str:
    return value.isoformat()


@cache
def _quoted(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)

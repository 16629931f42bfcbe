"""The promises that must hold when everybody could reach the centre again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Table, select

from counter_app.journal.entries import Entry
from counter_app.journal.families import TABLES
from counter_app.journal.rebuild import broken_chains, differences
from counter_app.progress import Silent
from counter_app.schema.tables import dossier, head, journal
from counter_app.sync import status
from tests.faults.disks import check_drafts
from tests.faults.machine import Machine
from tests.faults.world import Broken, World
from tests.fixtures.sync import projected_rows

Journal = dict[tuple[UUID, int], Entry]
Rows = dict[str, set[tuple[Any, ...]]]
Stored = Mapping[str, set[tuple[Any, ...]]]

_COLUMNS: Final = {
    table.name: ", ".join(column.name for column in table.c if column.name != "id")
    for table in (journal, *TABLES)
} | {"head": "stream_id, seq, hash"}


def check(world: World) -> None:
    """Check every promise that can be checked. Raises Broken.

    What is equal to each other need be folded again and verified in one place only: a machine is
    compared with the centre, and others with it. Those that let go of something are looked at each
    for itself.
    """
    with world.stage.centre.centre.reading() as session:
        entries = _journal(session)
        heads = {row.stream_id: (row.seq, row.hash) for row in session.execute(select(head))}
        rows = projected_rows(session)
    world.check_nothing_lost({entry.entry_id for entry in entries.values()})
    for machine in world.machines:
        _settled(machine)
        check_drafts(machine)
    if any(entry.payload is None for entry in entries.values()):
        raise Broken("the centre does not know any more what somebody let go of")
    stored: Stored = {}
    for machine in world.machines:
        if stored and _is_whole(machine):
            _stored_alike(machine, stored)
            continue
        _equal(machine, heads, entries, rows)
        with machine.store.reading() as session:
            _sound(session, machine.name)
            _searchable(session)
        if _is_whole(machine):
            stored = _stored(machine)
    _each_act_once(entries, rows["dossier"])
    _numbers(world, entries)
    _no_gap(world, rows["dossier"])


def _settled(machine: Machine) -> None:
    """Check that a machine knows that the centre holds all it has."""
    shown = status.current(machine.desk)
    if (shown.unsent, shown.problem) != (0, ""):
        raise Broken(f"{machine.name} still shows {shown.unsent} unsent, {shown.problem!r}")


def _equal(
    machine: Machine,
    heads: dict[UUID, tuple[int, bytes]],
    entries: Journal,
    rows: Rows,
) -> None:
    """Check that a machine holds what the centre holds, but for what it let go of."""
    if machine.heads() != heads:
        raise Broken(f"{machine.name} has other heads than the centre")
    with machine.store.reading() as session:
        mine = _journal(session)
        held = projected_rows(session)
    gone = {UUID(hex=row[0]) for row in machine.stored("SELECT subject FROM let_go")}
    if _worded(mine, gone) != _worded(entries, gone) or not _wordless(mine, gone) <= entries.keys():
        raise Broken(f"{machine.name} has another journal than the centre")
    if any(mine[place].hash != entries[place].hash for place in mine):
        raise Broken(f"{machine.name} has other hashes than the centre")
    rows = _rows_without(rows, gone)
    if held != rows:
        other = [name for name, some in rows.items() if held[name] != some]
        raise Broken(f"{machine.name} has other rows than the centre in {other}")


def _worded(entries: Journal, gone: set[UUID]) -> Journal:
    """Return the entries that speak of what was not let go of."""
    return {place: entry for place, entry in entries.items() if entry.subject not in gone}


def _wordless(entries: Journal, gone: set[UUID]) -> set[tuple[UUID, int]]:
    """Return where the entries stand that were let go of and are needed for their hash."""
    return {place for place, entry in entries.items() if entry.subject in gone}


def _rows_without(rows: Rows, gone: set[UUID]) -> Rows:
    """Return the rows without those of subjects that were let go of."""
    return rows | {
        table.name: {row for row in rows[table.name] if row[_subject_at(table)] not in gone}
        for table in TABLES
    }


def _subject_at(table: Table) -> int:
    return [column.name for column in table.c if column.name != "id"].index("subject")


def _is_whole(machine: Machine) -> bool:
    """Tell whether the machine has let go of nothing."""
    return not machine.stored("SELECT 1 FROM let_go LIMIT 1")


def _stored(machine: Machine) -> Stored:
    """Return journal, heads and tables as they stand in the file, without a look at what it is."""
    return {
        name: set(machine.stored(f"SELECT {columns} FROM {name}"))
        for name, columns in _COLUMNS.items()
    }


def _stored_alike(machine: Machine, wanted: Stored) -> None:
    """Check that a machine's file holds what another's holds."""
    held = _stored(machine)
    if held != wanted:
        other = [name for name, some in wanted.items() if held[name] != some]
        raise Broken(f"{machine.name} has other rows than another machine in {other}")


def _sound(session: Connection, where: str) -> None:
    """Check the chains, and that the tables are what the journal folds to."""
    broken = broken_chains(session, Silent())
    if broken:
        raise Broken(f"{where}: {broken[0]}")
    different = differences(session, Silent())
    if different:
        raise Broken(f"{where}: {different[0]} is not what the journal says")


def _searchable(session: Connection) -> None:
    found = (
        session.exec_driver_sql("SELECT rowid FROM dossier_words ORDER BY rowid").scalars().all()
    )
    if found != session.execute(select(dossier.c.id).order_by(dossier.c.id)).scalars().all():
        raise Broken("the search finds other dossiers than there are")


def _each_act_once(entries: Journal, standing: set[tuple[Any, ...]]) -> None:
    """Count acts in the journal, without the fold, and compare with the rows."""
    names = [column.name for column in dossier.c if column.name != "id"]
    rows = [dict(zip(names, row, strict=True)) for row in standing]
    received: set[UUID] = set()
    prints: dict[UUID, set[UUID]] = defaultdict(set)
    for entry in entries.values():
        if entry.kind == "dossier_received":
            received.add(entry.subject)
        elif entry.kind == "document_printed":
            prints[entry.subject].add(entry.entry_id)
    if Counter(row["subject"] for row in rows) != Counter(received):
        raise Broken("not every dossier has its one row")
    for row in rows:
        if row["receipt_prints"] != len(prints[row["subject"]]):
            raise Broken(f"{row['number']} has {row['receipt_prints']} prints, not those made")


def _numbers(world: World, entries: Journal) -> None:
    """Check that no number was given twice, except where nobody could know, and then it is told.

    Two machines from one disk do not know of each other before they reach the centre.
    """
    alarms = {row[0] for row in world.stage.ask("SELECT message FROM alarm")}
    present = {entry.subject for entry in entries.values()}
    for number, given in world.ledger.numbers.items():
        if len({one.subject for one in given}) < 2:
            continue
        streams = {one.stream_id for one in given}
        if len(streams) > 1 or not {one.seat for one in given} <= world.ledger.shared:
            raise Broken(f"{number} was given twice: {given}")
        if len({one.subject for one in given} & present) > 1 and not any(
            number in message for message in alarms
        ):
            raise Broken(f"{number} was given twice and nobody is told")


def _no_gap(world: World, standing: set[tuple[Any, ...]]) -> None:
    """Check that no stream left out a number: those that were given explain every serial.

    A number whose act is gone with the last copy of it was given all the same, and stays explained;
    so does one that is in the journal because the program was killed before it could tell.
    """
    number_at = [column.name for column in dossier.c if column.name != "id"].index("number")
    in_tables = {row[number_at] for row in standing}
    serials: dict[tuple[UUID, str], set[int]] = defaultdict(set)
    for number, given in world.ledger.numbers.items():
        series, _, serial = number.rpartition("-")
        for one in given:
            serials[one.stream_id, series].add(int(serial))
    for (stream_id, series), some in serials.items():
        left_out = {
            f"{series}-{serial:04d}" for serial in range(min(some), max(some)) if serial not in some
        }
        if left_out - in_tables:
            raise Broken(f"{series}: stream {stream_id} gave {sorted(some)} and left out numbers")


def _journal(session: Connection) -> Journal:
    rows = session.execute(select(journal))
    return {(row.stream_id, row.seq): Entry._make(row) for row in rows}

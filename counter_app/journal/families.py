"""Which tables follow from which kinds of entries.

A family is a sort of subject (a dossier, a procedure, an officer …). All entries of one subject,
ordered by (clock, entry_id) and each act taken once, fold to the subject's rows: the same rows in
whatever order the entries arrived, on SQLite and on PostgreSQL.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Table

from counter_app.errors import CounterError
from counter_app.journal import audit, callers, dossiers, notices, periods, reference, scores, till
from counter_app.journal.entries import Entry
from counter_app.journal.order import after_what_they_saw
from counter_app.journal.streams import is_centres
from counter_app.schema import acts, money, tables
from counter_app.schema import audit as audit_tables
from counter_app.schema import callers as callers_tables
from counter_app.schema import notices as notices_tables
from counter_app.schema import periods as periods_tables
from counter_app.schema import scores as scores_tables

Rows = list[dict[str, Any]]
Folded = Mapping[Table, Rows]
"""The rows of one subject, by table."""
Fold = Callable[[Sequence[Entry]], Folded]


@dataclass(frozen=True)
class Family:
    """One sort of subject: the tables its rows stand in, and how its entries fold to them.

    `version` is the newest version of its kinds this program reads; newer entries wait. `by_seats`
    tells that counters write it; everything else is the centre's alone.
    """

    name: str
    tables: tuple[Table, ...]
    fold: Fold
    version: int = 1
    by_seats: bool = False


def _one_table(
    table: Table, fold: Callable[[Sequence[Entry]], Rows], *, by_seats: bool = False
) -> Family:
    return Family(table.name, (table,), lambda entries: {table: fold(entries)}, by_seats=by_seats)


DOSSIER = Family("dossier", dossiers.TABLES, dossiers.fold, by_seats=True)
_TURNED_AWAY = Family(
    "turned_away", (callers_tables.turned_away, acts.letter), callers.turned_aways, by_seats=True
)
_VISIT = _one_table(callers_tables.visit, callers.visits, by_seats=True)
_SLIP = _one_table(callers_tables.rating_slip, callers.slips, by_seats=True)
_FEEDBACK = _one_table(callers_tables.feedback, callers.opinions, by_seats=True)
_AGENCY = Family(
    "agency",
    (tables.agency, tables.agency_name),
    lambda entries: {
        tables.agency: reference.agencies(entries),
        tables.agency_name: reference.agency_names(entries),
    },
)
FAMILIES: Mapping[str, Family] = {
    **dict.fromkeys(dossiers.KINDS, DOSSIER),
    **dict.fromkeys((callers.REFUSED, callers.GUIDED), _TURNED_AWAY),
    callers.VISITED: _VISIT,
    **dict.fromkeys((callers.FEEDBACK, callers.ANSWERED), _FEEDBACK),
    callers.RATING_GIVEN: _SLIP,
    "procedure_published": _one_table(tables.procedure, reference.procedures),
    "agency_defined": _AGENCY,
    "officer_defined": _one_table(tables.officer, reference.officers),
    "seat_defined": _one_table(tables.seat, reference.seats),
    "range_granted": _one_table(tables.number_range, reference.ranges),
    "setting_changed": _one_table(tables.setting, reference.settings),
    "day_closed": _one_table(tables.day_close, reference.day_closes, by_seats=True),
    till.BOOK_GRANTED: _one_table(money.receipt_book, till.books),
    till.CASH_COUNTED: _one_table(money.cash_count, till.counts, by_seats=True),
    till.CASH_MOVED: _one_table(money.cash_movement, till.movements, by_seats=True),
    till.SHEET_MADE: _one_table(money.day_sheet, till.sheets, by_seats=True),
    notices.TOLD: _one_table(notices_tables.notice, notices.notices),
    periods.CLOSED: _one_table(periods_tables.period_close, periods.closings, by_seats=True),
    scores.SCORED: _one_table(scores_tables.score, scores.scores, by_seats=True),
    audit.NOTED: _one_table(audit_tables.audit_note, audit.notes, by_seats=True),
}
"""The family of every kind of entry this version understands."""

TABLES: tuple[Table, ...] = tuple(
    dict.fromkeys(table for family in FAMILIES.values() for table in family.tables)
)
"""Every table that follows from the journal."""


def spoken(family: Family, entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries of one subject from which the family's rows follow, in their order.

    A dossier gets what no family knows as well: it is marked where there are entries this version
    does not read. Reference data counts only from the centre: whoever has a seat's password must
    not make officers.
    """
    if family is DOSSIER:
        return in_order([e for e in entries if FAMILIES.get(e.kind, DOSSIER) is DOSSIER])
    return in_order(
        [
            entry
            for entry in entries
            if FAMILIES.get(entry.kind) is family
            and entry.version <= family.version
            and (family.by_seats or is_centres(entry.stream_id))
        ]
    )


def in_order(entries: Sequence[Entry]) -> list[Entry]:
    """Return the acts in the order in which they fold, each once.

    A rescued copy carries the same `entry_id` in another stream; the copy in the smaller
    stream stands for the act, so that every replica names the same one. What has the id of an act
    and says something else is no copy of it, and gets an id of its own: nobody can take an act's
    place by its id. A copy whose words are withheld takes them from nobody.
    """
    ordered = sorted(entries, key=lambda e: (e.clock, e.entry_id, e.stream_id, e.seq))
    acts: dict[UUID, Entry] = {}
    for entry in ordered:
        first = acts.setdefault(entry.entry_id, entry)
        if first is entry:
            continue
        if _says_the_same(first, entry):
            if first.payload is None:
                acts[entry.entry_id] = first._replace(payload=entry.payload)
        else:
            own_id = uuid5(entry.entry_id, f"{entry.kind} {entry.payload_hash.hex()}")
            acts.setdefault(own_id, entry._replace(entry_id=own_id))
    return after_what_they_saw(acts.values())


def _says_the_same(one: Entry, other: Entry) -> bool:
    if one.kind != other.kind:
        return False
    if one.payload_hash == other.payload_hash:
        return True
    try:
        said, told = one.record(), other.record()
    except CounterError:
        return False
    # the same act, added twice as by an import, has another salt
    return {**said, "salt": ""} == {**told, "salt": ""}

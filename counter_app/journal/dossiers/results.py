"""Results: there, here, on the shelf, in the citizen's hands; and withdrawals."""

from __future__ import annotations

from typing import Final

from counter_app.clock import local, local_day
from counter_app.domain.deadlines import Comparison, outcome
from counter_app.domain.processing import Direction, Holder
from counter_app.domain.states import Act
from counter_app.journal.dossiers import pauses
from counter_app.journal.dossiers.handing import list_line
from counter_app.journal.dossiers.life import Area, Kind, Life, Record, Row
from counter_app.journal.entries import Entry

RESOLVED: Final = "dossier_resolved"
RESULT_RECEIVED: Final = "result_received"
SHELVED: Final = "shelved"
RETURNED: Final = "returned"
WITHDRAWN: Final = "withdrawn"


def _resolve(life: Life, entry: Entry, record: Record) -> None:
    row = life.row
    stopped_at = pauses.stop_clock(life, entry)
    due_at = row["due_at"]
    row["outcome"] = outcome(
        local(stopped_at),
        None if due_at is None else local(due_at),
        Comparison(record.get("comparison", Comparison.BY_DATE)),
    ).value
    row["resolved_at"] = entry.occurred_at
    row["resolved_on"] = local_day(entry.occurred_at)
    row["late_reason"] = record.get("late_reason") or row["late_reason"]
    finish(life, entry)


def _name_result(life: Life, record: Record) -> None:
    result = record.get("result", {})
    life.row["result_kind"] = result.get("kind") or life.row["result_kind"]
    life.row["result_number"] = result.get("number") or life.row["result_number"]


def _resolved(life: Life, entry: Entry, record: Record) -> None:
    _resolve(life, entry, record)
    _name_result(life, record)


def _result_received(life: Life, entry: Entry, record: Record) -> None:
    if record["act"] == Act.RESOLVE:
        _resolve(life, entry, record)
    _name_result(life, record)
    place = record.get("place", "")
    life.row["shelf_place"] = place
    life.row["holder"] = (Holder.SHELF if place else Holder.COUNTER).value
    life.row["held_by"] = ""
    list_line(life, entry, record, Direction.BACK)


def _shelved(life: Life, _entry: Entry, record: Record) -> None:
    life.row["shelf_place"] = record["place"]
    life.row["holder"] = Holder.SHELF.value
    life.row["held_by"] = ""


def _returned(life: Life, entry: Entry, record: Record) -> None:
    row = life.row
    row["returned_at"] = entry.occurred_at
    row["returned_on"] = local_day(entry.occurred_at)
    row["returned_way"] = record["way"]
    row["holder"] = Holder.CITIZEN.value
    row["held_by"] = ""
    if "batch" in record:
        list_line(life, entry, record, Direction.POST)


def _withdrawn(life: Life, entry: Entry, _record: Record) -> None:
    pauses.stop_clock(life, entry)
    life.row["holder"] = Holder.CITIZEN.value
    life.row["held_by"] = ""
    finish(life, entry)


def finish(life: Life, entry: Entry) -> None:
    """Note that the centre owes nothing more."""
    life.row["finished_at"] = entry.occurred_at
    life.row["finished_on"] = local_day(entry.occurred_at)


def _at_first(_entry: Entry, _record: Record) -> Row:
    return {
        "resolved_at": None,
        "resolved_on": None,
        "outcome": "",
        "result_kind": "",
        "result_number": "",
        "shelf_place": "",
        "returned_at": None,
        "returned_on": None,
        "returned_way": "",
        "finished_at": None,
        "finished_on": None,
    }


AREA: Final = Area(
    (
        Kind(RESOLVED, _resolved, (Act.RESOLVE,)),
        Kind(RESULT_RECEIVED, _result_received, (Act.RESOLVE, Act.TAKE_IN)),
        Kind(SHELVED, _shelved, (Act.SHELVE,), quiet=True),
        Kind(RETURNED, _returned, (Act.RETURN,)),
        Kind(WITHDRAWN, _withdrawn, (Act.WITHDRAW,)),
    ),
    _at_first,
)

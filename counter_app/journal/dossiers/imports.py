"""Dossiers of an earlier register: one entry tells how they stand, and how citizens rated them."""

from __future__ import annotations

from typing import Final

from counter_app.clock import local, local_day
from counter_app.domain.deadlines import Comparison, outcome
from counter_app.domain.processing import Holder
from counter_app.domain.states import State
from counter_app.journal.dossiers.intake import IMPORTED
from counter_app.journal.dossiers.life import Area, Kind, Life, Record, Row
from counter_app.journal.entries import Entry

RATED: Final = "dossier_rated"


def _rated(life: Life, entry: Entry, record: Record) -> None:
    """Note the first rating: nobody can press twice."""
    if not life.row["rating"]:
        life.row["rating"] = record["category"]
        life.row["rated_on"] = local_day(entry.occurred_at)


def _at_first(entry: Entry, record: Record) -> Row:
    row: Row = {
        "service_level": record.get("service_level", 0),
        "rating": record.get("rating", ""),
        "rated_on": None,
    }
    if entry.kind != IMPORTED:
        return row
    state = State(record["state"])
    resolved_at, returned_at = record["resolved_at"], record["returned_at"]
    finished_at = resolved_at if resolved_at is not None else returned_at
    if state in {State.WITHDRAWN, State.REFUSED} and finished_at is None:
        finished_at = entry.occurred_at
    last = next(at for at in (returned_at, finished_at, entry.occurred_at) if at is not None)
    return {
        **row,
        "state": int(state),
        "holder": _holder(state).value,
        "held_by": record["agency_code"] if _holder(state) is Holder.AGENCY else "",
        **_moment("resolved", resolved_at),
        "outcome": _outcome(record, resolved_at),
        **_moment("returned", returned_at),
        "returned_way": record["return_way"] if returned_at is not None else "",
        **_moment("finished", finished_at),
        "rated_on": local_day(last) if row["rating"] else None,
        **_pause(state, entry.occurred_at),
    }


def _holder(state: State) -> Holder:
    if state in {State.RETURNED, State.WITHDRAWN, State.REFUSED}:
        return Holder.CITIZEN
    if state in {State.RESOLVED, State.RECEIVED, State.ANNOUNCED}:
        return Holder.COUNTER
    return Holder.AGENCY


def _moment(name: str, at: int | None) -> Row:
    return {f"{name}_at": at, f"{name}_on": None if at is None else local_day(at)}


def _outcome(record: Record, resolved_at: int | None) -> str:
    if resolved_at is None:
        return ""
    due_at = record.get("due_at")
    due = None if due_at is None else local(due_at)
    return outcome(local(resolved_at), due, Comparison.BY_DATE).value


_PAUSES: Final = {
    State.SUPPLEMENT: "supplement",
    State.PAYMENT: "payment",
    State.STOPPED: "stop",
}


def _pause(state: State, at: int) -> Row:
    """Return since when the term stands still: the register does not say, so from the beginning."""
    if state not in _PAUSES:
        return {}
    return {"paused_since": at, "pause_kind": _PAUSES[state], "pause_count": 1}


AREA: Final = Area((Kind(RATED, _rated),), _at_first)

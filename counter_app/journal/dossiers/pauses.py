"""When the term stands still: what every pause does to the row, whatever its reason."""

from __future__ import annotations

from typing import Any, Final

from counter_app.domain.states import PAUSED, State
from counter_app.journal.dossiers import promises
from counter_app.journal.dossiers.letters import number_of
from counter_app.journal.dossiers.life import Area, Life, Record, Row
from counter_app.journal.entries import Entry
from counter_app.schema.acts import pause


def begin(life: Life, entry: Entry, record: Record, kind: str) -> None:
    """Let the term stand still from the moment of `entry`, which has moved the state already.

    A pause that follows another one goes on from its beginning: nothing ran between them.
    """
    row = life.row
    since = max(entry.occurred_at, row["received_at"])
    _close(life, since)
    before = life.rows(pause)
    if before:  # where a clock was turned back, the new pause begins where the last one ended
        since = max(since, before[-1]["resumed_at"])
    before.append(
        {
            "subject": entry.subject,
            "entry_id": entry.entry_id,
            "kind": kind,
            "agency_code": row["agency_code"],
            "paused_at": since,
            "still_since": since if row["paused_since"] is None else row["paused_since"],
            "resumed_at": None,
            "reason_code": record.get("reason_code", ""),
            "reason": record.get("reason", ""),
            "letter": number_of(record),
            "policy": record.get("policy", ""),
            "due_before": row["due_at"],
            "due_after": None,
        }
    )
    if row["paused_since"] is None:
        row["paused_since"] = since
    row["pause_kind"] = kind
    row["pause_count"] += 1


def end(life: Life, entry: Entry, record: Record) -> None:
    """Let the term run on from the moment of `entry`, towards the due moment its record tells."""
    row = life.row
    last = _close(life, entry.occurred_at)
    row["paused_since"] = None
    row["pause_kind"] = ""
    row["answer_by"] = None
    if "due_after" in record:
        promises.move_due(life, entry, record["due_after"], record["promised_after"])
        if last is not None:
            last["due_after"] = record["due_after"]


def stop_clock(life: Life, entry: Entry) -> int:
    """End a pause because the dossier is finished; return when the clock stopped running.

    What happened while the term stood still cost no time: the clock stopped when the pause began.
    """
    since = life.row["paused_since"]
    _close(life, entry.occurred_at)
    life.row["paused_since"] = None
    life.row["pause_kind"] = ""
    life.row["answer_by"] = None
    return entry.occurred_at if since is None else min(since, entry.occurred_at)


def is_paused(state: State) -> bool:
    """Tell whether the term stands still in `state`."""
    return state in PAUSED


def _close(life: Life, at: int) -> dict[str, Any] | None:
    rows = life.rows(pause)
    if not rows and life.row["paused_since"] is not None:
        rows.append(_taken_over(life))
    if not rows or rows[-1]["resumed_at"] is not None:
        return None
    # Acts of two seats may fold in another order than they happened, but no pause is negative.
    rows[-1]["resumed_at"] = max(at, rows[-1]["paused_at"])
    return rows[-1]


def _taken_over(life: Life) -> dict[str, Any]:
    """Return the pause in which a dossier of an earlier register came."""
    row = life.row
    return {
        "subject": row["subject"],
        "entry_id": life.told_by.entry_id,
        "kind": row["pause_kind"],
        "agency_code": row["agency_code"],
        "paused_at": row["paused_since"],
        "still_since": row["paused_since"],
        "resumed_at": None,
        "reason_code": "",
        "reason": "",
        "letter": "",
        "policy": "",
        "due_before": row["due_at"],
        "due_after": None,
    }


def _at_first(_entry: Entry, _record: Record) -> Row:
    return {
        "paused_since": None,
        "pause_kind": "",
        "pause_count": 0,
        "supplement_count": 0,
        "answer_by": None,
    }


AREA: Final = Area((), _at_first, (pause,))

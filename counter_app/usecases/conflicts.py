"""What a supervisor decides: which of two acts made apart holds, and what is taken back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from counter_app.desk import Desk, Officer
from counter_app.domain.roles import Duty
from counter_app.errors import CounterError
from counter_app.journal.dossiers import BEGINNINGS, Row
from counter_app.journal.dossiers.conflicts import OTHER, SETTLED, STANDS, UNDONE
from counter_app.schema.acts import conflict
from counter_app.store.dossiers import history
from counter_app.text import composed
from counter_app.usecases.acts import Acting, begin, reason, supervised


class Decision(StrEnum):
    """Which of two acts made apart holds."""

    STANDS = STANDS
    """It stays as it came out."""
    OTHER = OTHER
    """The act that was set aside holds; the one that stood in its way is taken back."""


@dataclass(eq=False)
class NoSuchConflict(CounterError):
    """this conflict is settled already, or was none"""


@dataclass(eq=False)
class CannotOverrule(CounterError):
    """more was done to dossier {number} since; take that back first"""

    number: str


@dataclass(eq=False)
class NothingToTakeBack(CounterError):
    """the intake of dossier {number} cannot be taken back; correct it or withdraw the dossier"""

    number: str


def settle(
    desk: Desk,
    subject: UUID,
    entry_id: UUID,
    decision: Decision,
    note: str = "",
    second: Officer | None = None,
) -> None:
    """Decide about an act that was made without knowledge of another one.

    Args:
        entry_id: the act that is marked.
        second: the supervisor who decides, where the officer is none.

    Raises:
        NoSuchConflict, CannotOverrule, SecondPersonMissing; as `acts.begin`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.COUNTER)
        agreed = supervised(desk, second)
        found = _unsettled(acting, entry_id)
        if decision is Decision.OTHER and not _can_give_way(acting, found):
            raise CannotOverrule(acting.row["number"])
        record = {
            "settles": entry_id.hex,
            "against": found["against"].hex,
            "decision": decision.value,
            "note": composed(note),
            "second": agreed,
        }
        acting.write(SETTLED, record)


def take_back(
    desk: Desk,
    subject: UUID,
    because: str,
    second: Officer | None = None,
    seen: UUID | None = None,
) -> None:
    """Take back the last act on a dossier, as if it had not been done; the history keeps it.

    Args:
        second: the supervisor who agrees, where the officer is none.

    Raises:
        NothingToTakeBack, SecondPersonMissing, ReasonMissing; as `acts.begin`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.COUNTER, seen=seen)
        agreed = supervised(desk, second)
        last = acting.row["last_act"]
        kinds = {entry.entry_id: entry.kind for entry in history(session, subject)}
        if kinds[last] in BEGINNINGS:
            raise NothingToTakeBack(acting.row["number"])
        record = {
            "undoes": last.hex,
            "kind": kinds[last],
            "reason": reason(because),
            "second": agreed,
        }
        acting.write(UNDONE, record)


def _unsettled(acting: Acting, entry_id: UUID) -> Row:
    for row in acting.life.rows(conflict):
        if row["entry_id"] == entry_id and row["settled_at"] is None:
            return row
    raise NoSuchConflict


def _can_give_way(acting: Acting, found: Row) -> bool:
    kinds = {entry.entry_id: entry.kind for entry in history(acting.session, acting.subject)}
    standing = found["against"]
    return (
        not found["applied"]
        and standing == acting.row["last_act"]
        and kinds.get(standing) not in BEGINNINGS
    )

"""Linked procedures: phases of one dossier, and dossiers that belong together."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from counter_app.clock import to_ms
from counter_app.desk import Desk
from counter_app.domain.processing import Phase
from counter_app.domain.roles import Duty
from counter_app.domain.states import Act
from counter_app.errors import CounterError
from counter_app.journal.dossiers.handing import LINKED, PHASE_STARTED
from counter_app.records import to_record
from counter_app.store.reference import agency_name
from counter_app.store.worklists import linked
from counter_app.usecases.acts import NOW, When, begin


@dataclass(eq=False)
class PhaseOutOfTurn(CounterError):
    """phase {number} does not follow phase {present}"""

    number: int
    present: int


@dataclass(eq=False)
class CannotLink(CounterError):
    """dossier {number} cannot be linked to this one"""

    number: str


def start(
    desk: Desk, subject: UUID, phase: Phase, when: When = NOW, seen: UUID | None = None
) -> UUID:
    """Pass a dossier on to the agency of its next phase, with that phase's own due moment.

    The due date of the whole dossier stays.

    Raises:
        PhaseOutOfTurn; as `acts.begin` and `acts.moment`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.DECIDE, Act.START_PHASE, seen)
        if phase.number != acting.row["phase"] + 1:
            raise PhaseOutOfTurn(phase.number, acting.row["phase"])
        record = {
            **to_record(phase),
            "phase": phase.number,
            "agency_name": agency_name(session, phase.agency_code),
            "due_at": None if phase.due_at is None else to_ms(phase.due_at),
        }
        return acting.write(PHASE_STARTED, record, when).entry_id


def link(desk: Desk, subject: UUID, main: UUID) -> UUID:
    """Note that a dossier is a part of the linked procedure that `main` stands for.

    Whoever linked it with the wrong one links it anew: the last one holds.

    Raises:
        CannotLink: they are the same, or linked already; `main` is itself a part, or the dossier
            has parts of its own; as `acts.begin`.
    """
    with desk.store.writing() as session:
        acting = begin(session, desk, subject, Duty.COUNTER)
        whole = begin(session, desk, main, Duty.COUNTER)
        linked_to = acting.row["linked_to"]
        if main in {subject, linked_to} or whole.row["linked_to"] is not None:
            raise CannotLink(whole.row["number"])
        if linked(session, subject):
            raise CannotLink(whole.row["number"])
        return acting.write(LINKED, {"main": main.hex, "number": whole.row["number"]}).entry_id

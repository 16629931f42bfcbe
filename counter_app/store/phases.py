"""Linked procedures: the phases of one dossier, and the dossiers that belong together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select, text

from counter_app.journal.dossiers import Life, life_of
from counter_app.schema.tables import dossier
from counter_app.store.dossiers import (
    ROW,
    DossierRow,
    NoSuchDossier,
    by_subject,
    dossier_row,
    history,
)
from counter_app.store.engine import Session
from counter_app.store.worklists import MOST
from counter_app.store.worklists import linked as parts_of


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """A phase with the agency that has it. Instants are ms UTC.

    The first phase began with the intake and has no due moment but that of the whole dossier.
    `ended_at` is when the next one began, or when there was a result.
    """

    number: int
    name: str
    agency_name: str
    begun_at: int
    due_at: int | None
    ended_at: int | None


class Belonging(StrEnum):
    """What another dossier is to the one on show."""

    MAIN = "main"
    PART = "part"
    BESIDE = "beside"
    """Both are parts of the same one."""


@dataclass(frozen=True, slots=True)
class LinkedRow:
    """A dossier that belongs to the one on show."""

    belonging: Belonging
    dossier: DossierRow


def phases_of(life: Life) -> tuple[PhaseRow, ...]:
    """Return the phases of a dossier in their order; none where it has just one."""
    if not life.phases:
        return ()
    begun = [life.row["received_at"], *(entry.occurred_at for entry, _ in life.phases)]
    ended = [*begun[1:], life.row["resolved_at"] or life.row["finished_at"]]
    first = PhaseRow(1, "", life.record["agency_name"], begun[0], None, ended[0])
    return (
        first,
        *(
            PhaseRow(
                record["phase"],
                record.get("name", ""),
                record["agency_name"],
                begun[place],
                record.get("due_at"),
                ended[place],
            )
            for place, (_, record) in enumerate(life.phases, start=1)
        ),
    )


_OPEN_INDEXED = text("dossier.state IN (2, 4, 5, 6, 8)")
"""The condition of a partial index, as it was written there."""


def due_phases(session: Session, today: date, limit: int = MOST) -> list[DossierRow]:
    """Return open dossiers whose present phase is due by `today`, the longest due first."""
    found = (
        select(*ROW)
        .where(_OPEN_INDEXED, dossier.c.phase_due_on <= today)
        .order_by(dossier.c.phase_due_at, dossier.c.number)
        .limit(limit)
    )
    return [dossier_row(row) for row in session.execute(found)]


def phase(session: Session, subject: UUID) -> int:
    """Return the number of the phase a dossier is in. Raises NoSuchDossier."""
    life = life_of(history(session, subject))
    if life is None:
        raise NoSuchDossier(str(subject))
    number: int = life.row["phase"]
    return number


def belonging(session: Session, subject: UUID) -> tuple[LinkedRow, ...]:
    """Return the dossiers linked with this one: the main one first, then parts as they came in.

    A main dossier that this counter does not know yet is left out.
    """
    main = session.execute(select(dossier.c.linked_to).where(dossier.c.subject == subject)).scalar()
    if main is None:
        return tuple(LinkedRow(Belonging.PART, row) for row in parts_of(session, subject))
    beside = [
        LinkedRow(Belonging.BESIDE, row)
        for row in parts_of(session, main)
        if row.subject != subject
    ]
    try:
        return (LinkedRow(Belonging.MAIN, by_subject(session, main)), *beside)
    except NoSuchDossier:
        return tuple(beside)

"""What waits at the counter: to be handed over, completed, fetched, posted, taken in, settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, text

from counter_app.domain.processing import Holder
from counter_app.domain.states import State
from counter_app.schema.acts import conflict
from counter_app.schema.tables import OPEN_STATES, dossier, journal
from counter_app.store.dossiers import ROW, DossierRow, dossier_row
from counter_app.store.engine import Session

MOST = 500
# The partial index is used only when its condition stands in the query as it was written.
_ANNOUNCED_INDEXED = text("dossier.state = 1")


def to_hand_over(session: Session, agency_code: str = "", limit: int = MOST) -> list[DossierRow]:
    """Return received dossiers whose paper is still at the counter, the earliest due first."""
    found = [dossier.c.state == State.RECEIVED, dossier.c.holder == Holder.COUNTER.value]
    return _open(session, found, agency_code, limit)


def at_agency(session: Session, agency_code: str = "", limit: int = MOST) -> list[DossierRow]:
    """Return dossiers that an agency works on, the earliest due first."""
    return _open(session, [dossier.c.state == State.PROCESSING], agency_code, limit)


def paused(session: Session, agency_code: str = "", limit: int = MOST) -> list[DossierRow]:
    """Return dossiers whose term stands still, the day to answer by first."""
    found = (
        select(*ROW)
        .where(dossier.c.state.in_((State.SUPPLEMENT, State.PAYMENT, State.STOPPED)))
        .order_by(dossier.c.answer_by.is_(None), dossier.c.answer_by, dossier.c.paused_since)
        .limit(limit)
    )
    if agency_code:
        found = found.where(dossier.c.agency_code == agency_code)
    return [dossier_row(row) for row in session.execute(found)]


def unanswered(session: Session, today: date, limit: int = MOST) -> list[DossierRow]:
    """Return dossiers whose supplement did not come by its day: they may be stopped."""
    found = [dossier.c.state == State.SUPPLEMENT, dossier.c.answer_by < today]
    return _open(session, found, "", limit)


def waiting_to_be_fetched(
    session: Session, agency_code: str = "", limit: int = MOST
) -> list[DossierRow]:
    """Return results that nobody fetched yet, the longest waiting first, with their shelf."""
    found = (
        select(*ROW)
        .where(dossier.c.state == State.RESOLVED, dossier.c.holder != Holder.AGENCY.value)
        .order_by(dossier.c.resolved_on, dossier.c.number)
        .limit(limit)
    )
    if agency_code:
        found = found.where(dossier.c.agency_code == agency_code)
    return [dossier_row(row) for row in session.execute(found)]


def to_post(session: Session, limit: int = MOST) -> list[DossierRow]:
    """Return results that lie here and are wanted by post."""
    found = (
        select(*ROW)
        .where(
            dossier.c.state == State.RESOLVED,
            dossier.c.holder != Holder.AGENCY.value,
            dossier.c.return_way == "post",
        )
        .order_by(dossier.c.resolved_on, dossier.c.number)
        .limit(limit)
    )
    return [dossier_row(row) for row in session.execute(found)]


def announced(session: Session, limit: int = MOST) -> list[DossierRow]:
    """Return dossiers of the portal that wait to be taken in, the oldest first."""
    found = (
        select(*ROW)
        .where(_ANNOUNCED_INDEXED)
        .order_by(dossier.c.received_at, dossier.c.number)
        .limit(limit)
    )
    return [dossier_row(row) for row in session.execute(found)]


def linked(session: Session, main: UUID) -> list[DossierRow]:
    """Return the parts of a linked procedure; its total is due when the last of them is."""
    found = select(*ROW).where(dossier.c.linked_to == main).order_by(dossier.c.id)
    return [dossier_row(row) for row in session.execute(found)]


def assigned(session: Session, login: str) -> int:
    """Return how many unfinished dossiers an officer cares for."""
    return session.execute(
        select(func.count())
        .select_from(dossier)
        .where(dossier.c.assigned_to == login, dossier.c.state.in_(_UNFINISHED))
    ).scalar_one()


_UNFINISHED = (
    State.RECEIVED,
    State.PROCESSING,
    State.SUPPLEMENT,
    State.PAYMENT,
    State.STOPPED,
    State.RESOLVED,
)


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """Two acts on a dossier, one made without knowledge of the other. Instants are ms UTC.

    `applied` tells that the later one still fitted and holds; otherwise it was set aside.
    """

    dossier: DossierRow
    entry_id: UUID
    kind: str
    officer: str
    occurred_at: int
    against: UUID
    against_kind: str
    against_officer: str
    against_at: int
    applied: bool


def conflicts(session: Session, subject: UUID | None = None) -> list[ConflictRow]:
    """Return the conflicts that wait for a supervisor, of one dossier or of all."""
    other = journal.alias("other")
    # A rescued copy stands in two streams; one of them names the act as well as the other.
    copy = select(func.min(journal.c.seq)).where(
        journal.c.subject == conflict.c.subject, journal.c.entry_id == conflict.c.against
    )
    found = (
        select(
            *ROW,
            conflict.c.entry_id.label("marked"),
            conflict.c.kind.label("act"),
            conflict.c.officer.label("who"),
            conflict.c.occurred_at.label("at"),
            conflict.c.against,
            conflict.c.applied,
            other.c.kind.label("other_act"),
            other.c.officer.label("other_who"),
            other.c.occurred_at.label("other_at"),
        )
        .join_from(conflict, dossier, conflict.c.subject == dossier.c.subject)
        .join(
            other,
            (other.c.subject == conflict.c.subject)
            & (other.c.entry_id == conflict.c.against)
            & (other.c.seq == copy.scalar_subquery()),
        )
        .where(conflict.c.settled_at.is_(None))
        .order_by(conflict.c.occurred_at, conflict.c.entry_id)
    )
    if subject is not None:
        found = found.where(conflict.c.subject == subject)
    return [_conflict(row) for row in session.execute(found)]


def _conflict(row: Any) -> ConflictRow:
    return ConflictRow(
        dossier_row(row[: len(ROW)]),
        row.marked,
        row.act,
        row.who,
        row.at,
        row.against,
        row.other_act,
        row.other_who,
        row.other_at,
        row.applied,
    )


def _open(
    session: Session, conditions: list[ColumnElement[bool]], agency_code: str, limit: int
) -> list[DossierRow]:
    found = select(*ROW).where(*conditions).limit(limit)
    if agency_code:
        found = found.where(dossier.c.agency_code == agency_code)
    found = found.order_by(dossier.c.due_on.is_(None), dossier.c.due_at, dossier.c.number)
    return [dossier_row(row) for row in session.execute(found)]


def unfinished_by_officer(session: Session) -> dict[str, int]:
    """Return how many dossiers of each officer are not in their citizens' hands, by login."""
    unfinished = (*OPEN_STATES, int(State.RESOLVED))
    rows = session.execute(
        select(dossier.c.assigned_to, func.count())
        .where(dossier.c.state.in_(unfinished), dossier.c.assigned_to != "")
        .group_by(dossier.c.assigned_to)
        .order_by(dossier.c.assigned_to)
    )
    return dict(rows.all())

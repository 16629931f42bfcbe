"""Drafts: what was typed, kept continuously, so that a kill or a power cut takes nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from counter_app.desk import Desk
from counter_app.domain import roles
from counter_app.domain.roles import Duty
from counter_app.journal.entries import canonical, new_id
from counter_app.schema.local import draft
from counter_app.store.engine import Session


@dataclass(frozen=True, slots=True)
class Draft:
    """An unfinished intake. `record` is what the page typed, raw; `typed_at` ms UTC."""

    id: UUID
    title: str
    parked: bool
    typed_at: int
    record: dict[str, Any]


def new_draft(desk: Desk) -> UUID:
    """Return the id of a draft not yet kept."""
    return new_id(desk.clock.now_ms())


def keep(
    desk: Desk, draft_id: UUID, title: str, record: Mapping[str, Any], *, parked: bool = False
) -> None:
    """Write the draft to disk; the latest text replaces the earlier one.

    Raises:
        NobodySignedIn, NotAllowedFor.
    """
    officer = desk.acting
    # What a disabled officer typed is kept as well: a colleague takes the draft over.
    roles.check(officer.login, officer.roles, Duty.COUNTER)
    values = {
        "officer": officer.login,
        "title": title,
        "parked": parked,
        "typed_at": desk.clock.now_ms(),
        "record": canonical(record),
    }
    with desk.store.writing() as session:
        session.execute(
            insert(draft)
            .values(id=draft_id, **values)
            .on_conflict_do_update(index_elements=[draft.c.id], set_=values)
        )


def discard(desk: Desk, draft_id: UUID) -> None:
    """Forget the draft. Raises NobodySignedIn, NotAllowedFor."""
    roles.check(desk.acting.login, desk.acting.roles, Duty.COUNTER)
    with desk.store.writing() as session:
        session.execute(delete(draft).where(draft.c.id == draft_id))


def drafts(desk: Desk) -> tuple[Draft, ...]:
    """Return the drafts of this seat, the last typed first; an officer may take over another's."""
    return desk.ask(_drafts)


def _drafts(session: Session) -> tuple[Draft, ...]:
    rows = session.execute(
        select(
            draft.c.id, draft.c.title, draft.c.parked, draft.c.typed_at, draft.c.record
        ).order_by(draft.c.typed_at.desc())
    )
    return tuple(
        Draft(row.id, row.title, row.parked, row.typed_at, json.loads(row.record)) for row in rows
    )

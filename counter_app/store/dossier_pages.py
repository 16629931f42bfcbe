"""The list of all dossiers, page by page, as they reached this counter's file."""

from __future__ import annotations

from dataclasses import fields
from uuid import UUID

from sqlalchemy import select

from counter_app.schema.tables import dossier
from counter_app.store.dossiers import DossierRow
from counter_app.store.engine import Session

_ROW = tuple(dossier.c[field.name] for field in fields(DossierRow))


def page(
    session: Session, *, newest_first: bool = True, after: UUID | None = None, limit: int = 100
) -> list[DossierRow]:
    """Return the dossiers that follow the dossier `after`, or the first ones.

    The page starts behind a dossier, not at a count, so that arrivals neither repeat nor skip one.
    """
    place = dossier.c.id
    found = select(*_ROW).order_by(place.desc() if newest_first else place).limit(limit)
    if after is not None:
        last = select(place).where(dossier.c.subject == after).scalar_subquery()
        found = found.where(place < last if newest_first else place > last)
    return [DossierRow(*row) for row in session.execute(found)]

"""Publishing procedures: seen first, then published, and a dossier keeps the rules of its day."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Connection

from counter_app.centre.administration import publish_procedures
from counter_app.domain.catalogue_changes import CataloguePreview, preview
from counter_app.domain.procedure import Procedure
from counter_app.errors import CounterError
from counter_app.journal.append import Author
from counter_app.journal.entries import canonical
from counter_app.records import from_record, to_record
from counter_app.store.reference import whole_procedures
from counter_app.usecases.intake import UnknownProcedure


@dataclass(eq=False)
class CatalogueChanged(CounterError):
    """somebody published {code} meanwhile; look at what would change once more"""

    code: str


def propose(
    session: Connection,
    coming: Sequence[Procedure],
    day: date,
    *,
    replace_complete: bool = False,
    abolish_missing: bool = False,
) -> CataloguePreview:
    """Return what publishing `coming` from `day` on would change; nothing is published."""
    return preview(
        whole_procedures(session, day),
        [_as_kept(procedure) for procedure in coming],
        day,
        replace_complete=replace_complete,
        abolish_missing=abolish_missing,
    )


def publish(session: Connection, author: Author, seen: CataloguePreview) -> int:
    """Publish what a preview showed; return how many versions are new.

    Raises:
        CatalogueChanged: a procedure is not any more as the preview showed it; nothing was changed.
    """
    standing = whole_procedures(session, seen.day)
    for change in seen.changes:
        if standing.get(change.code) != change.before:
            raise CatalogueChanged(change.code)
    return publish_procedures(session, author, [change.after for change in seen.changes], seen.day)


def abolish(session: Connection, author: Author, codes: Sequence[str], day: date) -> int:
    """Let procedures end the day before `day`; return how many did.

    Raises:
        UnknownProcedure: one does not hold on that day; nothing was changed.
    """
    standing = whole_procedures(session, day)
    ended = []
    for code in codes:
        if code not in standing:
            raise UnknownProcedure(code, day)
        ended.append(replace(standing[code], valid_to=day - timedelta(days=1)))
    return publish_procedures(session, author, ended, day)


def _as_kept(procedure: Procedure) -> Procedure:
    """Return the procedure as the journal gives it back: composed letters, no other difference."""
    return from_record(Procedure, json.loads(canonical(to_record(procedure))))

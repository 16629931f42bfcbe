"""Publishing procedures: seen first, then published, and a dossier keeps the rules of its day."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection

from counter_app.centre import settings
from counter_app.centre.administration import publish_procedures
from counter_app.domain.catalogue_changes import CataloguePreview, preview
from counter_app.domain.procedure import Procedure
from counter_app.errors import CounterError
from counter_app.journal.append import Author
from counter_app.journal.entries import canonical
from counter_app.records import from_record, to_record
from counter_app.store import reference
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
    typed: bool = False,
) -> CataloguePreview:
    """Return what publishing `coming` from `day` on would change; nothing is published."""
    return preview(
        whole_procedures(session, day),
        [_as_kept(procedure) for procedure in coming],
        day,
        replace_complete=replace_complete,
        abolish_missing=abolish_missing,
        typed=typed,
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


def publish_typed(
    session: Connection,
    author: Author,
    seen: CataloguePreview,
    code: str,
    pauses: Mapping[str, str],
) -> int:
    """Publish a procedure that was typed, with what pauses do to it. Raises as `publish`."""
    set_pauses(session, author, code, pauses, seen.day)
    return publish(session, author, seen)


def pauses_of(session: Connection, code: str, day: date) -> dict[str, str]:
    """Return what pauses do to the due date of a procedure, where it says otherwise than all."""
    told = _pauses(session, day).get("procedures", {}).get(code, {})
    return {str(kind): str(policy) for kind, policy in told.items()}


def set_pauses(
    session: Connection, author: Author, code: str, pauses: Mapping[str, str], day: date
) -> None:
    """Let pauses do this to the due date of a procedure from `day` on; {} for what all have.

    Raises:
        BadSetting.
    """
    record = _pauses(session, day)
    procedures = {key: told for key, told in record.get("procedures", {}).items() if key != code}
    if pauses:
        procedures[code] = dict(pauses)
    whole = {**record, "procedures": procedures}
    if whole != record:
        settings.change(session, author, "pause_policy", whole, day)


def _pauses(session: Connection, day: date) -> dict[str, Any]:
    record = reference.settings(session, day).records.get("pause_policy", "{}")
    told: dict[str, Any] = json.loads(record)
    return told


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

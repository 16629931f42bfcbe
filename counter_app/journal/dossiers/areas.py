"""All areas of a dossier's life: a new one is one more line here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Table

from counter_app.journal.dossiers import (
    conflicts,
    corrections,
    handing,
    imports,
    intake,
    letters,
    money,
    online,
    pauses,
    printing,
    processing,
    promises,
    results,
)
from counter_app.journal.dossiers.life import Area, Kind
from counter_app.schema.tables import dossier

AREAS: Final[tuple[Area, ...]] = (
    printing.AREA,
    online.AREA,
    promises.AREA,
    pauses.AREA,
    processing.AREA,
    handing.AREA,
    results.AREA,
    corrections.AREA,
    letters.AREA,
    money.AREA,
    conflicts.AREA,
    imports.AREA,  # last: an imported dossier has its whole life behind it
)

BY_NAME: Final[Mapping[str, Kind]] = {kind.name: kind for area in AREAS for kind in area.kinds}
"""Every kind of act on a dossier that exists."""

KINDS: Final[tuple[str, ...]] = (*intake.BEGINNINGS, *BY_NAME)
"""The names of all kinds of entries about a dossier, its intake first."""

NEWEST_VERSION: Final[Mapping[str, int]] = {
    **dict.fromkeys(intake.BEGINNINGS, intake.NEWEST),
    **{kind.name: kind.version for kind in BY_NAME.values()},
}
"""The newest version of each kind this program reads; a newer one marks the dossier."""

TABLES: Final[tuple[Table, ...]] = (dossier, *(table for area in AREAS for table in area.tables))
"""The tables a dossier has rows in, its own first."""

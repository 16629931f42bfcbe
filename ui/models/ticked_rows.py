"""Dossiers as lists show them in which one ticks what goes along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication

from ui.models.table import Column
from ui.notice import Kind

if TYPE_CHECKING:
    from counter_app.store.dossiers import DossierRow

AGENCY_COLUMN = 4
"""Where the agency stands: it gives way on narrow screens."""


class TickedLine(Protocol):
    """A dossier's row that may be ticked."""

    @property
    def row(self) -> DossierRow:
        """The dossier."""

    @property
    def agency_name(self) -> str:
        """Who settles it."""

    @property
    def ticked(self) -> bool:
        """Whether it goes along."""


L = TypeVar("L", bound=TickedLine)


def ticked_columns(_line: type[L]) -> list[Column[L]]:
    """Return the first columns of such a list: tick, number, owner, procedure, agency."""
    translate = QCoreApplication.translate
    return [
        Column(
            "",
            lambda line: translate("TickedRows", "ticked") if line.ticked else "",
            width=48,
            badge=lambda line: (
                (Kind.GOOD, "", "circle-check")
                if line.ticked
                else (Kind.QUIET, "", "circle-dashed")
            ),
        ),
        Column(
            translate("TickedRows", "Dossier number"),
            lambda line: line.row.number,
            width=228,
            number=True,
        ),
        Column(translate("TickedRows", "Owner"), lambda line: line.row.owner_name, width=164),
        Column(
            translate("TickedRows", "Procedure"),
            lambda line: line.row.procedure_name,
            tip=lambda line: f"{line.row.procedure_code} · {line.row.procedure_name}",
        ),
        Column(translate("TickedRows", "Agency"), lambda line: line.agency_name, width=216),
    ]

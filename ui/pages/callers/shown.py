"""All that the business desk shows, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from counter_app.exchange.people import PeopleFile
from counter_app.store.callers import FeedbackRow, VisitRow
from counter_app.store.dossiers import DossierRow
from counter_app.usecases.alike import Alike
from ui.notice import Notice


class View(StrEnum):
    """What the page shows."""

    VISITS = "visits"
    OPINIONS = "opinions"
    STAND_IN = "stand_in"
    CAMPAIGN = "campaign"


@dataclass(frozen=True, slots=True)
class AbsentLine:
    """An officer with the dossiers on record that are not finished."""

    login: str
    name: str
    unfinished: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of people that was read, for a procedure."""

    path: Path
    file: PeopleFile


@dataclass(frozen=True, slots=True)
class Shown:
    """Lists of the day, what is asked, and a campaign on its way.

    `opinions` are those without an answer first. `procedure_name` is "" while the code is none.
    """

    today: date
    visits: tuple[VisitRow, ...] = ()
    visits_of_month: int = 0
    opinions: tuple[FeedbackRow, ...] = ()
    chosen: UUID | None = None
    dossiers: Mapping[UUID, DossierRow] = field(default_factory=dict)
    """Those that the opinions are about, as far as this counter knows them."""
    agencies: Mapping[str, str] = field(default_factory=dict)
    officers: Mapping[str, str] = field(default_factory=dict)
    absent: tuple[AbsentLine, ...] = ()
    asking_second: bool = False
    procedure_code: str = ""
    procedure_name: str = ""
    listed: Listed | None = None
    done: Alike | None = None
    busy: bool = False
    saved: int = 0
    """Rises with each thing that was recorded: the fields are emptied then."""
    notice: Notice | None = None

    @property
    def chosen_opinion(self) -> FeedbackRow | None:
        """The opinion pointed at."""
        return next((one for one in self.opinions if one.subject == self.chosen), None)

    @property
    def concerned(self) -> DossierRow | None:
        """The dossier that the opinion pointed at is about."""
        chosen = self.chosen_opinion
        return (
            None if chosen is None or chosen.dossier is None else self.dossiers.get(chosen.dossier)
        )

"""The next phase of a linked procedure, and dossiers that belong together: what is typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from counter_app.clock import local
from counter_app.desk import Desk, Officer
from counter_app.domain.processing import Phase
from counter_app.store.dossiers import DossierRow
from counter_app.store.phases import phase
from counter_app.text import composed
from counter_app.usecases import phases
from ui.pages.dossiers.questions import subject_of_number
from ui.sheets import Dated, Done, Sheet, choose, no_moment
from ui.typed_moments import coming_day, coming_moment


@dataclass(frozen=True)
class StartPhase(Dated):
    """Another agency goes on with the dossier, with a due moment of its own."""

    name: str = ""
    agency_code: str | None = None
    due_day: str = ""
    due_clock: str = ""

    def faults(self, now: datetime) -> dict[str, str]:
        """Return what is missing, and what is no moment; a phase may have no due moment."""
        found = super().faults(now)
        if not composed(self.name):
            found["name"] = QCoreApplication.translate("Deeds", "Say what is done in this phase")
        if self.agency_code is None:
            found["agency_code"] = choose()
        if self.due_day.strip() and self._due(now) is None:
            wrong = "due_day" if coming_day(self.due_day, now.date()) is None else "due_clock"
            found[wrong] = no_moment()
        return found

    def do(self, desk: Desk, row: DossierRow, second: Officer | None) -> Done:
        """Pass it on; the due date of the whole stays."""
        now = local(desk.clock.now_ms())
        number = desk.ask(phase, row.subject) + 1
        told = Phase(number, composed(self.name), self.agency_code or "", self._due(now))
        phases.start(desk, row.subject, told, self.when(desk), row.last_act)
        return Done()

    def _due(self, now: datetime) -> datetime | None:
        if not self.due_day.strip():
            return None
        return coming_moment(self.due_day, self.due_clock, now.date())


@dataclass(frozen=True)
class Link(Sheet):
    """The dossier with this number belongs to the one on show."""

    number: str = ""
    is_main: bool = True
    """Whether the other one is the whole, of which this is a part; else the other way round."""

    def faults(self, now: datetime) -> dict[str, str]:
        """Return what must be typed or scanned."""
        if composed(self.number):
            return {}
        return {"number": QCoreApplication.translate("Deeds", "Scan or type a number")}

    def do(self, desk: Desk, row: DossierRow, second: Officer | None) -> Done:
        """Link them."""
        other = subject_of_number(desk, self.number)
        part, main = (row.subject, other) if self.is_main else (other, row.subject)
        phases.link(desk, part, main)
        return Done()

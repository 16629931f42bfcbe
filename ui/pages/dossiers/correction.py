"""A wrong intake put right: the whole form as it should have been, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from counter_app.clock import local
from counter_app.desk import Desk, Officer
from counter_app.store.dossiers import DossierRow, intake_of
from counter_app.usecases import corrections
from counter_app.usecases.printing import Form as Paper
from ui.intake_form import checks
from ui.intake_form.form import Form
from ui.intake_form.recorded import put_right
from ui.sheets import Done, Sheet

NO_FORM: Final = Form()


@dataclass(frozen=True)
class Correct(Sheet):
    """The form as it is typed, beside the one that was recorded."""

    form: Form = NO_FORM
    recorded: Form = NO_FORM
    reason: str = ""

    @property
    def values(self) -> Mapping[str, object]:
        """What stands in the editors; faults are told at the places of the form."""
        return {**dict.fromkeys(checks.ORDER), "form": self.form, "reason": self.reason}

    def faults(self, now: datetime) -> dict[str, str]:
        """Return what is wrong by field, but for what was recorded so and is as it was."""
        before = checks.faults(self.recorded, now.year)
        found = checks.faults(self.form, now.year)
        return {place: said for place, said in found.items() if before.get(place) != said}

    def do(self, desk: Desk, row: DossierRow, second: Officer | None) -> Done:
        """Put right what was touched; the receipt is issued anew under the same number."""
        this_year = local(desk.clock.now_ms()).year
        present = desk.ask(intake_of, row.subject)
        intake = replace(present, **put_right(self.recorded, self.form, this_year))
        corrections.correct(desk, row.subject, intake, self.reason, second, row.last_act)
        return Done(Paper.RECEIPT)

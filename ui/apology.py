"""An apology with a later date: what is typed, and the fields it is typed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from counter_app.desk import Desk
from counter_app.domain.processing import Apology, LateReason
from counter_app.text import composed
from ui.sheets import Promise, choose
from ui.widgets.sheet_form import FormField, Shape

Rows = tuple[tuple[FormField, ...], ...]


@dataclass(frozen=True)
class Sorry(Promise):
    """A later promise, with an apology; the head of the agency that is late signs it."""

    reason_code: str | None = None
    signer: str = ""
    signer_title: str = ""

    def faults(self, now: datetime) -> dict[str, str]:
        """Return what is no moment, and what must be chosen."""
        found = super().faults(now)
        if self.reason_code is None:
            found["reason_code"] = choose()
        return found

    def apology(self, desk: Desk) -> Apology:
        """Return what the letter says; only after `faults` found nothing."""
        return Apology(
            self.reason_code or LateReason.OTHER,
            self.reason,
            self.at(desk),
            composed(self.signer),
            composed(self.signer_title),
        )


def apology_rows(codes: tuple[tuple[object, str], ...]) -> Rows:
    """Return the fields of an apology; `codes` are the reasons that are offered, with words."""
    translate = QCoreApplication.translate
    why, reason = translate("Apology", "Why"), translate("Apology", "Reason")
    day, at = translate("Apology", "New day"), translate("Apology", "At")
    signer, title = translate("Apology", "Signed by"), translate("Apology", "Their title")
    day_hint = translate("Apology", "dd/mm/yyyy")
    signer_hint = translate("Apology", "head of the late agency")
    return (
        (
            FormField("reason_code", reason, Shape.CHOICE, True, choices=codes, stretch=3),
            FormField("reason", why, required=True, stretch=5),
        ),
        (
            FormField("day", day, required=True, hint=day_hint, stretch=2),
            FormField("clock", at, required=True, stretch=1),
            FormField("signer", signer, hint=signer_hint, stretch=3),
            FormField("signer_title", title, stretch=2),
        ),
    )

"""What is typed for an act, and the act itself. Nothing here is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any, Self

from PySide6.QtCore import QCoreApplication

from counter_app.clock import local
from counter_app.desk import Desk, Officer
from counter_app.store.dossiers import DossierRow
from counter_app.usecases.acts import NOW, When
from counter_app.usecases.printing import Form
from ui.typed_moments import coming_day, coming_moment, happened, past_day


@dataclass(frozen=True, slots=True)
class Done:
    """What an act brought: the letter to print, its number, and the due moment where it moved."""

    form: Form | None = None
    letter: str = ""
    due_at: int | None = None


@dataclass(frozen=True)
class Sheet:
    """The fields of one act as they stand. A field's name is that of its editor."""

    @property
    def values(self) -> Mapping[str, object]:
        """What stands in the editors."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def typed(self, name: str, value: object) -> Self:
        """Return the same with what was typed."""
        changes: dict[str, Any] = {name: value}
        return replace(self, **changes)

    def faults(self, now: datetime) -> dict[str, str]:
        """Return what cannot be read, by field; the rest is told by the act itself."""
        return {}

    def do(self, desk: Desk, row: DossierRow, second: Officer | None) -> Done:
        """Do the act on the dossier as it was seen. Raises as the use case."""
        raise NotImplementedError


@dataclass(frozen=True)
class Dated(Sheet):
    """An act that may have happened before it is typed."""

    day: str = ""
    clock: str = ""
    because: str = ""

    def faults(self, now: datetime) -> dict[str, str]:
        """Return what is no moment."""
        if happened(self.day, self.clock, self.because, now) is not None:
            return {}
        wrong = "day" if self.day.strip() and past_day(self.day, now.date()) is None else "clock"
        return {wrong: no_moment()}

    def when(self, desk: Desk) -> When:
        """Return when it happened."""
        return happened(self.day, self.clock, self.because, local(desk.clock.now_ms())) or NOW


@dataclass(frozen=True)
class Promise(Sheet):
    """A day and a time to come."""

    day: str = ""
    clock: str = ""
    reason: str = ""

    def faults(self, now: datetime) -> dict[str, str]:
        """Return what is no moment."""
        if coming_moment(self.day, self.clock, now.date()) is not None:
            return {}
        wrong = "day" if coming_day(self.day, now.date()) is None else "clock"
        return {wrong: no_moment()}

    def at(self, desk: Desk) -> datetime:
        """Return the moment; only after `faults` found none."""
        now = local(desk.clock.now_ms())
        return coming_moment(self.day, self.clock, now.date()) or now


def no_moment() -> str:
    """Return what is said of what is no moment."""
    return QCoreApplication.translate("Deeds", "No such day or time")


def no_day() -> str:
    """Return what is said of what is no day."""
    return QCoreApplication.translate("Deeds", "No such day")


def choose() -> str:
    """Return what is said where nothing was chosen."""
    return QCoreApplication.translate("Deeds", "Choose one")

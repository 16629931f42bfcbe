"""Every value that the fields of an intake show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from counter_app.domain.dossier import Party
from counter_app.domain.procedure import Channel
from ui.intake_form.form import Form, Side
from ui.notice import Kind, Notice


@dataclass(frozen=True, slots=True)
class ProcedureLine:
    """A procedure on offer; `gaps` says what is missing of one that cannot be taken in."""

    code: str
    name: str
    detail: str
    gaps: str = ""


@dataclass(frozen=True, slots=True)
class ApplicantLine:
    """Somebody who handed in before."""

    party: Party
    detail: str


@dataclass(frozen=True, slots=True)
class Applicants:
    """The answer to what was typed in one field: nothing while nobody asked."""

    side: Side = Side.SUBMITTER
    field: str = ""
    lines: tuple[ApplicantLine, ...] = ()


@dataclass(frozen=True, slots=True)
class FormShown:
    """The fields. `faults` and `hints` are words under a field, by its place."""

    form: Form = field(default=Form())
    procedures: tuple[ProcedureLine, ...] = ()
    procedure_detail: str = ""
    channels: tuple[Channel, ...] = tuple(Channel)
    applicants: Applicants = Applicants()
    faults: Mapping[str, str] = field(default_factory=dict)
    hints: Mapping[str, tuple[Kind, str]] = field(default_factory=dict)
    notice: Notice | None = None
    busy: bool = False

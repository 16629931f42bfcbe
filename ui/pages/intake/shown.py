"""Every value that the intake page shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from uuid import UUID

from counter_app.domain.dossier import Party
from counter_app.domain.procedure import Channel
from counter_app.domain.processing import SupplementLine
from counter_app.domain.receipt import Receipt
from ui.notice import Kind, Notice
from ui.pages.intake.form import Form, Side


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
class MoneyLine:
    """One line of phí and lệ phí."""

    words: str
    amount: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class DueLine:
    """Days in a row and why they count or do not."""

    days: str
    words: str
    counted: bool


@dataclass(frozen=True, slots=True)
class DueShown:
    """The due moment with its explanation; `doubt` is what still may change it, or why it lacks."""

    moment: str = ""
    term: str = ""
    lines: tuple[DueLine, ...] = ()
    doubt: str = ""


class Kept(Enum):
    """How safe is what was typed."""

    NOTHING = "nothing"
    TYPING = "typing"
    ON_DISK = "on_disk"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class DraftLine:
    """An unfinished intake that can be taken up again."""

    id: UUID
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class DuplicateLine:
    """An open dossier of the same person and procedure. `state` is (kind, word, icon)."""

    subject: UUID
    number: str
    owner: str
    received: str
    state: tuple[Kind, str, str]
    matched: str


@dataclass(frozen=True, slots=True)
class ReceivedShown:
    """The dossier received last, and how far its paper is, also in the printer's own words."""

    receipt: Receipt
    words: str
    printing: Kind = Kind.QUIET
    printing_words: str = ""
    printer_says: str = ""
    printable: bool = True
    collectable: bool = False
    """Whether it costs something that who sits here may take."""


@dataclass(frozen=True, slots=True)
class AwayShown:
    """What the panel shows; `missing` are the papers of the checklist that are not there."""

    asked: bool = False
    reason: str = ""
    fault: str = ""
    missing: tuple[SupplementLine, ...] = ()
    busy: bool = False


NOT_ASKED = AwayShown()


@dataclass(frozen=True, slots=True)
class Shown:
    """The intake page. `faults` and `hints` are words under a field, by its place."""

    form: Form = field(default=Form())
    procedures: tuple[ProcedureLine, ...] = ()
    procedure_detail: str = ""
    channels: tuple[Channel, ...] = tuple(Channel)
    applicants: Applicants = Applicants()
    faults: Mapping[str, str] = field(default_factory=dict)
    hints: Mapping[str, tuple[Kind, str]] = field(default_factory=dict)
    money: tuple[MoneyLine, ...] = ()
    money_words: str = ""
    due: DueShown = DueShown()
    preview: Receipt | None = None
    received: ReceivedShown | None = None
    notice: Notice | None = None
    drafts: tuple[DraftLine, ...] = ()
    kept: Kept = Kept.NOTHING
    duplicates: tuple[DuplicateLine, ...] = ()
    away: AwayShown = NOT_ASKED
    listing: bool = False
    """Whether a list of people is being taken in."""
    busy: bool = False

    @property
    def can_receive(self) -> bool:
        """Whether pressing Receive does anything now."""
        return not (self.busy or self.duplicates or self.away.asked or self.listing)

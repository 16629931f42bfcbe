"""Every value that the intake page shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from counter_app.domain.processing import SupplementLine
from counter_app.domain.receipt import Receipt
from ui.intake_form.shown import FormShown
from ui.notice import Kind


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
    """What the panel shows; `missing` are the papers of the checklist that are not there.

    `phrases` are the reasons that the centre offers.
    """

    asked: bool = False
    reason: str = ""
    fault: str = ""
    missing: tuple[SupplementLine, ...] = ()
    phrases: tuple[str, ...] = ()
    busy: bool = False


NOT_ASKED = AwayShown()


@dataclass(frozen=True, slots=True)
class Shown(FormShown):
    """The intake page."""

    money: tuple[MoneyLine, ...] = ()
    money_words: str = ""
    due: DueShown = DueShown()
    preview: Receipt | None = None
    received: ReceivedShown | None = None
    drafts: tuple[DraftLine, ...] = ()
    kept: Kept = Kept.NOTHING
    duplicates: tuple[DuplicateLine, ...] = ()
    away: AwayShown = NOT_ASKED
    listing: bool = False
    """Whether a list of people is being taken in."""

    @property
    def can_receive(self) -> bool:
        """Whether pressing Receive does anything now."""
        return not (self.busy or self.duplicates or self.away.asked or self.listing)

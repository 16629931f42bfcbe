"""A procedure (thủ tục hành chính): term per channel, fees, checklist, agency."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Final

_CODE = re.compile(r"\d\.\d{6}(\.\d{3}\.\d{2}\.\d{2})?(\.H\d{2})?", re.ASCII)


def is_procedure_code(text: str) -> bool:
    """Tell whether `text` is a code N.NNNNNN or a local form of it (1.004946.000.00.00.H51)."""
    return _CODE.fullmatch(text) is not None


def national_code(code: str) -> str:
    """Return the part by which local forms of one procedure match: the first eight letters."""
    return code[:8]


class Channel(StrEnum):
    """How a dossier comes in (kênh thực hiện: 1 trực tiếp, 2 trực tuyến, 3 bưu chính công ích)."""

    COUNTER = "counter"
    ONLINE = "online"
    POSTAL = "postal"


class TermUnit(StrEnum):
    """In what a term is counted."""

    WORKING_DAY = "working_day"
    DAY = "day"
    HOUR = "hour"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Term:
    """A processing term. Amount 0 means on the spot; halves occur (0.5 working day)."""

    amount: Decimal
    unit: TermUnit

    @property
    def on_the_spot(self) -> bool:
        return self.amount == 0


class FeeKind(StrEnum):
    """Phí is a fee, lệ phí a charge (Law on fees and charges 97/2015/QH13)."""

    FEE = "fee"
    CHARGE = "charge"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class FeeLine:
    """One line of the fee table; amount in whole đồng."""

    kind: FeeKind
    amount: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChannelRule:
    """What holds when a dossier comes in by one channel.

    `term` is None where the publication names none (also where the unit is missing).
    `free` is None where the publication says nothing about money.
    """

    channel: Channel
    term: Term | None
    free: bool | None = None
    fees: tuple[FeeLine, ...] = ()
    cut_off: time | None = None
    note: str = ""
    unparsed_term: str = ""


@dataclass(frozen=True, slots=True)
class ChecklistLine:
    """One paper the procedure asks for."""

    name: str
    originals: int = 0
    certified_copies: int = 0
    photocopies: int = 0
    required: bool = True


class Gap(StrEnum):
    """What keeps a procedure from being used for intake."""

    NAME = "name"
    AGENCY = "agency"
    CHANNEL = "channel"
    TERM = "term"
    UNIT = "unit"
    TERM_TWICE = "term_twice"


@dataclass(frozen=True, slots=True)
class FeeExemption:
    """Who is let off: `percent` of what is owed, for a reason (`domain.reasons`)."""

    reason: str
    percent: int = 100


SERVICE_LEVELS: Final = (2, 3, 4)
"""Level of the online service: information only, a part of it, all of it (mức độ 2, 3, 4)."""


@dataclass(frozen=True, slots=True)
class Procedure:
    """A procedure as published, in the version valid from `valid_from` on.

    `published_agency` is the agency in the publication's own words, `agency_code` the centre's
    agency that was matched to it; empty means that nobody has matched it yet. `internal_workflow`
    is the decision that issued the way it takes inside the agency (quy trình nội bộ). `level` is
    where it is settled (cấp thực hiện), `service_level` that of its online service, 0 where nobody
    said. `linked` are the codes of procedures that are settled together with it (liên thông).
    """

    code: str
    name: str
    sector: str
    agency_code: str
    level: str = ""
    subjects: str = ""
    decision: str = ""
    authority: str = ""
    published_agency: str = ""
    coordinating: str = ""
    rules: tuple[ChannelRule, ...] = ()
    checklist: tuple[ChecklistLine, ...] = ()
    result: str = ""
    result_code: str = ""
    no_appointment: bool = False
    valid_from: date | None = None
    valid_to: date | None = None
    internal_workflow: str = ""
    service_level: int = 0
    exemptions: tuple[FeeExemption, ...] = ()
    linked: tuple[str, ...] = ()

    def rule(self, channel: Channel) -> ChannelRule | None:
        """Return the one rule of `channel`; None when there is none or more than one."""
        found = [rule for rule in self.rules if rule.channel == channel]
        return found[0] if len(found) == 1 else None

    def gaps(self) -> tuple[Gap, ...]:
        """Return what is missing before the counter may take in a dossier; empty when complete."""
        missing: list[Gap] = []
        if not self.name:
            missing.append(Gap.NAME)
        if not self.agency_code:
            missing.append(Gap.AGENCY)
        counter = [rule for rule in self.rules if rule.channel == Channel.COUNTER]
        if not counter:
            missing.append(Gap.CHANNEL)
        elif len(counter) > 1:
            missing.append(Gap.TERM_TWICE)
        elif counter[0].term is None and not self.no_appointment:
            missing.append(Gap.UNIT if counter[0].unparsed_term else Gap.TERM)
        return tuple(missing)

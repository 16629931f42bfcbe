"""Reason codes: why a result is late, a dossier stops, somebody pays nothing, is turned away.

The program brings codes of its own; a centre renames them, ends them and adds others, as its
setting "reasons". An act writes the words of its day beside the code, so that no later change
touches what was said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from counter_app.domain.fees import ExemptionReason
from counter_app.domain.processing import LateReason, StopReason
from counter_app.errors import CounterError
from counter_app.text import composed, folded

LONGEST_WORDS: Final = 200
OTHER: Final = "other"
_LONGEST_CODE: Final = 32


@dataclass(eq=False)
class ReasonNotOffered(CounterError):
    """the reason {words!r} is not offered on {day}"""

    words: str
    day: date


@dataclass(eq=False)
class BadReason(CounterError):
    """the reason {words!r} cannot be: it has 1 to 200 letters and no other has the same words"""

    words: str


@dataclass(eq=False)
class ReasonStays(CounterError):
    """the reason {code} stays: something has to be said where no other fits"""

    code: str


class ReasonKind(StrEnum):
    """What a reason is given for. Those of `CODED` are counted by code, the others are phrases."""

    LATE = "late"
    STOP = "stop"
    EXEMPTION = "exemption"
    REFUSAL = "refusal"
    WITHDRAWAL = "withdrawal"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Reason:
    """A code and what it says; "" where the words of the program hold. `valid_to` is its last day.

    A phrase is written as it stands, so its code is never counted.
    """

    code: str
    words: str = ""
    valid_to: date | None = None

    def holds(self, day: date) -> bool:
        """Tell whether it is offered on `day`."""
        return self.valid_to is None or day <= self.valid_to


PROGRAMS: Final[Mapping[ReasonKind, tuple[str, ...]]] = MappingProxyType(
    {
        ReasonKind.LATE: tuple(LateReason),
        ReasonKind.STOP: tuple(StopReason),
        ReasonKind.EXEMPTION: tuple(ExemptionReason),
    }
)
"""The codes that stand without a setting."""

CODED: Final = frozenset(PROGRAMS)


@dataclass(frozen=True, slots=True)
class Reasons:
    """The setting "reasons": what the centre says otherwise than the program, by kind."""

    late: tuple[Reason, ...] = ()
    stop: tuple[Reason, ...] = ()
    exemption: tuple[Reason, ...] = ()
    refusal: tuple[Reason, ...] = ()
    withdrawal: tuple[Reason, ...] = ()
    void: tuple[Reason, ...] = ()

    def own(self, kind: ReasonKind) -> tuple[Reason, ...]:
        """Return what the centre said of a kind."""
        found: tuple[Reason, ...] = getattr(self, kind.value)
        return found

    def every(self, kind: ReasonKind) -> tuple[Reason, ...]:
        """Return all reasons of a kind, ended ones too; "other" is the last."""
        own = {reason.code: reason for reason in self.own(kind)}
        standing = {code: Reason(str(code)) for code in PROGRAMS.get(kind, ())}
        whole = {**standing, **own}
        return tuple(sorted(whole.values(), key=lambda reason: reason.code == OTHER))

    def offered(self, kind: ReasonKind, day: date) -> tuple[Reason, ...]:
        """Return what may be chosen on `day`."""
        return tuple(reason for reason in self.every(kind) if reason.holds(day))

    def phrases(self, kind: ReasonKind, day: date) -> tuple[str, ...]:
        """Return the words that may be chosen on `day`."""
        return tuple(reason.words for reason in self.offered(kind, day) if reason.words)

    def words(self, kind: ReasonKind, code: str) -> str:
        """Return the centre's words for a code; "" where the program's hold."""
        return next((one.words for one in self.own(kind) if one.code == code), "")

    def chosen(self, kind: ReasonKind, code: str, day: date) -> Reason:
        """Return the reason of that code. Raises ReasonNotOffered."""
        for reason in self.offered(kind, day):
            if reason.code == code:
                return reason
        raise ReasonNotOffered(self.words(kind, code) or code, day)

    def check(self) -> None:
        """Raise BadReason or ReasonStays for what no counter could offer."""
        for kind in ReasonKind:
            said: set[str] = set()
            for reason in self.own(kind):
                _check_words(kind, reason, said)
            if not all(one.valid_to is None for one in self.own(kind) if one.code == OTHER):
                raise ReasonStays(OTHER)


def with_reason(reasons: Reasons, kind: ReasonKind, reason: Reason) -> Reasons:
    """Return the list with a reason changed, or with one more; a new one without code gets one.

    Raises:
        BadReason, ReasonStays.
    """
    own = reasons.own(kind)
    told = replace(
        reason,
        code=reason.code or _fresh_code(reason.words, [one.code for one in reasons.every(kind)]),
        words=composed(reason.words),
    )
    if any(one.code == told.code for one in own):
        changed = tuple(told if one.code == told.code else one for one in own)
    else:
        changed = (*own, told)
    by_kind = {field.name: reasons.own(ReasonKind(field.name)) for field in fields(Reasons)}
    whole = Reasons(**{**by_kind, kind.value: changed})
    whole.check()
    return whole


def _check_words(kind: ReasonKind, reason: Reason, said: set[str]) -> None:
    known = reason.code in PROGRAMS.get(kind, ())
    if not reason.code or len(reason.code) > _LONGEST_CODE or len(reason.words) > LONGEST_WORDS:
        raise BadReason(reason.words)
    if not reason.words and not known:
        raise BadReason(reason.words)
    plain = folded(reason.words)
    if plain and plain in said:
        raise BadReason(reason.words)
    said.add(plain)


def _fresh_code(words: str, taken: Sequence[str]) -> str:
    """Return a code made of the words, so that exports and reports can be read without a table."""
    stem = folded(words).replace(" ", "_")[: _LONGEST_CODE - 3].strip("_")
    if not stem:
        raise BadReason(words)
    code, count = stem, 1
    while code in taken:
        count += 1
        code = f"{stem}_{count}"
    return code

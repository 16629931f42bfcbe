"""Communes and provinces as an address ends in them, the former ones with what they are now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from counter_app.text import composed, folded

SHORTEST = 2
"""With fewer letters of a place, too many would be offered."""


@dataclass(frozen=True, slots=True)
class FormerPlace:
    """A place that was merged or renamed, and the one whose name it has now."""

    name: str
    now: str


@dataclass(frozen=True, slots=True)
class Places:
    """The setting "places" of a centre: "Phường Tân Phong, tỉnh Lai Châu" and the like."""

    names: tuple[str, ...] = ()
    former: tuple[FormerPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An address whose end was completed; `former` is the old name that was typed, if it was."""

    address: str
    former: str = ""


class PlaceChangeKind(StrEnum):
    """What another list of places does to one of them."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"
    """It has become a former place, or leads to another one."""


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """A place that two lists tell differently; `now` is what it leads to, "" for a present one."""

    kind: PlaceChangeKind
    name: str
    now: str = ""
    before: str = ""


def with_more(held: Places, more: Places) -> Places:
    """Return both lists as one; of a place that both know holds what `more` says."""
    known = {*more.names, *(one.name for one in more.former)}
    names = [name for name in held.names if name not in known]
    former = [one for one in held.former if one.name not in known]
    return Places((*names, *more.names), (*former, *more.former))


def place_changes(before: Places, after: Places) -> tuple[PlaceChange, ...]:
    """Return what differs between two lists, by name."""
    was, becomes = _by_name(before), _by_name(after)
    found = []
    for name in sorted({*was, *becomes}):
        if name not in was:
            found.append(PlaceChange(PlaceChangeKind.NEW, name, becomes[name]))
        elif name not in becomes:
            found.append(PlaceChange(PlaceChangeKind.GONE, name, was[name], was[name]))
        elif was[name] != becomes[name]:
            found.append(PlaceChange(PlaceChangeKind.CHANGED, name, becomes[name], was[name]))
    return tuple(found)


def _by_name(places: Places) -> dict[str, str]:
    """Return what each place leads to; a name that is both is a present one."""
    return {**{one.name: one.now for one in places.former}, **dict.fromkeys(places.names, "")}


class PlaceIndex:
    """Completes addresses: diacritics need not be typed, words may be begun only."""

    def __init__(self, places: Places) -> None:
        present = [(name, "") for name in places.names]
        former = [(one.name, one.now) for one in places.former]
        self._known = [(f" {folded(name)}", name, now) for name, now in (*present, *former)]

    def complete(self, typed: str, limit: int = 8) -> tuple[Suggestion, ...]:
        """Return `typed` with the place at its end completed, present places first.

        The place is what stands behind the last comma; without one, as many of the last words as
        make a place.
        """
        head, comma, tail = typed.rpartition(",")
        words = composed(tail).split()
        for start in range(len(words) if not comma else 1):
            found = self._matching(words[start:], limit)
            if found:
                kept = ", ".join(part for part in (composed(head), " ".join(words[:start])) if part)
                return tuple(_suggested(kept, name, now) for name, now in found)
        return ()

    def _matching(self, words: Sequence[str], limit: int) -> list[tuple[str, str]]:
        wanted = [f" {word}" for word in folded(" ".join(words)).split()]
        if sum(map(len, wanted)) - len(wanted) < SHORTEST:
            return []
        fitting = [
            (name, now) for text, name, now in self._known if all(word in text for word in wanted)
        ]
        return fitting[:limit]


def _suggested(head: str, name: str, now: str) -> Suggestion:
    place = now or name
    return Suggestion(f"{head}, {place}" if head else place, name if now else "")

"""Acts after the acts they saw, whatever the clocks of their machines said."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from counter_app.journal.entries import Entry


def after_what_they_saw(acts: Iterable[Entry]) -> list[Entry]:
    """Return `acts`, which stand in the order of their clocks, each behind those it is based on.

    A machine whose clock was turned back by days does not follow the clocks of others, so that one
    with a wrong year drags nobody along; its acts would then stand before what it had on the
    screen. Acts that claim to have seen each other stay in the order of their clocks.
    """
    ordered = list(acts)
    seen = {act.entry_id: _seen(act) for act in ordered if act.based_on}
    if not seen:
        return ordered
    known = {act.entry_id for act in ordered}
    placed: dict[UUID, Entry] = {}
    waiting: list[Entry] = []
    for act in ordered:
        waiting.append(act)
        while (free := _first_free(waiting, seen, known, placed)) is not None:
            waiting.remove(free)
            placed[free.entry_id] = free
    return [*placed.values(), *waiting]


def _first_free(
    waiting: list[Entry],
    seen: dict[UUID, frozenset[UUID]],
    known: set[UUID],
    placed: dict[UUID, Entry],
) -> Entry | None:
    for act in waiting:
        if all(one in placed or one not in known for one in seen.get(act.entry_id, ())):
            return act
    return None


def _seen(act: Entry) -> frozenset[UUID]:
    """Return the acts an entry is based on; what is no id is passed over."""
    return frozenset(UUID(hex=word) for word in act.based_on.split() if _is_id(word, act))


def _is_id(word: str, act: Entry) -> bool:
    digits = "0123456789abcdef"
    return len(word) == 32 and not word.strip(digits) and word != act.entry_id.hex

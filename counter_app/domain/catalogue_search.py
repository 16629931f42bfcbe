"""Finding a procedure as an officer types: by code, by words in any order, by initials."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from counter_app.domain.procedure import is_procedure_code, national_code
from counter_app.text import composed, folded

_CODE_LIKE = re.compile(r"[0-9.]+", re.ASCII)
_INTRODUCTION = "thu tuc "
"""Many official names begin with "Thủ tục", which nobody types."""


@dataclass(frozen=True, slots=True)
class ProcedureRow:
    """What an officer may type of a procedure."""

    code: str
    name: str
    sector: str
    agency_name: str


@dataclass(frozen=True, slots=True)
class _Known:
    """A row prepared for typing: folded texts have a space before each word."""

    row: ProcedureRow
    digits: str
    name: str
    short_name: str
    name_and_sector: str
    everything: str
    initials: str
    accented: str


class ProcedureIndex:
    """All procedures in memory; an answer takes about a millisecond for a whole centre."""

    def __init__(self, rows: Iterable[ProcedureRow]) -> None:
        known = (_prepared(row) for row in rows)
        # of two names that match alike, more of the shorter one has been typed
        self._known = sorted(known, key=lambda k: (len(k.short_name), k.row.code))

    def __len__(self) -> int:
        return len(self._known)

    def find(
        self, text: str, limit: int = 20, favourites: Collection[str] = ()
    ) -> list[ProcedureRow]:
        """Return the procedures that `text` may mean, the likeliest first.

        Digits are the beginning of a code. Of words each is the beginning of a word, in any order:
        names that begin so come first, then names that have them all, names of these initials, and
        last what has them in sector and agency. Diacritics are not needed; where they are typed,
        names that bear them come first. The favourites among the matches precede the others;
        without any text they come first, and all follow by code.

        Args:
            favourites: codes the seat uses most.
        """
        typed = text.strip()
        if is_procedure_code(typed.upper()):
            typed = national_code(typed)
        liked = [known for known in self._known if known.row.code in favourites]
        others = [known for known in self._known if known.row.code not in favourites]
        found: Iterable[_Known]
        if not folded(typed):
            found = [*_by_code(liked), *_by_code(others)]
        elif _CODE_LIKE.fullmatch(typed):
            found = _coded(typed, [*_by_code(liked), *_by_code(others)])
        else:
            words = _Words.of(typed)
            found = [*words.ranked(liked, limit), *words.ranked(others, limit)]
        return [known.row for known in islice(found, limit)]


def _prepared(row: ProcedureRow) -> _Known:
    name = f" {folded(row.name)}"
    short_name = f" {name.strip().removeprefix(_INTRODUCTION)}"
    name_and_sector = f"{name} {folded(row.sector)}"
    return _Known(
        row,
        digits=re.sub(r"\D", "", national_code(row.code)),
        name=name,
        short_name=short_name,
        name_and_sector=name_and_sector,
        everything=f"{name_and_sector} {folded(row.agency_name)}",
        initials="".join(word[0] for word in short_name.split()),
        accented=f" {composed(row.name).casefold()}",
    )


def _by_code(known: list[_Known]) -> list[_Known]:
    return sorted(known, key=lambda k: k.row.code)


def _coded(typed: str, known: list[_Known]) -> list[_Known]:
    digits = typed.replace(".", "")
    return [k for k in known if k.digits.startswith(digits)]


@dataclass(frozen=True, slots=True)
class _Words:
    """Typed words: folded with a space before each, together, and those that bear a mark."""

    begins: tuple[str, ...]
    whole: str
    accents: tuple[str, ...]

    @classmethod
    def of(cls, typed: str) -> _Words:
        words = folded(typed).split()
        marked = composed(typed).casefold().split()
        return cls(
            begins=tuple(f" {word}" for word in words),
            whole=f" {' '.join(words)}",
            accents=tuple(f" {word}" for word in marked if not word.isascii()),
        )

    def ranked(self, known: list[_Known], limit: int) -> list[_Known]:
        """Return at least the `limit` closest matches, the closest first."""
        found: dict[int, _Known] = {}
        for tier in self._tiers(known):
            for match in sorted(tier, key=self._unmarked) if self.accents else tier:
                found.setdefault(id(match), match)
            if len(found) >= limit:
                break
        return list(found.values())

    def _tiers(self, known: list[_Known]) -> Iterator[list[_Known]]:
        anywhere = known
        for begin in self.begins:
            anywhere = [k for k in anywhere if begin in k.everything]
        yield [k for k in anywhere if k.short_name.startswith(self.whole)]
        yield [k for k in anywhere if all(begin in k.name for begin in self.begins)]
        initials = self.whole.strip()
        if len(self.begins) == 1 and len(initials) > 1:
            yield [k for k in known if initials in k.initials]
        yield [k for k in anywhere if all(begin in k.name_and_sector for begin in self.begins)]
        yield anywhere

    def _unmarked(self, known: _Known) -> int:
        return sum(accent not in known.accented for accent in self.accents)

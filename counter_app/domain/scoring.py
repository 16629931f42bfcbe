"""The quarterly scoring of agencies: nine indices, their total, and the grade it comes to.

Nghị định 61/2018/NĐ-CP, điều 31–33. Each index has 2 points at most and goes by steps of a tenth:
an average is cut to a tenth, never rounded up. An index that the record cannot tell stays open
until an assessor gives it, and while one is open there is neither total nor grade.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from counter_app.domain.deadlines import Outcome
from counter_app.domain.register import Rating

INDICES: Final = tuple(range(1, 10))
DOSSIER_INDICES: Final = (1, 2, 3, 4, 6, 7)
"""Those that are scored for each dossier."""
OFFICER_INDICES: Final = (1, 2, 3, 4, 7)
"""Those that an officer answers for."""
MOST_POINTS: Final = 2
TIME_POINTS: Final[Mapping[Outcome, int]] = {Outcome.EARLY: 2, Outcome.ON_TIME: 1}
"""Points of a term: shorter than the rule allows 2, as long 1, longer none."""
_SPOT_PERCENT: Final = 20
_ONLINE_PROCEDURES_PERCENT: Final = 20
_ONLINE_MANY_PERCENT: Final = 30
_ONLINE_SOME_PERCENT: Final = 15


class Assessed(StrEnum):
    """Whose work is scored."""

    AGENCY = "agency"
    OFFICER = "officer"

    @property
    def indices(self) -> tuple[int, ...]:
        """The indices that make up the total."""
        return INDICES if self is Assessed.AGENCY else OFFICER_INDICES


class Mark(StrEnum):
    """Who gives points: those who are scored themselves, or the assessor."""

    SELF = "self"
    APPRAISED = "appraised"


class Grade(StrEnum):
    """What a total comes to."""

    EXCELLENT = "excellent"
    GOOD = "good"
    FAIR = "fair"
    AVERAGE = "average"
    WEAK = "weak"


_GRADES: Final = (
    (Decimal(15), Grade.EXCELLENT),
    (Decimal(12), Grade.GOOD),
    (Decimal(9), Grade.FAIR),
    (Decimal(6), Grade.AVERAGE),
)


def grade(total: Decimal) -> Grade:
    """Return the grade of a total of nine indices; each border belongs to the better grade."""
    return next((name for least, name in _GRADES if total >= least), Grade.WEAK)


def average(points: int, count: int) -> Decimal | None:
    """Return an average cut to a tenth; None of nothing."""
    return Decimal(10 * points // count) / 10 if count else None


def contact_points(contacts: int) -> int:
    """Return index 3 of a dossier: how often its owner was asked to come again."""
    return max(MOST_POINTS - contacts, 0)


def manners_points(rating: str) -> int | None:
    """Return index 7 of a dossier; None where nobody judged."""
    if rating in {Rating.SATISFIED_SERVICE, Rating.SATISFIED_ATTITUDE, Rating.VERY_SATISFIED}:
        return MOST_POINTS
    return 0 if rating in {Rating.UNSATISFIED_SKILL, Rating.UNSATISFIED_TIME} else None


def spot_points(on_the_spot: int, procedures: int) -> Decimal | None:
    """Return index 5: 2 points from a fifth of the procedures decided on the spot on.

    The rule names no points for less: the assessor gives them.
    """
    enough = procedures and 100 * on_the_spot >= _SPOT_PERCENT * procedures
    return Decimal(MOST_POINTS) if enough else None


def answer_points(asked: int, given: int) -> Decimal:
    """Return index 8: every opinion answered 2 points, nine of ten 1, fewer none."""
    if given == asked:
        return Decimal(2)
    return Decimal(1) if 10 * given >= 9 * asked else Decimal(0)


@dataclass(frozen=True, slots=True)
class Online:
    """What index 9 is made of: procedures one can begin online, and what came in that way."""

    procedures: int = 0
    online_procedures: int = 0
    dossiers: int = 0
    online_dossiers: int = 0
    late: int = 0


def online_points(told: Online) -> Decimal | None:
    """Return index 9; None where no procedure is known or nothing came in.

    2 points take a fifth of the procedures, three tenths of the dossiers and none of those late;
    1 point takes 15 % of the dossiers.
    """
    if not told.procedures or not told.dossiers:
        return None
    share = 100 * told.online_dossiers
    many = share >= _ONLINE_MANY_PERCENT * told.dossiers
    offered = 100 * told.online_procedures >= _ONLINE_PROCEDURES_PERCENT * told.procedures
    if many and offered and not told.late:
        return Decimal(2)
    return Decimal(1) if share >= _ONLINE_SOME_PERCENT * told.dossiers else Decimal(0)


def is_score(points: Decimal) -> bool:
    """Tell whether somebody may give so many points for an index."""
    return points.is_finite() and 0 <= points <= MOST_POINTS and not 10 * points % 1


@dataclass(frozen=True, slots=True)
class ScoreCard:
    """The points of each index; None where it is still open."""

    points: Mapping[int, Decimal | None]

    @property
    def missing(self) -> tuple[int, ...]:
        """The indices nobody has told."""
        return tuple(index for index, points in self.points.items() if points is None)

    @property
    def total(self) -> Decimal | None:
        """The sum of all indices; None while one is open."""
        told = [points for points in self.points.values() if points is not None]
        return sum(told, Decimal(0)) if len(told) == len(self.points) else None

    @property
    def grade(self) -> Grade | None:
        """The grade of the total; None while an index is open."""
        return None if self.total is None else grade(self.total)


def places(totals: Sequence[Decimal | None]) -> list[int | None]:
    """Return the place of each total, the highest first; equal ones share theirs."""
    return [
        None if one is None else 1 + sum(other > one for other in totals if other is not None)
        for one in totals
    ]

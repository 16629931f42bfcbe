"""How a centre counts: variants in use in Vietnam, as one value with a date of validity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, Self

from counter_app.errors import CounterError
from counter_app.records import from_record, to_record


class ResultTime(StrEnum):
    """At what time of the last day the result is promised."""

    HOUR_EXACT = "hour_exact"
    HALF_DAY = "half_day"
    END_OF_DAY = "end_of_day"


class ClosedIntake(StrEnum):
    """How a dossier counts that comes in after closing or on a day off.

    `SAME_DAY`: received on that day, which is not counted (Civil Code 91/2015/QH13, article 147
    clause 2). `NEXT_OPENING`: received when the counter opens next, as two systems in use have it.
    """

    SAME_DAY = "same_day"
    NEXT_OPENING = "next_opening"


class Comparison(StrEnum):
    """Whether early, on time and late are told by the day or by the minute."""

    BY_DATE = "by_date"
    BY_TIMESTAMP = "by_timestamp"


class PausePolicy(StrEnum):
    """What a pause does to the due moment.

    `ADD_WORKING_DAYS` moves it on by the working days of the pause (the working time, for a term
    in hours), `ADD_ELAPSED` by the calendar days and then to a working day, `START_AGAIN` counts
    the whole term from the moment the pause ends.
    """

    ADD_WORKING_DAYS = "add_working_days"
    ADD_ELAPSED = "add_elapsed"
    START_AGAIN = "start_again"


@dataclass(eq=False)
class BadDeadlineRules(CounterError):
    """the deadline rules cannot be used: {fault}"""

    fault: str


@dataclass(frozen=True, slots=True)
class DeadlineRules:
    """The variants one centre has chosen. The defaults are the Civil Code's.

    `round_up_minutes` rounds the promised minute of HOUR_EXACT up to a multiple (0: not at all).
    `hours_per_day` says how long half a day is under HOUR_EXACT. `supplement_policy` holds for
    supplements, `pause_policy` for payments and stops. An open dossier is due soon in the last
    `due_soon_hours` hours.
    """

    result_time: ResultTime = ResultTime.END_OF_DAY
    closed_intake: ClosedIntake = ClosedIntake.SAME_DAY
    calendar_days_skip_holidays: bool = False
    round_up_minutes: int = 0
    hours_per_day: int = 8
    comparison: Comparison = Comparison.BY_DATE
    supplement_policy: PausePolicy = PausePolicy.START_AGAIN
    pause_policy: PausePolicy = PausePolicy.ADD_WORKING_DAYS
    due_soon_hours: int = 24

    def to_record(self) -> dict[str, Any]:
        """Return every field as JSON-able data.

        Defaults are written out: they may change with the program, a rule once in force may not.
        """
        return {field.name: to_record(getattr(self, field.name)) for field in fields(self)}

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Self:
        """Return the rules a record describes. Raises BadDeadlineRules."""
        try:
            rules = from_record(cls, record)
            usable = (
                0 <= rules.round_up_minutes <= 60
                and 1 <= rules.hours_per_day <= 24
                and rules.due_soon_hours >= 0
                and isinstance(rules.calendar_days_skip_holidays, bool)
            )
        except (KeyError, ValueError, TypeError) as error:
            raise BadDeadlineRules(str(error)) from error
        if not usable:
            raise BadDeadlineRules(str(rules.to_record()))
        return rules

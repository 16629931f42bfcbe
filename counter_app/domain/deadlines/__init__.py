"""The deadline engine: terms, pauses, extensions, and how they come out. Pure."""

from counter_app.domain.deadlines.counting import CountedDay, DayReason, Due
from counter_app.domain.deadlines.outcomes import Outcome, Standing, open_standing, outcome
from counter_app.domain.deadlines.pauses import (
    Appointment,
    Extension,
    ExtensionNotLater,
    Pause,
    PauseEndsEarly,
    appointment,
    resumed,
)
from counter_app.domain.deadlines.rules import (
    BadDeadlineRules,
    ClosedIntake,
    Comparison,
    DeadlineRules,
    PausePolicy,
    ResultTime,
)
from counter_app.domain.deadlines.terms import TermNotCountable, due

__all__ = [
    "Appointment",
    "BadDeadlineRules",
    "ClosedIntake",
    "Comparison",
    "CountedDay",
    "DayReason",
    "DeadlineRules",
    "Due",
    "Extension",
    "ExtensionNotLater",
    "Outcome",
    "Pause",
    "PauseEndsEarly",
    "PausePolicy",
    "ResultTime",
    "Standing",
    "TermNotCountable",
    "appointment",
    "due",
    "open_standing",
    "outcome",
    "resumed",
]

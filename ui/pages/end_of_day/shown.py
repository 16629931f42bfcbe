"""All that the closing of a day shows, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from counter_app.closing import Standing, Step
from counter_app.domain.closing import Against, Reason, Weight
from counter_app.store.day_sheets import SheetRow
from counter_app.store.hand_over_lists import BatchRow
from ui.notice import Notice


class Busy(StrEnum):
    """The work that runs, for which there is a bar and Cancel."""

    NOTHING = ""
    CLOSE = "close"
    PRINTS = "prints"
    COUNT = "count"
    PAPER = "paper"


class Second(StrEnum):
    """What a second person is asked to agree with."""

    NOTHING = ""
    COUNT = "count"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class ListLine:
    """A hand-over list of the day with the name of its agency, "" for several."""

    row: BatchRow
    agency_name: str


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A closing sheet with the name of who made it."""

    row: SheetRow
    officer_name: str


@dataclass(frozen=True, slots=True)
class ClosingShown:
    """How far the day is, what was typed, and what runs.

    `notes`, `reason` and `explained` are what was typed; `chosen` is the reason pointed at.
    `off_line` is why the centre cannot be reached, "" while it can or nobody has tried.
    """

    day: date
    today: date
    now_ms: int = 0
    standing: Standing | None = None
    lists: tuple[ListLine, ...] = ()
    sheets: tuple[SheetLine, ...] = ()
    approval: bool = False
    unclosed: date | None = None
    notes: Mapping[int, int] = field(default_factory=dict)
    reason: str = ""
    explained: Mapping[Against, str] = field(default_factory=dict)
    chosen: Against | None = None
    counting: bool = False
    second: Second = Second.NOTHING
    busy: Busy = Busy.NOTHING
    off_line: str = ""
    notice: Notice | None = None

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Everything that stands against closing; nothing once the final sheet is made."""
        if self.standing is None or self.standing.sheet is not None:
            return ()
        return self.standing.reasons

    @property
    def left(self) -> tuple[Reason, ...]:
        """What has to be mended or explained before the final sheet."""
        return tuple(one for one in self.reasons if not self.is_settled(one))

    @property
    def next(self) -> Step | None:
        """The first step that is open; None when the day is closed or nothing is known yet."""
        return None if self.standing is None else self.standing.next

    @property
    def is_closed(self) -> bool:
        """Whether every step left its trace."""
        return self.standing is not None and self.standing.next is None

    @property
    def chosen_reason(self) -> Reason | None:
        """The reason pointed at."""
        return next((one for one in self.reasons if one.against is self.chosen), None)

    def is_settled(self, reason: Reason) -> bool:
        """Tell whether a reason stands no longer in the way of the final sheet."""
        if reason.weight is Weight.EXPLAIN:
            return bool(self.explained.get(reason.against, "").strip())
        return reason.weight is Weight.KNOW

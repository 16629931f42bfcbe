"""The calendar of a year: changed day by day, looked at, then published."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counter_app.clock import Clock, local_day
from counter_app.domain.calendar import CalendarEnds, WorkCalendar
from counter_app.domain.calendar_changes import (
    DayKind,
    kind_of,
    periods_from,
    with_holiday,
    with_hours,
    with_make_up,
    with_year,
    without,
)
from counter_app.errors import CounterError
from ui.errors import describe
from ui.notice import Kind, Notice
from ui.pages.administration.moved import LookedAt, moved_notice
from ui.pages.administration.reach import Reach
from ui.pages.administration.year_grid import Day

if TYPE_CHECKING:
    from counter_app.centre.calendar import Proposal
    from counter_app.centre.office import Office

_MONDAY_TO_FRIDAY = tuple(range(5))
_SATURDAY = 5


@dataclass(frozen=True)
class Shown(LookedAt):
    """All that the calendar shows."""

    year: int
    day: date
    name: str = ""
    calendar: WorkCalendar | None = None
    days: Mapping[date, Day] = field(default_factory=dict)


class CalendarViewModel(QObject):
    """Changes a copy of the centre's calendar; nothing holds before it was looked at."""

    changed = Signal()
    published = Signal()

    def __init__(self, reach: Reach, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reach, self._clock = reach, clock
        self._published: WorkCalendar | None = None
        self.shown = Shown(self.today.year, self.today)

    @property
    def today(self) -> date:
        """The day it is here."""
        return local_day(self._clock.now_ms())

    def refresh(self) -> None:
        """Read the calendar, unless something here is not published yet."""
        if not self.shown.changed:
            self._reach.run(self, self._read, self._take, self._failed)

    def point(self, day: date) -> None:
        """Point at a day; its year is shown."""
        name = self._name(day)
        self._draw(replace(self.shown, day=day, year=day.year, name=name))

    def go_to_year(self, step: int) -> None:
        """Show the year before or after."""
        year = self.shown.year + step
        day = self.shown.day
        last = 28 if (day.month, day.day) == (2, 29) else day.day
        self.point(date(year, day.month, last))

    def set_name(self, name: str) -> None:
        """Name the day as citizens will read it."""
        self._show(replace(self.shown, name=name))

    def make_holiday(self) -> None:
        """Take the day off."""
        day, name = self.shown.day, self.shown.name.strip() or self.tr("Day off")
        self._change(lambda held: with_holiday(held, day, name))

    def make_up(self) -> None:
        """Work on the day in the place of another."""
        day, name = self.shown.day, self.shown.name.strip() or self.tr("Worked in exchange")
        self._change(lambda held: with_make_up(held, day, name))

    def make_plain(self) -> None:
        """Let the day be as its weekday."""
        day = self.shown.day
        self._change(lambda held: without(held, day))

    def set_hours(self, week: str, saturday: str) -> None:
        """Give Monday to Friday, and Saturdays, other opening hours; "" is closed."""

        def change(held: WorkCalendar) -> WorkCalendar:
            worked = with_hours(held, _MONDAY_TO_FRIDAY, periods_from(week))
            return with_hours(worked, (_SATURDAY,), periods_from(saturday))

        self._change(change)

    def import_year(self) -> None:
        """Take over the official holidays of the year that is shown."""
        year = self.shown.year

        def change(held: WorkCalendar) -> WorkCalendar:
            from counter_app.centre.calendar import official_year

            return with_year(held, year, *official_year(year))

        self._change(change)

    def discard(self) -> None:
        """Forget what is not published."""
        if self._published is not None:
            self._draw(
                replace(self.shown, calendar=self._published, changed=False, seen=None, notice=None)
            )

    def look(self) -> None:
        """Ask the centre which open dossiers would be due at another moment."""
        wanted, today = self.shown.calendar, self.today
        if wanted is None or self.shown.busy:
            return

        def work(office: Office) -> Proposal:
            from counter_app.centre.calendar import propose

            return office.ask(propose, today, lambda _held: wanted)

        self._show(replace(self.shown, busy=True, notice=None))
        self._reach.run(self, work, self._looked, self._failed)

    def publish(self) -> None:
        """Let the calendar hold from today on; no printed date is moved."""
        seen = self.shown.seen
        if seen is None or not self.shown.can_publish:
            return

        def work(office: Office) -> None:
            from counter_app.centre import calendar

            office.act(calendar.publish, seen)

        self._show(replace(self.shown, busy=True, notice=None))
        self._reach.run(self, work, lambda _: self._done(len(seen.moved)), self._failed)

    def close_notice(self) -> None:
        """The officer has read it."""
        self._show(replace(self.shown, notice=None))

    def _read(self, office: Office) -> WorkCalendar:
        from counter_app.centre.calendar import standing

        return office.ask(standing, self.today)

    def _take(self, held: WorkCalendar) -> None:
        self._published = held
        self._draw(replace(self.shown, calendar=held, changed=False, seen=None))

    def _looked(self, seen: Proposal) -> None:
        self._show(replace(self.shown, busy=False, seen=seen, notice=moved_notice(seen)))

    def _done(self, moved: int) -> None:
        words = self.tr("The calendar is published. No printed date was moved.")
        notice = Notice(Kind.WARN if moved else Kind.GOOD, words)
        self._published = self.shown.calendar
        self._draw(replace(self.shown, busy=False, changed=False, seen=None, notice=notice))
        self.published.emit()

    def _change(self, change: Callable[[WorkCalendar], WorkCalendar]) -> None:
        held = self.shown.calendar
        if held is None or self.shown.busy:
            return
        try:
            after = change(held)
        except CounterError as error:
            self._show(replace(self.shown, notice=Notice(Kind.BAD, describe(error))))
            return
        changed = after != self._published
        self._draw(replace(self.shown, calendar=after, changed=changed, seen=None, notice=None))

    def _draw(self, shown: Shown) -> None:
        calendar, published = shown.calendar, self._published
        if calendar is None or published is None:
            self._show(shown)
            return
        first = date(shown.year, 1, 1)
        every = (first + timedelta(days=passed) for passed in range(366))
        days = {
            day: told
            for day in every
            if day.year == shown.year and (told := _day(calendar, published, day)) is not None
        }
        self._show(replace(shown, days=days))

    def _name(self, day: date) -> str:
        held = self.shown.calendar
        return "" if held is None else held.holidays.get(day) or held.make_up_days.get(day, "")

    def _failed(self, error: CounterError) -> None:
        notice = Notice(Kind.BAD, describe(error))
        self._show(replace(self.shown, busy=False, seen=None, notice=notice))

    def _show(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()


def _day(calendar: WorkCalendar, published: WorkCalendar, day: date) -> Day | None:
    kind = _kind(calendar, day)
    if kind is None:
        return None
    name = calendar.holidays.get(day) or calendar.make_up_days.get(day, "")
    former = published.holidays.get(day) or published.make_up_days.get(day, "")
    return Day(kind, name, kind is not _kind(published, day) or name != former)


def _kind(calendar: WorkCalendar, day: date) -> DayKind | None:
    try:
        return kind_of(calendar, day)
    except CalendarEnds:
        return None

"""Opening hours and closures, of the centre or of one agency: typed, looked at, then published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from counter_app.clock import Clock, local_day
from counter_app.domain.calendar import (
    WorkCalendar,
    calendar_from_record,
    calendar_of_agency,
    calendar_to_record,
)
from counter_app.domain.calendar_changes import (
    BadHours,
    closed,
    hours_text,
    part_of_agency,
    periods_from,
    with_holiday,
    with_week,
    without,
)
from counter_app.errors import CounterError
from ui.errors import describe
from ui.notice import Kind, Notice
from ui.pages.administration.moved import LookedAt, moved_notice
from ui.pages.administration.reach import Reach
from ui.widgets.dates import parse_day, shown_day

if TYPE_CHECKING:
    from counter_app.centre.calendar import Proposal
    from counter_app.centre.office import Office

WEEK = range(7)
CENTRE = ""
"""The target that is no agency."""


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day on which the target is closed; `fresh` where that is not published yet."""

    day: date
    name: str
    fresh: bool


@dataclass(frozen=True)
class Read:
    """What the centre holds on a day: its own calendar, what an agency has otherwise, the names."""

    agencies: Mapping[str, str]
    centres: WorkCalendar
    own: Mapping[str, Any]


@dataclass(frozen=True)
class Shown(LookedAt):
    """All that the part shows."""

    target: str = CENTRE
    agencies: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, object] = field(default_factory=dict)
    faults: Mapping[str, str] = field(default_factory=dict)
    days_off: tuple[DayOff, ...] = ()
    read: bool = False


class HoursViewModel(QObject):
    """Changes a copy of what holds; nothing is published before it was looked at."""

    changed = Signal()
    published = Signal()

    def __init__(self, reach: Reach, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reach, self._clock = reach, clock
        self._read: Read | None = None
        self._closures: dict[date, str] = {}
        self.shown = Shown(values={"valid_from": shown_day(self.today)})

    @property
    def today(self) -> date:
        """The day it is here."""
        return local_day(self._clock.now_ms())

    def refresh(self) -> None:
        """Read what holds, unless something here is not published yet."""
        if self.shown.changed:
            return
        target, day = self.shown.target, self._day("valid_from") or self.today

        def work(office: Office) -> Read:
            from counter_app.centre import calendar
            from counter_app.store.reference import agencies_on

            centres = office.ask(calendar.standing, day)
            own = office.ask(calendar.agency_part, day, target) if target else {}
            return Read(office.ask(agencies_on, day), centres, own)

        self._reach.run(self, work, self._take, self._failed)

    def choose(self, target: str) -> None:
        """Show an agency, or the centre; what was not published is forgotten."""
        if target != self.shown.target and not self.shown.busy:
            values = {"valid_from": self.shown.values["valid_from"]}
            self._show(Shown(target, self.shown.agencies, values))
            self.refresh()

    def edit(self, name: str, value: object) -> None:
        """Take what was typed; only hours and days change what is published."""
        values = {**self.shown.values, name: value}
        faults = {key: said for key, said in self.shown.faults.items() if key != name}
        shown = replace(self.shown, values=values, faults=faults)
        if name in {"first", "last", "name"}:
            self._show(shown)
        elif name == "valid_from":
            self._show(replace(shown, seen=None))
            if self._day(name):
                self.refresh()
        else:
            self._show(replace(shown, changed=True, seen=None, notice=None))

    def close_days(self) -> None:
        """Add the typed closure to the days off."""
        calendar = self._calendar()
        first, last = self._day("first"), self._day("last")
        last = first if not self._text("last") else last
        name = self._text("name")
        need = self.tr("A day, such as 01/02/2027.")
        if self._fault(
            first="" if first else need,
            last="" if last else need,
            name="" if name else self.tr("Fill this in."),
        ):
            return
        if calendar is None or first is None or last is None:
            return
        try:
            after = closed(calendar, first, last, name)
        except CounterError as error:
            self._fault(first=describe(error))
            return
        fresh = after.holidays.keys() - calendar.holidays.keys()
        if not fresh:
            self._fault(first=self.tr("No working day lies there."))
            return
        self._closures.update(dict.fromkeys(fresh, name))
        values = {**self.shown.values, "first": "", "last": "", "name": ""}
        self._changed(replace(self.shown, values=values))

    def open_day(self, place: int) -> None:
        """Take a day off back."""
        if 0 <= place < len(self.shown.days_off) and not self.shown.busy:
            self._closures.pop(self.shown.days_off[place].day, None)
            self._changed(self.shown)

    def as_centre(self) -> None:
        """Let the agency have the hours of the centre."""
        if self._read is not None and self.shown.target:
            hours = _week_values(self._read.centres)
            self._changed(replace(self.shown, values={**self.shown.values, **hours}))

    def discard(self) -> None:
        """Forget what is not published."""
        self._show(replace(self.shown, changed=False, seen=None, notice=None, faults={}))
        if self._read is not None:
            self._take(self._read)

    def look(self) -> None:
        """Ask the centre which open dossiers would be due at another moment."""
        day, read = self._day("valid_from"), self._read
        early = day is None or day < self.today
        if self._fault(valid_from=self.tr("Today at the earliest.") if early else ""):
            return
        wanted = self._calendar()
        if wanted is None or day is None or read is None or self.shown.busy:
            return
        target, closures = self.shown.target, dict(self._closures)

        def work(office: Office) -> Proposal:
            from counter_app.centre import calendar

            if not target:
                return office.ask(calendar.propose, day, lambda _held: wanted)
            own = part_of_agency(read.centres, wanted, closures)
            return office.ask(calendar.propose_for_agency, day, target, own)

        self._show(replace(self.shown, busy=True, notice=None))
        self._reach.run(self, work, self._looked, self._failed)

    def publish(self) -> None:
        """Let it hold from its day on; no printed date is moved."""
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

    def _take(self, read: Read) -> None:
        self._read = read
        calendar = self._held(read)
        self._closures = dict(self._own_days_off(read))
        values = {**self.shown.values, **_week_values(calendar)}
        self._show(
            replace(
                self.shown,
                agencies=read.agencies,
                values=values,
                read=True,
                changed=False,
                seen=None,
                days_off=self._days_off(),
            )
        )

    def _held(self, read: Read) -> WorkCalendar:
        record = calendar_to_record(read.centres)
        return calendar_from_record(calendar_of_agency(record, read.own))

    def _own_days_off(self, read: Read) -> Mapping[date, str]:
        """Return the days that can be taken back here: for an agency, only its own."""
        if not self.shown.target:
            return read.centres.holidays
        told = read.own.get("closures", {})
        return {date.fromisoformat(day): name for day, name in told.items()}

    def _days_off(self) -> tuple[DayOff, ...]:
        if self._read is None:
            return ()
        published = self._own_days_off(self._read)
        first = self.today - timedelta(days=1)
        return tuple(
            DayOff(day, name, published.get(day) != name)
            for day, name in sorted(self._closures.items())
            if day > first
        )

    def _calendar(self) -> WorkCalendar | None:
        """Return the calendar as it would be; None, with faults shown, where it cannot be."""
        read = self._read
        if read is None:
            return None
        hours, wrong = [], {}
        for weekday in WEEK:
            try:
                hours.append(periods_from(self._text(f"hours{weekday}")))
            except BadHours as error:
                wrong[f"hours{weekday}"] = describe(error)
        counted = [day for day in WEEK if self.shown.values.get(f"counted{day}")]
        if self._fault(**wrong):
            return None
        try:
            calendar = self._with_days(with_week(self._held(read), hours, counted), read)
        except CounterError as error:
            self._show(replace(self.shown, notice=Notice(Kind.BAD, describe(error))))
            return None
        return calendar

    def _with_days(self, calendar: WorkCalendar, read: Read) -> WorkCalendar:
        published = self._own_days_off(read)
        for day in published.keys() - self._closures.keys():
            calendar = without(calendar, day)
        for day in self._closures.keys() - published.keys():
            calendar = with_holiday(calendar, day, self._closures[day])
        return calendar

    def _changed(self, shown: Shown) -> None:
        days_off = self._days_off()
        self._show(replace(shown, days_off=days_off, changed=True, seen=None, notice=None))

    def _looked(self, seen: Proposal) -> None:
        self._show(replace(self.shown, busy=False, seen=seen, notice=moved_notice(seen)))

    def _done(self, moved: int) -> None:
        words = self.tr("Opening hours and closures are published. No printed date was moved.")
        notice = Notice(Kind.WARN if moved else Kind.GOOD, words)
        self._show(replace(self.shown, busy=False, changed=False, seen=None, notice=notice))
        self.published.emit()
        self.refresh()

    def _text(self, name: str) -> str:
        return str(self.shown.values.get(name) or "").strip()

    def _day(self, name: str) -> date | None:
        return parse_day(self._text(name), self.today.year)

    def _fault(self, **faults: str) -> bool:
        wrong = {name: words for name, words in faults.items() if words}
        self._show(replace(self.shown, faults=wrong))
        return bool(wrong)

    def _failed(self, error: CounterError) -> None:
        notice = Notice(Kind.BAD, describe(error))
        self._show(replace(self.shown, busy=False, seen=None, notice=notice))

    def _show(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()


def _week_values(calendar: WorkCalendar) -> dict[str, object]:
    hours = {f"hours{day}": hours_text(calendar.hours.weekdays[day]) for day in WEEK}
    return {**hours, **{f"counted{day}": day in calendar.working_weekdays for day in WEEK}}

"""Communes and provinces, present and former: searched, and replaced from a file after a look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from counter_app.clock import Clock, local_day
from counter_app.domain.places import (
    PlaceChange,
    PlaceChangeKind,
    Places,
    place_changes,
    with_more,
)
from counter_app.errors import CounterError
from counter_app.text import folded
from ui.errors import describe
from ui.notice import Kind, Notice
from ui.pages.administration.reach import Reach
from ui.widgets.dates import parse_day, shown_day

if TYPE_CHECKING:
    from counter_app.centre.office import Office

MOST: Final = 1_000
"""No list is read further than that; one searches."""


class Which(StrEnum):
    """Which places are listed."""

    PRESENT = "present"
    FORMER = "former"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place; `now` is what a former one leads to, `kind` what a file would do to it."""

    name: str
    now: str = ""
    kind: PlaceChangeKind | None = None
    before: str = ""


@dataclass(frozen=True)
class Shown:
    """All that the part shows; `coming` is what a file holds, None while none was opened."""

    day: str
    which: Which = Which.PRESENT
    typed: str = ""
    lines: tuple[PlaceLine, ...] = ()
    found: int = 0
    present: int = 0
    former: int = 0
    coming: Places | None = None
    file: str = ""
    provinces: tuple[str, ...] = ()
    """Whose communes can be taken whole; none where the list of the country is not installed."""
    counts: tuple[tuple[PlaceChangeKind, int], ...] = ()
    read: bool = False
    busy: bool = False
    notice: Notice | None = None

    @property
    def can_publish(self) -> bool:
        """Whether there is something to publish that was looked at."""
        return bool(self.counts) and not self.busy


class PlacesViewModel(QObject):
    """Shows the list that holds; a file is looked at before it takes its place."""

    changed = Signal()
    published = Signal()

    def __init__(self, reach: Reach, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reach, self._clock = reach, clock
        self._places = Places()
        self._changes: tuple[PlaceChange, ...] = ()
        self.shown = Shown(shown_day(self.today))

    @property
    def today(self) -> date:
        """The day it is here."""
        return local_day(self._clock.now_ms())

    def refresh(self) -> None:
        """Read the list that holds today."""
        today = self.today

        def work(office: Office) -> tuple[Places, tuple[str, ...]]:
            from counter_app.store.reference import settings

            return office.ask(settings, today).places(), _provinces()

        self._reach.run(self, work, lambda found: self._take(*found), self._failed)

    def choose(self, which: Which) -> None:
        """List others."""
        self._draw(replace(self.shown, which=which))

    def search(self, typed: str) -> None:
        """List what has these words; diacritics need not be typed."""
        self._draw(replace(self.shown, typed=typed))

    def set_day(self, text: str) -> None:
        """Let what is published hold from this day on."""
        self._show(replace(self.shown, day=text))

    def open_file(self, path: Path) -> None:
        """Read a file and show what it would change."""

        def work(_office: Office) -> Places:
            from counter_app.exchange.places import read_places

            return read_places(path)

        self._look_at(path.name, work)

    def add_province(self, province: str) -> None:
        """Show what all communes of a province, present and former, would change."""
        held = self._places

        def work(_office: Office) -> Places:
            from counter_app.exchange.country import country_places

            return with_more(held, country_places([province]))

        self._look_at(province, work)

    def write_file(self, path: Path) -> None:
        """Write the list that holds, as a start for another one."""
        places = self._places

        def work(_office: Office) -> None:
            from counter_app.exchange.places import write_places

            write_places(path, places)

        words = self.tr("Written to {name}.").format(name=path.name)
        said = Notice(Kind.GOOD, words)
        self._reach.run(
            self, work, lambda _: self._show(replace(self.shown, notice=said)), self._failed
        )

    def publish(self) -> None:
        """Let the list of the file hold from the day on."""
        coming, day = self.shown.coming, parse_day(self.shown.day, self.today.year)
        if coming is None or not self.shown.can_publish:
            return
        if day is None or day < self.today:
            words = self.tr("Say from which day on it holds: today at the earliest.")
            self._show(replace(self.shown, notice=Notice(Kind.WARN, words)))
            return

        def work(office: Office) -> None:
            from counter_app.centre import settings
            from counter_app.records import to_record

            office.act(settings.change, "places", to_record(coming), day)

        self._show(replace(self.shown, busy=True, notice=None))
        self._reach.run(self, work, lambda _: self._done(day), self._failed)

    def discard(self) -> None:
        """Publish nothing of the file."""
        self._changes = ()
        which = Which.PRESENT if self.shown.which is Which.CHANGES else self.shown.which
        self._draw(replace(self.shown, coming=None, counts=(), file="", which=which, notice=None))

    def close_notice(self) -> None:
        """The officer has read it."""
        self._show(replace(self.shown, notice=None))

    def _look_at(self, name: str, work: Callable[[Office], Places]) -> None:
        if not self.shown.busy:
            self._show(replace(self.shown, busy=True, notice=None, file=name))
            self._reach.run(self, work, self._take_coming, self._failed)

    def _take(self, places: Places, provinces: tuple[str, ...]) -> None:
        self._places = places
        if self.shown.coming is not None:
            self._changes = place_changes(places, self.shown.coming)
        self._draw(
            replace(
                self.shown,
                read=True,
                present=len(places.names),
                former=len(places.former),
                provinces=provinces,
            )
        )

    def _take_coming(self, coming: Places) -> None:
        self._changes = place_changes(self._places, coming)
        counts = tuple(
            (kind, count)
            for kind in PlaceChangeKind
            if (count := sum(one.kind is kind for one in self._changes))
        )
        notice = None if counts else Notice(Kind.INFO, self.tr("Nothing would change."))
        self._draw(
            replace(
                self.shown,
                coming=coming,
                counts=counts,
                which=Which.CHANGES if counts else self.shown.which,
                typed="",
                busy=False,
                notice=notice,
            )
        )

    def _done(self, day: date) -> None:
        words = self.tr("The places are published; they hold from {day} on.")
        self.discard()
        notice = Notice(Kind.GOOD, words.format(day=shown_day(day)))
        self._show(replace(self.shown, busy=False, notice=notice))
        self.published.emit()
        self.refresh()

    def _draw(self, shown: Shown) -> None:
        words = folded(shown.typed).split()
        found = [
            line
            for line in self._listed(shown.which)
            if all(word in folded(f"{line.name} {line.now}") for word in words)
        ]
        self._show(replace(shown, lines=tuple(found[:MOST]), found=len(found)))

    def _listed(self, which: Which) -> Iterator[PlaceLine]:
        match which:
            case Which.PRESENT:
                yield from (PlaceLine(name) for name in self._places.names)
            case Which.FORMER:
                yield from (PlaceLine(one.name, one.now) for one in self._places.former)
            case Which.CHANGES:
                for one in self._changes:
                    yield PlaceLine(one.name, one.now, one.kind, one.before)

    def _failed(self, error: CounterError) -> None:
        notice = Notice(Kind.BAD, describe(error))
        self._show(replace(self.shown, busy=False, notice=notice))

    def _show(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()


def _provinces() -> tuple[str, ...]:
    from counter_app.exchange.country import NoCountryList, provinces

    try:
        return provinces()
    except NoCountryList:
        return ()

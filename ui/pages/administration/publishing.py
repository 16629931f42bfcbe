"""The catalogue as it is published: a file or one procedure, looked at first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counter_app.clock import Clock, local_day
from counter_app.domain.catalogue_changes import CataloguePreview, ChangeKind
from counter_app.domain.procedure import Gap, Procedure
from counter_app.domain.reasons import ReasonKind
from counter_app.errors import CounterError
from ui.errors import describe
from ui.notice import Kind, Notice
from ui.pages.administration import procedure_form
from ui.pages.administration.procedure_form import Surroundings
from ui.pages.administration.reach import Reach
from ui.reason_words import reason_choices
from ui.widgets.dates import parse_day, shown_day

if TYPE_CHECKING:
    from counter_app.centre.office import Office
    from counter_app.store.catalogue import News
    from counter_app.store.engine import Session

_MONTH = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Line:
    """A procedure that changes, or has changed; `day` is empty for what is not published yet."""

    kind: ChangeKind
    code: str
    name: str
    parts: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    day: date | None = None


@dataclass(frozen=True)
class Shown:
    """All that the part shows. Without `seen`, `lines` are the news of the last month."""

    day: str
    path: Path | None = None
    lines: tuple[Line, ...] = ()
    seen: CataloguePreview | None = None
    pauses: Mapping[str, str] | None = None
    """What pauses would do to the procedure in the form; None where that does not change."""
    unread: tuple[str, ...] = ()
    wanted: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    faults: Mapping[str, str] = field(default_factory=dict)
    around: Surroundings = field(default_factory=Surroundings)
    versions: tuple[date, ...] = ()
    """From which days on the procedure in the form has versions, the newest first."""
    busy: bool = False
    notice: Notice | None = None

    @property
    def can_publish(self) -> bool:
        """Whether there is something to publish that was looked at."""
        there = self.seen is not None and bool(self.seen.changes or self.pauses is not None)
        return there and not self.busy


@dataclass(frozen=True, slots=True)
class Opened:
    """A procedure as it holds on a day, and what the centre holds around it."""

    procedure: Procedure | None
    around: Surroundings
    versions: tuple[date, ...]


def _opened(session: Session, code: str, day: date) -> Opened:
    from counter_app.centre.catalogue import pauses_of
    from counter_app.store import catalogue, reference

    reasons = reference.settings(session, day).reasons()
    exemptions = {
        str(key): words for key, words in reason_choices(reasons, ReasonKind.EXEMPTION, day)
    }
    return Opened(
        catalogue.procedure(session, code, day),
        Surroundings(
            reference.agencies_on(session, day), exemptions, pauses_of(session, code, day)
        ),
        tuple(dict.fromkeys(row.valid_from for row in catalogue.versions(session, code))),
    )


class PublishingViewModel(QObject):
    """Reads a file, shows what it would change, publishes; edits one procedure the same way."""

    changed = Signal()
    published = Signal()

    def __init__(self, reach: Reach, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reach, self._clock = reach, clock
        self._former: Procedure | None = None
        self.shown = Shown(shown_day(self.today))

    @property
    def today(self) -> date:
        """The day it is here."""
        return local_day(self._clock.now_ms())

    def refresh(self) -> None:
        """Read what is new since a month, unless something waits to be published."""
        if self.shown.seen is None:
            today = self.today

            def work(office: Office) -> list[News]:
                from counter_app.store.catalogue import news

                return office.ask(news, today - _MONTH, today + _MONTH)

            self._reach.run(self, work, self._take_news, self._failed)

    def set_day(self, text: str) -> None:
        """Let what is published hold from this day on."""
        self._show(replace(self.shown, day=text, seen=None, pauses=None, lines=()))

    def set_wanted(self, text: str) -> None:
        """Take the code of the procedure to be changed."""
        self._show(replace(self.shown, wanted=text))

    def open_file(self, path: Path) -> None:
        """Read a catalogue and look at what it would change."""
        day = self._day()
        if day is None or self.shown.busy:
            return

        def work(office: Office) -> tuple[CataloguePreview, tuple[str, ...]]:
            from counter_app.centre.catalogue import propose
            from counter_app.exchange.catalogue import agencies_by_name, read_catalogue
            from counter_app.store.reference import agencies_on

            known = office.ask(agencies_on, day)
            names = agencies_by_name([(name, code) for code, name in known.items()])
            file = read_catalogue(path, names)
            seen = office.ask(propose, file.procedures, day)
            return seen, tuple(map(str, file.lost()))

        self._show(replace(self.shown, path=path, pauses=None, busy=True, notice=None))
        self._reach.run(self, work, self._take_file, self._failed)

    def find(self) -> None:
        """Show the wanted procedure in the form."""
        code, day = self.shown.wanted.strip(), self._day()
        if not code or day is None:
            return

        def work(office: Office) -> Opened:
            return office.ask(_opened, code, day)

        self._reach.run(self, work, self._take_procedure, self._failed)

    def edit(self, name: str, value: object) -> None:
        """Take what was typed into the form; what was looked at before is seen no more."""
        values = {**self.shown.values, name: value}
        faults = {key: fault for key, fault in self.shown.faults.items() if key != name}
        shown = replace(self.shown, values=values, faults=faults)
        if shown.seen is not None and shown.path is None:
            shown = replace(shown, seen=None, pauses=None, lines=(), notice=None)
        self._show(shown)

    def leave(self, name: str) -> None:
        """Check a field that was typed in, as one goes on from it."""
        faults = procedure_form.faults_of(self.shown.values, self.shown.around)
        if self.text(name) and name in faults and name not in self.shown.faults:
            faults = {**self.shown.faults, name: faults[name]}
            self._show(replace(self.shown, faults=faults))

    def text(self, name: str) -> str:
        """Return what stands in a field of the form."""
        value = self.shown.values.get(name)
        return "" if value is None else str(value).strip()

    def look(self) -> None:
        """Look at what the procedure in the form would change."""
        around = self.shown.around
        faults, day = procedure_form.faults_of(self.shown.values, around), self._day()
        self._show(replace(self.shown, faults=faults))
        if faults or day is None or self.shown.busy:
            return
        wanted = procedure_form.with_values(self._former, self.shown.values, around)
        pauses = procedure_form.pauses_from(self.shown.values)

        def work(office: Office) -> tuple[CataloguePreview, tuple[str, ...]]:
            from counter_app.centre.catalogue import propose

            seen = office.ask(propose, [wanted], day, typed=True, replace_complete=True)
            return replace(seen, missing=()), ()

        differ = None if pauses == dict(around.pauses) else pauses
        self._show(replace(self.shown, path=None, busy=True, notice=None, pauses=differ))
        self._reach.run(self, work, self._take_file, self._failed)

    def publish(self) -> None:
        """Publish what was looked at."""
        seen = self.shown.seen
        if seen is None or not self.shown.can_publish:
            return

        code, pauses = self.text("code"), self.shown.pauses

        def work(office: Office) -> int:
            from counter_app.centre import catalogue

            if pauses is None:
                return office.act(catalogue.publish, seen)
            return office.act(catalogue.publish_typed, seen, code, pauses)

        self._show(replace(self.shown, busy=True, notice=None))
        self._reach.run(self, work, self._done, self._failed)

    def discard(self) -> None:
        """Publish nothing of what was looked at."""
        self._show(
            replace(self.shown, seen=None, pauses=None, lines=(), path=None, unread=(), notice=None)
        )
        self.refresh()

    def close_notice(self) -> None:
        """The officer has read it."""
        self._show(replace(self.shown, notice=None))

    def _day(self) -> date | None:
        day = parse_day(self.shown.day, self.today.year)
        if day is None:
            words = self.tr("Say from which day on it holds.")
            self._show(replace(self.shown, notice=Notice(Kind.WARN, words)))
        return day

    def _take_news(self, rows: list[News]) -> None:
        lines = [
            Line(row.kind, row.code, row.name, row.parts, (), row.valid_from)
            for row in reversed(rows)
        ]
        self._show(replace(self.shown, lines=tuple(lines)))

    def _take_file(self, read: tuple[CataloguePreview, tuple[str, ...]]) -> None:
        seen, unread = read
        lines = tuple(
            Line(one.kind, one.code, one.name, one.parts, one.gaps) for one in seen.changes
        )
        notice = None
        if not lines and self.shown.pauses is None:
            notice = Notice(Kind.INFO, self.tr("Nothing would change."))
        elif self.shown.pauses is not None:
            words = self.tr("What pauses do to the due date would change.")
            notice = Notice(Kind.INFO, words)
        self._show(
            replace(self.shown, seen=seen, lines=lines, unread=unread, busy=False, notice=notice)
        )

    def _take_procedure(self, opened: Opened) -> None:
        found = self._former = opened.procedure
        around = opened.around
        self._show(replace(self.shown, around=around, versions=opened.versions, pauses=None))
        if found is None:
            words = self.tr("No procedure {code} is in force: what you fill in will be a new one.")
            code = self.shown.wanted.strip()
            notice = Notice(Kind.INFO, words.format(code=code))
            values: Mapping[str, object] = procedure_form.blank_values(code)
            self._show(replace(self.shown, values=values, faults={}, notice=notice))
        else:
            values = procedure_form.values_of(found, around)
            self._show(replace(self.shown, values=values, faults={}, notice=None))

    def _done(self, count: int) -> None:
        words = self.tr(
            "%n procedure(s) published. Dossiers already taken in keep their rules.", "", count
        )
        notice = Notice(Kind.GOOD, words)
        self._show(
            replace(
                self.shown,
                seen=None,
                pauses=None,
                lines=(),
                path=None,
                unread=(),
                busy=False,
                notice=notice,
            )
        )
        self.published.emit()
        self.refresh()
        if self.text("code"):
            self._show(replace(self.shown, wanted=self.text("code")))
            self.find()
            self._show(replace(self.shown, notice=notice))

    def _failed(self, error: CounterError) -> None:
        notice = Notice(Kind.BAD, describe(error))
        self._show(replace(self.shown, busy=False, seen=None, notice=notice))

    def _show(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()

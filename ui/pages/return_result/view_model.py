"""What the page of results shows: who came, what is here for them, and how it went out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.clock import local_day
from counter_app.desk import Desk
from counter_app.domain.identity import looks_like_card, parse_card_qr
from counter_app.domain.processing import Relation
from counter_app.errors import CounterError
from counter_app.store.dossiers import DossierRow
from counter_app.usecases.acts import DossierChanged
from counter_app.usecases.returns import AuthorisationMissing, CollectorMissing, WaybillMissing
from ui.errors import describe
from ui.notice import Kind, Notice
from ui.pages.return_result import questions
from ui.pages.return_result.collector import (
    NO_COLLECTOR,
    Collector,
    as_relation,
    first_collector,
    scanned,
)
from ui.pages.return_result.questions import Listed, Opened
from ui.pages.return_result.words import Help, Verdict, verdict
from ui.tasks import Lane, Task, Tasks

PrintSlip = Callable[[UUID], None]
"""Draws the receipt of a returned result and prints it; runs off the GUI thread."""

_MINUTE_MS = 60_000
_FIELD_OF: Mapping[type[CounterError], str] = {
    CollectorMissing: "name",
    AuthorisationMissing: "authorisation",
    WaybillMissing: "waybill",
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A line of the list. `days` is how long its result waits; None for one without."""

    row: DossierRow
    agency_name: str
    days: int | None


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the page shows; `listed` is None until the file has answered."""

    typed: str = ""
    listed: str | None = None
    """What the lines were looked for with; "" for the results that wait."""
    lines: tuple[Waiting, ...] = ()
    cut: bool = False
    opened: Opened | None = None
    collector: Collector = NO_COLLECTOR
    verdict: Verdict | None = None
    faults: Mapping[str, str] = field(default_factory=dict)
    notice: Notice | None = None
    busy: bool = False

    @property
    def can_act(self) -> bool:
        """Whether F9 does something."""
        return self.verdict is not None and self.verdict.allowed and not self.busy

    @property
    def relations(self) -> tuple[Relation, ...]:
        """Who may come for the opened dossier, in the order of the keys."""
        if self.opened is None:
            return ()
        known = tuple(one.relation for one in self.opened.collecting.may_collect)
        return (*known, Relation.AUTHORISED, Relation.STAFF)


class ReturnViewModel(QObject):
    """One citizen after the other."""

    changed = Signal()
    opened = Signal()
    """Another dossier is on show."""
    returned = Signal(UUID)
    """A result went out."""
    help_wanted = Signal(str, object)
    """(page key, subject): the act that helps is on another page."""

    def __init__(
        self, desk: Desk, tasks: Tasks, print_slip: PrintSlip, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.shown = Shown()
        self._desk, self._tasks, self._print = desk, tasks, print_slip
        self._question: Task[Listed] | None = None
        self._opening: Task[Opened] | None = None
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self.refresh)
        self._minute.start()

    def refresh(self) -> None:
        """Read the list again."""
        if self._question is not None:
            self._question.abandon()
        typed = "" if questions.is_number(self.shown.typed) else self.shown.typed.strip()
        self._question = self._tasks.start(
            self, lambda _: questions.listed(self._desk, typed), self._listed, self._failed
        )

    def set_typed(self, text: str) -> None:
        """Look for what is typed; a whole number waits for Enter."""
        self._show(replace(self.shown, typed=text))
        self.refresh()

    def take_typed(self) -> bool:
        """Open what is typed: a whole number, or the only line found. Tell whether it was one."""
        shown = self.shown
        if questions.is_number(shown.typed):
            self.scan(shown.typed)
            return True
        if shown.typed.strip() and shown.listed == shown.typed.strip() and len(shown.lines) == 1:
            self.open(shown.lines[0].row.subject)
            return True
        return False

    def scan(self, text: str) -> None:
        """Take a scan: a receipt opens its dossier, a card names who came."""
        if not looks_like_card(text):
            self._open(lambda: questions.of_number(self._desk, text))
        elif self.shown.opened is None:
            self._find_card(text)
        else:
            self._take_card(text, self.shown.opened)

    def open(self, subject: UUID) -> None:
        """Show a dossier."""
        self._open(lambda: questions.opened(self._desk, subject))

    def look_again(self) -> None:
        """Show the opened dossier as it stands now, and keep what was typed and what is said."""
        opened = self.shown.opened
        if opened is None or self.shown.busy:
            return
        subject = opened.row.subject
        if self._opening is not None:
            self._opening.abandon()
        self._opening = self._tasks.start(
            self, lambda _: questions.opened(self._desk, subject), self._seen_again, self._failed
        )

    def close(self) -> None:
        """Show no dossier: the next citizen."""
        if self._opening is not None:
            self._opening.abandon()
        shown = self.shown
        self._show(Shown(listed=shown.listed, lines=shown.lines, cut=shown.cut))
        self.refresh()

    def choose_relation(self, relation: Relation) -> None:
        """The owner came, or the submitter, or somebody with an authorisation."""
        opened = self.shown.opened
        if opened is not None and relation in self.shown.relations:
            collector = as_relation(self.shown.collector, opened.collecting, relation)
            self._show(replace(self.shown, collector=collector, faults={}))

    def edit(self, name: str, value: object) -> None:
        """Take what was typed or chosen in a field of `Collector`."""
        collector = self.shown.collector.typed(name, value)
        faults = {place: said for place, said in self.shown.faults.items() if place != name}
        shown = replace(self.shown, collector=collector, faults=faults)
        if shown.opened is not None:
            told = verdict(shown.opened, collector.way, collector.paid_elsewhere)
            shown = replace(shown, verdict=told)
        self._show(shown)

    def act(self) -> None:
        """Return the result and print its receipt."""
        shown, opened, desk = self.shown, self.shown.opened, self._desk
        if opened is None or not shown.can_act:
            return
        collection, paid = shown.collector.collection(), shown.collector.paid_elsewhere
        self._show(replace(shown, busy=True, notice=None, faults={}))
        self._tasks.start(
            self,
            lambda _: questions.hand_out(desk, opened, collection, paid),
            self._handed_out,
            self._refused,
        )

    def help(self) -> None:
        """Do what the verdict offers."""
        shown = self.shown
        if shown.opened is None or shown.verdict is None:
            return
        subject = shown.opened.row.subject
        match shown.verdict.help:
            case Help.HAND_OVER:
                self.help_wanted.emit("hand_over", subject)
            case Help.OPEN:
                self.help_wanted.emit("dossiers", subject)
            case Help.COLLECT:
                self.help_wanted.emit("fees", subject)
            case Help.PRINT:
                words = self.tr("The receipt was handed to the printer.")
                self._print_slip(subject, words)
            case Help.NOTHING:
                pass

    def close_notice(self) -> None:
        """The officer has read it."""
        self._show(replace(self.shown, notice=None))

    def _find_card(self, text: str) -> None:
        try:
            card = parse_card_qr(text)
        except CounterError as error:
            self._failed(error)
            return
        self.set_typed(card.number)

    def _take_card(self, text: str, opened: Opened) -> None:
        try:
            collector = scanned(self.shown.collector, opened.collecting, text)
        except CounterError as error:
            self._failed(error)
            return
        notice = None
        if collector.authorised:
            words = self.tr("{name} is neither owner nor submitter: name the authorisation.")
            notice = Notice(Kind.WARN, words.format(name=collector.party.name))
        self._show(replace(self.shown, collector=collector, notice=notice, faults={}))

    def _open(self, ask: Callable[[], Opened]) -> None:
        if self.shown.busy:
            return
        if self._opening is not None:
            self._opening.abandon()
        self._opening = self._tasks.start(self, lambda _: ask(), self._opened, self._unknown)

    def _opened(self, opened: Opened) -> None:
        collector = first_collector(opened.collecting)
        self._show(
            replace(
                self.shown,
                typed="",
                opened=opened,
                collector=collector,
                verdict=verdict(opened, collector.way),
                faults={},
                notice=None,
            )
        )
        self.opened.emit()
        if self.shown.listed:
            self.refresh()

    def _handed_out(self, opened: Opened) -> None:
        row = opened.row
        name = opened.slip.collector.name if opened.slip else row.owner_name
        words = self.tr("Result of {number} returned to {name}.").format(
            number=row.number, name=name
        )
        shown = self.shown
        self._show(
            Shown(
                listed=shown.listed,
                lines=shown.lines,
                cut=shown.cut,
                notice=Notice(Kind.GOOD, words),
            )
        )
        self.refresh()
        self.returned.emit(row.subject)
        self._print_slip(row.subject, words)

    def _print_slip(self, subject: UUID, words: str) -> None:
        self._tasks.start(
            self,
            lambda _: self._print(subject),
            lambda _: self._show(replace(self.shown, notice=Notice(Kind.GOOD, words))),
            lambda error: self._not_printed(words, error),
            lane=Lane.PAPER,
        )

    def _not_printed(self, words: str, error: CounterError) -> None:
        said = self.tr("Its receipt was not printed: {why}").format(why=describe(error))
        self._show(replace(self.shown, notice=Notice(Kind.WARN, f"{words} {said}")))

    def _refused(self, error: CounterError) -> None:
        place = _FIELD_OF.get(type(error), "")
        faults = {place: describe(error)} if place else {}
        notice = None if place else Notice(Kind.BAD, describe(error))
        self._show(replace(self.shown, busy=False, faults=faults, notice=notice))
        if isinstance(error, DossierChanged):
            self.look_again()

    def _seen_again(self, opened: Opened) -> None:
        collector = self.shown.collector
        told = verdict(opened, collector.way, collector.paid_elsewhere)
        self._show(replace(self.shown, opened=opened, verdict=told))

    def _listed(self, found: Listed) -> None:
        today = local_day(self._desk.clock.now_ms())
        lines = tuple(
            Waiting(
                row,
                found.agencies.get(row.agency_code, row.agency_code),
                _days(row, today.toordinal()),
            )
            for row in found.rows[: found.most]
        )
        self._show(replace(self.shown, listed=found.typed, lines=lines, cut=found.cut))

    def _unknown(self, error: CounterError) -> None:
        self._show(replace(self.shown, opened=None, verdict=None))
        self._failed(error)

    def _failed(self, error: CounterError) -> None:
        notice = Notice(Kind.BAD, describe(error))
        self._show(replace(self.shown, busy=False, notice=notice))

    def _show(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()


def _days(row: DossierRow, today: int) -> int | None:
    waits = row.resolved_at is not None and row.returned_at is None
    return today - local_day(row.resolved_at).toordinal() if waits and row.resolved_at else None

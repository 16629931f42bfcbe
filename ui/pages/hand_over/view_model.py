"""What the hand-over page shows, what is ticked on it, and the lists it makes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.clock import local_day
from counter_app.desk import Desk
from counter_app.errors import CounterError
from counter_app.store.dossiers import DossierRow
from counter_app.usecases import hand_overs
from counter_app.usecases.acts import BackdatingUnexplained, NotYet, TooEarly
from counter_app.usecases.batches import Batch, BatchRefused, NothingChosen
from ui.errors import describe
from ui.notice import Kind, Notice
from ui.pages.hand_over import questions
from ui.pages.hand_over.questions import HandedOver, Waiting, Way
from ui.pages.hand_over.shown import (
    Arrived,
    Asking,
    Line,
    Shown,
    counted,
    list_lines,
    matching,
    told,
)
from ui.tasks import Lane, Task, Tasks

PrintList = Callable[[UUID], None]
"""Draws a hand-over list and hands it to the printer; runs off the GUI thread."""

_MINUTE_MS = 60_000


class HandOverViewModel(QObject):
    """Two ways, one of them shown. Ticks stay through filters, refreshes and turns of the way."""

    changed = Signal()
    acted = Signal()
    """An act was added to the journal."""

    def __init__(
        self, desk: Desk, tasks: Tasks, print_list: PrintList, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.shown = Shown()
        self._desk, self._tasks, self._print = desk, tasks, print_list
        self._all: tuple[Line, ...] = ()
        self._ticked: dict[Way, dict[UUID, None]] = {way: {} for way in Way}
        self._scanned: dict[Way, dict[UUID, None]] = {way: {} for way in Way}
        self._refused: dict[UUID, str] = {}
        self._question: Task[Waiting] | None = None
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self.refresh)
        self._minute.start()

    @property
    def today(self) -> date:
        """The day at this counter."""
        return local_day(self._desk.clock.now_ms())

    def refresh(self) -> None:
        """Read again what waits."""
        if self._question is not None:
            self._question.abandon()
        way, today, scanned = self.shown.way, self.today, tuple(self._scanned[self.shown.way])
        self._question = self._tasks.start(
            self,
            lambda _: questions.waiting(self._desk, way, today, scanned),
            lambda waiting: self._answer(way, waiting),
            self._failed,
        )

    def turn(self, way: Way) -> None:
        """Show the other way."""
        if way is not self.shown.way:
            self._all, self._refused = (), {}
            self._show(Shown(way, arrived=self.shown.arrived, busy=self.shown.busy))
            self.refresh()

    def set_typed(self, text: str) -> None:
        """Narrow the list to what is typed."""
        self._show(replace(self.shown, typed=text))
        self._tell()

    def choose_agency(self, agency_code: object) -> None:
        """List the dossiers of one agency; "" lists all."""
        self._show(replace(self.shown, agency_code=str(agency_code)))
        self._tell()

    def take_typed(self) -> bool:
        """Tick what is typed: a whole number, or the only line left. Tell whether it was one."""
        if questions.is_number(self.shown.typed):
            self.scan(self.shown.typed)
        elif self.shown.typed.strip() and len(self.shown.lines) == 1:
            self._tick(self.shown.lines[0].row, True)
        else:
            return False
        self.set_typed("")
        return True

    def scan(self, text: str) -> None:
        """Tick the dossier whose paper was scanned; say so where it cannot go along."""
        way = self.shown.way
        self._tasks.start(
            self,
            lambda _: questions.by_number(self._desk, text),
            lambda row: self._found(way, row),
            self._failed,
        )

    def show_dossier(self, item: UUID) -> None:
        """Turn to the way this dossier goes next, and tick it."""
        self._tasks.start(
            self,
            lambda _: questions.by_subject(self._desk, item),
            lambda row: self._found(questions.way_of(row), row),
            self._failed,
        )

    def toggle(self, subject: UUID) -> None:
        """Tick a line, or take its tick away."""
        row = self._row(subject)
        if row is not None:
            self._tick(row, subject not in self._ticked[self.shown.way])

    def tick_all(self) -> None:
        """Tick all lines listed now; when all are ticked, none of them."""
        ticks = self._ticked[self.shown.way]
        listed = [line.row.subject for line in self.shown.lines]
        if all(subject in ticks for subject in listed):
            for subject in listed:
                del ticks[subject]
        else:
            ticks.update(dict.fromkeys(listed))
        self._tell()

    def set_arrived(self, arrived: Arrived) -> None:
        """Take what is typed about results."""
        self._show(replace(self.shown, arrived=arrived, faults={}))

    def act(self) -> None:
        """Hand over or take in all that is ticked, and print the lists of what went out."""
        shown, chosen = self.shown, self._chosen()
        if shown.busy:
            return
        if not chosen:
            self._show(replace(shown, notice=Notice(Kind.WARN, describe(NothingChosen()))))
            return
        if shown.way is Way.OUT:
            self._work(Way.OUT, lambda: questions.hand_over(self._desk, chosen))
            return
        when = shown.arrived.when(self._desk.clock.now_ms())
        if when is None:
            self._show(replace(shown, faults={"time": self.tr("Not a day and time.")}))
            return
        place = shown.arrived.place
        self._work(Way.BACK, lambda: questions.take_in(self._desk, chosen, when, place))

    def choose_list(self, batch: UUID | None) -> None:
        """Stand on a list that was made."""
        self._show(replace(self.shown, chosen_list=batch, asking=Asking.NOTHING))

    def print_again(self) -> None:
        """Print the chosen list once more."""
        line = self.shown.list_line
        if line is not None:
            self._print_lists([(line.row.batch, line.row.number)], "")

    def ask_for(self, asking: Asking) -> None:
        """Ask who signs for the chosen list, or why it is taken back."""
        if self.shown.open_list or asking is Asking.NOTHING:
            self._show(replace(self.shown, asking=asking))

    def answer(self, text: str) -> None:
        """Note who signed, or take the chosen list back for this reason."""
        line, asking, desk = self.shown.list_line, self.shown.asking, self._desk
        if line is None or self.shown.busy:
            return
        batch, number = line.row.batch, line.row.number
        if asking is Asking.RECEIVER:
            work = partial(hand_overs.accept, desk, batch, text)
            words = self.tr("The agency signed for list {number}.")
        elif asking is Asking.REASON:
            work = partial(hand_overs.take_back, desk, batch, text)
            words = self.tr("List {number} was taken back; its dossiers are at the counter again.")
        else:
            return
        self._show(replace(self.shown, busy=True))
        done = Notice(Kind.GOOD, words.format(number=number))
        self._tasks.start(self, lambda _: work(), lambda _: self._done(done), self._failed)

    def close_notice(self) -> None:
        """The officer has read it."""
        self._show(replace(self.shown, notice=None))

    def _work(self, way: Way, work: Callable[[], HandedOver]) -> None:
        self._refused = {}
        self._show(replace(self.shown, busy=True, notice=None, faults={}))
        self._tasks.start(self, lambda _: work(), partial(self._finished, way), self._failed)

    def _finished(self, way: Way, done: HandedOver) -> None:
        """Print what went this way; by now the officer may look at the other one."""
        for batch in done.batches:
            self._drop(way, batch.subjects)
        self._tell()
        if done.batches:
            self._done(Notice(Kind.GOOD, self._done_words(way, done.batches)))
            if way is Way.OUT:
                lists = [(batch.id, batch.number) for batch in done.batches]
                self._print_lists(lists, self._done_words(way, done.batches))
            else:
                self._show(replace(self.shown, arrived=Arrived(self.shown.arrived.place)))
        if done.error is not None:
            self._failed(done.error)

    def _done_words(self, way: Way, batches: Iterable[Batch]) -> str:
        made = tuple(batches)
        count = sum(len(batch.subjects) for batch in made)
        numbers = ", ".join(batch.number for batch in made)
        if way is Way.OUT:
            words = self.tr("%n dossier(s) handed over: list {numbers}.", "", count)
        else:
            words = self.tr("%n result(s) taken in: list {numbers}.", "", count)
        return words.format(numbers=numbers)

    def _print_lists(self, lists: list[tuple[UUID, str]], before: str) -> None:
        batches = [batch for batch, _ in lists]
        numbers = ", ".join(number for _, number in lists)

        def work(_progress: object) -> None:
            for batch in batches:
                self._print(batch)

        printed = self.tr("Handed to the printer: list {number}.").format(number=numbers)
        self._tasks.start(
            self,
            work,
            lambda _: self._say(Kind.GOOD, before or printed),
            lambda error: self._say(Kind.WARN, f"{before} {describe(error)}".strip()),
            lane=Lane.PAPER,
        )

    def _say(self, kind: Kind, words: str) -> None:
        self._show(replace(self.shown, notice=Notice(kind, words)))

    def _done(self, notice: Notice) -> None:
        self._show(replace(self.shown, busy=False, asking=Asking.NOTHING, notice=notice))
        self.refresh()
        self.acted.emit()

    def _answer(self, way: Way, waiting: Waiting) -> None:
        now = self._desk.clock.now_ms()
        self._all = tuple(told(row, now, waiting.agencies) for row in waiting.rows)
        there = {line.row.subject for line in self._all}
        for kept in (self._ticked[way], self._scanned[way]):
            for subject in [one for one in kept if one not in there]:
                del kept[subject]
        lists = list_lines(waiting.lists, now, waiting.agencies)
        chosen = self.shown.chosen_list
        if chosen not in {line.row.batch for line in lists}:
            chosen = lists[0].row.batch if lists else None
        self._show(
            replace(self.shown, ready=True, cut=waiting.cut, lists=lists, chosen_list=chosen)
        )
        self._tell()

    def _found(self, way: Way, row: DossierRow) -> None:
        if way is not self.shown.way:
            self.turn(way)
        if way is Way.BACK and questions.lies_here(row):
            words = self.tr("The result of dossier {number} is here already: {place}.")
            place = row.shelf_place or self.tr("no shelf named")
            self._say(Kind.INFO, words.format(number=row.number, place=place))
            return
        try:
            questions.check(row, way)
        except CounterError as error:
            self._say(Kind.BAD, f"{row.number} · {row.owner_name}: {describe(error)}")
            return
        self._show(replace(self.shown, notice=None, agency_code="", typed=""))
        self._tick(row, True)

    def _tick(self, row: DossierRow, ticked: bool) -> None:
        ticks = self._ticked[self.shown.way]
        if ticked:
            ticks[row.subject] = None
        else:
            ticks.pop(row.subject, None)
            self._refused.pop(row.subject, None)
        if self._row(row.subject) is None:  # beyond the list, or known by its scan alone
            self._scanned[self.shown.way][row.subject] = None
            self.refresh()
        self._show(replace(self.shown, pointed=row.subject if ticked else None))
        self._tell()

    def _row(self, subject: UUID) -> DossierRow | None:
        return next((one.row for one in self._all if one.row.subject == subject), None)

    def _chosen(self) -> list[DossierRow]:
        ticks = self._ticked[self.shown.way]
        rows = {line.row.subject: line.row for line in self._all}
        return [rows[subject] for subject in ticks if subject in rows]

    def _drop(self, way: Way, subjects: Iterable[UUID]) -> None:
        for subject in subjects:
            self._ticked[way].pop(subject, None)
            self._scanned[way].pop(subject, None)

    def _tell(self) -> None:
        """Put ticks, faults and filters into what is shown."""
        ticks = self._ticked[self.shown.way]
        lines = tuple(
            replace(
                line,
                ticked=line.row.subject in ticks,
                fault=self._refused.get(line.row.subject, ""),
            )
            for line in self._all
        )
        listed = matching(lines, self.shown.agency_code, self.shown.typed)
        if questions.is_number(self.shown.typed):  # Enter ticks it; the list stays
            listed = matching(lines, self.shown.agency_code, "")
        self._show(replace(self.shown, lines=listed, agencies=counted(lines)))

    def _failed(self, error: CounterError) -> None:
        words, faults = describe(error), {}
        if isinstance(error, BatchRefused):
            self._refused = {one.subject: describe(one.error) for one in error.refused}
            kinds = {type(one.error) for one in error.refused}
            one = describe(error.refused[0].error)
            if kinds == {BackdatingUnexplained}:
                words, faults = one, {"because": one}
            elif kinds <= {NotYet, TooEarly}:
                words, faults = one, {"time": one}
        notice = Notice(Kind.BAD, words)
        self._show(replace(self.shown, busy=False, notice=notice, faults=faults))
        self._tell()

    def _show(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()

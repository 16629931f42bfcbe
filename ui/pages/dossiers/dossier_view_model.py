"""What the page of one dossier shows, and the papers it can print again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.desk import Desk
from counter_app.domain.roles import Duty, may
from counter_app.errors import CounterError
from counter_app.progress import Progress
from counter_app.store.dossiers import DossierRow
from counter_app.store.notices import NoticeRow
from counter_app.store.stories import Story
from counter_app.usecases.audit import exported, revealed
from counter_app.usecases.printing import Form, PaperSize, PrintJob
from ui.dossier_words import form_words
from ui.due_words import DueWords, dossier_due_words
from ui.errors import describe
from ui.notice import Kind, Notice
from ui.pages.dossiers import questions
from ui.pages.dossiers.act_view_model import ActViewModel
from ui.pages.dossiers.acts import Deed
from ui.pages.dossiers.correcting import CorrectionModel
from ui.pages.dossiers.done_words import done_words
from ui.pages.dossiers.opinions import Opinions
from ui.pages.dossiers.printable import Printable, paper_of, printable_of
from ui.pages.dossiers.questions import Opened
from ui.sheets import Done
from ui.tasks import Lane, Task, Tasks
from ui.widgets.preview import PageImage

PrintDocument = Callable[[UUID, Form, PaperSize, UUID | None], None]
"""Draws a paper of a dossier, of letters that of an act or else the latest, and hands it to its
printer; runs off the GUI thread."""
DrawDocument = Callable[[UUID, Form, PaperSize, UUID | None, int], Sequence[PageImage]]
"""Draws such a paper in a width of device pixels; runs off the GUI thread."""
ExportDocument = Callable[[UUID, Form, PaperSize, UUID | None, Path], None]
"""Writes such a paper as a PDF file; runs off the GUI thread."""


@dataclass(frozen=True, slots=True)
class ShownDossier:
    """All that the page of a dossier shows; `story` is None until the file has answered."""

    subject: UUID | None = None
    story: Story | None = None
    prints: tuple[PrintJob, ...] = ()
    notices: tuple[NoticeRow, ...] = ()
    opinions: Opinions = field(default_factory=Opinions)
    due: DueWords | None = None
    now_ms: int = 0
    unmasked: bool = False
    looked_at: Printable | None = None
    """The paper that is shown in place of the facts."""
    working: str = ""
    """What is being done just now, in words; "" for nothing."""
    notice: Notice | None = None

    @property
    def number(self) -> str:
        """The dossier's number, "" while nothing is open."""
        return self.story.row.number if self.story else ""

    @property
    def at_centre(self) -> bool:
        """Whether every act on it has arrived at the centre."""
        return self.story is not None and all(step.at_centre for step in self.story.steps)

    @property
    def papers(self) -> tuple[Printable, ...]:
        """What can be printed of this dossier now."""
        return printable_of(self.story)

    @property
    def can_print(self) -> bool:
        """Whether a paper can be asked for: one at a time, pressing twice prints once."""
        return self.story is not None and not self.working


class DossierViewModel(QObject):
    """One dossier."""

    changed = Signal()
    printed = Signal()
    """A paper was handed over: an act was added to the journal."""
    acted = Signal()
    """Something was done to the dossier."""

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        print_document: PrintDocument,
        export_document: ExportDocument,
        draw_document: DrawDocument | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.shown = ShownDossier()
        self._desk, self._tasks = desk, tasks
        self._print, self._export = print_document, export_document
        self._draw = draw_document
        self._question: Task[Opened] | None = None
        self._seen: Opened | None = None
        self.acts = ActViewModel(desk, tasks, self)
        self.correcting = CorrectionModel(desk, tasks, self.acts, self)
        self.acts.done.connect(self._acted)
        self.acts.look_again.connect(self.refresh)
        self.acts.begun.connect(self.look_away)
        self.acts.failed.connect(self._failed)
        self._minute = QTimer(self, interval=60_000)
        self._minute.timeout.connect(self._retell)
        self._minute.start()

    @property
    def tasks(self) -> Tasks:
        """Who draws what is looked at."""
        return self._tasks

    @property
    def may_collect(self) -> bool:
        """Whether who sits here takes money."""
        return may(self._desk.acting.roles, Duty.COLLECT)

    def open(self, subject: UUID) -> None:
        """Show the dossier; what was shown before goes at once."""
        if subject != self.shown.subject:
            self.acts.show(None)
            self._show(ShownDossier(subject, now_ms=self._desk.clock.now_ms()))
        self.refresh()

    def refresh(self) -> None:
        """Read the dossier again: something came in, or a printer reported."""
        subject = self.shown.subject
        if subject is None:
            return
        if self._question is not None:
            self._question.abandon()
        self._question = self._tasks.start(
            self, lambda _: questions.opened(self._desk, subject), self._opened, self._failed
        )

    def close(self) -> None:
        """Show no dossier."""
        if self._question is not None:
            self._question.abandon()
        self.acts.show(None)
        self._show(ShownDossier())

    def print_again(self, form: Form, paper: PaperSize, act: UUID | None = None) -> None:
        """Print a paper; a second press while it is on its way does nothing.

        Args:
            act: the act whose letter is printed; None for the latest.
        """
        subject = self.shown.subject
        if subject is None or not self.shown.can_print:
            return
        number = self.shown.number
        words = self.tr("Printing: {paper}").format(paper=form_words(form))
        self._show(replace(self.shown, working=words, notice=None))
        self._tasks.start(
            self,
            lambda _: self._print(subject, form, paper, act),
            lambda _: self._printed(subject, form),
            lambda error: self._missed(subject, number, Notice(Kind.BAD, describe(error))),
            lane=Lane.PAPER,
        )

    def export(self, one: Printable, path: Path) -> None:
        """Write a paper as a PDF file."""
        subject = self.shown.subject
        if subject is None or not self.shown.can_print:
            return
        self._show(replace(self.shown, working=self.tr("Writing the PDF"), notice=None))
        written = Notice(Kind.GOOD, self.tr("The PDF was written to {file}.").format(file=path))
        number = self.shown.number
        detail = f"{number} {one.form.value} {one.letter}".rstrip()

        def work(_: Progress) -> None:
            exported(self._desk, detail)
            self._export(subject, one.form, one.paper, one.act, path)

        self._tasks.start(
            self,
            work,
            lambda _: self._end(subject, written),
            lambda error: self._missed(subject, number, Notice(Kind.BAD, describe(error))),
            lane=Lane.PAPER,
        )

    def look_at(self, one: Printable) -> None:
        """Show a paper as it prints."""
        if self.shown.story is not None and self._draw is not None:
            self.acts.close()  # what was typed there waits
            self._show(replace(self.shown, looked_at=one, notice=None))

    def look_away(self) -> None:
        """Show the facts again."""
        self._show(replace(self.shown, looked_at=None))

    def drawer(self) -> Callable[[int], Sequence[PageImage]] | None:
        """Return what draws the paper that is looked at, in a width of device pixels."""
        subject, looked_at, draw = self.shown.subject, self.shown.looked_at, self._draw
        if subject is None or looked_at is None or draw is None:
            return None

        def drawn(width: int) -> Sequence[PageImage]:
            revealed(self._desk, subject)  # papers show identity numbers in full
            return draw(subject, looked_at.form, looked_at.paper, looked_at.act, width)

        return drawn

    def not_drawn(self, error: CounterError) -> None:
        """Say why there is no paper to look at."""
        self._show(replace(self.shown, looked_at=None, notice=Notice(Kind.BAD, describe(error))))

    def number_copied(self) -> None:
        """Say that the number is in the clipboard."""
        words = self.tr("{number} was copied.").format(number=self.shown.number)
        self._show(replace(self.shown, notice=Notice(Kind.INFO, words)))

    def unmask(self, unmasked: bool) -> None:
        """Show identity numbers in full, which is noted first, or masked again."""
        subject = self.shown.subject
        if not unmasked or subject is None:
            self._show(replace(self.shown, unmasked=False))
            return
        self._tasks.start(
            self,
            lambda _: revealed(self._desk, subject),
            lambda _: self._unmask(subject),
            self._failed,
        )

    def close_notice(self) -> None:
        """The officer has read it."""
        self._show(replace(self.shown, notice=None))

    def _unmask(self, subject: UUID) -> None:
        if subject == self.shown.subject:
            self._show(replace(self.shown, unmasked=True))

    def _acted(self, row: DossierRow, deed: Deed, done: Done) -> None:
        subject, words = row.subject, done_words(deed, done)
        self.acted.emit()
        self._end(subject, Notice(Kind.GOOD, words))
        if done.form is None:
            return
        form, paper = done.form, paper_of(done.form)
        if subject == self.shown.subject:
            self._show(replace(self.shown, working=words))
        self._tasks.start(
            self,
            lambda _: self._print(subject, form, paper, None),
            lambda _: self._letter_printed(subject, words, form),
            lambda error: self._not_printed(row, words, error),
            lane=Lane.PAPER,
        )

    def _letter_printed(self, subject: UUID, words: str, form: Form) -> None:
        said = self.tr("Handed to the printer: {paper}.").format(paper=form_words(form))
        self._end(subject, Notice(Kind.GOOD, f"{words} {said}"))
        self.printed.emit()

    def _not_printed(self, row: DossierRow, words: str, error: CounterError) -> None:
        said = self.tr("It was not printed: {why}").format(why=describe(error))
        self._missed(row.subject, row.number, Notice(Kind.WARN, f"{words} {said}"))

    def _opened(self, opened: Opened) -> None:
        now = self._desk.clock.now_ms()
        self._seen = opened
        self.acts.show(opened)
        row = opened.story.row
        self._show(
            replace(
                self.shown,
                story=opened.story,
                prints=opened.prints,
                notices=opened.notices,
                opinions=Opinions(opened.opinions, opened.officers),
                now_ms=now,
                due=dossier_due_words(row.state, now, row.due_at),
            )
        )

    def _retell(self) -> None:
        if self.shown.story is not None and self._seen is not None:
            self._opened(self._seen)

    def _printed(self, subject: UUID, form: Form) -> None:
        words = self.tr("Handed to the printer: {paper}.").format(paper=form_words(form))
        self._end(subject, Notice(Kind.GOOD, words))
        self.printed.emit()

    def _end(self, subject: UUID, notice: Notice) -> None:
        if subject == self.shown.subject:  # the officer may have gone on to another dossier
            self._show(replace(self.shown, working="", notice=notice))
            self.refresh()

    def _missed(self, subject: UUID, number: str, notice: Notice) -> None:
        """Tell that a paper is missing, with its number where another dossier is on show now."""
        if subject == self.shown.subject:
            self._end(subject, notice)
        else:
            told = replace(notice, text=f"{number}: {notice.text}")
            self._show(replace(self.shown, notice=told))

    def _failed(self, error: CounterError) -> None:
        self._show(replace(self.shown, notice=Notice(Kind.BAD, describe(error))))

    def _show(self, shown: ShownDossier) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()

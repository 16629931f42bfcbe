"""Pieces of a dossier's page: its papers, why it is due, and its history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter_app.devices.printers import JobState
from counter_app.domain.deadlines import CountedDay
from counter_app.domain.dossier import Paper
from counter_app.store.stories import Step, StepStanding
from counter_app.usecases.printing import PrintJob, letter_act
from ui import icons
from ui.day_words import grouped
from ui.dossier_words import act_words, form_words, paper_words
from ui.moments import full_moment
from ui.notice import Kind
from ui.pages.dossiers.opinions import OpinionLine, Opinions
from ui.pages.dossiers.printable import Printable, letter_number, printable_words
from ui.pages.dossiers.step_words import step_notes
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button
from ui.widgets.facts import wrapped

_NO_OPINIONS = Opinions()
_SAME_MOMENT_MS = 60_000
_ACT_ICONS = {"dossier_received": "file-check", "document_printed": "printer"}


class Lines(QWidget):
    """Widgets below each other, made anew when what they tell changes."""

    def __init__(self, spacing: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)

    def show_lines(self, told: object, lines: Sequence[QWidget]) -> None:
        """Show these widgets, which tell `told`."""
        self._told = told
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self._column.addWidget(line)

    def tells(self, told: object) -> bool:
        """Whether `told` is what is shown."""
        return self._told == told


class Papers(Lines):
    """The checklist as handed in."""

    def set_papers(self, papers: Sequence[Paper]) -> None:
        """Show these papers."""
        if not self.tells(papers):
            self.show_lines(papers, [_paper_table(papers)] if papers else [_quiet(_no_papers())])


class DueDays(Lines):
    """Why the result is due when it is."""

    def set_days(self, days: Sequence[CountedDay]) -> None:
        """Show the counted days, neighbours joined."""
        if self.tells(days):
            return
        table = QWidget()
        grid = _grid(table)
        grid.setColumnStretch(1, 1)
        for row, group in enumerate(grouped(days)):
            grid.addWidget(_quiet(group.days), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(wrapped(group.words), row, 1)
        self.show_lines(days, [table])


class Prints(Lines):
    """The papers printed at this counter."""

    def set_jobs(self, jobs: Sequence[PrintJob], papers: Sequence[Printable]) -> None:
        """Show these prints, as they come; `papers` tell the numbers of letters."""
        if not self.tells(jobs):
            numbers = {one.act: one.letter for one in papers}
            rows = [_print_line(job, numbers.get(job.act, "")) for job in jobs]
            self.show_lines(jobs, rows or [_quiet(_not_printed())])


class History(Lines):
    """Every act in order, and what was said about the dossier between them."""

    print_wanted = Signal(object)
    """A letter, as `Printable`, is to be printed again."""

    def set_steps(
        self,
        steps: Sequence[Step],
        opinions: Opinions = _NO_OPINIONS,
        papers: Sequence[Printable] = (),
        *,
        unmasked: bool = False,
    ) -> None:
        """Show these acts, the first one first; identity numbers masked, unless they are shown.

        Args:
            papers: what can be printed; a letter is offered where its act stands.
        """
        told = (steps, opinions, papers, unmasked)
        if self.tells(told):
            return
        letters = {step.entry_id: letter_number(step) for step in steps}
        offered = {one.act: one for one in papers if one.act is not None}
        lines: list[QWidget] = []
        said = 0
        for step in (*steps, None):
            until = opinions.until(None if step is None else step.recorded_at)
            lines += [OpinionLine(row, opinions.names) for row in until[said:]]
            said = max(said, len(until))
            if step is not None:
                line = StepLine(step, letters, step_notes(step, unmasked=unmasked))
                if (one := offered.get(step.entry_id)) is not None:
                    line.offer(one).clicked.connect(partial(self.print_wanted.emit, one))
                lines.append(line)
        self.show_lines(told, lines)


class StepLine(QWidget):
    """One act: what, by whom and where, when, and whether the centre has it."""

    def __init__(
        self,
        step: Step,
        letters: Mapping[UUID, str],
        notes: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(10)
        mark = QLabel()
        icons.put(mark, _ACT_ICONS.get(step.kind, "history"), "quiet")
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        self.words = words = QVBoxLayout()
        words.setSpacing(0)
        title, told = step_title(step, letters), step_details(step)
        words.addWidget(wrapped(title, "strong"))
        words.addWidget(wrapped(told, "caption"))
        for note in notes:
            words.addWidget(wrapped(note))
        line.addLayout(words, 1)
        if (badge := standing_badge(step.standing)) is not None:
            line.addWidget(Badge(*badge), 0, Qt.AlignmentFlag.AlignTop)
        where, name, role = where_words(step.at_centre)
        cloud = QLabel()
        cloud.setToolTip(where)
        cloud.setAccessibleName(where)
        icons.put(cloud, name, role, 18)
        line.addWidget(cloud, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(", ".join((title, told, *notes, where)))

    def offer(self, letter: Printable) -> Button:
        """Offer to print the act's letter again; return what is pressed for it."""
        words = QCoreApplication.translate("Dossier", "Print again")
        button = Button(words, icon="printer", look="link")
        button.setAccessibleName(f"{words}: {printable_words(letter)}")
        button.setToolTip(printable_words(letter))
        self.words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button


def step_title(step: Step, letters: Mapping[UUID, str]) -> str:
    """Return what was done; `letters` are the numbers of letters by their acts."""
    if step.kind != "document_printed" or step.standing is not StepStanding.READ:
        return _with_letter(act_words(step.kind), letters.get(step.entry_id, ""))
    act = letter_act(step.record)
    letter = letters.get(act, "") if act is not None else ""
    form = _with_letter(form_words(str(step.record.get("form", ""))), letter)
    paper = paper_words(str(step.record.get("paper", "")))
    count = step.record.get("reprint", 0)
    if not count:
        return QCoreApplication.translate("Dossier", "Printed: {form}, {paper}").format(
            form=form, paper=paper
        )
    return QCoreApplication.translate("Dossier", "Reprint {count}: {form}, {paper}").format(
        count=count, form=form, paper=paper
    )


def _with_letter(words: str, letter: str) -> str:
    return f"{words} {letter}" if letter else words


def step_details(step: Step) -> str:
    """Return who did it, where and when; both times where it was recorded later."""
    return " · ".join((_when(step), step.officer_name, _place(step)))


def standing_badge(standing: StepStanding) -> tuple[Kind, str] | None:
    """Return the badge of an act that needs a person, a newer program, or another counter."""
    translate = QCoreApplication.translate
    return {
        StepStanding.CONFLICT: (Kind.BAD, translate("Dossier", "Conflict")),
        StepStanding.NEWER: (Kind.WARN, translate("Dossier", "Update needed")),
        StepStanding.WITHHELD: (Kind.QUIET, translate("Dossier", "Not shown at this counter")),
    }.get(standing)


def where_words(at_centre: bool) -> tuple[str, str, str]:
    """Return words, icon and colour of where something has arrived."""
    if at_centre:
        return QCoreApplication.translate("Dossier", "At the centre"), "cloud-check", "good"
    words = QCoreApplication.translate("Dossier", "On this counter's disk, not yet sent")
    return words, "device-floppy", "quiet"


def job_badge(state: JobState) -> tuple[Kind, str]:
    """Return how far a print is."""
    translate = QCoreApplication.translate
    return {
        JobState.QUEUED: (Kind.QUIET, translate("Dossier", "Waiting")),
        JobState.SENT: (Kind.INFO, translate("Dossier", "Sent to the printer")),
        JobState.CONFIRMED: (Kind.GOOD, translate("Dossier", "Printed")),
        JobState.FAILED: (Kind.BAD, translate("Dossier", "Failed")),
    }[state]


def _when(step: Step) -> str:
    if abs(step.recorded_at - step.occurred_at) < _SAME_MOMENT_MS:
        return full_moment(step.occurred_at)
    return QCoreApplication.translate("Dossier", "happened {happened}, recorded {recorded}").format(
        happened=full_moment(step.occurred_at), recorded=full_moment(step.recorded_at)
    )


def _place(step: Step) -> str:
    translate = QCoreApplication.translate
    if step.by_centre:
        return translate("Dossier", "the centre")
    if step.seat_number is None:
        return translate("Dossier", "another counter")
    return translate("Dossier", "Counter {number}").format(number=f"{step.seat_number:02d}")


def _print_line(job: PrintJob, letter: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(8)
    words = QVBoxLayout()
    words.setSpacing(0)
    title = _with_letter(form_words(job.form), letter)
    words.addWidget(wrapped(f"{title}, {paper_words(job.paper)}"))
    told = (full_moment(job.queued_at), job.printer, job.message)
    words.addWidget(wrapped(" · ".join(part for part in told if part), "caption"))
    row.addLayout(words, 1)
    row.addWidget(Badge(*job_badge(job.state)), 0, Qt.AlignmentFlag.AlignTop)
    return line


def _paper_table(papers: Sequence[Paper]) -> QWidget:
    translate = QCoreApplication.translate
    table = QWidget()
    grid = _grid(table)
    grid.setColumnStretch(1, 1)
    titles = (
        "",
        translate("Dossier", "Paper"),
        translate("Dossier", "Originals"),
        translate("Dossier", "Certified"),
        translate("Dossier", "Photocopies"),
    )
    for column, title in enumerate(titles):
        head = QLabel(title)
        head.setProperty("role", "caption")
        grid.addWidget(head, 0, column)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
    for row, paper in enumerate(papers, start=1):
        here = QLabel()
        icons.put(here, "check" if paper.present else "x", "good" if paper.present else "quiet", 16)
        here.setAccessibleName(
            translate("Dossier", "handed in") if paper.present else translate("Dossier", "missing")
        )
        here.setToolTip(here.accessibleName())
        grid.addWidget(here, row, 0, Qt.AlignmentFlag.AlignTop)
        note = f"{paper.name} ({paper.note})" if paper.note else paper.name
        grid.addWidget(wrapped(note), row, 1)
        for column, count in enumerate(
            (paper.originals, paper.certified_copies, paper.photocopies), start=2
        ):
            grid.addWidget(QLabel(str(count) if count else "–"), row, column, right)
    return table


def _grid(widget: QWidget) -> QGridLayout:
    grid = QGridLayout(widget)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    return grid


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "quiet")
    return label


def _no_papers() -> str:
    return QCoreApplication.translate("Dossier", "No papers were handed in.")


def _not_printed() -> str:
    return QCoreApplication.translate("Dossier", "Nothing was printed at this counter yet.")

"""What closing a day needs of this machine: the line to the centre and the printers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from counter_app.closing import Means, Outcome, go_on
from counter_app.desk import Desk, Officer
from counter_app.devices.printers import PrinterGone, PrinterRefused
from counter_app.domain.closing import Against, Reason
from counter_app.errors import CounterError
from counter_app.exchange import whole_file
from counter_app.progress import Progress
from counter_app.usecases.closing import interim
from counter_app.usecases.printing import Form, PaperSize, failed_jobs

if TYPE_CHECKING:
    from counter_app.documents.list_press import ListPress
    from counter_app.documents.press import Press
    from counter_app.sync.line import Line


@dataclass(frozen=True, slots=True)
class Closed:
    """How far closing came; `unprinted` is why papers of the day are not printed yet."""

    outcome: Outcome
    unprinted: CounterError | None = None


@dataclass(frozen=True)
class DayEnd:
    """Closes days and prints their papers. All of it runs off the GUI thread.

    `press` and `lists` print, `line` opens the way to the centre: each is made by the task that
    first needs it. `printer` and `paper` tell what was chosen for a form.
    """

    desk: Desk
    press: Callable[[], Press]
    lists: Callable[[], ListPress]
    line: Callable[[], Line]
    printer: Callable[[Form], str]
    paper: Callable[[Form], PaperSize]

    def close(self, day: date, second: Officer | None, progress: Progress) -> Closed:
        """Do every open step of closing a day. Raises as `counter_app.closing.go_on`.

        A printer that fails holds up no proof: its papers stay open and can be printed later.
        """
        means = Means(second, self.line(), self.press(), self.printer(Form.DAY_SHEET))
        try:
            return Closed(go_on(self.desk, day, means, progress))
        except (PrinterGone, PrinterRefused) as error:
            return Closed(go_on(self.desk, day, replace(means, press=None), progress), error)

    def print_open(self, reason: Reason, progress: Progress) -> int:
        """Print what a reason says is not printed; return how many papers were.

        Raises:
            As `Press.print`; papers printed before stay printed.
        """
        if reason.against is Against.PRINTS_UNDER_WAY:
            return reason.count - self.press().ask_after(self.desk)
        if reason.against is Against.PRINTS_FAILED:
            return self._print_again(progress)
        form = Form.RECEIPT
        for done, subject in enumerate(reason.subjects, start=1):
            self.press().print(self.desk, subject, form, self.paper(form), self.printer(form))
            progress.step(done, len(reason.subjects), "print")
        return len(reason.subjects)

    def make_interim(self) -> None:
        """Make an interim sheet and print it. Raises as `usecases.closing.interim` and `print`."""
        self.print_sheet(interim(self.desk).id)

    def print_sheet(self, sheet: UUID) -> None:
        """Print a closing sheet, perhaps again. Raises as `Press.print`."""
        printer = self.printer(Form.DAY_SHEET)
        self.press().print(self.desk, sheet, Form.DAY_SHEET, PaperSize.A4, printer)

    def print_list(self, batch: UUID) -> None:
        """Print a hand-over list. Raises as `ListPress.print_list`."""
        self.lists().print_list(self.desk, batch, self.printer(Form.CONTROL_SLIP))

    def print_proof(self, subject: UUID) -> None:
        """Print the proof of a day, perhaps again. Raises as `Press.print`."""
        printer = self.printer(Form.SYNC_PROOF)
        self.press().print(self.desk, subject, Form.SYNC_PROOF, PaperSize.A4, printer)

    def export_proof(self, subject: UUID, path: Path) -> None:
        """Write the proof of a day as a PDF file. Raises SettingMissing, what a file refuses."""
        from counter_app.documents import till_papers

        record = till_papers.told(self.desk, subject, Form.SYNC_PROOF)
        whole_file.write(path, till_papers.pdf_of(record))

    def _print_again(self, progress: Progress) -> int:
        jobs = self.desk.ask(failed_jobs)
        for done, job in enumerate(jobs, start=1):
            self.press().send_again(self.desk, job, self.printer(job.form))
            progress.step(done, len(jobs), "print")
        return len(jobs)

"""The papers of the pages: which printer and sheet each form goes to.

All of this runs on the paper lane, which loads what draws.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from counter_app.bootstrap import NO_PRINTER, register_paper
from counter_app.clock import local_day
from counter_app.desk import Desk
from counter_app.devices.printers import JobState, JobStatus, PaperKind, Printers
from counter_app.exchange import whole_file
from counter_app.progress import Progress
from counter_app.settings import SettingsFile
from counter_app.usecases.printing import Form, PaperSize

if TYPE_CHECKING:
    from counter_app.documents.list_press import ListPress
    from counter_app.documents.press import Press
    from counter_app.domain.receipt import Receipt
    from counter_app.store.register import RegisterQuery
    from ui.widgets.preview import PageImage

_PAPERS = {
    Form.RECEIPT: PaperSize.A5,
    Form.CONTROL_SLIP: PaperSize.A4,
    Form.FOLDER_LABEL: PaperSize.LABEL,
    Form.FEE_RECEIPT: PaperSize.A5,
    Form.REFUND_SLIP: PaperSize.A5,
    Form.TRANSFER: PaperSize.A5,
    Form.SUPPLEMENT: PaperSize.A4,
    Form.REFUSAL: PaperSize.A4,
    Form.APOLOGY: PaperSize.A4,
    Form.STOP: PaperSize.A4,
    Form.RETURN_SLIP: PaperSize.A5,
}
_PRINTED_LIKE = {
    Form.SUPPLEMENT: Form.CONTROL_SLIP.value,
    Form.REFUSAL: Form.CONTROL_SLIP.value,
    Form.APOLOGY: Form.CONTROL_SLIP.value,
    Form.STOP: Form.CONTROL_SLIP.value,
    Form.RETURN_SLIP: Form.RECEIPT.value,
}
"""Forms that go to the printer of another one, where none was chosen for them."""


class CounterPapers:
    """Prints, draws and saves for the pages of one desk."""

    def __init__(self, desk: Desk, settings: SettingsFile, printers: Printers) -> None:
        self._desk, self._settings, self._printers = desk, settings, printers

    @cached_property
    def press(self) -> Press:
        """What prints the forms of a dossier."""
        from counter_app.documents.press import Press

        return Press(self._printers)

    @cached_property
    def lists(self) -> ListPress:
        """What prints lists."""
        from counter_app.documents.list_press import ListPress

        return ListPress(self._printers)

    def print_intake(self, receipt: Receipt) -> JobStatus:
        """Print the receipt, and the slip and label where a printer is chosen for them."""
        chosen = self._settings.get().printers
        subject = receipt.subject
        job = self.press.print(
            self._desk,
            subject,
            Form.RECEIPT,
            self.paper(Form.RECEIPT),
            self.printer(Form.RECEIPT),
        )
        for form in (Form.CONTROL_SLIP, Form.FOLDER_LABEL):
            if chosen.get(form.value):
                self.press.print(self._desk, subject, form, self.paper(form), self.printer(form))
        if job.printer == NO_PRINTER:
            return JobStatus(JobState.CONFIRMED, job.system_id)
        return JobStatus(job.state, job.message)

    def print(self, subject: UUID, form: Form, paper: PaperSize, act: UUID | None = None) -> None:
        """Print a form of a dossier; of letters that of an act, or the latest."""
        self.press.print(self._desk, subject, form, paper, self.printer(form), act)

    def print_money(self, subject: UUID, form: Form) -> None:
        """Print a fee receipt or a slip where fee receipts go."""
        chosen = self._settings.get().printers.get(Form.FEE_RECEIPT.value)
        printer = chosen or self.printer(Form.RECEIPT)
        self.press.print(self._desk, subject, form, _PAPERS.get(form, PaperSize.A4), printer)

    def print_letter(self, subject: UUID, form: Form) -> None:
        """Print a letter on the sheet chosen for it."""
        self.print(subject, form, self.paper(form))

    def print_list(self, batch: UUID) -> None:
        """Print a list with its two signatures."""
        self.lists.print_list(self._desk, batch, self.printer(Form.CONTROL_SLIP))

    def print_slip(self, subject: UUID) -> None:
        """Print the slip of a return."""
        self.print(subject, Form.RETURN_SLIP, self.paper(Form.RETURN_SLIP))

    def export(
        self, subject: UUID, form: Form, paper: PaperSize, act: UUID | None, path: Path
    ) -> None:
        """Write a form as PDF."""
        from counter_app.documents.press import sheet_of

        whole_file.write(path, sheet_of(self._desk, subject, form, paper, act))

    def print_posting(self, code: str) -> None:
        """Print the sheet that is posted of a procedure; the list of all of them for ""."""
        from counter_app.documents.posting_press import posted_board, posted_sheets

        today = local_day(self._desk.clock.now_ms())
        if code:
            pdf = self._desk.ask(posted_sheets, [code], today)
        else:
            pdf = self._desk.ask(posted_board, "", today)
        printer = self.printer(Form.CONTROL_SLIP)
        self._printers.send(printer, pdf, PaperKind.PDF, f"niem-yet-{code or today}")

    def print_register(self, query: RegisterQuery, progress: Progress) -> None:
        """Print a period of the register."""
        with self._desk.store.reading() as session:
            paper = register_paper(session, query, progress)
        printer = self.printer(Form.CONTROL_SLIP)
        self._printers.send(printer, paper, PaperKind.PDF, f"so-theo-doi {query.last}")

    def draw(
        self, subject: UUID, form: Form, paper: PaperSize, act: UUID | None, width: int
    ) -> Sequence[PageImage]:
        """Return the pages of a form as pictures of `width` pixels."""
        from counter_app.documents import preview
        from counter_app.documents.press import sheet_of

        pdf = sheet_of(self._desk, subject, form, paper, act)
        pages = range(preview.page_count(pdf))
        return [preview.page_image(pdf, page, width=width) for page in pages]

    def printer(self, form: Form) -> str:
        """Return the printer of a form; letters go where the other A4 sheets go."""
        chosen = self._settings.get().printers
        return chosen.get(form.value) or chosen.get(_PRINTED_LIKE.get(form, "")) or NO_PRINTER

    def paper(self, form: Form) -> PaperSize:
        """Return the sheet of a form."""
        chosen = self._settings.get().papers.get(form.value)
        return PaperSize(chosen or _PAPERS.get(form, PaperSize.A4))

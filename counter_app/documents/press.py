"""The way of one paper: noted on disk, drawn, read back, handed to the printer, asked after."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final
from uuid import UUID

from counter_app.desk import Desk
from counter_app.devices.printers import JobState, PaperKind, PrinterGone, PrinterRefused, Printers
from counter_app.documents import (
    apology_letter,
    control_slip,
    folder_label,
    readback,
    receipt,
    refusal_slip,
    return_slip,
    stop_notice,
    supplement_slip,
    thermal,
    till_papers,
)
from counter_app.documents.forms import FormSet
from counter_app.documents.own_forms import forms_on
from counter_app.documents.pages import PaperSize as SheetSize
from counter_app.documents.till_papers import TillPaper
from counter_app.domain.papers import (
    ApologyLetter,
    OfAct,
    RefusalSlip,
    ReturnSlip,
    StopNotice,
    SupplementSlip,
)
from counter_app.domain.receipt import Receipt
from counter_app.store import papers
from counter_app.store.dossiers import receipt_of
from counter_app.store.engine import Session
from counter_app.usecases.printing import (
    Form,
    PaperSize,
    PrintJob,
    failed,
    interrupted,
    queue,
    reported,
    sent,
    unsettled,
)

_SHEETS = {PaperSize.A4: SheetSize.A4, PaperSize.A5: SheetSize.A5}
Letter = SupplementSlip | RefusalSlip | ApologyLetter | StopNotice | ReturnSlip
_LETTERS: Final[Mapping[Form, Callable[[Session, UUID, UUID | None], Letter]]] = MappingProxyType(
    {
        Form.SUPPLEMENT: papers.supplement_slip,
        Form.REFUSAL: papers.refusal_slip,
        Form.APOLOGY: papers.apology_letter,
        Form.STOP: papers.stop_notice,
        Form.RETURN_SLIP: papers.return_slip,
    }
)


@dataclass(frozen=True)
class Press:
    """Prints the papers of dossiers on the printers of this machine.

    Several threads may print at a time: the close of a day beside the pages.
    """

    printers: Printers
    _in_hand: list[tuple[UUID, Form]] = field(
        default_factory=list, init=False, repr=False, compare=False
    )
    """What is being handed over just now, known before it is noted on disk."""

    def print(
        self,
        desk: Desk,
        subject: UUID,
        form: Form,
        paper: PaperSize,
        printer: str,
        act: UUID | None = None,
    ) -> PrintJob:
        """Print one form of a dossier; the job stays on record whatever becomes of it.

        `subject` is that of a refusal without dossier too.

        Args:
            act: the act whose letter is printed; None for the latest.

        Raises:
            NoSuchDossier, NoSuchPaper: nothing was queued.
            CodeUnreadable, CodeDiffers: the drawn paper does not say what the record says.
            PrinterGone, PrinterRefused: the printer did not take it.
        """
        record = told(desk, subject, form, act)
        brought = record.act if isinstance(record, OfAct) else None
        self._in_hand.append((subject, form))
        try:
            job = queue(desk, subject, form, paper, printer, brought)
            return self._hand_over(desk, record, job)
        finally:
            self._in_hand.remove((subject, form))

    def send_again(self, desk: Desk, job: PrintJob, printer: str) -> PrintJob:
        """Print a paper that was not printed, perhaps on another printer. Raises as `print`."""
        return self.print(desk, job.subject, job.form, job.paper, printer, job.act)

    def ask_after(self, desk: Desk) -> int:
        """Ask the printing system about papers handed over; return how many are still on the way.

        A job that was only queued when the program stopped is marked as failed: whether it went
        out is unknown, and a person looks at the printer before printing it again.
        """
        waiting = 0
        for job in desk.ask(unsettled):
            if job.state is JobState.QUEUED:
                if (job.subject, job.form) not in self._in_hand:
                    interrupted(desk, job, "interrupted before it was handed to the printer")
                continue
            status = self.printers.status(job.printer, job.system_id)
            if status.state is not job.state or status.words != job.message:
                reported(desk, job, status)
            waiting += status.state is JobState.SENT
        return waiting

    def _hand_over(
        self, desk: Desk, record: Receipt | Letter | TillPaper, job: PrintJob
    ) -> PrintJob:
        try:
            forms = own_forms_of(desk, record)
            data, kind = drawn(record, job.form, job.paper, job.reprint, forms)
            system_id = self.printers.send(job.printer, data, kind, _title(record, job.form))
        except (
            readback.CodeUnreadable,
            readback.CodeDiffers,
            PrinterGone,
            PrinterRefused,
        ) as error:
            failed(desk, job, str(error))
            raise
        sent(desk, job, system_id)
        return replace(job, state=JobState.SENT, system_id=system_id)


def told(
    desk: Desk, subject: UUID, form: Form, act: UUID | None = None
) -> Receipt | Letter | TillPaper:
    """Return what a form says; of letters that of `act`, or the latest.

    Raises:
        NoSuchDossier, NoSuchPaper; as `till_papers.told`.
    """
    if form in till_papers.FORMS:
        return till_papers.told(desk, subject, form)
    asked = _LETTERS.get(form)
    return desk.ask(receipt_of, subject) if asked is None else desk.ask(asked, subject, act)


def drawn(
    record: Receipt | Letter | TillPaper,
    form: Form,
    paper: PaperSize,
    reprint: int = 0,
    forms: FormSet | None = None,
) -> tuple[bytes, PaperKind]:
    """Draw a form and read its codes back; return what goes to the printer.

    Args:
        forms: None takes the forms of its day as the program has them.

    Raises:
        CodeUnreadable, CodeDiffers: it does not say what the record says.
    """
    if isinstance(record, TillPaper):
        return till_papers.drawn(record, reprint), PaperKind.PDF
    if not isinstance(record, Receipt):
        pdf = letter_pdf(record, paper, reprint, forms)
        readback.check_numbers(pdf, [record.number] if record.number else [])
        return pdf, PaperKind.PDF
    if paper is PaperSize.THERMAL:
        image = thermal.render(record, reprint=reprint, forms=forms)
        readback.check_image(image, record)
        return thermal.escpos(image), PaperKind.RAW
    pdf = pdf_of(record, form, paper, reprint, forms)
    readback.check(pdf, record)
    return pdf, PaperKind.PDF


def _title(record: Receipt | Letter | TillPaper, form: Form) -> str:
    """Return what the printing system calls the paper."""
    if isinstance(record, TillPaper):
        return till_papers.title_of(record)
    name = "tra-ket-qua" if form is Form.RETURN_SLIP else form.value
    return f"{record.number} {name}"


def own_forms_of(desk: Desk, record: Receipt | Letter | TillPaper) -> FormSet | None:
    """Return the forms of the day of a paper, in the words of the centre; None where it has none.

    A paper that is printed again says what it said: what is published holds from its day on.
    """
    match record:
        case Receipt():
            day = record.received_at.date()
        case SupplementSlip() | RefusalSlip() | ApologyLetter() | StopNotice():
            day = record.made_at.date()
        case _:
            return None
    return desk.ask(forms_on, day)


def pdf_of(
    record: Receipt,
    form: Form,
    paper: PaperSize,
    reprint: int = 0,
    forms: FormSet | None = None,
) -> bytes:
    """Return a form of a dossier as PDF, for preview and export as well."""
    if form is Form.FOLDER_LABEL:
        return folder_label.render(record)
    sheet = _SHEETS.get(paper, SheetSize.A5)
    if form is Form.CONTROL_SLIP:
        return control_slip.render(record, sheet, forms=forms)
    return receipt.render(record, sheet, reprint=reprint, forms=forms)


def sheet_of(
    desk: Desk, subject: UUID, form: Form, paper: PaperSize, act: UUID | None = None
) -> bytes:
    """Return a form as it stands on record as PDF, for preview and export. Raises as `told`."""
    record = told(desk, subject, form, act)
    if isinstance(record, TillPaper):
        return till_papers.drawn(record, 0)
    forms = own_forms_of(desk, record)
    if isinstance(record, Receipt):
        return pdf_of(record, form, paper, forms=forms)
    return letter_pdf(record, paper, forms=forms)


def letter_pdf(
    record: Letter, paper: PaperSize, reprint: int = 0, forms: FormSet | None = None
) -> bytes:
    """Return a letter as PDF, for preview and export as well. Raises NoFormSet.

    Args:
        reprint: how often it was printed before; from 1 on it is marked behind its number.
    """
    if isinstance(record, ReturnSlip):
        return return_slip.render(record, reprint)
    sheet = _SHEETS.get(paper, SheetSize.A5)
    marks = receipt.void_mark(record.void) + receipt.reprint_mark(reprint)
    marked = replace(record, letter=f"{record.letter}{marks}")
    match marked:
        case SupplementSlip():
            return supplement_slip.render(marked, sheet, forms)
        case RefusalSlip():
            return refusal_slip.render(marked, sheet, forms)
        case ApologyLetter():
            return apology_letter.render(marked, sheet, forms)
        case StopNotice():
            return stop_notice.render(marked, sheet, forms)

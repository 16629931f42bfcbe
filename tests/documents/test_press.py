"""A paper on its way: whatever the printer does, the record stays as it is."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from counter_app.devices.printers import FolderPrinters, JobState, PrinterGone, PrinterRefused
from counter_app.documents import press as press_room
from counter_app.documents.press import Press
from counter_app.documents.readback import CodeDiffers, read_receipt
from counter_app.store.dossiers import NoSuchDossier, by_subject, history
from counter_app.usecases.intake import receive
from counter_app.usecases.printing import Form, PaperSize, interrupted, jobs_of, queue, sent
from tests.fixtures.desk import birth_intake


@pytest.fixture
def printers(tmp_path):
    return FolderPrinters(tmp_path / "papers")


@pytest.fixture
def press(printers):
    return Press(printers)


@pytest.mark.parametrize(
    ("form", "paper"),
    [
        (Form.RECEIPT, PaperSize.A4),
        (Form.RECEIPT, PaperSize.A5),
        (Form.RECEIPT, PaperSize.THERMAL),
        (Form.CONTROL_SLIP, PaperSize.A4),
        (Form.FOLDER_LABEL, PaperSize.LABEL),
    ],
)
def test_every_form_reaches_the_printer_and_the_history(desk, press, form, paper):
    receipt = receive(desk, birth_intake())
    job = press.print(desk, receipt.subject, form, paper, "PDF")
    press.ask_after(desk)
    (after,) = desk.ask(jobs_of, receipt.subject)
    assert (after.id, after.state, after.reprint) == (job.id, JobState.CONFIRMED, 0)
    told = desk.ask(history, receipt.subject)[-1].record()
    assert (told["form"], told["reprint"]) == (form.value, 0)


def test_the_printed_receipt_says_what_the_record_says(desk, press, printers):
    receipt = receive(desk, birth_intake())
    press.print(desk, receipt.subject, Form.RECEIPT, PaperSize.A5, "PDF")
    facts = read_receipt(Path(printers.sent[0]).read_bytes())
    assert (facts.number, facts.lookup_code) == (receipt.number, receipt.lookup_code)
    assert receipt.entry_hash.startswith(facts.hash_start)
    assert facts.doubts == ()


def test_only_real_prints_count_as_reprints(desk, press, printers):
    receipt = receive(desk, birth_intake())

    def counted() -> list[int]:
        return [job.reprint for job in reversed(desk.ask(jobs_of, receipt.subject))]

    def print_one(form: Form) -> None:
        desk.clock.advance(timedelta(seconds=1))
        press.print(desk, receipt.subject, form, PaperSize.A5, "PDF")

    print_one(Form.RECEIPT)
    printers.broken = "hết giấy"
    with pytest.raises(PrinterRefused):
        print_one(Form.RECEIPT)
    printers.broken = ""
    print_one(Form.RECEIPT)
    print_one(Form.CONTROL_SLIP)
    assert counted() == [0, 1, 1, 0]
    assert desk.ask(by_subject, receipt.subject).receipt_prints == 2


def test_a_printer_out_of_paper_is_told_in_its_own_words(desk, press, printers):
    receipt = receive(desk, birth_intake())
    before = desk.ask(history, receipt.subject)
    printers.broken = "hết giấy, khay 2"
    with pytest.raises(PrinterRefused) as refused:
        press.print(desk, receipt.subject, Form.RECEIPT, PaperSize.A5, "PDF")
    assert refused.value.words == "hết giấy, khay 2"
    (job,) = desk.ask(jobs_of, receipt.subject)
    assert job.state is JobState.FAILED
    assert "hết giấy, khay 2" in job.message
    assert desk.ask(history, receipt.subject) == before


def test_a_printer_that_is_gone_is_named(desk, press):
    receipt = receive(desk, birth_intake())
    with pytest.raises(PrinterGone):
        press.print(desk, receipt.subject, Form.RECEIPT, PaperSize.A5, "HP cũ")


def test_a_paper_with_a_wrong_code_never_reaches_the_printer(desk, press, printers, monkeypatch):
    receipt = receive(desk, birth_intake())
    other = receive(desk, birth_intake())
    honest = press_room.pdf_of
    monkeypatch.setattr(press_room, "pdf_of", lambda _, *rest: honest(other, *rest))
    with pytest.raises(CodeDiffers):
        press.print(desk, receipt.subject, Form.RECEIPT, PaperSize.A5, "PDF")
    assert printers.sent == []
    assert desk.ask(jobs_of, receipt.subject)[0].state is JobState.FAILED


def test_an_unknown_dossier_queues_nothing(desk, press):
    receipt = receive(desk, birth_intake())
    with pytest.raises(NoSuchDossier):
        press.print(desk, desk.seat.stream_id, Form.RECEIPT, PaperSize.A5, "PDF")
    assert desk.ask(jobs_of, receipt.subject) == ()


def test_a_paper_that_is_just_handed_over_counts_as_no_interrupted_one(desk, tmp_path):
    """While a day is closed on another thread, the pages ask after their papers."""

    class AskedMeanwhile(FolderPrinters):
        def send(self, printer, data, kind, title):
            press.ask_after(desk)
            (job,) = desk.ask(jobs_of, receipt.subject)
            states.append(job.state)
            return super().send(printer, data, kind, title)

    states = []
    press = Press(AskedMeanwhile(tmp_path / "papers"))
    receipt = receive(desk, birth_intake())
    press.print(desk, receipt.subject, Form.RECEIPT, PaperSize.A5, "PDF")
    assert states == [JobState.QUEUED]


def test_a_paper_that_came_to_the_printer_since_it_was_read_is_not_interrupted(desk):
    receipt = receive(desk, birth_intake())
    job = queue(desk, receipt.subject, Form.RECEIPT, PaperSize.A5, "PDF")
    sent(desk, job, "1")
    interrupted(desk, job, "interrupted")
    (after,) = desk.ask(jobs_of, receipt.subject)
    assert after.state is JobState.SENT


def test_a_job_interrupted_by_a_power_cut_waits_for_a_person(desk, press):
    receipt = receive(desk, birth_intake())
    queue(desk, receipt.subject, Form.RECEIPT, PaperSize.A5, "PDF")
    press.ask_after(desk)
    (job,) = desk.ask(jobs_of, receipt.subject)
    assert job.state is JobState.FAILED
    again = press.send_again(desk, job, "PDF")
    assert again.reprint == 0

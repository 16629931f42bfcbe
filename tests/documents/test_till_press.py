"""Papers about money on their way: noted, drawn, read back, sent; a second print is marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from counter_app.devices.printers import FolderPrinters, JobState, PrinterGone
from counter_app.documents.press import Press
from counter_app.documents.preview import opened
from counter_app.domain.fees import Method
from counter_app.store.money import NoSuchTransfer
from counter_app.store.receipt_books import NoSuchReceipt
from counter_app.usecases.closing import interim
from counter_app.usecases.fee_receipts import void
from counter_app.usecases.payments import collect, confirm
from counter_app.usecases.printing import Form, PaperSize, jobs_of
from counter_app.usecases.tills import count
from tests.fixtures.till import SUPERVISOR, extract


@pytest.fixture
def printers(tmp_path):
    return FolderPrinters(tmp_path / "papers")


@pytest.fixture
def press(printers):
    return Press(printers)


def text_of(path):
    with opened(Path(path).read_bytes()) as document:
        return "".join(document[0].get_textpage().get_text_range().split())


def test_a_fee_receipt_is_printed_and_reprinted_with_a_mark(till, press, printers):
    receipt = collect(till, extract(till), Method.CASH).receipt
    for reprint in (0, 1):
        job = press.print(till, receipt.id, Form.FEE_RECEIPT, PaperSize.A5, "PDF")
        assert (job.state, job.reprint) == (JobState.SENT, reprint)
    first, second = map(text_of, printers.sent)
    assert "Bảninlại" not in first
    assert "Bảninlạilần1" in second
    assert len(till.ask(jobs_of, receipt.id)) == 2


def test_a_void_receipt_is_printed_as_void(till, press, printers):
    subject = extract(till)
    receipt = collect(till, subject, Method.CASH).receipt
    void(till, subject, receipt.id, "nhòe", SUPERVISOR)
    press.print(till, receipt.id, Form.FEE_RECEIPT, PaperSize.A5, "PDF")
    assert "ĐÃHỦY" in text_of(printers.sent[0])
    assert "Ngườiduyệt:TrầnQuangMinh" in text_of(printers.sent[0])


def test_a_transfer_is_printed_while_it_is_awaited(till, press, printers):
    subject = extract(till)
    payment = collect(till, subject, Method.VIETQR).payment
    press.print(till, payment, Form.TRANSFER, PaperSize.A5, "PDF")
    assert "0000014H352611200101" in text_of(printers.sent[0])
    confirm(till, subject, payment)
    with pytest.raises(NoSuchTransfer):
        press.print(till, payment, Form.TRANSFER, PaperSize.A5, "PDF")


def test_count_and_sheet_are_printed(till, press, printers):
    collect(till, extract(till), Method.CASH)
    counted = count(till, {2_000: 4})
    sheet = interim(till)
    press.print(till, counted.id, Form.CASH_COUNT, PaperSize.A4, "PDF")
    press.print(till, sheet.id, Form.DAY_SHEET, PaperSize.A4, "PDF")
    assert "LòThịLan" in text_of(printers.sent[0])
    assert "Số:0001/1" in text_of(printers.sent[1])


def test_a_failed_print_is_noted_and_sent_again(till, press):
    receipt = collect(till, extract(till), Method.CASH).receipt
    with pytest.raises(PrinterGone):
        press.print(till, receipt.id, Form.FEE_RECEIPT, PaperSize.A5, "không có")
    (job,) = till.ask(jobs_of, receipt.id)
    assert job.state is JobState.FAILED
    assert press.send_again(till, job, "PDF").reprint == 0


def test_what_is_not_there_is_not_printed(till, press):
    with pytest.raises(NoSuchReceipt):
        press.print(till, extract(till), Form.FEE_RECEIPT, PaperSize.A5, "PDF")

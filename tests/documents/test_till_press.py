"""Papers about money on their way: noted, drawn, read back, sent; a second print is marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from counter_app.devices.printers import FolderPrinters, JobState, PrinterGone
from counter_app.documents.press import Press
from counter_app.documents.preview import opened
from counter_app.domain.fees import Method, Money
from counter_app.store.money import NoSuchTransfer
from counter_app.store.papers import NoSuchPaper
from counter_app.store.receipt_books import NoSuchReceipt
from counter_app.store.refund_slips import refund_slip
from counter_app.usecases import refunds
from counter_app.usecases.closing import interim
from counter_app.usecases.fee_receipts import void
from counter_app.usecases.payments import collect, confirm
from counter_app.usecases.printing import Form, PaperSize, jobs_of
from counter_app.usecases.tills import count
from tests.fixtures.till import SUPERVISOR, building, extract


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


def refunded(till, amount=None):
    """Give money of a building permit back; return the dossier, the receipt and the refund."""
    subject = building(till)
    paid = collect(till, subject, Method.CASH)
    asked = refunds.request(till, subject, paid.payment, "rút hồ sơ", amount)
    refunds.approve(till, subject, asked, Method.CASH, SUPERVISOR)
    return subject, paid.receipt, asked


def test_money_given_back_is_printed_with_the_receipt_it_undoes(till, press, printers):
    _, receipt, asked = refunded(till, Money(fee=20_000))
    for reprint in (0, 1):
        job = press.print(till, asked, Form.REFUND_SLIP, PaperSize.A5, "PDF")
        assert (job.state, job.reprint) == (JobState.SENT, reprint)
    first, second = map(text_of, printers.sent)
    for words in (
        "Số: 07-001/BBHT",
        f"số {receipt.number}",
        "số tiền 145.000 đồng (hoàn trả một phần)",
        "Số tiền hoàn trả: 20.000 VNĐ",
        "Hai mươi nghìn đồng",
        "Người duyệt: Trần Quang Minh",
    ):
        assert "".join(words.split()) in first, words
    assert "Bảninlạilần1" in second


def test_a_refund_names_the_receipt_that_held_when_the_money_went_back(till, press, printers):
    subject = building(till)
    paid = collect(till, subject, Method.CASH)
    again = void(till, subject, paid.receipt.id, "nhòe", SUPERVISOR)
    asked = refunds.request(till, subject, paid.payment, "rút hồ sơ")
    refunds.approve(till, subject, asked, Method.TRANSFER, SUPERVISOR)
    slip = till.ask(refund_slip, asked)
    assert (slip.receipt.number, slip.whole) == (again.number, True)
    assert slip.receiver == again.payer
    press.print(till, asked, Form.REFUND_SLIP, PaperSize.A5, "PDF")
    assert again.number in text_of(printers.sent[0])
    assert paid.receipt.number not in text_of(printers.sent[0])


def test_a_slip_says_the_same_after_the_receipt_was_issued_anew(till):
    subject, receipt, asked = refunded(till, Money(fee=20_000))
    before = till.ask(refund_slip, asked)
    void(till, subject, receipt.id, "nhòe", SUPERVISOR)
    assert till.ask(refund_slip, asked) == before
    assert before.receipt.number == receipt.number


def test_the_slips_of_a_seat_are_numbered_without_gaps(till):
    slips = [till.ask(refund_slip, refunded(till)[2]).letter for _ in range(2)]
    assert slips == ["07-001/BBHT", "07-002/BBHT"]


def test_a_refund_that_was_not_approved_has_no_slip(till, press):
    subject = building(till)
    paid = collect(till, subject, Method.CASH)
    asked = refunds.request(till, subject, paid.payment, "rút hồ sơ")
    with pytest.raises(NoSuchPaper):
        press.print(till, asked, Form.REFUND_SLIP, PaperSize.A5, "PDF")
    refunds.refuse(till, subject, asked, "đã giải quyết", SUPERVISOR)
    with pytest.raises(NoSuchPaper):
        press.print(till, asked, Form.REFUND_SLIP, PaperSize.A5, "PDF")
    assert till.ask(jobs_of, asked) == ()


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

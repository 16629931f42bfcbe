"""Printing on a real queue."""

from __future__ import annotations

import os
import subprocess
import time

import pytest

from counter_app.devices.printers import (
    CupsPrinters,
    JobState,
    PaperKind,
    PrinterGone,
    PrinterRefused,
)
from counter_app.documents.press import Press, drawn
from counter_app.documents.readback import read_receipt
from counter_app.usecases.intake import receive
from counter_app.usecases.printing import Form, PaperSize, jobs_of
from tests.fixtures.desk import birth_intake
from tests.fixtures.print_queue import NAME


def cups(*words: str) -> None:
    surroundings = {**os.environ, "PATH": f"{os.environ['PATH']}:/usr/sbin"}
    subprocess.run(words, env=surroundings, check=True, capture_output=True)


@pytest.fixture
def printers(print_queue):
    return CupsPrinters()


def test_the_queue_is_listed(printers):
    assert NAME in printers.names()


def test_a_receipt_arrives_at_the_printer_and_is_confirmed(desk, printers, swallowing_printer):
    press = Press(printers)
    receipt = receive(desk, birth_intake())
    before = len(swallowing_printer.papers)
    press.print(desk, receipt.subject, Form.RECEIPT, PaperSize.A5, NAME)
    paper = swallowing_printer.wait_for(before + 1)[before]
    assert read_receipt(paper).number == receipt.number
    for _ in range(100):
        if not press.ask_after(desk):
            break
        time.sleep(0.1)
    assert desk.ask(jobs_of, receipt.subject)[0].state is JobState.CONFIRMED


def test_a_slip_arrives_byte_for_byte(desk, printers, swallowing_printer):
    receipt = receive(desk, birth_intake())
    data, kind = drawn(receipt, Form.RECEIPT, PaperSize.THERMAL)
    before = len(swallowing_printer.papers)
    printers.send(NAME, data, kind, "slip")
    assert swallowing_printer.wait_for(before + 1)[before] == data


def test_a_queue_that_does_not_exist_is_named(printers):
    with pytest.raises(PrinterGone):
        printers.send("khong co", b"%PDF", PaperKind.PDF, "x")


def test_a_queue_that_takes_no_jobs_says_why(printers):
    cups("cupsreject", "-r", "hết giấy", NAME)
    try:
        with pytest.raises(PrinterRefused) as refused:
            printers.send(NAME, b"%PDF-1.4", PaperKind.PDF, "x")
        assert "not accepting" in refused.value.words
    finally:
        cups("cupsaccept", NAME)


def test_a_stopped_server_is_told(printers, monkeypatch):
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:1")
    assert printers.names() == ()
    with pytest.raises(PrinterGone):
        printers.send(NAME, b"%PDF-1.4", PaperKind.PDF, "x")

"""Every letter of a dossier can be printed again: as it was, with its own count."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from counter_app.clock import VIETNAM
from counter_app.devices.printers import FolderPrinters, PrinterRefused
from counter_app.documents.press import Press, sheet_of
from counter_app.domain.processing import Supplement, SupplementLine
from counter_app.journal.append import append
from counter_app.journal.dossiers import PRINTED
from counter_app.store.dossiers import history, intake_of
from counter_app.store.papers import NoSuchPaper
from counter_app.usecases import conflicts, corrections, promises, results, returns, supplements
from counter_app.usecases.printing import LETTERS, Form, PaperSize, jobs_of
from tests.fixtures.life import ASKED, COLLECTED, HOA, SORRY, handed_over, received, resolved

AGAIN = Supplement((SupplementLine("Giấy chứng sinh", "Bản sao không rõ chữ", 1),))


def said(text: str) -> str:
    return "".join(text.split())


@pytest.fixture
def printers(tmp_path):
    return FolderPrinters(tmp_path / "papers")


@pytest.fixture
def printed(office, printers, texts):
    """Print a letter and return what stands on it."""

    def printed(subject, form, act=None):
        office.clock.advance(timedelta(seconds=1))
        Press(printers).print(office, subject, form, PaperSize.A4, "PDF", act)
        return "".join(texts(Path(printers.sent[-1]).read_bytes()))

    return printed


def acts_of(desk, subject, form):
    entries = desk.ask(history, subject)
    return [entry.entry_id for entry in entries if LETTERS.get(entry.kind) is form]


def asked_twice(desk):
    subject = handed_over(desk)
    supplements.request(desk, subject, ASKED)
    supplements.receive(desk, subject)
    supplements.request(desk, subject, AGAIN)
    return subject, *acts_of(desk, subject, Form.SUPPLEMENT)


def test_each_request_for_papers_is_printed_again_with_its_own_count(office, printed):
    subject, first, second = asked_twice(office)
    mark = said("Bản in lại lần")
    once = printed(subject, Form.SUPPLEMENT, first)
    assert said("07-001/PBS") in once
    assert said("Thiếu chữ ký của người khai") in once
    assert mark not in once
    assert mark not in printed(subject, Form.SUPPLEMENT, second)
    assert f"{mark}1" in printed(subject, Form.SUPPLEMENT, first)
    assert f"{mark}2" in printed(subject, Form.SUPPLEMENT, first)
    latest = printed(subject, Form.SUPPLEMENT)
    assert said("07-002/PBS") in latest
    assert f"{mark}1" in latest
    told = [(job.act, job.reprint) for job in reversed(office.ask(jobs_of, subject))]
    assert told == [(first, 0), (second, 0), (first, 1), (first, 2), (second, 1)]


def test_a_print_that_did_not_name_its_letter_was_the_latest_one_then(office, printed):
    subject = handed_over(office)
    supplements.request(office, subject, ASKED)
    with office.store.writing() as session:
        record = {"form": "supplement", "paper": "a4", "reprint": 0}
        append(session, office.author(), PRINTED, subject, record)
    supplements.receive(office, subject)
    supplements.request(office, subject, AGAIN)
    first, second = acts_of(office, subject, Form.SUPPLEMENT)
    assert said("Bản in lại lần 1") in printed(subject, Form.SUPPLEMENT, first)
    assert said("Bản in lại") not in printed(subject, Form.SUPPLEMENT, second)


def test_a_letter_that_failed_is_sent_again_as_itself(office, printers):
    subject, first, _ = asked_twice(office)
    press = Press(printers)
    printers.broken = "hết giấy"
    with pytest.raises(PrinterRefused):
        press.print(office, subject, Form.SUPPLEMENT, PaperSize.A4, "PDF", first)
    printers.broken = ""
    again = press.send_again(office, office.ask(jobs_of, subject)[0], "PDF")
    assert (again.act, again.reprint) == (first, 0)


def test_a_letter_says_the_same_however_much_followed(office, texts):
    subject = received(office)
    promises.apologise(office, subject, SORRY)
    (first,) = acts_of(office, subject, Form.APOLOGY)
    before = sheet_of(office, subject, Form.APOLOGY, PaperSize.A4, first)
    was = office.ask(intake_of, subject)
    other = replace(was, submitter=replace(was.submitter, name="Nguyễn Thị Ánh Tuyết"))
    corrections.correct(office, subject, other, "Sai tên", HOA)
    later = replace(SORRY, new_due_at=datetime(2027, 1, 15, 17, 0, tzinfo=VIETNAM))
    promises.apologise(office, subject, later)
    assert sheet_of(office, subject, Form.APOLOGY, PaperSize.A4, first) == before
    latest = "".join(texts(sheet_of(office, subject, Form.APOLOGY, PaperSize.A4)))
    assert said("Ánh Tuyết") in latest
    assert said("07-002/PXL") in latest


def test_a_letter_whose_act_was_taken_back_says_so(office, printed):
    subject = handed_over(office)
    supplements.request(office, subject, ASKED)
    assert said("Đã hủy") not in printed(subject, Form.SUPPLEMENT)
    conflicts.take_back(office, subject, "Nhầm hồ sơ", HOA)
    again = printed(subject, Form.SUPPLEMENT)
    assert said("Đã hủy – Bản in lại lần 1") in again


def test_the_receipt_of_a_return_that_was_taken_back_stays_apart(office, printed):
    subject = resolved(office)
    returns.hand_out(office, subject, COLLECTED)
    conflicts.take_back(office, subject, "Nhầm người", HOA)
    results.shelve(office, subject, "Kệ A2")
    returns.hand_out(office, subject, COLLECTED)
    first, second = acts_of(office, subject, Form.RETURN_SLIP)
    assert said("Đã hủy") in printed(subject, Form.RETURN_SLIP, first)
    assert said("Đã hủy") not in printed(subject, Form.RETURN_SLIP, second)


def test_an_act_without_such_a_letter_prints_nothing(office, printers):
    subject, first, _ = asked_twice(office)
    with pytest.raises(NoSuchPaper):
        Press(printers).print(office, subject, Form.STOP, PaperSize.A4, "PDF", first)
    assert office.ask(jobs_of, subject) == ()

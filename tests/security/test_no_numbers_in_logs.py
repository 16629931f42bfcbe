"""A whole day of work, with its mishaps: nothing that names a citizen reaches a log."""

from __future__ import annotations

import contextlib
import json
import logging
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.exc import SQLAlchemyError

from counter_app.clock import local, local_day
from counter_app.devices.printers import FolderPrinters, PrinterRefused
from counter_app.documents.press import Press
from counter_app.domain.identity.card import BadCardCode, parse_card_qr
from counter_app.domain.processing import Phase
from counter_app.errors import CounterError
from counter_app.progress import Silent
from counter_app.store.dossiers import search
from counter_app.sync.close import close_day
from counter_app.usecases import audit, drafts, hand_overs, results, returns, supplements
from counter_app.usecases.alike import AlikeLine, receive_alike
from counter_app.usecases.intake import receive
from counter_app.usecases.online import OnlineDossier, import_online
from counter_app.usecases.printing import Form, PaperSize
from counter_app.usecases.sign_in import sign_in
from tests.fixtures.desk import AGENCY, SUBMITTER, birth_intake
from tests.fixtures.life import ASKED, COLLECTED
from tests.fixtures.sync import centre, counter, new_counter
from ui.crash import CrashReports, report

__all__ = ["centre", "counter", "new_counter"]
CARD = "012188000123|045123456|Nguyễn Thị Ánh|31131988|Nữ|Tổ 3|10052021"
SECRET = (
    SUBMITTER.identity_number,
    SUBMITTER.old_identity_number,
    SUBMITTER.phone,
    SUBMITTER.phone.removeprefix("0"),
    SUBMITTER.name,
    "mật khẩu",
)


def whole_day(counter, tmp_path):
    """Do what a day brings; return the words of everything that went wrong in it."""
    desk = counter.desk
    said: list[str] = []

    def attempt(act):
        try:
            return act()
        except CounterError as error:
            said.extend((str(error), repr(error)))
            return None

    drafts.keep(desk, drafts.new_draft(desk), SUBMITTER.name, {"number": "012188000123"})
    receipts = [counter.receive() for _ in range(3)]
    attempt(lambda: receive(desk, birth_intake(procedure_code="9.999999")))
    attempt(lambda: receive(desk, birth_intake(submitter=replace(SUBMITTER, name=""))))
    attempt(lambda: receive(desk, birth_intake(note="x" * 2_000_000)))
    attempt(lambda: receive_alike(desk, birth_intake(), [AlikeLine(1, SUBMITTER)], Silent()))
    attempt(lambda: import_online(desk, [OnlineDossier("\x00", birth_intake(), local(0))]))
    attempt(lambda: parse_card_qr(CARD))
    attempt(lambda: sign_in(desk, "lan", "mật khẩu"))
    subject = receipts[0].subject
    audit.revealed(desk, subject)
    press = Press(FolderPrinters(tmp_path / "papers"))
    press.print(desk, subject, Form.RECEIPT, PaperSize.A5, "PDF")
    broken = Press(FolderPrinters(tmp_path / "papers", broken="hết giấy"))
    with contextlib.suppress(PrinterRefused):
        broken.print(desk, subject, Form.RECEIPT, PaperSize.A5, "PDF")
    counter.line.close()
    hand_overs.hand_over(desk, [subject], AGENCY)
    attempt(lambda: supplements.request(desk, subject, ASKED))
    attempt(lambda: supplements.receive(desk, subject))
    attempt(lambda: returns.hand_out(desk, subject, COLLECTED))
    attempt(lambda: results.receive_results(desk, [results.Arrival(subject)]))
    attempt(lambda: returns.hand_out(desk, subject, COLLECTED))
    attempt(lambda: returns.hand_out(desk, subject, COLLECTED))
    attempt(lambda: Phase(2, "x", AGENCY))
    desk.ask(search, SUBMITTER.name)
    counter.sync()
    attempt(lambda: close_day(desk, counter.line, date(2020, 1, 1), Silent()))
    close_day(counter.desk, counter.line, local_day(desk.clock.now_ms()), Silent())
    return said


def test_a_whole_day_leaves_no_personal_number_in_logs(centre, counter, tmp_path, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    said = whole_day(counter, tmp_path)
    centre.work()
    out = capfd.readouterr()
    logged = "\n".join(
        f"{record.getMessage()} {record.exc_text or ''} {record.args}" for record in caplog.records
    )
    with counter.store.reading() as session:
        problems = session.exec_driver_sql("SELECT problem FROM installation").scalars().all()
        jobs = session.exec_driver_sql("SELECT message FROM print_job").scalars().all()
    with centre.centre.raw() as session:
        alarms = session.exec_driver_sql("SELECT message FROM alarm").scalars().all()
    kept = json.dumps([problems, jobs, alarms, said], ensure_ascii=False)
    others = [p for p in counter.home.rglob("*") if p.is_file() and "counter.db" not in p.name]
    files = "\n".join(p.read_text("utf-8", "replace") for p in others)
    assert said and "hết giấy" in kept
    for text in (logged, out.out, out.err, kept, files):
        assert not [word for word in SECRET if word in text]


def failing_for(desk):
    with desk.store.writing() as session:
        session.exec_driver_sql(
            "INSERT INTO issued_number (number, subject, nothing) VALUES (?, ?, ?)",
            (SUBMITTER.identity_number, "x", SUBMITTER.name),
        )


def test_an_error_of_the_database_names_nobody(desk):
    with pytest.raises(SQLAlchemyError) as told:
        failing_for(desk)
    assert "issued_number" in str(told.value)
    assert not [word for word in SECRET if word in str(told.value)]


def test_a_bug_names_nobody_in_its_report_nor_in_the_log_of_the_desktop(
    tmp_path, capfd, qapp, desk
):
    reports = CrashReports(tmp_path / "logs")
    reported: list[str] = []
    for cause in (
        lambda: failing_for(desk),
        lambda: int(SUBMITTER.name),
        lambda: {}[SUBMITTER.identity_number],
        lambda: parse_card_qr(CARD),
    ):
        try:
            cause()
        except (SQLAlchemyError, ValueError, LookupError, BadCardCode) as error:
            reports.take(type(error), error, error.__traceback__)
            reported.append(report(error))
    written = "\n".join(path.read_text("utf-8") for path in (tmp_path / "logs").iterdir())
    assert [capfd.readouterr().err] == ["".join(reported)]
    assert written.count("Python 3.") == 4
    assert not [word for word in SECRET if word in written]

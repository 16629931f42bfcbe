"""Closing a day to the centre's proof, on a real PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from counter_app.centre import administration, receipt_books
from counter_app.centre.receipt_books import BadReceiptBook, ReceiptNumbersTaken, Series
from counter_app.centre.seats import UnknownSeat
from counter_app.clock import local_day
from counter_app.closing import Means, Step, go_on, standing
from counter_app.devices.printers import FolderPrinters
from counter_app.documents.press import Press
from counter_app.documents.till_papers import told
from counter_app.domain.closing import Against
from counter_app.domain.fees import Method
from counter_app.journal.entries import Entry
from counter_app.postgres import CentreUnreachable
from counter_app.progress import Silent
from counter_app.schema.money import day_sheet, fee_receipt, money_line, receipt_book
from counter_app.store.outbox import unclosed_day
from counter_app.store.receipt_books import NoReceiptBook, books
from counter_app.usecases.closing import final
from counter_app.usecases.payments import collect
from counter_app.usecases.printing import Form
from counter_app.usecases.tills import count
from tests.fixtures.desk import EXTRACT
from tests.fixtures.till import CASHIER

SERIES = Series("01BLP0-001", "AA-26P", "Trung tâm Phục vụ hành chính công", "")
EXPLAINED = dict.fromkeys(Against, "để sáng mai")


def grant(centre, number, count=100, first=0):
    with centre.writing() as (session, by):
        return receipt_books.grant(session, by, number, SERIES, count, first)


@pytest.fixture
def cashier(centre, counter):
    """Seat 7 with a cashier at it and a receipt book."""
    with centre.writing() as (session, by):
        administration.define_officer(
            session, by, CASHIER.login, CASHIER.name, sorted(CASHIER.roles), ""
        )
    grant(centre, 7)
    counter.sync()
    counter.desk = counter.desk.served_by(CASHIER)
    return counter


def worked(counter):
    receipt = counter.receive(procedure_code=EXTRACT.code)
    collect(counter.desk, receipt.subject, Method.CASH)
    count(counter.desk, {2_000: 4})
    return receipt


def today(counter):
    return local_day(counter.desk.clock.now_ms())


def test_a_day_is_closed_up_to_the_proof(centre, cashier):
    worked(cashier)
    final(cashier.desk, explained=EXPLAINED)
    done = go_on(cashier.desk, today(cashier), Means(line=cashier.line), Silent())
    assert done.standing.is_done(Step.PROOF)
    assert done.proof.code == done.standing.proof.code
    assert done.standing.next is Step.PAPERS
    centre.work()
    assert cashier.rows() == centre.rows()
    for table in (fee_receipt, money_line, day_sheet, receipt_book):
        assert centre.rows()[table.name]


def test_without_a_line_the_day_is_closed_and_proved_later(centre, cashier, monkeypatch):
    worked(cashier)
    final(cashier.desk, explained=EXPLAINED)

    def down(*_args):
        raise CentreUnreachable("trung tâm", "tắt")

    with monkeypatch.context() as patched:
        patched.setattr(type(cashier.line), "ask", down)
        with pytest.raises(CentreUnreachable):
            go_on(cashier.desk, today(cashier), Means(line=cashier.line), Silent())
    now = standing(cashier.desk, today(cashier))
    assert now.is_done(Step.SHEET)
    assert not now.is_done(Step.PROOF)
    done = go_on(cashier.desk, today(cashier), Means(line=cashier.line), Silent())
    assert done.standing.is_done(Step.PROOF)


def test_work_after_the_proof_opens_the_day_again(cashier):
    worked(cashier)
    final(cashier.desk, explained=EXPLAINED)
    go_on(cashier.desk, today(cashier), Means(line=cashier.line), Silent())
    cashier.receive()
    now = standing(cashier.desk, today(cashier))
    assert now.next is Step.SHEET
    made = final(cashier.desk, explained=EXPLAINED)
    assert (made.number, made.agencies[0].received) == (2, 1)


def test_a_kill_between_proof_and_answer_is_healed_by_asking_again(cashier, monkeypatch):
    worked(cashier)
    final(cashier.desk, explained=EXPLAINED)

    class Killed(BaseException):
        pass

    def killed(*_args):
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr("counter_app.sync.close._record", killed)
        with pytest.raises(Killed):
            go_on(cashier.desk, today(cashier), Means(line=cashier.line), Silent())
    assert not standing(cashier.desk, today(cashier)).is_done(Step.PROOF)
    done = go_on(cashier.desk, today(cashier), Means(line=cashier.line), Silent())
    assert done.standing.is_done(Step.PROOF)


def test_every_stream_of_a_seat_has_receipts_of_its_own(centre, cashier):
    with centre.centre.reading() as session:
        rows = session.execute(select(receipt_book).order_by(receipt_book.c.first)).all()
    assert [(row.first, row.last) for row in rows] == [(1, 100), (101, 200)]
    assert len({row.stream_id for row in rows}) == 2
    assert [one.spare for one in grant(centre, 7)] == [False]  # the spare one has used none
    cashier.sync()
    mine = [one for one in cashier.desk.ask(books, cashier.desk.seat.stream_id, 7) if one.mine]
    assert sorted(one.first for one in mine)[1] == 201


def test_a_seat_in_a_fresh_stream_goes_on_with_other_numbers(centre, cashier):
    worked(cashier)
    with centre.centre.writing() as session:
        session.exec_driver_sql("UPDATE counter.stream SET nonce = gen_random_uuid()")
        session.exec_driver_sql("UPDATE counter.stream SET previous_nonce = gen_random_uuid()")
    before = cashier.desk.seat.stream_id
    assert cashier.sync().renewed
    assert cashier.desk.seat.stream_id != before
    receipt = cashier.receive(procedure_code=EXTRACT.code)
    issued = collect(cashier.desk, receipt.subject, Method.CASH).receipt
    first = sorted(
        one.first for one in cashier.desk.ask(books, cashier.desk.seat.stream_id, 7) if one.mine
    )
    assert issued.running == first[0]
    count(cashier.desk, {2_000: 8})
    made = final(cashier.desk, explained=EXPLAINED)
    assert made.agencies[0].received == 2  # what was carried over counts once
    assert made.taken.total == 16_000
    done = go_on(cashier.desk, today(cashier), Means(line=cashier.line), Silent())
    assert done.standing.is_done(Step.PROOF)
    centre.work()
    cashier.desk = replace(cashier.desk, seat=done.standing.seat)
    cashier.sync()  # the centre has made another spare stream
    assert cashier.rows() == centre.rows()


def test_a_seat_without_a_book_takes_no_cash(centre, new_counter, cashier):
    eight = new_counter(8)
    eight.sync()
    eight.desk = eight.desk.served_by(CASHIER)
    receipt = eight.receive(procedure_code=EXTRACT.code)
    with pytest.raises(NoReceiptBook):
        collect(eight.desk, receipt.subject, Method.CASH)


def test_books_cannot_cross_or_be_nothing(centre, cashier):
    with pytest.raises(ReceiptNumbersTaken):
        grant(centre, 7, 10, first=95)
    for count_, first in ((0, 1000), (10, 9_999_995)):
        with pytest.raises(BadReceiptBook):
            grant(centre, 7, count_, first)
    with pytest.raises(UnknownSeat):
        grant(centre, 99)
    with centre.writing() as (session, by), pytest.raises(BadReceiptBook):
        receipt_books.grant(session, by, 7, replace(SERIES, symbol=" "), 10)


def test_a_book_that_a_seat_wrote_itself_counts_for_nothing(centre, cashier):
    from counter_app.journal.append import append
    from counter_app.journal.subjects import subject_of

    record = {
        "stream": cashier.desk.seat.stream_id.hex,
        "seat_number": 7,
        "agency_code": "",
        "template": "01BLP0-001",
        "symbol": "GIẢ",
        "first": 1,
        "last": 9,
        "unit": "",
        "tax_code": "",
    }
    with cashier.store.writing() as session:
        entry = append(
            session,
            cashier.desk.author(),
            "receipt_book_granted",
            subject_of("receipt_book", "giả"),
            record,
        )
    assert isinstance(entry, Entry)
    own = cashier.desk.seat.stream_id
    assert "GIẢ" not in {one.symbol for one in cashier.desk.ask(books, own, 7)}
    cashier.sync()
    centre.work()
    assert "reference" in centre.alarms()


def test_the_proof_is_printed_from_disk_and_once(centre, cashier, tmp_path):
    worked(cashier)
    final(cashier.desk, explained=EXPLAINED)
    go_on(cashier.desk, today(cashier), Means(line=cashier.line), Silent())
    assert standing(cashier.desk, today(cashier)).next is Step.PAPERS
    means = Means(press=Press(FolderPrinters(tmp_path / "papers")), printer="PDF")
    done = go_on(cashier.desk, today(cashier), means, Silent()).standing
    assert done.next is None
    text = told(cashier.desk, done.proof_paper.subject, Form.SYNC_PROOF)
    assert text.receipt_code == done.proof.code
    assert dict(text.counts)["dossier_received"] == 1
    assert text.officer_name == CASHIER.name
    go_on(cashier.desk, today(cashier), means, Silent())
    assert len(list((tmp_path / "papers").glob("*doi-chieu*"))) == 1
    cashier.sync()
    centre.work()
    assert cashier.rows() == centre.rows()


def test_papers_printed_after_the_proof_do_not_open_the_day_again(cashier, tmp_path):
    worked(cashier)
    final(cashier.desk, explained=EXPLAINED)
    means = Means(
        line=cashier.line, press=Press(FolderPrinters(tmp_path / "papers")), printer="PDF"
    )
    assert go_on(cashier.desk, today(cashier), means, Silent()).standing.next is None
    tomorrow = today(cashier) + timedelta(days=1)
    stream = cashier.desk.seat.stream_id
    assert cashier.desk.ask(unclosed_day, stream, tomorrow) is None
    cashier.receive()
    assert cashier.desk.ask(unclosed_day, stream, tomorrow) == today(cashier)


def test_a_day_closed_twice_prints_its_later_proof_as_well(cashier, tmp_path):
    worked(cashier)
    final(cashier.desk, explained=EXPLAINED)
    means = Means(
        line=cashier.line, press=Press(FolderPrinters(tmp_path / "papers")), printer="PDF"
    )
    first = go_on(cashier.desk, today(cashier), means, Silent()).standing.proof
    cashier.receive()
    cashier.desk.clock.advance(timedelta(minutes=5))
    final(cashier.desk, explained=EXPLAINED)
    proved = go_on(cashier.desk, today(cashier), Means(line=cashier.line), Silent()).standing
    assert proved.proof.code != first.code
    assert not proved.proof_paper.printed
    assert go_on(cashier.desk, today(cashier), means, Silent()).standing.next is None

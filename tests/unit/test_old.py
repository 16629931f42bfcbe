"""What is let go of after years, and what stays because something goes on from it."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from counter_app.desk import Officer
from counter_app.domain.closing import Against
from counter_app.domain.fees import Method
from counter_app.domain.register import Rating
from counter_app.progress import Silent
from counter_app.store import old, retention
from counter_app.store.audit import notes
from counter_app.store.callers import (
    feedback_between,
    turned_away_between,
    unanswered_feedback,
    visits_between,
)
from counter_app.store.day_sheets import sheets
from counter_app.store.migrations import STEPS, migrate
from counter_app.store.receipt_books import books, next_receipt
from counter_app.store.tills import till as till_of
from counter_app.sync.standing import head_of, note
from counter_app.usecases import audit, callers, closing, ratings, refusals, tills
from counter_app.usecases.callers import Feedback, FeedbackKind, Visit
from counter_app.usecases.payments import collect
from counter_app.usecases.ratings import Slips
from counter_app.usecases.retention import let_go_before
from counter_app.usecases.upkeep import examine
from counter_app.usecases.withdrawals import withdraw
from tests.fixtures.desk import AGENCY, SEAT, STREAM, birth_intake
from tests.fixtures.life import WITHDRAWN
from tests.fixtures.till import extract, grant_book, with_cashier

FAR = date(2100, 1, 1)
TODAY = date(2026, 11, 20)
LONG_AGO = date(2020, 1, 1)
EXPLAINED = dict.fromkeys(Against, "để sáng mai")
EVERYBODY = Officer("lan", "Lò Thị Lan", frozenset({"intake", "cashier", "supervisor"}))


def let_go(desk):
    """Let go of all that may, as if the centre held everything."""
    with desk.store.writing() as session:
        note(session, acked_seq=head_of(session, STREAM).seq)
    done = let_go_before(desk, FAR, Silent())
    assert examine(desk, Silent()).sound
    return done


def paid(desk):
    """A dossier that was paid in cash and then withdrawn; return its subject."""
    subject = extract(desk)
    collect(desk, subject, Method.CASH)
    withdraw(desk, subject, WITHDRAWN)
    return subject


def counted(desk):
    desk.clock.advance(timedelta(minutes=1))
    tills.count(desk, {1_000: desk.ask(till_of, SEAT).expected // 1_000})


def standing(desk):
    with desk.store.reading() as session:
        rows = session.execute(text("SELECT subject FROM dossier ORDER BY received_at"))
        return list(rows.scalars())


def test_the_next_receipt_follows_the_last_although_its_dossier_ended(till):
    subjects = [paid(till) for _ in range(3)]
    counted(till)
    assert let_go(till).dossiers == 0  # the book is still written in
    assert till.ask(next_receipt, STREAM, AGENCY).running == 4
    assert len(standing(till)) == len(subjects)


def test_a_book_that_is_used_up_leaves_its_last_receipt(desk):
    grant_book(desk, 1, 3)
    cashier = with_cashier(desk)
    subjects = [paid(cashier) for _ in range(3)]
    grant_book(cashier, 1001, 1100)
    counted(cashier)
    assert let_go(cashier).dossiers == 2
    assert standing(cashier) == [subjects[-1].hex]
    assert cashier.ask(next_receipt, STREAM, AGENCY).running == 1001
    assert [(book.first, book.used) for book in cashier.ask(books, STREAM, SEAT)] == [(1001, 0)]


def test_each_book_is_looked_at_for_itself(desk):
    grant_book(desk, 1001, 1002, agency=AGENCY, symbol="AA-26P")
    grant_book(desk, 1, 100, symbol="BB-26P")
    cashier = with_cashier(desk)
    subjects = [paid(cashier) for _ in range(5)]  # two of the agency's book, three of the common
    counted(cashier)
    assert let_go(cashier).dossiers == 1
    assert standing(cashier) == [subject.hex for subject in subjects[1:]]
    assert cashier.ask(next_receipt, STREAM, AGENCY).running == 4


def test_a_book_is_written_in_as_long_as_one_of_its_receipts_is_younger(desk):
    grant_book(desk, 1, 2)
    cashier = with_cashier(desk)
    first = paid(cashier)
    cashier.clock.advance(timedelta(days=200))
    paid(cashier)
    counted(cashier)
    line = TODAY + timedelta(days=100)
    assert cashier.ask(old.subjects, old.DOSSIERS, line, UUID(int=0), 9) == []
    assert cashier.ask(old.subjects, old.DOSSIERS, FAR, UUID(int=0), 9) == [first]


def test_what_is_in_the_till_and_not_counted_stays(desk):
    grant_book(desk, 1, 2)
    cashier = with_cashier(desk)
    for _ in range(2):
        paid(cashier)
    tills.move(cashier, tills.MovementKind.FLOAT, 50_000)
    before = cashier.ask(till_of, SEAT)
    assert let_go(cashier).dossiers == 0
    assert cashier.ask(till_of, SEAT) == before
    counted(cashier)
    done = let_go(cashier)
    assert (done.dossiers, done.others) == (1, 1)
    assert cashier.ask(till_of, SEAT).expected == before.expected


def test_of_counts_and_sheets_the_last_stay(till):
    serving = till.served_by(EVERYBODY)
    for _ in range(2):
        counted(serving)
        closing.interim(serving)
        closing.final(serving, explained=EXPLAINED)
    closing.interim(serving)
    made = till.ask(sheets, SEAT)
    assert let_go(till).others == 1 + 3  # a count; two interim sheets and a final one
    assert till.ask(sheets, SEAT) == made[:2]
    following = closing.final(serving, explained=EXPLAINED)
    assert following.number == 3


def test_slips_visits_opinions_and_notes_go(desk):
    serving = desk.served_by(EVERYBODY)
    refusals.refuse(serving, birth_intake(), "không thuộc thẩm quyền")
    callers.record_visit(serving, Visit("hỏi thủ tục"))
    ratings.enter_slips(serving, Slips(Rating.SATISFIED_SERVICE, AGENCY))
    audit.exported(serving, "hồ sơ.csv")
    callers.record_feedback(serving, Feedback(FeedbackKind.PRAISE, "nhanh"))
    waits = callers.record_feedback(serving, Feedback(FeedbackKind.COMPLAINT, "chậm"))
    assert let_go(serving).others == 5
    assert [row.subject for row in serving.ask(unanswered_feedback)] == [waits]
    for question in (turned_away_between, visits_between, feedback_between, notes):
        with pytest.raises(retention.AtTheCentreAlone) as told:
            serving.ask(question, LONG_AGO, TODAY)
        assert told.value.before == FAR
    callers.answer_feedback(serving, waits, "đã xin lỗi")
    assert let_go(serving).others == 1
    with serving.store.reading() as session:
        (entries,) = session.execute(text("SELECT count(*) FROM journal WHERE payload IS NULL"))
    assert entries[0] == 1


def test_a_file_of_an_earlier_program_knows_what_it_let_go_of(desk):
    subject = extract(with_cashier(desk))
    with desk.store.writing() as session:
        session.exec_driver_sql("DROP TABLE let_go")
        session.exec_driver_sql("PRAGMA user_version = 5")
        session.execute(
            text("UPDATE journal SET payload = NULL WHERE subject = :s"), {"s": subject.hex}
        )
    migrate(desk.store)
    with desk.store.reading() as session:
        assert session.exec_driver_sql("SELECT subject FROM let_go").scalars().all() == [
            subject.hex
        ]
        assert session.exec_driver_sql("PRAGMA user_version").scalar() == len(STEPS)

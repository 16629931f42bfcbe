"""A counter lets go of dossiers that ended long ago; the centre keeps them, and all goes on."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, text

from counter_app.centre import settings
from counter_app.clock import local_day
from counter_app.domain.reporting import calendar_month
from counter_app.domain.retention import RetentionRules, RetentionTooShort
from counter_app.journal.entries import Entry
from counter_app.journal.families import in_order
from counter_app.progress import Cancelled, Recorded, Silent
from counter_app.reports.lists import REPORTS
from counter_app.reports.monthly import monthly
from counter_app.schema.tables import journal
from counter_app.store import dossiers, retention
from counter_app.store.register import RegisterQuery, count, lines, page
from counter_app.usecases import printing, withdrawals
from counter_app.usecases import retention as usecase
from counter_app.usecases.printing import Form, PaperSize
from counter_app.usecases.upkeep import examine, repair
from tests.fixtures.desk import FIRST_DAY
from tests.fixtures.life import WITHDRAWN

FAR = date(2100, 1, 1)
"""Everything that ended did so before this day."""


def ended(counter, count=1):
    """Take in dossiers that end the same day; return their subjects."""
    subjects = [counter.receive().subject for _ in range(count)]
    for subject in subjects:
        counter.desk.clock.advance(timedelta(minutes=1))
        withdrawals.withdraw(counter.desk, subject, WITHDRAWN)
    return subjects


def let_go(counter, progress=None):
    return usecase.let_go_before(counter.desk, FAR, progress or Silent())


def entries(counter):
    with counter.store.reading() as session:
        rows = session.execute(select(journal))
        return {(row.stream_id, row.seq): Entry._make(row) for row in rows}


def rows_without(rows, subjects):
    """Return all rows that do not speak of the subjects."""
    names = {subject.hex for subject in subjects}
    return {
        table: {row for row in some if not names & {getattr(v, "hex", None) for v in row}}
        for table, some in rows.items()
    }


def keep_for(centre, years):
    with centre.writing() as (session, by):
        settings.change(session, by, "retention", {"years": years}, FIRST_DAY)


def test_what_ended_goes_and_all_else_stays_equal_everywhere(centre, new_counter):
    seven, eight = new_counter(7), new_counter(8)
    gone = ended(seven, 2)
    here = seven.receive().subject
    seven.sync()
    eight.sync()
    centre.work()
    before = entries(seven)
    assert let_go(seven) == usecase.LetGo(FAR, 2, 4)
    assert seven.rows() == rows_without(centre.rows(), gone) != centre.rows()
    assert here in {row[0] for row in seven.rows()["dossier"]}
    assert eight.rows() == centre.rows()
    after = entries(seven)
    assert after.keys() == before.keys()
    for place, entry in after.items():
        assert entry._replace(payload=None) == before[place]._replace(payload=None)
        assert (entry.payload is None) == (entry.subject in gone)
    assert examine(seven.desk, Silent()).sound
    rows = seven.rows()
    repair(seven.desk, Silent())
    assert seven.rows() == rows
    seven.receive()
    assert seven.sync().pushed == 1
    assert (seven.sync().pushed, seven.sync().pulled) == (0, 0)
    assert seven.heads() == centre.heads()


def test_a_search_finds_it_no_more(counter):
    (gone,) = ended(counter)
    counter.sync()
    number = counter.desk.ask(dossiers.by_subject, gone).number
    assert counter.desk.ask(dossiers.search, number)
    let_go(counter)
    assert counter.desk.ask(dossiers.search, number) == []
    with pytest.raises(dossiers.NoSuchDossier):
        counter.desk.ask(dossiers.by_subject, gone)


def test_what_the_centre_does_not_hold_stays(counter):
    gone = ended(counter, 2)
    counter.sync()
    printed = printing.queue(counter.desk, gone[0], Form.RECEIPT, PaperSize.A5, "PDF")
    printing.sent(counter.desk, printed, "1")
    assert let_go(counter).dossiers == 1
    assert {row[0] for row in counter.rows()["dossier"]} == {gone[0]}
    counter.sync()
    assert let_go(counter).dossiers == 1
    assert counter.rows()["dossier"] == set()


def test_what_was_touched_since_the_line_stays(counter):
    ended(counter)
    counter.sync()
    with counter.store.writing() as session:
        session.execute(text("UPDATE dossier SET received_at = 1"))  # years ago
    today = local_day(counter.desk.clock.now_ms())
    assert usecase.let_go_before(counter.desk, today, Silent()).dossiers == 0
    assert counter.rows()["dossier"]


def test_an_act_elsewhere_does_not_bring_back_a_part(centre, new_counter):
    seven, eight = new_counter(7), new_counter(8)
    gone = ended(seven)
    seven.sync()
    eight.sync()
    let_go(seven)
    job = printing.queue(eight.desk, gone[0], Form.RECEIPT, PaperSize.A5, "PDF")
    printing.sent(eight.desk, job, "1")
    eight.sync()
    assert seven.sync().pulled == 1
    centre.work()
    assert seven.rows() == rows_without(centre.rows(), gone)
    assert examine(seven.desk, Silent()).sound


def test_a_copy_that_is_found_does_not_bring_back_a_part(counter):
    (gone,) = ended(counter)
    whole = [entry for entry in entries(counter).values() if entry.subject == gone]
    copies = [entry._replace(stream_id=gone) for entry in whole]
    withheld = [entry._replace(payload=None) for entry in whole]
    for held in ([*copies, *withheld], [*withheld, *copies]):
        assert [entry.payload for entry in in_order(held)] == [None, None]
    assert all(entry.payload for entry in in_order(copies))


def test_it_may_be_stopped_anywhere_and_goes_on(counter, monkeypatch):
    monkeypatch.setattr(usecase, "_AT_ONCE", 1)
    ended(counter, 3)
    counter.sync()
    with pytest.raises(Cancelled):
        let_go(counter, Recorded(cancel_after=1))
    assert len(counter.rows()["dossier"]) == 2
    assert examine(counter.desk, Silent()).sound
    assert counter.desk.ask(retention.kept).before == FAR
    told = Recorded()
    assert let_go(counter, told).dossiers == 2
    assert [step[0] for step in told.steps] == [1, 2]


def test_a_machine_that_is_enrolled_anew_has_everything_again(centre, new_counter):
    seven = new_counter(7)
    ended(seven)
    seven.sync()
    let_go(seven)
    again = new_counter(7, centre.invite(7).code, "again")
    centre.work()
    again.sync()
    assert again.rows() == centre.rows()
    assert again.rows()["dossier"]


def test_what_a_counter_let_go_of_is_reported_at_the_centre_alone(centre, counter):
    ended(counter)
    counter.sync()
    centre.work()
    today = local_day(counter.desk.clock.now_ms())
    month, query = calendar_month(today.year, today.month), RegisterQuery(today, today)
    questions = (
        lambda session: monthly(session, month),
        lambda session: REPORTS["late"].made(session, month, Silent()),
        lambda session: count(session, query),
        lambda session: page(session, query),
        lambda session: list(lines(session, query)),
    )
    for ask in questions:
        counter.desk.ask(ask)
    let_go(counter)
    for ask in questions:
        with pytest.raises(retention.AtTheCentreAlone):
            counter.desk.ask(ask)
        with centre.centre.reading() as session:
            ask(session)


def test_the_centre_says_how_long_and_its_clock_counts(centre, counter):
    with pytest.raises(usecase.NothingSaysHowLong):
        usecase.planned(counter.desk)
    keep_for(centre, 2)
    ended(counter)
    counter.sync()
    today = local_day(centre.clock.now_ms())
    plan = usecase.Plan(RetentionRules(2).line(today), 0)
    assert usecase.planned(counter.desk) == plan
    counter.desk.clock.advance(timedelta(days=3650))
    with pytest.raises(usecase.CentreNotHeard):
        usecase.planned(counter.desk)
    counter.sync()
    assert usecase.planned(counter.desk) == plan
    assert usecase.let_go_of_old(counter.desk, Silent()).dossiers == 0
    assert counter.rows()["dossier"]


def test_it_is_due_once_a_month_unless_the_machine_keeps_everything(centre, counter):
    assert not usecase.is_due(counter.desk)
    keep_for(centre, 2)
    counter.sync()
    assert usecase.is_due(counter.desk)
    usecase.keep_everything(counter.desk, True)
    assert not usecase.is_due(counter.desk)
    usecase.keep_everything(counter.desk, False)
    usecase.let_go_of_old(counter.desk, Silent())
    assert not usecase.is_due(counter.desk)
    counter.desk.clock.advance(timedelta(days=32))
    counter.sync()
    assert usecase.is_due(counter.desk)


@pytest.mark.parametrize("years", [1, 0, -5, 101])
def test_a_line_too_near_or_too_far_is_refused(centre, years):
    with pytest.raises(RetentionTooShort):
        RetentionRules(years).check()
    with pytest.raises(settings.BadSetting):
        keep_for(centre, years)


def test_the_line_is_the_first_of_a_month():
    assert RetentionRules(5).line(date(2028, 2, 29)) == date(2023, 2, 1)


def test_a_notice_goes_with_its_dossier(counter):
    (gone,) = ended(counter)
    counter.sync()
    with counter.store.writing() as session:
        session.execute(
            text(
                "INSERT INTO notice (subject, dossier, act, kind, channel, state, told_at, detail)"
                " VALUES (:id, :id, :id, 'ready', 'sms', 'sent', 1, '')"
            ),
            {"id": gone.hex},
        )
    let_go(counter)
    assert counter.rows()["notice"] == set()

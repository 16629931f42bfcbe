"""A counter lets go of dossiers that ended long ago; the centre keeps them, and all goes on."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, text

from counter_app.centre import recovery, seats, settings, witness
from counter_app.clock import local_day
from counter_app.domain.reporting import calendar_month
from counter_app.domain.retention import RetentionRules, RetentionTooShort
from counter_app.journal.entries import Entry
from counter_app.journal.families import in_order
from counter_app.journal.let_go import in_a_hole
from counter_app.progress import Cancelled, Recorded, Silent
from counter_app.reports.lists import REPORTS
from counter_app.reports.monthly import monthly
from counter_app.schema.tables import journal
from counter_app.store import dossiers, retention
from counter_app.store.outbox import unclosed_day
from counter_app.store.register import RegisterQuery, count, lines, page
from counter_app.sync import reconcile
from counter_app.sync.close import close_day
from counter_app.sync.standing import head_of, nearest, note
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
    assert let_go(seven) == usecase.LetGo(FAR, 2, 0, 4)
    assert seven.rows() == rows_without(centre.rows(), gone) != centre.rows()
    assert here in {row[0] for row in seven.rows()["dossier"]}
    assert eight.rows() == centre.rows()
    after = entries(seven)
    for place, entry in after.items():
        assert entry._replace(payload=None) == before[place]._replace(payload=None)
        assert (entry.payload is None) == (entry.subject in gone)
    left = {place: entry for place, entry in before.items() if entry.subject not in gone}
    last_of_the_run = (seven.desk.seat.stream_id, 4)
    assert after.keys() == left.keys() | {last_of_the_run}
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


def test_a_copy_that_is_found_does_not_bring_back_a_part(centre, new_counter):
    seven, eight = new_counter(7), new_counter(8)
    (gone,) = ended(seven)
    seven.sync()
    eight.sync()
    received = next(one for one in entries(eight).values() if one.subject == gone)
    let_go(seven)
    with eight.store.writing() as session:  # as who brings back what another machine wrote
        own = eight.desk.seat.stream_id
        again = reconcile._rewritten([received], own, head_of(session, own))
        reconcile.wire_in(session, again)
    eight.sync()
    assert seven.sync().pulled == 1
    centre.work()
    assert seven.rows() == rows_without(centre.rows(), [gone])
    assert examine(seven.desk, Silent()).sound
    rows = seven.rows()
    repair(seven.desk, Silent())
    assert seven.rows() == rows
    assert any(one.payload for one in entries(seven).values() if one.subject == gone)
    let_go(seven)
    assert not any(one.payload for one in entries(seven).values() if one.subject == gone)


def test_a_copy_without_words_takes_them_from_nobody(counter):
    (gone,) = ended(counter)
    whole = [entry for entry in entries(counter).values() if entry.subject == gone]
    blank = [entry._replace(stream_id=gone, payload=None) for entry in whole]
    for held in ([*whole, *blank], [*blank, *whole]):
        assert [act.payload for act in in_order(held)] == [one.payload for one in whole]


def test_what_a_counter_keeps_is_bound_to_what_it_still_knows(counter):
    ended(counter, 30)
    here = [counter.receive().subject for _ in range(3)]
    ended(counter, 30)
    counter.sync()
    let_go(counter)
    own = [place for place in entries(counter) if place[0] == counter.desk.seat.stream_id]
    assert len(own) == len(here) + 2
    assert examine(counter.desk, Silent()).sound


def test_a_run_grows_with_what_is_let_go_of_later(counter):
    ended(counter)
    here = counter.receive().subject
    ended(counter)
    counter.sync()
    let_go(counter)
    counter.desk.clock.advance(timedelta(minutes=1))
    withdrawals.withdraw(counter.desk, here, WITHDRAWN)
    counter.sync()
    let_go(counter)
    assert [seq for stream, seq in entries(counter) if stream == counter.desk.seat.stream_id] == [6]
    assert examine(counter.desk, Silent()).sound
    counter.receive()
    counter.sync()
    assert counter.status().unsent == 0


def test_entries_that_somebody_took_out_are_missing(counter):
    gone = ended(counter, 2)
    counter.receive()
    counter.sync()
    let_go(counter)
    with counter.store.writing() as session:
        session.execute(text("DELETE FROM let_go WHERE subject = :s"), {"s": gone[1].hex})
    (broken,) = examine(counter.desk, Silent()).broken
    assert (broken.stream_id, broken.seq) == (counter.desk.seat.stream_id, 1)


@pytest.mark.parametrize("back_to", range(8))
def test_a_centre_that_went_back_by_years_gets_what_is_left(past, new_counter, back_to):
    """The centre is brought back to any entry of a stream of which the counter has holes."""
    seven, eight = new_counter(7), new_counter(8)
    stays = []
    for nth in range(8):
        if nth == back_to:
            seven.sync()
            past.keep(seven, eight)
        if nth % 3 == 2:
            stays.append(seven.receive().subject)
        else:
            ended(seven)
    seven.sync()
    eight.sync()
    let_go(seven)
    past.restore(seven, eight)
    with past.centre.writing() as (session, by):
        recovery.announce_restore(session)
        seats.top_up(session, by, 7, 2)  # fresh streams, as the worker makes them the day after
    seven.receive()
    for _ in range(2):
        seven.sync()
        eight.sync()
    assert seven.status().unsent == 0
    past.centre.work()
    known = {row[0] for row in past.centre.rows()["dossier"]}
    assert {*stays} <= known
    assert examine(seven.desk, Silent()).sound
    assert examine(eight.desk, Silent()).sound


def test_a_day_is_not_proved_of_which_something_may_be_gone(counter):
    today = local_day(counter.desk.clock.now_ms())
    ended(counter)
    counter.receive()
    counter.sync()
    own = counter.desk.seat.stream_id
    tomorrow = today + timedelta(days=1)
    assert counter.desk.ask(unclosed_day, own, tomorrow) == today
    assert usecase.let_go_before(counter.desk, tomorrow, Silent()).dossiers == 1
    assert counter.desk.ask(unclosed_day, own, tomorrow) is None
    with pytest.raises(retention.AtTheCentreAlone):
        close_day(counter.desk, counter.line, today, Silent())
    counter.desk.clock.advance(timedelta(days=1))
    counter.receive()
    proof = close_day(counter.desk, counter.line, tomorrow, Silent())
    assert proof.counts == {"dossier_received": 1}


def test_what_is_nearest_in_a_stream_with_holes(counter):
    ended(counter, 10)
    counter.receive()
    ended(counter, 5)
    counter.sync()
    let_go(counter)
    own = counter.desk.seat.stream_id
    assert [seq for stream, seq in sorted(entries(counter)) if stream == own] == [20, 21, 31]
    with counter.store.writing() as session:
        assert nearest(session, own, 0, 10, 31) == 20
        assert nearest(session, own, 0, 25, 31) == 21
        assert nearest(session, own, 21, 25, 30) is None
        assert nearest(session, own, 31, 31, 31) is None
        assert not in_a_hole(session, own, 20)
        assert in_a_hole(session, own, 22)
        assert not in_a_hole(session, own, 32)
        note(session, acked_seq=5)
    assert counter.status().oldest_unsent_at is not None


@pytest.fixture
def witnessed(centre, new_counter):
    """Two counters that closed a day; of the first, holes about what the second countersigned."""
    seven, eight = new_counter(7), new_counter(8)
    for counter in (seven, eight):
        ended(counter, 3)
        counter.sync()
        close_day(counter.desk, counter.line, local_day(counter.desk.clock.now_ms()), Silent())
        ended(counter)
        counter.sync()
    ended(seven, 3)
    seven.receive()
    seven.sync()
    let_go(seven)
    return seven


def test_an_audit_does_not_ask_for_what_was_let_go_of(centre, witnessed):
    own = witnessed.desk.seat.stream_id
    with witnessed.store.reading() as mine, centre.centre.reading() as theirs:
        claims = {
            (stream_id, seq)
            for entry in witness._closings(mine)
            for stream_id, seq, _ in witness._claims(entry)
        }
        assert any(in_a_hole(mine, *claim) for claim in claims)
        assert witness.chains(mine, "counter", Silent()) == []
        assert witness.countersigned(mine, "counter") == []
        assert witness.against_counter(theirs, mine) == []
        assert witness.closings(theirs, mine) == []
        last = witness._heads(mine)[own]
    with centre.centre.raw() as session:  # the one act after the hole is another
        session.exec_driver_sql(
            f"UPDATE journal SET hash = sha256(hash) WHERE stream_id = '{own}' AND seq = {last}"
        )
    with witnessed.store.reading() as mine, centre.centre.reading() as theirs:
        (found,) = witness.against_counter(theirs, mine)
    assert (found.stream_id, found.seq) == (own, last)


def test_an_audit_tells_what_is_gone_from_the_middle_of_a_hole(centre, witnessed):
    own = witnessed.desk.seat.stream_id
    in_the_hole = max(seq for stream, seq in entries(witnessed) if stream == own) - 3
    with centre.centre.raw() as session:
        for statement in (
            f"DELETE FROM journal WHERE stream_id = '{own}' AND seq > {in_the_hole}",
            f"UPDATE head SET seq = {in_the_hole} WHERE stream_id = '{own}'",
        ):
            session.exec_driver_sql(statement)
    with witnessed.store.reading() as mine, centre.centre.reading() as theirs:
        assert in_a_hole(mine, own, in_the_hole)
        (found,) = witness.against_counter(theirs, mine)
    assert (found.seq, "gone" in found.what) == (in_the_hole + 1, True)


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
    streams = len(counter.heads())
    assert [step[:2] for step in told.steps] == [
        (done, 2 + streams) for done in range(1, 3 + streams)
    ]


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
    plan = usecase.Plan(RetentionRules(2).line(today), 0, 0)
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

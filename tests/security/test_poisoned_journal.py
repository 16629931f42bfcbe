"""What one seat sends may be nonsense or a lie: the others, the centre, the dossiers stay whole."""

from __future__ import annotations

import json
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from counter_app.journal.append import append
from counter_app.journal.dossiers import KINDS
from counter_app.journal.entries import new_id
from counter_app.journal.families import FAMILIES, in_order
from counter_app.journal.rebuild import differences, rebuild
from counter_app.progress import Silent
from counter_app.schema.tables import journal
from counter_app.store import applicants, dossiers, due_board, stories
from counter_app.store.dossiers import DossierUnreadable
from counter_app.usecases import printing
from counter_app.usecases.intake import receive
from counter_app.usecases.printing import Form, PaperSize
from counter_app.usecases.upkeep import examine, repair
from tests.fixtures.desk import FRIDAY, birth_intake
from tests.fixtures.hostile import HostileSeat, arrive
from tests.fixtures.sync import centre, counter, new_counter

__all__ = ["centre", "counter", "new_counter"]

NONSENSE = [
    "",
    "xx",
    "[]",
    "null",
    "1",
    '"dossier_received"',
    "{}",
    "[" * 100_000,
    '{"a":' * 5_000 + "1" + "}" * 5_000,
    '{"number": "\\u0000"}',
    '{"number": "\\ud800"}',
    '{"submitter": 1' + "0" * 6000 + "}",
]
ODD = (None, 1, "x", [], {}, True, 10**30, -1, 2**40, 1e300, "\u0000", "\ud800", "9" * 3000)


@pytest.fixture
def hostile(new_counter):
    """Seat 66, its password in wrong hands."""
    return HostileSeat(new_counter(66))


@pytest.fixture
def honest(new_counter):
    return new_counter(8)


def good_record(counter, subject):
    with counter.store.reading() as session:
        payload = session.execute(
            select(journal.c.payload).where(
                journal.c.subject == subject, journal.c.kind == "dossier_received"
            )
        ).scalar()
    return json.loads(payload)


def variants(record):
    """Every field of an intake in every odd form."""
    serial = 0
    for name in record:
        for value in ODD:
            serial += 1
            number = f"000.00.14.H35-270101-{serial:04d}"
            yield json.dumps({**record, "number": number, name: value})


def use_everything(counter, subject):
    """Look at a dossier in every way an officer can, and act on it."""
    desk = counter.desk
    for row in desk.ask(dossiers.newest, 5000):
        try:
            desk.ask(dossiers.receipt_of, row.subject)
            desk.ask(stories.story, row.subject, desk.seat.stream_id)
        except DossierUnreadable:
            pass
        printing.queue(desk, row.subject, Form.RECEIPT, PaperSize.A5, "PDF")
    desk.ask(dossiers.search, "anh")
    desk.ask(applicants.earlier_applicants, "nguyen")
    desk.ask(due_board.board, FRIDAY.date())
    assert desk.ask(dossiers.receipt_of, subject).subject == subject


def test_nonsense_of_one_seat_stops_neither_the_others_nor_the_centre(centre, hostile, honest):
    receipt = honest.receive()
    honest.sync()
    record = good_record(honest, receipt.subject)
    sent = [*NONSENSE, *variants(record)]
    hostile.push([{"payload": payload} for payload in sent])
    after = (honest.desk.clock.now_ms() + 1000) << 16
    hostile.push(
        [{"payload": payload, "subject": receipt.subject, "clock": after} for payload in sent]
    )
    honest.sync()
    centre.work()
    later = honest.receive()
    honest.sync()
    centre.work()
    assert {receipt.number, later.number} <= {row[1] for row in honest.rows()["dossier"]}
    assert honest.rows() == centre.rows()
    assert "unreadable" in centre.alarms()
    use_everything(honest, receipt.subject)


def test_a_dossier_with_nonsense_in_its_history_can_be_worked_on(centre, hostile, honest):
    receipt = honest.receive()
    honest.sync()
    for kind in KINDS:
        hostile.push([{"kind": kind, "subject": receipt.subject, "payload": "{}"}])
    honest.sync()
    job = printing.queue(honest.desk, receipt.subject, Form.RECEIPT, PaperSize.A5, "PDF")
    printing.sent(honest.desk, job, "1")
    row = honest.desk.ask(dossiers.by_subject, receipt.subject)
    assert row.receipt_prints == 1
    honest.sync()
    centre.work()
    assert honest.rows() == centre.rows()


def test_every_kind_may_come_with_anything_in_it(centre, hostile, honest):
    honest.receive()
    for kind in FAMILIES:
        hostile.push([{"kind": kind, "payload": payload} for payload in NONSENSE])
    honest.sync()
    centre.work()
    assert honest.rows() == centre.rows()


def test_a_file_with_nonsense_in_it_can_be_checked_and_made_anew(hostile, honest):
    receipt = honest.receive()
    honest.sync()
    hostile.push([{"payload": payload, "subject": receipt.subject} for payload in NONSENSE])
    honest.sync()
    assert examine(honest.desk, Silent()).sound
    assert repair(honest.desk, Silent()) > 0
    assert examine(honest.desk, Silent()).sound
    with honest.store.writing() as session:
        rebuild(session, Silent())
        assert differences(session, Silent()) == []


def test_moments_beyond_all_calendars_are_left_out(centre, hostile, honest):
    receipt = honest.receive()
    honest.sync()
    record = json.dumps(good_record(honest, receipt.subject))
    for moment in (-1, 2**62, -(2**62), 10**16):
        hostile.push([{"payload": record, "occurred_at": moment}])
        odd = json.dumps({**json.loads(record), "due_at": moment})
        hostile.push([{"payload": odd}])
    honest.sync()
    centre.work()
    assert len(honest.rows()["dossier"]) == len(centre.rows()["dossier"]) == 1


def test_a_seat_cannot_define_officers_or_give_itself_numbers(centre, hostile, honest):
    before = honest.rows()
    hostile.push(
        [
            {
                "kind": "officer_defined",
                "payload": json.dumps(
                    {"login": "gian", "name": "x", "roles": ["supervisor"], "password_hash": ""}
                ),
            },
            {
                "kind": "range_granted",
                "payload": json.dumps(
                    {
                        "stream": hostile.stream.hex,
                        "seat_number": 66,
                        "agency_code": "000.00.14.H35",
                        "first": 1,
                        "last": 9999,
                    }
                ),
            },
        ]
    )
    honest.sync()
    centre.work()
    rows = honest.rows()
    assert rows["officer"] == before["officer"]
    assert rows["number_range"] == before["number_range"] == centre.rows()["number_range"]
    assert "reference" in centre.alarms()


def test_nobody_takes_the_place_of_an_act_by_its_id(centre, hostile, honest):
    receipt = honest.receive()
    honest.sync()
    record = good_record(honest, receipt.subject)
    with honest.store.reading() as session:
        act = session.execute(select(journal).where(journal.c.subject == receipt.subject)).one()
    forged = {**record, "submitter": {"name": "Kẻ Gian"}, "owner": None}
    hostile.push(
        [
            {
                "entry_id": act.entry_id,
                "subject": act.subject,
                "clock": act.clock - 1,
                "payload": json.dumps(forged),
            }
        ]
    )
    honest.sync()
    centre.work()
    (row,) = (row for row in honest.desk.ask(dossiers.newest) if row.number == receipt.number)
    # both stand in the history, and a person decides: nothing is taken away in silence
    assert row.conflict
    history = honest.desk.ask(dossiers.history, receipt.subject)
    assert {entry.stream_id for entry in history} == {act.stream_id, hostile.stream}
    assert honest.rows() == centre.rows()


def test_a_second_intake_of_a_dossier_is_a_conflict_and_an_alarm(centre, hostile, honest):
    receipt = honest.receive()
    honest.sync()
    forged = {**good_record(honest, receipt.subject), "number": "000.00.14.H35-260101-9999"}
    hostile.push([{"subject": receipt.subject, "clock": 1, "payload": json.dumps(forged)}])
    honest.sync()
    centre.work()
    assert honest.desk.ask(dossiers.by_subject, receipt.subject).conflict
    assert "intake_twice" in centre.alarms()


def test_a_copy_of_an_act_is_still_the_same_act(honest):
    receipt = honest.receive()
    (entry,) = honest.desk.ask(dossiers.history, receipt.subject)
    copy = entry._replace(stream_id=UUID(int=1), seq=9)
    assert [one.entry_id for one in in_order([entry, copy])] == [entry.entry_id]


def test_an_act_of_our_own_that_no_table_would_show_is_not_written(desk):
    with desk.store.reading() as session:
        before = session.exec_driver_sql("SELECT count(*) FROM journal").scalar()
    with pytest.raises(KeyError), desk.store.writing() as session:
        append(session, desk.author(), "dossier_received", new_id(1), {})
    with desk.store.reading() as session:
        assert session.exec_driver_sql("SELECT count(*) FROM journal").scalar() == before


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=12)
    | st.sampled_from(["2026-02-30", "\u0000", "counter", "intake", UUID(int=5).hex]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=6,
)
FIELDS = st.sampled_from(
    (
        "act",
        "amount",
        "because",
        "by",
        "code",
        "counted",
        "day",
        "due_at",
        "fees",
        "form",
        "first",
        "held_by",
        "kind",
        "last",
        "lines",
        "name",
        "new_due_at",
        "number",
        "of",
        "owner",
        "papers",
        "reason",
        "reprint",
        "result",
        "seat_number",
        "stream",
        "submitter",
        "to",
        "until",
    )
)


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(FAMILIES)), st.dictionaries(FIELDS, VALUES, max_size=6)),
        min_size=1,
        max_size=8,
    )
)
def test_whatever_arrives_under_a_dossier_the_tables_follow_the_journal(desk, acts):
    receipt = receive(desk, birth_intake())
    arrive(desk, [{"kind": kind, "subject": receipt.subject, "record": r} for kind, r in acts])
    with desk.store.reading() as session:
        assert differences(session, Silent()) == []
    desk.ask(stories.story, receipt.subject, desk.seat.stream_id)
    desk.ask(due_board.board, FRIDAY.date())

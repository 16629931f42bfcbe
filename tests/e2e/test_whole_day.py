"""A whole day in the real window: intakes of all kinds, what follows them, and the proof."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from counter_app.bootstrap import open_desk
from counter_app.clock import local_day
from counter_app.desk import Desk
from counter_app.documents.readback import check_numbers
from counter_app.documents.verify import verify_file
from counter_app.domain.dossier import PartyKind, ReturnWay
from counter_app.domain.fees import Method
from counter_app.domain.processing import Direction
from counter_app.domain.states import State
from counter_app.journal.dossiers.results import RETURNED, WITHDRAWN
from counter_app.journal.readable import record_of
from counter_app.schema.centre import proof
from counter_app.schema.local import draft
from counter_app.store.day_proofs import given_proof, proof_subject
from counter_app.store.day_sheets import last_final, sheet
from counter_app.store.dossiers import DossierRow, by_number, by_subject, history, intake_of
from counter_app.store.hand_over_lists import lists_of_day
from counter_app.store.money import account
from counter_app.store.papers import hand_over_list
from counter_app.sync.status import current
from tests.e2e import day_evening, day_intakes, day_middle
from tests.e2e.day_intakes import Numbers
from tests.fixtures.counter_day import CounterDay
from tests.fixtures.desk import PASSWORD
from tests.fixtures.sync import projected_rows
from tests.fixtures.whole_day import SEAT, Morning

RECEIVED, HANDED_OVER = 19, 15
TILL = {5_000: 1, 2_000: 2, 1_000: 1}
ENDS = {
    State.RETURNED: {"card", "on the spot", "post", "electronic"},
    State.SUPPLEMENT: {"old number"},
    State.STOPPED: {"next"},
    State.WITHDRAWN: {"twice"},
    State.REFUSED: {"online refused"},
}
"""How the dossiers of the day end; all others are at their agency."""
STAYED = {"on the spot", "old number", "next", "twice", "online refused"}
"""What went to no agency."""
PAPERS = {
    "*-receipt.pdf": RECEIVED + 2,  # those of the days before are printed in the evening
    "*-supplement.pdf": 2,
    "*-stop.pdf": 2,
    "*refusal.pdf": 2,
    "*-apology.pdf": 2,
    "*-tra-ket-qua.pdf": 5,
    "01BLP0-001-AA-26P-*.pdf": 3,
    "BG07-*.pdf": 1,
    "kiem-ke-quy-*.pdf": 1,
    "khoa-so-*.pdf": 1,
    "doi-chieu-*.pdf": 1,
}
"""How many of each paper are printed."""


@pytest.fixture
def day(morning, sit_down) -> CounterDay:
    """Lò Thị Lan, signed in at seat 7."""
    working = CounterDay(sit_down(morning.paths.data))
    working.sign_in(PASSWORD)
    return working


@pytest.fixture
def desk(morning) -> Iterator[Desk]:
    """What the counter's file says."""
    opened = open_desk(morning.paths)
    yield opened
    opened.store.close()


def test_an_officer_works_a_whole_day_in_the_real_window(day, desk, morning, tmp_path):
    taken = work(day, tmp_path, desk.ask(by_subject, morning.waiting).number)
    code = day_evening.count_and_close(day, TILL)
    day.keep("closed")
    day.officer.wait("everything at the centre", lambda: not current(desk).unsent)
    day.officer.leave()
    assert day.officer.process.returncode == 0
    assert not morning.paths.logs.exists()
    check_dossiers(desk, taken)
    check_what_is_special(desk, taken)
    check_late(desk, morning)
    check_money(desk, morning, taken)
    check_papers(desk, morning.paths.papers, taken)
    check_centre(desk, morning, code)


def work(day: CounterDay, folder: Path, waiting: str) -> Numbers:
    """Do all that comes between the sign-in and the close."""
    taken = day_intakes.take_in_all(day, folder)
    day.keep("intakes")
    day_middle.take_money(day, taken)
    day.keep("money")
    day_middle.ask_for_papers(day, taken)
    day_middle.stop(day, taken)
    day_middle.withdraw(day, taken["twice"])
    day.keep("withdrawn")
    day_middle.apologise(day)
    day.keep("late")
    day_evening.return_on_the_spot(day, taken["on the spot"])
    day_evening.hand_over(day, HANDED_OVER)
    day.keep("handed-over")
    day_evening.bring_results(day, [taken[who] for who in ("card", "post", "electronic")])
    day.keep("results")
    day_evening.return_results(day, taken, waiting)
    day.keep("returned")
    return taken


def check_dossiers(desk: Desk, taken: Numbers) -> None:
    assert len(set(taken.values())) == len(taken) == 20
    states = {who: State(desk.ask(by_number, number).state) for who, number in taken.items()}
    ends = {who: state for state, some in ENDS.items() for who in some}
    assert states == {who: ends.get(who, State.PROCESSING) for who in taken}
    assert desk.ask(lambda session: session.execute(select(draft)).all()) == []


def check_what_is_special(desk: Desk, taken: Numbers) -> None:
    def intake(who):
        return desk.ask(intake_of, row(desk, taken[who]).subject)

    assert intake("card").submitter.old_identity_number == "045999001"
    assert intake("new card").submitter.identity_number == "012090123451"
    assert intake("old number").submitter.identity_number == "045123999"
    organisation = intake("organisation")
    assert (organisation.submitter.kind, organisation.sets) == (PartyKind.ORGANISATION, 3)
    assert intake("copy").submitter == organisation.submitter
    authorised = intake("authorised")
    assert (authorised.submitter.name, authorised.holder.name) == ("Lò Thị Ánh", "Hoàng Văn Thụ")
    assert authorised.authorisation == "Giấy ủy quyền số 12/2026"
    assert [paper.name for paper in intake("free rows").papers][-1] == "Đơn cam kết của gia đình"
    assert intake("post").return_way is ReturnWay.POST
    assert intake("electronic").submitter.email == "ha.do@example.vn"
    assert intake("next").procedure_code == intake("first").procedure_code
    assert intake("put aside").submitter.name == "Phàn Thị Mẩy"
    assert told(desk, taken["post"], RETURNED)["waybill"] == day_evening.WAYBILL
    assert told(desk, taken["twice"], WITHDRAWN)["reason"]
    for who in ("by hand", "new card"):
        assert row(desk, taken[who]).paused_since is None


def check_late(desk: Desk, morning: Morning) -> None:
    for subject in morning.late:
        late = desk.ask(by_subject, subject)
        assert late.apology_at is not None
        assert late.promised_at > late.due_at
    fetched = desk.ask(by_subject, morning.waiting)
    assert fetched.state == State.RETURNED
    assert told(desk, fetched.number, RETURNED)["authorisation"]


def check_money(desk: Desk, morning: Morning, taken: Numbers) -> None:
    day = desk.ask(sheet, desk.ask(last_final, SEAT).id)
    ways = {one.method: (one.taken.total, one.payments) for one in day.methods}
    assert ways == {Method.CASH: (10_000, 2), Method.VIETQR: (8_000, 1)}
    assert day.cash.counted == day.cash.expected == sum(k * n for k, n in TILL.items())
    assert [(book.count, book.money.total) for book in day.books] == [(3, 18_000)]
    exempt = desk.ask(account, row(desk, taken["exempt"]).subject)
    assert exempt.owed == exempt.exempt
    assert exempt.exempt.total == 145_000
    (agency,) = day.agencies
    before = len(morning.late) + 1  # the days before stand on no sheet yet
    assert agency.received == RECEIVED + before
    assert agency.handed_over == HANDED_OVER + before
    assert (agency.resolved, agency.returned, agency.withdrawn) == (5, 5, 1)


def check_papers(desk: Desk, papers: Path, taken: Numbers) -> None:
    assert {form: len(list(papers.glob(form))) for form in PAPERS} == PAPERS
    assert len(list(papers.iterdir())) == sum(PAPERS.values())
    for who in ("card", "organisation", "authorised", "online"):
        (receipt,) = papers.glob(f"{taken[who]}-receipt.pdf")
        assert verify_file(desk, receipt).genuine
    (out,) = desk.ask(lists_of_day, local_day(desk.clock.now_ms()), Direction.OUT)
    handed = [line.number for line in desk.ask(hand_over_list, out.batch).lines]
    assert set(handed) == {number for who, number in taken.items() if who not in STAYED}
    check_numbers((papers / f"{out.number}.pdf").read_bytes(), handed)


def check_centre(desk: Desk, morning: Morning, code: str) -> None:
    centre = morning.centre
    centre.work()
    assert centre.alarms() == []
    assert centre.rows() == desk.ask(projected_rows)
    today = local_day(desk.clock.now_ms())
    given = desk.ask(given_proof, proof_subject(desk.seat.stream_id, today))
    assert centre.ask(select(proof.c.code)) == given.code == code


def row(desk: Desk, number: str) -> DossierRow:
    return desk.ask(by_number, number)


def told(desk: Desk, number: str, kind: str) -> dict[str, object]:
    """Return the record of the last act of a kind."""
    entries = desk.ask(history, row(desk, number).subject)
    found = [dict(record_of(entry)) for entry in entries if entry.kind == kind]
    assert found, [entry.kind for entry in entries]
    return found[-1]

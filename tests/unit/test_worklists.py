"""What waits at the counter, lists that went out, letters, wordings, and who came in vain."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from counter_app.clock import local_day
from counter_app.domain.dossier import Party, ReturnWay
from counter_app.domain.identity import BadPhone
from counter_app.domain.processing import (
    Collection,
    Direction,
    Phase,
    Relation,
    Supplement,
    SupplementLine,
)
from counter_app.domain.roles import NotAllowedFor
from counter_app.domain.states import State
from counter_app.store import callers as who_came
from counter_app.store import worklists
from counter_app.store.collecting import Hindrance, collecting
from counter_app.store.dossiers import by_number, by_subject, receipt_of
from counter_app.store.hand_over_lists import (
    list_of,
    lists_of_day,
    lists_of_dossier,
    unsigned_lists,
)
from counter_app.store.letters import earlier_reasons, earlier_wordings, letters
from counter_app.store.papers import hand_over_list, return_slip
from counter_app.usecases import (
    callers,
    conflicts,
    corrections,
    hand_overs,
    online,
    phases,
    refusals,
    results,
    returns,
    supplements,
)
from counter_app.usecases.acts import SecondPersonMissing
from counter_app.usecases.batches import NothingChosen
from counter_app.usecases.sign_in import NoSuchOfficer
from tests.fixtures.desk import AGENCY, BIRTH, SUBMITTER, birth_intake
from tests.fixtures.life import (
    ASKED,
    COLLECTED,
    HOA,
    MINH,
    REACHING,
    YEAR_END,
    announced,
    handed_over,
    received,
    resolved,
    traces,
)

TODAY = date(2026, 11, 20)


def subjects(rows):
    return [row.subject for row in rows]


def test_every_open_dossier_stands_in_exactly_one_list(office):
    every = {state: reach(office) for state, reach in REACHING.items()}
    lists = {
        "announced": subjects(office.ask(worklists.announced)),
        "to hand over": subjects(office.ask(worklists.to_hand_over)),
        "at agency": subjects(office.ask(worklists.at_agency)),
        "paused": subjects(office.ask(worklists.paused)),
        "to be fetched": subjects(office.ask(worklists.waiting_to_be_fetched)),
    }
    listed = [subject for one in lists.values() for subject in one]
    over = {State.REFUSED, State.WITHDRAWN, State.RETURNED}
    assert sorted(listed) == sorted(s for state, s in every.items() if state not in over)
    assert lists["paused"] == [
        every[State.SUPPLEMENT],
        every[State.PAYMENT],
        every[State.STOPPED],
    ]


def test_a_supplement_that_does_not_come_is_listed(office):
    subject = handed_over(office)
    supplements.request(office, subject, replace(ASKED, answer_by=date(2026, 11, 27)))
    assert office.ask(worklists.unanswered, date(2026, 11, 27)) == []
    assert subjects(office.ask(worklists.unanswered, date(2026, 11, 28))) == [subject]


def test_a_day_for_the_answer_must_be_to_come(office):
    subject = handed_over(office)
    before = traces(office)
    with pytest.raises(supplements.AnswerDayPast):
        supplements.request(office, subject, replace(ASKED, answer_by=TODAY))
    with pytest.raises(supplements.NothingAskedFor):
        supplements.request(office, subject, Supplement(()))
    assert traces(office) == before


def test_results_wanted_by_post_are_listed_apart(office):
    by_post = birth_intake(return_way=ReturnWay.POST, return_address="Bản Nậm Loỏng")
    wanted = received(office, by_post)
    results.resolve(office, wanted)
    resolved(office)
    assert subjects(office.ask(worklists.to_post)) == [wanted]


def test_a_hand_over_list_tells_what_went_and_what_came_back(office):
    first, second = received(office), received(office)
    batch = hand_overs.hand_over(office, [first, second], AGENCY, note="Kèm bản vẽ")
    (row,) = office.ask(unsigned_lists)
    assert (row.number, row.dossiers, row.taken_back, row.accepted_at) == (batch.number, 2, 0, None)
    hand_overs.take_back(office, batch.id, "Nhầm", [first])
    hand_overs.accept(office, batch.id, "Lê Văn Bình")
    row = office.ask(list_of, batch.id)
    assert (row.dossiers, row.taken_back, row.receiver) == (1, 1, "Lê Văn Bình")
    assert office.ask(unsigned_lists) == []
    told = office.ask(hand_over_list, batch.id)
    assert [(line.position, line.number[-4:], line.note) for line in told.lines] == [
        (2, "0102", "Kèm bản vẽ")
    ]
    assert (told.giver, told.receiver, told.agency_name) == (
        "Lò Thị Lan",
        "Lê Văn Bình",
        "Sở Tư pháp",
    )
    results.receive_results(office, [results.Arrival(second)], AGENCY)
    assert [one.direction for one in office.ask(lists_of_day, TODAY)] == [
        Direction.BACK,
        Direction.OUT,
    ]
    assert len(office.ask(lists_of_dossier, second)) == 2
    assert office.ask(lists_of_day, TODAY, Direction.POST) == []


def test_a_list_is_signed_once_and_only_if_it_is_known(office):
    batch = hand_overs.hand_over(office, [received(office)], AGENCY)
    assert hand_overs.accept(office, batch.id) == 1
    with pytest.raises(hand_overs.NoSuchList):
        hand_overs.accept(office, received(office))


def test_a_scan_tells_where_the_result_is_and_who_may_have_it(office):
    mother = Party(name="Lò Thị Mai", identity_number="012190000111")
    subject = received(office, birth_intake(owner=mother))
    before = office.ask(collecting, subject)
    assert before.hindrances == (Hindrance.NOT_RESOLVED,)
    assert [(one.party.name, one.relation) for one in before.may_collect] == [
        ("Lò Thị Mai", Relation.OWNER),
        (SUBMITTER.name, Relation.SUBMITTER),
    ]
    assert before.relation_of("012190000111") is Relation.OWNER
    assert before.relation_of(SUBMITTER.old_identity_number) is Relation.SUBMITTER
    assert before.relation_of("") is None
    hand_overs.hand_over(office, [subject], AGENCY)
    results.resolve(office, subject)
    assert office.ask(collecting, subject).hindrances == (Hindrance.AT_AGENCY,)
    results.receive_results(office, [results.Arrival(subject)], place="Kệ C3")
    ready = office.ask(collecting, subject)
    assert (ready.hindrances, ready.dossier.shelf_place) == ((), "Kệ C3")
    returns.hand_out(office, subject, COLLECTED)
    assert office.ask(collecting, subject).hindrances == (Hindrance.RETURNED_ALREADY,)


def test_the_receipt_for_a_result_says_who_got_what(office):
    subject = resolved(office)
    returns.hand_out(
        office,
        subject,
        Collection(
            Party(name="Lò Văn Páo"), Relation.AUTHORISED, "Giấy ủy quyền 12", note="Ký thay"
        ),
    )
    slip = office.ask(return_slip, subject)
    assert (slip.collector.name, slip.authorisation) == ("Lò Văn Páo", "Giấy ủy quyền 12")
    assert (slip.relation, slip.way) == (Relation.AUTHORISED, ReturnWay.COUNTER)


def test_letters_stay_in_the_register_when_their_act_is_taken_back(office):
    subject = handed_over(office)
    number = supplements.request(office, subject, ASKED).letter
    conflicts.take_back(office, subject, "Nhầm hồ sơ")
    (row,) = office.ask(letters, TODAY, TODAY)
    assert (row.number, row.void, row.name) == (number, True, SUBMITTER.name)
    assert supplements.request(office, subject, ASKED).letter == "07-002/PBS"


def test_the_words_of_earlier_supplements_are_offered_the_most_frequent_first(office):
    often = Supplement((SupplementLine("Tờ khai", "Thiếu chữ ký"),), "Chưa đủ thành phần")
    once = Supplement((SupplementLine("Tờ khai", "Sai mẫu"), SupplementLine("Giấy chứng sinh")))
    for asked in (often, once, often):
        supplements.request(office, handed_over(office), asked)
    refusals.guide(office, birth_intake(), once)
    offered = office.ask(earlier_wordings, BIRTH.code, "to khai")
    assert [(one.line.reason, one.times) for one in offered] == [
        ("Thiếu chữ ký", 2),
        ("Sai mẫu", 2),
    ]
    assert office.ask(earlier_reasons, BIRTH.code) == ["Chưa đủ thành phần"]
    assert office.ask(earlier_wordings, "9.999999") == []


def test_who_was_turned_away_is_counted_without_a_dossier(office):
    slip = refusals.refuse(office, birth_intake(), "Không thuộc thẩm quyền")
    refusals.guide(office, birth_intake(), ASKED)
    rows = office.ask(who_came.turned_away_between, TODAY, TODAY)
    assert {row.kind for row in rows} == {"refused", "guided"}
    assert office.ask(who_came.turned_away_counts, TODAY, TODAY) == {
        (AGENCY, "refused"): 1,
        (AGENCY, "guided"): 1,
    }
    assert slip.letter == "07-001/PTC"
    before = traces(office)
    with pytest.raises(refusals.NameMissing):
        refusals.refuse(office, birth_intake(submitter=Party()), "vì")
    assert traces(office) == before


def test_visits_and_opinions_are_kept_and_answered(office):
    visit = callers.Visit("Thủ tục thuế", name="Công ty A", phone="0912 345 678", minutes=15)
    callers.record_visit(office, visit)
    (row,) = office.ask(who_came.visits_between, TODAY, TODAY)
    assert (row.topic, row.place, row.phone) == ("Thủ tục thuế", "business_desk", "+84912345678")
    subject = handed_over(office)
    told = callers.Feedback(
        callers.FeedbackKind.COMPLAINT, "Chờ lâu", dossier=subject, answer_by=date(2026, 11, 27)
    )
    opinion = callers.record_feedback(office, told)
    assert [one.dossier for one in office.ask(who_came.unanswered_feedback)] == [subject]
    callers.answer_feedback(office, opinion, "Đã xin lỗi công dân")
    assert office.ask(who_came.unanswered_feedback) == []
    (answered,) = office.ask(who_came.feedback_between, TODAY, TODAY)
    assert (answered.answer, answered.answered_by) == ("Đã xin lỗi công dân", "lan")
    with pytest.raises(callers.TopicMissing):
        callers.record_visit(office, callers.Visit(" "))
    with pytest.raises(BadPhone):
        callers.record_visit(office, callers.Visit("Thuế", phone="12"))
    with pytest.raises(callers.NoSuchFeedback):
        callers.answer_feedback(office, subject, "…")


def test_an_online_dossier_keeps_its_number_and_its_term_begins_when_it_is_taken_in(office):
    subject = announced(office)
    number = office.ask(by_subject, subject).number
    office.clock.advance(timedelta(days=3))
    receipt = online.take_in(office, subject)
    assert receipt.number == number
    assert receipt.received_at.date() == local_day(office.clock.now_ms())
    assert (receipt.book, receipt.book_number) == ("07/2026", 1)
    row = office.ask(by_number, number)
    assert (row.state, row.due_at is None) == (State.RECEIVED, False)
    assert office.ask(receipt_of, subject) == receipt


def test_what_the_portal_tells_wrong_is_left_out_and_the_rest_comes_in(office):
    good, bad = "H35.14-261120-0001", "H35.14-261120-0002"
    now = YEAR_END
    told = [
        online.OnlineDossier(good, birth_intake(), now),
        online.OnlineDossier(bad, birth_intake(procedure_code="9.999999"), now),
        online.OnlineDossier("mã số", birth_intake(), now),
    ]
    done = online.import_online(office, told)
    assert len(done.new) == 1
    assert [one.number for one in done.left_out] == [bad, "mã số"]
    assert online.import_online(office, told[:1]).known == (good,)


def test_a_phase_has_its_own_agency_and_day_and_the_whole_keeps_its_own(office):
    subject = handed_over(office)
    whole = office.ask(by_subject, subject).due_at
    with pytest.raises(phases.PhaseOutOfTurn):
        phases.start(office, subject, Phase(3, "Giai đoạn 3", AGENCY))
    phases.start(
        office, subject, Phase(2, "Xác định nghĩa vụ tài chính", "000.00.20.H35", YEAR_END)
    )
    row = office.ask(by_subject, subject)
    assert (row.held_by, row.due_at) == ("000.00.20.H35", whole)


def test_linked_dossiers_are_found_from_the_main_one(office):
    main, part, other = received(office), received(office), received(office)
    phases.link(office, part, main)
    assert subjects(office.ask(worklists.linked, main)) == [part]
    for wrong in (part, other):
        with pytest.raises(phases.CannotLink):
            phases.link(office, other, wrong)


def test_an_absent_officers_dossiers_are_taken_over_and_counted(office):
    minh = office.served_by(MINH)
    for _ in range(3):
        received(minh)
    assert office.ask(worklists.assigned, "minh") == 3
    with pytest.raises(SecondPersonMissing):
        corrections.take_over(minh, "lan", "Nghỉ ốm")
    done = corrections.take_over(office, "minh", "Nghỉ ốm", counted=2)
    assert (done.on_record, done.counted) == (3, 2)
    assert (office.ask(worklists.assigned, "minh"), office.ask(worklists.assigned, "lan")) == (0, 3)
    with pytest.raises(NothingChosen):
        corrections.take_over(office, "minh", "Nghỉ ốm")


def test_a_dossier_is_given_to_somebody_who_is_there(office):
    subject = received(office)
    with pytest.raises(NoSuchOfficer):
        corrections.reassign(office, subject, "nobody", "Nghỉ phép")
    corrections.reassign(office, subject, "minh", "Nghỉ phép")
    assert office.ask(by_subject, subject).assigned_to == "minh"


def test_a_dossier_of_another_officer_is_taken_by_a_supervisor_only(office):
    subject = received(office)
    with pytest.raises(NotAllowedFor):
        corrections.reassign(office.served_by(MINH), subject, "minh", "Tự nhận")
    corrections.reassign(office.served_by(HOA), subject, "minh", "Phân công")

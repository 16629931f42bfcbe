"""A correction reaches everything an intake records, and its history tells each thing."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from counter_app.clock import VIETNAM, local, to_ms
from counter_app.domain.corrections import Change, changes
from counter_app.domain.dossier import Consents, Intake, Paper, Party, PartyKind, ReturnWay, Sex
from counter_app.domain.intake_check import Field
from counter_app.domain.procedure import Channel, ChannelRule, Term, TermUnit
from counter_app.domain.register import ImportedDossier
from counter_app.domain.states import State
from counter_app.journal.append import append
from counter_app.journal.dossiers.corrections import CORRECTED
from counter_app.journal.rebuild import differences
from counter_app.progress import Silent
from counter_app.records import to_record
from counter_app.store.dossiers import by_subject, history, intake_of, newest, receipt_of
from counter_app.store.stories import story
from counter_app.usecases import conflicts, corrections, promises, stops
from counter_app.usecases.intake import IntakeIncomplete
from counter_app.usecases.register_import import take_register
from tests.fixtures.desk import AGENCY, BUILDING, SUBMITTER, birth_intake, publish_procedure
from tests.fixtures.life import (
    HOA,
    SORRY,
    WHY_STOPPED,
    another_seat,
    every_row,
    exchange,
    received,
)

OWNER = Party(
    name="Lò Văn Páo",
    identity_number="012088000456",
    born_on=date(1988, 2, 3),
    sex=Sex.MALE,
    address="Bản Nậm Loỏng, phường Quyết Thắng",
)
BY_POST = replace(
    BUILDING,
    rules=(
        *BUILDING.rules,
        ChannelRule(Channel.POSTAL, Term(Decimal(20), TermUnit.WORKING_DAY), free=True),
    ),
)


def corrections_told(desk, subject):
    with desk.store.reading() as session:
        steps = story(session, subject, desk.seat.stream_id).steps
    return [step.correction for step in steps if step.kind == CORRECTED]


def everything_else(was: Intake) -> Intake:
    """An intake in which nothing is as it was, but the procedure."""
    papers = (
        replace(was.papers[0], originals=2, photocopies=1, note="có chứng thực"),
        was.papers[1],
        replace(was.papers[2], present=False, photocopies=0),
        Paper("Giấy ủy quyền", originals=1, required=False, present=True),
    )
    return replace(
        was,
        submitter=replace(
            was.submitter,
            born_on=date(1989, 9, 5),
            sex=Sex.MALE,
            old_identity_number="045999999",
            identity_issued_on=date(2021, 4, 1),
            phone="+84987654321",
            email="anh@example.vn",
        ),
        owner=OWNER,
        authorisation="Giấy ủy quyền số 12",
        papers=papers,
        channel=Channel.ONLINE,
        sets=3,
        return_way=ReturnWay.POST,
        return_address="Tổ 3, phường Tân Phong",
        consents=Consents(sms=True, email=True),
        summary="Khai sinh cho con thứ hai",
        note="Gấp",
    )


def test_everything_that_an_intake_records_can_be_put_right(office):
    subject = received(office)
    was = office.ask(intake_of, subject)
    wanted = everything_else(was)
    differing = {f.name for f in fields(Intake) if getattr(wanted, f.name) != getattr(was, f.name)}
    assert differing == {f.name for f in fields(Intake)} - {"procedure_code"}
    receipt = corrections.correct(office, subject, wanted, "Nhập sai")
    assert office.ask(intake_of, subject) == wanted
    assert (receipt.papers, receipt.sets, receipt.channel) == (wanted.papers, 3, Channel.ONLINE)
    assert (receipt.owner, receipt.authorisation) == (OWNER, wanted.authorisation)
    assert (receipt.return_way, receipt.return_address) == (ReturnWay.POST, wanted.return_address)
    assert (receipt.consents, receipt.note, receipt.reissue) == (wanted.consents, "Gấp", 1)
    row = office.ask(by_subject, subject)
    assert (row.owner_name, row.identity_number) == (OWNER.name, OWNER.identity_number)
    with office.store.reading() as session:
        assert differences(session, Silent()) == []


def test_the_history_tells_every_thing_as_it_was_and_as_it_is(office):
    subject = received(office)
    was = office.ask(intake_of, subject)
    wanted = everything_else(was)
    corrections.correct(office, subject, wanted, "Nhập sai")
    (told,) = corrections_told(office, subject)
    by_place = {(one.where, one.paper): (one.before, one.after) for one in told.changes}
    assert by_place["submitter.born_on", ""] == (date(1988, 9, 5), date(1989, 9, 5))
    assert by_place["owner.name", ""] == ("", "Lò Văn Páo")
    assert by_place["channel", ""] == (Channel.COUNTER, Channel.ONLINE)
    assert by_place["papers", was.papers[0].name] == (was.papers[0], wanted.papers[0])
    assert by_place["papers", was.papers[2].name] == (was.papers[2], wanted.papers[2])
    assert by_place["papers", "Giấy ủy quyền"] == (None, wanted.papers[3])
    assert ("papers", was.papers[1].name) not in by_place
    assert by_place["consents", ""] == (Consents(), wanted.consents)
    corrections.correct(office, subject, was, "Đã đúng từ đầu")
    back = corrections_told(office, subject)[1]
    assert {(one.where, one.paper): (one.after, one.before) for one in back.changes} == by_place


def test_an_owner_is_taken_away_and_the_old_paper_with_him(office):
    papers = (*birth_intake().papers, Paper("Giấy khác", 1, required=False, present=True))
    subject = received(office, birth_intake(owner=OWNER, papers=papers))
    was = office.ask(intake_of, subject)
    wanted = replace(was, owner=None, papers=was.papers[:-1])
    assert corrections.correct(office, subject, wanted, "Nhầm chủ").owner == was.submitter
    (told,) = corrections_told(office, subject)
    assert Change("owner.name", "Lò Văn Páo", "") in told.changes
    assert Change("papers", was.papers[-1], None, "Giấy khác") in told.changes


def test_what_differs_alone_is_written(office):
    subject = received(office)
    was = office.ask(intake_of, subject)
    corrections.correct(office, subject, replace(was, note="Gấp"), "Ghi sót")
    record = office.ask(history, subject)[-1].record()
    assert record["intake"] == {"note": "Gấp", "due_at": office.ask(by_subject, subject).due_at}


def test_a_correction_of_the_earlier_shape_folds_and_is_told(office):
    """Before, an entry held the whole intake."""
    subject = received(office)
    was = office.ask(intake_of, subject)
    now = replace(was, note="Gấp", sets=2)
    row = office.ask(by_subject, subject)
    whole = {f.name: to_record(getattr(now, f.name)) for f in fields(Intake)}
    record = {
        "intake": {**whole, "due_at": row.due_at},
        "reason": "Ghi sót",
        "officer_name": "Lò Thị Lan",
        "second": "",
    }
    with office.store.writing() as session:
        append(session, office.author(), CORRECTED, subject, record, based_on=(row.last_act,))
    assert office.ask(intake_of, subject) == now
    (told,) = corrections_told(office, subject)
    assert told.changes == (Change("sets", 1, 2), Change("note", "", "Gấp"))


def test_two_corrections_made_apart_keep_what_both_put_right(office, tmp_path):
    subject = received(office)
    was = office.ask(intake_of, subject)
    with another_seat(office, tmp_path / "other.db") as other:
        corrections.correct(office, subject, replace(was, sets=2), "Đếm lại")
        office.clock.advance(timedelta(minutes=2))
        spelt = replace(was, submitter=replace(was.submitter, name="Nguyễn Thị Ánh Tuyết"))
        corrections.correct(other, subject, spelt, "Sai tên")
        exchange(office, other)
        assert every_row(office) == every_row(other)
        for desk in (office, other):
            receipt = desk.ask(receipt_of, subject)
            assert (receipt.sets, receipt.submitter.name) == (2, "Nguyễn Thị Ánh Tuyết")
            assert receipt.reissue == 2
            assert desk.ask(by_subject, subject).conflict
            first, second = corrections_told(desk, subject)
            assert [one.where for one in first.changes] == ["sets"]
            assert [one.where for one in second.changes] == ["submitter.name"]


def test_a_correction_made_apart_does_not_bring_back_an_old_due_moment(office, tmp_path):
    publish_procedure(office, BY_POST, date(2026, 11, 20))
    subject = received(office, building())
    was = office.ask(intake_of, subject)
    with another_seat(office, tmp_path / "other.db") as other:
        posted = corrections.correct(
            office, subject, replace(was, channel=Channel.POSTAL), "Bưu điện"
        )
        office.clock.advance(timedelta(minutes=2))
        corrections.correct(other, subject, replace(was, note="Gấp"), "Ghi sót")
        exchange(office, other)
        assert other.ask(receipt_of, subject).due_at == posted.due_at
        assert local(other.ask(by_subject, subject).due_at) == posted.due_at


def test_a_correction_that_was_taken_back_still_tells_what_it_had_changed(office):
    subject = received(office)
    was = office.ask(intake_of, subject)
    corrections.correct(office, subject, replace(was, note="Gấp"), "Ghi sót")
    conflicts.take_back(office, subject, "Nhầm hồ sơ", HOA)
    assert office.ask(intake_of, subject) == was
    (told,) = corrections_told(office, subject)
    assert told.changes == (Change("note", "", "Gấp"),)


def building(**changed: object) -> Intake:
    papers = tuple(
        Paper(line.name, 1, required=line.required, present=True) for line in BUILDING.checklist
    )
    return birth_intake(procedure_code=BUILDING.code, papers=papers, **changed)


def test_another_channel_counts_its_term_and_the_first_date_stays_on_record(office):
    publish_procedure(office, BY_POST, date(2026, 11, 20))
    subject = received(office, building())
    first = office.ask(by_subject, subject).due_at
    was = office.ask(intake_of, subject)
    foreseen = corrections.due_after(office, subject, was.procedure_code, Channel.POSTAL)
    receipt = corrections.correct(office, subject, replace(was, channel=Channel.POSTAL), "Bưu điện")
    # twenty working days from 20 November, without the holiday of the 24th
    assert receipt.due_at == datetime(2026, 12, 21, 17, 0, tzinfo=VIETNAM)
    assert to_ms(receipt.due_at) == foreseen == office.ask(by_subject, subject).due_at
    assert receipt.term == BY_POST.rules[-1].term and receipt.free
    (told,) = corrections_told(office, subject)
    assert told.due == (first, foreseen)
    (row,) = every_row(office)["dossier"]
    assert first in row  # original_due_at


def test_a_correction_of_papers_moves_no_date_also_after_an_apology(office):
    subject = received(office)
    stops.stop(office, subject, WHY_STOPPED)
    office.clock.advance(timedelta(days=3))
    stops.resume(office, subject)
    promises.apologise(office, subject, SORRY)
    row = office.ask(by_subject, subject)
    was = office.ask(intake_of, subject)
    papers = (replace(was.papers[0], originals=2), *was.papers[1:])
    receipt = corrections.correct(office, subject, replace(was, papers=papers), "Đếm lại")
    after = office.ask(by_subject, subject)
    assert (after.due_at, after.promised_at) == (row.due_at, row.promised_at)
    assert receipt.due_at == local(row.promised_at)
    assert corrections_told(office, subject)[0].due is None


def test_a_checklist_without_a_required_paper_is_refused(office):
    subject = received(office)
    was = office.ask(intake_of, subject)
    papers = (replace(was.papers[0], present=False), *was.papers[1:])
    with pytest.raises(IntakeIncomplete):
        corrections.correct(office, subject, replace(was, papers=papers), "Không có")


def from_a_register(desk):
    """A dossier under way, as a former register knew it: no papers, no procedure version."""
    line = ImportedDossier(
        2,
        "000.00.14.H35-261118-0007",
        AGENCY,
        "7.654321",
        "Thủ tục cũ",
        Channel.COUNTER,
        datetime(2026, 11, 18, 8, 0, tzinfo=VIETNAM),
        State.RESOLVED,
        "Lò Thị Pỉn",
        phone="12",
        result_at=datetime(2026, 11, 19, 8, 0, tzinfo=VIETNAM),
    )
    assert take_register(desk, [line], 1, Silent()).taken == 1
    (row,) = desk.ask(newest, 1)
    return row.subject


def test_what_came_from_a_register_is_put_right_as_far_as_it_was_recorded(office):
    subject = from_a_register(office)
    was = office.ask(intake_of, subject)
    corrections.correct(office, subject, replace(was, sets=2), "Đếm lại", HOA)
    assert office.ask(intake_of, subject) == replace(was, sets=2)
    nameless = replace(was, sets=2, submitter=replace(was.submitter, name=""))
    with pytest.raises(IntakeIncomplete) as refused:
        corrections.correct(office, subject, nameless, "Sai tên", HOA)
    assert [one.field for one in refused.value.problems] == [Field.SUBMITTER_NAME]


def test_papers_that_were_never_there_are_not_told():
    absent = Paper("Giấy tờ khác", required=False)
    before = Intake("1.1", SUBMITTER, papers=(Paper("A", 1, present=True),))
    after = replace(before, papers=(*before.papers, absent))
    assert changes(before, after, {}) == ()
    noted = replace(before, papers=(*before.papers, replace(absent, note="nộp sau")))
    assert len(changes(before, noted, {})) == 1


def test_a_person_who_becomes_an_organisation_is_told_by_kind():
    before = Intake("1.1", SUBMITTER)
    firm = Party(PartyKind.ORGANISATION, "Công ty Nậm Na", representative="Lò Thị Mai")
    told = changes(before, replace(before, submitter=firm), {})
    assert Change("submitter.kind", PartyKind.PERSON, PartyKind.ORGANISATION) in told
    assert Change("submitter.representative", "", "Lò Thị Mai") in told

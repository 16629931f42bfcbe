"""Scoring of agencies: borders, points that people give, and a second count in plain Python."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import ROUND_FLOOR, Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.clock import VIETNAM, local
from counter_app.domain.procedure import Channel
from counter_app.domain.processing import Phase
from counter_app.domain.register import Rating
from counter_app.domain.reporting import Period, share
from counter_app.domain.roles import NotAllowedFor
from counter_app.domain.scoring import (
    INDICES,
    Assessed,
    Grade,
    Mark,
    Online,
    ScoreCard,
    answer_points,
    average,
    grade,
    online_points,
    places,
    spot_points,
)
from counter_app.journal.rebuild import differences
from counter_app.progress import Silent
from counter_app.reports.lists import REPORTS
from counter_app.reports.scoring import _averages
from counter_app.store.dossiers import by_subject
from counter_app.store.report_figures import AgencyRow
from counter_app.store.scoring import DossierScore, procedure_counts
from counter_app.usecases import hand_overs, phases, results, supplements
from counter_app.usecases.acts import ReasonMissing
from counter_app.usecases.callers import (
    Feedback,
    FeedbackKind,
    answer_feedback,
    record_feedback,
)
from counter_app.usecases.ratings import NoSuchAgency, Slips, enter_slips, rate
from counter_app.usecases.scores import BadScore, NoSuchIndex, Score, enter_score
from counter_app.usecases.sign_in import NoSuchOfficer
from tests.fixtures.desk import AGENCY, BUILDING, EXTRACT, birth_intake, publish, publish_procedure
from tests.fixtures.life import ACTS, ASKED, MINH, another_seat, exchange, handed_over, received
from tests.fixtures.months import OTHER

QUARTER = Period(date(2026, 11, 1), date(2027, 1, 31))
WHY = "Biên bản kiểm tra 03/BB"


def made(desk, name, period=QUARTER):
    return desk.ask(REPORTS[name].made, period, Silent())


def rows(desk, name, period=QUARTER):
    return made(desk, name, period).found.rows


def give(desk, index, points, mark=Mark.APPRAISED, **more):
    told = {"assessed": Assessed.AGENCY, "code": AGENCY, "period": QUARTER, "why": WHY}
    points = None if points is None else Decimal(points)
    enter_score(desk, Score(index=index, marks={mark: points}, **told | more))


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        ("18", Grade.EXCELLENT),
        ("15", Grade.EXCELLENT),
        ("14.9", Grade.GOOD),
        ("12", Grade.GOOD),
        ("11.9", Grade.FAIR),
        ("9", Grade.FAIR),
        ("8.9", Grade.AVERAGE),
        ("6", Grade.AVERAGE),
        ("5.9", Grade.WEAK),
        ("0", Grade.WEAK),
    ],
)
def test_each_border_belongs_to_the_better_grade(total, expected):
    assert grade(Decimal(total)) is expected


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_an_average_is_cut_to_a_tenth(points, count):
    exact = Decimal(points) / count
    assert average(points, count) == exact.quantize(Decimal("0.1"), ROUND_FLOOR)


def test_the_borders_of_shares_are_right():
    assert spot_points(20, 100) == 2 and spot_points(19, 100) is None
    assert spot_points(0, 0) is None
    assert [answer_points(asked, given) for asked, given in ((0, 0), (10, 9), (100, 89))] == [
        2,
        1,
        0,
    ]
    many = Online(procedures=10, online_procedures=2, dossiers=100, online_dossiers=30)
    assert online_points(many) == 2
    assert online_points(replace(many, late=1)) == 1
    assert online_points(replace(many, online_procedures=1)) == 1
    assert online_points(replace(many, online_dossiers=29)) == 1
    assert online_points(replace(many, online_dossiers=15)) == 1
    assert online_points(replace(many, online_dossiers=14)) == 0
    assert online_points(replace(many, dossiers=0)) is None
    assert online_points(replace(many, procedures=0)) is None


def test_one_open_index_leaves_neither_total_nor_grade():
    full = ScoreCard(dict.fromkeys(INDICES, Decimal("1.7")))
    assert (full.total, full.grade, full.missing) == (Decimal("15.3"), Grade.EXCELLENT, ())
    half = ScoreCard({**full.points, 4: None, 6: None})
    assert (half.total, half.grade, half.missing) == (None, None, (4, 6))


def test_equal_totals_share_a_place_and_none_has_none():
    totals = [Decimal(12), None, Decimal(15), Decimal(12), Decimal(3)]
    assert places(totals) == [2, None, 1, 2, 4]


def test_an_agency_is_graded_once_the_assessor_gave_what_the_record_cannot_tell(office):
    results.resolve(office, handed_over(office))
    enter_slips(office, Slips(Rating.SATISFIED_SERVICE, AGENCY, 2))
    enter_slips(office, Slips(Rating.VERY_SATISFIED, AGENCY, 1))
    enter_slips(office, Slips(Rating.UNSATISFIED_SKILL, AGENCY, 1))
    record_feedback(office, Feedback(FeedbackKind.COMPLAINT, "Chờ lâu", agency_code=AGENCY))
    (row,) = rows(office, "scoring")
    assert [row[f"index_{index}"] for index in INDICES] == [2, 2, 2, None, 2, None, 1.5, 0, 0]
    assert (row["total"], row["grade"], row["rank"], row["missing"]) == (None, "", None, "4, 6")
    assert (row["unsatisfied"], row["satisfied"], row["very_satisfied"]) == (25, 50, 25)
    give(office, 4, "2")
    give(office, 6, "1.5")
    give(office, 9, "2")
    (row,) = rows(office, "scoring")
    assert (row["total"], row["grade"], row["rank"]) == (Decimal("15.0"), "Xuất sắc", 1)
    assert row["missing"] == ""
    give(office, 6, "1.4")
    (row,) = rows(office, "scoring")
    assert (row["total"], row["grade"]) == (Decimal("14.9"), "Tốt")
    give(office, 6, None)
    (row,) = rows(office, "scoring")
    assert (row["total"], row["grade"], row["missing"]) == (None, "", "6")


def test_points_are_those_of_one_period_alone(office):
    give(office, 6, "1")
    other = Period(QUARTER.first, date(2027, 1, 30))
    assert rows(office, "scoring")[0]["index_6"] == 1
    assert rows(office, "scoring", other)[0]["index_6"] is None


def test_the_sheet_of_an_agency_says_who_gave_what_and_why(office):
    results.resolve(office, handed_over(office))
    for index in INDICES:
        give(office, index, "2", Mark.SELF, why="Tự chấm")
    give(office, 1, "1.5")
    *lines, total, satisfaction = rows(office, "scoring_agencies")
    first, second = lines[:2]
    assert first["index"] == "Thời gian giải quyết so với quy định"
    assert (first["self"], first["computed"], first["appraised"]) == (2, 2, Decimal("1.5"))
    assert (first["by"], first["why"]) == ("Lò Thị Lan", WHY)
    assert first["at"] == local(office.clock.now_ms())
    assert (second["self"], second["appraised"], second["why"]) == (2, 2, "Tự chấm")
    assert (total["self"], total["appraised"], total["most"]) == (18, None, 18)
    assert total["why"] == "Chưa xếp loại, còn thiếu chỉ số 4, 6, 7"
    assert satisfaction["index"].startswith("Mức độ hài lòng: không hài lòng 0,00 %")
    for index in (4, 6, 7):
        give(office, index, "2")
    total = rows(office, "scoring_agencies")[-2]
    # index 9: nothing came in online
    assert (total["appraised"], total["why"]) == (Decimal("15.5"), "Xếp loại: Xuất sắc")


def test_what_cannot_be_given_is_refused(office):
    for points in ("2.1", "-0.1", "1.55", "NaN"):
        with pytest.raises(BadScore):
            give(office, 6, points)
    with pytest.raises(NoSuchIndex):
        give(office, 10, "1")
    with pytest.raises(NoSuchIndex):
        give(office, 6, "1", assessed=Assessed.OFFICER, code="lan")
    with pytest.raises(NoSuchAgency):
        give(office, 6, "1", code="H35.99")
    with pytest.raises(NoSuchOfficer):
        give(office, 4, "1", assessed=Assessed.OFFICER, code="nobody")
    with pytest.raises(ReasonMissing):
        give(office, 6, "1", why="  ")
    with pytest.raises(NotAllowedFor):
        give(office.served_by(MINH), 6, "1")


def test_two_assessors_apart_come_to_one_score(office, tmp_path):
    with another_seat(office, tmp_path / "other.db") as other:
        give(office, 6, "1")
        office.clock.advance(timedelta(minutes=5))
        give(other, 6, "1.8")
        give(other, 6, "1.2", Mark.SELF)
        exchange(office, other)
        for desk in (office, other):
            (row,) = rows(desk, "scoring")
            assert row["index_6"] == Decimal("1.8")
            line = rows(desk, "scoring_agencies")[5]
            assert (line["self"], line["by"]) == (Decimal("1.2"), "Hoàng Thị Hòa")
            with desk.store.reading() as session:
                assert differences(session, Silent()) == []


def test_an_opinion_counts_when_its_time_is_over_or_it_is_answered(office):
    inside = Period(date(2026, 11, 1), date(2026, 11, 30))
    patient = Feedback(
        FeedbackKind.QUESTION, "Hỏi", agency_code=AGENCY, answer_by=date(2026, 12, 5)
    )
    subject = record_feedback(office, patient)
    assert rows(office, "scoring", inside)[0]["index_8"] == 2
    later = Period(date(2026, 11, 1), date(2026, 12, 5))
    assert rows(office, "scoring", later)[0]["index_8"] == 0
    office.clock.set(datetime(2026, 12, 3, 9, 0, tzinfo=VIETNAM))
    answer_feedback(office, subject, "Đã trả lời")
    assert rows(office, "scoring", later)[0]["index_8"] == 2
    assert rows(office, "scoring", inside)[0]["index_8"] == 2


def test_answers_before_their_time_count(office):
    inside = Period(date(2026, 11, 1), date(2026, 11, 30))
    for place in range(10):
        late = date(2026, 11, 25) if place == 0 else date(2027, 1, 5)
        told = Feedback(FeedbackKind.COMPLAINT, "Chờ lâu", agency_code=AGENCY, answer_by=late)
        subject = record_feedback(office, told)
        if place:
            answer_feedback(office, subject, "Đã trả lời")
    assert rows(office, "scoring", inside)[0]["index_8"] == 1  # nine of ten


def test_each_agency_on_the_way_answers_for_its_own_phase(office):
    told = {"code": OTHER, "name": "Sở Xây dựng", "position": 2, "valid_from": "2019-01-01"}
    publish(office, "agency_defined", ("agency", OTHER), told)
    subject = handed_over(office)
    due = datetime(2026, 11, 20, 17, 0, tzinfo=VIETNAM)
    phases.start(office, subject, Phase(2, "Thẩm định", OTHER, due))
    office.clock.advance(timedelta(days=5))
    phases.start(office, subject, Phase(3, "Cấp phép", AGENCY, due + timedelta(days=30)))
    results.resolve(office, subject)
    ours, theirs = rows(office, "scoring")
    assert (ours["index_2"], theirs["index_2"]) == (2, 0)
    (dossier, _average) = rows(office, "scoring_dossiers")
    assert dossier["index_2"] == 1


def test_a_phase_ends_when_the_next_begins(office):
    told = {"code": OTHER, "name": "Sở Xây dựng", "position": 2, "valid_from": "2019-01-01"}
    publish(office, "agency_defined", ("agency", OTHER), told)
    subject = handed_over(office)
    due = datetime(2026, 11, 23, 17, 0, tzinfo=VIETNAM)
    phases.start(office, subject, Phase(2, "Thẩm định", OTHER, due))
    phases.start(office, subject, Phase(3, "Cấp phép", AGENCY, due))
    office.clock.advance(timedelta(days=10))
    results.resolve(office, subject)
    ours, theirs = rows(office, "scoring")
    assert (ours["index_2"], theirs["index_2"]) == (0, 2)


def test_averages_of_a_sheet_are_cut_once():
    points = dict.fromkeys((1, 3, 4, 6, 7))
    scores = [
        DossierScore(UUID(int=n), "", "", AGENCY, points | {2: Decimal(told)})
        for n, told in enumerate(("1.5", "1.0"))
    ]
    assert _averages(AgencyRow(AGENCY, ""), scores, "")["index_2"] == Decimal("1.2")


@pytest.mark.parametrize(("days", "expected"), [(0, 2), (9, 1)])
def test_what_came_online_and_is_overdue_still_costs_a_point(office, days, expected):
    received(office, birth_intake(channel=Channel.ONLINE))
    office.clock.advance(timedelta(days=days))
    until = Period(date(2026, 11, 1), local(office.clock.now_ms()).date())
    (row,) = rows(office, "scoring", until)
    assert row["index_9"] == expected


def test_a_procedure_is_online_by_its_channel_or_its_level(office):
    before = office.ask(procedure_counts, QUARTER)[AGENCY]
    assert (before.all, before.online, before.on_the_spot) == (5, 1, 1)
    for one in (replace(BUILDING, service_level=4), replace(EXTRACT, service_level=2)):
        publish_procedure(office, one, date(2026, 11, 10))
    assert office.ask(procedure_counts, QUARTER)[AGENCY].online == 2


def test_without_a_transfer_nobody_knows_the_agencys_own_time(office):
    ACTS["finish on the spot"](office, received(office))
    (row,) = rows(office, "scoring")
    assert row["index_2"] is None and row["missing"] == "2, 4, 6, 7"


def test_an_officer_answers_for_five_indices(office):
    subject = handed_over(office)
    results.resolve(office, subject)
    rate(office, office.ask(by_subject, subject).number, Rating.VERY_SATISFIED)
    (row,) = rows(office, "scoring_officers")
    assert (row["officer"], row["results"], row["total"]) == ("Lò Thị Lan", 1, None)
    assert row["missing"] == "4"
    give(office, 4, "1.9", assessed=Assessed.OFFICER, code="lan")
    (row,) = rows(office, "scoring_officers")
    assert (row["total"], row["rank"], row["missing"]) == (Decimal("9.9"), 1, "")


@dataclass
class Told:
    """What the second count knows of a dossier: only what this test did."""

    subject: UUID
    online: bool
    received_on: date
    due_on: date
    contacts: int = 0
    handed: bool = False
    resolved_on: date | None = None
    rating: Rating | None = None
    phases: list[tuple[date, date]] = field(default_factory=list)


def points_of_time(done: date, due: date) -> int:
    return 2 if done < due else 1 if done == due else 0


def floor_of(points: list[Decimal | int]) -> Decimal | None:
    if not points:
        return None
    exact = sum(map(Decimal, points)) / len(points)
    return exact.quantize(Decimal("0.1"), ROUND_FLOOR)


def due_day(desk, subject) -> date:
    return local(desk.ask(by_subject, subject).due_at).date()


def a_random_quarter(desk, chance) -> list[Told]:
    """Let dossiers live random lives, and keep a ledger of them."""
    ledger: list[Told] = []
    for _ in range(45):
        channel = chance.choice((Channel.COUNTER, Channel.COUNTER, Channel.ONLINE))
        subject = received(desk, birth_intake(channel=channel))
        due = due_day(desk, subject)
        day = local(desk.clock.now_ms()).date()
        ledger.append(Told(subject, channel is Channel.ONLINE, day, due))
        desk.clock.advance(timedelta(hours=chance.randrange(1, 30)))
        for one in chance.sample(ledger, min(3, len(ledger))):
            step(desk, chance, one)
    return ledger


def step(desk, chance, one: Told) -> None:
    """Do the next thing to a dossier that fits."""
    today = local(desk.clock.now_ms()).date()
    if one.resolved_on is not None:
        if one.rating is None:
            one.rating = chance.choice(list(Rating))
            rate(desk, desk.ask(by_subject, one.subject).number, one.rating)
        return
    if not one.handed:
        hand_overs.hand_over(desk, [one.subject], AGENCY)
        one.handed = True
    elif chance.random() < 0.35:
        supplements.request(desk, one.subject, ASKED)
        desk.clock.advance(timedelta(minutes=chance.randrange(5, 3000)))
        supplements.receive(desk, one.subject)
        one.contacts += 1
        one.due_on = due_day(desk, one.subject)
    elif chance.random() < 0.2:
        due = datetime(today.year, today.month, today.day, 17, tzinfo=VIETNAM)
        due += timedelta(days=chance.randrange(3))
        if one.phases:
            one.phases[-1] = (one.phases[-1][0], today)
        phases.start(desk, one.subject, Phase(len(one.phases) + 2, "Giai đoạn", AGENCY, due))
        one.phases.append((due.date(), date.max))
    else:
        results.resolve(desk, one.subject)
        one.resolved_on = today


def own_time(one: Told) -> list[int]:
    if not one.phases:
        return [points_of_time(one.resolved_on, one.due_on)] if one.handed else []
    return [points_of_time(min(ended, one.resolved_on), due) for due, ended in one.phases]


@pytest.mark.parametrize("seed", range(4))
def test_a_second_count_finds_the_same_points(office, seed):
    chance = random.Random(seed)
    ledger = a_random_quarter(office, chance)
    end = local(office.clock.now_ms()).date()
    for period in (
        Period(date(2026, 11, 1), end),
        Period(date(2026, 11, 25), date(2026, 12, 10)),
    ):
        done = [
            one
            for one in ledger
            if one.resolved_on is not None and period.first <= one.resolved_on <= period.last
        ]
        found = rows(office, "scoring_dossiers", period)
        sheet = [row for row in found if "number" in row]
        numbers = {office.ask(by_subject, one.subject).number: one for one in done}
        assert {row["number"] for row in sheet} == set(numbers)
        for row in sheet:
            one = numbers[row["number"]]
            assert row["index_1"] == points_of_time(one.resolved_on, one.due_on)
            assert row["index_2"] == floor_of(own_time(one))
            assert row["index_3"] == max(0, 2 - one.contacts)
        (agency,) = rows(office, "scoring", period)
        assert agency["index_1"] == floor_of(
            [points_of_time(one.resolved_on, one.due_on) for one in done]
        )
        assert agency["index_2"] == floor_of([each for one in done for each in own_time(one)])
        assert agency["index_3"] == floor_of([max(0, 2 - one.contacts) for one in done])
        check_sheet_averages(office, period, sheet)
    check_whole(office, Period(date(2026, 11, 1), end), ledger)


def check_sheet_averages(desk, period, sheet):
    """The last line of mẫu 01 is the average of those above it."""
    if not sheet:
        return
    last = rows(desk, "scoring_dossiers", period)[-1]
    for index in (1, 2, 3, 4, 6, 7):
        told = [row[f"index_{index}"] for row in sheet if row[f"index_{index}"] is not None]
        assert last[f"index_{index}"] == floor_of(told), index


def check_whole(desk, period, ledger):
    """Indices that count more than results: manners, what came online, shares."""
    (row,) = rows(desk, "scoring", period)
    counts: dict[Rating, int] = defaultdict(int)
    for one in ledger:
        if one.rating is not None:
            counts[one.rating] += 1
    bad = counts[Rating.UNSATISFIED_SKILL] + counts[Rating.UNSATISFIED_TIME]
    good = sum(counts.values()) - bad - counts[Rating.COMMENT]
    assert row["slips"] == sum(counts.values())
    assert row["index_7"] == floor_of([2] * good + [0] * bad)
    assert row["unsatisfied"] == share(bad, good + bad)
    assert row["very_satisfied"] == share(counts[Rating.VERY_SATISFIED], good + bad)
    online = [one for one in ledger if one.online]
    late = [one for one in online if (one.resolved_on or period.last) > one.due_on]
    percent = 100 * len(online) / len(ledger)
    # one procedure of five is offered online: a fifth, just enough
    expected = 2 if percent >= 30 and not late else 1 if percent >= 15 else 0
    assert row["index_9"] == expected
    (officer,) = rows(desk, "scoring_officers", period)
    for index in (1, 2, 3, 7):
        assert officer[f"index_{index}"] == row[f"index_{index}"], index

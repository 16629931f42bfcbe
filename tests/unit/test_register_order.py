"""The register in any order: on screen page by page, on paper and in files as a whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from counter_app.domain.register import RegisterOrder
from counter_app.store.dossiers import intake_of
from counter_app.store.register import RegisterQuery, lines, page
from counter_app.usecases import corrections, hand_overs, results, returns
from counter_app.usecases.intake import receive
from tests.fixtures.desk import AGENCY, SUBMITTER, birth_intake
from tests.fixtures.life import COLLECTED, HOA

EVER = RegisterQuery(date(2000, 1, 1), date(2100, 1, 1))
NAMES = ("Lò Văn Páo", "Đỗ Thị Mỷ", "Vàng A Sử", "Lê Thị Ánh", "Nguyễn Văn An", "Trần Thị Mỳ")
BY_NAME = ["Nguyễn Văn An", "Lê Thị Ánh", "Trần Thị Mỳ", "Đỗ Thị Mỷ", "Lò Văn Páo", "Vàng A Sử"]


@pytest.fixture
def register(office):
    """Six dossiers, of which two have a result and one was returned."""
    subjects = []
    for name in NAMES:
        intake = birth_intake(submitter=replace(SUBMITTER, name=name))
        subjects.append(receive(office, intake).subject)
        office.clock.advance(timedelta(minutes=5))
    hand_overs.hand_over(office, subjects[:3], AGENCY)
    for place in (2, 0):
        office.clock.advance(timedelta(hours=1))
        results.receive_results(office, [results.Arrival(subjects[place])], place="Kệ A1")
    returns.hand_out(office, subjects[0], COLLECTED)
    return office


def paged(desk, query, size=2):
    found, after = [], None
    while True:
        shown = desk.ask(page, query, after, size)
        found += shown.rows
        after = shown.after
        if after is None:
            return found


def told_by(rows, order):
    value = {
        RegisterOrder.RECEIVED: lambda row: row.received_at,
        RegisterOrder.NUMBER: lambda row: row.number,
        RegisterOrder.AGENCY: lambda row: row.agency_code,
        RegisterOrder.DUE: lambda row: row.due_at,
        RegisterOrder.RESULT: lambda row: row.result_at,
        RegisterOrder.RETURNED: lambda row: row.returned_at,
        RegisterOrder.STATE: lambda row: row.state,
        RegisterOrder.OWNER: lambda row: BY_NAME.index(row.owner_name),
    }[order]
    return [value(row) for row in rows]


@pytest.mark.parametrize("descending", [False, True], ids=["up", "down"])
@pytest.mark.parametrize("order", RegisterOrder)
def test_the_lines_follow_any_order_page_by_page_and_as_a_whole(register, order, descending):
    query = replace(EVER, order=order, descending=descending)
    rows = paged(register, query)
    assert rows == list(register.ask(lambda session: tuple(lines(session, query))))
    assert sorted(row.owner_name for row in rows) == sorted(NAMES)
    told = told_by(rows, order)
    there = [value for value in told if value is not None]
    assert there == sorted(there, reverse=descending)
    assert told == [*there, *[None] * (len(told) - len(there))]


def test_what_has_no_result_yet_stands_at_the_end_either_way(register):
    for descending, first in ((False, "Vàng A Sử"), (True, "Lò Văn Páo")):
        query = replace(EVER, order=RegisterOrder.RESULT, descending=descending)
        rows = paged(register, query)
        assert rows[0].owner_name == first
        assert [row.result_at is None for row in rows] == [False, False, *[True] * 4]


def test_a_line_that_arrives_between_two_pages_repeats_and_skips_none(register):
    query = replace(EVER, order=RegisterOrder.OWNER)
    first = register.ask(page, query, None, 3)
    receive(register, birth_intake(submitter=replace(SUBMITTER, name="Lò Thị Ái")))
    rest = register.ask(page, query, first.after, 10)
    assert [row.owner_name for row in (*first.rows, *rest.rows)] == BY_NAME


def test_a_corrected_name_moves_its_line(register):
    query = replace(EVER, order=RegisterOrder.OWNER)
    row = paged(register, query)[-1]
    was = register.ask(intake_of, row.subject)
    now = replace(was, submitter=replace(was.submitter, name="Vàng A Ai"))
    corrections.correct(register, row.subject, now, "Sai tên", HOA)
    assert paged(register, query)[0].owner_name == "Vàng A Ai"

"""The catalogue as its administrator publishes it: seen first, and no dossier loses its rules."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from counter_app.centre.catalogue import CatalogueChanged, propose, publish
from counter_app.clock import local_day
from counter_app.domain.procedure import Term, TermUnit
from counter_app.domain.states import State
from counter_app.store.catalogue import news
from counter_app.store.dossiers import by_number, receipt_of
from counter_app.usecases.intake import UnknownProcedure
from tests.fixtures.desk import AGENCY, BIRTH, BUILDING, EXTRACT

SLOWER = replace(
    BUILDING,
    rules=(replace(BUILDING.rules[0], term=Term(Decimal(20), TermUnit.WORKING_DAY)),),
    checklist=BUILDING.checklist[:2],
)


def line(code, name, term=5):
    channel = {"channel": "counter", "term": term, "unit": "working_day", "free": True, "fees": []}
    return {"code": code, "name": name, "agency": "Sở Tư pháp", "channels": [channel]}


@pytest.fixture
def catalogue(at_centre, tmp_path):
    """Write records to a file and run `catalogue import` on it."""

    def run(records, *words):
        path = tmp_path / "catalogue.jsonl"
        path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
        return at_centre("import", path, *words, group="catalogue")

    return run


def today(counter):
    return local_day(counter.desk.clock.now_ms())


def test_a_preview_tells_new_changed_abolished_and_incomplete_and_publishes_nothing(
    catalogue, at_centre, centre
):
    catalogue([line("9.000001", "Cũ"), line("9.000002", "Giữ"), line("9.000003", "Đủ")])
    before = centre.heads()
    seen = catalogue(
        [
            line("9.000001", "Cũ", term=7),
            line("9.000002", "Giữ"),
            line("9.000003", "Đủ", term=None),
            line("9.000004", "Mới"),
            line("9.000005", "Mới mà thiếu", term=None),
        ],
        "--preview",
        "--abolish-missing",
    )
    assert seen["published"] == 0
    assert seen["new"] == ["9.000004", "9.000005"]
    assert seen["changed"] == {"9.000001": ["rules"]}
    assert set(seen["abolished"]) == {BIRTH.code, EXTRACT.code, BUILDING.code} | {*seen["missing"]}
    assert seen["kept"] == ["9.000003"]
    assert seen["incomplete"] == {"9.000003": ["unit"], "9.000005": ["unit"]}
    assert seen["unchanged"] == 1
    assert centre.heads() == before


def test_a_thousand_procedures_are_published_at_once_and_none_twice(catalogue, counter):
    records = [line(f"9.{number:06d}", f"Thủ tục {number}") for number in range(1, 1201)]
    assert catalogue(records, "--publish")["published"] == 1200
    assert catalogue(records, "--publish")["published"] == 0
    counter.sync()
    assert counter.receive(procedure_code="9.000777").procedure_name == "Thủ tục 777"


def test_a_dossier_keeps_the_rules_of_its_day(centre, counter):
    old = counter.receive(procedure_code=BUILDING.code)
    with centre.writing() as (session, by):
        publish(session, by, propose(session, [SLOWER], today(counter)))
    counter.sync()
    new = counter.receive(procedure_code=BUILDING.code)
    assert new.due_at - old.due_at >= timedelta(days=7)
    printed = counter.desk.ask(receipt_of, old.subject)
    assert (printed.due_at, printed.term.amount) == (old.due_at, 15)
    assert printed.papers == old.papers


def test_a_version_of_tomorrow_holds_tomorrow(centre, counter):
    with centre.writing() as (session, by):
        publish(session, by, propose(session, [SLOWER], today(counter) + timedelta(days=1)))
    counter.sync()
    assert counter.receive(procedure_code=BUILDING.code).term.amount == 15
    counter.desk.clock.advance(timedelta(days=1))
    assert counter.receive(procedure_code=BUILDING.code).term.amount == 20


def test_an_abolished_procedure_is_offered_no_more_and_its_dossiers_go_on(
    at_centre, centre, counter
):
    old = counter.receive(procedure_code=BUILDING.code)
    counter.sync()
    assert at_centre("abolish", BUILDING.code, group="catalogue")["abolished"] == 1
    counter.sync()
    with pytest.raises(UnknownProcedure):
        counter.receive(procedure_code=BUILDING.code)
    assert counter.desk.ask(by_number, old.number).state == State.RECEIVED
    refused = at_centre("abolish", BUILDING.code, group="catalogue")
    assert refused["error"] == "UnknownProcedure"


def test_the_news_of_a_month_name_what_changed(at_centre, centre, counter):
    day = today(counter)
    with centre.writing() as (session, by):
        publish(session, by, propose(session, [SLOWER], day - timedelta(days=3)))
        publish(session, by, propose(session, [replace(SLOWER, code="9.000009")], day))
    at_centre("abolish", BIRTH.code, "--from", day, group="catalogue")
    told = at_centre("news", group="catalogue")["news"]
    assert [(one["kind"], one["code"], one["parts"]) for one in told] == [
        ("changed", BUILDING.code, ["rules", "checklist"]),
        ("abolished", BIRTH.code, ["valid_to"]),
        ("new", "9.000009", []),
    ]
    counter.sync()
    assert len(counter.desk.ask(news, day, day)) == 2
    assert counter.desk.ask(news, day - timedelta(days=40), day - timedelta(days=10)) == []


def test_a_preview_that_is_overtaken_publishes_nothing(centre, counter):
    day = today(counter)
    with centre.writing() as (session, by):
        seen = propose(session, [SLOWER], day)
        publish(session, by, propose(session, [replace(BUILDING, name="Khác")], day))
    with pytest.raises(CatalogueChanged), centre.writing() as (session, by):
        publish(session, by, seen)


def test_all_versions_of_a_procedure_are_told_with_who_published_them(at_centre, centre, counter):
    with centre.writing() as (session, by):
        publish(session, by, propose(session, [SLOWER], today(counter)))
    told = at_centre("versions", BUILDING.code, group="catalogue")["versions"]
    assert [(one["valid_from"], one["officer"]) for one in told] == [
        (str(today(counter)), "quantri"),
        ("2019-01-01", "quantri"),
    ]
    assert AGENCY in str(told[0]["procedure"])

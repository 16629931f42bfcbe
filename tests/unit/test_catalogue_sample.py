from __future__ import annotations

from collections import Counter
from datetime import date, time

import phonenumbers
import pytest
from stdnum.vn import mst

from counter_app.domain.procedure import Channel, FeeKind, TermUnit
from counter_app.exchange.catalogue import sample_agency_names, sample_catalogue
from resources import sample_agencies, sample_people

ROLES = {"intake", "cashier", "supervisor", "inspector", "post", "administrator"}


@pytest.fixture(scope="module")
def procedures():
    return sample_catalogue().procedures


def counter_rules(procedures):
    return [procedure.rule(Channel.COUNTER) for procedure in procedures]


def test_the_sample_is_complete_and_without_findings(procedures):
    file = sample_catalogue()
    assert file.problems == ()
    assert file.gap_counts() == {}
    assert len(procedures) >= 64
    assert len({procedure.agency_code for procedure in procedures}) >= 8


def test_every_sample_procedure_says_what_the_papers_need(procedures):
    for procedure in procedures:
        assert procedure.sector, procedure.code
        assert procedure.decision, procedure.code
        assert procedure.result, procedure.code
        assert 1 <= len(procedure.checklist) <= 15, procedure.code
        assert any(line.required for line in procedure.checklist), procedure.code
        assert all(len(line.name) <= 120 for line in procedure.checklist), procedure.code
        names = [line.name for line in procedure.checklist]
        assert len(names) == len(set(names)), procedure.code
        asked = [x.originals + x.certified_copies + x.photocopies for x in procedure.checklist]
        assert min(asked) >= 1, procedure.code


def test_the_sample_shows_every_sort_of_term_and_fee(procedures):
    rules = counter_rules(procedures)
    terms = [rule.term for rule in rules if rule.term is not None]
    assert {term.unit for term in terms} == set(TermUnit)
    assert any(term.on_the_spot and rule.cut_off is None for rule in rules if (term := rule.term))
    assert sum(rule.cut_off == time(15) for rule in rules) >= 4
    assert any(procedure.no_appointment for procedure in procedures)
    assert {rule.free for rule in rules} == {True, False, None}
    assert any(len(rule.fees) > 1 for rule in rules)
    assert any("/trang" in fee.note for rule in rules for fee in rule.fees)
    assert {fee.kind for rule in rules for fee in rule.fees} == {FeeKind.FEE, FeeKind.CHARGE}
    lengths = [len(procedure.checklist) for procedure in procedures]
    assert (min(lengths), max(lengths)) == (1, 15)
    by_channels = Counter(frozenset(r.channel for r in p.rules) for p in procedures)
    assert by_channels[frozenset(Channel)] >= 20
    assert by_channels[frozenset({Channel.COUNTER})] >= 5
    assert any(len({rule.term for rule in procedure.rules}) > 1 for procedure in procedures)
    assert any(len(procedure.name) > 200 for procedure in procedures)


def test_agencies_have_codes_of_the_province_and_every_sort():
    agencies = sample_agencies()
    assert len(agencies) >= 10
    assert all(len(a["code"]) <= 35 and a["code"].endswith(".H35") for a in agencies)
    assert len({a["code"] for a in agencies}) == len({a["name"] for a in agencies}) == len(agencies)
    assert {"department", "vertical", "company", "commune"} <= {a["kind"] for a in agencies}
    assert [a["position"] for a in agencies] == list(range(1, len(agencies) + 1))
    assert all(date.fromisoformat(a["valid_from"]) for a in agencies)


def test_no_published_name_leads_to_two_agencies():
    names = sample_agency_names()
    for agency in sample_agencies():
        for name in (agency["name"], *agency["published_names"]):
            assert agency["code"] in names.values(), name
    total = sum(1 + len(agency["published_names"]) for agency in sample_agencies())
    assert len(names) == total


def test_officers_cover_every_role_and_serve_agencies_that_exist():
    people, codes = sample_people(), {agency["code"] for agency in sample_agencies()}
    officers = people["officers"]
    assert len(officers) == 8
    assert len({officer["login"] for officer in officers}) == 8
    assert all(officer["login"].isascii() for officer in officers)
    assert {role for officer in officers for role in officer["roles"]} == ROLES - {"post"}
    assert all(set(officer["agencies"]) <= codes for officer in officers)
    served = {code for officer in officers for code in officer["agencies"]}
    assert {procedure.agency_code for procedure in sample_catalogue().procedures} <= served
    assert people["password_suffix"] in people["password_rule"]
    assert len(officers[0]["login"] + people["password_suffix"]) >= 10


def test_personal_numbers_agree_with_sex_and_year_of_birth():
    persons = sample_people()["persons"]
    assert len(persons) == 20
    assert len({person["identity_number"] for person in persons}) == 20
    for person in persons:
        number, born = person["identity_number"], date.fromisoformat(person["born_on"])
        century, sex = divmod(int(number[3]), 2)
        assert len(number) == 12, person
        assert (1900 + 100 * century + int(number[4:6]), sex) == (
            born.year,
            int(person["sex"] == "female"),
        )
        assert date.fromisoformat(person["identity_issued_on"]) > born
        assert len(person["old_identity_number"]) in {0, 9}


def test_tax_codes_and_phones_are_well_formed():
    people = sample_people()
    assert len(people["organisations"]) == 4
    for organisation in people["organisations"]:
        assert mst.is_valid(organisation["tax_code"])
    for somebody in [*people["persons"], *people["organisations"]]:
        assert phonenumbers.is_valid_number(phonenumbers.parse(somebody["phone"])), somebody["name"]


def test_everybody_is_marked_as_made_up():
    people = sample_people()
    everybody = [*people["officers"], *people["persons"], *people["organisations"]]
    assert all("hư cấu" in somebody["note"] for somebody in everybody)
    assert all(person["identity_number"][6:10] == "9999" for person in people["persons"])

"""Fees, papers, exemptions and links of a procedure as lines that are typed, and back."""

from __future__ import annotations

import pytest

from counter_app.domain.procedure import Channel, ChecklistLine, FeeExemption, Procedure
from tests.fixtures.desk import BIRTH, BUILDING, CERTIFICATION, EXTRACT, WHARF
from ui.pages.administration.procedure_form import (
    Surroundings,
    faults_of,
    pauses_from,
    values_of,
    with_values,
)
from ui.pages.administration.procedure_lines import (
    exemption_lines,
    exemptions_from,
    linked_from,
    paper_lines,
    papers_from,
)

WORDS = {"poor_household": "Hộ nghèo", "elderly": "Người cao tuổi"}
AROUND = Surroundings({BIRTH.agency_code: "Sở Tư pháp"}, WORDS, {"stop": "add_elapsed"})


@pytest.mark.parametrize("procedure", [BIRTH, EXTRACT, BUILDING, CERTIFICATION])
def test_a_procedure_goes_through_its_form_unchanged(qapp, procedure):
    values = values_of(procedure, AROUND)
    assert faults_of(values, AROUND) == {}
    assert with_values(procedure, values, AROUND) == procedure
    assert pauses_from(values) == {"stop": "add_elapsed"}


def test_a_term_without_unit_has_to_be_said(qapp):
    assert set(faults_of(values_of(WHARF, AROUND), AROUND)) == {"amount"}


@pytest.mark.parametrize(
    ("line", "paper"),
    [
        ("Tờ khai", ChecklistLine("Tờ khai", originals=1)),
        ("Tờ khai; originals 2; copies 1", ChecklistLine("Tờ khai", 2, 0, 1)),
        ("Bản sao; certified 1; if any", ChecklistLine("Bản sao", 0, 1, 0, required=False)),
        ("Đơn; mẫu 01; COPIES 3", ChecklistLine("Đơn; mẫu 01", photocopies=3)),
        ("Đơn; mẫu 01", ChecklistLine("Đơn; mẫu 01", originals=1)),
        ("Thẻ ; if any", ChecklistLine("Thẻ", 1, required=False)),
        ("Thẻ; originals 0", ChecklistLine("Thẻ")),
    ],
)
def test_a_paper_is_its_name_and_what_is_asked_for(qapp, line, paper):
    assert papers_from(line, ()) == (paper,)
    assert papers_from(paper_lines((paper,)), (paper,)) == (paper,)


def test_who_is_let_off_is_named_with_a_percentage(qapp):
    told = (FeeExemption("poor_household"), FeeExemption("elderly", 50))
    assert exemption_lines(told, WORDS) == "Hộ nghèo 100%\nNgười cao tuổi 50%"
    assert exemptions_from("ho ngheo: 100 %\n\nNgười cao tuổi 50%", WORDS) == told
    for wrong in ("Hộ nghèo", "Hộ nghèo 0%", "Hộ nghèo 101%", "Nhà giàu 50%"):
        assert exemptions_from(wrong, WORDS) is None


def test_links_are_codes(qapp):
    assert linked_from("1.001193, 2.000635 1.001193") == ("1.001193", "2.000635")
    assert linked_from("") == ()
    assert linked_from("khai sinh") is None


def test_a_channel_is_switched_on_with_a_term_of_its_own(qapp):
    values = values_of(BUILDING, AROUND)
    values |= {"online_on": True, "online_amount": "0", "online_free": True}
    changed = with_values(BUILDING, values, AROUND)
    online = changed.rule(Channel.ONLINE)
    assert online.term.on_the_spot and online.free and online.fees == ()
    assert changed.rules[0] == BUILDING.rules[0]
    values |= {"online_fees": "fee 1000"}
    assert set(faults_of(values, AROUND)) == {"online_fees"}
    values |= {"online_on": False}
    assert with_values(changed, values, AROUND) == BUILDING


def test_a_new_procedure_is_made_of_what_was_typed(qapp):
    values = {
        "code": "1.009999",
        "name": "Thủ tục mới",
        "agency_code": BIRTH.agency_code,
        "on": True,
        "amount": "0,5",
        "cut_off": "15:00",
        "service_level": 4,
        "linked": "1.001193",
        "exemptions": "Hộ nghèo 50%",
    }
    assert faults_of(values, AROUND) == {}
    made = with_values(None, values, AROUND)
    assert isinstance(made, Procedure) and made.gaps() == ()
    assert (made.service_level, made.linked) == (4, ("1.001193",))
    assert made.exemptions == (FeeExemption("poor_household", 50),)
    assert set(faults_of({**values, "linked": "1.009999"}, AROUND)) == {"linked"}

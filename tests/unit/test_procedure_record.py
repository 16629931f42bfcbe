from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.procedure import (
    Channel,
    ChannelRule,
    ChecklistLine,
    FeeKind,
    FeeLine,
    Gap,
    Procedure,
    Term,
    TermUnit,
    is_procedure_code,
    national_code,
)
from counter_app.records import from_record, to_record

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=10)
TERMS = st.builds(
    Term, st.decimals(0, 10_000, allow_nan=False, places=2), st.sampled_from(TermUnit)
)
RULES = st.builds(
    ChannelRule,
    st.sampled_from(Channel),
    st.none() | TERMS,
    free=st.none() | st.booleans(),
    fees=st.lists(
        st.builds(FeeLine, st.sampled_from(FeeKind), st.integers(0, 10**12), TEXTS), max_size=3
    ).map(tuple),
    cut_off=st.none() | st.times(),
    note=TEXTS,
    unparsed_term=TEXTS,
)
LINES = st.builds(
    ChecklistLine, TEXTS, st.integers(0), st.integers(0), st.integers(0), st.booleans()
)
PROCEDURES = st.builds(
    Procedure,
    **dict.fromkeys(
        ("code", "name", "sector", "agency_code", "level", "subjects", "decision", "authority"),
        TEXTS,
    ),
    published_agency=TEXTS,
    coordinating=TEXTS,
    rules=st.lists(RULES, max_size=3).map(tuple),
    checklist=st.lists(LINES, max_size=3).map(tuple),
    result=TEXTS,
    result_code=TEXTS,
    internal_workflow=TEXTS,
    no_appointment=st.booleans(),
    valid_from=st.none() | st.dates(),
    valid_to=st.none() | st.dates(),
)


@given(PROCEDURES)
def test_a_procedure_travels_as_json_and_comes_back_the_same(procedure):
    record = json.loads(json.dumps(to_record(procedure), ensure_ascii=False))
    back = from_record(Procedure, record)
    assert back == procedure
    assert to_record(back) == record
    for rule, same in zip(back.rules, procedure.rules, strict=True):
        assert str(rule.term) == str(same.term), (
            "0.50 stays 0.50, or the payload's hash would change"
        )


ONE_DAY = Term(Decimal(1), TermUnit.DAY)


def rule(term=ONE_DAY, channel=Channel.COUNTER, **changes):
    return ChannelRule(channel, term, **changes)


def procedure(*rules, **changes):
    whole = {"code": "1.000001", "name": "Thử", "sector": "", "agency_code": "A", "rules": rules}
    return Procedure(**{**whole, **changes})


@pytest.mark.parametrize(
    ("made", "gaps"),
    [
        (procedure(rule()), ()),
        (procedure(rule(), rule(channel=Channel.ONLINE), rule(channel=Channel.ONLINE)), ()),
        (procedure(rule(None), no_appointment=True), ()),
        (procedure(rule(None)), (Gap.TERM,)),
        (procedure(rule(None, unparsed_term="7")), (Gap.UNIT,)),
        (procedure(rule(), rule()), (Gap.TERM_TWICE,)),
        (procedure(rule(channel=Channel.POSTAL)), (Gap.CHANNEL,)),
        (procedure(name="", agency_code=""), (Gap.NAME, Gap.AGENCY, Gap.CHANNEL)),
    ],
)
def test_a_procedure_tells_what_it_lacks_for_intake(made, gaps):
    assert made.gaps() == gaps


def test_a_channel_told_twice_has_no_rule_to_rely_on():
    made = procedure(rule(), rule(channel=Channel.ONLINE), rule(None, channel=Channel.ONLINE))
    assert made.rule(Channel.COUNTER) == rule()
    assert made.rule(Channel.ONLINE) is None
    assert made.rule(Channel.POSTAL) is None


@pytest.mark.parametrize("code", ["1.001193", "6.000080", "1.004946.000.00.00.H51", "1.000948.H38"])
def test_national_and_local_codes_are_codes_of_one_procedure(code):
    assert is_procedure_code(code)
    assert is_procedure_code(national_code(code))


@pytest.mark.parametrize(
    "code",
    ["", "1001193", "1.00119", "1.0011933", "BTP-277325", "1.001193.H3", " 1.001193", "١.001193"],
)
def test_other_texts_are_no_codes(code):
    assert not is_procedure_code(code)


def test_zero_days_are_on_the_spot():
    assert Term(Decimal(0), TermUnit.WORKING_DAY).on_the_spot
    assert Term(Decimal("0.0"), TermUnit.HOUR).on_the_spot
    assert not Term(Decimal("0.5"), TermUnit.DAY).on_the_spot


def test_the_day_of_validity_is_iso():
    assert to_record(procedure(valid_from=date(2025, 7, 1)))["valid_from"] == "2025-07-01"

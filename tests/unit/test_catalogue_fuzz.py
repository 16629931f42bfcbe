"""Whatever a file holds, the readers answer with a catalogue or with an error they name."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from counter_app.errors import CounterError
from counter_app.exchange.catalogue import catalogue_workbook, read_catalogue, sample_catalogue
from counter_app.exchange.catalogue.jsonl import parse_lines
from resources import sample_procedures

SAMPLE = sample_procedures().splitlines()
WORKBOOK = catalogue_workbook(sample_catalogue().procedures[:3])

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20)
    | st.sampled_from(["counter", "day", "phí", "15:00", "1.000001", "2025-02-30", "1e400", ""])
)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)
FEE = st.fixed_dictionaries({}, optional=dict.fromkeys(("kind", "amount_vnd", "note"), ANYTHING))
CHANNEL = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("channel", "term", "unit", "free", "cut_off", "note"), ANYTHING),
        "fees": st.lists(FEE | ANYTHING, max_size=3) | ANYTHING,
    },
)
PAPER = st.fixed_dictionaries(
    {},
    optional=dict.fromkeys(
        ("name", "originals", "copies", "certified_copies", "required"), ANYTHING
    ),
)
RECORD = st.fixed_dictionaries(
    {"code": st.just("1.000001") | ANYTHING},
    optional={
        **dict.fromkeys(
            ("name", "agency", "agency_code", "authority", "no_appointment", "valid_from", "odd"),
            ANYTHING,
        ),
        "channels": st.lists(CHANNEL | ANYTHING, max_size=3) | ANYTHING,
        "documents": st.lists(PAPER | ANYTHING, max_size=3) | ANYTHING,
    },
)


def check(file):
    """What is read can be stored: as UTF-8, once per code, every finding with words."""
    codes = [procedure.code for procedure in file.procedures]
    assert len(codes) == len(set(codes))
    for procedure in file.procedures:
        repr(procedure).encode("utf-8")
        procedure.gaps()
    for problem in file.problems:
        str(problem).encode("utf-8")


@given(st.lists(st.binary(max_size=200) | st.sampled_from(SAMPLE), max_size=5))
def test_any_bytes_as_lines(lines):
    check(parse_lines(lines, {}))


@given(st.lists(RECORD | ANYTHING, max_size=3))
@example([{"code": "1.000001", "name": "\ud800", "channels": [{"channel": "1", "term": 1e400}]}])
def test_any_json_as_records(records):
    check(parse_lines([json.dumps(record).encode() for record in records], {"a": "b"}))


@given(st.sampled_from(SAMPLE), st.data())
def test_a_damaged_line(line, data):
    cut = bytearray(line)
    for _ in range(data.draw(st.integers(1, 4))):
        cut[data.draw(st.integers(0, len(cut) - 1))] = data.draw(st.integers(0, 255))
    file = parse_lines([bytes(cut[: data.draw(st.integers(0, len(cut)))])], {})
    check(file)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("fuzz") / "catalogue.xlsx"


def read(path, content):
    path.write_bytes(content)
    try:
        file = read_catalogue(path, {})
    except CounterError as error:
        said = str(error)
    else:
        check(file)
        said = "taken"
    assert said


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=300) | st.binary(max_size=300).map(lambda tail: b"PK\x03\x04" + tail))
def test_any_bytes_as_a_workbook(path, content):
    read(path, content)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_damaged_workbook(path, data):
    content = bytearray(WORKBOOK)
    for _ in range(data.draw(st.integers(0, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    read(path, bytes(content[: data.draw(st.integers(len(content) - 400, len(content)))]))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_workbook_whose_xml_was_tampered_with(path, data):
    """Well packed, so that the damage gets past the sums to the spreadsheet library."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(WORKBOOK)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        parts = source.namelist()
        chosen = data.draw(st.sampled_from(parts))
        for name in parts:
            content = bytearray(source.read(name))
            if name == chosen:
                for _ in range(data.draw(st.integers(1, 5))):
                    at = data.draw(st.integers(0, len(content) - 1))
                    content[at : at + data.draw(st.integers(0, 9))] = data.draw(
                        st.binary(max_size=4) | st.sampled_from([b"<", b">", b'"', b"r", b"99"])
                    )
            target.writestr(name, bytes(content))
    read(path, out.getvalue())

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest

from counter_app.domain.procedure import Channel, FeeKind, Gap, TermUnit
from counter_app.exchange.catalogue import (
    CatalogueTooLarge,
    CatalogueUnreadable,
    RowFault,
    UnknownCatalogueFormat,
    agencies_by_name,
    jsonl,
    read_catalogue,
    sample_agency_names,
)
from counter_app.exchange.catalogue.jsonl import parse_lines

JUSTICE, BUILDING = "000.00.14.H35", "000.00.16.H35"
AGENCIES = agencies_by_name(
    [("Sở Tư pháp", JUSTICE), ("Giám đốc Sở Tư pháp", JUSTICE), ("Sở Xây dựng", BUILDING)]
)


def record(**changes):
    channel = {"channel": "counter", "term": 3.0, "unit": "working_day", "free": True, "fees": []}
    whole = {"code": "1.000001", "name": "Thử", "agency": "Sở Tư pháp", "channels": [channel]}
    return {**whole, **changes}


def channel(**changes):
    whole = {"channel": "counter", "term": 3, "unit": "working_day", "free": False, "fees": []}
    return {**whole, **changes}


def parsed(*records):
    lines = [x if isinstance(x, bytes) else json.dumps(x).encode() for x in records]
    return parse_lines(lines, AGENCIES)


def only(file):
    (procedure,) = file.procedures
    return procedure


def faults(file):
    return [problem.fault for problem in file.problems]


def test_a_published_procedure_comes_through_whole():
    file = parsed(
        record(
            sector="Hộ tịch",
            decision="163/QĐ-BTP",
            level="Cấp xã",
            subjects="Công dân Việt Nam",
            coordinating="Bộ Công an",
            result="Giấy khai sinh",
            result_code="KQ.G15.000031",
            channels=[
                channel(fees=[{"kind": "lệ phí", "amount_vnd": 8000, "note": "/bản"}], note="Nộp"),
                channel(channel="online", term=0.5, free=True),
            ],
            documents=[{"name": "Tờ khai", "originals": 2, "copies": 1}],
        )
    )
    assert file.problems == ()
    procedure = only(file)
    assert procedure.gaps() == ()
    assert (procedure.code, procedure.agency_code) == ("1.000001", JUSTICE)
    counter, online = procedure.rules
    assert (counter.term.amount, counter.term.unit) == (Decimal(3), TermUnit.WORKING_DAY)
    assert (counter.free, counter.note) == (False, "Nộp")
    (fee,) = counter.fees
    assert (fee.kind, fee.amount, fee.note) == (FeeKind.CHARGE, 8000, "/bản")
    assert (online.channel, online.term.amount, online.free) == (
        Channel.ONLINE,
        Decimal("0.5"),
        True,
    )
    (paper,) = procedure.checklist
    assert (paper.originals, paper.certified_copies, paper.photocopies, paper.required) == (
        2,
        0,
        1,
        True,
    )


def test_a_centre_s_own_file_may_say_more():
    file = parsed(
        record(
            agency_code=BUILDING,
            no_appointment=True,
            valid_from="2025-07-01",
            valid_to="31/12/2026",
            channels=[channel(cut_off="15:00")],
            documents=[{"name": "Đơn", "certified_copies": 1, "required": False}],
        )
    )
    procedure = only(file)
    assert file.problems == ()
    assert procedure.agency_code == BUILDING
    assert procedure.no_appointment
    assert (procedure.valid_from, procedure.valid_to) == (date(2025, 7, 1), date(2026, 12, 31))
    assert procedure.rules[0].cut_off == time(15)
    assert (procedure.checklist[0].certified_copies, procedure.checklist[0].required) == (1, False)


def test_a_term_without_a_unit_is_kept_in_its_own_words_and_is_a_gap():
    procedure = only(parsed(record(channels=[channel(term=7.0, unit=None)])))
    assert procedure.rules[0].term is None
    assert procedure.rules[0].unparsed_term == "7"
    assert procedure.gaps() == (Gap.UNIT,)


@pytest.mark.parametrize(
    ("term", "unit", "kept", "fault"),
    [
        (7, "tuần", "7 tuần", RowFault.BAD_UNIT),
        ("vài", "day", "vài day", RowFault.BAD_TERM),
        (-1, "day", "-1 day", RowFault.BAD_TERM),
        (10_000, "day", "10000 day", RowFault.BAD_TERM),
        (1e30, "day", "1" + "0" * 30 + " day", RowFault.BAD_TERM),
        (0.1 + 0.2, "day", "0.30000000000000004 day", RowFault.BAD_TERM),
        (True, "day", "day", RowFault.NOT_TEXT),
    ],
)
def test_a_term_nobody_understands_is_kept_and_told(term, unit, kept, fault):
    file = parsed(record(channels=[channel(term=term, unit=unit)]))
    rule = only(file).rules[0]
    assert rule.term is None
    assert rule.unparsed_term == kept.replace("1" + "0" * 30, str(int(1e30)))
    assert fault in faults(file)


@pytest.mark.parametrize(
    ("term", "unit", "amount", "expected"),
    [
        (0, None, "0", TermUnit.WORKING_DAY),
        (0.0, "hour", "0", TermUnit.HOUR),
        ("0,5", "ngày làm việc", "0.5", TermUnit.WORKING_DAY),
        ("03", "Tháng", "3", TermUnit.MONTH),
        ("3 ngày làm việc", None, "3", TermUnit.WORKING_DAY),
        (10, "Giờ", "10", TermUnit.HOUR),
    ],
)
def test_terms_are_read_as_people_write_them(term, unit, amount, expected):
    file = parsed(record(channels=[channel(term=term, unit=unit)]))
    assert file.problems == ()
    assert (only(file).rules[0].term.amount, only(file).rules[0].term.unit) == (
        Decimal(amount),
        expected,
    )
    assert str(only(file).rules[0].term.amount) == amount


def test_a_channel_twice_with_different_terms_stays_twice_and_is_a_gap():
    file = parsed(record(channels=[channel(term=5), channel(term=10)]))
    assert [rule.term.amount for rule in only(file).rules] == [5, 10]
    assert only(file).gaps() == (Gap.TERM_TWICE,)


def test_a_channel_repeated_word_for_word_is_one_channel():
    assert len(only(parsed(record(channels=[channel(), channel()]))).rules) == 1


@pytest.mark.parametrize("channels", [[], None, [channel(channel="online")]])
def test_a_procedure_nobody_can_hand_in_at_a_counter_is_incomplete(channels):
    assert only(parsed(record(channels=channels))).gaps() == (Gap.CHANNEL,)


@pytest.mark.parametrize(
    ("agency", "code"),
    [
        ("Sở Tư pháp", JUSTICE),
        ("SỞ TƯ PHÁP.", JUSTICE),
        ("Sở\u00a0Tư\u00a0pháp", JUSTICE),
        (unicodedata.normalize("NFD", "Sở Tư pháp"), JUSTICE),
        ("Giám đốc Sở Tư pháp, Sở Tư pháp", JUSTICE),
        ("Sở Xây dựng, Sở Tư pháp", ""),
        ("Sở Xây dựng, Ủy ban nhân dân cấp xã", ""),
        ("Ủy ban nhân dân cấp tỉnh", ""),
        ("", ""),
    ],
)
def test_an_agency_is_matched_by_the_centre_s_table_or_not_at_all(agency, code):
    procedure = only(parsed(record(agency=agency)))
    assert procedure.agency_code == code
    assert (Gap.AGENCY in procedure.gaps()) == (not code)


def test_an_unmatched_agency_stays_readable():
    procedure = only(parsed(record(agency="Cục\u00a0Đường bộ")))
    assert procedure.published_agency == "Cục Đường bộ"
    assert procedure.authority == "Cục Đường bộ"
    both = only(parsed(record(agency="Cục Đường bộ", authority="Bộ Xây dựng")))
    assert (both.published_agency, both.authority) == ("Cục Đường bộ", "Bộ Xây dựng")


def test_the_authority_helps_only_where_no_agency_is_named():
    assert only(parsed(record(agency="", authority="Sở Tư pháp"))).agency_code == JUSTICE
    assert only(parsed(record(agency="Cục", authority="Sở Tư pháp"))).agency_code == ""


def test_a_name_of_two_agencies_leads_to_neither():
    assert agencies_by_name([("Sở", "A"), ("sở", "B"), ("Cục", "C"), ("cục", "C")]) == {"cuc": "C"}


def test_an_agency_code_the_centre_does_not_have_is_told():
    file = parsed(record(agency_code="000.00.99.H35"))
    assert only(file).gaps() == (Gap.AGENCY,)
    assert faults(file) == [RowFault.UNKNOWN_AGENCY_CODE]


def test_nothing_published_about_money_is_not_the_same_as_free():
    assert only(parsed(record(channels=[channel(free=False)]))).rules[0].free is None
    assert only(parsed(record(channels=[channel(free=None)]))).rules[0].free is None
    assert only(parsed(record(channels=[channel(free=True)]))).rules[0].free is True


def test_fees_called_free_are_kept_and_told():
    file = parsed(record(channels=[channel(free=True, fees=[{"amount_vnd": 5000}])]))
    assert (only(file).rules[0].free, only(file).rules[0].fees[0].amount) == (True, 5000)
    assert only(file).rules[0].fees[0].kind is FeeKind.UNKNOWN
    assert faults(file) == [RowFault.FREE_WITH_FEES]


@pytest.mark.parametrize(
    ("amount", "expected"),
    [(50000, 50000), (50000.0, 50000), ("50.000 đồng", 50000), ("1,350,000 VNĐ", 1350000), (0, 0)],
)
def test_amounts_are_read_as_people_write_them(amount, expected):
    file = parsed(record(channels=[channel(fees=[{"kind": "phí", "amount_vnd": amount}])]))
    assert only(file).rules[0].fees[0].amount == expected
    assert file.problems == ()


@pytest.mark.parametrize("amount", [-5, 1.5, "50.00", "năm mươi", None, 10**13, "5.0000"])
def test_an_amount_nobody_understands_stays_in_the_note_and_is_told(amount):
    fees = [{"kind": "phí", "amount_vnd": amount, "note": "/trang"}, {"amount_vnd": 7000}]
    file = parsed(record(channels=[channel(fees=fees, note="Nộp")]))
    rule = only(file).rules[0]
    assert [fee.amount for fee in rule.fees] == [7000]
    assert rule.note.startswith("Nộp [")
    assert rule.note.endswith("/trang]")
    assert faults(file) == [RowFault.BAD_FEE]


def test_what_looks_wrong_is_kept_and_told():
    file = parsed(
        record(
            channels=[channel(fees=[{"kind": "thuế", "amount_vnd": 50}])],
            documents=[{"name": "Quyết định 20240", "originals": 20240}],
            surprise=1,
        )
    )
    assert only(file).rules[0].fees[0].amount == 50
    assert only(file).checklist[0].originals == 20240
    assert Counter(faults(file)) == Counter(
        [
            RowFault.UNKNOWN_FIELD,
            RowFault.UNKNOWN_FEE_KIND,
            RowFault.DOUBTFUL_FEE,
            RowFault.DOUBTFUL_COUNT,
        ]
    )
    assert all(problem.taken for problem in file.problems)


def test_a_remark_of_the_publication_is_no_paper_to_demand():
    file = parsed(record(documents=[{"name": "* Lưu ý", "originals": 0, "copies": 0}]))
    assert not only(file).checklist[0].required


def test_text_is_composed_and_freed_from_what_nobody_sees():
    untidy = unicodedata.normalize("NFD", " Đăng k\u200eý\u00a0\tkhai\u200b sinh\ud800 ")
    assert only(parsed(record(name=untidy))).name == "Đăng ký khai sinh"


def test_a_name_of_four_hundred_letters_comes_through():
    name = "Đăng ký " * 50 + "x"
    assert only(parsed(record(name=name))).name == name


def test_a_procedure_without_a_name_is_taken_and_incomplete():
    assert only(parsed(record(name=None))).gaps() == (Gap.NAME,)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (b"{", RowFault.BROKEN_JSON),
        (b"\xff\xfe", RowFault.BROKEN_JSON),
        (b'{"code": NaN}', RowFault.BROKEN_JSON),
        (b"[" * 200_000, RowFault.BROKEN_JSON),
        (b"[]", RowFault.NOT_AN_OBJECT),
        (b"null", RowFault.NOT_AN_OBJECT),
        (b"{}", RowFault.NO_CODE),
        (b'{"code": "BTP-277325"}', RowFault.BAD_CODE),
        (b'{"code": "1.00119"}', RowFault.BAD_CODE),
        (b'{"code": ["1.001193"]}', RowFault.NO_CODE),
        (json.dumps(record(code="1.000002", name="x" * 20_001)).encode(), RowFault.TEXT_TOO_LONG),
        (b'"' + b"x" * jsonl.LONGEST_LINE, RowFault.LINE_TOO_LONG),
    ],
)
def test_a_bad_line_is_listed_by_its_number_and_the_rest_is_taken(line, fault):
    file = parsed(record(), line, b"", record(code="1.000003"))
    assert [procedure.code for procedure in file.procedures] == ["1.000001", "1.000003"]
    (problem,) = file.problems
    assert (problem.line, problem.fault, problem.taken) == (2, fault, False)
    assert file.lost() == file.problems


def test_the_second_of_two_lines_with_one_code_is_left_out_and_names_the_first():
    file = parsed(record(name="Một"), record(name="Hai"))
    assert only(file).name == "Một"
    (problem,) = file.problems
    assert (problem.line, problem.fault, problem.found) == (2, RowFault.CODE_TWICE, "1")


def test_other_things_where_lists_and_objects_belong_are_told():
    file = parsed(record(channels=7, documents=[1, {"name": ""}]))
    assert Counter(faults(file)) == Counter(
        [RowFault.NOT_A_LIST, RowFault.NOT_AN_OBJECT, RowFault.NO_PAPER_NAME]
    )


def test_local_forms_of_a_code_are_codes():
    file = parsed(record(code="1.004946.000.00.00.H51"), record(code="1.000948.H38"))
    assert [procedure.code for procedure in file.procedures] == [
        "1.004946.000.00.00.H51",
        "1.000948.H38",
    ]


def test_a_byte_order_mark_is_no_part_of_the_first_line():
    assert only(parsed(b"\xef\xbb\xbf" + json.dumps(record()).encode())).code == "1.000001"


def test_a_technician_reads_a_sentence_about_each_finding():
    (problem,) = parsed(record(), b"{}").problems
    assert str(problem) == "line 2 (code) has no procedure code"
    (doubt,) = parsed(record(channels=[channel(fees=[{"amount_vnd": 50}])])).problems
    assert str(doubt) == "line 1 (1.000001 amount) has an unlikely small amount: 50"
    assert all(str(type(problem)(1, "", "", fault)) for fault in RowFault)


@pytest.fixture
def published() -> Path:
    """The national publication where it lies beside the project, else the demonstration's."""
    root = Path(__file__).parents[2]
    beside = root.parent / "shared" / "data" / "procedures.jsonl"
    return beside if beside.exists() else root / "resources" / "catalogue" / "procedures.jsonl"


def test_every_published_procedure_comes_through(published):
    records = [json.loads(line) for line in published.read_bytes().splitlines()]
    file = read_catalogue(published, sample_agency_names())
    assert [procedure.code for procedure in file.procedures] == [r["code"] for r in records]
    assert file.lost() == ()
    for procedure, source in zip(file.procedures, records, strict=True):
        assert len(procedure.checklist) == len(source["documents"])
        channels = {channel["channel"] for channel in source["channels"]}
        assert {rule.channel.value for rule in procedure.rules} == channels
        terms = {c["term"] for c in source["channels"] if c["term"] is not None}
        kept = {float(r.term.amount if r.term else r.unparsed_term or -1) for r in procedure.rules}
        assert kept - {-1.0} == terms
        fees = [fee["amount_vnd"] for c in source["channels"] for fee in c["fees"]]
        assert {fee.amount for rule in procedure.rules for fee in rule.fees} == set(fees)
        assert unicodedata.is_normalized("NFC", procedure.name)


def test_the_gaps_of_the_publication_are_counted(published):
    file = read_catalogue(published, sample_agency_names())
    records = [json.loads(line) for line in published.read_bytes().splitlines()]
    without_counter = sum(
        not any(channel["channel"] == "counter" for channel in r["channels"]) for r in records
    )
    assert file.gap_counts().get(Gap.CHANNEL, 0) == without_counter
    assert sum(file.gap_counts().values()) >= len(file.incomplete())
    assert len(file.incomplete()) < len(file.procedures)


def test_a_missing_file_is_an_error_with_its_name(tmp_path):
    with pytest.raises(CatalogueUnreadable, match="nowhere"):
        read_catalogue(tmp_path / "nowhere.jsonl", {})
    with pytest.raises(CatalogueUnreadable):
        read_catalogue(tmp_path.with_suffix(".jsonl"), {})


def test_a_file_of_another_kind_is_named(tmp_path):
    with pytest.raises(UnknownCatalogueFormat, match=r"list\.pdf"):
        read_catalogue(tmp_path / "list.pdf", {})


def test_a_file_beyond_all_catalogues_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(jsonl, "LARGEST_FILE", 10)
    path = tmp_path / "big.jsonl"
    path.write_bytes(b"{}\n" * 10)
    with pytest.raises(CatalogueTooLarge, match="30"):
        read_catalogue(path, {})


def test_one_endless_line_does_not_fill_the_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(jsonl, "LONGEST_LINE", 1000)
    path = tmp_path / "endless.jsonl"
    path.write_bytes(b"x" * 5000 + b"\n" + json.dumps(record()).encode() + b"\n" + b"y" * 2000)
    file = read_catalogue(path, AGENCIES)
    assert only(file).code == "1.000001"
    assert [(p.line, p.fault) for p in file.problems] == [
        (1, RowFault.LINE_TOO_LONG),
        (3, RowFault.LINE_TOO_LONG),
    ]

"""Words that a centre says otherwise: what may stand in the place of what."""

from __future__ import annotations

from dataclasses import fields

import pytest

from counter_app.centre.settings import BadSetting, check
from counter_app.documents.forms import form_sets
from counter_app.documents.own_forms import with_texts
from counter_app.domain.form_texts import BadFormText, fault_of
from counter_app.store.form_texts import notice_originals, originals

SET = "03/2025/TT-VPCP"
SORRY = "{agency} xin lỗi Ông/Bà."


@pytest.mark.parametrize(
    ("original", "words", "what"),
    [
        ("Gửi {name}", "Kính gửi {name}:", ""),
        ("Gửi {name}", "Kính gửi:", ""),
        ("Gửi", "", "empty"),
        ("Gửi", "x" * 2_001, "long"),
        ("Gửi {name}", "Gửi {tên gọi}", "braces"),
        ("Gửi {name}", "Gửi {name", "braces"),
        ("Gửi {name}", "Gửi {phone}", "slots"),
        (("a", "b"), ("c", "d"), ""),
        (("a", "b"), ("c",), "lines"),
        (("a", "b"), ("c", " "), "empty"),
        ("a", ("c",), "lines"),
    ],
)
def test_a_text_keeps_what_is_filled_in(original, words, what):
    assert fault_of("apology", "sorry", original, words, notice=False) == what


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("Ho so {number}. DT {phone}", ""),
        ("Hồ sơ {number}", "letters"),
        ("x" * 161, "message"),
        ("Ho so {owner}", "slots"),
    ],
)
def test_a_short_message_is_one_message_without_diacritics(words, what):
    assert fault_of("received", "short", "Ho so {number}", words, notice=True) == what


def test_notes_may_have_any_number_of_lines():
    assert fault_of("receipt", "notes", ("a", "b"), ("c",), notice=False) == ""


def test_every_text_of_the_program_may_stand_as_it_is():
    sets = {name: dict(sections) for name, sections in originals().items()}
    plain = {
        name: {
            section: {
                key: value if isinstance(value, str) else list(value) for key, value in t.items()
            }
            for section, t in sections.items()
        }
        for name, sections in sets.items()
    }
    check("form_texts", {"sets": plain, "notices": notice_originals()})
    assert set(originals()) == {one.name for one in form_sets()}


@pytest.mark.parametrize(
    "record",
    [
        {"sets": {SET: {"apology": {"sorry": "{name}"}}}},
        {"sets": {SET: {"apology": {"nothing": "x"}}}},
        {"sets": {"no such set": {"apology": {"sorry": SORRY}}}},
        {"notices": {"received": {"short": "Hồ sơ"}}},
        {"notices": {"received": {"other": "x"}}},
    ],
)
def test_what_no_form_can_say_is_refused(record):
    with pytest.raises(BadSetting) as refused:
        check("form_texts", record)
    assert isinstance(refused.value.__cause__, BadFormText)


def test_only_the_named_text_of_the_named_set_changes():
    record = {"sets": {SET: {"apology": {"sorry": SORRY}, "receipt": {"notes": ["một"]}}}}
    for before in form_sets():
        after = with_texts(before, record)
        if before.name != SET:
            assert after == before
            continue
        assert (after.apology.sorry, after.receipt.notes) == (SORRY, ("một",))
        for field in fields(before.apology):
            if field.name != "sorry":
                assert getattr(after.apology, field.name) == getattr(before.apology, field.name)

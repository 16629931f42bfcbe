"""Reason codes: the program's, the centre's, and what a counter may choose on a day."""

from __future__ import annotations

from datetime import date

import pytest

from counter_app.domain.processing import LateReason
from counter_app.domain.reasons import (
    BadReason,
    Reason,
    ReasonKind,
    ReasonNotOffered,
    Reasons,
    ReasonStays,
    with_reason,
)
from counter_app.records import from_record, to_record

DAY = date(2026, 11, 20)
LATE = ReasonKind.LATE


def test_without_a_setting_the_programs_codes_are_offered():
    assert [one.code for one in Reasons().offered(LATE, DAY)] == list(LateReason)
    assert Reasons().phrases(ReasonKind.REFUSAL, DAY) == ()


def test_a_new_reason_gets_a_code_that_reads_and_stands_before_another_reason():
    own = with_reason(Reasons(), LATE, Reason("", "Chờ  kết quả Trung tâm Lý lịch tư pháp"))
    codes = [one.code for one in own.offered(LATE, DAY)]
    assert codes[-2:] == ["cho_ket_qua_trung_tam_ly_lich", "other"]
    assert own.words(LATE, codes[-2]) == "Chờ kết quả Trung tâm Lý lịch tư pháp"


def test_an_ended_reason_is_offered_until_its_last_day_and_keeps_its_words():
    own = with_reason(Reasons(), LATE, Reason("network", "lỗi đường truyền", DAY))
    assert own.chosen(LATE, "network", DAY).words == "lỗi đường truyền"
    with pytest.raises(ReasonNotOffered):
        own.chosen(LATE, "network", date(2026, 11, 21))
    assert own.words(LATE, "network") == "lỗi đường truyền"


def test_another_reason_always_stays():
    with pytest.raises(ReasonStays):
        with_reason(Reasons(), LATE, Reason("other", "", DAY))


@pytest.mark.parametrize("words", ["", "   ", "x" * 201, "…"])
def test_words_that_say_nothing_are_no_reason(words):
    with pytest.raises(BadReason):
        with_reason(Reasons(), ReasonKind.REFUSAL, Reason("", words))


def test_two_reasons_never_say_the_same():
    own = with_reason(Reasons(), ReasonKind.VOID, Reason("", "Ghi sai số tiền"))
    with pytest.raises(BadReason):
        with_reason(own, ReasonKind.VOID, Reason("", "ghi sai  số tiền"))


def test_words_with_the_same_beginning_get_codes_of_their_own():
    words = "Hồ sơ không thuộc thẩm quyền giải quyết của "
    own = with_reason(Reasons(), ReasonKind.REFUSAL, Reason("", words + "sở"))
    own = with_reason(own, ReasonKind.REFUSAL, Reason("", words + "xã"))
    first, second = own.every(ReasonKind.REFUSAL)
    assert first.code != second.code
    assert from_record(Reasons, to_record(own)) == own

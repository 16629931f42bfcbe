"""Amounts in words, read back by a reader that knows Vietnamese numbers another way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.amounts import LIMIT, grouped, in_words

amounts = st.integers(0, LIMIT - 1) | st.integers(0, 14).flatmap(
    lambda zeros: st.integers(0, 999).map(lambda n: n * 10**zeros % LIMIT)
)

VALUES = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip


def read(words):
    """Return the number the words say, adding up from the left."""
    total = group = digit = 0
    for word in words.lower().removesuffix(" đồng").split():
        if word in VALUES:
            group, digit = group + VALUES[word], VALUES[word]
        elif word == "mươi":
            group += 9 * digit
        elif word == "trăm":
            group += 99 * digit
        elif word == "lẻ":
            continue
        elif word == "tỷ":
            total, group = (total + group) * 10**9, 0
        else:
            total += group * {"nghìn": 10**3, "triệu": 10**6}[word]
            group = 0
    return total + group


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "Không đồng"),
        (1, "Một đồng"),
        (10, "Mười đồng"),
        (11, "Mười một đồng"),
        (14, "Mười bốn đồng"),
        (15, "Mười lăm đồng"),
        (20, "Hai mươi đồng"),
        (21, "Hai mươi mốt đồng"),
        (24, "Hai mươi tư đồng"),
        (25, "Hai mươi lăm đồng"),
        (55, "Năm mươi lăm đồng"),
        (100, "Một trăm đồng"),
        (101, "Một trăm lẻ một đồng"),
        (104, "Một trăm lẻ bốn đồng"),
        (105, "Một trăm lẻ năm đồng"),
        (110, "Một trăm mười đồng"),
        (115, "Một trăm mười lăm đồng"),
        (1_000, "Một nghìn đồng"),
        (1_005, "Một nghìn không trăm lẻ năm đồng"),
        (1_050, "Một nghìn không trăm năm mươi đồng"),
        (8_000, "Tám nghìn đồng"),
        (50_000, "Năm mươi nghìn đồng"),
        (75_000, "Bảy mươi lăm nghìn đồng"),
        (150_000, "Một trăm năm mươi nghìn đồng"),
        (1_000_000, "Một triệu đồng"),
        (1_000_050, "Một triệu không trăm năm mươi đồng"),
        (1_005_000, "Một triệu không trăm lẻ năm nghìn đồng"),
        (1_500_000, "Một triệu năm trăm nghìn đồng"),
        (
            2_100_924_973,
            "Hai tỷ một trăm triệu chín trăm hai mươi tư nghìn chín trăm bảy mươi ba đồng",
        ),
        (10**9, "Một tỷ đồng"),
        (10**9 + 1, "Một tỷ không trăm lẻ một đồng"),
        (10**12, "Một nghìn tỷ đồng"),
        (1_005 * 10**9, "Một nghìn không trăm lẻ năm tỷ đồng"),
        (200_000 * 10**9 + 5_000, "Hai trăm nghìn tỷ không trăm lẻ năm nghìn đồng"),
    ],
)
def test_amounts_in_words(amount, words):
    assert in_words(amount) == words


@given(amounts)
def test_words_say_the_amount(amount):
    assert read(in_words(amount)) == amount


@given(amounts, amounts)
def test_two_amounts_never_share_their_words(one, other):
    assert (in_words(one) == in_words(other)) == (one == other)


@given(amounts)
def test_words_are_written_as_a_sentence_begins(amount):
    words = in_words(amount)
    assert words[0].isupper()
    assert words[1:] == words[1:].lower()
    assert words.endswith(" đồng")
    assert "  " not in words


@pytest.mark.parametrize("amount", [-1, LIMIT])
def test_amounts_beyond_words_are_a_bug(amount):
    with pytest.raises(ValueError, match=str(amount)):
        in_words(amount)


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (0, "0"),
        (500, "500"),
        (50_000, "50.000"),
        (2_100_924_973, "2.100.924.973"),
        (-8_000, "-8.000"),
    ],
)
def test_amounts_are_grouped_by_points(amount, shown):
    assert grouped(amount) == shown

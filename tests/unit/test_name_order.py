"""Names in the order of a Vietnamese list: given name first, letters before tones."""

import random
import unicodedata

import pytest

from counter_app.text import name_order


def ordered(names, person=True):
    return sorted(names, key=lambda name: name_order(name, person))


def shuffled(names):
    return random.Random(7).sample(names, len(names))


def test_people_stand_by_their_given_name_then_family_and_middle_names():
    names = [
        "Lò Thị An",
        "Nguyễn An",
        "Nguyễn Văn An",
        "Lê Thị Ánh",
        "Lò Văn Ánh",
        "Trần Bảo",
        "Vàng A Sử",
        "Đỗ Thị Yến",
    ]
    assert ordered(shuffled(names)) == names


@pytest.mark.parametrize(
    "names",
    [
        ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g"],
        ["o", "ô", "ơ", "p", "u", "ư", "v"],
        ["ma", "mà", "mả", "mã", "má", "mạ", "man", "mă", "mâ"],
        ["Dung", "Dũng", "Duy", "Đào", "Đạt", "Đức"],
        ["Hoà", "Hoàng", "Hồng", "Hùng", "Huy", "Hương"],
        ["ân", "ần", "ậu"],
    ],
)
def test_letters_and_tones_follow_the_alphabet(names):
    assert ordered(shuffled(names)) == names


def test_the_same_syllables_stand_together_whatever_the_tone_of_the_first():
    names = ["Ba Lan", "Bá An", "Bá Lan", "Bà Lan"]
    assert ordered(names, person=False) == ["Ba Lan", "Bà Lan", "Bá An", "Bá Lan"]


def test_organisations_stand_as_they_are_written():
    names = ["Bưu điện tỉnh", "Công ty An Bình", "Công ty Đại Phát", "Ủy ban nhân dân xã"]
    assert ordered(shuffled(names), person=False) == names


def test_small_letters_and_composition_make_no_difference():
    assert name_order("LÒ VĂN PÁO", True) == name_order("lò văn páo", True)
    apart = unicodedata.normalize("NFD", "Đỗ Thị Mỷ")
    assert name_order(apart, True) == name_order("Đỗ Thị Mỷ", True)
    assert name_order("", True) == ""

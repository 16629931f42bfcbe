import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.seat_code import ALPHABET, SECRET_LENGTH, BadSeatCode, SeatCode, parse

codes = st.builds(
    SeatCode,
    st.integers(1, 9999),
    st.text(ALPHABET, min_size=SECRET_LENGTH, max_size=SECRET_LENGTH),
)


@given(codes)
def test_a_code_is_read_as_it_was_printed(code):
    assert parse(str(code)) == code


@given(codes, st.randoms())
def test_case_dashes_spaces_and_look_alikes_do_not_matter(code, draws):
    number, _, secret = str(code).partition("-")
    letters = secret.replace("-", "").replace("0", "o").replace("1", draws.choice("il"))
    typed = f" {number}-{letters[:7]} {letters[7:]} ".lower()
    assert parse(typed) == code


def test_one_wrong_letter_is_nearly_always_found():
    code = SeatCode(7, "4XQ2M7HC0RB95TKWZ3EN")
    accepted = 0
    for at in range(SECRET_LENGTH):
        for letter in ALPHABET.replace(code.secret[at], ""):
            printed = str(code).split("-", 1)[1].replace("-", "")
            try:
                parse(f"07-{printed[:at]}{letter}{printed[at + 1 :]}")
                accepted += 1
            except BadSeatCode:
                pass
    assert accepted < SECRET_LENGTH * (len(ALPHABET) - 1) * 0.06


@pytest.mark.parametrize("text", ["", "07", "07-ABC", "x-4XQ2M7HC0RB95TKWZ3ENJ", "07-" + "U" * 21])
def test_other_text_is_no_code(text):
    with pytest.raises(BadSeatCode):
        parse(text)

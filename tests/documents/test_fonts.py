"""Every face that travels with the program has every Vietnamese letter."""

import unicodedata

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

import resources
from counter_app.documents.fonts import ASCENT, DESCENT, VIETNAMESE, Face, em_width, has_letter
from counter_app.documents.raster import _font

FILES = resources.names("fonts", ".ttf")


def alphabet() -> set[str]:
    """Return the 134 letters made from vowels and tone marks, independent of the list."""
    vowels = "aăâeêioôơuưy"
    tones = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
    small = {unicodedata.normalize("NFC", vowel + tone) for vowel in vowels for tone in tones}
    return {form for letter in small | {"đ"} for form in (letter, letter.upper())} - set(
        "aeiouyAEIOUY"
    )


def test_the_list_of_letters_is_the_alphabet():
    assert set(VIETNAMESE) == alphabet()
    assert len(VIETNAMESE) == 134


@pytest.mark.parametrize("path", FILES)
def test_each_file_has_all_letters(path, tmp_path):
    file = tmp_path / "face.ttf"
    file.write_bytes(resources.read_bytes(path))
    glyphs = TTFontFile(str(file)).charToGlyph
    wanted = VIETNAMESE + "".join(map(chr, range(32, 127))) + "–…“”’"
    assert [letter for letter in wanted if ord(letter) not in glyphs] == []


def test_each_family_brings_its_licence():
    families = {path.removeprefix("fonts/").partition("-")[0] for path in FILES}
    assert families == {"Tinos", "BeVietnamPro", "JetBrainsMono"}
    for family in families:
        licence = resources.read_text(f"fonts/LICENSE-{family}.txt")
        assert "SIL Open Font License, Version 1.1" in licence


@pytest.mark.parametrize("face", Face)
def test_no_letter_is_higher_or_deeper_than_a_line(face):
    font = _font(face, 1000)
    for letter in VIETNAMESE + "gjpqy(){}|@ÄÖÜç":
        _, top, _, bottom = font.getbbox(letter, anchor="ls")
        assert -top <= ASCENT * 1000
        assert bottom <= DESCENT * 1000


def test_digits_of_the_forms_have_one_width():
    assert {em_width(digit, Face.BOLD) for digit in "0123456789"} == {0.5}


def test_a_letter_no_face_has_is_told():
    assert has_letter("ử", Face.REGULAR)
    assert not has_letter("☐", Face.REGULAR)

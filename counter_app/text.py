"""Vietnamese text: composed form, folding for search, and words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

_SPACES = re.compile(r"\s+")
_MARKS = re.compile(r"[\u0300-\u036f]+")
_NOT_WORD = re.compile(r"[^0-9a-z]+")
_LONGEST_NAME = 180
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])( *\..*)?")
"""Names that Windows gives to devices, whatever follows the dot."""
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Categories of Unicode that nobody sees on a screen."""
_BEHIND: Final[Mapping[str, Mapping[str, str]]] = {
    "\u0302": {"a": "|", "e": "{", "o": "{"},
    "\u0306": {"a": "{"},
    "\u031b": {"o": "|", "u": "{"},
}
"""What puts ă and â behind every a, ô and ơ behind every o: letters that sort behind z."""
_TONES: Final = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
"""The tones in their order: huyền, hỏi, ngã, sắc, nặng; a syllable without one has 0."""


def composed(text: str) -> str:
    """Return `text` in NFC with white space squeezed and trimmed, as it is stored and printed."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


def folded(text: str) -> str:
    """Return `text` in lower case without diacritics, đ as d, words parted by one space.

    SQLite's own folding (unicode61) keeps đ, so "duc" would not find "Đức".
    """
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return _NOT_WORD.sub(" ", _MARKS.sub("", plain)).strip()


def name_order(name: str, person: bool) -> str:
    """Return what names are sorted by, byte by byte, in the order of a Vietnamese list.

    People stand by their given name, then family and middle names; others as they are written.
    Syllables follow each other in the alphabet (a ă â b c d đ …), then by their tone.
    """
    words = [_syllable(word) for word in name.split()]
    if person and words:
        words = [words[-1], *words[:-1]]
    return " ".join(words)


@lru_cache(maxsize=8192)
def _syllable(word: str) -> str:
    letters, tone = [""], "0"
    for sign in unicodedata.normalize("NFD", word.casefold()):
        if sign in _TONES:
            tone = _TONES[sign]
        elif sign in _BEHIND:
            letters[-1] += _BEHIND[sign].get(letters[-1], "")
        elif sign == "đ":
            letters.append("d{")
        elif sign.isalnum():
            letters.append(sign)
    return "".join(letters) + tone


def file_name(text: str, suffix: str = "") -> str:
    """Return `text` as the name of one file that Windows and Linux take, never of a folder.

    What separates paths, what cannot be seen and what turns the direction of reading goes; a
    journal of another seat may say anything.

    Args:
        suffix: put behind the name and never cut off, e.g. ".pdf".
    """
    kept = (
        " " if letter in '<>:"/\\|?*' or unicodedata.category(letter) in _UNSEEN else letter
        for letter in composed(text)
    )
    short = composed("".join(kept)).encode()[:_LONGEST_NAME].decode(errors="ignore")
    name = short.strip(" .")
    if not name or _RESERVED.fullmatch(name):
        name = f"_{name}"
    return name + suffix

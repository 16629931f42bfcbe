"""Words of forms and notices that a centre says otherwise: its setting "form_texts"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from counter_app.errors import CounterError

Words = str | tuple[str, ...]
Sections = Mapping[str, Mapping[str, Words]]
"""Texts by section (a form, or a kind of notice) and name."""

LONGEST: Final = 2_000
SHORTEST_MESSAGE: Final = 160
"""So many letters one short message has."""
_SLOT = re.compile(r"\{(\w+)\}")
_FREE_LENGTH: Final = frozenset({"notes", "copies"})
_NOTICE_SLOTS: Final = frozenset(
    {"number", "procedure", "due", "agency", "centre", "phone", "lookup"}
)


@dataclass(eq=False)
class BadFormText(CounterError):
    """the text {section} {name} cannot be used: {what}"""

    section: str
    name: str
    what: str


def slots(words: Words) -> frozenset[str]:
    """Return what is filled into a text: {number} and the like."""
    text = words if isinstance(words, str) else "\n".join(words)
    return frozenset(_SLOT.findall(text))


def fault_of(section: str, name: str, original: Words, words: Words, *, notice: bool) -> str:
    """Return what is wrong with a text that takes the place of another; "" for nothing.

    One of "empty", "long", "braces", "slots", "lines", "letters" (a short message has none with
    diacritics) and "message" (it is more than one message long).
    """
    lines = (words,) if isinstance(words, str) else words
    text = "\n".join(lines)
    allowed = _NOTICE_SLOTS if notice else slots(original)
    short = notice and name == "short"
    found = (
        ("empty", not all(line.strip() for line in lines) or not lines),
        ("long", len(text) > LONGEST),
        ("braces", bool(set("{}") & set(_SLOT.sub("", text)))),
        ("slots", not slots(words) <= allowed),
        ("lines", _other_count(name, original, words)),
        ("letters", short and not text.isascii()),
        ("message", short and len(_SLOT.sub("", text)) > SHORTEST_MESSAGE),
    )
    return next((what for what, wrong in found if wrong), "")


def check(record: Mapping[str, Any], originals: Mapping[str, Sections], notices: Sections) -> None:
    """Raise BadFormText for what no form could say.

    Args:
        record: texts by set of forms, section and name below "sets", by kind below "notices".
        originals: what each set of forms says.
    """
    for name, told in record.get("sets", {}).items():
        for section, key, words in _each(told):
            original = originals.get(name, {}).get(section, {}).get(key)
            _check(section, key, original, words, notice=False)
    for section, key, words in _each(record.get("notices", {})):
        _check(section, key, notices.get(section, {}).get(key), words, notice=True)


def as_words(value: Any) -> Words:
    """Return a value of a record as it is compared: lists as tuples."""
    return tuple(value) if isinstance(value, list) else str(value)


def _each(sections: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str, Words]]:
    for section, texts in sections.items():
        for name, value in texts.items():
            yield section, name, as_words(value)


def _check(section: str, name: str, original: Words | None, words: Words, *, notice: bool) -> None:
    if original is None:
        raise BadFormText(section, name, "unknown")
    if what := fault_of(section, name, original, words, notice=notice):
        raise BadFormText(section, name, what)


def _other_count(name: str, original: Words, words: Words) -> bool:
    if isinstance(original, str) or isinstance(words, str):
        return isinstance(original, str) is not isinstance(words, str)
    return name not in _FREE_LENGTH and len(original) != len(words)

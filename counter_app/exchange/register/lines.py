"""From the cells of a line to what it says of a dossier; every doubt is an error with a name.

A register of a year has millions of cells: readers are plain functions, and what repeats from line
to line is read once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final, TypeVar

from counter_app.clock import VIETNAM
from counter_app.domain.dossier import ReturnWay
from counter_app.domain.numbers import NotANumber, parse
from counter_app.domain.procedure import Channel, is_procedure_code
from counter_app.domain.register import ImportedDossier, Rating
from counter_app.domain.states import State
from counter_app.exchange.catalogue.values import clean
from counter_app.exchange.register.columns import CHANNELS, RATINGS, RETURN_WAYS, STATES
from counter_app.text import folded

T = TypeVar("T")


class Fault(StrEnum):
    """Why a line cannot be taken."""

    MISSING = "missing"
    BAD_NUMBER = "bad_number"
    BAD_PROCEDURE_CODE = "bad_procedure_code"
    UNKNOWN_PROCEDURE = "unknown_procedure"
    UNKNOWN_AGENCY = "unknown_agency"
    UNKNOWN_WORD = "unknown_word"
    BAD_COUNT = "bad_count"
    BAD_MOMENT = "bad_moment"
    IN_THE_FUTURE = "in_the_future"
    WRONG_ORDER = "wrong_order"
    STATE_WITHOUT_DATE = "state_without_date"
    DATE_AGAINST_STATE = "date_against_state"
    TOO_LONG = "too_long"
    NOT_TEXT = "not_text"


class LineFault(Exception):
    """What is wrong with a cell. Raised within this package only."""

    def __init__(self, key: str, fault: Fault, found: str = "") -> None:
        super().__init__(key, fault, found)
        self.key = key
        self.fault = fault
        self.found = found


@dataclass(frozen=True)
class Known:
    """What the centre knows.

    `agencies`: folded name or code → agency code; `procedures`: code → name; `now` is the present
    moment, after which nothing can have been received.
    """

    agencies: Mapping[str, str]
    procedures: Mapping[str, str]
    now: datetime


_LONGEST: Final = {
    "book": 32,
    "summary": 2_000,
    "owner_name": 500,
    "submitter_name": 500,
    "identity_number": 32,
    "address": 1_000,
    "phone": 32,
    "giver": 200,
    "receiver": 200,
    "officer_name": 200,
    "place": 500,
    "note": 2_000,
    "procedure_name": 2_000,
    "agency": 500,
}
_LONGEST_NUMBER: Final = 64
_MORNING, _EVENING = time(8), time(17)
"""When something happened of which the register tells the day alone."""
_NUMBER = re.compile(r"[\x21-\x7e]+")
_DAY = re.compile(
    r"(?:(?P<before>\d{1,2}[:h]\d{2}(?::\d{2})?)[ ,]+)?"
    r"(?:(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})|(?P<iso>\d{4}-\d{2}-\d{2}))"
    r"(?:[ ,T]+(?P<after>\d{1,2}[:h]\d{2}(?::\d{2})?))?",
    re.ASCII,
)
_FINISHED: Final = frozenset({State.RESOLVED, State.RETURNED})

Cells = Mapping[str, Any]


def line_of(row: int, cells: Cells, known: Known) -> ImportedDossier:
    """Return what a line says. Raises LineFault for the first thing that is wrong."""
    received_at = _moment(cells, "received_at", _MORNING)
    if received_at is None:
        raise LineFault("received_at", Fault.MISSING)
    if received_at > known.now:
        raise LineFault("received_at", Fault.IN_THE_FUTURE, str(cells["received_at"]))
    result_at = _moment(cells, "result_at", _EVENING)
    returned_at = _moment(cells, "returned_at", _EVENING)
    state = _state(cells, result_at, returned_at)
    result_at = _checked(received_at, result_at, returned_at, state)
    code = _procedure_code(cells)
    owner_name = _required(cells, "owner_name")
    submitter_name = _text(cells, "submitter_name")
    agency = _required(cells, "agency")
    return ImportedDossier(
        row=row,
        number=_number(cells),
        agency_code=_agency(agency, known),
        procedure_code=code,
        procedure_name=_procedure_name(cells, code, known),
        channel=_word(cells, "channel", _channel, Channel.COUNTER),
        received_at=received_at,
        state=state,
        owner_name=owner_name,
        agency_name=agency,
        service_level=_count(cells, "service_level", 0, 4),
        submitter_name="" if submitter_name == owner_name else submitter_name,
        identity_number=_text(cells, "identity_number"),
        address=_text(cells, "address"),
        phone=_phone(_text(cells, "phone")),
        sets=_count(cells, "sets", 1, 9_999) or 1,
        summary=_text(cells, "summary"),
        due_at=_moment(cells, "due_at", _EVENING),
        result_at=result_at,
        returned_at=returned_at,
        return_way=_word(cells, "return_way", _return_way, ReturnWay.COUNTER),
        giver=_text(cells, "giver"),
        receiver=_text(cells, "receiver"),
        officer_name=_text(cells, "officer_name"),
        place=_text(cells, "place"),
        book=_text(cells, "book"),
        book_number=_count(cells, "book_number", 0, 10**8),
        rating=_word(cells, "rating", _rating, ""),
        note=_text(cells, "note"),
    )


def _text(cells: Cells, key: str) -> str:
    value = cells.get(key)
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        text = _plain(value)
    elif isinstance(value, bool | datetime | date | time):
        raise LineFault(key, Fault.NOT_TEXT, str(value))
    else:
        text = str(int(value)) if value == int(value) else str(value)
    if len(text) > _LONGEST.get(key, 64):
        raise LineFault(key, Fault.TOO_LONG, f"{text[:40]}…")
    return text


def _plain(value: str) -> str:
    """Return clean text; nearly all of it is clean already, and looking letter by letter slow."""
    if value.isprintable() and "  " not in value and unicodedata.is_normalized("NFC", value):
        return value.strip()
    return clean(value)


def _required(cells: Cells, key: str) -> str:
    text = _text(cells, key)
    if not text:
        raise LineFault(key, Fault.MISSING)
    return text


def _number(cells: Cells) -> str:
    text = _required(cells, "number")
    try:
        return str(parse(text))
    except NotANumber:
        if len(text) > _LONGEST_NUMBER or not _NUMBER.fullmatch(text):
            # what a barcode cannot carry could never be scanned
            raise LineFault("number", Fault.BAD_NUMBER, text[:40]) from None
        return text


def _procedure_code(cells: Cells) -> str:
    value = cells.get("procedure_code")
    # a spreadsheet that took the code for a number dropped its last zeros
    text = f"{value:.6f}" if isinstance(value, float) else _required(cells, "procedure_code")
    if not _is_code(text):
        raise LineFault("procedure_code", Fault.BAD_PROCEDURE_CODE, text)
    return text


@lru_cache(maxsize=4096)
def _is_code(text: str) -> bool:
    return len(text) <= 32 and is_procedure_code(text)


def _procedure_name(cells: Cells, code: str, known: Known) -> str:
    name = _text(cells, "procedure_name") or known.procedures.get(code, "")
    if not name:
        raise LineFault("procedure_name", Fault.UNKNOWN_PROCEDURE, code)
    return name


def _agency(text: str, known: Known) -> str:
    code = known.agencies.get(text) or known.agencies.get(_folded(text))
    if code is None:
        raise LineFault("agency", Fault.UNKNOWN_AGENCY, text)
    return code


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return folded(text)


def _word(cells: Cells, key: str, read: Callable[[str], T | None], otherwise: T) -> T:
    text = _text(cells, key)
    if not text:
        return otherwise
    found = read(text)
    if found is None:
        raise LineFault(key, Fault.UNKNOWN_WORD, text)
    return found


def _by_words(words: Mapping[Any, str], more: Mapping[str, Any]) -> dict[str, Any]:
    return {**{folded(text): value for value, text in words.items()}, **more}


_CHANNEL_WORDS: Final = _by_words(
    CHANNELS,
    {
        "1": Channel.COUNTER,
        "2": Channel.ONLINE,
        "3": Channel.POSTAL,
        "buu chinh": Channel.POSTAL,
        "bcci": Channel.POSTAL,
        **{channel.value: channel for channel in Channel},
    },
)
_RETURN_WORDS: Final = _by_words(
    RETURN_WAYS,
    {
        "truc tiep": ReturnWay.COUNTER,
        "buu chinh cong ich": ReturnWay.POST,
        "bcci": ReturnWay.POST,
        "truc tuyen": ReturnWay.ELECTRONIC,
        "ban dien tu": ReturnWay.ELECTRONIC,
        **{way.value: way for way in ReturnWay},
    },
)
_RATING_WORDS: Final = _by_words(
    RATINGS, {**{rating.value: rating for rating in Rating}, "hai long": Rating.SATISFIED_SERVICE}
)
_STATE_WORDS: Final = _by_words(
    STATES,
    {
        **{str(int(state)): state for state in State},
        "da giai quyet": State.RESOLVED,
        "dang giai quyet": State.PROCESSING,
        "da tra": State.RETURNED,
        "rut ho so": State.WITHDRAWN,
        "bo sung": State.SUPPLEMENT,
        "tra lai": State.WITHDRAWN,
    },
)


def _channel(text: str) -> Channel | None:
    return _CHANNEL_WORDS.get(_folded(text))


def _return_way(text: str) -> ReturnWay | None:
    return _RETURN_WORDS.get(_folded(text))


def _rating(text: str) -> str | None:
    found = _RATING_WORDS.get(text) or _RATING_WORDS.get(_folded(text))
    return None if found is None else str(found)


def _count(cells: Cells, key: str, least: int, most: int) -> int:
    """Return a whole number; nothing is 0."""
    value = cells.get(key)
    if value is None or value == "":
        return 0
    if isinstance(value, str):
        text = value.strip()
        value = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
    if isinstance(value, bool) or not isinstance(value, int | float) or value != int(value):
        raise LineFault(key, Fault.BAD_COUNT, str(cells[key])[:40])
    if not least <= value <= most:
        raise LineFault(key, Fault.BAD_COUNT, str(cells[key])[:40])
    return int(value)


def _phone(text: str) -> str:
    """Return a plain ten-digit number as it is kept; anything else stays as it was written."""
    digits = text.replace(" ", "").replace(".", "")
    plain = len(digits) == 10 and digits[0] == "0" and digits.isascii() and digits.isdigit()
    return f"+84{digits[1:]}" if plain else text


def _moment(cells: Cells, key: str, at: time) -> datetime | None:
    value = cells.get(key)
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        found = value if value.time() != time() else datetime.combine(value, at)
    elif isinstance(value, date):
        found = datetime.combine(value, at)
    elif isinstance(value, str):
        told = _told_moment(value.strip(), at)
        if told is None:
            raise LineFault(key, Fault.BAD_MOMENT, value[:40])
        return told
    else:
        raise LineFault(key, Fault.BAD_MOMENT, str(value)[:40])
    return found.replace(tzinfo=VIETNAM, microsecond=0)


@lru_cache(maxsize=65_536)
def _told_moment(text: str, at: time) -> datetime | None:
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    clock = (found["before"] or found["after"] or "").replace("h", ":")
    try:
        if found["iso"]:
            day = date.fromisoformat(found["iso"])
        else:
            day = date(int(found["y"]), int(found["m"]), int(found["d"]))
        hour = time.fromisoformat(clock.zfill(8 if clock.count(":") > 1 else 5)) if clock else at
    except ValueError:
        return None
    return datetime.combine(day, hour, VIETNAM)


def _state(cells: Cells, result_at: datetime | None, returned_at: datetime | None) -> State:
    text = _text(cells, "state")
    if text:
        found = _STATE_WORDS.get(_folded(text))
        if found is None:
            raise LineFault("state", Fault.UNKNOWN_WORD, text)
        state: State = found
        return state
    if returned_at is not None:
        return State.RETURNED
    return State.PROCESSING if result_at is None else State.RESOLVED


def _checked(
    received_at: datetime,
    result_at: datetime | None,
    returned_at: datetime | None,
    state: State,
) -> datetime | None:
    """Return the moment of the result after comparing the moments with each other and the state."""
    if state is State.RETURNED and result_at is None:
        result_at = returned_at
    if state in _FINISHED and result_at is None:
        raise LineFault("result_at", Fault.STATE_WITHOUT_DATE, STATES[state])
    if state is State.RETURNED and returned_at is None:
        raise LineFault("returned_at", Fault.STATE_WITHOUT_DATE, STATES[state])
    if state not in _FINISHED and state not in {State.WITHDRAWN, State.REFUSED} and result_at:
        raise LineFault("result_at", Fault.DATE_AGAINST_STATE, STATES[state])
    if result_at is not None and result_at.date() < received_at.date():
        raise LineFault("result_at", Fault.WRONG_ORDER)
    if returned_at is not None and returned_at.date() < (result_at or received_at).date():
        raise LineFault("returned_at", Fault.WRONG_ORDER)
    return result_at

"""Single values of a catalogue file: what people and portals write, read without guessing.

Each reader returns None for what it does not understand; the caller keeps the original and says so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal

from counter_app.domain.procedure import Channel, FeeKind, TermUnit
from counter_app.text import composed, folded

LONGEST_TEXT = 20_000
"""Letters; a spreadsheet cell holds 32,767, no published text comes near."""
_LARGEST_AMOUNT = 10**12
_LONGEST_TERM = 9_999

_UNITS: Mapping[str, TermUnit] = {
    "working day": TermUnit.WORKING_DAY,
    "ngay lam viec": TermUnit.WORKING_DAY,
    "day": TermUnit.DAY,
    "ngay": TermUnit.DAY,
    "hour": TermUnit.HOUR,
    "gio": TermUnit.HOUR,
    "gio lam viec": TermUnit.HOUR,
    "month": TermUnit.MONTH,
    "thang": TermUnit.MONTH,
}
_CHANNELS: Mapping[str, Channel] = {
    "counter": Channel.COUNTER,
    "truc tiep": Channel.COUNTER,
    "1": Channel.COUNTER,
    "online": Channel.ONLINE,
    "truc tuyen": Channel.ONLINE,
    "2": Channel.ONLINE,
    "postal": Channel.POSTAL,
    "buu chinh": Channel.POSTAL,
    "buu chinh cong ich": Channel.POSTAL,
    "dich vu buu chinh": Channel.POSTAL,
    "3": Channel.POSTAL,
}
_FEE_KINDS: Mapping[str, FeeKind] = {
    "fee": FeeKind.FEE,
    "phi": FeeKind.FEE,
    "charge": FeeKind.CHARGE,
    "le phi": FeeKind.CHARGE,
    "unknown": FeeKind.UNKNOWN,
    "": FeeKind.UNKNOWN,
}
_FLAGS: Mapping[str, bool] = {
    **dict.fromkeys(("co", "x", "yes", "true", "1", "mien phi"), True),
    **dict.fromkeys(("khong", "no", "false", "0"), False),
}
_GROUPED = re.compile(r"\d{1,3}([.,\s]\d{3})+|\d+", re.ASCII)
_CURRENCY = re.compile(r"\s*(đồng|đ|vnđ|vnd)\.?$", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,6}([.,]\d{1,4})?", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})\s*(?::|h|giờ)\s*(\d{2})?(?::\d{2}|\s*phút)?", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)


def clean(text: str) -> str:
    """Return composed text on one line without letters that nobody sees.

    Portals leave direction marks and zero-width spaces inside words, where they break search;
    half a surrogate pair cannot be stored at all.
    """
    seen = (" " if letter in "\t\n\r\v\f" else letter for letter in text)
    return composed("".join(x for x in seen if unicodedata.category(x) not in {"Cc", "Cf", "Cs"}))


def text_of(value: object) -> str | None:
    """Return a text, a number or a day as clean text; "" for nothing."""
    if value is None:
        return ""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    return str(value) if isinstance(value, int | date) else None


def code_of(value: object) -> str:
    """Return a code as text; a spreadsheet that took it for a number dropped its last zeros."""
    return f"{value:.6f}" if isinstance(value, float) else text_of(value) or ""


def number_of(value: object) -> Decimal | None:
    """Return a plain number from 0 on, with a point or a comma before halves."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    text = clean(value) if isinstance(value, str) else str(value)
    if not _NUMBER.fullmatch(text):
        return None
    number = Decimal(text.replace(",", "."))
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()


def term_amount_of(value: object) -> Decimal | None:
    """Return the amount of a term: 0 for on the spot, halves allowed."""
    amount = number_of(value)
    return amount if amount is not None and amount <= _LONGEST_TERM else None


def whole_term_of(text: str) -> tuple[Decimal | None, TermUnit | None]:
    """Return amount and unit of a term written in one piece: "3 ngày làm việc"."""
    amount, _, unit = text.partition(" ")
    known = unit_of(unit)
    return (term_amount_of(amount), known) if known else (None, None)


def unit_of(value: object) -> TermUnit | None:
    """Return the unit of a term, by its Vietnamese or its stored word."""
    return _UNITS.get(folded(value)) if isinstance(value, str) else None


def channel_of(value: object) -> Channel | None:
    """Return the channel, by its Vietnamese word, its stored word or its national number."""
    return _CHANNELS.get(folded(text_of(value) or ""))


def fee_kind_of(value: object) -> FeeKind | None:
    """Return phí or lệ phí; a publication that says neither is unknown."""
    return _FEE_KINDS.get(folded(text_of(value) or "")) if not isinstance(value, bool) else None


def amount_of(value: object) -> int | None:
    """Return whole đồng; "50.000 đồng" and "50,000" are fifty thousand."""
    if isinstance(value, str):
        text = _CURRENCY.sub("", clean(value))
        value = int(re.sub(r"\D", "", text)) if _GROUPED.fullmatch(text) else None
    return _whole(value, _LARGEST_AMOUNT)


def count_of(value: object) -> int | None:
    """Return a number of copies; nothing is none."""
    if value is None or value == "":
        return 0
    if isinstance(value, str):
        text = clean(value)
        value = int(text) if re.fullmatch(r"\d{1,9}", text, re.ASCII) else None
    return _whole(value, 10**9)


def flag_of(value: object) -> bool | None:
    """Return yes or no."""
    if isinstance(value, bool):
        return value
    return _FLAGS.get(folded(text_of(value) or ""))


def time_of(value: object) -> time | None:
    """Return a time of day: "15:00", "15h30", "15 giờ", or a spreadsheet's own time."""
    if isinstance(value, time):
        return value.replace(tzinfo=None, microsecond=0, fold=0)
    match = _CLOCK.fullmatch(clean(value).lower()) if isinstance(value, str) else None
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def date_of(value: object) -> date | None:
    """Return a day: ISO, day/month/year, or a spreadsheet's own date."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = clean(value) if isinstance(value, str) else ""
    day_first = _DAY_FIRST.fullmatch(text)
    try:
        if day_first:
            return date(int(day_first[3]), int(day_first[2]), int(day_first[1]))
        return date.fromisoformat(text) if len(text) == len("2025-07-01") else None
    except ValueError:
        return None


def _whole(value: object, largest: int) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if isinstance(value, float) and not value.is_integer():
        return None
    return int(value) if 0 <= value <= largest else None

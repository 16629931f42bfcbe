"""The centre's settings: read before they are published, because every counter believes them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, select

from counter_app.centre.administration import change_setting
from counter_app.domain import form_texts
from counter_app.domain.calendar import calendar_from_record
from counter_app.domain.deadlines import DeadlineRules, PausePolicy
from counter_app.domain.fees import FeeRules
from counter_app.domain.notices import NoticeRules
from counter_app.domain.places import Places
from counter_app.domain.reasons import Reasons
from counter_app.domain.receipt import Letterhead
from counter_app.domain.retention import RetentionRules
from counter_app.domain.till import ClosingRules
from counter_app.domain.vietqr import BankAccount
from counter_app.errors import CounterError
from counter_app.journal.append import Author
from counter_app.records import from_record
from counter_app.schema.tables import setting
from counter_app.store.form_texts import notice_originals, originals


@dataclass(eq=False)
class UnknownSetting(CounterError):
    """there is no setting {key}; there are {known}"""

    key: str
    known: tuple[str, ...]


@dataclass(eq=False)
class BadSetting(CounterError):
    """the setting {key} cannot be used: {what}"""

    key: str
    what: str


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One version of a setting; `holds` tells that it is the one in force on the day asked for."""

    key: str
    valid_from: date
    value: Any
    holds: bool


def listed(session: Connection, day: date) -> list[SettingRow]:
    """Return every version of every setting, by key and then by day."""
    rows = session.execute(
        select(setting.c.key, setting.c.valid_from, setting.c.record).order_by(
            setting.c.key, setting.c.valid_from, setting.c.version
        )
    ).all()
    holding = {row.key: place for place, row in enumerate(rows) if row.valid_from <= day}
    return [
        SettingRow(row.key, row.valid_from, json.loads(row.record), holding.get(row.key) == place)
        for place, row in enumerate(rows)
    ]


def change(session: Connection, author: Author, key: str, value: Any, valid_from: date) -> None:
    """Set what holds from `valid_from` on, if the counters can use it.

    Calendars are changed by `centre.calendar`, which tells what would move.

    Raises:
        UnknownSetting, BadSetting.
    """
    check(key, value)
    change_setting(session, author, key, value, valid_from)


def check(key: str, value: Any) -> None:
    """Raise UnknownSetting or BadSetting unless the counters can use the value."""
    name, _, agency_code = key.partition(":")
    reader = READERS.get(name)
    if reader is None or (agency_code and name not in _BY_AGENCY):
        raise UnknownSetting(key, tuple(READERS))
    try:
        reader(value)
    except (CounterError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise BadSetting(key, str(error)) from error


def _pause_policy(value: Mapping[str, Any]) -> None:
    kinds = {"supplement", "payment", "stop"}
    for told in (value, *value.get("procedures", {}).values()):
        for kind, policy in told.items():
            if kind in kinds:
                PausePolicy(policy)
            elif not (told is value and kind == "procedures"):
                raise ValueError(kind)


def _centre(value: Mapping[str, Any]) -> None:
    if not str(value["name"]).strip():
        raise ValueError("name")


def _posting(value: Mapping[str, Any]) -> None:
    if "{code}" not in value["link"]:
        raise ValueError("link: {code}")


READERS: Final[Mapping[str, Callable[[Any], object]]] = {
    "bank_account": lambda value: from_record(BankAccount, value).check(),
    "calendar": calendar_from_record,
    "centre": _centre,
    "closing": lambda value: from_record(ClosingRules, value),
    "deadline_rules": DeadlineRules.from_record,
    "form_texts": lambda value: form_texts.check(value, originals(), notice_originals()),
    "fees": lambda value: from_record(FeeRules, value),
    "letterhead": lambda value: from_record(Letterhead, value),
    "notices": lambda value: from_record(NoticeRules, value).check(),
    "pause_policy": _pause_policy,
    "places": lambda value: from_record(Places, value),
    "posting": _posting,
    "reasons": lambda value: from_record(Reasons, value).check(),
    "retention": lambda value: from_record(RetentionRules, value).check(),
}
"""What reads each setting; who adds a setting adds its reader."""

_BY_AGENCY: Final = frozenset({"bank_account"})

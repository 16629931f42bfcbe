"""Reason codes of the centre: added, renamed and ended, each from a day on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from sqlalchemy import Connection, select

from counter_app.centre.administration import change_setting
from counter_app.centre.status import reason_counts
from counter_app.domain.reasons import Reason, ReasonKind, Reasons, with_reason
from counter_app.errors import CounterError
from counter_app.journal.append import Author
from counter_app.records import from_record, to_record
from counter_app.schema.tables import setting

KEY: Final = "reasons"


@dataclass(eq=False)
class UnknownReason(CounterError):
    """there is no reason {code} of kind {kind}"""

    kind: str
    code: str


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """A reason as it is said from `valid_from` on; None where it has been so from the start.

    `given` counts the dossiers of the year asked for; None for phrases, which are not counted.
    """

    kind: ReasonKind
    code: str
    words: str
    valid_from: date | None
    valid_to: date | None
    given: int | None


@dataclass(frozen=True)
class _Version:
    valid_from: date
    reasons: Reasons


def listed(session: Connection, day: date, year: int) -> list[ReasonRow]:
    """Return what holds on `day`, what has ended and what is to come, kind by kind."""
    counts = reason_counts(session, year)
    versions = _versions(session)
    return [
        row for kind in ReasonKind for row in _of_kind(kind, versions, day, counts.get(kind.value))
    ]


def define(
    session: Connection, author: Author, kind: ReasonKind, reason: Reason, day: date
) -> Reason:
    """Say a reason so from `day` on, or offer one more; return it with its code.

    What is published for later days says it so as well.

    Args:
        reason: without code for a new one.

    Raises:
        BadReason, ReasonStays: nothing was changed.
    """
    versions = _versions(session)
    standing = _on(versions, day)
    changed = with_reason(standing, kind, reason)
    code = reason.code or changed.own(kind)[-1].code
    told = next(one for one in changed.own(kind) if one.code == code)
    _publish(session, author, changed, day)
    for later in versions:
        if later.valid_from > day:
            _publish(session, author, with_reason(later.reasons, kind, told), later.valid_from)
    return told


def end(
    session: Connection, author: Author, kind: ReasonKind, code: str, last: date, day: date
) -> None:
    """Offer a reason no more after its `last` day; dossiers keep what was said.

    Raises:
        UnknownReason, ReasonStays: nothing was changed.
    """
    known = check(session, kind, code, day)
    define(session, author, kind, replace(known, valid_to=last), day)


def check(session: Connection, kind: ReasonKind, code: str, day: date) -> Reason:
    """Return a reason as it is said on `day`. Raises UnknownReason."""
    for reason in _on(_versions(session), day).every(kind):
        if reason.code == code:
            return reason
    raise UnknownReason(kind.value, code)


def _publish(session: Connection, author: Author, reasons: Reasons, day: date) -> None:
    change_setting(session, author, KEY, to_record(reasons), day)


def _versions(session: Connection) -> list[_Version]:
    """Return the list as it is said from each day on, in order."""
    rows = session.execute(
        select(setting.c.valid_from, setting.c.record)
        .where(setting.c.key == KEY)
        .order_by(setting.c.valid_from, setting.c.version)
    )
    newest = {row.valid_from: row.record for row in rows}
    return [
        _Version(day, from_record(Reasons, json.loads(record))) for day, record in newest.items()
    ]


def _on(versions: Sequence[_Version], day: date) -> Reasons:
    found = [one.reasons for one in versions if one.valid_from <= day]
    return found[-1] if found else Reasons()


def _of_kind(
    kind: ReasonKind, versions: Sequence[_Version], day: date, given: dict[str, int] | None
) -> Iterator[ReasonRow]:
    counts = given or {}
    said: dict[str, ReasonRow] = {}
    for reason in _on(versions, day).every(kind):
        since = _since(kind, reason, versions, day)
        count = None if given is None else counts.get(reason.code, 0)
        row = ReasonRow(kind, reason.code, reason.words, since, reason.valid_to, count)
        said[reason.code] = row
        yield row
    for later in versions:
        if later.valid_from <= day:
            continue
        for reason in later.reasons.every(kind):
            before = said.get(reason.code)
            if before is None or (before.words, before.valid_to) != (reason.words, reason.valid_to):
                row = ReasonRow(
                    kind, reason.code, reason.words, later.valid_from, reason.valid_to, None
                )
                said[reason.code] = row
                yield row


def _since(
    kind: ReasonKind, reason: Reason, versions: Sequence[_Version], day: date
) -> date | None:
    """Return from when on it has been said with these words."""
    since: date | None = None
    for one in reversed([one for one in versions if one.valid_from <= day]):
        if not any(
            (held.code, held.words) == (reason.code, reason.words) for held in one.reasons.own(kind)
        ):
            break
        since = one.valid_from
    return since

"""Notices on their way to citizens: an outbox that follows from acts, and what became of each.

A notice is sent at least once: a worker killed between the gateway's yes and its own mark sends it
again, under the same Message-ID or id, by which mail servers and gateways know it. Addresses and
texts are read when a notice is sent; they stand neither in the outbox nor in any log.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Row, delete, select, text, update
from sqlalchemy.dialects.postgresql import insert

from counter_app.centre.connection import Centre, author
from counter_app.centre.gateways import NoticeNotSent, NoticeRefused, Secrets, gateway_of
from counter_app.centre.notice_texts import Message, message
from counter_app.clock import Clock, local_day
from counter_app.domain.notices import NoticeChannel, NoticeKind, NoticeRules, NoticeState, back_off
from counter_app.journal.append import append
from counter_app.journal.dossiers import life_of
from counter_app.journal.entries import Entry
from counter_app.journal.notices import ACTS, TOLD, notice_subject, wanted
from counter_app.journal.readable import UNREADABLE
from counter_app.schema.centre import outbox
from counter_app.store import reference
from counter_app.store.dossiers import history
from counter_app.store.notices import notice_rules

BATCH: Final = 50
_DAY_MS: Final = 86_400_000
_LOCK: Final = 0x4E07
_ALARMING: Final = 3
"""From so many tries in vain on a person at the centre is told."""
_log = logging.getLogger(__name__)

Send = Callable[[Message, UUID], None]
"""Sends one message under an id. Raises NoticeNotSent, NoticeRefused."""


def put_out(session: Connection, entries: Sequence[Entry], now_ms: int) -> None:
    """Put the notices of new acts into the outbox, in the transaction that projects the acts."""
    rules = notice_rules(reference.settings(session, local_day(now_ms)))
    if not any(rules.uses(channel) for channel in NoticeChannel):
        return
    fresh = [
        entry
        for entry in entries
        if entry.kind in ACTS and now_ms - entry.recorded_at < rules.days * _DAY_MS
    ]
    acts = {entry.entry_id for entry in fresh}
    for subject in {entry.subject for entry in fresh}:
        known = history(session, subject)
        life = life_of(known)
        if life is None:
            continue
        rows = [
            _row(entry, kind, channel, now_ms)
            for entry, kind, channel in _told(wanted(life, known))
            if entry.entry_id in acts and rules.uses(channel)
        ]
        if rows:
            session.execute(insert(outbox).on_conflict_do_nothing(), rows)


def deliver(centre: Centre, clock: Clock, secrets: Secrets) -> int:
    """Send what is due; return how many notices left. Another worker at it leaves nothing to do."""
    with centre.reading() as session:
        # one worker at a time, or a citizen would be told twice without any kill
        if not session.execute(
            text("SELECT pg_try_advisory_xact_lock(:id)"), {"id": _LOCK}
        ).scalar():
            return 0
        now = clock.now_ms()
        rules = notice_rules(reference.settings(session, local_day(now)))
        due = [_notice(row) for row in _due(session, now)]
        sends: dict[NoticeChannel, Send] = {}
        sent = 0
        for one in due:
            send = sends.get(one.channel)
            if send is None:
                send = sends[one.channel] = gateway_of(rules, one.channel, secrets)
            sent += _deliver(centre, clock, rules, one, send)
    return sent


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice of the outbox. `tries` were in vain."""

    subject: UUID
    dossier: UUID
    act: UUID
    kind: NoticeKind
    channel: NoticeChannel
    since: int
    tries: int


def _deliver(centre: Centre, clock: Clock, rules: NoticeRules, one: Notice, send: Send) -> bool:
    """Try one notice and write down what became of it; tell whether it was sent."""
    now = clock.now_ms()
    if now - one.since >= rules.days * _DAY_MS:
        _mark(centre, clock, one, NoticeState.EXPIRED, "")
        return False
    with centre.reading() as session:
        told = message(session, one.dossier, one.kind, one.channel, now)
    if told is None:
        _mark(centre, clock, one, NoticeState.FAILED, "overtaken")
        return False
    try:
        send(told, one.subject)
    except NoticeRefused as error:
        _mark(centre, clock, one, NoticeState.FAILED, error.code)
    except NoticeNotSent as error:
        _wait(centre, one, now, error.code)
    else:
        _mark(centre, clock, one, NoticeState.SENT, "")
        return True
    return False


def _mark(centre: Centre, clock: Clock, one: Notice, state: NoticeState, detail: str) -> None:
    record: Mapping[str, Any] = {
        "dossier": one.dossier.hex,
        "act": one.act.hex,
        "kind": one.kind.value,
        "channel": one.channel.value,
        "state": state.value,
        "detail": detail,
    }
    with centre.writing() as session:
        by = author(session, "centre", clock.now_ms())
        append(session, by, TOLD, one.subject, record)
        session.execute(delete(outbox).where(outbox.c.subject == one.subject))
    if state is not NoticeState.SENT:
        _log.warning("notice %s by %s: %s %s", one.subject, one.channel, state, detail)


def _wait(centre: Centre, one: Notice, now_ms: int, why: str) -> None:
    tries = one.tries + 1
    with centre.writing() as session:
        session.execute(
            update(outbox)
            .where(outbox.c.subject == one.subject)
            .values(tries=tries, next_at=now_ms + back_off(tries))
        )
        if tries >= _ALARMING:
            session.execute(
                text("SELECT raise_alarm(NULL, 'notices', :message)"),
                {"message": f"notices by {one.channel} cannot be sent: {why}"},
            )
    _log.warning("notice %s by %s waits after %d tries: %s", one.subject, one.channel, tries, why)


def _told(
    found: Iterable[tuple[Entry, NoticeKind, NoticeChannel]],
) -> list[tuple[Entry, NoticeKind, NoticeChannel]]:
    try:
        return list(found)
    except UNREADABLE:  # whoever has a seat's password can write any intake
        return []


def _row(entry: Entry, kind: NoticeKind, channel: NoticeChannel, now_ms: int) -> dict[str, Any]:
    return {
        "subject": notice_subject(entry.entry_id, channel),
        "dossier": entry.subject,
        "act": entry.entry_id,
        "kind": kind.value,
        "channel": channel.value,
        "since": now_ms,
        "tries": 0,
        "next_at": now_ms,
    }


def _due(session: Connection, now_ms: int) -> Sequence[Row[Any]]:
    return session.execute(
        select(outbox)
        .where(outbox.c.next_at <= now_ms)
        .order_by(outbox.c.next_at, outbox.c.subject)
        .limit(BATCH)
    ).all()


def _notice(row: Row[Any]) -> Notice:
    return Notice(
        row.subject,
        row.dossier,
        row.act,
        NoticeKind(row.kind),
        NoticeChannel(row.channel),
        row.since,
        row.tries,
    )

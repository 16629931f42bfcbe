"""Questions about notices: what a dossier's citizen is told of, and how far each came."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from sqlalchemy import select

from counter_app.clock import local_day
from counter_app.domain.notices import NoticeChannel, NoticeKind, NoticeRules, NoticeState
from counter_app.journal.dossiers import life_of
from counter_app.journal.notices import notice_subject, wanted
from counter_app.records import from_record
from counter_app.schema.notices import notice
from counter_app.store import reference
from counter_app.store.dossiers import history
from counter_app.store.engine import Session
from counter_app.store.reference import Settings

_DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One notice of a dossier. Instants are ms UTC; `told_at` None while it waits."""

    kind: NoticeKind
    channel: NoticeChannel
    act_at: int
    state: NoticeState
    told_at: int | None
    detail: str


def notices_of(session: Session, subject: UUID, now_ms: int) -> tuple[NoticeRow, ...]:
    """Return the notices of a dossier, the oldest first.

    A way that the centre does not use has none; what no answer came for in its days is no news.
    """
    entries = history(session, subject)
    life = life_of(entries)
    if life is None:
        return ()
    rules = notice_rules(reference.settings(session, local_day(now_ms)))
    known = {
        row.subject: row
        for row in session.execute(select(notice).where(notice.c.dossier == subject))
    }
    found = []
    for entry, kind, channel in wanted(life, entries):
        row = known.get(notice_subject(entry.entry_id, channel))
        if row is None and not rules.uses(channel):
            continue
        fresh = now_ms - entry.recorded_at < rules.days * _DAY_MS
        state = NoticeState.WAITING if fresh else NoticeState.EXPIRED
        found.append(
            NoticeRow(
                kind,
                channel,
                entry.occurred_at,
                state if row is None else NoticeState(row.state),
                None if row is None else row.told_at,
                "" if row is None else row.detail,
            )
        )
    return tuple(found)


def notice_rules(settings: Settings) -> NoticeRules:
    """Return what the centre sends by: its setting "notices"."""
    record = settings.records.get("notices")
    return NoticeRules() if record is None else _rules(record)


@lru_cache(maxsize=8)
def _rules(record: str) -> NoticeRules:
    return from_record(NoticeRules, json.loads(record))

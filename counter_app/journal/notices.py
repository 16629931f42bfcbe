"""Which acts are told to the citizen, and how what became of the notices folds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from counter_app.domain.dossier import Consents, ReturnWay
from counter_app.domain.notices import NoticeChannel, NoticeKind, NoticeState, agreed
from counter_app.journal.dossiers import money, online, processing, promises, results
from counter_app.journal.dossiers.conflicts import UNDONE
from counter_app.journal.dossiers.intake import RECEIVED
from counter_app.journal.dossiers.life import Life
from counter_app.journal.entries import Entry
from counter_app.journal.readable import record_of
from counter_app.journal.subjects import subject_of
from counter_app.records import from_record

Row = dict[str, Any]

TOLD: Final = "notice_told"
_KINDS: Final[Mapping[str, NoticeKind]] = MappingProxyType(
    {
        RECEIVED: NoticeKind.RECEIVED,
        online.TAKEN_IN: NoticeKind.RECEIVED,
        processing.SUPPLEMENT_REQUESTED: NoticeKind.SUPPLEMENT,
        money.REQUIRED: NoticeKind.FEE,
        results.RESULT_RECEIVED: NoticeKind.RESULT,
        results.RESOLVED: NoticeKind.RESULT,
        promises.EXTENDED: NoticeKind.APOLOGY,
    }
)
ACTS: Final = frozenset(_KINDS)
"""Kinds of acts that a citizen may be told of."""


def notice_subject(act: UUID, channel: NoticeChannel) -> UUID:
    """Return the subject of one notice: the same at every seat, and for every try."""
    return subject_of("notice", f"{act.hex}:{channel}")


def wanted(
    life: Life, entries: Sequence[Entry]
) -> Iterator[tuple[Entry, NoticeKind, NoticeChannel]]:
    """Yield every act of a dossier that its citizen agreed to be told of, with each way.

    A result is told when it lies at the centre; where it is sent electronically, when it is there.
    What was taken back is not told.
    """
    ways = agreed(from_record(Consents, life.record.get("consents", {})))
    electronic = life.record.get("return_way") == ReturnWay.ELECTRONIC
    undone = {record_of(one).get("undoes") for one in entries if one.kind == UNDONE}
    for entry in entries:
        kind = _KINDS.get(entry.kind)
        if kind is None or entry.entry_id.hex in undone:
            continue
        if entry.kind == results.RESOLVED and not electronic:
            continue
        for channel in ways:
            yield entry, kind, channel


def notices(entries: Sequence[Entry]) -> list[Row]:
    """One row per notice; the last entry of the subject holds."""
    told = [entry for entry in entries if entry.payload is not None]
    if not told:
        return []
    entry, record = told[-1], told[-1].record()
    return [
        {
            "subject": entry.subject,
            "dossier": UUID(record["dossier"]),
            "act": UUID(record["act"]),
            "kind": NoticeKind(record["kind"]).value,
            "channel": NoticeChannel(record["channel"]).value,
            "state": NoticeState(record["state"]).value,
            "told_at": entry.occurred_at,
            "detail": record.get("detail", ""),
        }
    ]

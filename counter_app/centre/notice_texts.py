"""What a notice says, from texts that are data, and where it goes."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from uuid import UUID

from sqlalchemy import Connection

import resources
from counter_app.clock import local, local_day
from counter_app.domain.identity import check_email, phone_e164
from counter_app.domain.notices import NoticeChannel, NoticeKind
from counter_app.domain.states import State
from counter_app.errors import CounterError
from counter_app.journal.dossiers import life_of
from counter_app.journal.dossiers.life import Life
from counter_app.store import reference
from counter_app.store.dossiers import history
from counter_app.store.form_texts import own_texts


@dataclass(frozen=True, slots=True)
class Message:
    """A notice in words, with its address: an e-mail address or a telephone number (E.164)."""

    to: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class NoticeText:
    """The words of one kind, in force from `valid_from` until the next."""

    kind: NoticeKind
    valid_from: date
    subject: str
    long: str
    short: str


@cache
def notice_texts() -> tuple[NoticeText, ...]:
    """Return all texts, the newest first."""
    told = tomllib.loads(resources.read_text("forms/notices.toml"))["text"]
    found = [
        NoticeText(
            NoticeKind(one["kind"]), one["valid_from"], one["subject"], one["long"], one["short"]
        )
        for one in told
    ]
    return tuple(sorted(found, key=lambda one: one.valid_from, reverse=True))


def text_of(kind: NoticeKind, day: date) -> NoticeText:
    """Return the text in force on a day; the oldest one before there was any."""
    of_kind = [one for one in notice_texts() if one.kind is kind]
    return next((one for one in of_kind if one.valid_from <= day), of_kind[-1])


def own_text_of(session: Connection, kind: NoticeKind, day: date) -> NoticeText:
    """Return the text in force on a day, with the words that the centre says otherwise."""
    own = own_texts(session, day).get("notices", {}).get(kind.value, {})
    return replace(text_of(kind, day), **own)


def message(
    session: Connection, subject: UUID, kind: NoticeKind, channel: NoticeChannel, now_ms: int
) -> Message | None:
    """Return what a dossier's citizen is told; None where it is overtaken or has no address."""
    life = life_of(history(session, subject))
    if life is None or (kind is NoticeKind.RESULT and life.state is State.RETURNED):
        return None
    email = channel is NoticeChannel.EMAIL
    submitter = life.record.get("submitter")
    if not isinstance(submitter, Mapping):  # whoever has a seat's password can write any intake
        return None
    to = _address(submitter.get("email" if email else "phone", ""), email)
    if not to:
        return None
    words = own_text_of(session, kind, local_day(now_ms))
    filled = _filled(session, life, now_ms)
    body = (words.long if email else words.short).strip().format(**filled)
    return Message(to, words.subject.format(**filled), body)


def _address(told: object, email: bool) -> str:
    """Return where a message goes, "" where the intake names no place that can be."""
    if not isinstance(told, str):
        return ""
    try:
        return check_email(told) if email else phone_e164(told)
    except CounterError:
        return ""


def _filled(session: Connection, life: Life, now_ms: int) -> dict[str, str]:
    settings = reference.settings(session, local_day(now_ms))
    promised = life.row["promised_at"]
    return {
        "number": life.row["number"],
        "procedure": life.row["procedure_name"],
        "due": "-" if promised is None else f"{local(promised):%H:%M %d/%m/%Y}",
        "agency": reference.agency_name(session, life.row["agency_code"]),
        "centre": settings.centre_name(),
        "phone": settings.letterhead().phone,
        "lookup": str(life.record.get("lookup_code", "")),
    }

"""Noting what is looked at and taken out: entries like any other, chained, sent and proved.

Acts and prints stand in the journal anyway. Here is what changes nothing and still must be
answered for: numbers shown in full, lists that left as a file, passwords guessed.
"""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from counter_app.desk import Desk, Seat
from counter_app.journal.append import Author, append
from counter_app.journal.audit import NOTED
from counter_app.journal.entries import new_id
from counter_app.journal.subjects import subject_of
from counter_app.store.audit import is_noted
from counter_app.store.engine import Session
from counter_app.text import composed

_LONGEST_DETAIL = 200
_HOUR_MS = 3_600_000
TECHNICIAN = "counter-cli"
"""Who acts where no officer signed in: whoever has the machine."""


class Look(StrEnum):
    """What is noted."""

    REVEALED = "revealed"
    """Identity numbers of a dossier were shown in full."""
    EXPORTED = "exported"
    """A list left the program as a file."""
    LOCKED_OUT = "locked_out"
    """Too many wrong passwords were tried for the officer."""


def revealed(desk: Desk, dossier: UUID) -> bool:
    """Note that numbers of the dossier are shown in full, once an hour for an officer.

    Returns:
        whether it had to be noted: not when the officer saw them in the same hour.

    Raises:
        NobodySignedIn, OfficerDisabled.
    """
    login, now = desk.acting.login, desk.clock.now_ms()
    subject = subject_of("audit", f"{Look.REVEALED}:{login}:{dossier.hex}:{now // _HOUR_MS}")
    if desk.ask(is_noted, subject):
        return False
    with desk.store.writing() as session:
        author = Author(desk.seat.stream_id, desk.acting_in(session).login, now)
        _note(session, author, desk.seat, subject, Look.REVEALED, dossier)
    return True


def exported(desk: Desk, detail: str) -> None:
    """Note that a list leaves the program; `detail` says which, as whoever reads it would ask.

    Without an officer it is the technician's doing.

    Raises:
        OfficerDisabled.
    """
    now = desk.clock.now_ms()
    with desk.store.writing() as session:
        login = TECHNICIAN if desk.officer is None else desk.acting_in(session).login
        author = Author(desk.seat.stream_id, login, now)
        _note(session, author, desk.seat, new_id(now), Look.EXPORTED, detail=detail)


def locked_out(desk: Desk, login: str) -> None:
    """Note that somebody guessed the officer's password until the lock fell."""
    now = desk.clock.now_ms()
    author = Author(desk.seat.stream_id, login, now)
    with desk.store.writing() as session:
        _note(session, author, desk.seat, new_id(now), Look.LOCKED_OUT)


def _note(
    session: Session,
    author: Author,
    seat: Seat,
    subject: UUID,
    what: Look,
    about: UUID | None = None,
    detail: str = "",
) -> None:
    record = {
        "what": what.value,
        "about": None if about is None else about.hex,
        "detail": _printable(detail),
        "seat_number": seat.number,
    }
    append(session, author, NOTED, subject, record)


def _printable(detail: str) -> str:
    """Return the words as they can be kept: a file's name may hold what no text does."""
    seen = (letter if letter.isprintable() else " " for letter in detail)
    return composed("".join(seen))[:_LONGEST_DETAIL]

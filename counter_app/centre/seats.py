"""Seats: their logins, streams, standing number ranges and one-time codes."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    cast,
    delete,
    func,
    insert,
    select,
    update,
)

from counter_app.centre import administration, roles
from counter_app.domain.numbers import HIGHEST_SERIAL
from counter_app.domain.seat_code import ALPHABET, SECRET_LENGTH, SeatCode
from counter_app.errors import CounterError
from counter_app.journal.append import Author, append
from counter_app.journal.streams import new_seat_stream
from counter_app.journal.subjects import subject_of
from counter_app.postgres import seat_login
from counter_app.schema import centre as own
from counter_app.schema.tables import agency, number_range, seat

WIDTH = 100
"""How many numbers a day a seat gets of each agency, unless said otherwise."""

SPARES = 1
"""How many streams stand ready for a seat beside the one it writes."""

CODE_DAYS = 7

_STRIDE = 6180
"""From where one epoch grants ranges to where the next does, as far from all others as may be."""

_DAY_MS = 86_400_000


@dataclass(eq=False)
class SeatTaken(CounterError):
    """there is a seat {number} already"""

    number: int


@dataclass(eq=False)
class UnknownSeat(CounterError):
    """there is no seat {number}"""

    number: int


@dataclass(eq=False)
class UnknownAgency(CounterError):
    """there is no agency {code}"""

    code: str


@dataclass(eq=False)
class AgencyNumbersUsedUp(CounterError):
    """agency {agency_code} has no {width} daily numbers in a row left for seat {seat_number}"""

    agency_code: str
    width: int
    seat_number: int


@dataclass(eq=False)
class SeatHoldsEntries(CounterError):
    """seat {number} said that it holds {unsent} unsent entries; let it sync first"""

    number: int
    unsent: int


@dataclass(frozen=True)
class Invitation:
    """What a technician takes to the machine. The code is shown once and stored nowhere.

    `valid_until` is in ms UTC.
    """

    seat_number: int
    login: str
    code: str
    valid_until: int


def add_seat(
    session: Connection,
    author: Author,
    number: int,
    name: str,
    agencies: Sequence[str],
    favourites: Sequence[str] = (),
    *,
    width: int = WIDTH,
) -> Invitation:
    """Make a seat with its login, its streams and their ranges, and invite a machine to it.

    Needs a transaction of `Centre.writing`, so that ranges cannot cross.

    Raises:
        SeatTaken, UnknownAgency, AgencyNumbersUsedUp: nothing was changed.
    """
    if administration.agencies_of(session, number) is not None:
        raise SeatTaken(number)
    _check_agencies(session, agencies)
    administration.define_seat(session, author, number, name, agencies, favourites)
    _add_streams(session, number, 1 + SPARES)
    grant_ranges(session, author, number, width)
    return _invite(session, author, number)


def invite(session: Connection, author: Author, number: int) -> Invitation:
    """Invite another machine to a seat: after a lost disk, or in the place of the old machine.

    The seat's login does nothing until the code is used; the machine that has it now can go on
    without the centre, and its unsent acts stay on it.

    Raises:
        UnknownSeat, AgencyNumbersUsedUp.
    """
    if administration.agencies_of(session, number) is None:
        raise UnknownSeat(number)
    top_up(session, author, number, 1 + SPARES)
    return _invite(session, author, number)


def grant_ranges(session: Connection, author: Author, number: int, width: int = WIDTH) -> int:
    """Give every stream of the seat that is not sealed its own range of each agency it serves.

    Ranges stand for ever and are never given twice. Returns how many were missing.

    Raises:
        UnknownSeat, UnknownAgency, AgencyNumbersUsedUp.
    """
    agencies = administration.agencies_of(session, number)
    if agencies is None:
        raise UnknownSeat(number)
    _check_agencies(session, agencies)
    streams = session.execute(
        select(own.stream.c.stream_id)
        .where(own.stream.c.seat_number == number, own.stream.c.state != "sealed")
        .order_by(own.stream.c.state, own.stream.c.stream_id)
    ).scalars()
    granted = 0
    for stream_id in streams:
        standing = session.execute(
            select(number_range.c.agency_code).where(number_range.c.stream_id == stream_id)
        )
        missing = set(agencies) - set(standing.scalars())
        for code in sorted(missing):
            _grant(session, author, stream_id, number, code, width)
        granted += len(missing)
    return granted


def top_up(session: Connection, author: Author, number: int, spares: int = SPARES) -> int:
    """Bring the seat's spare streams to `spares`, with ranges; return how many were added.

    Raises:
        AgencyNumbersUsedUp: none was added.
    """
    stream = own.stream
    standing = session.execute(
        select(func.count()).where(stream.c.seat_number == number, stream.c.state == "spare")
    ).scalar_one()
    missing = max(0, spares - standing)
    if missing:
        _add_streams(session, number, missing)
        grant_ranges(session, author, number, _usual_width(session, number))
    return missing


def block(session: Connection, number: int) -> None:
    """Let the seat's machine in no more, at once. What it has not sent stays on it.

    Raises:
        UnknownSeat.
    """
    if administration.agencies_of(session, number) is None:
        raise UnknownSeat(number)
    login = _login(session, number)
    session.execute(delete(own.enrolment).where(_unused(login)))
    session.execute(
        update(own.stream)
        .where(own.stream.c.login == login, own.stream.c.state == "open")
        .values(state="sealed")
    )
    roles.block_login(session, login)


def close(session: Connection, author: Author, number: int, *, anyway: bool = False) -> None:
    """Close a seat for good: it serves no agency any more, and its machine is let in no more.

    Its number, its ranges and its dossiers stay as they are; `change` opens it again.

    Args:
        anyway: also where the seat said that it holds unsent entries; they stay on its machine.

    Raises:
        UnknownSeat, SeatHoldsEntries.
    """
    unsent = session.execute(
        select(func.coalesce(func.max(still_unsent()), 0)).where(
            own.stream.c.seat_number == number, own.stream.c.state == "open"
        )
    ).scalar_one()
    if unsent and not anyway:
        raise SeatHoldsEntries(number, unsent)
    block(session, number)
    change(session, author, number, agencies=())


def change(
    session: Connection,
    author: Author,
    number: int,
    *,
    name: str | None = None,
    agencies: Sequence[str] | None = None,
) -> int:
    """Change a seat's name or agencies; return how many ranges it got for new agencies.

    Raises:
        UnknownSeat, UnknownAgency, AgencyNumbersUsedUp.
    """
    row = session.execute(select(seat).where(seat.c.number == number)).one_or_none()
    if row is None:
        raise UnknownSeat(number)
    served = row.agencies.split() if agencies is None else agencies
    _check_agencies(session, served)
    shown = row.name if name is None else name
    administration.define_seat(session, author, number, shown, served, row.favourites.split())
    return grant_ranges(session, author, number, _usual_width(session, number))


def widen(session: Connection, author: Author, number: int, code: str, width: int = WIDTH) -> int:
    """Give every stream of a seat one more range of an agency; return how many were given.

    Raises:
        UnknownSeat, UnknownAgency: there is none, or the seat does not serve it.
        AgencyNumbersUsedUp.
    """
    agencies = administration.agencies_of(session, number)
    if agencies is None:
        raise UnknownSeat(number)
    if code not in agencies:
        raise UnknownAgency(code)
    streams = session.execute(
        select(own.stream.c.stream_id)
        .where(own.stream.c.seat_number == number, own.stream.c.state != "sealed")
        .order_by(own.stream.c.state, own.stream.c.stream_id)
    ).scalars()
    given = list(streams)
    for stream_id in given:
        _grant(session, author, stream_id, number, code, width)
    return len(given)


def still_unsent() -> ColumnElement[int]:
    """Return what a stream's seat still holds: what it said last, less what came in since."""
    arrived = (
        select(func.coalesce(func.sum(own.arrival.c.seq - own.arrival.c.first + 1), 0))
        .where(
            own.arrival.c.stream_id == own.stream.c.stream_id,
            own.arrival.c.arrived_at >= own.stream.c.seen_at,
        )
        .correlate(own.stream)
        .scalar_subquery()
    )
    return cast(func.greatest(own.stream.c.unsent - arrived, 0), Integer)


def _check_agencies(session: Connection, codes: Sequence[str]) -> None:
    known = set(session.execute(select(agency.c.code)).scalars())
    for code in codes:
        if code not in known:
            raise UnknownAgency(code)


def _add_streams(session: Connection, number: int, count: int) -> None:
    login = _login(session, number)
    session.execute(
        insert(own.stream),
        [
            {
                "stream_id": new_seat_stream(),
                "seat_number": number,
                "login": login,
                "state": "spare",
                "client_version": "",
                "unsent": 0,
            }
            for _ in range(count)
        ],
    )


def _grant(
    session: Connection, author: Author, stream_id: UUID, number: int, code: str, width: int
) -> None:
    first = _first_free(session, code, width)
    if first is None:
        raise AgencyNumbersUsedUp(code, width, number)
    record = {
        "stream": stream_id.hex,
        "seat_number": number,
        "agency_code": code,
        "first": first,
        "last": first + width - 1,
    }
    key = f"{stream_id.hex}:{code}"
    standing = session.execute(
        select(number_range.c.subject).where(number_range.c.subject == subject_of("range", key))
    ).scalar()
    # a range stands for ever, so a further one is a subject of its own
    subject = subject_of("range", key if standing is None else f"{key}:{first}")
    append(session, author, "range_granted", subject, record)


def _first_free(session: Connection, code: str, width: int) -> int | None:
    """Return where the agency has `width` numbers in a row left.

    Each epoch begins elsewhere: a centre that was restored from a copy does not know what it
    granted after the copy was made, and must not grant the same again.
    """
    given = session.execute(
        select(number_range.c.first, number_range.c.last)
        .where(number_range.c.agency_code == code)
        .order_by(number_range.c.first)
    ).all()
    epoch = session.execute(select(own.centre.c.epoch)).scalar_one()
    for beginning in (1 + (epoch - 1) * _STRIDE % HIGHEST_SERIAL, 1):
        first = beginning
        for taken_first, taken_last in given:
            if taken_first - first >= width:
                break
            first = max(first, taken_last + 1)
        if first + width - 1 <= HIGHEST_SERIAL:
            return first
    return None


def _usual_width(session: Connection, number: int) -> int:
    width = session.execute(
        select(func.max(number_range.c.last - number_range.c.first + 1)).where(
            number_range.c.seat_number == number
        )
    ).scalar()
    return width or WIDTH


def _invite(session: Connection, author: Author, number: int) -> Invitation:
    login = _login(session, number)
    secret = "".join(secrets.choice(ALPHABET) for _ in range(SECRET_LENGTH))
    valid_until = author.now_ms + CODE_DAYS * _DAY_MS
    session.execute(delete(own.enrolment).where(_unused(login)))
    session.execute(
        insert(own.enrolment),
        {
            "code_hash": hashlib.sha256(secret.encode()).digest(),
            "login": login,
            "valid_until": valid_until,
        },
    )
    # The secret is also the login's first password; enrolling replaces it.
    roles.make_login(session, login, secret)
    return Invitation(number, login, str(SeatCode(number, secret)), valid_until)


def _unused(login: str) -> ColumnElement[bool]:
    return (own.enrolment.c.login == login) & own.enrolment.c.used_at.is_(None)


def _login(session: Connection, number: int) -> str:
    return seat_login(str(session.execute(select(func.current_database())).scalar_one()), number)

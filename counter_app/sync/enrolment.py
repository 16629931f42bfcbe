"""A machine becomes a seat: one code, one password of its own, one stream."""

from __future__ import annotations

import json
import secrets as random
from dataclasses import dataclass
from pathlib import Path
from uuid import NAMESPACE_OID, uuid4, uuid5

from psycopg import sql
from sqlalchemy import insert, select

from counter_app.clock import Clock
from counter_app.desk import Desk, Seat
from counter_app.domain.seat_code import SeatCode, parse
from counter_app.errors import CounterError
from counter_app.journal.shape import PROJECTION
from counter_app.postgres import CentreRefused, seat_login
from counter_app.progress import Progress
from counter_app.records import from_record, to_record
from counter_app.schema.centre import PROTOCOL_MAX, PROTOCOL_MIN
from counter_app.schema.local import installation
from counter_app.store.engine import Session, Store
from counter_app.sync import answers
from counter_app.sync.books import raise_books
from counter_app.sync.hello import OtherCentre, check_protocol
from counter_app.sync.line import Line, Route
from counter_app.sync.reconcile import NoSpareStream, move_to
from counter_app.sync.round import run
from counter_app.sync.secrets import Secrets
from counter_app.sync.standing import NOTHING, NotEnrolled, note, seat, standing

_CUT_THE_OTHERS = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE usename = session_user AND pid <> pg_backend_pid()"
)
"""A machine that was the seat before may still be connected; its password counts no more."""


@dataclass(eq=False)
class CodeRefused(CounterError):
    """the centre does not take this code ({why}); ask the administrator for a new one"""

    why: str


@dataclass(eq=False)
class PasswordMissing(CounterError):
    """the password of {login} is not on this machine any more; enrol it with a new code"""

    login: str


def enrol(
    store: Store,
    clock: Clock,
    route: Route,
    code: str,
    kept: Secrets,
    home: Path,
    progress: Progress,
) -> Seat:
    """Make this installation the seat of `code`, and fetch everything there is.

    The login's password is replaced by a random one that nobody sees. What goes wrong on the way
    can be tried again with the same code. An installation that was a seat before goes on with what
    it holds: what it had not sent is carried over.

    Args:
        home: the counter's folder.

    Raises:
        BadSeatCode, CodeRefused, OtherCentre, NoSpareStream, CentreNewer, CentreOlder,
        AnswerUnusable, Cancelled, and what the line raises. After an error or Cancelled during
        the fetching, the installation is enrolled, and the next round fetches the rest.
    """
    given = parse(code)
    login = seat_login(route.database, given.seat_number)
    password = _prepared(kept, login)
    answer = _asked(route, login, given, password, home)
    if answer.seat != given.seat_number:
        raise answers.AnswerUnusable("seat")
    with store.writing() as session:
        _become(session, route, answer)
        mine = seat(session)
    kept.set(login, password)
    line = Line(route, login, password, home)
    try:
        run(Desk(store, clock, mine), line, progress)
    finally:
        line.close()
    kept.discard(_next(login))
    with store.writing() as session:
        raise_books(session)
        return seat(session)


def change_route(store: Store, route: Route) -> None:
    """Reach the same centre elsewhere: it moved, or has another authority. Raises NotEnrolled."""
    with store.writing() as session:
        seat(session)
        note(session, route=json.dumps(to_record(route)))


def line_of(store: Store, kept: Secrets, home: Path) -> Line:
    """Return the line of an enrolled installation. Raises NotEnrolled, PasswordMissing."""
    with store.reading() as session:
        row = session.execute(
            select(installation.c.route, installation.c.seat_number)
        ).one_or_none()
    if row is None:
        raise NotEnrolled
    route = from_record(Route, json.loads(row.route))
    login = seat_login(route.database, row.seat_number)
    password = kept.get(login)
    if password is None:
        raise PasswordMissing(login)
    return Line(route, login, password, home)


def _prepared(kept: Secrets, login: str) -> str:
    """Return the password to be, on disk before the centre hears of it."""
    password = kept.get(_next(login))
    if password is None:
        password = random.token_urlsafe(24)
        kept.set(_next(login), password)
    return password


def _next(login: str) -> str:
    return f"{login} next"


def _asked(route: Route, login: str, code: SeatCode, password: str, home: Path) -> answers.Enrolled:
    try:
        return _ask(Line(route, login, code.secret, home), code, password)
    except CentreRefused as refused:
        # an earlier try may have come as far as to replace the password
        try:
            return _ask(Line(route, login, password, home), code, password)
        except CentreRefused:
            raise CodeRefused("unknown") from refused


def _ask(line: Line, code: SeatCode, password: str) -> answers.Enrolled:
    message = {
        "secret": code.secret,
        "token": str(uuid5(NAMESPACE_OID, code.secret + password)),
        "protocol_min": PROTOCOL_MIN,
        "protocol_max": PROTOCOL_MAX,
    }
    try:
        with line.connection() as connection, connection.transaction():
            answer = line.ask("enrol", message)
            check_protocol(answer)
            status = answers.status_of(answer)
            if status == "no_spare":
                raise NoSpareStream(code.seat_number)
            if status != "ok":
                raise CodeRefused(status[:32])
            told = answers.read(answers.Enrolled, answer)
            verifier = connection.pgconn.encrypt_password(
                password.encode(), line.login.encode(), b"scram-sha-256"
            )
            connection.execute(
                sql.SQL("ALTER ROLE CURRENT_USER PASSWORD {}").format(verifier.decode("ascii"))
            )
            connection.execute(_CUT_THE_OTHERS)
    finally:
        line.close()
    return told


def _become(session: Session, route: Route, told: answers.Enrolled) -> None:
    route_record = json.dumps(to_record(route))
    if session.execute(select(installation.c.one)).scalar() is not None:
        if standing(session).centre_id != told.centre:
            raise OtherCentre
        move_to(session, told.stream, told.nonce)
        note(session, seat_number=told.seat, route=route_record)
        return
    session.execute(
        insert(installation).values(
            one=1,
            stream_id=told.stream,
            seat_number=told.seat,
            centre_id=told.centre,
            centre_stream=told.centre_stream,
            epoch=told.epoch,
            projection=PROJECTION,
            acked_seq=NOTHING.seq,
            acked_hash=NOTHING.hash,
            nonce=told.nonce,
            attempt=uuid4(),
            skew_ms=0,
            proved_seq=NOTHING.seq,
            problem="",
            route=route_record,
        )
    )

"""A centre of its own for trying the program: a PostgreSQL, real procedures, a seat with a past.

People in it are fictitious; the procedures are real.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import psycopg

import resources
from counter_app import demonstration_past
from counter_app.bootstrap import make_store, open_line, open_store, secrets_of
from counter_app.centre import administration, embedded, receipt_books, seats
from counter_app.centre.connection import Centre, author
from counter_app.centre.migrations import init
from counter_app.centre.receipt_books import Series
from counter_app.clock import SystemClock
from counter_app.desk import Desk
from counter_app.exchange.catalogue import sample_catalogue
from counter_app.paths import Paths
from counter_app.progress import Progress
from counter_app.store.engine import Store
from counter_app.sync.close import close_day
from counter_app.sync.enrolment import change_route, enrol
from counter_app.sync.line import Route
from counter_app.sync.standing import NotEnrolled, seat

SEAT = 7
DATABASE = "counter"
SINCE = date(2019, 1, 1)
FAVOURITES = 6
_PAST_DAYS = 14
_A_DAY = 4
_LETTERHEAD = {
    "superior": "UBND TỈNH LAI CHÂU",
    "office": "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
    "place": "Lai Châu",
    "phone": "0213 3876 337",
    "website": "dichvucong.laichau.gov.vn",
}
_CENTRE = {"name": "Trung tâm Phục vụ hành chính công tỉnh Lai Châu (trình diễn)"}

_ACCOUNT = {
    "bank": "970436",
    "account": "0000000000000",
    "holder": "TAI KHOAN TRINH DIEN",
    "bank_name": "Vietcombank",
}
"""No bank has this account: a code that is scanned by mistake pays nobody."""
_RECEIPTS = Series("01BLP0-001", "AA-26P", _CENTRE["name"], "")
_RECEIPT_COUNT = 500


@dataclass(frozen=True)
class Demonstration:
    """A running demonstration: the counter's files, the centre's URL, and who may sign in."""

    paths: Paths
    centre_url: str
    login: str
    name: str
    password: str


@contextmanager
def running(folder: Path, progress: Progress) -> Iterator[Demonstration]:
    """Run the demonstration centre in `folder`, made on first use, until the block ends.

    Raises:
        NoEmbeddedServer, EmbeddedServerFailed, Cancelled.
    """
    people = resources.sample_people()
    login = people["officers"][0]["login"]
    paths = Paths(folder / "counter")
    progress.step(0, 0, "PostgreSQL")
    with embedded.running(folder / "centre") as server:
        url = server.url(DATABASE)
        _make_database(server.url())
        centre = Centre.at(url)
        if init(centre).fresh:
            progress.step(0, 0, "catalogue")
            _set_up(centre, people)
        route = Route(embedded.HOST, server.port, DATABASE, demonstration=True)
        if not _reached(paths, route):
            progress.step(0, 0, "enrolment")
            _enrol(centre, route, paths, people, progress)
        name = people["officers"][0]["name"]
        yield Demonstration(paths, url, login, name, password_of(login, people))


def password_of(login: str, people: Mapping[str, Any]) -> str:
    """Return the password of a demonstration officer, by the rule its file tells."""
    return f"{login}{people['password_suffix']}"


def _make_database(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
        if found.fetchone() is None:
            connection.execute(f"CREATE DATABASE {DATABASE} ENCODING 'UTF8' TEMPLATE template0")


def _reached(paths: Paths, route: Route) -> bool:
    """Point an enrolled counter at the server's port of this run; tell whether there is one."""
    try:
        store = open_store(paths)
        try:
            change_route(store, route)
        finally:
            store.close()
    except NotEnrolled:
        return False
    return True


def _set_up(centre: Centre, people: Mapping[str, Any]) -> None:
    hashes = {
        officer["login"]: administration.hash_password(password_of(officer["login"], people))
        for officer in people["officers"]
    }
    catalogue = sample_catalogue()
    with centre.writing() as session:
        admin = author(session, "admin", SystemClock().now_ms())
        for agency in resources.sample_agencies():
            administration.define_agency(
                session,
                admin,
                agency["code"],
                agency["name"],
                date.fromisoformat(agency["valid_from"]),
                kind=agency["kind"],
                position=agency["position"],
            )
        for officer in people["officers"]:
            administration.define_officer(
                session,
                admin,
                officer["login"],
                officer["name"],
                officer["roles"],
                hashes[officer["login"]],
            )
        administration.publish_procedures(session, admin, catalogue.procedures, SINCE)
        for key, value in (
            ("calendar", resources.calendar_records()),
            ("letterhead", _LETTERHEAD),
            ("centre", _CENTRE),
            ("bank_account", _ACCOUNT),
        ):
            administration.change_setting(session, admin, key, value, SINCE)


def _enrol(
    centre: Centre, route: Route, paths: Paths, people: Mapping[str, Any], progress: Progress
) -> None:
    procedures = sample_catalogue().procedures
    with centre.writing() as session:
        admin = author(session, "admin", SystemClock().now_ms())
        if administration.agencies_of(session, SEAT) is None:
            invitation = seats.add_seat(
                session,
                admin,
                SEAT,
                f"Quầy {SEAT:02d}",
                [agency["code"] for agency in resources.sample_agencies()],
                [procedure.code for procedure in procedures[:FAVOURITES]],
            )
            receipt_books.grant(session, admin, SEAT, _RECEIPTS, _RECEIPT_COUNT)
        else:
            invitation = seats.invite(session, admin, SEAT)
    store = make_store(paths)
    try:
        enrol(
            store,
            SystemClock(),
            route,
            invitation.code,
            secrets_of(paths),
            paths.data,
            progress,
        )
        last = demonstration_past.live(store, SEAT, procedures, people)
        _prove(store, paths, people, last, progress)
    finally:
        store.close()


def _prove(
    store: Store, paths: Paths, people: Mapping[str, Any], day: date | None, progress: Progress
) -> None:
    """Send the past to the centre and close its last day."""
    with store.reading() as session:
        place = seat(session)
    desk = Desk(store, SystemClock(), place, demonstration_past.first_officer(people))
    line = open_line(desk, paths)
    try:
        if day is not None:
            close_day(desk, line, day, progress)
    finally:
        line.close()

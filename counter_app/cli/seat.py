"""Commands of a seat: enrol, status, sync, receive."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from counter_app.cli.answers import DONE, FOUND, Answer, NotJson, Terminal
from counter_app.errors import CounterError
from counter_app.text import file_name

if TYPE_CHECKING:
    from counter_app.desk import Desk, Officer
    from counter_app.domain.dossier import Intake
    from counter_app.sync.line import Route

WHO = "who acts; the password is taken from COUNTER_PASSWORD, or asked for"
OFFICER_VARIABLE, PASSWORD_VARIABLE = "COUNTER_OFFICER", "COUNTER_PASSWORD"


@dataclass(eq=False)
class NotACertificate(CounterError):
    """the certificate {path} cannot be read: {what}"""

    path: str
    what: str


@dataclass(eq=False)
class AlreadyPlain(CounterError):
    """the file {path} stands already and is not encrypted; enrol into an empty folder instead"""

    path: str


@dataclass(eq=False)
class NobodyToAsk(CounterError):
    """say who acts: --officer LOGIN (or {officer}), and the password in {password}"""

    officer: str
    password: str


def add_commands(commands: Any) -> None:
    """Add this module's commands to the parser."""
    enrol = commands.add_parser("enrol", help="make this machine a seat, with a one-time code")
    enrol.add_argument("code")
    enrol.add_argument("--encrypt", action="store_true", help="encrypt the local file (SQLCipher)")
    _add_route(enrol)
    enrol.set_defaults(run=_enrol)

    route = commands.add_parser("route", help="reach the same centre at another address")
    _add_route(route)
    route.set_defaults(run=_change_route)

    status = commands.add_parser("status", help="what is unsent, and what the centre proved")
    status.set_defaults(run=_status)

    sync = commands.add_parser("sync", help="send and fetch; with --close-day also the proof")
    sync.add_argument("--close-day", action="store_true", help="prove the day and keep the sheet")
    sync.add_argument("--officer", metavar="LOGIN", help="who closes the day")
    sync.set_defaults(run=_sync)

    receive = commands.add_parser("receive", help="take in the dossier of a JSON file")
    receive.add_argument("file", type=Path, metavar="FILE.json", help="fields as in the manual")
    receive.add_argument("--officer", metavar="LOGIN", default="", help=WHO)
    receive.add_argument("--paper", choices=("a4", "a5"), default="a5")
    receive.add_argument("--out", type=Path, help="folder of the PDF")
    receive.set_defaults(run=_receive)


def _add_route(command: argparse.ArgumentParser) -> None:
    command.add_argument("--host", required=True, help="the centre's PostgreSQL")
    command.add_argument("--port", type=int, default=5432)
    command.add_argument("--database", default="counter")
    command.add_argument(
        "--authority", type=Path, help="certificate (PEM) of the centre's authority"
    )
    command.add_argument(
        "--demonstration", action="store_true", help="a centre on this machine, without TLS"
    )


def _route(arguments: argparse.Namespace) -> Route:
    from counter_app.sync.line import Route

    authority: Path | None = arguments.authority
    try:
        certificate = authority.read_text("ascii") if authority else ""
    except (OSError, ValueError) as error:
        raise NotACertificate(str(authority), str(error)) from error
    return Route(
        arguments.host,
        arguments.port,
        arguments.database,
        certificate,
        arguments.demonstration,
    )


def _change_route(arguments: argparse.Namespace) -> Answer:
    from counter_app.bootstrap import opened_desk
    from counter_app.sync.enrolment import change_route

    route = _route(arguments)
    with opened_desk(arguments.home) as desk:
        change_route(desk.store, route)
    return Answer({"host": route.host, "port": route.port}, (f"{route.host}:{route.port}",))


def _enrol(arguments: argparse.Namespace) -> Answer:
    from counter_app.bootstrap import make_store, secrets_of
    from counter_app.clock import SystemClock
    from counter_app.paths import own_paths
    from counter_app.sync.enrolment import enrol
    from counter_app.sync.secrets import new_store_key, store_key

    paths = own_paths(arguments.home)
    kept = secrets_of(paths)
    paths.make()
    if arguments.encrypt and store_key(kept) is None:
        if paths.store.exists():
            raise AlreadyPlain(str(paths.store))
        new_store_key(kept)
    route = _route(arguments)
    store = make_store(paths)
    try:
        place = enrol(store, SystemClock(), route, arguments.code, kept, paths.data, Terminal())
    finally:
        store.close()
    return Answer(
        {"seat": place.number, "stream": place.stream_id, "secrets": kept.place},
        (f"this machine is seat {place.number:02d}", f"its secrets are in: {kept.place}"),
    )


def _status(arguments: argparse.Namespace) -> Answer:
    from counter_app.bootstrap import opened_desk
    from counter_app.clock import local
    from counter_app.sync.status import current

    with opened_desk(arguments.home) as desk:
        found = current(desk)
        number = desk.seat.number

    def moment(ms: int | None) -> str:
        return "never" if ms is None else f"{local(ms):%d/%m/%Y %H:%M:%S}"

    lines = [
        f"seat {number:02d}: {found.unsent} unsent of {found.head_seq} entries",
        f"oldest unsent: {moment(found.oldest_unsent_at) if found.unsent else '-'}",
        f"last contact: {moment(found.contact_at)}",
        f"last proof: {moment(found.proved_at)}, up to entry {found.proved_seq}",
    ]
    if found.problem:
        lines.append(f"problem: {found.problem}")
    code = FOUND if found.problem or found.unsent else DONE
    return Answer({"seat": number, **asdict(found)}, tuple(lines), code)


def _sync(arguments: argparse.Namespace) -> Answer:
    from counter_app.bootstrap import open_line, opened_desk
    from counter_app.paths import own_paths
    from counter_app.sync.round import run

    if arguments.close_day:
        return _close_day(arguments)
    paths = own_paths(arguments.home)
    with opened_desk(arguments.home) as desk:
        line = open_line(desk, paths)
        try:
            done = run(desk, line, Terminal())
        finally:
            line.close()
    lines = [f"{done.pushed} sent, {done.pulled} fetched"]
    if done.renewed:
        lines.append(f"this seat goes on in a fresh stream; {done.carried} entries carried over")
    return Answer(asdict(done), tuple(lines))


def _close_day(arguments: argparse.Namespace) -> Answer:
    from counter_app.bootstrap import open_line, opened_desk, proof_sheet
    from counter_app.clock import local, local_day
    from counter_app.paths import own_paths
    from counter_app.sync.close import close_day

    paths = own_paths(arguments.home)
    with opened_desk(arguments.home) as desk:
        acting = desk.served_by(signed_in(desk, arguments.officer or ""))
        line = open_line(desk, paths)
        try:
            proof = close_day(acting, line, local_day(desk.clock.now_ms()), Terminal())
        finally:
            line.close()
        sheet = proof_sheet(acting, proof)
    paths.papers.mkdir(parents=True, exist_ok=True)
    path = paths.papers / f"doi-chieu-{proof.day}-{proof.code}.pdf"
    path.write_bytes(sheet)
    record = {"day": proof.day, "code": proof.code, "seq": proof.seq, "sheet": str(path)}
    return Answer(
        {**record, "hash": proof.hash.hex(), "counts": dict(proof.counts)},
        (
            f"{proof.code}: proved up to entry {proof.seq}, {local(proof.given_at):%H:%M:%S}",
            str(path),
        ),
    )


def _receive(arguments: argparse.Namespace) -> Answer:
    from counter_app.bootstrap import opened_desk
    from counter_app.documents.press import pdf_of
    from counter_app.paths import own_paths
    from counter_app.usecases.intake import receive
    from counter_app.usecases.printing import Form, PaperSize

    intake = _read_intake(arguments.file)
    folder = arguments.out or own_paths(arguments.home).papers
    with opened_desk(arguments.home) as desk:
        acting = desk.served_by(signed_in(desk, arguments.officer))
        receipt = receive(acting, intake)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / file_name(receipt.number, ".pdf")
        path.write_bytes(pdf_of(receipt, Form.RECEIPT, PaperSize(arguments.paper)))
    return Answer(
        {
            "number": receipt.number,
            "lookup_code": receipt.lookup_code,
            "due_at": receipt.due_at,
            "pdf": str(path),
        },
        (receipt.number, str(path)),
    )


def _read_intake(path: Path) -> Intake:
    from counter_app.domain.dossier import Intake
    from counter_app.records import from_record
    from counter_app.usecases.intake import tidy

    try:
        return tidy(from_record(Intake, json.loads(path.read_text("utf-8"))))
    except CounterError:
        raise
    except OSError as error:
        raise NotJson(str(path), error.strerror or str(error)) from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise NotJson(str(path), f"{type(error).__name__}: {error}") from error


def signed_in(desk: Desk, login: str) -> Officer:
    """Sign in who is named here or in COUNTER_OFFICER, with the password of COUNTER_PASSWORD.

    What is given nowhere is asked for. Raises NobodyToAsk, and what signing in raises.
    """
    from counter_app.usecases.sign_in import sign_in

    login = login or os.environ.get(OFFICER_VARIABLE, "")
    password = os.environ.get(PASSWORD_VARIABLE)
    if not sys.stdin.isatty() and (not login or password is None):
        raise NobodyToAsk(OFFICER_VARIABLE, PASSWORD_VARIABLE)
    login = login or input("officer: ")
    if password is None:
        password = getpass.getpass(f"password of {login}: ")
    return sign_in(desk, login, password)

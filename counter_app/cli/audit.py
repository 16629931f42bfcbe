"""Commands of whoever answers for what happened: audit verify, audit list."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from counter_app.cli.answers import DONE, FOUND, Answer, Terminal, today
from counter_app.cli.at_centre import URL_VARIABLE, centre_of
from counter_app.errors import CounterError

if TYPE_CHECKING:
    from pathlib import Path

    from counter_app.centre.witness import Finding, Paper
    from counter_app.desk import Desk
    from counter_app.store.engine import Session


@dataclass(eq=False)
class NothingToVerify(CounterError):
    """there is no counter here and no centre was named: --home FOLDER, or --centre URL"""


@dataclass(eq=False)
class NotAPaper(CounterError):
    """{text} is not CODE=HASH as the printed proof has them"""

    text: str


def add_commands(commands: Any) -> None:
    """Add this module's commands to the parser."""
    audit = commands.add_parser("audit", help="is all as it was, and who looked at what")
    acts = audit.add_subparsers(required=True, metavar="ACT")

    verify = acts.add_parser("verify", help="check every chain, and the centre against its proofs")
    verify.add_argument("--centre", dest="centre_url", metavar="URL", help=f"or in {URL_VARIABLE}")
    verify.add_argument(
        "--paper",
        action="append",
        default=[],
        metavar="CODE=HASH",
        help="a printed proof: its code, and the hash or the beginning of it; repeat it",
    )
    verify.set_defaults(run=_verify)

    listed = acts.add_parser("list", help="numbers shown in full, prints, exports, lock-outs")
    listed.add_argument("--from", dest="first", type=date.fromisoformat, default=today())
    listed.add_argument("--to", dest="last", type=date.fromisoformat, default=today())
    listed.add_argument("--officer", default="", metavar="LOGIN")
    listed.set_defaults(run=_list)


@contextmanager
def noted(desk: Desk, file: Path) -> Iterator[None]:
    """Note that what follows leaves the program as a file, before it does.

    Where nothing can be written any more (a full or a failing disk) the way out stays open: who
    may read the disk reads it without us.
    """
    from counter_app.usecases.audit import exported

    try:
        exported(desk, f"{file.name} ({getpass.getuser()})")
    except CounterError as error:
        print(f"counter-cli: not noted: {error}", file=sys.stderr)
    yield


def _verify(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre import witness

    printed = [_paper(text) for text in arguments.paper]
    named = arguments.centre_url or os.environ.get(URL_VARIABLE)
    asked: list[str] = []
    found: list[Finding] = []
    with _counter(arguments) as counter:
        if counter is None and not named:
            raise NothingToVerify
        if counter is not None:
            asked.append("this counter")
            found += witness.chains(counter, "counter", Terminal())
            found += witness.countersigned(counter, "counter")
        if named:
            asked.append("the centre")
            with centre_of(arguments).reading() as centre:
                found += witness.chains(centre, "centre", Terminal())
                found += witness.countersigned(centre, "centre")
                found += witness.proofs(centre)
                found += witness.papers(centre, printed)
                if counter is not None:
                    found += witness.against_counter(centre, counter)
                    found += witness.closings(centre, counter)
    lines = [str(one) for one in found] or [f"{' and '.join(asked)}: all is as it was"]
    record = {"verified": asked, "findings": [str(one) for one in found]}
    return Answer(record, tuple(lines), FOUND if found else DONE)


@contextmanager
def _counter(arguments: argparse.Namespace) -> Iterator[Session | None]:
    """The local file of the counter here; None where there is none."""
    from counter_app.bootstrap import opened_desk
    from counter_app.paths import own_paths

    if not own_paths(arguments.home).store.exists():
        yield None
        return
    with opened_desk(arguments.home) as desk, desk.store.reading() as session:
        yield session


def _paper(text: str) -> Paper:
    from counter_app.centre.witness import Paper

    code, separator, digits = text.partition("=")
    hash_start = "".join(digits.split()).lower()
    if not separator or not hash_start or hash_start.strip("0123456789abcdef"):
        raise NotAPaper(text)
    return Paper(code.strip().upper(), hash_start)


def _list(arguments: argparse.Namespace) -> Answer:
    from dataclasses import asdict

    from counter_app.bootstrap import opened_desk
    from counter_app.clock import local
    from counter_app.store.audit import notes

    with opened_desk(arguments.home) as desk:
        rows = desk.ask(notes, arguments.first, arguments.last, arguments.officer)
    return Answer(
        {"notes": [asdict(row) for row in rows]},
        tuple(
            f"{local(row.noted_at):%d/%m/%Y %H:%M:%S}  seat {row.seat_number:02d}  {row.officer}  "
            f"{row.what}  {row.number} {row.detail}".rstrip()
            for row in rows
        ),
    )

"""Commands for the centre's administrator: centre init, add-seat, add-officer, work, status …"""

from __future__ import annotations

import argparse
import signal
import threading
from typing import Any

from counter_app.cli.answers import DONE, FOUND, Answer, Terminal
from counter_app.cli.at_centre import add_act, centre_of


def add_commands(commands: Any) -> None:
    """Add this module's commands to the parser."""
    from counter_app.cli import calendar, centre_settings, officers, reasons, seats

    centre = commands.add_parser("centre", help="the centre's database: make it, tend it, see it")
    acts = centre.add_subparsers(required=True, metavar="ACT")

    init = add_act(
        acts, "init", _init, "make the centre's tables, roles and functions, or renew them"
    )
    init.add_argument("url", nargs="?", help="URL of the centre's database")
    init.add_argument(
        "--own-server", action="store_true", help="close the server's other databases to seats"
    )

    for subject in (centre_settings, reasons, calendar, seats, officers):
        subject.add_acts(acts)

    work = add_act(acts, "work", _work, "project what arrives and tell citizens, until stopped")
    work.add_argument("--once", action="store_true", help="do what there is to do, then end")

    limit = add_act(acts, "daily-limit", _daily_limit, "how much it takes from a seat in a day")
    limit.add_argument("--entries", type=int)
    limit.add_argument("--megabytes", type=int)

    add_act(acts, "status", _status, "seats, unsent counts, conflicts and alarms")
    add_act(acts, "restored", _restored, "say that the database was restored from a copy")


def _init(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre.migrations import init

    made = init(centre_of(arguments), Terminal(), own_server=arguments.own_server)
    lines = [f"centre {'made' if made.fresh else 'up to date'}, shape {made.shape}"]
    lines += [f"still open: {words}" for words in made.open_ends]
    return Answer(
        {"fresh": made.fresh, "shape": made.shape, "open_ends": list(made.open_ends)}, tuple(lines)
    )


def _work(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre import notices, worker
    from counter_app.centre.gateways import Secrets
    from counter_app.clock import SystemClock

    centre = centre_of(arguments)
    secrets = Secrets.from_environment()
    if arguments.once:
        done = 0
        while new := worker.step(centre):
            done += new
        worker.tend(centre, SystemClock())
        told = notices.deliver(centre, SystemClock(), secrets)
        return Answer(
            {"projected": done, "told": told}, (f"{done} entries projected, {told} notices sent",)
        )
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    worker.work(centre, SystemClock(), stop, Terminal(), secrets=secrets)
    return Answer({"stopped": True}, ("stopped",))


def _daily_limit(arguments: argparse.Namespace) -> Answer:
    from dataclasses import asdict, replace

    from counter_app.centre import limits

    wanted = {
        name: value
        for name in ("entries", "megabytes")
        if (value := getattr(arguments, name)) is not None
    }
    with centre_of(arguments).writing() as session:
        limit = replace(limits.daily_limit(session), **wanted)
        if wanted:
            limits.change(session, limit)
    return Answer(
        asdict(limit), (f"{limit.entries} entries, {limit.megabytes} MB from a seat in a day",)
    )


def _status(arguments: argparse.Namespace) -> Answer:
    from dataclasses import asdict

    from counter_app.centre.status import status
    from counter_app.clock import local

    with centre_of(arguments).reading() as session:
        found = status(session)
    lines = [
        (
            f"shape {found.shape}, epoch {found.epoch}: {found.entries} entries,"
            f" {found.dossiers} dossiers, {found.waiting} waiting for the worker,"
            f" {found.conflicts} conflicts"
        ),
    ]
    for one in found.seats:
        contact = "never" if one.contact_at is None else f"{local(one.contact_at):%d/%m %H:%M:%S}"
        lines.append(
            f"seat {one.seat_number:02d} {one.name}: {one.state}, contact {contact}, "
            f"{one.unsent} unsent, {one.entries} entries, version {one.version or '-'}, "
            f"clock {'-' if one.skew_ms is None else f'{one.skew_ms / 1000:+.0f} s'}, "
            f"{one.conflicts} conflicts, {one.set_aside} set aside"
        )
    lines += [f"alarm {alarm.id} {alarm.kind}: {alarm.message}" for alarm in found.alarms]
    return Answer(asdict(found), tuple(lines), FOUND if found.alarms else DONE)


def _restored(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre.recovery import announce_restore

    with centre_of(arguments).writing() as session:
        epoch = announce_restore(session)
    return Answer({"epoch": epoch}, (f"epoch {epoch}: the counters send what the copy lacks",))

"""The command retention: what this counter keeps, and letting go of what ended long ago."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from counter_app.cli.answers import Answer, Terminal


def add_commands(commands: Any) -> None:
    """Add this module's command to the parser."""
    retention = commands.add_parser(
        "retention", help="what this counter keeps of ended dossiers; the centre keeps all"
    )
    what = retention.add_mutually_exclusive_group()
    what.add_argument(
        "--run", dest="now", action="store_true", help="let go now of what is old enough"
    )
    what.add_argument(
        "--everything",
        choices=("on", "off"),
        help="on: this machine keeps all dossiers for looking them up",
    )
    retention.add_argument(
        "--compact", action="store_true", help="with --run: give the disk what the file has free"
    )
    retention.set_defaults(run=_retention)


def _retention(arguments: argparse.Namespace) -> Answer:
    from counter_app.bootstrap import opened_desk
    from counter_app.usecases import retention

    with opened_desk(arguments.home) as desk:
        if arguments.everything is not None:
            everything = arguments.everything == "on"
            retention.keep_everything(desk, everything)
            words = "every dossier" if everything else "what the centre's setting says"
            return Answer({"everything": everything}, (f"this machine keeps {words}",))
        if not arguments.now:
            plan = retention.planned(desk)
            told = (
                f"{plan.dossiers} dossiers and {plan.others} slips, sheets and notes ended before"
                f" {plan.line}; --run lets go of them"
            )
            return Answer(asdict(plan), (told,))
        done = retention.let_go_of_old(desk, Terminal())
        if arguments.compact:
            with desk.store.raw_writing() as connection:
                connection.execute("VACUUM")
    line = (
        f"let go of {done.dossiers} dossiers and {done.others} slips, sheets and notes that ended"
        f" before {done.line}: {done.entries} entries; the centre keeps them"
    )
    return Answer(asdict(done), (line,))

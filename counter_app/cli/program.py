"""The command line: which commands there are, and how each ends."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from counter_app import __version__
from counter_app.cli.answers import (
    REFUSED,
    STOPPED,
    UNREACHABLE,
    Answer,
    give,
    give_error,
)
from counter_app.errors import CounterError
from counter_app.progress import Cancelled

Command = Callable[[argparse.Namespace], Answer]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # a console's code page may lack letters, and a file's name may be no text at all
            stream.reconfigure(errors="backslashreplace")
    arguments = parser().parse_args(argv)
    run: Command = arguments.run
    try:
        return give(run(arguments), as_json=arguments.json)
    except Cancelled as error:
        return give_error(error, STOPPED, as_json=arguments.json)
    except CounterError as error:
        return give_error(error, _code(error), as_json=arguments.json)
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        sys.stderr.close()
        return REFUSED


def parser() -> argparse.ArgumentParser:
    """Return the parser of every command; nothing heavy is imported for it."""
    from counter_app.cli import (
        audit,
        catalogue,
        centre,
        money,
        register,
        report,
        retention,
        seat,
        upkeep,
    )

    top = argparse.ArgumentParser(
        prog="counter-cli",
        description="The counter without its window: intake, sync, upkeep, and the centre.",
        epilog="Exit codes: 0 done, 1 refused, 2 wrong usage, 3 a check found something, "
        "4 the centre cannot be reached, 130 stopped.",
    )
    top.add_argument("--version", action="version", version=f"counter-cli {__version__}")
    top.add_argument("--home", type=Path, help="folder of the counter's files")
    top.add_argument("--json", action="store_true", help="one JSON object on standard output")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    for module in (seat, upkeep, retention, register, report, money, catalogue, audit, centre):
        module.add_commands(commands)
    return top


def _code(error: CounterError) -> int:
    return UNREACHABLE if error.temporary else REFUSED

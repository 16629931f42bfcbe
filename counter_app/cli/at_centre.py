"""What all commands for the centre share: which centre, and who writes there."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from counter_app.errors import CounterError

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from counter_app.centre.connection import Centre
    from counter_app.journal.append import Author

URL_VARIABLE = "COUNTER_CENTRE_URL"
ADMINISTRATOR = "admin"


@dataclass(eq=False)
class UrlMissing(CounterError):
    """name the centre's database: --centre postgresql://admin@host/counter or COUNTER_CENTRE_URL"""


def add_act(acts: Any, name: str, run: Any, words: str) -> argparse.ArgumentParser:
    """Add a command that acts at the centre."""
    act: argparse.ArgumentParser = acts.add_parser(name, help=words)
    act.add_argument("--centre", dest="centre_url", metavar="URL", help=f"or in {URL_VARIABLE}")
    act.set_defaults(run=run)
    return act


def add_group(acts: Any, name: str, words: str) -> Any:
    """Add a group of commands; return where they are added."""
    group = acts.add_parser(name, help=words)
    return group.add_subparsers(required=True, metavar="ACT")


def centre_of(arguments: argparse.Namespace) -> Centre:
    """Return the centre that the command line or the environment names. Raises UrlMissing."""
    from counter_app.centre.connection import Centre

    url = getattr(arguments, "url", None) or arguments.centre_url or os.environ.get(URL_VARIABLE)
    if not url:
        raise UrlMissing
    return Centre.at(url)


@contextmanager
def writing(arguments: argparse.Namespace) -> Iterator[tuple[Connection, Author]]:
    """One transaction at the centre, with the administrator as its author."""
    with administrating(centre_of(arguments)) as acting:
        yield acting


@contextmanager
def administrating(centre: Centre) -> Iterator[tuple[Connection, Author]]:
    """One transaction at `centre`, with the administrator as its author."""
    from counter_app.centre.connection import author
    from counter_app.clock import SystemClock

    with centre.writing() as session:
        yield session, author(session, ADMINISTRATOR, SystemClock().now_ms())

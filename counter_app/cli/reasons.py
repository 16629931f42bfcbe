"""Commands for the reason codes that counters offer."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from counter_app.cli.answers import Answer, today
from counter_app.cli.at_centre import add_act, add_group, centre_of, writing
from counter_app.domain.reasons import Reason, ReasonKind

_KINDS = [kind.value for kind in ReasonKind]


def add_acts(acts: Any) -> None:
    """Add the commands for reason codes."""
    reasons = add_group(acts, "reasons", "what counters offer as reasons")
    listed = add_act(reasons, "list", _list, "all reasons, how often they were given this year")
    listed.add_argument("--year", type=int, default=today().year)
    new = add_act(reasons, "add", _add, "offer one more")
    rename = add_act(reasons, "rename", _rename, "say one with other words")
    end = add_act(reasons, "end", _end, "offer one no more; dossiers keep what was said")
    for act in (new, rename, end):
        act.add_argument("kind", choices=_KINDS)
    for act in (rename, end):
        act.add_argument("code")
    for act in (new, rename):
        act.add_argument("words")
        act.add_argument("--from", dest="day", type=date.fromisoformat, default=today())
    end.add_argument("--last", type=date.fromisoformat, default=today(), help="its last day")


def _list(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre import reasons

    with centre_of(arguments).reading() as session:
        rows = reasons.listed(session, today(), arguments.year)
    lines = [
        f"{row.kind}: {row.code} {row.words}"
        f"{'' if row.valid_from is None else f' from {row.valid_from}'}"
        f"{'' if row.valid_to is None else f' to {row.valid_to}'}"
        f"{'' if row.given is None else f', given {row.given} times'}"
        for row in rows
    ]
    return Answer({"reasons": rows}, tuple(lines))


def _add(arguments: argparse.Namespace) -> Answer:
    return _defined(arguments, Reason("", arguments.words))


def _rename(arguments: argparse.Namespace) -> Answer:
    return _defined(arguments, Reason(arguments.code, arguments.words))


def _defined(arguments: argparse.Namespace, reason: Reason) -> Answer:
    from counter_app.centre import reasons

    kind = ReasonKind(arguments.kind)
    with writing(arguments) as (session, author):
        if reason.code:
            reasons.check(session, kind, reason.code, arguments.day)
        told = reasons.define(session, author, kind, reason, arguments.day)
    told_words = f"{kind}: {told.code} says {told.words!r} from {arguments.day} on"
    return Answer({"kind": kind.value, "code": told.code}, (told_words,))


def _end(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre import reasons

    kind, code = ReasonKind(arguments.kind), arguments.code
    with writing(arguments) as (session, author):
        reasons.end(session, author, kind, code, arguments.last, today())
    return Answer({"kind": kind.value, "code": code}, (f"{code} ends on {arguments.last}",))

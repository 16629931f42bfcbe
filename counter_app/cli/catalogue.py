"""Commands for the catalogue of procedures: import, list, template."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from counter_app.cli.answers import DONE, FOUND, Answer, today
from counter_app.cli.at_centre import add_act, administrating, centre_of

if TYPE_CHECKING:
    from counter_app.domain.catalogue_changes import CataloguePreview
    from counter_app.exchange.catalogue import CatalogueFile


def add_commands(commands: Any) -> None:
    """Add this module's commands to the parser."""
    catalogue = commands.add_parser("catalogue", help="the procedures: import, list, news")
    acts = catalogue.add_subparsers(required=True, metavar="ACT")

    take = add_act(acts, "import", _import, "publish the procedures of a JSONL or XLSX file")
    take.add_argument("file", type=Path)
    take.add_argument("--from", dest="valid_from", type=date.fromisoformat, default=today())
    take.add_argument(
        "--agency",
        action="append",
        default=[],
        metavar="NAME=CODE",
        help="an agency's name as the file writes it; repeat it",
    )
    take.add_argument(
        "--replace-complete",
        action="store_true",
        help="publish an incomplete procedure also where a complete version is in force",
    )
    take.add_argument(
        "--abolish-missing",
        action="store_true",
        help="what the file does not name ends the day before: the file is the whole catalogue",
    )
    how = take.add_mutually_exclusive_group()
    how.add_argument(
        "--preview", "--dry-run", dest="preview", action="store_true", help="only say what changes"
    )
    how.add_argument("--publish", action="store_true", help="publish it, as without --preview")

    told = add_act(acts, "news", _news, "what became new, changed or was abolished")
    told.add_argument("--since", type=date.fromisoformat, help="a month ago by default")
    told.add_argument("--until", type=date.fromisoformat, default=today())

    abolish = add_act(acts, "abolish", _abolish, "a procedure is offered no more")
    abolish.add_argument("code", nargs="+")
    abolish.add_argument("--from", dest="valid_from", type=date.fromisoformat, default=today())

    history = add_act(acts, "versions", _versions, "all versions of a procedure")
    history.add_argument("code")

    posting = add_act(acts, "posting", _posting, "what is posted on the board, as PDF")
    posting.add_argument("--code", action="append", default=[], help="a sheet each; repeat it")
    posting.add_argument("--agency", default="", help="agency code; all agencies by default")
    posting.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")

    listed = acts.add_parser("list", help="the procedures this counter knows")
    listed.add_argument("--incomplete", action="store_true", help="only what cannot be used yet")
    listed.set_defaults(run=_list)

    template = acts.add_parser("template", help="write an empty workbook to fill in")
    template.add_argument("file", type=Path)
    template.set_defaults(run=_template)


def _import(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre import catalogue
    from counter_app.domain.catalogue_changes import ChangeKind
    from counter_app.exchange.catalogue import agencies_by_name, read_catalogue
    from counter_app.store.reference import agencies_on

    centre = centre_of(arguments)
    given = [pair.rpartition("=") for pair in arguments.agency]
    with centre.reading() as session:
        known = [(name, code) for code, name in agencies_on(session, arguments.valid_from).items()]
        names = agencies_by_name([*known, *((name, code) for name, _, code in given)])
        file = read_catalogue(arguments.file, names)
        seen = catalogue.propose(
            session,
            file.procedures,
            arguments.valid_from,
            replace_complete=arguments.replace_complete,
            abolish_missing=arguments.abolish_missing,
        )
    published = 0
    if not arguments.preview:
        with administrating(centre) as (session, author):
            published = catalogue.publish(session, author, seen)
    lost = file.lost()
    kinds = {kind: seen.of(kind) for kind in ChangeKind}
    record = {
        "read": len(file.procedures),
        "published": published,
        "unchanged": seen.unchanged,
        "new": [change.code for change in kinds[ChangeKind.NEW]],
        "changed": {change.code: change.parts for change in kinds[ChangeKind.CHANGED]},
        "abolished": [change.code for change in kinds[ChangeKind.ABOLISHED]],
        "missing": seen.missing,
        "kept": sorted(seen.kept),
        "incomplete": {item.code: [gap.value for gap in item.gaps()] for item in file.incomplete()},
        "gaps": {gap.value: count for gap, count in file.gap_counts().items()},
        "problems": [str(problem) for problem in file.problems],
        "not_taken": len(lost),
    }
    return Answer(record, tuple(_import_lines(file, seen, published)), FOUND if lost else DONE)


def _import_lines(file: CatalogueFile, seen: CataloguePreview, published: int) -> Iterator[str]:
    incomplete = file.incomplete()
    yield (
        f"{len(file.procedures)} procedures read, {published} published,"
        f" {len(incomplete)} incomplete, {len(file.lost())} lines not taken"
    )
    for change in seen.changes:
        parts = _in_brackets(change.parts)
        yield f"{change.kind:<9} {change.code}{parts}: {change.name[:60]}"
    if seen.missing:
        yield (
            f"{len(seen.missing)} procedures in force are not in the file"
            " (--abolish-missing ends them)"
        )
    for code in sorted(seen.kept):
        yield f"{code} stays as it is: the file's version is incomplete"
    for gap, count in file.gap_counts().items():
        yield f"{gap}: {count}"
    for item in incomplete:
        lacking = ", ".join(gap.value for gap in item.gaps())
        yield f"{item.code} lacks {lacking}: {item.name[:60]}"
    yield from map(str, file.problems)


def _in_brackets(parts: tuple[str, ...]) -> str:
    return f" ({', '.join(parts)})" if parts else ""


def _news(arguments: argparse.Namespace) -> Answer:
    from counter_app.store.catalogue import news

    since = arguments.since or arguments.until - timedelta(days=30)
    with centre_of(arguments).reading() as session:
        rows = news(session, since, arguments.until)
    lines = [
        f"{row.valid_from:%d/%m/%Y} {row.kind:<9} {row.code}{_in_brackets(row.parts)}: {row.name}"
        for row in rows
    ]
    return Answer({"since": since, "until": arguments.until, "news": rows}, tuple(lines))


def _abolish(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre import catalogue

    with administrating(centre_of(arguments)) as (session, author):
        ended = catalogue.abolish(session, author, arguments.code, arguments.valid_from)
    told = f"{ended} procedures are offered no more from {arguments.valid_from} on"
    return Answer({"abolished": ended, "valid_from": arguments.valid_from}, (told,))


def _posting(arguments: argparse.Namespace) -> Answer:
    from counter_app.documents.posting_press import posted_board, posted_sheets
    from counter_app.exchange import whole_file

    with centre_of(arguments).reading() as session:
        if arguments.code:
            pdf = posted_sheets(session, arguments.code, today())
        else:
            pdf = posted_board(session, arguments.agency, today())
    whole_file.write(arguments.out, pdf)
    return Answer({"file": str(arguments.out)}, (str(arguments.out),))


def _versions(arguments: argparse.Namespace) -> Answer:
    from counter_app.clock import local
    from counter_app.store.catalogue import versions

    with centre_of(arguments).reading() as session:
        rows = versions(session, arguments.code)
    lines = [
        f"from {row.valid_from}{'' if row.valid_to is None else f' to {row.valid_to}'},"
        f" published {local(row.published_at):%d/%m/%Y %H:%M} by {row.officer}:"
        f" {row.procedure.name[:60]}"
        for row in rows
    ]
    return Answer({"versions": rows}, tuple(lines))


def _list(arguments: argparse.Namespace) -> Answer:
    from counter_app.bootstrap import opened_desk
    from counter_app.clock import local_day
    from counter_app.store.reference import procedures

    with opened_desk(arguments.home) as desk:
        rows = [
            row
            for row in desk.ask(procedures, local_day(desk.clock.now_ms()))
            if not (arguments.incomplete and row.complete)
        ]
    return Answer(
        {"procedures": rows},
        tuple(
            f"{row.code}  {'' if row.complete else 'INCOMPLETE  '}{row.name}  ({row.agency_name})"
            for row in rows
        ),
    )


def _template(arguments: argparse.Namespace) -> Answer:
    from counter_app.exchange.catalogue import catalogue_workbook

    arguments.file.write_bytes(catalogue_workbook())
    return Answer({"file": str(arguments.file)}, (str(arguments.file),))

"""Commands for the register: take over an earlier one, write ours, an empty workbook."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from counter_app.cli.answers import DONE, FOUND, Answer, Terminal, today
from counter_app.cli.seat import WHO, signed_in
from counter_app.domain.register import RegisterOrder

_MOST_TOLD = 200


def add_commands(commands: Any) -> None:
    """Add this module's commands to the parser."""
    register = commands.add_parser("register", help="the register of dossiers: import, export")
    acts = register.add_subparsers(required=True, metavar="ACT")

    take = acts.add_parser("import", help="take over an earlier register; repeating is safe")
    take.add_argument("file", type=Path, metavar="FILE.xlsx|csv")
    take.add_argument("--template", action="store_true", help="write an empty workbook instead")
    take.add_argument("--officer", metavar="LOGIN", default="", help=f"a supervisor: {WHO}")
    take.add_argument(
        "--agency",
        action="append",
        default=[],
        metavar="NAME=CODE",
        help="an agency's name as the file writes it; repeat it",
    )
    take.add_argument("--dry-run", action="store_true", help="read and list only")
    take.set_defaults(run=_import)

    export = acts.add_parser("export", help="write the register as PDF, XLSX or CSV")
    export.add_argument("file", type=Path, metavar="FILE.pdf|xlsx|csv")
    export.add_argument("--from", dest="first", type=date.fromisoformat, default=today())
    export.add_argument("--to", dest="last", type=date.fromisoformat, default=today())
    export.add_argument("--agency", default="", metavar="CODE")
    export.add_argument("--seat", type=int)
    export.add_argument("--by", default="received", choices=[one.value for one in RegisterOrder])
    export.add_argument("--descending", action="store_true", help="the last line first")
    export.set_defaults(run=_export)


def _import(arguments: argparse.Namespace) -> Answer:
    from counter_app.bootstrap import opened_desk
    from counter_app.exchange.register import known_at, read_register, register_template
    from counter_app.exchange.whole_file import write
    from counter_app.usecases.register_import import take_register

    if arguments.template:
        write(arguments.file, register_template())
        return Answer({"file": str(arguments.file)}, (str(arguments.file),))
    with opened_desk(arguments.home) as desk:
        acting = desk
        if not arguments.dry_run:
            acting = desk.served_by(signed_in(desk, arguments.officer))
        given = [pair.rpartition("=") for pair in arguments.agency]
        known = known_at(desk, [(name, code) for name, _, code in given])
        file = read_register(arguments.file, known, Terminal())
        taken = known_before = 0
        refused: tuple[str, ...] = ()
        if not arguments.dry_run:
            done = take_register(acting, file.lines, len(file.lines), Terminal())
            taken, known_before = done.taken, done.known
            refused = tuple(
                f"row {one.row} ({one.number}): {one.refusal.value}" for one in done.refused
            )
    problems = [str(problem) for problem in file.problems]
    left = [*problems, *refused]
    record = {
        "read": len(file.lines),
        "taken": taken,
        "known": known_before,
        "problems": left,
        "not_taken": len(left),
    }
    lines = [
        (
            f"{len(file.lines)} lines read, {taken} taken, {known_before} known before,"
            f" {len(left)} not taken"
        ),
        *left[:_MOST_TOLD],
    ]
    if len(left) > _MOST_TOLD:
        lines.append(f"and {len(left) - _MOST_TOLD} more; --json names them all")
    return Answer(record, tuple(lines), FOUND if left else DONE)


def _export(arguments: argparse.Namespace) -> Answer:
    from counter_app.bootstrap import opened_desk, write_register
    from counter_app.cli.audit import noted
    from counter_app.store.register import RegisterQuery

    query = RegisterQuery(
        arguments.first,
        arguments.last,
        arguments.agency,
        arguments.seat,
        order=RegisterOrder(arguments.by),
        descending=arguments.descending,
    )
    with opened_desk(arguments.home) as desk, noted(desk, arguments.file):
        number = write_register(desk, query, arguments.file, Terminal())
    return Answer(
        {"file": str(arguments.file), "rows": number}, (f"{number} rows: {arguments.file}",)
    )

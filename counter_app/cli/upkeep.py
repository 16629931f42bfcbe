"""Commands that check, copy, bring back and take out: doctor, backup, restore, export, verify."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from counter_app.cli.answers import FOUND, Answer, Terminal

if TYPE_CHECKING:
    from counter_app.desk import Desk
    from counter_app.paths import Paths


def add_commands(commands: Any) -> None:
    """Add this module's commands to the parser."""
    doctor = commands.add_parser("doctor", help="check the file, the chains and the tables")
    doctor.add_argument("--repair", action="store_true", help="make the tables anew")
    doctor.set_defaults(run=_doctor)

    backup = commands.add_parser("backup", help="write a verified copy of the local file")
    backup.add_argument("--to", type=Path, help="folder of the copies")
    backup.add_argument(
        "--locked", action="store_true", help="readable on any machine, with a code alone"
    )
    backup.set_defaults(run=_backup)

    restore = commands.add_parser("restore", help="put a verified copy in the file's place")
    restore.add_argument("file", type=Path)
    restore.add_argument("--code", help="the code of a locked copy")
    restore.set_defaults(run=_restore)

    export = commands.add_parser(
        "export", help="write the dossiers as CSV, or the journal as JSONL"
    )
    export.add_argument("file", type=Path, help="NAME.csv for dossiers, NAME.jsonl for the journal")
    export.set_defaults(run=_export)

    verify = commands.add_parser("verify", help="check a receipt's PDF against the journal")
    verify.add_argument("file", type=Path, metavar="FILE.pdf")
    verify.set_defaults(run=_verify)


def _doctor(arguments: argparse.Namespace) -> Answer:
    from counter_app.bootstrap import opened_desk
    from counter_app.usecases.upkeep import examine, repair

    with opened_desk(arguments.home) as desk:
        found = examine(desk, Terminal())
        folded = None
        if arguments.repair and not found.damage and found.differences:
            folded = repair(desk, Terminal())
            found = examine(desk, Terminal())
    record = {
        "sound": found.sound,
        "damage": found.damage,
        "broken": [str(error) for error in found.broken],
        "differences": [f"{one.table} {one.subject}" for one in found.differences],
        "repaired": folded,
    }
    lines = [f"file: {found.damage or 'sound'}"]
    lines += [f"chain: {error}" for error in found.broken] or ["chains: whole"]
    lines += [f"table {one.table}: {one.subject} differs" for one in found.differences[:20]]
    if len(found.differences) > len(lines):
        lines.append(f"{len(found.differences)} differences in all; doctor --repair mends them")
    if not found.differences and not found.damage:
        lines.append("tables: as the journal says")
    if folded is not None:
        lines.append(f"made anew from the journal: {folded} subjects")
    if found.damage:
        lines.append("restore a copy (counter-cli restore FILE); this file is kept beside it")
    return Answer(record, tuple(lines), 0 if found.sound else FOUND)


def _backup(arguments: argparse.Namespace) -> Answer:
    from counter_app.bootstrap import opened_desk
    from counter_app.clock import local
    from counter_app.paths import own_paths
    from counter_app.store.backup import back_up

    with opened_desk(arguments.home) as desk:
        folder = arguments.to or own_paths(arguments.home).backups
        if arguments.locked:
            return _locked(desk, own_paths(arguments.home), folder)
        copy = back_up(desk.store, folder, local(desk.clock.now_ms()))
    return Answer({"file": str(copy)}, (str(copy),))


def _locked(desk: Desk, paths: Paths, folder: Path) -> Answer:
    """Write a copy that opens with the seat's code; the same each time, made when first asked."""
    from counter_app.bootstrap import secrets_of
    from counter_app.clock import local
    from counter_app.domain.seat_code import parse
    from counter_app.store.locked import lock, new_code
    from counter_app.sync.secrets import COPY_CODE

    kept = secrets_of(paths)
    known = kept.get(COPY_CODE)
    code = parse(known) if known is not None else new_code(desk.seat.number)
    kept.set(COPY_CODE, str(code))
    copy = lock(desk.store, folder, code, local(desk.clock.now_ms()))
    return Answer(
        {"file": str(copy), "code": str(code)},
        (str(copy), f"it opens with the code {code}: keep that on paper, away from the copy"),
    )


def _restore(arguments: argparse.Namespace) -> Answer:
    from counter_app.bootstrap import secrets_of
    from counter_app.clock import SystemClock, local
    from counter_app.domain.seat_code import parse
    from counter_app.paths import own_paths
    from counter_app.store.backup import restore
    from counter_app.store.locked import unlocked
    from counter_app.sync.secrets import store_key

    here = own_paths(arguments.home)
    now = local(SystemClock().now_ms())
    key = store_key(secrets_of(here))
    if arguments.code is None:
        aside = restore(arguments.file, here.store, key, now)
    else:
        with unlocked(arguments.file, parse(arguments.code), here.store, key) as copy:
            aside = restore(copy, here.store, key, now)
    lines = [f"restored {arguments.file}"]
    if aside is not None:
        lines.append(f"the former file stands in {aside}")
    lines.append("run counter-cli sync: it fetches what the centre holds beyond the copy")
    if arguments.code is not None:
        lines.append("on another machine than before, enrol it with a new code of the centre first")
    return Answer({"restored": str(arguments.file), "aside": str(aside or "")}, tuple(lines))


def _export(arguments: argparse.Namespace) -> Answer:
    from counter_app.bootstrap import opened_desk
    from counter_app.cli.audit import noted
    from counter_app.exchange.takeout import export_dossiers, export_journal

    with opened_desk(arguments.home) as desk, noted(desk, arguments.file):
        if arguments.file.suffix == ".jsonl":
            count = export_journal(desk, arguments.file, Terminal())
        else:
            count = export_dossiers(desk, arguments.file, Terminal())
    return Answer(
        {"file": str(arguments.file), "rows": count}, (f"{count} rows: {arguments.file}",)
    )


def _verify(arguments: argparse.Namespace) -> Answer:
    from counter_app.bootstrap import opened_desk
    from counter_app.documents.verify import verify_file

    with opened_desk(arguments.home) as desk:
        verdict = verify_file(desk, arguments.file)
    record = {
        "number": verdict.number,
        "genuine": verdict.genuine,
        "doubts": list(verdict.doubts),
        "known": verdict.known,
    }
    if verdict.genuine:
        return Answer(record, (f"{verdict.number}: genuine, as the journal says",))
    said = ", ".join(verdict.doubts) or "the dossier is not known at this counter"
    return Answer(record, (f"{verdict.number or arguments.file}: {said}",), FOUND)

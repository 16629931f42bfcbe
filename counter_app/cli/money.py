"""Commands for money: receipt books of a seat, a bank's statement."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from counter_app.cli.answers import DONE, FOUND, Answer, Terminal
from counter_app.cli.at_centre import URL_VARIABLE, administrating, centre_of
from counter_app.cli.seat import WHO, signed_in


def add_commands(commands: Any) -> None:
    """Add this module's commands to the parser."""
    receipts = commands.add_parser("receipts", help="the receipt books of seats: grant, list")
    acts = receipts.add_subparsers(required=True, metavar="ACT")

    grant = acts.add_parser("grant", help="give a seat numbers of a receipt book")
    grant.add_argument("--centre", dest="centre_url", metavar="URL", help=f"or in {URL_VARIABLE}")
    grant.add_argument("--seat", type=int, required=True)
    grant.add_argument("--template", required=True, help="mẫu số, e.g. 01BLP0-001")
    grant.add_argument("--symbol", required=True, help="ký hiệu, e.g. AA-26P")
    grant.add_argument("--count", type=int, required=True, help="numbers for each stream")
    grant.add_argument("--first", type=int, default=0, help="after the last granted by default")
    grant.add_argument("--unit", required=True, help="who collects (đơn vị thu)")
    grant.add_argument("--tax-code", default="", help="mã số thuế of the unit")
    grant.add_argument("--agency", default="", help="agency code; all agencies by default")
    grant.set_defaults(run=_grant)

    listed = acts.add_parser("list", help="the receipt books of this seat")
    listed.set_defaults(run=_list)

    statement = commands.add_parser("statement", help="confirm transfers by a bank's statement")
    statement.add_argument("file", type=Path, metavar="FILE.xlsx|csv")
    statement.add_argument("--officer", metavar="LOGIN", default="", help=f"a cashier: {WHO}")
    statement.set_defaults(run=_statement)


def _grant(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre.receipt_books import Series, grant

    series = Series(
        arguments.template,
        arguments.symbol,
        arguments.unit,
        arguments.tax_code,
        arguments.agency,
    )
    with administrating(centre_of(arguments)) as (session, author):
        granted = grant(session, author, arguments.seat, series, arguments.count, arguments.first)
    lines = [
        f"{one.first:07d}-{one.last:07d}{' (for the spare stream)' if one.spare else ''}"
        for one in granted
    ]
    return Answer({"granted": granted}, tuple(lines))


def _list(arguments: argparse.Namespace) -> Answer:
    from counter_app.bootstrap import opened_desk
    from counter_app.store.receipt_books import books

    with opened_desk(arguments.home) as desk:
        rows = desk.ask(books, desk.seat.stream_id, desk.seat.number)
    lines = [
        f"{row.template} {row.symbol} {row.first:07d}-{row.last:07d}:"
        f" {row.used} used, {len(row.void)} void,"
        f" next {'-' if row.next is None or not row.mine else f'{row.next:07d}'}"
        for row in rows
    ]
    return Answer({"books": rows}, tuple(lines))


def _statement(arguments: argparse.Namespace) -> Answer:
    from counter_app.bootstrap import opened_desk
    from counter_app.exchange.bank_statement import read_statement
    from counter_app.usecases.statements import take_statement

    statement = read_statement(arguments.file)
    with opened_desk(arguments.home) as desk:
        acting = desk.served_by(signed_in(desk, arguments.officer))
        done = take_statement(acting, statement.lines, Terminal())
    left = [
        f"row {one.line.row}: {one.fault.value}{f' ({one.error})' if one.error else ''}:"
        f" {one.line.amount} {one.line.text[:80]}"
        for one in done.unmatched
    ]
    left += [f"row {one.row} cannot be read: {one.found}" for one in statement.unread]
    record = {
        "confirmed": len(done.confirmed),
        "known": done.known,
        "unmatched": left,
    }
    told = f"{len(done.confirmed)} confirmed, {done.known} known before, {len(left)} left"
    return Answer(record, (told, *left), FOUND if left else DONE)

"""Commands for seats: add-seat, invite, block, seats list/change/close, ranges, books."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from counter_app.cli.answers import Answer, today
from counter_app.cli.at_centre import add_act, add_group, centre_of, writing

if TYPE_CHECKING:
    from counter_app.centre.seats import Invitation


def add_acts(acts: Any) -> None:
    """Add the commands for seats, their number ranges and receipt books."""
    seat = add_act(acts, "add-seat", _add_seat, "make a seat and a one-time code to enrol it")
    seat.add_argument("--number", type=int, required=True)
    seat.add_argument("--name", help="e.g. Quầy 07")
    seat.add_argument("--agency", action="append", required=True, help="agency code; repeat it")
    seat.add_argument("--width", type=int, default=100, help="daily serials per agency")

    invite = add_act(acts, "invite", _invite, "a new one-time code for a seat, after a lost disk")
    invite.add_argument("--number", type=int, required=True)

    block = add_act(acts, "block", _block, "let a seat in no more, at once: a stolen machine")
    block.add_argument("--number", type=int, required=True)

    group = add_group(acts, "seats", "seats, what they serve, and their machines")
    add_act(group, "list", _list, "all seats with their machines")
    change = add_act(group, "change", _change, "another name, other agencies")
    change.add_argument("--number", type=int, required=True)
    change.add_argument("--name")
    change.add_argument("--agency", action="append", help="agency code; repeat it: all it serves")
    close = add_act(group, "close", _close, "a seat is used no more")
    close.add_argument("--number", type=int, required=True)
    close.add_argument("--yes", action="store_true", help="also if it holds unsent entries")

    ranges = add_group(acts, "ranges", "the standing ranges of the daily serial")
    listed = add_act(ranges, "list", _ranges, "all ranges, by agency")
    listed.add_argument("--agency", help="agency code")
    add_act(ranges, "used", _used, "what the busiest day of the last thirty left of each")
    widen = add_act(ranges, "widen", _widen, "give a seat one more range of an agency")
    widen.add_argument("--number", type=int, required=True)
    widen.add_argument("--agency", required=True, help="agency code")
    widen.add_argument("--width", type=int, default=100)

    add_act(acts, "books", _books, "the receipt books of all seats; `receipts grant` gives them")


def _add_seat(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre import seats

    number = arguments.number
    with writing(arguments) as (session, author):
        invitation = seats.add_seat(
            session,
            author,
            number,
            arguments.name or f"Quầy {number:02d}",
            arguments.agency,
            width=arguments.width,
        )
    return _invited(invitation)


def _invite(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre import seats

    with writing(arguments) as (session, author):
        invitation = seats.invite(session, author, arguments.number)
    return _invited(invitation)


def _block(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre import seats

    with writing(arguments) as (session, _author):
        seats.block(session, arguments.number)
    return Answer(
        {"seat": arguments.number, "blocked": True},
        (
            f"seat {arguments.number:02d} is let in no more; its open connections are cut",
            "what it has not sent stays on it; centre invite lets a machine in again",
        ),
    )


def _invited(invitation: Invitation) -> Answer:
    from counter_app.clock import local

    record = {
        "seat": invitation.seat_number,
        "login": invitation.login,
        "one_time_code": invitation.code,
        "valid_until": local(invitation.valid_until),
    }
    return Answer(
        record,
        (
            f"seat {invitation.seat_number:02d}: one-time code {invitation.code}",
            f"valid until {local(invitation.valid_until):%d/%m/%Y %H:%M}; it is shown only now",
        ),
    )


def _list(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre.status import defined_seats
    from counter_app.clock import local

    with centre_of(arguments).reading() as session:
        rows = defined_seats(session)
    lines = []
    for row in rows:
        served = ", ".join(row.agencies) or "CLOSED"
        lines.append(f"{row.number:02d} {row.name}: {served}")
        lines += [
            f"   {one.state}, last contact "
            f"{'never' if one.contact_at is None else f'{local(one.contact_at):%d/%m %H:%M}'},"
            f" {one.unsent} unsent, version {one.version or '-'}"
            for one in row.machines
        ]
        if row.code_until is not None:
            lines.append(f"   an unused code is valid until {local(row.code_until):%d/%m %H:%M}")
    return Answer({"seats": rows}, tuple(lines))


def _change(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre import seats

    with writing(arguments) as (session, author):
        granted = seats.change(
            session, author, arguments.number, name=arguments.name, agencies=arguments.agency
        )
    told = f"seat {arguments.number:02d} changed, {granted} ranges granted"
    return Answer({"seat": arguments.number, "ranges": granted}, (told,))


def _close(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre import seats

    with writing(arguments) as (session, author):
        seats.close(session, author, arguments.number, anyway=arguments.yes)
    told = f"seat {arguments.number:02d} is closed; its dossiers and numbers stay"
    return Answer({"seat": arguments.number, "closed": True}, (told,))


def _ranges(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre.status import standing_ranges

    with centre_of(arguments).reading() as session:
        rows = [
            row for row in standing_ranges(session) if arguments.agency in (None, row.agency_code)
        ]
    lines = [
        f"{row.agency_code} {row.first:04d}-{row.last:04d} seat {row.seat_number:02d} {row.state}"
        for row in rows
    ]
    return Answer({"ranges": rows}, tuple(lines))


def _widen(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre import seats

    with writing(arguments) as (session, author):
        given = seats.widen(session, author, arguments.number, arguments.agency, arguments.width)
    told = f"seat {arguments.number:02d}: {given} ranges of {arguments.width} numbers granted"
    return Answer({"seat": arguments.number, "ranges": given}, (told,))


def _used(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre.numbers import range_uses

    with centre_of(arguments).reading() as session:
        rows = range_uses(session, today())
    lines = [
        f"seat {row.seat_number:02d} {row.agency_code}: {row.left} of {row.width} left"
        f"{', low' if row.low else ''}{'' if row.written else ', spare'}"
        for row in rows
    ]
    told = [
        {"seat": row.seat_number, "agency": row.agency_code, "width": row.width, "left": row.left}
        for row in rows
    ]
    return Answer({"ranges": told}, tuple(lines))


def _books(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre.receipt_books import listed

    with centre_of(arguments).reading() as session:
        rows = listed(session)
    lines = [
        f"seat {row.seat_number:02d} {row.template} {row.symbol} {row.first:07d}-{row.last:07d}:"
        f" {row.used} used, {len(row.void)} void{'' if row.mine else ', the rest stays unused'}"
        for row in rows
    ]
    return Answer({"books": rows}, tuple(lines))

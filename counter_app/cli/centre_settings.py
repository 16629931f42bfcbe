"""Commands for what the centre settles: agencies, settings, bank accounts, reason codes."""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from counter_app.cli import calendar
from counter_app.cli.answers import Answer, NotJson, today
from counter_app.cli.at_centre import add_act, add_group, centre_of, writing

if TYPE_CHECKING:
    from counter_app.domain.places import Places

_LONGEST = 90


def add_acts(acts: Any) -> None:
    """Add the commands for agencies and settings."""
    agency = add_act(acts, "add-agency", _add_agency, "define an agency, or change it")
    agency.add_argument("--code", required=True, help="agency code, e.g. 000.00.14.H35")
    agency.add_argument("--name", required=True)
    agency.add_argument("--kind", default="", help="e.g. sở, ngành dọc, công ty")
    agency.add_argument("--position", type=int, default=0, help="place in lists")
    _from(agency)

    agencies = add_group(acts, "agencies", "agencies with their days of validity")
    add_act(agencies, "list", _agencies, "all agencies, their procedures and open dossiers")
    merge = add_act(agencies, "merge", _merge, "one agency takes the place of others")
    merge.add_argument("former", nargs="+", metavar="FORMER", help="agency codes that end")
    merge.add_argument("--into", required=True, help="agency code that goes on")
    _from(merge)

    setting = add_act(acts, "set", _set, "set a setting of the centre from a file")
    setting.add_argument("key")
    setting.add_argument("file", type=Path, help="JSON")
    setting.add_argument("--yes", action="store_true", help="a calendar: whatever would move")
    setting.add_argument("--list", type=Path, metavar="FILE.csv", help="of a calendar: what moves")
    _from(setting)

    settings = add_group(acts, "settings", "the settings of the centre by day of validity")
    listed = add_act(settings, "list", _list, "what holds today")
    listed.add_argument("--all", action="store_true", help="also what held before or will hold")

    bank = add_act(acts, "bank-account", _bank_account, "where transfers go, for VietQR")
    bank.add_argument("--bank", required=True, help="the six-digit BIN of the bank")
    bank.add_argument("--account", required=True)
    bank.add_argument("--holder", default="", help="as it is shown")
    bank.add_argument("--bank-name", default="", help="as it is shown")
    bank.add_argument("--agency", default="", help="agency code; the whole centre by default")
    _from(bank)

    places = add_act(acts, "places", _places, "the communes that addresses end in")
    whence = places.add_mutually_exclusive_group(required=True)
    whence.add_argument(
        "file", type=Path, nargs="?", metavar="FILE.csv", help="a list of one's own"
    )
    whence.add_argument(
        "--province", action="append", help="all of a present province; may be given again"
    )
    places.add_argument("--preview", action="store_true", help="only tell what would change")
    _from(places)

    reasons = add_act(acts, "reason-codes", _reasons, "why results were late and dossiers stopped")
    reasons.add_argument("--year", type=int, default=today().year)


def _from(act: argparse.ArgumentParser) -> None:
    act.add_argument("--from", dest="valid_from", type=date.fromisoformat, default=today())


def _add_agency(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre import administration

    with writing(arguments) as (session, author):
        administration.define_agency(
            session,
            author,
            arguments.code,
            arguments.name,
            arguments.valid_from,
            kind=arguments.kind,
            position=arguments.position,
        )
    return Answer({"code": arguments.code}, (f"{arguments.code} {arguments.name}",))


def _agencies(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre import agencies

    with centre_of(arguments).reading() as session:
        rows = agencies.listed(session, today())
    lines = [
        f"{row.code} {row.name}: from {row.valid_from}"
        f"{'' if row.valid_to is None else f' to {row.valid_to}'},"
        f" {row.procedures} procedures, {row.open_dossiers} open dossiers"
        for row in rows
    ]
    return Answer({"agencies": rows}, tuple(lines))


def _merge(arguments: argparse.Namespace) -> Answer:
    from dataclasses import asdict

    from counter_app.centre import agencies

    with writing(arguments) as (session, author):
        done = agencies.merge(
            session, author, arguments.former, arguments.into, arguments.valid_from
        )
    lines = [
        f"{done.procedures} procedures go to {arguments.into} from {arguments.valid_from} on",
        f"{done.open_dossiers} open dossiers keep their numbers and codes",
        f"seats that serve it as well: {', '.join(map(str, done.seats)) or 'none'}",
    ]
    lines += [f"look at the setting {key}: it names a former agency" for key in done.settings]
    return Answer(asdict(done), tuple(lines))


def _set(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre import settings

    try:
        value = json.loads(arguments.file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise NotJson(str(arguments.file), str(error)) from error
    key, _, agency_code = arguments.key.partition(":")
    if key == "calendar" and agency_code:
        return calendar.put_agency_part(arguments, agency_code, value)
    if key == "calendar":
        return calendar.put_record(arguments, value)
    with writing(arguments) as (session, author):
        settings.change(session, author, arguments.key, value, arguments.valid_from)
    return _holds(arguments.key, arguments.valid_from)


def _holds(key: str, valid_from: date) -> Answer:
    return Answer({"key": key, "valid_from": valid_from}, (f"{key} holds from {valid_from}",))


def _list(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre import settings

    with centre_of(arguments).reading() as session:
        rows = [row for row in settings.listed(session, today()) if row.holds or arguments.all]
    lines = [
        f"{'  ' if row.holds else '- '}{row.key} from {row.valid_from}: "
        f"{json.dumps(row.value, ensure_ascii=False)[:_LONGEST]}"
        for row in rows
    ]
    return Answer({"settings": rows}, tuple(lines))


def _bank_account(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre import settings
    from counter_app.centre.calendar import check_agency
    from counter_app.domain.vietqr import BankAccount
    from counter_app.records import to_record

    account = BankAccount(
        arguments.bank, arguments.account, arguments.holder, arguments.bank_name
    ).check()
    key = f"bank_account:{arguments.agency}" if arguments.agency else "bank_account"
    with writing(arguments) as (session, author):
        if arguments.agency:
            check_agency(session, arguments.agency)
        settings.change(session, author, key, to_record(account), arguments.valid_from)
    return _holds(key, arguments.valid_from)


def _places(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre import settings
    from counter_app.exchange.country import country_places
    from counter_app.exchange.places import read_places
    from counter_app.records import to_record

    file, provinces = arguments.file, arguments.province
    read = read_places(file) if file is not None else country_places(provinces)
    if arguments.preview:
        return _place_changes(arguments, read)
    with writing(arguments) as (session, author):
        settings.change(session, author, "places", to_record(read), arguments.valid_from)
    told = f"{len(read.names)} places, {len(read.former)} former ones"
    return Answer({"places": len(read.names), "former": len(read.former)}, (told,))


def _place_changes(arguments: argparse.Namespace, coming: Places) -> Answer:
    from counter_app.domain.places import place_changes
    from counter_app.store.reference import settings

    with centre_of(arguments).reading() as session:
        changes = place_changes(settings(session, arguments.valid_from).places(), coming)
    lines = [f"{one.kind}: {one.name}{f' → {one.now}' if one.now else ''}" for one in changes]
    return Answer({"changes": changes}, tuple(lines) or ("nothing would change",))


def _reasons(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre.status import reason_counts

    with centre_of(arguments).reading() as session:
        counts = reason_counts(session, arguments.year)
    lines = [
        f"{what}: {code} {count}" for what, codes in counts.items() for code, count in codes.items()
    ]
    return Answer(counts, tuple(lines))

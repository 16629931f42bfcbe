"""Commands for the centre's calendar: centre calendar show, set, add-holiday, close, hours …"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from counter_app.cli.answers import DONE, FOUND, Answer, NotJson, today
from counter_app.cli.at_centre import add_act, add_group, centre_of, writing

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from counter_app.centre.calendar import Proposal
    from counter_app.domain.calendar import WorkCalendar
    from counter_app.store.moves import Moved

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SHOWN = 40
_LINES = 60


def add_acts(acts: Any) -> None:
    """Add `centre calendar …`."""
    group = add_group(acts, "calendar", "working days, holidays, closures and opening hours")

    show = add_act(group, "show", _show, "the special days of a year, and the opening hours")
    show.add_argument("--year", type=int, default=today().year)
    show.add_argument("--agency", default="", help="agency code; its own hours and closures")

    put = _change(group, "set", _put, "put a whole calendar from a JSON file in the place of ours")
    put.add_argument("file", type=Path)

    for name, run, words in (
        ("add-holiday", _holiday, "a day off more"),
        ("add-make-up", _make_up, "a day that is worked in the place of another"),
    ):
        day = _change(group, name, run, words)
        day.add_argument("day", type=date.fromisoformat, metavar="YYYY-MM-DD")
        day.add_argument("name", help="as it is shown to citizens")

    plain = _change(group, "remove", _plain, "a day is like all others again")
    plain.add_argument("day", type=date.fromisoformat, metavar="YYYY-MM-DD")

    close = _change(group, "close", _close, "close the centre, or one agency, for some days")
    close.add_argument("first", type=date.fromisoformat, metavar="FIRST")
    close.add_argument("last", type=date.fromisoformat, metavar="LAST")
    close.add_argument("name", help="why, as it is shown to citizens")
    close.add_argument("--agency", default="", help="agency code; the whole centre by default")

    hours = _change(group, "hours", _hours, "opening hours of weekdays, of the centre or an agency")
    hours.add_argument("weekday", nargs="+", choices=WEEKDAYS)
    hours.add_argument("--open", dest="periods", required=True, metavar='"07:30-11:30 13:00-17:00"')
    hours.add_argument("--agency", default="", help="agency code; the whole centre by default")

    year = _change(group, "import", _import, "take over the official calendar, or one year of it")
    year.add_argument("--year", type=int, help="all announced years by default")


def _change(group: Any, name: str, run: Any, words: str) -> argparse.ArgumentParser:
    act = add_act(group, name, run, words)
    act.add_argument("--from", dest="valid_from", type=date.fromisoformat, default=today())
    act.add_argument("--yes", action="store_true", help="publish, whatever would move")
    act.add_argument("--list", type=Path, metavar="FILE.csv", help="write what would move there")
    return act


def _show(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre import calendar
    from counter_app.domain.calendar import calendar_to_record
    from counter_app.domain.calendar_changes import hours_text

    with centre_of(arguments).reading() as session:
        held = calendar.standing(session, today(), arguments.agency)
    year = arguments.year
    days = sorted(
        [(day, "off", name) for day, name in held.holidays.items() if day.year == year]
        + [(day, "make-up", name) for day, name in held.make_up_days.items() if day.year == year]
    )
    lines = [f"{held.first} to {held.last}; announced until {held.announced_until or '-'}"]
    lines += [
        f"{name}: {hours_text(periods) or 'closed'}"
        f"{'' if weekday in held.working_weekdays or not periods else ' (not counted in terms)'}"
        for weekday, (name, periods) in enumerate(zip(WEEKDAYS, held.hours.weekdays, strict=True))
    ]
    lines += [f"{day:%a %d/%m/%Y}  {kind:<8} {name}" for day, kind, name in days]
    return Answer(calendar_to_record(held), tuple(lines))


def _put(arguments: argparse.Namespace) -> Answer:
    return put_record(arguments, _json(arguments.file))


def put_record(arguments: argparse.Namespace, record: Any) -> Answer:
    """Put a whole calendar in the place of the centre's."""
    from counter_app.centre import calendar

    return _publish(
        arguments, lambda session: calendar.propose_record(session, arguments.valid_from, record)
    )


def put_agency_part(arguments: argparse.Namespace, agency_code: str, own: Any) -> Answer:
    """Put all that an agency has otherwise in the place of what it had."""
    from counter_app.centre import calendar

    return _publish(
        arguments,
        lambda session: calendar.propose_for_agency(
            session, arguments.valid_from, agency_code, own
        ),
    )


def _holiday(arguments: argparse.Namespace) -> Answer:
    from counter_app.domain.calendar_changes import with_holiday

    return _changed(arguments, lambda held: with_holiday(held, arguments.day, arguments.name))


def _make_up(arguments: argparse.Namespace) -> Answer:
    from counter_app.domain.calendar_changes import with_make_up

    return _changed(arguments, lambda held: with_make_up(held, arguments.day, arguments.name))


def _plain(arguments: argparse.Namespace) -> Answer:
    from counter_app.domain.calendar_changes import without

    return _changed(arguments, lambda held: without(held, arguments.day))


def _import(arguments: argparse.Namespace) -> Answer:
    import resources
    from counter_app.centre.calendar import official_year
    from counter_app.domain.calendar_changes import with_year

    if arguments.year is None:
        return put_record(arguments, resources.calendar_records())
    days = official_year(arguments.year)
    return _changed(arguments, lambda held: with_year(held, arguments.year, *days))


def _close(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre import calendar
    from counter_app.domain.calendar_changes import closed

    first, last, name = arguments.first, arguments.last, arguments.name
    if not arguments.agency:
        return _changed(arguments, lambda held: closed(held, first, last, name))
    return _changed_for_agency(
        arguments, lambda own, held: calendar.closed_part(own, held, first, last, name)
    )


def _hours(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre import calendar
    from counter_app.domain.calendar_changes import periods_from, with_hours

    weekdays = [WEEKDAYS.index(name) for name in arguments.weekday]
    periods = periods_from(arguments.periods)
    if not arguments.agency:
        return _changed(arguments, lambda held: with_hours(held, weekdays, periods))
    return _changed_for_agency(
        arguments, lambda own, held: calendar.hours_part(own, held, weekdays, periods)
    )


def _changed(
    arguments: argparse.Namespace, change: Callable[[WorkCalendar], WorkCalendar]
) -> Answer:
    from counter_app.centre import calendar

    return _publish(
        arguments, lambda session: calendar.propose(session, arguments.valid_from, change)
    )


def _changed_for_agency(
    arguments: argparse.Namespace,
    change: Callable[[dict[str, Any], WorkCalendar], dict[str, Any]],
) -> Answer:
    from counter_app.centre import calendar

    code, day = arguments.agency, arguments.valid_from

    def proposed(session: Connection) -> Proposal:
        calendar.check_agency(session, code)
        own = calendar.agency_part(session, day, code)
        held = calendar.standing(session, day, code)
        return calendar.propose_for_agency(session, day, code, change(own, held))

    return _publish(arguments, proposed)


def _publish(arguments: argparse.Namespace, make: Callable[[Connection], Proposal]) -> Answer:
    """Say what would move, ask, and publish; without an answer nothing is published."""
    from counter_app.centre import calendar

    with centre_of(arguments).reading() as session:
        proposal = make(session)
    lines = list(_told(proposal))
    if arguments.list is not None:
        _write(arguments.list, proposal.moved)
    wanted = arguments.yes or not proposal.moved or (not arguments.json and _asked(lines))
    if wanted:
        with writing(arguments) as (session, author):
            calendar.publish(session, author, proposal)
    record = {
        "key": proposal.key,
        "valid_from": proposal.valid_from,
        "changes": proposal.changes,
        "moved": proposal.moved,
        "published": wanted,
    }
    if wanted:
        lines.append(f"published, holds from {proposal.valid_from}; no printed date was moved")
    else:
        lines.append("not published; --yes publishes it, and no printed date will be moved")
    return Answer(record, tuple(lines), DONE if wanted else FOUND)


def _told(proposal: Proposal) -> list[str]:
    changes, moved = proposal.changes, proposal.moved
    lines = [
        f"{one.day:%a %d/%m/%Y}: {one.before or '-'} → {one.after or '-'} {one.name}".rstrip()
        for one in changes[:_LINES]
    ]
    if len(changes) > _LINES:
        lines.append(f"… and {len(changes) - _LINES} more days")
    if proposal.hours_changed:
        lines.append("the opening hours change")
    lines.append(f"{len(moved)} open dossiers would be due at another moment")
    lines += [_line(one) for one in moved[:_SHOWN]]
    if len(moved) > _SHOWN:
        lines.append(f"… and {len(moved) - _SHOWN} more; --list FILE.csv writes them all")
    return lines


def _line(one: Moved) -> str:
    would_be = "past the calendar" if one.would_be_at is None else f"{one.would_be_at:%d/%m %H:%M}"
    by_hand = "  (its date was set by an act: look at it)" if one.by_hand else ""
    return f"{one.number}  {one.due_at:%d/%m %H:%M} → {would_be}  {one.owner_name}{by_hand}"


def _asked(lines: list[str]) -> bool:
    """Ask whoever sits there; nobody there is no."""
    if not sys.stdin.isatty():
        return False
    print("\n".join(lines))
    lines.clear()
    return input("publish it? no printed date is moved by it [y/N] ").strip().lower() == "y"


def _write(path: Path, moved: tuple[Moved, ...]) -> None:
    from counter_app.exchange import csv_file

    header = ("Mã hồ sơ", "Thủ tục", "Chủ hồ sơ", "Hẹn trả", "Sẽ là", "Đã sửa riêng")
    rows = [
        (
            one.number,
            one.procedure_name,
            one.owner_name,
            f"{one.due_at:%d/%m/%Y %H:%M}",
            "" if one.would_be_at is None else f"{one.would_be_at:%d/%m/%Y %H:%M}",
            "x" if one.by_hand else "",
        )
        for one in moved
    ]
    csv_file.write(path, header, rows)


def _json(path: Path) -> Any:
    import json

    try:
        return json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise NotJson(str(path), str(error)) from error

"""Commands for officers: centre officers list, roles, disable, password-reset."""

from __future__ import annotations

import argparse
import getpass
import os
from dataclasses import dataclass
from typing import Any

from counter_app.cli.answers import Answer
from counter_app.cli.at_centre import add_act, add_group, centre_of, writing
from counter_app.domain.roles import Role
from counter_app.errors import CounterError

PASSWORD_VARIABLE = "COUNTER_NEW_PASSWORD"


@dataclass(eq=False)
class PasswordsDiffer(CounterError):
    """the two passwords are not the same; nothing was changed"""


def add_acts(acts: Any) -> None:
    """Add `centre add-officer` and `centre officers …`."""
    officer = add_act(acts, "add-officer", _add, "define an officer, or change one")
    officer.add_argument("--login", required=True)
    officer.add_argument("--name", required=True)
    officer.add_argument("--role", action="append", required=True, help=", ".join(Role))
    officer.add_argument("--disabled", action="store_true", help="may not sign in any more")

    group = add_group(acts, "officers", "who may sign in, and as what")
    listed = add_act(group, "list", _list, "all officers and their roles")
    listed.add_argument("--active", action="store_true", help="only who may sign in")
    roles = add_act(group, "roles", _roles, "give an officer exactly these roles")
    roles.add_argument("login")
    roles.add_argument("role", nargs="+", help=", ".join(Role))
    for name, run, words in (
        ("disable", _disable, "an officer may not sign in any more"),
        ("enable", _enable, "an officer may sign in again"),
    ):
        add_act(group, name, run, words).add_argument("login")
    rename = add_act(group, "rename", _rename, "an officer has another name")
    rename.add_argument("login")
    rename.add_argument("name")
    reset = add_act(group, "password-reset", _reset, "give an officer another password")
    reset.add_argument("login")
    reset.add_argument("--make-up", action="store_true", help="make one up and show it once")


def _add(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre import administration

    hashed = administration.hash_password(new_password(arguments.login))
    with writing(arguments) as (session, author):
        administration.define_officer(
            session,
            author,
            arguments.login,
            arguments.name,
            arguments.role,
            hashed,
            active=not arguments.disabled,
        )
    return Answer({"login": arguments.login}, (f"{arguments.login}: {arguments.name}",))


def new_password(login: str) -> str:
    """Return the new password that the environment or the keyboard gives.

    Raises:
        PasswordsDiffer, PasswordTooShort.
    """
    from counter_app.centre.officers import check_password

    if PASSWORD_VARIABLE in os.environ:
        return check_password(os.environ[PASSWORD_VARIABLE])
    first = getpass.getpass(f"new password of {login}: ")
    if first != getpass.getpass("again: "):
        raise PasswordsDiffer
    return check_password(first)


def _list(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre import officers

    with centre_of(arguments).reading() as session:
        rows = [row for row in officers.listed(session) if row.active or not arguments.active]
    lines = [
        f"{row.login:<16} {'' if row.active else 'DISABLED '}{row.name}"
        f"  ({', '.join(row.roles)})  {row.received} received"
        for row in rows
    ]
    return Answer({"officers": rows}, tuple(lines))


def _roles(arguments: argparse.Namespace) -> Answer:
    return _changed(arguments, roles=arguments.role)


def _disable(arguments: argparse.Namespace) -> Answer:
    return _changed(arguments, active=False)


def _enable(arguments: argparse.Namespace) -> Answer:
    return _changed(arguments, active=True)


def _rename(arguments: argparse.Namespace) -> Answer:
    return _changed(arguments, name=arguments.name)


def _reset(arguments: argparse.Namespace) -> Answer:
    from counter_app.centre import administration, officers

    made_up = officers.made_up_password() if arguments.make_up else ""
    hashed = administration.hash_password(made_up or new_password(arguments.login))
    answer = _changed(arguments, password_hash=hashed)
    if not made_up:
        return answer
    told = f"{arguments.login}: {made_up}"
    return Answer({**answer.record, "password": made_up}, (told, "it is shown only now"))


def _changed(arguments: argparse.Namespace, **changes: Any) -> Answer:
    from counter_app.centre import officers

    with writing(arguments) as (session, author):
        officers.change(session, author, arguments.login, **changes)
    told = f"{arguments.login} changed; it holds at each counter after its next sync"
    return Answer({"login": arguments.login}, (told,))

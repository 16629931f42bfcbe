"""Roles hold in the acts themselves, and what the centre changes holds at the next contact."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest

from counter_app.centre import administration
from counter_app.desk import NobodySignedIn, OfficerDisabled
from counter_app.domain.roles import NotAllowedFor, Role
from counter_app.usecases import drafts, printing
from counter_app.usecases.intake import receive
from counter_app.usecases.printing import Form, PaperSize
from tests.fixtures.desk import OFFICERS, birth_intake, publish
from tests.fixtures.sync import centre, counter, new_counter

__all__ = ["centre", "counter", "new_counter"]

LOGIN, NAME = OFFICERS[0]


def define(desk, *roles, active=True):
    """The centre defines Lò Thị Lan anew; she sits at the desk already."""
    record = {"login": LOGIN, "name": NAME, "roles": list(roles), "active": active}
    publish(desk, "officer_defined", ("officer", LOGIN), {**record, "password_hash": ""})


def serving(desk, *roles):
    define(desk, *roles)
    return desk.served_by(replace(desk.officer, roles=frozenset(roles)))


def entries(desk):
    with desk.store.reading() as session:
        return session.exec_driver_sql("SELECT count(*) FROM journal").scalar()


def try_everything(desk, subject):
    """Try every act that is not a dossier's own, and return the errors."""
    draft = drafts.new_draft(desk)
    errors = []
    for act in (
        lambda: receive(desk, birth_intake()),
        lambda: drafts.keep(desk, draft, "nháp", {"a": 1}),
        lambda: printing.queue(desk, subject, Form.RECEIPT, PaperSize.A5, "PDF"),
    ):
        try:
            act()
        except (NotAllowedFor, OfficerDisabled, NobodySignedIn) as error:
            errors.append(type(error).__name__)
        else:
            errors.append("")
    return errors


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        (Role.INTAKE, (True, True, True)),
        (Role.POST, (True, True, True)),
        (Role.SUPERVISOR, (True, True, True)),
        (Role.CASHIER, (False, False, True)),
        (Role.INSPECTOR, (False, False, False)),
    ],
)
def test_a_role_may_do_what_it_is_there_for_and_no_more(desk, role, allowed):
    subject = receive(desk, birth_intake()).subject
    errors = try_everything(serving(desk, role), subject)
    assert errors == ["" if may else "NotAllowedFor" for may in allowed]


def test_nobody_at_the_desk_may_do_nothing(desk):
    subject = receive(desk, birth_intake()).subject
    assert try_everything(desk.served_by(None), subject) == ["NobodySignedIn"] * 3


def test_an_officer_without_any_role_may_do_nothing(desk):
    subject = receive(desk, birth_intake()).subject
    assert try_everything(serving(desk), subject) == ["NotAllowedFor"] * 3


def test_a_refused_act_leaves_nothing_behind(desk):
    inspecting = serving(desk, Role.INSPECTOR)
    before = entries(desk)
    with pytest.raises(NotAllowedFor):
        receive(inspecting, birth_intake())
    assert entries(desk) == before
    assert receive(serving(desk, Role.INTAKE), birth_intake()).number.endswith("0101")


def test_an_officer_disabled_while_sitting_there_may_do_nothing_more(desk):
    subject = receive(desk, birth_intake()).subject
    define(desk, Role.INTAKE, active=False)
    # what was typed is still kept, for the colleague who takes over
    assert try_everything(desk, subject) == ["OfficerDisabled", "", "OfficerDisabled"]


def test_a_role_taken_away_counts_no_more_for_who_sits_there(desk):
    subject = receive(desk, birth_intake()).subject
    define(desk, Role.INSPECTOR)
    assert try_everything(desk, subject)[::2] == ["NotAllowedFor", "NotAllowedFor"]


def test_a_role_given_later_counts_from_the_next_sign_in(desk):
    subject = receive(desk, birth_intake()).subject
    inspecting = serving(desk, Role.INSPECTOR)
    define(desk, Role.INTAKE)
    assert try_everything(inspecting, subject)[::2] == ["NotAllowedFor", "NotAllowedFor"]


def test_somebody_the_centre_does_not_know_is_refused(desk):
    stranger = desk.served_by(replace(desk.officer, login="ai đó"))
    with pytest.raises(OfficerDisabled):
        receive(stranger, birth_intake())


def test_the_sync_that_brings_it_ends_what_a_disabled_officer_may_do(centre, counter):
    counter.receive()
    with centre.writing() as (session, by):
        administration.define_officer(session, by, LOGIN, NAME, ["intake"], "", active=False)
    counter.receive()  # the centre's word has not come yet
    counter.sync()
    with pytest.raises(OfficerDisabled):
        counter.receive()
    with suppress(OfficerDisabled):
        counter.receive()
    assert counter.sync().pushed == 0
    assert counter.status().unsent == 0

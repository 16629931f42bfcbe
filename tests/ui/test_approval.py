"""A second person agrees with one act, while somebody else sits at the counter."""

import pytest

from counter_app.domain.roles import Role
from tests.fixtures.desk import PASSWORD, publish
from ui.approval import Approval
from ui.widgets.approval import ApprovalFields

SUPERVISOR = "mai"


@pytest.fixture
def supervisor(desk):
    """A supervisor with a password, beside Lò Thị Lan who takes in."""
    known = desk.ask(_hash_of_somebody)
    publish(
        desk,
        "officer_defined",
        ("officer", SUPERVISOR),
        {
            "login": SUPERVISOR,
            "name": "Nguyễn Thị Mai",
            "roles": ["supervisor"],
            "password_hash": known,
        },
    )
    return SUPERVISOR


def _hash_of_somebody(session):
    from sqlalchemy import select

    from counter_app.schema.tables import officer

    return session.execute(select(officer.c.password_hash)).scalars().first()


@pytest.fixture
def approval(qapp, desk, immediate):
    return Approval(desk, immediate)


def test_only_others_of_the_role_are_offered(approval, supervisor):
    approval.begin()
    assert [one.login for one in approval.shown.officers] == [supervisor]
    assert approval.shown.login == supervisor


def test_who_acts_cannot_agree_with_himself(qapp, desk, immediate):
    mine = Approval(desk, immediate, Role.INTAKE)
    mine.begin()
    assert desk.acting.login not in [one.login for one in mine.shown.officers]


def test_without_anybody_it_says_so(approval):
    approval.begin()
    assert approval.shown.officers == ()
    assert approval.shown.problem


def test_the_right_password_hands_the_officer_on_and_is_forgotten(approval, supervisor, desk):
    agreed = []
    approval.begin()
    approval.set_password(PASSWORD)
    approval.agree(agreed.append)
    assert [officer.login for officer in agreed] == [supervisor]
    assert approval.shown.password == ""
    assert desk.acting.login == "lan"


def test_a_wrong_password_agrees_with_nothing(approval, supervisor):
    agreed = []
    approval.begin()
    approval.set_reason("Sai lịch")
    approval.set_password("nhầm")
    approval.agree(agreed.append)
    assert agreed == []
    assert approval.shown.problem
    assert approval.shown.password == ""
    assert approval.shown.reason == "Sai lịch"


def test_without_a_password_nothing_is_tried(approval, supervisor):
    approval.begin()
    approval.agree(pytest.fail)
    assert approval.shown.problem


def test_after_five_wrong_passwords_the_lock_has_to_be_waited_for(approval, supervisor):
    approval.begin()
    for _ in range(5):
        approval.set_password("nhầm")
        approval.agree(pytest.fail)
    assert approval.shown.locked
    approval.set_password(PASSWORD)
    approval.agree(pytest.fail)
    assert not approval.shown.can_agree


def test_the_fields_are_worked_by_keys(qtbot, bring_up, desk, tasks, supervisor):
    model = Approval(desk, tasks)
    fields = ApprovalFields(model, with_reason=True)
    bring_up(fields)
    model.begin()
    qtbot.waitUntil(lambda: fields.officer.key == supervisor)
    fields.setFocus()
    assert fields.reason.line.hasFocus()
    qtbot.keyClicks(fields.reason.line, "loi go")
    fields.begin()
    qtbot.keyClicks(fields.password.line, "sai")
    model.agree(pytest.fail)
    qtbot.waitUntil(lambda: bool(fields.password.error))
    assert fields.password.text == ""
    assert fields.reason.text == "loi go"
    qtbot.keyClicks(fields.password.line, PASSWORD)
    assert fields.password.line.echoMode() is fields.password.line.EchoMode.Password
    agreed = []
    model.agree(agreed.append)
    qtbot.waitUntil(lambda: len(agreed) == 1)

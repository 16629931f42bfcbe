"""Every use case, called by everybody: who may not do it is refused and leaves no trace."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

import pytest

from counter_app import usecases
from counter_app.clock import local
from counter_app.desk import Desk, NobodySignedIn, Officer, OfficerDisabled
from counter_app.domain.alike import AlikeLine
from counter_app.domain.fees import ExemptionReason, Method
from counter_app.domain.procedure import Channel
from counter_app.domain.processing import Collection, Phase
from counter_app.domain.register import ImportedDossier, Rating
from counter_app.domain.reporting import Period
from counter_app.domain.roles import MAY, Duty, NotAllowedFor, Role
from counter_app.domain.scoring import Assessed, Mark
from counter_app.domain.statement import StatementLine
from counter_app.domain.states import State
from counter_app.domain.till import MovementKind
from counter_app.errors import CounterError
from counter_app.progress import Silent
from counter_app.usecases import (
    alike,
    callers,
    closing,
    closing_plans,
    conflicts,
    corrections,
    drafts,
    fee_receipts,
    fees,
    hand_overs,
    intake,
    online,
    payment_requests,
    payments,
    periods,
    phases,
    printing,
    promises,
    ratings,
    refunds,
    refusals,
    register_import,
    results,
    returns,
    scores,
    statements,
    stops,
    supplements,
    tills,
    withdrawals,
)
from counter_app.usecases.batches import BatchRefused
from counter_app.usecases.conflicts import Decision
from counter_app.usecases.printing import Form, PaperSize
from tests.fixtures.desk import AGENCY, BUILDING, SUBMITTER, birth_intake, publish
from tests.fixtures.life import (
    ASKED,
    BUU,
    COLLECTED,
    HOA,
    LAN,
    MINH,
    QUAN,
    QUY,
    SORRY,
    THANH,
    WHY_STOPPED,
    WITHDRAWN,
    YEAR_END,
    new_office,
    office,
    received,
)

__all__ = ["new_office", "office"]
WITH_ONE_ROLE = {
    Role.INTAKE: MINH,
    Role.CASHIER: QUY,
    Role.SUPERVISOR: HOA,
    Role.INSPECTOR: THANH,
    Role.POST: BUU,
    Role.ADMINISTRATOR: QUAN,
}
ALL_ROLES = frozenset(Role)
ANY = UUID(int=99)
MONTH = Period(date(2026, 10, 16), date(2026, 11, 15))


@dataclass
class World:
    """What there is to act on: a dossier at the counter, and one on a hand-over list."""

    at_hand: UUID
    away: UUID
    batch: UUID


Call = Callable[[Desk, World], object]


def register_line() -> ImportedDossier:
    received_at = local(0)
    return ImportedDossier(2, "X-1", AGENCY, "1", "Một", Channel.COUNTER, received_at,
                           State.RETURNED, "Lò")  # fmt: skip


def portal(desk: Desk) -> online.OnlineDossier:
    return online.OnlineDossier(f"H-{uuid4()}", birth_intake(), local(desk.clock.now_ms()))


ACTS: dict[str, tuple[Duty, Call]] = {
    "alike.receive_alike": (
        Duty.COUNTER,
        lambda d, w: alike.receive_alike(d, birth_intake(), [AlikeLine(1, SUBMITTER)], Silent()),
    ),
    "callers.record_visit": (
        Duty.COUNTER,
        lambda d, w: callers.record_visit(d, callers.Visit("hỏi")),
    ),
    "callers.record_feedback": (
        Duty.COUNTER,
        lambda d, w: callers.record_feedback(
            d, callers.Feedback(callers.FeedbackKind.PRAISE, "tốt")
        ),
    ),
    "callers.answer_feedback": (
        Duty.DECIDE,
        lambda d, w: callers.answer_feedback(d, w.at_hand, "cảm ơn"),
    ),
    "closing.final": (Duty.SERVE, lambda d, w: closing.final(d)),
    "closing.interim": (Duty.SERVE, lambda d, w: closing.interim(d)),
    "closing_plans.keep": (
        Duty.SERVE,
        lambda d, w: closing_plans.keep(d, date(2026, 11, 20), closing_plans.ClosingPlan()),
    ),
    "conflicts.settle": (
        Duty.COUNTER,
        lambda d, w: conflicts.settle(d, w.at_hand, ANY, Decision.STANDS, "", HOA),
    ),
    "conflicts.take_back": (
        Duty.COUNTER,
        lambda d, w: conflicts.take_back(d, w.at_hand, "nhầm", LAN),
    ),
    "corrections.correct": (
        Duty.DECIDE,
        lambda d, w: corrections.correct(d, w.at_hand, birth_intake(note="x"), "sai", LAN),
    ),
    "corrections.due_after": (
        Duty.DECIDE,
        lambda d, w: corrections.due_after(d, w.at_hand, BUILDING.code, Channel.COUNTER),
    ),
    "corrections.reassign": (  # another's dossier
        Duty.SUPERVISE,
        lambda d, w: corrections.reassign(d, w.at_hand, "minh", "nghỉ"),
    ),
    "corrections.take_over": (
        Duty.COUNTER,
        lambda d, w: corrections.take_over(d, "lan", "nghỉ", 2, LAN),
    ),
    "drafts.keep": (Duty.COUNTER, lambda d, w: drafts.keep(d, ANY, "nháp", {})),
    "drafts.discard": (Duty.COUNTER, lambda d, w: drafts.discard(d, ANY)),
    "fee_receipts.void": (
        Duty.COLLECT,
        lambda d, w: fee_receipts.void(d, w.at_hand, ANY, "hỏng", LAN),
    ),
    "fees.assess": (Duty.COLLECT, lambda d, w: fees.assess(d, w.at_hand, [])),
    "fees.exempt": (
        Duty.COLLECT,
        lambda d, w: fees.exempt(d, w.at_hand, ExemptionReason.CHILD, "giấy khai sinh"),
    ),
    "hand_overs.accept": (Duty.COUNTER, lambda d, w: hand_overs.accept(d, w.batch)),
    "hand_overs.hand_over": (
        Duty.COUNTER,
        lambda d, w: hand_overs.hand_over(d, [w.at_hand], AGENCY),
    ),
    "hand_overs.take_back": (
        Duty.COUNTER,
        lambda d, w: hand_overs.take_back(d, w.batch, "nhầm"),
    ),
    "intake.receive": (Duty.COUNTER, lambda d, w: intake.receive(d, birth_intake())),
    "online.import_online": (Duty.COUNTER, lambda d, w: online.import_online(d, [portal(d)])),
    "online.refuse": (Duty.COUNTER, lambda d, w: online.refuse(d, w.at_hand, "không")),
    "online.take_in": (Duty.COUNTER, lambda d, w: online.take_in(d, w.at_hand)),
    "payment_requests.require": (
        Duty.DECIDE,
        lambda d, w: payment_requests.require(d, w.away, "TB 1"),
    ),
    "payment_requests.settle": (
        Duty.COUNTER,
        lambda d, w: payment_requests.settle(d, w.away, "BL 1"),
    ),
    "payments.cancel": (Duty.COLLECT, lambda d, w: payments.cancel(d, w.at_hand, ANY, "nhầm")),
    "payments.collect": (Duty.COLLECT, lambda d, w: payments.collect(d, w.at_hand, Method.CASH)),
    "payments.confirm": (Duty.COLLECT, lambda d, w: payments.confirm(d, w.at_hand, ANY)),
    "payments.transfer_of": (Duty.COLLECT, lambda d, w: payments.transfer_of(d, w.at_hand, ANY)),
    "periods.close_period": (
        Duty.SUPERVISE,
        lambda d, w: periods.close_period(d, MONTH),
    ),
    "phases.link": (Duty.COUNTER, lambda d, w: phases.link(d, w.at_hand, w.away)),
    "phases.start": (
        Duty.DECIDE,
        lambda d, w: phases.start(d, w.away, Phase(2, "Giai đoạn 2", AGENCY)),
    ),
    "printing.queue": (
        Duty.SERVE,
        lambda d, w: printing.queue(d, w.at_hand, Form.RECEIPT, PaperSize.A5, "PDF"),
    ),
    "promises.apologise": (Duty.DECIDE, lambda d, w: promises.apologise(d, w.away, SORRY)),
    "promises.change_due": (
        Duty.DECIDE,
        lambda d, w: promises.change_due(d, w.away, YEAR_END, "sai", LAN),
    ),
    "refunds.approve": (
        Duty.COLLECT,
        lambda d, w: refunds.approve(d, w.at_hand, ANY, Method.CASH, LAN),
    ),
    "refunds.refuse": (Duty.COLLECT, lambda d, w: refunds.refuse(d, w.at_hand, ANY, "sai", LAN)),
    "refunds.request": (Duty.COLLECT, lambda d, w: refunds.request(d, w.at_hand, ANY, "thừa")),
    "refusals.guide": (Duty.COUNTER, lambda d, w: refusals.guide(d, birth_intake(), ASKED)),
    "refusals.refuse": (Duty.COUNTER, lambda d, w: refusals.refuse(d, birth_intake(), "không")),
    "ratings.enter_slips": (
        Duty.SERVE,
        lambda d, w: ratings.enter_slips(d, ratings.Slips(Rating.SATISFIED_SERVICE, AGENCY)),
    ),
    "ratings.rate": (Duty.SERVE, lambda d, w: ratings.rate(d, "X", Rating.SATISFIED_SERVICE)),
    "register_import.take_register": (
        Duty.SUPERVISE,
        lambda d, w: register_import.take_register(d, [register_line()], 1, Silent()),
    ),
    "results.outlook": (Duty.COUNTER, lambda d, w: results.outlook(d, w.away)),
    "results.receive_results": (
        Duty.COUNTER,
        lambda d, w: results.receive_results(d, [results.Arrival(w.away)]),
    ),
    "results.resolve": (Duty.DECIDE, lambda d, w: results.resolve(d, w.away)),
    "results.shelve": (Duty.COUNTER, lambda d, w: results.shelve(d, w.away, "Kệ")),
    "returns.finish_on_the_spot": (
        Duty.COUNTER,
        lambda d, w: returns.finish_on_the_spot(d, w.at_hand, COLLECTED),
    ),
    "returns.hand_out": (Duty.COUNTER, lambda d, w: returns.hand_out(d, w.away, COLLECTED)),
    "returns.send_by_post": (
        Duty.COUNTER,
        lambda d, w: returns.send_by_post(d, [(w.away, Collection(SUBMITTER))]),
    ),
    "scores.enter_score": (
        Duty.SUPERVISE,
        lambda d, w: scores.enter_score(
            d, scores.Score(Assessed.AGENCY, AGENCY, MONTH, 6, {Mark.APPRAISED: Decimal(2)}, "xem")
        ),
    ),
    "statements.preview": (
        Duty.COLLECT,
        lambda d, w: statements.preview(d, [StatementLine(1, date(2026, 11, 20), 1, "x")]),
    ),
    "statements.take_statement": (
        Duty.COLLECT,
        lambda d, w: statements.take_statement(
            d, [StatementLine(1, date(2026, 11, 20), 1, "x")], Silent()
        ),
    ),
    "stops.resume": (Duty.DECIDE, lambda d, w: stops.resume(d, w.away)),
    "stops.stop": (Duty.DECIDE, lambda d, w: stops.stop(d, w.away, WHY_STOPPED)),
    "supplements.receive": (Duty.COUNTER, lambda d, w: supplements.receive(d, w.away)),
    "supplements.request": (Duty.COUNTER, lambda d, w: supplements.request(d, w.away, ASKED)),
    "supplements.warnings": (Duty.COUNTER, lambda d, w: supplements.warnings(d, w.away)),
    "tills.count": (Duty.SERVE, lambda d, w: tills.count(d, {1000: 1}, "thừa", LAN)),
    "tills.move": (Duty.SERVE, lambda d, w: tills.move(d, MovementKind.FLOAT, 1000)),
    "withdrawals.withdraw": (
        Duty.COUNTER,
        lambda d, w: withdrawals.withdraw(d, w.at_hand, WITHDRAWN),
    ),
}
"""Every use case that changes something or is for some only: its duty, and a call of it."""
FOR_EVERYBODY = {
    "acts.check_second": "asked by use cases",
    "acts.supervised": "asked by use cases",
    "register_import.foreseen": "looks, and writes nothing",
    "audit.exported": "whoever may look is noted; see test_audit.py",
    "audit.locked_out": "whoever may look is noted; see test_audit.py",
    "audit.revealed": "whoever may look is noted; see test_audit.py",
    "closing.preview": "reads",
    "closing.reasons_against_closing": "reads",
    "drafts.drafts": "reads",
    "drafts.new_draft": "writes nothing",
    "duplicates.duplicates": "reads",
    "intake.appointment": "reads",
    "intake.draft_receipt": "reads",
    "printing.interrupted": "what the printing system says of a job that was allowed",
    "printing.failed": "what the printing system says of a job that was allowed",
    "printing.reported": "what the printing system says of a job that was allowed",
    "printing.sent": "what the printing system says of a job that was allowed",
    "retention.is_due": "reads",
    "retention.keep_everything": "the technician's: only keeps more",
    "retention.let_go_before": "the centre's setting says what goes; see test_retention.py",
    "retention.let_go_of_old": "the centre's setting says what goes; see test_retention.py",
    "retention.planned": "reads",
    "sign_in.officers": "before anybody signed in",
    "sign_in.sign_in": "before anybody signed in",
    "tills.expected": "reads",
    "upkeep.examine": "the technician's: reads",
    "upkeep.repair": "the technician's: makes tables anew from the journal",
}
KEPT_OF_A_DISABLED_OFFICER = {"closing_plans.keep", "drafts.discard", "drafts.keep"}
"""What was typed stays for the colleague who takes over."""


def every_use_case() -> set[str]:
    """Return "module.function" of all that take a desk."""
    found = set()
    for module in pkgutil.iter_modules(usecases.__path__):
        loaded = importlib.import_module(f"counter_app.usecases.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            own = function.__module__ == loaded.__name__ and not name.startswith("_")
            if own and next(iter(inspect.signature(function).parameters), "") == "desk":
                found.add(f"{module.name}.{name}")
    return found


@pytest.fixture
def world(office: Desk) -> World:
    at_hand, away = received(office), received(office)
    batch = hand_overs.hand_over(office, [away], AGENCY)
    return World(at_hand, away, batch.id)


def everything(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table of the local file, its own tables and drafts as well."""
    with desk.store.reading() as session:
        tables = session.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        ).scalars()
        return {
            name: [tuple(row) for row in session.exec_driver_sql(f'SELECT * FROM "{name}"')]
            for name in tables.all()
        }


def outcome(act: Call, desk: Desk, world: World) -> type[Exception] | None:
    """Return what came of the act; of a list, what every line of it came to."""
    try:
        act(desk, world)
    except BatchRefused as refused:
        (kind,) = {type(one.error) for one in refused.refused}
        return kind
    except CounterError as error:
        return type(error)
    return None


def test_no_use_case_is_left_out():
    assert every_use_case() == ACTS.keys() | FOR_EVERYBODY.keys()


@pytest.mark.parametrize("name", ACTS)
def test_who_may_not_do_it_is_refused_and_leaves_no_trace(office, world, name):
    duty, act = ACTS[name]
    disabled = Officer("cu", "Người cũ", ALL_ROLES)
    bare = Officer("moi", "Người mới", ALL_ROLES)
    for officer, roles, active in ((disabled, sorted(ALL_ROLES), False), (bare, [], True)):
        record = {"login": officer.login, "name": officer.name, "roles": roles, "active": active}
        publish(office, "officer_defined", ("officer", officer.login),
                {**record, "password_hash": ""})  # fmt: skip
    before = everything(office)
    refused = {
        None: NobodySignedIn,
        **{WITH_ONE_ROLE[role]: NotAllowedFor for role in Role if role not in MAY[duty]},
        replace(THANH, roles=frozenset({Role.INSPECTOR})): NotAllowedFor,
    }
    if name not in KEPT_OF_A_DISABLED_OFFICER:
        refused |= {
            disabled: OfficerDisabled,
            Officer("ai", "Người lạ", ALL_ROLES): OfficerDisabled,
            bare: NotAllowedFor,
            # who says at the desk to be more than the centre knows
            replace(THANH, roles=ALL_ROLES): NotAllowedFor,
        }
    told = {who: outcome(act, office.served_by(who), world) for who in refused}
    assert told == refused
    assert everything(office) == before


@pytest.mark.parametrize("name", ACTS)
def test_who_may_do_it_is_not_refused_for_it(office, world, name):
    duty, act = ACTS[name]
    for role in MAY[duty]:
        found = outcome(act, office.served_by(WITH_ONE_ROLE[role]), world)
        assert found not in {NobodySignedIn, NotAllowedFor, OfficerDisabled}, role

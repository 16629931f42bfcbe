"""A seat lives through six weeks with every state there is; sheets, register and report agree."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from sqlalchemy import func, select

import resources
from counter_app.clock import VIETNAM, SetClock
from counter_app.desk import Desk, Officer
from counter_app.domain.calendar import calendar_from_record
from counter_app.domain.closing import Against, DaySheet
from counter_app.domain.deadlines import Comparison
from counter_app.domain.fees import NOTHING, Method, Money
from counter_app.domain.reporting import Figures, Measure, broken, report_month
from counter_app.domain.states import State
from counter_app.errors import CounterError
from counter_app.journal.rebuild import broken_chains, differences
from counter_app.progress import Silent
from counter_app.schema.tables import dossier
from counter_app.store.day_sheets import sheet, sheets
from counter_app.store.dossiers import by_subject
from counter_app.store.register import RegisterQuery, count, lines
from counter_app.store.report_figures import figures
from counter_app.usecases.closing import final
from counter_app.usecases.payments import collect
from counter_app.usecases.tills import count as count_till
from counter_app.usecases.tills import expected
from tests.fixtures.desk import AGENCY, SEAT
from tests.fixtures.life import ACTS, LAN, REACHING, opened_office
from tests.fixtures.till import extract, give_roles, grant_book

FIRST, LAST = date(2026, 11, 2), date(2026, 12, 15)
NOVEMBER = report_month(2026, 11)
EXPLAINED = dict.fromkeys(Against, "để sáng mai")
CASHIER = Officer(LAN.login, LAN.name, LAN.roles | {"cashier"})
STATES_A_DAY, ACTS_A_DAY = 3, 6


class Month:
    """One seat, day after day; `taken` is what citizens paid in cash."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.chance = random.Random(20261102)
        self.subjects: list[UUID] = []
        self.seen: set[State] = set()
        self.taken: Money = NOTHING
        self.days: list[date] = []
        self.told_then: dict[str, Figures] = {}

    def november(self) -> dict[str, Figures]:
        """The figures of November's report, as the file tells them now."""
        return self.desk.ask(figures, NOVEMBER, Comparison.BY_DATE)

    def live(self, day: date) -> None:
        """Work from eight to half past four, and close the day."""
        self.at(day, time(8))
        for state in self.states_of(len(self.days)):
            self.subjects.append(REACHING[state](self.desk))
            self.look(self.subjects[-1])
        paid = extract(self.desk)
        self.taken += collect(self.desk, paid, Method.CASH).money
        self.subjects.append(paid)
        self.at(day, time(14))
        for _ in range(ACTS_A_DAY):
            self.act(self.chance.choice(self.subjects))
        self.at(day, time(16, 30))
        cash = expected(self.desk).expected
        count_till(self.desk, {1_000: cash // 1_000})
        final(self.desk, explained=EXPLAINED)
        self.days.append(day)

    def act(self, subject: UUID) -> None:
        """Do something that fits or does not: what is refused changes nothing."""
        self.desk.clock.advance(timedelta(minutes=self.chance.randint(1, 9)))
        try:
            ACTS[self.chance.choice(list(ACTS))](self.desk, subject)
        except CounterError:
            return
        self.look(subject)

    def look(self, subject: UUID) -> None:
        self.seen.add(State(self.desk.ask(by_subject, subject).state))

    def at(self, day: date, hour: time) -> None:
        wanted = datetime.combine(day, hour, VIETNAM)
        now = datetime.fromtimestamp(self.desk.clock.now_ms() / 1000, VIETNAM)
        self.desk.clock.advance(max(wanted - now, timedelta()))

    @staticmethod
    def states_of(place: int) -> Iterator[State]:
        states = list(REACHING)
        for offset in range(STATES_A_DAY):
            yield states[(place * STATES_A_DAY + offset) % len(states)]


@pytest.fixture(scope="module")
def month(tmp_path_factory):
    calendar = calendar_from_record(resources.calendar_records())
    clock = SetClock.at(datetime.combine(FIRST, time(7), VIETNAM))
    path = tmp_path_factory.mktemp("month") / "counter.db"
    with opened_office(path, clock) as opened:
        grant_book(opened)
        give_roles(opened, CASHIER)
        made = Month(opened.served_by(CASHIER))
        day = FIRST
        while day <= LAST:
            if day == NOVEMBER.last + timedelta(days=1):
                made.told_then = made.november()
            if calendar.is_working_day(day):
                made.live(day)
            day += timedelta(days=1)
        yield made


def finals(month: Month) -> list[DaySheet]:
    rows = month.desk.ask(sheets, SEAT, 100)
    return [month.desk.ask(sheet, row.id) for row in reversed(rows)]


def test_every_state_is_reached(month):
    assert month.seen == set(State)


def test_each_day_has_one_final_sheet_numbered_without_a_gap(month):
    made = finals(month)
    assert [one.day for one in made] == month.days
    assert [one.number for one in made] == list(range(1, len(month.days) + 1))


def test_the_sheets_hold_all_money_and_all_intakes_once(month):
    made = finals(month)
    assert sum((one.taken for one in made), NOTHING) == month.taken
    assert made[-1].cash.counted == month.taken.total
    assert all(one.cash.difference == 0 for one in made)
    received = sum(agency.received for one in made for agency in one.agencies)
    never = (int(State.ANNOUNCED), int(State.REFUSED))

    def taken_in(session):
        return session.execute(
            select(func.count()).select_from(dossier).where(dossier.c.state.not_in(never))
        ).scalar_one()

    assert received == month.desk.ask(taken_in)
    numbers = [n for one in made for book in one.books for n in (book.first, book.last)]
    assert numbers == sorted(numbers)
    assert numbers[-1] == len(month.days)


@pytest.mark.parametrize("comparison", list(Comparison))
def test_the_figures_of_each_period_hold_and_carry_over(month, comparison):
    """The identities of the monthly report, for both ways to tell early from on time."""
    periods = [NOVEMBER, report_month(2026, 12), report_month(2027, 1)]
    told = [month.desk.ask(figures, period, comparison)[AGENCY] for period in periods]
    assert [broken(one) for one in told] == [(), (), ()]
    for before, after in pairwise(told):
        assert after.of(Measure.CARRIED_OVER) == before.of(Measure.PENDING_TOTAL)
    assert told[1].received_new > 0 and told[1].resolved_total > 0 and told[1].returned > 0
    assert told[2].received_new == 0


def test_a_period_asked_again_a_month_later_says_the_same(month):
    assert month.told_then[AGENCY].received_new > 0
    assert month.november() == month.told_then


def test_the_register_has_a_line_for_each_dossier(month):
    query = RegisterQuery(FIRST, LAST)
    found = [line.subject for line in month.desk.ask(lambda session: list(lines(session, query)))]
    assert len(found) == len(set(found)) == month.desk.ask(count, query)
    assert set(month.subjects) == set(found)


def test_the_tables_follow_from_the_journal(month):
    with month.desk.store.reading() as session:
        assert differences(session, Silent()) == []
        assert broken_chains(session, Silent()) == []

"""Killing the process at every step of closing the day loses nothing and repeats nothing."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

from sqlalchemy import select

from counter_app.closing import Means, Step, go_on, standing
from counter_app.devices.printers import FolderPrinters
from counter_app.documents.press import Press
from counter_app.domain.closing import Against, Explained, Notes
from counter_app.domain.fees import Method, Money
from counter_app.journal.rebuild import broken_chains, differences
from counter_app.progress import Silent
from counter_app.schema.local import closing_plan
from counter_app.schema.money import cash_count, day_sheet, fee_receipt
from counter_app.store.day_sheets import sheet
from counter_app.usecases.closing_plans import ClosingPlan, keep
from counter_app.usecases.payments import collect
from tests.fixtures.desk import opened_desk
from tests.fixtures.till import CASHIER, extract, grant_book, with_cashier

TODAY = date(2026, 11, 20)
PLAN = ClosingPlan(
    notes=(Notes(5_000, 3), Notes(1_000, 1)),
    counted=True,
    explained=tuple(Explained(against, 0, "để sáng mai") for against in Against),
)
KILLED = 9

_CLOSING = """
import os, sys
from pathlib import Path
from counter_app.closing import Means, go_on
from counter_app.devices.printers import FolderPrinters
from counter_app.documents.press import Press
from counter_app.progress import Silent
from counter_app.store import engine
from tests.e2e.test_closing_kills import TODAY
from tests.fixtures.desk import opened_desk
from tests.fixtures.till import CASHIER

folder, at = Path(sys.argv[1]), int(sys.argv[2])
transactions = 0
writing = engine.Store.writing

class Killing:
    def __init__(self, context):
        self.context = context
    def __enter__(self):
        global transactions
        transactions += 1
        return self.context.__enter__()
    def __exit__(self, *error):
        if transactions == at:
            os._exit(9)
        return self.context.__exit__(*error)

with opened_desk(folder / "counter.db") as desk:
    engine.Store.writing = lambda store: Killing(writing(store))
    means = Means(press=Press(FolderPrinters(folder / "papers")), printer="PDF")
    go_on(desk.served_by(CASHIER), TODAY, means, Silent())
"""


def day_of_work(folder: Path) -> None:
    with opened_desk(folder / "counter.db") as opened:
        grant_book(opened)
        desk = with_cashier(opened)
        for _ in range(2):
            collect(desk, extract(desk), Method.CASH)
        keep(desk, TODAY, PLAN)


def killed_at(folder: Path, transaction: int) -> bool:
    """Close the day in a process that is killed; tell whether it was, or came to its end."""
    ended = subprocess.run(
        [sys.executable, "-c", _CLOSING, str(folder), str(transaction)],
        check=False,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert ended.returncode in {0, KILLED}, ended.stderr
    return ended.returncode == KILLED


def test_a_kill_at_every_transaction_loses_and_repeats_nothing(tmp_path):
    """A kill just before a commit leaves the file as one just after the commit before."""
    transaction, kills = 1, 0
    while True:
        folder = tmp_path / str(transaction)
        folder.mkdir()
        day_of_work(folder)
        killed = killed_at(folder, transaction)
        kills += killed
        check_whole(folder)
        if not killed:
            break
        transaction += 1
    assert kills >= 6  # count, sheet, two papers queued and sent


def check_whole(folder: Path) -> None:
    """Go on after the kill: everything is there, and once."""
    with opened_desk(folder / "counter.db") as desk:
        acting = desk.served_by(CASHIER)
        with desk.store.reading() as session:
            assert differences(session, Silent()) == broken_chains(session, Silent()) == []
            assert len(session.execute(select(fee_receipt)).all()) == 2
        printers = FolderPrinters(folder / "papers")
        press = Press(printers)
        press.ask_after(acting)
        done = go_on(acting, TODAY, Means(press=press, printer="PDF"), Silent()).standing
        assert done.next is Step.PROOF
        assert done.sheet is not None
        with desk.store.reading() as session:
            assert len(session.execute(select(cash_count)).all()) == 1
            (made,) = session.execute(select(day_sheet)).all()
            assert session.execute(select(closing_plan)).all() == []
        told = desk.ask(sheet, made.subject)
        assert (told.number, told.taken) == (1, Money(charge=16_000))
        assert told.agencies[0].received == 2
        again = go_on(acting, TODAY, Means(press=press, printer="PDF"), Silent()).standing
        assert again.sheet == done.sheet
        assert again.papers == done.papers


def test_between_any_two_steps_the_file_may_be_reopened(tmp_path):
    day_of_work(tmp_path)
    seen = []
    for _ in range(4):
        with opened_desk(tmp_path / "counter.db") as desk:
            acting = desk.served_by(CASHIER)
            now = standing(acting, TODAY)
            seen.append(now.next)
            press = Press(FolderPrinters(tmp_path / "papers"))
            if now.next is Step.COUNT:
                from counter_app.usecases.tills import count

                count(acting, now.plan.by_value)
            elif now.next is Step.SHEET:
                from counter_app.usecases.closing import final

                final(acting, TODAY, now.plan.words)
            else:
                go_on(acting, TODAY, Means(press=press, printer="PDF"), Silent())
    assert seen == [Step.COUNT, Step.SHEET, Step.PAPERS, Step.PROOF]

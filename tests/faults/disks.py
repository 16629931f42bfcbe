"""Steps of a schedule: programs killed, disks copied, lost and brought back, clocks turned."""

from __future__ import annotations

import shutil
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from counter_app.clock import SetClock
from counter_app.progress import Silent
from counter_app.sync.round import run
from counter_app.usecases import drafts
from tests.faults import acts
from tests.faults.machine import Killed, Machine, Whose
from tests.faults.world import MOST_MACHINES, Broken, World

_JUMPS = (
    timedelta(hours=1),
    timedelta(hours=30),
    timedelta(days=400),
    -timedelta(minutes=5),
    -timedelta(hours=20),
    -timedelta(days=40),
)


def is_killed_in_a_round(world: World, which: int, moment: int, _: int) -> None:
    """The program is killed before or after a transaction, in the middle of a round."""
    machine = world.machine(which)
    home = world.new_home()
    with suppress(Killed, *acts.SHUT_OUT), machine.killed_at(moment % 16, home):
        run(machine.desk, machine.line, Silent())
    _start_again(world, machine, home)


def is_killed_in_an_act(world: World, which: int, moment: int, _: int) -> None:
    """The program is killed while a draft is received: it is a dossier then, or still a draft."""
    machine = world.machine(which)
    machine.clock.advance(timedelta(seconds=1))
    draft = drafts.new_draft(machine.desk)
    drafts.keep(machine.desk, draft, "đang gõ", {})
    home = world.new_home()
    with suppress(Killed, *acts.NO_NUMBER), machine.killed_at(moment % 5, home):
        acts.take_in(world, machine, draft)
    _start_again(world, machine, home)
    kept = draft in {one.id for one in drafts.drafts(machine.desk)}
    with machine.store.reading() as session:
        found = session.exec_driver_sql(
            "SELECT count(*) FROM journal WHERE payload LIKE ?", (f"%nháp {draft}%",)
        ).scalar_one()
    if kept == bool(found):
        raise Broken(f"{machine.name}: the dossier is there {'and not' if kept else 'nor'} a draft")
    if kept:
        machine.drafts[draft] = "đang gõ"
    with suppress(*acts.NO_NUMBER):  # the next number shows whether one was left out
        acts.take_in(world, machine, None)


def is_killed_at_rest(world: World, which: int, _: int, __: int) -> None:
    """The program is killed while nothing happens, and its file is as it was left."""
    _start_again(world, world.machine(which), world.new_home())


def is_backed_up(world: World, which: int, _: int, __: int) -> None:
    """A copy of the disk goes into the drawer."""
    machine = world.machine(which)
    home = machine.back_up(world.new_home())
    world.disks[machine.number].append((home, dict(machine.drafts)))


def goes_back(world: World, which: int, copy: int, _: int) -> None:
    """A machine goes on with an older copy of its disk."""
    machine = world.machine(which)
    copies = world.disks[machine.number]
    if not copies:
        return
    home, typed = copies[copy % len(copies)]
    again = world.new_home()
    shutil.copytree(home, again)
    _share(world, machine)
    with world.destroying():
        machine.restart_on(again)
        machine.drafts = dict(typed)
    _share(world, machine)
    machine.doubts = set(Whose)


def is_cloned(world: World, which: int, _: int, __: int) -> None:
    """The disk is copied into a second machine, and both run."""
    if len(world.machines) + len(world.aside) >= MOST_MACHINES:
        return
    machine = world.machine(which)
    home = machine.back_up(world.new_home())
    name = f"{machine.name} cloned as {world.made}"
    clone = world.start(name, home, SetClock(machine.clock.ms))
    clone.drafts = dict(machine.drafts)
    clone.doubts = set(machine.doubts)
    _share(world, machine)


def burns_down(world: World, which: int, _: int, __: int) -> None:
    """All machines of a seat are lost, and an empty one is enrolled in their place."""
    number = world.machine(which).number
    with world.destroying():
        for machine in world.at_seat(number):
            machine.stop()
            world.machines.remove(machine)
    _enrol(world, number)


def is_replaced(world: World, which: int, _: int, __: int) -> None:
    """A machine does not start any more; another one is enrolled, its disk is found much later."""
    machine = world.machine(which)
    if len(world.machines) + len(world.aside) >= MOST_MACHINES:
        return
    machine.line.leave()
    world.machines.remove(machine)
    world.aside.append(machine)
    _enrol(world, machine.number)


def its_old_disk_is_found(world: World, which: int, _: int, __: int) -> None:
    """A replaced machine is enrolled as a seat of its own, with all that it holds."""
    if world.aside:
        machine = world.aside[which % len(world.aside)]
        world.enrol_again(machine, world.free_number())
        world.aside.remove(machine)
        world.machines.append(machine)


def the_centre_is_copied(world: World, _: int, __: int, ___: int) -> None:
    """A backup of the centre is made."""
    world.copies.append(world.stage.copied())


def the_centre_goes_back(world: World, _: int, copy: int, announced: int) -> None:
    """The centre is restored from a copy, and it is announced, or forgotten to."""
    if world.copies:
        world.take_the_centre_back(
            world.copies[copy % len(world.copies)], announced=announced % 2 == 0
        )


def its_enrolment_is_forgotten(world: World, which: int, what: int, _: int) -> None:
    """The centre goes back to before a machine was enrolled, and enrols another in its place."""
    if len(world.machines) + len(world.aside) + 2 > MOST_MACHINES:
        return
    number = world.machine(which).number
    the_centre_is_copied(world, 0, 0, 0)
    for forgotten in (True, False):
        (newest,) = world.at_seat(number)[-1:]
        is_replaced(world, world.machines.index(newest), 0, 0)
        acts.receives(world, len(world.machines) - 1, what, 0)
        if forgotten:
            world.take_the_centre_back(world.copies[-1], announced=True)


def its_clock_is_turned(world: World, which: int, jump: int, _: int) -> None:
    """A machine's clock jumps."""
    world.machine(which).clock.advance(_JUMPS[jump % len(_JUMPS)])


def check_drafts(machine: Machine) -> None:
    """Check that what was typed is there."""
    kept = {one.id: one.title for one in drafts.drafts(machine.desk)}
    if not machine.drafts.items() <= kept.items():
        raise Broken(f"{machine.name} lost a draft")


def _start_again(world: World, machine: Machine, home: Path) -> None:
    if not home.exists():
        machine.image(home)
    machine.restart_on(home)
    check_drafts(machine)
    world.check_belief(machine)


def _enrol(world: World, number: int) -> None:
    world.enrol(number)


def _share(world: World, machine: Machine) -> None:
    world.ledger.shared.add(machine.number)

"""Steps of a schedule: rounds of sync, and what happens to them on the way."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

from counter_app.clock import local_day
from counter_app.errors import CounterError
from counter_app.progress import Cancelled, Recorded, Silent
from counter_app.sync import wire
from counter_app.sync.round import run
from counter_app.usecases.retention import let_go_before
from tests.faults import acts, disks
from tests.faults.acts import CUT, SHUT_OUT
from tests.faults.line import Plan, PlannedLine
from tests.faults.machine import Machine
from tests.faults.world import Push, World


def syncs(world: World, which: int, _: int, __: int) -> None:
    """Run a round over a good line."""
    with suppress(*SHUT_OUT):
        world.sync(world.machine(which))


def is_cut(world: World, which: int, at: int, how: int) -> None:
    """The line breaks at some message, before the centre did its work or before the answer."""
    machine = world.machine(which)
    machine.line.planned(Plan(at % 9, cut=True, answered=how % 2 == 1))
    with suppress(*CUT):
        world.sync(machine)
    machine.line.planned(None)


def is_reset_at_a_byte(world: World, which: int, longest: int, _: int) -> None:
    """The line is reset after some bytes: a real reset, by a real proxy."""
    machine = world.machine(which)
    with world.over_a_bad_line(machine, 500 + longest % 20_000), suppress(*CUT):
        world.sync(machine)


def is_cancelled(world: World, which: int, after: int, _: int) -> None:
    """Somebody presses Cancel during a round."""
    machine = world.machine(which)
    with suppress(Cancelled, *SHUT_OUT):
        run(machine.desk, machine.line, Recorded(cancel_after=1 + after % 3))
    machine.at_its_seat()
    world.check_belief(machine)


def is_interrupted(world: World, which: int, at: int, what: int) -> None:
    """Between two messages of a round something else happens, here or anywhere."""
    machine = world.machine(which)
    here = world.machines.index(machine)
    other = world.machines.index(_companion(world, machine, what))

    def meanwhile() -> None:
        happening = what % 6
        if happening in (0, 1):
            acts.receives(world, here, what, 0)
        elif happening == 2:
            acts.the_worker_works(world, 0, 0, 0)
        elif happening == 3:
            disks.the_centre_goes_back(world, 0, what, what // 6)
        elif other != here:
            acts.receives(world, other, what, 0)
            syncs(world, other, 0, 0)

    machine.line.planned(Plan(at % 6, meanwhile=meanwhile))
    with suppress(CounterError):
        world.sync(machine)
    machine.line.planned(None)


def twins_meet(world: World, which: int, at: int, how: int) -> None:
    """Two machines from one disk both have acts; one reaches the centre, the other is cut."""
    machine = world.machine(which)
    other = _companion(world, machine, 0)
    if other.number != machine.number:
        disks.is_cloned(world, which, 0, 0)
        other = _companion(world, machine, 0)
    for one in (machine, other):
        acts.receives(world, world.machines.index(one), at, 0)
    syncs(world, world.machines.index(machine), 0, 0)
    is_cut(world, world.machines.index(other), at, how)


def _companion(world: World, machine: Machine, which: int) -> Machine:
    """Return another machine, of the same seat where there is one; else the machine itself."""
    others = [one for one in world.machines if one is not machine]
    twins = [one for one in others if one.number == machine.number]
    some = twins or others or [machine]
    return some[which % len(some)]


def an_old_push_arrives(world: World, which: int, _: int, __: int) -> None:
    """A message that was long on its way arrives once more."""
    if world.pushes:
        _arrive(world, world.pushes[which % len(world.pushes)])


def an_old_push_comes_between(world: World, which: int, at: int, what: int) -> None:
    """A machine and the centre go back; then a message from before meets a round of today."""
    machine = world.machine(which)
    here = world.machines.index(machine)
    disks.the_centre_is_copied(world, 0, 0, 0)
    disks.is_backed_up(world, here, 0, 0)
    acts.receives(world, here, at, 0)
    syncs(world, here, 0, 0)
    syncs(world, world.machines.index(_companion(world, machine, what)), 0, 0)
    own = [one for one in world.pushes if one.stream_id == machine.desk.seat.stream_id]
    disks.the_centre_goes_back(world, 0, len(world.copies) - 1, what)
    disks.goes_back(world, here, len(world.disks[machine.number]) - 1, 0)
    acts.receives(world, here, what, 0)
    if own:
        machine.line.planned(Plan(at % 3, meanwhile=lambda: _arrive(world, own[-1])))
    with suppress(CounterError):
        world.sync(machine)
    machine.line.planned(None)


def old_ones_are_let_go_of(world: World, which: int, what: int, how: int) -> None:
    """Some dossiers end, and years pass in which nobody touches them: a machine lets go of them.

    Nobody restores a copy of the centre that is years old, and what a machine believes is not that
    old either.
    """
    machine = world.machine(which)
    here = world.machines.index(machine)
    for nth in range(1 + what % 3):
        acts.ends(world, here, what + nth, 0)
    if how % 2:
        syncs(world, here, 0, 0)
    if not machine.doubts:
        next_day = local_day(machine.clock.now_ms()) + timedelta(days=1)
        let_go_before(machine.desk, next_day, Silent())
        machine.clock.advance(timedelta(days=1))
        world.copies.clear()


def a_clock_is_far_ahead(world: World, which: int, what: int, _: int) -> None:
    """What was received a year ahead is gone on with at a seat whose clock is right."""
    machine = world.machine(which)
    machine.clock.advance(timedelta(days=400))
    here = world.machines.index(machine)
    other = world.machines.index(_companion(world, machine, what))
    acts.receives(world, here, what, 0)
    syncs(world, here, 0, 0)
    syncs(world, other, 0, 0)
    acts.prints(world, other, what, 0)


def _arrive(world: World, push: Push) -> None:
    kind: type[PlannedLine] = type(world.machines[0].line)
    line = kind(world.stage.route, push.login, push.password, world.folder)
    with suppress(CounterError), line.connection() as connection:
        wire.push_packed(connection, push.stream_id, push.first, push.arrays)
    line.leave()

"""The lamp is green only for what the centre has said."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from counter_app.clock import SetClock
from counter_app.errors import CounterError
from counter_app.postgres import CentreUnreachable
from counter_app.store.engine import StoreDamaged
from counter_app.sync.background import Background
from counter_app.sync.status import SyncStatus, current
from counter_app.usecases.intake import receive
from tests.fixtures.desk import birth_intake
from ui.pages.end_of_day.lamp import LampViewModel, lamp_state
from ui.sync_watch import Known, SyncWatch
from ui.widgets.lamp import Light

NOW = 1_795_142_460_000
MOMENTS = st.none() | st.integers(NOW - 10**9, NOW)
SEQS = st.integers(0, 6)
STATUSES = st.builds(
    SyncStatus,
    unsent=st.integers(-2, 6),
    oldest_unsent_at=MOMENTS,
    contact_at=MOMENTS,
    proved_at=MOMENTS,
    proved_seq=SEQS,
    head_seq=SEQS,
    acked_seq=SEQS,
    skew_ms=st.just(0),
    problem=st.sampled_from(["", "the centre cannot be reached"]),
)
ERRORS = st.sampled_from([None, CentreUnreachable("centre", "timeout"), CounterError()])
KNOWN = st.builds(
    Known,
    status=st.none() | STATUSES,
    unread=st.sampled_from([None, StoreDamaged("counter.db", "malformed")]),
    running=st.booleans(),
    error=ERRORS,
)
GOOD = SyncStatus(0, None, NOW, NOW, 5, 5, 5, 0, "")


@given(KNOWN)
def test_green_only_when_the_status_proves_it(qapp, known):
    lamp, status = lamp_state(known, NOW), known.status
    if lamp.on_disk is Light.GREEN:
        assert status is not None
        assert known.unread is None
    if lamp.at_centre is Light.GREEN:
        assert status.contact_at is not None
        assert status.unsent == 0
        assert status.acked_seq == status.head_seq
    if lamp.proved is Light.GREEN:
        assert lamp.at_centre is Light.GREEN
        assert status.proved_at is not None
        assert status.proved_seq == status.head_seq


@given(KNOWN)
def test_what_is_unsent_is_always_told(qapp, known):
    lamp = lamp_state(known, NOW)
    if known.status is not None:
        assert lamp.unsent == max(0, known.status.unsent)
        assert bool(lamp.oldest) == (
            known.status.oldest_unsent_at is not None
            and NOW - known.status.oldest_unsent_at >= 15 * 60_000
        )


def lights(known):
    lamp = lamp_state(known, NOW)
    return lamp.on_disk, lamp.at_centre, lamp.proved


def test_all_three_are_green_after_a_whole_round(qapp):
    assert lights(Known(GOOD)) == (Light.GREEN, Light.GREEN, Light.GREEN)


def test_a_centre_that_was_restored_takes_the_green_away(qapp):
    behind = replace(GOOD, acked_seq=2, unsent=3)
    assert lights(Known(behind)) == (Light.GREEN, Light.WAITING, Light.WAITING)


def test_a_file_that_was_restored_takes_the_green_away(qapp):
    behind = replace(GOOD, head_seq=3, unsent=-2)
    assert lights(Known(behind)) == (Light.GREEN, Light.WAITING, Light.WAITING)


def test_before_the_first_contact_nothing_is_known(qapp):
    fresh = SyncStatus(0, None, None, None, 0, 0, 0, 0, "")
    assert lights(Known(fresh)) == (Light.GREEN, Light.DARK, Light.DARK)
    assert lights(Known()) == (Light.DARK, Light.DARK, Light.DARK)


def test_a_failure_that_does_not_pass_by_itself_is_red(qapp):
    waiting = replace(GOOD, acked_seq=4, unsent=1)
    assert lights(Known(waiting, error=CounterError()))[1] is Light.RED
    assert lights(Known(None, unread=StoreDamaged("counter.db", "malformed")))[0] is Light.RED


def test_an_act_puts_the_green_out_at_once(desk, clock, immediate):
    watch = SyncWatch(lambda: current(desk), lambda _: None, immediate, Background())
    lamp = LampViewModel(watch, clock)
    watch.refresh()
    receive(desk, birth_intake())
    watch.acted()
    assert lamp.state.unsent == 1
    assert lamp.state.at_centre is Light.WAITING
    assert lamp.state.oldest == ""
    clock.ms += 20 * 60_000
    lamp.tell()
    assert lamp.state.oldest == "20 minute(s)"
    assert isinstance(clock, SetClock)

from counter_app.sync.background import (
    FIRST_PAUSE,
    GATHER_SECONDS,
    IDLE_SECONDS,
    LONGEST_PAUSE,
    Background,
)


class Watch:
    """Seconds turned by hand."""

    def __init__(self):
        self.seconds = 100.0

    def __call__(self):
        return self.seconds


def background(draw=1.0):
    watch = Watch()
    return watch, Background(now=watch, draw=lambda: draw)


def test_the_first_round_is_due_at_once():
    _, rounds = background()
    assert rounds.due()
    assert rounds.next_delay == 0


def test_none_is_due_while_one_runs():
    watch, rounds = background()
    rounds.started()
    watch.seconds += 1000
    assert not rounds.due()


def test_an_idle_seat_looks_now_and_then():
    watch, rounds = background()
    rounds.started()
    rounds.succeeded()
    assert not rounds.due()
    watch.seconds += IDLE_SECONDS
    assert rounds.due()


def test_acts_in_a_row_go_together_soon():
    watch, rounds = background()
    rounds.started()
    rounds.succeeded()
    rounds.acted()
    watch.seconds += 1
    rounds.acted()
    assert rounds.next_delay == GATHER_SECONDS - 1


def test_an_act_during_a_round_makes_the_next_one_due_soon():
    watch, rounds = background()
    rounds.started()
    rounds.acted()
    watch.seconds += 1
    rounds.succeeded()
    assert rounds.next_delay == GATHER_SECONDS - 1


def test_failures_double_the_pause_up_to_a_minute_and_never_give_up():
    watch, rounds = background()
    pauses = []
    for _ in range(200):
        rounds.started()
        rounds.failed()
        pauses.append(rounds.next_delay)
        watch.seconds += pauses[-1]
        assert rounds.due()
    assert pauses[:4] == [FIRST_PAUSE, 1.0, 2.0, 4.0]
    assert set(pauses[8:]) == {LONGEST_PAUSE}


def test_the_pause_is_drawn_below_its_bound():
    _, rounds = background(draw=0.25)
    rounds.started()
    rounds.failed()
    assert rounds.next_delay == FIRST_PAUSE * 0.25


def test_acts_do_not_hammer_a_broken_line_but_a_person_may():
    _, rounds = background()
    for _ in range(6):
        rounds.started()
        rounds.failed()
    rounds.acted()
    assert rounds.next_delay == 16.0
    rounds.wanted()
    assert rounds.due()


def test_success_forgets_the_failures():
    _, rounds = background()
    for _ in range(6):
        rounds.started()
        rounds.failed()
    rounds.started()
    rounds.succeeded()
    assert rounds.next_delay == IDLE_SECONDS
    rounds.started()
    rounds.failed()
    assert rounds.next_delay == FIRST_PAUSE

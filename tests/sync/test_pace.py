from counter_app.sync.push import BATCH, FEWEST, MOST, _Pace


def test_messages_grow_for_a_centre_that_answers_at_once():
    pace = _Pace(BATCH)
    for _ in range(9):
        pace.took(0.01)
    assert pace.size == MOST


def test_messages_shrink_for_a_busy_centre_and_stay_in_between():
    pace = _Pace(BATCH)
    pace.took(0.2)
    assert pace.size == BATCH
    for _ in range(9):
        pace.took(1)
    assert pace.size == FEWEST

"""How much a seat may send in a day, at an honest counter and for the administrator."""

import pytest

from counter_app.centre import limits
from counter_app.cli.program import main
from counter_app.sync.push import DailyLimitReached


def allow(centre, entries):
    """Let every seat send so many entries today, below what an administrator may set."""
    with centre.centre.raw() as session:
        session.exec_driver_sql("UPDATE centre SET daily_entries = %s", (entries,))


def test_what_is_over_the_limit_stays_unsent_and_the_rest_of_the_round_is_done(centre, new_counter):
    seven, eight = new_counter(7), new_counter(8)
    allow(centre, 2)
    seven.receive()
    eight.receive()
    eight.sync()
    assert seven.sync().pushed == 1
    for _ in range(3):
        seven.receive()
    eight.receive()
    eight.sync()
    with pytest.raises(DailyLimitReached):
        seven.sync()
    assert seven.status().unsent == 3
    assert "today" in seven.status().problem
    assert eight.heads()[eight.desk.seat.stream_id] == seven.heads()[eight.desk.seat.stream_id]
    assert "daily_limit" in centre.alarms()
    allow(centre, 5)
    assert seven.sync().pushed == 3
    assert (seven.status().unsent, seven.status().problem) == (0, "")


def test_what_fits_goes_out_message_by_message_before_the_limit(centre, counter, monkeypatch):
    from counter_app.sync import push

    monkeypatch.setattr(push, "BATCH", 2)
    monkeypatch.setattr(push, "MOST", 2)
    for _ in range(5):
        counter.receive()
    allow(centre, 4)
    with pytest.raises(DailyLimitReached):
        counter.sync()
    assert counter.status().unsent == 1


def test_the_administrator_sees_and_sets_the_limit(centre, postgres_url, capsys):
    def told(*words):
        assert main(["centre", "daily-limit", *words, "--centre", postgres_url]) == 0
        return capsys.readouterr().out.strip()

    assert told() == "200000 entries, 512 MB from a seat in a day"
    assert told("--entries", "50000") == "50000 entries, 512 MB from a seat in a day"
    assert told("--megabytes", "100") == "50000 entries, 100 MB from a seat in a day"
    assert told() == "50000 entries, 100 MB from a seat in a day"


@pytest.mark.parametrize("changed", [{"entries": 9_999}, {"megabytes": 63}])
def test_a_limit_that_an_honest_message_might_not_pass_is_refused(centre, changed):
    with centre.centre.writing() as session:
        limit = limits.daily_limit(session)
        told = {"entries": limit.entries, "megabytes": limit.megabytes} | changed
        with pytest.raises(limits.DailyLimitTooLow):
            limits.change(session, limits.DailyLimit(**told))
        assert limits.daily_limit(session) == limit

"""What a counter knows of the notices to a citizen."""

import pytest

from counter_app.domain.dossier import Consents
from counter_app.domain.notices import NoticeChannel, NoticeKind, NoticeState, back_off
from counter_app.journal.notices import TOLD, notice_subject
from counter_app.journal.rebuild import differences, rebuild
from counter_app.progress import Silent
from counter_app.store.dossiers import history
from counter_app.store.notices import notices_of
from counter_app.usecases import conflicts, supplements
from counter_app.usecases.intake import receive
from tests.fixtures.desk import birth_intake, publish_setting
from tests.fixtures.life import ASKED

GATEWAY = {"sms": {"url": "https://sms.example.vn/send"}}


@pytest.fixture
def using(office):
    publish_setting(office, "notices", GATEWAY)
    return office


def take_in(desk, **ways):
    return receive(desk, birth_intake(consents=Consents(**ways))).subject


def told(desk, subject):
    found = desk.ask(notices_of, subject, desk.clock.now_ms())
    return [(one.kind, one.channel, one.state) for one in found]


def answer(desk, subject, act, stream, state="sent"):
    """Write what became of a notice, as its sender does."""
    from counter_app.journal.append import Author, append

    record = {
        "dossier": subject.hex,
        "act": act.hex,
        "kind": "received",
        "channel": "sms",
        "state": state,
        "detail": "",
    }
    author = Author(stream, "centre", desk.clock.now_ms())
    with desk.store.writing() as session:
        append(session, author, TOLD, notice_subject(act, NoticeChannel.SMS), record)


def test_each_act_waits_to_be_told_by_the_ways_agreed_and_in_use(using):
    subject = take_in(using, sms=True, zalo=True)
    supplements.request(using, subject, ASKED)
    assert told(using, subject) == [
        (NoticeKind.RECEIVED, NoticeChannel.SMS, NoticeState.WAITING),
        (NoticeKind.SUPPLEMENT, NoticeChannel.SMS, NoticeState.WAITING),
    ]


def test_an_act_taken_back_is_not_told(using):
    subject = take_in(using, sms=True)
    supplements.request(using, subject, ASKED)
    conflicts.take_back(using, subject, "Nhầm hồ sơ")
    assert [kind for kind, _, _ in told(using, subject)] == [NoticeKind.RECEIVED]


def test_the_centre_alone_says_that_a_notice_was_sent(using):
    from tests.fixtures.desk import CENTRE_STREAM

    subject = take_in(using, sms=True)
    act = using.ask(history, subject)[0].entry_id
    answer(using, subject, act, using.seat.stream_id)
    assert told(using, subject)[0][2] is NoticeState.WAITING
    answer(using, subject, act, CENTRE_STREAM)
    assert told(using, subject)[0][2] is NoticeState.SENT
    with using.store.writing() as session:
        assert differences(session, Silent()) == []
        rebuild(session, Silent())
    assert told(using, subject)[0][2] is NoticeState.SENT


def test_the_wait_between_tries_grows_up_to_six_hours():
    waits = [back_off(tries) for tries in range(1, 30)]
    assert waits[:3] == [60_000, 120_000, 240_000]
    assert waits == sorted(waits)
    assert waits[-1] == 6 * 3_600_000

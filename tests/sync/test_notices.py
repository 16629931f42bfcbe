"""Citizens are told by e-mail and SMS: a real mail server, a real gateway, a real PostgreSQL."""

from __future__ import annotations

import json
import logging
import socket
import ssl
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from uuid import UUID

import pytest
import trustme
from aiosmtpd.controller import Controller
from sqlalchemy import func, select

from counter_app.centre import settings
from counter_app.centre.gateways import Secrets, message_id
from counter_app.centre.notice_texts import notice_texts, text_of
from counter_app.centre.notices import deliver, put_out
from counter_app.centre.settings import BadSetting
from counter_app.clock import SetClock, SystemClock, local_day
from counter_app.domain.dossier import Consents
from counter_app.domain.notices import (
    MailGateway,
    NoticeChannel,
    NoticeKind,
    NoticeState,
    back_off,
)
from counter_app.journal.entries import Entry
from counter_app.journal.notices import TOLD
from counter_app.schema.centre import outbox
from counter_app.schema.tables import journal
from counter_app.store.notices import notices_of
from counter_app.usecases import hand_overs, results, returns
from tests.fixtures.desk import AGENCY, SUBMITTER
from tests.fixtures.life import COLLECTED

EMAIL = "anh.nguyen@example.vn"
CITIZEN = replace(SUBMITTER, email=EMAIL)
TOKEN = "khoa-cua-cong"


class Letters:
    """A mail server's desk: keeps letters, and answers as it is told."""

    def __init__(self) -> None:
        self.kept: list[tuple[str, bytes]] = []
        self.answer = "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, _server, _session, envelope, address, _options
    ):
        if self.answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.answer

    async def handle_DATA(  # noqa: N802
        self, _server, _session, envelope
    ):
        self.kept.append((envelope.rcpt_tos[0], envelope.content))
        return "250 OK"


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@pytest.fixture
def trusted(authority) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


@pytest.fixture
def letters() -> Letters:
    return Letters()


@pytest.fixture
def mail(letters, authority) -> Iterator[Controller]:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(context)
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    server = Controller(
        letters, hostname="localhost", port=port, tls_context=context, require_starttls=True
    )
    server.start()
    yield server
    server.stop()


class Gateway(ThreadingHTTPServer):
    """A provider of short messages."""

    def __init__(self) -> None:
        self.taken: list[tuple[dict[str, str], dict[str, str]]] = []
        self.status = 200
        super().__init__(("localhost", 0), _Asked)

    @property
    def url(self) -> str:
        return f"http://localhost:{self.server_address[1]}/send"


class _Asked(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        gateway: Gateway = self.server
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if gateway.status == 200:
            gateway.taken.append((json.loads(body), dict(self.headers)))
        self.send_response(gateway.status)
        self.end_headers()

    def log_message(self, *_words: object) -> None:
        pass


@pytest.fixture
def provider() -> Iterator[Gateway]:
    server = Gateway()
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def secrets(trusted) -> Secrets:
    return Secrets("mật khẩu", {NoticeChannel.SMS: TOKEN}, trusted)


@pytest.fixture
def told(centre, counter, mail, provider):
    """A counter of a centre that tells its citizens by e-mail and SMS."""
    value = {
        "email": {
            "host": "localhost",
            "port": mail.port,
            "sender": "tthcc@laichau.example.vn",
            "sender_name": "Trung tâm Phục vụ hành chính công",
        },
        "sms": {
            "url": provider.url,
            "fields": [
                {"name": "Phone", "value": "{to}"},
                {"name": "Content", "value": "{text}"},
                {"name": "RequestId", "value": "{id}"},
            ],
        },
    }
    with centre.writing() as (session, by):
        day = local_day(centre.clock.now_ms())
        settings.change(session, by, "notices", value, day - timedelta(days=1))
    counter.sync()
    return counter


def receive(counter, **ways):
    receipt = counter.receive(submitter=CITIZEN, consents=Consents(**ways))
    counter.sync()
    return receipt


def waiting(centre) -> int:
    return centre.ask(select(func.count()).select_from(outbox))


def states(counter, subject):
    now = counter.desk.clock.now_ms()
    found = counter.desk.ask(notices_of, subject, now)
    return [(one.kind, one.channel, one.state) for one in found]


def test_who_agreed_is_told_and_the_counter_sees_it(centre, told, letters, provider, secrets):
    receipt = receive(told, email=True, sms=True)
    centre.work()
    assert waiting(centre) == 2
    assert {state for _, _, state in states(told, receipt.subject)} == {NoticeState.WAITING}
    assert deliver(centre.centre, centre.clock, secrets) == 2
    ((to, letter),) = letters.kept
    assert to == EMAIL
    assert b"Auto-Submitted: auto-generated" in letter
    ((fields, headers),) = provider.taken
    assert fields["Phone"] == "+84912345678"
    assert receipt.number in fields["Content"] and fields["Content"].isascii()
    assert headers["Idempotency-Key"] == fields["RequestId"]
    assert headers["Authorization"] == f"Bearer {TOKEN}"
    assert waiting(centre) == 0
    centre.work()
    told.sync()
    assert states(told, receipt.subject) == [
        (NoticeKind.RECEIVED, NoticeChannel.EMAIL, NoticeState.SENT),
        (NoticeKind.RECEIVED, NoticeChannel.SMS, NoticeState.SENT),
    ]
    assert told.rows() == centre.rows()


def test_who_did_not_agree_is_left_in_peace(centre, told, letters, provider, secrets):
    receipt = receive(told)
    centre.work()
    assert deliver(centre.centre, centre.clock, secrets) == 0
    assert letters.kept == provider.taken == []
    assert states(told, receipt.subject) == []


def test_a_result_is_told_when_it_lies_here_and_not_when_it_was_fetched(
    centre, told, provider, secrets
):
    one, other = receive(told, sms=True), receive(told, sms=True)
    subjects = [one.subject, other.subject]
    hand_overs.hand_over(told.desk, subjects, AGENCY)
    results.receive_results(told.desk, [results.Arrival(subject) for subject in subjects])
    returns.hand_out(told.desk, one.subject, COLLECTED)
    told.sync()
    centre.work()
    deliver(centre.centre, centre.clock, secrets)
    ready = [fields for fields, _ in provider.taken if "da co ket qua" in fields["Content"]]
    assert [other.number in fields["Content"] for fields in ready] == [True]
    assert len(provider.taken) == 3


def test_a_kill_between_sending_and_marking_tells_twice_under_one_id(
    centre, told, letters, secrets, monkeypatch
):
    receipt = receive(told, email=True)
    centre.work()

    class Killed(BaseException):
        pass

    def killed(*_args: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr("counter_app.centre.notices._mark", killed)
        with pytest.raises(Killed):
            deliver(centre.centre, centre.clock, secrets)
    assert deliver(centre.centre, centre.clock, secrets) == 1
    assert deliver(centre.centre, centre.clock, secrets) == 0
    ids = [
        next(line for line in letter.splitlines() if line.startswith(b"Message-ID"))
        for _, letter in letters.kept
    ]
    assert len(ids) == 2 and len(set(ids)) == 1
    entries = select(func.count()).where(journal.c.kind == TOLD)
    assert centre.ask(entries) == 1
    told.sync()
    assert len(states(told, receipt.subject)) == 1


def test_a_server_that_is_away_is_tried_again_later_and_later(
    centre, told, mail, letters, secrets, caplog
):
    receive(told, email=True)
    centre.work()
    letters.answer = "451 try again"
    clock = SetClock(centre.clock.now_ms())
    with caplog.at_level(logging.WARNING):
        assert deliver(centre.centre, clock, secrets) == 0
        assert deliver(centre.centre, clock, secrets) == 0
        assert centre.ask(select(outbox.c.tries)) == 1
        for tries in (1, 2):
            clock.advance(timedelta(milliseconds=back_off(tries)))
            deliver(centre.centre, clock, secrets)
    assert centre.ask(select(outbox.c.tries)) == 3
    assert "notices" in centre.alarms()
    for secret in (EMAIL, CITIZEN.name, CITIZEN.phone, "mật khẩu", TOKEN):
        assert secret not in caplog.text
    letters.answer = "250 OK"
    clock.advance(timedelta(hours=6))
    assert deliver(centre.centre, clock, secrets) == 1


def test_an_address_that_does_not_exist_is_given_up_at_once(centre, told, letters, secrets):
    receipt = receive(told, email=True)
    centre.work()
    letters.answer = "550 no such user here"
    deliver(centre.centre, centre.clock, secrets)
    assert waiting(centre) == 0
    centre.work()
    told.sync()
    assert states(told, receipt.subject) == [
        (NoticeKind.RECEIVED, NoticeChannel.EMAIL, NoticeState.FAILED)
    ]


def test_what_the_gateway_answers_decides(centre, told, provider, secrets):
    clock = SetClock(centre.clock.now_ms())
    receive(told, sms=True)
    centre.work()
    for status in (401, 429, 500):
        provider.status = status
        assert deliver(centre.centre, clock, secrets) == 0
        assert waiting(centre) == 1
        clock.advance(timedelta(hours=1))
    provider.status = 400
    assert deliver(centre.centre, clock, secrets) == 0
    assert waiting(centre) == 0


def test_news_that_is_old_is_not_told(centre, told, provider, secrets):
    receive(told, sms=True)
    centre.work()
    provider.status = 500
    deliver(centre.centre, centre.clock, secrets)
    provider.status = 200
    late = SetClock(centre.clock.now_ms() + 4 * 86_400_000)
    assert deliver(centre.centre, late, secrets) == 0
    assert provider.taken == []
    assert waiting(centre) == 0


def test_a_letter_goes_to_no_server_that_cannot_prove_itself(centre, told, letters):
    receive(told, email=True)
    centre.work()
    assert deliver(centre.centre, centre.clock, Secrets()) == 0
    assert letters.kept == []
    assert waiting(centre) == 1


def test_two_workers_at_once_tell_a_citizen_once(centre, told, provider, secrets):
    for _ in range(3):
        receive(told, sms=True)
    centre.work()
    workers = [
        Thread(target=deliver, args=(centre.centre, SystemClock(), secrets)) for _ in range(2)
    ]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    assert len(provider.taken) == 3


def test_without_gateways_no_outbox_fills(centre, counter, secrets):
    counter.receive(submitter=CITIZEN, consents=Consents(sms=True))
    counter.sync()
    centre.work()
    assert waiting(centre) == 0
    assert deliver(centre.centre, centre.clock, secrets) == 0


def test_projecting_twice_puts_a_notice_out_once(centre, told, provider, secrets):
    receive(told, sms=True)
    entries_before = waiting(centre)
    with centre.centre.writing() as session:
        centre_entries = [Entry._make(row) for row in session.execute(select(journal))]
    centre.work()
    with centre.centre.writing() as session:
        put_out(session, centre_entries, centre.clock.now_ms())
    assert (entries_before, waiting(centre)) == (0, 1)


@pytest.mark.parametrize(
    "value",
    [
        {"email": {"host": "", "sender": "a@b"}},
        {"email": {"host": "mail", "sender": "không phải địa chỉ"}},
        {"sms": {"url": "file:///etc/passwd"}},
        {"days": 0},
        {"email": {"host": "mail", "sender": "a@b", "security": "rot13"}},
    ],
)
def test_settings_that_cannot_be_used_are_not_published(value):
    with pytest.raises(BadSetting):
        settings.check("notices", value)


def test_every_kind_has_a_short_text_of_one_message():
    filled = {
        "number": "000.00.14.H35-261120-0118",
        "due": "16:30 20/11/2026",
        "lookup": "4827",
        "phone": "0213 3876 337",
        "procedure": "",
        "agency": "",
        "centre": "",
    }
    assert {one.kind for one in notice_texts()} == set(NoticeKind)
    for kind in NoticeKind:
        text = text_of(kind, local_day(SystemClock().now_ms()))
        assert text.short.format(**filled).isascii()
        assert len(text.short.format(**filled)) <= 160
        text.long.format(**filled)


def test_message_ids_are_of_the_senders_domain():
    gateway = MailGateway("mail", "tthcc@laichau.example.vn")
    assert message_id(gateway, UUID(int=1)).endswith("@laichau.example.vn>")

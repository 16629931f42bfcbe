"""The ways out of the centre: e-mail through SMTP, short messages through a provider's address."""

from __future__ import annotations

import json
import os
import smtplib
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import formatdate
from http.client import HTTPException
from typing import Final
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen
from uuid import UUID

from counter_app.centre.notice_texts import Message
from counter_app.domain.notices import (
    HttpGateway,
    MailGateway,
    NoticeChannel,
    NoticeRules,
    Security,
)
from counter_app.errors import CounterError

PATIENCE_SECONDS: Final = 20.0
SMTP_PASSWORD: Final = "COUNTER_SMTP_PASSWORD"
SMS_TOKEN: Final = "COUNTER_SMS_TOKEN"
ZALO_TOKEN: Final = "COUNTER_ZALO_TOKEN"
_LATER: Final = frozenset({401, 403, 408, 425, 429})
"""Answers 4xx that say nothing of the address."""


@dataclass(eq=False)
class NoticeNotSent(CounterError):
    """the notice could not be sent now: {code}"""

    code: str
    temporary = True


@dataclass(eq=False)
class NoticeRefused(CounterError):
    """the notice was refused for good: {code}"""

    code: str


@dataclass(frozen=True)
class Secrets:
    """What proves the centre to its gateways; never a setting, because every counter reads those.

    `authorities` are the certificates trusted, the system's own by default.
    """

    smtp_password: str = ""
    tokens: Mapping[NoticeChannel, str] | None = None
    authorities: ssl.SSLContext | None = None

    @classmethod
    def from_environment(cls) -> Secrets:
        """Return the secrets that this machine was given."""
        tokens = {
            NoticeChannel.SMS: os.environ.get(SMS_TOKEN, ""),
            NoticeChannel.ZALO: os.environ.get(ZALO_TOKEN, ""),
        }
        return cls(os.environ.get(SMTP_PASSWORD, ""), tokens)

    @property
    def trusted(self) -> ssl.SSLContext:
        """How certificates are checked."""
        return self.authorities or ssl.create_default_context()


def gateway_of(
    rules: NoticeRules, channel: NoticeChannel, secrets: Secrets
) -> Callable[[Message, UUID], None]:
    """Return what sends by a way. Each call may raise NoticeNotSent, NoticeRefused."""
    if channel is NoticeChannel.EMAIL:
        mail = rules.email
        return _closed if mail is None else lambda told, id_: _mail(mail, secrets, told, id_)
    http = rules.sms if channel is NoticeChannel.SMS else rules.zalo
    token = (secrets.tokens or {}).get(channel, "")
    if http is None:
        return _closed
    return lambda told, id_: _post(http, token, secrets, told, id_)


def message_id(gateway: MailGateway, id_: UUID) -> str:
    """Return the Message-ID of a notice: the same for every try, by which servers know it."""
    return f"<{id_}@{gateway.sender.rpartition('@')[2]}>"


def _closed(_told: Message, _id: UUID) -> None:
    raise NoticeNotSent("not in use")


def _mail(gateway: MailGateway, secrets: Secrets, told: Message, id_: UUID) -> None:
    try:
        letter = _letter(gateway, told, id_)
    except ValueError as error:
        raise NoticeRefused("address") from error
    try:
        with _smtp(gateway, secrets) as server:
            if gateway.login:
                server.login(gateway.login, secrets.smtp_password)
            server.send_message(letter)
    except smtplib.SMTPRecipientsRefused as error:
        codes = [code for code, _ in error.recipients.values()]
        raise _by_code(codes[0] if codes else 0) from error
    except smtplib.SMTPAuthenticationError as error:
        raise NoticeNotSent(f"login {error.smtp_code}") from error
    except smtplib.SMTPDataError as error:
        raise _by_code(error.smtp_code) from error
    except (smtplib.SMTPException, OSError) as error:
        raise NoticeNotSent(type(error).__name__) from error


def _smtp(gateway: MailGateway, secrets: Secrets) -> smtplib.SMTP:
    if gateway.security is Security.TLS:
        return smtplib.SMTP_SSL(
            gateway.host, gateway.port, timeout=PATIENCE_SECONDS, context=secrets.trusted
        )
    server = smtplib.SMTP(gateway.host, gateway.port, timeout=PATIENCE_SECONDS)
    if gateway.security is Security.STARTTLS:
        try:
            server.starttls(context=secrets.trusted)
        except (smtplib.SMTPException, OSError):
            server.close()
            raise
    return server


def _letter(gateway: MailGateway, told: Message, id_: UUID) -> EmailMessage:
    letter = EmailMessage()
    letter["Message-ID"] = message_id(gateway, id_)
    letter["Date"] = formatdate(localtime=True)
    letter["From"] = Address(gateway.sender_name, addr_spec=gateway.sender)
    letter["To"] = Address(addr_spec=told.to)
    letter["Subject"] = told.subject
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(told.body)
    return letter


def _by_code(code: int) -> CounterError:
    return NoticeRefused(str(code)) if 500 <= code < 600 else NoticeNotSent(str(code))


def _post(gateway: HttpGateway, token: str, secrets: Secrets, told: Message, id_: UUID) -> None:
    fields = {
        field.name: field.value.replace("{to}", told.to)
        .replace("{id}", str(id_))
        .replace("{text}", told.body)
        for field in gateway.fields
    }
    data = json.dumps(fields, ensure_ascii=False) if gateway.as_json else urlencode(fields)
    kind = "application/json" if gateway.as_json else "application/x-www-form-urlencoded"
    headers = {"Content-Type": f"{kind}; charset=utf-8", "Idempotency-Key": str(id_)}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    request = Request(gateway.url, data.encode(), headers, method="POST")
    context = secrets.trusted if gateway.url.startswith("https:") else None
    try:
        with urlopen(request, timeout=PATIENCE_SECONDS, context=context):
            return
    except HTTPError as error:
        if 400 <= error.code < 500 and error.code not in _LATER:
            raise NoticeRefused(str(error.code)) from error
        raise NoticeNotSent(str(error.code)) from error
    except (OSError, HTTPException, ValueError) as error:  # a token that is no header, for one
        raise NoticeNotSent(type(error).__name__) from error

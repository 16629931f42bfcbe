"""Notices to citizens: what is told, by which way, and what a centre needs to send them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import urlsplit

from counter_app.domain.dossier import Consents


class NoticeKind(StrEnum):
    """What a citizen is told."""

    RECEIVED = "received"
    SUPPLEMENT = "supplement"
    FEE = "fee"
    RESULT = "result"
    APOLOGY = "apology"


class NoticeChannel(StrEnum):
    """The way a notice takes; the citizen agreed to each."""

    EMAIL = "email"
    SMS = "sms"
    ZALO = "zalo"


class NoticeState(StrEnum):
    """How far a notice came."""

    WAITING = "waiting"
    SENT = "sent"
    """Handed to the mail server or the gateway, which answer for it from there."""
    FAILED = "failed"
    """Refused for good, as where there is no such address."""
    EXPIRED = "expired"
    """Could not be sent while it was news."""


class Security(StrEnum):
    """How the line to a mail server is guarded."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"
    """For a mail server on the same machine."""


@dataclass(frozen=True, slots=True)
class MailGateway:
    """A mail server. Its password is no setting: every counter reads those."""

    host: str
    sender: str
    port: int = 587
    security: Security = Security.STARTTLS
    login: str = ""
    sender_name: str = ""


@dataclass(frozen=True, slots=True)
class GatewayField:
    """A field of a request; {to}, {text} and {id} in its value are filled in."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class HttpGateway:
    """A provider's address for short messages, called with POST.

    `as_json` tells whether the fields travel as JSON or as a form. The provider's token is no
    setting: it goes as a bearer token.
    """

    url: str
    fields: tuple[GatewayField, ...] = (
        GatewayField("to", "{to}"),
        GatewayField("text", "{text}"),
        GatewayField("id", "{id}"),
    )
    as_json: bool = True


@dataclass(frozen=True, slots=True)
class NoticeRules:
    """What a centre sends by: its setting "notices". A way that is None is not used.

    `days` is how long a notice is tried before it is no news any more.
    """

    email: MailGateway | None = None
    sms: HttpGateway | None = None
    zalo: HttpGateway | None = None
    days: int = 3

    def check(self) -> None:
        """Raise ValueError where something cannot be used."""
        if self.email is not None and ("@" not in self.email.sender or not self.email.host):
            raise ValueError("email: sender and host")
        for gateway in (self.sms, self.zalo):
            if gateway is not None and urlsplit(gateway.url).scheme not in {"http", "https"}:
                raise ValueError("url: http or https")
        if self.days < 1:
            raise ValueError("days")

    def uses(self, channel: NoticeChannel) -> bool:
        """Tell whether the centre sends that way."""
        return getattr(self, channel.value) is not None


_FIRST_WAIT_MS: Final = 60_000
_LONGEST_WAIT_MS: Final = 6 * 3_600_000


def back_off(tries: int) -> int:
    """Return how long to wait after that many tries in vain, in ms: a minute, doubled to 6 h."""
    return int(min(_FIRST_WAIT_MS * 2 ** min(tries - 1, 20), _LONGEST_WAIT_MS))


def agreed(consents: Consents) -> tuple[NoticeChannel, ...]:
    """Return the ways the citizen agreed to."""
    return tuple(channel for channel in NoticeChannel if getattr(consents, channel.value))

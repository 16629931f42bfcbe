"""What the citizen is told of and by which way, and how far each notice came, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from counter_app.domain.dossier import Consents
from counter_app.domain.notices import NoticeChannel, NoticeKind, NoticeState, agreed
from counter_app.store.notices import NoticeRow
from ui.moments import full_moment


def agreed_words(consents: Consents) -> str:
    """Return the ways the citizen agreed to."""
    return ", ".join(_way(channel) for channel in agreed(consents))


def notice_words(row: NoticeRow) -> str:
    """Return one notice, such as "Result · SMS · sent 21/11/2026 09:12"."""
    translate = QCoreApplication.translate
    kind = {
        NoticeKind.RECEIVED: translate("Notices", "Received"),
        NoticeKind.SUPPLEMENT: translate("Notices", "Papers wanted"),
        NoticeKind.FEE: translate("Notices", "Payment wanted"),
        NoticeKind.RESULT: translate("Notices", "Result is here"),
        NoticeKind.APOLOGY: translate("Notices", "Apology"),
    }[row.kind]
    state = {
        NoticeState.WAITING: translate("Notices", "waits at the centre"),
        NoticeState.SENT: translate("Notices", "sent"),
        NoticeState.FAILED: translate("Notices", "could not be delivered"),
        NoticeState.EXPIRED: translate("Notices", "not sent in time"),
    }[row.state]
    moment = "" if row.told_at is None else full_moment(row.told_at)
    return " · ".join(
        part for part in (kind, _way(row.channel), f"{state} {moment}".strip()) if part
    )


def _way(channel: NoticeChannel) -> str:
    return {
        NoticeChannel.SMS: "SMS",
        NoticeChannel.EMAIL: QCoreApplication.translate("Notices", "E-mail"),
        NoticeChannel.ZALO: "Zalo",
    }[channel]

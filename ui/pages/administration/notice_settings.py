"""The form in which a centre says how citizens are told: by mail, SMS or Zalo."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from counter_app.domain.notices import Security
from ui.pages.administration.setting_fields import FieldKind, SettingField, SettingForm


def notices_form() -> SettingForm:
    """Return the form; a way that is switched off has no fields."""
    translate = QCoreApplication.translate
    guards: tuple[tuple[object, str], ...] = (
        (Security.STARTTLS.value, "STARTTLS"),
        (Security.TLS.value, "TLS"),
        (Security.NONE.value, translate("SettingForms", "none, the same machine")),
    )
    email = (
        (
            SettingField(
                "email.host",
                translate("SettingForms", "Mail server"),
                required=True,
                stretch=2,
            ),
            SettingField(
                "email.port",
                translate("SettingForms", "Port"),
                FieldKind.NUMBER,
                least=1,
                most=65_535,
                unset=587,
            ),
            SettingField(
                "email.security",
                translate("SettingForms", "Line"),
                FieldKind.CHOICE,
                choices=guards,
                unset=Security.STARTTLS.value,
                stretch=2,
            ),
        ),
        (
            SettingField(
                "email.sender",
                translate("SettingForms", "Sender's address"),
                required=True,
                check=_mail_fault,
            ),
            SettingField("email.sender_name", translate("SettingForms", "Sender's name")),
        ),
        (SettingField("email.login", translate("SettingForms", "Login at the server")),),
    )
    return SettingForm(
        "notices",
        translate("SettingForms", "Notices to citizens"),
        (
            (_switch("email", translate("SettingForms", "By e-mail")),),
            *email,
            (_switch("sms", translate("SettingForms", "By SMS")),),
            *_gateway("sms"),
            (_switch("zalo", translate("SettingForms", "By Zalo")),),
            *_gateway("zalo"),
            (
                SettingField(
                    "days",
                    translate("SettingForms", "Tried for"),
                    FieldKind.NUMBER,
                    unit=translate("SettingForms", "days"),
                    least=1,
                    most=30,
                    unset=3,
                ),
            ),
        ),
        translate(
            "SettingForms", "Passwords and tokens stand where the centre's worker runs, never here."
        ),
    )


def _switch(path: str, label: str) -> SettingField:
    return SettingField(path, label, FieldKind.TICK, unset=None)


def _gateway(part: str) -> tuple[tuple[SettingField, ...], ...]:
    translate = QCoreApplication.translate
    return (
        (
            SettingField(
                f"{part}.url",
                translate("SettingForms", "Address of the provider"),
                required=True,
                hint="https://…",
                check=_url_fault,
            ),
        ),
        (
            SettingField(
                f"{part}.fields",
                translate("SettingForms", "Fields, one a line"),
                FieldKind.PAIRS,
                unset=[],
            ),
        ),
        (
            SettingField(
                f"{part}.as_json",
                translate("SettingForms", "as JSON, else as a form"),
                FieldKind.TICK,
                unset=True,
            ),
        ),
    )


def _url_fault(typed: str) -> str:
    words = QCoreApplication.translate("SettingForms", "A link that begins with https://")
    return "" if urlsplit(typed).scheme in {"http", "https"} else words


def _mail_fault(typed: str) -> str:
    words = QCoreApplication.translate("SettingForms", "This is no e-mail address.")
    return "" if re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", typed) else words

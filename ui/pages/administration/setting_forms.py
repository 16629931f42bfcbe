"""Every setting of the centre that is typed in a form. Who adds a setting adds its form here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from counter_app.domain.deadlines import ClosedIntake, Comparison, PausePolicy, ResultTime
from counter_app.domain.retention import FEWEST_YEARS, MOST_YEARS
from counter_app.domain.vietqr import Target
from ui.pages.administration.notice_settings import notices_form
from ui.pages.administration.setting_fields import FieldKind, SettingField, SettingForm

_BIN = re.compile(r"\d{6}", re.ASCII)
_ACCOUNT = re.compile(r"[0-9A-Za-z]{1,19}", re.ASCII)


def setting_forms() -> Mapping[str, SettingForm]:
    """Return the forms by key, in the order in which a centre is set up."""
    forms = (
        _centre(),
        _letterhead(),
        _bank_account(),
        _deadline_rules(),
        _pause_policy(),
        _fees(),
        _closing(),
        _posting(),
        _retention(),
        notices_form(),
    )
    return MappingProxyType({form.key: form for form in forms})


def policy_choices() -> tuple[tuple[object, str], ...]:
    """Return what a pause may do to the due date."""
    translate = QCoreApplication.translate
    return (
        (PausePolicy.ADD_WORKING_DAYS.value, translate("SettingForms", "add its working days")),
        (PausePolicy.ADD_ELAPSED.value, translate("SettingForms", "add its calendar days")),
        (PausePolicy.START_AGAIN.value, translate("SettingForms", "count the whole term again")),
    )


def pause_rows(prefix: str = "") -> tuple[tuple[SettingField, ...], ...]:
    """Return the three choices of what a pause does, "" for what the rules say."""
    translate = QCoreApplication.translate
    usual: tuple[object, str] = ("", translate("SettingForms", "as the deadline rules say"))
    choices = (usual, *policy_choices())
    words = {
        "supplement": translate("SettingForms", "Waiting for papers"),
        "payment": translate("SettingForms", "Waiting for payment"),
        "stop": translate("SettingForms", "Stopped"),
    }
    return tuple(
        (SettingField(f"{prefix}{kind}", word, FieldKind.CHOICE, choices=choices),)
        for kind, word in words.items()
    )


def _centre() -> SettingForm:
    translate = QCoreApplication.translate
    name = SettingField("name", translate("SettingForms", "Name of the centre"), required=True)
    about = translate("SettingForms", "Stands in letters, lists and notices.")
    return SettingForm("centre", translate("SettingForms", "The centre"), ((name,),), about)


def _letterhead() -> SettingForm:
    translate = QCoreApplication.translate
    return SettingForm(
        "letterhead",
        translate("SettingForms", "Letterhead"),
        (
            (
                SettingField(
                    "superior",
                    translate("SettingForms", "Superior body"),
                    required=True,
                    hint="UBND TỈNH LAI CHÂU",
                ),
            ),
            (
                SettingField(
                    "office",
                    translate("SettingForms", "Office"),
                    required=True,
                    hint="TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
                ),
            ),
            (
                SettingField(
                    "place", translate("SettingForms", "Place before the date"), required=True
                ),
                SettingField("phone", translate("SettingForms", "Phone")),
            ),
            (SettingField("website", translate("SettingForms", "Website")),),
        ),
        translate("SettingForms", "Stands at the top of every paper."),
    )


def _bank_account() -> SettingForm:
    translate = QCoreApplication.translate
    targets: tuple[tuple[object, str], ...] = (
        (Target.ACCOUNT.value, translate("SettingForms", "account number")),
        (Target.CARD.value, translate("SettingForms", "card number")),
    )
    return SettingForm(
        "bank_account",
        translate("SettingForms", "Bank account"),
        (
            (
                SettingField(
                    "bank",
                    translate("SettingForms", "BIN of the bank"),
                    required=True,
                    hint="970436",
                    check=_bin_fault,
                ),
                SettingField("bank_name", translate("SettingForms", "Bank"), stretch=2),
            ),
            (
                SettingField(
                    "account",
                    translate("SettingForms", "Number"),
                    required=True,
                    check=_account_fault,
                    stretch=2,
                ),
                SettingField(
                    "target",
                    translate("SettingForms", "This is the"),
                    FieldKind.CHOICE,
                    choices=targets,
                    unset=Target.ACCOUNT.value,
                ),
            ),
            (SettingField("holder", translate("SettingForms", "Holder, as it is shown")),),
        ),
        translate("SettingForms", "Transfers go there; VietQR codes are made of it."),
        by_agency=True,
    )


def _deadline_rules() -> SettingForm:
    translate = QCoreApplication.translate
    result_times: tuple[tuple[object, str], ...] = (
        (ResultTime.END_OF_DAY.value, translate("SettingForms", "at closing time")),
        (ResultTime.HALF_DAY.value, translate("SettingForms", "at the end of the half day")),
        (ResultTime.HOUR_EXACT.value, translate("SettingForms", "at the minute of the intake")),
    )
    intakes: tuple[tuple[object, str], ...] = (
        (ClosedIntake.SAME_DAY.value, translate("SettingForms", "received on that day")),
        (ClosedIntake.NEXT_OPENING.value, translate("SettingForms", "received at next opening")),
    )
    comparisons: tuple[tuple[object, str], ...] = (
        (Comparison.BY_DATE.value, translate("SettingForms", "by the day")),
        (Comparison.BY_TIMESTAMP.value, translate("SettingForms", "by the minute")),
    )
    choice = FieldKind.CHOICE
    return SettingForm(
        "deadline_rules",
        translate("SettingForms", "Deadline rules"),
        (
            (
                SettingField(
                    "result_time",
                    translate("SettingForms", "Result promised"),
                    choice,
                    choices=result_times,
                    unset=ResultTime.END_OF_DAY.value,
                ),
            ),
            (
                SettingField(
                    "closed_intake",
                    translate("SettingForms", "Taken in after closing"),
                    choice,
                    choices=intakes,
                    unset=ClosedIntake.SAME_DAY.value,
                ),
                SettingField(
                    "comparison",
                    translate("SettingForms", "Late is told"),
                    choice,
                    choices=comparisons,
                    unset=Comparison.BY_DATE.value,
                ),
            ),
            (
                SettingField(
                    "supplement_policy",
                    translate("SettingForms", "Waiting for papers"),
                    choice,
                    choices=policy_choices(),
                    unset=PausePolicy.START_AGAIN.value,
                ),
            ),
            (
                SettingField(
                    "pause_policy",
                    translate("SettingForms", "Waiting for payment, stopped"),
                    choice,
                    choices=policy_choices(),
                    unset=PausePolicy.ADD_WORKING_DAYS.value,
                ),
            ),
            (
                _number("round_up_minutes", translate("SettingForms", "Round up to"), 0, 60, 0),
                _number("hours_per_day", translate("SettingForms", "A day has"), 1, 24, 8, "h"),
                _number("due_soon_hours", translate("SettingForms", "Due soon"), 0, 720, 24, "h"),
            ),
            (
                SettingField(
                    "calendar_days_skip_holidays",
                    translate("SettingForms", "Terms in calendar days skip holidays"),
                    FieldKind.TICK,
                    unset=False,
                ),
            ),
        ),
        translate("SettingForms", "How due dates are counted. Dates already printed stay."),
        whole=True,
    )


def _number(
    path: str, label: str, least: int, most: int, unset: int, unit: str = ""
) -> SettingField:
    minutes = QCoreApplication.translate("SettingForms", "min")
    return SettingField(
        path,
        label,
        FieldKind.NUMBER,
        unit=unit or minutes,
        least=least,
        most=most,
        unset=unset,
    )


def _pause_policy() -> SettingForm:
    translate = QCoreApplication.translate
    about = translate(
        "SettingForms", "What a pause does to the due date; procedures may say otherwise."
    )
    name = translate("SettingForms", "Pauses")
    return SettingForm("pause_policy", name, pause_rows(), about)


def _fees() -> SettingForm:
    translate = QCoreApplication.translate
    words = translate("SettingForms", "Results may go out though money is owed")
    tick = SettingField("return_unpaid", words, FieldKind.TICK, unset=False)
    return SettingForm("fees", translate("SettingForms", "Fees"), ((tick,),))


def _closing() -> SettingForm:
    translate = QCoreApplication.translate
    limit = SettingField(
        "cash_limit",
        translate("SettingForms", "A supervisor agrees to differences above"),
        FieldKind.NUMBER,
        unit="đ",
        unset=0,
    )
    approval = SettingField(
        "approval",
        translate("SettingForms", "A supervisor agrees to every close"),
        FieldKind.TICK,
        unset=False,
    )
    return SettingForm(
        "closing", translate("SettingForms", "Close of the day"), ((limit,), (approval,))
    )


def _posting() -> SettingForm:
    translate = QCoreApplication.translate
    link = SettingField(
        "link",
        translate("SettingForms", "Link behind the QR code"),
        required=True,
        hint="https://…?ma={code}",
        check=_link_fault,
    )
    about = translate("SettingForms", "{code} becomes the code of the procedure.")
    return SettingForm("posting", translate("SettingForms", "Posting"), ((link,),), about)


def _retention() -> SettingForm:
    translate = QCoreApplication.translate
    years = SettingField(
        "years",
        translate("SettingForms", "A counter keeps dossiers that ended in the last"),
        FieldKind.NUMBER,
        unit=translate("SettingForms", "years"),
        least=FEWEST_YEARS,
        most=MOST_YEARS,
        required=True,
    )
    about = translate("SettingForms", "The centre keeps all. Left out, counters do too.")
    return SettingForm("retention", translate("SettingForms", "Retention"), ((years,),), about)


def _bin_fault(typed: str) -> str:
    words = QCoreApplication.translate("SettingForms", "Six digits, such as 970436.")
    return "" if _BIN.fullmatch(typed) else words


def _account_fault(typed: str) -> str:
    words = QCoreApplication.translate("SettingForms", "At most 19 letters and digits.")
    return "" if _ACCOUNT.fullmatch(typed) else words


def _link_fault(typed: str) -> str:
    good = "{code}" in typed and urlsplit(typed).scheme in {"http", "https"}
    words = QCoreApplication.translate("SettingForms", "A link with {code} in it.")
    return "" if good else words


def said(form: SettingForm, record: Mapping[str, Any]) -> str:
    """Return a record in a line, as the fields say it."""
    values = form.values_of(record)
    told = []
    for one in form.fields():
        value = values[one.path]
        if one.kind is FieldKind.TICK:
            told += [one.label] if value else []
        elif one.kind is FieldKind.CHOICE:
            told += [words for key, words in one.choices if key == value and key]
        elif value:
            told.append(f"{value} {one.unit}".strip())
    return " · ".join(told)

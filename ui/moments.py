"""Moments, days and ages as officers read them; instants come as ms UTC."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from counter_app.clock import local

_MINUTE = 60_000
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR


def short_moment(ms: int, now_ms: int) -> str:
    """Return "21/11 09:12", with the year where it is not this one."""
    moment = local(ms)
    return f"{moment:%d/%m %H:%M}" if moment.year == local(now_ms).year else full_moment(ms)


def short_day(ms: int, now_ms: int) -> str:
    """Return "21/11", with the year where it is not this one."""
    moment = local(ms)
    return f"{moment:%d/%m}" if moment.year == local(now_ms).year else f"{moment:%d/%m/%Y}"


def full_moment(ms: int) -> str:
    """Return "21/11/2026 09:12"."""
    return f"{local(ms):%d/%m/%Y %H:%M}"


def long_moment(ms: int) -> str:
    """Return "16:30 Friday 19/02/2021"."""
    moment = local(ms)
    return f"{moment:%H:%M} {weekday_words(moment.date())} {moment:%d/%m/%Y}"


def weekday_words(day: date) -> str:
    """Return the name of the weekday."""
    translate = QCoreApplication.translate
    return (
        translate("Moments", "Monday"),
        translate("Moments", "Tuesday"),
        translate("Moments", "Wednesday"),
        translate("Moments", "Thursday"),
        translate("Moments", "Friday"),
        translate("Moments", "Saturday"),
        translate("Moments", "Sunday"),
    )[day.weekday()]


def short_weekday(day: date) -> str:
    """Return the weekday in two letters."""
    translate = QCoreApplication.translate
    return (
        translate("Moments", "Mo"),
        translate("Moments", "Tu"),
        translate("Moments", "We"),
        translate("Moments", "Th"),
        translate("Moments", "Fr"),
        translate("Moments", "Sa"),
        translate("Moments", "Su"),
    )[day.weekday()]


def age_words(ms: int, now_ms: int) -> str:
    """Return how long ago `ms` was: "35 minutes", "2 hours", "3 days"; at least a minute."""
    translate = QCoreApplication.translate
    age = max(now_ms - ms, _MINUTE)
    days, hours, minutes = age // _DAY, age // _HOUR, age // _MINUTE
    if days:
        return translate("Moments", "%n day(s)", "", days)
    if hours:
        return translate("Moments", "%n hour(s)", "", hours)
    return translate("Moments", "%n minute(s)", "", minutes)

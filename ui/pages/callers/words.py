"""Visits, opinions and lists of people in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication

from counter_app.exchange.people import Fault, PersonProblem
from counter_app.store.callers import FeedbackRow, VisitRow
from counter_app.usecases.alike import LeftOut, OpenAlready
from counter_app.usecases.callers import FeedbackKind, Place
from ui.errors import describe
from ui.models.table import Column
from ui.moments import short_moment
from ui.notice import Kind
from ui.opinion_words import opinion_kind_words
from ui.pages.callers.shown import AbsentLine, Shown

Left = PersonProblem | LeftOut | OpenAlready


def place_words(place: Place) -> str:
    """Return where somebody was received."""
    translate = QCoreApplication.translate
    return {
        Place.BUSINESS_DESK: translate("Callers", "Business desk"),
        Place.COUNTER: translate("Callers", "Counter"),
    }[place]


def visit_columns() -> list[Column[VisitRow]]:
    """Return the columns of the visits of a day."""
    translate = QCoreApplication.translate
    return [
        Column(
            translate("Callers", "At"),
            lambda row: short_moment(row.visited_at, row.visited_at)[-5:],
            width=64,
        ),
        Column(translate("Callers", "Topic"), lambda row: row.topic),
        Column(translate("Callers", "Who"), lambda row: row.organisation or row.name, width=180),
        Column(
            translate("Callers", "Minutes"),
            lambda row: str(row.minutes) if row.minutes else "",
            width=80,
            right=True,
        ),
    ]


def opinion_columns(today: date, number: Callable[[FeedbackRow], str]) -> list[Column[FeedbackRow]]:
    """Return the columns of opinions; `number` tells that of the dossier one is about, or ""."""
    translate = QCoreApplication.translate
    return [
        Column(
            translate("Callers", "Kind"),
            lambda row: opinion_kind_words(row.kind),
            width=112,
        ),
        Column(translate("Callers", "What was said"), lambda row: row.words),
        Column(
            translate("Callers", "Dossier"),
            lambda row: number(row).split("-", 1)[-1],
            width=114,
            number=True,
            tip=number,
        ),
        Column(
            translate("Callers", "Answer"),
            lambda _: "",
            width=148,
            badge=lambda row: answer_badge(row, today),
        ),
    ]


def answer_badge(row: FeedbackRow, today: date) -> tuple[Kind, str, str]:
    """Return whether an opinion was answered, and whether it is late."""
    translate = QCoreApplication.translate
    if row.answered_at is not None:
        return Kind.GOOD, translate("Callers", "answered"), "check"
    if row.kind == FeedbackKind.PRAISE:
        return Kind.QUIET, translate("Callers", "none needed"), "star"
    if row.answer_by is None:
        return Kind.WARN, translate("Callers", "to answer"), "hourglass"
    if row.answer_by < today:
        return Kind.BAD, translate("Callers", "overdue"), "alert-circle"
    return Kind.WARN, f"{row.answer_by:%d/%m/%Y}", "hourglass"


def absent_columns() -> list[Column[AbsentLine]]:
    """Return the columns of officers with unfinished dossiers."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Callers", "Officer"), lambda line: line.name),
        Column(
            translate("Callers", "Unfinished dossiers"),
            lambda line: str(line.unfinished),
            width=160,
            right=True,
        ),
    ]


def left_columns() -> list[Column[Left]]:
    """Return the columns of lines that became no dossier."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Callers", "Row"), lambda one: str(one.row), width=72, right=True),
        Column(translate("Callers", "Why no dossier was made"), left_words),
    ]


def left_words(one: Left) -> str:
    """Return why a line became no dossier."""
    translate = QCoreApplication.translate
    if isinstance(one, LeftOut):
        return describe(one.error)
    if isinstance(one, OpenAlready):
        return translate("Callers", "taken in before as {number}").format(number=one.number)
    fault = {
        Fault.MISSING: translate("Callers", "nothing is there"),
        Fault.BAD_DAY: translate("Callers", "not a day"),
        Fault.UNKNOWN_WORD: translate("Callers", "a word this column does not take"),
        Fault.TOO_LONG: translate("Callers", "too long"),
    }[one.fault]
    return ": ".join(part for part in (one.column, fault, one.found) if part)


def left_of(shown: Shown) -> list[Left]:
    """Return every line of the list that is no dossier, in its order."""
    left: list[Left] = [] if shown.listed is None else [*shown.listed.file.problems]
    if shown.done is not None:
        left += [*shown.done.left_out, *shown.done.open_already]
    return sorted(left, key=lambda one: one.row)

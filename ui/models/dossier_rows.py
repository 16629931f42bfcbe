"""Dossiers as lists show them: on the screen, and in a file for a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.dossier_words import masked, state_badge
from ui.due_words import DueWords, dossier_due_words
from ui.models.table import Column
from ui.moments import full_moment, short_day, short_moment
from ui.notice import Kind

if TYPE_CHECKING:
    from counter_app.store.dossiers import DossierRow
    from counter_app.store.outbox import Reach


ROOMY = 1280
"""From this width of a page on, in pixels at 100 %, the last column has its place too."""


@dataclass(frozen=True, slots=True)
class DossierLine:
    """A dossier's row in the words of one moment. `at_centre` is proved, never guessed."""

    row: DossierRow
    agency_name: str
    due: DueWords
    due_day: str
    received: str
    at_centre: bool


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What rows need to be told: the moment, and how far the journal arrived."""

    now_ms: int
    reach: Reach
    agencies: Mapping[str, str]


def told(rows: Sequence[DossierRow], around: Surroundings) -> tuple[DossierLine, ...]:
    """Return the rows in words."""
    return tuple(
        DossierLine(
            row,
            around.agencies.get(row.agency_code, row.agency_code),
            dossier_due_words(row.state, around.now_ms, row.due_at),
            "" if row.due_at is None else short_day(row.due_at, around.now_ms),
            short_moment(row.received_at, around.now_ms),
            around.reach.holds(row.stream_id, row.seq),
        )
        for row in rows
    )


def dossier_columns(*, sortable: bool = True) -> list[Column[DossierLine]]:
    """Return the columns of a list of dossiers; the last one can give way on narrow screens."""
    translate = QCoreApplication.translate
    return [
        Column(
            "",
            where_words,
            width=44,
            badge=lambda line: (
                (Kind.GOOD, "", "cloud-check")
                if line.at_centre
                else (Kind.QUIET, "", "device-floppy")
            ),
        ),
        Column(
            translate("DossierList", "Dossier number"),
            lambda line: line.row.number,
            key="received" if sortable else "",
            width=228,
            number=True,
        ),
        Column(translate("DossierList", "Owner"), lambda line: line.row.owner_name),
        Column(
            translate("DossierList", "Identity number"),
            lambda line: masked(line.row.identity_number),
            width=118,
        ),
        Column(
            translate("DossierList", "Procedure"),
            lambda line: line.row.procedure_name,
            tip=lambda line: f"{line.row.procedure_code} · {line.row.procedure_name}",
        ),
        Column(
            translate("DossierList", "State"),
            lambda line: state_badge(line.row.state)[1],
            width=148,
            badge=line_badge,
            tip=lambda line: ", ".join((state_badge(line.row.state)[1], *attention_words(line))),
        ),
        Column(
            translate("DossierList", "Due"),
            lambda line: line.due.text,
            width=204,
            badge=lambda line: line.due.badge,
            quiet=lambda line: line.due_day,
            tip=lambda line: "" if line.row.due_at is None else full_moment(line.row.due_at),
        ),
        Column(
            translate("DossierList", "Received"),
            lambda line: line.received,
            width=104,
            tip=lambda line: full_moment(line.row.received_at),
        ),
    ]


def line_badge(line: DossierLine) -> tuple[Kind, str, str]:
    """Return the badge of a row: what a person must look at first, else the dossier's state."""
    needs = attention_words(line)
    return (Kind.BAD, needs[0], "alert-circle") if needs else state_badge(line.row.state)


def attention_words(line: DossierLine) -> tuple[str, ...]:
    """Return why a person must look at the dossier; () when nothing is the matter."""
    translate = QCoreApplication.translate
    return tuple(
        words
        for applies, words in (
            (line.row.conflict, translate("DossierList", "Conflict")),
            (line.row.needs_update, translate("DossierList", "Update needed")),
        )
        if applies
    )


def where_words(line: DossierLine) -> str:
    """Return where the dossier has arrived."""
    return (
        QCoreApplication.translate("DossierList", "At the centre")
        if line.at_centre
        else QCoreApplication.translate("DossierList", "On this counter's disk, not yet sent")
    )


def file_header() -> tuple[str, ...]:
    """Return the titles of the columns of a file."""
    translate = QCoreApplication.translate
    return (
        translate("DossierList", "Dossier number"),
        translate("DossierList", "State"),
        translate("DossierList", "Owner"),
        translate("DossierList", "Submitter"),
        translate("DossierList", "Identity number"),
        translate("DossierList", "Procedure code"),
        translate("DossierList", "Procedure"),
        translate("DossierList", "Agency"),
        translate("DossierList", "Received"),
        translate("DossierList", "Due"),
        translate("DossierList", "Time left"),
        translate("DossierList", "Counter"),
        translate("DossierList", "Where"),
    )


def file_cells(line: DossierLine) -> tuple[str, ...]:
    """Return a row of a file, in the order of `file_header`."""
    row = line.row
    return (
        row.number,
        state_badge(row.state)[1],
        row.owner_name,
        row.submitter_name,
        masked(row.identity_number),
        row.procedure_code,
        row.procedure_name,
        line.agency_name,
        full_moment(row.received_at),
        "" if row.due_at is None else full_moment(row.due_at),
        line.due.text,
        f"{row.seat_number:02d}",
        where_words(line),
    )

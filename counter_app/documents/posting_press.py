"""What is posted on a day, made from the catalogue that holds then."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from counter_app.documents.forms import common
from counter_app.documents.posting import Posting, board, sheets
from counter_app.domain.procedure import Procedure
from counter_app.domain.reasons import ReasonKind, Reasons
from counter_app.store import reference
from counter_app.store.engine import Session
from counter_app.usecases.intake import UnknownProcedure


def posted_sheets(session: Session, codes: Sequence[str], day: date) -> bytes:
    """Return a sheet for each procedure as PDF.

    The code on it is the link of the setting "posting", with the procedure's code filled in; the
    code alone where no link is set.

    Raises:
        UnknownProcedure, SettingMissing, NotEncodable.
    """
    settings = reference.settings(session, day)
    link = json.loads(settings.records.get("posting", "{}")).get("link", "")
    posted = []
    for code in codes:
        version = reference.current_procedure(session, code, day)
        if version is None:
            raise UnknownProcedure(code, day)
        told = link.replace("{code}", code)
        posted.append(
            Posting(
                version.procedure,
                version.agency_name,
                told,
                _let_off(version.procedure, settings.reasons()),
                _linked(session, version.procedure, day),
            )
        )
    return sheets(settings.letterhead(), day, posted)


def _let_off(procedure: Procedure, reasons: Reasons) -> tuple[tuple[str, int], ...]:
    words = common().reasons.exemption
    return tuple(
        (
            reasons.words(ReasonKind.EXEMPTION, one.reason) or words.get(one.reason, one.reason),
            one.percent,
        )
        for one in procedure.exemptions
    )


def _linked(session: Session, procedure: Procedure, day: date) -> tuple[str, ...]:
    found = ((code, reference.current_procedure(session, code, day)) for code in procedure.linked)
    return tuple(
        code if known is None else f"{code} {known.procedure.name}" for code, known in found
    )


def posted_board(session: Session, agency_code: str, day: date) -> bytes:
    """Return the list of an agency's procedures, of all agencies' for "", as PDF.

    Raises:
        SettingMissing.
    """
    names = reference.agency_names(session)
    held = reference.whole_procedures(session, day).values()
    wanted = [one for one in held if agency_code in ("", one.agency_code)]
    places = {code: place for place, code in enumerate(names)}
    wanted.sort(key=lambda one: (places.get(one.agency_code, len(places)), one.sector, one.code))
    letterhead = reference.settings(session, day).letterhead()
    return board(letterhead, day, names.get(agency_code, agency_code), wanted)

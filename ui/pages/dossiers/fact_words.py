"""The facts of a dossier as its page tells them: a word and what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from counter_app.clock import to_ms
from counter_app.domain.dossier import Party, PartyKind, Sex
from counter_app.domain.receipt import Receipt
from counter_app.store.notices import NoticeRow
from ui.dossier_words import masked
from ui.moments import long_moment
from ui.pages.dossiers.notice_words import agreed_words, notice_words
from ui.procedure_words import channel_words, fee_words, return_words, term_words

Fact = tuple[str, str]
translate = QCoreApplication.translate


def procedure_facts(receipt: Receipt) -> Iterator[Fact]:
    """Tell procedure, agency, term and the line of the register."""
    yield (
        translate("DossierView", "Procedure"),
        f"{receipt.procedure_code} · {receipt.procedure_name}",
    )
    yield translate("DossierView", "Sector"), receipt.sector
    yield translate("DossierView", "Agency"), receipt.agency_name
    yield translate("DossierView", "Term"), term_words(receipt.term)
    yield (
        translate("DossierView", "Received"),
        translate("DossierView", "{moment} · Counter {seat} · {officer}").format(
            moment=long_moment(to_ms(receipt.received_at)),
            seat=f"{receipt.seat_number:02d}",
            officer=receipt.officer_name,
        ),
    )
    if receipt.book:  # what came in online and was not taken stands in no book
        yield (
            translate("DossierView", "Register"),
            translate("DossierView", "book {book}, number {number}").format(
                book=receipt.book, number=receipt.book_number
            ),
        )
    yield translate("DossierView", "Look-up code"), receipt.lookup_code


def people_facts(receipt: Receipt, *, unmasked: bool) -> Iterator[Fact]:
    """Tell who handed in and whose it is; identity numbers masked unless they are shown."""
    both = receipt.owner == receipt.submitter
    who = (
        translate("DossierView", "Submitter, owner")
        if both
        else translate("DossierView", "Submitter")
    )
    yield who, receipt.submitter.name
    yield from _party_facts(receipt.submitter, unmasked=unmasked)
    yield translate("DossierView", "Authorisation"), receipt.authorisation
    if not both:
        yield translate("DossierView", "Owner"), receipt.owner.name
        yield from _party_facts(receipt.owner, unmasked=unmasked)


def _party_facts(party: Party, *, unmasked: bool) -> Iterator[Fact]:
    person = party.kind is PartyKind.PERSON
    number = (
        translate("DossierView", "Identity number")
        if person
        else translate("DossierView", "Tax code")
    )
    yield number, party.identity_number if unmasked else masked(party.identity_number)
    old = party.old_identity_number
    yield translate("DossierView", "Old number"), old if unmasked else masked(old)
    yield translate("DossierView", "Born"), _born(party)
    yield translate("DossierView", "Representative"), party.representative
    yield translate("DossierView", "Address"), party.address
    yield translate("DossierView", "Phone"), party.phone
    yield translate("DossierView", "E-mail"), party.email


def way_facts(receipt: Receipt, notices: Sequence[NoticeRow]) -> Iterator[Fact]:
    """Tell how it came in and goes out, what it costs, and what the citizen was told."""
    yield translate("DossierView", "Came in by"), channel_words(receipt.channel)
    yield translate("DossierView", "Sets"), str(receipt.sets)
    way = (return_words(receipt.return_way), receipt.return_address)
    yield translate("DossierView", "Result returned"), " · ".join(part for part in way if part)
    yield translate("DossierView", "Notices"), agreed_words(receipt.consents)
    yield translate("DossierView", "Told"), "\n".join(notice_words(one) for one in notices)
    yield (
        translate("DossierView", "Fees"),
        "\n".join(fee_words(fee) for fee in receipt.fees)
        or (translate("DossierView", "free of charge") if receipt.free else ""),
    )
    yield translate("DossierView", "Summary"), receipt.summary
    yield translate("DossierView", "Note"), receipt.note


def _born(party: Party) -> str:
    sex = {
        Sex.MALE: translate("DossierView", "male"),
        Sex.FEMALE: translate("DossierView", "female"),
        None: "",
    }[party.sex]
    day = f"{party.born_on:%d/%m/%Y}" if party.born_on else ""
    return " · ".join(part for part in (day, sex) if part)

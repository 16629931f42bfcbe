"""Who somebody is: identity numbers and cards, tax codes, telephone numbers, addresses."""

from counter_app.domain.identity.card import (
    BadCardCode,
    CardFault,
    CardKind,
    IdentityCard,
    looks_like_card,
    parse_card_qr,
    party_of,
)
from counter_app.domain.identity.contacts import (
    BadEmail,
    BadPhone,
    PhoneFault,
    check_email,
    phone_e164,
    phone_shown,
    phones_e164,
)
from counter_app.domain.identity.numbers import (
    BadIdentityNumber,
    IdentityDoubt,
    IdentityNumberKind,
    NumberFault,
    birth_province,
    check_identity_number,
    check_personal_number,
    compact_number,
)
from counter_app.domain.identity.tax import BadTaxCode, check_tax_code

__all__ = [
    "BadCardCode",
    "BadEmail",
    "BadIdentityNumber",
    "BadPhone",
    "BadTaxCode",
    "CardFault",
    "CardKind",
    "IdentityCard",
    "IdentityDoubt",
    "IdentityNumberKind",
    "NumberFault",
    "PhoneFault",
    "birth_province",
    "check_email",
    "check_identity_number",
    "check_personal_number",
    "check_tax_code",
    "compact_number",
    "looks_like_card",
    "parse_card_qr",
    "party_of",
    "phone_e164",
    "phone_shown",
    "phones_e164",
]

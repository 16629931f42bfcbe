"""The words a dossier is found by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from counter_app.text import folded


def words(row: Mapping[str, Any]) -> str:
    """Return what the search finds a dossier by: names, numbers and phone, folded."""
    date_and_serial = str(row["number"]).partition("-")[2]
    phone = str(row["phone"])
    national = "0" + phone[3:] if phone.startswith("+84") else phone
    return folded(
        " ".join(
            dict.fromkeys(
                (
                    row["owner_name"],
                    row["submitter_name"],
                    row["identity_number"],
                    row["old_identity_number"],
                    row["submitter_identity_number"],
                    national,
                    date_and_serial,
                )
            )
        )
    )

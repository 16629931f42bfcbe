"""Names of subjects that are known by a code: the same UUID at every seat and at the centre."""

from __future__ import annotations

from uuid import UUID, uuid5

_ROOT = UUID("5f0c2f4e-6a0d-5f0b-9f57-8f6a5d3e1c42")


def subject_of(sort: str, key: str | int) -> UUID:
    """Return the subject of e.g. ("procedure", "1.001193") or ("seat", 7)."""
    return uuid5(_ROOT, f"{sort}:{key}")

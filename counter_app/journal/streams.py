"""Whose stream it is: the centre's own ids are told from the seats' by their UUID version.

The centre hands out the streams of seats (version 4) and writes its own under version 8. A seat
can write only into what it was given, so nobody at a seat can publish reference data.
"""

from __future__ import annotations

import os
from typing import Final
from uuid import UUID, uuid4

_CENTRE_VERSION: Final = 8


def new_seat_stream() -> UUID:
    """Return the id of a stream for an enrolment of a seat."""
    return uuid4()


def new_centre_stream() -> UUID:
    """Return the id of a stream of the centre itself (RFC 9562, version 8)."""
    value = int.from_bytes(os.urandom(16))
    value = value & ~(0xF << 76) | _CENTRE_VERSION << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=value)


def is_centres(stream_id: UUID) -> bool:
    """Tell whether the centre itself writes the stream."""
    return stream_id.version == _CENTRE_VERSION

"""After the centre's database was restored from a copy: the counters bring back what it lost."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from counter_app.centre import roles
from counter_app.journal.streams import new_centre_stream
from counter_app.schema import centre as own


def announce_restore(session: Connection) -> int:
    """Tell the counters that this database is older than what they know; return the new epoch.

    They find out by themselves too, at the next hello; announcing avoids false alarms of copied
    machines, and lets the centre write on in a stream that cannot collide with what was lost.
    Spare streams are held back until their seat was heard: it may have opened one after the copy.
    The others are sealed then, and the worker gives new ones: a restore costs each seat a range.
    """
    session.execute(update(own.stream).values(nonce=None, previous_nonce=None, attempt=None))
    session.execute(update(own.stream).where(own.stream.c.state == "spare").values(state="held"))
    # restored twice from one copy, it must not come to the same epoch twice
    epoch = max(_epoch(session), roles.remembered_epoch(session)) + 1
    session.execute(update(own.centre).values(epoch=epoch, stream_id=new_centre_stream()))
    roles.remember_epoch(session, epoch)
    return epoch


def notice_restore(session: Connection) -> None:
    """Announce a restore that nobody announced, where the server knows of a later epoch.

    Done before anything else is written: the centre goes on in another stream then.
    """
    epoch, known = _epoch(session), roles.remembered_epoch(session)
    if known > epoch:
        announce_restore(session)
    elif known < epoch:  # a counter told of it
        roles.remember_epoch(session, epoch)


def _epoch(session: Connection) -> int:
    return int(session.execute(select(own.centre.c.epoch)).scalar_one())

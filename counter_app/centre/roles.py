"""Who may do what in the centre's database, and how little that is.

The owner role owns all and logs in nowhere; each seat has a login of its own in the group of seats,
which may execute the functions of the protocol and nothing else. A PostgreSQL as it comes lets any
role fill the disk through large objects, temporary tables and WAL messages, and hold advisory
locks: that is taken from PUBLIC. Roles belong to the whole server, so they carry the database's
name.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, text

from counter_app.centre.functions import SIGNATURES
from counter_app.schema.centre import SCHEMA

_SEAT_LIMITS = {
    "statement_timeout": "60s",
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "30s",
    "client_connection_check_interval": "10s",
    "tcp_keepalives_idle": "15",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
    "synchronous_commit": "on",
    "search_path": f"{SCHEMA}, pg_catalog",
}
_SUPERUSERS_LIMITS = {"temp_file_limit": "64MB"}
_CONNECTIONS = 3

_DANGEROUS = text(
    """
    SELECT oid::regprocedure::text FROM pg_proc
    WHERE pronamespace = 'pg_catalog'::regnamespace
      AND (proname LIKE 'lo\\_%' OR proname IN ('loread', 'lowrite', 'pg_logical_emit_message')
           OR proname LIKE 'pg\\_%advisory%' OR proname LIKE 'pg\\_control\\_%')
      AND has_function_privilege('public', oid, 'EXECUTE')
    """
)

_EPOCH_WORDS = "seats of a centre in epoch "
_EPOCH = text("SELECT shobj_description(oid, 'pg_authid') FROM pg_roles WHERE rolname = :group")

_MAY_CHANGE_ROLES = text(
    "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user"
)

_LONG = text(
    """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND xact_start < now() - make_interval(secs => :longest)
      AND usesysid IN (SELECT member FROM pg_auth_members
        JOIN pg_roles AS seats ON seats.oid = roleid WHERE seats.rolname = :seats)
    """
)


def owner(session: Connection) -> str:
    """Return the name of the role that owns the centre's tables and functions."""
    return f"{_database(session)}_owner"


def group(session: Connection) -> str:
    """Return the name of the group of all seats' logins."""
    return f"{_database(session)}_seats"


def remembered_epoch(session: Connection) -> int:
    """Return the highest epoch that the server knows of this centre; 1 where it knows none.

    It stands beside the group of seats, which no copy of the database takes back in time.
    """
    words = session.execute(_EPOCH, {"group": group(session)}).scalar() or ""
    known = words.removeprefix(_EPOCH_WORDS)
    return int(known) if known.isdecimal() else 1


def remember_epoch(session: Connection, epoch: int) -> None:
    """Let the server know the epoch, whatever happens to the database.

    Who may not change roles leaves it to an administrator who may.
    """
    if not session.execute(_MAY_CHANGE_ROLES).scalar():
        return
    seats = _quoted(session, group(session))
    _run(session, f"COMMENT ON ROLE {seats} IS '{_EPOCH_WORDS}{epoch:d}'")


def make_groups(session: Connection) -> None:
    """Make the owner and the group of seats, unless they stand."""
    for name in (owner(session), group(session)):
        if not _exists(session, name):
            _run(session, f"CREATE ROLE {_quoted(session, name)} NOLOGIN")
    if not _is_superuser(session):
        _run(session, f"GRANT {_quoted(session, owner(session))} TO CURRENT_USER")


def grant(session: Connection) -> None:
    """Give the seats the functions of the protocol, and take everything else from everybody."""
    seats = _quoted(session, group(session))
    everything = f"ALL FUNCTIONS IN SCHEMA {SCHEMA}"
    functions = ", ".join(f"{SCHEMA}.{signature}" for signature in SIGNATURES)
    for statement in (
        f"REVOKE ALL ON {everything} FROM PUBLIC, {seats}",
        f"REVOKE ALL ON ALL TABLES IN SCHEMA {SCHEMA} FROM PUBLIC, {seats}",
        f"REVOKE ALL ON SCHEMA {SCHEMA} FROM PUBLIC",
        f"GRANT USAGE ON SCHEMA {SCHEMA} TO {seats}",
        f"GRANT EXECUTE ON FUNCTION {functions} TO {seats}",
    ):
        _run(session, statement)


def harden(session: Connection, *, own_server: bool = False) -> list[str]:
    """Take from PUBLIC what could harm the server; return what is left open, in words.

    Functions and languages belong to the superuser: another administrator cannot close them.

    Args:
        own_server: the server is there for this centre alone: its other databases are closed to
            everybody but superusers and those who were let in by name.
    """
    database = _quoted(session, _database(session))
    seats, holder = _quoted(session, group(session)), _quoted(session, owner(session))
    statements = [
        f"REVOKE ALL ON DATABASE {database} FROM PUBLIC",
        f"GRANT CONNECT ON DATABASE {database} TO {seats}",
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
        "REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC",
        f"GRANT USAGE ON LANGUAGE plpgsql TO {holder}",
    ]
    statements += [
        f"REVOKE EXECUTE ON FUNCTION {name} FROM PUBLIC"
        for name in session.execute(_DANGEROUS).scalars()
    ]
    if _is_superuser(session):
        if own_server:
            statements += [
                f"REVOKE CONNECT, TEMPORARY ON DATABASE {_quoted(session, name)} FROM PUBLIC"
                for name in _open_to_seats(session)
            ]
        for statement in statements:
            _run(session, statement)
    else:
        _run(session, statements[1])
        if _owns_database(session):
            _run(session, statements[0])
    return _left_open(session)


def make_login(session: Connection, login: str, password: str) -> None:
    """Make or reset the login of a seat; only the SCRAM verifier of `password` is sent."""
    name = _quoted(session, login)
    if not _exists(session, login):
        _run(session, f"CREATE ROLE {name} NOLOGIN")
    _run(
        session,
        f"ALTER ROLE {name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION "
        f"CONNECTION LIMIT {_CONNECTIONS} PASSWORD '{_verifier(session, login, password)}'",
    )
    limits = _SEAT_LIMITS | (_SUPERUSERS_LIMITS if _is_superuser(session) else {})
    database = _quoted(session, _database(session))
    for setting, value in limits.items():
        literal = value if setting == "search_path" else f"'{value}'"
        _run(session, f"ALTER ROLE {name} IN DATABASE {database} SET {setting} = {literal}")
    _run(session, f"GRANT {_quoted(session, group(session))} TO {name}")


def block_login(session: Connection, login: str) -> None:
    """Let the login in no more, and cut what it has open."""
    if _exists(session, login):
        _run(session, f"ALTER ROLE {_quoted(session, login)} NOLOGIN PASSWORD NULL")
        session.execute(
            text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = :login"),
            {"login": login},
        )


def cut_long_work(session: Connection, longest_seconds: float) -> int:
    """End what a seat has had under way for longer, open transactions too; return how many.

    A seat can lift its own time limits, as every role of PostgreSQL can: this is what holds. It
    needs an administrator who is superuser, or may act for the seats or signal other backends.
    """
    return len(session.execute(_LONG, {"seats": group(session), "longest": longest_seconds}).all())


def _run(session: Connection, statement: str) -> None:
    session.exec_driver_sql(statement, execution_options={"no_parameters": True})


def _left_open(session: Connection) -> list[str]:
    seats = group(session)
    found: list[str] = []
    functions = session.execute(_DANGEROUS).scalars().all()
    if functions:
        found.append(f"anybody may execute {_listed(functions)}")
    if session.execute(
        text("SELECT has_language_privilege(:seats, 'plpgsql', 'USAGE')"), {"seats": seats}
    ).scalar():
        found.append("anybody may run plpgsql blocks")
    if session.execute(
        text("SELECT has_database_privilege(:seats, current_database(), 'TEMPORARY')"),
        {"seats": seats},
    ).scalar():
        found.append("anybody may make temporary tables")
    names = _open_to_seats(session)
    if names:
        found.append(f"seats may connect to other databases of this server: {_listed(names)}")
    return found


def _open_to_seats(session: Connection) -> Sequence[str]:
    """Return the other databases of the server that a seat may connect to."""
    others = session.execute(
        text(
            "SELECT datname FROM pg_database WHERE datallowconn AND datname <> current_database() "
            "AND has_database_privilege(:seats, datname, 'CONNECT') ORDER BY datname"
        ),
        {"seats": group(session)},
    )
    return others.scalars().all()


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:5])
    return shown if len(names) <= 5 else f"{shown} and {len(names) - 5} more"


def _verifier(session: Connection, login: str, password: str) -> str:
    driver = session.connection.driver_connection
    assert driver is not None
    verifier: bytes = driver.pgconn.encrypt_password(
        password.encode(), login.encode(), b"scram-sha-256"
    )
    return verifier.decode("ascii")


def _exists(session: Connection, role: str) -> bool:
    query = text("SELECT 1 FROM pg_roles WHERE rolname = :role")
    return session.execute(query, {"role": role}).scalar() is not None


def _is_superuser(session: Connection) -> bool:
    return bool(session.execute(text("SELECT current_setting('is_superuser') = 'on'")).scalar())


def _owns_database(session: Connection) -> bool:
    query = text(
        "SELECT pg_has_role(datdba, 'USAGE') FROM pg_database WHERE datname = current_database()"
    )
    return bool(session.execute(query).scalar_one())


def _database(session: Connection) -> str:
    return str(session.execute(text("SELECT current_database()")).scalar_one())


def _quoted(session: Connection, name: str) -> str:
    return session.dialect.identifier_preparer.quote_identifier(name)

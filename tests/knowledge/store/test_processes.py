"""Several real processes on one store. They wait for each other's lines, never for time."""

import signal
from pathlib import Path

import pytest

import tests.stopping_loader
from knowledge.exchange.loading import load_packs, read_packs
from tests.faults import GOOD
from tests.stores import contents, facts, rows

LOADER = Path(tests.stopping_loader.__file__)
QUESTION = "Đăng Vân có bao nhiêu cầu treo?"


@pytest.fixture
def good(tmp_path):
    file = tmp_path / "good.yaml"
    file.write_text(GOOD, encoding="utf-8")
    return file


def heard(process):
    return process.stdout.readline().decode().strip()


def ended(process, *, said=b""):
    """What a process said at its end, after this was said to it."""
    out, err = process.communicate(said)
    assert (process.returncode, err) == (0, b"")
    return out.decode().split()


def test_two_processes_that_load_into_one_store_at_once_both_succeed(start, store, packs, good):
    for file in packs.glob("*.yaml"):
        text = file.read_text(encoding="utf-8").replace("paragraph: ", "paragraph: 1")
        file.write_text(text, encoding="utf-8")
    first = start("wait", 2, store, packs, script=LOADER)
    assert (heard(first), heard(first)) == ("loading", "stopped")
    second = start("wait", 99, store, good, script=LOADER)
    assert heard(second) == "loading"
    assert ended(first, said=b"go on\n") == ["0"]
    assert ended(second) == ["1"]
    assert {version for key, (version, _) in facts(store).items() if key != "good/thuyen"} == {2}
    assert facts(store)["good/thuyen"] == (1, 0)
    assert rows(store, "SELECT number FROM revision") == [(3,)]


def test_readers_answer_from_what_stood_before_while_another_process_loads(start, run, store, good):
    before = contents(store)
    loader = start("wait", 1, store, good, script=LOADER)
    assert (heard(loader), heard(loader)) == ("loading", "stopped")
    [meanwhile] = run("ask", "--json", "--db", store, QUESTION).records
    assert (meanwhile["status"], contents(store)) == ("answered", before)
    assert ended(loader, said=b"go on\n") == ["1"]
    assert contents(store) != before


@pytest.mark.parametrize("at", [1, 5, 9])
def test_a_load_killed_in_the_middle_leaves_the_store_as_it_was(start, store, packs, at):
    before = contents(store)
    text = {file: file.read_text(encoding="utf-8") for file in packs.glob("*.yaml")}
    for file, content in text.items():
        file.write_text(content.replace("paragraph: ", "paragraph: 1"), encoding="utf-8")
    loader = start("kill", at, store, packs, script=LOADER)
    assert loader.wait() == -signal.SIGKILL
    assert contents(store) == before
    assert rows(store, "PRAGMA integrity_check") == [("ok",)]
    assert load_packs(store, read_packs([packs])).changed == 9


def test_a_first_load_killed_in_the_middle_leaves_no_store(start, packs, tmp_path):
    loader = start("kill", 5, tmp_path / "new.db", packs, script=LOADER)
    assert loader.wait() == -signal.SIGKILL
    assert not (tmp_path / "new.db").exists()
    assert load_packs(tmp_path / "new.db", read_packs([packs]), only=True).added == 9


def test_two_processes_that_make_one_store_at_once_both_get_their_packs_in(start, tmp_path, packs, good):
    store = tmp_path / "new.db"
    first = start("wait", 4, store, packs, script=LOADER)
    assert (heard(first), heard(first)) == ("loading", "stopped")
    second = start("wait", 99, store, good, script=LOADER)
    assert ended(second) == ["loading", "1"]
    assert ended(first, said=b"go on\n") == ["9"]
    assert len(facts(store)) == 10
    assert {key for (key,) in rows(store, "SELECT id FROM name")} == {
        "dang-van",
        "suoi-ram",
        "ta-thi-mo",
        "hoi-den",
        "bai-quyen",
    }


def test_a_store_is_never_seen_half_made(start, tmp_path, packs):
    store = tmp_path / "new.db"
    first = start("wait", 9, store, packs, script=LOADER)
    assert (heard(first), heard(first)) == ("loading", "stopped")
    assert not store.exists()
    second = start("wait", 99, store, packs, script=LOADER)
    assert ended(second) == ["loading", "9"]
    complete = contents(store)
    ended(first, said=b"go on\n")
    assert {**contents(store), "change": None, "revision": None} == {
        **complete,
        "change": None,
        "revision": None,
    }
    assert len(complete["fact"]) == 9
    assert [path.name for path in tmp_path.glob("*new.db*")] == ["new.db"]

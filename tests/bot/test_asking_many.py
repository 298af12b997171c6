"""Many questions that come at once are answered by several processes, and nobody notices."""

import json
import os
import select
import signal
from pathlib import Path

import pytest

from tests.stores import edited

BRIDGES, OTHERS = "Đăng Vân có bao nhiêu cầu treo?", "Suối Rằm có bao nhiêu cầu treo?"
MANY = [
    f"{question}{'?' * at}"
    for at in range(60)
    for question in (BRIDGES, OTHERS, "", "xin chào", "còn bằng gỗ?")
]

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/task").exists() or len(os.sched_getaffinity(0)) < 2, reason="needs two processors"
)


def lines(questions):
    return "".join(f"{question}\n" for question in questions).encode()


def without_time(records):
    return [{key: value for key, value in record.items() if key != "elapsed_ms"} for record in records]


@pytest.fixture
def asking(start, store):
    """A process that answers line by line."""
    return start("ask", "--json", "-", "--db", store)


@pytest.fixture
def busy(asking):
    """One that has begun to answer so many at once that it waits for its answers to be read."""
    asking.stdin.write(lines(MANY * 4))
    asking.stdin.flush()
    json.loads(asking.stdout.readline())
    return asking


def helpers(process):
    """File descriptors that are ready to be read once the processes that help a process have ended."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()
    return {int(child): os.pidfd_open(int(child)) for child in children}


def wait_for_all(helping):
    for descriptor in helping.values():
        select.select([descriptor], [], [])
        os.close(descriptor)


def test_many_at_once_are_answered_in_order_as_each_would_be_alone(run, store):
    many = run("ask", "--json", "-", "--db", store, stdin=lines(MANY))
    alone = run("ask", "--json", "--db", store, *MANY)
    assert (many.code, many.err) == (0, "")
    assert without_time(many.records) == without_time(alone.records)


def test_many_are_answered_as_text_as_few_are(run, store):
    assert run("ask", "-", "--db", store, stdin=lines(MANY)).out == run("ask", "--db", store, *MANY).out


def test_many_as_one_conversation_lean_on_each_other(run, store):
    records = run(
        "ask", "--json", "--conversation", "-", "--db", store, stdin=lines([BRIDGES, *["còn Suối Rằm?"] * 99])
    ).records
    assert {record["facts"][0]["value"] for record in records[1:]} == {3}


def beside(store):
    return [path.name for path in store.parent.iterdir() if path.is_file() and path != store]


def test_several_processes_share_the_work_and_leave_nothing_beside_the_store(asking, store):
    asking.stdin.write(lines(MANY))
    asking.stdin.flush()
    assert len([asking.stdout.readline() for _ in MANY]) == len(MANY)
    assert len(helpers(asking)) == len(os.sched_getaffinity(0))
    asking.stdin.close()
    assert (asking.stdout.read(), asking.stderr.read(), asking.wait()) == (b"", b"", 0)
    assert beside(store) == []


def test_after_many_at_once_each_is_answered_as_it_comes_by_what_is_known_then(asking, run, store, packs):
    asking.stdin.write(lines(MANY))
    asking.stdin.flush()
    first, *_ = [json.loads(asking.stdout.readline()) for _ in MANY]
    assert first["facts"][0]["value"] == 17
    file = edited(packs / "dang-van-2024-05-06.yaml", "value: 12", "value: 13")
    edited(file, "value: 17", "value: 18")
    assert run("load", "--db", store, file).code == 0
    for _ in range(2 * len(os.sched_getaffinity(0))):
        asking.stdin.write(lines([BRIDGES]))
        asking.stdin.flush()
        assert json.loads(asking.stdout.readline())["facts"][0]["value"] == 18


def interrupt(process, helping):
    """As a terminal does: all of them are told."""
    for told in (*helping, process.pid):
        os.kill(told, signal.SIGINT)


def test_an_interrupt_ends_all_of_them_without_a_traceback(busy):
    helping = helpers(busy)
    interrupt(busy, helping)
    wait_for_all(helping)
    assert (busy.stderr.read(), busy.wait()) == (b"\nAborted!\n", 1)


def test_an_interrupt_while_they_are_started_ends_them_as_well(asking):
    asking.stdin.write(lines(MANY))
    asking.stdin.flush()
    while not (helping := helpers(asking)):
        assert asking.poll() is None
    interrupt(asking, helping)
    wait_for_all(helping)
    assert (asking.stderr.read(), asking.wait()) == (b"\nAborted!\n", 1)


def test_none_of_them_outlives_the_one_that_was_asked(busy):
    helping = helpers(busy)
    busy.kill()
    wait_for_all(helping)
    assert len(helping) == len(os.sched_getaffinity(0))


def test_they_end_where_the_reader_of_the_answers_has_gone(busy):
    helping = helpers(busy)
    busy.stdout.close()
    wait_for_all(helping)
    assert (busy.stderr.read(), busy.wait()) == (b"", 1)


def test_that_one_of_them_is_gone_is_told_in_one_line_and_leaves_nothing_beside_the_store(busy, store):
    helping = helpers(busy)
    os.kill(next(iter(helping)), signal.SIGKILL)
    answers = busy.stdout.read().splitlines()
    wait_for_all(helping)
    assert all(map(json.loads, answers))
    assert len(answers) < len(MANY * 4)
    assert busy.stderr.read().startswith(b"hoidap: A process that was answering")
    assert busy.wait() == 1
    assert beside(store) == []

from contextlib import closing

import pytest

from knowledge.store.reader import connect
from tests.knowledge.store.telling import AN, BINH, CHI, Chats, load, noon
from tests.stores import edited, rows

TU = 14


@pytest.fixture
def chats(store):
    with closing(connect(store)) as connection:
        yield Chats(connection)


@pytest.fixture
def told(store, packs, chats):
    """A change that one chat has heard of, one waits for, one cannot hear of, and one may have heard of."""
    for chat in (AN, BINH, CHI, TU):
        chats.follow(chat)
    chats.follow(BINH, "dang-van", thread=5)
    load(
        store,
        edited(packs / "dang-van-2024-05-06.yaml", "86.5", "87.5"),
        author="tester",
        why="[nhầm] khi chép",
    )
    chats.became(AN, state="sent", done_at=noon(1), message=7)
    chats.became(CHI, state="given up", done_at=noon(2), problem="Bad Request: [can't] parse", tries=1)
    chats.became(TU, state="unknown", done_at=noon(3), problem="timed out")
    return store


def lines(ran):
    assert (ran.code, ran.err) == (0, "")
    return [" ".join(line.split()) for line in ran.out.splitlines()]


def test_an_empty_outbox_is_one_line(run, store):
    assert lines(run("outbox", "--db", store)) == ["Nobody is to be told of anything, and nobody has been."]


def test_what_waits_and_what_was_given_up_is_told_with_the_reason(run, told):
    shown = lines(run("outbox", "--db", told))
    assert "pending 2 1 2025-03-04 12:00:00" in shown
    assert "given up 1 1 2025-03-04 12:00:00" in shown
    assert "1 2025-03-04 12:00:00 dang-van-2024-05-06 1 2 1 1" in shown
    assert shown[-1] == "1 13 2025-03-04 12:02:00 Bad Request: [can't] parse"


def test_an_answer_posted_inline_is_told_apart_from_the_chat_of_its_poster(run, told, chats):
    chats.became(TU, thread=-1)
    assert f"{TU} a post follow unknown 2025-03-04 12:00:00 2025-03-04 12:03:00 0 timed out" in lines(
        run("outbox", 1, "--db", told)
    )


def test_of_one_change_it_is_told_who_has_heard_and_who_has_not(run, told):
    shown = lines(run("outbox", 1, "--db", told))
    assert shown[:4] == [
        "Event 1, 2025-03-04 12:00:00: dang-van-2024-05-06",
        "facts: dang-van-2024/den-long",
        "by: tester",
        "why: [nhầm] khi chép",
    ]
    assert shown[4] == "Not told: 4"
    assert "12 5 follow pending 2025-03-04 12:00:00 0" in shown
    assert shown[-3] == "Told: 1"
    assert shown[-1] == "11 follow sent 2025-03-04 12:00:00 2025-03-04 12:01:00 0"


def test_moments_are_by_the_clocks_of_the_setting(run, told):
    assert "11 follow sent 2025-03-04 05:00:00 2025-03-04 05:01:00 0" in lines(
        run("outbox", 1, "--db", told, HOIDAP_TIMEZONE="UTC")
    )
    ran = run("outbox", "--db", told, HOIDAP_TIMEZONE="Mars/Phobos")
    assert ran.complaint == "HOIDAP_TIMEZONE is 'Mars/Phobos': not a time zone, such as Asia/Ho_Chi_Minh"


def test_all_of_it_is_to_be_had_as_json(run, told):
    [whole] = run("outbox", "--json", "--db", told).records
    assert {state["state"]: state["notices"] for state in whole["states"]} == {
        "pending": 2, "unknown": 1, "given up": 1, "sent": 1,
    }  # fmt: skip
    assert whole["states"][0]["state"] == "pending"
    [unfinished] = whole["unfinished"]
    assert {key: unfinished[key] for key in ("event", "told", "waiting", "unknown", "given_up")} == {
        "event": 1, "told": 1, "waiting": 2, "unknown": 1, "given_up": 1,
    }  # fmt: skip
    assert [(one["chat"], one["problem"]) for one in whole["given_up"]] == [
        (CHI, "Bad Request: [can't] parse")
    ]
    [event] = run("outbox", "--json", "1", "--db", told).records
    assert (event["facts"], event["author"], event["why"]) == (
        ["dang-van-2024/den-long"],
        "tester",
        "[nhầm] khi chép",
    )
    assert [(one["chat"], one["thread"], one["state"]) for one in event["recipients"]] == [
        (CHI, 0, "given up"), (BINH, 0, "pending"), (BINH, 5, "pending"), (TU, 0, "unknown"), (AN, 0, "sent"),
    ]  # fmt: skip


def test_a_long_list_is_cut_and_says_so(run, store, packs, chats):
    for chat in range(1, 131):
        chats.follow(chat)
    load(store, edited(packs / "dang-van-2024-05-06.yaml", "86.5", "87.5"))
    shown = lines(run("outbox", 1, "--db", store))
    assert (shown[3], shown[-1]) == ("Not told: 130", "… and 30 more; --json has them all")
    [event] = run("outbox", "--json", 1, "--db", store).records
    assert len(event["recipients"]) == 130


def test_an_event_that_is_not_there_is_one_line(run, told):
    assert run("outbox", 9, "--db", told).complaint == "no event 9"
    assert run("outbox", 2**70, "--db", told).code == 2


def test_a_store_that_is_not_there_is_not_made(run, cwd):
    assert run("outbox").complaint.startswith("hoidap.db: ")
    assert list(cwd.iterdir()) == []


def test_a_load_says_how_many_notices_it_takes_and_keeps_why(run, store, packs, chats):
    for chat in (AN, BINH):
        chats.follow(chat)
    file = edited(packs / "dang-van-2024-05-06.yaml", "86.5", "87.5")
    assert lines(run("load", "--db", store, "--why", "chép nhầm", file)) == [
        f"{store}: 0 facts added, 1 changed, 6 unchanged, 0 withdrawn", "2 notices queued",
    ]  # fmt: skip
    assert rows(store, "SELECT json_extract(body, '$.why'), json_extract(body, '$.author') FROM event") == [
        ("chép nhầm", "packs")
    ]

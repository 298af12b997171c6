import json
from contextlib import closing
from datetime import UTC
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.exchange.loading import load_packs
from knowledge.store import following
from knowledge.store.following import Follow
from knowledge.store.queueing import Change, queue_changes
from knowledge.store.reader import connect
from tests.knowledge.store.telling import (
    AN,
    BINH,
    CHI,
    DAY,
    NOON,
    SHARE,
    a_day_later,
    events,
    load,
    noon,
    queued,
    without,
)
from tests.stores import edited


def values(store):
    return [
        (change["before"] and change["before"].get("value"), change["after"] and change["after"].get("value"))
        for event in events(store)
        for change in event["changes"]
    ]


def test_changes_to_one_article_within_five_minutes_are_told_as_one(store, file, chats):
    chats.follow(AN)
    load(store, edited(file, "86.5", "87.5"), why="nhầm")
    load(store, a_day_later(file), minutes=2)
    load(store, edited(file, "87.5", "88.5"), minutes=5)
    [event] = events(store)
    assert {change["fact"]: change["before"]["value"] for change in event["changes"]} == {
        SHARE: 86.5,
        DAY: "2024-03",
    }
    assert (event["why"], (86.5, 88.5) in values(store)) == ("nhầm", True)
    assert queued(store, "chat, state, due") == [(AN, "pending", noon())]


def test_later_changes_and_those_to_other_articles_are_told_for_themselves(store, file, packs, chats):
    chats.follow(AN)
    load(store, edited(file, "86.5", "87.5"))
    load(store, edited(packs / "suoi-ram-2025-02-03.yaml", "value: 3", "value: 4"), minutes=1)
    load(store, edited(file, "87.5", "88.5"), minutes=5.1)
    assert values(store) == [(86.5, 87.5), (3, 4), (87.5, 88.5)]
    assert queued(store) == [AN, AN, AN]


@pytest.mark.parametrize("state", ["sent", "unknown", "sending"])
def test_what_was_sent_of_a_burst_is_changed_at_once(store, file, chats, state):
    chats.follow(AN)
    chats.prefer(AN, quiet_from=12, quiet_to=13)
    load(store, edited(file, "86.5", "87.5"), minutes=-1)
    chats.became(AN, state=state, message=77, tries=1, done_at=noon())
    assert load(store, edited(file, "87.5", "88.5"), minutes=1).queued == 1
    assert queued(store, "chat, state, message, tries, due, done_at") == [
        (AN, "pending", 77, 0, noon(1), None)
    ]


def test_a_new_fact_corrected_is_told_anew_where_it_was_shown_after_the_notice(store, file, chats):
    share = file.read_text(encoding="utf-8")
    load(store, without(file, SHARE), minutes=-10, prune=True)
    chats.follow(AN)
    chats.follow(BINH)
    file.write_text(share, encoding="utf-8")
    load(store, file, minutes=-4)
    for chat, message in ((AN, 77), (BINH, 78)):
        chats.became(chat, state="sent", message=message, done_at=noon(-3.9))
    chats.shown(AN, SHARE, days=3 / (24 * 60))
    assert load(store, edited(file, "86.5", "87.5")).queued == 2
    assert queued(store, "chat, state, reason, message") == [
        (AN, "pending", "told", None),
        (BINH, "pending", "follow", 78),
    ]


def test_who_follows_and_was_shown_a_figure_amid_a_burst_is_counted_once(store, file, chats):
    share = file.read_text(encoding="utf-8")
    load(store, without(file, SHARE), minutes=-10, prune=True)
    chats.follow(AN)
    file.write_text(share, encoding="utf-8")
    load(store, file, minutes=-4)
    chats.became(AN, state="sent", message=77, done_at=noon(-3.9))
    chats.shown(AN, SHARE, days=3 / (24 * 60))
    chats.shown(CHI, SHARE, days=3 / (24 * 60))
    assert load(store, edited(file, "86.5", "87.5")).queued == 2
    assert queued(store) == [AN, CHI]


@pytest.mark.parametrize("state", ["given up", "paused", "pending"])
def test_what_was_not_sent_of_a_burst_stays_as_it_is(store, file, chats, state):
    chats.follow(AN)
    load(store, edited(file, "86.5", "87.5"))
    chats.became(AN, state=state)
    assert load(store, edited(file, "87.5", "88.5"), minutes=1).queued == 0
    assert queued(store, "state, due") == [(state, noon())]


def test_a_chat_that_has_gone_since_gets_the_rest_of_a_burst_later(store, file, chats):
    chats.follow(AN)
    load(store, edited(file, "86.5", "87.5"))
    chats.became(AN, state="sent", message=77)
    chats.pause(AN)
    load(store, edited(file, "87.5", "88.5"), minutes=1)
    assert queued(store, "state, message") == [("paused", 77)]


def test_a_digest_is_not_written_over_with_the_rest_of_a_burst(store, file, packs, chats):
    chats.follow(AN)
    chats.prefer(AN, pace="daily", hour=12)
    load(store, edited(file, "86.5", "87.5"))
    load(store, edited(packs / "suoi-ram-2025-02-03.yaml", "value: 3", "value: 4"))
    chats.became(AN, state="sent", message=77)
    load(store, edited(file, "87.5", "88.5"), minutes=1)
    assert queued(store, "event, state, message, due") == [
        (1, "pending", None, noon(24 * 60)), (2, "sent", 77, noon()),
    ]  # fmt: skip


def test_who_is_concerned_only_by_the_rest_of_a_burst_hears_of_it_too(store, file, chats):
    chats.follow(AN, "hoi-den")
    chats.follow(BINH, "suoi-ram")
    chats.shown(CHI, DAY)
    load(store, edited(file, "86.5", "87.5"))
    assert queued(store) == [AN]
    load(store, a_day_later(file), minutes=1)
    assert queued(store, "chat, reason") == [(AN, "follow"), (BINH, "follow"), (CHI, "told")]


def test_a_digest_with_a_correction_does_not_wait_any_more(store, file, chats):
    chats.follow(AN)
    chats.shown(AN, DAY)
    chats.prefer(AN, pace="weekly")
    load(store, edited(file, "86.5", "87.5"))
    load(store, a_day_later(file), minutes=1)
    assert queued(store, "reason, due") == [("told", noon(1))]


def test_what_is_put_back_before_anybody_heard_of_it_is_told_to_nobody(store, file, chats):
    chats.follow(AN)
    chats.shown(BINH, SHARE)
    load(store, edited(file, "86.5", "87.5"))
    load(store, edited(file, "87.5", "86.5"), minutes=1)
    assert (events(store), queued(store)) == ([], [])


def test_what_is_put_back_is_told_to_who_has_heard_of_it(store, file, chats):
    chats.follow(AN)
    load(store, edited(file, "86.5", "87.5"))
    chats.became(AN, state="sent", message=77)
    load(store, edited(file, "87.5", "86.5"), minutes=1)
    assert (values(store), queued(store, "state, message")) == ([(87.5, 86.5)], [("pending", 77)])


def test_who_was_given_a_figure_that_stood_for_a_minute_hears_that_it_stands_no_more(store, file, chats):
    chats.follow(AN)
    load(store, edited(file, "86.5", "87.5"))
    chats.shown(BINH, SHARE, days=-1 / 24 / 60)
    load(store, edited(file, "87.5", "86.5"), minutes=2)
    assert (values(store), queued(store, "chat, reason")) == (
        [(87.5, 86.5)],
        [(AN, "follow"), (BINH, "told")],
    )


def test_a_fact_that_came_and_went_within_a_burst_was_withdrawn_for_who_heard_of_it(store, file, chats):
    text = file.read_text(encoding="utf-8")
    load(store, without(file, SHARE), prune=True, minutes=-60)
    chats.follow(AN)
    file.write_text(text, encoding="utf-8")
    load(store, file)
    chats.became(AN, state="sent", message=77)
    load(store, without(file, SHARE), prune=True, minutes=1)
    assert values(store) == [(86.5, None)]


def test_a_new_figure_put_right_is_a_correction_for_who_has_heard_of_it(store, file, chats):
    text = file.read_text(encoding="utf-8")
    load(store, without(file, SHARE), prune=True, minutes=-60)
    file.write_text(text, encoding="utf-8")
    chats.follow(AN)
    load(store, file)
    chats.shown(BINH, SHARE, days=-1 / 24 / 60)
    load(store, edited(file, "86.5", "87.5"), minutes=2)
    assert (values(store), queued(store, "chat, reason")) == (
        [(86.5, 87.5)],
        [(AN, "follow"), (BINH, "told")],
    )


def test_a_new_figure_put_right_before_anybody_heard_of_it_is_just_new(store, file, chats):
    text = file.read_text(encoding="utf-8")
    load(store, without(file, SHARE), prune=True, minutes=-60)
    file.write_text(text, encoding="utf-8")
    chats.follow(AN)
    load(store, file)
    load(store, edited(file, "86.5", "87.5"), minutes=2)
    assert values(store) == [(None, 87.5)]


@given(st.lists(st.sampled_from([1, 2, 3, None]), min_size=1, max_size=6))
def test_a_burst_tells_the_first_figure_and_the_last(tmp_path_factory, figures):
    path = tmp_path_factory.mktemp("burst") / "burst.db"
    load_packs(path, [], only=True)
    bodies = [figure and json.dumps({"value": figure}) for figure in [1, *figures]]
    with closing(connect(path)) as connection, connection:
        following.start_following(connection, AN, 0, Follow(), person=AN, at=NOON)
        for before, after in pairwise(bodies):
            change = Change("f", before, after, frozenset())
            queue_changes(
                connection, [change], article="a", new_article=False, author="t", why=None, now=NOON, zone=UTC
            )
    last = figures[-1]
    assert (values(path), queued(path)) == (([(1, last)], [AN]) if last != 1 else ([], []))

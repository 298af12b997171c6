import json
from contextlib import closing
from datetime import UTC, timedelta

import pytest

from knowledge.editing import Edit, apply
from knowledge.errors import PackError
from knowledge.models import Fact
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
    told_of,
    without,
)
from tests.stores import edited, rows

DUNG = 14
NAMES = ("", "dang-van", "suoi-ram", "ta-thi-mo", "hoi-den")
TOPICS = ("", "cau-treo", "den-long", "khanh-thanh", "nghe-nhan", "mua-hoi")


# ── who hears of what ───────────────────────────────────────────────────────────────────


@pytest.fixture
def everybody(chats):
    """A chat for everything that can be followed."""
    what = {(name, topic): at for at, (name, topic) in enumerate((n, t) for n in NAMES for t in TOPICS)}
    for (name, topic), chat in what.items():
        chats.follow(chat, name, topic)
    return what


@pytest.mark.parametrize("minutes", [0, 2, 30])
def test_a_rehearsal_counts_whom_the_edit_itself_tells(store, chats, minutes):
    for thread in (0, 5):
        chats.follow(AN, thread=thread)
    chats.follow(BINH, topic="den-long")
    chats.shown(BINH, SHARE)
    chats.shown(CHI, SHARE, DAY)
    chats.shown(DUNG, SHARE)
    chats.prefer(DUNG, corrections=False)
    chats.pause(CHI)
    with closing(connect(store)) as connection:
        for moment, value in ((0, 87), (minutes, 88)):
            [body] = connection.execute("SELECT body FROM fact WHERE id = ?", (SHARE,)).fetchone()
            edit = Edit("7", facts=(Fact.from_store(body).model_copy(update={"value": value}),))
            with connection:
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("SAVEPOINT rehearsal")
                at = NOON + timedelta(minutes=moment)
                rehearsed = apply(connection, edit, now=at, zone=UTC, rehearsed=True)
                connection.execute("ROLLBACK TO rehearsal")
                told = apply(connection, edit, now=at, zone=UTC).queued
            assert rehearsed.queued == told
    assert set(queued(store)) == {AN, BINH, CHI}


CHANGES = {
    DAY: ("2024-03", "2024-04"),
    "dang-van-2024/cau-treo/go": ("12 cầu treo ở", "12 cây cầu treo ở"),
    "dang-van-2024/nghe-nhan": ("Bà Tạ Thị Mơ là", "Cụ Tạ Thị Mơ là"),
    SHARE: ("86.5", "87.5"),
}


@pytest.mark.parametrize("fact", CHANGES)
def test_a_change_is_queued_for_just_those_who_follow_what_the_fact_speaks_of(store, file, everybody, fact):
    spoken_of = {
        *rows(store, "SELECT name, mention.topic FROM mention JOIN fact ON seq = fact WHERE id = ?", fact)
    }
    names, topics = ({key[at] for key in spoken_of} for at in (0, 1))
    expected = {
        chat
        for (name, topic), chat in everybody.items()
        if {name} <= {"", *names} and {topic} <= {"", *topics}
    }
    assert len(expected) > 3
    assert load(store, edited(file, *CHANGES[fact])).queued == len(expected)
    assert set(queued(store)) == expected
    assert told_of(store) == [[fact]]


def test_the_pack_of_tests_has_facts_within_and_beside_what_is_followed(store):
    assert rows(store, "SELECT DISTINCT role FROM mention ORDER BY role") == [
        ("mentioned",),
        ("subject",),
        ("within",),
    ]


def test_a_chat_hears_once_however_many_of_its_follows_match(store, file, chats):
    for name, topic in [("", ""), ("suoi-ram", ""), ("dang-van", ""), ("", "khanh-thanh")]:
        chats.follow(AN, name, topic)
    load(store, a_day_later(file))
    assert queued(store) == [AN]


def test_each_thread_of_a_forum_hears_for_itself(store, file, chats):
    chats.follow(AN, "suoi-ram", thread=5)
    chats.follow(AN, "dang-van", thread=6)
    chats.follow(AN, "ta-thi-mo", thread=7)
    load(store, a_day_later(file))
    assert queued(store, "chat, thread") == [(AN, 5), (AN, 6)]


def test_a_withdrawn_fact_is_told_to_who_follows_what_it_spoke_of(store, file, chats):
    chats.follow(AN, "ta-thi-mo")
    chats.follow(BINH, "suoi-ram")
    load(store, without(file, "dang-van-2024/nghe-nhan"))
    assert events(store) == []
    load(store, file, prune=True)
    assert queued(store) == [AN]
    [[change]] = [event["changes"] for event in events(store)]
    assert (change["before"]["items"], change["after"]) == (["Tạ Thị Mơ"], None)


def test_a_fact_that_moves_to_another_name_is_told_to_followers_of_both(store, file, chats):
    chats.follow(AN, "hoi-den", "den-long")
    chats.follow(BINH, "ta-thi-mo", "den-long")
    load(store, edited(file, "subject: hoi-den", "subject: ta-thi-mo"))
    assert queued(store) == [AN, BINH]


def test_a_new_article_is_told_to_who_follows_what_it_speaks_of_and_who_follows_everything(
    store, chats, tmp_path
):
    for chat, name in ((AN, "suoi-ram"), (BINH, "ta-thi-mo"), (CHI, "")):
        chats.follow(chat, name)
    article = "article: {id: moi, about: 'cầu mới', published: 2025-03-04}\n"
    (tmp_path / "a.yaml").write_text(article, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(
        article.replace("moi", "khac") + "facts:\n"
        "  - {id: khac/cau, subject: suoi-ram, topic: cau-treo, kind: count, value: 4, statement: Bốn cầu.}\n",
        encoding="utf-8",
    )
    load(store, tmp_path / "a.yaml", tmp_path / "b.yaml")
    assert [(event["new_article"], len(event["changes"])) for event in events(store)] == [
        (True, 0),
        (True, 1),
    ]
    assert queued(store, "event, chat") == [(1, CHI), (2, AN), (2, CHI)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("paragraph: 3", "paragraph: 4"),
        ("Bài báo không nêu số chiếc.", "Bài báo không nêu số đèn."),
        ('["bằng gỗ"]', '["gỗ"]'),
        ("Tạ Hoài Mây", "Tạ Hoài Mai"),
        ("complete: true", "complete: false"),
    ],
)
def test_what_no_notice_would_show_is_told_to_nobody(store, file, everybody, old, new):
    assert load(store, edited(file, old, new)).queued == 0
    assert (events(store), len(everybody) > 0) == ([], True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("86.5", "86"),
        ("of: 100", "of: 90"),
        ('unit: "%"', 'unit: "phần trăm"'),
        ("năm 2023", "cả năm 2023"),
        ("as_of: 2023-12-31", "as_of: 2023-12-30"),
        ("bán 86,5% số đèn lồng", "đã bán 86,5% số đèn lồng"),
        ('items: ["Tạ Thị Mơ"]', 'items: ["Tạ Thị Mây"]'),
    ],
)
def test_what_a_reader_sees_of_a_fact_is_told(store, file, chats, old, new):
    chats.follow(AN)
    assert load(store, edited(file, old, new)).queued == 1


def test_knowledge_that_stays_the_same_is_told_to_nobody(store, packs, everybody):
    assert (load(store, packs, prune=True).queued, events(store), len(everybody) > 0) == (0, [], True)


def test_a_change_that_nobody_waits_for_leaves_nothing_behind(store, file, chats):
    load(store, a_day_later(file))
    chats.follow(AN, "ta-thi-mo")
    load(store, edited(file, "86.5", "87.5"), minutes=1)
    assert (events(store), queued(store)) == ([], [])


def test_an_event_says_what_changed_who_changed_it_and_why(store, file, chats):
    chats.follow(AN)
    load(store, edited(file, "86.5", "87.5"), author="tester", why="tòa soạn đính chính")
    [event] = events(store)
    [change] = event.pop("changes")
    assert event == {"new_article": False, "author": "tester", "why": "tòa soạn đính chính"}
    assert (change["fact"], change["before"]["value"], change["after"]["value"]) == (SHARE, 86.5, 87.5)
    assert Fact.from_store(json.dumps(change["after"])).id == SHARE
    assert rows(store, "SELECT at, kind, article FROM event") == [(noon(), "change", "dang-van-2024-05-06")]


def test_a_change_that_is_taken_back_queues_nothing(store, file, packs, chats):
    chats.follow(AN)
    bad = edited(packs / "suoi-ram-2025-02-03.yaml", "subject: suoi-ram", "subject: nobody")
    with pytest.raises(PackError):
        load(store, a_day_later(file), bad)

    def fail(_count):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load(store, file, progress=fail)
    assert (events(store), queued(store)) == ([], [])


# ── when ────────────────────────────────────────────────────────────────────────────────


def test_a_notice_is_due_when_its_chat_wants_it(store, file, chats):
    for chat in range(1, 6):
        chats.follow(chat)
    chats.prefer(2, pace="daily", hour=8)
    chats.prefer(3, pace="weekly", hour=8, weekday=0)
    chats.prefer(4, quiet_from=11, quiet_to=13)
    chats.prefer(5)
    load(store, a_day_later(file))
    assert queued(store, "chat, due") == [
        (1, noon()), (2, noon(20 * 60)), (3, noon((5 * 24 + 20) * 60)), (4, noon(60)), (5, noon()),
    ]  # fmt: skip


def test_a_chat_that_cannot_be_reached_gets_its_notices_later(store, file, chats):
    chats.follow(AN)
    chats.pause(AN)
    load(store, a_day_later(file))
    assert queued(store, "chat, state") == [(AN, "paused")]


# ── who was told what is not so ─────────────────────────────────────────────────────────


def test_who_was_given_a_figure_hears_once_that_it_was_corrected(store, file, chats):
    chats.shown(AN, SHARE)
    chats.shown(AN, DAY, SHARE, days=29)
    chats.shown(BINH, SHARE, days=31)
    chats.shown(CHI, DAY)
    chats.shown(-14, SHARE, thread=3)
    assert load(store, edited(file, "86.5", "87.5")).queued == 2
    assert queued(store, "chat, thread, reason") == [(-14, 3, "told"), (AN, 0, "told")]


@pytest.mark.parametrize(
    ("fact", "edit"),
    [
        (SHARE, ("of: 100", "of: 90")),
        (SHARE, ('unit: "%"', 'unit: "phần trăm"')),
        (SHARE, ("subject: hoi-den", "subject: dang-van")),
        (DAY, ("2024-03", "2024-04")),
        ("dang-van-2024/nghe-nhan", ('items: ["Tạ Thị Mơ"]', 'items: ["Tạ Thị Mây"]')),
    ],
)
def test_a_figure_that_is_another_now_or_somebody_elses_was_told_wrong(store, file, chats, fact, edit):
    chats.shown(AN, fact)
    load(store, edited(file, *edit))
    assert queued(store) == [AN]


@pytest.mark.parametrize(
    ("fact", "edit"),
    [
        (SHARE, ("bán 86,5% số đèn lồng", "đã bán 86,5% số đèn lồng")),
        (SHARE, ("năm 2023", "cả năm 2023")),
        ("dang-van-2024/cau-treo-moi", ("không nêu số", "không cho biết số")),
    ],
)
def test_who_was_told_no_wrong_figure_hears_of_no_correction(store, file, chats, fact, edit):
    chats.shown(AN, fact)
    load(store, edited(file, *edit))
    assert queued(store) == []


def test_who_was_given_a_figure_hears_that_it_was_withdrawn(store, file, chats):
    chats.shown(AN, SHARE)
    chats.shown(BINH, "dang-van-2024/cau-treo-moi")
    load(store, without(without(file, SHARE), "dang-van-2024/cau-treo-moi"), prune=True)
    assert queued(store, "chat, reason") == [(AN, "told")]


def test_who_follows_and_was_told_hears_once_of_the_correction(store, file, chats):
    chats.follow(AN)
    chats.shown(AN, SHARE)
    load(store, edited(file, "86.5", "87.5"))
    assert queued(store, "chat, reason") == [(AN, "told")]


def test_who_does_not_want_corrections_gets_none_but_what_they_follow(store, file, chats):
    for chat in (AN, BINH):
        chats.prefer(chat, corrections=False)
        chats.shown(chat, SHARE)
    chats.follow(BINH, "hoi-den")
    load(store, edited(file, "86.5", "87.5"))
    assert queued(store, "chat, reason") == [(BINH, "follow")]


def test_a_correction_waits_for_no_digest_but_for_the_end_of_quiet_hours(store, file, chats):
    for chat, quiet in ((AN, {}), (BINH, {"quiet_from": 11, "quiet_to": 13})):
        chats.follow(chat)
        chats.shown(chat, SHARE)
        chats.prefer(chat, pace="weekly", **quiet)
    load(store, edited(file, "86.5", "87.5"))
    assert queued(store, "chat, due") == [(AN, noon()), (BINH, noon(60))]

"""What becomes of notices between the outbox and people: nothing is lost, and next to nothing comes twice."""

import asyncio
import json
import random
import sqlite3
from collections import Counter
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime

import httpx
import pytest
import pytest_asyncio

from bot.sandbox import Limits, Sandbox
from bot.sandbox.limits import Rate
from tests.e2e.conftest import Bot
from tests.stores import rows

FACT, ARTICLE = "dang-van-2024/cau-treo", "dang-van-2024-05-06"
BRIDGES = "Đăng Vân có bao nhiêu cầu treo?"
FAST = {"HOIDAP_NOTICES_PER_SECOND": "1000"}


def queue(bot, *chats, pace="at_once"):
    """A correction from 16 to 17, and a row for each of the chats, as the change itself would leave them."""
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    with closing(sqlite3.connect(bot.store)) as store, store:
        (after,) = store.execute("SELECT body FROM fact WHERE id = ?", (FACT,)).fetchone()
        change = {"fact": FACT, "before": {**json.loads(after), "value": 16}, "after": json.loads(after)}
        body = {"changes": [change], "new_article": False, "author": "packs", "why": None}
        event = store.execute(
            "INSERT INTO event (at, kind, article, body) VALUES (?, 'change', ?, ?)",
            (now, ARTICLE, json.dumps(body)),
        ).lastrowid
        store.executemany(
            "INSERT INTO outbox (event, chat, reason, due) VALUES (?, ?, 'follow', ?)",
            [(event, chat.id, now) for chat in chats],
        )
        store.executemany(
            "INSERT OR IGNORE INTO follow (chat, name, person, at) VALUES (?, 'dang-van', 1, ?)",
            [(chat.id, now) for chat in chats],
        )
        store.executemany(
            "INSERT OR REPLACE INTO preference (chat, pace) VALUES (?, ?)",
            [(chat.id, pace) for chat in chats],
        )
    return event


def states(bot):
    """How many rows of the outbox are in each state."""
    with closing(sqlite3.connect(bot.store)) as store:
        return dict(store.execute("SELECT state, count(*) FROM outbox GROUP BY state").fetchall())


def messages_asked_for(sandbox):
    return sum(call.method == "sendMessage" for call in sandbox.calls)


async def until_in_state(bot, **wanted):
    """Wait until the outbox has just these states; SQLite tells nobody when it changes, so it is looked at."""
    async with asyncio.timeout(60):
        while states(bot) != {state.replace("_", " "): count for state, count in wanted.items()}:  # noqa: ASYNC110
            await asyncio.sleep(0.02)


@pytest.mark.timeout(900)
async def test_killed_ten_times_over_a_broadcast_everybody_is_told_and_at_most_one_twice_each_time(
    sandbox, bot
):
    people = [sandbox.person(f"Người {number}") for number in range(5_000)]
    queue(bot, *people)
    chance = random.Random(20261121)  # noqa: S311  the same moments in every run
    marks = sorted(chance.sample(range(50, 4_900), 10))
    for mark in marks:
        await bot.start(**FAST)
        await sandbox.until(lambda mark=mark: messages_asked_for(sandbox) >= mark, timeout=300)
        await bot.kill()
    await bot.start(**FAST)
    told = Counter()

    def all_told():
        if messages_asked_for(sandbox) >= len(people):
            told.update(
                {call.chat for call in sandbox.calls if call.method == "sendMessage" and call.outcome == 200}
                - set(told)
            )
        return len(told) == len(people)

    await sandbox.until(all_told, timeout=300)
    await bot.stop()
    heard = Counter(one.chat.id for one in sandbox.sent())
    assert set(heard) == {person.id for person in people}
    assert sum(heard.values()) - len(people) <= len(marks)
    assert states(bot) == {"sent": len(people)}


async def test_a_chat_that_is_told_to_wait_waits_and_the_others_are_told(sandbox, bot):
    an, *others = (sandbox.person(name) for name in ("An", "Bình", "Chi"))
    queue(bot, an, *others)
    sandbox.fault("sendMessage", error=429, retry_after=4, chat=an)
    await bot.start()
    await sandbox.until(lambda: all(sandbox.sent(one) for one in others), timeout=20)
    assert sandbox.sent(an) == []
    await sandbox.until(lambda: sandbox.sent(an), timeout=20)
    refused, sent = (call.at for call in sandbox.calls if call.method == "sendMessage" and call.chat == an.id)
    assert sent - refused >= 4
    assert len(sandbox.sent()) == 3


async def test_a_chat_that_is_told_to_wait_is_sent_nothing_else_meanwhile(sandbox, bot):
    an = sandbox.person("An")
    for _ in range(3):
        queue(bot, an)
    sandbox.fault("sendMessage", error=429, retry_after=2, chat=an)
    await bot.start()
    await sandbox.until(lambda: len(sandbox.sent(an)) == 3, timeout=20)
    refused, *sent = (call.at for call in sandbox.calls if call.method == "sendMessage")
    assert (len(sent), sent[0] - refused >= 2) == (3, True)


async def test_where_one_chat_after_the_other_is_told_to_wait_the_whole_broadcast_waits(sandbox, bot):
    people = [sandbox.person(name) for name in ("An", "Bình", "Chi", "Dũng")]
    queue(bot, *people)
    sandbox.fault("sendMessage", times=2, error=429, retry_after=3)
    await bot.start()
    await until_in_state(bot, sent=4)
    first, second, *sent = (call for call in sandbox.calls if call.method == "sendMessage")
    assert [first.outcome, second.outcome, *(call.outcome for call in sent)] == [429, 429, 200, 200, 200, 200]
    assert sent[0].at - second.at >= 3


@pytest.mark.parametrize("failures", [4, pytest.param(7, id="for a minute")])
async def test_an_outage_is_waited_out_and_everybody_is_told_once(sandbox, bot, failures):
    people = [sandbox.person(name) for name in ("An", "Bình", "Chi")]
    sandbox.fault("sendMessage", times=failures, error=502)
    queue(bot, *people)
    await bot.start()
    await sandbox.until(lambda: len(sandbox.sent()) == 3, timeout=100)
    await until_in_state(bot, sent=3)
    assert sorted(one.chat.id for one in sandbox.sent()) == [one.id for one in people]


async def test_who_blocked_the_bot_is_told_what_was_missed_once_they_write_again(sandbox, bot):
    an, binh = sandbox.person("An"), sandbox.person("Bình")
    an.blocks_bot()
    queue(bot, an, binh)
    await bot.start()
    await sandbox.until(lambda: sandbox.sent(binh), timeout=20)
    await until_in_state(bot, paused=1, sent=1)
    queue(bot, an)
    await until_in_state(bot, paused=2, sent=1)
    an.unblocks_bot()
    await an.hears(after=an.says(BRIDGES))
    await sandbox.until(lambda: len(sandbox.sent(an)) == 3, timeout=20)


async def test_operators_are_told_what_becomes_of_notices_and_for_how_long_one_has_waited(
    sandbox, bot, webhook
):
    an, binh, chi, dung = (sandbox.person(name) for name in ("An", "Bình", "Chi", "Dũng"))
    an.blocks_bot()
    sandbox.fault("sendMessage", error=429, retry_after=600, chat=binh)
    sandbox.fault("sendMessage", error=400, chat=chi)
    queue(bot, an, binh, chi, dung)
    listen = webhook()["HOIDAP_LISTEN"]
    await bot.start(HOIDAP_LISTEN=listen)
    await until_in_state(bot, paused=1, pending=1, given_up=1, sent=1)
    async with httpx.AsyncClient() as client:
        told = (await client.get(f"http://{listen}/metrics")).text.splitlines()
    for outcome in ("retired", "retried", "given up", "sent"):
        assert f'hoidap_notices_total{{outcome="{outcome}"}} 1.0' in told
    for state in ("paused", "pending", "given up", "sent"):
        assert f'hoidap_outbox{{state="{state}"}} 1.0' in told
    for outcome in ("unknown", "out of reach"):
        assert f'hoidap_notices_total{{outcome="{outcome}"}} 0.0' in told
    for state in ("sending", "unknown"):
        assert f'hoidap_outbox{{state="{state}"}} 0.0' in told
    assert "hoidap_outbox_oldest_seconds 0.0" in told  # who is to wait is not due


async def test_an_account_that_is_gone_is_not_written_to_again(sandbox, bot):
    an, binh = sandbox.person("An"), sandbox.person("Bình")
    an.deletes_account()
    queue(bot, an, binh)
    await bot.start()
    await until_in_state(bot, paused=1, sent=1)
    assert sum(call.chat == an.id for call in sandbox.calls) == 1


async def test_a_group_that_moves_amid_a_broadcast_is_told_where_it_is_now(sandbox, bot):
    people = [sandbox.person(f"Người {number}") for number in range(40)]
    group = sandbox.group("Tổ dân phố", members=people[:1], admins=people[:1])
    queue(bot, *people, group)
    await bot.start()
    await sandbox.until(lambda: len(sandbox.sent()) >= 5, timeout=20)
    moved = sandbox.migrate(group)
    await until_in_state(bot, sent=41)
    heard = Counter(one.chat.id for one in sandbox.sent())
    assert heard == Counter([*(one.id for one in people), moved.id])
    assert rows(bot.store, "SELECT chat FROM follow WHERE chat < 0") == [(moved.id,)]
    queue(bot, moved)
    await sandbox.until(lambda: len(sandbox.sent(moved)) == 2, timeout=20)


async def test_a_notice_that_timed_out_is_sent_once_more_at_most_and_recorded_as_unknown(sandbox, bot):
    an = sandbox.person("An")
    sandbox.fault("sendMessage", times=None, kind="hang", effect=True, chat=an)
    queue(bot, an)
    await bot.start()
    await until_in_state(bot, unknown=1)
    assert len(sandbox.sent(an)) == 2


async def test_a_notice_that_telegram_refuses_is_set_aside_with_the_reason(sandbox, bot):
    an, binh = sandbox.person("An"), sandbox.person("Bình")
    sandbox.fault("sendMessage", error=400, chat=an)
    queue(bot, an, binh)
    await bot.start()
    await until_in_state(bot, given_up=1, sent=1)
    with closing(sqlite3.connect(bot.store)) as store:
        ((problem,),) = store.execute("SELECT problem FROM outbox WHERE state = 'given up'").fetchall()
    assert "Bad Request" in problem


async def test_who_wants_a_digest_gets_one_message_of_all_that_is_due(sandbox, bot):
    an = sandbox.person("An")
    for _ in range(3):
        queue(bot, an, pace="daily")
    await bot.start()
    await until_in_state(bot, sent=3)
    assert len(sandbox.sent(an)) == 1


async def test_what_goes_on_after_it_was_told_changes_the_message_that_told_it(sandbox, bot):
    an = sandbox.person("An")
    event = queue(bot, an)
    await bot.start()
    await sandbox.until(lambda: sandbox.sent(an), timeout=20)
    await until_in_state(bot, sent=1)
    with closing(sqlite3.connect(bot.store)) as store, store:
        store.execute("UPDATE event SET body = replace(body, '16', '15') WHERE id = ?", (event,))
        store.execute("UPDATE outbox SET state = 'pending'")
    [told] = sandbox.sent(an)
    assert (await sandbox.edited(told, timeout=20)).text != told.text
    assert len(sandbox.sent(an)) == 1


@asynccontextmanager
async def limited(limits, store, cwd, environment):
    """A bot on a stand-in with limits."""
    async with Sandbox(limits=limits) as sandbox:
        bot = Bot(sandbox, store, cwd, environment)
        yield sandbox, bot
        await bot.stop()


@pytest_asyncio.fixture
async def strict(store, cwd, environment):
    """A bot on a stand-in that is as strict as Telegram."""
    async with limited(Limits(), store, cwd, environment) as both:
        yield both


async def test_one_chat_is_told_no_faster_than_telegram_allows(store, cwd, environment):
    slow = Limits(private=Rate(1, 1, burst=1), group=Rate(20, 60, burst=1))
    async with limited(slow, store, cwd, environment) as (sandbox, bot):
        an, binh = sandbox.person("An"), sandbox.person("Bình")
        group = sandbox.group("Tổ 3", [an])
        for chats in ((an, group, binh), (an, group), (an, group), (an,)):
            queue(bot, *chats)
        await bot.start()
        await sandbox.until(lambda: len(sandbox.sent()) == 8, timeout=30)
        assert [call for call in sandbox.calls if call.outcome == 429] == []


async def test_a_broadcast_keeps_within_telegrams_limits_and_answers_pass_it(strict):
    sandbox, bot = strict
    people = [sandbox.person(f"Người {number}") for number in range(150)]
    reader = sandbox.person("An")
    queue(bot, *people)
    await bot.start()
    await sandbox.until(lambda: len(sandbox.sent()) >= 20, timeout=30)
    await reader.hears(after=reader.says(BRIDGES))
    assert len(sandbox.sent()) < 150
    await sandbox.until(lambda: messages_asked_for(sandbox) >= 151, timeout=60)
    assert [call for call in sandbox.calls if call.outcome == 429] == []

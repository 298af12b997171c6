"""What the running bot promises: nothing asked is lost, whatever happens to it or to Telegram."""

import json
import re
import sqlite3
from collections import Counter

import httpx
import pytest

from bot.receiving import SECRET_HEADER
from knowledge.exchange.loading import load_packs, read_packs
from tests.stores import edited

BRIDGES, ANSWER = "Đăng Vân có bao nhiêu cầu treo?", "17 cầu treo"
HOSTILE = {
    "markup": "<b>Đăng Vân</b> có & <script>bao nhiêu</script> cầu treo?",
    "NUL": "Đăng Vân có\x00 bao nhiêu cầu treo?",
    "the longest message": "Đăng Vân có bao nhiêu cầu treo? " * 127,
    "one long word": "a" * 4096,
    "right to left": "\u202eĐăng Vân có bao nhiêu cầu treo?\u202c",
    "emoji": "👩‍👩‍👧‍👦🇻🇳" * 200,
    "combining marks": "a" + "\u0301" * 2000,
    "line ends": "\u2028\u2029\x85\n\n\r\n?",
    "format fields": "{0} {place} %s %(x)s \\N{DASH}",
    "SQL": "'; DROP TABLE fact; --",
    "nothing but marks": "???!!!",
}


def answers_to(sandbox, asked):
    """The bot's messages that answer this one."""
    return [
        one
        for one in sandbox.sent()
        if one.reply_to and one.reply_to.id == asked.id and one.chat.id == asked.chat.id
    ]


def all_answered(sandbox, asked):
    answered = {(one.chat.id, one.reply_to.id) for one in sandbox.sent() if one.reply_to}
    return all((one.chat.id, one.id) in answered for one in asked)


async def test_a_question_is_answered_with_its_figure_and_its_source(sandbox, bot):
    await bot.start()
    an = sandbox.person("An")
    asked = an.says(BRIDGES)
    answer = await an.hears(after=asked)
    assert answer.reply_to.id == asked.id
    assert answer.text.startswith(ANSWER)
    assert "Tạ Hoài Mây" in answer.text
    assert "06/05/2024" in answer.text


async def test_the_commands_are_offered_in_menus(sandbox, bot):
    await bot.start()
    await sandbox.until(lambda: sum(call.method == "setMyCommands" for call in sandbox.calls) == 2)
    offered = [command["command"] for menu in sandbox.telegram.commands.values() for command in menu]
    assert {"hoi", "trogiup", "chude", "nguon"} <= set(offered)


# ── dying and stopping ──────────────────────────────────────────────────────────────────


async def test_killed_with_three_hundred_questions_queued_it_answers_every_one(sandbox, bot):
    people = [sandbox.person(f"Người {number}") for number in range(30)]
    asked = [person.says(f"{BRIDGES} ({at})") for at in range(10) for person in people]
    await bot.start()
    await sandbox.until(lambda: len(sandbox.sent()) >= 60, timeout=60)
    await bot.kill()
    before = len(sandbox.sent())
    assert before < len(asked)
    await bot.start()
    await sandbox.until(lambda: all_answered(sandbox, asked), timeout=90)
    assert await bot.stop() == 0
    times = Counter((one.chat.id, one.reply_to.id) for one in sandbox.sent() if one.reply_to)
    assert set(times) == {(one.chat.id, one.id) for one in asked}
    doubled = [question for question, count in times.items() if count > 1]
    assert max(times.values()) <= 2
    assert (
        max(Counter(chat for chat, _message in doubled).values(), default=0) <= 1
    )  # what was in hand when it was killed


async def test_one_persons_questions_are_answered_in_their_order(sandbox, bot):
    an = sandbox.person("An")
    asked = [an.says(f"{BRIDGES} ({at})") for at in range(8)]
    await bot.start()
    await sandbox.until(lambda: all_answered(sandbox, asked), timeout=30)
    assert [one.reply_to.id for one in sandbox.sent(an)] == [one.id for one in asked]


async def test_told_to_stop_it_finishes_what_is_in_hand_and_ends_well(sandbox, bot):
    await bot.start()
    an = sandbox.person("An")
    asked = an.says(BRIDGES)
    await sandbox.until(lambda: any(call.method == "sendMessage" for call in sandbox.calls))
    assert await bot.stop() == 0
    assert len(answers_to(sandbox, asked)) == 1
    await bot.start()
    later = an.says(BRIDGES)
    await an.hears(after=later)
    assert len(answers_to(sandbox, asked)) == 1


async def test_told_to_stop_while_telegram_is_out_of_reach_it_ends_in_time_and_answers_later(sandbox, bot):
    await bot.start()
    an = sandbox.person("An")
    sandbox.fault("sendMessage", times=None, error=502)
    asked = an.says(BRIDGES)
    await sandbox.until(lambda: any(call.method == "sendMessage" for call in sandbox.calls))
    assert await bot.stop() == 0
    sandbox.heal()
    await bot.start()
    await an.hears(after=asked)
    assert len(answers_to(sandbox, asked)) == 1


async def test_told_to_stop_before_telegram_was_ever_reached_it_ends_in_time(sandbox, bot):
    sandbox.fault("getMe", times=None, error=502)
    await bot.begin()
    await sandbox.until(lambda: sandbox.calls, timeout=60)
    assert await bot.stop() == 0
    assert "Unclosed" not in bot.logged


# ── Telegram's moods ────────────────────────────────────────────────────────────────────


async def test_a_chat_that_is_told_to_wait_gets_its_answer_and_keeps_nobody_waiting(sandbox, bot):
    await bot.start()
    an, binh = sandbox.person("An"), sandbox.person("Bình")
    sandbox.fault("sendMessage", error=429, retry_after=3, chat=an)
    first = an.says(BRIDGES)
    await sandbox.until(lambda: any(call.outcome == 429 for call in sandbox.calls))
    second = binh.says(BRIDGES)
    await binh.hears(after=second)
    assert answers_to(sandbox, first) == []
    await an.hears(after=first, timeout=10)
    refused, sent = (call.at for call in sandbox.calls if call.method == "sendMessage" and call.chat == an.id)
    assert sent - refused >= 3


@pytest.mark.parametrize("kind", ["error", "reset"])
async def test_an_outage_is_waited_out_and_everything_is_answered_once(sandbox, bot, kind):
    await bot.start()
    an = sandbox.person("An")
    sandbox.fault("sendMessage", times=3, kind=kind)
    asked = [an.says(BRIDGES), an.says("Suối Rằm có bao nhiêu cầu treo?")]
    await sandbox.until(lambda: all_answered(sandbox, asked), timeout=30)
    assert [len(answers_to(sandbox, one)) for one in asked] == [1, 1]


async def test_an_outage_of_fetching_is_waited_out(sandbox, bot):
    await bot.start()
    sandbox.fault("getUpdates", times=3, error=502)
    an = sandbox.person("An")
    asked = an.says(BRIDGES)
    await an.hears(after=asked, timeout=30)
    assert len(answers_to(sandbox, asked)) == 1


async def test_an_answer_that_timed_out_is_sent_once_more_at_most(sandbox, bot):
    await bot.start()
    an = sandbox.person("An")
    sandbox.fault("sendMessage", times=None, kind="hang", effect=True, chat=an)
    asked = an.says(BRIDGES)
    await sandbox.until(lambda: len(answers_to(sandbox, asked)) == 2, timeout=60)
    sandbox.heal()
    later = an.says(BRIDGES)
    await sandbox.until(lambda: answers_to(sandbox, later), timeout=60)
    assert len(answers_to(sandbox, asked)) == 2


async def test_an_update_that_comes_twice_is_answered_once(sandbox, bot):
    await bot.start()
    an = sandbox.person("An")
    asked = an.says(BRIDGES)
    await an.hears(after=asked)
    sandbox.redeliver()
    later = an.says(BRIDGES)
    await an.hears(after=later)
    assert len(answers_to(sandbox, asked)) == 1


async def test_an_update_that_comes_twice_is_answered_once_also_by_the_next_life(sandbox, bot):
    await bot.start()
    an = sandbox.person("An")
    asked = an.says(BRIDGES)
    await an.hears(after=asked)
    await bot.stop()
    sandbox.redeliver()
    await bot.start()
    later = an.says(BRIDGES)
    await an.hears(after=later)
    assert len(answers_to(sandbox, asked)) == 1


async def test_somebody_else_fetching_with_the_same_token_is_outlasted(sandbox, bot):
    await bot.start()
    sandbox.fault("getUpdates", times=2, error=409)
    an = sandbox.person("An")
    await an.hears(after=an.says(BRIDGES), timeout=30)


# ── people's moods ──────────────────────────────────────────────────────────────────────


async def test_a_flood_of_one_person_is_told_kindly_and_slows_nobody_else(sandbox, bot):
    await bot.start()
    an, binh = sandbox.person("An"), sandbox.person("Bình")
    flood = [an.says(f"{BRIDGES} ({at})") for at in range(40)]
    asked = binh.says(BRIDGES)
    await binh.hears(after=asked, timeout=20)
    assert not all_answered(sandbox, flood)
    told = await an.hears(after=flood[0], containing="lần lượt", timeout=30)
    assert told.reply_to is None


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
async def test_whatever_is_typed_gets_an_answer(sandbox, bot, text):
    await bot.start()
    an = sandbox.person("An")
    asked = an.says(text)
    answer = await an.hears(after=asked)
    assert "Mã sự cố" not in answer.text
    assert '"level": "error"' not in bot.logged


async def test_a_handler_that_fails_tells_the_person_an_id_and_the_owner_once(sandbox, bot, webhook):
    listen = webhook()["HOIDAP_LISTEN"]
    owner = sandbox.person("Chủ")
    with sqlite3.connect(bot.store) as broken:
        broken.execute("UPDATE fact SET body = 'broken' WHERE id = 'dang-van-2024/nghe-nhan'")
    broken.close()
    await bot.start(HOIDAP_OWNERS=str(owner.id), HOIDAP_LISTEN=listen)
    an = sandbox.person("An")
    for _ in range(2):
        failed = await an.hears(after=an.says("Nghệ nhân làm đèn ở Đăng Vân là ai?"))
        number = failed.text.rpartition(" ")[2]
        assert number in bot.logged
        assert "Traceback" not in failed.text
    assert "3/2024" in (await an.hears(after=an.says("Suối Rằm khánh thành cầu treo khi nào?"))).text
    assert len(sandbox.sent(owner)) == 1
    assert "Sự cố" in sandbox.sent(owner)[0].text
    async with httpx.AsyncClient() as client:
        metrics = (await client.get(f"http://{listen}/metrics")).text
    assert re.search(r'^hoidap_errors_total{kind="\w+"} 2\.0$', metrics, re.MULTILINE)


# ── the store ───────────────────────────────────────────────────────────────────────────


async def test_what_is_loaded_while_it_runs_is_answered_at_once(sandbox, bot, packs):
    await bot.start()
    an = sandbox.person("An")
    await an.hears(after=an.says(BRIDGES))
    file = edited(packs / "suoi-ram-2025-02-03.yaml", "value: 3", "value: 4")
    load_packs(bot.store, read_packs([file]))
    answer = await an.hears(after=an.says("Suối Rằm có bao nhiêu cầu treo?"))
    assert answer.text.startswith("4 cầu treo")


async def test_with_a_full_disk_it_answers_on_and_goes_on_well_once_there_is_room(sandbox, bot):
    await bot.start(most_file=40_000)
    an = sandbox.person("An")
    for _ in range(9):
        await an.hears(after=an.says(BRIDGES))
    assert "cannot fetch updates" in bot.logged
    await bot.stop()
    await bot.start()
    answer = await an.hears(after=an.says(BRIDGES))
    changed = sandbox.edited(answer)
    an.edits(answer.reply_to, "Suối Rằm có bao nhiêu cầu treo?")
    assert (await changed).text.startswith("3 cầu treo")


async def test_a_follow_up_is_understood_after_a_restart(sandbox, bot):
    await bot.start()
    an = sandbox.person("An")
    await an.hears(after=an.says(BRIDGES))
    await bot.stop()
    await bot.start()
    answer = await an.hears(after=an.says("còn Suối Rằm?"))
    assert answer.text.startswith("3 cầu treo")


async def test_an_edit_after_a_restart_changes_the_same_answer(sandbox, bot):
    await bot.start()
    an = sandbox.person("An")
    asked = an.says(BRIDGES)
    answer = await an.hears(after=asked)
    await bot.stop()
    await bot.start()
    an.edits(asked, "Suối Rằm có bao nhiêu cầu treo?")
    assert (await sandbox.edited(answer)).text.startswith("3 cầu treo")
    assert len(sandbox.sent(an)) == 1


# ── behind a webhook ────────────────────────────────────────────────────────────────────


async def test_behind_a_webhook_questions_are_answered(sandbox, bot, webhook):
    await bot.start(**webhook("/telegram/a.b"))
    an = sandbox.person("An")
    assert ANSWER in (await an.hears(after=an.says(BRIDGES))).text


async def test_who_does_not_know_the_secret_is_refused_and_not_answered(sandbox, bot, webhook):
    settings = webhook()
    await bot.start(**settings)
    an = sandbox.person("An")
    message = {"message_id": 1, "date": 0, "text": BRIDGES, "chat": {"id": an.id, "type": "private"}}
    message["from"] = {"id": an.id, "is_bot": False, "first_name": "An"}
    async with httpx.AsyncClient() as client:
        for headers in ({}, {SECRET_HEADER: "guess"}):
            answer = await client.post(
                settings["HOIDAP_WEBHOOK_URL"], json={"update_id": 1, "message": message}, headers=headers
            )
            assert answer.status_code == 403
    await an.hears(after=an.says("Suối Rằm có bao nhiêu cầu treo?"))
    assert len(sandbox.sent(an)) == 1


async def test_what_a_webhook_confirmed_is_answered_though_it_was_killed_at_once(sandbox, bot, webhook):
    settings = webhook()
    await bot.start(**settings)
    an = sandbox.person("An")
    sandbox.fault("sendMessage", times=None, error=502)
    asked = [an.says(BRIDGES), an.says("Suối Rằm có bao nhiêu cầu treo?")]
    await sandbox.until(lambda: not sandbox.pending)
    await bot.kill()
    sandbox.heal()
    await bot.start()
    await sandbox.until(lambda: all_answered(sandbox, asked))
    assert [len(answers_to(sandbox, one)) for one in asked] == [1, 1]


async def test_health_and_metrics_are_served(sandbox, bot, webhook):
    listen = webhook()["HOIDAP_LISTEN"]
    await bot.start(HOIDAP_LISTEN=listen)
    an = sandbox.person("An")
    await an.hears(after=an.says(BRIDGES))
    async with httpx.AsyncClient() as client:
        assert (await client.get(f"http://{listen}/healthz")).json()["status"] == "ok"
        metrics = (await client.get(f"http://{listen}/metrics")).text
    assert 'hoidap_answers_total{status="answered"} 1.0' in metrics
    assert 'hoidap_updates_total{kind="message"} 1.0' in metrics
    assert "hoidap_updates_waiting " in metrics


# ── secrets ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("level", ["INFO", "DEBUG"])
async def test_a_token_that_telegram_refuses_ends_it_with_one_line_that_does_not_show_it(bot, level):
    await bot.begin(HOIDAP_TOKEN="1234:wrong", HOIDAP_LOG_LEVEL=level)
    assert await bot.end() == 1
    [line] = [line for line in bot.logged.splitlines() if line.startswith("hoidap: ")]
    assert line.startswith("hoidap: HOIDAP_TOKEN ")
    assert "wrong" not in bot.logged
    assert "Traceback" not in bot.logged


async def test_secrets_are_in_no_log_even_when_everything_is_logged(sandbox, bot, webhook):
    await bot.start(HOIDAP_LOG_LEVEL="DEBUG", **webhook())
    an = sandbox.person("An")
    sandbox.fault("sendMessage", times=1, kind="reset")
    await an.hears(after=an.says(BRIDGES), timeout=20)
    assert await bot.stop() == 0
    assert "sendMessage" in bot.logged
    assert sandbox.token.partition(":")[2] not in bot.logged
    assert "s3cret-of-ours" not in bot.logged


async def test_its_log_is_quiet_and_every_line_of_it_is_json(sandbox, bot):
    await bot.start()
    an = sandbox.person("An")
    await an.hears(after=an.says(BRIDGES))
    assert await bot.stop() == 0
    events = [json.loads(line) for line in bot.logged.splitlines()]
    assert [event["event"] for event in events] == ["started", "stopped"]
    assert "cầu treo" not in bot.logged

import logging
import re

import pytest

from tests.handlers.offline import OWNER

QUESTION = "Đăng Vân có bao nhiêu cầu treo?"
GROUP = -100200


@pytest.fixture
def broken(bot, monkeypatch):
    """A bot whose knowledge cannot be read."""

    async def fail(*_given):
        raise ZeroDivisionError("bí mật")

    monkeypatch.setattr(bot.desk, "look", fail)
    return bot


async def test_a_person_is_told_an_id_that_the_log_has_and_no_traceback(broken, caplog):
    with caplog.at_level(logging.ERROR, "handlers"):
        told, _alert = await broken.says(QUESTION, number=5)
    [number] = re.findall(r"Mã sự cố: (\w{6})", told.text)
    assert told.reply_to == 5
    assert "bí mật" not in told.text
    [record] = caplog.records
    assert number in record.getMessage()
    assert isinstance(record.exc_info[1], ZeroDivisionError)


async def test_owners_are_told_at_most_once_per_kind_and_hour(broken, clock):
    _told, alert = await broken.says(QUESTION)
    assert alert.params["chat_id"] == str(OWNER)
    assert "ZeroDivisionError" in alert.text
    assert "bí mật" not in alert.text
    clock.moves(minutes=59)
    assert len(await broken.says(QUESTION)) == 1
    clock.moves(minutes=2)
    assert len(await broken.says(QUESTION)) == 2


async def test_whoever_pressed_a_button_is_told_too(broken):
    button = {"message_id": 3, "date": 1, "chat": {"id": 11, "type": "private"}, "text": "x"}
    notice, _alert = await broken.update(
        callback_query={
            "id": "9",
            "from": {"id": 11, "is_bot": False, "first_name": "An"},
            "chat_instance": "1",
            "data": "1t:0",
            "message": button,
        }
    )
    assert notice.method == "answerCallbackQuery"
    assert "Mã sự cố" in notice.text
    assert notice.params["show_alert"] == "true"


async def test_a_failing_inline_query_troubles_nobody_but_the_owners(broken):
    [alert] = await broken.update(
        inline_query={
            "id": "1",
            "from": {"id": 11, "is_bot": False, "first_name": "An"},
            "query": "a",
            "offset": "",
        }
    )
    assert alert.params["chat_id"] == str(OWNER)


async def test_nobody_is_troubled_by_someone_who_blocked_the_bot(bot, caplog):
    bot.request.refusals.append(("sendMessage", 403, "Forbidden: bot was blocked by the user"))
    assert [call.method for call in await bot.says(QUESTION)] == ["sendMessage"]
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


async def test_nobody_is_troubled_by_a_button_pressed_long_ago(bot, caplog):
    [answer] = await bot.says(QUESTION)
    bot.request.refusals.append(
        (
            "answerCallbackQuery",
            400,
            "Bad Request: query is too old and response timeout expired or query ID is invalid",
        )
    )
    calls = await bot.presses(answer.data("Đúng"), answer)
    assert [call.method for call in calls] == ["editMessageReplyMarkup", "answerCallbackQuery"]
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


async def test_an_answer_that_seems_lost_keeps_its_record_so_that_its_buttons_work(bot):
    bot.request.refusals.append(("sendMessage", 502, "Bad Gateway"))
    await bot.says(QUESTION, number=5)
    kept = await bot.desk.asked_in(11, 5)
    assert (kept.question, kept.answers) == (QUESTION, ())


async def test_an_error_that_nobody_can_be_told_of_raises_nothing(broken):
    broken.request.refusals.extend(
        [("sendMessage", 500, "Internal Server Error"), ("sendMessage", 500, "Internal Server Error")]
    )
    assert [call.method for call in await broken.says(QUESTION)] == ["sendMessage", "sendMessage"]

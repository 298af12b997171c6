import pytest
from telegram import InlineKeyboardMarkup

from handlers.desk import Seat
from handlers.keyboards import Action, button
from handlers.sending import change, send

SEAT = Seat(chat=11, chat_kind="private", person=11)
KEYBOARD = InlineKeyboardMarkup([[button("x", Action.TOPICS, 0)]])


async def changed(bot, standing, html):
    """What calls it takes to change messages, and which stand afterwards."""
    bot.request.calls.clear()
    stands = await change(bot.application.bot, SEAT, standing, html, KEYBOARD, reply_to=5)
    return [(call.method, call.text, bool(call.rows)) for call in bot.request.calls], stands


async def test_the_first_of_several_messages_is_the_reply_and_the_last_has_the_buttons(bot):
    sent = await send(bot.application.bot, SEAT, ["a", "b", "c"], KEYBOARD, reply_to=5)
    assert [(call.text, call.reply_to, bool(call.rows)) for call in bot.request.calls] == [
        ("a", 5, False),
        ("b", None, False),
        ("c", None, True),
    ]
    assert sent == tuple(call.id for call in bot.request.calls)


async def test_an_answer_that_needs_fewer_messages_takes_the_others_back(bot):
    calls, stands = await changed(bot, (1, 2, 3), ["a"])
    assert calls == [
        ("editMessageText", "a", True),
        ("deleteMessage", "", False),
        ("deleteMessage", "", False),
    ]
    assert stands == (1,)


async def test_an_answer_that_needs_more_messages_adds_them_and_moves_the_buttons_to_the_last(bot):
    calls, stands = await changed(bot, (1,), ["a", "b", "c"])
    assert calls == [("editMessageText", "a", False), ("sendMessage", "b", False), ("sendMessage", "c", True)]
    assert (stands[0], len(stands)) == (1, 3)


async def test_what_stands_no_more_is_sent_anew_from_there_on(bot):
    bot.request.refusals.append(("editMessageText", 400, "Bad Request: message to edit not found"))
    calls, stands = await changed(bot, (1, 2), ["a", "b"])
    assert [method for method, *_ in calls] == ["editMessageText", "sendMessage", "sendMessage"]
    assert not {1, 2} & set(stands)


@pytest.mark.parametrize("said", ["message to delete not found", "message can't be deleted for everyone"])
async def test_what_cannot_be_taken_back_is_left(bot, said):
    bot.request.refusals.append(("deleteMessage", 400, f"Bad Request: {said}"))
    _calls, stands = await changed(bot, (1, 2), ["a"])
    assert stands == (1,)

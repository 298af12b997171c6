import asyncio
import threading

import pytest

from tests.handlers.offline import conversation
from tests.stores import rows

QUESTION = "Đăng Vân có bao nhiêu cầu treo?"
FOLLOW = "Theo dõi Đăng Vân · Cầu treo"
UNCLEAR = "Có bao nhiêu cầu treo?"
UNKNOWN = "Hạ Long có bao nhiêu cầu treo?"
GROUP = -100200


async def test_right_and_wrong_are_kept_and_a_change_of_mind_is_too(bot, store, open_desk):
    [answer] = await bot.says(QUESTION)
    marked, notice = await bot.presses(answer.data("Đúng"), answer)
    assert (marked.method, marked.labels) == ("editMessageReplyMarkup", ["Nguồn", "✓ Đúng", "Sai", FOLLOW])
    assert "Đúng" in notice.text
    restarted = await conversation(open_desk())
    marked, notice = await restarted.presses(marked.data("Sai"), answer)
    assert marked.labels == ["Nguồn", "Đúng", "✓ Sai", FOLLOW]
    assert "đổi ý kiến" in notice.text
    assert rows(store, "SELECT person, verdict FROM feedback") == [(11, "wrong")]


async def test_what_was_pressed_before_stays_marked(bot):
    [answer] = await bot.says("Đăng Vân có bao nhiêu cầu treo làm mới?")
    for label in ("Báo tôi khi có", "Theo dõi", "Sai"):
        answer, _notice = await bot.presses(answer.data(label), answer)
    assert answer.labels[-5:] == ["Nguồn", "Đúng", "✓ Sai", f"✓ {FOLLOW}", "✓ Báo tôi khi có"]


async def test_the_same_verdict_again_is_only_noticed(bot):
    [answer] = await bot.says(QUESTION)
    await bot.presses(answer.data("Sai"), answer)
    [notice] = await bot.presses(answer.data("Sai"), answer)
    assert (notice.method, "đã chọn Sai" in notice.text) == ("answerCallbackQuery", True)


async def test_everybody_in_a_group_has_a_verdict_of_their_own_and_nobody_sees_it(bot, store):
    [answer] = await bot.says(f"/hoi {QUESTION}", chat=GROUP)
    for who, label in ((11, "Đúng"), (12, "Sai")):
        [notice] = await bot.presses(answer.data(label), answer, who=who)
        assert notice.method == "answerCallbackQuery"
    assert rows(store, "SELECT person, verdict FROM feedback ORDER BY person") == [
        (11, "right"),
        (12, "wrong"),
    ]


async def test_the_wish_to_be_told_is_kept_once(bot, store):
    [answer] = await bot.says(UNKNOWN)
    marked, notice = await bot.presses(answer.data("Báo tôi khi có"), answer)
    assert "✓ Báo tôi khi có" in marked.labels
    assert "mình sẽ báo" in notice.text
    [notice] = await bot.presses(answer.data("Báo tôi khi có"), answer)
    assert "đã nhờ" in notice.text
    assert rows(store, "SELECT chat, person, question FROM wish") == [(11, 11, UNKNOWN)]


async def test_a_bystander_can_wish_to_be_told_too(bot, store):
    [answer] = await bot.says(f"/hoi {UNKNOWN}", chat=GROUP)
    [notice] = await bot.presses(answer.data("Báo tôi khi có"), answer, who=12)
    assert notice.text
    assert rows(store, "SELECT chat, person FROM wish") == [(GROUP, 12)]


@pytest.mark.parametrize("label", ["Nguồn", "Đúng", "Sai"])
async def test_a_button_whose_question_is_kept_no_more_says_so(bot, label):
    [answer] = await bot.says(QUESTION)
    await bot.desk.forget(11)
    [notice] = await bot.presses(answer.data(label), answer)
    assert "không còn giữ" in notice.text


async def test_a_press_under_a_message_telegram_shows_no_more_still_works(bot):
    [answer] = await bot.says(QUESTION)
    hidden = {"id": "9", "from": {"id": 11, "is_bot": False, "first_name": "An"}, "chat_instance": "1", "data": answer.data("Đúng"),
              "message": {"message_id": answer.id, "date": 0, "chat": answer.result["chat"]}}  # fmt: skip
    [notice] = await bot.update(callback_query=hidden)
    assert "Cảm ơn" in notice.text


async def test_a_mark_that_cannot_be_shown_is_no_error(bot):
    [answer] = await bot.says(QUESTION)
    bot.request.refusals.append(("editMessageReplyMarkup", 400, "Bad Request: message to edit not found"))
    _refused, notice = await bot.presses(answer.data("Đúng"), answer)
    assert "Cảm ơn" in notice.text


async def test_a_button_of_another_chat_opens_nothing(bot):
    [theirs] = await bot.says(UNCLEAR, chat=12, who=12)
    [own] = await bot.says(QUESTION)
    [notice] = await bot.presses(theirs.data("Suối Rằm"), own)
    assert "không còn giữ" in notice.text


async def test_of_an_answer_given_twice_the_one_that_is_pressed_changes(bot):
    [first] = await bot.says(UNCLEAR, number=5)
    await bot.desk.forget(11)
    [second] = await bot.says(UNCLEAR, number=5)
    assert first.data("Suối Rằm") == second.data("Suối Rằm")
    changed, _notice = await bot.presses(first.data("Suối Rằm"), first)
    assert changed.params["message_id"] == str(first.id)
    assert "3 cầu treo" in changed.text


async def test_whoever_has_to_wait_for_a_button_is_told_so_and_gets_its_effect_all_the_same(bot):
    [answer] = await bot.says(QUESTION)
    free = threading.Event()
    waiting = bot.desk.look(lambda _known: free.wait(60))
    bot.request.on_call = lambda method: method == "answerCallbackQuery" and free.set()
    _, (notice, source) = await asyncio.gather(waiting, bot.presses(answer.data("Nguồn"), answer))
    assert (notice.method, source.method) == ("answerCallbackQuery", "sendMessage")
    assert "chờ một chút" in notice.text
    assert "Báo Thử Nghiệm" in source.text

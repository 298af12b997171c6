"""What Telegram refuses of messages is refused, in its words, over HTTP."""

import json

import httpx
import pytest
from telegram import Bot, InlineKeyboardButton, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden

from bot.sandbox import Sandbox
from tests.bot.sandbox.calling import button, call, keyboard, refusal

NOT_MODIFIED = "Message is not modified: specified new message content and reply markup are exactly the same"


async def test_a_token_of_another_shape_is_not_found(sandbox: Sandbox) -> None:
    async with httpx.AsyncClient(trust_env=False) as client:
        response = await client.get(f"{sandbox.api_base}/botabc/getMe")
    assert (response.status_code, response.json()["description"]) == (404, "Not Found")


async def test_only_the_tokens_given_are_taken() -> None:
    other = "1:" + "x" * 35
    async with Sandbox(tokens=["2:" + "y" * 35]) as sandbox:
        async with httpx.AsyncClient(trust_env=False) as client:
            response = await client.get(f"{sandbox.api_base}/bot{other}/getMe")
        assert (response.status_code, response.json()["description"]) == (401, "Unauthorized")


async def test_an_unknown_method_is_not_found(sandbox: Sandbox) -> None:
    told = await call(sandbox, "sendPigeon")
    assert (told["error_code"], told["description"]) == (404, "Not Found: method not found")


async def test_method_names_may_be_written_in_any_case_and_asked_by_get(sandbox: Sandbox) -> None:
    async with httpx.AsyncClient(trust_env=False) as client:
        response = await client.get(f"{sandbox.api_base}/bot{sandbox.token}/GETME")
    assert response.json()["result"]["username"] == "HoiDapBot"


async def test_html_that_telegram_refuses_is_refused(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    with pytest.raises(
        BadRequest, match=r"^Can't parse entities: unsupported start tag \"xã\" at byte offset 0$"
    ):
        await bot.send_message(an.id, "<xã>", parse_mode=ParseMode.HTML)
    assert sandbox.sent(an) == []


async def test_a_message_holds_4096_characters_after_parsing(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    sent = await bot.send_message(an.id, f"<b>{'&amp;' * 4096}</b>", parse_mode=ParseMode.HTML)
    assert sent.text == "&" * 4096
    with pytest.raises(BadRequest, match=r"^Message is too long$"):
        await bot.send_message(an.id, "x" * 4097)


async def test_a_message_without_words_is_refused(sandbox: Sandbox) -> None:
    an = sandbox.person("An")
    for text in ("", " \n ", "<b></b>"):
        why = await refusal(sandbox, "sendMessage", chat_id=an.id, text=text, parse_mode="HTML")
        assert why == "Bad Request: message text is empty"


async def test_text_is_trimmed_and_its_entities_move_along(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    sent = await bot.send_message(an.id, "\n <b>x</b> y \n", parse_mode=ParseMode.HTML)
    assert (sent.text, sent.text_html) == ("x y", "<b>x</b> y")


async def test_text_that_is_no_utf8_is_refused(sandbox: Sandbox) -> None:
    an = sandbox.person("An")
    body = json.dumps({"chat_id": an.id, "text": "\ud800"}).encode()
    async with httpx.AsyncClient(trust_env=False, headers={"Content-Type": "application/json"}) as client:
        response = await client.post(f"{sandbox.api_base}/bot{sandbox.token}/sendMessage", content=body)
    assert response.json()["description"] == "Bad Request: strings must be encoded in UTF-8"


async def test_links_commands_and_mentions_are_found_in_plain_text(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    sent = await bot.send_message(an.id, "Gõ /trogiup, @HoiDapBot hay https://bao.vn/a. #tin")
    found = {kind: value for entity, value in sent.parse_entities().items() for kind in [entity.type]}
    assert found == {
        "bot_command": "/trogiup", "mention": "@HoiDapBot", "url": "https://bao.vn/a", "hashtag": "#tin",
    }  # fmt: skip


async def test_another_parse_mode_than_html_is_not_simulated_and_said_to_be(sandbox: Sandbox) -> None:
    an = sandbox.person("An")
    why = await refusal(sandbox, "sendMessage", chat_id=an.id, text="x", parse_mode="MarkdownV2")
    assert why == "Bad Request: unsupported parse_mode"


async def test_a_caption_holds_1024_characters(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    sent = await bot.send_document(
        an.id, b"x", caption="<i>Bài</i>", parse_mode=ParseMode.HTML, filename="b.txt"
    )
    assert (sent.caption, sent.caption_html) == ("Bài", "<i>Bài</i>")
    with pytest.raises(BadRequest, match=r"^Message caption is too long$"):
        await bot.send_photo(an.id, b"\xff\xd8\xff", caption="x" * 1025)


async def test_callback_data_is_1_to_64_bytes(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    await bot.send_message(an.id, "x", reply_markup=keyboard([button(data="x" * 64)]))
    for data in ("x" * 65, "ạ" * 22):
        with pytest.raises(BadRequest, match=r"^Button_data_invalid$"):
            await bot.send_message(an.id, "x", reply_markup=keyboard([button(data=data)]))
    empty = {"inline_keyboard": [[{"text": "x", "callback_data": ""}]]}
    why = await refusal(sandbox, "sendMessage", chat_id=an.id, text="x", reply_markup=empty)
    assert why == "Bad Request: BUTTON_DATA_INVALID"


async def test_a_button_has_a_label_and_does_something(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    with pytest.raises(BadRequest, match=r"^Button_text_invalid$"):
        await bot.send_message(an.id, "x", reply_markup=keyboard([button(" ")]))
    with pytest.raises(BadRequest, match="text buttons are unallowed in the inline keyboard"):
        await bot.send_message(an.id, "x", reply_markup=keyboard([InlineKeyboardButton("x")]))
    with pytest.raises(BadRequest, match="url 'x y' is invalid: wrong http url"):
        await bot.send_message(an.id, "x", reply_markup=keyboard([InlineKeyboardButton("x", url="x y")]))


async def test_8_buttons_a_row_and_100_a_message_are_the_most(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    await bot.send_message(an.id, "x", reply_markup=keyboard([button()] * 8))
    await bot.send_message(an.id, "x", reply_markup=keyboard(*[[button()] * 5] * 20))
    for rows in ([[button()] * 9], [[button()] * 5] * 21):
        with pytest.raises(BadRequest, match=r"^Reply markup is too long$"):
            await bot.send_message(an.id, "x", reply_markup=keyboard(*rows))


async def test_a_keyboard_that_is_no_json_is_refused(sandbox: Sandbox) -> None:
    an = sandbox.person("An")
    why = await refusal(sandbox, "sendMessage", chat_id=an.id, text="x", reply_markup="{")
    assert why == "Bad Request: can't parse reply_markup JSON object"


async def test_a_reply_needs_a_message_unless_it_may_do_without(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    with pytest.raises(BadRequest, match=r"^Message to be replied not found$"):
        await bot.send_message(an.id, "x", reply_parameters=ReplyParameters(1))
    lenient = ReplyParameters(1, allow_sending_without_reply=True)
    assert (await bot.send_message(an.id, "x", reply_parameters=lenient)).reply_to_message is None


async def test_an_edit_that_changes_nothing_is_refused(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    sent = await bot.send_message(
        an.id, "<b>x</b>", parse_mode=ParseMode.HTML, reply_markup=keyboard([button()])
    )
    with pytest.raises(BadRequest, match=rf"^{NOT_MODIFIED}"):
        await sent.edit_text("<b>x</b> ", parse_mode=ParseMode.HTML, reply_markup=keyboard([button()]))
    with pytest.raises(BadRequest, match=rf"^{NOT_MODIFIED}"):
        await sent.edit_reply_markup(keyboard([button()]))
    await sent.edit_text("x", reply_markup=keyboard([button()]))
    await sent.edit_reply_markup(None)
    [now] = sandbox.sent(an)
    assert (now.text, now.entities, now.buttons, now.edits) == ("x", [], [], 2)


async def test_only_its_own_messages_are_edited_and_only_those_there_are(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    said = an.says("x")
    with pytest.raises(BadRequest, match=r"^Message can't be edited$"):
        await bot.edit_message_text("y", an.id, said.id)
    with pytest.raises(BadRequest, match=r"^Message to edit not found$"):
        await bot.edit_message_text("y", an.id, said.id + 1000)
    document = await bot.send_document(an.id, b"x")
    with pytest.raises(BadRequest, match=r"^There is no text in the message to edit$"):
        await document.edit_text("y")


async def test_a_deleted_message_is_gone(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    sent = await bot.send_message(an.id, "x")
    await sent.delete()
    assert sandbox.messages(an) == []
    with pytest.raises(BadRequest, match=r"^Message to delete not found$"):
        await sent.delete()


async def test_in_a_group_the_bot_deletes_only_its_own(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    said = an.says("/hoi x", to=sandbox.group("Tổ 3", [an]))
    with pytest.raises(BadRequest, match=r"^Message can't be deleted$"):
        await bot.delete_message(said.chat.id, said.id)


async def test_chats_that_are_closed_to_the_bot_say_why(sandbox: Sandbox, bot: Bot) -> None:
    stranger = sandbox.person("Lạ", started=False)
    an, binh = sandbox.person("An"), sandbox.person("Bình")
    group = sandbox.group("Tổ 3", [an])
    an.blocks_bot()
    binh.deletes_account()
    group.removes_bot()
    for chat, why in (
        (an, "^Forbidden: bot was blocked by the user$"),
        (binh, "^Forbidden: user is deactivated$"),
        (group, "^Forbidden: bot was kicked from the group chat$"),
    ):
        with pytest.raises(Forbidden, match=why):
            await bot.send_message(chat.id, "x")
    for number in (stranger.id, 99):
        with pytest.raises(BadRequest, match=r"^Chat not found$"):
            await bot.send_message(number, "x")
    assert await refusal(sandbox, "sendMessage", text="x") == "Bad Request: chat_id is empty"


async def test_who_unblocks_the_bot_hears_it_again(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    an.blocks_bot()
    an.says("Có đấy không?")
    await bot.send_message(an.id, "Có")
    kinds = [key for update in sandbox.pending for key in update.body if key != "update_id"]
    assert kinds == ["my_chat_member", "my_chat_member", "message"]


async def test_a_group_that_became_a_supergroup_tells_its_new_id(sandbox: Sandbox, bot: Bot) -> None:
    group = sandbox.group("Tổ 3", [sandbox.person("An")])
    above = sandbox.migrate(group)
    with pytest.raises(ChatMigrated) as migrated:
        await bot.send_message(group.id, "x")
    assert migrated.value.new_chat_id == above.id
    assert (await bot.send_message(above.id, "x")).chat.type == "supergroup"


async def test_a_thread_is_only_found_in_a_forum(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    forum = sandbox.group("Diễn đàn", [an], forum=True)
    asked = an.says("/hoi x", to=forum, thread=5)
    sent = await bot.send_message(forum.id, "x", message_thread_id=asked.thread)
    assert (sent.message_thread_id, sent.is_topic_message) == (5, True)
    with pytest.raises(BadRequest, match=r"^Message thread not found$"):
        await bot.send_message(an.id, "x", message_thread_id=5)

"""What Telegram refuses is refused, in its words, over HTTP."""

import json
from typing import Any

import httpx
import pytest
from telegram import (
    Bot,
    BotCommandScopeAllGroupChats,
    BotCommandScopeChat,
    BotCommandScopeChatAdministrators,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden

from bot.sandbox import NO_LIMITS, Sandbox
from bot.sandbox.answering import menu_of
from tests.bot.sandbox.conftest import bot_of

NOT_MODIFIED = "Message is not modified: specified new message content and reply markup are exactly the same"
TOO_OLD = "Query is too old and response timeout expired or query id is invalid"


async def call(sandbox: Sandbox, method: str, **params: Any) -> dict[str, Any]:
    """A call as a client without scruples sends it."""
    async with httpx.AsyncClient(trust_env=False) as client:
        response = await client.post(f"{sandbox.api_base}/bot{sandbox.token}/{method}", json=params)
        told = response.json()
        assert response.status_code == (200 if told["ok"] else told["error_code"])
        return dict(told)


async def refusal(sandbox: Sandbox, method: str, **params: Any) -> str:
    """The description that a call is refused with."""
    told = await call(sandbox, method, **params)
    assert not told["ok"]
    return str(told["description"])


def keyboard(*rows: list[InlineKeyboardButton]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(rows)


def button(text: str = "x", data: str = "d") -> InlineKeyboardButton:
    return InlineKeyboardButton(text, callback_data=data)


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


async def test_a_callback_query_is_answered_once_and_in_time() -> None:
    now = 0.0
    async with (
        Sandbox(limits=NO_LIMITS, clock=lambda: now, query_lifetime=30) as sandbox,
        bot_of(sandbox) as bot,
    ):
        an = sandbox.person("An")
        await bot.send_message(an.id, "x", reply_markup=keyboard([button()]))
        [message] = sandbox.sent(an)
        first, late = an.press(message, "d"), an.press(message, "d")
        await bot.answer_callback_query(first.id)
        with pytest.raises(BadRequest, match=rf"^{TOO_OLD}$"):
            await bot.answer_callback_query(first.id)
        now = 31.0
        with pytest.raises(BadRequest, match=rf"^{TOO_OLD}$"):
            await bot.answer_callback_query(late.id)


async def test_a_notice_holds_200_characters(sandbox: Sandbox) -> None:
    an = sandbox.person("An")
    await call(sandbox, "sendMessage", chat_id=an.id, text="x", reply_markup={"inline_keyboard": [[{"text": "x", "callback_data": "d"}]]})  # fmt: skip
    query = an.press(sandbox.sent(an)[0], "d")
    why = await refusal(sandbox, "answerCallbackQuery", callback_query_id=query.id, text="x" * 201)
    assert why == "Bad Request: MESSAGE_TOO_LONG"


def article(number: str = "1", **fields: Any) -> dict[str, Any]:
    return {
        "type": "article", "id": number, "title": "Một", "input_message_content": {"message_text": "x"}, **fields,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("results", "why"),
    [
        ([article(str(number)) for number in range(51)], "RESULTS_TOO_MUCH"),
        ([article(), article()], "RESULT_ID_DUPLICATE"),
        ([article("x" * 65)], "RESULT_ID_INVALID"),
        ([article("")], "RESULT_ID_INVALID"),
        ([article(title="")], "ARTICLE_TITLE_EMPTY"),
        (
            [article(input_message_content={})],
            "can't parse inline query result: Can't find field \"message_text\"",
        ),
        ([article(input_message_content={"message_text": ""})], "message text is empty"),
        (
            [article(input_message_content={"message_text": "<p>", "parse_mode": "HTML"})],
            'can\'t parse entities: Unsupported start tag "p" at byte offset 0',
        ),
        (
            [article(reply_markup={"inline_keyboard": [[{"text": "x", "callback_data": "x" * 65}]]})],
            "BUTTON_DATA_INVALID",
        ),
        ([article(type="pigeon")], "can't parse inline query result: Unsupported inline query result type"),
    ],
)
async def test_inline_results_that_telegram_refuses(
    sandbox: Sandbox, results: list[dict[str, Any]], why: str
) -> None:
    query = sandbox.telegram.ask({"query": "x", "offset": "", "from": {"id": 1}})
    told = await refusal(sandbox, "answerInlineQuery", inline_query_id=query.id, results=json.dumps(results))
    assert told == f"Bad Request: {why}"


async def test_the_button_over_inline_results_needs_a_good_start_parameter(sandbox: Sandbox) -> None:
    query = sandbox.telegram.ask({"query": "x", "offset": "", "from": {"id": 1}})
    button = {"text": "Mở", "start_parameter": "tiếng Việt"}
    told = await refusal(sandbox, "answerInlineQuery", inline_query_id=query.id, results=[], button=button)
    assert told == "Bad Request: START_PARAM_INVALID"


@pytest.mark.parametrize(
    ("commands", "why"),
    [
        ([("Hoi", "Hỏi")], "BOT_COMMAND_INVALID"),
        ([("hỏi", "Hỏi")], "BOT_COMMAND_INVALID"),
        ([("x" * 33, "Hỏi")], "BOT_COMMAND_INVALID"),
        ([("hoi", "")], "command description must be non-empty"),
        ([("hoi", "x" * 257)], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([(f"hoi{number}", "Hỏi") for number in range(101)], "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_menus_that_telegram_refuses(
    sandbox: Sandbox, commands: list[tuple[str, str]], why: str
) -> None:
    menu = [{"command": name, "description": description} for name, description in commands]
    assert await refusal(sandbox, "setMyCommands", commands=menu) == f"Bad Request: {why}"


async def test_the_narrowest_menu_is_shown(sandbox: Sandbox, bot: Bot) -> None:
    an, binh = sandbox.person("An"), sandbox.person("Bình")
    group = sandbox.group("Tổ 3", [an, binh], admins=[an])
    await bot.set_my_commands([("hoi", "Hỏi")])
    await bot.set_my_commands([("sua", "Sửa")], scope=BotCommandScopeChat(an.id))
    await bot.set_my_commands([("nhom", "Nhóm")], scope=BotCommandScopeAllGroupChats())
    await bot.set_my_commands([("quan", "Quản")], scope=BotCommandScopeChatAdministrators(group.id))
    await bot.set_my_commands([("help", "Help")], language_code="en")

    def shown(chat: Any, person: Any) -> str:
        return str(menu_of(sandbox.telegram, chat.chat, person.id)[0]["command"])

    assert [shown(an, an), shown(binh, binh), shown(group, an), shown(group, binh)] == [
        "sua",
        "hoi",
        "quan",
        "nhom",
    ]
    await bot.delete_my_commands(scope=BotCommandScopeChat(an.id))
    assert shown(an, an) == "hoi"
    assert [command.command for command in await bot.get_my_commands()] == ["hoi"]


async def test_no_menu_for_a_person_who_never_wrote(sandbox: Sandbox, bot: Bot) -> None:
    stranger = sandbox.person("Lạ", started=False)
    with pytest.raises(BadRequest, match=r"^Chat not found$"):
        await bot.set_my_commands([("sua", "Sửa")], scope=BotCommandScopeChat(stranger.id))


async def test_actions_and_reactions_are_those_telegram_knows(sandbox: Sandbox, bot: Bot) -> None:
    an = sandbox.person("An")
    said = an.says("x")
    with pytest.raises(BadRequest, match=r"^Wrong parameter action in request$"):
        await bot.send_chat_action(an.id, "dancing")
    with pytest.raises(BadRequest, match=r"^Reaction_invalid$"):
        await bot.set_message_reaction(an.id, said.id, "🦄🦄")
    await bot.set_message_reaction(an.id, said.id, "👍")
    assert sandbox.messages(an)[0].reactions == ["👍"]


async def test_who_somebody_is_in_a_group(sandbox: Sandbox, bot: Bot) -> None:
    an, binh, chi = (sandbox.person(name) for name in ("An", "Bình", "Chi"))
    group = sandbox.group("Tổ 3", [an, binh, chi], admins=[an, binh])
    chi.leaves(group)
    statuses = [(await bot.get_chat_member(group.id, person.id)).status for person in (an, binh, chi)]
    assert statuses == ["creator", "administrator", "left"]
    running = [member.user.first_name for member in await bot.get_chat_administrators(group.id)]
    assert running == ["An", "Bình"]
    assert (await bot.get_chat(group.id)).title == "Tổ 3"


async def test_about_the_bot_itself(sandbox: Sandbox, bot: Bot) -> None:
    await bot.set_my_description("Trả lời câu hỏi")
    await bot.set_my_short_description("Hỏi đáp")
    assert (await bot.get_my_description()).description == "Trả lời câu hỏi"
    assert bot.username == sandbox.bot.username

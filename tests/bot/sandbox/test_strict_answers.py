"""What Telegram refuses of answers to queries, of menus and the like is refused, in its words, over HTTP."""

import json
from typing import Any

import pytest
from telegram import Bot, BotCommandScopeAllGroupChats, BotCommandScopeChat, BotCommandScopeChatAdministrators
from telegram.error import BadRequest

from bot.sandbox import NO_LIMITS, Sandbox
from bot.sandbox.answering import menu_of
from tests.bot.sandbox.calling import button, call, keyboard, refusal
from tests.bot.sandbox.conftest import bot_of

TOO_OLD = "Query is too old and response timeout expired or query id is invalid"


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

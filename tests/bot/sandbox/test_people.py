import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Update,
)
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.sandbox import NO_LIMITS, Sandbox
from tests.bot.sandbox.conftest import bot_of


async def _echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    keyboard = InlineKeyboardMarkup.from_column(
        [
            InlineKeyboardButton("Nguồn", callback_data="source"),
            InlineKeyboardButton("Khẽ", callback_data="mum"),
        ]
    )
    if update.edited_message:
        assert update.effective_chat
        replies = [update.edited_message.message_id + 1]
        await update.get_bot().edit_message_text(
            f"Sửa: {update.edited_message.text}", update.effective_chat.id, replies[0]
        )
    elif update.message:
        await update.message.reply_html(f"<b>{update.message.text}</b>", reply_markup=keyboard, do_quote=True)


async def _press(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.callback_query
    if update.callback_query.data == "mum":
        await update.callback_query.answer()
    else:
        await update.callback_query.edit_message_text("Nguồn đây")
        await update.callback_query.answer("Đã mở nguồn", show_alert=True)


async def _offer(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.inline_query
    content = InputTextMessageContent(f"<i>{update.inline_query.query}</i>", parse_mode="HTML")
    await update.inline_query.answer([InlineQueryResultArticle("1", "Một", content)], cache_time=0)


@pytest_asyncio.fixture
async def echoing() -> AsyncIterator[Sandbox]:
    """A sandbox with an echo bot of python-telegram-bot's polling it."""
    async with Sandbox(limits=NO_LIMITS) as sandbox:
        application = Application.builder().token(sandbox.token).base_url(f"{sandbox.api_base}/bot").build()
        application.add_handler(MessageHandler(filters.ALL, _echo))
        application.add_handler(CallbackQueryHandler(_press))
        application.add_handler(InlineQueryHandler(_offer))
        async with application:
            assert application.updater
            await application.updater.start_polling(timeout=5)
            await application.start()
            yield sandbox
            await application.updater.stop()
            await application.stop()


async def test_a_person_asks_and_hears_a_reply(echoing: Sandbox) -> None:
    an = echoing.person("An")
    asked = an.says("Có bao nhiêu hộ?")
    answer = await an.hears(after=asked)
    assert (answer.text, answer.html) == ("Có bao nhiêu hộ?", "<b>Có bao nhiêu hộ?</b>")
    assert answer.reply_to is not None
    assert answer.reply_to.id == asked.id
    assert answer.buttons == ["Nguồn", "Khẽ"]


async def test_a_pressed_button_shows_its_alert_and_edits_the_message(echoing: Sandbox) -> None:
    an = echoing.person("An")
    answer = await an.hears(after=an.says("Hỏi"))
    notice = await an.presses(answer, "nguồn")
    changed = await echoing.edited(answer)
    assert notice is not None
    assert (notice.text, notice.alert) == ("Đã mở nguồn", True)
    assert (changed.text, changed.buttons) == ("Nguồn đây", [])


async def test_a_button_answered_without_words_shows_nothing(echoing: Sandbox) -> None:
    an = echoing.person("An")
    answer = await an.hears(after=an.says("Hỏi"))
    assert await an.presses(answer, "Khẽ") is None


async def test_an_edited_question_reaches_the_bot(echoing: Sandbox) -> None:
    an = echoing.person("An")
    asked = an.says("Hỏi")
    answer = await an.hears(after=asked)
    an.edits(asked, "Hỏi lại")
    assert (await echoing.edited(answer)).text == "Sửa: Hỏi lại"


async def test_inline_results_are_posted_by_the_person(echoing: Sandbox) -> None:
    an = echoing.person("An")
    group = echoing.group("Tổ 3", [an])
    [offered] = await an.inline("Đăng Vân", to=group)
    posted = an.posts(offered, to=group)
    assert (posted.text, posted.html, posted.via_bot) == ("Đăng Vân", "<i>Đăng Vân</i>", echoing.bot)


@pytest.mark.parametrize("heard", [1, 0])
async def test_the_bot_hears_who_posted_what_it_offered_where_feedback_is_on(heard: int) -> None:
    async with Sandbox(inline_feedback=bool(heard)) as sandbox, bot_of(sandbox) as bot:
        an = sandbox.person("An")
        offering = asyncio.ensure_future(an.inline("Đăng Vân"))
        [update] = await bot.get_updates(timeout=5)
        assert update.inline_query
        content = InputTextMessageContent("Một")
        await update.inline_query.answer([InlineQueryResultArticle("a.1", "Một", content)])
        [result] = await offering
        an.posts(result, to=sandbox.group("Tổ 3", [an]))
        chosen = [u.chosen_inline_result for u in await bot.get_updates(update.update_id + 1)]
        told = [(c.from_user.id, c.result_id, c.query, c.inline_message_id) for c in chosen if c]
        assert told == [(an.id, "a.1", "Đăng Vân", None)] * heard


async def test_many_people_are_served_at_once(echoing: Sandbox) -> None:
    people = [echoing.person(f"Người {number}") for number in range(50)]
    asked = [person.says(f"Câu của {person.name}") for person in people]
    pairs = zip(people, asked, strict=True)
    answers = await asyncio.gather(*(person.hears(after=message) for person, message in pairs))
    assert [answer.text for answer in answers] == [message.text for message in asked]


async def test_who_hears_nothing_is_told_what_the_bot_did(sandbox: Sandbox, bot: Bot) -> None:
    await bot.get_me()
    an = sandbox.person("An")
    an.says("Có ai không?")
    with pytest.raises(TimeoutError, match=r"An heard nothing after 'Có ai không\?'.*getMe 200; 1 updates"):
        await an.hears(timeout=0.01)


@pytest.mark.parametrize("text", ["", " \n", "x" * 4097])
async def test_nobody_says_what_telegrams_apps_do_not_send(sandbox: Sandbox, text: str) -> None:
    with pytest.raises(ValueError, match="1 to 4096 characters"):
        sandbox.person("An").says(text)

"""Putting messages into a chat, and changing those that are there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest

from handlers.desk import Seat

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
# Telegram has no codes for these
_SAME = "message is not modified"
_GONE = (
    "message_id_invalid",
    "message to edit not found",
    "message to delete not found",
    "message can't be edited",
    "message can't be deleted",
)


async def send(
    bot: Bot,
    seat: Seat,
    html: Sequence[str],
    keyboard: Any = None,  # noqa: ANN401  any of Telegram's kinds of markup
    *,
    reply_to: int | None = None,
) -> tuple[int, ...]:
    """Send messages, the first as a reply and the last with the buttons; their ids."""
    sent: list[int] = []
    for at, text in enumerate(html):
        message = await bot.send_message(
            seat.chat,
            text,
            parse_mode=ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
            message_thread_id=seat.thread,
            reply_parameters=_reply(reply_to) if at == 0 else None,
            reply_markup=keyboard if at == len(html) - 1 else None,
        )
        sent.append(message.message_id)
    return tuple(sent)


async def send_photo(
    bot: Bot, seat: Seat, picture: bytes, caption: str, *, reply_to: int | None = None
) -> int:
    """Send a picture; the id of its message."""
    message = await bot.send_photo(
        seat.chat,
        picture,
        caption=caption,
        message_thread_id=seat.thread,
        reply_parameters=_reply(reply_to),
    )
    return message.message_id


async def send_document(
    bot: Bot, seat: Seat, content: bytes, name: str, caption: str, *, reply_to: int | None = None
) -> int:
    """Send a file under a name; the id of its message."""
    message = await bot.send_document(
        seat.chat,
        content,
        filename=name,
        caption=caption,
        message_thread_id=seat.thread,
        reply_parameters=_reply(reply_to),
    )
    return message.message_id


async def change(
    bot: Bot,
    seat: Seat,
    standing: Sequence[int],
    html: Sequence[str],
    keyboard: InlineKeyboardMarkup | None,
    *,
    reply_to: int | None = None,
) -> tuple[int, ...]:
    """Make the messages that stand say something else, with more or fewer of them; their ids now."""
    kept = standing[: len(html)]
    for at, (message, text) in enumerate(zip(kept, html, strict=False)):
        last = at == len(html) - 1
        if not await edit(bot, seat.chat, message, text, keyboard if last else None):
            return (*kept[:at], *await send(bot, seat, html[at:], keyboard, reply_to=reply_to))
    for message in standing[len(html) :]:
        await _delete(bot, seat.chat, message)
    more = await send(bot, seat, html[len(kept) :], keyboard, reply_to=reply_to)
    return (*kept, *more)


async def edit_post(bot: Bot, post: str, html: str, keyboard: InlineKeyboardMarkup | None) -> None:
    """Make an answer posted through inline mode say something else; no matter if it is gone."""
    await _edited(bot, html, keyboard, post=post)


async def edit(bot: Bot, chat: int, message: int, html: str, keyboard: InlineKeyboardMarkup | None) -> bool:
    """Make a message say something else; False where it cannot be changed any more."""
    return await _edited(bot, html, keyboard, chat=chat, message=message)


async def _edited(
    bot: Bot,
    html: str,
    keyboard: InlineKeyboardMarkup | None,
    *,
    chat: int | None = None,
    message: int | None = None,
    post: str | None = None,
) -> bool:
    try:
        await bot.edit_message_text(
            html,
            chat_id=chat,
            message_id=message,
            inline_message_id=post,
            parse_mode=ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
            reply_markup=keyboard,
        )
    except BadRequest as error:
        if _says(error, *_GONE):
            return False
        if not _says(error, _SAME):
            raise
    return True


async def mark(bot: Bot, chat: int, message: int, keyboard: InlineKeyboardMarkup | None) -> None:
    """Change only the buttons of a message; no matter if they are as they should be, or gone with it."""
    try:
        await bot.edit_message_reply_markup(chat_id=chat, message_id=message, reply_markup=keyboard)
    except BadRequest as error:
        if not _says(error, _SAME, *_GONE):
            raise


async def _delete(bot: Bot, chat: int, message: int) -> None:
    try:
        await bot.delete_message(chat, message)
    except BadRequest as error:
        if not _says(error, *_GONE):
            raise


def _says(error: BadRequest, *words: str) -> bool:
    return any(said in error.message.lower() for said in words)


def _reply(message: int | None) -> ReplyParameters | None:
    return ReplyParameters(message, allow_sending_without_reply=True) if message is not None else None

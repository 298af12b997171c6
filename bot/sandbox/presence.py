"""Where the bot is, and what it sees there."""

from __future__ import annotations

import time

from bot.sandbox.telegram import Telegram
from bot.sandbox.telegram_html import Entity
from bot.sandbox.world import Chat, Json, Message, User


def change_bot_status(telegram: Telegram, chat: Chat, who: User, status: str) -> None:
    """Take the bot into a chat or throw it out, and tell it so."""
    before, chat.bot_status = chat.bot_status, status
    if before == status:
        return
    about = {"chat": chat.as_json(), "from": who.as_json(), "date": int(time.time())}
    old, new = (_membership(telegram.bot, each) for each in (before, status))
    body = {**about, "old_chat_member": old, "new_chat_member": new}
    telegram.updates.add("my_chat_member", chat.id, body)
    telegram.world.tell("chat")


def _membership(user: User, status: str) -> Json:
    until = {"until_date": 0} if status == "kicked" else {}
    return {"user": user.as_json(), "status": status, **until}


def bot_sees(telegram: Telegram, message: Message) -> bool:
    """In a group the bot sees everything as an administrator or without privacy mode; else what is meant for it."""
    chat = message.chat
    if chat.private:
        return True
    if chat.bot_status in {"kicked", "left"}:
        return False
    if not chat.privacy or chat.bot_status == "administrator" or message.via_bot:
        return True
    replied = message.reply_to is not None and message.reply_to.sender is telegram.bot
    return replied or any(_meant(telegram, message, entity) for entity in message.entities)


def _meant(telegram: Telegram, message: Message, entity: Entity) -> bool:
    encoded = message.text.encode("utf-16-le")
    begin, end = entity["offset"] * 2, (entity["offset"] + entity["length"]) * 2
    words = encoded[begin:end].decode("utf-16-le").lower()
    me = f"@{telegram.bot.username}".lower()
    if entity["type"] == "bot_command":
        return entity["offset"] == 0 and ("@" not in words or words.endswith(me))
    return bool(entity["type"] == "mention" and words == me)

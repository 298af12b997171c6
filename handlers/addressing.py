"""Whether a message is meant for the bot, and what it then asks."""

from __future__ import annotations

from collections import deque

from telegram import Bot, Message, MessageEntity
from telegram.constants import ChatType

from handlers.desk import Seat

_ALBUMS = 200


def is_private(message: Message) -> bool:
    """Whether the message stands in somebody's chat with the bot."""
    return message.chat.type == ChatType.PRIVATE


def is_group_kind(kind: str) -> bool:
    """Whether a kind of chat is a group."""
    return kind in (ChatType.GROUP, ChatType.SUPERGROUP)


def seat_of(message: Message, person: int | None = None) -> Seat:
    """Who speaks in a message (or presses a button under it), and where."""
    sender = message.sender_chat or message.from_user
    return Seat(
        chat=message.chat.id,
        chat_kind=message.chat.type,
        person=person if person is not None else sender.id if sender else message.chat.id,
        thread=message.message_thread_id if message.is_topic_message else None,
    )


def words_of(message: Message) -> str:
    """The text or caption of a message, fit to be kept."""
    return whole_characters(message.text or message.caption or "")


def question_in(message: Message, bot: Bot) -> str | None:
    """What a message asks the bot, perhaps nothing (""); None where the message is not meant for it."""
    mentions = [entity for entity in _entities(message) if _is_mention(message, entity, bot)]
    if not (mentions or is_private(message) or _replies_to(message, bot)):
        return None
    question = _without(words_of(message), mentions)
    return question or (quoted_question(message, bot) if mentions else "")


def is_meant_for(message: Message, bot: Bot) -> bool:
    """Whether a message is meant for the bot: words to it, or a command that is not another bot's."""
    [first, *_rest] = [*_entities(message), None]
    if first is None or first.type != MessageEntity.BOT_COMMAND or first.offset:
        return question_in(message, bot) is not None
    _name, _at, whose = _cut(words_of(message), first).partition("@")
    return not whose or whose.casefold() == bot.username.casefold()


def words_after_command(message: Message) -> str:
    """What follows the command that a message begins with, perhaps nothing ("")."""
    [command, *_rest] = message.entities or message.caption_entities
    return words_of(message)[command.length :].strip()


def question_after_command(message: Message, bot: Bot) -> str:
    """What follows the command that a message begins with, or stands in the message it replies to."""
    [command, *others] = message.entities
    mentions = [entity for entity in others if _is_mention(message, entity, bot)]
    return _without(words_of(message), [command, *mentions]) or quoted_question(message, bot)


def quoted_question(message: Message, bot: Bot) -> str:
    """The words of somebody else's message that this one replies to."""
    quoted = message.reply_to_message
    return words_of(quoted).strip() if quoted and not _replies_to(message, bot) else ""


def _replies_to(message: Message, bot: Bot) -> bool:
    quoted = message.reply_to_message
    # within a topic, what replies to nothing "replies" to the message that opened the topic
    if quoted is None or quoted.forum_topic_created or quoted.from_user is None:
        return False
    return quoted.from_user.id == bot.id


def _entities(message: Message) -> tuple[MessageEntity, ...]:
    return tuple(message.entities) or tuple(message.caption_entities)


def _is_mention(message: Message, entity: MessageEntity, bot: Bot) -> bool:
    if entity.type == MessageEntity.TEXT_MENTION:
        return entity.user is not None and entity.user.id == bot.id
    if entity.type != MessageEntity.MENTION:
        return False
    return _cut(words_of(message), entity).casefold() == f"@{bot.username}".casefold()


def _cut(text: str, entity: MessageEntity) -> str:
    return _units(text)[entity.offset * 2 : (entity.offset + entity.length) * 2].decode(
        "utf-16-le", "replace"
    )


def _without(text: str, entities: list[MessageEntity]) -> str:
    """The text with some entities taken out; Telegram counts in UTF-16 units."""
    if not entities:
        return text.strip()
    units = _units(text)
    for entity in reversed(entities):
        units = units[: entity.offset * 2] + units[(entity.offset + entity.length) * 2 :]
    return units.decode("utf-16-le", "replace").strip(" \t\n,:;")


def _units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


class Albums:
    """Remembers the albums that came lately: what is sent together is spoken to once."""

    def __init__(self) -> None:
        """None so far."""
        self._seen: deque[str] = deque(maxlen=_ALBUMS)

    def is_first(self, message: Message) -> bool:
        """Whether a message stands alone, or is the first of its album."""
        album = message.media_group_id
        if album is None:
            return True
        if album in self._seen:
            return False
        self._seen.append(album)
        return True


def whole_characters(text: str) -> str:
    """A text without halves of characters and NUL, fit to be kept."""
    return _units(text).decode("utf-16-le", "replace").replace("\0", " ")

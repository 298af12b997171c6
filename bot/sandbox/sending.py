"""Methods of the Bot API that put messages into chats, change them and take them away."""

from __future__ import annotations

from typing import Any

from telegram.constants import ChatAction, ReactionEmoji

from bot.sandbox import checks
from bot.sandbox.files import sent_file, sent_photo
from bot.sandbox.params import Params
from bot.sandbox.refusals import bad_request, forbidden
from bot.sandbox.telegram import Telegram, method
from bot.sandbox.telegram_html import Entity
from bot.sandbox.world import Chat, Json, Message

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup "
    "are exactly the same as a current content and reply markup of the message"
)


def known_chat(telegram: Telegram, params: Params) -> Chat:
    """The chat a call is about. Raises `Refused` where Telegram does not let the bot see it."""
    if not params.text("chat_id"):
        raise bad_request("chat_id is empty")
    chat = telegram.world.chats.get(params.number("chat_id"))
    if chat is None or (chat.private and not chat.started):
        raise bad_request("chat not found")
    return chat


def open_chat(telegram: Telegram, params: Params) -> Chat:
    """The chat a call writes to. Raises `Refused` where the bot may not write."""
    chat = known_chat(telegram, params)
    if chat.migrated_to:
        raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)
    if chat.deactivated:
        raise forbidden("user is deactivated")
    if chat.bot_status == "kicked":
        who = "blocked by the user" if chat.private else f"kicked from the {chat.kind} chat"
        raise forbidden(f"bot was {who}")
    return chat


def _replied(telegram: Telegram, chat: Chat, params: Params) -> Message | None:
    reply = params.data("reply_parameters", dict) or {"message_id": params.number("reply_to_message_id")}
    number = params.inner(reply).number("message_id")
    if not number:
        return None
    message = telegram.world.message(chat.id, number)
    lenient = params.flag("allow_sending_without_reply") or reply.get("allow_sending_without_reply")
    if message is None and not lenient:
        raise bad_request("message to be replied not found")
    return message


def _thread(chat: Chat, params: Params) -> int | None:
    thread = params.number("message_thread_id")
    if thread and not chat.forum:
        raise bad_request("message thread not found")
    return thread or None


def _send(telegram: Telegram, params: Params, text: str, entities: list[Entity], content: Json) -> Json:
    chat = open_chat(telegram, params)
    sent: Json = {
        "text": text,
        "entities": _with_people(telegram, entities),
        "content": content,
        "markup": checks.markup(params),
        "reply_to": _replied(telegram, chat, params),
        "thread": _thread(chat, params),
    }
    telegram.limiter.spend(chat.id, private=chat.private, unasked=sent["reply_to"] is None)
    return telegram.world.add_message(chat, telegram.bot, **sent).as_json()


def _with_people(telegram: Telegram, entities: list[Entity]) -> list[Entity]:
    known = telegram.world.users
    mentioned = {entity["user"]["id"] for entity in entities if "user" in entity}
    people = {number: known[number].as_json() for number in mentioned if number in known}
    return [
        {**entity, "user": people[entity["user"]["id"]]} if "user" in entity else entity
        for entity in entities
        if "user" not in entity or entity["user"]["id"] in people
    ]


@method
def send_message(telegram: Telegram, params: Params) -> Json:
    """Send words."""
    open_chat(telegram, params)
    return _send(telegram, params, *checks.message_text(params), content={})


@method
def send_document(telegram: Telegram, params: Params) -> Json:
    """Send a file."""
    content = {"document": sent_file(telegram, params, "document")}
    return _send(telegram, params, *checks.caption(params), content=content)


@method
def send_photo(telegram: Telegram, params: Params) -> Json:
    """Send a picture."""
    content = {"photo": [sent_photo(telegram, params)]}
    return _send(telegram, params, *checks.caption(params), content=content)


def _own(telegram: Telegram, params: Params, what: str) -> Message:
    """The message to be changed: posted through inline mode, or the bot's own in a chat."""
    if inline_id := params.text("inline_message_id"):
        message = telegram.world.posted(inline_id)
        if message is None:
            raise bad_request("MESSAGE_ID_INVALID")
        return message
    chat = open_chat(telegram, params)
    message = telegram.world.message(chat.id, params.number("message_id"))
    if message is None:
        raise bad_request(f"message to {what} not found")
    if message.sender is not telegram.bot and what == "edit":
        raise bad_request("message can't be edited")
    if not chat.private:
        telegram.limiter.spend(chat.id, private=False, unasked=False)
    return message


def _edit(telegram: Telegram, params: Params, message: Message, **fields: Any) -> Json | bool:  # noqa: ANN401
    if all(getattr(message, name) == value for name, value in fields.items()):
        raise bad_request(NOT_MODIFIED)
    telegram.world.change(message, **fields)
    return True if params.text("inline_message_id") else message.as_json()


@method
def edit_message_text(telegram: Telegram, params: Params) -> Json | bool:
    """Put other words in a message; without a keyboard, the old one goes."""
    message = _own(telegram, params, "edit")
    text, entities = checks.message_text(params)
    if message.content:
        raise bad_request("there is no text in the message to edit")
    entities = _with_people(telegram, entities)
    return _edit(telegram, params, message, text=text, entities=entities, markup=_inline(params))


@method
def edit_message_caption(telegram: Telegram, params: Params) -> Json | bool:
    """Put other words under a file."""
    message = _own(telegram, params, "edit")
    text, entities = checks.caption(params)
    return _edit(telegram, params, message, text=text, entities=entities, markup=_inline(params))


@method
def edit_message_reply_markup(telegram: Telegram, params: Params) -> Json | bool:
    """Put another keyboard under a message."""
    return _edit(telegram, params, _own(telegram, params, "edit"), markup=_inline(params))


def _inline(params: Params) -> Json | None:
    keyboard = checks.markup(params)
    return keyboard if keyboard and keyboard.get("inline_keyboard") else None


@method
def delete_message(telegram: Telegram, params: Params) -> bool:
    """Take a message out of a chat."""
    message = _own(telegram, params, "delete")
    administrator = message.chat.private or message.chat.bot_status == "administrator"
    if message.sender is not telegram.bot and not administrator:
        raise bad_request("message can't be deleted")
    telegram.world.delete(message)
    return True


@method
def send_chat_action(telegram: Telegram, params: Params) -> bool:
    """Show that the bot is at it."""
    chat = open_chat(telegram, params)
    action = checks.one_of(params, "action", list(ChatAction))
    telegram.world.tell("action", chat=chat.id, action=action)
    return True


@method
def set_message_reaction(telegram: Telegram, params: Params) -> bool:
    """React to a message with an emoji, or take the reaction back."""
    chat = open_chat(telegram, params)
    message = telegram.world.message(chat.id, params.number("message_id"))
    if message is None:
        raise bad_request("message to react not found")
    reactions = [str(reaction.get("emoji")) for reaction in params.objects("reaction")]
    if not set(reactions) <= set(ReactionEmoji):
        raise bad_request("REACTION_INVALID")
    message.reactions = reactions
    telegram.world.tell("reaction", chat=chat.id, message=message)
    return True

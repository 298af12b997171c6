"""Methods of the Bot API that answer queries, tell about chats, and set the bot up."""

from __future__ import annotations

import re

from telegram.constants import BotCommandScopeType, CallbackQueryLimit, WebhookLimit

from bot.sandbox import checks
from bot.sandbox.params import Params
from bot.sandbox.refusals import bad_request, conflict
from bot.sandbox.sending import known_chat, open_chat
from bot.sandbox.telegram import Query, Scope, Telegram, method
from bot.sandbox.telegram_html import utf16_length
from bot.sandbox.webhook import Webhook
from bot.sandbox.world import Chat, Json

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
SECRET = re.compile(r"[A-Za-z0-9_-]*")
WEB_ADDRESS = re.compile(r"https?://[^\s/]+\S*")
MOST_CONNECTIONS = 40
DEFAULT_CACHE = 300
RUNNING = {"creator", "administrator"}


@method
def get_me(telegram: Telegram, _params: Params) -> Json:
    """Who the bot is."""
    abilities = {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
    }
    return {**telegram.bot.as_json(), **abilities}


@method
async def get_updates(telegram: Telegram, params: Params) -> list[Json]:
    """What happened, waiting for it."""
    if telegram.webhook:
        raise conflict(WEBHOOK_ACTIVE)
    telegram.updates.allow(params.data("allowed_updates", list))
    limit = params.number("limit", 100)
    return await telegram.updates.poll(params.number("offset"), limit, params.number("timeout"))


@method
async def set_webhook(telegram: Telegram, params: Params) -> bool:
    """Deliver updates to an address; none ends it."""
    url, secret = params.text("url"), params.text("secret_token")
    _check_webhook(url, secret)
    await _end_webhook(telegram, params)
    telegram.updates.allow(params.data("allowed_updates", list))
    if url:
        telegram.updates.interrupt("setWebhook request")
        connections = params.number("max_connections", MOST_CONNECTIONS)
        telegram.webhook = Webhook(url, secret, connections, telegram.updates)
        telegram.webhook.start()
    return True


@method
async def delete_webhook(telegram: Telegram, params: Params) -> bool:
    """Deliver to no address any more."""
    await _end_webhook(telegram, params)
    return True


def _check_webhook(url: str, secret: str) -> None:
    if url and not WEB_ADDRESS.fullmatch(url):
        raise bad_request("bad webhook: invalid webhook URL specified")
    if len(secret) > WebhookLimit.MAX_SECRET_TOKEN_LENGTH:
        raise bad_request("secret token is too long")
    if not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")


async def _end_webhook(telegram: Telegram, params: Params) -> None:
    webhook, telegram.webhook = telegram.webhook, None
    if webhook:
        await webhook.stop()
    if params.flag("drop_pending_updates"):
        telegram.updates.drop()


@method
def get_webhook_info(telegram: Telegram, _params: Params) -> Json:
    """How delivery is going."""
    webhook = telegram.webhook
    told: Json = {"url": webhook.url if webhook else "", "has_custom_certificate": False}
    told["pending_update_count"] = len(telegram.updates.pending)
    if telegram.updates.allowed:
        told["allowed_updates"] = telegram.updates.allowed
    return {**told, **webhook.as_json()} if webhook else told


def _waiting(telegram: Telegram, number: str) -> Query:
    query = telegram.waiting(number)
    if query is None:
        raise bad_request(TOO_OLD)
    return query


@method
def answer_callback_query(telegram: Telegram, params: Params) -> bool:
    """Stop the spinner of a pressed button, with a word or without."""
    query = _waiting(telegram, params.text("callback_query_id"))
    if utf16_length(params.text("text")) > CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH:
        raise bad_request("MESSAGE_TOO_LONG")
    answer = {"text": params.text("text"), "alert": params.flag("show_alert"), "url": params.text("url")}
    telegram.close(query, answer)
    return True


@method
def answer_inline_query(telegram: Telegram, params: Params) -> bool:
    """Show what may be posted."""
    query = _waiting(telegram, params.text("inline_query_id"))
    results = checks.inline_results(params)
    answer: Json = {"results": results, "next_offset": params.text("next_offset")}
    answer |= {"cache_time": params.number("cache_time", DEFAULT_CACHE)}
    answer |= {"is_personal": params.flag("is_personal"), "button": params.data("button", dict)}
    key = (query.about["query"], query.about["offset"])
    owner = query.about["from"]["id"] if answer["is_personal"] else None
    telegram.inline_cache[*key, owner] = (telegram.clock() + answer["cache_time"], answer)
    telegram.close(query, answer)
    return True


@method
def set_my_commands(telegram: Telegram, params: Params) -> bool:
    """Show a menu of commands where its scope says."""
    menu = checks.commands(params)
    telegram.commands[_scope(telegram, params)] = menu
    telegram.world.tell("commands")
    return True


@method
def get_my_commands(telegram: Telegram, params: Params) -> list[Json]:
    """The menu of a scope."""
    return telegram.commands.get(_scope(telegram, params), [])


@method
def delete_my_commands(telegram: Telegram, params: Params) -> bool:
    """Take the menu of a scope away."""
    telegram.commands.pop(_scope(telegram, params), None)
    telegram.world.tell("commands")
    return True


def _scope(telegram: Telegram, params: Params) -> Scope:
    scope = params.inner(params.data("scope", dict) or {"type": BotCommandScopeType.DEFAULT.value})
    kind = scope.text("type")
    if kind not in list(BotCommandScopeType):
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    chat = known_chat(telegram, scope).id if kind.startswith("chat") else 0
    return kind, chat, scope.number("user_id"), params.text("language_code")


def menu_of(telegram: Telegram, chat: Chat, person: int) -> list[Json]:
    """The commands a person is offered in a chat: those of the narrowest scope that has any."""
    runs_it = chat.members.get(person) in RUNNING
    scopes = [
        (BotCommandScopeType.CHAT_MEMBER, chat.id, person, not chat.private),
        (BotCommandScopeType.CHAT_ADMINISTRATORS, chat.id, 0, runs_it),
        (BotCommandScopeType.CHAT, chat.id, 0, True),
        (BotCommandScopeType.ALL_CHAT_ADMINISTRATORS, 0, 0, runs_it),
        (BotCommandScopeType.ALL_GROUP_CHATS, 0, 0, not chat.private),
        (BotCommandScopeType.ALL_PRIVATE_CHATS, 0, 0, chat.private),
        (BotCommandScopeType.DEFAULT, 0, 0, True),
    ]
    spoken = telegram.world.users[person].language_code
    keys = [(*scope, language) for *scope, holds in scopes if holds for language in (spoken, "")]
    return next((menu for key in keys if (menu := telegram.commands.get(tuple(key)))), [])


def _profile(name: str) -> None:
    """Serve set… and get… of one text about the bot."""

    def setter(telegram: Telegram, params: Params) -> bool:
        telegram.profile[name] = params.text(name)
        return True

    def getter(telegram: Telegram, _params: Params) -> Json:
        return {name: telegram.profile.get(name, "")}

    for verb, function in (("set", setter), ("get", getter)):
        function.__name__ = f"{verb}_my_{name}"
        method(function)


for _name in ("name", "description", "short_description"):
    _profile(_name)


@method
def set_chat_menu_button(_telegram: Telegram, params: Params) -> bool:
    """What the button beside the composer opens; the stand-in always shows the commands."""
    params.data("menu_button", dict)
    return True


@method
def get_chat(telegram: Telegram, params: Params) -> Json:
    """What is known of a chat."""
    chat = known_chat(telegram, params)
    return {**chat.as_json(), "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _GIFTS}


_GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)


@method
def get_chat_member(telegram: Telegram, params: Params) -> Json:
    """What somebody is in a chat."""
    chat, person = open_chat(telegram, params), params.number("user_id")
    if person not in telegram.world.users:
        raise bad_request("invalid user_id specified")
    status = chat.bot_status if person == telegram.bot.id else chat.members.get(person, "left")
    return _member(telegram, person, status)


@method
def get_chat_administrators(telegram: Telegram, params: Params) -> list[Json]:
    """Who runs a group."""
    chat = open_chat(telegram, params)
    if chat.private:
        raise bad_request("there are no administrators in the private chat")
    return [_member(telegram, person, status) for person, status in chat.members.items() if status in RUNNING]


_RIGHTS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users",
    "can_post_stories", "can_edit_stories", "can_delete_stories",
)  # fmt: skip


def _member(telegram: Telegram, person: int, status: str) -> Json:
    told: Json = {"user": telegram.world.users[person].as_json(), "status": status}
    if status == "administrator":
        told |= dict.fromkeys(_RIGHTS, False)
    if status == "creator":
        told["is_anonymous"] = False
    if status == "kicked":
        told["until_date"] = 0
    return told


@method
def get_chat_member_count(telegram: Telegram, params: Params) -> int:
    """How many are in a chat, the bot among them."""
    return len(open_chat(telegram, params).members) + 1


@method
def leave_chat(telegram: Telegram, params: Params) -> bool:
    """Go out of a group."""
    open_chat(telegram, params).bot_status = "left"
    return True

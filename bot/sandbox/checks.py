"""What Telegram looks at before it carries a call out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from telegram.constants import (
    BotCommandLimit,
    InlineKeyboardButtonLimit,
    InlineKeyboardMarkupLimit,
    InlineQueryLimit,
    InlineQueryResultLimit,
    InlineQueryResultsButtonLimit,
    MessageLimit,
)

from bot.sandbox.params import Params
from bot.sandbox.refusals import bad_request
from bot.sandbox.telegram_html import Entity, parse_html, utf16_length, valid_url
from bot.sandbox.text import clean, marked, trim

Json = dict[str, Any]

ACTIONS = {
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
}  # fmt: skip
COMMAND = re.compile(rf"[a-z0-9_]{{{BotCommandLimit.MIN_COMMAND.value},{BotCommandLimit.MAX_COMMAND.value}}}")
START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")
NEXT_OFFSET_BYTES = 64


def formatted(params: Params, words: str, marks: str) -> tuple[str, list[Entity]]:
    """The text of a message and its entities, parsed, cleaned and trimmed. Raises `Refused`."""
    source, mode = clean(params.text(words)), params.text("parse_mode").lower()
    if mode not in {"", "none", "html"}:
        raise bad_request("unsupported parse_mode")
    if mode == "html":
        text, entities = trim(*parse_html(source))
    else:
        text, entities = trim(source, [_span(entity) for entity in params.objects(marks)])
    return text, marked(text, entities)


def _span(entity: Entity) -> Entity:
    if not all(
        isinstance(entity.get(name), kind) for name, kind in (("type", str), ("offset", int), ("length", int))
    ):
        raise bad_request("can't parse MessageEntity: Can't find field \"offset\"")
    return entity


def message_text(params: Params, words: str = "text", marks: str = "entities") -> tuple[str, list[Entity]]:
    """The words of a text message: some, and not too many. Raises `Refused`."""
    text, entities = formatted(params, words, marks)
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > MessageLimit.MAX_TEXT_LENGTH:
        raise bad_request("message is too long")
    return text, entities


def caption(params: Params) -> tuple[str, list[Entity]]:
    """The words under a file, if there are any. Raises `Refused`."""
    text, entities = formatted(params, "caption", "caption_entities")
    if utf16_length(text) > MessageLimit.CAPTION_LENGTH:
        raise bad_request("message caption is too long")
    return text, entities


def markup(params: Params) -> Json | None:
    """The keyboard that comes with a message. Raises `Refused` for an inline one Telegram would not show."""
    sent: Json | None = params.data("reply_markup", dict)
    rows = (sent or {}).get("inline_keyboard")
    if rows is None:
        return sent
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    if (
        sum(len(row) for row in rows) > InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER
        or max(map(len, rows), default=0) > InlineKeyboardMarkupLimit.BUTTONS_PER_ROW
    ):
        raise bad_request("reply markup is too long")
    for row in rows:
        for button in row:
            _check_button(button)
    shown = [row for row in rows if row]
    return {"inline_keyboard": shown} if shown else None


def _check_button(button: Json) -> None:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad_request("can't parse inline keyboard button: Can't find field \"text\"")
    if not clean(button["text"]).strip():
        raise bad_request("BUTTON_TEXT_INVALID")
    if not ACTIONS & button.keys():
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    size = len(str(button.get("callback_data", "x")).encode())
    if not InlineKeyboardButtonLimit.MIN_CALLBACK_DATA <= size <= InlineKeyboardButtonLimit.MAX_CALLBACK_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and not valid_url(button["url"]) and not button["url"].startswith("tg://"):
        raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")


def commands(params: Params) -> list[Json]:
    """A command menu. Raises `Refused`."""
    menu = params.objects("commands")
    if len(menu) > BotCommandLimit.MAX_COMMAND_NUMBER:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return [_command(entry) for entry in menu]


def _command(entry: Json) -> Json:
    name = str(entry.get("command", "")).removeprefix("/")
    description = str(entry.get("description", "")).strip()
    if not COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not description:
        raise bad_request("command description must be non-empty")
    if utf16_length(description) > BotCommandLimit.MAX_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def inline_results(params: Params) -> list[Json]:
    """The results of an inline query, each with its message worked out. Raises `Refused`."""
    results = params.objects("results")
    if len(results) > InlineQueryLimit.RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    if len({str(result.get("id")) for result in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    if utf16_length(params.text("next_offset")) > NEXT_OFFSET_BYTES:
        raise bad_request("NEXT_OFFSET_INVALID")
    _check_results_button(params.data("button", dict))
    return [_inline_result(params, result) for result in results]


def _inline_result(params: Params, result: Json) -> Json:
    size = len(str(result.get("id", "")).encode())
    if not InlineQueryResultLimit.MIN_ID_LENGTH <= size <= InlineQueryResultLimit.MAX_ID_LENGTH:
        raise bad_request("RESULT_ID_INVALID")
    if result.get("type") != "article":
        raise bad_request("can't parse inline query result: Unsupported inline query result type")
    content = result.get("input_message_content")
    if not isinstance(content, dict) or "message_text" not in content:
        raise bad_request("can't parse inline query result: Can't find field \"message_text\"")
    if not str(result.get("title", "")).strip():
        raise bad_request("ARTICLE_TITLE_EMPTY")
    text, entities = message_text(params.inner(content), "message_text")
    return {**result, "text": text, "entities": entities, "reply_markup": markup(params.inner(result))}


def _check_results_button(button: Json | None) -> None:
    if button is None:
        return
    size = len(str(button.get("start_parameter", "x")))
    if size > InlineQueryResultsButtonLimit.MAX_START_PARAMETER_LENGTH:
        raise bad_request("START_PARAM_INVALID")
    if not START_PARAMETER.fullmatch(str(button.get("start_parameter", "x"))):
        raise bad_request("START_PARAM_INVALID")


def one_of(params: Params, name: str, allowed: Iterable[str]) -> str:
    """A parameter that must be one of these. Raises `Refused`."""
    value = params.text(name)
    if value not in set(allowed):
        raise bad_request(f"wrong parameter {name} in request")
    return value

"""What becomes of a text on its way into a message: cleaned, trimmed, with links and commands marked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telegram.constants import MessageLimit

from bot.sandbox.telegram_html import Entity, utf16_length

_DROPPED = re.compile(r"[\r\u2028-\u202e\u0333\u033f\u030a]")
_BLANKED = re.compile(r"[\x00-\x09\x0b-\x1f]")
_BLANK = " \n\t\xa0"

_PATTERNS = (
    ("url", re.compile(r"(?:https?://|(?<![\w@/.]))(?:[\w-]+\.)+(?:vn|com|org|net|me|info|io|gov|edu)\b(?:[/?#][^\s<>\"“”]*[^\s<>\"“”.,;:!?)])?|https?://[^\s<>\"]+")),
    ("email", re.compile(r"(?<!\S)[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("bot_command", re.compile(r"(?<![\w/<>@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z0-9_]{3,32}\b")),
    ("hashtag", re.compile(r"(?<!\w)#\w*[^\W\d]\w*")),
)  # fmt: skip


def clean(text: str) -> str:
    """Without what Telegram drops from every text, its control characters blank."""
    return _BLANKED.sub(" ", _DROPPED.sub("", text))


def trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without blanks at either end; entities move along, and those left empty go."""
    kept = text.strip(_BLANK)
    shift = utf16_length(text[: len(text) - len(text.lstrip(_BLANK))])
    end = utf16_length(kept)
    moved = (_moved(entity, shift, end) for entity in entities)
    return kept, [entity for entity in moved if entity["length"] > 0]


def _moved(entity: Entity, shift: int, end: int) -> Entity:
    begin = max(entity["offset"] - shift, 0)
    stop = min(entity["offset"] + entity["length"] - shift, end)
    return {**entity, "offset": begin, "length": stop - begin}


def cut(text: str) -> list[str]:
    """The messages that Telegram's apps make of a long text: cut at a line's end, or else at a blank."""
    parts = []
    while utf16_length(text := text.strip(_BLANK)) > MessageLimit.MAX_TEXT_LENGTH:
        room = text.encode("utf-16-le")[: MessageLimit.MAX_TEXT_LENGTH * 2].decode("utf-16-le", "ignore")
        end = max(room.rfind("\n"), 0) or max(room.rfind(" "), 0) or len(room)
        parts.append(room[:end])
        text = text[end:]
    return [*parts, text]


def marked(text: str, entities: list[Entity]) -> list[Entity]:
    """The entities, and those Telegram finds by itself: links, addresses, commands, mentions, hashtags."""
    taken = [entity for entity in entities if entity["type"] in {"code", "pre", "text_link", "text_mention"}]
    found: list[Entity] = []
    for entity in _found(text):
        if not any(_overlap(entity, other) for other in [*taken, *found]):
            found.append(entity)
    return sorted([*entities, *found], key=lambda entity: (entity["offset"], -entity["length"]))


def _found(text: str) -> Iterator[Entity]:
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            offset = utf16_length(text[: match.start()])
            yield {"type": kind, "offset": offset, "length": utf16_length(match.group())}


def _overlap(one: Entity, other: Entity) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"]
    )

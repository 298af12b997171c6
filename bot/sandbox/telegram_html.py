"""Telegram's HTML mode: what it takes, what it refuses, and what it makes of it.

The words and byte offsets of its refusals are Telegram's own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, NoReturn

from bot.sandbox.refusals import bad_request

Entity = dict[str, Any]

SIMPLE = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "tg-spoiler": "spoiler", "span": "spoiler",
}  # fmt: skip
TAGS = {*SIMPLE, "a", "code", "pre", "blockquote", "tg-emoji"}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
LONGEST_REFERENCE = 10
LAST_CHARACTER = 0x10FFFF
END = "\0"

_SPACE = r" \t\r\n\v\0"
_TAG_NAME = re.compile(rf"[^{_SPACE}>]*")
_ATTRIBUTE_NAME = re.compile(rf"[^{_SPACE}=>/\"']*")
_TOKEN = re.compile(r"[0-9A-Za-z.-]*")
_SPACES = re.compile(r"[ \t\r\n\v]*")
_PLAIN = re.compile(r"[^<&]+")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]*)|#([0-9]*)|([A-Za-z]*))")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_URL = re.compile(
    r"(?:(?:https?|ftp)://)?(?:[^\s/?#@:.]+\.)+[^\s/?#@:.]{2,}(?::\d+)?(?:[/?#]\S*)?|https?://(?:localhost|[\d.]+|\[[\d:a-f]+\])(?::\d+)?(?:[/?#]\S*)?|(?:tg|ton|tonsite)://?\S+",
    re.IGNORECASE,
)
_PERSON = re.compile(r"tg://user\?id=(\d+)")


def utf16_length(text: str) -> int:
    """The length of a text as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """The plain text of a message in HTML mode, and its entities with UTF-16 offsets.

    Raises `Refused` where Telegram would, in its words.
    """
    return _Parser(source).parse()


def valid_url(url: str) -> bool:
    """Whether Telegram would take this as the address of a link."""
    return _URL.fullmatch(url) is not None


@dataclass(frozen=True)
class _Tag:
    name: str
    argument: str
    offset: int
    piece: int


class _Parser:
    def __init__(self, source: str) -> None:
        self._source = source.replace(END, " ") + END
        self._at = 0
        self._pieces: list[str] = []
        self._offset = 0
        self._open: list[_Tag] = []
        self._entities: list[Entity] = []

    def parse(self) -> tuple[str, list[Entity]]:
        while self._here != END:
            self._step()
        if self._open:
            _refuse(f'Can\'t find end tag corresponding to start tag "{self._open[-1].name}"')
        text = "".join(self._pieces)
        if _SURROGATE.search(text):
            _refuse(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )
        return text, _in_order(self._entities)

    @property
    def _here(self) -> str:
        return self._source[self._at]

    def _step(self) -> None:
        if self._here == "<":
            self._tag()
        elif self._here == "&":
            self._add(self._reference())
        else:
            self._add(self._take(_PLAIN).rstrip(END))

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._offset += utf16_length(text)

    def _take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._source, self._at)
        taken = found.group() if found else ""
        self._at += len(taken) - taken.endswith(END)
        return taken

    def _reference(self) -> str:
        found = _REFERENCE.match(self._source, self._at)
        character = _meant(found) if found else None
        if found is None or character is None:
            self._at += 1
            return "&"
        self._at = found.end() + (self._source[found.end()] == ";")
        return character

    def _byte(self, at: int) -> int:
        return len(self._source[:at].encode("utf-8", "surrogatepass"))

    def _tag(self) -> None:
        begin = self._at
        self._at += 1
        if self._here == "/":
            self._end_tag(begin)
        else:
            self._start_tag(begin)

    def _start_tag(self, begin: int) -> None:
        name = self._take(_TAG_NAME).lower()
        if self._here == END:
            _refuse(f"Unclosed start tag at byte offset {self._byte(begin)}")
        if name not in TAGS:
            _refuse(f'Unsupported start tag "{name}" at byte offset {self._byte(begin)}')
        argument = self._attributes(name, begin)
        if name == "span" and argument != "spoiler":
            _refuse(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(begin)}')
        self._at += 1
        self._open.append(_Tag(name, argument, self._offset, len(self._pieces)))

    def _attributes(self, tag: str, begin: int) -> str:
        argument = ""
        while True:
            self._take(_SPACES)
            if self._here == ">":
                return argument
            name = self._take(_ATTRIBUTE_NAME)
            if not name:
                _refuse(f'Empty attribute name in the tag "{tag}" at byte offset {self._byte(begin)}')
            value = self._value(tag, begin)
            argument = _argument(tag, name, value) or argument

    def _value(self, tag: str, begin: int) -> str:
        self._take(_SPACES)
        if self._here == "=":
            self._at += 1
            self._take(_SPACES)
            if self._here in "'\"":
                return self._quoted(begin)
            if self._here != END:
                return self._token()
        if self._here == END:
            _refuse(f'Unclosed start tag "{tag}" at byte offset {self._byte(begin)}')
        return ""

    def _token(self) -> str:
        begin = self._at
        token = self._take(_TOKEN).lower()
        if self._here != ">" and not _SPACES.fullmatch(self._here):
            _refuse(f"Unexpected end of name token at byte offset {self._byte(begin)}")
        return token

    def _quoted(self, begin: int) -> str:
        quote = self._here
        self._at += 1
        value = ""
        while self._here not in {quote, END}:
            if self._here == "&":
                value += self._reference()
            else:
                value += self._here
                self._at += 1
        self._at += self._here == quote
        if self._here == END:
            _refuse(f"Unclosed start tag at byte offset {self._byte(begin)}")
        return value

    def _end_tag(self, begin: int) -> None:
        if not self._open:
            _refuse(f"Unexpected end tag at byte offset {self._byte(begin)}")
        self._at += 1
        name = self._take(_TAG_NAME).rstrip(END)
        self._take(_SPACES)
        if self._here != ">":
            _refuse(f"Unclosed end tag at byte offset {self._byte(begin)}")
        tag = self._open.pop()
        if name and name != tag.name:
            _refuse(
                f"Unmatched end tag at byte offset {self._byte(begin)}, "
                f'expected "</{tag.name}>", found "</{name}>"'
            )
        self._at += 1
        if self._offset > tag.offset:
            self._close(tag)

    def _close(self, tag: _Tag) -> None:
        span = {"offset": tag.offset, "length": self._offset - tag.offset}
        if entity := _entity(tag, "".join(self._pieces[tag.piece :])):
            self._keep({**entity, **span}, tag)

    def _keep(self, entity: Entity, tag: _Tag) -> None:
        """Only one of `pre` and `code` around the same words is kept; nothing else is inside them."""
        if entity["type"] not in {"pre", "code"}:
            self._entities.append(entity)
            return
        inside = [other for other in self._entities if other["offset"] >= entity["offset"]]
        languages = [other["language"] for other in inside if "language" in other]
        if languages and tag.name == "pre":
            entity["language"] = languages[0]
        self._entities = [other for other in self._entities if other not in inside] + [entity]


def _in_order(entities: list[Entity]) -> list[Entity]:
    for entity in entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def _entity(tag: _Tag, inner: str) -> Entity | None:
    if tag.name == "a":
        return _link(tag.argument or inner)
    if tag.name == "tg-emoji":
        if not tag.argument.isdigit():
            _refuse("Invalid custom emoji identifier specified")
        return {"type": "custom_emoji", "custom_emoji_id": tag.argument}
    if tag.name == "blockquote":
        return {"type": "expandable_blockquote" if tag.argument else "blockquote"}
    if tag.name == "code" and tag.argument:
        return {"type": "code", "language": tag.argument}
    return {"type": SIMPLE.get(tag.name, tag.name)}


def _link(address: str) -> Entity | None:
    if person := _PERSON.fullmatch(address):
        return {"type": "text_mention", "user": {"id": int(person[1])}}
    if not valid_url(address):
        return None
    return {"type": "text_link", "url": address if "://" in address else f"http://{address}"}


def _argument(tag: str, name: str, value: str) -> str:
    match tag, name:
        case ("a", "href") | ("tg-emoji", "emoji-id"):
            return value
        case "code", "class":
            return value.removeprefix("language-") if value.startswith("language-") else ""
        case "span", "class":
            return value.removeprefix("tg-") if value.startswith("tg-") else ""
        case "blockquote", "expandable":
            return "1"
    return ""


def _meant(reference: re.Match[str]) -> str | None:
    hexadecimal, decimal, name = reference.groups()
    if name is not None:
        return NAMED.get(name)
    code = int(hexadecimal or "0", 16) if decimal is None else int(decimal or "0")
    short = reference.end() - reference.start() < LONGEST_REFERENCE
    return chr(code) if short and 0 < code < LAST_CHARACTER else None


def _refuse(why: str) -> NoReturn:
    raise bad_request(f"can't parse entities: {why}")

"""Links into the bot (t.me/…?start=…), and short keys for what has long ids."""

from __future__ import annotations

import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NoBase64
from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal

from telegram.constants import MessageLimit
from telegram.helpers import create_deep_linked_url

Kind = Literal["question", "topic", "source"]

_LETTERS: dict[str, Kind] = {"q": "question", "t": "topic", "s": "source"}
_KEY_BYTES = 9
_LONGEST_QUESTION = 1_000
# Never to be changed: links that people have posted are read with it. The likeliest words stand last.
_DICTIONARY = (
    "trong bài báo nói gì làm gì với hay không vì sao thế nào ra sao theo đến nay từ đầu năm tháng ngày công tác tại của các "
    "xã phường huyện thành phố tỉnh nơi tổng số phần trăm tỷ lệ được ai là có những nào có mấy người ở đâu khi nào "
    "là bao nhiêu có bao nhiêu người bao nhiêu được ở "
).encode()


@dataclass(frozen=True, slots=True)
class Link:
    """What a link leads to: a question in its words, or a topic or source by its key."""

    kind: Kind
    target: str


def key(of: str) -> str:
    """A short key for an id; the same wherever and whenever the id is."""
    return urlsafe_b64encode(blake2b(of.encode(), digest_size=_KEY_BYTES).digest()).decode()


def payload(link: Link) -> str | None:
    """A link's parameter for /start; None where a question is too long for one."""
    letter = next(letter for letter, kind in _LETTERS.items() if kind == link.kind)
    found = letter + (_packed(link.target) if link.kind == "question" else link.target)
    return found if len(found) <= MessageLimit.DEEP_LINK_LENGTH else None


def read(parameter: str) -> Link | None:
    """What the parameter of /start leads to; None where it is none of ours."""
    kind = _LETTERS.get(parameter[:1])
    if kind is None:
        return None
    target = _unpacked(parameter[1:]) if kind == "question" else parameter[1:]
    return Link(kind, target) if target else None


def url(username: str, link: Link) -> str | None:
    """The address that opens the bot at what a link leads to."""
    parameter = payload(link)
    return create_deep_linked_url(username, parameter) if parameter else None


def _packed(question: str) -> str:
    packer = zlib.compressobj(9, wbits=-15, zdict=_DICTIONARY)
    squeezed = packer.compress(question.encode("utf-8", "replace")) + packer.flush()
    return urlsafe_b64encode(squeezed).decode().rstrip("=")


def _unpacked(text: str) -> str | None:
    reader = zlib.decompressobj(wbits=-15, zdict=_DICTIONARY)
    try:
        squeezed = urlsafe_b64decode(text + "=" * (-len(text) % 4))
        question = reader.decompress(squeezed, _LONGEST_QUESTION).decode()
    except (NoBase64, zlib.error, ValueError):
        return None
    return question.strip() if reader.eof and not reader.unused_data else None

"""Shorthand and office abbreviations, and texts read with them written out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from knowledge.reading import Token, tokenize
from knowledge.vietnamese import fold, normalize, place_tone

_PLAIN = re.compile(r"[a-zà-ỹđ]+(?: [a-zà-ỹđ]+)*")
"""Lower-case words and nothing else, as most of the language data is."""
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
FILE = Path(__file__).parent / "language" / "shorthand.yaml"


def load_texts(text: str) -> Any:  # noqa: ANN401  YAML holds anything
    """YAML in which every scalar is a text, in half the time of PyYAML's own construction; yaml.YAMLError."""
    done: list[Any] = []
    within: list[list[Any]] = [done]
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.ScalarEvent):
            within[-1].append(event.value)
        elif isinstance(event, yaml.CollectionStartEvent):
            within.append([])
        elif isinstance(event, yaml.CollectionEndEvent):
            items = within.pop()
            mapping = isinstance(event, yaml.MappingEndEvent)
            within[-1].append(dict(zip(items[::2], items[1::2], strict=True)) if mapping else items)
    return done[0] if done else None


@lru_cache(maxsize=1)
def shorthand() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Short form to its expansions, likeliest first, each a tuple of words."""
    content = load_texts(FILE.read_text(encoding="utf-8"))
    return {
        normalize(str(short)): tuple(tuple(normalize(str(meaning)).split()) for meaning in meanings)
        for short, meanings in content.items()
    }


@lru_cache(maxsize=8_192)
def read_known(text: str) -> tuple[Token, ...]:
    """The tokens of a text of ours (a fact, a phrase, a name), with abbreviations in capitals written out.

    Facts say "UBND" where readers may say "ủy ban nhân dân", and the other way round.
    """
    tokens: list[Token] = []
    for token in tokenize(text):
        meanings = shorthand().get(token.marked) if token.is_word and token.typed.isupper() else None
        if meanings and len(token.typed) > 1:
            tokens += [
                Token(token.typed, word, fold(word), pause=token.pause and not at, change="shorthand")
                for at, word in enumerate(meanings[0])
            ]
        else:
            tokens.append(token)
    return tuple(tokens)


@lru_cache(maxsize=50_000)
def words_of(text: str) -> tuple[str, ...]:
    """The normalized words and numbers of a text of ours."""
    if _PLAIN.fullmatch(text):
        return tuple(map(place_tone, text.split(" ")))
    return tuple(token.marked for token in read_known(text))

"""Follow-ups that name a level and nothing else: "còn huyện?" behind a question about a commune."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import words_of
from knowledge.text.phrases import Found

_BESIDE = ("cấp", "các", "những")
"""What stands beside a level that is named by itself."""


def level_asked(understanding: Understanding) -> Found[str] | None:
    """The kind of place that a question names, and nothing else: "còn huyện?", "cấp thành phố thì sao?"."""
    tokens = understanding.tokens
    if understanding.mentions or understanding.ways:
        return None
    kinds = understanding.kinds_of_places
    said = {at for kind in kinds for at in kind.span}
    beside = (tokens[at] for at in understanding.content if at not in said)
    if not kinds or not all(token.may_be(*_BESIDE) for token in beside):
        return None
    return max(kinds, key=lambda kind: kind.end - kind.start)


def places_at(level: str, names: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """The first of some places that is of a level, or the place of that level in which one lies; none where there is no such place."""
    known = [name for name in names if name in lexicon.names]
    near = [one for name in known for one in (name, *lexicon.above(name))]
    return tuple(one for one in near if lexicon.names[one].type == level)[:1]


def speak_of_a_post(texts: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether any of some words name a post."""
    said = [f" {' '.join(words_of(text))} " for text in texts]
    return any(f" {post} " in one for one in said for post in lexicon.language.posts)

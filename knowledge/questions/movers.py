"""Who sends people somewhere, where that is asked for as a place."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.text.language import Language
from knowledge.text.runs import past
from knowledge.text.tokens import Token

_BY, _WHICH = "do", "nào"


def asks_who_moves(
    tokens: Sequence[Token], roles: Sequence[str | None], asked: range, language: Language
) -> bool:
    """Whether what asks for a place asks who sends somebody: "nơi nào | điều động | ông X", "ông X | do nơi nào | điều động"."""
    if len(asked) == 1 and tokens[asked.start].may_be(_WHICH):
        return False  # the word before tells what is asked for: "cơ quan | nào"
    verb = language.moving.longest(tokens, past(tokens, asked.stop, language.telling["tenses"]))
    if verb is None:
        return False
    named = (*roles, None)[verb.end] or ""
    by = asked.start > 0 and bool(tokens[asked.start - 1].may_be(_BY, *language.telling["passive"]))
    return by or named.startswith("name:")

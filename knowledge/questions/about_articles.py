"""What is asked of an article itself: who wrote it, when, under what title."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.reading.understanding import THE_SAME, TopicHit
from knowledge.text.language import Language
from knowledge.text.tokens import Token, is_unmarked

_ABOUT = "về"
_LONGEST_NAME = 4
"""So many syllables have the names of persons, at most."""
Roles = Sequence[str | None]


def field_asked(
    tokens: Sequence[Token], roles: Roles, hits: Sequence[TopicHit], language: Language
) -> str | None:
    """The field of an article's record that is asked for, unless the question is a topic's own example, or without marks asks where from: "từ đâu để" is no "đầu đề"."""
    taken = {at for hit in hits if hit.similarity > THE_SAME for at in hit.positions}
    found = language.source_fields.cover(tokens)
    fields = [
        one
        for one in found
        if _is_free(one.span, roles)
        and taken.isdisjoint(one.span)
        # "ai viết | đơn tình nguyện" asks for no author
        and not any(hit.phrase and {one.end - 1, one.end} <= hit.positions for hit in hits)
        and not (is_unmarked(tokens) and one.start and language.directions.at(tokens, one.start - 1))
    ]
    if fields:
        return max(fields, key=lambda one: len(one.span)).meaning
    return _asked_beside(tokens, roles, hits, language)


def names_article(tokens: Sequence[Token], roles: Roles, language: Language) -> bool:
    """Whether a question speaks of an article as such ("bài báo", "tác giả")."""
    return any(_is_free(found.span, roles) for found in language.source_things.cover(tokens))


def _asked_beside(
    tokens: Sequence[Token], roles: Roles, hits: Sequence[TopicHit], language: Language
) -> str | None:
    """The field that is asked for where nothing is spoken of but an article, whose that is and whom or what it is about."""
    asking = language.source_beside.cover(tokens)
    if not (asking and names_article(tokens, roles, language)):
        return None
    beside = (language.source_words, language.harmless)
    said = [*asking, *(found for index in beside for found in index.cover(tokens))]
    covered = {at for found in said for at in found.span}
    about = next((at for at, token in enumerate(tokens) if token.marked == _ABOUT), len(tokens))
    covered.update(at for hit in hits for at in hit.positions if at > about)
    for at, token in enumerate(tokens):
        if token.may_be(*language.source_owning):
            covered.update(range(at, at + 1 + _LONGEST_NAME))
    nothing_else = all(
        at in covered or (role or "").startswith("name:") or tokens[at].marked == _ABOUT
        for at, role in enumerate(roles)
    )
    return asking[-1].meaning if nothing_else else None


def _is_free(span: range, roles: Roles) -> bool:
    return all(roles[at] is None for at in span)

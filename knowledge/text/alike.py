"""Which words may be said for each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from knowledge.text.abbreviations import words_of


def groups_of_alike(
    groups: Iterable[Sequence[str]], heads: Mapping[str, list[str]]
) -> dict[str, tuple[str, ...]]:
    """Each member to all the others it may stand for, and the words for a head to every post that one has."""
    others: dict[str, dict[str, None]] = {}
    for group in groups:
        members = [" ".join(words_of(word)) for word in group]
        for member in members:
            others.setdefault(member, {}).update(dict.fromkeys(m for m in members if m != member))
    posts = [" ".join(words_of(post)) for post in heads["posts"]]
    for head in heads["words"]:
        others.setdefault(" ".join(words_of(head)), {}).update(dict.fromkeys(posts))
    return {member: tuple(rest) for member, rest in others.items()}

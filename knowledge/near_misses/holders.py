"""Whoever holds a post in a party committee is nobody else: of "bí thư thành ủy X" nothing is told that is of another."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.reading.evidence import View
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import Understanding
from knowledge.text.language import language
from knowledge.text.passage import Passage

_POST = 2
"""So many syllables have both a post and a committee: "bí thư | thành ủy"."""


def is_of_another_holder(
    question: Understanding, view: View, lexicon: Lexicon, held_by: Callable[[str], Passage]
) -> bool:
    """Whether it is asked of the holder of such a post, and the fact is of persons not told to hold it."""
    post = _post_in_committee(question)
    if post is None:
        return False
    names = (name for name in (view.fact.subject, *view.items) if name)
    return any(not held_by(name).has(post) for name in names if lexicon.names[name].kind == "person")


def _post_in_committee(question: Understanding) -> str | None:
    """The post in a party committee whose holder a question is about or asks for: "bí thư thành ủy"."""
    if question.ask == "whether":
        return None  # it may be denied of somebody
    for mention in question.mentions:
        post = range(max(0, mention.start - _POST), mention.start)
        if mention.committee and question.says(post, language().posts):
            return question.text(range(post.start, mention.start + _POST))
    return None

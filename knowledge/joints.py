"""What puts two things of a question side by side: a conjunction, a comma, a word of comparison."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.language import Language
from knowledge.understanding import Understanding


def are_joined(question: Understanding, between: Iterable[int], language: Language) -> bool:
    """Whether a conjunction or a comma stands at any of some places; what a context has brought along joins nothing."""
    return any(
        (question.tokens[at].pause or language.joints.longest(question.tokens, at))
        and question.tokens[at].change != "context"
        for at in between
    )


def are_beside(question: Understanding, one: range, other: range, language: Language) -> bool:
    """Whether what stands at two places is put side by side: joined, compared, or with nothing in between."""
    first, second = sorted((one, other), key=lambda span: span.start)
    if first.stop >= second.start or language.comparison_markers.cover(question.tokens):
        return True
    return are_joined(question, range(first.stop, second.start + 1), language)

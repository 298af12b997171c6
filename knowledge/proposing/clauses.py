"""What stands around a figure within its clause: the words before that lead to it, those behind that narrow it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.proposing.figures import Figure
from knowledge.proposing.sentences import Sentence
from knowledge.proposing.wordlists import counted, phrases
from knowledge.vietnamese import plain_signs

_HARD = frozenset(";:().…")
_CONJUNCTIONS = ("và", "cùng", "với", "còn", "hoặc", "cùng với")


@dataclass(frozen=True, slots=True)
class Around:
    """The spans of tokens before and behind a figure that belong to it."""

    before: range
    after: range


def around(sentence: Sentence, figures: Sequence[Figure]) -> list[Around]:
    """What stands around each figure; what one has behind it, the next does not have before it."""
    found: list[Around] = []
    taken = 0
    for at, figure in enumerate(figures):
        later = next((f for f in figures[at + 1 :] if f.start >= figure.end), None)
        after = _after(sentence, figure, later)
        start = max(taken, _begin(sentence, figure.start))
        found.append(Around(range(min(start, figure.start), figure.start), after))
        taken = max(taken, after.stop, figure.end)
    return found


def _begin(sentence: Sentence, at: int) -> int:
    """Where the clause begins that a token stands in."""
    while at > 0 and not _is_boundary(sentence, at):
        at -= 1
    return at


def _is_boundary(sentence: Sentence, at: int) -> bool:
    """Whether a clause begins at a token: behind any sign but those in a list ("xã, phường") and in names ("TP.")."""
    gap = plain_signs(sentence.gap(at))
    if _HARD & set(gap.replace("...", "…")):
        return not (gap.strip() == "." and sentence.tokens[at - 1].typed.isupper())
    if "," in gap or " - " in gap:
        return not _is_listing(sentence, at)
    return False


def _is_listing(sentence: Sentence, at: int) -> bool:
    before = counted().before(sentence.tokens, at)
    behind = counted().at(sentence.tokens, at)
    one = before.meaning.unit if before else None
    other = behind.meaning.unit if behind else None
    return one is not None and other is not None and one.kind == other.kind


def _after(sentence: Sentence, figure: Figure, later: Figure | None) -> range:
    end = figure.end
    last = later.start if later else len(sentence)
    while (
        end < last
        and not _is_boundary(sentence, end)
        and not phrases("begins_clause").at(sentence.tokens, end)
    ):
        end += 1
    if later and end == last:
        end = _without_lead(sentence, figure.end, end)
    return range(figure.end, end)


def _without_lead(sentence: Sentence, start: int, end: int) -> int:
    """Where the words behind a figure end, if those behind a conjunction lead to the next figure."""
    for at in range(end - 1, start - 1, -1):
        if sentence.is_word(at, *_CONJUNCTIONS):
            return at
    return end

"""Steps towards something, which are not yet that: who is proposed for a post is not appointed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.near_misses.pairing import Pairing, has_any, telling
from knowledge.near_misses.rules import Rule, asks_amount, where
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import words_of
from knowledge.text.runs import stands_in
from knowledge.text.tokens import Token

_THERE_ARE = "có"
_VERB = 2
"""The syllables of a verb, at most."""


@Rule
def is_only_proposed(pairing: Pairing) -> bool:
    """Whether it is asked how much was done, and the fact tells only of what was proposed or put down for, or is wanted."""
    steps = telling("proposing")
    proposed = pairing.view.weak.has_any(steps) and _is_a_step_to(pairing.question, pairing.told, steps)
    return proposed or _is_only_wanted(pairing)


def _is_only_wanted(pairing: Pairing) -> bool:
    """Whether the fact tells of those who want or wait for something, and the question says nothing of wanting: "có nhu cầu vay"."""
    wanted, tokens = telling("wanted"), pairing.question.tokens
    if not pairing.view.weak.has_any(wanted) or has_any(tokens, telling("asked_as_wanted")):
        return False
    behind = (pairing.told[end].marked for _, end in _steps_in(pairing.told, wanted))
    return any(token.may_be(verb) for verb in behind for token in tokens)


@Rule
def is_only_suspected(pairing: Pairing) -> bool:
    """Whether it is asked of what is so, and the fact tells only of signs or a danger of it: "vi phạm", "dấu hiệu vi phạm"."""
    signs = telling("suspecting")
    if not pairing.view.weak.has_any(signs) or has_any(pairing.question.tokens, signs):
        return False
    return _is_a_step_to(pairing.question, pairing.told, signs)


@Rule
def is_only_learning(pairing: Pairing) -> bool:
    """Whether those are asked for who have learned something, or done so to the end, and the fact counts who was sent to learn it."""
    question, told, sending = pairing.question, pairing.told, telling("sending")
    sent = next((at for at, one in enumerate(told) if one.marked in sending), len(told))
    if not (has_any(told[sent:], telling("to_learn")) or has_any(told, telling("sent_to_learn"))):
        return False
    if "learned" in question.tellings_said and not has_any(told, telling("learned")):
        return True
    return _are_there(question) and "learning" not in question.tellings_said


def _are_there(question: Understanding) -> bool:
    """Whether it is asked how many there are, or put forward that there are so many: "có bao nhiêu", "có 5"."""
    places = (*question.where_asks("how_many")[:1], *(claim.position for claim in question.claims))
    return any(question.tokens[max(0, at - 1)].may_be(_THERE_ARE) for at in places)


def is_only_considered(question: Understanding, told: Sequence[Token]) -> bool:
    """Whether something is put forward as done, and a sentence tells only that it was considered or proposed."""
    return _is_a_step_to(question, told, (*telling("proposing"), *telling("considering")))


@where(asks_amount)
def is_counted_as_put_forward(pairing: Pairing) -> bool:
    """Whether it is asked how many there are or were elected, and those are told who were put forward or planned for: "quy hoạch 17 đồng chí"."""
    return is_only_put_forward(pairing.question, pairing.told, pairing.figure)


def is_only_put_forward(question: Understanding, told: Sequence[Token], figure: int) -> bool:
    """Whether the figure of a sentence is of those put forward for something, and a question says nothing of that."""
    steps = telling("putting_forward")
    if not has_any(told[:figure], steps) or "put_forward" in question.tellings_said or question.plans:
        return False
    return any(
        end <= figure
        and not (start and told[start - 1].marked in telling("by_plan"))
        and not any(token.pause for token in told[end:figure])
        for start, end in _steps_in(told, steps)
    )


def _is_a_step_to(question: Understanding, told: Sequence[Token], steps: Sequence[str]) -> bool:
    """Whether what stands right behind a step is in the question, without any step, and is told nowhere else."""
    if question.once(_names_a_step):
        return False
    for start, end in _steps_in(told, steps):
        verb = [token.marked for token in _up_to_stop(told[end : end + _VERB])]
        stop = next((at for at in range(end, len(told)) if told[at].number is not None), len(told))
        own = [*told[:start], *told[stop:]]
        if verb and stands_in(question.tokens, verb) and not _follows(own, verb):
            return True
    return False


def _names_a_step(question: Understanding) -> bool:
    return has_any(question.tokens, (*telling("proposing"), *telling("considering")))


def _steps_in(told: Sequence[Token], steps: Sequence[str]) -> Iterator[tuple[int, int]]:
    for step in map(words_of, steps):
        for at in range(len(told) - len(step)):
            if all(token.marked == word for token, word in zip(told[at:], step, strict=False)):
                yield at, at + len(step)


def _up_to_stop(tokens: Sequence[Token]) -> Iterator[Token]:
    for at, token in enumerate(tokens):
        if (token.pause and at) or token.number is not None:
            return
        yield token


def _follows(told: Sequence[Token], verb: Sequence[str]) -> bool:
    texts = [token.marked for token in told]
    return any(texts[at : at + len(verb)] == list(verb) for at in range(len(texts)))

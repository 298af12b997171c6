"""Documents told apart by what they are, where only their number is the same; and who signs one from who issues it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from knowledge.near_misses.pairing import Pairing, has_any, telling
from knowledge.near_misses.rules import where
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import words_of
from knowledge.text.runs import past
from knowledge.text.tokens import Token
from knowledge.text.vietnamese import all_agree

_NUMBER, _OF = "số", "của"


def _numbered(tokens: Sequence[Token]) -> Iterator[tuple[float, str]]:
    """The numbers of documents, and what each is called: "Đề án (số) 05"."""
    for at, token in enumerate(tokens):
        if token.number is None or not at:
            continue
        end = at - tokens[at - 1].may_be(_NUMBER)
        for kind in map(words_of, telling("documents")):
            said = tokens[max(0, end - len(kind)) : end]
            if len(said) == len(kind) and all(one.may_be(word) for one, word in zip(said, kind, strict=True)):
                yield token.number, " ".join(kind)


def _asked_by_number(question: Understanding) -> dict[float, str]:
    return dict(_numbered(question.tokens))


@where(_asked_by_number)
def is_of_another_document(pairing: Pairing) -> bool:
    """Whether a document is asked of by its number, and the fact tells of one of another kind: "Đề án số 05", "Chỉ thị số 05"."""
    asked, told = pairing.question.once(_asked_by_number), list(_numbered(pairing.told))
    return any(
        not any(number == one and all_agree(kind, other) for one, other in told)
        for number, kind in asked.items()
        if number in dict(told)
    )


def _said_to_be_of(question: Understanding) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Names with what is said to be theirs right before: the plan and the province of "Đề án số 01 của tỉnh X"."""
    return [
        (owned.names, owner.names)
        for owned, owner in product(question.mentions, repeat=2)
        if owned.end == owner.start - 1 and question.tokens[owned.end].may_be(_OF)
    ]


@where(_said_to_be_of)
def is_of_another_owner(pairing: Pairing) -> bool:
    """Whether a document is said to be of a place that has it only through another, and the fact does not tell so: a province, for a plan of its town."""
    names, told = pairing.lexicon.names, {found.meaning for found in pairing.names}
    for documents, owners in pairing.question.once(_said_to_be_of):
        of_these = [name for name in documents if names[name].kind == "document"]
        if (
            of_these
            and told.isdisjoint(owners)
            and not any(names[name].part_of in owners for name in of_these)
        ):
            return True
    return False


def _asks_who_signs(question: Understanding) -> bool:
    asked, tokens = question.where_asks("who"), question.tokens
    at = past(tokens, asked[-1] + 1, telling("before_verbs")) if asked else len(tokens)
    return at < len(tokens) and tokens[at].may_be(*telling("signing"))


@where(_asks_who_signs)
def tells_of_no_signing(pairing: Pairing) -> bool:
    """Whether it is asked who put their name under a document, and the fact tells of no signing: a body that issued it."""
    return not has_any(pairing.told, telling("signing"))

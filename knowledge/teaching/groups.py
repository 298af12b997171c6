"""Questions without an answer, put together where they mean the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from rapidfuzz import fuzz

from knowledge.models import Answer, Understood
from knowledge.service import Knowledge, Reply
from knowledge.store.unanswered import OPEN, Unanswered
from knowledge.text.tokens import Token
from knowledge.text.vietnamese import fold

AGAIN = 3
"""How often what was set aside has to be asked again to be looked at again."""
_SLIP = 60.0
"""How like a word (rapidfuzz ratio) a slip of it is."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording as it is understood now.

    `about` is what two wordings of one question have in common to the letter: names, places
    nobody knows, numbers, times and whatever narrows; `words` are its other words that
    count, folded and sorted, `odd` those of them that are no words. `is_open` tells
    whether it is still without its answer, `leans` whether it leans on an earlier question.
    """

    asked: Unanswered
    status: str
    understood: Understood
    about: tuple[str, ...]
    words: tuple[str, ...]
    odd: frozenset[str]
    leans: bool
    is_open: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Wordings of one question, the most asked first; `times` counts since it was set aside, if it was."""

    wordings: tuple[Wording, ...]
    times: int
    wrong: int
    waiting: int
    is_set_aside: bool = False

    @property
    def leading(self) -> Wording:
        """The wording that speaks for all."""
        return self.wordings[0]

    @property
    def texts(self) -> dict[str, int]:
        """Its wordings as they were typed, whatever they leaned on, and how often each was asked."""
        counts: dict[str, int] = {}
        for wording in self.wordings:
            counts[wording.asked.question] = counts.get(wording.asked.question, 0) + len(wording.asked.at)
        return counts

    @property
    def digests(self) -> tuple[str, ...]:
        """What its wordings are kept by where they are set aside."""
        return tuple(wording.asked.digest for wording in self.wordings)


def answer_to(asked: Unanswered, known: Knowledge) -> Answer:
    """What a wording, asked again as it was meant then, is answered now."""
    return _reply(known, asked).answer


def _reply(known: Knowledge, asked: Unanswered) -> Reply:
    leaned = asked.leaned_on
    return known.reply(asked.question, context=leaned, now=leaned.at if leaned else None)


def read_again(known: Knowledge, asked: Unanswered) -> Wording:
    """A wording as the bot understands it now, asked again as it was meant then."""
    reply = _reply(known, asked)
    answer = reply.answer
    words = _others(reply)
    repeats = bool(asked.wrong) and {fact.id for fact in answer.facts} == set(asked.facts)
    return Wording(
        asked=asked, status=answer.status, understood=answer.understood, about=_about(reply),
        words=tuple(sorted(token.folded for token in words)),
        odd=frozenset(token.folded for token in words if not known.lexicon.speller.learned.knows(token.marked)),
        leans=answer.read_as is not None, is_open=answer.status in OPEN or repeats,
    )  # fmt: skip


def _about(reply: Reply) -> tuple[str, ...]:
    understanding = reply.understanding
    strangers = (understanding.text(stranger.span) for stranger in understanding.strangers)
    times = (time.label() for time in understanding.times)
    numbers = (str(token.number) for token in understanding.tokens if token.number is not None)
    restrictive = reply.lexicon.language.restrictive.cover(understanding.tokens)
    named = understanding.named_at
    narrowing = (
        fold(understanding.text(found.span)) for found in restrictive if named.isdisjoint(found.span)
    )
    return tuple(sorted({*understanding.names, *strangers, *times, *numbers, *narrowing}))


def _others(reply: Reply) -> list[Token]:
    """The words of a question that are of no name, no ask, and not harmless."""
    tokens = reply.understanding.tokens
    return [tokens[at] for at in reply.understanding.content if tokens[at].is_word]


def grouped(wordings: Iterable[Wording], aside: Mapping[str, datetime]) -> list[Group]:
    """The wordings still open as groups, the most asked first; `aside` tells by digest what was set aside, and when."""
    together: list[list[Wording]] = []
    by_about: dict[tuple[str, ...], list[list[Wording]]] = {}
    for wording in sorted((one for one in wordings if one.is_open), key=lambda one: -len(one.asked.at)):
        candidates = by_about.setdefault(wording.about, [])
        home = next((group for group in candidates if _means_the_same(group[0], wording)), None)
        if home is None:
            home = []
            candidates.append(home)
            together.append(home)
        home.append(wording)
    groups = [_group(members, aside) for members in together]
    return sorted(groups, key=lambda group: (-group.times - group.waiting, group.leading.asked.question))


def _means_the_same(one: Wording, other: Wording) -> bool:
    """Whether two wordings about the same names ask the same: understood alike, or nearly in the same words."""
    if _meaning(one.understood) == _meaning(other.understood):
        return True
    return one.understood.ask == other.understood.ask and _are_the_same_words(one, other)


def _are_the_same_words(one: Wording, other: Wording) -> bool:
    """Whether two wordings differ in slips at the most: of two good words, neither is a slip of the other."""
    odd = one.odd | other.odd
    pairs = list(zip(one.words, other.words, strict=False))
    return len(one.words) == len(other.words) and all(
        mine == theirs or (not odd.isdisjoint((mine, theirs)) and fuzz.ratio(mine, theirs) >= _SLIP)
        for mine, theirs in pairs
    )


def _meaning(understood: Understood) -> tuple[object, ...]:
    return (
        understood.ask, frozenset(understood.topics), frozenset(understood.facets), frozenset(understood.unexplained),
    )  # fmt: skip


def _group(members: Sequence[Wording], aside: Mapping[str, datetime]) -> Group:
    since = max((aside[one.asked.digest] for one in members if one.asked.digest in aside), default=None)
    times = sum(since is None or at > since for one in members for at in one.asked.at)
    return Group(
        wordings=tuple(members), times=times, wrong=sum(one.asked.wrong for one in members),
        waiting=sum(one.asked.waiting for one in members), is_set_aside=since is not None and times < AGAIN,
    )  # fmt: skip

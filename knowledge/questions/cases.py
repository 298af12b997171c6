"""A question as the facts of its topics see it: what it asks them to account for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from knowledge.questions.bonds import Bonds
from knowledge.questions.facets import Facets
from knowledge.questions.said import Said
from knowledge.questions.siblings import Siblings
from knowledge.questions.unsaid import is_title_of_somebody, may_follow_a_verb
from knowledge.reading.evidence import Word
from knowledge.reading.firsts import where_first_is_asked
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.mentions import Mention
from knowledge.reading.understanding import EACH, OF_A_WHOLE, TopicHit, Understanding
from knowledge.reading.ways import way_asked
from knowledge.text.abbreviations import words_of
from knowledge.text.passage import Passage
from knowledge.text.tokens import numeral_at
from knowledge.text.units import all_names_of_size
from knowledge.text.vietnamese import fold, marks_agree

_MORE, _WHICH, _ASKED_OF_POSTS, _LEVEL = "them", frozenset(["nào"]), ("who", "what"), ("cấp", "cap")
_NUMBERED = re.compile(r"(\w+) (\d+)\b")
_TO_LIVE, _FOR, _ANYBODY, _OF_A_LEVEL = " ở", "để", frozenset(["người"]), frozenset(["toàn", "cả", "cấp"])
"""What ends "đất ở" and "nhà ở", which are no "đất" and "nhà" somewhere."""


class Sought(NamedTuple):
    """A word that a fact must say; `options` are the folded syllables of it and its synonyms, `by_name` whether a name may have it."""

    bounds: tuple[int, int]
    options: list[frozenset[str]]
    by_name: bool

    def stands_among(self, syllables: frozenset[str]) -> bool:
        """Whether some syllables may make it."""
        return any(map(syllables.issuperset, self.options))


@dataclass(frozen=True)
class Asked:
    """What is asked of every topic.

    `focus` are the names asked about and `words` the content of the question; `light`
    and `restricted` are the positions of words of little weight, and of those that narrow
    or turn whatever they stand with. `published` gives an article's day, `titled` its title and
    what it is about, `held_by` who a person is.
    """

    question: Understanding
    lexicon: Lexicon
    said: Said
    focus: Sequence[Mention]
    words: Sequence[Word]
    light: frozenset[int]
    restricted: frozenset[int]
    published: Callable[[str], date]
    titled: Callable[[str], Passage]
    held_by: Callable[[str], Passage]

    @cached_property
    def every_word(self) -> list[Word]:
        """The words, and those within them."""
        return [one for word in self.words for one in word.all]

    @cached_property
    def restricting(self) -> frozenset[tuple[int, int]]:
        """Where the words start that narrow or turn what they stand with."""
        return frozenset(
            word.bounds
            for word in self.every_word
            if word.restrictive or self.restricted.intersection(word.span)
        )

    @cached_property
    def way(self) -> str | None:
        """Whether it is asked where from ("source": "lấy từ đâu") or where to ("target": "điều về đâu")."""
        return way_asked(self.question, self.ends, self.lexicon.language.classes_of_parts)

    @cached_property
    def ends(self) -> dict[int, str]:
        """Where the ends of ways are told, behind "từ" ("source") or "về", "lên" ("target")."""
        return {way.end: way.meaning for way in self.question.ways}

    @cached_property
    def bonds(self) -> Bonds:
        """What the words are bound to."""
        return Bonds(self.question, self.lexicon, self.every_word, self.light)

    def stands_in(self, word: Word, passage: Passage) -> bool:
        """Whether a passage has a word, in the company that it needs."""
        return passage.has(word.text, word.folded) and self.bonds.holds(word, passage)

    @cached_property
    def sought(self) -> list[Sought]:
        """The words that a fact must say, as they are or by a synonym; not those for the first in something, which are said in many ways."""
        return [
            Sought(
                word.bounds,
                [frozenset(text.split(" ")) for text in (word.folded, *map(fold, word.synonyms))],
                self._may_be_of_a_name(word),
            )
            for word in self.words
            if not (word.inner or self.light.issuperset(word.span) or self._may_be_of_figure(word))
            and self.question.once(where_first_is_asked).isdisjoint(word.span)
            and not is_title_of_somebody(self.question, self.lexicon, self.held_by, word)
            and numeral_at(self.question.tokens, word.start)[1] is None
            and word.text.replace(" ", "").isalpha()
            and all(map(self.lexicon.speller.learned.knows, word.text.split(" ")))
        ]

    @cached_property
    def plain(self) -> frozenset[tuple[int, int]]:
        """Where the words start that can belong neither to a figure, its unit, rate, whole or degree, nor to a name."""
        return frozenset(
            word.bounds
            for word in self.every_word
            if not (self._may_be_of_a_name(word) or self._may_be_of_figure(word))
        )

    def _may_be_of_figure(self, word: Word) -> bool:
        question = self.question
        before = question.tokens[max(0, word.start - 1) : word.start + 1]
        return (
            any(not token.is_word or token.folded in EACH for token in before)
            or word.folded in OF_A_WHOLE
            or question.says(word.span, self.lexicon.language.beside_facets)
            or question.says(word.span, self.lexicon.language.kindred_words)
            or question.says(word.span, all_names_of_size())
            or question.may_be(word.start, self.lexicon.language.denying)
            or question.may_be(word.start, _OF_A_LEVEL)
            or ((bool(question.states) or question.denies) and question.still.issuperset(word.span))
            or (question.degree | question.universal).issuperset(word.span)
            or word.start in question.clause_before
            or (question.says(word.span, _ANYBODY) and self._may_be_of_a_name(word))
            or any(set(unit).issuperset(map(question.syllable, word.span)) for unit in question.counted_units)
        )

    def _may_be_of_a_name(self, word: Word) -> bool:
        """Whether a word stands before a name, before "which", or as the end of what something is called."""
        roles = self.question.roles
        after = (roles[word.end] if word.end < len(roles) else None) or ""
        behind = word.start > 0 and (len(word.span) > 1 and roles[word.start - 1] is None)
        behind = behind or (word.start > 0 and self.question.tokens[word.start - 1].marked == _FOR)
        return behind or after == "ask:which" or after.startswith("name:")

    @cached_property
    def compounds(self) -> list[Word]:
        """The words of several syllables that may be none here, but syllables of other words."""
        return [
            word for word in self.every_word
            # without marks, no telling which of its syllables it is that turns it
            if len(word.span) > 1 and not (word.restrictive and self._may_be_another(word))
        ]  # fmt: skip

    def _may_be_another(self, word: Word) -> bool:
        """Whether a compound has no marks, or has none where it is more than function words: "chết duoi" is "chết đuối", not "chết dưới"."""
        question, functional = self.question, self.lexicon.language.function_words
        bare = [at - word.start for at in word.span if question.is_bare((at,))]
        return question.is_bare(word.span) or any(
            text.split(" ")[at] not in functional for text in self._spellings(word) for at in bare
        )

    def _spellings(self, word: Word) -> list[str]:
        found = self.lexicon.language.compounds.at(self.question.tokens, word.start)
        return [one.meaning for one in found if one.end == word.end] or [word.text]

    @cached_property
    def parting(self) -> frozenset[tuple[int, int]]:
        """Where the compounds start that part whatever the topic: of function words, or running into another."""
        return frozenset(
            word.bounds
            for word in self.compounds
            if self._runs_on(word) or (not word.restrictive and self._is_of_function_words(word))
        )

    def _is_of_function_words(self, word: Word) -> bool:
        """Whether a compound, as it is spelled, is made of function words: "mo cua" is "mở cửa", not "mô" and "của"."""
        functional = self.lexicon.language.function_words
        return any(functional.issuperset(text.split()) for text in self._spellings(word))

    @cached_property
    def loose(self) -> frozenset[tuple[int, int]]:
        """Where compounds without marks start that may be a function word and a word beside it: "co ban", "có bán"."""
        functional = self.lexicon.language.function_words
        return frozenset(
            word.bounds
            for word in self.compounds
            if self.question.is_bare(word.span) and not functional.isdisjoint(word.text.split())
        ).difference(self.parting)

    def _runs_on(self, word: Word) -> bool:
        """Whether the last syllable of a compound begins another with what follows, or the first ends one."""
        compounds, tokens = self.lexicon.language.compounds, self.question.tokens
        begins = compounds.longest(tokens, word.end - 1)
        ends = compounds.longest(tokens, word.start - 1) if word.start else None
        return bool(begins and begins.end > word.end) or bool(ends and ends.end == word.start + 1)


class Case:
    """A question before the facts of one topic."""

    def __init__(self, asked: Asked, hit: TopicHit, siblings: Siblings) -> None:
        """Take up the facts."""
        self.asked = asked
        self.question = asked.question
        self.lexicon = asked.lexicon
        self.hit = hit
        self.topic = asked.lexicon.topic_passages(hit.topic)
        """The words in which the topic is spoken of."""
        self.siblings = siblings
        self.views = siblings.views

    @cached_property
    def facets(self) -> Facets:
        """The facets of the facts beside the question."""
        return Facets(self.asked.said, self.siblings, self.lexicon, self.hit.topic, named=self.hit.positions)

    @cached_property
    def topical(self) -> frozenset[tuple[int, int]]:
        """Where the words start that belong to the topic."""
        positions = self.hit.positions
        every_word = self.asked.every_word if positions else ()
        return frozenset(
            word.bounds
            for word in every_word
            if positions.issuperset(word.span) or self._is_said_in_part(word)
        )

    @cached_property
    def only_of_parts(self) -> frozenset[tuple[int, int]]:
        """Where the words of the topic start, and the idioms with one, that only some of what it is about is told with."""
        return self.siblings.told_of_some(self.question, self.asked.every_word, self.topical | self.exemplary)

    def _is_said_in_part(self, word: Word) -> bool:
        """Whether the topic has, of a word, what means the same by itself: "giảm" of "cắt giảm"."""
        lessened, said = self.lexicon.language.kindred["lessened"], self.hit.positions.intersection(word.span)
        return bool(said) and {word.text, self.question.text(said)} <= lessened

    @cached_property
    def exemplary(self) -> frozenset[tuple[int, int]]:
        """Where the words start in which the topic is spoken of, and that restrict nothing."""
        restricting = self.asked.restricting
        naming = self.facets.core if not self.hit.positions else frozenset()
        asking = self.lexicon.language.ask_openings  # "ra" for "ban hành" is none in "ra sao"
        free = (
            word
            for word in self.asked.every_word
            if (word.bounds not in restricting or word.folded in naming)
            and not (self._is_another_post(word) or self._is_sought(word) or word.text.endswith(_TO_LIVE))
        )
        return frozenset(
            word.bounds
            for word in free
            if self.asked.stands_in(word, self.topic)
            or self.topic.has_any(one for one in word.synonyms if one not in asking)
        )

    def _is_another_post(self, word: Word) -> bool:
        """Whether a word is a post that is asked for beside what the topic is named by: "nguyên | bí thư"."""
        if self.question.ask not in _ASKED_OF_POSTS and (
            self.hit.positions or self.question.ask != "whether"
        ):
            return False
        return word.text in self.lexicon.language.posts and word.start not in self.question.clause_before

    def _is_sought(self, word: Word) -> bool:
        """Whether a word says what kind of thing is asked for, and neither is the topic named nor ever asked so: "chỉ thị | nào"."""
        if self.hit.positions or self.question.roles[word.end : word.end + 1] != ("ask:which",):
            return False
        return self.question.may_be(word.end, _WHICH) and not self.topic.has(f"{word.text} nào")

    @cached_property
    def open_words(self) -> list[Word]:
        """The words that do not go without saying before every fact of the topic."""
        named = bool(self.hit.positions)
        return [word for word in self.asked.words if not (named and self.goes_without_saying(word))]

    def numbers_one_of_several(self, at: int) -> bool:
        """Whether a number is that of one of several things that the topic is called by: "loại 1" beside "loại 2"."""
        token = self.question.tokens[at]
        if token.number is None or (self.hit.positions and at not in self.hit.positions):
            return False
        before = self.question.tokens[at - 1].marked if at else ""
        numbered = _NUMBERED.findall(" | ".join(self.lexicon.topics[self.hit.topic].phrases).lower())
        return len({number for word, number in numbered if marks_agree(before, word)}) > 1

    def names_what_is_counted(self, unit: tuple[str, ...]) -> bool:
        """Whether the topic calls what its facts count by another word than they do: "tân binh", "giao … quân".

        It does where that word is a phrase of it, or ends the one that the question has, and none of the facts
        counts just that, or counts what is a phrase of the topic itself.
        """
        spelled = fold if self.question.unmarked else str
        phrases = {spelled(" ".join(words_of(one))) for one in self.lexicon.topics[self.hit.topic].phrases}
        units = {spelled(view.fact.unit) for view in self.views.values() if view.fact.unit}
        said, phrase = " ".join(unit), spelled(self.hit.phrase)
        if said not in phrases and not (phrase in phrases and phrase.endswith(f" {said}")):
            return False
        return said not in units and units.isdisjoint(phrases)

    @property
    def leaves_none_out(self) -> bool:
        """Whether any fact of the topic may account for every word."""
        return not any(word.bounds in self.unsaid for word in self.open_words)

    @cached_property
    def unsaid(self) -> frozenset[tuple[int, int]]:
        """Where the words start that no fact of the topic says, and so none accounts for."""
        return frozenset(
            one.bounds
            for one in self.asked.sought
            if one.bounds not in self.separable
            and not (one.stands_among(self.topic.syllables) or one.stands_among(self.siblings.syllables))
            and not (one.by_name and one.stands_among(self._titled))
        )

    @cached_property
    def _titled(self) -> frozenset[str]:
        """The folded syllables of what the articles are called, in which a name may be told in full."""
        articles = {view.fact.article for view in self.views.values()}
        return frozenset[str]().union(*(self.asked.titled(article).syllables for article in articles))

    def may_account_for_all(self, fact: str) -> bool:
        """Whether a fact may account for every word: it, or what it is broken down into, must say what the topic does not."""
        said = self.views[fact].syllables
        return fact in self.siblings.wholes or all(one.stands_among(said) for one in self._beside_topic)

    @cached_property
    def _beside_topic(self) -> list[Sought]:
        """The words that the topic does not say, and so each fact must."""
        return [
            one
            for one in self.asked.sought
            if not (one.by_name or one.bounds in self.separable or one.stands_among(self.topic.syllables))
        ]

    @cached_property
    def separable(self) -> frozenset[tuple[int, int]]:
        """Where the compounds start that may be none here, but syllables of other words."""
        positions, parting = self.hit.positions, self.asked.parting | self.asked.loose
        topical = (
            word.bounds for word in self.asked.compounds
            if positions.intersection(word.span) and not word.text.endswith(_TO_LIVE)
        )  # fmt: skip
        return parting.union(topical)

    def is_empty(self, at: int) -> bool:
        """Whether a syllable may stand for itself before every fact: the topic (none of its facets) has it, or it is a function word."""
        language, token = self.lexicon.language, self.question.tokens[at]
        if at in self.hit.positions and not self.hit.by_facet:
            return True
        if at in self.question.misplaced or self._follows_verb(at):
            return at not in self.question.misplaced
        return token.marked not in language.restrictive_words and (
            token.marked in language.function_words
            or token.marked in _LEVEL
            or language.directions.longest(self.question.tokens, at) is not None
        )

    def _follows_verb(self, at: int) -> bool:
        """Whether a word stands behind the verb of the topic and adds nothing to it."""
        if not may_follow_a_verb(self.question, self.hit.topic, at):
            return False
        behind = at - 1 in self.hit.positions and not self._is_said_of_a_thing(at)
        behind = behind or (self._adds and self.question.tokens[at].folded == _MORE)
        return behind and not self.asked.bonds.adds(at)

    def _is_said_of_a_thing(self, at: int) -> bool:
        """Whether a word stands behind a thing, and the topic is not spoken of so: "mới" tells a "chợ mới" from others."""
        units, tokens = self.lexicon.language.units, self.question.tokens
        things = (found for start in range(max(0, at - 3), at) for found in units.at(tokens, start))
        told = [self.topic, *(view.weak for view in self.views.values())]
        return any(found.end == at for found in things) and not any(p.has(tokens[at].marked) for p in told)

    @cached_property
    def _adds(self) -> bool:
        """Whether the topic is of what comes on top by itself: of new members "thêm" asks for nothing else."""
        return self.lexicon.topic_phrases(self.hit.topic).has_any(self.lexicon.language.additive)

    def goes_without_saying(self, word: Word) -> bool:
        """Whether a word is of the topic and tells no facts of it apart, or adds nothing to its verb."""
        if len(word.span) == 1 and self._follows_verb(word.start):
            return True
        if self.numbers_one_of_several(word.start) or word.bounds in self.only_of_parts:
            return False
        if word.bounds not in self.topical or (
            self.asked.bonds.bind(word)
            and not self.asked.stands_in(word, self.lexicon.topic_phrases(self.hit.topic))
        ):
            return False
        return word.folded in self.facets.core or not self.facets.claim(word)

"""What a fact tells to be done, of which a question may say nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from knowledge.matching.numbers import is_rate
from knowledge.matching.stated import is_called_by
from knowledge.models import NUMERIC_KINDS
from knowledge.near_misses.acts import is_another_post, leaves_a_word_out, leaves_an_act_out
from knowledge.near_misses.ends_of_gifts import is_told_by_who_gave
from knowledge.near_misses.pairing import has_any, telling
from knowledge.questions.cases import Case
from knowledge.reading.evidence import View, Word, cut_words
from knowledge.reading.understanding import Understanding
from knowledge.reading.ways import directions_in
from knowledge.text.abbreviations import figure_in, read_known
from knowledge.text.passage import Passage
from knowledge.text.tokens import Token

_THERE_IS = "có"
_AT_LENGTH = 3
"""So many words with meaning narrow a fact so far that it is no other."""


class Doing:
    """One fact before one question: what is done there, and whether that is asked."""

    def __init__(self, case: Case, view: View) -> None:
        """Take up a fact with the question."""
        self.case = case
        self.asked = case.asked
        self.question = case.question
        self.lexicon = case.lexicon
        self.hit = case.hit
        self.view = view
        self.fact = view.fact

    def is_left_out(self) -> bool:
        """Whether it counts what something was done to, or tells who is what, in a topic that the question has not named."""
        named = self.hit.positions and not self.hit.unsaid
        amount = self.question.asks_amount or self.question.ask == "which"
        counted = amount and self.fact.kind in NUMERIC_KINDS
        holds = self.question.ask in ("who", "whether") and self.fact.kind == "person"
        if not (counted or holds):
            return False
        words, said = self.asked.words, self.question.once(_but_names)
        label = self._but_giving(read_known(self.lexicon.topics[self.hit.topic].label))
        if counted and self._leaves_a_move_out(said):
            return True
        if named:
            told = read_known(self.fact.statement)
            if not (self.hit.by_facet or self._is_named_by_what_is_counted()):
                if not self._asks_what_there_is():
                    return False
                told = told[: figure_in(self.fact.statement, self.fact.number)]
            return counted and all(leaves_an_act_out(said, words, text) for text in (label, told))
        spoken = self._but_giving(read_known(self.hit.phrase)) or label
        if holds:
            return is_another_post(said, words, spoken)
        done = self._is_done_as_asked(said, words) or self._is_told_as_asked(said, words)
        so_called = self._is_told_word_for_word() or self._is_said_by_both_ends()
        act = leaves_an_act_out(said, words, label) and not (done or so_called)
        own = any(self.fact.subject in mention.names for mention in self.question.mentions)
        so_called = so_called or (own and is_called_by(self.hit.topic, self.fact.subject, self.lexicon))
        so_called = so_called or self._is_said_at_length()
        return act or (not so_called and self._leaves_a_word_out(said, words, spoken))

    def _but_giving(self, words: Sequence[Token]) -> Sequence[Token]:
        """Some words without those for giving, where it is asked what somebody got, and the fact tells just what was given to them."""
        found = self.lexicon.language.giving.cover(words)
        if not found or not is_told_by_who_gave(self.question, self.fact, self.lexicon):
            return words
        given = {at for one in found for at in one.span}
        return [token for at, token in enumerate(words) if at not in given]

    def _is_done_as_asked(self, said: Sequence[Token], words: Sequence[Word]) -> bool:
        """Whether what is done is a facet that the question says, but for the unit, and the fact tells of nothing else: "tạm giữ" in a topic of fines.

        What only tells who they are it was done to is none: of "đảng viên nữ" there are more than those "kết nạp".
        """
        named = self.case.facets.of(self.view)
        if not named.facets or named.narrower or not any(map(self._tells_of_a_deed, named.facets)):
            return False
        told = (
            word
            for facet, own in zip(self.fact.facets, self.view.facet_words, strict=True)
            if facet in named.facets
            for word in own
            if not self.view.unit.has(word.text)
        )
        in_full = all(self.asked.said.has(word, by_name=False) for word in told)
        return in_full and not leaves_an_act_out(said, words, read_known(self.fact.statement))

    def _is_told_as_asked(self, said: Sequence[Token], words: Sequence[Word]) -> bool:
        """Whether the act that the sentence has before its figure is asked of, and no other: "giảm mấy xóm" in a topic of mergers."""
        told = read_known(self.fact.statement)
        told = told[: figure_in(self.fact.statement, self.fact.number)]
        acts = self.lexicon.language.acts
        return bool(acts.cover(told) and acts.cover(said)) and not leaves_an_act_out(said, words, told)

    def _tells_of_a_deed(self, facet: str) -> bool:
        words = read_known(facet)
        return bool(self.lexicon.language.acts.cover(words)) or has_any(words, telling("punishing"))

    def _is_told_word_for_word(self) -> bool:
        """Whether several words of weight are asked, a facet in full among them, and each of them stands in the fact's sentence.

        The unit and the facet alone do not tell what was done: of "đảng viên nữ" there are more than those "kết nạp".
        """
        weighty = [word for word in self.asked.words if not self.asked.light.issuperset(word.span)]
        said = self.case.facets.is_said_in_full(self.view) and len(weighty) >= _AT_LENGTH
        if not said or not all(self.view.weak.has(word.text) for word in weighty):
            return False
        return not all(self.view.unit.has(word.text) or self.view.facets.has(word.text) for word in weighty)

    def _leaves_a_move_out(self, said: Sequence[Token]) -> bool:
        """Whether it counts those who were sent somewhere, by what they are, and nobody is said to go or come: "có bao nhiêu hiệu trưởng"."""
        data = self.lexicon.language
        if not self.hit.by_facet or self.view.ways or any(self.view.directions):
            return False
        moved = data.moving.found_in(read_known(self.fact.statement))
        return bool(moved) and not (
            self.question.ways or data.moving.found_in(said) or data.giving.found_in(said)
        )

    def _is_said_by_both_ends(self) -> bool:
        """Whether it is said from where to where those went whom the fact counts, and only its topic tells of that way: "mấy cán bộ từ xã lên huyện"."""
        ways = [way for way in self.view.directions if {"source", "target"} <= way.keys()]
        if not ways or not self.case.facets.is_said_in_full(self.view):
            return False
        words = [token.folded for facet in self.fact.facets for token in read_known(facet)]
        others = {one.topic for one in self.lexicon.facet_phrasings(words)} - {self.hit.topic}
        facets = (facet for topic in others for facet in self.lexicon.facets_of(topic))
        return not any(
            way in ways for facet in facets for way in directions_in(read_known(facet), self.lexicon)
        )

    def _is_said_at_length(self) -> bool:
        """Whether the question says in full what narrows the fact by several words, and so means no other: "mấy xã có cán bộ thành phố về"."""
        return self.case.facets.is_said_in_full(self.view) and any(
            len(own) >= _AT_LENGTH for own in self.view.facet_words
        )

    def _leaves_a_word_out(
        self, said: Sequence[Token], words: Sequence[Word], spoken: Sequence[Token]
    ) -> bool:
        """Whether a word of weight, of those in which the topic is spoken of, is told and not asked."""
        spoken_words = cut_words(spoken, range(len(spoken)), self.lexicon.language, idioms=True)
        kindred = self.lexicon.language.kindred
        passed = kindred["invested"] if self.question.costs else ()
        if any(is_rate(self.question, word, self.fact.unit) for word in words):
            passed = kindred["priced"]  # "bán bao nhiêu một cân" asks for a price
        if self._tells_but_of_a_grade(kindred["grading"]):
            passed = kindred["grading"].union(passed)
        if self.question.plans:  # "định kiểm tra mấy" asks for the "chỉ tiêu"
            passed = kindred["aims"].union(passed)
        asked = self.view.unit if self.question.counted_units else Passage(())  # "mấy nhà" says "hộ" too
        told = [w for w in self._told_of(spoken_words) if not (w.text in passed or asked.has(w.text))]
        return leaves_a_word_out(said, words, told)

    def _tells_but_of_a_grade(self, grading: Collection[str]) -> bool:
        """Whether the question says all that is told but that it was found to be so: "hoàn thành tốt nhiệm vụ" of who is "đánh giá" so."""
        return self.case.facets.is_said_in_full(self.view) and all(
            word.text in grading or self.asked.said.has(word, by_name=True) for word in self.view.telling
        )

    def _is_named_by_what_is_counted(self) -> bool:
        """Whether nothing is said but what stands behind "how many", by which the topic is spoken of."""
        said = tuple(map(self.question.syllable, sorted(self.hit.positions)))
        return said in self.question.counted_units and self.hit.positions.issuperset(self.question.content)

    def _asks_what_there_is(self) -> bool:
        """Whether nothing is said but how much of something there is: "có bao nhiêu km đường dây"."""
        asked = self.question.roles.index("ask:how_many") if "ask:how_many" in self.question.roles else 0
        there_is = asked and self.question.tokens[asked - 1].may_be(_THERE_IS)
        return bool(there_is) and self.hit.positions.issuperset(self.question.content)

    def _told_of(self, words: Sequence[Word]) -> Iterator[Word]:
        """Those of some words that the fact's sentence has, an idiom that it parts word by word."""
        for word in words:
            yield from (word,) if self.view.weak.has(word.text) else self._told_of(word.inner)


def _but_names(question: Understanding) -> list[Token]:
    """What a question says beside names."""
    named = question.named_at
    return [token for at, token in enumerate(question.tokens) if at not in named]

"""What can be learned from a wording that people use: how it speaks of a topic, and nothing that narrows it.

An example teaches that its words are said of a topic. A word that narrows a question ("nữ", a year,
another count) must never be learned so, for the bot would pass it over from then on: such words are
left out here, and a wording that counts something else than the fact is not learned from at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from knowledge.models import NUMERIC_KINDS, Fact, Name, Topic
from knowledge.questions.question import understand
from knowledge.reading.evidence import View, Word, cut_words
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import read_known, words_of
from knowledge.text.units import compatible
from knowledge.text.vietnamese import fold

Way = Literal["example", "phrase", "alias"]
"""How a wording is taught: as an example of the topic, or its unknown words as a phrase for it, or as an alias of the name."""
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a wording teaches about the topic of a fact.

    `example` is the wording without names and without what narrows it; `learned` are the runs of
    words that will be taken as said of the topic, `left_out` those that narrow it and are not taught.
    `phrase` is what could be a phrase for the topic, `alias` what could be another name of what
    the fact is about. `counts` is what the wording counts where the fact counts something else.
    """

    example: str
    learned: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    phrase: str | None = None
    alias: str | None = None
    counts: str | None = None

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways in which there is anything to teach."""
        if self.counts:
            return ()
        ways: tuple[tuple[Way, object], ...] = (
            ("example", self.learned), ("phrase", self.phrase), ("alias", self.alias)
        )  # fmt: skip
        return tuple(way for way, there in ways if there)


def lesson_of(question: str, fact: Fact, lexicon: Lexicon) -> Lesson:
    """What a wording that stands by itself can teach, were it answered by a fact."""
    return _Reading(understand(question, lexicon), fact, lexicon).lesson()


def taught(lesson: Lesson, way: Way, topic: Topic, name: Name) -> Topic | Name:
    """The topic or the name with a lesson learned."""
    if way == "alias":
        return name.model_copy(update={"aliases": _with(name.aliases, lesson.alias)})
    if way == "phrase":
        return topic.model_copy(update={"phrases": _with(topic.phrases, lesson.phrase)})
    return topic.model_copy(update={"examples": _with(topic.examples, lesson.example)})


def _with(texts: tuple[str, ...], more: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*texts, *filter(None, [more]))))


class _Reading:
    """One wording before one fact."""

    def __init__(self, understood: Understanding, fact: Fact, lexicon: Lexicon) -> None:
        self.u = understood
        self.fact = fact
        self.lexicon = lexicon
        self.view = View(fact, lexicon)
        self.topic = lexicon.topic_passages(fact.topic)
        self.named = lexicon.topic_phrases(fact.topic)
        self.words = cut_words(understood.tokens, understood.content, lexicon.language)

    def lesson(self) -> Lesson:
        kept = [word for word in self.words if not self._narrows(word)]
        runs = self._unknown(self._runs(kept))
        learned = list(dict.fromkeys(" ".join(word.text for word in run) for run in runs))
        only = learned[0] if len(learned) == 1 and len(learned[0].split()) <= _MOST_WORDS else None
        left_out = [word.text for word in self.words if self._narrows(word) and not self._is_said(word)]
        strangers = [self.u.text(stranger.span) for stranger in self.u.strangers]
        return Lesson(
            example=" ".join(self._example({at for word in kept for at in word.span})),
            learned=tuple(learned),
            left_out=tuple(dict.fromkeys((*left_out, *strangers))),
            phrase=only, alias=self._alias(only), counts=self._counts_otherwise(),
        )  # fmt: skip

    # ── what is left out ────────────────────────────────────────────────────────────────

    def _narrows(self, word: Word) -> bool:
        """Whether a word could make another question of it; what the topic is called by, and what is counted, cannot."""
        if self.named.has(word.text) or self._is_counted(word):
            return False
        token = self.u.tokens[word.start]
        return (
            not token.is_word
            or not self.restricted.isdisjoint(word.span)
            or word.text in self.facets
            or self._goes_beyond_unit(word)
            or self._is_of_another_topic(word)
        )

    def _is_said(self, word: Word) -> bool:
        """Whether the fact itself says it, so that leaving it out of the example loses nothing."""
        return self.view.strong.has(word.text, word.folded)

    def _is_counted(self, word: Word) -> bool:
        return word.folded == fold(" ".join(words_of(self.fact.unit or "")))

    def _goes_beyond_unit(self, word: Word) -> bool:
        """Whether a word is a kind of what is counted: "giáo viên mầm non" where teachers are."""
        unit = fold(" ".join(words_of(self.fact.unit or "")))
        return bool(unit) and f" {unit} " in f" {word.folded} " and word.folded != unit

    def _is_of_another_topic(self, word: Word) -> bool:
        if self.topic.has(word.text, word.folded):
            return False
        others = (hit for hit in self.u.hits if hit.topic != self.fact.topic and not hit.by_facet)
        return any(hit.positions.issuperset(word.span) for hit in others)

    @cached_property
    def restricted(self) -> frozenset[int]:
        """Where words stand that narrow or turn what they stand with; without marks, also what only may be such."""
        content = set(self.u.content)
        found = self.lexicon.language.restrictive.everywhere(self.u.tokens)
        return frozenset(at for one in found if content.issuperset(one.span) for at in one.span)

    @cached_property
    def facets(self) -> frozenset[str]:
        """The words that narrow any fact of the topic down."""
        return frozenset(self._facet_words())

    def _facet_words(self) -> Iterator[str]:
        for facet in (*self.lexicon.facets_of(self.fact.topic), *self.fact.facets):
            tokens = read_known(facet)
            for word in cut_words(tokens, range(len(tokens)), self.lexicon.language):
                yield word.text

    def _counts_otherwise(self) -> str | None:
        """What is counted, where the fact counts something else."""
        if self.fact.kind not in NUMERIC_KINDS or not self.u.counted_units or not self.fact.unit:
            return None
        if any(self._may_count(unit) for unit in self.u.counted_units):
            return None
        return " ".join(self.u.counted_units[0])

    def _may_count(self, unit: tuple[str, ...]) -> bool:
        return compatible(unit, self.fact.unit) or fold(" ".join(unit)) in map(fold, self.fact.facets)

    # ── what is learned ─────────────────────────────────────────────────────────────────

    def _unknown(self, runs: Sequence[list[Word]]) -> Sequence[list[Word]]:
        """Runs with words that nobody has said of the topic; those of light words alone ("thay ghế") where there are no others."""
        new = [[word for word in run if not self._is_told(word)] for run in runs]
        weighty = [run for run, words in zip(runs, new, strict=True) if not all(map(self._is_light, words))]
        return weighty or [words for words in new if len(words) > 1]

    def _is_told(self, word: Word) -> bool:
        """Whether a word is said of the topic already, or by the fact."""
        return self.topic.has(word.text, word.folded) or self._is_said(word)

    def _is_light(self, word: Word) -> bool:
        return self.light.issuperset(word.span)

    @cached_property
    def light(self) -> frozenset[int]:
        """Where words stand that everybody uses."""
        found = self.lexicon.language.light.cover(self.u.tokens)
        return frozenset(at for one in found for at in one.span)

    def _example(self, kept: set[int]) -> Iterator[str]:
        """The words of the example: a placeholder for each name, what is kept of the content, and how it is asked."""
        names = {mention.start: mention for mention in self.u.mentions}
        within = self.u.named_at
        for at, role in enumerate(self.u.roles):
            if at in names:
                yield self.lexicon.names[names[at].names[0]].placeholder
            elif at not in within and (at in kept or _is_frame(role)):
                yield self.u.tokens[at].marked

    def _runs(self, kept: Sequence[Word]) -> list[list[Word]]:
        """The words that stand side by side, but for what is counted and what the topic is called by."""
        runs: list[list[Word]] = []
        for word in kept:
            if self._is_counted(word) or (len(word.span) > 1 and self.named.has(word.text)):
                continue
            if runs and runs[-1][-1].end == word.start:
                runs[-1].append(word)
            else:
                runs.append([word])
        return runs

    def _alias(self, unknown: str | None) -> str | None:
        """What could be another name of what the fact is about, where the wording does not name that."""
        about = {self.fact.subject, *self.lexicon.above(self.fact.subject)}
        if about.intersection(self.u.names):
            return None
        strangers = [self.u.text(stranger.span) for stranger in self.u.strangers]
        return strangers[0] if len(strangers) == 1 else None if strangers else unknown


def _is_frame(role: str | None) -> bool:
    """Whether a word only asks, or changes nothing."""
    return role is not None and role.startswith(("ask", "harmless"))

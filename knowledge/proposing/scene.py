"""One article while its facts are being proposed, and one of its sentences with all that was found in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property

from knowledge.models import Period
from knowledge.proposing.identifiers import unused
from knowledge.proposing.naming import Naming, Spoken
from knowledge.proposing.people import Person, persons_in
from knowledge.proposing.record import Reading
from knowledge.proposing.sentences import Sentence, comparable
from knowledge.proposing.subjects import Subject, Subjects
from knowledge.proposing.telling import DOUBT_NO_SUBJECT, DOUBT_SUBJECT, DOUBT_TOPIC
from knowledge.proposing.times import Timed, times_of
from knowledge.proposing.topics import Topics
from knowledge.reading.lexicon import Lexicon
from knowledge.text.tokens import located
from knowledge.text.vietnamese import plain_signs
from knowledge.wording import small

_OUTER = re.compile(r"[()]")


class Setting:
    """An article: who and what it spoke of so far, and the ids given."""

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        """Nothing of the article is read yet."""
        self.reading = reading
        self.lexicon = lexicon
        self.naming = Naming(lexicon)
        self.topics = Topics(lexicon)
        self.subjects = Subjects(self.naming)
        self.day: date | None = reading.published.date() if reading.published else None
        self._text = f" {' '.join(comparable(p.text) for p in reading.paragraphs)} "
        self._taken: set[str] = set()
        self.proper = _always_capital(reading)

    def new_id(self, *parts: str) -> str:
        """An id for a fact that no other has."""
        fact_id = unused("/".join(parts), self._taken)
        self._taken.add(fact_id)
        return fact_id

    def in_own_words(self, forms: Iterable[str]) -> str:
        """The first of several wordings that the article does not have itself, else the last."""
        last = ""
        for form in forms:
            last = form
            if f" {comparable(form)} " not in self._text:
                break
        return last

    def doubts_about(self, subject: Subject, topic: str) -> Iterator[str]:
        """What an editor should doubt of whom and what a fact is taken to be about."""
        if subject.name is None:
            yield DOUBT_NO_SUBJECT
        elif subject.carried:
            yield DOUBT_SUBJECT.format(name=subject.name.in_full)
        if topic in self.topics.new:
            yield DOUBT_TOPIC.format(label=self.topics.label(topic))

    @property
    def nobody(self) -> str:
        """What a fact is about that is about nobody known: the article itself."""
        return self.naming.add(self.reading.title or self.reading.id, "document").id

    @property
    def today(self) -> Period | None:
        """The time of what is told without one."""
        return Period(as_of=self.day) if self.day else None


def _always_capital(reading: Reading) -> frozenset[str]:
    """The words that the article writes with a capital within sentences, and never without."""
    capital, lower = set(), set()
    for paragraph in reading.paragraphs:
        for token, begin in located(plain_signs(paragraph.text)):
            if not token.is_capitalized:
                lower.add(token.marked)
            elif begin and not token.pause:
                capital.add(token.marked)
    return frozenset(capital - lower)


class Scene:
    """A sentence of the article, with the people, names and times in it."""

    def __init__(self, setting: Setting, sentence: Sentence) -> None:
        """Look for all of these."""
        self.setting = setting
        self.sentence = sentence
        self.persons: Sequence[Person] = persons_in(sentence, setting.lexicon)
        self.spoken: Sequence[Spoken] = setting.naming.spoken_in(sentence, self.persons)

    @cached_property
    def times(self) -> list[Timed]:
        """The times told of, from left to right."""
        return times_of(self.sentence, self.setting.day)

    def words(self, span: range) -> str:
        """The words of a span as they stand, without what is said in brackets."""
        depth = min((self.sentence.depths[at] for at in span), default=0)
        text = ""
        for at in span:
            if self.sentence.depths[at] > depth:
                continue
            gap = self.sentence.gap(at) if at > span.start and self.sentence.depths[at - 1] == depth else " "
            text += f"{_OUTER.sub('', gap)}{self.sentence.slice(at, at + 1)}"
        if span and self.sentence.gap(span.stop).startswith("%"):
            text += "%"
        return " ".join(text.split()).strip(' ,;:"“”')

    def inner(self, span: range) -> str:
        """The words of a span as they are written within a sentence: small unless they are a name."""
        text = self.words(span)
        named = span and self.sentence.tokens[span.start].marked in self.setting.proper
        begins = any(one.start == span.start for one in self.spoken if one.name.kind != "place")
        return text if named or begins else small(text)

"""What a name or a topic has in common with others, so that a question could mean either."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from knowledge.models import Name, Topic
from knowledge.reading.lexicon import Lexicon
from knowledge.text.abbreviations import read_known, words_of
from knowledge.text.vietnamese import all_agree, fold


@dataclass(frozen=True, slots=True)
class Overlap:
    """Words that are another name's, another topic's, or everyday ones; or that narrow, in an example or in a phrase.

    `other` is the id of whose they are, or the phrase that swallows what narrows.
    """

    words: str
    reason: Literal["name", "topic", "common", "narrows", "swallows"]
    other: str = ""


def overlaps_of_name(name: Name, lexicon: Lexicon) -> Iterator[Overlap]:
    """Spellings of a name that are somebody else's, or a word as such."""
    for spelling in dict.fromkeys(name.spellings):
        tokens = read_known(spelling)
        for found in lexicon.name_index.at(tokens, 0):
            if found.end == len(tokens) and found.meaning != name.id:
                yield Overlap(spelling, "name", found.meaning)
        for topic in lexicon.topics.values():
            if any(is_same(spelling, phrase) for phrase in (topic.label, *topic.phrases)):
                yield Overlap(spelling, "topic", topic.id)
        if len(tokens) == 1 and tokens[0].marked in lexicon.language.words:
            yield Overlap(spelling, "common")


def overlaps_of_topic(topic: Topic, lexicon: Lexicon) -> Iterator[Overlap]:
    """New phrases and examples of a topic that are another one's, or that narrow what is asked."""
    others = [other for other in lexicon.topics.values() if other.id != topic.id]
    stood = lexicon.topics.get(topic.id)
    phrases, examples = (stood.phrases, stood.examples) if stood else ((), ())
    for phrase in dict.fromkeys((topic.label, *topic.phrases)):
        if stood and phrase in (stood.label, *phrases):
            continue
        for other in others:
            if any(is_same(phrase, one) for one in (other.label, *other.phrases)):
                yield Overlap(phrase, "topic", other.id)
        if stood:
            yield from (Overlap(word, "swallows", phrase) for word in _narrowing(phrase, stood, lexicon))
    for example in dict.fromkeys(topic.examples):
        if example in examples:
            continue
        for other in others:
            if any(is_same(example, one) for one in other.examples):
                yield Overlap(example, "topic", other.id)
        yield from (Overlap(word, "narrows") for word in _narrowing(example, topic, lexicon))


def _narrowing(text: str, topic: Topic, lexicon: Lexicon) -> Iterator[str]:
    """The words of a text that narrow a question, and that a topic is not called by."""
    named = {fold(word) for text in (topic.label, *topic.phrases) for word in words_of(text)}
    for found in lexicon.language.restrictive.cover(tokens := read_known(text)):
        if not named.issuperset(token.folded for token in tokens[found.start : found.end]):
            yield " ".join(token.marked for token in tokens[found.start : found.end])


def is_same(one: str, other: str) -> bool:
    """Whether two texts are the same words, marks left out in the first one allowed."""
    words, others = words_of(one), words_of(other)
    return bool(words) and len(words) == len(others) and all_agree(" ".join(words), " ".join(others))

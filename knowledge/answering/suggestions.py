"""Questions that can be answered, near to one that cannot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from knowledge.matching.findings import Choice
from knowledge.models import Name
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import Understanding
from knowledge.store.reader import Reader
from knowledge.text.abbreviations import words_of
from knowledge.text.units import counts_turns
from knowledge.wording import capital

MOST = 3
_LOOK_AT = 30


def suggestions(understanding: Understanding, reader: Reader, lexicon: Lexicon) -> list[str]:
    """Up to three questions about the same names, or the same topics, or whatever is known."""
    found: dict[str, None] = {}
    for question in _candidates(understanding, reader, lexicon):
        if question.casefold() != understanding.question.strip().casefold():
            found[question] = None
        if len(found) == MOST:
            break
    return list(found)


def _candidates(understanding: Understanding, reader: Reader, lexicon: Lexicon) -> Iterator[str]:
    for topic, name in _near(understanding, reader, lexicon):
        units = [stored.fact.unit or "" for stored in reader.facts(name, topic)]
        turns = any(counts_turns(words_of(unit)) for unit in units)
        if question := question_about(topic, name, lexicon, turns=turns):
            yield question


def _near(understanding: Understanding, reader: Reader, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Topics and names that something is known of; what editors put first of a name comes first."""
    order = {topic: at for at, topic in enumerate(lexicon.topics)}
    for name in understanding.names:
        for topic in sorted(reader.topics_of_name(name, _LOOK_AT), key=order.__getitem__):
            if any(
                stored.role == "subject" and stored.fact.kind != "not_stated"
                for stored in reader.facts(name, topic)
            ):
                yield topic, name
    topics = [hit.topic for hit in understanding.hits] or list(lexicon.topics)[:_LOOK_AT]
    for topic in topics:
        for name in reader.subjects_of_topic(topic, MOST):
            if lexicon.names[name].kind == "place" and any(
                stored.fact.kind != "not_stated" for stored in reader.facts(name, topic)
            ):
                yield topic, name


def question_about(topic: str, name: str, lexicon: Lexicon, *, turns: bool | None = None) -> str | None:
    """The first example of a topic that takes just this name, as a question.

    `turns` tells whether the figures known count turns, so that nothing else is asked for.
    """
    known = lexicon.names[name]
    fits = (
        about(example, [known])
        for example in lexicon.topics[topic].examples
        if "{" in example and turns in (None, _asks_for_turns(example))
    )
    return next(filter(None, fits), None)


@lru_cache(maxsize=2_000)
def _asks_for_turns(example: str) -> bool:
    return any(counts_turns((word,)) for word in words_of(example))


def example_questions(reader: Reader, lexicon: Lexicon) -> Iterator[str]:
    """Every example that can be asked as it stands, with the names it has facts about."""
    for topic in lexicon.topics.values():
        for name in reader.subjects_of_topic(topic.id, MOST):
            yield from filter(None, (about(example, [lexicon.names[name]]) for example in topic.examples))


def about(example: str, names: Iterable[Name]) -> str | None:
    """An example as a question about the first of some names that it can be about; as it is where it names nothing."""
    filled = (example.replace(name.placeholder, name.name, 1) for name in names)
    question = next((text for text in (example, *filled) if "{" not in text), None)
    return asked(question) if question else None


def asked(text: str) -> str:
    """A text written as a question: a capital first, a question mark last."""
    text = text.strip()
    return capital(text) + ("" if text.endswith("?") else "?")


def choice_question(understanding: Understanding, choice: Choice, lexicon: Lexicon) -> str:
    """The question that asks for just one of several readings."""
    question = understanding.question.strip().rstrip("?!. ")
    name = lexicon.told_apart(choice.subject)
    if any(choice.subject in mention.names for mention in understanding.mentions):
        above = lexicon.above(choice.subject)
        if name != lexicon.names[choice.subject].name and above:
            return f"{question} ({lexicon.names[above[0]].name})?"
        return f"{question} ({lexicon.topics[choice.topic].label.lower()})?"
    return f"{question} ({name})?"

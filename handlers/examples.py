"""Example questions out of the store, chosen so that they have an answer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from handlers.pages import question_for
from knowledge.service import Knowledge

_LOOK_AT = 40
_SHORT = 45
"""What a button shows whole on most phones."""
Example = tuple[str, str, str]
"""A topic, a name, and the question about them."""


def answered_examples(known: Knowledge, most: int) -> list[Example]:
    """Questions that have an answer with a figure or a name, on as many topics and names as there are."""
    short_first = sorted(islice(_examples(known), _LOOK_AT), key=lambda example: len(example[2]) > _SHORT)
    return list(islice((example for example in short_first if _has_answer(known, example)), most))


def _examples(known: Knowledge) -> Iterator[Example]:
    """One question for each topic, about a name that had none so far where there is one."""
    asked_about: set[str] = set()
    for topic in known.catalogue.topics():
        names = [stored.fact.subject for stored in known.reader.facts_of_topic(topic, _LOOK_AT)]
        name = next((name for name in names if name not in asked_about), names[0])
        asked_about.add(name)
        yield topic, name, question_for(known, topic, name)


def _has_answer(known: Knowledge, example: Example) -> bool:
    answer = known.ask(example[2])
    return answer.status == "answered" and bool(answer.blocks[0].lead)

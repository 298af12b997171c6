"""Example questions out of the store, chosen so that they have an answer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from handlers.pages import question_for
from knowledge.service import Knowledge

_LOOK_AT = 40
Example = tuple[str, str, str]
"""A topic, a name, and the question about them."""


def answered_examples(known: Knowledge, most: int) -> list[Example]:
    """Questions that have an answer with a figure or a name, each on a topic of its own."""
    good = (example for example in islice(_examples(known), _LOOK_AT) if _has_answer(known, example))
    return list(islice(good, most))


def _examples(known: Knowledge) -> Iterator[Example]:
    """One question for each topic, going round the names."""
    for at, topic in enumerate(known.catalogue.topics()):
        names = known.catalogue.subjects(topic)
        name = names[at % len(names)]
        yield topic, name, question_for(known, topic, name)


def _has_answer(known: Knowledge, example: Example) -> bool:
    answer = known.ask(example[2])
    return answer.status == "answered" and bool(answer.blocks[0].lead)

"""Which questions that somebody waits for have an answer by now."""

from __future__ import annotations

from collections.abc import Collection

from knowledge.models import Answer
from knowledge.service import Knowledge
from knowledge.store.dialogue import Wish


def is_fulfilled(known: Knowledge, wish: Wish, changed: Collection[str]) -> bool:
    """Whether a question, asked again as it was meant then, has an answer that rests on a changed fact."""
    answer = _answer(known, wish)
    return answer.status == "answered" and any(fact.id in changed for fact in answer.facts)


def is_answered(known: Knowledge, wish: Wish) -> bool:
    """Whether a question, asked again as it was meant then, has an answer."""
    return _answer(known, wish).status == "answered"


def _answer(known: Knowledge, wish: Wish) -> Answer:
    moment = wish.leaned_on.at if wish.leaned_on else wish.at
    return known.reply(wish.question, context=wish.leaned_on, now=moment).answer

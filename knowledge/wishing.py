"""Which questions that somebody waits for have an answer by now."""

from __future__ import annotations

from collections.abc import Collection

from knowledge.service import Knowledge
from knowledge.store.dialogue import Wish


def is_fulfilled(known: Knowledge, wish: Wish, changed: Collection[str]) -> bool:
    """Whether a question, asked again as it was meant then, has an answer that rests on a changed fact."""
    moment = wish.leaned_on.at if wish.leaned_on else wish.at
    answer = known.reply(wish.question, context=wish.leaned_on, now=moment).answer
    return answer.status == "answered" and any(fact.id in changed for fact in answer.facts)

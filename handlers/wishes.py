"""Wishes to be told: once a change answers a question that somebody waits for, the answer is on its way."""

from __future__ import annotations

from functools import partial

from handlers.desk import Desk, Seat
from knowledge.store import dialogue, granting
from knowledge.store.dialogue import Wish
from knowledge.store.granting import Unchecked
from knowledge.wishing import is_answered, is_fulfilled


async def check_wishes(desk: Desk) -> int:
    """Queue the answers that came with the latest changes and that somebody waits for; how many those are."""
    unchecked = desk.read(granting.unchecked_changes)
    if unchecked is None:
        return 0
    fulfilled = [
        wish
        for wish in desk.read(dialogue.wishes)
        if await desk.look(partial(is_fulfilled, wish=wish, changed=unchecked.facts))
    ]
    return await desk.worker.run(
        lambda connection: granting.queue_wishes(
            connection, fulfilled, unchecked, now=desk.clock(), zone=desk.zone
        )
    )


async def grant_what_is_known(desk: Desk, seat: Seat, question: str) -> None:
    """Queue the answer to what somebody has just wished for, where it came between their question and the wish."""
    wishes = [wish for wish in desk.read(dialogue.wishes) if _is_of(wish, seat, question)]
    fulfilled = [wish for wish in wishes if await desk.look(partial(is_answered, wish=wish))]
    if fulfilled:
        nothing = Unchecked((), frozenset(), 0)
        await desk.worker.run(
            lambda connection: granting.queue_wishes(
                connection, fulfilled, nothing, now=desk.clock(), zone=desk.zone
            )
        )


def _is_of(wish: Wish, seat: Seat, question: str) -> bool:
    return (wish.chat, wish.person, wish.question) == (seat.chat, seat.person, question)

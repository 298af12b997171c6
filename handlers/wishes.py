"""Wishes to be told: once a change answers a question that somebody waits for, the answer is on its way."""

from __future__ import annotations

from functools import partial

from handlers.desk import Desk
from knowledge.store import dialogue, granting
from knowledge.wishing import is_fulfilled


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

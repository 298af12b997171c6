"""Wishes to be told: once a change answers a question that somebody waits for, the answer is on its way."""

from __future__ import annotations

import sqlite3
from functools import partial

from handlers.desk import Desk, Seat
from knowledge.store import dialogue, granting
from knowledge.store.unchecked import be_done_with, unchecked_changes
from knowledge.wishing import asked_again, concerned


async def check_wishes(desk: Desk) -> int:
    """Queue the answers that came with the latest changes and that somebody waits for; how many those are."""
    unchecked = desk.read(unchecked_changes)
    if unchecked is None:
        return 0
    waiting = desk.read(dialogue.wishes)
    asked = await desk.look(lambda known: concerned(waiting, unchecked, known.lexicon))
    readings = [(wish, await desk.look(partial(asked_again, wish=wish))) for wish in asked]

    def write(connection: sqlite3.Connection) -> int:
        for wish, reading in readings:
            granting.note_names(connection, wish, reading.names)
        fulfilled = [(wish, reading.facts) for wish, reading in readings if reading.is_answered]
        queued = granting.queue_wishes(connection, fulfilled, now=desk.clock(), zone=desk.zone)
        be_done_with(connection, unchecked)
        return queued

    return await desk.worker.run(write)


async def grant_what_is_known(desk: Desk, seat: Seat, question: str) -> None:
    """Queue the answer to what somebody has just wished for, where it came between their question and the wish."""
    wish = desk.read(lambda connection: dialogue.wish_of(connection, seat.chat, seat.person, question))
    if wish is None:
        return
    reading = await desk.look(partial(asked_again, wish=wish))
    if reading.is_answered:
        answered = [(wish, reading.facts)]
        await desk.worker.run(
            lambda connection: granting.queue_wishes(connection, answered, now=desk.clock(), zone=desk.zone)
        )

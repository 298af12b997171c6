"""Who edits, what they are in the midst of, and how what they do reaches the store.

Nothing here knows Telegram. Rights are looked up in the store each time they are asked for,
so that whoever is removed can do no more from that moment on, in every process.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Literal, TypeVar

from handlers.desk import Desk, Seat
from knowledge.editing import Applied, Edit, apply, preview, undo
from knowledge.models import Answer
from knowledge.store import drafts, editors
from knowledge.store.drafts import Body, Draft
from knowledge.store.editors import Editor
from knowledge.store.reader import connect
from knowledge.store.worker import Task

Result = TypeVar("Result")
LATE = timedelta(minutes=10)
"""For how long after a draft has ended something may still be meant for it."""
LASTING = timedelta(days=7)
"""For how long a draft that nobody touches is kept open."""


class LateError(Exception):
    """The draft has gone on, or has ended"""

    def __init__(self, draft: Draft | None) -> None:
        """Tell how the draft stands now; None where it is gone."""
        super().__init__()
        self.draft = draft


class _Rehearsed(Exception):  # noqa: N818  no error: it has what was rehearsed taken back
    def __init__(self, queued: int) -> None:
        super().__init__()
        self.queued = queued


@dataclass(frozen=True, slots=True)
class Move:
    """What becomes of a draft; without anything, it is only shown again.

    `body` is what it holds from now on, `edit` what is changed in the knowledge. `ends`
    closes it, with `result` for the draft it was begun from. `opens` begins a draft of
    another kind on top of it. `notice` is said beside what is shown. `also` is written in
    the same transaction.
    """

    body: Body | None = None
    edit: Edit | None = None
    notice: str | None = None
    ends: Literal["saved", "dropped"] | None = None
    result: Body | None = None
    opens: tuple[str, Body] | None = None
    also: Task[object] | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What has come of a move: the draft that is open then, if any, and what was changed in the knowledge."""

    draft: Draft | None
    applied: Applied | None = None


class Newsroom:
    """The editors' side of a `Desk`; for the event loop's thread."""

    def __init__(self, desk: Desk, owners: Collection[int] = ()) -> None:
        """`owners` are named by the settings: they edit, and they appoint and remove editors."""
        self.desk = desk
        self.owners = frozenset(owners)
        desk.may_edit = self.is_editor

    # ── who edits ───────────────────────────────────────────────────────────────────────

    def is_owner(self, person: int) -> bool:
        """Whether somebody may appoint editors."""
        return person in self.owners

    def is_editor(self, person: int) -> bool:
        """Whether somebody may edit, as of now."""
        return person in self.owners or self.desk.read(lambda store: editors.is_editor(store, person))

    def editors(self) -> list[Editor]:
        """All who have been appointed, the first one first."""
        return self.desk.read(editors.editors)

    def name_of(self, person: int) -> str | None:
        """What somebody who edits, or did, is called."""
        return self.desk.read(lambda store: editors.name_of(store, person))

    async def appoint(self, person: int, name: str, *, by: int) -> bool:
        """Make somebody an editor; False where they are one already."""
        now = self.desk.clock()
        return await self.desk.worker.run(lambda store: editors.appoint(store, person, name, by=by, now=now))

    async def remove(self, person: int) -> bool:
        """Let somebody edit no more, and drop what they are in the midst of; False where they did not edit."""
        now = self.desk.clock()

        def write(store: sqlite3.Connection) -> bool:
            drafts.forget_drafts(store, person)
            return editors.remove(store, person, now=now)

        return await self.desk.worker.run(write)

    async def keep_name(self, person: int, name: str) -> None:
        """Remember what somebody who edits is called, for the history."""
        if self.name_of(person) is None:
            now = self.desk.clock()
            await self.desk.worker.run(lambda store: editors.keep_name(store, person, name, now=now))

    # ── drafts ──────────────────────────────────────────────────────────────────────────

    def draft(self, seat: Seat) -> Draft | None:
        """What somebody who may edit is in the midst of here."""
        if seat.chat_kind != "private" or not self.is_editor(seat.person):
            return None
        return self.desk.read(lambda store: drafts.open_draft(store, seat.chat, seat.person))

    def just_ended(self, seat: Seat) -> Draft | None:
        """What somebody who may edit has saved or dropped here a moment ago, if they have asked nothing since."""
        if seat.chat_kind != "private" or not self.is_editor(seat.person):
            return None
        now = self.desk.clock()
        ended = self.desk.read(lambda store: drafts.last_ended(store, seat.chat, seat.person, now - LATE))
        asked = self.desk.context(seat, now)
        return None if ended and asked and asked.at >= ended.at else ended

    def draft_by_id(self, draft: int) -> Draft | None:
        """A draft, be it open or not; None where it is gone."""
        return self.desk.read(lambda store: drafts.draft_by_id(store, draft))

    def is_expired(self, draft: Draft) -> bool:
        """Whether a draft has lain about for too long."""
        return draft.at < self.desk.clock() - LASTING

    async def begin(
        self, seat: Seat, kind: str, body: Mapping[str, Any], *, message: int | None = None
    ) -> Draft:
        """Begin a draft by a message; where another one is open, the new one is only offered in its place."""
        now = self.desk.clock()
        standing = self.draft(seat)
        if standing and message is not None and message <= (standing.taken or 0):
            return standing  # it came twice
        if standing and self.is_expired(standing):
            await self.drop(standing)
        return await self.desk.worker.run(
            lambda store: drafts.begin(store, seat.chat, seat.person, kind, body, now=now, taken=message)
        )

    async def replace(self, offered: Draft) -> Draft:
        """Open a draft that was offered in place of the one that is open."""
        now = self.desk.clock()

        def write(store: sqlite3.Connection) -> Draft:
            return drafts.replace_open(store, _current(store, offered, "offered"), now)

        return await self.desk.worker.run(write)

    async def drop(self, draft: Draft) -> Draft | None:
        """End a draft without keeping anything of it; the one it was begun from, open again."""
        now = self.desk.clock()
        return await self.desk.worker.run(
            lambda store: drafts.close(store, _current(store, draft, draft.state), "dropped", now)
        )

    async def carry_out(
        self,
        draft: Draft,
        move: Move,
        *,
        outer_body: Body | None = None,
        message: int | None = None,
    ) -> Outcome:
        """Do what becomes of a draft, all of it or nothing.

        `outer_body` is what the draft it was begun from holds once it is open again.
        Raises LateError where the draft has gone on meanwhile, EditError where the
        knowledge cannot be changed so.
        """
        now, zone = self.desk.clock(), self.desk.zone

        def write(store: sqlite3.Connection) -> Outcome:
            standing = _current(store, draft, "open")
            applied = apply(store, move.edit, now=now, zone=zone) if move.edit else None
            if move.also:
                move.also(store)
            if move.ends:
                outer = drafts.close(store, standing, move.ends, now)
                body = outer_body if outer_body is not None else outer.body if outer else {}
                return Outcome(
                    drafts.advance(store, outer, body, now, taken=message) if outer else None, applied
                )
            going_on = drafts.advance(store, standing, move.body or standing.body, now, taken=message)
            opened = drafts.begin_within(store, going_on, *move.opens, now) if move.opens else going_on
            return Outcome(opened, applied)

        return await self.desk.worker.run(write)

    async def preview(self, edit: Edit, questions: Sequence[str]) -> list[Answer]:
        """The answers that readers would get to questions were an edit made; EditError where it cannot be."""
        path, now = self.desk.path, self.desk.clock()
        lexicon = await self.desk.look(lambda known: known.lexicon)
        return await asyncio.to_thread(preview, path, edit, questions, now=now, lexicon=lexicon)

    async def told_of(self, edit: Edit) -> int:
        """How many chats would be told of an edit were it made; EditError where it cannot be."""
        now, zone = self.desk.clock(), self.desk.zone
        return await self._rehearse(lambda store: apply(store, edit, now=now, zone=zone, rehearsed=True))

    async def _rehearse(self, task: Task[Applied]) -> int:
        def rehearse(store: sqlite3.Connection) -> None:
            raise _Rehearsed(task(store).queued)

        try:
            await self.desk.worker.run(rehearse)
        except _Rehearsed as rehearsed:
            return rehearsed.queued
        return 0

    async def look_up(self, query: Callable[[sqlite3.Connection], Result]) -> Result:
        """What a query finds that may take its time, for it has a thread and a connection of its own."""

        def run() -> Result:
            with closing(connect(self.desk.path)) as store:
                return query(store)

        return await asyncio.to_thread(run)

    # ── taking back ─────────────────────────────────────────────────────────────────────

    async def told_of_undoing(self, step: int, *, by: int) -> int:
        """How many chats would be told if a step were taken back; EditError where it cannot be."""
        now, zone = self.desk.clock(), self.desk.zone
        return await self._rehearse(
            lambda store: undo(store, step, author=str(by), now=now, zone=zone, rehearsed=True)
        )

    async def undo(self, step: int, *, by: int, seen: int) -> Applied:
        """Take a step back, of which `seen` was the last change to any of it; EditError where that cannot be."""
        now, zone = self.desk.clock(), self.desk.zone
        return await self.desk.worker.run(
            lambda store: undo(store, step, author=str(by), now=now, zone=zone, seen=seen)
        )

    def shown_in(self, draft: Draft, message: int) -> None:
        """Have it remembered which message shows a draft."""
        self.desk.worker.post(lambda store: drafts.show_in(store, draft.id, message))


def _current(store: sqlite3.Connection, draft: Draft, state: drafts.State) -> Draft:
    """A draft as it stands; LateError where it is not at the step at which it was seen."""
    standing = drafts.draft_by_id(store, draft.id)
    if standing is None or (standing.step, standing.state) != (draft.step, state):
        raise LateError(standing)
    return standing

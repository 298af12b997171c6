"""/nhap: packs taken back, with what they would change shown before it does."""

from __future__ import annotations

import asyncio
import sqlite3
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

from telegram.constants import FileSizeLimit
from telegram.error import TelegramError

from handlers.editing import pack_texts as texts
from handlers.editing.drafting import Attachment, Drafting, DraftKind, attachment_of, draft_button, plain_page
from handlers.editing.newsroom import Move
from handlers.editing.rights import Turn
from handlers.editing.texts import DROP_BUTTON, NOBODY_TOLD, SAVE_BUTTON
from handlers.editing.trying import answer_waiting
from handlers.lines import Line, clipped, line
from handlers.pages import Page, page_of
from knowledge.changes import FactChange
from knowledge.editing import Applied
from knowledge.errors import EditError, PackError
from knowledge.exchange.bundles import unpacked
from knowledge.exchange.packs import LoadedPack
from knowledge.exchange.rehearsal import Rehearsal, rehearse
from knowledge.store.database import Database
from knowledge.store.drafts import Body, Draft
from knowledge.store.intake import load
from knowledge.wording import lead

_MOST_SHOWN, _LONGEST = 12, 120
_MEGABYTE = 1_000_000


async def begin(drafting: Drafting, turn: Turn) -> None:
    """/nhap: bare, it asks for a file; under one, or as a reply to one, that is taken. What follows is the reason told."""
    body: Body = {"why": turn.words or None}
    for message in filter(None, (turn.message, turn.message.reply_to_message)):
        if message.document and not body.get("content"):
            kept, problem = await _fetched(attachment_of(message))
            body = {**body, **kept, "problem": problem}
    await drafting.begin(turn, ImportDraft.name, body)


async def _fetched(file: Attachment) -> tuple[Body, str | None]:
    """A file as a draft keeps it; or why it cannot be taken."""
    if file.size and file.size > FileSizeLimit.FILESIZE_DOWNLOAD:
        return {}, texts.TOO_BIG.format(most=FileSizeLimit.FILESIZE_DOWNLOAD // _MEGABYTE)
    try:
        content = await file.read()
    except TelegramError:
        return {}, texts.LOST
    squeezed = await asyncio.to_thread(zlib.compress, content)
    return {"file": file.name, "content": b64encode(squeezed).decode()}, None


class ImportDraft(DraftKind):
    """Packs that somebody sent, to be loaded.

    Its body has the name of the `file` and its `content`; whether to `prune`; `why` to tell
    followers; and the `problem` with what was sent last.
    """

    name: ClassVar[str] = "import"
    title: ClassVar[str] = texts.TITLE

    async def page(self, draft: Draft) -> Page:
        """What is asked for, what is wrong with the file, or what it would change."""
        drop = draft_button(draft, DROP_BUTTON, "drop")
        if problem := draft.body.get("problem"):
            return page_of([line(f"⚠ {problem}"), line(texts.SEND)], [[drop]])
        if not draft.body.get("content"):
            return page_of([line(texts.SEND)], [[drop]])
        try:
            plain, pruned = await asyncio.to_thread(_rehearsed, draft.body, self.newsroom.desk.path)
        except PackError as error:
            return page_of([*fault_lines(error), line(texts.SEND)], [[drop]])
        return _summary(draft, plain, pruned)

    async def on_file(self, draft: Draft, file: Attachment) -> Move:
        """A file in the place of what came before."""
        kept, problem = await _fetched(file)
        return Move({**draft.body, "content": None, **kept, "problem": problem, "prune": False})

    async def on_press(self, draft: Draft, what: str, which: str) -> Move:  # noqa: ARG002
        """Withdraw what is gone or not, save, drop."""
        if what == "prune":
            return Move({**draft.body, "prune": not draft.body.get("prune")})
        if what != "save":
            return Move(ends="dropped")
        try:
            packs = await asyncio.to_thread(_packs, draft.body)
        except PackError:
            return Move(draft.body)  # which says what is wrong with it
        return Move(also=partial(self._load, draft, packs), ends="saved")

    def _load(self, draft: Draft, packs: Sequence[LoadedPack], store: sqlite3.Connection) -> None:
        desk = self.newsroom.desk
        try:
            load(
                Database(store), packs, author=str(draft.person), why=draft.body.get("why"),
                prune=bool(draft.body.get("prune")), now=desk.clock(), zone=desk.zone,
            )  # fmt: skip
        except PackError as error:
            raise EditError(["packs"], str(error), reason="outdated") from error

    async def on_refusal(self, draft: Draft, error: EditError) -> Move:  # noqa: ARG002
        """The store has moved on, and does not take the packs any more; why is shown."""
        return Move(draft.body, notice=texts.OUTDATED)

    async def closing(self, draft: Draft, move: Move, applied: Applied | None) -> Page:
        """That it is loaded, and who is answered by it."""
        if move.ends != "saved":
            return await super().closing(draft, move, applied)
        return plain_page(" ".join(filter(None, (texts.LOADED, await answer_waiting(self.newsroom)))))


def _packs(body: Body, folder: Path | None = None) -> list[LoadedPack]:
    """The packs that a draft keeps; PackError where they are none."""
    content = zlib.decompress(b64decode(body["content"]))
    if folder is not None:
        return unpacked(content, body["file"], folder)
    with TemporaryDirectory() as own:
        return unpacked(content, body["file"], Path(own))


def _rehearsed(body: Body, store: Path) -> tuple[Rehearsal, Rehearsal]:
    """What loading would change, without and with withdrawing what is gone."""
    with TemporaryDirectory() as folder:
        packs = _packs(body, Path(folder))
        return rehearse(store, packs), rehearse(store, packs, prune=True)


# ── what is shown ───────────────────────────────────────────────────────────────────────


def fault_lines(error: PackError) -> Iterator[Line]:
    """What is wrong, and where: file, line and field."""
    yield line(texts.FAULT, "b")
    places = (
        (texts.FILE, error.file), (texts.LINE, error.line), (texts.FIELD, error.field),
    )  # fmt: skip
    yield line(", ".join(said.format(place=place) for said, place in places if place))
    said = texts.FAULTS.get(error.reason, texts.FAULTS["other"])
    expected = str(error.given.get("expected", "")).replace(" or ", ", ")
    yield line(said.format_map({"message": error.message, "allowed": expected, **error.given}))


def _summary(draft: Draft, plain: Rehearsal, pruned: Rehearsal) -> Page:
    prune = bool(draft.body.get("prune"))
    chosen = pruned if prune else plain
    gone = pruned.report.withdrawn - plain.report.withdrawn
    lines = [
        line(texts.SUMMARY.format(file=clipped(draft.body["file"], _LONGEST)), "b"),
        *_lines(chosen),
    ]
    if chosen.changes_anything:
        queued = chosen.report.queued
        lines.append(line(texts.WILL_BE_TOLD.format(count=queued) if queued else NOBODY_TOLD))
    if gone and not prune:
        lines.append(line(texts.GONE.format(count=gone)))
    label = texts.NO_PRUNE_BUTTON if prune else texts.PRUNE_BUTTON.format(count=gone)
    save = [draft_button(draft, SAVE_BUTTON, "save")] if chosen.changes_anything else []
    rows = [[draft_button(draft, label, "prune")]] if gone else []
    return page_of(lines, [*rows, [*save, draft_button(draft, DROP_BUTTON, "drop")]])


def _lines(found: Rehearsal) -> Iterator[Line]:
    report = found.report
    yield line(
        texts.FACTS.format(
            added=report.added, changed=report.changed, unchanged=report.unchanged, withdrawn=report.withdrawn
        )
    )
    for said, ids in (
        (texts.ARTICLES, found.articles),
        (texts.NAMES, found.names),
        (texts.TOPICS, found.topics),
    ):
        if ids:
            yield line(said.format(count=len(ids), ids=clipped(", ".join(ids), _LONGEST)))
    if not found.changes_anything:
        yield line(texts.NOTHING)
    ordered = sorted(found.facts, key=lambda change: ("corrected", "withdrawn", "new").index(change.kind))
    yield from (line(_told(change)) for change in ordered[:_MOST_SHOWN])
    if len(ordered) > _MOST_SHOWN:
        yield line(texts.MORE.format(count=len(ordered) - _MOST_SHOWN))


def _told(change: FactChange) -> str:
    """A fact that comes, goes, or changes: its old figure and the new one."""
    statement = clipped(change.fact.statement, _LONGEST)
    if change.before is None or change.after is None:
        return texts.CHANGES[change.kind].format(statement=statement)
    old, new = lead(change.before), lead(change.after)
    figures = texts.SAME_FIGURE if old == new else texts.FIGURES.format(old=old or "–", new=new or "–")
    return texts.CHANGES[change.kind].format(statement=statement, figures=figures)

"""An article being brought in: its text in as many messages as it takes, its record, then the facts proposed from it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from pathlib import PurePath
from typing import ClassVar

from telegram.constants import FileSizeLimit
from telegram.error import TelegramError

from handlers.editing import article_pages, article_texts, proposal_pages, texts
from handlers.editing.drafting import Attachment, DraftKind, plain_page
from handlers.editing.newsroom import Move
from handlers.editing.reviewing import Reviewing
from handlers.pages import Page
from knowledge.drafting.figures import UnreadableError
from knowledge.editing import Applied, Edit, version_of
from knowledge.exchange import submitting
from knowledge.models import Article
from knowledge.proposing.documents import DocumentError, EmptyDocumentError, read_document
from knowledge.proposing.record import read_article
from knowledge.store import proposals
from knowledge.store.drafts import Body, Draft

START, TEXT, RECORD, FIELD, REVIEW, SURE = "start", "text", "record", "field", "review", "sure"
MOST_CHARACTERS = 200_000
_MEGABYTE = 1_000_000
_SHORTEST_PIECE = 40
"""How many characters a text has at least that is taken for a piece of an article, where it is not asked for."""
_READABLE = (".txt", ".docx")


def begun(pieces: list[str] | None = None, *, at: str = TEXT) -> Body:
    """A draft with the first pieces of a text, if there are any."""
    return {"at": at, "pieces": pieces or []}


class ArticleDraft(DraftKind):
    """An article.

    Its body tells what it is `at`; the `pieces` of the text; the `record` as read and mended,
    and the id of the article in the store that is the `same`; while proposals are
    reviewed, the id of the `article`, the one `mended` and how many were decided about.
    """

    name: ClassVar[str] = "article"
    title: ClassVar[str] = article_texts.ADDING

    # ── what it shows ───────────────────────────────────────────────────────────────────

    async def page(self, draft: Draft) -> Page:
        """The page of what it is at."""
        match draft.body["at"]:
            case "start":
                return await self._starting(draft)
            case "text":
                return article_pages.receiving(draft)
            case "record":
                same = await self._same(draft.body)
                return await asyncio.to_thread(article_pages.record, draft, same)
            case "field":
                return article_pages.asking(draft)
            case "sure":
                return proposal_pages.dropping_all(draft, self._reviewing(draft).left)
        return await self._reviewing(draft).page()

    async def _starting(self, draft: Draft) -> Page:
        waiting = self.newsroom.desk.read(proposals.waiting)
        articles = await self.newsroom.desk.look(
            lambda known: [known.reader.article(one.article) for one in waiting]
        )
        return article_pages.starting(draft, list(zip(waiting, articles, strict=True)))

    async def _same(self, body: Body) -> Article | None:
        key = body.get("same")
        return await self.newsroom.desk.look(lambda known: known.reader.article(key)) if key else None

    def _reviewing(self, draft: Draft) -> Reviewing:
        return Reviewing(self.newsroom, draft)

    def left_behind(self, draft: Draft) -> str:
        """What is said where it is left: the article itself may have been saved by then."""
        if draft.body["at"] in (REVIEW, SURE):
            return article_texts.LEFT_FOR_LATER.format(count=self._reviewing(draft).left)
        return super().left_behind(draft)

    def notice(self, move: Move, applied: Applied | None) -> str | None:
        """That a fact is accepted, and how many hear of it."""
        if not (move.notice and applied and applied.queued):
            return move.notice
        return f"{move.notice} {texts.WILL_BE_TOLD.format(count=applied.queued)}"

    async def closing(self, draft: Draft, move: Move, applied: Applied | None) -> Page:
        """What has come of it."""
        if move.notice:
            return plain_page(move.notice)
        return await super().closing(draft, move, applied)

    # ── texts and files ─────────────────────────────────────────────────────────────────

    async def on_text(self, draft: Draft, text: str) -> Move:
        """A piece of the article, or what one of its fields should be."""
        if draft.body["at"] == FIELD:
            return await self._field_typed(draft, text)
        if draft.body["at"] in (START, TEXT):
            return self._more(draft.body, text)
        if len(text) < _SHORTEST_PIECE:
            return await super().on_text(draft, text)
        if draft.body["at"] == RECORD:
            return await self._late_piece(draft.body, text)
        return Move(notice=article_texts.PIECE_TOO_LATE)

    async def _late_piece(self, body: Body, text: str) -> Move:
        """A piece that comes when the record has been read: it is read anew, with what the editor has put right in it."""
        before = submitting.record_of(
            await asyncio.to_thread(read_article, submitting.joined(body["pieces"]))
        )
        move = self._more(body, text)
        if move.body is None:
            return move
        mended = {field: value for field, value in body["record"].items() if value != before.get(field)}
        anew = await self._read(move.body)
        together = await self._with_record(anew, {**anew["record"], **mended})
        return Move(body=together, notice=article_texts.PIECE_ADDED)

    @staticmethod
    def _more(body: Body, text: str) -> Move:
        pieces = [*body["pieces"], text]
        if sum(map(len, pieces)) > MOST_CHARACTERS:
            return Move(
                notice=article_texts.TEXT_TOO_LONG.format(most=f"{MOST_CHARACTERS:,}".replace(",", "."))
            )
        return Move(body={**body, "at": TEXT, "pieces": pieces})

    async def _field_typed(self, draft: Draft, text: str) -> Move:
        try:
            record = submitting.with_field(draft.body["record"], draft.body["field"], text)
        except UnreadableError:
            return Move(notice=article_texts.NO_DAY)
        except ValueError:
            return Move(
                notice=article_texts.NO_ADDRESS if draft.body["field"] == "url" else article_texts.TOO_LONG
            )
        return Move(body=await self._with_record(draft.body, record))

    async def on_file(self, draft: Draft, file: Attachment) -> Move:
        """The article as a file; what cannot be read is said, and nothing is lost of what has come before."""
        if draft.body["at"] not in (START, TEXT):
            return await super().on_file(draft, file)
        return await self.with_file(draft.body, file)

    async def with_file(self, body: Body, file: Attachment) -> Move:
        """What becomes of a draft that holds this by a file."""
        if PurePath(file.name).suffix.lower() not in _READABLE:
            return Move(notice=article_texts.FILE_KIND)
        most = FileSizeLimit.FILESIZE_DOWNLOAD
        if file.size and file.size > most:
            return Move(notice=article_texts.FILE_TOO_BIG.format(most=most // _MEGABYTE))
        try:
            content = await file.read()
        except TelegramError:
            return Move(notice=article_texts.FILE_LOST)
        if not content.strip():
            return Move(notice=article_texts.FILE_EMPTY)
        return await self._with_document(body, content, file.name)

    async def _with_document(self, body: Body, content: bytes, name: str) -> Move:
        try:
            text = await asyncio.to_thread(read_document, content, name)
        except EmptyDocumentError:
            return Move(notice=article_texts.FILE_EMPTY)
        except DocumentError:
            return Move(notice=article_texts.FILE_BROKEN)
        move = self._more(body, text)
        return move if move.body is None else Move(body=await self._read(move.body))

    # ── the record ──────────────────────────────────────────────────────────────────────

    async def _read(self, body: Body) -> Body:
        """The draft once its text is whole: with what that says of itself."""
        reading = await asyncio.to_thread(read_article, submitting.joined(body["pieces"]))
        return await self._with_record(body, submitting.record_of(reading))

    async def _with_record(self, body: Body, record: submitting.Record) -> Body:
        text = submitting.joined(body["pieces"])
        same = await self.newsroom.desk.look(lambda known: submitting.same_as(record, text, known.reader))
        return {**body, "at": RECORD, "record": record, "same": same and same.id}

    async def on_press(self, draft: Draft, what: str, which: str) -> Move:
        """A step to another place, or a decision about a proposal."""
        if draft.body["at"] in (REVIEW, SURE):
            return await self._reviewing(draft).on_press(what)
        if what == "drop":
            return Move(ends="dropped")
        effect = _EFFECTS.get((draft.body["at"], what))
        return await effect(self, draft, which) if effect else Move(notice=texts.STEP_PASSED)

    async def _new(self, draft: Draft, _which: str) -> Move:
        return Move(body={**draft.body, "at": TEXT})

    async def _resume(self, _draft: Draft, which: str) -> Move:
        desk = self.newsroom.desk
        article = await desk.look(lambda known: desk.keys.article(known, which))
        return Move(body=_under_review(article.id)) if article else Move(notice=texts.STEP_PASSED)

    async def _done(self, draft: Draft, _which: str) -> Move:
        if not draft.body["pieces"]:
            return Move(notice=article_texts.NOTHING_YET)
        return Move(body=await self._read(draft.body))

    async def _field(self, draft: Draft, which: str) -> Move:
        field = submitting.FIELDS[int(which) % len(submitting.FIELDS)]
        return Move(body={**draft.body, "at": FIELD, "field": field})

    async def _clear(self, draft: Draft, _which: str) -> Move:
        record = {**draft.body["record"], draft.body["field"]: None}
        return Move(body=await self._with_record(draft.body, record))

    async def _back(self, draft: Draft, _which: str) -> Move:
        return Move(body={**draft.body, "at": RECORD})

    async def _replace(self, draft: Draft, _which: str) -> Move:
        return await self._save(draft, await self._same(draft.body))

    async def _save_new(self, draft: Draft, _which: str) -> Move:
        return await self._save(draft, None)

    async def _save(self, draft: Draft, known: Article | None) -> Move:
        """Save the article, in place of one that is known or as a new one, and keep what it may state to be decided about."""
        if submitting.lacks(draft.body["record"]):
            return Move(notice=texts.STEP_PASSED)
        article = self._article(draft.body, known)
        seen = self._version(article.id)
        lexicon = await self.newsroom.desk.look(lambda known: known.lexicon)
        found = await asyncio.to_thread(submitting.proposals_from, article, lexicon)
        edit = Edit(author=str(draft.person), articles=(article,), seen={("article", article.id): seen})
        if not found:
            return Move(edit=edit, ends="saved", notice=article_texts.NOTHING_PROPOSED)
        return Move(
            body=_under_review(article.id),
            edit=edit,
            also=lambda store: proposals.keep(store, article.id, found),
            notice=article_texts.SAVED_ARTICLE,
        )

    def _article(self, body: Body, known: Article | None) -> Article:
        record, text = body["record"], submitting.joined(body["pieces"])
        if known:
            return submitting.in_place_of(known, record, text)
        return submitting.article_of(record, text, lambda key: self._version(key) > 0)

    def _version(self, article: str) -> int:
        return self.newsroom.desk.read(lambda store: version_of(store, "article", article))

    async def on_result(self, draft: Draft, result: Body) -> Body:
        """The proposal that was under review, mended."""
        return self._reviewing(draft).mended(result["entry"])


def _under_review(article: str) -> Body:
    return {"at": REVIEW, "article": article}


_Effect = Callable[[ArticleDraft, Draft, str], Awaitable[Move]]
_EFFECTS: Mapping[tuple[str, str], _Effect] = {
    (START, "new"): ArticleDraft._new,  # noqa: SLF001  its own
    (START, "resume"): ArticleDraft._resume,  # noqa: SLF001
    (TEXT, "done"): ArticleDraft._done,  # noqa: SLF001
    (RECORD, "field"): ArticleDraft._field,  # noqa: SLF001
    (RECORD, "save"): ArticleDraft._save_new,  # noqa: SLF001
    (RECORD, "replace"): ArticleDraft._replace,
    (FIELD, "clear"): ArticleDraft._clear,  # noqa: SLF001
    (FIELD, "back"): ArticleDraft._back,  # noqa: SLF001
}
"""What the buttons of each place do."""

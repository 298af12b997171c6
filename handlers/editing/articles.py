"""/thembai: an article by its text or a file, and the facts proposed from it."""

from __future__ import annotations

from telegram import Message

from handlers.addressing import words_of
from handlers.editing.article_draft import START, ArticleDraft, begun
from handlers.editing.drafting import Drafting, attachment_of
from handlers.editing.rights import Turn
from knowledge.store import proposals


async def add_article(drafting: Drafting, turn: Turn) -> None:
    """/thembai: a new article, which may follow the command or be what it replies to; or on with open proposals."""
    replied = turn.message.reply_to_message
    if replied and replied.document:
        await _from_file(drafting, turn, replied)
        return
    text = turn.words or (words_of(replied) if replied else "")
    if text.strip():
        await drafting.begin(turn, ArticleDraft.name, begun([text.strip()]))
        return
    waiting = turn.newsroom.desk.read(proposals.waiting)
    await drafting.begin(turn, ArticleDraft.name, begun(at=START) if waiting else begun())


async def add_file(drafting: Drafting, turn: Turn) -> None:
    """/thembai under a file."""
    await _from_file(drafting, turn, turn.message)


async def _from_file(drafting: Drafting, turn: Turn, message: Message) -> None:
    move = await drafting.kind(ArticleDraft).with_file(begun(), attachment_of(message))
    if move.body:
        await drafting.begin(turn, ArticleDraft.name, move.body)
    else:
        await turn.say(move.notice or "")

"""/thembai: an article by its text or a file, and the facts proposed from it."""

from __future__ import annotations

from handlers.addressing import words_of
from handlers.editing.article_draft import START, begun
from handlers.editing.drafting import Drafting
from handlers.editing.rights import Turn
from knowledge.store import proposals


async def add_article(drafting: Drafting, turn: Turn) -> None:
    """/thembai: a new article, which may follow the command or be what it replies to; or on with open proposals."""
    replied = turn.message.reply_to_message
    text = turn.words or (words_of(replied) if replied else "")
    if text.strip():
        await drafting.begin(turn, "article", begun([text.strip()]))
        return
    waiting = turn.newsroom.desk.read(proposals.waiting)
    await drafting.begin(turn, "article", begun(at=START) if waiting else begun())

"""What somebody posted through inline mode, put right where it stands when a figure in it is corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.desk import GIVING, Desk
from handlers.digests import Notice
from handlers.inline import source_link
from handlers.lines import Section
from handlers.markup import messages
from handlers.notice_sections import put_right
from handlers.rendering import sections, source_line
from knowledge.answering.citing import cite
from knowledge.changes import FactChange, changes_in
from knowledge.service import Knowledge
from knowledge.store.outbox import Due
from knowledge.store.posts import post_in
from knowledge.store.told import told_in


async def correction(desk: Desk, row: Due, username: str) -> Notice | None:
    """What a posted answer is to say from now on; None where it is not remembered any more, or shows nothing of a change."""
    post = desk.read(lambda connection: post_in(connection, row.thread))
    shown = desk.read(lambda connection: told_in(connection, row.chat, row.thread))
    changes = [change for change in changes_in(row.body) if change.fact.id in shown]
    if post is None or not changes:
        return None
    answer = await desk.look(lambda known: known.ask(post.question))
    stands = answer.status in GIVING
    article = changes[0].fact.article
    head = await desk.look(lambda known: _put_right(known, changes, None if stands else article))
    below = sections(replace(answer, suggestions=())) if stands else ()
    return Notice(
        messages([head, *below])[:1],
        source_link(article, username),
        {row.event: answer.facts if stands else ()},
        post=post.message,
    )


def _put_right(known: Knowledge, changes: Sequence[FactChange], article: str | None) -> Section:
    """What has changed, with its source where no answer below has one."""
    source = source_line(cite(known.reader.article(article), None)) if article else None
    return Section(tuple(put_right(changes, known.lexicon)), source)

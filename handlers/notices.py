"""Notices: what a chat is told of its own accord, composed at the moment it is sent."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime

from handlers import follow_pages, pages, posts, texts
from handlers.browsing import show
from handlers.desk import Desk, Seat
from handlers.digests import WHOLE, Notice, Part, digest
from handlers.follow_pages import EVERYTHING, labels, under_answer_rows
from handlers.keyboards import Action, under_answer
from handlers.lines import Line, Section, Span, line
from handlers.markup import messages
from handlers.notice_sections import Told, ToldOn
from handlers.pages import Page
from handlers.pressing import Effect, Pressed
from handlers.rendering import sections
from handlers.rights import may_change
from handlers.sending import send
from knowledge.changes import FactChange, changes_in, figure
from knowledge.models import Fact
from knowledge.service import Knowledge
from knowledge.store import dialogue, outbox
from knowledge.store.dialogue import Asked, Wish, load_context
from knowledge.store.events import Body, body_of
from knowledge.store.following import Follow
from knowledge.store.granting import granted_facts
from knowledge.store.outbox import Due
from knowledge.store.posts import is_post
from knowledge.store.told import REMEMBERED, Given, Shown, note_told, told_since

_SOURCES_A_ROW, _MOST_SOURCES = 4, 40


async def compose(desk: Desk, rows: Sequence[Due], username: str) -> Notice | None:
    """What a chat is to be told: an answer it waited for, a change, or several changes as a digest.

    All rows are of one chat and thread, or of one post; `username` is the bot's. None where nothing is left to tell: what changed is
    not followed there any more, or the answer is gone again (and waited for again).
    """
    first = rows[0]
    if is_post(first.thread):
        return await posts.correction(desk, first, username)
    if first.kind == "wish":
        return await _granted(desk, first)
    return await _changes(desk, rows, WHOLE)


async def _changes(desk: Desk, rows: Sequence[Due], part: Part) -> Notice | None:
    followed = desk.follows(rows[0].chat, rows[0].thread)
    newest_first = sorted(rows, key=lambda row: (row.at, row.id), reverse=True)
    chat, thread = rows[0].chat, rows[0].thread
    granted: AbstractSet[str] = frozenset()
    if any(row.reason == "follow" for row in rows):
        granted = desk.read(lambda connection: granted_facts(connection, chat, thread))
    told = [(_but_for_granted(row, granted), _told(desk, row)) for row in newest_first]
    return await desk.look(lambda known: digest(known, told, followed, part))


def _but_for_granted(row: Due, granted: AbstractSet[str]) -> Due:
    """What a follower is told, without the facts that the chat gets as an answer it has waited for."""
    if row.reason != "follow":
        return row
    left = [change for change in row.body["changes"] if change["fact"] not in granted]
    return replace(row, body={**row.body, "changes": left})


def note_seen(connection: sqlite3.Connection, notice: Notice, to: Due, at: datetime) -> None:
    """Remember what a notice showed, for when it is corrected; a task for the worker."""
    for event, facts in notice.facts.items():
        note_told(connection, Shown(to.chat, at, facts, to.thread, event))


def _told(desk: Desk, row: Due) -> Told:
    """The facts of an event that the chat was shown before, and when; None for one of which that is not kept any more."""
    if row.reason != "told" or not desk.preference(row.chat).corrections:
        return {}
    given = desk.read(
        lambda connection: told_since(connection, row.chat, row.at - REMEMBERED, but_by=row.event)
    )
    changes = {change.fact.id: change for change in changes_in(row.body) if change.before}
    known = {fact: _as_given(changes[fact], given[fact], desk) for fact in changes.keys() & given.keys()}
    return known or dict.fromkeys(changes)


def _as_given(change: FactChange, given: Given, desk: Desk) -> ToldOn | None:
    """When and how a fact was shown; None where it has been shown since as it is now."""
    shown, day = figure(Fact.from_store(given.body)), given.at.astimezone(desk.zone).date()
    if change.before and shown == figure(change.before):
        return ToldOn(day)
    return None if change.after and shown == figure(change.after) else ToldOn(day, shown)


# ── answers that somebody waited for ────────────────────────────────────────────────────


async def _granted(desk: Desk, row: Due) -> Notice | None:
    """The question, asked again as it was meant, and its answer with the usual buttons."""
    wish = _wish(row)
    kind = "private" if wish.chat > 0 else "supergroup"
    seat = Seat(wish.chat, kind, wish.person, wish.thread)
    again = Asked(
        id=-row.event, at=wish.leaned_on.at if wish.leaned_on else wish.at, chat=wish.chat, chat_kind=kind,
        person=wish.person, question=wish.question, status="unknown", thread=wish.thread, leaned_on=wish.leaned_on,
    )  # fmt: skip
    asked, reply = await desk.ask(wish.question, seat, again=again)
    if reply.answer.status != "answered":
        await desk.worker.run(lambda connection: dialogue.wish_for(connection, wish))
        return None
    desk.note(asked, reply.context)
    follows = under_answer_rows(asked, desk.follows(wish.chat), reply.lexicon)
    head = Section((_wished_for(wish), line(wish.question, "b")))
    return Notice(messages([head, *sections(reply.answer)]), under_answer(asked, follows))


def _wish(row: Due) -> Wish:
    kept = row.body["wish"]
    return Wish(
        at=datetime.fromisoformat(kept["at"]), chat=row.chat, person=kept["person"], thread=row.thread or None,
        question=row.body["question"], leaned_on=load_context(row.body["leaned_on"]),
    )  # fmt: skip


def _wished_for(wish: Wish) -> Line:
    """In a group the person is named, so that they see that they are meant."""
    if wish.chat > 0:
        return line(texts.WISHED_FOR)
    return (Span(texts.YOU, href=f"tg://user?id={wish.person}"), Span(texts.WISHED_FOR_BY))


# ── buttons ─────────────────────────────────────────────────────────────────────────────


async def stop(pressed: Pressed) -> str | None:
    """Stop the follow that brought a notice; where that may have been several, show what is followed."""
    if not await may_change(pressed.bot, pressed.seat):
        return texts.ADMINS_ONLY
    desk, chat = pressed.desk, pressed.seat.chat
    followed = desk.follows(chat)
    event = pressed.press.ids[0]
    body = desk.read(lambda connection: body_of(connection, int(event, 36))) if event else None
    brought = await desk.look(lambda known: _brought_by(known, body, followed))
    if len(brought) != 1:
        page = await desk.look(lambda known: follow_pages.being_followed(known, followed, 0))
        await send(pressed.bot, pressed.seat, [page.html], page.keyboard, reply_to=pressed.message)
        return texts.FOLLOWED_NO_MORE if event and not brought else None
    await desk.unfollow(chat, brought[0])
    return texts.FOLLOWS_NO_MORE.format(labels=await desk.look(lambda known: labels(brought, known.lexicon)))


def _brought_by(known: Knowledge, body: Body | None, followed: Sequence[Follow]) -> list[Follow]:
    """What is followed of that which an event concerns."""
    if body is None:
        return []
    concerned = [follow for change in changes_in(body) for follow in change.follows(followed, known.lexicon)]
    bare = [EVERYTHING] if body["new_article"] and not body["changes"] and EVERYTHING in followed else []
    return list(dict.fromkeys([*concerned, *bare]))


async def stop_corrections(pressed: Pressed) -> str:
    """Tell a chat no more that a figure it was given has been corrected."""
    if not await may_change(pressed.bot, pressed.seat):
        return texts.ADMINS_ONLY
    preference = pressed.desk.preference(pressed.seat.chat)
    await pressed.desk.prefer(pressed.seat.chat, replace(preference, corrections=False))
    return texts.NO_CORRECTIONS


async def go_on(pressed: Pressed) -> str | None:
    """Tell what there was no room for in a notice, in a message of its own."""
    desk, chat = pressed.desk, pressed.seat.chat
    part = Part(of=pressed.press.number(0) or pressed.message, after=pressed.press.number(1))
    rows = desk.read(lambda connection: outbox.told_by(connection, chat, part.of))
    notice = await _changes(desk, rows, part) if rows else None
    if notice is None:
        return texts.NO_MORE_NEWS
    now = desk.clock()
    await desk.worker.run(lambda connection: note_seen(connection, notice, rows[0], now))
    await send(pressed.bot, pressed.seat, notice.html, notice.keyboard, reply_to=pressed.message)
    return None


async def open_article(pressed: Pressed) -> str | None:
    """Show an article in a message of its own; the notice stays as it is."""
    page = await pressed.desk.look(lambda known: _article(pressed, known))
    if page is None:
        return texts.PAGE_GONE
    await show(pressed.desk, pressed.bot, pressed.seat, page, reply_to=pressed.message)
    return None


def _article(pressed: Pressed, known: Knowledge) -> Page | None:
    found = pressed.desk.keys.article(known, pressed.press.ids[0])
    return pages.article(known, found, 0, pressed.bot.username) if found else None


EFFECTS: dict[Action, Effect] = {
    Action.STOP: stop,
    Action.NO_CORRECTIONS: stop_corrections,
    Action.MORE_NEWS: go_on,
    Action.ARTICLE_APART: open_article,
}
"""What the buttons under notices do."""

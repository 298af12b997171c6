"""Following: by command with words, by buttons there and under answers, and stopping again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from telegram import Bot, Message, Update
from telegram.ext import ContextTypes

from handlers import follow_pages, texts
from handlers.addressing import seat_of, words_after_command
from handlers.desk import Desk, Seat
from handlers.follow_pages import EVERYTHING, View, ids, label, labels, rows
from handlers.keyboards import Action
from handlers.lines import line
from handlers.pages import Page, page_of
from handlers.pressing import Effect, Pressed
from handlers.rights import may_change
from handlers.sending import send
from handlers.settings_page import pace
from knowledge.interest import Interest, interest, nearest
from knowledge.service import Knowledge
from knowledge.store.following import Follow
from knowledge.text.vietnamese import fold, normalize
from knowledge.wording import joined

Context = ContextTypes.DEFAULT_TYPE
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words after a command speak of: `follows` where that is clear, else what may be meant."""

    follows: tuple[Follow, ...] = ()
    candidates: tuple[Follow, ...] = ()
    said: str = ""


async def follow(desk: Desk, update: Update, context: Context) -> None:
    """/theodoi: what the words speak of is followed; without words, or unclear ones, there are buttons."""
    message = update.effective_message
    if message is not None and await _is_allowed(context.bot, message):
        seat, words = seat_of(message), words_after_command(message)
        reading = await desk.look(lambda known: _reading(known, words))
        page = await _begin(desk, seat, reading)
        await send(context.bot, seat, [page.html], page.keyboard, reply_to=message.message_id)


async def stop(desk: Desk, update: Update, context: Context) -> None:
    """/huytheodoi: what the words speak of is followed no more; without words there are buttons."""
    message = update.effective_message
    if message is not None and await _is_allowed(context.bot, message):
        seat, words = seat_of(message), words_after_command(message)
        page = await _end(desk, seat, words)
        await send(context.bot, seat, [page.html], page.keyboard, reply_to=message.message_id)


async def _is_allowed(bot: Bot, message: Message) -> bool:
    """Whether whoever wrote may change what is followed here; they are told where not."""
    seat = seat_of(message)
    allowed = await may_change(bot, seat)
    if not allowed:
        await send(bot, seat, [texts.ADMINS_ONLY], reply_to=message.message_id)
    return allowed


async def _begin(desk: Desk, seat: Seat, reading: Reading) -> Page:
    new = [await desk.follow(seat, follow) for follow in reading.follows]
    followed = desk.follows(seat.chat)
    if not new:
        return await desk.look(
            lambda known: follow_pages.choice(known, reading.said, reading.candidates, followed)
        )
    said = texts.FOLLOWS_NOW if any(new) else texts.FOLLOWS_ALREADY
    how = texts.TOLD_HOW.format(pace=pace(desk.preference(seat.chat)))
    return await desk.look(lambda known: _confirmed(known, reading.follows, followed, said, how))


def _confirmed(
    known: Knowledge, follows: Iterable[Follow], followed: list[Follow], said: str, how: str
) -> Page:
    told = said.format(labels=labels(follows, known.lexicon))
    return page_of([line(told, "b"), line(how)], rows(follows, followed, known.lexicon))


async def _end(desk: Desk, seat: Seat, words: str) -> Page:
    followed = desk.follows(seat.chat)
    meant, said = await desk.look(lambda known: _meant(known, words, followed))
    for follow in meant:
        await desk.unfollow(seat.chat, follow)
    left = desk.follows(seat.chat)
    return await desk.look(lambda known: follow_pages.being_followed(known, left, 0, said))


def _meant(known: Knowledge, words: str, followed: list[Follow]) -> tuple[list[Follow], str]:
    """Which of what is followed is to be stopped, and what to say of it."""
    if not words or not followed:
        return [], ""
    if _is_everything(words):
        return followed, texts.STOPPED_ALL
    found = interest(words, known.lexicon)
    readings = [] if found.strangers or found.unexplained else found.readings
    meant = [one for one in followed if any(_covers(reading, one) for reading in readings)]
    if meant:
        return meant, texts.FOLLOWS_NO_MORE.format(labels=labels(meant, known.lexicon))
    spoken = labels((Follow(*pair) for pair in readings), known.lexicon) if readings else f"“{words}”"
    return [], texts.NOT_FOLLOWED.format(labels=spoken)


def _covers(reading: tuple[str, str], followed: Follow) -> bool:
    """Whether who stops a name or a topic means something followed: that, or a narrower part of it."""
    name, topic = reading
    return name in ("", followed.name) and topic in ("", followed.topic)


def _reading(known: Knowledge, words: str) -> Reading:
    if not words:
        return Reading()
    if _is_everything(words):
        return Reading((EVERYTHING,))
    found = interest(words, known.lexicon)
    pairs = found.readings or ([] if found.strangers else nearest(words, known.lexicon, _NEAR))
    follows = tuple(Follow(*pair) for pair in pairs)
    return Reading(follows) if found.is_clear else Reading((), follows, _problem(found, words))


def _is_everything(words: str) -> bool:
    return fold(normalize(words)) in {fold(normalize(said)) for said in texts.ALL_WORDS}


def _problem(found: Interest, words: str) -> str:
    """Why nothing can be followed yet."""
    if found.strangers:
        return texts.NO_PLACE_TO_FOLLOW.format(places=joined(found.strangers))
    if found.unexplained or not found.readings:
        return texts.NO_TOPIC_TO_FOLLOW.format(words=" ".join(found.unexplained) or words)
    return texts.WHICH_TO_FOLLOW


# ── buttons ─────────────────────────────────────────────────────────────────────────────


async def toggle(pressed: Pressed) -> str:
    """Follow what a button is for, or stop where it is followed already."""
    if not await may_change(pressed.bot, pressed.seat):
        return texts.ADMINS_ONLY
    desk, seat = pressed.desk, pressed.seat
    standing = next((one for one in desk.follows(seat.chat) if ids(one) == pressed.press.ids), None)
    meant = standing or await desk.look(lambda known: _from_keys(pressed, known))
    if meant is None:
        return texts.PAGE_GONE
    said = texts.FOLLOWS_NO_MORE if standing else texts.FOLLOWS_NOW
    await (desk.unfollow(seat.chat, standing) if standing else desk.follow(seat, meant))
    followed = set(map(ids, desk.follows(seat.chat)))
    await pressed.show_chosen(lambda one: one.ids in followed if one.action == Action.FOLLOW else None)
    return said.format(labels=await desk.look(lambda known: label(meant, known.lexicon)))


def _from_keys(pressed: Pressed, known: Knowledge) -> Follow | None:
    keys, (name_key, topic_key) = pressed.desk.keys, pressed.press.ids
    name, topic = keys.name(known, name_key), keys.topic(known, topic_key)
    if (name_key and not name) or (topic_key and not topic):
        return None
    return Follow(name.id if name else "", topic.id if topic else "")


async def turn(pressed: Pressed) -> str | None:
    """Show another of the pages to choose from."""
    followed = pressed.desk.follows(pressed.seat.chat)
    return await pressed.turn_into(await pressed.desk.look(lambda known: _page(pressed, known, followed)))


def _page(pressed: Pressed, known: Knowledge, followed: list[Follow]) -> Page | None:
    view, name_key, at = View(pressed.press.ids[0]), pressed.press.ids[1], pressed.press.number(2)
    if view is View.TOPICS_OF:
        name = pressed.desk.keys.name(known, name_key)
        return follow_pages.topics_of(known, followed, name.id, at) if name else None
    if view is View.FIRST:
        return follow_pages.first(known, followed)
    pages = {View.NAMES: follow_pages.names, View.TOPICS: follow_pages.topics}
    return pages.get(view, follow_pages.being_followed)(known, followed, at)


async def stop_all(pressed: Pressed) -> str:
    """Follow nothing any more."""
    if not await may_change(pressed.bot, pressed.seat):
        return texts.ADMINS_ONLY
    await pressed.desk.unfollow(pressed.seat.chat)
    page = await pressed.desk.look(lambda known: follow_pages.being_followed(known, [], 0, texts.STOPPED_ALL))
    await pressed.turn_into(page)
    return texts.STOPPED_ALL


EFFECTS: dict[Action, Effect] = {Action.FOLLOW: toggle, Action.FOLLOWS: turn, Action.STOP_ALL: stop_all}
"""What the buttons of following do."""

"""First words: /start and its links, help, and what is sent that is no question."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from telegram import Bot, ChatMember, InlineKeyboardMarkup, Message, Update
from telegram.ext import ContextTypes

from handlers import links, texts
from handlers.addressing import Albums, is_group_kind, is_private, seat_of
from handlers.asking import respond
from handlers.browsing import open_link
from handlers.commands import Scope, offered
from handlers.desk import Desk, Seat
from handlers.editing import fact_usage
from handlers.examples import answered_examples
from handlers.keyboards import Action, button
from handlers.lines import Line, Section, Span, line
from handlers.links import Link, key, url
from handlers.markup import escape, messages
from handlers.pages import Page, heading
from handlers.sending import send
from knowledge.service import Knowledge

Context = ContextTypes.DEFAULT_TYPE
_EXAMPLES = 3
_OUTSIDE = (ChatMember.LEFT, ChatMember.BANNED)


async def start(desk: Desk, update: Update, context: Context) -> None:
    """/start, perhaps by a link to a question, a topic or a source."""
    message = update.effective_message
    if message is None:
        return
    link = links.read(context.args[0]) if context.args else None
    if link and link.kind == "question":
        await respond(desk, context.bot, message, link.target)
    elif not (link and await open_link(desk, message, context.bot, link)):
        greeting = texts.LINK_GONE if context.args else texts.WELCOME
        lines = (line(greeting), line(texts.WHAT_I_DO), line(texts.HOW_TO_ASK))
        page = await desk.look(lambda known: introduction(known, [Section(lines)]))
        await _reply(context.bot, message, page)


async def show_help(desk: Desk, is_editor: Callable[[int], bool], update: Update, context: Context) -> None:
    """/trogiup; editors see their own commands, too."""
    message, username = update.effective_message, context.bot.username
    if message is not None:
        scope: Scope = "private" if is_private(message) else "group"
        if is_private(message) and is_editor(seat_of(message).person):
            scope = "editor"
        page = await desk.look(lambda known: introduction(known, help_sections(known, username, scope)))
        await _reply(context.bot, message, page)


async def unknown_command(update: Update, context: Context) -> None:
    """A command nobody has thought of; in groups only where this bot is meant."""
    message = update.effective_message
    if message is None:
        return
    [command, *_rest] = (message.text or "").split(maxsplit=1)
    _name, _at, whose = command.partition("@")
    if whose.casefold() == context.bot.username.casefold() or (not whose and is_private(message)):
        await _say(context.bot, message, texts.UNKNOWN_COMMAND)


async def only_text(albums: Albums, update: Update, context: Context) -> None:
    """A sticker, a voice message and the like, in private; an album is answered once."""
    message = update.effective_message
    if message is not None and albums.is_first(message):
        await _say(context.bot, message, texts.ONLY_TEXT)


async def greet_group(update: Update, context: Context) -> None:
    """The bot has come into a group: it says once what it is for."""
    change = update.my_chat_member
    if change is None or not is_group_kind(change.chat.type):
        return
    came = change.old_chat_member.status in _OUTSIDE and change.new_chat_member.status not in _OUTSIDE
    if came:
        seat = Seat(change.chat.id, change.chat.type, change.from_user.id)
        await send(context.bot, seat, [escape(texts.HELLO_GROUP.format(username=context.bot.username))])


# ── what is said ────────────────────────────────────────────────────────────────────────


def introduction(known: Knowledge, sections: Sequence[Section]) -> Page:
    """Words about the bot, with examples to tap."""
    examples = answered_examples(known, _EXAMPLES)
    rows = [[button(question, Action.EXAMPLE, key(topic), key(name))] for topic, name, question in examples]
    rows.append([button(texts.TO_TOPICS, Action.TOPICS, 0), button(texts.BY_SOURCE, Action.ARTICLES, 0)])
    hint = [Section((line(texts.TRY_THESE),))] if examples else []
    [html, *_rest] = messages([*sections, *hint])
    return Page(html, InlineKeyboardMarkup(rows))


def help_sections(known: Knowledge, username: str, scope: Scope) -> list[Section]:
    """What the bot does, how it is asked, its commands, and links into it."""
    how = (texts.HOW_TO_ASK, texts.HOW_TO_ASK_IN_A_GROUP, texts.HOW_TO_ASK_INLINE)
    linked = tuple(_links(known, username))
    return [
        Section((line(texts.WHAT_I_DO),)),
        Section(tuple(line(f"• {text.format(username=username)}") for text in how)),
        Section((line(texts.COMMANDS, "b"), *_commands(scope))),
        *([Section(tuple(fact_usage.in_help()))] if scope == "editor" else []),
        *([Section((line(texts.LINKS, "b"), *linked))] if linked else []),
    ]


def _commands(scope: Scope) -> Iterator[Line]:
    for one in offered(scope):
        also = texts.COMMAND_ALSO.format(alias=one.alias) if one.alias else ""
        yield line(f"/{one.name}{also}: {one.description}")


def _links(known: Knowledge, username: str) -> Iterator[Line]:
    """A link to a question, one to a topic and one to a source."""
    for topic, _name, question in answered_examples(known, 1):
        yield from _link(username, Link("question", question), question)
        yield from _link(username, Link("topic", key(topic)), known.lexicon.topics[topic].label)
    for article in known.catalogue.articles(1, 0):
        yield from _link(username, Link("source", key(article.id)), heading(article))


def _link(username: str, link: Link, shown: str) -> Iterator[Line]:
    if address := url(username, link):
        yield (Span("• "), Span(shown, href=address))


async def _reply(bot: Bot, message: Message, page: Page) -> None:
    await send(bot, seat_of(message), [page.html], page.keyboard, reply_to=message.message_id)


async def _say(bot: Bot, message: Message, text: str) -> None:
    await send(bot, seat_of(message), [escape(text)], reply_to=message.message_id)

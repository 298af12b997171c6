"""/bientap: who edits; owners appoint and remove them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from telegram import (
    Bot,
    Contact,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    MessageOriginHiddenUser,
    MessageOriginUser,
    Update,
    User,
)
from telegram.error import TelegramError

from handlers.addressing import is_private, seat_of
from handlers.editing import texts
from handlers.editing.drafting import plain_page
from handlers.editing.menus import take_menu_away
from handlers.editing.newsroom import Newsroom
from handlers.editing.rights import Callback, Context, Turn
from handlers.keyboards import Action, Row, button
from handlers.lines import Line, clipped, line
from handlers.markup import escape
from handlers.pages import PER_PAGE, Page, page_of, paged
from handlers.pressing import Pressed
from knowledge.store.editors import Editor
from knowledge.wording import day

_MOST_DIGITS, _LONGEST_NAME = 15, 60
_ASK, _REMOVE, _APPOINT = "r", "R", "a"


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Whom an owner means; `problem` where that cannot be one."""

    person: int = 0
    name: str = ""
    problem: str = ""


async def show(turn: Turn) -> None:
    """The list; with a person, by an owner, that person is appointed."""
    candidate = _candidate(turn)
    if candidate is None and not is_private(turn.message):
        await turn.say(texts.NOT_IN_GROUPS.format(username=turn.bot.username))
    elif candidate is None:
        await turn.reply(_list(turn.newsroom, turn.seat.person))
    elif not turn.newsroom.is_owner(turn.seat.person):
        await turn.say(texts.OWNERS_ONLY)
    elif candidate.problem:
        await turn.say(candidate.problem)
    else:
        await turn.reply(plain_page(await _appoint(turn, candidate)))


async def _appoint(turn: Turn, who: _Candidate) -> str:
    newsroom = turn.newsroom
    if newsroom.is_owner(who.person):
        return texts.IS_OWNER.format(name=who.name or _called(newsroom, who.person))
    if not await newsroom.appoint(who.person, who.name, by=turn.seat.person):
        return texts.APPOINTED_ALREADY.format(who=_numbered(newsroom, who.person, who.name))
    said = texts.APPOINTED.format(who=_numbered(newsroom, who.person, who.name))
    return said if await _tell(turn.bot, who.person) else f"{said} {texts.CANNOT_WRITE_YET}"


async def _tell(bot: Bot, person: int) -> bool:
    try:
        await bot.send_message(person, texts.WELCOME_EDITOR)
    except TelegramError:
        return False
    return True


def _candidate(turn: Turn) -> _Candidate | None:
    """Whom the words name, or the message that is replied to is from."""
    number, _space, name = turn.words.partition(" ")
    if number:
        if not (number.isascii() and number.isdigit() and len(number) <= _MOST_DIGITS):
            return _Candidate(problem=texts.NOT_A_PERSON.format(read=f"“{number}”"))
        return _Candidate(int(number), clipped(name.strip(), _LONGEST_NAME))
    replied = turn.message.reply_to_message
    return _sender(replied, turn.bot) if replied else None


def _sender(replied: Message, bot: Bot) -> _Candidate | None:
    origin = replied.forward_origin
    if replied.contact:
        return _of_contact(replied.contact)
    if isinstance(origin, MessageOriginHiddenUser):
        return _Candidate(problem=texts.HIDDEN_SENDER)
    if isinstance(origin, MessageOriginUser):
        return _somebody(origin.sender_user)
    if origin or replied.sender_chat or replied.from_user is None or replied.from_user.id == bot.id:
        return None
    return _somebody(replied.from_user)


def _of_contact(contact: Contact) -> _Candidate:
    name = " ".join(filter(None, (contact.first_name, contact.last_name)))
    return _Candidate(contact.user_id, name) if contact.user_id else _Candidate(problem=texts.NO_ACCOUNT)


def _somebody(user: User) -> _Candidate:
    if user.is_bot:
        return _Candidate(problem=texts.A_BOT.format(name=user.full_name))
    return _Candidate(user.id, user.full_name)


# ── the list and its buttons ────────────────────────────────────────────────────────────


def offering(newsroom: Newsroom, otherwise: Callback) -> Callback:
    """A contact that an owner shares may be appointed; anybody else's is for `otherwise`."""

    async def offer(update: Update, context: Context) -> None:
        message = update.effective_message
        contact = message.contact if message else None
        if message is None or contact is None or not newsroom.is_owner(seat_of(message).person):
            await otherwise(update, context)
            return
        turn, who = Turn(newsroom, context.bot, message), _of_contact(contact)
        await turn.reply(plain_page(who.problem) if who.problem else _invitation(who))

    return offer


def _invitation(who: _Candidate) -> Page:
    yes = button(texts.APPOINT_BUTTON.format(name=who.name), Action.EDITOR, _APPOINT, who.person)
    question = texts.APPOINT_SURE.format(who=texts.NUMBERED.format(name=who.name, person=who.person))
    return Page(escape(question), InlineKeyboardMarkup([[yes], [_to_list(0)]]))


async def turn(newsroom: Newsroom, pressed: Pressed) -> str | None:
    """Another page of the list."""
    return await pressed.turn_into(_list(newsroom, pressed.seat.person, pressed.press.number(0)))


async def press(newsroom: Newsroom, pressed: Pressed) -> str | None:
    """Ask whether somebody is to be removed, remove them, or appoint them."""
    what, person = pressed.press.ids[0], pressed.press.number(1)
    name, at = _called(newsroom, person), _page_with(newsroom, person)
    notice = None
    if what == _ASK:
        await pressed.turn_into(_sure(person, _numbered(newsroom, person), at))
        return None
    if what == _REMOVE:
        removed = await newsroom.remove(person)
        notice = texts.REMOVED.format(name=name) if removed else texts.REMOVED_ALREADY
        await take_menu_away(pressed.bot, person)
    if what == _APPOINT and await newsroom.appoint(person, _shared_name(pressed), by=pressed.seat.person):
        notice = None if await _tell(pressed.bot, person) else texts.CANNOT_WRITE_YET
        at = _page_with(newsroom, person)
    await pressed.turn_into(_list(newsroom, pressed.seat.person, at))
    return notice


def _shared_name(pressed: Pressed) -> str:
    """What the contact is called under which an invitation stands."""
    contact = pressed.replied.contact if pressed.replied else None
    return _of_contact(contact).name if contact and contact.user_id == pressed.press.number(1) else ""


def _sure(person: int, who: str, at: int) -> Page:
    yes = button(texts.REMOVE_YES_BUTTON, Action.EDITOR, _REMOVE, person)
    question = texts.REMOVE_SURE.format(who=who)
    return Page(escape(question), InlineKeyboardMarkup([[yes], [_to_list(at)]]))


def _to_list(at: int) -> InlineKeyboardButton:
    return button(texts.BACK_BUTTON, Action.EDITORS, at)


def _page_with(newsroom: Newsroom, person: int) -> int:
    """The page of the list that somebody stands on; the first one where they do not."""
    persons = [editor.person for editor in newsroom.editors()]
    return persons.index(person) // PER_PAGE if person in persons else 0


def _list(newsroom: Newsroom, asking: int, at: int = 0) -> Page:
    found = newsroom.editors()
    shown, turning = paged(found, at, Action.EDITORS)
    count = [line(texts.EDITOR_COUNT.format(count=len(found)))] if turning else []
    lines = [line(texts.EDITORS, "b"), *count, *_lines(newsroom, shown)]
    if not newsroom.is_owner(asking):
        return page_of(lines, [turning])
    return page_of([*lines, line(texts.HOW_TO_APPOINT)], [*_remove_rows(newsroom, shown), turning])


def _lines(newsroom: Newsroom, shown: Sequence[Editor]) -> Iterator[Line]:
    for owner in sorted(newsroom.owners):
        yield line(texts.OWNER.format(who=_numbered(newsroom, owner)))
    for editor in shown:
        since = day(editor.at.astimezone(newsroom.desk.zone).date())
        by = _called(newsroom, editor.appointed_by)
        yield line(texts.EDITOR.format(who=_numbered(newsroom, editor.person), day=since, by=by))
    if not shown:
        yield line(texts.NO_EDITORS)


def _remove_rows(newsroom: Newsroom, shown: Sequence[Editor]) -> list[Row]:
    named = ((one.person, _called(newsroom, one.person)) for one in shown)
    return [
        [button(texts.REMOVE_BUTTON.format(name=name), Action.EDITOR, _ASK, person)] for person, name in named
    ]


def _numbered(newsroom: Newsroom, person: int, name: str = "") -> str:
    """Somebody by name and number; by the number alone where no name is known."""
    name = name or newsroom.name_of(person) or ""
    said = texts.NUMBERED if name else texts.SOMEBODY
    return said.format(name=name, person=person)


def _called(newsroom: Newsroom, person: int) -> str:
    return newsroom.name_of(person) or texts.SOMEBODY.format(person=person)

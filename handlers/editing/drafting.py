"""Drafts: what an editor is in the midst of, as a conversation of texts, files and buttons.

A kind of draft says what each of them makes of it; keeping it, showing it, and telling late
or foreign buttons from good ones is done here, the same for all kinds.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.constants import MessageLimit

from handlers.addressing import is_private, seat_of, words_of
from handlers.desk import Seat
from handlers.editing import texts
from handlers.editing.lateness import is_for_a_draft
from handlers.editing.newsroom import LASTING, LateError, Move, Newsroom, Outcome
from handlers.editing.rights import Callback, Context, Turn, log_refused
from handlers.keyboards import Action, button
from handlers.markup import escape, width
from handlers.pages import Page
from handlers.pressing import Pressed
from handlers.sending import mark, send
from knowledge.editing import Applied
from knowledge.errors import EditError
from knowledge.store.drafts import Body, Draft

Kind = TypeVar("Kind", bound="DraftKind")

_CLOSED = 100
_ENDED = {
    "saved": texts.ALREADY_SAVED,
    "dropped": texts.ALREADY_DROPPED,
    "offered": texts.ALREADY_DROPPED,
    "waiting": texts.WAITS,
}


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file somebody sent; `read` fetches what is in it."""

    name: str
    size: int | None
    read: Callable[[], Awaitable[bytes]]


class DraftKind(ABC):
    """One kind of draft: what it shows, and what becomes of it by what an editor does. Knows nothing of chats."""

    name: ClassVar[str]
    title: ClassVar[str]
    """What the editor is doing, as in "you are in the midst of …"."""

    def __init__(self, newsroom: Newsroom) -> None:
        """For the drafts of one newsroom."""
        self.newsroom = newsroom

    @abstractmethod
    async def page(self, draft: Draft) -> Page:
        """What an open draft shows; its buttons are made by `draft_button`."""

    @abstractmethod
    async def on_press(self, draft: Draft, what: str, which: str) -> Move:
        """What becomes of it by a button."""

    async def on_text(self, draft: Draft, text: str) -> Move:  # noqa: ARG002
        """What becomes of it by a text."""
        return Move(notice=texts.CHOOSE_BUTTON)

    async def on_file(self, draft: Draft, file: Attachment) -> Move:  # noqa: ARG002
        """What becomes of it by a file."""
        return Move(notice=texts.NO_FILES_HERE)

    async def on_result(self, draft: Draft, result: Body) -> Body:  # noqa: ARG002
        """What it holds once a draft that was begun from it has come to a result."""
        return draft.body

    async def on_refusal(self, draft: Draft, error: EditError) -> Move:  # noqa: ARG002
        """What becomes of it where the knowledge could not be changed as it wanted."""
        return Move(notice=refusal(error))

    def left_behind(self, draft: Draft) -> str:  # noqa: ARG002
        """What is said where it is left with /huy."""
        return texts.DROPPED.format(title=self.title)

    def notice(self, move: Move, applied: Applied | None) -> str | None:  # noqa: ARG002
        """What is said for a moment where it goes on by a button."""
        return move.notice

    async def closing(self, draft: Draft, move: Move, applied: Applied | None) -> Page:  # noqa: ARG002
        """What is shown in its place once it has ended."""
        said = texts.SAVED if move.ends == "saved" else texts.DROPPED.format(title=self.title)
        return plain_page(move.notice or said)


def draft_button(draft: Draft, label: str, what: str, which: int | str = "") -> InlineKeyboardButton:
    """A button of a draft: good at its step only, for its editor only. `what` is a word of a-z, `which` a number or key."""
    return button(label, Action.DRAFT, draft.id, draft.step, what, str(which))


def plain_page(text: str) -> Page:
    """A page without buttons."""
    return Page(escape(text), InlineKeyboardMarkup([]))


def refusal(error: EditError) -> str:
    """Why the knowledge could not be changed, as an editor is told."""
    return texts.REFUSED[error.reason].format(others=", ".join(error.others) or error.field)


class Drafting:
    """All drafts of a newsroom, by kind."""

    def __init__(self, newsroom: Newsroom, kinds: Iterable[DraftKind]) -> None:
        """Know these kinds of drafts."""
        self.newsroom = newsroom
        self._kinds = {kind.name: kind for kind in kinds}
        self._closed: deque[int] = deque(maxlen=_CLOSED)
        """The drafts whose end this process has shown where they were pressed, lately."""

    def kind(self, of: type[Kind]) -> Kind:
        """The kind of drafts of a class."""
        return next(kind for kind in self._kinds.values() if isinstance(kind, of))

    async def begin(self, turn: Turn, kind: str, body: Body) -> None:
        """Begin a draft by a command; where another one is open, ask whether to drop that.

        A command that was edited begins its draft anew.
        """
        if turn.is_edit and (standing := self._begun_by(turn, kind)):
            await self._answer(turn.bot, turn.message, standing, Move(body=body))
            return
        draft = await self.newsroom.begin(turn.seat, kind, body, message=turn.message.message_id)
        if draft.state == "open":
            await self._show_below(turn.bot, turn.seat, draft, reply_to=turn.message.message_id)
        else:
            await turn.reply(self._choice(draft, self.newsroom.draft(turn.seat)))

    def _begun_by(self, turn: Turn, kind: str) -> Draft | None:
        """The open draft of a kind into which a message went last."""
        standing = self.newsroom.draft(turn.seat)
        is_its = standing and (standing.kind, standing.taken) == (kind, turn.message.message_id)
        return standing if is_its else None

    async def begin_by_button(self, pressed: Pressed, kind: str, body: Body) -> None:
        """Begin a draft by a button, below it; where another one is open, ask whether to drop that."""
        draft = await self.newsroom.begin(pressed.seat, kind, body)
        if draft.state == "open":
            await self._show_below(pressed.bot, pressed.seat, draft)
        else:
            page = self._choice(draft, self.newsroom.draft(pressed.seat))
            await send(pressed.bot, pressed.seat, [page.html], page.keyboard)

    def _choice(self, offered: Draft, standing: Draft | None) -> Page:
        old = self._kinds[standing.kind].title if standing else ""
        question = texts.ANOTHER_OPEN.format(standing=old, new=self._kinds[offered.kind].title)
        new, keep = (
            button(texts.REPLACE_BUTTON, Action.REPLACE_DRAFT, offered.id, 1),
            button(texts.KEEP_OLD_BUTTON, Action.REPLACE_DRAFT, offered.id, 0),
        )
        return Page(escape(question), InlineKeyboardMarkup([[new], [keep]]))

    async def cancel(self, turn: Turn) -> None:
        """/huy: leave what is open; what it was begun from comes back."""
        draft = self.newsroom.draft(turn.seat)
        if draft is None:
            await turn.say(texts.NOTHING_OPEN)
            return
        outer = await self.newsroom.drop(draft)
        await turn.say(self._kinds[draft.kind].left_behind(draft))
        await self._unbutton(turn.bot, draft)
        if outer:
            await self._show_below(turn.bot, turn.seat, outer, self._back_to(outer))

    # ── texts and files ─────────────────────────────────────────────────────────────────

    def taking(self, otherwise: Callback) -> Callback:
        """What an editor sends goes to the draft they have open; anything else is for `otherwise`."""

        async def callback(update: Update, context: Context) -> None:
            message = update.effective_message
            taken = message and self._is_editors(message) and await self._takes(update, context.bot, message)
            if not taken:
                await otherwise(update, context)

        return callback

    def _is_editors(self, message: Message) -> bool:
        return is_private(message) and self.newsroom.is_editor(seat_of(message).person)

    async def _takes(self, update: Update, bot: Bot, message: Message) -> bool:
        """Whether what an editor sends is for a draft: one that is open, or has just ended."""
        if draft := self._draft_for(message, bot):
            return await self._is_taken(update, bot, message, draft)
        return not update.edited_message and await self._is_late(Turn(self.newsroom, bot, message))

    def reminding(self, callback: Callback) -> Callback:
        """A command that leaves a draft open, and says so."""

        async def remind(update: Update, context: Context) -> None:
            await callback(update, context)
            message = update.effective_message
            draft = self._draft_for(message, context.bot)
            if message and draft and not self.newsroom.is_expired(draft):
                said = texts.STILL_OPEN.format(title=self._title(draft))
                await send(context.bot, seat_of(message), [escape(said)])

        return remind

    def _draft_for(self, message: Message | None, bot: Bot) -> Draft | None:
        if message is None or not is_private(message) or (message.via_bot and message.via_bot.id == bot.id):
            return None
        return self.newsroom.draft(seat_of(message))

    async def _is_taken(self, update: Update, bot: Bot, message: Message, draft: Draft) -> bool:
        """Whether a message goes to a draft; not where that has expired, or an earlier question is edited."""
        if self.newsroom.is_expired(draft):
            await self._let_go(Turn(self.newsroom, bot, message), draft)
            return False
        if update.edited_message and await self.newsroom.desk.asked_in(draft.chat, message.message_id):
            return False
        return await self._take(bot, message, draft, edited=update.edited_message is not None)

    async def _is_late(self, turn: Turn) -> bool:
        """Whether a message was meant for a draft that has just ended; who sent it is told then."""
        ended = self.newsroom.just_ended(turn.seat)
        if ended is None or turn.message.via_bot or not is_for_a_draft(turn.message):
            return False
        await turn.say(self._late(ended))
        return True

    def _late(self, ended: Draft) -> str:
        at = ended.at.astimezone(self.newsroom.desk.zone)
        return texts.LATE[ended.state].format(title=self._title(ended), moment=f"{at:%H:%M}")

    async def _take(self, bot: Bot, message: Message, draft: Draft, *, edited: bool) -> bool:
        """Give a message to a draft, once; False where it has neither words nor a file."""
        kind, number = self._kinds[draft.kind], message.message_id
        if draft.taken is not None and number <= draft.taken:
            move = None
        elif message.document:
            move = await kind.on_file(draft, attachment_of(message))
        elif words := words_of(message).strip():
            move = await kind.on_text(draft, words)
        else:
            return False
        if move is None:
            notice = texts.EDIT_TOO_LATE if edited else None
            await self._show_below(bot, seat_of(message), draft, notice, reply_to=number)
        else:
            await self._answer(bot, message, draft, move)
        return True

    async def _answer(self, bot: Bot, message: Message, draft: Draft, move: Move) -> None:
        seat, number = seat_of(message), message.message_id
        try:
            move, outcome = await self._carry_out(draft, move, number)
        except LateError as late:
            if late.draft and late.draft.state in texts.LATE:
                await Turn(self.newsroom, bot, message).say(self._late(late.draft))
                return
            move, outcome = Move(notice=texts.STEP_PASSED), Outcome(self.newsroom.draft(seat))
        await self._unbutton(bot, draft)
        if outcome.draft:
            await self._show_below(bot, seat, outcome.draft, move.notice, reply_to=number)
        else:
            page = await self._kinds[draft.kind].closing(draft, move, outcome.applied)
            await Turn(self.newsroom, bot, message).reply(page)

    async def _carry_out(self, draft: Draft, move: Move, message: int | None = None) -> tuple[Move, Outcome]:
        """Do what becomes of a draft, or what becomes of it where that is refused; which of them it was."""
        try:
            return move, await self._do(draft, move, message)
        except EditError as error:
            instead = await self._kinds[draft.kind].on_refusal(draft, error)
            return instead, await self._do(draft, instead, message)

    async def _do(self, draft: Draft, move: Move, message: int | None) -> Outcome:
        outer = self.newsroom.draft_by_id(draft.outer) if move.ends and draft.outer else None
        body = None
        if outer and move.result is not None:
            body = await self._kinds[outer.kind].on_result(outer, move.result)
        return await self.newsroom.carry_out(draft, move, outer_body=body, message=message)

    async def _let_go(self, turn: Turn, draft: Draft) -> None:
        await self.newsroom.drop(draft)
        await self._unbutton(turn.bot, draft)
        await turn.say(texts.EXPIRED.format(title=self._title(draft), days=LASTING.days))

    # ── buttons ─────────────────────────────────────────────────────────────────────────

    async def press(self, _newsroom: Newsroom, pressed: Pressed) -> str | None:
        """A button of a draft; a late, foreign or made-up one does nothing."""
        _number, _step, what, which = pressed.press.ids
        draft = self._pressed(pressed)
        if draft is None:
            return texts.DRAFT_GONE
        if draft.state != "open":
            if draft.id not in self._closed:
                await mark(pressed.bot, pressed.seat.chat, pressed.message, None)
            return _ENDED[draft.state]
        if draft.step != pressed.press.number(1):
            log_refused(pressed, "a step that has passed")
            await self._turn(pressed, draft)
            return texts.STEP_PASSED
        kind = self._kinds[draft.kind]
        move = await kind.on_press(draft, what, which)
        try:
            move, outcome = await self._carry_out(draft, move)
        except LateError as late:
            return _ENDED.get(late.draft.state, texts.STEP_PASSED) if late.draft else texts.DRAFT_GONE
        if outcome.draft:
            await self._turn(pressed, outcome.draft)
            return kind.notice(move, outcome.applied)
        await pressed.turn_into(await kind.closing(draft, move, outcome.applied))
        self._closed.append(draft.id)
        return None

    async def replace(self, _newsroom: Newsroom, pressed: Pressed) -> str | None:
        """Drop the open draft for the one that was offered in its place, or keep it."""
        offered = self._pressed(pressed)
        if offered is None:
            return texts.DRAFT_GONE
        standing = self.newsroom.draft(pressed.seat)
        if offered.state != "offered":
            await mark(pressed.bot, pressed.seat.chat, pressed.message, None)
            return _ENDED.get(offered.state, texts.STEP_PASSED)
        if pressed.press.number(1):
            if standing:
                await self._unbutton(pressed.bot, standing)
            await self._turn(pressed, await self.newsroom.replace(offered))
        elif standing:
            await self._turn(pressed, standing)
        return None

    def _pressed(self, pressed: Pressed) -> Draft | None:
        """The draft that a button is of, if it is the presser's own."""
        draft = self.newsroom.draft_by_id(pressed.press.number(0))
        if draft is None or (draft.person, draft.chat) != (pressed.seat.person, pressed.seat.chat):
            log_refused(pressed, "no such draft" if draft is None else "somebody else's draft")
            return None
        return draft

    # ── showing ─────────────────────────────────────────────────────────────────────────

    async def _turn(self, pressed: Pressed, draft: Draft) -> None:
        if draft.message not in (None, pressed.message):
            await self._unbutton(pressed.bot, draft)
        await pressed.turn_into(await self._kinds[draft.kind].page(draft))
        self.newsroom.shown_in(draft, pressed.message)

    async def _show_below(
        self, bot: Bot, seat: Seat, draft: Draft, notice: str | None = None, *, reply_to: int | None = None
    ) -> None:
        page = await self._kinds[draft.kind].page(draft)
        keyboard = page.keyboard if page.keyboard.inline_keyboard else None
        *_before, sent = await send(bot, seat, _below(notice, page.html), keyboard, reply_to=reply_to)
        self.newsroom.shown_in(draft, sent)

    async def _unbutton(self, bot: Bot, draft: Draft) -> None:
        """Take the buttons away from where a draft was shown: it is shown elsewhere now, or has ended."""
        if draft.message is not None:
            await mark(bot, draft.chat, draft.message, None)

    def _title(self, draft: Draft) -> str:
        return self._kinds[draft.kind].title

    def _back_to(self, draft: Draft) -> str:
        return texts.BACK_TO.format(title=self._title(draft))


def _below(notice: str | None, html: str) -> list[str]:
    """A page below a notice: in one message where there is room for both."""
    if not notice:
        return [html]
    together = f"{escape(notice)}\n\n{html}"
    return [together] if width(together) <= MessageLimit.MAX_TEXT_LENGTH else [escape(notice), html]


def attachment_of(message: Message) -> Attachment:
    """The file that a message has; ValueError where it has none."""
    document = message.document
    if document is None:
        raise ValueError("a message without a file")

    async def read() -> bytes:
        return bytes(await (await document.get_file()).download_as_bytearray())

    return Attachment(document.file_name or "", document.file_size, read)

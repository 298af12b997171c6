"""The buttons under an answer: choose a reading, right or wrong, tell me when it is known."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from handlers import texts
from handlers.asking import answer
from handlers.desk import Seat
from handlers.keyboards import Action
from handlers.pressing import Effect, Pressed
from handlers.wishes import grant_what_is_known
from knowledge.store.dialogue import Verdict

_VERDICTS: dict[Action, Verdict] = {Action.RIGHT: "right", Action.WRONG: "wrong"}
_LABELS = {"right": texts.RIGHT_BUTTON, "wrong": texts.WRONG_BUTTON}


async def choose(pressed: Pressed) -> str | None:
    """A reading of an unclear question turns the message into its answer; another question gets its own."""
    asked = await pressed.asked()
    if asked is None:
        return texts.GONE
    number = pressed.press.number(1)
    if not 0 <= number < len(asked.options):
        return texts.NOT_A_CHOICE
    question = asked.options[number].question
    if asked.status == "clarify":
        seat = Seat(asked.chat, asked.chat_kind, asked.person, asked.thread)
        if pressed.message not in asked.answers:  # the answer was given twice
            asked = replace(asked, answers=(pressed.message,))
        await answer(pressed.desk, pressed.bot, seat, question, message=asked.message, again=asked)
    else:
        await answer(pressed.desk, pressed.bot, pressed.seat, question, reply_to=pressed.message)
    return None


async def judge(verdict: Verdict, pressed: Pressed) -> str:
    """Right or wrong: kept, and whoever changes their mind is told so."""
    asked = await pressed.asked()
    if asked is None:
        return texts.GONE
    before = await pressed.desk.feedback(asked, pressed.seat.person, verdict)
    label = _LABELS[verdict]
    if before == verdict:
        return texts.VERDICT_AGAIN.format(label=label)
    if pressed.is_private:  # in a group everybody has a verdict of their own
        await pressed.show_chosen(
            lambda press: _VERDICTS[press.action] == verdict if press.action in _VERDICTS else None
        )
    said = texts.VERDICT_CHANGED if before else texts.VERDICT_KEPT[verdict]
    return said.format(label=label)


async def tell_me(pressed: Pressed) -> str:
    """Somebody wants to be told once there is an answer."""
    asked = await pressed.asked()
    if asked is None:
        return texts.GONE
    if not await pressed.desk.wish(asked, pressed.seat):
        return texts.WISHED_BEFORE
    if asked.status != "answered":
        await grant_what_is_known(pressed.desk, pressed.seat, asked.question)
    if pressed.is_private:
        await pressed.show_chosen(lambda press: True if press.action == Action.TELL_ME else None)
    return texts.WISHED


EFFECTS: dict[Action, Effect] = {
    Action.OPTION: choose,
    Action.RIGHT: partial(judge, "right"),
    Action.WRONG: partial(judge, "wrong"),
    Action.TELL_ME: tell_me,
}
"""What the buttons under an answer do."""

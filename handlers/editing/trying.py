"""What an edit would change in answers, found out and told before anything is saved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from handlers.editing import teaching_texts as texts
from handlers.editing.newsroom import Newsroom
from handlers.lines import Line, clipped, line
from handlers.wishes import check_wishes
from knowledge.editing import Edit
from knowledge.models import Answer
from knowledge.service import Knowledge
from knowledge.teaching.effects import Effect, answered_lately, effects

_LONGEST = 160
_MOST_SHOWN = 6


async def try_out(newsroom: Newsroom, edit: Edit, questions: Sequence[str]) -> list[Effect]:
    """Questions with their answers before and after an edit; EditError where it cannot be made."""
    before = [await newsroom.desk.look(partial(_ask, question)) for question in questions]
    return effects(before, await newsroom.preview(edit, questions))


async def side_effects(newsroom: Newsroom, edit: Edit, besides: Sequence[str] = ()) -> list[Effect]:
    """What an edit would change for questions that people got answers to lately, and for some others."""
    questions = dict.fromkeys([*await newsroom.desk.study(answered_lately), *besides])
    return [effect for effect in await try_out(newsroom, edit, list(questions)) if effect.changes]


def _ask(question: str, known: Knowledge) -> Answer:
    return known.ask(question)


def tried_lines(tried: Sequence[Effect]) -> Iterator[Line]:
    """Questions with the answers they will get."""
    for effect in tried[:_MOST_SHOWN]:
        said = texts.WILL_ANSWER if effect.answers else texts.WILL_NOT_ANSWER
        answer = f"{in_short(effect.after)}{_unknown_words(effect.after)}"
        yield line(said.format(question=clipped(effect.question, _LONGEST), answer=answer))


def side_lines(changed: Sequence[Effect]) -> Iterator[Line]:
    """What else would change, as a warning."""
    if changed:
        yield line(texts.ALSO_CHANGES, "b")
    for effect in changed[:_MOST_SHOWN]:
        question = clipped(effect.question, _LONGEST)
        yield line(
            texts.CHANGES_FROM_TO.format(
                question=question, before=in_short(effect.before), after=in_short(effect.after)
            )
        )
    if len(changed) > _MOST_SHOWN:
        yield line(texts.CHANGES_MORE.format(count=len(changed) - _MOST_SHOWN))


def in_short(answer: Answer) -> str:
    """An answer in a few words: its figure or sentence, or why there is none."""
    block = next(iter(answer.blocks), None)
    if answer.status not in texts.IN_SHORT and block:
        return clipped(block.lead or block.sentence, _LONGEST)
    return texts.IN_SHORT.get(answer.status, "")


def _unknown_words(answer: Answer) -> str:
    unexplained = answer.understood.unexplained if answer.status in texts.IN_SHORT else ()
    return f" ({', '.join(side_by_side(unexplained, answer.question))})" if unexplained else ""


def side_by_side(words: Sequence[str], text: str) -> list[str]:
    """Words of a text in its order, those that stand side by side there put together."""
    found: list[str] = []
    for word in words:
        together = f"{found[-1]} {word}" if found else ""
        if together and together.casefold() in " ".join(text.split()).casefold():
            found[-1] = together
        else:
            found.append(word)
    return found


async def answer_waiting(newsroom: Newsroom) -> str:
    """Queue what somebody waited for and that is known now; how many will be told, in words ("" for none).

    It would be queued all the same a moment later, after a crash too.
    """
    count = await check_wishes(newsroom.desk)
    return texts.WAITING_TOLD.format(count=count) if count else ""

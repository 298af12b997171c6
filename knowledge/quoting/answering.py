"""The answer that is a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge import wording
from knowledge.answering.citing import cite
from knowledge.models import Answer, Block, Name, Option
from knowledge.quoting.quotation import Quotation, quotations
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import Understanding
from knowledge.store.reader import Reader

_MOST = 3


def quoted(
    unanswered: Answer, understanding: Understanding, reader: Reader, lexicon: Lexicon
) -> Answer | None:
    """The answer in an article's own words, in place of one that gives nothing; None where no text has it.

    Where no place is named and texts of several places have it, the answer asks which.
    """
    found = quotations(understanding, reader, lexicon)
    if not found:
        return None
    understood = replace(unanswered.understood, unexplained=())
    told = replace(unanswered, facts=(), suggestions=(), understood=understood)
    places = list(dict.fromkeys(q.places[0] for q in found if q.places))
    if not understanding.mentions and not understanding.strangers and len(places) > 1:
        options = tuple(_option(understanding, place) for place in places)
        block = Block(sentence=wording.WHICH_NAME)
        return replace(told, status="clarify", blocks=(block,), options=options)
    return replace(told, status="quoted", blocks=_blocks(found))


def _blocks(found: Sequence[Quotation]) -> tuple[Block, ...]:
    return tuple(
        Block(
            sentence=wording.QUOTED,
            quote=one.sentence,
            citation=cite(one.article, one.paragraph, one.sentence),
        )
        for one in found[:_MOST]
    )


def _option(understanding: Understanding, place: Name) -> Option:
    question = understanding.question.strip().rstrip("?!. ")
    return Option(label=place.in_full, question=f"{question} ({place.in_full})?")

"""Who heads something or does something: not whoever holds some post there."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.near_misses.pairing import Pairing, has_any, telling, tells
from knowledge.near_misses.posts import posts_asked, posts_in
from knowledge.near_misses.rules import where
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import words_of
from knowledge.text.language import language
from knowledge.text.runs import stands_at
from knowledge.text.tokens import Token


def _asks_who_heads_a_place(question: Understanding) -> bool:
    """Whether it is asked who heads what is named, and nothing else is said of it: "ai đứng đầu X", "lãnh đạo X là ai"."""
    if question.ask != "who" or not question.mentions or question.once(posts_asked):
        return False
    if any(mention.committee for mention in question.mentions):
        return False
    headed = {
        at
        for found in language().telling_phrases.everywhere(question.tokens)
        if found.meaning == "heading_a_place"
        for at in found.span
    }
    named = question.named_at
    return bool(headed) and headed.union(named).issuperset(question.content)


@where(_asks_who_heads_a_place)
def heads_no_place(pairing: Pairing) -> bool:
    """Whether it is asked who heads a place, and the fact tells who heads some body of it, or is no head at all: a director, a deputy."""
    known = pairing.lexicon.names
    if any(known[name].kind != "place" for name in pairing.question.names):
        return False
    told = pairing.told
    heads = (
        at + len(words_of(post))
        for post, deputy, at in posts_in(told)
        if post in telling("heads_of_places") and not deputy
    )
    headed = any(_is_of_a_place(told, end, pairing.lexicon) for end in heads)
    return not headed and not has_any(told, telling("heading_a_place"))


def _is_of_a_place(told: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a post is that of a place itself, by what stands behind it: its government, its party committee, or just its name."""
    bodies = (words_of(body) for body in (*language().leading_bodies, *language().place_levels))
    if at == len(told) or told[at].pause or any(stands_at(told, at, one) for one in bodies):
        return True
    return bool(lexicon.name_index.at(told, at) or language().committees.at(told, at))


def _asks_who_does_something(question: Understanding) -> bool:
    """Whether it is asked who does something, and not who holds a post or heads anything."""
    if question.ask != "who" or question.once(posts_asked) or "whether" in question.asks:
        return False
    heads = has_any(question.tokens, language().head_words)
    return not heads and question.tellings_said.isdisjoint(("heading_a_place", "saying"))


@where(_asks_who_does_something)
def only_holds_a_post(pairing: Pairing) -> bool:
    """Whether it is asked who does something, and the fact, of no topic that is named, only tells who holds a post: "ai cho vay"."""
    question, known = pairing.question, pairing.lexicon.names
    named = pairing.hit.positions.difference(question.where_asks("who"))
    if (named and not pairing.hit.by_facet) or any(known[name].kind == "person" for name in question.names):
        return False
    own = question.named_at
    said = [question.tokens[at].marked for at in question.content if at not in own]
    told = pairing.told
    return not all(tells(told, one) for one in said) and next(posts_in(told), None) is not None

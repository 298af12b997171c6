"""What is done to things: a figure of those it was done to is none of those there are."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.near_misses.pairing import Pairing, has_any, names_another, telling
from knowledge.near_misses.rules import counts_or_claims, says, where
from knowledge.reading.evidence import Word
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import read_known
from knowledge.text.language import language
from knowledge.text.phrases import Found, stands_in_full
from knowledge.text.tokens import Token, text_at
from knowledge.text.vietnamese import fold, marks_agree

_LEVEL, _GOT = "cấp", "được"
_CLAUSE = 7
"""So many words stand between a figure and what was done to what it counts, at most: "9 điểm chợ trên địa bàn | được xóa"."""
_ADVERBS = 2
"""So many words may stand between an act and how much it is done to: "xóa được thêm 9 điểm"."""


def leaves_an_act_out(question: Sequence[Token], words: Sequence[Word], told: Sequence[Token]) -> bool:
    """Whether a text tells of something done that a question of these words does not speak of."""
    alike = {synonym for word in words for synonym in word.synonyms}
    compounds = [found.span for found in language().compounds.cover(told)]
    return any(
        not (
            _is_said(found.meaning, question)
            or any(_begins(one, found.meaning) for one in alike)
            or _is_got(found.meaning, question)
        )
        for found in language().acts.cover(told)
        if stands_in_full(found, told)
        and not (_is_level(found, told) or any(_ends_within(found.span, span) for span in compounds))
    )


def leaves_a_word_out(question: Sequence[Token], words: Sequence[Word], told: Sequence[Word]) -> bool:
    """Whether any of the words that are told has weight, and a question of these words does not say it."""
    alike = {synonym for word in words for synonym in word.synonyms}
    light, functional = language().light, language().function_words
    return any(
        word.text not in alike
        and word.text not in functional
        and word.text not in (found.meaning for found in light.at(read_known(word.text), 0))
        and not any(_is_said(syllable, question) for syllable in word.text.split())
        for word in told
    )


def is_another_post(question: Sequence[Token], words: Sequence[Word], told: Sequence[Token]) -> bool:
    """Whether a question of these words names a post by itself, and the one that is told is of a body that it leaves out.

    "Bí thư xã X" is no "bí thư đoàn"; of a place's government and its party committee it goes without saying. What is
    said and is no post makes no other of it: of "cộng tác viên dân số", who leads the "chi cục dân số" is told too.
    """
    post = f" {text_at(told, range(len(told)))} "
    posts = [word.text for word in words if any(f" {one} " in f" {word.text} " for one in language().posts)]
    ends = [post.index(f" {word} ") + len(word) + 1 for word in posts if f" {word} " in post]
    body = post[min(ends, default=len(post)) :].split()[:1]
    known = {syllable for name in language().leading_bodies for syllable in name.split()}
    return any(
        syllable not in known and not any(marks_agree(token.marked, syllable) for token in question)
        for syllable in body
    )


def _is_level(act: Found[str], told: Sequence[Token]) -> bool:
    """Whether "cấp" says of which level something is, and nothing is given: "cấp xã"."""
    return act.meaning == _LEVEL and language().place_types.longest(told, act.end) is not None


def _ends_within(act: range, compound: range) -> bool:
    """Whether an act is no more than the end of a longer word: "buôn bán"."""
    return compound.start < act.start < compound.stop


def _begins(phrase: str, act: str) -> bool:
    """Whether a phrase is an act, or one with what belongs to it: "xây lại"."""
    return f"{phrase} ".startswith(f"{act} ")


def _is_said(act: str, question: Sequence[Token]) -> bool:
    """Whether a question has the verb of an act, be it in other company: "lắp" for "lắp đặt"."""
    verb, _, _ = act.partition(" ")
    return any(marks_agree(token.marked, verb) for token in question)


def _is_got(act: str, question: Sequence[Token]) -> bool:
    """Whether something is told to be given, and a question says by another word that it was got: "được phát", "được cấp"."""
    handed = language().kindred["handed"]
    return act in handed and has_any(question, [f"{_GOT} {one}" for one in handed])


def _asks_amount_of_what_is_there(question: Understanding) -> bool:
    """Whether it is asked how many there are, or so many are put forward, and of nothing that was taken away."""
    return counts_or_claims(question) and not language().removing.found_in(question.tokens)


@where(_asks_amount_of_what_is_there)
def counts_what_is_gone(pairing: Pairing) -> bool:
    """Whether a figure is told of what was taken away, of which the question says nothing: "xóa thêm 9 điểm chợ", "9 điểm chợ được xóa"."""
    told = pairing.told
    acts = [found for found in language().removing.cover(told) if stands_in_full(found, told)]
    if not acts or _is_said_otherwise(acts, pairing):
        return False
    places = [at for at, token in enumerate(told) if token.number == pairing.fact.number]
    return any(_is_done_to(found, at, told) for found in acts for at in places)


def _is_said_otherwise(acts: Sequence[Found[str]], pairing: Pairing) -> bool:
    """Whether a question has what means the same as one of some acts with what is behind it: "ra khỏi diện nghèo" of "thoát nghèo"."""
    groups = [found.meaning for act in acts for found in language().synonyms.at(pairing.told, act.start)]
    return any(has_any(pairing.question.tokens, group) for group in groups)


@where(says("overseeing"))
def is_another_oversight(pairing: Pairing) -> bool:
    """Whether one way of looking into things is asked of, and another told: "giám sát" and "kiểm tra"."""
    return names_another(pairing.question.tokens, pairing.told, "overseeing")


def _is_done_to(act: Found[str], figure: int, told: Sequence[Token]) -> bool:
    """Whether what a figure counts is the object of an act that is not denied: close before it, or behind it."""
    if act.start and told[act.start - 1].marked in language().denying:
        return False
    if act.start > figure and act.meaning in telling("left_over"):
        return False  # "41 trụ sở dôi dư được giao làm trường học": what became of them is told
    between = range(act.end, figure) if act.end <= figure else range(figure + 1, act.start)
    near = len(between) <= (_ADVERBS if act.end <= figure else _CLAUSE)
    return near and not any(told[at].pause for at in (*between, max(act.start, figure)))


def _acts_timed(question: Understanding) -> list[Found[str]]:
    """The acts of which it is asked when they were done."""
    if question.ask != "when":
        return []
    acts = language().acts.cover(question.tokens)
    return [act for act in acts if question.unmarked or stands_in_full(act, question.tokens)]


@where(_acts_timed)
def is_day_of_another_act(pairing: Pairing) -> bool:
    """Whether it is asked when something was done, and the day is that of a facet that the question says nothing of: "xây khi nào", "bàn giao"."""
    question, told = pairing.question, pairing.told
    if not pairing.fact.facets:
        return False
    words = [word for words in pairing.view.facet_words for word in words]
    alike = {fold(one) for word in words for one in (word.text, *word.synonyms)}
    asked = f" {' '.join(token.folded for token in question.tokens)} "
    if any(f" {one} " in asked for one in alike):
        return False
    return not any(_is_said(act.meaning, told) for act in question.once(_acts_timed))

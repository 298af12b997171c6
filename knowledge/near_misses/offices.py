"""Who holds an office: not whoever holds another one, or the same of another body or level, and not whoever held it once."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.near_misses.pairing import Pairing, has_any, has_apart, telling
from knowledge.near_misses.posts import is_on_another_level, kinds_behind, levels_asked, posts_asked, posts_in
from knowledge.near_misses.rules import where
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import Understanding, clause_before
from knowledge.text.abbreviations import words_of
from knowledge.text.language import language
from knowledge.text.phrases import stands_in_full
from knowledge.text.runs import past, stands_at
from knowledge.text.tokens import Token
from knowledge.text.vietnamese import all_agree, fold

_BEFORE = "trước"
_FORMERLY = 3
"""So few words before a post it is said that it was held once: "từng giữ chức | bí thư"."""


def _who_holds_which(question: Understanding) -> bool:
    return question.ask == "who" and bool(question.once(posts_asked))


@where(_who_holds_which)
def is_of_another_office(pairing: Pairing) -> bool:
    """Whether it is asked who holds a post, and the fact tells who holds another one, or who held it and no longer does."""
    question = pairing.question
    asked, told = question.once(posts_asked), pairing.told
    held = list(posts_in(told))
    if not held:
        return False
    same = [(post, at) for post, _, at in held if any(_are_one(one, post) for one, *_ in asked)]
    if not same:
        return not _is_said_otherwise(question, told)
    ends = [at + len(words_of(post)) for post, at in same]
    if has_apart(question.tokens, telling("before_now")):
        # who held it before, not what its holder did
        return not _are_all_left(told, [at for _, at in same]) or _is_of_another_body(question, told, same)
    if any(_was_held(question.tokens, at) for _, _, at in asked):
        return not pairing.view.past or _is_of_another_body(question, told, same)
    return (
        (_are_all_left(told, [at for _, at in same]) and not _speaks_of_the_past(question))
        or _is_of_another_body(question, told, same)
        or _is_below(question, told, ends, pairing.lexicon)
    )


def _whether_one_is_held(question: Understanding) -> bool:
    return question.ask != "who" and any(
        at not in question.clause_before for _, _, at in question.once(posts_asked)
    )


@where(_whether_one_is_held)
def is_of_another_body(pairing: Pairing) -> bool:
    """Whether a post is put forward or spoken of without the body that the fact tells it to be of: "phó chủ tịch huyện X", "phó chủ tịch MTTQ huyện X"."""
    question, told = pairing.question, pairing.told
    asked = [post for post, *_ in question.once(posts_asked)]
    held = [(post, at) for post, _, at in posts_in(told) if any(_are_one(one, post) for one in asked)]
    return bool(held) and _is_of_another_body(question, told, held)


def _departments_asked(question: Understanding) -> list[str]:
    """What a question calls the department right behind a post, by words that elsewhere tell little: "trưởng phòng | tổ chức", "giám đốc phòng | thống kê"."""
    tokens, heads = question.tokens, telling("bodies")
    found: list[str] = []
    for post, _, at in question.once(posts_asked):
        end = at + len(words_of(post))
        behind = past(tokens, end, heads)
        if "who" in question.asks or behind > end or tokens[end - 1].may_be(*heads):
            found += [one for one in telling("departments") if stands_at(tokens, behind, words_of(one))]
    return found


@where(_departments_asked)
def is_of_another_department(pairing: Pairing) -> bool:
    """Whether a post is of a department of which the fact does not tell: "trưởng phòng tổ chức" of "trưởng phòng quản lý đô thị"."""
    return not any(has_any(pairing.told, (one,)) for one in pairing.question.once(_departments_asked))


def _are_one(asked: str, told: str) -> bool:
    """Whether two posts are the same, be their syllables the other way round: "trạm trưởng", "trưởng trạm"."""
    return all_agree(asked, told) or sorted(fold(asked).split()) == sorted(fold(told).split())


def _is_said_otherwise(question: Understanding, told: Sequence[Token]) -> bool:
    """Whether a sentence has another word for a post that is asked after."""
    synonyms = language().synonyms
    starts = (at for _, _, at in question.once(posts_asked))
    return any(
        has_any(told, found.meaning)
        for start in starts
        for at in (start, start - 1)
        if at >= 0
        for found in synonyms.at(question.tokens, at)
    )


def _was_held(tokens: Sequence[Token], post: int) -> bool:
    """Whether it is said right before a post that it was held once."""
    return any(token.may_be(*telling("held_once")) for token in tokens[max(0, post - _FORMERLY) : post])


def _are_all_left(told: Sequence[Token], posts: Sequence[int]) -> bool:
    """Whether a sentence tells of posts as held once: behind "từng làm", or behind "trước khi …," or "trước đó," at its beginning."""
    former = told[0].marked == _BEFORE
    clause = clause_before(told)
    return all((former and at not in clause) or _was_held(told, at) for at in posts)


def _speaks_of_the_past(question: Understanding) -> bool:
    if any(token.may_be(*telling("of_former_posts")) for token in question.tokens):
        return True
    return bool(language().moving.found_in(question.tokens))


def _is_of_another_body(
    question: Understanding, told: Sequence[Token], held: Sequence[tuple[str, int]]
) -> bool:
    """Whether a post is asked after without the body that it is told to be of, or of one that is not told: "chủ tịch MTTQ".

    `held` are the posts of those asked after that are told, and where each stands.
    """
    tokens, asked = question.tokens, question.once(posts_asked)
    bodies = [body for post, _, at in asked for body in _bodies_behind(tokens, at + len(words_of(post)))]
    if bodies and not any(has_any(told, (body,)) for body in bodies):
        return True
    # a post with nothing but its place behind it is the one of the place's own government or party committee
    places = language().place_types.everywhere(tokens)
    whose = {mention.start for mention in question.mentions}
    whose.update(one.start for one in places if stands_in_full(one, tokens))
    for post, _, at in asked:
        ends = [start + len(words_of(one)) for one, start in held if _are_one(post, one)]
        end = at + len(words_of(post))
        behind = {_past_what_is_within(tokens, end), _past_its_own_body(tokens, end)}
        alone = not behind.isdisjoint(whose) and not any(_bodies_behind(tokens, end))
        if (
            alone
            and ends
            and all(_bodies_behind(told, end) or _stands_beside_a_body(told, end) for end in ends)
        ):
            return True
    return False


def _past_its_own_body(tokens: Sequence[Token], at: int) -> int:
    """Where it goes on behind the government or party committee of a place: "chủ tịch | UBND | huyện X"."""
    bodies = map(words_of, language().leading_bodies)
    return max((at + len(one) for one in bodies if stands_at(tokens, at, one)), default=at)


def _stands_beside_a_body(told: Sequence[Token], start: int) -> bool:
    """Whether a sentence says nothing behind a post of what body it is, but names one elsewhere: "công tác ở MTTQ, giữ chức phó chủ tịch"."""
    end = _past_what_is_within(told, start)
    return (end == len(told) or told[end].pause) and has_any(told, telling("bodies_of_posts"))


def _bodies_behind(tokens: Sequence[Token], start: int) -> list[str]:
    """The body right behind a post that it is of, where that is not the place's own government or party committee."""
    start = _past_what_is_within(tokens, start)
    return [
        body
        for body in telling("bodies_of_posts")
        if has_any(tokens[start : start + len(words_of(body))], (body,))
    ]


def _past_what_is_within(tokens: Sequence[Token], at: int) -> int:
    """Where it goes on behind what belongs to a post: "phó chủ tịch | thường trực"."""
    return past(tokens, at, telling("within_posts"))


def _is_below(question: Understanding, told: Sequence[Token], ends: Sequence[int], lexicon: Lexicon) -> bool:
    """Whether a post is named together with a place, and that which is told is of places of another level: "bí thư X", "bí thư xã ở X"."""
    own = {
        (kind, False)
        for post, _, at in question.once(posts_asked)
        for mention in question.mentions
        if mention.start == at + len(words_of(post)) and not mention.committee
        if fold(post).split()[-1] not in language().folded_levels  # "trưởng xóm" is of no other level
        for name in mention.names
        if (kind := lexicon.names[name].type) in language().place_levels and kind
    }
    own |= question.once(levels_asked) if own else set()
    return bool(own) and is_on_another_level(own, [kind for end in ends for kind in kinds_behind(told, end)])

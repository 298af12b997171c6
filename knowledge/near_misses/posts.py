"""Which post a fact tells of: a deputy's is not the head's, and one from which somebody was sent away is held no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from knowledge.near_misses.pairing import Pairing, has_any, has_word, telling, tells
from knowledge.near_misses.rules import asks_no_yes_or_no, where
from knowledge.reading.understanding import Understanding, clause_before
from knowledge.text.abbreviations import words_of
from knowledge.text.language import language
from knowledge.text.phrases import stands_in_full
from knowledge.text.runs import past
from knowledge.text.tokens import Token
from knowledge.text.vietnamese import all_agree, fold

_BEFORE, _SENT, _IS = "trước", "được", "là"
_PERSON, _FOR_A_PERSON = "person", "pronoun:person"
Level = tuple[str, bool]
"""A kind of place that a post is of, and whether its party committee is named."""
_BODY = 6
"""So many syllables have a body and the kind of place that it is of, at most: "ủy ban nhân dân | xã"."""


def _posts_but_no_number(question: Understanding) -> bool:
    return "ask:how_many" not in question.roles and bool(question.once(posts_asked))


@where(_posts_but_no_number)
def is_of_another_post(pairing: Pairing) -> bool:
    """Whether a post is asked after, and the fact tells of its deputy only, or of whoever was sent away from it."""
    question, tokens = pairing.question, pairing.question.tokens
    later = question.clause_before  # "trước khi làm giám đốc" asks for no director
    asked = [post for post in question.once(posts_asked) if post[2] not in later]
    if question.asks and "whether" not in question.asks and _is_of_another_level(question, pairing.told):
        return True
    spoken = pairing.fact.statement.lower()
    formerly = _asks_of_former_post(tokens) and any(word in spoken for word in telling("formerly_in_post"))
    if not (formerly or any(word in spoken for word in (*telling("deputies"), _SENT))):
        return False
    told = pairing.told
    held = list(posts_in(told))
    left = _left_at(told) if not _is_of_the_past(tokens) else 0
    holding = telling("holding")
    if formerly and any(tokens[at - 1].may_be(*holding) and not _has(held, post) for post, _, at in asked):
        return True
    return any(_is_another(post, held, left, deputy=deputy) for post, deputy, _ in asked)


def _posts_before_which(question: Understanding) -> set[tuple[str, ...]]:
    """The posts before which it is asked what somebody was: "trước khi làm | phó giám đốc sở nội vụ"."""
    clause = question.clause_before
    return {post for at, post in _posts_with_bodies(question.tokens) if at in clause}


@where(_posts_before_which)
def is_the_later_post(pairing: Pairing) -> bool:
    """Whether it is asked what somebody was before a post, and all that the fact tells they were is that post itself."""
    told, asked = pairing.told, pairing.question.once(_posts_before_which)
    clause = clause_before(told)
    then = {post for at, post in _posts_with_bodies(told) if at not in clause}
    later = {post for at, post in _posts_with_bodies(told) if at in clause}
    return bool(then) and then <= asked and asked.isdisjoint(later)


def _posts_with_bodies(tokens: Sequence[Token]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The posts that a text speaks of, folded, whether each is a deputy's, and the two words behind it; and where they stand."""
    for said, deputy, at in posts_in(tokens):
        end = at + said.count(" ") + 1
        yield at, (fold(said), f"{deputy}", *(token.folded for token in tokens[end : end + 2]))


def _done_to_a_post(question: Understanding) -> list[str]:
    """What somebody who is asked for does, in front of the post that is named: "ai | gặp | bí thư X"; nothing where they hold it."""
    asked = question.where_asks("who") if question.ask == "who" else []
    first = min((at for _, _, at in question.once(posts_asked) if asked and at > asked[-1]), default=0)
    between = range(asked[-1] + 1, first) if first else ()
    named = question.named_at
    holding = {
        *telling("holding"),
        *telling("coming_to_hold"),
        *telling("deputies"),
        *telling("before_verbs"),
    }
    return [
        question.tokens[at].marked
        for at in between
        if at not in named
        and not question.tokens[at].may_be(*holding)
        and not question.tokens[at].may_be(*telling("placing"))
    ]


@where(_done_to_a_post)
def is_done_to_its_holder(pairing: Pairing) -> bool:
    """Whether it is asked who does something to or with the holder of a post, and the fact does not tell of that: "ai gặp bí thư X", "X là bí thư"."""
    return not any(tells(pairing.told, one) for one in pairing.question.once(_done_to_a_post))


def _asks_what_is_said_by_post(question: Understanding) -> bool:
    """Whether it is asked what somebody says who is called by their post: "bí thư X cho biết điều gì"."""
    return question.ask == "what" and bool(question.once(posts_asked)) and _is_said_by_a_name(question)


def _is_said_by_a_name(question: Understanding) -> bool:
    """Whether a name is put before a verb of saying."""
    ends = (_behind_tenses(question.tokens, mention.end) for mention in question.mentions)
    return any(_says_something(question.tokens[end:]) for end in ends)


@where(asks_no_yes_or_no)
def tells_only_who_one_is(pairing: Pairing) -> bool:
    """Whether it is asked what somebody says, or what is to come, and the fact only tells who that is: "X là Giám đốc …"."""
    question, fact = pairing.question, pairing.fact
    if fact.kind == "person":
        if not any(
            mention.names and set(mention.names) & set(pairing.view.items) for mention in question.mentions
        ):
            done = "what_is_done" in question.tellings_said or question.once(_asks_what_is_said_by_post)
            return "who" not in question.asks and done
        return any(_is_asked_what_is_said(question, item) for item in pairing.view.items if item)
    if pairing.lexicon.names[fact.subject].kind != "person":
        return False
    said = _is_asked_what_is_said(question, fact.subject) or question.once(_asks_what_is_said_by_post)
    if not (question.future or question.plans or said):
        return False
    told = pairing.told
    ends = [found.span.stop for found in pairing.names if found.meaning == fact.subject]
    are = (_behind_tenses(told, end) for end in ends)
    return any(at < len(told) and told[at].marked == _IS for at in are) and not has_any(
        told, telling("saying")
    )


def _asks_for_posts_held(question: Understanding) -> bool:
    """Whether it is asked who somebody named is, or which post they hold."""
    if not question.mentions or "whether" in question.asks:
        return False
    return "who" in question.asks or "posts_held" in question.tellings_said


@where(_asks_for_posts_held)
def tells_only_what_one_said(pairing: Pairing) -> bool:
    """Whether it is asked who somebody is or what post they hold, and the fact only tells what they said: "X cho biết …", "theo X …"."""
    question, known = pairing.question, pairing.lexicon.names
    persons = {name for mention in question.mentions for name in mention.names if known[name].kind == _PERSON}
    if not persons:
        return False
    told, spans = pairing.told, [found.span for found in pairing.names if found.meaning in persons]
    called = {found.end: found.start for found in language().honorifics.cover(told)}
    before = (called.get(span.start, span.start) for span in spans)
    return any(_says_something(told[_behind_tenses(told, span.stop) :]) for span in spans) or any(
        at and told[at - 1].marked in telling("according_to") for at in before
    )


def _asks_who_but_not_who_says(question: Understanding) -> bool:
    return bool(question.where_asks("who")) and not (
        "whether" in question.asks or question.once(posts_asked) or "saying" in question.tellings_said
    )


@where(_asks_who_but_not_who_says)
def is_but_who_says_so(pairing: Pairing) -> bool:
    """Whether it is asked who does something, and the fact only tells that somebody speaks of it: "ai tảo hôn", "X cho biết …"."""
    told, persons = pairing.told, pairing.lexicon.names
    speakers = (found for found in pairing.names if persons[found.meaning].kind == _PERSON)
    return any(
        _speaks_behind(told, found.end) for found in speakers if found.meaning not in pairing.question.names
    )


def _speaks_behind(told: Sequence[Token], at: int) -> bool:
    """Whether a verb of saying stands behind a name, be it after who that is: "X, trưởng thôn Y, cho biết"."""
    if _says_something(told[_behind_tenses(told, at) :]):
        return True
    stops = (i for i in range(at, len(told)) if told[i].pause)
    return at < len(told) and told[at].pause and any(_says_something(told[i:]) for i in stops)


def asks_what_they_said(question: Understanding) -> bool:
    """Whether somebody named before is spoken of by a pronoun as who says something: "ông ấy nói gì"."""
    tokens, roles = question.tokens, question.roles
    return question.pronoun == _PERSON and any(
        role == _FOR_A_PERSON and _says_something(tokens[_behind_tenses(tokens, at + 1) :])
        for at, role in enumerate(roles)
    )


def _is_asked_what_is_said(question: Understanding, subject: str) -> bool:
    """Whether a name, or a pronoun for it, is put as that of who says something: "X cho biết", "theo X"."""
    tokens = question.tokens
    return asks_what_they_said(question) or any(
        _says_something(tokens[_behind_tenses(tokens, mention.end) :])
        or (mention.start > 0 and tokens[mention.start - 1].may_be(*telling("according_to")))
        for mention in question.mentions
        if subject in mention.names
    )


def _behind_tenses(tokens: Sequence[Token], at: int) -> int:
    return past(tokens, at, (*telling("before_verbs"), *telling("now")))


def _says_something(tokens: Sequence[Token]) -> bool:
    """Whether a text begins with a verb of saying."""
    return any(has_any(tokens[: one.count(" ") + 1], (one,)) for one in telling("saying"))


def asks_what_is_said(question: Understanding) -> bool:
    """Whether it is asked what somebody says who is named, or called by a pronoun or a post."""
    return question.ask == "what" and (asks_what_they_said(question) or _is_said_by_a_name(question))


def posts_asked(question: Understanding) -> list[tuple[str, bool, int]]:
    """The posts that a question speaks of, whether each is a deputy's, and where it stands."""
    if _last_syllables().isdisjoint(token.folded for token in question.tokens):
        return []
    return list(posts_in(question.tokens))


def levels_asked(question: Understanding) -> set[Level]:
    """The kinds of places that the posts asked after are of, but for those of names, and of what was before."""
    named = {at for mention in question.mentions if not mention.committee for at in mention.span}
    behind = (
        at + len(words_of(post)) for post, _, at in question.once(posts_asked)
        if at not in question.clause_before
    )  # fmt: skip
    return {kind for end in behind if end not in named for kind in kinds_behind(question.tokens, end)}


def _is_of_another_level(question: Understanding, told: Sequence[Token]) -> bool:
    """Whether a post is asked after on one level, and all that is told is on another: "bí thư xã ở X", "bí thư thành ủy X"."""
    asked = question.once(levels_asked)
    if not asked:
        return False
    return is_on_another_level(
        asked,
        [kind for post, _, at in posts_in(told) for kind in kinds_behind(told, at + len(words_of(post)))],
    )


def is_on_another_level(asked: Iterable[Level], held: Sequence[Level]) -> bool:
    """Whether posts are told on some levels, and on none that is asked after."""
    return bool(held) and not any(_may_be_the_same(one, other) for one in asked for other in held)


def kinds_behind(tokens: Sequence[Token], start: int) -> list[Level]:
    """The kind of place that a post is of, and whether its party committee is named: "bí thư | đảng ủy xã", "bí thư | huyện ủy"."""
    data, near = language(), tokens[start : start + _BODY]
    committees = {one.start: one.meaning for one in data.committees.cover(near)}
    places = {
        one.start: one.meaning for one in data.place_types.cover(near)
        if stands_in_full(one, near) or not one.start  # "ủy ban" is of no "bản"
    }  # fmt: skip
    first = min((*committees, *places), default=None)
    if first is None:
        return []
    return [(committees[first], True) if first in committees else (places[first], False)]


def _may_be_the_same(one: Level, other: Level) -> bool:
    """Whether two posts may be of one body: a "thành ủy" is no "huyện ủy", but may be the one of a "thành phố"."""
    if one[1] and other[1]:
        return one[0] == other[0]
    levels = language().place_levels
    return not levels[one[0]].isdisjoint(levels[other[0]])


def _has(held: Sequence[tuple[str, bool, int]], post: str) -> bool:
    return any(all_agree(post, one) for one, *_ in held)


def _is_another(post: str, held: Sequence[tuple[str, bool, int]], left: int, *, deputy: bool) -> bool:
    """Whether of a post, or of its `deputy`, only the deputy's is told, or only one that was left."""
    same = [(lowered, at) for one, lowered, at in held if all_agree(post, one)]
    if same and not deputy and all(lowered for lowered, _ in same):
        return True
    alike = [at for lowered, at in same if lowered is deputy]
    return bool(alike) and all(at < left for at in alike)


def _asks_of_former_post(tokens: Sequence[Token]) -> bool:
    """Whether it is asked what post somebody held once ("trước đó làm bí thư ở đâu"), and not before which."""
    return any(
        token.may_be(_BEFORE) and behind.may_be(*telling("that_time")) for token, behind in pairwise(tokens)
    )


def posts_in(tokens: Sequence[Token]) -> Iterator[tuple[str, bool, int]]:
    """The posts that a text speaks of, whether each is a deputy's, and where it stands."""
    first = _first_syllables()
    for at, token in enumerate(tokens[:-1]):
        for size in first.get(token.folded, ()):
            said = " ".join(one.marked for one in tokens[at : at + size])
            if any(all_agree(said, post) for post in language().posts if post.count(" ") == size - 1):
                yield said, at > 0 and tokens[at - 1].may_be(*telling("deputies")), at


def _left_at(told: Sequence[Token]) -> int:
    """Where a text of the store tells that somebody was sent to another post: "được điều động về làm"; 0 where it does not."""
    for at in range(1, len(told) - 1):
        if told[at - 1].marked == _SENT and language().moving.longest(told, at):
            return at if any(token.marked in telling("to_hold") for token in told[at:]) else 0
    return 0


def _is_of_the_past(tokens: Sequence[Token]) -> bool:
    """Whether it is asked of what somebody was, or of their being sent away."""
    return has_word(tokens, "of_former_posts") or any(
        language().moving.longest(tokens, at) for at in range(len(tokens))
    )


@lru_cache(maxsize=1)
def _first_syllables() -> dict[str, frozenset[int]]:
    sizes: dict[str, set[int]] = {}
    for post in language().posts:
        words = words_of(post)
        sizes.setdefault(fold(words[0]), set()).add(len(words))
    return {first: frozenset(found) for first, found in sizes.items()}


@lru_cache(maxsize=1)
def _last_syllables() -> frozenset[str]:
    return frozenset(fold(words_of(post)[-1]) for post in language().posts)

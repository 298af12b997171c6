"""Times that are not the ones asked for: an end for a beginning, what was formerly, another year's, of other months."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from knowledge.near_misses.pairing import Pairing, has_any, has_apart, has_word, names_another, telling, tells
from knowledge.near_misses.posts import posts_asked, posts_in
from knowledge.near_misses.rules import Rule, asks_for, asks_since, says, where
from knowledge.reading.understanding import Understanding, clause_before
from knowledge.text.abbreviations import read_known, words_of
from knowledge.text.language import language
from knowledge.text.periods import times_in
from knowledge.text.tokens import Token, numeral, text_at
from knowledge.text.vietnamese import fold, has_marks

_THERE_IS, _IS = "có", "là"
_BEFORE, _HOLDING = "trước", "giữ chức vụ"
_DONE, _UNDER_WAY = "đã", "đang"
_FROM, _UP_TO = "từ", ("đến", "tới")
_DAY = ("ngày", "hôm")
_MONTH, _BEGINNING, _YEAR = "tháng", "đầu", "năm"
_SCHOOL_BEGINS, _SCHOOL_ENDS, _LAST_DAY = 8, 7, 31
"""The first and last month of a school year, with the holidays behind it."""


def _months_told(tokens: Sequence[Token]) -> Iterator[float]:
    """How many months are told in "6 tháng đầu năm", "11 tháng năm 2023"."""
    for at in range(len(tokens) - 2):
        if tokens[at + 1].may_be(_MONTH) and tokens[at + 2].may_be(_BEGINNING, _YEAR):
            number = tokens[at].number or numeral(tokens[at])
            if number:
                yield float(number)


def _months_asked(question: Understanding) -> set[float]:
    return set(_months_told(question.tokens))


@where(_months_asked)
def is_of_other_months(pairing: Pairing) -> bool:
    """Whether the first so many months of a year are asked of, and the fact is of the first of another number."""
    asked = pairing.question.once(_months_asked)
    told = {*_months_told(pairing.told), *_months_told(read_known(pairing.label))}
    return bool(told) and asked.isdisjoint(told)


def _asks_what_is_still_so(question: Understanding) -> bool:
    """Whether something is asked of as it is now, and not the next thing as the last: "còn X?"; "con đường" is no "còn"."""
    tokens, words = question.tokens, telling("still")
    named = {at for mention in question.mentions for at in (*mention.span, mention.start - 1)}
    counted = {0, *(at + 1 for at in question.where_asks("how_many"))}  # "con số", "mấy con đường"

    def may_be_meant(at: int) -> bool:
        token = tokens[at]
        if at in named or token.change == "context" or (at in counted and not has_marks(token.typed)):
            return False
        return question.unmarked or has_marks(token.marked)

    longer = [found.span for found in language().compounds.cover(tokens) if len(found.span) > 1]
    within = {at for span in longer if text_at(tokens, span) not in words for at in span}
    return any(
        may_be_meant(at) and at not in within and token.may_be(*words) for at, token in enumerate(tokens)
    )


@where(_asks_what_is_still_so)
def is_not_told_to_last(pairing: Pairing) -> bool:
    """Whether it is asked what is still so, and the fact tells what came to pass: "còn bao nhiêu nhà ngập", "đang bị chia cắt"."""
    told = pairing.told
    passed = has_any(told, (*telling("harm"), *telling("befallen")))
    return passed and not has_apart((*told, *read_known(pairing.label)), telling("lasting_so"))


def _parts_of_days_asked(question: Understanding) -> list[str]:
    """The parts of days that a question puts before those: "chiều 18/9", "đêm ngày 17/10"."""
    return [
        part
        for one, day in pairwise(question.tokens)
        if day.days or day.may_be(*_DAY)
        for part in telling("parts_of_a_day")
        if one.may_be(part)
    ]


@where(_parts_of_days_asked)
def is_of_another_part_of_the_day(pairing: Pairing) -> bool:
    """Whether a part of a day is asked of, and the fact is of another, or of all the day."""
    told = (*pairing.told, *read_known(pairing.label))
    return not any(has_any(told, (part,)) for part in pairing.question.once(_parts_of_days_asked))


@where(says("parts_of_a_term"))
def is_of_another_part_of_the_term(pairing: Pairing) -> bool:
    """Whether the end or the middle of a term is asked of, and the fact is from its beginning on."""
    told = (*pairing.told, *read_known(pairing.label))
    return names_another(pairing.question.tokens, told, "parts_of_a_term")


@where(says("held_before"))
def is_so_now(pairing: Pairing) -> bool:
    """Whether it is asked what somebody was or did once, and the fact tells what they are: "từng công tác ở đâu"."""
    fact, names = pairing.fact, pairing.lexicon.names
    persons = [name for name in pairing.question.names if names[name].kind == "person"]
    if not persons or not (fact.subject in persons or set(persons).intersection(pairing.view.items)):
        return False
    moved = language().moving.found_in(pairing.told)
    return not (pairing.view.past or moved or has_apart(pairing.told, telling("of_former_posts")))


def _school_years_asked(question: Understanding) -> list[int]:
    """The years in which the school years of a question begin."""
    return [
        token.days[0].year
        for before, token in pairwise(question.tokens)
        if token.days
        and token.days[1].year - token.days[0].year == 1
        and before.may_be(*telling("school_years"))
    ]


@where(_school_years_asked)
def is_of_another_school_year(pairing: Pairing) -> bool:
    """Whether a school year is asked of, and the fact's day lies in the next or the last one."""
    value, year = pairing.fact.value, pairing.question.once(_school_years_asked)[0]
    first, last = date(year, _SCHOOL_BEGINS, 1), date(year + 1, _SCHOOL_ENDS, _LAST_DAY)
    return isinstance(value, str) and not first.isoformat() <= value <= last.isoformat()


@where(asks_for("when"))
def is_of_another_end(pairing: Pairing) -> bool:
    """Whether it is asked when something began, and the day is that on which it was over; or the other way round."""
    return _is_of_an_end(pairing) or _is_of_a_beginning(pairing)


def _is_of_an_end(pairing: Pairing) -> bool:
    """Whether a day is told on which something was over, and the question speaks of no end."""
    hit, view = pairing.hit, pairing.view
    if (hit.positions and not hit.unsaid) or view.begins or not view.weak.has_any(_ends()):
        return False
    return not (_asks_for_end(pairing.question) or _is_asked_by_its_term(pairing))


def _is_asked_by_its_term(pairing: Pairing) -> bool:
    """Whether the question says in full what narrows the day, and that is an end or a term by itself: "hạn phúc khảo"."""
    terms = _ends() | language().kindred["deadline"] | set(telling("term"))
    asked = f" {' '.join(token.folded for token in pairing.question.tokens)} "
    return any(
        not terms.isdisjoint(words) and f" {' '.join(map(fold, words))} " in asked
        for words in map(words_of, pairing.fact.facets)
    )


def _is_of_a_beginning(pairing: Pairing) -> bool:
    """Whether a day is told on which something began, and it is asked when it was over."""
    kindred, weak = language().kindred, pairing.view.weak
    begun = (kindred["beginning"] | kindred["begun"]) - kindred["opened"]
    return weak.has_any(begun) and not weak.has_any(_ends()) and _asks_for_end(pairing.question)


def _ends() -> frozenset[str]:
    kindred = language().kindred
    return kindred["ending"] | kindred["ended"]


def _asks_for_end(question: Understanding) -> bool:
    return not question.kinds_said.isdisjoint(("ending", "ended"))


@where(asks_for("when"))
def is_day_of_something_else(pairing: Pairing) -> bool:
    """Whether it is asked when something was made known, or is there, and the day is told of neither: "công bố hôm nào", "bao giờ có điểm thi"."""
    question, weak = pairing.question, pairing.view.weak
    announced = [one for one in telling("announcing") if has_any(question.tokens, (one,))]
    if announced:
        alike = {
            word for found in language().synonyms.everywhere(question.tokens)
            if question.text(found.span) in announced
            for word in found.meaning
            if " " in word  # "diễn ra" has "ra" in it
        }  # fmt: skip
        topic = pairing.lexicon.topic_phrases(pairing.hit.topic)
        return not any(passage.has_any(alike.union(announced)) for passage in (weak, topic))
    there = question.once(_said_to_be_there)
    return bool(there) and (
        not weak.has(there) or weak.has_any(f"{lacking} {there}" for lacking in telling("lacking"))
    )


def _said_to_be_there(question: Understanding) -> str:
    """What stands behind "when is there", as it is said: "bao giờ có điểm thi"."""
    end = max(question.where_asks("when"), default=0) + 1
    if not question.tokens[end : end + 1] or not question.tokens[end].may_be(_THERE_IS):
        return ""
    roles = question.roles
    stop = next((at for at in range(end + 1, len(roles)) if roles[at] is not None), len(roles))
    return " ".join(token.marked for token in question.tokens[end + 1 : stop])


@where(says("done"))
def is_only_foretold(pairing: Pairing) -> bool:
    """Whether it is asked when something was done, and the day is one on which it was to be done."""
    return pairing.view.foretold and not pairing.question.plans


def _asks_when_it_is_over(question: Understanding) -> bool:
    ending = (span.start - 1 for span in question.states if span.start)
    return any(question.tokens[at].may_be(*telling("over")) for at in ending)


def _asks_from_when_to_when(question: Understanding) -> bool:
    """Whether it is asked both when something begins and when it ends: "từ năm nào đến năm nào"."""
    asked = question.where_asks("when")
    between = range(asked[0], asked[-1]) if asked else range(0)
    parted = any(at not in asked and question.tokens[at].may_be(*_UP_TO) for at in between)
    return parted and asked[0] > 0 and question.tokens[asked[0] - 1].may_be(_FROM)


@where(_asks_from_when_to_when)
def is_but_one_day(pairing: Pairing) -> bool:
    """Whether it is asked from when to when something is, and the fact gives a single day."""
    return not (pairing.view.strong.spans or pairing.view.weak.spans)


@where(_asks_when_it_is_over)
def is_over(pairing: Pairing) -> bool:
    """Whether it is asked when a state was over ("hết thiếu"), of which the fact tells as it is."""
    return not pairing.view.weak.has_any(telling("over"))


@Rule
def was_so_formerly(pairing: Pairing) -> bool:
    """Whether it is asked what post somebody holds, and the fact tells what they were before."""
    begins = language().claims.at(pairing.told, 0)  # "trước khi về X, ông Y là …"
    if not (pairing.view.weak.has_any(telling("formerly")) or any(one.meaning == "past" for one in begins)):
        return False
    tokens = pairing.question.tokens
    holds = any(_HOLDING in found.meaning for found in language().synonyms.everywhere(tokens))
    holds = holds or "posts_held" in pairing.question.tellings_said
    return holds and not any(found.meaning == "past" for found in language().claims.cover(tokens))


@Rule
def is_of_the_first(pairing: Pairing) -> bool:
    """Whether a fact tells how it was when something was new, which the question does not speak of: "mới" tells new members."""
    return any(map(pairing.view.facets.has, telling("at_first"))) and not has_word(
        pairing.question.tokens, "being_first"
    )


@where(asks_since)
def tells_no_start(pairing: Pairing) -> bool:
    """Whether it is asked since when, and the fact has no time but one before which it was so, or only says who holds a post now."""
    if words_of(pairing.label)[:1] == (_BEFORE,):
        return True
    told = pairing.told
    holds = pairing.fact.kind == "person" or any(at and told[at - 1].may_be(_IS) for *_, at in posts_in(told))
    return holds and bool(pairing.question.once(posts_asked)) and not times_in(told)


@where(asks_since)
def is_since_it_was_left(pairing: Pairing) -> bool:
    """Whether it is asked since when somebody held a post, and the fact tells when they left it: "từ chức X sang làm Y"."""
    question, told = pairing.question, pairing.told
    start = next((at for at, token in enumerate(told) if token.marked in telling("from")), len(told))
    end = next((at for at in range(start, len(told)) if told[at].marked in telling("onward")), len(told))
    left, kept = told[start:end], [*told[:start], *told[end:]]
    own = question.named_at
    asked = [question.tokens[at].marked for at in question.content if at not in own]
    weighty = [one for one in asked if one not in language().light_words]
    return any(tells(left, one) and not tells(kept, one) for one in weighty)


def _says_before_what(question: Understanding) -> range:
    return question.clause_before


@where(_says_before_what)
def is_what_was_left(pairing: Pairing) -> bool:
    """Whether it is asked what was before something, and the fact tells just that as what was before something else."""
    question, view, told = pairing.question, pairing.view, pairing.told
    asked = question.clause_before
    before = _clause_told(pairing)
    if not (before or (view.past and "target" not in view.ways)):
        return False
    own = {at for m in question.mentions if view.fact.subject in m.names for at in m.span}
    content = [at for at in asked if at not in own and _is_content(question.roles[at])]
    clause = [told[at] for at in before]
    left = [told[at] for at in range(len(told)) if at not in before]
    said = [question.tokens[at].marked for at in content]
    # "bí thư đoàn xã" is not the "bí thư huyện đoàn" that one was later: all of the post must be told
    weighty = [one for one in said if one not in language().light_words] or said
    return all(tells(left, one) for one in weighty) and not any(tells(clause, one) for one in said)


def _clause_told(pairing: Pairing) -> range:
    """Where a fact tells before what something was; up to the stop behind which a name begins the sentence, if one does."""
    told, clause = pairing.told, clause_before(pairing.told)
    stops = (at for at in range(clause.start, len(told)) if told[at].pause)
    names = {found.start for found in pairing.names}
    return range(clause.start, next((at for at in stops if at in names), clause.stop)) if clause else clause


def _is_content(role: str | None) -> bool:
    return role is None or role.startswith("name:")


def _terms_in(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """The terms that a text speaks of, and whether as this one or as the one before."""
    text = f" {' '.join([token.marked for token in tokens])} "
    for term in telling("terms"):
        if f" {term} " in text:
            for which in ("this_one", "one_before"):
                if any(f" {term} {word} " in text for word in telling(which)):
                    yield term, which


def _terms_asked(question: Understanding) -> list[tuple[str, str]]:
    return list(_terms_in(question.tokens))


@where(_terms_asked)
def is_of_another_term(pairing: Pairing) -> bool:
    """Whether this term is asked about and the one before told of, or the other way round: "nhiệm kỳ này", "nhiệm kỳ trước"."""
    return any(
        term == other and which != whichever
        for term, which in pairing.question.once(_terms_asked)
        for other, whichever in _terms_in(pairing.told)
    )


def _asks_what_is_going_on(question: Understanding) -> bool:
    """Whether it is asked how much is being done now: "đang" before a word with weight."""
    content = set(question.content)
    tokens = question.tokens
    under_way = any(tokens[at].marked == _UNDER_WAY and at + 1 in content for at in range(len(tokens) - 1))
    return under_way and question.asks_amount


@where(_asks_what_is_going_on)
def is_already_done(pairing: Pairing) -> bool:
    """Whether it is asked what is going on, and the figure is of what was done: "đang giải quyết", "đã xét xử 92 vụ"."""
    clause = pairing.told[: pairing.figure]
    return has_any(clause, (_DONE,)) and not has_any(pairing.told, (_UNDER_WAY,))


@where(asks_for("when"))
def is_of_what_came_of_it(pairing: Pairing) -> bool:
    """Whether it is asked when something befell, and the day is of what was done about it at law: "vụ trộm xảy ra khi nào", "xét xử"."""
    befell = telling("coming_to_pass")
    if not has_any(pairing.question.tokens, befell) or has_any(pairing.told, befell):
        return False
    return has_any(pairing.told, telling("at_law"))

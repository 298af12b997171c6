"""What a question itself states beside what it asks: the whole of a part, or that it is places whose names it wants."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.models import NUMERIC_KINDS, Fact
from knowledge.near_misses.pairing import asked_but_names, has_any, telling
from knowledge.questions.cases import Case
from knowledge.questions.siblings import Siblings, all_of_a_kind
from knowledge.questions.unsaid import is_title_of_somebody
from knowledge.reading.evidence import View, Word, cut_words
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.mentions import Mention
from knowledge.reading.understanding import Understanding
from knowledge.store.reader import StoredFact
from knowledge.text.abbreviations import read_known, words_of
from knowledge.text.language import Language, language
from knowledge.text.runs import starts_of
from knowledge.text.tokens import numeral_at
from knowledge.text.units import are_of_one_class, is_of_those, units_of
from knowledge.text.vietnamese import marks_agree, normalize

_PER_CENT = ("tram", "%", "le")
_SPOTS = frozenset(["nơi", "chỗ"])
_OF_THESE = ("trong", "so")
_PERSON, _LEVEL = "người", "cấp"
_WHOSE = ("của", "thuộc")
_AFTER = "sau "
_BODY = 4
"""So many syllables has a body that somebody comes from, at most."""
_WITHOUT_WEIGHT = ("harmless", "ask:how_many")
_CALLED = 2
"""So many syllables has what a kind of thing is called, at most."""


def is_part_of_stated(question: Understanding, stored: StoredFact, siblings: Siblings) -> bool:
    """Whether a fact counts a part of what the question gives the number of: "trong 37 người, cấp phó chiếm bao nhiêu"."""
    whole = siblings.whole_of(stored) if stored.fact.kind == "count" else None
    figure = whole.fact.number if whole else None
    if figure is None or any(token.folded in _PER_CENT for token in question.tokens):
        return False
    return any(token.number == figure for token in question.tokens)


def tells_the_figure(question: Understanding, fact: Fact) -> bool:
    """Whether a sentence tells one figure between just the words that stand around "how many": "tăng mấy bậc", "tăng 7 bậc"."""
    asked = question.where_asks("how_many")
    first, end = (min(asked), max(asked) + 1) if asked else (0, 0)
    if not first or end == len(question.tokens) or question.tokens[end].pause:
        return False
    before, behind = question.tokens[first - 1], question.tokens[end]
    if question.roles[first - 1] in _WITHOUT_WEIGHT or (question.roles[end] or "").startswith("name:"):
        return False
    told = read_known(fact.statement)
    figures = [
        one for before_it, one, behind_it in zip(told, told[1:], told[2:], strict=False)
        if one.number is not None
        and before.may_be(before_it.marked)
        and behind.may_be(behind_it.marked)
    ]  # fmt: skip
    return len(figures) == 1


def asks_what_places_are_called(question: Understanding, language: Language) -> bool:
    """Whether it is places whose names are asked for: what the question begins with, "hai xã … tên gì", or "cho xin tên 6 xã"."""
    roles = question.roles
    first = next((at for at, role in enumerate(roles) if role is None), len(roles))
    if "ask:who" not in roles[first:]:
        first = max((at + 1 for at in question.where_asks("who")), default=len(roles))
        first = next((at for at in range(first, len(roles)) if roles[at] != "harmless"), len(roles))
    if first == len(roles):
        return False
    number = question.tokens[first].number is not None or numeral_at(question.tokens, first)[1] is not None
    at = first + 1 if number else first
    return at < len(question.tokens) and (
        question.may_be(at, _SPOTS) or language.place_types.longest(question.tokens, at) is not None
    )


def stands_in_facet(case: Case, word: Word, fact: Fact) -> bool:
    """Whether a word stands where the question has a facet of a fact word for word: "mới" of "việc làm mới"."""
    facets = (words_of(facet) for facet in fact.facets if " " in facet)
    return any(
        start <= word.start and word.end <= start + len(facet)
        for facet in facets
        for start in starts_of(facet, case.question.tokens)
    )


def claims_as_its_own(question: Understanding, language: Language) -> bool:
    """Whether a figure is put forward as that of what a place has: "6/10 xã của Y phải không"."""
    if "whether" not in question.asks or not question.claims:
        return False
    kinds = {found.end: found.start for found in language.place_types.cover(question.tokens)}
    starts = (kinds.get(mention.start, mention.start) for mention in question.mentions)
    return any(start and question.tokens[start - 1].may_be(*_WHOSE) for start in starts)


def counts_no_people(question: Understanding, word: Word, unit: str | None) -> bool:
    """Whether those of a people are to be counted, and a unit is none of persons: "bao nhiêu người Mông"."""
    if word.text not in language().peoples:
        return False
    asked = question.roles[word.start - 1 : word.start] == ("ask:how_many",)
    return asked and not are_of_one_class((_PERSON,), unit)


def is_told_of_an_organ_within(
    question: Understanding, fact: Fact, mention: Mention, lexicon: Lexicon
) -> bool:
    """Whether a figure or a head of an organ is asked of what its place is but a part of, or of where it is one of many firms.

    Of a province is not told what a district's centre did, nor of a district how many work in one of its mills.
    """
    organ = lexicon.names[fact.subject]
    if organ.kind != "organisation" or len(question.mentions) > 1:
        return False
    far = lexicon.above(fact.subject)[0] not in mention.names
    told = fact.kind == "person" or fact.kind in NUMERIC_KINDS
    return told and (far or _is_one_of_many_firms(question, organ.name, fact.unit))


def is_what_one_firm_does(question: Understanding, fact: Fact, lexicon: Lexicon) -> bool:
    """Whether a figure of one firm is all that a place is told of, and nothing is given to it: "đầu tư 25 triệu USD vào X"."""
    organ = lexicon.names[fact.subject]
    if organ.kind != "organisation" or fact.kind not in NUMERIC_KINDS or len(question.mentions) > 1:
        return False
    giving = lexicon.language.giving.found_in(read_known(fact.statement))
    return not giving and _is_one_of_many_firms(question, organ.name, fact.unit)


def _is_one_of_many_firms(question: Understanding, name: str, unit: str | None) -> bool:
    """Whether a name is that of a firm, of which its place has many, and the question speaks of none; a price may be one of the place."""
    if "/" in (unit or ""):
        return False
    called = f"{normalize(name)} "
    firms = [one for one in telling("firms") if called.startswith(f"{one} ")]
    return bool(firms) and not has_any(question.tokens, firms)


def names_who_plays_a_part(question: Understanding, view: View, lexicon: Lexicon) -> bool:
    """Whether a list gives the one body that plays a part which it is asked for by: "ai là chủ đầu tư"."""
    items = view.items
    if len(view.fact.items) != 1 or any(one and lexicon.names[one].kind == "place" for one in items):
        return False
    played = [one for one in telling("parts_played") if view.facets.has(one) or view.weak.has(one)]
    return has_any(question.tokens, played)


def is_told_of_whole(case: Case, word: Word, whole: View | None) -> bool:
    """Whether the sentence of what a fact is a part of has a word that narrows nothing, or says after what all of it was, and no figure but its own."""
    after = word.text.startswith(_AFTER)  # "sau sáp nhập" is so of each district
    if whole is None or whole.fact.number is None or (word.restrictive and not after):
        return False
    return case.asked.stands_in(word, whole.weak) and whole.single_figure


def is_asked_for_part(question: Understanding, fact: Fact) -> bool:
    """Whether "how many" is asked of the fact's own figure: "trong 31 lượt, mấy lượt là …"."""
    if question.ask != "how_many" or fact.number is None or fact.number == fact.of:
        return False
    return any(
        token.number == fact.number and at and question.tokens[at - 1].folded in _OF_THESE
        for at, token in enumerate(question.tokens)
    )


def is_called_by(topic: str, subject: str, lexicon: Lexicon) -> bool:
    """Whether the name of a subject begins with what a topic is called by: "nhà máy nước" of "Nhà máy nước X"."""
    name = f"{' '.join(words_of(lexicon.names[subject].name))} "
    return any(name.startswith(f"{' '.join(words_of(one))} ") for one in lexicon.topics[topic].phrases)


def counts_off_persons(fact: Fact, lexicon: Lexicon) -> bool:
    """Whether a fact counts persons and names each, be they names of nobody who is known: "2 mẹ …: Phạm Thị Lịch và …"."""
    if fact.kind != "count" or not fact.items or fact.number != len(fact.items):
        return False
    units = units_of(words_of(fact.unit or ""))
    if (units and not any(unit.is_person for unit in units)) or (
        fact.unit or ""
    ).lower() in lexicon.language.place_levels:
        return False
    return all(map(_is_called_in_full, fact.items)) and not any(map(lexicon.name_called, fact.items))


def _is_called_in_full(item: str) -> bool:
    """Whether an item is a name of several words, each in capitals."""
    words = item.split()
    return len(words) > 1 and all(word[:1].isupper() and word.isalpha() for word in words)


def is_case_of(asked: tuple[str, ...], case: Case, view: View) -> bool:
    """Whether cases are counted of those who are asked for, or what they have, which is said too: "trường hợp lái xe …", "tài xế … bị tước bằng lái"."""
    unit, said = view.fact.unit or "", " ".join(asked)
    if unit not in telling("cases"):
        named = any(unit in word.synonyms for word in case.asked.every_word)
        return is_of_those(asked, unit) and (named or case.asked.said.says(words_of(unit)))
    same = (one for word in case.asked.every_word if word.text == said for one in word.synonyms)
    return any(view.weak.has(f"{unit} {one}") for one in (said, *same))


def lists_what_is_sought(question: Understanding, fact: Fact, narrower: Sequence[str]) -> bool:
    """Whether no more is left unsaid than what the fact counts, of which it lists just the kind sought: "chi bộ nào", of a "tổ chức đảng"."""
    if question.ask != "which" or not fact.items or [fact.unit] != list(narrower):
        return False
    asked = question.where_asks("which")[0]
    sought = [token.marked for token in question.tokens[max(0, asked - _CALLED) : asked]]
    listed = [words_of(item) for item in fact.items]
    return any(
        all(len(words) > size and all(map(marks_agree, sought[-size:], words)) for words in listed)
        for size in range(1, len(sought) + 1)
    )


def is_the_body_left(question: Understanding, word: Word, fact: Fact) -> bool:
    """Whether a word asks which body somebody came from, and the fact tells of one behind "từ": "từ cơ quan nào về", "từ MTTQ huyện"."""
    if question.roles[word.end : word.end + 1] != ("ask:which",) or word.text not in telling("any_body"):
        return False
    told = read_known(fact.statement)
    ends = [way.end for way in language().directions.cover(told) if way.meaning == "source"]
    return any(has_any(told[end : end + _BODY], telling("bodies_of_posts")) for end in ends)


def goes_with_what_is_told(case: Case, view: View, word: Word) -> bool:
    """Whether a word only says of which place, level, term or office what is told is, or that somebody came to hold it."""
    return (
        _is_of_taking_office(case, view, word)
        or _is_all_of_its_place(case, view, word)
        or _is_of_its_level(view, word)
        or _is_of_the_term_told(case, view, word)
        or is_title_of_somebody(case.question, case.lexicon, case.asked.held_by, word)
    )


def _is_of_taking_office(case: Case, view: View, word: Word) -> bool:
    """Whether a word says that somebody was given a post, where it is asked who holds it and nothing is told of how they came to it."""
    given = language().kindred["given_office"]
    if view.fact.kind != "person" or case.question.ask != "who" or word.text not in given:
        return False
    return not view.weak.has_any(given)


def _is_all_of_its_place(case: Case, view: View, word: Word) -> bool:
    """Whether a word says that all of the fact's own place is meant ("toàn huyện X"), and the fact's figure is of no part of it.

    It is of a part where another of the topic is told to be of all, where something narrows it, or where its sentence
    begins with some things there: "các trường mầm non của X".
    """
    fact, kind = view.fact, case.lexicon.names[view.fact.subject].type or ""
    if word.text not in all_of_a_kind(kind) or fact.number is None:
        return False
    of_all = case.siblings.totals.get(fact.subject)
    first = next(iter(read_known(fact.statement)), None)
    some = first is not None and first.may_be(*telling("several"))
    return (of_all is None or of_all is view) and not some and not case.facets.of(view).narrower


def _is_of_its_level(view: View, word: Word) -> bool:
    """Whether a word says of which level somebody or something is, as the fact's sentence does and a facet shortly: "cấp xã" of "HĐND xã"."""
    level, _, kind = word.text.partition(" ")
    return level == _LEVEL and bool(kind) and view.weak.has(word.text) and view.facets.has(kind)


def _is_of_the_term_told(case: Case, view: View, word: Word) -> bool:
    """Whether a word is of the new or coming term, and the fact tells of one that outlasts its article: "khóa tới", "ban chấp hành mới" of "nhiệm kỳ 2025-2030"."""
    if word.text not in telling("terms_of_office") and word.text not in telling("coming_terms"):
        return False
    tokens = case.question.tokens
    coming = any(token.may_be(*telling("coming_terms")) for token in tokens[word.start : word.end + 1])
    spans = view.strong.spans | view.weak.spans
    ahead = case.asked.published(view.fact.article).year
    told = (*view.fact.facets, view.fact.period.label if view.fact.period else "", view.fact.statement)
    of_term = any(term in normalize(text or "") for text in told for term in telling("terms_of_office"))
    return coming and of_term and any(last > ahead for _, last in spans)


def is_of_its_cost(topic: str, lexicon: Lexicon) -> bool:
    """Whether a topic is just what its subject costs: "tổng mức đầu tư"."""
    label = read_known(lexicon.topics[topic].label)
    costs = lexicon.language.kindred["invested"]
    return all(word.text in costs for word in cut_words(label, range(len(label)), lexicon.language))


def tells_cause_aim_or_content(question: Understanding, fact: Fact, lexicon: Lexicon) -> bool:
    """Whether it is asked why or what for a document is or what it says, and a sentence of the document says just that: "Quy định X nói về chuyện gì"."""
    if fact.kind not in ("statement", "list"):
        return False
    if question.why:
        told = has_any(read_known(fact.statement), telling("causes_told"))
        return told and fact.kind == "statement" and fact.subject in question.names
    if question.asks_purpose:
        aims = (*telling("purposes_told"), *lexicon.language.kindred["aims"])
        return fact.kind == "statement" and has_any(read_known(fact.statement), aims)
    of_content = fact.subject in question.names and any(
        normalize(one) in telling("contents") for one in fact.facets
    )
    return (
        of_content
        and "what" in question.asks
        and has_any(question.once(asked_but_names), telling("contents"))
    )


def is_to_come(question: Understanding, view: View) -> bool:
    """Whether a fact is of what is to come: not who says so, where it is asked who."""
    return view.foretold and (question.ask != "who" or view.fact.kind == "person")

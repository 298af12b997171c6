"""Words that a fact need not have to be asked for with them, because of the kind of fact it is."""

from __future__ import annotations

from itertools import pairwise

from knowledge.matching.events import (
    counts_who_was_taught,
    is_a_document_issued,
    is_handed_out,
    is_still_there,
    is_what_befell,
    is_where_it_is_held,
)
from knowledge.matching.stated import goes_with_what_is_told, is_the_body_left, is_to_come
from knowledge.models import NUMERIC_KINDS
from knowledge.near_misses.pairing import has_any, telling
from knowledge.near_misses.parties import is_given
from knowledge.questions.cases import Case
from knowledge.reading.evidence import View, Word
from knowledge.reading.understanding import EACH, OF_A_WHOLE
from knowledge.text.abbreviations import read_known, words_of
from knowledge.text.counting import PERSONS
from knowledge.text.units import is_money, units_of
from knowledge.text.vietnamese import normalize

_EVERY, _THERE_IS = ("mỗi", "hằng", "hàng"), "có"
_PERSON = frozenset(["người"])
_AFTER, _BEFORE = "sau", "trước"
_OF_EXAMS = ("%", "điểm")
_LAST_DAY, _FOR = (12, 31), "để"
_HELD = frozenset(["holding"])
"""The kind of words that ask for the first day of what was held."""
_BETWEEN = 2
"""So many words may stand between a time and the same said otherwise: "năm ngoái, tức là 2023"."""
_NOT_SO = 2
"""The syllables of a bare negation, at most: "không phải"."""
_OF_AGE = "tuổi"
_BROUGHT = (PERSONS, "ho", "phuong_tien")
"""The classes of what can be brought to take part in something: persons, households, vehicles."""
_ASKED = frozenset(
    "deadline beginning ending opening needing paying bringing young same_time last_year going year_end trading "
    "handing charged to_come by_then sitters leading remaining old merged of_an_age "
    "taking_part befell handed attending issued".split()
)
"""The kinds of words that ask for what facts tell by words of another kind."""


class Kindred:
    """One fact, and the words that its being of an aim, a day, a cost … lets stand for those it has."""

    def __init__(self, case: Case, view: View) -> None:
        """Take up a fact with the question."""
        self.case = case
        self.question = case.question
        self.language = case.lexicon.language
        self.words = self.language.kindred
        self.view = view
        self.fact = view.fact

    def explains(self, word: Word, *, unit_fits: bool) -> bool:
        """Whether a word may be said of such a fact; `unit_fits` tells whether it counts what is asked for."""
        if self._tells_of_none(word):
            return True
        if word.text.split(" ", 1)[0] in self.language.denying:
            return len(word.span) <= _NOT_SO and self.case.facets.names_denying(self.view)
        said = self.question.kinds_said
        if "achieved" in said and word.text in self.words["achieved"]:
            return self.view.weak.has_any(self.words["achieved"]) and not self.view.denies
        if self._is_said(word, "aims"):
            return self._is_of_an_aim() or self._is_measured_by(word)
        called = self._is_called_so(word) or self._completes_a_name(word) or self._is_of_its_people(word)
        called = called or self._are_called_by_the_topic(word)
        if (
            called
            or self._lists_only(word)
            or self._says_where_on(word)
            or self._is_what_all_is_for(word)
            or goes_with_what_is_told(self.case, self.view, word)
            or self._is_one_of_each(word)
            or (self.question.costs and self._tells_what_it_took_to_build(word))
            or self._is_what_came_after(word)
            or (self.case.asked.way == "source" and is_the_body_left(self.question, word, self.fact))
            or (self._is_said(word, "bettering") and self._tells_means())
        ):
            return True
        return not (said.isdisjoint(_ASKED) and _HELD.isdisjoint(said)) and (
            self._is_of_its_day(word)
            or ("befell" in said and is_what_befell(self.case, self.view, word))
            or self._is_of_the_same_time(word)
            or self._is_at_the_end_of_its_year(word)
            or (word.text in self.words["trading"] and self._is_its_price(word))
            or (word.text in self.words["going"] and self._leads_there(word))
            or (word.text in self.words["handing"] and self._is_handed_in(word))
            or (word.text in self.words["charged"] and self._is_for_nothing())
            or (word.text in self.words["to_come"] and is_to_come(self.question, self.view))
            or (unit_fits and self._is_of_taking(word))
            or (word.text in self.words["young"] and self._counts_young(word))
            or (word.text in self.words["sitters"] and self._sat_for_it(word))
            or (self._is_said(word, "leading") and self.view.weak.has_any(self.words["leaders"]))
            or (
                word.text in self.words["remaining"]
                and (self._is_told_of(_AFTER) or is_still_there(self.view, word))
            )
            or ("handed" in said and is_handed_out(self.case, self.view, word))
            or (self._is_said(word, "attending") and unit_fits and counts_who_was_taught(self.view))
            or (self._is_said(word, "issued") and is_a_document_issued(self.case, self.view))
            or (word.text in self.words["old"] and self._is_told_of(_BEFORE))
            or (word.text in self.words["merged"] and self._came_out_of_a_merger(word))
            or (self._is_said(word, "of_an_age") and self._is_said_by_years(word))
            or (self._is_said(word, "taking_part") and self._counts_those_who_do(word))
        )

    def _counts_those_who_do(self, word: Word) -> bool:
        """Whether the fact counts those who are called by taking part, and tells by another word that they did: "ứng viên dự thi", "tranh tài"."""
        told = self.view.weak.has_any(self.words["taking_part"]) and not self.view.denies
        return told and self.fact.unit in telling("entrants") and not self.case.facets.tells_apart(word)

    def _tells_means(self) -> bool:
        """Whether it is asked by what means something is done, and the fact is told as one, or its topic is: "cách làm", "giải pháp"."""
        if not self.question.asks_means or self.fact.kind not in ("statement", "list") or self.view.denies:
            return False
        means = telling("telling_means")
        return self.view.facets.has_any(means) or self.case.topic.has_any(means)

    def _is_said_by_years(self, word: Word) -> bool:
        """Whether the age that the fact tells is said behind a word for it: "trẻ dưới 40 tuổi"."""
        tokens = self.question.tokens[word.end : word.end + _BETWEEN + 1]
        years = (
            one.number
            for one, behind in pairwise(tokens)
            if one.number is not None and behind.may_be(_OF_AGE)
        )
        return any(self.view.facets.has(f"{number:g} {_OF_AGE}") for number in years)

    def _sat_for_it(self, word: Word) -> bool:
        """Whether who sat an exam is named before a place, and the fact tells a mark, a share or a day of one: "điểm … của học sinh X"."""
        behind = self.question.roles[word.end : word.end + 1]
        if not behind or not (behind[0] or "").startswith("name:"):
            return False
        measured = self.fact.kind == "date" or self.fact.unit in _OF_EXAMS
        of_exam = self.case.topic.has_any(self.words["exams"]) and self.view.weak.has_any(self.words["exams"])
        return measured and of_exam and not self.case.facets.claim(word)

    def _is_told_of(self, time: str) -> bool:
        """Whether a facet of the fact says after or before what it is: "sau sắp xếp"."""
        return any(facet.lower().startswith(f"{time} ") for facet in self.fact.facets)

    def _came_out_of_a_merger(self, word: Word) -> bool:
        """Whether a word stands behind the name of a place, of which the topic tells from what it was made; and not of before that."""
        own = any(m.end == word.start and self.fact.subject in m.names for m in self.question.mentions)
        return (
            own
            and not self._is_told_of(_BEFORE)
            and any(
                view.fact.subject == self.fact.subject and view.facets.has_any(self.words["made_of"])
                for view in self.case.views.values()
            )
        )

    def _lists_only(self, word: Word) -> bool:
        """Whether the fact lists nothing but things of the class that a word is for, and it is asked which there are."""
        kinds = self.language.kinds_of.get(word.text)
        if not kinds or self.fact.kind != "list" or self.question.ask not in ("which", "what"):
            return False
        listed = map(words_of, self.fact.items)
        return all(any(tuple(words[: len(kind)]) == kind for kind in kinds) for words in listed)

    def _is_said(self, word: Word, kind: str) -> bool:
        """Whether a word is one of a kind of kindred words."""
        return kind in self.question.kinds_said and self.question.says(word.span, self.words[kind])

    def _is_measured_by(self, word: Word) -> bool:
        """Whether a share is of what was planned, and the question calls that otherwise: "đạt bao nhiêu phần trăm chỉ tiêu", "kế hoạch"."""
        planned = self.language.telling["planned"]
        if self.question.ask != "what_share" or self.fact.kind != "share" or word.text not in planned:
            return False
        told = [view for view in self.case.views.values() if view.weak.has(word.text)]
        return not told and self.view.weak.has_any(planned)

    def _tells_of_none(self, word: Word) -> bool:
        """Whether "không có đất" is asked of a fact of those who "chưa có đất"."""
        denying, tokens = self.language.denying, self.question.tokens
        behind = tokens[word.start + 1 : word.start + 3]
        if len(behind) <= 1 or not (
            self.question.may_be(word.start, denying) and behind[0].may_be(_THERE_IS)
        ):
            return False
        return any(self.view.weak.has(f"{one} {_THERE_IS} {behind[1].marked}") for one in denying)

    def _leads_there(self, word: Word) -> bool:
        """Whether "sang" stands before a facet that the fact tells of with "đi", or the other way round."""
        going = self.words["going"]
        behind = self.question.tokens[word.end : word.end + 1]
        return any(
            bool(behind) and behind[0].may_be(facet.lower().split(" ")[0])
            and any(self.view.weak.has(f"{one} {normalize(facet)}") for one in going)
            for facet in self.fact.facets
        )  # fmt: skip

    def _is_of_the_same_time(self, word: Word) -> bool:
        """Whether "cùng kỳ" stands before the year of a figure that is not of the whole year."""
        if self._is_said(word, "last_year"):
            return self._is_said_again(word)
        if not self._is_said(word, "same_time"):
            return False
        end = self.fact.period.as_of if self.fact.period else None
        year = next((time.first.year for time in self.question.times if time.start == word.end), None)
        return end is not None and end.year == year and (end.month, end.day) != _LAST_DAY

    def _is_at_the_end_of_its_year(self, word: Word) -> bool:
        """Whether "cuối" stands before the year on whose last day the fact's figure was."""
        if not self._is_said(word, "year_end"):
            return False
        end = self.fact.period.as_of if self.fact.period else None
        year = next((time.first.year for time in self.question.times if time.start == word.end), None)
        return end is not None and end.year == year and (end.month, end.day) == _LAST_DAY

    def _is_its_price(self, word: Word) -> bool:
        """Whether the fact tells a price, and not of the other side of the trade: a "giá mua" is none for which one sells."""
        priced = is_money(self.fact.unit) and "/" in (self.fact.unit or "") and self._is_of("priced")
        return priced and not self.view.weak.has_any(self.words["trading"] - {word.text})

    def _is_handed_in(self, word: Word) -> bool:
        """Whether the fact tells of fees or papers, of which the question speaks, with another word for handing them in."""
        return any(
            word.text in telling(verbs)
            and self.view.weak.has_any(telling(verbs))
            and has_any(self.question.tokens, telling(things))
            for verbs, things in (("paid_in", "fees"), ("sent_in", "papers"))
        )

    def _is_for_nothing(self) -> bool:
        """Whether it is asked if something costs money, and told to be for nothing."""
        return "whether" in self.question.asks and self.view.weak.has_any(telling("for_nothing"))

    def _is_what_all_is_for(self, word: Word) -> bool:
        """Whether a word says what something was for ("để chống dịch"), and the whole article is about just that."""
        behind = word.start and self.question.tokens[word.start - 1].may_be(_FOR)
        return bool(behind) and self.case.asked.titled(self.fact.article).has(word.text)

    def _is_said_again(self, word: Word) -> bool:
        """Whether right behind "năm ngoái" the year before the article's is named: "năm ngoái, hè 2023"."""
        years = [t.first.year for t in self.question.times if 0 <= t.start - word.end <= _BETWEEN]
        return years == [self.case.asked.published(self.fact.article).year - 1]

    def _is_of_its_people(self, word: Word) -> bool:
        """Whether "người" before the subject's name says no more than whose the persons are that the fact tells of."""
        of_subject = any(
            mention.start == word.end and self.fact.subject in mention.names
            for mention in self.question.mentions
        )
        if not of_subject or not self.question.says(word.span, _PERSON):
            return False
        return any(unit.is_person for unit in units_of(words_of(self.fact.statement)))

    def _are_called_by_the_topic(self, word: Word) -> bool:
        """Whether "người" stands before what the topic is called by, where the fact tells of persons in its stead: "người dôi dư"."""
        if word.end not in self.case.hit.positions or not self.question.says(word.span, _PERSON):
            return False
        told, behind = read_known(self.fact.statement), self.question.tokens[word.end]
        units = [found for found in self.language.units.cover(told) if found.meaning.is_person]
        return any(told[one.end : one.end + 1] and behind.may_be(told[one.end].marked) for one in units)

    def _is_what_came_after(self, word: Word) -> bool:
        """Whether a word is of the post before which the fact tells what somebody was: "trước khi làm giám đốc"."""
        if not self.view.past or word.start not in self.question.clause_before:
            return False
        known = self.case.lexicon.names[self.fact.subject]
        return known.kind == "person" and self.case.asked.held_by(known.id).has(word.text, word.folded)

    def _is_called_so(self, word: Word) -> bool:
        """Whether what stands before the subject's name, or is asked which, is so called beside this: "đoàn Vạn Ninh"."""
        subject, end = self.fact.subject, word.end
        own = any(m.start == end and subject in m.names for m in self.question.mentions)
        if not own and self.question.roles[end : end + 1] != ("ask:which",):
            return False
        called = normalize(f"{word.text} {self.case.lexicon.names[subject].name}")
        views = [v for v in self.case.views.values() if v.fact.subject == subject]
        # "công chức X" of a part tells those from the rest, and is no name of X
        if any(v.facets.has(word.text) for v in views):
            return False
        return any(v.weak.has(called) for v in views) or (
            own and is_where_it_is_held(self.case, self.view, word)
        )

    def _completes_a_name(self, word: Word) -> bool:
        """Whether the article calls in full what the fact says in short: "đại hội thể thao" is its "đại hội"."""
        head = next((one for one in self.case.asked.words if one.end == word.start), None)
        if head is None or word.restrictive or not self.view.says(head) or self.case.facets.tells_apart(word):
            return False
        titled = self.case.asked.titled(self.fact.article)
        if self.fact.kind not in NUMERIC_KINDS and titled.has(head.text) and titled.has(word.text):
            return True  # "chiến dịch thanh niên tình nguyện" is its "chiến dịch tình nguyện"
        return any(titled.has(f"{head.text} {one}") for one in (word.text, *word.synonyms))

    def _tells_what_it_took_to_build(self, word: Word) -> bool:
        """Whether "xây" beside the name of something built asks what that cost, and the fact tells the sum put into it."""
        subject = self.fact.subject
        if word.text not in self.words["building"] or not is_money(self.fact.unit):
            return False
        beside = (m for m in self.question.mentions if word.end == m.start or word.start == m.end)
        ends = [max(word.end, m.end) for m in beside if subject in m.names]
        if not any(
            (role or "").startswith("ask:") for end in ends for role in self.question.roles[end : end + 1]
        ):
            return False  # "xây nhà hết bao nhiêu" is of a house
        name = f"{normalize(self.case.lexicon.names[subject].name)} "
        built = any(name.startswith(f"{one} ") for one in telling("built"))
        costed = self.words["costed"]
        return built and bool(self.fact.facets) and all(normalize(one) in costed for one in self.fact.facets)

    def _is_one_of_each(self, word: Word) -> bool:
        """Whether "một" before a thing is the "mỗi" or "hằng" of the fact: "một huy chương được thưởng bao nhiêu", "một năm có mấy"."""
        tokens = self.question.tokens[word.start : word.end + 1]
        if len(tokens) < len(word.span) + 1 or not (tokens[0].folded in EACH or tokens[0].number == 1):
            return False
        return any(self.view.weak.has(f"{each} {tokens[1].marked}") for each in _EVERY)

    def _says_where_on(self, word: Word) -> bool:
        """Whether "trên" stands before what one is on, and bounds no figure: "trên quốc lộ", "trên sông"."""
        if word.folded != OF_A_WHOLE or len(word.span) > 1:
            return False
        tokens, on = self.question.tokens, telling("trodden")
        behind = (tokens[word.end : word.end + size] for size in (1, 2))
        return any(" ".join(token.marked for token in one) in on for one in behind)

    def _is_of_an_aim(self) -> bool:
        aims = self.words["aims"]
        named = self.fact.kind not in NUMERIC_KINDS and self.case.topic.has_any(aims)
        return named or self.view.weak.has_any(aims)

    def _is_of_its_day(self, word: Word) -> bool:
        """Whether a word is of when something began or was over, and the fact tells the day."""
        if self.fact.kind != "date" or (self.question.asks and self.question.ask != "when"):
            return False
        pairs = (
            ("beginning", "begun"),
            ("beginning", "since_day"),
            ("ending", "ended"),
            ("opening", "opened"),
            ("deadline", "up_to_day"),
            *(() if self.question.asks_since else (("holding", "held"),)),
        )
        before_day = self._is_said(word, "by_then") and self.question.roles[word.end : word.end + 1] == (
            "ask:when",
        )
        if before_day and self.view.weak.has_any(self.words["up_to_day"]):
            return True
        return any(
            self.question.says(word.span, self.words[asked])
            and self.view.weak.has_any(self.words[asked] | self.words[told])
            for asked, told in pairs
        )

    def _is_of_taking(self, word: Word) -> bool:
        """Whether a word says that money is needed where a cost is asked for, or that who is counted was brought."""
        if self._is_said(word, "needing"):
            return self.question.costs and (self._is_of("costed") or self._is_named_as_costed())
        if word.text in self.words["paying"]:
            return self._is_of_a_price()
        return self._is_said(word, "bringing") and self._counts_those_brought(word)

    def _is_named_as_costed(self) -> bool:
        """Whether what narrows the fact says that it is what something costs: "kinh phí"."""
        return is_money(self.fact.unit) and any(map(self.words["costed"].__contains__, self.fact.facets))

    def _is_of_a_price(self) -> bool:
        """Whether the fact is a sum of money for each of something, or one that is charged, and no gift."""
        given = is_given(read_known(self.fact.statement), self.language)
        return is_money(self.fact.unit) and self._is_of("paid") and not given

    def _is_of(self, kind: str) -> bool:
        """Whether the topic is called by any of the words of a kind."""
        return self.case.lexicon.topic_phrases(self.case.hit.topic).has_any(self.words[kind])

    def _counts_those_brought(self, word: Word) -> bool:
        counted = (unit for words in self.question.counted_units for unit in units_of(words))
        return any(unit.kind in _BROUGHT for unit in counted) and self._tells_what_for(word)

    def _tells_what_for(self, brought: Word) -> bool:
        """Whether the question says more than who was brought: of "huy động bao nhiêu học sinh" no number there are tells."""
        units = {syllable for words in self.question.counted_units for syllable in words}
        return any(
            word is not brought
            and not self.case.asked.light.issuperset(word.span)
            and not units.issuperset(map(self.question.syllable, word.span))
            for word in self.case.asked.words
        )

    def _counts_young(self, word: Word) -> bool:
        """Whether the fact and the question count children, whom a word of the question calls otherwise: "trẻ … mấy em"."""
        young = self.words["young"]
        asked = [at + 1 for at, role in enumerate(self.question.roles[:-1]) if role == "ask:how_many"]
        return (
            self.fact.unit in young
            and any(self.question.tokens[at].marked in young and at != word.start for at in asked)
            and not self.case.facets.tells_apart(word)
        )

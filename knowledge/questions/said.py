"""The words of one question, in which those of facets are looked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from knowledge.models import Fact
from knowledge.questions.parties import body_before
from knowledge.reading.evidence import Word
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import Understanding
from knowledge.reading.ways import Way, are_at_odds, ways_of
from knowledge.text.abbreviations import words_of
from knowledge.text.tokens import RESTORED, Token
from knowledge.text.units import compatible, is_money
from knowledge.text.vietnamese import all_agree, fold, normalize

_MOST_PARTED = 2
"""So many syllables of a word stand on either side of what is asked."""
_REACH = 6
"""So many syllables may a verb stand from what is said behind its object."""
_WHOSE = " cua "
_REACHED, _MEASURING = ("con", "xuong", "len", "den", "toi", "ve"), frozenset(["voi", "hon"])
"""What stands behind a change and tells what it came to, and what tells what it is measured by; folded."""
_NUMBER_OF, _YEAR, _THERE_IS, _DONE, _ALREADY, _LEVEL = "số", "năm", "có", "đã", "rồi", "cấp"
_EACH, _ONE, _IN, _NUMBER_OF_ALL = "mỗi", "một", "trong", ("so", "tong")


def _dated(understanding: Understanding) -> list[Token]:
    """The tokens of a question, the "nam" of a time with its mark: no man is meant."""
    dated = {at for time in understanding.times for at in range(time.start, time.end)}
    if not dated:
        return list(understanding.tokens)
    return [
        token.respelled(_YEAR, RESTORED) if at in dated and token.marked == fold(_YEAR) else token
        for at, token in enumerate(understanding.tokens)
    ]


class Said:
    """The words of one question, in which those of facets are looked up."""

    def __init__(self, understanding: Understanding, lexicon: Lexicon) -> None:
        """Take up a question."""
        tokens = _dated(understanding)
        named = set(understanding.named_at)
        named.update(at for mention in understanding.mentions for at in body_before(understanding, mention))
        self._language = lexicon.language
        self._tokens = [token for at, token in enumerate(tokens) if at not in named]
        self._all_tokens = tokens
        self._folded = [token.folded for token in tokens]
        numbers = [f"{t.number:g}" for t in tokens if t.number is not None]
        self.everything = f" {' '.join([*(t.folded for t in tokens), *numbers])} "
        """All words and numbers, folded, with those taken over from the question before."""
        self.syllables = frozenset(self.everything.split())
        """All that stands here, folded."""
        self._question = understanding
        counted = {syllable for unit in understanding.counted_units for syllable in unit}
        self.telling = frozenset(
            at for at in understanding.content if understanding.syllable(at) not in counted
        )
        """Where the words stand that a fact must account for, but for what is counted."""
        self.ways = ways_of(understanding, lexicon)
        self._lexicon = lexicon
        self._unmarked = understanding.unmarked
        self.counted_units = understanding.counted_units
        self.spans_asked = understanding.spans_asked
        self.size = understanding.asks_size
        self.done = understanding.done
        self.asks_share = understanding.ask == "what_share"
        self.negates = understanding.denies
        self.costs = understanding.costs
        self._asks_money = self.costs or any(is_money(" ".join(unit)) for unit in self.counted_units)
        self.foretells = understanding.plans or understanding.future
        self.denies = understanding.denies or "whether" in understanding.asks
        self._found: dict[tuple[str, bool], bool] = {}

    @cached_property
    def _but_names(self) -> str:
        return f" {' '.join([token.folded for token in self._tokens])} "

    @cached_property
    def own_words(self) -> str:
        """What was not taken over from the question before, folded."""
        return f" {' '.join([t.folded for t in self._all_tokens if t.change != 'context'])} "

    @cached_property
    def otherwise(self) -> frozenset[str]:
        """All that its idioms may be called otherwise: with "xử lý dứt điểm" it says "giải quyết xong" too."""
        found = [one for one in self._language.synonyms.everywhere(self._tokens) if len(one.span) > 1]
        return frozenset(
            phrase
            for one in found
            # one may run into another ("nhà sập", "sập hẳn"), but not lie within it
            if not any(
                other.start <= one.start and one.end <= other.end and one.span != other.span
                for other in found
            )
            for phrase in one.meaning
        )

    @cached_property
    def without_ways(self) -> str:
        """Its own words, with a mark for each that says where from or where to, or asks how many."""
        ways = self._language.directions.cover(self._question.tokens)
        marks = dict.fromkeys((at for found in ways for at in found.span), ">")
        marks |= dict.fromkeys(self._question.where_asks("how_many"), "?")
        own = [(at, token) for at, token in enumerate(self._all_tokens) if token.change != "context"]
        return f" {' '.join([marks.get(at, token.folded) for at, token in own])} "

    def asks_what_is_not_stated(self, facet: str, fact: Fact) -> bool:
        """Whether that is asked which a fact says not to be stated, without being called so: the "thời gian" of "khi nào"."""
        if fact.kind != "not_stated" or self._question.inherited:
            return False
        called = (self._language.telling.get(f"called_{ask}", ()) for ask in self._question.asks)
        return any(normalize(facet) in words for words in called)

    def says(self, words: Iterable[str]) -> bool:
        """Whether words stand here in sequence, marks aside."""
        return f" {' '.join(map(fold, words))} " in self.everything

    def has(self, word: Word, *, by_name: bool) -> bool:
        """Whether a word of a facet stands here, itself or by a synonym; `by_name`, also within a name."""
        key = (word.text, by_name)
        found = self._found.get(key)
        if found is None:
            tokens = self._all_tokens if by_name else self._tokens
            found = self._found[key] = (
                self._stands_among(tokens, word)
                or any(map(self._stands_but_in_names, word.synonyms))
                or self._is_denied(word)
                or self._names_people(word)
                or (" " in word.text and (self._is_parted_by_ask(word) or self._is_parted_by_thing(word)))
                or (self._asks_money and self._is_money_for(word))
                or (word.text == _DONE and self.tells_what_is_done)
                or (word.text == _EACH and self._speaks_of_one)
            )
        return found

    @cached_property
    def _speaks_of_one(self) -> bool:
        """Whether it asks of one of a kind, which is each of them: "một căn nhà trị giá bao nhiêu"."""
        counted = self._question.tokens[:-1]
        return any(
            (token.number == 1 or token.may_be(_ONE)) and not behind.pause
            for token, behind in zip(counted, self._question.tokens[1:], strict=True)
        )

    @cached_property
    def tells_what_is_done(self) -> bool:
        """Whether it says of what it asks, without "đã", that it is done: "hái được mấy tấn", "hái mấy tấn rồi"."""
        tokens, done = self._question.tokens, self._language.telling["done_with"]
        asked = self._question.where_asks("how_many")
        if not asked or self.foretells or self.denies:
            return False
        beside = tokens[max(0, asked[0] - 1) : asked[0] + 1]
        return tokens[-1].may_be(_ALREADY) or any(token.may_be(*done) for token in beside)

    def _names_people(self, word: Word) -> bool:
        """Whether a people is named alone: "hộ Mông" where the facet is "dân tộc Mông"."""
        name = self._language.peoples.get(word.text)
        return name is not None and self._stands_but_in_names(name)

    def _is_parted_by_ask(self, word: Word) -> bool:
        """Whether a word of several syllables is said around what is asked: "hiến bao nhiêu m² đất"."""
        return any(fold(said) == word.folded and all_agree(said, word.text) for said in self._around_ask)

    def _is_money_for(self, word: Word) -> bool:
        """Whether a word is for money, and for what is said: "vốn vay" of "vay bao nhiêu tiền"."""
        money, _, what_for = word.text.partition(" ")
        named = money in self._language.telling["money_itself"] and bool(what_for)
        return named and self._stands_but_in_names(what_for)

    def _is_parted_by_thing(self, word: Word) -> bool:
        """Whether a verb and what is said behind its object stand around that: "xây nhà văn hóa mới" of "xây mới"."""
        verb, _, behind = word.text.partition(" ")
        if behind not in self._language.telling["behind_objects"]:
            return False
        tokens = self._tokens
        return any(
            tokens[at].may_be(verb)
            and next((one for one in reach if one.pause or one.may_be(behind)), tokens[at]).may_be(behind)
            for at in range(len(tokens))
            for reach in (tokens[at + 1 : at + 1 + _REACH],)
        )

    @cached_property
    def _around_ask(self) -> list[str]:
        """What stands right before "how many", with what stands right behind it, ends what is counted, or ends the question."""
        asked = self._question.where_asks("how_many")
        if not asked:
            return []
        tokens = [token.marked for token in self._question.tokens]
        start, end = min(asked), max(asked) + 1
        start -= start > 0 and tokens[start - 1] in self._language.telling["passive"]
        ends = {end, *(end + len(unit) for unit in self.counted_units), len(tokens)}
        return [
            " ".join((*tokens[start - before : start], *rest))
            for before in range(1, min(start, _MOST_PARTED) + 1)
            for at in ends
            for size in range(1, _MOST_PARTED + 1)
            for rest in (tokens[at : at + size], tokens[max(end, at - size) : at])
            if len(rest) == size
        ]

    def _is_denied(self, word: Word) -> bool:
        """Whether a word with a negation is said with others of no weight in between: "không theo hệ tập trung"."""
        parts = word.text.split(" ")
        place = next((at for at, part in enumerate(parts) if part in self._language.denying), len(parts))
        negation, denied = parts[place : place + 1], parts[place + 1 :]
        if not denied or not self._language.weightless.issuperset(parts[:place]):
            return False
        marked = [token.marked for token in self._tokens]
        return any(
            marked[start : start + len(denied)] == denied
            for at in range(len(marked))
            if marked[at : at + 1] == negation
            for start in range(at + 1, self._end_of_weightless(at + 1) + 1)
        )

    def said_at(self, positions: Iterable[int]) -> Iterator[str]:
        """The syllables at some positions, as they are spelled."""
        return (self._all_tokens[at].marked for at in positions)

    @cached_property
    def asks_for_more(self) -> bool:
        """Whether it asks for what came on top: "thêm bao nhiêu", "bao nhiêu … mới"."""
        more = self._language.telling["more"]
        return any(token.may_be(*more) for token in self._tokens)

    def says_whose(self, folded_facet: str) -> bool:
        """Whether a facet that tells whose something is is said word for word, be it into a name: "quà của thành phố | X"."""
        return _WHOSE in folded_facet and f" {folded_facet} " in self.own_words

    def tells_change(self, change: str) -> bool:
        """Whether it asks of a change as such, neither what it is measured by nor what it came to: no "giảm còn bao nhiêu"."""
        ends = self._folded.index(change) + 1 if change in self._folded else len(self._folded)
        behind = self._folded[ends : ends + 1]
        return bool(behind) and behind[0] not in _REACHED and not _MEASURING.intersection(self._folded)

    def lacks(self, thing: str) -> bool:
        """Whether it says that there is none of a thing: "không có điện", "chẳng có điện"."""
        typed = (token.folded if self._unmarked else token.marked for token in self._tokens)
        said = f" {' '.join(typed)} "
        none = (f" {negation} {_THERE_IS} {thing} " for negation in self._language.denying)
        return any((fold(one) if self._unmarked else one) in said for one in none)

    def _end_of_weightless(self, at: int) -> int:
        while at < len(self._tokens) and self._tokens[at].marked in self._language.weightless:
            at += 1
        return at

    def where(self, word: Word) -> Iterator[int]:
        """Where a word of a facet, or a word for the same, stands here."""
        for meant in (word.folded, *map(fold, word.synonyms)):
            yield from self.where_stand(meant)

    def where_stand(self, folded: str) -> Iterator[int]:
        """Where folded words stand here in sequence."""
        parts = folded.split()
        for start in range(len(self._folded) - len(parts) + 1):
            if self._folded[start : start + len(parts)] == parts:
                yield from range(start, start + len(parts))

    def _stands_but_in_names(self, words: str) -> bool:
        """Whether words stand here, as far as their marks were typed, outside of names."""
        folded = f" {fold(words)} "
        return folded in self._but_names and any(
            all_agree(" ".join(t.marked for t in self._tokens[start : start + words.count(" ") + 1]), words)
            for start, token in enumerate(self._tokens)
            if folded.startswith(f" {token.folded} ")
        )

    def counts_another(self, facet: str, unit: str | None) -> bool:
        """Whether a facet is of how many there are of one thing ("số người") or of what it costs, and another is counted here.

        Places of one kind are another thing than those of its level: "xã" of "đơn vị hành chính cấp xã".
        """
        if facet == unit and facet in self._language.place_levels and self._says_only_level(facet):
            return True
        words = words_of(facet)
        costs = [one for one in map(words_of, self._language.kindred["costed"]) if words[: len(one)] == one]
        if costs and not (self.costs or self.counted_units or any(map(self.says, costs))):
            return len(words) > max(map(len, costs))
        if words[:1] != (_NUMBER_OF,) or not (self.counted_units or self.asks_share):
            return False
        thing = words[1:]
        return not any(compatible(unit, " ".join(thing)) for unit in self.counted_units)

    def _says_only_level(self, kind: str) -> bool:
        """Whether a kind of place stands here only as that of a level: "cấp xã"."""
        places = set(self.where_stand(fold(kind)))
        return bool(places) and all(at and self._all_tokens[at - 1].may_be(_LEVEL) for at in places)

    def goes_against(self, way: Way) -> bool:
        """Whether all ways that the question goes are at odds with a facet's."""
        return bool(self.ways) and all(are_at_odds(asked, way, self._lexicon) for asked in self.ways)

    def _is_typed_weightless(self, token: Token) -> bool:
        return not self._unmarked and token.marked in self._language.weightless

    def _stands_among(self, tokens: Sequence[Token], word: Word) -> bool:
        folded = word.folded
        if f" {folded} " not in self.everything:
            return False
        size = folded.count(" ") + 1
        if word.text == _IN:  # "trong số đó" is no "trong tỉnh"
            behind = [*(token.folded for token in tokens[1:]), ""]
            tokens = [t for t, after in zip(tokens, behind, strict=True) if after not in _NUMBER_OF_ALL]
        # among marks, a "do" of no weight is no "đổ"
        tokens = [t for t in tokens if size > 1 or t.marked == word.text or not self._is_typed_weightless(t)]
        for start in range(len(tokens) - size + 1):
            window = tokens[start : start + size]
            if " ".join(token.folded for token in window) == folded:
                if all_agree(" ".join(token.marked for token in window), word.text):
                    return True
            elif size == 1 and folded.isdigit() and window[0].number == float(folded):
                return True
        return False

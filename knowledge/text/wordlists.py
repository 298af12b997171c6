"""Which words there are, and what weight they have, read from the data files in `knowledge/language/`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar

from knowledge.text import datafiles
from knowledge.text.abbreviations import shorthand, words_of
from knowledge.text.alike import groups_of_alike
from knowledge.text.indexing import index_of, of_spelled, phrases_in
from knowledge.text.peoples import ways_to_call_peoples
from knowledge.text.phrases import PhraseIndex, stands_in_full
from knowledge.text.tokens import tokenize
from knowledge.text.vietnamese import fold, fold_all, has_marks, normalize

T = TypeVar("T")


class WordLists:
    """The data files and the words in them, each indexed for looking up when it is first needed, and never changed."""

    def __init__(self) -> None:
        self._contents: dict[str, Any] = {}

    @cached_property
    def words(self) -> frozenset[str]:
        """Well-known words, normalized; compounds with single spaces."""
        return frozenset(self._all_words())

    @cached_property
    def compounds(self) -> PhraseIndex[str]:
        """Words of two and more syllables, to cut runs of syllables into words."""
        return of_spelled({word: word for word in self._all_words() if " " in word})

    def folded_words(self) -> Mapping[str, str]:
        """Every word with its folded form."""
        words = dict.fromkeys(self._all_words())
        return dict(zip(words, fold_all(words), strict=True))

    @cached_property
    def peoples(self) -> Mapping[str, str]:
        """What each people is called ("người Mông"), with its name alone."""
        return {called: name for name, group in self._by_name().items() for called in group}

    def _by_name(self) -> Mapping[str, Sequence[str]]:
        return self._read("peoples.yaml", lambda file: ways_to_call_peoples(datafiles.read_mapping(file)))

    def _all_words(self) -> list[str]:
        return [*self._lines("words"), *chain.from_iterable(self._by_name().values())]

    @cached_property
    def harmless(self) -> PhraseIndex[str]:
        """Words that change no answer."""
        return index_of(self._lines("harmless"))

    @cached_property
    def restrictive(self) -> PhraseIndex[str]:
        """Words that narrow or turn whatever they stand with."""
        return index_of((*self._lines("restrictive"), *self.peoples))

    @cached_property
    def restrictive_words(self) -> frozenset[str]:
        """Single syllables that restrict; they too are no slip for another word."""
        return frozenset(words_of(word)[0] for word in self._lines("restrictive") if " " not in word)

    @cached_property
    def whole_words(self) -> frozenset[str]:
        """Compounds in which a syllable that restricts by itself means another thing, or only looks like one: "quy định", "huy động"."""
        listed = (" ".join(words_of(word)) for word in self._lines("whole-words"))
        return frozenset((*listed, *filter(self._only_looks_narrowing, self.words)))

    def _only_looks_narrowing(self, compound: str) -> bool:
        """Whether a compound with marks has syllables that would restrict with others only: of "huy động" none is "hủy"."""
        if " " not in compound or not has_marks(compound):
            return False
        tokens = tokenize(compound)
        narrowing = list(self.restrictive.everywhere(tokens))
        return bool(narrowing) and not any(stands_in_full(found, tokens) for found in narrowing)

    @cached_property
    def restrictive_bare(self) -> Mapping[str, frozenset[str]]:
        """The same by how they are without marks: "tru" is "trừ" sooner than "chủ" by ear."""
        spelled: dict[str, frozenset[str]] = {}
        for word in self.restrictive_words:
            spelled[fold(word)] = spelled.get(fold(word), frozenset()) | {word}
        return spelled

    @cached_property
    def turning(self) -> frozenset[str]:
        """Words of one syllable that restrict, deny or say where from and where to."""
        denying = (words_of(word) for word in self._mapping("claims")["negations"])
        return self.restrictive_words | self.ways | {words[0] for words in denying if len(words) == 1}

    @cached_property
    def ways(self) -> frozenset[str]:
        """Words of one syllable that say where from and where to."""
        ways = map(words_of, phrases_in(self._mapping("directions")))
        return frozenset(words[0] for words in ways if len(words) == 1)

    @cached_property
    def follow_openings(self) -> frozenset[str]:
        """Words of one syllable that begin a follow-up, as they are spelled."""
        leading = map(words_of, self._mapping("followups")["leading"])
        return frozenset(words[0] for words in leading if len(words) == 1)

    @cached_property
    def turning_bare(self) -> frozenset[str]:
        """Syllables without marks that may turn a question: those that restrict, and that look like words of no weight."""
        return frozenset(self.restrictive_bare).union(*self.lookalikes.values())

    @cached_property
    def function_words(self) -> frozenset[str]:
        """Single syllables that are no slip for another word: of harmless words and of asks, also folded."""
        asking = phrases_in(
            [[g.get("phrases", []), g.get("final", [])] for g in self._mapping("asks").values()]
        )
        linking = [
            *self._mapping("comparison")["words"],
            *self._mapping("places")["hints"],
            *phrases_in(self._mapping("directions")),
        ]
        spelled = map(words_of, (*self._lines("harmless"), *asking, *linking))
        functional = {words[0] for words in spelled if len(words) == 1}
        return frozenset(functional | set(map(fold, functional)))

    @cached_property
    def common_words(self) -> frozenset[str]:
        """Syllables of which questions are made, likelier than others to be what was meant by a slip."""
        asking = [self._mapping(name) for name in ("asks", "followups", "comparison", "claims")]
        naming = [list(self._mapping("places")["types"]), self._mapping("people")["honorifics"]]
        phrases = phrases_in([self._lines("harmless"), self._lines("light"), asking, naming])
        return frozenset(word for phrase in phrases for word in words_of(phrase))

    @cached_property
    def frequency(self) -> Mapping[str, int]:
        """How often syllables are said that without marks may be others, each step being twice as often as the one before."""
        often = self._mapping("frequency").items()
        return {syllable: int(step) for step, syllables in often for syllable in syllables}

    @cached_property
    def labels(self) -> frozenset[str]:
        """Words behind which a single letter names one of several: "loại A"."""
        return frozenset(self._lines("labels"))

    @cached_property
    def labelled(self) -> frozenset[str]:
        """The same folded."""
        return frozenset(map(fold, self.labels))

    @cached_property
    def light(self) -> PhraseIndex[str]:
        """Words that seldom narrow anything, explained at a price where nothing else explains them."""
        return index_of(self._lines("light"))

    @cached_property
    def light_words(self) -> frozenset[str]:
        """Those of one syllable."""
        return frozenset(words_of(word)[0] for word in self._lines("light") if " " not in word)

    @cached_property
    def light_phrases(self) -> frozenset[str]:
        """Those of several syllables that are not among the restrictive ones too, whatever they are made of."""
        phrases = {word for word in map(normalize, self._lines("light")) if " " in word}
        return frozenset(phrases.difference(map(normalize, self._lines("restrictive"))))

    @cached_property
    def lookalikes(self) -> Mapping[str, frozenset[str]]:
        """Folded syllables that without marks look like words of no weight, by where those stand."""
        return {where: frozenset(map(fold, words)) for where, words in self._mapping("lookalikes").items()}

    @cached_property
    def closing(self) -> frozenset[str]:
        """Words of one syllable that only close a clause, as they are spelled."""
        asking = (given.get("final", ()) for given in self._mapping("asks").values())
        return frozenset(
            map(normalize, (*self._mapping("lookalikes")["edges"], *chain.from_iterable(asking)))
        )

    @cached_property
    def leading(self) -> frozenset[str]:
        """Words of one syllable that stand in front of what they belong to, as they are spelled."""
        return frozenset(map(normalize, self._mapping("lookalikes")["leading"]))

    @cached_property
    def modals(self) -> frozenset[str]:
        """Words, as they are spelled, that stand in front of what is done."""
        return frozenset(map(normalize, self._mapping("lookalikes")["modals"]))

    @cached_property
    def bound_to_places(self) -> frozenset[str]:
        """Words of one syllable, as they are spelled, that stand in some places of a question only."""
        kinds = (self._mapping("lookalikes")[kind] for kind in ("edges", "leading"))
        return frozenset(map(normalize, chain.from_iterable(kinds)))

    @cached_property
    def together(self) -> Mapping[str, str]:
        """Words to others, folded, that are said with them further on: "mọi … đều"."""
        pairs = (words_of(pair) for pair in self._mapping("lookalikes")["together"])
        return {first: fold(second) for first, second in pairs}

    @cached_property
    def weightless(self) -> frozenset[str]:
        """Words of one syllable, as they are spelled, that are harmless or light."""
        harmless = (words_of(word) for word in self._lines("harmless"))
        return self.light_words.union(words[0] for words in harmless if len(words) == 1)

    @cached_property
    def comparison_each(self) -> PhraseIndex[str]:
        """What asks how much each of several is: "mỗi loại", "lần lượt"."""
        return index_of(self._mapping("comparison")["each"])

    @cached_property
    def changes(self) -> PhraseIndex[str]:
        """What asks how something has changed: "tăng hay giảm"."""
        return index_of(self._mapping("comparison")["changes"])

    @cached_property
    def year_before(self) -> PhraseIndex[str]:
        """What that is measured by: "so với cùng kỳ năm trước"."""
        return index_of(self._mapping("comparison")["year_before"])

    @cached_property
    def kinds_of(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """What things of a class are called, for each word for the class: "tổ chức đảng" are "chi bộ" and "đảng ủy"."""
        return {
            normalize(called): tuple(words_of(kind) for kind in group["kinds"])
            for group in self._entries("kinds")
            for called in group["called"]
        }

    @cached_property
    def acts(self) -> PhraseIndex[str]:
        """What is done to things, or becomes of them: "tuyển mới", "giảm"."""
        return index_of(self._lines("acts"))

    @cached_property
    def removing(self) -> PhraseIndex[str]:
        """What takes things away: "xóa", "giải thể"."""
        return index_of(self._lines("removing"))

    @cached_property
    def giving(self) -> PhraseIndex[str]:
        """What somebody does to somebody else: "tặng", "phạt"."""
        return index_of(self._lines("giving"))

    @cached_property
    def moving(self) -> PhraseIndex[str]:
        """What is done to people who are sent somewhere: "điều động"."""
        return index_of(self._lines("moving"))

    @cached_property
    def opposite_verbs(self) -> PhraseIndex[tuple[int, int]]:
        """Verbs of the two ends of one deal, by the deal and the end: "mua" and "bán"."""
        return PhraseIndex(
            (verb, (deal, end))
            for deal, ends in enumerate(self._entries("opposite-verbs"))
            for end, verbs in enumerate(ends)
            for verb in verbs
        )

    @cached_property
    def after_verbs(self) -> frozenset[str]:
        """Words that behind the verb of a topic add nothing to it ("kiện toàn thêm")."""
        return frozenset(map(normalize, self._lines("after-verbs")))

    @cached_property
    def beside_facets(self) -> frozenset[str]:
        """Words that add nothing beside the one facet that is meant ("ngân sách tỉnh góp")."""
        return frozenset(map(normalize, self._lines("beside-facets")))

    @cached_property
    def synonyms(self) -> PhraseIndex[tuple[str, ...]]:
        """Words and phrases, with the others that may be said for them."""
        return of_spelled(self._alike())

    @cached_property
    def idioms(self) -> PhraseIndex[str]:
        """Those of more than one syllable that are no compounds."""
        return of_spelled({run: run for run in self._alike() if " " in run and run not in self.words})

    @cached_property
    def head_words(self) -> frozenset[str]:
        """Words for whoever leads something; they stand for a post only where it is asked who."""
        return frozenset(" ".join(words_of(word)) for word in self._mapping("people")["heads"]["words"])

    @cached_property
    def kindred(self) -> Mapping[str, frozenset[str]]:
        """Words that stand for each other where a fact is of a kind, by that kind."""
        return {kind: frozenset(map(normalize, words)) for kind, words in self._mapping("kindred").items()}

    @cached_property
    def kindred_words(self) -> frozenset[str]:
        """All of them, and the words for classes of things."""
        return frozenset(self.kinds_of).union(*self.kindred.values())

    def _alike(self) -> Mapping[str, tuple[str, ...]]:
        groups = (*self._entries("synonyms"), *self._by_name().values())
        alike = groups_of_alike(groups, self._mapping("people")["heads"])
        return alike | {name: (*alike.get(name, ()), *called) for name, called in self._by_name().items()}

    def own_phrases(self) -> tuple[str, ...]:
        """Every phrase of the data files: they belong to the vocabulary too."""
        return tuple(
            phrases_in(
                [
                    self._lines("harmless"), self._lines("restrictive"), self._lines("light"), self._mapping("asks"), self._mapping("followups"), self._mapping("people"),
                    self._mapping("comparison"), self._mapping("source"), self._mapping("claims"), self._mapping("kindred"), [entry["phrases"] for entry in self._entries("smalltalk")],
                    self._entries("synonyms"), self._mapping("units"), list(shorthand().values()), list(self._mapping("places")["types"]),
                ]
            )
        )  # fmt: skip

    def complete(self) -> None:
        """Read what has not been read yet, and let go of the files; LanguageError for a malformed one."""
        for name in self._kept_fields():
            getattr(self, name)
        self._contents.clear()

    def _kept_fields(self) -> Iterator[str]:
        """The names of what is made once from the files."""
        for kind in type(self).__mro__:
            yield from (name for name, field in vars(kind).items() if isinstance(field, cached_property))

    def _mapping(self, name: str) -> dict[str, Any]:
        return self._read(f"{name}.yaml", datafiles.read_mapping)

    def _entries(self, name: str) -> Any:  # noqa: ANN401  YAML holds anything
        return self._read(f"{name}.yaml", datafiles.read_yaml)

    def _lines(self, name: str) -> list[str]:
        return self._read(f"{name}.txt", datafiles.read_lines)

    def _read(self, name: str, read: Callable[[str], T]) -> T:
        if name not in self._contents:
            self._contents[name] = read(name)
        content: T = self._contents[name]
        return content

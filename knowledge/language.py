"""General knowledge of Vietnamese, read from the data files in `knowledge/language/`.

Nothing here knows any topic, place or person: only how people ask, what they
abbreviate, which words never matter and which always do. Each file says in its
head what it holds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from knowledge import datafiles
from knowledge.abbreviations import shorthand, words_of
from knowledge.alike import groups_of_alike
from knowledge.counting import Unit, units_by_word
from knowledge.indexing import asking_phrases, by_kind, index_of, of_spelled, phrases_in
from knowledge.keeping import kept
from knowledge.phrases import PhraseIndex, PhraseIndexes
from knowledge.vietnamese import fold, fold_all, normalize

T = TypeVar("T")


@dataclass(frozen=True)
class SmallTalk:
    """A kind of small talk and the reply to it."""

    id: str
    reply: str


class Language:
    """The data files, each indexed for looking up when it is first needed, and never changed."""

    def __init__(self) -> None:
        self._contents: dict[str, Any] = {}

    # ── words ───────────────────────────────────────────────────────────────────────────

    @cached_property
    def words(self) -> frozenset[str]:
        """Well-known words, normalized; compounds with single spaces."""
        return frozenset(self._lines("words"))

    @cached_property
    def compounds(self) -> PhraseIndex[str]:
        """Words of two and more syllables, to cut runs of syllables into words."""
        return of_spelled({word: word for word in self._lines("words") if " " in word})

    def folded_words(self) -> Mapping[str, str]:
        """Every word with its folded form."""
        words = dict.fromkeys(self._lines("words"))
        return dict(zip(words, fold_all(words), strict=True))

    @cached_property
    def harmless(self) -> PhraseIndex[str]:
        """Words that change no answer."""
        return index_of(self._lines("harmless"))

    @cached_property
    def restrictive(self) -> PhraseIndex[str]:
        """Words that narrow or turn whatever they stand with."""
        return index_of(self._lines("restrictive"))

    @cached_property
    def restrictive_words(self) -> frozenset[str]:
        """Single syllables that restrict; they too are no slip for another word."""
        return frozenset(words_of(word)[0] for word in self._lines("restrictive") if " " not in word)

    @cached_property
    def whole_words(self) -> frozenset[str]:
        """Compounds in which a syllable that restricts by itself means another thing: "quy định", "vắc xin"."""
        return frozenset(" ".join(words_of(word)) for word in self._lines("whole-words"))

    @cached_property
    def restrictive_bare(self) -> frozenset[str]:
        """The same without marks: "tru" is "trừ" sooner than "chủ" by ear."""
        return frozenset(map(fold, self.restrictive_words))

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
    def labelled(self) -> frozenset[str]:
        """Folded words behind which a single letter names one of several: "loại A"."""
        return frozenset(map(fold, self._lines("labels")))

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
    def weightless(self) -> frozenset[str]:
        """Words of one syllable, as they are spelled, that are harmless or light."""
        harmless = (words_of(word) for word in self._lines("harmless"))
        return self.light_words.union(words[0] for words in harmless if len(words) == 1)

    @cached_property
    def acts(self) -> PhraseIndex[str]:
        """What is done to things, or becomes of them: "tuyển mới", "giảm"."""
        return index_of(self._lines("acts"))

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
        """All of them."""
        return frozenset().union(*self.kindred.values())

    def _alike(self) -> Mapping[str, tuple[str, ...]]:
        return groups_of_alike(self._entries("synonyms"), self._mapping("people")["heads"])

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

    # ── asking ──────────────────────────────────────────────────────────────────────────

    @cached_property
    def asks(self) -> PhraseIndex[str]:
        """Words that ask, by what they ask for."""
        return by_kind({ask: asking_phrases(given) for ask, given in self._mapping("asks").items()})

    @cached_property
    def classes_of_parts(self) -> frozenset[str]:
        """Words of one syllable for what a thing is broken down into: "nguồn", "khoản"."""
        classes = (word for given in self._mapping("asks").values() for word in given.get("classes", ()))
        return frozenset(word for word in map(normalize, classes) if " " not in word)

    @cached_property
    def asks_before_unit(self) -> PhraseIndex[str]:
        """Words that ask only before a unit ("số học sinh")."""
        return by_kind({ask: given.get("before_unit", ()) for ask, given in self._mapping("asks").items()})

    @cached_property
    def asks_at_end(self) -> frozenset[str]:
        """Words that ask only at the end of a question."""
        return frozenset(
            normalize(w) for words in self._mapping("asks").values() for w in words.get("final", ())
        )

    @cached_property
    def ask_order(self) -> tuple[str, ...]:
        """The asks, the one that leads first."""
        return tuple(self._mapping("asks"))

    @cached_property
    def units(self) -> PhraseIndex[Unit]:
        """What can be counted."""
        return PhraseIndex(units_by_word(self._mapping("units")))

    @cached_property
    def measures(self) -> frozenset[str]:
        """Folded words that with a number say when, how old or which: "tháng", "tuổi", "lớp"."""
        return frozenset(map(fold, self._mapping("units")["measures"]))

    @cached_property
    def visiting(self) -> frozenset[str]:
        """Who are always counted by their visits: "khách"."""
        return frozenset(map(normalize, self._mapping("units")["visiting"]))

    @cached_property
    def spoken_units(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        """What is asked for by another word than it is counted by: "mấy nhà" for households."""
        spoken = self._mapping("units")["spoken"].items()
        return {tuple(words_of(said)): tuple(words_of(meant)) for said, meant in spoken}

    @cached_property
    def amounts(self) -> PhraseIndex[str]:
        """Words of phrases that only say that a number is meant: "tỷ lệ", "số", "mức"."""
        return index_of(self._mapping("units")["amounts"])

    @cached_property
    def claims(self) -> PhraseIndex[str]:
        """Words that bound, deny or date what is claimed, by which of these."""
        return by_kind(self._mapping("claims"))

    @cached_property
    def claim_words(self) -> frozenset[str]:
        """The same, each as it is spelled."""
        return frozenset(" ".join(words_of(phrase)) for phrase in phrases_in(self._mapping("claims")))

    @cached_property
    def denying(self) -> frozenset[str]:
        """Words of one syllable that deny what stands behind them."""
        return frozenset(
            word for word in map(normalize, self._mapping("claims")["negations"]) if " " not in word
        )

    @cached_property
    def adding(self) -> frozenset[str]:
        """Words that ask for what has come on top only."""
        return frozenset(map(normalize, self._mapping("claims")["adding"]))

    @cached_property
    def adding_beside(self) -> frozenset[str]:
        """Words that do so beside "bao nhiêu" or what it counts."""
        return frozenset(map(normalize, self._mapping("claims")["adding_beside"]))

    @cached_property
    def additive(self) -> frozenset[str]:
        """Verbs of what comes on top by itself: "kết nạp"."""
        return frozenset(map(normalize, self._mapping("claims")["additive"]))

    @cached_property
    def levelling(self) -> frozenset[str]:
        """Folded words before a kind of place without a name, which say on what level something is."""
        return frozenset(map(fold, self._mapping("places")["levelling"]))

    @cached_property
    def placing(self) -> frozenset[str]:
        """The same, and others by which a fact says so."""
        return self.levelling.union(map(fold, self._mapping("places")["placing"]))

    @cached_property
    def comparison(self) -> PhraseIndex[str]:
        """Words that compare."""
        return index_of(self._mapping("comparison")["words"])

    @cached_property
    def comparison_markers(self) -> PhraseIndex[str]:
        """Words that want the difference told."""
        return index_of(self._mapping("comparison")["markers"])

    @cached_property
    def joints(self) -> PhraseIndex[str]:
        """Words that put two things side by side."""
        return index_of(self._mapping("comparison")["joints"])

    @cached_property
    def differences(self) -> PhraseIndex[str]:
        """Words that weigh amounts against each other."""
        return index_of(self._mapping("comparison")["difference"])

    # ── places and people ───────────────────────────────────────────────────────────────

    @cached_property
    def place_types(self) -> PhraseIndex[str]:
        """The kinds of places."""
        return index_of(self._mapping("places")["types"])

    @cached_property
    def place_levels(self) -> Mapping[str, frozenset[int]]:
        """The kinds of places to the levels of government they are on."""
        return {
            normalize(kind): frozenset(map(int, levels))
            for kind, levels in self._mapping("places")["types"].items()
        }

    @cached_property
    def committees(self) -> PhraseIndex[str]:
        """Party committees, by the kind of place they lead."""
        return PhraseIndex(self._mapping("places")["committees"].items())

    @cached_property
    def place_hints(self) -> PhraseIndex[str]:
        """Words that a place follows."""
        return index_of(self._mapping("places")["hints"])

    @cached_property
    def directions(self) -> PhraseIndex[str]:
        """Words that say where from and where to."""
        kinds = self._mapping("directions")
        return by_kind({kind: kinds[kind] for kind in ("source", "target", "through")})

    @cached_property
    def dating(self) -> PhraseIndex[str]:
        """Words that make a time of what such a word stands before: "từ đầu năm"."""
        return index_of(self._mapping("directions")["dating"])

    def old_places(self) -> tuple[tuple[str, str, str], ...]:
        """(type, name, province) of provinces and districts before July 2025."""
        return tuple(map(_old_place, self._lines("places-before-2025")))

    @cached_property
    def titles(self) -> frozenset[str]:
        """Compounds that begin with a word that lowers or ends a post: "phó chủ tịch", "nguyên bí thư"."""
        lowering = self._mapping("people")["lowering"]
        return frozenset(
            f"{lower} {post}" for lower in lowering for post in (*self._mapping("people")["posts"], *lowering)
        )

    @cached_property
    def honorifics(self) -> PhraseIndex[str]:
        """Words before a person's name."""
        return index_of(self._mapping("people")["honorifics"])

    @cached_property
    def vocatives(self) -> PhraseIndex[str]:
        """Words for whom the reader speaks to."""
        return index_of(self._mapping("people")["vocatives"])

    @cached_property
    def pronouns(self) -> PhraseIndex[str]:
        """Words for what was spoken of before, by what that is."""
        return by_kind(self._mapping("people")["pronouns"])

    # ── conversation and sources ────────────────────────────────────────────────────────

    @cached_property
    def follow_leading(self) -> PhraseIndex[str]:
        """Words that begin a follow-up."""
        return index_of(self._mapping("followups")["leading"])

    @cached_property
    def follow_trailing(self) -> PhraseIndex[str]:
        """Words that end a follow-up."""
        return index_of(self._mapping("followups")["trailing"])

    @cached_property
    def source_fields(self) -> PhraseIndex[str]:
        """Words for what an article's record says, by the field."""
        fields = {
            field: given
            for field, given in self._mapping("source").items()
            if field not in ("thing", "filler")
        }
        return by_kind(fields)

    @cached_property
    def source_words(self) -> PhraseIndex[str]:
        """Words that a question about an article has besides."""
        return index_of([*self._mapping("source")["thing"], *self._mapping("source")["filler"]])

    @cached_property
    def source_things(self) -> PhraseIndex[str]:
        """Words that speak of an article as such."""
        return index_of(
            [
                *self._mapping("source")["thing"],
                *self._mapping("source")["title"],
                *self._mapping("source")["author"],
            ]
        )

    @cached_property
    def smalltalk(self) -> PhraseIndex[SmallTalk]:
        """Small talk, with the replies to it."""
        return PhraseIndex(
            (phrase, SmallTalk(entry["id"], entry["reply"]))
            for entry in self._entries("smalltalk")
            for phrase in entry["phrases"]
        )

    @cached_property
    def cues(self) -> PhraseIndexes:
        """All of these but words and synonyms, which are many."""
        return PhraseIndexes(
            index
            for name, field in vars(Language).items()
            if name not in ("cues", "compounds", "idioms", "synonyms") and isinstance(field, cached_property)
            if isinstance(index := getattr(self, name), PhraseIndex)
        )

    # ── the files ───────────────────────────────────────────────────────────────────────

    def complete(self) -> None:
        """Read what has not been read yet, and let go of the files; LanguageError for a malformed one."""
        for name, field in vars(Language).items():
            if isinstance(field, cached_property):
                getattr(self, name)
        self._contents.clear()

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


@lru_cache(maxsize=1)
def language() -> Language:
    """The language data that comes with Hỏi Đáp. Raises LanguageError for a malformed file."""
    return kept("language", datafiles.FOLDER, _complete)


def _complete() -> Language:
    found = Language()
    found.complete()
    return found


def _old_place(line: str) -> tuple[str, str, str]:
    kind, name, *province = (part.strip() for part in line.split("|"))
    return kind, name, province[0] if province else ""

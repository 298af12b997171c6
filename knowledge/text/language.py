"""General knowledge of Vietnamese, read from the data files in `knowledge/language/`.

Nothing here knows any topic, place or person: only how people ask, what they
abbreviate, which words never matter and which always do. Each file says in its
head what it holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from knowledge.text import datafiles
from knowledge.text.abbreviations import words_of
from knowledge.text.counting import Unit, units_by_word
from knowledge.text.indexing import asking_phrases, by_kind, index_of, phrases_in
from knowledge.text.keeping import kept
from knowledge.text.phrases import PhraseIndex, PhraseIndexes
from knowledge.text.vietnamese import fold, normalize
from knowledge.text.wordlists import WordLists


@dataclass(frozen=True)
class SmallTalk:
    """A kind of small talk and the reply to it."""

    id: str
    reply: str


class Language(WordLists):
    """The data files, each indexed for looking up when it is first needed, and never changed."""

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
    def ask_phrases(self) -> frozenset[str]:
        """The same as they are spelled."""
        return frozenset(spelled for spelled, _, _ in self.asks)

    @cached_property
    def ask_syllables(self) -> frozenset[str]:
        """The syllables with which "how many" begins or ends, and so stands beside whatever there is."""
        words = (spelled.split(" ") for spelled, _, ask in self.asks if ask == "how_many")
        return frozenset(syllable for one in words for syllable in (one[0], one[-1]))

    @cached_property
    def ask_openings(self) -> frozenset[str]:
        """The syllables with which asks begin, as they are spelled."""
        return frozenset(spelled.split(" ", 1)[0] for spelled, _, _ in self.asks)

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
    def unit_words(self) -> frozenset[str]:
        """The same as they are spelled."""
        return frozenset(spelled for spelled, _, _ in self.units)

    @cached_property
    def measures(self) -> frozenset[str]:
        """Folded words that with a number say when, how old or which: "tháng", "tuổi", "lớp"."""
        return frozenset(map(fold, self._mapping("units")["measures"]))

    @cached_property
    def anyone(self) -> frozenset[str]:
        """Words for persons that narrow nothing: "người dân"."""
        return frozenset(map(normalize, self._mapping("units")["anyone"]))

    @cached_property
    def visiting(self) -> frozenset[str]:
        """Who are always counted by their visits: "khách"."""
        return frozenset(map(normalize, self._mapping("units")["visiting"]))

    @cached_property
    def classifiers(self) -> frozenset[str]:
        """Words between a number and what it counts that tell nothing of that: "món"."""
        return frozenset(map(normalize, self._mapping("units")["classifiers"]))

    @cached_property
    def spoken_units(self) -> Mapping[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        """What is asked for by another word than it is counted by, with marks or without: "mấy nhà" for households."""
        spoken = self._mapping("units")["spoken"].items()
        found = {tuple(words_of(said)): tuple(map(words_of, meant)) for said, meant in spoken}
        return {tuple(map(fold, said)): meant for said, meant in found.items()} | found

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
    def ending(self) -> frozenset[str]:
        """Words that add nothing to a verb only where "bao nhiêu" follows: "công bố hết" is of an end."""
        return frozenset(map(normalize, self._mapping("claims")["ending"]))

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

    @cached_property
    def kindred_phrases(self) -> PhraseIndex[str]:
        """Words that stand for each other where a fact is of a kind, by which kind that is."""
        return by_kind(self._mapping("kindred"))

    @cached_property
    def telling(self) -> Mapping[str, tuple[str, ...]]:
        """Words that tell what a sentence says of its figure, by kind."""
        return {kind: tuple(map(normalize, words)) for kind, words in self._mapping("telling").items()}

    @cached_property
    def telling_phrases(self) -> PhraseIndex[str]:
        """The same words, by which kinds they are of."""
        return by_kind(self._mapping("telling"))

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
    def folded_levels(self) -> Mapping[str, frozenset[int]]:
        """The same by the kinds of places folded."""
        return {fold(kind): levels for kind, levels in self.place_levels.items()}

    @cached_property
    def ends_of_ways(self) -> PhraseIndex[str]:
        """What may be an end of a way, as the kind of place that it is."""
        places = self._mapping("places")
        return PhraseIndex([*((kind, kind) for kind in places["types"]), *places["ends"].items()])

    @cached_property
    def committees(self) -> PhraseIndex[str]:
        """Party committees, by the kind of place they lead."""
        return PhraseIndex(self._mapping("places")["committees"].items())

    @cached_property
    def organs(self) -> PhraseIndex[str]:
        """Bodies of which a place has but one, and whose doings are its own."""
        return index_of(self._mapping("places")["organs"])

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
    def lying(self) -> frozenset[str]:
        """Words that say how a kind of place lies to the speaker: "từ dưới xã"."""
        return frozenset(map(normalize, self._mapping("directions")["lying"]))

    @cached_property
    def leaving(self) -> frozenset[str]:
        """What says behind a kind of place that somebody came from there."""
        return frozenset(map(normalize, self._mapping("directions")["leaving"]))

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
    def posts(self) -> frozenset[str]:
        """Posts that somebody may hold: "bí thư"."""
        return frozenset(map(normalize, self._mapping("people")["posts"]))

    @cached_property
    def honorifics(self) -> PhraseIndex[str]:
        """Words before a person's name."""
        return index_of(self._mapping("people")["honorifics"])

    @cached_property
    def leading_bodies(self) -> frozenset[str]:
        """Whose head is meant where a post of a place is named alone: "bí thư X" is that of its party committee."""
        return frozenset(map(normalize, self._mapping("people")["leading_bodies"]))

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
    def asides(self) -> PhraseIndex[str]:
        """What begins a clause in which readers speak of themselves, and what begins what they ask."""
        return by_kind(self._mapping("asides"))

    @cached_property
    def first_persons(self) -> frozenset[str]:
        """The folded last syllables of what begins such clauses; a question with none of them has none."""
        kinds = self._mapping("asides")
        begun = (*kinds["speaker"], *kinds["hearing"], "cảm ơn")  # whose thanks they are may be left out
        return frozenset(fold(phrase.split()[-1]) for phrase in begun)

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
            if field not in ("thing", "filler", "beside", "owning")
        }
        return by_kind(fields)

    @cached_property
    def source_words(self) -> PhraseIndex[str]:
        """Words that a question about an article has besides."""
        return index_of([*self._mapping("source")["thing"], *self._mapping("source")["filler"]])

    @cached_property
    def source_beside(self) -> PhraseIndex[str]:
        """Words that ask for a field where nothing but an article is spoken of."""
        return by_kind(self._mapping("source")["beside"])

    @cached_property
    def source_owning(self) -> frozenset[str]:
        """Words that whoever wrote an article stands behind."""
        return frozenset(map(normalize, self._mapping("source")["owning"]))

    @cached_property
    def articles_called(self) -> PhraseIndex[str]:
        """What an article is called."""
        return index_of(self._mapping("source")["thing"])

    @cached_property
    def source_things(self) -> PhraseIndex[str]:
        """Words that speak of an article as such."""
        source = self._mapping("source")
        return index_of([*source["thing"], *source["title"], *source["author"]])

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
            for name in self._kept_fields()
            if name not in ("cues", "compounds", "idioms", "synonyms")
            if isinstance(index := getattr(self, name), PhraseIndex)
        )


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

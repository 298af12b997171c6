"""Which syllables there are and which stand side by side, by how they are spelled and folded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import pairwise

from knowledge.text.abbreviations import words_of
from knowledge.text.datafiles import FOLDER
from knowledge.text.keeping import kept
from knowledge.text.language import Language
from knowledge.text.vietnamese import fold_all

# What regional speech confuses and spelling then mixes up: northern l/n, s/x, ch/tr, r/d/gi;
# southern final n/ng, t/c and i/y.
_ONSET_SOUNDS = (
    ("tr", "ch"),
    ("gi(?![aeouy])", "di"),
    ("gi", "d"),
    ("r", "d"),
    ("s", "x"),
    ("n(?![gh])", "l"),
    ("v", "d"),
    ("q", "k"),
    ("c(?!h)", "k"),
)
_FINAL_SOUNDS = (("ng$", "n"), ("nh$", "n"), ("ch$", "t"), ("c$", "t"), ("y$", "i"))


@lru_cache(maxsize=20_000)
def sound(folded: str) -> str:
    """A folded syllable by its sound, where regions that confuse letters hear no difference.

    >>> sound("niu") == sound("liu"), sound("ang") == sound("an")
    (True, True)
    """
    for pattern, same in _ONSET_SOUNDS:
        changed = re.sub(f"^{pattern}", same, folded)
        if changed != folded:
            folded = changed
            break
    for pattern, same in _FINAL_SOUNDS:
        changed = re.sub(pattern, same, folded)
        if changed != folded:
            return changed
    return folded


class Vocabulary:
    """Syllables, and neighbours joined by a space, each under the same folded."""

    def __init__(self) -> None:
        self.forms: dict[str, tuple[str, ...]] = {}
        self.pairs: dict[str, tuple[str, ...]] = {}

    def copy(self) -> Vocabulary:
        """Another vocabulary that knows the same so far."""
        new = Vocabulary()
        new.forms, new.pairs = self.forms.copy(), self.pairs.copy()
        return new

    @cached_property
    def sounds(self) -> dict[str, list[str]]:
        """Every sound to the folded syllables that sound so."""
        sounds: dict[str, list[str]] = {}
        for folded in self.forms:
            sounds.setdefault(sound(folded), []).append(folded)
        return sounds

    def learn(self, texts: Iterable[str]) -> set[str]:
        """Learn the words of texts of ours; what comes out are their pairs of neighbours."""
        words: set[str] = set()
        pairs: set[str] = set()
        for text in texts:
            spelled = words_of(text)
            words.update(spelled)
            pairs.update(map(" ".join, pairwise(spelled)))
        for index, learned in ((self.forms, words), (self.pairs, pairs)):
            for spelling, folded in zip(learned, fold_all(learned), strict=True):
                _add(index, folded, spelling)
        return pairs

    def learn_spelled(self, words: Iterable[tuple[str, str]]) -> None:
        """Learn normalized words of one syllable and more, each given with its folded form."""
        for word, folded in words:
            spaces = word.count(" ")
            if spaces == 1:
                _add(self.pairs, folded, word)
            elif spaces:
                joined = (map(" ".join, pairwise(text.split(" "))) for text in (folded, word))
                for pair_folded, pair in zip(*joined, strict=True):
                    _add(self.pairs, pair_folded, pair)


def _add(index: dict[str, tuple[str, ...]], folded: str, spelled: str) -> None:
    known = index.get(folded, ())
    if spelled not in known:
        index[folded] = (*known, spelled)


@lru_cache(maxsize=1)
def common_vocabulary() -> Vocabulary:
    """The vocabulary of the language data, whatever the store knows; to be copied before it learns more."""
    return kept("vocabulary", FOLDER, _learned)


def _learned() -> Vocabulary:
    language = Language()  # which is let go with all the files that it reads
    common = Vocabulary()
    words = language.folded_words()
    common.learn_spelled(words.items())
    syllables, folded = (" ".join(texts).split(" ") for texts in (words, words.values()))
    for spelled, plain in dict(zip(syllables, folded, strict=True)).items():
        _add(common.forms, plain, spelled)
    common.learn(language.own_phrases())
    return common

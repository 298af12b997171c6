"""Persons named in a sentence, and the posts they are said to hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.models import NameKind
from knowledge.proposing.contexts import is_boundary
from knowledge.proposing.sentences import Sentence
from knowledge.proposing.wordlists import phrases, place_types, posts, words
from knowledge.reading.lexicon import Lexicon
from knowledge.text.language import language

_FEWEST, _MOST = 2, 5
_SURE = 3
"""So many capitalised words that begin with a surname are a person without a title before them."""
_LONGEST_POST = 14


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in tokens[start:end], and the span of the post told of him, if one is."""

    start: int
    end: int
    name: str
    post: range | None = None


def persons_in(sentence: Sentence, lexicon: Lexicon) -> list[Person]:
    """The persons of a sentence, from left to right."""
    return list(_Persons(sentence, lexicon).read())


class _Persons:
    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.lexicon = lexicon
        self.titled = {found.end for found in language().honorifics.cover(self.tokens)}

    def read(self) -> Iterator[Person]:
        at = 0
        while at < len(self.tokens):
            end = self._name_end(at)
            if end is None:
                at += 1
                continue
            yield Person(
                at, end, self.sentence.slice(at, end), self._post_behind(end) or self._post_before(at)
            )
            at = end

    def _name_end(self, at: int) -> int | None:
        if language().honorifics.at(self.tokens, at) or posts().at(self.tokens, at):
            return None  # "Ông" of "Ông Lê Văn A", "Phó Chủ" of "Phó Chủ tịch"
        end = at
        while end < len(self.tokens) and self._continues(at, end):
            end += 1
        size = end - at
        if not _FEWEST <= size <= _MOST or self.lexicon.is_place(self.tokens[at:end]):
            return None
        called = self._kind_called_so(at, end)
        if at in self.titled or called == "person":
            return end
        if called:
            return None
        surname = self.tokens[at].marked in words("surnames")
        sure = size >= _SURE or self._post_before(at) is not None
        return end if surname and sure and not self._is_of_place(at, size) else None

    def _continues(self, start: int, at: int) -> bool:
        token = self.tokens[at]
        if not token.is_word or not token.is_capitalized or (token.typed.isupper() and len(token.typed) > 1):
            return False
        return at == start or not self.sentence.gap(at).strip()

    def _kind_called_so(self, at: int, end: int) -> NameKind | None:
        """What kind of thing the store knows by just this name."""
        found = self.lexicon.name_index.longest(self.tokens, at)
        return self.lexicon.names[found.meaning].kind if found and found.end == end else None

    def _is_of_place(self, at: int, size: int) -> bool:
        """Whether the kind of a place stands before it, and nothing says that a person's post ends there."""
        place = at and place_types().at(self.tokens, at - 1)
        middle = any(self.sentence.is_word(i, "thị", "văn") for i in range(at + 1, at + size - 1))
        return bool(place) and not middle and (size < _SURE or self._post_before(at) is None)

    def _post_behind(self, end: int) -> range | None:
        """A post behind a name: ", Bí thư Huyện ủy X", "(nguyên Trưởng phòng Y)", "giữ chức …"."""
        if end >= len(self.tokens):
            return None
        gap = self.sentence.gap(end).strip()
        if gap not in (",", "(", "-", "–", ""):
            return None
        now = phrases("held_now").at(self.tokens, end)
        link = now.end if now else end
        if self.sentence.is_word(link, "là"):
            start = link + 1
        elif gap:
            start = end
        else:
            return None
        return self._post(start) if posts().at(self.tokens, start) else None

    def _post(self, start: int) -> range:
        end = start + 1
        while end < len(self.tokens) and end - start < _LONGEST_POST:
            if is_boundary(self.sentence, end) or phrases("ends_post").at(self.tokens, end):
                break
            end += 1
        return range(start, end)

    def _post_before(self, at: int) -> range | None:
        """A post that a name follows, directly or by "là": "Phó Chủ tịch UBND tỉnh Đỗ Minh Quang", "… hiện nay là ông …"."""
        end = at
        if at in self.titled:
            end = next(f for f in language().honorifics.cover(self.tokens) if f.end == at).start
        aside = end < at and self.sentence.gap(end).strip() == ","  # "Hiệu trưởng …, cô Mai"
        end = self._before_link(end)
        for start in range(max(0, end - _LONGEST_POST), end):
            found = posts().at(self.tokens, start)
            if found and found.end <= end and self._unbroken(start, end - aside):
                return range(start, end)
        return None

    def _before_link(self, end: int) -> int:
        """Where the words begin that tie a name to the post before it: "là", "hiện nay là"."""
        if not self.sentence.is_word(end - 1, "là"):
            return end
        now = phrases("held_now").before(self.tokens, end - 1)
        return now.start if now else end - 1

    def _unbroken(self, start: int, end: int) -> bool:
        if any(
            self.sentence.gap(at).strip(" &-–") for at in range(start + 1, min(end + 1, len(self.tokens)))
        ):
            return False
        return not any(phrases("ends_post").at(self.tokens, at) for at in range(start, end))

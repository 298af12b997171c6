"""Linking names: which places, persons, organisations and documents a question speaks of.

A place that exists but that the store does not know is a stranger, and so is a
name of ours at another level ("huyện X" where we know "xã X") or in another
province: nobody's figures may answer for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.models import Name
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.mentions import Linked, Mention, Stranger
from knowledge.text.phrases import Found
from knowledge.text.tokens import OF_TIME, Token, text_at
from knowledge.text.vietnamese import all_agree, fold, has_marks, normalize

_LONGEST_PLACE, _MUCH_LONGER = 4, 2
_LEAST_YEAR = 1_000
_BEHIND_NAMES, _AND = ("có", "đã", "thì"), "còn"
_KINDS_FOLLOW = frozenset(["cac", "nhung", "may", "nhieu", "moi", "tat", "ca", "cap"])
"""Folded words behind which a type word is a kind of place and no part of a name: "những xã", "cấp xã"."""
_WHERE = "đâu"
_BEFORE_PEOPLE = 3
"""So many syllables stand before the name of a people, at most."""


def link_names(tokens: Sequence[Token], lexicon: Lexicon, *, unmarked: bool) -> Linked:
    """Find the names in tokens, the longest at each place; strangers never overlap them."""
    return _Linker(tokens, lexicon, unmarked=unmarked).link()


class _Linker:
    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon, *, unmarked: bool) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.language = lexicon.language
        self.unmarked = unmarked
        self.cased = any(t.typed[:1].islower() for t in tokens)
        self.types = self._before(filter(self._is_literal, self.language.place_types.cover(tokens)))
        self.committees = self._before(self.language.committees.cover(tokens))
        self.honorifics = self._before(filter(self._is_literal, self.language.honorifics.cover(tokens)))
        self.hints = self._before(self.language.place_hints.cover(tokens))

    def _is_literal(self, found: Found[str]) -> bool:
        """Whether a word before a name was typed as such: "ban" with marks is no "bản", without it begins no "ban chap hanh"."""
        if self.unmarked:
            longer = self.language.compounds.longest(self.tokens, found.start)
            return longer is None or longer.end - found.end < _MUCH_LONGER
        typed = " ".join(t.marked for t in self.tokens[found.start : found.end])
        before = self.tokens[found.start - 1].marked if found.start else ""
        if f"{before} {typed}" in self.language.telling["no_kinds_of_places"]:
            return False  # "văn bản" is of no "bản"
        return typed == found.meaning or has_marks(typed)

    @staticmethod
    def _before(found: Iterable[Found[str]]) -> dict[int, Found[str]]:
        """Phrases by where they end, for looking at what stands before a name."""
        return {phrase.end: phrase for phrase in found}

    def link(self) -> Linked:
        known: list[Mention] = []
        strangers: list[Stranger] = []
        at = 0
        while at < len(self.tokens):
            mention = self._name_at(at) or self._person_at(at, behind=known[-1].end if known else 0)
            stranger = None if mention else self._stranger_at(at, behind=known[-1].end if known else 0)
            if mention:
                placed = self._at_its_level(mention)
                if isinstance(placed, Stranger):
                    strangers.append(placed)
                else:
                    known.append(self._with_title(placed))
                at = mention.end
            elif stranger:
                strangers.append(stranger)
                at = stranger.end
            else:
                at += 1
        return self._settle(known, strangers)

    def _text(self, start: int, end: int) -> str:
        shown: list[str] = []
        for token in self.tokens[start:end]:
            # what was typed as one word and read as several is shown once, as it was typed
            if not (shown and shown[-1] == token.typed and token.change in ("shorthand", "split")):
                shown.append(token.typed)
        return " ".join(shown)

    # ── known names ─────────────────────────────────────────────────────────────────────

    def _name_at(self, at: int) -> Mention | None:
        found = self.lexicon.name_index.at(self.tokens, at)
        if not found:
            return None
        end = found[-1].end
        if (end - at == 1 and not self._stands_alone(at)) or (self.unmarked and self._cuts_ask(at, end)):
            return None
        if self._is_lower_case(at, end - at) and self._cuts_word(at, end):
            return None
        names = tuple(dict.fromkeys(f.meaning for f in found if f.end == end))
        return Mention(at, end, names, self._text(at, end))

    def _cuts_ask(self, at: int, end: int) -> bool:
        """Whether a name would end within words that ask: "co bao nhieu" is of no Cô Bảo."""
        return any(at <= f.start < end < f.end for f in self.language.asks.cover(self.tokens))

    def _is_of_ask(self, at: int) -> bool:
        """Whether a syllable is of several words that ask: "co may" asks how many, and is no cô Mẩy."""
        return any(at in f.span and len(f.span) > 1 for f in self.language.asks.cover(self.tokens))

    def _cuts_word(self, at: int, end: int) -> bool:
        """Whether a name that has no capital would begin within a kind of place and end behind it: "thanh pho co" is of no Phố Cò."""
        if any(token.is_capitalized for token in self.tokens[at:end]):
            return False
        kinds = (self.language.place_types.longest(self.tokens, start) for start in range(max(0, at - 2), at))
        return any(kind and at < kind.end < end for kind in kinds)

    def _stands_alone(self, at: int) -> bool:
        """Whether a name of one syllable is meant as a name and not as the word it also is."""
        token = self.tokens[at]
        if at in self.types or at in self.honorifics:
            return True
        if token.marked not in self.language.words and token.folded == token.marked:
            return True
        return token.is_capitalized and self.cased and at > 0

    def _person_at(self, at: int, *, behind: int) -> Mention | None:
        """A person called by title and last name, as in "ông Sơn", `behind` the last known name: in "Đà Bac thi" is no "bác Thi"."""
        token, title = self.tokens[at], self.honorifics.get(at)
        if title is None or title.start < behind or not token.is_word or token.change == "shorthand":
            return None
        if self.unmarked and self._is_of_ask(at):
            return None
        persons = self.lexicon.persons_called(self.tokens[at].marked)
        if len(persons) != 1 or (at + 1 < len(self.tokens) and self._continues_name(at)):
            return None
        return Mention(at, at + 1, (persons[0],), self._text(at, at + 1))

    def _continues_name(self, at: int) -> bool:
        """Whether "ông Sơn" goes on as another full name ("ông Sơn Tùng")."""
        after = self.tokens[at + 1]
        return self.cased and not after.pause and self.tokens[at].is_capitalized and after.is_capitalized

    def _with_title(self, mention: Mention) -> Mention:
        """The mention together with the type word, committee or honorific before it."""
        start = mention.start
        for before in (self.types, self.committees, self.honorifics):
            title = before.get(start)
            if title and not self._is_cut_off(title) and self._may_be_called(mention, before):
                start = title.start
        start = self._with_household(mention, start)
        committee = self.committees.get(start) or self.committees.get(mention.start)
        if start == mention.start and not committee:
            return mention
        return replace(mention, start=committee.start if committee else start, committee=bool(committee))

    def _with_household(self, mention: Mention, start: int) -> int:
        """Where a person's name begins with the household that a question opens with: "nhà ông X", "gia đình chị Y"."""
        asks_where = any(token.may_be(_WHERE) for token in self.tokens)
        if asks_where or all(self.lexicon.names[name].kind != "person" for name in mention.names):
            return start
        opening = self.language.telling_phrases.everywhere(self.tokens[:start])
        return (
            0 if any(one.meaning == "households" and one.span == range(start) for one in opening) else start
        )

    def _may_be_called(self, mention: Mention, titles: dict[int, Found[str]]) -> bool:
        """Whether a name may have one of some titles: none but a person's is "cụ", "thầy"."""
        return titles is not self.honorifics or any(
            self.lexicon.names[name].kind == "person" for name in mention.names
        )

    def _is_cut_off(self, title: Found[str]) -> bool:
        """Whether punctuation or another word parts a title from the name; the stop of a shortened "TP." does not."""
        if self.tokens[title.end - 1].change == "shorthand":
            return False
        before = self.language.restrictive.at(self.tokens, title.start - 1) if title.start else ()
        if any(found.end >= title.end for found in before):
            return True  # "bình quân" is no "quận"
        if title.start and self._is_of_post(title):
            return True
        return any(t.pause for t in self.tokens[title.start + 1 : title.end + 1])

    def _is_of_post(self, title: Found[str]) -> bool:
        """Whether a type word is the end of what a post is called: "trưởng xóm | X"."""
        called = text_at(self.tokens, range(title.start - 1, title.end))
        return any(
            all_agree(called, post) for post in self.language.posts if post.endswith(f" {title.meaning}")
        )

    def _at_its_level(self, mention: Mention) -> Mention | Stranger:
        """The mention with the names of the level that the word before it says; a stranger if none is."""
        title = self.types.get(mention.start)
        if title and (self._is_a_kind(title) or self._is_cut_off(title)):
            return mention
        level = title and title.meaning
        committee = self.committees.get(mention.start)
        if committee:
            level = committee.meaning
        if level is None:
            return mention
        levels = self.language.place_levels[normalize(level)]
        fitting = []
        for name_id in mention.names:
            name = self.lexicon.names[name_id]
            own = self.language.place_levels.get(normalize(name.type or ""))
            if name.kind != "place" or own is None or (own & levels and self._is_sure(mention, level, name)):
                fitting.append(name_id)
        if fitting:
            return replace(mention, names=tuple(fitting))
        start = title.start if title else mention.start
        return Stranger(start, mention.end, self._text(start, mention.end), certain=True)

    def _is_sure(self, mention: Mention, level: str, name: Name) -> bool:
        """Whether a place is called just so, or is at least of just this kind: "huyện" and a slip are no city of ours, a city is no province."""
        own, said = normalize(name.type or ""), normalize(level)
        if own == said:
            return True
        mended = any(self.tokens[at].change == "slip" for at in mention.span)
        return not mended and not {own, said} <= set(self.language.telling["kinds_apart"])

    def _is_a_kind(self, title: Found[str]) -> bool:
        """Whether a type word counts or lists places within the name, or is of its level ("những xã, phường X", "cấp xã X")."""
        before = self.tokens[title.start - 1] if title.start else None
        if title.start in self.types or (before and before.folded in _KINDS_FOLLOW):
            return True
        counted = before is not None and before.number is not None and before.number < _LEAST_YEAR
        ahead = self.tokens[title.start - 2].folded if counted and title.start > 1 else ""
        return counted and ahead not in OF_TIME

    # ── strangers ───────────────────────────────────────────────────────────────────────

    def _stranger_at(self, at: int, *, behind: int) -> Stranger | None:
        """An unknown place that begins here, `behind` the last known name, whose syllables are of no type word."""
        titled = self.types.get(at) or self.committees.get(at)
        if titled and (titled.start < behind or self._is_cut_off(titled) or self._is_short_for_both(at)):
            titled = None
        longest = self.lexicon.longest_place(self.tokens[at])
        for length in range(min(_LONGEST_PLACE, longest, len(self.tokens) - at), 0, -1):
            window = self.tokens[at : at + length]
            if any(t.pause for t in window[1:]) or not self.lexicon.is_place(window):
                continue
            if self._is_people(at + length, before=at):
                return None
            if titled or self._looks_like_place(at, length):
                start = titled.start if titled else at
                if not titled and self._runs_into_name(at, length):
                    continue
                return Stranger(start, at + length, self._text(start, at + length), certain=bool(titled))
        return self._unheard_of(at, titled) if titled else None

    def _is_short_for_both(self, at: int) -> bool:
        """Whether what stands here was typed with the word before it, as one short form, and both are no committee: "XH" is no "xã Hội"."""
        if at + 1 in self.committees:
            return False
        before, token = self.tokens[at - 1], self.tokens[at]
        return before.change == token.change == "shorthand" and before.typed == token.typed

    def _runs_into_name(self, at: int, length: int) -> bool:
        """Whether a known name begins within: "o lam khe" is in Lâm Khê, not Ô Lâm."""
        names = (self._name_at(inside) for inside in range(at + 1, at + length))
        return any(name and name.end > at + length for name in names)

    def _looks_like_place(self, at: int, length: int) -> bool:
        window = self.tokens[at : at + length]
        capitals = self.cased and all(t.is_capitalized for t in window)
        if length == 1:
            return capitals and at in self.hints
        if capitals:
            return True
        if self._is_lower_case(at, length) or self._asks(at, length):
            return False
        if any(f.end - f.start >= length for f in self.language.compounds.at(self.tokens, at)):
            return False
        if not self.unmarked and not any(has_marks(t.marked) for t in window):
            return False
        around = range(at - (at > 1 or (at > 0 and not self.tokens[0].may_be(_AND))), at + length)
        goes_on = self.tokens[at + length : at + length + 1]
        behind = at + length if goes_on and goes_on[0].may_be(*_BEHIND_NAMES) else len(self.tokens)
        words = (self.language.compounds.longest(self.tokens, i) for i in around)
        inner = [one for one in words if one and one.end <= behind]
        narrowing = (found for i in around for found in self.language.restrictive.at(self.tokens, i))
        return not inner and not any(len(found.span) > 1 for found in narrowing)

    def _is_people(self, end: int, *, before: int) -> bool:
        """Whether words up to a position are the name of a people, as what stands before them tells: "người Khơ Mú"."""
        return any(
            found.end == end and found.meaning in self.language.peoples
            for at in range(max(0, before - _BEFORE_PEOPLE), before)
            for found in self.language.compounds.at(self.tokens, at)
        )

    def _is_lower_case(self, at: int, length: int) -> bool:
        """Whether words without marks are no name, in a question that has its names in capitals."""
        elsewhere = (*self.tokens[1:at], *self.tokens[at + length :])
        return self.cased and self.unmarked and any(t.is_capitalized for t in elsewhere)

    def _asks(self, at: int, length: int) -> bool:
        """Whether words ask or run into what asks: "la gi" is "là gì", and not the town; "bao lam" is no "bao lăm"."""
        end, asks = at + length, (f for f in self.language.asks.cover(self.tokens) if len(f.span) > 1)
        asks = (f for f in asks if not (f.meaning == "how_many" and (f.start, f.end) == (at, end)))
        return any(f.start < end <= f.end and f.end > at + 1 for f in asks)

    def _unheard_of(self, at: int, titled: Found[str]) -> Stranger | None:
        """A name in capitals behind a type word, of a place that no list has."""
        end = at
        while end < len(self.tokens) and self.cased and self.tokens[end].is_capitalized:
            if end > at and self.tokens[end].pause:
                break
            end += 1
        if end == at or end - at > _LONGEST_PLACE or self.tokens[at].pause:
            return None
        if self.lexicon.name_index.longest(self.tokens, at):
            return None
        return Stranger(titled.start, end, self._text(titled.start, end), certain=True)

    # ── both together ───────────────────────────────────────────────────────────────────

    def _settle(self, known: list[Mention], strangers: list[Stranger]) -> Linked:
        """Namesakes told apart by what they are part of; a name in a strange province is strange."""
        spoken = {name for mention in known for name in mention.names}
        kept: list[Mention] = []
        for mention in known:
            within = tuple(n for n in mention.names if spoken.intersection(self.lexicon.above(n)))
            settled = replace(mention, names=within) if within and len(mention.names) > 1 else mention
            elsewhere = self._wrong_parent(settled, known)
            if elsewhere:
                text = f"{settled.text} ({elsewhere.text})"
                strangers.append(Stranger(settled.start, settled.end, text, certain=True))
                continue
            province = self._strange_province(settled, strangers)
            if province is None:
                kept.append(settled)
            else:
                strangers.remove(province)
                if not self._is_in(settled, province):
                    text = f"{settled.text} ({province.text})"
                    strangers.append(Stranger(settled.start, province.end, text, certain=True))
                else:
                    kept.append(replace(settled, end=province.end))
        strange = {s.text.partition(" (")[2].rstrip(")") for s in strangers}
        return Linked([m for m in kept if m.text not in strange], strangers)

    def _wrong_parent(self, mention: Mention, known: Sequence[Mention]) -> Mention | None:
        """A known place of a higher level right behind one that is not part of it ("xã X, huyện Y")."""
        for other in known:
            between = self.tokens[mention.end : other.start]
            adjoining = other.start >= mention.end and all(t.folded in ("o", "thuoc") for t in between)
            if adjoining and (between or self.tokens[other.start].pause) and self._is_above(other, mention):
                inside = any(set(self.lexicon.above(n)).intersection(other.names) for n in mention.names)
                return None if inside else other
        return None

    def _is_above(self, upper: Mention, lower: Mention) -> bool:
        levels = [self._levels(upper), self._levels(lower)]
        return all(levels) and max(levels[0]) < min(levels[1])

    def _levels(self, mention: Mention) -> list[int]:
        names = [self.lexicon.names[name] for name in mention.names]
        return [lv for n in names for lv in self.language.place_levels.get(normalize(n.type or ""), ())]

    def _strange_province(self, mention: Mention, strangers: Sequence[Stranger]) -> Stranger | None:
        """An unknown province or district right behind a place, saying where it lies."""
        kinds = {self.lexicon.names[n].kind for n in mention.names}
        if not kinds <= {"place", "organisation"}:
            return None
        if kinds == {"organisation"}:
            return next((s for s in strangers if s.start == mention.end), None)
        for stranger in strangers:
            between = self.tokens[mention.end : stranger.start]
            if stranger.start == mention.end and self._is_province(stranger):
                return stranger
            if stranger.start >= mention.end and all(t.folded in ("o", "thuoc", "cua") for t in between):
                if between or any(t.pause for t in self.tokens[mention.end : stranger.start + 1]):
                    return stranger
                if stranger.certain:
                    return stranger
        return None

    def _is_province(self, stranger: Stranger) -> bool:
        words = [t.marked for t in self.tokens[stranger.start : stranger.end]]
        return any(not place.province for place in self.lexicon.places_called(words))

    def _is_in(self, mention: Mention, province: Stranger) -> bool:
        """Whether the known world has the mentioned place in that province, and nothing says otherwise."""
        where = [t.folded for t in self.tokens[province.start : province.end]]
        name = self.lexicon.names[mention.names[0]]
        if self.lexicon.above(name.id):
            return False
        words = [w.marked for w in self.tokens[mention.start : mention.end]][-len(name.name.split()) :]
        own = self.language.place_levels.get(normalize(name.type or ""), frozenset())
        for place in self.lexicon.places_called(words):
            levels = self.language.place_levels.get(normalize(place.type), frozenset())
            spelled = fold(normalize(place.province)).split()
            if levels & own and spelled and where[-len(spelled) :] == spelled:
                return True
        return False

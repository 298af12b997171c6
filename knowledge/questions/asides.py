"""What readers say of themselves beside what they ask: "em đang làm báo cáo, cho em hỏi …", "… để em nộp bài"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import TopicHit
from knowledge.text.abbreviations import words_of
from knowledge.text.phrases import Found, Question
from knowledge.text.vietnamese import fold

_CUTTING, _APART = ("purpose", "opening"), ("purpose", "hearing")
_OPEN = ("telling", "life")
_NAME, _PLACED = "name:", ("name:", "place unknown")


def asides(
    tokens: Question, roles: Sequence[str | None], lexicon: Lexicon, *, unmarked: bool
) -> frozenset[int]:
    """The words of clauses in which the reader speaks of themselves, as far as readers are known to speak so.

    None where nothing is asked beside them but whether it is so: "em nghe nói X có 15 người, đúng không?" asks of just
    what was heard.
    """
    language = lexicon.language
    if language.first_persons.isdisjoint(token.folded for token in tokens):
        return frozenset()
    days = {at for one in language.asides.cover(tokens) if one.meaning == "day" for at in one.span}
    told = [clause for clause in _clauses(tokens, lexicon) if not _asks(clause, roles, days)]
    if not (told and any(_is_open_ask(role) for role in roles)):
        return frozenset()
    apart = {at for clause in told for at in clause}
    names_other = any((role or "").startswith(_NAME) for at, role in enumerate(roles) if at not in apart)
    apart |= {at for one in language.asides.cover(tokens) if one.meaning == "opening" for at in one.span}
    # whatever else is said there may narrow what is asked: "em đang tìm hiểu về trâu bò, … bao nhiêu con"
    known = {at for one in _known(tokens, lexicon, unmarked=unmarked) for at in one.span}
    known |= {at for at in apart if tokens[at].marked in language.weightless}
    return frozenset(
        at
        for at in apart
        if (roles[at] is None and at in known) or (names_other and (roles[at] or "").startswith(_PLACED))
    )


def _known(tokens: Question, lexicon: Lexicon, *, unmarked: bool) -> Iterator[Found[str]]:
    """What readers are known to say of themselves; without marks a lone syllable is that only behind who speaks: "ve tinh" is "về tỉnh"."""
    found = lexicon.language.asides.cover(tokens)
    behind = {one.end for one in found if one.meaning == "speaker"}
    for one in found:
        if not unmarked or len(one.span) > 1 or one.meaning not in _OPEN or one.start in behind:
            yield one


def says_facet(
    tokens: Question, positions: Iterable[int], hits: Sequence[TopicHit], lexicon: Lexicon
) -> bool:
    """Whether words say what narrows a topic that is spoken of: "em đang viết về cấp phó, X bổ nhiệm bao nhiêu người"."""
    speakers = {at for f in lexicon.language.asides.cover(tokens) if f.meaning == "speaker" for at in f.span}
    said = {tokens[at].folded for at in positions if at not in speakers}  # "cơ quan mình" narrows nothing
    facets = (facet for hit in hits for facet in lexicon.facets_of(hit.topic))
    return any(said.issuperset(map(fold, words_of(facet))) for facet in facets)


def _clauses(tokens: Question, lexicon: Lexicon) -> Iterator[range]:
    """The clauses of which the reader is the subject, and those that tell what for or thank."""
    index = lexicon.language.asides
    found = {one.start: one for one in index.cover(tokens)}
    pauses = (at for at, token in enumerate(tokens) if token.pause)
    cuts = {0, len(tokens), *pauses, *(at for at, one in found.items() if one.meaning in _CUTTING)}
    told = -1  # where the last such clause ends; the next may go on without its subject
    for start, end in pairwise(sorted(cuts)):
        first = found.get(_past_filler(tokens, range(start, end), found, lexicon))
        if first and first.meaning == "telling" and told == start:
            told = end
            yield range(start, end)
            continue
        goes_on = _telling(first.end, tokens, lexicon) if first else range(0)
        if first and (first.meaning in _APART or (first.meaning == "speaker" and goes_on)):
            told = end
            yield range(start, end)


def _telling(at: int, tokens: Question, lexicon: Lexicon) -> range:
    """The words behind a speaker with which a clause goes on to tell of them."""
    found = [one for one in lexicon.language.asides.at(tokens, at) if one.meaning == "telling"]
    return found[-1].span if found else range(0)


def _past_filler(tokens: Question, clause: range, found: Mapping[int, Found[str]], lexicon: Lexicon) -> int:
    """Where a clause begins behind greetings and other words of no weight."""
    at = clause.start
    while at < clause.stop and (at not in found or found[at].meaning == "day"):
        filler = found.get(at) or lexicon.language.harmless.longest(tokens, at)
        if filler is None:
            break
        at = filler.end
    return at


def _asks(clause: range, roles: Sequence[str | None], days: AbstractSet[int]) -> bool:
    """Whether anything is asked in a clause; the "mấy" of "mấy hôm nay" asks nothing."""
    return any((roles[at] or "").startswith(("ask", "claim")) for at in clause if at not in days)


def _is_open_ask(role: str | None) -> bool:
    return (role or "").startswith("ask:") and role != "ask:whether"

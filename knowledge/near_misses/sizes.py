"""How large, long or heavy something is: no figure that counts things, and no size of a part that something was done to."""

from __future__ import annotations

from knowledge.models import NUMERIC_KINDS
from knowledge.near_misses.pairing import Pairing, has_any, telling, tells
from knowledge.near_misses.rules import where
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import words_of
from knowledge.text.language import language
from knowledge.text.runs import back_past, past, starts_of
from knowledge.text.units import all_names_of_size, names_of_size, units_of

_PER_CENT = "%"


def _asks_for_a_size(question: Understanding) -> bool:
    asked = next(iter(question.where_asks("how_many")), 0)
    return bool(asked and not question.counted_units) and question.tokens[asked - 1].may_be(*telling("sizes"))


@where(_asks_for_a_size)
def is_no_size(pairing: Pairing) -> bool:
    """Whether it is asked how wide or long something is, and the fact counts things or tells another size: "rộng bao nhiêu", "3 nhà", "dài 860 m"."""
    kinds = {unit.kind for unit in units_of(words_of(pairing.fact.unit or ""))}
    if kinds and kinds.isdisjoint(telling("size_units")):
        return True
    told, figure = pairing.told, pairing.figure
    at = back_past(told, figure, telling("before_figures")) - 1 if figure < len(told) else -1
    return at >= 0 and told[at].may_be(*telling("sizes")) and told[at].folded != pairing.question.asks_size


def _spans_asked(question: Understanding) -> frozenset[str]:
    return question.spans_asked


@where(_spans_asked)
def is_no_span(pairing: Pairing) -> bool:
    """Whether it is asked how long or how far, and the fact counts things: "luân chuyển bao lâu", "18 cán bộ"."""
    kinds = {unit.kind for unit in units_of(words_of(pairing.fact.unit or ""))}
    return kinds.isdisjoint(pairing.question.once(_spans_asked))


def sizes_named(question: Understanding) -> list[range]:
    """Where a question names a size: "diện tích", "chiều dài"."""
    named = [words_of(name) for name in all_names_of_size()]
    starts = ((words, start) for words in named for start in starts_of(words, question.tokens))
    return [range(start, start + len(words)) for words, start in starts]


@where(sizes_named)
def is_of_what_was_done(pairing: Pairing) -> bool:
    """Whether a size is asked, and the figure is of what something was done to, which the question does not say: "diện tích rừng" of "trồng mới 240 ha"; or a share of it."""
    fact, told, figure = pairing.fact, pairing.told, pairing.figure
    if fact.unit == _PER_CENT:
        return not pairing.question.where_asks("what_share") and not pairing.question.claims
    if fact.kind not in NUMERIC_KINDS or not names_of_size(fact.unit) or not 0 < figure < len(told):
        return False
    if told[figure].pause:
        return False
    adverbs, named = telling("before_figures"), {at for found in pairing.names for at in found.span}
    at = back_past(told, figure, adverbs) - 1
    if (
        at < 0
        or at in named
        or (told[at].pause and at + 1 < figure)
        or told[at].may_be(*telling("being_so_large"))
    ):
        return False
    return not tells(pairing.question.tokens, told[at].marked)


@where(sizes_named)
def is_of_something_there(pairing: Pairing) -> bool:
    """Whether the size of a place itself is asked, and the figure is that of something in it: "diện tích huyện X" of its woods."""
    question, told = pairing.question, pairing.told
    sizes = {at for span in question.once(sizes_named) for at in span}
    kinds = {at for kind in question.kinds_of_places for at in kind.span}
    if not sizes.union(kinds).issuperset(question.content) or not names_of_size(pairing.fact.unit):
        return False
    if any(
        at < len(told) and told[at].may_be(*telling("sizes")) for at in (found.end for found in pairing.names)
    ):
        return False  # "X rộng 36 ha"
    named = {found.start for found in pairing.names}
    ends = [
        start + len(words_of(name))
        for name in names_of_size(pairing.fact.unit)
        for start in starts_of(words_of(name), told)
    ]
    whole = (past(told, end, telling("all_its_land")) for end in ends)
    return not any(
        at == len(told)
        or at in named
        or told[at].number is not None
        or language().place_types.longest(told, at)
        for at in whole
    )


@where(sizes_named)
def tells_no_size(pairing: Pairing) -> bool:
    """Whether a size is asked, and the fact gives no figure and names no size: which trees grow there."""
    return not has_any(pairing.told, (*all_names_of_size(), *telling("sizes")))

"""What stands around each figure of a sentence, and how one figure is tied to the one before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from knowledge.proposing.figures import Figure
from knowledge.proposing.sentences import Sentence
from knowledge.proposing.wordlists import counted, phrases
from knowledge.text.vietnamese import plain_signs

Tie = Literal["new", "list", "chain", "aside"]
_LONGEST_ENUMERATION = 20
_LONGEST_ITEM = 3
_HARD = frozenset(";:().…?!")


@dataclass(frozen=True, slots=True)
class Context:
    """The words around a figure.

    `to` is the position of the figure that it is tied to; `before` are the words from the figure or clause before, `lead` those from where its statement
    begins, `after` those that narrow it. A figure of a `list` shares the lead of the one before
    ("15 xã và 4 phường"), one in a `chain` has it in its own ("4 lớp cho 160 hộ"), an `aside`
    tells more of it ("tăng 12 em").
    """

    tie: Tie
    before: range
    lead: range
    after: range
    to: int | None = None
    bracketed: bool = False


def contexts(sentence: Sentence, figures: Sequence[Figure]) -> list[Context]:
    """The context of each figure, from left to right."""
    found: list[Context] = []
    for at, figure in enumerate(figures):
        later = figures[at + 1] if at + 1 < len(figures) else None
        tied = _tied(sentence, figures, found, at)
        after = _after(sentence, figure, later, narrow=tied.tie != "aside")
        before = _past_brackets(sentence, min(tied.before, figure.head), figure.head)
        lead = min(tied.lead, figure.head)
        found.append(
            Context(
                tied.tie, range(before, figure.head), range(lead, figure.head), after, tied.to, tied.bracketed
            )
        )
    return found


def _past_brackets(sentence: Sentence, start: int, end: int) -> int:
    """Where the words before a figure begin, behind what is said in brackets."""
    depth = sentence.depths[end] if end < len(sentence) else 0
    while start < end and sentence.depths[start] > depth:
        start += 1
    return start


class _Tied(NamedTuple):
    """How a figure is tied to which one before it, and where its `before` and `lead` begin."""

    tie: Tie
    before: int
    lead: int
    to: int | None = None
    bracketed: bool = False


def _tied(sentence: Sentence, figures: Sequence[Figure], known: Sequence[Context], at: int) -> _Tied:
    figure, begin = figures[at], clause_begin(sentence, figures[at].head)
    depth = sentence.depths[figure.start]
    beside = next((i for i in range(at - 1, -1, -1) if sentence.depths[figures[i].start] <= depth), None)
    if beside is None:
        return _outside(sentence, figure, begin)
    earlier, context = figures[beside], known[beside]
    lead = earlier.head if context.tie == "list" else context.lead.start
    if sentence.depths[earlier.start] < depth:
        told = begin <= known[beside].after.stop + 1
        return (
            _Tied("aside", begin, lead, beside, bracketed=True) if told else _outside(sentence, figure, begin)
        )
    if earlier.start < begin < earlier.end:
        begin = clause_begin(sentence, earlier.head)
    joint = _past_joint(sentence, earlier.end, figure.head)
    if joint == figure.head and _go_together(sentence, earlier, figure):
        return _Tied("list", joint, context.lead.start, beside)
    start = max(begin, earlier.end, joint)
    if phrases("aside").at(sentence.tokens, start) and not _compares(sentence, context):
        return _Tied("aside", start, lead, beside)
    if begin > earlier.start:
        return _Tied("new", max(begin, figures[at - 1].end), max(begin, figures[at - 1].end))
    split = _conjunction(sentence, earlier.end, figure.head)
    return _Tied("chain", earlier.end, lead, beside) if split is None else _Tied("new", split, split)


def _outside(sentence: Sentence, figure: Figure, begin: int) -> _Tied:
    """A figure that no other leads to; one in brackets is told of what stands before them."""
    if begin and sentence.depths[figure.start] and "(" in sentence.gap(begin):
        return _Tied("new", begin, clause_begin(sentence, begin - 1), bracketed=True)
    return _Tied("new", begin, begin)


def _go_together(sentence: Sentence, earlier: Figure, figure: Figure) -> bool:
    """Whether two figures side by side are of one list; behind a semicolon only such as count the same."""
    apart = any(";" in sentence.gap(at) for at in range(earlier.end, figure.head + 1))
    same = earlier.unit == figure.unit or (
        earlier.unit_class is not None and earlier.unit_class == figure.unit_class
    )
    return same or not apart


def _compares(sentence: Sentence, context: Context) -> bool:
    """Whether a figure is led to by a word of comparison itself, so that the next such is none of its asides."""
    return context.tie != "aside" and phrases("aside").at(sentence.tokens, context.before.start) is not None


def clause_begin(sentence: Sentence, at: int) -> int:
    """Where the clause begins that a token stands in; what is said in brackets before it interrupts none."""
    while at > 0:
        if sentence.gap(at).strip() == ")":
            at = _before_bracket(sentence, at)
        elif is_boundary(sentence, at):
            break
        else:
            at -= 1
    return at


def _before_bracket(sentence: Sentence, at: int) -> int:
    """The last token before the bracket that ends right before a token."""
    depth = sentence.depths[at] if at < len(sentence) else 0
    at -= 1
    while at > 0 and sentence.depths[at] > depth:
        at -= 1
    return at


def is_boundary(sentence: Sentence, at: int) -> bool:
    """Whether a clause begins at a token: behind any sign but those in a list ("xã, phường") and in names ("TP.")."""
    gap = plain_signs(sentence.gap(at))
    if _HARD & set(gap):
        return not (gap.strip() == "." and sentence.tokens[at - 1].typed.isupper())
    if " - " in gap:
        return sentence.tokens[at - 1].is_capitalized or sentence.tokens[at].is_capitalized
    return "," in gap and not _is_listing(sentence, at)


def _is_listing(sentence: Sentence, at: int) -> bool:
    """Whether things of one class stand on both sides, and what stands before is not a figure of its own."""
    before = counted().before(sentence.tokens, at)
    behind = counted().at(sentence.tokens, at)
    one = before.meaning.unit if before else None
    other = behind.meaning.unit if behind else None
    if before is None or one is None or other is None or one.kind != other.kind:
        return False
    return before.start == 0 or sentence.tokens[before.start - 1].number is None


def _past_joint(sentence: Sentence, start: int, end: int) -> int:
    """Where the words behind a figure go on that only tie the next thing to it: signs, "và", "cùng với"."""
    at = next((i for i in range(start, end + 1) if i == end or is_boundary(sentence, i)), end)
    if at == end and not is_boundary(sentence, end):
        at = _conjunction_at(sentence, start, end)
    while at < end and (joint := phrases("joints").at(sentence.tokens, at)):
        at = joint.end
    return at


def _conjunction_at(sentence: Sentence, start: int, end: int) -> int:
    split = _conjunction(sentence, start, end)
    return start if split is None else split


def _conjunction(sentence: Sentence, start: int, end: int) -> int | None:
    """Where the last thing begins that a conjunction ties to what stands before it."""
    for at in range(end - 1, start - 1, -1):
        joint = phrases("joints").at(sentence.tokens, at)
        if joint and joint.end <= end:
            return joint.end
    return None


def _after(sentence: Sentence, figure: Figure, later: Figure | None, *, narrow: bool) -> range:
    end = figure.end
    last = later.head if later else len(sentence)
    stops = phrases("begins_clause" if narrow else "begins_clause_behind_aside")
    while end < last and not is_boundary(sentence, end) and not stops.at(sentence.tokens, end):
        end += 1
    if later and end == last and not is_boundary(sentence, end):
        end = _before_joint(sentence, figure.end, end)
        while end > figure.end and phrases("never_last").before(sentence.tokens, end, longest=2):
            end -= 1
    elif end > figure.end:
        end = _enumerated(sentence, end, last)
    return range(figure.end, end)


def _before_joint(sentence: Sentence, start: int, end: int) -> int:
    """Where the words behind a figure end, if those behind a conjunction lead to the next figure."""
    for at in range(end - 1, start - 1, -1):
        if phrases("joints").at(sentence.tokens, at):
            return at
    return end


def _is_last_item(sentence: Sentence, at: int, stop: int) -> bool:
    """Whether what is broken down next ends with a short item behind a comma: "câu lạc bộ văn nghệ, thể thao, trong đó …"."""
    does = any(phrases(name).at(sentence.tokens, at) for name in ("predicate", "aside", "tense"))
    return (
        stop - at <= _LONGEST_ITEM
        and not does
        and phrases("breaks_down").at(sentence.tokens, stop) is not None
    )


def _enumerated(sentence: Sentence, end: int, last: int) -> int:
    """Where an enumeration ends that goes on behind a comma: "…, sửa chữa và nâng cấp trường lớp"."""
    at = end
    while at < last and plain_signs(sentence.gap(at)).strip() == "," and at - end < _LONGEST_ENUMERATION:
        stop = next((i for i in range(at + 1, last + 1) if i == last or is_boundary(sentence, i)), last)
        if stop == last < len(sentence) or phrases("begins_clause").at(sentence.tokens, at):
            return end
        if _is_last_item(sentence, at, stop):
            return stop
        if any(phrases("joints").at(sentence.tokens, i) for i in range(at + 1, stop)):
            return stop
        at = stop
    return end

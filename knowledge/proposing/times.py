"""The time that a sentence speaks of, as it puts it, with its days as far as they are said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.models import Period
from knowledge.proposing.figures import Figure
from knowledge.proposing.sentences import Sentence
from knowledge.proposing.wordlists import phrases, words
from knowledge.text.periods import Time, times_in

_LONGEST_SPAN = 9
_NEAR = 3
"""So few words may stand between "so với" and the time that is compared with."""


@dataclass(frozen=True, slots=True)
class Timed:
    """A time told of in tokens[start:end]; `compared` if it is one that another is held against."""

    start: int
    end: int
    period: Period
    compared: bool = False


def times_of(sentence: Sentence, published: date | None) -> list[Timed]:
    """The times in a sentence, from left to right, none within another; `published` is the article's day."""
    found: list[Timed] = []
    for timed in sorted(_all(sentence, published), key=lambda t: (t.start, -t.end)):
        if not found or timed.start >= found[-1].end:
            found.append(timed)
    return found


def period_at(
    sentence: Sentence, times: Sequence[Timed], figure: Figure, lead: range, after: range
) -> Period | None:
    """The time that a figure is told of: right behind it, before it in its clause, else at the sentence's beginning."""
    depth = sentence.depths[figure.start]
    times = [time for time in times if sentence.depths[time.start] <= depth]
    right_behind = next((t for t in times if t.start == figure.end), None)
    within = [t for t in times if lead.start <= t.start and t.end <= figure.start and not t.compared]
    behind = next((t for t in times if t.start in after and not t.compared), None)
    leading = [t for t in times if t.end <= figure.start and _leads(sentence, t)]
    found = right_behind or (within[-1] if within else None) or behind or (leading[-1] if leading else None)
    return found.period if found else None


def _leads(sentence: Sentence, timed: Timed) -> bool:
    """Whether a time stands at the beginning of a sentence, or of what somebody says in it."""
    if timed.start == 0 or ":" in sentence.gap(timed.start):
        return True
    opening = phrases("opening").before(sentence.tokens, timed.start)
    return opening is not None and (opening.start == 0 or ":" in sentence.gap(opening.start))


def _all(sentence: Sentence, published: date | None) -> Iterator[Timed]:
    tokens = sentence.tokens
    times = times_in(tokens)
    for at in range(len(tokens)):
        if span := _from_until(sentence, at, times, published):
            yield span
        if found := phrases("time_labels").at(tokens, at):
            yield _labelled(sentence, at, _past_number(sentence, found.end), None, published)
        if sentence.is_word(at, *words("now")) and (at == 0 or tokens[at].pause):
            yield Timed(at, at + 1, Period(as_of=published))
    for time in _joined(sentence, times):
        lead = phrases("before_time").before(tokens, time.start)
        timed = _labelled(sentence, lead.start if lead else time.start, time.end, time, published)
        if time.until or (lead and lead.meaning.text in words("until")):
            timed = replace(timed, period=timed.period.model_copy(update={"since": None}))
        yield timed


def _past_number(sentence: Sentence, end: int) -> int:
    """Where a time ends that has a number behind it ("trong tháng 8")."""
    numbered = end < len(sentence) and sentence.tokens[end].number is not None
    return end + 1 if numbered and sentence.is_word(end - 1, *words("numbered_times")) else end


def _joined(sentence: Sentence, times: Sequence[Time]) -> list[Time]:
    """The times, two that are the ends of one span ("từ ngày … đến ngày …") put together."""
    joined: list[Time] = []
    for time in times:
        if joined and _ends(sentence, joined[-1], time):
            joined[-1] = replace(joined[-1], end=time.end, last=time.last)
        else:
            joined.append(time)
    return joined


def _ends(sentence: Sentence, first: Time, last: Time) -> bool:
    """Whether one time is where the span ends that another begins."""
    if last.first < first.last:
        return False
    if first.end == last.start:
        return last.until or "-" in sentence.gap(last.start)
    return all(sentence.is_word(at, *words("between_times")) for at in range(first.end, last.start))


def _from_until(sentence: Sentence, at: int, times: Sequence[Time], published: date | None) -> Timed | None:
    """Read "từ đầu năm 2023 đến nay": from a word that begins to one that ends."""
    begins = phrases("span_begins").at(sentence.tokens, at)
    if begins is None or phrases("beginning").at(sentence.tokens, begins.end) is None:
        return None
    for here in range(begins.end, min(at + _LONGEST_SPAN, len(sentence))):
        if sentence.tokens[here].pause:
            return None
        if until := phrases("until_now").at(sentence.tokens, here):
            within = next((t for t in times if at <= t.start and t.end <= here), None)
            since = within.first if within else _this_year(sentence, at, here, published)
            return Timed(at, until.end, _period(sentence.slice(at, until.end), since, published))
    return None


def _this_year(sentence: Sentence, start: int, end: int, published: date | None) -> date | None:
    plain = " ".join(token.marked for token in sentence.tokens[start:end])
    return date(published.year, 1, 1) if published and plain in words("from_new_year") else None


def _labelled(sentence: Sentence, start: int, end: int, time: Time | None, published: date | None) -> Timed:
    label = sentence.slice(start, end)
    near = range(max(0, start - _NEAR), start + 1)
    compared = any(phrases("compared").before(sentence.tokens, at) for at in near)
    if time is None:
        return Timed(start, end, _period(label, None, published), compared)
    last = min(time.last, published) if published else time.last
    first = (
        None if phrases("seasons").at(sentence.tokens, start) or _of_season(sentence, time) else time.first
    )
    return Timed(start, end, _period(label, first, last), compared)


def _of_season(sentence: Sentence, time: Time) -> bool:
    """Whether a time is a season or a school year, which begins on a day that its years do not tell."""
    return phrases("seasons").before(sentence.tokens, time.start) is not None


def _period(label: str, since: date | None, as_of: date | None) -> Period:
    label = label[0].lower() + label[1:]
    if since and as_of and since > as_of:
        return Period(label=label)
    return Period(label=label, since=since, as_of=as_of)

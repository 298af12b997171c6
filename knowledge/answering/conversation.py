"""Follow-ups: what a question leaves out, taken from the same person's last one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from knowledge.answering.levels import level_asked, places_at, speak_of_a_post
from knowledge.answering.replacing import kept_beside
from knowledge.matching.findings import Findings
from knowledge.matching.judging import Judgement
from knowledge.near_misses.pairing import has_any, telling
from knowledge.near_misses.posts import asks_what_they_said
from knowledge.questions.question import understand_tokens
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.likeliest import likeliest
from knowledge.reading.understanding import TopicHit, Understanding
from knowledge.text.abbreviations import read_known, words_of
from knowledge.text.counting import Unit
from knowledge.text.periods import Time
from knowledge.text.phrases import PhraseIndex
from knowledge.text.runs import stands_in
from knowledge.text.tokens import Token, tokenize

_BEGINS, _BEGINNING = ("tu", "sau"), 2
_LISTED = re.compile(r"[,;]| và ")
REMEMBERED = timedelta(minutes=10)
"""How long a question can be leaned on."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the last question was about: plain ids and words, so that it can be stored."""

    at: datetime
    names: tuple[str, ...] = ()
    answered_names: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    topic_words: tuple[str, ...] = ()
    other_words: tuple[str, ...] = ()
    ask_words: tuple[str, ...] = ()
    source_words: tuple[str, ...] = ()
    time_words: tuple[str, ...] = ()
    refused_words: tuple[str, ...] = ()
    """Because of what nothing was told: a time, a kind of people, an act."""
    told: tuple[str, ...] = ()
    """The facts with figures that were told, each with what it is a part of."""

    @property
    def narrowing(self) -> tuple[str, ...]:
        """What narrowed the last question, and is no topic."""
        return (*self.time_words, *self.refused_words, *self.other_words)

    def is_fresh(self, now: datetime) -> bool:
        """Whether it is recent enough to lean on."""
        return timedelta(0) <= now - self.at <= REMEMBERED


def remember(
    understanding: Understanding, findings: Findings, lexicon: Lexicon, now: datetime
) -> Context | None:
    """The context that a question leaves behind; None where it was about nothing known."""
    if understanding.unmarked and findings.found:
        # what was said without marks stands beside what comes next as it most likely was meant
        understanding = replace(understanding, tokens=tuple(likeliest(understanding, lexicon)))
    best = [finding.best for finding in findings.found if finding.best]
    topical = {at for judgement in best if not judgement.hit.by_facet for at in judgement.hit.positions}
    spoken = sorted(topical - set(_with_role(understanding, "ask"))) or sorted(topical)
    labels = [_label_of(j, lexicon) for j in best if j.hit.by_facet or not j.hit.positions]
    if not best and not (understanding.source_field and understanding.mentions):
        return None
    named = list(understanding.names)
    # who stands in a list to choose from was not told of
    told_of = () if findings.choices else findings.found
    stored = [one for finding in told_of for one in finding.facts[:1]]
    facts = [one.fact for one in stored]
    figures = [one for one in stored if one.fact.number is not None]
    told = [name for fact in facts for item in fact.items if (name := lexicon.name_called(item))]
    told += [fact.subject for fact in facts]
    return Context(
        at=now,
        names=tuple(named) or tuple(dict.fromkeys(fact.subject for fact in facts)),
        answered_names=tuple(dict.fromkeys(told)),
        topics=tuple(dict.fromkeys(_topic_meant(j, understanding, lexicon) for j in best)),
        topic_words=(*_words(understanding, spoken), *dict.fromkeys(labels)),
        other_words=tuple(_words(understanding, _beside_topic(understanding, topical, lexicon))),
        ask_words=tuple(_words(understanding, _with_role(understanding, "ask"))),
        source_words=tuple(_article_words(understanding, lexicon)),
        time_words=tuple(
            understanding.text(_said_of_time(understanding, time)) for time in understanding.times
        ),
        refused_words=tuple(_refused(understanding, findings, topical)),
        told=tuple(id_ for one in figures for id_ in (one.fact.id, one.whole) if id_),
    )


def move_on(
    understanding: Understanding, context: Context | None, lexicon: Lexicon, now: datetime
) -> Context | None:
    """The context that a question leaves behind of which nothing is known: what comes next is of whom it named, and of nobody asked about before.

    A bare name ("Còn X?") keeps what was asked before. An unknown place keeps all of it, and so does a
    name of another kind: "về xã X khi nào?" is still of the person.
    """
    if understanding.strangers or understanding.smalltalk or not understanding.mentions:
        return context
    names = tuple(understanding.names)
    if context and _kinds(names, lexicon).isdisjoint(_kinds(context.names, lexicon)):
        return context
    if understanding.content and understanding.asks and not understanding.inherited:
        words = tuple(_words(understanding, understanding.content))
        asked = tuple(_words(understanding, _with_role(understanding, "ask")))
        return Context(at=now, names=names, other_words=words, ask_words=asked)
    return replace(context, at=now, names=names, answered_names=()) if context else None


def _kinds(names: Sequence[str], lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.names[name].kind for name in names if name in lexicon.names)


def _topic_meant(judgement: Judgement, understanding: Understanding, lexicon: Lexicon) -> str:
    """What a topic is called; where nothing is told of just one kind of it, as that is: "bổ nhiệm lại"."""
    said = judgement.hit.positions
    if judgement.fact.kind == "not_stated" and said and said <= judgement.named_at:
        return understanding.text(judgement.named_at)
    return _label_of(judgement, lexicon)


def _label_of(judgement: Judgement, lexicon: Lexicon) -> str:
    """What its topic is called, to stand in the middle of a sentence: "HĐND" stays as it is."""
    label = lexicon.topics[judgement.hit.topic].label
    return label if label[1:2].isupper() else f"{label[:1].lower()}{label[1:]}"


def _refused(understanding: Understanding, findings: Findings, topical: AbstractSet[int]) -> Iterator[str]:
    """The words of a question because of which nothing was told, but for those of its topic."""
    for finding in findings.found:
        best = finding.best
        if finding.status == "answered" or best is None:
            continue
        at = {at for word in best.unexplained for at in word.span}
        at |= best.named_at if best.fact.kind == "not_stated" else frozenset()
        yield from _words(understanding, sorted(at - topical))
        for time in best.wrong_times:
            yield understanding.text(_said_of_time(understanding, time))


def _article_words(understanding: Understanding, lexicon: Lexicon) -> Iterator[str]:
    """How an article is spoken of whose record is asked for: "bài báo"."""
    if understanding.source_field and understanding.about_article:
        found = lexicon.language.articles_called.cover(understanding.tokens)
        yield from (understanding.text(one.span) for one in found[:1])


def _words(understanding: Understanding, positions: Sequence[int]) -> Iterator[str]:
    """Runs of neighbouring words, so that compounds stay together."""
    run: list[str] = []
    for place, at in enumerate(positions):
        if run and at != positions[place - 1] + 1:
            yield " ".join(run)
            run = []
        run.append(understanding.tokens[at].marked)
    if run:
        yield " ".join(run)


def _said_of_time(understanding: Understanding, time: Time) -> range:
    """Where a time stands with the word that makes it a beginning: "từ đầu | năm 2022"."""
    before = range(max(0, time.start - _BEGINNING), time.start if time.since else 0)
    begun = (at for at in before if understanding.tokens[at].folded in _BEGINS)
    return range(next(begun, time.start), time.end)


def _beside_topic(understanding: Understanding, topical: AbstractSet[int], lexicon: Lexicon) -> list[int]:
    """The content that is not of the topic, each number with what it measures: "3 sao", though "sao" asks elsewhere."""
    tokens, measures = understanding.tokens, lexicon.language.measures
    open_ones = [at for at in understanding.content if at not in topical]
    measured = (
        at + 1
        for at in open_ones
        if not tokens[at].is_word and at + 1 < len(tokens) and tokens[at + 1].folded in measures
    )
    return sorted({*open_ones, *measured})


def _with_role(understanding: Understanding, role: str) -> list[int]:
    return [at for at, given in enumerate(understanding.roles) if (given or "").startswith(role)]


def complete(understanding: Understanding, context: Context, lexicon: Lexicon) -> Understanding | None:
    """The question with what it lacks filled in; None where it lacks nothing or cannot lean back."""
    if understanding.strangers or understanding.smalltalk or not understanding.tokens:
        return None
    whose = _whose_it_is(understanding, context, lexicon)
    if whose is None:
        return None
    names, own = whose
    added = [lexicon.names[name].name for name in names if name in lexicon.names]
    named = any(_names_topic(hit, understanding) for hit in understanding.hits)
    # behind "ai viết bài báo" a bare "ngày nào?" asks for the day of the article
    bare = bool(understanding.asks) and not (understanding.content or understanding.mentions)
    if (understanding.source_field or bare) and not understanding.about_article:
        added += context.source_words
    # what somebody says is told under any topic, and not under that which told who they are
    if not (named or understanding.source_field or asks_what_they_said(understanding)):
        if understanding.content or _asks_for_all(understanding):
            # what narrowed the last question does not narrow this one
            added += (topic for topic in context.topics if not _says_one_of(topic, understanding))
            added += kept_beside(understanding, context.topic_words, context.other_words)
        else:
            counted = lexicon.language.units if understanding.ask == "when" else None
            others = (words for words in context.other_words if not (counted and _is_unit(words, counted)))
            added += (*context.topic_words, *others)
        added += () if understanding.times else context.time_words
    asks_itself = has_any(understanding.tokens, telling("aspects"))
    if (not understanding.asks and not asks_itself) or understanding.asks == ("whether",):
        added += context.ask_words
    if named and understanding.leans_back and not (understanding.asks or understanding.times):
        # what was not told of the one thing is asked of the next: "năm 2019 … ? Còn điều động?"
        added += context.refused_words if not _asks_for_all(understanding) else ()
    if not added:
        return None
    tokens = [*own, *(token for text in added for token in _context_tokens(text))]
    merged = understand_tokens(understanding.question, tokens, lexicon)
    beyond = _beside_own_topic(merged, len(own), lexicon.language.weightless)
    if beyond:
        kept = [token for at, token in enumerate(merged.tokens) if at not in beyond]
        merged = understand_tokens(understanding.question, kept, lexicon)
    return replace(merged, inherited=tuple(added), leans_back=understanding.leans_back)


def _says_one_of(topic: str, understanding: Understanding) -> bool:
    """Whether a question says one of several things that a topic is called by: "giám sát" of "kiểm tra, giám sát, kỷ luật"."""
    listed = [words_of(one) for one in _LISTED.split(topic)]
    return len(listed) > 1 and any(words and stands_in(understanding.tokens, words) for words in listed)


def _asks_for_all(understanding: Understanding) -> bool:
    """Whether a question asks for what there is in all, and so for no part that was spoken of before."""
    return "in_all" in understanding.kinds_said or has_any(understanding.tokens, telling("for_all"))


def _is_unit(words: str, units: PhraseIndex[Unit]) -> bool:
    """Whether words are no more than what was counted: "từ bao giờ?" behind "mấy người" asks of no people."""
    tokens = tokenize(words)
    found = units.longest(tokens, 0) if tokens else None
    return found is not None and found.end == len(tokens)


def _names_topic(hit: TopicHit, understanding: Understanding) -> bool:
    """Whether a question speaks of a topic by more than what it asks: "gồm những ai?" alone is no "{person} là ai"."""
    if hit.by_facet or hit.unsaid:
        return False
    asked = set(_with_role(understanding, "ask"))
    return not hit.positions <= asked or bool(understanding.mentions or understanding.pronoun)


def _beside_own_topic(merged: Understanding, own: int, weightless: AbstractSet[str]) -> frozenset[int]:
    """The words taken over that are not of the topic which the question's `own` words name together with others of them.

    "Còn bị thương?" after those killed in accidents asks for those hurt in accidents.
    """
    content = set(merged.content)
    asked = {at for at in content if at < own and merged.tokens[at].marked not in weightless}
    taken = {at for at in content if at >= own}
    named = [hit.positions for hit in merged.hits if not hit.by_facet and asked and asked <= hit.positions]
    if len(named) != 1 or not named[0] & taken or len(merged.hits) == 1:
        return frozenset()
    return frozenset(taken - named[0])


def _whose_it_is(
    understanding: Understanding, context: Context, lexicon: Lexicon
) -> tuple[tuple[str, ...], Sequence[Token]] | None:
    """The names that a question leaves out, and its own words but for a level that says which of them; None where they cannot be told."""
    if understanding.mentions and not understanding.pronoun:
        return (), understanding.tokens
    names = _names_meant(understanding, context, lexicon)
    level = level_asked(understanding)
    there = places_at(level.meaning, names, lexicon) if level else ()
    if level and there:
        return there, [*understanding.tokens[: level.start], *understanding.tokens[level.end :]]
    # who holds the post in a commune is not who holds it in the town
    return None if level and speak_of_a_post(context.topic_words, lexicon) else (names, understanding.tokens)


def _names_meant(understanding: Understanding, context: Context, lexicon: Lexicon) -> tuple[str, ...]:
    if understanding.pronoun:
        candidates = [n for n in (*context.answered_names, *context.names) if n in lexicon.names]
        candidates += [above for name in candidates for above in lexicon.above(name)]
        for kind in ("person",) if understanding.pronoun == "person" else ("place", "organisation"):
            fitting = [name for name in candidates if lexicon.names[name].kind == kind]
            if fitting:
                return (fitting[0],)
        return ()
    return context.names


def _context_tokens(text: str) -> Iterator[Token]:
    for at, token in enumerate(read_known(text)):
        yield replace(token, pause=at == 0 or token.pause, change="context")

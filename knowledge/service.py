"""The knowledge as one thing to ask: open a store, ask, follow up, load, export."""

from __future__ import annotations

import sqlite3
import time
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from knowledge.answering.answer import compose, side_by_side
from knowledge.answering.conversation import Context, complete, move_on, remember
from knowledge.answering.followed import (
    are_of_one_kind,
    is_beside_the_follow_up,
    is_of_another,
    is_of_somebody_else,
    with_parts_told_of_only,
)
from knowledge.answering.holders import is_said_by, with_the_holder_named
from knowledge.answering.reasons import asked_why
from knowledge.answering.sources import answer_about_source
from knowledge.matching.findings import Finding, Findings
from knowledge.matching.judging import Judgement
from knowledge.matching.matching import Matcher
from knowledge.models import Answer, Block
from knowledge.questions.clauses import (
    ask_for_numbers,
    clauses_with_what_is_shared,
    leaves_open_what_all_share,
    name_each_their_own,
    turning_all,
)
from knowledge.questions.question import understand, understand_tokens
from knowledge.reading.evidence import Word
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.likeliest import likeliest, likeliest_mended, may_be_mended
from knowledge.reading.understanding import Understanding
from knowledge.store.catalogue import Catalogue
from knowledge.store.reader import Reader, connect, connect_current
from knowledge.text.tokens import Token

_LONGEST_REMEMBERED = 300
_ANSWERS = ("answered", "quoted")
_NEAR = 3
"""So many facts come near a question that nothing answers as it was typed."""


@dataclass(frozen=True)
class Reply:
    """An answer, and how it came about; the lexicon has what its names and topics are called."""

    answer: Answer
    understanding: Understanding
    findings: Findings
    context: Context | None
    lexicon: Lexicon


class Knowledge:
    """A store opened for asking. Not for use by several threads at once."""

    def __init__(
        self,
        path: Path,
        *,
        remembered: int = 1_000,
        connection: sqlite3.Connection | None = None,
        lexicon: Lexicon | None = None,
    ) -> None:
        """Open an existing store, or ask on a connection to it; NotAStoreError or StoreError where that cannot be done.

        A `lexicon` of the same store, be it of an earlier state, spares making one from nothing.
        Readers ask the same things: so many answers are remembered until the knowledge changes.
        """
        self._connection = connection or connect(path)
        self.reader = Reader(path, self._connection)
        self.catalogue = Catalogue(path, self._connection)
        self._revision = -1
        self._lexicon = lexicon
        self._matcher: Matcher | None = None
        self._remembered = remembered
        self._alone: OrderedDict[str, Reply] = OrderedDict()

    @classmethod
    def open(cls, path: Path | str) -> Self:
        """Open a store: made and filled with the bundled packs where there is none, brought up to date where it is old."""
        path = Path(path)
        connection = connect_current(path)
        if connection is None:
            from knowledge.exchange.loading import make_ready  # noqa: PLC0415  only a new or an old store needs it

            make_ready(path)
        return cls(path, connection=connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    @property
    def matcher(self) -> Matcher:
        """The matcher for the knowledge as it is now; made anew when it has changed."""
        revision = self.reader.revision()
        if self._matcher is None or revision.number != self._revision:
            self.reader.forget()
            self._alone.clear()
            self._lexicon = Lexicon.read(self.reader, self._lexicon)
            self._matcher = Matcher(self.reader, self._lexicon)
            self._revision = revision.number
        return self._matcher

    @property
    def revision(self) -> int:
        """The number of changes that the knowledge in use has seen."""
        return self._revision

    @property
    def lexicon(self) -> Lexicon:
        """The names, topics and phrasings known now."""
        return self.matcher.lexicon

    def ask(self, question: str, *, context: Context | None = None, now: datetime | None = None) -> Answer:
        """The answer to one question; with the context of the last one, follow-ups work too."""
        return self.reply(question, context=context, now=now).answer

    def reply(self, question: str, *, context: Context | None = None, now: datetime | None = None) -> Reply:
        """The answer together with its understanding and the context it leaves for a follow-up."""
        now = now or datetime.now(UTC)
        matcher = self.matcher
        started = time.perf_counter()
        reply = self._reply_alone(question, matcher, now)
        if context and context.is_fresh(now):
            own = reply.understanding
            reply = self._leaning(reply, matcher, context, now)
            if is_beside_the_follow_up(own, context, reply.findings, matcher.lexicon):
                unstated = (replace(one, status="not_stated") for one in reply.findings.found)
                reply = self._told_again(reply, tuple(unstated), matcher, context)
            elif kept := with_parts_told_of_only(own, context, reply.findings):
                reply = self._told_again(reply, kept, matcher, context)
        elapsed = round((time.perf_counter() - started) * 1000, 3)
        answer = replace(reply.answer, elapsed_ms=elapsed)
        return replace(
            reply,
            answer=answer,
            context=reply.context or move_on(reply.understanding, context, matcher.lexicon, now),
        )

    def weighed(self, reply: Reply) -> Sequence[Judgement]:
        """What every fact that came into question makes of it, the nearest first."""
        understanding = reply.understanding
        of_source = answer_about_source(understanding, self.reader, self.lexicon)
        passed_over = understanding.smalltalk or of_source or _is_of_nobody(understanding)
        return [] if passed_over else self.matcher.weigh(understanding)

    def _reply_alone(self, question: str, matcher: Matcher, now: datetime) -> Reply:
        """The reply to a question that leans on nothing, from memory where it was asked before."""
        known = self._alone.get(question)
        if known is not None:
            self._alone.move_to_end(question)
            return replace(known, context=replace(known.context, at=now) if known.context else None)
        understanding = understand(question, matcher.lexicon)
        reply = self._reply(understanding, matcher, now)
        answers_all = reply.answer.status == "answered" and len(reply.answer.facts) > 1
        if reply.answer.status != "chat" and (not answers_all or name_each_their_own(understanding)):
            reply = self._clause_by_clause(reply, matcher, now) or reply
        reply = self._read_again(reply, matcher, now) or self._asked_otherwise(reply, matcher, now) or reply
        if self._remembered and len(question) <= _LONGEST_REMEMBERED:
            self._alone[question] = reply
            if len(self._alone) > self._remembered:
                self._alone.popitem(last=False)
        return reply

    def _read_again(self, reply: Reply, matcher: Matcher, now: datetime) -> Reply | None:
        """The answer to what a question most likely says, where it has none as it was read: by what came near, or by an article's record."""
        if reply.answer.status not in ("not_stated", "unknown"):
            return None
        understanding, lexicon = reply.understanding, matcher.lexicon
        near: Sequence[Judgement] = ()
        tokens: list[Token] | None = None
        if understanding.unmarked:
            tokens = likeliest(understanding, lexicon)
        elif may_be_mended(understanding, lexicon):
            near = self.weighed(reply)
            unexplained = {at for one in near[:_NEAR] for word in one.unexplained for at in word.span}
            tokens = likeliest_mended(understanding, unexplained or understanding.content, lexicon)
        if tokens is None:
            return None
        again = self._reply_to(tokens, reply, matcher, now)
        again = self._clause_by_clause(again, matcher, now) or again
        if again.answer.status != "answered":
            return None
        told = again.answer.facts[0].id if again.answer.facts else None
        return again if told in {one.fact.id for one in near or self.weighed(reply)} | {None} else None

    def _reply_to(self, tokens: Sequence[Token], reply: Reply, matcher: Matcher, now: datetime) -> Reply:
        """The reply to a question in other words than those it was read by."""
        understanding = understand_tokens(reply.understanding.question, tokens, matcher.lexicon)
        return self._reply(understanding, matcher, now)

    def _asked_otherwise(self, reply: Reply, matcher: Matcher, now: datetime) -> Reply | None:
        """The answer to what a question asks in other words, where it has none: why something is so, what the holder of a post says."""
        if reply.answer.status not in ("not_stated", "unknown"):
            return None
        tokens = asked_why(reply.understanding)
        if tokens is None:
            return self._said_by_holder(reply, matcher, now)
        again = self._reply_to(tokens, reply, matcher, now)
        return again if again.answer.status == "answered" else None

    def _said_by_holder(self, reply: Reply, matcher: Matcher, now: datetime) -> Reply | None:
        """The answer to what is said by whoever holds a post, where nothing is told of the post itself."""
        if reply.answer.status != "not_stated":
            return None
        named = with_the_holder_named(reply.understanding, reply.findings, matcher.lexicon)
        if named is None:
            return None
        holder, tokens = named
        again = self._reply_to(tokens, reply, matcher, now)
        facts = [one.fact for found in again.findings.found for one in found.facts]
        said = all(is_said_by(holder, fact) for fact in facts)
        return again if again.answer.status == "answered" and said else None

    def _clause_by_clause(self, whole: Reply, matcher: Matcher, now: datetime) -> Reply | None:
        """The answers to a question that asks twice ("… bao nhiêu A và bao nhiêu B"), side by side.

        A later clause leans on the one before as a follow-up does. None unless every
        clause is answered, or is told not to be stated, with nothing left over that belongs to all.
        """
        parts = clauses_with_what_is_shared(whole.understanding)
        if len(parts) < 2:  # noqa: PLR2004
            return None
        replies: list[Reply] = []
        context: Context | None = None
        turning: tuple[Token, ...] = ()
        for part in parts:
            understanding = understand_tokens(
                whole.understanding.question, (*part, *turning), matcher.lexicon
            )
            merged = complete(understanding, context, matcher.lexicon) if context else None
            reply = self._reply(merged or understanding, matcher, now)
            if reply.answer.status not in ("answered", "not_stated") or reply.context is None:
                return None
            if leaves_open_what_all_share(reply.understanding, _left_over(reply.findings), first=not replies):
                return None
            if not replies:
                turning = turning_all(
                    whole.understanding, matcher.lexicon.language, _named_at(reply.findings)
                )
            replies.append(reply)
            context = reply.context
        if not (ask_for_numbers(whole.understanding) or _tell_more(replies, whole)):
            return None
        return replace(replies[0], answer=side_by_side([reply.answer for reply in replies]))

    def _reply(self, understanding: Understanding, matcher: Matcher, now: datetime) -> Reply:
        if understanding.smalltalk:
            block = Block(sentence=understanding.smalltalk.reply)
            answer = Answer(question=understanding.question, status="chat", blocks=(block,))
            return Reply(answer, understanding, Findings(), None, matcher.lexicon)
        about_source = answer_about_source(understanding, self.reader, matcher.lexicon)
        findings = Findings() if about_source or _is_of_nobody(understanding) else matcher.find(understanding)
        answer = about_source or compose(understanding, findings, matcher)
        if answer.status in ("unknown", "not_stated") and not (about_source or findings.tell_unstated):
            answer = self._quoted(answer, understanding, matcher) or answer
        context = remember(understanding, findings, matcher.lexicon, now)
        return Reply(answer, understanding, findings, context, matcher.lexicon)

    def _told_again(
        self, reply: Reply, found: tuple[Finding, ...], matcher: Matcher, context: Context
    ) -> Reply:
        """The reply to a follow-up with what is left of its findings; what was told before stays so."""
        findings = replace(reply.findings, found=found)
        answer = compose(reply.understanding, findings, matcher)
        left = replace(reply.context, told=context.told) if reply.context else None
        answer = replace(answer, read_as=reply.answer.read_as)
        return replace(reply, answer=answer, findings=findings, context=left)

    def _quoted(self, unanswered: Answer, understanding: Understanding, matcher: Matcher) -> Answer | None:
        """The answer in an article's own words, where there are texts and one has what is asked."""
        if not self.reader.texts.are_there():
            return None
        from knowledge.quoting.answering import quoted  # noqa: PLC0415  only where there are texts

        return quoted(unanswered, understanding, self.reader, matcher.lexicon)

    def _leaning(self, alone: Reply, matcher: Matcher, context: Context, now: datetime) -> Reply:
        """The reply to the question as a follow-up, where it is one."""
        understanding = alone.understanding
        complete_in_itself = bool(understanding.mentions) and (
            bool(understanding.hits) or not understanding.leans_back
        )
        answered = alone.answer.status in _ANSWERS
        if alone.answer.status == "chat" or (answered and complete_in_itself and not understanding.pronoun):
            return alone
        merged = complete(understanding, context, matcher.lexicon)
        if merged is None:
            return alone
        leaning = self._reply(merged, matcher, now)
        leaning = self._read_again(leaning, matcher, now) or leaning
        lacks_only_a_name = not understanding.mentions and bool(
            understanding.hits or understanding.source_field or not understanding.content
        )
        settled = leaning.answer.status in _ANSWERS
        facet_only = _names_a_facet_only(alone)
        bare = not (understanding.mentions or understanding.asks)
        follows = (understanding.leans_back or facet_only or bare) and not understanding.pronoun
        # of whom was asked about the article does not say it: that another is told of is no answer
        unstated = leaning.answer.status == "not_stated" or (
            leaning.answer.status == "unknown"
            and are_of_one_kind(alone.answer, leaning.understanding.names, matcher.lexicon)
        )
        follows = follows or (unstated and not (understanding.mentions or understanding.pronoun))
        of_another = follows and is_of_another(
            alone.answer,
            leaning.understanding.names,
            matcher.lexicon,
            within=bool(understanding.asks) and not facet_only,
        )
        of_another = of_another or (
            not understanding.mentions and is_of_somebody_else(alone.answer, context, matcher.lexicon)
        )
        of_another = of_another or (follows and _takes_over(leaning.understanding, context.narrowing))
        # behind incomes in one country "X thì sao?" asks for those in X, and not for how many went there
        of_another = of_another or (bare and facet_only and _count_two_things(alone, leaning))
        if settled or of_another or (not answered and (understanding.leans_back or lacks_only_a_name)):
            read_as = _read_as(leaning.understanding, leaning.findings, matcher.lexicon)
            answer = replace(leaning.answer, read_as=read_as)
            return replace(leaning, answer=answer)
        return alone


def _takes_over(understanding: Understanding, words: Sequence[str]) -> bool:
    """Whether a follow-up takes over some words of the question before."""
    return any(word in understanding.inherited for word in words)


def _names_a_facet_only(reply: Reply) -> bool:
    """Whether a question names nobody, and of what was found by it a facet: "nặng bao nhiêu?"."""
    found = (finding.best for finding in reply.findings.found)
    return not reply.understanding.mentions and any(best.facets for best in found if best)


def _count_two_things(one: Reply, other: Reply) -> bool:
    """Whether what came nearest counts one thing in the one reply, and another in the other."""
    units = [
        {f.best.fact.unit for f in reply.findings.found if f.best and f.best.fact.unit}
        for reply in (one, other)
    ]
    return all(units) and units[0].isdisjoint(units[1])


def _is_of_nobody(understanding: Understanding) -> bool:
    """Whether it asks no more than who or what somebody is who has not been named: "bà ấy là ai?", "gồm những ai?"."""
    asks_who = understanding.pronoun == "person" or understanding.ask == "who"
    return asks_who and not (understanding.mentions or understanding.content)


def _left_over(findings: Findings) -> list[Word]:
    return [word for found in findings.found if found.best for word in found.best.unexplained]


def _tell_more(replies: Sequence[Reply], whole: Reply) -> bool:
    """Whether the answers to the clauses of a question lose nothing of the one to it as a whole, and each has something of its own."""
    told = [fact.id for reply in replies for fact in reply.answer.facts]
    answered = [reply.answer.status == "answered" for reply in replies]
    enough = all(answered) if whole.answer.status == "answered" else any(answered)
    return enough and len(told) == len(set(told))


def _named_at(findings: Findings) -> set[int]:
    return {at for found in findings.found if found.best for at in found.best.named_at}


def _read_as(understanding: Understanding, findings: Findings, lexicon: Lexicon) -> str:
    names: Sequence[str] = [lexicon.names[name].name for name in understanding.names]
    best = [finding.best for finding in findings.found if finding.best]
    topics = dict.fromkeys(lexicon.topics[judgement.hit.topic].label for judgement in best)
    facets = dict.fromkeys(facet for judgement in best for facet in judgement.facets)
    return " · ".join((*dict.fromkeys(names), *topics, *facets)) or understanding.question

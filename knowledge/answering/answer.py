"""Composing answers: the figure first, its breakdown and time, and always where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from knowledge import wording
from knowledge.answering.citing import cite, quote_of
from knowledge.answering.suggestions import choice_question, suggestions
from knowledge.matching.findings import Choice, Finding, Findings
from knowledge.matching.fitting import UNFIT_ASK, cost_of_kind
from knowledge.matching.judging import Judgement
from knowledge.matching.matching import Matcher
from knowledge.matching.suiting import suits
from knowledge.matching.verdict import verdict
from knowledge.models import (
    NUMERIC_KINDS,
    Answer,
    Block,
    Citation,
    Fact,
    FactSummary,
    Option,
    Understood,
)
from knowledge.reading.firsts import first_asked
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.mentions import Stranger
from knowledge.reading.understanding import Understanding
from knowledge.store.reader import Reader, StoredFact
from knowledge.text.tokens import tokenize

_MOST_DATES = 60


def summary(fact: Fact) -> FactSummary:
    """A fact as answers list it."""
    return FactSummary(
        id=fact.id, subject=fact.subject, topic=fact.topic, kind=fact.kind, value=fact.value, of=fact.of,
        unit=fact.unit, items=fact.items, article=fact.article,
    )  # fmt: skip


def compose(understanding: Understanding, findings: Findings, matcher: Matcher) -> Answer:
    """The answer to an understood question, from what was found for it."""
    return _Composer(understanding, findings, matcher).compose()


def side_by_side(answers: Sequence[Answer]) -> Answer:
    """One answer out of the answers to the clauses of one question."""
    first = answers[0]
    understood = replace(
        first.understood,
        names=tuple(dict.fromkeys(name for a in answers for name in a.understood.names)),
        topics=tuple(dict.fromkeys(topic for a in answers for topic in a.understood.topics)),
        facets=tuple(dict.fromkeys(facet for a in answers for facet in a.understood.facets)),
        unexplained=tuple(dict.fromkeys(word for a in answers for word in a.understood.unexplained)),
    )
    return replace(
        first,
        status="answered" if any(a.status == "answered" for a in answers) else "not_stated",
        blocks=tuple(dict.fromkeys(block for a in answers for block in a.blocks)),
        facts=tuple(dict.fromkeys(fact for a in answers for fact in a.facts)),
        suggestions=(),
        understood=understood,
    )


class _Composer:
    def __init__(self, understanding: Understanding, findings: Findings, matcher: Matcher) -> None:
        self.u = understanding
        self.findings = findings
        self.matcher = matcher
        self.reader: Reader = matcher.reader
        self.lexicon: Lexicon = matcher.lexicon
        self.facts: list[Fact] = []

    def compose(self) -> Answer:
        if self.findings.choices:
            return self._ask_back(self.findings.choices)
        found = self.findings.found
        if not found:
            return self._unknown([Block(sentence=self._no_answer())])
        if all(finding.status == "unknown" for finding in found):
            return self._unknown([self._nothing_known(finding) for finding in found])
        decided = self._decided(found)
        blocks = [block for finding in found for block in self._blocks(finding)]
        answered = decided is not None or any(finding.status == "answered" for finding in found)
        return Answer(
            question=self.u.question,
            status="answered" if answered else "not_stated",
            verdict=decided,
            blocks=tuple(blocks),
            remark=self._remark(found),
            facts=tuple(summary(fact) for fact in dict.fromkeys(self.facts)),
            suggestions=() if answered else self._suggestions(),
            understood=self._understood(found),
        )

    # ── nothing to give ─────────────────────────────────────────────────────────────────

    def _ask_back(self, choices: Sequence[Choice]) -> Answer:
        subjects = {choice.subject for choice in choices}
        sentence = wording.WHICH_NAME if len(subjects) > 1 else wording.WHICH_TOPIC
        options = [Option(label=c.label, question=choice_question(self.u, c, self.lexicon)) for c in choices]
        return Answer(
            question=self.u.question, status="clarify", blocks=(Block(sentence=sentence),),
            options=tuple(options), understood=self._understood(self.findings.found),
        )  # fmt: skip

    def _unknown(self, blocks: Sequence[Block]) -> Answer:
        return Answer(
            question=self.u.question, status="unknown", blocks=tuple(blocks),
            suggestions=self._suggestions(), understood=self._understood(self.findings.found),
        )  # fmt: skip

    def _no_answer(self) -> str:
        if not self.u.tokens:
            return wording.NOTHING_ASKED
        if self.u.strangers:
            return wording.NO_PLACE.format(place=wording.joined([self._called(s) for s in self.u.strangers]))
        if self.u.mentions:
            named = dict.fromkeys(self.lexicon.names[m.names[0]].name for m in self.u.mentions)
            return wording.NO_TOPIC_OF.format(name=wording.joined(list(named)))
        return wording.NO_ANSWER

    def _nothing_known(self, finding: Finding) -> Block:
        if finding.stranger:
            return Block(sentence=wording.NO_PLACE.format(place=self._called(finding.stranger)))
        if finding.subject:
            return Block(sentence=wording.NO_TOPIC_OF.format(name=self.lexicon.names[finding.subject].name))
        return Block(sentence=self._no_answer())

    def _called(self, stranger: Stranger) -> str:
        """A place nobody knows, as it is called in the midst of a sentence: "xã Vân An", though it was typed with a capital."""
        typed = stranger.text.casefold()
        levels = self.lexicon.language.place_levels
        level = max((kind for kind in levels if typed.startswith(f"{kind} ")), key=len, default="")
        return stranger.text[: len(level)].lower() + stranger.text[len(level) :]

    def _suggestions(self) -> tuple[str, ...]:
        return tuple(suggestions(self.u, self.reader, self.lexicon))

    # ── blocks ──────────────────────────────────────────────────────────────────────────

    def _blocks(self, finding: Finding) -> Iterable[Block]:
        if finding.status == "unknown":
            return [self._nothing_known(finding)]
        if finding.status == "answered":
            return [self._stated(stored) for stored in finding.facts]
        return self._not_stated(finding)

    def _stated(self, stored: StoredFact) -> Block:
        fact = stored.fact
        self.facts.append(fact)
        parts = self._parts(fact)
        return Block(
            lead=self._first(fact) or wording.lead(fact),
            sentence=_sentence(fact),
            heading=wording.BREAKDOWN if parts else None,
            rows=wording.breakdown(fact, parts),
            period=wording.period(fact.period),
            note=fact.note,
            citation=self._cite(fact),
        )

    def _first(self, fact: Fact) -> str | None:
        """The place that a fact gives by its figure, where it is asked which place is the first in it."""
        if fact.kind not in NUMERIC_KINDS or self.u.once(first_asked) is None:
            return None
        subject = self.lexicon.names[fact.subject]
        kind = f"{subject.type} " if subject.type else ""
        return f"{kind[:1].upper()}{kind[1:]}{subject.name}"

    def _parts(self, fact: Fact) -> list[Fact]:
        parts = [stored.fact for stored in self.reader.family(fact.id)]
        self.facts += parts
        return parts

    def _not_stated(self, finding: Finding) -> Iterable[Block]:
        best = finding.best
        unsaid = best is not None and best.fact.kind == "not_stated" and not best.wrong_times
        if best and unsaid and (not finding.unexplained or (best.facets and finding.facts == (best.stored,))):
            yield self._said_unstated(best.fact)
            return
        yield Block(sentence=self._what_is_missing(finding))
        told = [stored.fact for stored in finding.facts if stored.fact.kind != "not_stated"]
        self.facts += told
        places: dict[object, list[Fact]] = {}
        for fact in told:
            places.setdefault((fact.article, fact.paragraph, fact.period), []).append(fact)
        for at, facts in enumerate(places.values()):
            yield Block(
                heading=wording.STATED_INSTEAD if at == 0 else None,
                sentence="",
                rows=tuple(map(_sentence, facts)),
                period=wording.period(facts[0].period),
                citation=self._cite(facts[0]),
            )
        if not told and best:
            yield self._said_unstated(best.fact)

    def _said_unstated(self, fact: Fact) -> Block:
        """A fact that says that the article does not say, with the parts that it does state."""
        self.facts.append(fact)
        parts = self._parts(fact)
        sentence = fact.statement
        if "không nêu" not in sentence.lower():
            sentence = f"{wording.UNSAID} {sentence}"
        return Block(
            sentence=sentence,
            heading=wording.STATED_PARTS if parts else None,
            rows=tuple(_sentence(part) for part in parts),
            period=wording.period(fact.period) if parts else None,
            note=fact.note,
            citation=self._cite(fact),
        )

    def _what_is_missing(self, finding: Finding) -> str:
        best = finding.best
        if best and best.wrong_times:
            return wording.UNSAID_TIME.format(time=wording.joined([t.label() for t in best.wrong_times]))
        words = [word for word in finding.unexplained if not (best and self._is_told(word, best.fact))]
        if any(map(self._says_something, words)):
            certain = any(map(self._sets_apart, words))
            said = wording.UNSAID_WORDS if certain else wording.UNSAID_WORDS_PERHAPS
            return said.format(words=wording.quoted(self._in_runs(words)))
        if best and best.missing:
            return wording.UNSAID_WORDS.format(words=wording.quoted([m.text for m in best.missing]))
        if best and best.unfit and not (self.u.ask and cost_of_kind(self.u.ask, best.fact.kind) < UNFIT_ASK):
            return wording.UNSAID_ASK.get(self.u.ask, wording.UNSAID_PERHAPS)
        if best and best.narrower and best.fact.kind in NUMERIC_KINDS:
            return wording.UNSAID_TOTAL
        return wording.UNSAID_PERHAPS

    def _in_runs(self, words: Sequence[str]) -> list[str]:
        """Words that are left over, those together that stand side by side in the question: "tháng 8"."""
        said = f" {self.u.text(range(len(self.u.tokens)))} "
        runs: list[str] = []
        for word in words:
            if runs and f" {runs[-1]} {word} " in said:
                runs[-1] += f" {word}"
            else:
                runs.append(word)
        return runs

    def _sets_apart(self, word: str) -> bool:
        """Whether a word that is left over is known to narrow or turn what is told, as "nữ" does: another may be one that is not understood."""
        language = self.lexicon.language
        return word.isdecimal() or bool(language.restrictive.found_in(tokenize(word)))

    def _says_something(self, word: str) -> bool:
        """Whether a word that is left over is worth telling: no "được", and not the unit of the figure that is missing."""
        if word in self.lexicon.language.function_words:
            return False
        return self.u.ask != "how_many" or not any(word in " ".join(unit) for unit in self.u.counted_units)

    def _is_told(self, word: str, fact: Fact) -> bool:
        """Whether a word is a number that is told of the same: of "trong 37 người" the 37 is not missing."""
        return word.isdecimal() and float(word) in (
            stored.fact.number for stored in self.reader.facts(fact.subject, fact.topic)
        )

    def _cite(self, fact: Fact) -> Citation:
        return cite(self.reader.article(fact.article), fact.paragraph, quote_of(fact, self.reader.texts))

    # ── verdicts and comparisons ────────────────────────────────────────────────────────

    def _decided(self, found: Sequence[Finding]) -> str | None:
        if len(found) != 1 or not found[0].facts:
            return None
        if found[0].status == "answered":
            first = found[0].facts[0].fact
            others = [stored for stored in found[0].facts if _is_told_beside(stored.fact, first)]
            views = map(self.matcher.candidates.view, [found[0].facts[0], *others])
            decided = {verdict(self.u, view, self.lexicon) for view in views}
            if len(decided) > 1:
                return None  # of several not told apart none is denied
            one = decided.pop()
            denied = one is not None and one != wording.YES
            if denied and others and first.kind != "date":
                return None  # all of them together may be meant
            if denied and (others or not first.facets) and self._is_so_within(first):
                return None
            return one
        return None

    def _is_so_within(self, fact: Fact) -> bool:
        """Whether the time that is asked for is that of a place within the one a date is told of."""
        if fact.kind != "date":
            return False
        told = (stored.fact for stored in self.reader.facts_of_topic(fact.topic, _MOST_DATES))
        within = (one for one in told if fact.subject in self.lexicon.above(one.subject))
        return any(
            one.kind == "date" and all(suits(time, one, date.min) for time in self.u.times) for one in within
        )

    def _remark(self, found: Sequence[Finding]) -> str | None:
        """The difference of two figures where it makes sense, or why it does not; of several, that they are not added up."""
        if self._are_several_for_one(found):
            return wording.NOT_SUMMED
        if not self.u.comparing or len(found) != 2 or not self._wants_difference():  # noqa: PLR2004
            return None
        one, other = (f.facts[0].fact if f.status == "answered" else None for f in found)
        if one is None or other is None:
            return None
        if not _comparable(one, other):
            return wording.NOT_COMPARABLE
        difference = abs(Decimal(str(one.value)) - Decimal(str(other.value)))
        shown = f"{wording.number(float(difference))} {one.unit or ''}".strip()
        return wording.DIFFERENCE.format(difference=shown)

    def _are_several_for_one(self, found: Sequence[Finding]) -> bool:
        """Whether a total is asked for, and figures of several things are given one by one."""
        if "in_all" not in self.u.kinds_said or self.u.ask != "how_many":
            return False
        given = [stored.fact for finding in found if finding.status == "answered" for stored in finding.facts]
        of_what = {(fact.subject, fact.topic, fact.facets) for fact in given if fact.kind in NUMERIC_KINDS}
        return len(of_what) > 1

    def _wants_difference(self) -> bool:
        language = self.lexicon.language
        return any(
            index.found_in(self.u.tokens) for index in (language.comparison_markers, language.differences)
        )

    # ── how it was understood ───────────────────────────────────────────────────────────

    def _understood(self, found: Sequence[Finding]) -> Understood:
        best = [finding.best for finding in found if finding.best]
        content = self.u.text(self.u.content).split() if not best else []
        unexplained = [word for finding in found for word in finding.unexplained] or content
        return Understood(
            names=tuple(self.u.names),
            topics=tuple(dict.fromkeys(self._topics(best))),
            ask=self.u.ask,
            facets=tuple(dict.fromkeys(facet for judgement in best for facet in judgement.facets)),
            unexplained=tuple(dict.fromkeys(unexplained)),
        )

    def _topics(self, best: Sequence[Judgement]) -> list[str]:
        return [j.hit.topic for j in best] or [hit.topic for hit in self.u.hits[:1]]


def _sentence(fact: Fact) -> str:
    """What a fact says in full, with the items of a figure that its statement does not name."""
    unnamed = fact.kind in NUMERIC_KINDS and any(item not in fact.statement for item in fact.items)
    return (
        f"{fact.statement} {wording.ITEMS.format(items=', '.join(fact.items))}" if unnamed else fact.statement
    )


def _is_told_beside(fact: Fact, first: Fact) -> bool:
    """Whether a fact is given beside the first one as another part of what was asked: of another day, or of other people."""
    if first.kind == "date":
        return fact.facets != first.facets
    if first.kind not in NUMERIC_KINDS or (fact.subject, fact.topic) != (first.subject, first.topic):
        return False
    one, other = set(first.facets), set(fact.facets)
    return not (one <= other or other <= one)


def _comparable(one: Fact, other: Fact) -> bool:
    """Whether two figures may be subtracted: unit, meaning and period agree."""
    return (
        one.kind == other.kind == "count"
        and (one.unit, one.topic, one.facets) == (other.unit, other.topic, other.facets)
        and one.period == other.period
    )

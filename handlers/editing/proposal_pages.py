"""A proposed fact as an editor sees it: the sentence it rests on, what would be stored, what is doubtful about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from handlers.editing import article_texts as texts
from handlers.editing.drafting import draft_button
from handlers.editing.fact_preview import shown_by_itself
from handlers.editing.fact_words import Labels, called, lines_of
from handlers.editing.texts import BACK_BUTTON, DROP_BUTTON, MEND_BUTTON
from handlers.lines import Line, Span, clipped, line
from handlers.pages import Page, page_of, place_in
from handlers.rendering import sections
from knowledge import wording
from knowledge.drafting.entries import Entry
from knowledge.exchange.conflicts import Rival
from knowledge.models import Fact, Name
from knowledge.proposing.numbers import numbers_in
from knowledge.proposing.sentences import Sentence
from knowledge.proposing.telling import DOUBT_TOPIC
from knowledge.service import Knowledge
from knowledge.store.drafts import Draft
from knowledge.store.proposals import Kept

_LONGEST_SENTENCE, _LONGEST_STATEMENT, _MOST_RIVALS = 900, 200, 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposal as it stands: the entry, mended or not, the fact it makes (None while it makes none), its rivals."""

    kept: Kept
    entry: Entry
    fact: Fact | None
    rivals: Sequence[Rival] = ()

    @property
    def body(self) -> Mapping[str, Any]:
        """What was proposed."""
        return self.kept.body


def reviewing(draft: Draft, candidate: Candidate, left: int, known: Knowledge) -> Page:
    """One proposal, with what can be done; `left` are open, this one among them."""
    kept = candidate.kept
    head = line(texts.PROPOSAL.format(number=kept.number, total=kept.total), "b")
    article = line(called(known.reader.article(kept.article)), "i")
    lines = [head, article, _sentence(candidate), line(""), *_entry(candidate, known), *_warnings(candidate)]
    if candidate.fact:
        lines += [line(""), line(texts.READERS_SEE, "b"), *_answer(candidate.fact, known)]
    accept, mend, drop = (
        draft_button(draft, label, what)
        for label, what in (
            (texts.ACCEPT_BUTTON, "accept"),
            (MEND_BUTTON, "mend"),
            (DROP_BUTTON, "skip"),
        )
    )
    later = draft_button(draft, texts.LATER_BUTTON, "later")
    everything = draft_button(draft, texts.DROP_ALL_BUTTON.format(count=left), "dropall")
    return page_of(lines, [[accept, mend, drop], [later, everything]])


def dropping_all(draft: Draft, left: int) -> Page:
    """Whether really nothing more of an article is wanted."""
    sure = draft_button(draft, texts.DROP_ALL_BUTTON.format(count=left), "surely")
    back = draft_button(draft, BACK_BUTTON, "back")
    return page_of([line(texts.DROP_ALL_SURE.format(count=left))], [[sure], [back]])


def _sentence(candidate: Candidate) -> Line:
    """The sentence with the figures that are proposed from it in bold, behind where it stands."""
    text = str(candidate.body["sentence"])
    place = Span(texts.PLACE.format(place=place_in(candidate.entry.get("paragraph"))))
    spans, at = [place, Span("“")], 0
    for start, end in _figures(candidate.body["entry"], text[:_LONGEST_SENTENCE]):
        spans += [Span(text[at:start]), Span(text[start:end], "b")]
        at = end
    return (*spans, Span(clipped(text[at:], max(1, _LONGEST_SENTENCE - at))), Span("”"))


def _figures(entry: Entry, sentence: str) -> Iterator[tuple[int, int]]:
    """Where the numbers of a proposal stand in its sentence."""
    proposed = {one.get("value") for one in (entry, *entry.get("parts", ()))}
    read = Sentence(sentence, 0)
    for number in numbers_in(read):
        if number.value in proposed:
            yield read.begins[number.start], read.end_of(number.end - 1)


def _entry(candidate: Candidate, known: Knowledge) -> Iterator[Line]:
    shown = {key: value for key, value in candidate.entry.items() if key not in ("article", "paragraph")}
    yield from lines_of(shown, Labels.of(known, candidate.body))
    yield from _sum(candidate.entry)
    for name in candidate.body.get("names", ()):
        if name["id"] == candidate.entry.get("subject") and name["id"] not in known.lexicon.names:
            yield line(texts.NEW_NAME.format(name=Name.model_validate(name).in_full), "i")
    for topic in candidate.body.get("topics", ()):
        if topic["id"] == candidate.entry.get("topic") and topic["id"] not in known.lexicon.topics:
            yield line(texts.NEW_TOPIC.format(topic=topic["label"]), "i")


def _sum(entry: Entry) -> Iterator[Line]:
    figures = [part["value"] for part in entry.get("parts", ()) if part.get("value") is not None]
    whole = entry.get("value")
    if not figures or not isinstance(whole, int | float):
        return
    total = sum((Decimal(str(figure)) for figure in figures), Decimal())
    parts = " + ".join(wording.number(float(figure)) for figure in figures)
    shown = wording.number(float(total))
    added = f"{parts} = {shown}" if len(figures) > 1 else shown
    yield line(_compared(total, Decimal(str(whole))).format(sum=added, whole=wording.number(float(whole))))


def _compared(total: Decimal, whole: Decimal) -> str:
    if total == whole:
        return texts.SUM_FITS
    return texts.SUM_FALLS_SHORT if total < whole else texts.SUM_EXCEEDS


def _warnings(candidate: Candidate) -> Iterator[Line]:
    told_above = [DOUBT_TOPIC.format(label=topic["label"]) for topic in candidate.body.get("topics", ())]
    for doubt in candidate.body.get("doubts", ()):
        if doubt not in told_above:  # that a topic is new is told with the entry, for as long as it is
            yield line(texts.DOUBT.format(doubt=doubt))
    for rival in candidate.rivals[:_MOST_RIVALS]:
        said = texts.SAME_KNOWN if rival.is_same else texts.OTHER_KNOWN
        yield line(said.format(statement=clipped(rival.known.statement, _LONGEST_STATEMENT)))


def _answer(fact: Fact, known: Knowledge) -> Iterator[Line]:
    answer = shown_by_itself(fact, known.reader.article(fact.article))
    for section in sections(answer):
        yield from section.lines
        if section.footer:
            yield section.footer

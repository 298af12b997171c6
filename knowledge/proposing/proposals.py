"""Facts proposed from an article's text, each with the sentence it rests on; an editor decides about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from knowledge.models import Fact, Name, Topic
from knowledge.proposing.date_facts import date_facts
from knowledge.proposing.figure_facts import figure_facts
from knowledge.proposing.person_facts import person_facts
from knowledge.proposing.record import Reading
from knowledge.proposing.scene import Scene, Setting
from knowledge.proposing.sentences import Sentence, sentences_of
from knowledge.reading.lexicon import Lexicon
from knowledge.wording import small


@dataclass(frozen=True, slots=True)
class Proposal:
    """A fact, the sentence of the article that it rests on, and what is doubtful about it."""

    fact: Fact
    sentence: str
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposed:
    """What an article was read to say; `names` and `topics` are those that the store does not have."""

    reading: Reading
    names: tuple[Name, ...]
    topics: tuple[Topic, ...]
    proposals: tuple[Proposal, ...]

    def names_for(self, fact: Fact) -> tuple[Name, ...]:
        """The new names that a fact and its parts speak of."""
        subjects = {one.subject for one in fact.family()}
        return tuple(name for name in self.names if name.id in subjects)

    def topics_for(self, fact: Fact) -> tuple[Topic, ...]:
        """The new topics that a fact and its parts are about."""
        about = {one.topic for one in fact.family()}
        return tuple(topic for topic in self.topics if topic.id in about)


def propose(reading: Reading, lexicon: Lexicon) -> Proposed:
    """The facts that an article's text may state; every figure of them stands in its sentence."""
    setting = Setting(reading, lexicon)
    paragraphs = [sentences_of(paragraph.text, paragraph.number) for paragraph in reading.paragraphs]
    _take_notice(setting, paragraphs)
    proposals = tuple(_proposals(setting, paragraphs))
    facts = [one for proposal in proposals for one in proposal.fact.family()]
    subjects, topics = {fact.subject for fact in facts}, {fact.topic for fact in facts}
    return Proposed(
        replace(reading, about=reading.about or _about(setting, proposals)),
        tuple(name for name in setting.naming.new.values() if name.id in subjects),
        tuple(topic for topic in setting.topics.new.values() if topic.id in topics),
        proposals,
    )


def _take_notice(setting: Setting, paragraphs: Sequence[Sequence[Sentence]]) -> None:
    """Count the names that the article speaks of, before anything is said of them."""
    naming = setting.naming
    if setting.reading.title:
        naming.count(naming.mentioned_in(Sentence(setting.reading.title, 0)), in_title=True)
    for sentences in paragraphs:
        for sentence in sentences:
            naming.count(naming.mentioned_in(sentence))


def _proposals(setting: Setting, paragraphs: Sequence[Sequence[Sentence]]) -> Iterator[Proposal]:
    told: set[tuple[str, str]] = set()
    for sentences in paragraphs:
        setting.subjects.begin_paragraph()
        for sentence in sentences:
            scene = Scene(setting, sentence)
            for fact, doubts in chain(figure_facts(scene), person_facts(scene), date_facts(scene)):
                if (fact.topic, fact.statement) not in told:
                    told.add((fact.topic, fact.statement))
                    yield Proposal(fact, sentence.text, doubts)
            setting.subjects.note(setting.naming.mentioned_in(sentence))


def _about(setting: Setting, proposals: Sequence[Proposal]) -> str | None:
    """A label of ours for an article without a title: what most of its facts are about, and where."""
    if setting.reading.title or not proposals:
        return None
    [(topic, _)] = Counter(proposal.fact.topic for proposal in proposals).most_common(1)
    main = setting.naming.main
    return f"{small(setting.topics.label(topic))}{f' ở {main.in_full}' if main else ''}"

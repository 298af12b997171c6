"""Who holds which post, or was given one, as facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from knowledge.models import Fact, Name, Period
from knowledge.proposing.people import Person
from knowledge.proposing.scene import Scene
from knowledge.proposing.subjects import Subject
from knowledge.proposing.wordlists import phrases, posts
from knowledge.wording import capital, small

_LONGEST_POST = 14
_NEAR = 14


class _Told(NamedTuple):
    """What is told of a person, the topic of the store that this is, and when it was."""

    statement: str
    topic: str | None
    period: Period | None


def person_facts(scene: Scene) -> Iterator[tuple[Fact, tuple[str, ...]]]:
    """The persons of a sentence with the posts told of them, each with what is doubtful about it."""
    for person in scene.persons:
        given = _given(scene, person)
        if given:
            yield _appointment(scene, person, *given)
        if person.post and not (given and person.post.start >= given[0].start):
            yield _office(scene, person, person.post)


def _given(scene: Scene, person: Person) -> tuple[range, range] | None:
    """The verb by which somebody was given a post, and the post: "được điều động giữ chức Bí thư …"."""
    tokens = scene.sentence.tokens
    start = person.post.stop if person.post and person.post.start >= person.end else person.end
    others = {other.start for other in scene.persons if other.start > person.start}
    for at in range(start, min(start + _NEAR, len(tokens))):
        if at in others:
            return None
        if at > start and (";" in scene.sentence.gap(at) or ":" in scene.sentence.gap(at)):
            return None
        taking = phrases("takes_post").at(tokens, at)
        if taking and posts().at(tokens, taking.end):
            verb = next((i for i in range(at - 1, start - 1, -1) if phrases("passive").at(tokens, i)), None)
            return range(at if verb is None else verb, at), range(taking.end, _post_end(scene, taking.end))
    return None


def _post_end(scene: Scene, start: int) -> int:
    end = start + 1
    while end < len(scene.sentence) and end - start < _LONGEST_POST:
        if scene.sentence.gap(end).strip() or phrases("ends_post").at(scene.sentence.tokens, end):
            break
        end += 1
    return end


def _office(scene: Scene, person: Person, post: range) -> tuple[Fact, tuple[str, ...]]:
    """The fact that somebody holds a post."""
    title, where = scene.words(post), _where(scene, post)
    told = f"{title} là {person.name}."
    forms = (f"Ở {where}, {told}" if where else capital(told), f"Theo bài báo, {told}")
    return _fact(scene, person, post, _Told(scene.setting.in_own_words(forms), None, scene.setting.today))


def _where(scene: Scene, post: range) -> str | None:
    """The place that a post is of, where its own words do not name it."""
    subject = _subject(scene, post)
    named = any(one.start >= post.start and one.end <= post.stop for one in scene.spoken)
    return subject.name.in_full if subject.name and not named and subject.name.kind == "place" else None


def _appointment(scene: Scene, person: Person, verb: range, post: range) -> tuple[Fact, tuple[str, ...]]:
    """The fact that somebody was given a post."""
    title, led = scene.words(post), scene.words(verb)
    told = f"{person.name} {led}".strip()
    forms = (f"{told} làm {title}.", f"Theo bài báo, {told} làm {title}.")
    about = scene.setting.topics.known_in(scene.sentence, verb, range(0))
    period = min(
        (t.period for t in scene.times if t.start >= post.stop), key=_length, default=scene.setting.today
    )
    return _fact(scene, person, post, _Told(scene.setting.in_own_words(forms), about, period))


def _length(period: Period) -> int:
    """How many days a time has; one whose days are not known has more than any."""
    return (period.as_of - period.since).days if period.since and period.as_of else date.max.toordinal()


def _fact(scene: Scene, person: Person, post: range, told: _Told) -> tuple[Fact, tuple[str, ...]]:
    setting, subject = scene.setting, _subject(scene, post)
    topic = (
        told.topic
        or setting.topics.known_in(scene.sentence, range(0), post)
        or _topic(scene, post, subject.name)
    )
    title = scene.words(post)
    known = topic in setting.topics.lexicon.topics
    fact = Fact(
        id=setting.new_id(setting.reading.id, topic),
        article=setting.reading.id,
        subject=subject.name.id if subject.name else setting.nobody,
        topic=topic,
        kind="person",
        items=(person.name,),
        facets=(small(title),) if known else (),
        period=told.period,
        statement=told.statement,
        paragraph=scene.sentence.paragraph,
    )
    return fact, tuple(setting.doubts_about(subject, topic))


def _subject(scene: Scene, post: range) -> Subject:
    """Whom a post is of: the place or body that it names, else the place that is spoken of."""
    within = [one for one in scene.spoken if one.start >= post.start and one.end <= post.stop]
    if within:
        return Subject(within[-1].name)
    return scene.setting.subjects.of(scene.sentence, [], post.start, ())


def _topic(scene: Scene, post: range, subject: Name | None) -> str:
    """A topic named after the post, without the names in it."""
    stop = min(
        [one.start for one in scene.spoken if one.start > post.start and one.end <= post.stop] or [post.stop]
    )
    label = small(scene.words(range(post.start, stop)))
    return scene.setting.topics.propose_who(label, subject.kind if subject else "place")

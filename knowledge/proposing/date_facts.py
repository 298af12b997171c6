"""What happened on a day, as facts."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge import wording
from knowledge.models import Fact, Name
from knowledge.proposing.contexts import clause_begin, is_boundary
from knowledge.proposing.leads import read_lead
from knowledge.proposing.scene import Scene, Setting
from knowledge.proposing.subjects import Subject
from knowledge.proposing.wordlists import phrases
from knowledge.text.periods import Time, times_in
from knowledge.wording import capital

_FEWEST, _MOST = 3, 20
_LONGEST_NUMBER = 8
_HALF_DAYS = ("sáng", "chiều", "tối", "trưa", "đêm")


def date_facts(scene: Scene) -> Iterator[tuple[Fact, tuple[str, ...]]]:
    """The days of a sentence on which something happened, each with what is doubtful about it."""
    for time in times_in(scene.sentence.tokens):
        if time.first != time.last or time.until:
            continue
        if document := _document(scene, time):
            yield _dated(scene, time, document)
        elif event := _event(scene, time) or _event_before(scene, time):
            yield _fact(scene, time, event)


def _document(scene: Scene, time: Time) -> Name | None:
    """The document whose number stands before a day ("Đề án số 07 ngày 9/3/2023")."""
    known = next((one.name for one in scene.spoken if one.end == time.start), None)
    if known:
        return known if known.kind == "document" else None
    for start in range(max(0, time.start - _LONGEST_NUMBER), time.start):
        kind = phrases("documents").at(scene.sentence.tokens, start)
        if kind and scene.sentence.is_word(kind.end, "số") and kind.end + 1 < time.start:
            return scene.setting.naming.add(scene.sentence.slice(start, time.start), "document")
    return None


def _dated(scene: Scene, time: Time, document: Name) -> tuple[Fact, tuple[str, ...]]:
    """The fact that a document is of a day."""
    setting, on = scene.setting, wording.day(time.first)
    known = setting.topics.known_in(scene.sentence, range(0), range(time.start - 1, time.end))
    topic = known or setting.topics.propose_when("ban hành", document.kind)
    forms = (f"{document.name} đề ngày {on}.", f"Theo bài báo, {document.name} đề ngày {on}.")
    fact = _date(setting, time, (document.id, topic, setting.in_own_words(forms)), scene.sentence.paragraph)
    return fact, tuple(setting.doubts_about(Subject(document), topic))


def _date(setting: Setting, time: Time, told: tuple[str, str, str], paragraph: int) -> Fact:
    subject, topic, statement = told
    return Fact(
        id=setting.new_id(setting.reading.id, topic),
        article=setting.reading.id,
        subject=subject,
        topic=topic,
        kind="date",
        value=time.first.isoformat(),
        period=setting.today,
        statement=statement,
        paragraph=paragraph,
    )


def _begins(scene: Scene, time: Time) -> int:
    """Where a day begins with the words that lead to it: "vào sáng ngày"."""
    start = time.start
    while start > 0 and scene.sentence.is_word(start - 1, *_HALF_DAYS, "ngày", "vào"):
        start -= 1
    return start


def _event_before(scene: Scene, time: Time) -> range | None:
    """The words that say what happened on a day that a clause ends with ("Trường … được khánh thành ngày 5/9/2024")."""
    stop, tokens = _begins(scene, time), scene.sentence.tokens
    ends = (
        time.end >= len(tokens)
        or is_boundary(scene.sentence, time.end)
        or scene.sentence.is_word(time.end, "và")
    )
    if not ends or stop == 0 or is_boundary(scene.sentence, stop) or scene.sentence.depths[time.start]:
        return None
    happened = range(clause_begin(scene.sentence, stop - 1), stop)
    tells = any(phrases("happens").at(tokens, at) for at in happened)
    tells = tells and not phrases("bounds_a_day").before(tokens, stop)
    return happened if tells and all(tokens[at].number is None for at in happened) else None


def _event(scene: Scene, time: Time) -> range | None:
    """The words that say what happened on a day that a clause begins with ("Ngày 15/6/2020, huyện khởi công …")."""
    start = _begins(scene, time)
    if (start > 0 and not is_boundary(scene.sentence, start)) or scene.sentence.depths[time.start]:
        return None
    end = time.end + 1
    while end < len(scene.sentence) and not is_boundary(scene.sentence, end) and end - time.end < _MOST:
        end += 1
    happened = range(time.end, min(end, len(scene.sentence)))
    tells = len(happened) >= _FEWEST and not any(
        scene.sentence.tokens[at].number is not None for at in happened
    )
    joined = phrases("between_dates").at(scene.sentence.tokens, time.end)
    return happened if tells and joined is None else None


def _fact(scene: Scene, time: Time, event: range) -> tuple[Fact, tuple[str, ...]]:
    setting = scene.setting
    subject = setting.subjects.of(scene.sentence, scene.spoken, event.stop, ())
    lead = read_lead(scene, event, event, subject.name, follows=False)
    happened = lead.text or scene.inner(event)
    on = f"ngày {wording.day(time.first)}"
    name = subject.name.in_full if subject.name else None
    told = f"{capital(name)} {happened}" if name and lead.natural else capital(happened)
    topic = setting.topics.known_in(scene.sentence, range(0), event)
    topic = topic or setting.topics.propose_when(
        lead.verb or happened, subject.name.kind if subject.name else "place"
    )
    statement = setting.in_own_words((f"{told} vào {on}.", f"Theo bài báo, {on}: {happened}."))
    about = subject.name.id if subject.name else setting.nobody
    fact = _date(setting, time, (about, topic, statement), scene.sentence.paragraph)
    return fact, tuple(setting.doubts_about(subject, topic))

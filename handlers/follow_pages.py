"""The pages on which people choose what to follow, each a text with buttons that show what is followed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum

from handlers import texts
from handlers.keyboards import Action, Row, button, marked
from handlers.lines import line
from handlers.links import key
from handlers.pages import Page, page_of, paged
from knowledge.interest import narrowest
from knowledge.reading.lexicon import Lexicon
from knowledge.service import Knowledge
from knowledge.store.dialogue import Asked
from knowledge.store.following import Follow

EVERYTHING = Follow()
_FIRST = 5
"""How many names and topics are offered before one asks for more."""
_MOST_ASKED = 3


class View(StrEnum):
    """One of the pages, as buttons name it."""

    FIRST = "r"
    NAMES = "n"
    TOPICS = "t"
    TOPICS_OF = "o"
    FOLLOWED = "s"


def label(follow: Follow, lexicon: Lexicon) -> str:
    """What to call what is followed; an id where its name is not known any more."""
    name = lexicon.told_apart(follow.name) if follow.name in lexicon.names else follow.name
    topic = lexicon.topics[follow.topic].label if follow.topic in lexicon.topics else follow.topic
    return " · ".join(filter(None, (name, topic))) or texts.EVERYTHING


def _on_its_own(follow: Follow, lexicon: Lexicon) -> str:
    return texts.EVERYTHING.capitalize() if follow == EVERYTHING else label(follow, lexicon)


def labels(follows: Iterable[Follow], lexicon: Lexicon) -> str:
    """What to call several things that are followed, in one sentence."""
    return "; ".join(label(follow, lexicon) for follow in follows)


def ids(follow: Follow) -> tuple[str, str]:
    """What is followed as buttons hold it: a key for the name and one for the topic, "" for any."""
    return (key(follow.name) if follow.name else "", key(follow.topic) if follow.topic else "")


def rows(follows: Iterable[Follow], followed: Collection[Follow], lexicon: Lexicon) -> list[Row]:
    """A button each to follow something, or to stop; beside a name, one to choose among its topics."""
    return [_row(follow, _on_its_own(follow, lexicon), followed) for follow in follows]


def _row(follow: Follow, shown: str, followed: Collection[Follow]) -> Row:
    toggle = button(marked(shown, chosen=follow in followed), Action.FOLLOW, *ids(follow))
    if not follow.name or follow.topic:
        return [toggle]
    return [toggle, button(texts.SINGLE_TOPICS, Action.FOLLOWS, View.TOPICS_OF, key(follow.name), 0)]


def asked_about(asked: Asked, lexicon: Lexicon) -> list[Follow]:
    """What one may want to follow who asked something, as far as it is known."""
    if asked.status not in ("answered", "not_stated", "unknown"):
        return []
    names = narrowest([name for name in asked.names if name in lexicon.names], lexicon) or [""]
    topics = [topic for topic in asked.topics if topic in lexicon.topics] or [""]
    found = [Follow(name, topic) for name in names for topic in topics]
    return [follow for follow in found if follow != EVERYTHING][:_MOST_ASKED]


def under_answer_rows(asked: Asked, followed: Collection[Follow], lexicon: Lexicon) -> list[Row]:
    """The buttons under an answer to follow what was asked."""
    return [
        _row(follow, texts.FOLLOW_THIS.format(label=label(follow, lexicon)), followed)[:1]
        for follow in asked_about(asked, lexicon)
    ]


def first(known: Knowledge, followed: Collection[Follow], intro: str = texts.FOLLOW_HINT) -> Page:
    """Everything, and the first few names and topics, with buttons to see the others."""
    names, topics = known.catalogue.names(), known.catalogue.topics()
    shown = [Follow(name) for name in names[:_FIRST]] + [Follow("", topic) for topic in topics[:_FIRST]]
    more = [
        button(said, Action.FOLLOWS, view, "", 0)
        for said, view, all_of in (
            (texts.MORE_NAMES, View.NAMES, names),
            (texts.MORE_TOPICS, View.TOPICS, topics),
        )
        if len(all_of) > _FIRST
    ]
    everything = _row(EVERYTHING, texts.ALL, followed)
    return page_of(
        [line(texts.FOLLOW, "b"), line(intro)], [everything, *rows(shown, followed, known.lexicon), more]
    )


def names(known: Knowledge, followed: Collection[Follow], at: int) -> Page:
    """All names that something is known of."""
    shown, turning = paged(known.catalogue.names(), at, Action.FOLLOWS, View.NAMES, "")
    return _listed(known, texts.FOLLOW_NAMES, [Follow(name) for name in shown], turning, followed)


def topics(known: Knowledge, followed: Collection[Follow], at: int) -> Page:
    """All topics that something is known of."""
    shown, turning = paged(known.catalogue.topics(), at, Action.FOLLOWS, View.TOPICS, "")
    return _listed(known, texts.FOLLOW_TOPICS, [Follow("", topic) for topic in shown], turning, followed)


def topics_of(known: Knowledge, followed: Collection[Follow], name: str, at: int) -> Page:
    """A name, and the topics that are known of it."""
    shown, turning = paged(known.catalogue.topics_about(name), at, Action.FOLLOWS, View.TOPICS_OF, key(name))
    follows = [Follow(name, topic) for topic in shown]
    title = texts.FOLLOW_TOPICS_OF.format(name=label(Follow(name), known.lexicon))
    return _listed(known, title, follows, turning, followed)


def _listed(
    known: Knowledge, title: str, follows: Sequence[Follow], turning: Row, followed: Collection[Follow]
) -> Page:
    back = [button(texts.BACK, Action.FOLLOWS, View.FIRST, "", 0)]
    lines = [line(title, "b"), line(texts.FOLLOW_HINT)]
    return page_of(lines, [*rows(follows, followed, known.lexicon), turning, back])


def being_followed(known: Knowledge, followed: Sequence[Follow], at: int, said: str = "") -> Page:
    """What is followed, to stop it one by one or all at once, below what is said first."""
    before = [line(said)] if said else []
    if not followed:
        more = [button(texts.CHOOSE_FOLLOW, Action.FOLLOWS, View.FIRST, "", 0)]
        return page_of(before or [line(texts.FOLLOWING_NOTHING)], [more])
    shown, turning = paged(followed, at, Action.FOLLOWS, View.FOLLOWED, "")
    toggles = [_row(follow, _on_its_own(follow, known.lexicon), followed)[:1] for follow in shown]
    lines = [*before, line(texts.FOLLOWED, "b"), line(texts.FOLLOWED_HINT)]
    return page_of(lines, [*toggles, turning, [button(texts.ALL, Action.STOP_ALL)]])


def choice(known: Knowledge, said: str, readings: Sequence[Follow], followed: Collection[Follow]) -> Page:
    """A few things that may be meant, or where there are none, the first page."""
    if not readings:
        return first(known, followed, f"{said} {texts.CHOOSE_BELOW}" if said else texts.FOLLOW_HINT)
    more = [button(texts.CHOOSE_OTHER, Action.FOLLOWS, View.FIRST, "", 0)]
    return page_of([line(said), line(texts.CHOOSE_BELOW)], [*rows(readings, followed, known.lexicon), more])

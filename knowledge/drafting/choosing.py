"""Which article, name or topic an editor means, by id or by words with slips and lost marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz, process

from knowledge.answering.citing import cite
from knowledge.drafting.figures import UnreadableError, read_day
from knowledge.interest import Interest, interest, nearest
from knowledge.models import Article
from knowledge.reading.lexicon import Lexicon
from knowledge.service import Knowledge
from knowledge.text.abbreviations import read_known, words_of
from knowledge.text.vietnamese import all_agree, fold

MOST = 6
"""How many are offered to choose from."""
_FEW = 3
_NEWEST = 2_000
_SHORTEST = 6
_SURE, _LIKELY, _APART = 88.0, 45.0, 8.0
"""How like (0-100) words must be to be taken, to be offered, and more like than the second best."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The id that is meant, or where that is not clear those that may be, the likeliest first.

    Where nothing is meant, `nearest` has a few that there are, as they may be typed.
    """

    id: str | None = None
    candidates: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()


def choose_name(text: str, lexicon: Lexicon) -> Chosen:
    """The name that a text is or speaks of."""
    given = text.strip()
    if given in lexicon.names:
        return Chosen(given)
    tokens = read_known(given)
    same = (
        {one.meaning for one in lexicon.name_index.at(tokens, 0) if one.end == len(tokens)} if tokens else ()
    )
    if same:
        return _one_of(same)
    found = interest(given, lexicon)
    spoken = [name for name, _topic in found.readings if name]
    if spoken and not (found.strangers or found.unexplained or found.topics):
        return _one_of(spoken)
    alike = [name for name, _topic in nearest(given, lexicon, MOST) if name]
    holding = _holding(
        given, ((name.id, spelling) for name in lexicon.names.values() for spelling in name.spellings)
    )
    candidates = tuple(dict.fromkeys([*spoken, *alike, *holding]))[:MOST]
    return _offered(candidates, given, (name.name for name in lexicon.names.values()))


def choose_topic(text: str, lexicon: Lexicon) -> Chosen:
    """The topic that a text is or speaks of."""
    given = text.strip()
    if given in lexicon.topics:
        return Chosen(given)
    for spellings in (_labels(lexicon), _phrases(lexicon)):
        same = [topic for topic, spelling in spellings if _is_same(given, spelling)]
        if same:
            return _one_of(same)
    found = interest(given, lexicon)
    if len(found.topics) == 1 and not _says_more(found):
        return Chosen(found.topics[0])
    alike = [topic for _name, topic in nearest(given, lexicon, MOST) if topic]
    holding = _holding(given, (*_labels(lexicon), *_phrases(lexicon)))
    candidates = tuple(dict.fromkeys([*found.topics, *alike, *holding]))[:MOST]
    return _offered(candidates, given, (topic.label for topic in lexicon.topics.values()))


def _offered(candidates: tuple[str, ...], text: str, spellings: Iterable[str]) -> Chosen:
    """What may be meant; where that is nothing, the spellings that are written most like a text."""
    if candidates:
        return Chosen(candidates=candidates)
    folded = {spelling: fold(spelling) for spelling in spellings}
    found = process.extract(fold(text), folded, scorer=fuzz.ratio, limit=_FEW)
    return Chosen(nearest=tuple(spelling for _folded, _score, spelling in found))


def _holding(text: str, spellings: Iterable[tuple[str, str]]) -> list[str]:
    """Those called by more words than were typed, all of these among them."""
    typed = set(map(fold, words_of(text)))
    return [key for key, spelling in spellings if typed and typed <= set(map(fold, words_of(spelling)))]


def choose_article(text: str, known: Knowledge) -> Chosen:
    """The article of an id, a day, a title or what it is about; only the newest ones are looked through."""
    given = text.strip()
    if given in known.catalogue.article_ids():
        return Chosen(given)
    articles = known.catalogue.articles(_NEWEST, 0)
    if day := _day(given):
        same = [one.id for one in articles if cite(one).published == day]
        return _one_of(same) if same else Chosen(nearest=_around(day, articles))
    scored = sorted(((_likeness(given, one), one.id) for one in articles), key=lambda pair: -pair[0])
    likely = [(score, key) for score, key in scored if score >= _LIKELY][:MOST]
    if likely and likely[0][0] >= _SURE and (len(likely) == 1 or likely[0][0] - likely[1][0] >= _APART):
        return Chosen(likely[0][1])
    if not likely:
        return Chosen(nearest=tuple(key for _score, key in scored[:_FEW]))
    return Chosen(candidates=tuple(key for _score, key in likely))


def _around(day: date, articles: Sequence[Article]) -> tuple[str, ...]:
    """The articles published the least time before or after a day."""
    ordered = sorted(articles, key=lambda one: abs(cite(one).published - day))
    return tuple(one.id for one in ordered[:_FEW])


def _day(text: str) -> date | None:
    try:
        return read_day(text)
    except UnreadableError:
        return None


def _likeness(text: str, article: Article) -> float:
    typed = fold(" ".join(words_of(text)))
    labels = [label for label in (article.title, article.about, article.id.replace("-", " ")) if label]
    return max(_alike(typed, fold(" ".join(words_of(label)))) for label in labels)


def _alike(typed: str, label: str) -> float:
    """How like a label the words are; one that holds all of them is the likelier the more of it they are."""
    whole = fuzz.ratio(typed, label)
    within = fuzz.partial_ratio(typed, label) if _SHORTEST <= len(typed) <= len(label) else 0.0
    return max(whole, within * (0.9 + 0.1 * min(1.0, len(typed) / max(1, len(label)))))


def _labels(lexicon: Lexicon) -> Iterable[tuple[str, str]]:
    return ((topic.id, topic.label) for topic in lexicon.topics.values())


def _phrases(lexicon: Lexicon) -> Iterable[tuple[str, str]]:
    return ((topic.id, phrase) for topic in lexicon.topics.values() for phrase in topic.phrases)


def _is_same(typed: str, spelling: str) -> bool:
    words, meant = words_of(typed), words_of(spelling)
    return bool(words) and len(words) == len(meant) and all_agree(" ".join(words), " ".join(meant))


def _says_more(found: Interest) -> bool:
    return bool(found.names or found.strangers or found.unexplained)


def _one_of(ids: Iterable[str]) -> Chosen:
    found: Sequence[str] = tuple(dict.fromkeys(ids))
    return Chosen(found[0]) if len(found) == 1 else Chosen(candidates=tuple(found[:MOST]))

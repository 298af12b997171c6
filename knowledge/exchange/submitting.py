"""An article on its way into the store: what its text says of itself, put right by an editor."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time
from itertools import count, pairwise
from typing import Any

from knowledge.drafting.checking import entry_of
from knowledge.drafting.figures import read_day
from knowledge.fields import VIETNAM_TIME
from knowledge.models import Article
from knowledge.proposing.proposals import Proposal, Proposed, propose
from knowledge.proposing.record import Reading, article_id, read_article
from knowledge.proposing.sentences import comparable
from knowledge.reading.lexicon import Lexicon
from knowledge.store.reader import Reader

Record = dict[str, str | None]
"""What is known of an article, as it is typed and shown; the day it was published in ISO form."""
_ENDS_SENTENCE = re.compile(r"""[.!?…:;]["'”’)\]]*$""")
_NEARLY_FULL = 3_000
"""A message of so many characters may have been cut off by Telegram's apps."""
FIELDS = ("title", "author", "published", "publisher", "series", "about", "url")


def joined(pieces: Sequence[str]) -> str:
    """The text that came in pieces; one that was cut within a sentence goes on in the same line."""
    text = "".join(pieces[:1])
    for before, piece in pairwise(pieces):
        is_cut = len(before) > _NEARLY_FULL and not _ENDS_SENTENCE.search(before)
        text += f" {piece}" if is_cut else f"\n{piece}"
    return text


def record_of(reading: Reading) -> Record:
    """The record that an article's text gives of itself."""
    published = reading.published.isoformat() if reading.published else None
    given: Record = {field: getattr(reading, field, None) for field in FIELDS}
    return {**given, "published": published}


def with_field(record: Record, field: str, typed: str) -> Record:
    """A record with one field as an editor typed it; nothing typed takes it out.

    Raises UnreadableError for a day that is none, ValueError for an address that is none.
    """
    text = " ".join(typed.split())
    if not text:
        return {**record, field: None}
    if field == "published":
        return {**record, field: datetime.combine(read_day(text), time(), VIETNAM_TIME).isoformat()}
    if field == "url":
        Article(id="x", about="x", published=datetime.now(VIETNAM_TIME), url=text)
    return {**record, field: text}


def lacks(record: Record) -> list[str]:
    """The fields without which an article cannot be cited."""
    label = [] if record.get("title") or record.get("about") else ["about"]
    return [*label, *([] if record.get("published") else ["published"])]


def article_of(record: Record, text: str, is_taken: Callable[[str], bool]) -> Article:
    """The article that a record which lacks nothing makes, under an id that no other has."""
    given = {field: value for field, value in record.items() if value}
    published = datetime.fromisoformat(given["published"])
    key = article_id(given.get("title") or given["about"], published)
    keys = (key if number == 1 else f"{key}-{number}" for number in count(1))
    free = next(one for one in keys if not is_taken(one))
    return Article.model_validate({**given, "id": free, "text": text})


def in_place_of(known: Article, record: Record, text: str) -> Article:
    """An article that is there already, with this text and whatever the record gives."""
    given = {field: value for field, value in record.items() if value}
    return Article.model_validate({**known.model_dump(), **given, "text": text})


def same_as(record: Record, text: str, reader: Reader) -> Article | None:
    """The article in the store that this one is: of the same day, and with the same title or text."""
    published = record.get("published")
    if not published:
        return None
    day, title = datetime.fromisoformat(published).date(), comparable(record.get("title") or "")
    for article in reader.articles():
        if article.published.date() != day:
            continue
        if title and title == comparable(article.title or ""):
            return article
        if comparable(reader.texts.of(article.id) or "") == comparable(text):
            return article
    return None


def proposals_from(article: Article, lexicon: Lexicon) -> list[dict[str, Any]]:
    """What the text of an article may state: facts as entries without ids, with what each rests on."""
    read = read_article(article.text or "")
    reading = replace(
        read, id=article.id, title=article.title, about=article.about, published=article.published
    )
    proposed = propose(reading, lexicon)
    return [_body(proposed, proposal) for proposal in proposed.proposals]


def _body(proposed: Proposed, proposal: Proposal) -> dict[str, Any]:
    fact = proposal.fact
    return {
        "entry": _without_ids(entry_of(fact)),
        "sentence": proposal.sentence,
        "doubts": list(proposal.doubts),
        "names": [name.model_dump(mode="json") for name in proposed.names_for(fact)],
        "topics": [topic.model_dump(mode="json") for topic in proposed.topics_for(fact)],
    }


def _without_ids(entry: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in entry.items() if key != "id"}
    if "parts" in kept:
        kept["parts"] = [_without_ids(part) for part in kept["parts"]]
    return kept

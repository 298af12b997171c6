"""Citing an article, and the very words in it."""

from __future__ import annotations

from knowledge.fields import VIETNAM_TIME
from knowledge.models import Article, Citation, Fact
from knowledge.store.texts import Texts


def cite(article: Article, paragraph: int | None = None, quote: str | None = None) -> Citation:
    """The citation of an article, by its own local date, and of the words in it where they are known."""
    published = article.published.astimezone(article.published.tzinfo or VIETNAM_TIME).date()
    return Citation(
        article=article.id, title=article.title, about=article.about, author=article.author,
        published=published, paragraph=paragraph, url=article.url, quote=quote,
    )  # fmt: skip


def quote_of(fact: Fact, texts: Texts) -> str | None:
    """The words that a fact rests on; None where the article's text is not there or none of it clearly is."""
    if not texts.are_there():
        return fact.quote
    from knowledge.quoting.verbatim import verbatim  # noqa: PLC0415  only where there are texts

    return verbatim(fact, texts)

"""Questions about the articles themselves: who wrote them, when, under what title, where."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from knowledge import wording
from knowledge.answering.citing import cite
from knowledge.models import Answer, Article, Block, Option, Understood
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import Understanding
from knowledge.store.reader import Reader
from knowledge.text.abbreviations import words_of
from knowledge.text.passage import Passage
from knowledge.text.vietnamese import fold

_MOST = 5


def answer_about_source(understanding: Understanding, reader: Reader, lexicon: Lexicon) -> Answer | None:
    """The answer from the articles' records; None where the question is not about an article."""
    field = understanding.source_field
    if field is None:
        return None
    signed = () if understanding.mentions else tuple(_signed(understanding, reader))
    named = {at for _, span in signed for at in span}
    strangers = [one for one in understanding.strangers if not named.issuperset(one.span)]
    if strangers or not (signed or understanding.about_article):
        return None
    if not signed and _is_of_document(understanding, lexicon):
        return None
    articles = [article for article, _ in signed] or _articles(understanding, reader)
    articles = [a for a in articles if _is_about(understanding, a, lexicon, named)]
    if not articles:
        return None
    if len(articles) > 1 and not (understanding.mentions or signed):
        return Answer(
            question=understanding.question,
            status="clarify",
            blocks=(Block(sentence=wording.WHICH_ARTICLE),),
            options=tuple(_option(understanding, article) for article in articles[:_MOST]),
            understood=_understood(understanding),
        )
    blocks = [_block(field, article) for article in articles[:_MOST]]
    stated = any(_value(field, article) for article in articles[:_MOST])
    return Answer(
        question=understanding.question,
        status="answered" if stated else "not_stated",
        blocks=tuple(blocks),
        understood=_understood(understanding),
    )


def _articles(understanding: Understanding, reader: Reader) -> list[Article]:
    if not understanding.mentions:
        return reader.articles()
    found: dict[str, None] = {}
    for mention in understanding.mentions:
        for name in mention.names:
            found.update(dict.fromkeys(reader.articles_about(name, _MOST)))
    return [reader.article(article) for article in found]


def _is_of_document(understanding: Understanding, lexicon: Lexicon) -> bool:
    """Whether it is a document of which the author or the day is asked, and no article is spoken of: "ai viết đề án …"."""
    named = (lexicon.names[name].kind for name in understanding.names)
    if "document" not in named:
        return False
    return not any(lexicon.language.articles_called.cover(understanding.tokens))


def _signed(understanding: Understanding, reader: Reader) -> Iterator[tuple[Article, range]]:
    """The articles whose author the question names in full, and where."""
    said = [token.folded for token in understanding.tokens]
    for article in reader.articles():
        author = [fold(word) for word in words_of(article.author or "")]
        ends = range(len(author), len(said) + 1) if len(author) > 1 else ()
        end = next((end for end in ends if said[end - len(author) : end] == author), None)
        if end is not None:
            yield article, range(end - len(author), end)


def _is_about(
    understanding: Understanding, article: Article, lexicon: Lexicon, signed: AbstractSet[int]
) -> bool:
    """Whether the rest of the question is no more than what the article is about."""
    told = Passage((article.title or "", article.about or "", article.series or "", article.publisher or ""))
    topical = {at for hit in understanding.hits for at in hit.positions}
    return all(
        at in topical
        or at in signed
        or told.has(understanding.tokens[at].marked)
        or _is_filler(understanding, at, lexicon)
        for at in understanding.content
    )


def _is_filler(understanding: Understanding, at: int, lexicon: Lexicon) -> bool:
    language = lexicon.language
    around = range(max(0, at - 4), at + 1)
    indexes = (language.source_words, language.source_fields)
    return any(
        at in found.span
        for index in indexes
        for start in around
        for found in index.at(understanding.tokens, start)
    )


def _option(understanding: Understanding, article: Article) -> Option:
    question = understanding.question.strip().rstrip("?!. ")
    about = article.about or article.label
    return Option(label=about, question=f"{question} ({about})?")


def _value(field: str, article: Article) -> object:
    return (
        True if field in ("published", "source") else getattr(article, field if field != "about" else "label")
    )


def _block(field: str, article: Article) -> Block:
    about = article.about or f"“{article.title}”"
    values = {
        "about": about, "author": article.author, "published": wording.day(cite(article).published),
        "title": article.title, "publisher": article.publisher, "series": article.series, "url": article.url,
    }  # fmt: skip
    stated = _value(field, article)
    sentences = wording.SOURCE_SENTENCES if stated else wording.SOURCE_UNSAID
    lead = values.get(field) if stated and field not in ("about", "source") else None
    return Block(lead=lead, sentence=sentences[field].format(**values), citation=cite(article))


def _understood(understanding: Understanding) -> Understood:
    return Understood(names=tuple(understanding.names), ask=understanding.ask)

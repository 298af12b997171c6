"""Finding the fact that an editor means: by id, by the answer that gave it, by a question, or article by article."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.editing import texts
from handlers.editing.drafting import draft_button
from handlers.editing.fact_pages import PER_PAGE, turning
from handlers.editing.fact_words import called
from handlers.keyboards import Row
from handlers.keys import Keys
from handlers.lines import Line, line
from handlers.links import key
from handlers.pages import Page, page_of, place_in
from knowledge.models import Article, Fact
from knowledge.service import Knowledge
from knowledge.store.drafts import Body, Draft

FIND = "find"


def wholes(known: Knowledge, facts: Iterable[str]) -> list[str]:
    """The facts that stand, each the whole that it is a part of, once each."""
    found = (known.catalogue.whole(fact) for fact in facts)
    return list(dict.fromkeys(fact.id for fact in found if fact))


def search(known: Knowledge, text: str) -> list[str]:
    """The facts that a text is the id of, or that answer it as a question."""
    if own := wholes(known, [text.strip()]):
        return own
    return wholes(known, [fact.id for fact in known.ask(text).facts])


def looking(found: Iterable[str] = (), said: str = "", **more: object) -> Body:
    """A draft that looks for its fact: some were found, or nothing was from what was said."""
    return {"at": FIND, "found": list(found), "said_of": said, "page": 0, **more}


def finding(draft: Draft, known: Knowledge, intro: str) -> Page:
    """The facts that were found, or those of an article, or the articles, to choose one."""
    body = draft.body
    article = known.reader.article(body["article"]) if body.get("article") else None
    if body["found"]:
        facts = [fact for fact in map(known.catalogue.fact, body["found"]) if fact]
        return _facts(draft, facts, [line(texts.WHICH_FACT, "b")], None)
    if article:
        return _facts(
            draft,
            _top_facts(known, article),
            [line(texts.FACTS_OF.format(article=called(article)), "b")],
            article,
        )
    said = texts.NO_SUCH_FACT.format(words=body["said_of"]) if body["said_of"] else intro
    return _articles(draft, known, said)


def _top_facts(known: Knowledge, article: Article) -> list[Fact]:
    total = known.catalogue.how_many_facts_in(article.id)
    facts = known.catalogue.facts_in(article.id, total, 0)
    parts = {part.fact.id for fact in facts for part in known.reader.family(fact.id)}
    return [fact for fact in facts if fact.id not in parts]


def _facts(draft: Draft, facts: list[Fact], head: list[Line], article: Article | None) -> Page:
    at = max(0, min(draft.body.get("page", 0), (len(facts) - 1) // PER_PAGE))
    shown = facts[at * PER_PAGE :][:PER_PAGE]
    numbered = [
        line(f"{number}. {fact.statement} ({place_in(fact.paragraph).lower()})")
        for number, fact in enumerate(shown, at * PER_PAGE + 1)
    ]
    buttons = [
        draft_button(draft, str(number), "fact", facts.index(fact))
        for number, fact in enumerate(shown, at * PER_PAGE + 1)
    ]
    back = [draft_button(draft, texts.BACK_BUTTON, "articles")] if article else []
    return page_of([*head, *numbered], [buttons, turning(draft, at, len(facts)), [*back, *_drop(draft)]])


def _articles(draft: Draft, known: Knowledge, said: str) -> Page:
    at, total = draft.body.get("page", 0), known.catalogue.how_many_articles()
    rows = [
        [draft_button(draft, called(article), "article", key(article.id))]
        for article in known.catalogue.articles(PER_PAGE, at * PER_PAGE)
    ]
    return page_of([line(said)], [*rows, turning(draft, at, total), _drop(draft)])


def _drop(draft: Draft) -> Row:
    return [draft_button(draft, texts.DROP_BUTTON, "drop")]


def turned(body: Body, what: str, which: str, known: Knowledge, keys: Keys) -> Body | None:
    """The draft after a button that looks elsewhere."""
    if what == "turn" and which.isdigit():
        return {**body, "page": int(which)}
    if what == "articles":
        return looking()
    article = keys.article(known, which) if what == "article" else None
    return looking(article=article.id) if article else None


def chosen(body: Body, which: str, known: Knowledge) -> str | None:
    """The fact that a button with its number stands for."""
    ids: list[str] = body["found"]
    if not ids and body.get("article"):
        ids = [fact.id for fact in _top_facts(known, known.reader.article(body["article"]))]
    return ids[int(which)] if which.isdigit() and int(which) < len(ids) else None

"""Knowledge made up by hypothesis: sound packs with awkward words in them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

from hypothesis import strategies as st

from knowledge.models import Article, Fact, Name, Pack, Period, Topic

AWKWARD = (
    "no", "true", "null", "~", "010", "089", "08", "1e5", ".5e3", "1.", "+1", "12:30", "0x1F", "0o7", "1_000", "2024-01-02",
    ".nan", ".inf", "<<", "=", "-", "- a", "a: b", "a #b", "# a", "*a", "&a", "!a", "%a", "@a", "`a", "|", ">", "'", '"', "''",
    "{place}", "[a]", "{a: b}", "---", "...", "?", ": ", "\\n", "a  b", "Đăng Vân", "\u1ea5", "a\u0302\u0301", "a\u2028b", "\ufeffa",
    "\u200b", "\U0001f3ee", "a" * 300,
)  # fmt: skip
"""Words that YAML, Unicode or we ourselves might take for something else."""


def _words(*excluded: str) -> st.SearchStrategy[str]:
    characters = st.characters(exclude_categories=["Cs", "Cc", *excluded])
    written = st.one_of(st.sampled_from(AWKWARD), st.text(characters, min_size=1, max_size=12))
    return written.filter(lambda text: text.strip() and not text[0].isspace() and not text[-1].isspace())


words = _words()
sentences = _words("Nd", "Nl", "No")
"""What a fact may say: by chance it gives no figure but its own, which would be refused."""
lists = st.lists(words, max_size=3).map(tuple)
ids = st.from_regex(r"[a-z0-9][a-z0-9._/-]{0,6}", fullmatch=True).filter(lambda key: key != "topics")
days = st.dates(date(1990, 1, 1), date(2030, 1, 1))
moments = st.datetimes(
    *(datetime.combine(day, time()) for day in (date(1990, 1, 1), date(2030, 1, 1))),
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=7))]),
)
figures = st.one_of(st.integers(-(10**9), 10**9), st.floats(allow_nan=False, allow_infinity=False))
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
articles = st.builds(
    Article, id=ids, title=st.none() | words, about=words, series=st.none() | words, author=st.none() | words,
    published=moments, url=st.none() | st.just("https://x.example/a?b=c#d"), text=st.none() | texts,
)  # fmt: skip
periods = st.none() | st.builds(Period, label=st.none() | words, as_of=st.none() | days)


def kinds_and_values() -> st.SearchStrategy[dict]:
    """A kind with a value and items that suit it."""
    return st.one_of(
        st.fixed_dictionaries({"kind": st.just("count"), "value": figures, "items": lists}),
        st.fixed_dictionaries(
            {"kind": st.just("share"), "value": figures, "of": st.none() | st.integers(1, 100)}
        ),
        st.fixed_dictionaries({"kind": st.just("date"), "value": days.map(str)}),
        st.fixed_dictionaries({"kind": st.just("date"), "value": days.map(lambda day: f"{day:%Y-%m}")}),
        st.fixed_dictionaries({"kind": st.sampled_from(["person", "list"]), "items": lists.filter(bool)}),
        st.fixed_dictionaries({"kind": st.sampled_from(["statement", "not_stated"])}),
    )


@st.composite
def packs(draw: st.DrawFn) -> Pack:
    """A pack that needs no other."""
    places = draw(st.lists(ids, min_size=1, max_size=3, unique=True))
    names = [
        Name(
            id=key,
            name=draw(words),
            kind="place",
            aliases=draw(lists),
            part_of=places[at - 1] if at else None,
        )
        for at, key in enumerate(places)
    ]
    topics = [
        Topic(id=key, label=draw(words), phrases=draw(lists), examples=("{place} là gì",))
        for key in draw(st.lists(ids, min_size=1, max_size=2, unique=True))
    ]
    article = draw(articles)
    keys = iter(draw(st.lists(ids, min_size=4, max_size=10, unique=True)))

    def fact(key: str, **more: object) -> Fact:
        given = {
            "id": key, "article": article.id, "subject": draw(st.sampled_from(places)),
            "topic": draw(st.sampled_from([topic.id for topic in topics])), "unit": draw(st.none() | words),
            "facets": draw(lists), "period": draw(periods), "statement": draw(sentences), "note": draw(st.none() | words),
            "paragraph": draw(st.none() | st.integers(0, 99)), "quote": draw(st.none() | texts),
        }  # fmt: skip
        return Fact(**{**given, **more})

    parts = tuple(
        fact(next(keys), kind="count", value=draw(st.integers(0, 99))) for _ in range(draw(st.integers(0, 2)))
    )
    whole = fact(
        next(keys), kind="count", value=sum(part.value for part in parts), parts=parts, complete=bool(parts)
    )
    return Pack(
        article=article, names=tuple(names), topics=tuple(topics),
        facts=(whole, *(fact(key, **draw(kinds_and_values())) for key in keys)),
    )  # fmt: skip

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from pydantic import ValidationError

from knowledge.models import Answer, Article, Block, Citation, Fact, Name, Pack, Period, Topic

FACT = {"id": "f", "article": "a", "subject": "s", "topic": "t", "statement": "Có 3 cầu."}
ARTICLE = {"id": "a", "about": "cầu treo", "published": "2024-05-06T07:30:00+07:00"}


def fact(**fields):
    return Fact.model_validate({**FACT, **fields})


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "count", "value": 3},
        {"kind": "count", "value": 0},
        {"kind": "count", "value": -4.5, "items": ["Bến Lạ"]},
        {"kind": "share", "value": 6, "of": 10},
        {"kind": "share", "value": 86.2},
        {"kind": "date", "value": "2024-02-29"},
        {"kind": "date", "value": "2024-02"},
        {"kind": "person", "items": ["Tạ Thị Mơ"]},
        {"kind": "list", "items": ["Bến Lạ", "Suối Rằm"]},
        {"kind": "statement"},
        {"kind": "not_stated"},
    ],
)
def test_a_value_that_suits_its_kind_is_kept_as_it_is(fields):
    kept = fact(**fields)
    assert {key: getattr(kept, key) for key in fields} == {
        key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()
    }
    assert type(kept.value) is type(fields.get("value"))


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "count"},
        {"kind": "count", "value": "3"},
        {"kind": "count", "value": True},
        {"kind": "count", "value": float("nan")},
        {"kind": "share", "value": float("inf")},
        {"kind": "count", "value": 3, "of": 10},
        {"kind": "share", "value": 3, "of": False},
        {"kind": "share", "value": 3, "of": float("inf")},
        {"kind": "date", "value": "2023-02-29"},
        {"kind": "date", "value": "2024"},
        {"kind": "date", "value": "06/05/2024"},
        {"kind": "date", "value": 2024},
        {"kind": "date", "value": "２０２４-05"},
        {"kind": "person"},
        {"kind": "list", "items": []},
        {"kind": "person", "items": ["Mơ"], "value": 1},
        {"kind": "statement", "value": "x"},
        {"kind": "not_stated", "value": 0},
        {"kind": "number", "value": 1},
        {"kind": "count", "value": 3, "statement": " "},
        {"kind": "count", "value": 3, "statement": "hai\ndòng"},
        {"kind": "count", "value": 3, "statement": "a" * 2001},
        {"kind": "count", "value": 3, "facets": [""]},
        {"kind": "count", "value": 3, "paragraph": -1},
        {"kind": "count", "value": 3, "paragraph": True},
        {"kind": "count", "value": 3, "id": "Đăng Vân"},
        {"kind": "count", "value": 3, "id": "/f"},
        {"kind": "count", "value": 3, "colour": "red"},
    ],
)
def test_what_a_fact_may_not_say_is_refused(fields):
    with pytest.raises(ValidationError):
        fact(**fields)


def parts(*values):
    return [{**FACT, "id": f"f/{at}", "kind": "count", "value": value} for at, value in enumerate(values)]


@pytest.mark.parametrize(
    ("whole", "values"), [(9, (4, 5)), (0.3, (0.1, 0.2)), (0, (0,)), (-1, (1, -2)), (2.0, (1, 1))]
)
def test_parts_that_claim_to_be_the_whole_add_up_exactly(whole, values):
    kept = fact(kind="count", value=whole, complete=True, parts=parts(*values))
    assert [part.number for part in kept.parts] == list(values)


@pytest.mark.parametrize(
    ("whole", "values"), [(9, (4, 4)), (9, ()), (0.3, (0.1, 0.2000001)), (10**17 + 1, (10**17,))]
)
def test_parts_that_claim_to_be_the_whole_and_are_not_are_refused(whole, values):
    with pytest.raises(ValidationError, match="add up"):
        fact(kind="count", value=whole, complete=True, parts=parts(*values))


def test_parts_that_claim_nothing_need_not_add_up():
    assert fact(kind="count", value=9, parts=parts(4, 4)).complete is False


def test_a_whole_without_a_figure_has_no_complete_breakdown():
    with pytest.raises(ValidationError, match="a not_stated has no figure"):
        fact(kind="not_stated", complete=True, parts=parts(4))


def test_a_family_is_told_whole_before_part():
    inner = {**parts(1)[0], "id": "f/0/0"}
    outer = {**parts(1)[0], "parts": [inner]}
    assert [one.id for one in fact(kind="count", value=1, parts=[outer]).family()] == ["f", "f/0", "f/0/0"]


def test_a_fact_comes_back_from_the_store_without_asking_for_its_parts():
    alone = fact(kind="count", value=9, complete=True, parts=parts(9)).model_copy(update={"parts": ()})
    assert Fact.from_store(alone.model_dump_json(exclude_defaults=True)) == alone


@pytest.mark.parametrize(
    "kept",
    [
        Article.model_validate({**ARTICLE, "title": "Cầu", "url": "https://a.vn/b"}),
        Article.model_validate({**ARTICLE, "published": "2024-05-06T00:30:00.25Z"}),
        Name(id="n", name="N", kind="place", aliases=("xã N", "N.")),
        Topic(id="t", label="T", phrases=("cầu",), examples=("{place} có cầu nào",)),
        fact(kind="share", value=86.2, of=100, unit="%", facets=("nữ",), note="x", paragraph=0),
        fact(kind="list", items=("Bến Lạ",), period={"label": "năm 2024", "since": "2024-01-01"}),
        fact(kind="count", value=9, complete=True, parts=parts(4, 5)),
    ],
)
def test_a_model_comes_back_from_the_store_as_it_was(kept):
    back = type(kept).from_store(kept.model_dump_json())
    assert back == kept
    assert hash(back) == hash(kept)
    assert back.model_dump_json() == kept.model_dump_json()


def test_an_article_can_always_be_cited():
    with pytest.raises(ValidationError, match="about"):
        Article.model_validate({**ARTICLE, "about": None})
    assert Article.model_validate(ARTICLE).label == "cầu treo"
    assert Article.model_validate({**ARTICLE, "title": "Cầu"}).label == "Cầu"


def test_a_moment_without_a_time_zone_is_one_in_vietnam():
    article = Article.model_validate({**ARTICLE, "published": "2024-05-06T07:30:00"})
    assert article.published == datetime.fromisoformat("2024-05-06T07:30:00+07:00")
    assert article.published.utcoffset() == timedelta(hours=7)


@pytest.mark.parametrize(
    "published", [2024, "2024", 20240506, 0, True, "hôm qua", "06/05/2024", None, "2024-13-01"]
)
def test_what_is_no_day_is_never_read_as_some_day(published):
    with pytest.raises(ValidationError):
        Article.model_validate({**ARTICLE, "published": published})


@pytest.mark.parametrize("day", [0, 86400, "0", True, "2024", "2024-02-30", "6/5/2024"])
@pytest.mark.parametrize("field", ["since", "as_of"])
def test_a_period_is_bounded_by_days_only(field, day):
    with pytest.raises(ValidationError):
        Period.model_validate({field: day})


def test_a_period_begins_before_the_day_it_speaks_from():
    assert Period(since=date(2024, 5, 6), as_of=date(2024, 5, 6)).since == date(2024, 5, 6)
    with pytest.raises(ValidationError, match="after"):
        Period(since=date(2024, 5, 7), as_of=date(2024, 5, 6))


@pytest.mark.parametrize("example", ["{places} có gì", "{} có gì", "{ có gì", "có gì }", "{{place}} có gì"])
def test_an_example_holds_known_placeholders_only(example):
    with pytest.raises(ValidationError, match="stand for names"):
        Topic(id="t", label="T", examples=(example,))


def test_an_example_may_hold_each_placeholder():
    example = "{person} ở {place} viết {document} của {organisation}"
    assert Topic(id="t", label="T", examples=(example,)).examples == (example,)


@pytest.mark.parametrize(
    "url", ["ftp://x.example", "javascript:alert(1)", "https://", "x.example", "https://x y"]
)
def test_a_link_is_one_that_a_browser_opens(url):
    with pytest.raises(ValidationError):
        Article.model_validate({**ARTICLE, "url": url})


@pytest.mark.parametrize(
    "model",
    [
        Period(),
        Name(id="n", name="N", kind="place"),
        Topic(id="t", label="T"),
        Pack(),
        fact(kind="statement"),
    ],
)
def test_a_model_never_changes(model):
    field = next(iter(type(model).model_fields))
    with pytest.raises(ValidationError, match="frozen"):
        setattr(model, field, None)


def test_a_citation_of_several_blocks_is_listed_once():
    one = Citation(
        article="a", title=None, about="x", author=None, published=date(2024, 5, 6), paragraph=1, url=None
    )
    other = replace(one, paragraph=2)
    blocks = [Block(sentence="x", citation=cited) for cited in (one, other, one, None)]
    assert Answer(question="?", status="answered", blocks=tuple(blocks)).citations == (one, other)

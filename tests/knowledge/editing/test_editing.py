from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from knowledge.editing import Edit, apply, preview, undo, version_of
from knowledge.errors import EditError, OutdatedError, PackError
from knowledge.exchange.loading import load_packs, read_packs
from knowledge.fields import VIETNAM_TIME
from knowledge.models import Article, Fact, Name, Topic
from knowledge.service import Knowledge
from knowledge.store.history import changes_of, step_of, steps
from knowledge.store.reader import connect
from tests.stores import contents, facts, mentions, rows

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
WHOLE, GO, THEP = "dang-van-2024/cau-treo", "dang-van-2024/cau-treo/go", "dang-van-2024/cau-treo/thep"
ARTICLE = "dang-van-2024-05-06"
ADDED = Fact(
    id="dang-van-2024/tre", article=ARTICLE, subject="dang-van", topic="cau-treo", kind="count", value=3,
    unit="cầu treo", facets=("bằng tre",), statement="3 cầu treo ở Đăng Vân làm bằng tre.",
)  # fmt: skip


@pytest.fixture
def connection(store):
    opened = connect(store)
    yield opened
    opened.commit()
    opened.close()


@pytest.fixture
def edit(connection):
    def edit(author="an", now=NOON, why=None, seen=None, **changed):
        applied = apply(
            connection, Edit(author=author, why=why, seen=seen or {}, **changed), now=now, zone=VIETNAM_TIME
        )
        connection.commit()
        return applied

    return edit


@pytest.fixture
def take_back(connection):
    def take_back(step, author="an", now=NOON):
        applied = undo(connection, step, author=author, now=now, zone=VIETNAM_TIME)
        connection.commit()
        return applied

    return take_back


def fact_of(store, key):
    with Knowledge.open(store) as known:
        stored = {entry.fact.id: entry for entry in known.reader.all_facts(None)}
    parts = [entry.fact for entry in stored.values() if entry.whole == key]
    return stored[key].fact.model_copy(update={"parts": tuple(parts)}) if key in stored else None


def standing(store):
    return {key for key, (_, withdrawn) in facts(store).items() if not withdrawn}


def test_a_fact_that_an_editor_adds_answers_the_next_question(store, edit):
    with Knowledge.open(store) as known:
        assert known.ask("Đăng Vân có bao nhiêu cầu treo bằng tre?").status != "answered"
        edit(facts=(ADDED,))
        answer = known.ask("Đăng Vân có bao nhiêu cầu treo bằng tre?")
        assert (answer.status, [fact.value for fact in answer.facts]) == ("answered", [3])


def test_a_step_tells_who_changed_what_when_and_why(connection, edit):
    step = edit(author="12", why="bài mới", facts=(ADDED,)).step
    found = step_of(connection, step)
    assert (found.author, found.at, found.why, found.undoes) == ("12", NOON, "bài mới", None)
    [change] = changes_of(connection, step)
    assert (change.what, change.id, change.before.body) == ("fact", ADDED.id, None)
    assert Fact.from_store(change.after.body) == ADDED


def test_a_load_is_a_step_too(connection):
    [loaded] = steps(connection, 10)
    assert loaded.author == "packs"
    assert len(changes_of(connection, loaded.id)) == len(rows_of(connection, "SELECT 1 FROM change"))


def rows_of(connection, sql):
    return connection.execute(sql).fetchall()


def test_an_edit_that_changes_nothing_is_no_step(store, edit):
    assert edit(facts=(fact_of(store, WHOLE),)).step is None


def test_a_part_left_out_of_its_whole_is_withdrawn(store, edit):
    whole = fact_of(store, WHOLE)
    edit(facts=(whole.model_copy(update={"parts": whole.parts[:1], "complete": False}),))
    assert standing(store) & {WHOLE, GO, THEP} == {WHOLE, GO}


def test_the_parts_of_a_withdrawn_fact_go_with_it(store, edit, take_back):
    step = edit(withdrawn=(WHOLE,)).step
    assert standing(store) & {WHOLE, GO, THEP} == set()
    take_back(step)
    assert standing(store) >= {WHOLE, GO, THEP}


@pytest.mark.parametrize(
    ("changed", "field", "reason"),
    [
        ({"facts": [ADDED.model_copy(update={"subject": "o-dau"})]}, "facts[0].subject", "unknown"),
        ({"facts": [ADDED.model_copy(update={"topic": "gi-day"})]}, "facts[0].topic", "unknown"),
        ({"facts": [ADDED.model_copy(update={"article": "bai-nao"})]}, "facts[0].article", "unknown"),
        ({"facts": [ADDED, ADDED]}, "facts[1].id", "twice"),
        ({"facts": [ADDED.model_copy(update={"id": GO})]}, "facts[0].id", "elsewhere"),
        ({"facts": [ADDED.model_copy(update={"id": "suoi-ram-2025/cau-treo"})]}, "facts[0].id", "elsewhere"),
        ({"withdrawn": ["khong-co"]}, "withdrawn[0]", "unknown"),
        ({"withdrawn": [GO]}, "withdrawn[0]", "sum"),
        ({"names": [Name(id="a", name="A", kind="place", part_of="b")]}, "names[0].part_of", "unknown"),
        (
            {"names": [Name(id="dang-van", name="Đăng Vân", kind="place", part_of="suoi-ram")]},
            "names[0].part_of",
            "circle",
        ),
    ],
)
def test_what_does_not_fit_is_refused_by_its_field_and_nothing_is_kept(store, edit, changed, field, reason):
    before = facts(store), mentions(store)
    with pytest.raises(EditError) as refused:
        edit(topics=(Topic(id="moi", label="Mới"),), **changed)
    assert (refused.value.field, refused.value.reason) == (field, reason)
    assert (facts(store), mentions(store)) == before
    assert rows(store, "SELECT 1 FROM topic WHERE id = 'moi'") == []


def test_the_second_of_two_editors_is_told_who_was_first(connection, store, edit):
    whole = fact_of(store, WHOLE)
    seen = {("fact", WHOLE): version_of(connection, "fact", WHOLE)}
    edit(author="an", facts=(whole.model_copy(update={"note": "a"}),), seen=seen)
    with pytest.raises(OutdatedError) as late:
        edit(author="binh", facts=(whole.model_copy(update={"note": "b"}),), seen=seen)
    assert (late.value.what, late.value.id, late.value.author, late.value.at) == ("fact", WHOLE, "an", NOON)
    assert fact_of(store, WHOLE).note == "a"


def test_whoever_saw_a_whole_is_told_that_one_of_its_parts_is_another_now(connection, store, edit):
    whole = fact_of(store, WHOLE)
    seen = {("fact", WHOLE): version_of(connection, "fact", WHOLE)}
    go, thep = whole.parts
    edit(facts=(whole.model_copy(update={"parts": (go, thep.model_copy(update={"note": "mới"}))}),))
    with pytest.raises(OutdatedError):
        edit(facts=(whole,), seen=seen)


def test_two_editors_adding_the_same_fact_is_noticed(edit):
    edit(facts=(ADDED,), seen={("fact", ADDED.id): 0})
    with pytest.raises(OutdatedError):
        edit(facts=(ADDED,), seen={("fact", ADDED.id): 0})


def test_what_an_undoing_took_back_comes_back_when_that_is_undone(store, edit, take_back):
    before = standing(store)
    step = edit(facts=(ADDED,)).step
    undoing = take_back(step).step
    assert standing(store) == before
    again = take_back(undoing).step
    assert standing(store) == before | {ADDED.id}
    take_back(again)
    assert standing(store) == before


def test_what_was_changed_since_is_not_undone(store, edit, take_back):
    step = edit(facts=(ADDED,)).step
    later = NOON + timedelta(minutes=3)
    edit(author="binh", facts=(ADDED.model_copy(update={"value": 4}),), now=later)
    with pytest.raises(OutdatedError) as refused:
        take_back(step)
    assert (refused.value.author, refused.value.at) == ("binh", later)
    assert fact_of(store, ADDED.id).value == 4


def test_a_step_cannot_be_undone_twice(edit, take_back):
    step = edit(facts=(ADDED,)).step
    take_back(step, author="binh")
    with pytest.raises(OutdatedError) as refused:
        take_back(step)
    assert refused.value.author == "binh"


def test_a_name_that_others_rely_on_is_not_taken_back(store, edit, take_back):
    ben = Name(id="ben-la", name="Bến Lạ", kind="place", part_of="dang-van")
    step = edit(names=(ben,)).step
    relying = edit(facts=(ADDED.model_copy(update={"subject": "ben-la"}),)).step
    with pytest.raises(EditError) as refused:
        take_back(step)
    assert (refused.value.reason, refused.value.others) == ("needed", (ADDED.id,))
    take_back(relying)
    take_back(step)
    with Knowledge.open(store) as known:
        assert "ben-la" not in known.lexicon.names


def test_an_article_with_its_name_topic_and_facts_comes_and_goes_as_one(store, edit, take_back):
    article = Article(id="ben-la-2026", about="bến Lạ", published=NOON)
    changed = {
        "articles": (article,), "names": (Name(id="ben-la", name="Bến Lạ", kind="place"),),
        "topics": (Topic(id="do", label="Đò ngang", phrases=("đò ngang",)),),
        "facts": (
            Fact(
                id="ben-la-2026/do", article=article.id, subject="ben-la", topic="do", kind="count", value=2, unit="con đò",
                statement="Bến Lạ có 2 con đò ngang.",
            ),
        ),
    }  # fmt: skip
    step = edit(**changed).step
    with Knowledge.open(store) as known:
        assert [fact.value for fact in known.ask("Bến Lạ có bao nhiêu đò ngang?").facts] == [2]
        undoing = take_back(step).step
        assert known.ask("Bến Lạ có bao nhiêu đò ngang?").status == "unknown"
        assert article.id not in [found.id for found in known.reader.articles()]
        take_back(undoing)
        assert [fact.value for fact in known.ask("Bến Lạ có bao nhiêu đò ngang?").facts] == [2]


def test_an_alias_is_found_in_questions_and_facts_until_it_is_taken_back(store, edit, take_back):
    before = mentions(store)
    with Knowledge.open(store) as known:
        hoi = known.lexicon.names["hoi-den"]
        step = edit(names=(hoi.model_copy(update={"aliases": ("bến Quyên Giang",)}),)).step
        assert mentions(store) - before == {("hoi-den", "suoi-ram-2025/mua-hoi", "mentioned")}
        assert known.ask("bến Quyên Giang bán bao nhiêu đèn lồng?").understood.names == ("hoi-den",)
        take_back(step)
        assert known.ask("bến Quyên Giang bán bao nhiêu đèn lồng?").understood.names == ()
    assert mentions(store) == before


def test_a_name_put_into_another_place_takes_its_facts_there(store, edit):
    with Knowledge.open(store) as known:
        mo = known.lexicon.names["ta-thi-mo"]
        ram = known.lexicon.names["suoi-ram"]
    edit(names=(mo.model_copy(update={"part_of": "suoi-ram"}), ram.model_copy(update={"part_of": None})))
    within = {(name, fact) for name, fact, role in mentions(store) if role == "within"}
    assert within == {("dang-van", "dang-van-2024/den-long")}


def test_a_preview_shows_the_answers_to_come_and_keeps_nothing(store):
    question, before = "Đăng Vân có bao nhiêu cầu treo bằng tre?", contents(store)
    edit = Edit("an", facts=(ADDED,))
    [answer, other] = preview(store, edit, [question, "Đăng Vân có bao nhiêu cầu treo bằng gỗ?"])
    assert [fact.value for fact in answer.facts + other.facts] == [3, 12]
    with Knowledge.open(store) as known:
        assert known.ask(question).status != "answered"
    assert contents(store) == before


def test_a_preview_leaves_the_lexicon_in_use_as_it_is(store):
    name = Name(id="ben-la", name="Bến Lạ", kind="place")
    edit = Edit("an", names=(name,), facts=(ADDED.model_copy(update={"subject": "ben-la"}),))
    with Knowledge.open(store) as known:
        lexicon = known.lexicon
        [answer] = preview(store, edit, ["Bến Lạ có bao nhiêu cầu treo bằng tre?"], lexicon=lexicon)
        assert [fact.value for fact in answer.facts] == [3]
        assert known.lexicon is lexicon
        assert ("ben-la" in lexicon.names, lexicon.name_called("Bến Lạ")) == (False, None)


def test_a_preview_of_what_does_not_fit_says_so(store):
    with pytest.raises(EditError):
        preview(store, Edit("an", withdrawn=("khong-co",)), [])


def test_packs_are_loaded_again_beside_what_editors_have_made_of_their_names_and_topics(store, packs, edit):
    with Knowledge.open(store) as known:
        van, bridges = known.lexicon.names["dang-van"], known.lexicon.topics["cau-treo"]
    van = van.model_copy(update={"aliases": ("Xứ Đèn",)})
    bridges = bridges.model_copy(update={"phrases": ("cầu treo", "cầu dây")})
    edit(names=(van,), topics=(bridges,))
    assert load_packs(store, read_packs([packs])).unchanged == 9
    with Knowledge.open(store) as known:
        assert (known.lexicon.names["dang-van"], known.lexicon.topics["cau-treo"]) == (van, bridges)
    file = packs / "topics.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("cây cầu treo", "cầu khác"), encoding="utf-8")
    with pytest.raises(PackError, match="'cau-treo' is known already, with another phrases"):
        load_packs(store, read_packs([packs]))

"""Any edits and undoings, held against a model that keeps the whole knowledge as plain dictionaries."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, multiple, rule

from knowledge.editing import Edit, apply, undo
from knowledge.errors import EditError, OutdatedError
from knowledge.exchange.loading import export, load_packs, read_packs
from knowledge.models import Article, Fact, Name, Topic, sum_problem
from knowledge.reading.lexicon import Lexicon
from knowledge.service import Knowledge
from knowledge.store.reader import connect
from tests.stores import mentions, rows

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
PLACES, TOPICS, WHOLES = ("lang", "xom", "thon"), ("cau", "den"), ("f", "g")
WORDS = st.sampled_from(["Lãng", "Khê", "Lãng Khê", "cầu đá", "đèn dầu", "Bến Lãng Khê"])
few = st.lists(WORDS, max_size=2, unique=True).map(tuple)

names = st.builds(
    Name, id=st.sampled_from(PLACES), name=WORDS, kind=st.just("place"), aliases=few,
    part_of=st.sampled_from([None, None, None, *PLACES]),
)  # fmt: skip
topics = st.builds(Topic, id=st.sampled_from(TOPICS), label=WORDS, phrases=few)
articles = st.builds(Article, id=st.just("bai"), about=WORDS, published=st.just(NOON))
figures = st.integers(0, 3)


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    """A whole of which the parts, if it has any, may or may not be told to make it up."""
    key = draw(st.sampled_from(WHOLES))
    common = {
        "article": "bai", "subject": draw(st.sampled_from(PLACES)), "topic": draw(st.sampled_from(TOPICS)), "kind": "count",
    }  # fmt: skip
    parts = tuple(
        Fact(id=f"{key}/{at}", value=draw(figures), facets=draw(few), statement=draw(WORDS), **common)
        for at in draw(st.lists(st.sampled_from([1, 2]), unique=True, max_size=2))
    )
    complete = bool(parts) and draw(st.booleans())
    value = sum(part.number for part in parts) if complete else draw(figures)
    return Fact(
        id=key, value=value, unit=draw(st.none() | WORDS), statement=draw(WORDS), parts=parts, complete=complete, **common
    )  # fmt: skip


edits = st.builds(
    Edit, author=st.just("an"), names=st.lists(names, max_size=2, unique_by=lambda name: name.id).map(tuple),
    topics=st.lists(topics, max_size=2, unique_by=lambda topic: topic.id).map(tuple),
    articles=st.lists(articles, max_size=1).map(tuple),
    facts=st.lists(facts(), max_size=2, unique_by=lambda fact: fact.id).map(tuple) | st.lists(facts(), max_size=3).map(tuple),
    withdrawn=st.just(()) | st.just(()) | st.lists(st.sampled_from([*WHOLES, "f/1", "g/2"]), max_size=2, unique=True).map(tuple),
)  # fmt: skip
FIRST = Edit(
    "an", names=tuple(Name(id=key, name=key, kind="place") for key in PLACES),
    topics=tuple(Topic(id=key, label=key) for key in TOPICS), articles=(Article(id="bai", about="bài", published=NOON),),
)  # fmt: skip
"""What every other edit may build on."""
Model = dict[tuple[str, str], Any]
"""Everything that stands, by what it is and its id; facts without their parts, with what they are a part of."""


def alone(fact: Fact) -> Fact:
    """A fact apart from its parts, which the models would miss."""
    return Fact.from_store(fact.model_copy(update={"parts": ()}).model_dump_json())


def parts_in(model: Model, whole: str) -> list[str]:
    return [key for (what, key), found in model.items() if what == "fact" and found[1] == whole]


def without(model: Model, fact: str) -> Model:
    for part in parts_in(model, fact):
        model = without(model, part)
    return {key: found for key, found in model.items() if key != ("fact", fact)}


def is_sound(model: Model) -> bool:
    """Whether everything stands that other things rest on, and sums add up."""
    for (what, key), found in model.items():
        if what == "name":
            above, seen = found.part_of, {key}
            while above is not None:
                if above in seen or ("name", above) not in model:
                    return False
                seen.add(above)
                above = model["name", above].part_of
        if what == "fact":
            fact, whole = found
            rests_on = [("name", fact.subject), ("topic", fact.topic), ("article", fact.article)]
            if any(one not in model for one in [*rests_on, *([("fact", whole)] if whole else [])]):
                return False
            parts = [model["fact", part][0] for part in parts_in(model, key)]
            if fact.complete and sum_problem(fact, parts):
                return False
    return True


def edited(model: Model, edit: Edit) -> Model | None:
    """The model after an edit; None where that is to be refused."""
    given = [fact.id for whole in edit.facts for fact in whole.family()] + list(edit.withdrawn)
    if len(set(given)) < len(given):
        return None
    model = {
        **model,
        **{("name", one.id): one for one in edit.names},
        **{("topic", one.id): one for one in edit.topics},
        **{("article", one.id): one for one in edit.articles},
    }
    for fact in edit.withdrawn:
        if ("fact", fact) not in model:
            return None
        model = without(model, fact)
    for whole in edit.facts:
        for part in set(parts_in(model, whole.id)) - {part.id for part in whole.parts}:
            model = without(model, part)
        model = {**model, ("fact", whole.id): (alone(whole), None)}
        model |= {("fact", part.id): (alone(part), whole.id) for part in whole.parts}
    return model if is_sound(model) else None


@cache
def bare_store() -> Path:
    """A store of nothing, made once; it goes with the process."""
    path = Path(tempfile.mkdtemp()) / "bare.db"
    atexit.register(shutil.rmtree, path.parent)
    load_packs(path, [], only=True)
    return path


class Editing(RuleBasedStateMachine):
    """One store being edited, beside its model."""

    done = Bundle("done")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.store = Path(shutil.copy(bare_store(), self.folder / "store.db"))
        self.connection = connect(self.store)
        self.known = Knowledge(self.store)
        self.known.matcher  # noqa: B018  what is kept up to date from here on
        self.model: Model = {}
        self.edit(FIRST)

    @rule(target=done, edit=edits)
    def make(self, edit: Edit) -> Any:
        return self.edit(edit)

    def edit(self, edit: Edit) -> Any:
        before, after = self.model, edited(self.model, edit)
        try:
            applied = apply(self.connection, edit, now=NOON, zone=UTC)
        except EditError:
            assert after is None
            return multiple()
        assert after is not None
        self.model = after
        return self.step(applied.step, before)

    @rule(target=done, step=done)
    def take_back(self, step: Any) -> Any:
        number, stood, left = step
        before = self.model
        after = {key: one for key, one in before.items() if key not in stood} | {
            key: one for key, one in stood.items() if one is not None
        }
        try:
            applied = undo(self.connection, number, author="binh", now=NOON, zone=UTC)
        except OutdatedError:
            assert any(before.get(key) != one for key, one in left.items())
            return multiple()
        except EditError:
            assert not is_sound(after)
            return multiple()
        assert is_sound(after)
        assert all(before.get(key) == one for key, one in left.items())
        self.model = after
        return self.step(applied.step, before)

    def step(self, number: int | None, before: Model) -> Any:
        changed = [
            key for key in {**before, **self.model} if before.get(key, None) != self.model.get(key, None)
        ]
        assert (number is None) == (not changed)
        if number is None:
            return multiple()
        return (
            number,
            {key: before.get(key) for key in changed},
            {key: self.model.get(key) for key in changed},
        )

    @invariant()
    def the_store_has_what_the_model_has(self) -> None:
        self.connection.commit()
        reader = self.known.reader
        found: Model = {("name", one.id): one for one in reader.names()}
        found |= {("topic", one.id): one for one in reader.topics()}
        found |= {("article", one.id): one for one in reader.articles()}
        found |= {("fact", one.fact.id): (one.fact, one.whole) for one in reader.all_facts(None)}
        assert found == self.model

    @invariant()
    def what_questions_are_read_with_is_as_if_made_anew(self) -> None:
        kept, reader = self.known.lexicon, self.known.reader
        new = Lexicon(
            names=reader.names(), topics=reader.topics(), facets=reader.facets(), units=reader.units()
        )
        assert (kept.names, kept.topics) == (new.names, new.topics)
        assert (kept.facets, kept.unit_names) == (new.facets, new.unit_names)
        words = {word for lexicon in (kept, new) for word in lexicon.speller.learned.told}
        for word in {*words, "lang", "khe", "cau", "den"}:
            assert kept.weight(word) == new.weight(word)
            assert list(kept.phrasings([word])) == list(new.phrasings([word]))
            assert list(kept.facet_phrasings([word])) == list(new.facet_phrasings([word]))
        assert kept.speller.learned.told == new.speller.learned.told
        assert kept.speller.learned.vocabulary.pairs.keys() == new.speller.learned.vocabulary.pairs.keys()
        for text in ("Lãng", "Khê", "Lãng Khê", "Bến Lãng Khê", "cầu đá"):
            assert kept.name_called(text) == new.name_called(text)

    def teardown(self) -> None:
        self.connection.commit()
        exported, again = self.folder / "packs", Path(shutil.copy(bare_store(), self.folder / "again.db"))
        export(self.store, exported)
        load_packs(again, read_packs([exported]))
        assert mentions(again) == mentions(self.store)
        for table in ("SELECT topic, facet, facts FROM facet", "SELECT unit, facts FROM unit"):
            assert set(rows(again, table)) == set(rows(self.store, table))
        self.connection.close()
        self.known.close()
        shutil.rmtree(self.folder)


TestEditing = Editing.TestCase
TestEditing.settings = settings(max_examples=25, stateful_step_count=12, deadline=None)

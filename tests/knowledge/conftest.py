"""Knowledge to ask: of the invented districts, of the bundled articles, and of a pack made in a test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest

from knowledge.exchange.loading import create_bundled, load_packs, read_packs
from knowledge.models import Answer
from knowledge.service import Knowledge
from tests.evaluation import FOLDER
from tests.knowledge.asking import BACH_HA, DISTRICTS


@pytest.fixture(scope="session")
def districts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    """What is known of the two districts; only to be asked."""
    path = tmp_path_factory.mktemp("districts") / "districts.db"
    load_packs(path, read_packs([DISTRICTS]), only=True)
    with Knowledge.open(path) as known:
        yield known


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    """What a new store knows; only to be asked."""
    path = tmp_path_factory.mktemp("bundled") / "bundled.db"
    create_bundled(path)
    with Knowledge.open(path) as known:
        yield known


@pytest.fixture(scope="session")
def bach_ha(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    """The district; only to be asked."""
    path = tmp_path_factory.mktemp("quoting") / "bach-ha.db"
    load_packs(path, read_packs([BACH_HA]), only=True)
    with Knowledge.open(path) as known:
        yield known


@pytest.fixture(scope="session")
def pack_of_set(
    tmp_path_factory: pytest.TempPathFactory, bundled: Knowledge
) -> Iterator[Callable[[str], Knowledge]]:
    """What is known of the article of one question set by its name, or of the "bundled" ones; only to be asked."""
    with ExitStack() as opened:

        @cache
        def pack_of_set(name: str) -> Knowledge:
            if name == "bundled":
                return bundled
            store = tmp_path_factory.mktemp(name) / "store.db"
            load_packs(store, read_packs([FOLDER / f"{name}.yaml"]), only=True)
            return opened.enter_context(Knowledge.open(store))

        yield pack_of_set


@pytest.fixture(scope="session")
def asked(pack_of_set: Callable[[str], Knowledge]) -> Callable[[str, str], Answer]:
    """Ask a question, the second, of the article of one question set, the first."""
    return lambda name, question: pack_of_set(name).ask(question)


@pytest.fixture
def taught(tmp_path: Path) -> Iterator[Callable[..., Knowledge]]:
    """Knowledge made of one pack in a text, or with `beside` of the districts and that pack."""
    with ExitStack() as opened:

        def taught(text: str, *, beside: bool = False) -> Knowledge:
            file = tmp_path / "taught.yaml"
            file.write_text(text, encoding="utf-8")
            load_packs(
                tmp_path / "taught.db", read_packs([file, *([DISTRICTS] if beside else [])]), only=True
            )
            return opened.enter_context(Knowledge.open(tmp_path / "taught.db"))

        yield taught


def in_conversation(knowledge: Knowledge) -> Callable[..., list[Answer]]:
    """The answers to questions that one person asks one after the other."""

    def conversation(*questions: str) -> list[Answer]:
        answers, context = [], None
        for question in questions:
            reply = knowledge.reply(question, context=context)
            answers.append(reply.answer)
            context = reply.context
        return answers

    return conversation


@pytest.fixture
def conversation(districts: Knowledge) -> Callable[..., list[Answer]]:
    """A conversation about two districts of our own invention."""
    return in_conversation(districts)


@pytest.fixture
def bundled_conversation(bundled: Knowledge) -> Callable[..., list[Answer]]:
    """A conversation about the bundled articles."""
    return in_conversation(bundled)

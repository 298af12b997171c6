"""What must hold of the knowledge whoever changes it; EditError says where it does not."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.errors import EditError, Path
from knowledge.models import Fact, Name, sum_problem
from knowledge.store.history import What
from knowledge.store.recording import Recorder


def check_part_of(recorder: Recorder, name: Name, path: Path) -> None:
    """A name is part of names that there are, and not of itself."""
    here = [*path, "part_of"]
    seen, above = {name.id}, name.part_of
    while above is not None:
        known = recorder.known("name", above)
        if known is None:
            raise EditError(here, f"{above!r} is no known name", reason="unknown", others=[above])
        if above in seen:
            raise EditError(here, f"{name.id!r} would be part of itself", reason="circle")
        seen.add(above)
        above = recorder.name(above).part_of


def check_fact(recorder: Recorder, fact: Fact, path: Path, articles: Mapping[str, str] | None = None) -> None:
    """A fact is of an article, a name and a topic that there are, and its id is no other article's.

    `articles` has the articles of the facts that there are, where they have been read already.
    """
    asked: tuple[tuple[str, What, str], ...] = (
        ("subject", "name", fact.subject), ("topic", "topic", fact.topic), ("article", "article", fact.article)
    )  # fmt: skip
    for field, what, key in asked:
        if recorder.known(what, key) is None:
            raise EditError([*path, field], f"{key!r} is no known {what}", reason="unknown", others=[key])
    owner = (recorder.articles_of([fact.id]) if articles is None else articles).get(fact.id)
    if owner and owner != fact.article:
        message = f"{fact.id!r} belongs to the article {owner!r}"
        raise EditError([*path, "id"], message, reason="elsewhere", others=[owner])


def check_sum(recorder: Recorder, whole: str, path: Path) -> None:
    """The parts of a fact that is complete by them add up to it."""
    fact = recorder.fact(whole)
    if fact is None or not fact.complete:
        return
    parts = [part for key in recorder.parts_of(whole) if (part := recorder.fact(key))]
    if problem := sum_problem(fact, parts):
        raise EditError(path, f"{whole!r}: {problem.message()}", reason="sum", others=[whole])


def check_standing(recorder: Recorder, what: What, key: str) -> None:
    """A thing that stands has what it rests on, and nothing rests on one that does not."""
    if what == "fact":
        _check_standing_fact(recorder, key)
    else:
        name = recorder.known(what, key)
        if isinstance(name, Name):
            check_part_of(recorder, name, [what])
    if not recorder.stands(what, key) and (others := recorder.resting_on(what, key)):
        message = f"{key!r} is needed by {', '.join(map(repr, others))}"
        raise EditError([what], message, reason="needed", others=others)


def _check_standing_fact(recorder: Recorder, key: str) -> None:
    fact, whole = recorder.fact(key), recorder.state(key).whole
    if fact:
        check_fact(recorder, fact, ["fact"])
    if fact and whole and not recorder.stands("fact", whole):
        raise EditError(
            ["fact"], f"{key!r} is a part of {whole!r}, which is withdrawn", reason="unknown", others=[whole]
        )
    for one in (key, whole):
        if one:
            check_sum(recorder, one, ["fact"])

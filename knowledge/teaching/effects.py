"""What an edit would change in answers: questions asked before it and after."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from knowledge.answering.suggestions import about
from knowledge.models import Answer
from knowledge.reading.lexicon import Lexicon
from knowledge.store.statistics import ANSWERED
from knowledge.text.vietnamese import fold, normalize

MOST_PROBES = 40
"""How many questions that people asked are asked again, to see that their answers stay."""


class Given(NamedTuple):
    """What an answer gives, so that two can be compared."""

    status: str
    facts: tuple[tuple[object, ...], ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """A question with the answers it gets before and after an edit."""

    before: Answer
    after: Answer

    @property
    def question(self) -> str:
        """What was asked."""
        return self.after.question

    @property
    def changes(self) -> bool:
        """Whether somebody who asks will be told something else."""
        return given(self.before) != given(self.after)

    @property
    def answers(self) -> bool:
        """Whether the question has an answer afterwards."""
        return self.after.status in ANSWERED


def given(answer: Answer) -> Given:
    """What an answer gives."""
    return Given(answer.status, tuple((fact.id, fact.value, fact.items) for fact in answer.facts))


def effects(before: Sequence[Answer], after: Sequence[Answer]) -> list[Effect]:
    """The answers to the same questions, paired."""
    return [Effect(*pair) for pair in zip(before, after, strict=True)]


def answered_lately(connection: sqlite3.Connection, most: int = MOST_PROBES) -> list[str]:
    """Questions that people got answers to, the latest first, each once."""
    rows = connection.execute(
        "SELECT question FROM asked WHERE status IN (?, ?) ORDER BY at DESC LIMIT ?", (*ANSWERED, most * 5)
    )
    found = {fold(normalize(question)): question for (question,) in rows}
    return list(found.values())[:most]


def filled(examples: Iterable[str], subjects: Iterable[str], lexicon: Lexicon) -> list[str]:
    """Examples as questions, each about the first of some names that it can be about; as it is where it names nothing."""
    names = [lexicon.names[subject] for subject in subjects]
    return list(dict.fromkeys(filter(None, (about(example, names) for example in examples))))

"""What was found for a question, before it is put into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from knowledge.matching.judging import Judgement
from knowledge.reading.mentions import Stranger
from knowledge.store.reader import StoredFact

Status = Literal["answered", "not_stated", "unknown", "clarify"]


@dataclass(frozen=True)
class Finding:
    """What was found for one subject and topic: the best fact first, and how far it answers."""

    status: Status
    facts: tuple[StoredFact, ...] = ()
    best: Judgement | None = None
    subject: str | None = None
    stranger: Stranger | None = None
    unexplained: tuple[str, ...] = ()


@dataclass(frozen=True)
class Choice:
    """One of several readings to ask back about: a subject, or a topic."""

    label: str
    subject: str
    topic: str


@dataclass(frozen=True)
class Findings:
    """All that was found, one finding for each thing asked; `choices` where the reader must choose."""

    found: tuple[Finding, ...] = ()
    choices: tuple[Choice, ...] = ()

    @property
    def tell_unstated(self) -> bool:
        """Whether a fact says that just what is asked is not stated."""
        best = (finding.best for finding in self.found if finding.status == "not_stated")
        return any(j is not None and j.fact.kind == "not_stated" and j.explains_all for j in best)

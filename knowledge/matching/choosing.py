"""Asking back: the subjects or topics that a question may be about, where more than one would do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.matching.findings import Choice, Finding
from knowledge.matching.fitting import asks_for
from knowledge.matching.judging import Judgement
from knowledge.matching.settling import CLOSE
from knowledge.models import NUMERIC_KINDS
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.mentions import Mention
from knowledge.reading.understanding import Understanding


@dataclass(frozen=True)
class Chooser:
    """What there is to choose from for one question, whose names are in `focus`."""

    u: Understanding
    lexicon: Lexicon
    focus: Sequence[Mention]

    def choose(self, found: Sequence[Finding], judged: Sequence[Judgement]) -> list[Choice]:
        """The subjects or topics to choose from, where more than one would do; `judged` are all facts looked at."""
        if len(found) != 1 or found[0].best is None:
            return []
        best = found[0].best
        if not self.focus:
            rivals = [j for j in judged if j.explains_all or (j.cost <= best.cost + 3 * CLOSE)]
            subjects = dict.fromkeys(j.fact.subject for j in sorted(rivals, key=lambda j: j.cost))
            if len(subjects) > 1 and not self._names_an_answer(best):
                return self._by_name(subjects, best)
            return []
        namesakes = dict.fromkeys(
            j.fact.subject for j in judged if self._may_answer(j) and self._is_namesake(j.fact.subject)
        )
        if len(namesakes) > 1:
            return self._by_name(namesakes, best)
        rivals = [j for j in judged if j.cost <= best.cost + CLOSE and self._may_answer(j)]
        topics = dict.fromkeys(j.hit.topic for j in sorted(rivals, key=lambda j: j.cost))
        differing = {(j.fact.value, j.fact.items, j.fact.kind) for j in rivals}
        if len(topics) > 1 and len(differing) > 1 and best.fact.kind in (*NUMERIC_KINDS, "person", "date"):
            return [Choice(self.lexicon.topics[t].label, best.fact.subject, t) for t in list(topics)[:8]]
        return []

    def _by_name(self, subjects: Iterable[str], best: Judgement) -> list[Choice]:
        return [Choice(self.lexicon.told_apart(s), s, best.hit.topic) for s in list(subjects)[:8]]

    def _is_namesake(self, name: str) -> bool:
        """Whether the question's name may be this one or another of the same."""
        return any(name in mention.names and len(mention.names) > 1 for mention in self.focus)

    def _may_answer(self, judgement: Judgement) -> bool:
        return judgement.answers and judgement.fact.kind != "not_stated"

    def _names_an_answer(self, best: Judgement) -> bool:
        """Whether the question asks for the subject itself: "who", "which commune"."""
        kind = self.lexicon.names[best.fact.subject].kind
        return best.explains_all and asks_for(self.u.asks, kind)

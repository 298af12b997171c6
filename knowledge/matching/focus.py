"""Which of the names in a question it is about."""

from __future__ import annotations

from knowledge.reading.lexicon import Lexicon
from knowledge.reading.mentions import Mention
from knowledge.reading.understanding import Understanding

_IS = "là"


def focus_of(question: Understanding, lexicon: Lexicon) -> list[Mention]:
    """The names asked about, without those that only say where another lies."""
    claimed = _claimed_to_be(question, lexicon) if "whether" in question.asks else []
    named = (m for m in question.mentions if m not in claimed)
    above = {a for m in named for n in m.names for a in lexicon.above(n)}
    kept = [m for m in question.mentions if m.committee or not above.issuperset(m.names)]
    return list({m.names: m for m in reversed(kept)}.values())[::-1]


def _claimed_to_be(question: Understanding, lexicon: Lexicon) -> list[Mention]:
    """The persons said to be what is spoken of before: "giám đốc sở ở tỉnh X là ông Y à"."""
    return [
        m for m in question.mentions
        if m.start and question.tokens[m.start - 1].may_be(_IS) and lexicon.names[m.names[0]].kind == "person"
    ]  # fmt: skip

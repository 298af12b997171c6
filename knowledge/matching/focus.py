"""Which of the names in a question it is about."""

from __future__ import annotations

from itertools import takewhile

from knowledge.questions.joints import beside_what_is_within
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.mentions import Mention
from knowledge.reading.understanding import Understanding
from knowledge.text.language import language

_IS, _INDEED = "là", "phải"


def focus_of(question: Understanding, lexicon: Lexicon) -> list[Mention]:
    """The names asked about, without those that only say where another lies."""
    claimed = _claimed_to_be(question, lexicon) if "whether" in question.asks else []
    named = (m for m in question.mentions if m not in claimed)
    above = {a for m in named for n in m.names for a in lexicon.above(n)}
    beside = beside_what_is_within(question.tokens, question.mentions, lexicon, language())
    kept = [m for m in question.mentions if m.committee or m in beside or not above.issuperset(m.names)]
    return list({m.names: m for m in reversed(kept)}.values())[::-1]


def _claimed_to_be(question: Understanding, lexicon: Lexicon) -> list[Mention]:
    """The persons said to be what is spoken of: "giám đốc sở ở tỉnh X là ông Y à", "ông Y là giám đốc sở ở tỉnh X à"."""
    persons = [m for m in question.mentions if lexicon.names[m.names[0]].kind == "person"]
    return [
        m
        for m in persons
        if (m.start and question.tokens[m.start - 1].may_be(_IS)) or _is_said_to_be(question, m.end)
    ]


def _is_said_to_be(question: Understanding, end: int) -> bool:
    """Whether behind a name there is nothing of weight but "là" or "có phải" before what a topic is called by: "là | hạt trưởng"."""
    behind = list(takewhile(lambda at: question.roles[at] is not None, range(end, len(question.tokens))))
    topical = {at for hit in question.hits for at in hit.positions}
    return end + len(behind) in topical and any(question.tokens[at].may_be(_IS, _INDEED) for at in behind)

"""Who is meant by a post: what the secretary of a place says is told of whoever holds that post."""

from __future__ import annotations

from knowledge.matching.findings import Findings
from knowledge.models import Fact
from knowledge.near_misses.pairing import has_any, telling
from knowledge.near_misses.posts import asks_what_is_said, posts_asked
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.understanding import Understanding
from knowledge.text.abbreviations import read_known, words_of
from knowledge.text.tokens import Token

_BODY = 3
"""So many words may stand between a post and the place that it is of."""


def with_the_holder_named(
    understanding: Understanding, findings: Findings, lexicon: Lexicon
) -> tuple[str, list[Token]] | None:
    """The person who was found to hold the post of which it is asked what they say, and the question with their name in its place.

    None where it is not asked what somebody says, or nobody but the one was found to hold just that post.
    """
    posts = understanding.once(posts_asked)
    best = findings.found[0].best if len(findings.found) == 1 else None
    if best is None or len(posts) != 1 or not understanding.once(asks_what_is_said):
        return None
    ((post, deputy, start),) = posts
    holders = [lexicon.name_called(item) for item in best.fact.items]
    if deputy or best.fact.kind != "person" or len(holders) != 1 or best.unexplained or best.missing:
        return None
    end = start + len(words_of(post))
    ends = (one.end for one in understanding.mentions if end <= one.start <= end + _BODY)
    end = next(ends, end)  # "bí thư | đảng ủy xã X"
    (holder,) = holders
    if holder is None or lexicon.names[holder].kind != "person":
        return None
    called = read_known(lexicon.names[holder].name)
    return holder, [*understanding.tokens[:start], *called, *understanding.tokens[end:]]


def is_said_by(holder: str, fact: Fact) -> bool:
    """Whether a fact is of a person and tells what they say."""
    saying = (*telling("saying"), *telling("according_to"))
    return fact.subject == holder and has_any(read_known(fact.statement), saying)

"""Small views of what an article was read to say."""

from __future__ import annotations

from knowledge.models import Fact
from knowledge.proposing.proposals import Proposed


def all_figures(proposed: Proposed) -> list[Fact]:
    """Every proposed fact and part."""
    return [fact for proposal in proposed.proposals for fact in proposal.fact.family()]

"""Small views of what an article was read to say."""

from __future__ import annotations

from knowledge.models import Fact, Name, Topic
from knowledge.proposing.figures import figures_in
from knowledge.proposing.proposals import Proposal, Proposed, propose
from knowledge.proposing.record import read_article
from knowledge.proposing.sentences import Sentence
from knowledge.proposing.telling import figure_text
from knowledge.reading.lexicon import Lexicon

KNOWN = Lexicon(
    names=(
        Name(id="khue-thuong", name="Khuê Thượng", kind="place", type="huyện"),
        Name(id="lam-khe", name="Lâm Khê", kind="place", type="xã", part_of="khue-thuong"),
    ),
    topics=(
        Topic(
            id="trong-rung", label="Trồng rừng", phrases=("trồng rừng", "trồng mới rừng", "rừng trồng mới")
        ),
    ),
)
HEADLINE = "Khuê Thượng: Chuyện trong tuần\n\nThứ Hai, 06/05/2024, 07:30\n\n"


def all_figures(proposed: Proposed) -> list[Fact]:
    """Every proposed fact and part."""
    return [fact for proposal in proposed.proposals for fact in proposal.fact.family()]


def figures(sentence: str) -> list[str]:
    """The figures of a sentence as our own sentences write them."""
    return [figure_text(figure) for figure in figures_in(Sentence(sentence, 1))]


def proposals(body: str) -> list[Proposal]:
    """What is proposed from an article about the district Khuê Thượng with this body."""
    return list(propose(read_article(HEADLINE + body), KNOWN).proposals)


def statements(body: str) -> list[str]:
    """The sentences of what is proposed, parts behind their wholes."""
    return [fact.statement for proposal in proposals(body) for fact in proposal.fact.family()]

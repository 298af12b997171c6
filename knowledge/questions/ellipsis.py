"""What two things side by side share and the first leaves out: "lúa nếp và lúa tẻ vụ xuân", "cao cấp và trung cấp chính trị"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.reading.lexicon import Lexicon
from knowledge.text.tokens import Token

ADDED = "shared"
"""How a token says in `change` that it was said but once, of two things."""
_JOINTS = frozenset(["va", "hay", "hoac"])
_LONGEST_HEAD = 3


def spelled_out(tokens: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens with the end of a facet put back that is said only behind the one it is joined to."""
    tokens = list(tokens)
    for at in reversed([at for at, token in enumerate(tokens) if token.folded in _JOINTS]):
        tail = next(_shared_tails(tokens, at, lexicon), ())
        tokens[at:at] = [replace(token, pause=False, change=ADDED) for token in tail]
    return tokens


def _shared_tails(tokens: Sequence[Token], joint: int, lexicon: Lexicon) -> Iterator[Sequence[Token]]:
    """What may be left out before a joint: it ends a facet that begins there, and another that follows in full."""
    folded = [token.folded for token in tokens]
    said = frozenset(folded)
    facets = [facet.whole.folded.split() for facet in lexicon.facet_phrasings(said)]
    facets = [words for words in facets if said.issuperset(words)]
    for words in facets:
        end = joint + 1 + len(words)
        if folded[joint + 1 : end] != words:
            continue
        for size in range(1, min(_LONGEST_HEAD, len(words) - 1) + 1):
            before = folded[max(0, joint - size) : joint]
            if before != words[:size] and [*before, *words[size:]] in facets:
                yield tokens[joint + 1 + size : end]

"""What it costs to take syllables for words, by which runs of them are cut."""

from __future__ import annotations

from knowledge.text.language import Language
from knowledge.text.tokens import Token

_ODD_SYLLABLE, _LIGHT_SYLLABLE, _TURNING_SYLLABLE = 1.6, 0.99, 1.001
"""What a syllable costs in cutting syllables into words that is none by itself, one of little weight, or one that turns what it stands with: "nhà | xây mới"."""


def cost_alone(token: Token, language: Language) -> float:
    """What a syllable costs as a word of its own: "làm | công nhân" before "làm công | nhân"."""
    syllable = token.marked
    if syllable in language.light_words:
        return _LIGHT_SYLLABLE
    if syllable in language.restrictive_words:
        return _TURNING_SYLLABLE
    return 1.0 if syllable in language.words or not token.is_word else _ODD_SYLLABLE

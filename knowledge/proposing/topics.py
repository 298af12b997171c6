"""What a figure is about: a topic of the store by its phrases, or a new one out of verb and noun."""

from __future__ import annotations

from knowledge.lexicon import Lexicon
from knowledge.models import NameKind, Topic
from knowledge.phrases import Found, PhraseIndex
from knowledge.proposing.identifiers import slug
from knowledge.proposing.sentences import Sentence
from knowledge.vietnamese import normalize

_LONGEST_LABEL = 8
_SIGNS = " ,.;:()\"“”'"


class Topics:
    """The topics of the store, found by their phrases, and those that an article brings."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Index the phrases of every topic."""
        self.lexicon = lexicon
        self.new: dict[str, Topic] = {}
        self._index = PhraseIndex(
            (phrase, (topic.id, normalize(phrase)))
            for topic in lexicon.topics.values()
            for phrase in dict.fromkeys((topic.label, *topic.phrases))
        )

    def label(self, topic: str) -> str:
        """What a topic is called."""
        return (self.new.get(topic) or self.lexicon.topics[topic]).label

    def known_in(self, sentence: Sentence, before: range, after: range) -> str | None:
        """The topic whose phrase stands nearest before a figure, else first behind it; the longest there."""
        left = self._spelled(sentence, before)
        if left:
            last = max(found.end for found in left)
            return max((f for f in left if f.end == last), key=_length).meaning[0]
        right = self._spelled(sentence, after)
        if right:
            first = min(found.start for found in right)
            return max((f for f in right if f.start == first), key=_length).meaning[0]
        return None

    def _spelled(self, sentence: Sentence, span: range) -> list[Found[tuple[str, str]]]:
        tokens = sentence.tokens[span.start : span.stop]
        found = self._index.everywhere(tokens)
        return [f for f in found if " ".join(t.marked for t in tokens[f.start : f.end]) == f.meaning[1]]

    def propose(self, verb: str, noun: str, tail: str, kind: NameKind) -> str:
        """A new topic of these words, or one that is called so; readers may ask for it as its examples say.

        `noun` is what is counted, "" for a rate or an amount; `kind` is what the topic is asked of.
        """
        words = [word.strip(_SIGNS) for word in f"{verb} {noun} {tail}".split()]
        label = " ".join(word for word in words if word)[:_LONGEST_TEXT]
        label = " ".join(label.split()[:_LONGEST_LABEL])
        topic_id = slug(label)
        if topic_id not in self.lexicon.topics and topic_id not in self.new:
            self.new[topic_id] = Topic(
                id=topic_id,
                label=label[0].upper() + label[1:],
                phrases=(label,),
                examples=_examples(verb, noun, label, kind),
            )
        return topic_id


_LONGEST_TEXT = 200


def _examples(verb: str, noun: str, label: str, kind: NameKind) -> tuple[str, ...]:
    if not noun:
        return (f"{label} ở {{{kind}}} là bao nhiêu", f"{{{kind}}} {label} bao nhiêu")
    return (f"{{{kind}}} {verb or 'có'} bao nhiêu {noun}", f"bao nhiêu {noun} ở {{{kind}}}")


def _length(found: Found[tuple[str, str]]) -> int:
    return len(found.meaning[1])

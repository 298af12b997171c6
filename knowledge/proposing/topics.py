"""What a figure is about: a topic of the store by its phrases, or a new one out of verb and noun."""

from __future__ import annotations

from knowledge.models import NameKind, Topic
from knowledge.proposing.identifiers import slug
from knowledge.proposing.sentences import Sentence
from knowledge.proposing.wordlists import phrases
from knowledge.reading.lexicon import Lexicon
from knowledge.text.language import language
from knowledge.text.phrases import Found, PhraseIndex
from knowledge.text.tokens import tokenize
from knowledge.text.vietnamese import normalize
from knowledge.wording import capital

_LONGEST_LABEL, _LONGEST_TEXT = 10, 200
_SHORTEST_RUN = 2
_NAMELESS = "số liệu"
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
        """A new topic of a figure, or one that is called so.

        `noun` is what is counted, "" for a rate or an amount; `kind` is what the topic is asked of.
        """
        if not noun or _is_amount(verb):
            label = _label(verb if noun else f"{verb} {tail}")
            return self._new(label, f"{label} ở {{{kind}}} là bao nhiêu", f"{{{kind}}} {label} bao nhiêu")
        label, counted = _label(f"{verb} {noun} {tail}"), _label(f"{noun} {tail}")
        if verb:
            return self._new(
                label, f"{{{kind}}} {verb} bao nhiêu {counted}", f"ở {{{kind}}} {verb} bao nhiêu {counted}"
            )
        return self._new(label, f"{{{kind}}} có bao nhiêu {counted}", f"bao nhiêu {counted} ở {{{kind}}}")

    def propose_who(self, post: str, kind: NameKind) -> str:
        """A new topic of who holds a post, or one that is called so."""
        label = _label(post)
        return self._new(label, f"ai là {label} {{{kind}}}", f"{label} {{{kind}}} là ai")

    def propose_when(self, event: str, kind: NameKind) -> str:
        """A new topic of what happened on a day, or one that is called so."""
        label = _label(event)
        return self._new(label, f"{{{kind}}} {label} khi nào", f"{label} ở {{{kind}}} ngày nào")

    def _new(self, label: str, *examples: str) -> str:
        topic_id = slug(label)
        if topic_id not in self.lexicon.topics and topic_id not in self.new:
            self.new[topic_id] = Topic(id=topic_id, label=capital(label), phrases=(label,), examples=examples)
        return topic_id


def _is_amount(verb: str) -> bool:
    """Whether the words before a figure say themselves what it is: "số học sinh bỏ học", "tổng đàn trâu"."""
    tokens = tokenize(verb)
    return any(phrases("number_of").at(tokens, at) for at in range(len(tokens)))


def _label(text: str) -> str:
    """Words as the name of a topic: none twice in a row, cut where a word ends."""
    words = [word.strip(_SIGNS) for word in text.replace("{", " ").replace("}", " ").split()]
    kept = _said_once([word for word in words if word])
    return " ".join(kept[: _end_of_label(kept)])[:_LONGEST_TEXT] or _NAMELESS


def _said_once(words: list[str]) -> list[str]:
    """Words without a run of them that is repeated right behind itself; "học sinh sinh viên" repeats none."""
    for size in range(len(words) // 2, _SHORTEST_RUN - 1, -1):
        for at in range(len(words) - 2 * size + 1):
            if words[at : at + size] == words[at + size : at + 2 * size]:
                return _said_once(words[:at] + words[at + size :])
    return words


def _end_of_label(words: list[str]) -> int:
    """Where a name of so many syllables at most ends without parting a longer word, or ending in one that never is last."""
    tokens = tokenize(" ".join(words))
    end = min(_LONGEST_LABEL, len(words))
    if len(tokens) != len(words) or end == len(words):
        return end
    longer = (found for at in range(end) for found in language().compounds.at(tokens, at))
    end = min((found.start for found in longer if found.start < end < found.end), default=end)
    while end > 1 and (last := phrases("never_last").before(tokens, end, longest=2)):
        end = last.start
    return end or min(_LONGEST_LABEL, len(words))


def _length(found: Found[tuple[str, str]]) -> int:
    return len(found.meaning[1])

"""The sentence that answers, suggested from a fact's parts; and the figures that a sentence holds."""

from __future__ import annotations

import re

from knowledge import wording
from knowledge.drafting.entries import Entry
from knowledge.models import PLACEHOLDERS, Fact, Name
from knowledge.reading.lexicon import Lexicon

_DIGITS = re.compile(r"(?<![\d.,/])\d+(?:\.\d{3})*(?:,\d+)?(?![.,]?\d)(?!/\d+/\d)")
_HOW_MANY = re.compile(r"(?:bao nhiêu|mấy)(?= )")
_AT, _OF = "ở", "của"
_PLAIN = "{topic} {at} {name}{facets}: {figure}."
_PLAIN_UNSAID = "Bài báo không nêu số liệu về {topic} {at} {name}{facets}."


def suggested(entry: Entry, lexicon: Lexicon) -> str | None:
    """A sentence that says what an entry holds; None where it holds too little, or says it in words anyway."""
    name, topic = lexicon.names.get(entry.get("subject", "")), lexicon.topics.get(entry.get("topic", ""))
    if name is None or topic is None:
        return None
    facets = entry.get("facets", ())
    narrowed = f" ({', '.join(facets)})" if facets else ""
    said = {"at": _AT if name.kind == "place" else _OF, "name": name.in_full, "facets": narrowed}
    if entry.get("kind") == "not_stated":
        return _PLAIN_UNSAID.format(topic=wording.small(topic.label), **said)
    shown = _shown(entry)
    if shown is None:
        return None
    for example in topic.examples:
        if sentence := _out_of(example, name, shown, entry):
            return f"{' '.join((sentence, *facets))}."
    return _PLAIN.format(topic=topic.label, figure=shown, **said)


def _out_of(example: str, name: Name, shown: str, entry: Entry) -> str | None:
    """An example question said as a statement: "{place} có bao nhiêu hộ" with its name and figure."""
    asked = _HOW_MANY.search(example)
    own = name.placeholder
    if not asked or not example.startswith(own) or sum(map(example.count, PLACEHOLDERS)) > 1:
        return None
    after, unit = example[asked.end() :].strip(), str(entry.get("unit") or "")
    if not unit or after.rstrip("?").strip() != unit:
        return None
    return wording.capital(f"{example[: asked.start()].replace(own, name.in_full)}{shown}")


def _shown(entry: Entry) -> str | None:
    fields = ("value", "of", "unit", "kind", "items")
    loose = {key: entry[key] for key in fields if entry.get(key) is not None}
    blank = {"id": "x", "article": "x", "subject": "x", "topic": "x", "statement": "x"}
    fact = Fact.model_construct(None, **{**blank, "of": None, "unit": None, "items": (), **loose})
    return wording.lead(fact) if entry.get("value") is not None or entry.get("items") else None


def with_figure(sentence: str, before: float, after: float) -> str:
    """A sentence with its figure put right; as it is where it does not give that figure in digits, just once."""
    found = [one for one in _DIGITS.finditer(sentence) if one[0] == wording.number(before)]
    if len(found) != 1:
        return sentence
    start, end = found[0].span()
    return f"{sentence[:start]}{wording.number(after)}{sentence[end:]}"

"""How many of the figures of articles are proposed, with the right unit, and what is proposed besides.

Run by `make eval`, or `python -m tests.proposing [ARTICLE...]`. An article is a text file in
tests/articles/; the YAML file of the same name holds its record, how many paragraphs it has, and every figure
that it states: "6/10 xã", "20-25 con" for a range, "15 hộ: 4 + 11" for a breakdown. `optional`
are those that may be proposed or not, such as spans of time.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.models import Fact
from knowledge.proposing.proposals import Proposed, propose
from knowledge.proposing.record import read_article
from knowledge.reading.lexicon import Lexicon
from knowledge.text.abbreviations import words_of
from knowledge.text.tokens import read_number
from knowledge.text.units import compatible
from knowledge.text.yaml_texts import load_texts

FOLDER = Path(__file__).parent / "articles"
_FIGURE = re.compile(
    r"(?P<value>[\d.,]+)(?:(?P<sign>[/-])(?P<other>[\d.,]+))?\s?(?P<unit>[^:]+)(?::(?P<parts>.+))?"
)


@dataclass(frozen=True)
class Expected:
    """A figure that an article states."""

    text: str
    value: float
    of: float | None
    to: float | None
    unit: str
    parts: tuple[float, ...] = ()


@dataclass(frozen=True)
class Score:
    """What of an article's figures was proposed: `unasked` are proposals that are no figure of it."""

    name: str
    expected: int
    found: int
    missed: tuple[str, ...] = ()
    unasked: tuple[str, ...] = ()
    broken: tuple[str, ...] = field(default=())


def expected_figure(text: str) -> Expected:
    """A figure as the YAML files have it."""
    match = _FIGURE.fullmatch(text)
    assert match, text
    other = read_number(match["other"]) if match["other"] else None
    unit = match["unit"].strip()
    return Expected(
        text=text,
        value=read_number(match["value"]),
        of=100 if unit.startswith("%") else other if match["sign"] == "/" else None,
        to=other if match["sign"] == "-" else None,
        unit=unit,
        parts=tuple(read_number(part.strip()) for part in (match["parts"] or "").split("+") if part.strip()),
    )


def score(name: str, lexicon: Lexicon) -> Score:
    """What is found in one article."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    content = load_texts((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    wanted = [expected_figure(entry) for entry in content["figures"]]
    optional = [expected_figure(entry) for entry in content.get("optional", ())]
    proposed = propose(read_article(text), lexicon)
    given = list(shown(proposed))
    left, missed, broken = list(given), [], []
    for one in wanted:
        found = next((fact for fact in left if is_the_same(one, fact)), None)
        if found is None:
            missed.append(one.text)
            continue
        left.remove(found)
        if one.parts and [part.value for part in found.parts] != list(one.parts):
            broken.append(one.text)
        for part in found.parts if one.parts else ():
            left.remove(part)
    unasked = tuple(f.statement for f in left if not any(is_the_same(one, f) for one in (*optional, *wanted)))
    return Score(name, len(wanted), len(wanted) - len(missed), tuple(missed), unasked, tuple(broken))


def record_faults(name: str) -> list[str]:
    """What of an article's record and paragraphs is not as its YAML file has it."""
    reading = read_article((FOLDER / f"{name}.txt").read_text(encoding="utf-8"))
    content = load_texts((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    published = reading.published.strftime("%Y-%m-%dT%H:%M") if reading.published else None
    given = {
        "title": reading.title,
        "author": reading.author,
        "published": published,
        "series": reading.series,
        "publisher": reading.publisher,
    }
    found = [
        f"{key}: {given[key]!r}, not {value!r}"
        for key, value in content["record"].items()
        if given[key] != value
    ]
    body = sum(paragraph.number > 0 for paragraph in reading.paragraphs)
    return (
        found
        if body == int(content["paragraphs"])
        else [*found, f"paragraphs: {body}, not {content['paragraphs']}"]
    )


def shown(proposed: Proposed) -> Iterator[Fact]:
    """The proposals with a figure, and their parts."""
    for proposal in proposed.proposals:
        yield from (fact for fact in proposal.fact.family() if fact.number is not None or fact.unit)


def is_the_same(one: Expected, fact: Fact) -> bool:
    """Whether a fact has the figure in the right unit."""
    if one.to is not None:
        return (
            fact.kind == "statement"
            and _ends(fact) == (one.value, one.to)
            and right_unit(one.unit, fact.unit)
        )
    said = (fact.unit, *fact.facets)  # a part has its whole's unit, and its own word as a facet
    return (fact.value, fact.of) == (one.value, one.of) and any(right_unit(one.unit, unit) for unit in said)


def _ends(fact: Fact) -> tuple[float, ...]:
    """The ends of the range that a statement tells."""
    found = re.search(r"(\d[\d.,]*)-(\d[\d.,]*)", fact.statement)
    return tuple(map(read_number, found.groups())) if found else ()


def right_unit(wanted: str, given: str | None) -> bool:
    """Whether one of two units is the other's head, or they are two words for the same."""
    one, other = words_of(wanted), words_of(given or "")
    shorter = min(len(one), len(other))
    if not shorter or one[:shorter] == other[:shorter]:
        return one == other == () or shorter > 0
    return given is not None and _alike(one, given)


def _alike(wanted: Sequence[str], given: str) -> bool:
    from knowledge.text.abbreviations import read_known  # noqa: PLC0415
    from knowledge.text.language import language  # noqa: PLC0415

    known = language().units.longest(read_known(given), 0) and language().units.longest(
        read_known(" ".join(wanted)), 0
    )
    return bool(known) and compatible(tuple(wanted), given)


def names() -> list[str]:
    """The articles there are."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def table(scores: Sequence[Score], *, verbose: bool) -> str:
    """The scores, an article a line, with what is amiss below each."""
    lines = [f"{'article':16} {'figures':>8} {'found':>6} {'unasked':>8}"]
    for one in scores:
        lines.append(f"{one.name:16} {one.expected:8} {one.found:6} {len(one.unasked):8}")
        if verbose:
            lines += [f"    missed: {text}" for text in one.missed]
            lines += [f"    breakdown: {text}" for text in one.broken]
            lines += [f"    unasked: {text}" for text in one.unasked]
    total = [
        sum(values) for values in zip(*((s.expected, s.found, len(s.unasked)) for s in scores), strict=True)
    ]
    lines.append(
        f"{'together':16} {total[0]:8} {total[1]:6} {total[2]:8}   ({total[1] / total[0]:.1%} found)"
    )
    return "\n".join(lines)


def main() -> None:
    """Print the scores of the articles named, or of all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", nargs="*", metavar="ARTICLE")
    parser.add_argument(
        "-v", "--verbose", action="store_true", help="name what is missed and what is unasked"
    )
    given = parser.parse_args()
    lexicon = Lexicon(names=(), topics=())
    scores = [score(name, lexicon) for name in given.articles or names()]
    print(table(scores, verbose=given.verbose))


if __name__ == "__main__":
    main()

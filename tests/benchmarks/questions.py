"""Questions to the generated world: clean, without marks, with one typo, and with no answer in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.text.vietnamese import fold
from tests.benchmarks.generator import Made, World, seeded
from tests.benchmarks.vocabulary import STRANGE

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

KINDS = ("clean", "unmarked", "typo", "none")
"""None: the store has no answer, and giving one is wrong."""
_SHORTEST = 3
_LETTERS = "abcdeghiklmnopqrstuvxy"


@dataclass(frozen=True, slots=True)
class Question:
    """A question, of which kind it is, and the id of the fact that answers it."""

    text: str
    kind: str
    fact: str | None


def asked(world: World, sample: Sequence[Made], number: int) -> list[Question]:
    """Questions of all kinds in turn, about the facts of a sample."""
    chance = seeded(4)
    names = {fold(place.name).lower() for place in world.places}
    questions: list[Question] = []
    for at in range(number):
        kind, made = KINDS[at % len(KINDS)], sample[at % len(sample)]
        if kind == "none":
            questions.append(Question(_unanswerable(made, world, chance), kind, None))
            continue
        text = _put(made, chance)
        if kind == "unmarked":
            text = fold(text).lower()
        elif kind == "typo":
            text = _with_typo(text, names, chance)
        questions.append(Question(text, kind, made.entry["id"]))
    return questions


def _put(made: Made, chance: random.Random) -> str:
    """A question about a fact, in words that are mostly not those of its stored question."""
    subject, entry = made.subject, made.entry
    verb, noun, unit = subject.verb, subject.noun, subject.field.unit
    place = chance.choice([made.place.name, f"{made.place.type} {made.place.name}"])
    match entry["kind"]:
        case "share":
            forms = [f"{place} có mấy thôn {verb} {noun}", f"bao nhiêu thôn của {place} đã {verb} {noun}"]
        case "statement":
            forms = [f"{place} {verb} {noun} ra sao", f"việc {verb} {noun} ở {place} thế nào"]
        case "not_stated":
            forms = [
                f"{place} {verb} {noun} hết bao nhiêu kinh phí",
                f"kinh phí {verb} {noun} tại {place} là mấy",
            ]
        case _:
            facet = "".join(f" {facet}" for facet in entry.get("facets", ()))
            forms = [
                f"{place} {verb} bao nhiêu {unit} {noun}{facet}",
                f"có bao nhiêu {unit} {noun}{facet} được {verb} ở {place}",
                f"cho hỏi {place} {verb} được mấy {unit} {noun}{facet} vậy",
                f"số {unit} {noun}{facet} mà {place} đã {verb} là bao nhiêu",
            ]
    text = chance.choice(forms)
    return f"{text[0].upper()}{text[1:]}?"


def _unanswerable(made: Made, world: World, chance: random.Random) -> str:
    """A question like those about a fact, of which one thing is not in the store."""
    place, subject = made.place.name, made.subject
    asking = f"{subject.verb} bao nhiêu {subject.field.unit} {subject.noun}"
    return chance.choice(
        [
            f"xã {chance.choice(world.unheard_of)} {asking}?",
            f"{place} {asking} {chance.choice(STRANGE)}?",
            f"Năm {chance.randint(1990, 2009)} {place} {asking}?",
        ]
    )


def _with_typo(text: str, names: set[str], chance: random.Random) -> str:
    """The text with one letter of one word dropped, doubled, swapped or wrong; no other place's name."""
    words = text.split(" ")
    while True:
        at = chance.choice([i for i, word in enumerate(words) if len(word) >= _SHORTEST and word.isalpha()])
        slip = chance.choice(_SLIPS)(words[at], chance)
        slipped = [*words[:at], slip, *words[at + 1 :]]
        folded = [fold(word).lower() for word in slipped]
        beside = (" ".join(folded[at : at + 2]), " ".join(folded[max(0, at - 1) : at + 1]))
        if slip != words[at] and names.isdisjoint(beside):
            return " ".join(slipped)


def _dropped(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word))
    return word[:at] + word[at + 1 :]


def _doubled(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word))
    return word[:at] + word[at] + word[at:]


def _swapped(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _wrong(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word))
    return word[:at] + chance.choice(_LETTERS) + word[at + 1 :]


_SLIPS: tuple[Callable[[str, random.Random], str], ...] = (_dropped, _doubled, _swapped, _wrong)

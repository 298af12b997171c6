"""Accuracy and unsafe rate on the project's own question sets, by category, clean and noisy.

Run by `make eval`, or `python -m tests.evaluation [SET...]`. A set is a JSON Lines file
in tests/questions/; one with a pack of the same name is asked of that pack alone (or, where
it goes by the bundled topics, of it beside the bundled packs), the others of these. A line holds the question `q`, its category `cat`, the
acceptable `status`, and what the answer must show: dates among its citations
(`published`), figures among its facts (`values`), words in its text (`must`, a list
inside meaning any one of them; `must_not`). Lines with one `conv` are a conversation.

An answer is right where all of that holds, unsafe where it claims something
(`answered`, `quoted`) that does not, or shows what it must not, and else missed.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from handlers.rendering import plain
from knowledge.answering.conversation import Context
from knowledge.exchange.loading import load_packs, read_packs
from knowledge.models import Answer
from knowledge.service import Knowledge
from knowledge.text.tokens import read_number
from knowledge.text.vietnamese import clean, fold

FOLDER = Path(__file__).parent / "questions"
CLAIMING = ("answered", "quoted")
BESIDE_BUNDLED = ("cadres",)
Question = dict[str, object]

_DATE = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")
_IN_WORDS = re.compile(r"\b(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})\b")
_NOT_FIGURES = re.compile(r"\b\d{1,2}/\d{1,2}/\d{4}\b|\b\d{1,2}/\d{4}\b|\bdoan \d+")
_NUMBER = re.compile(r"(?<!\w)\d+(?:[.,]\d+)*%?")


def comparable(text: str) -> str:
    """A text folded, in lower case, with dates written one way."""
    text = fold(clean(text)).lower()
    text = _IN_WORDS.sub(lambda m: f"{int(m[1])}/{int(m[2])}/{m[3]}", text)
    return _DATE.sub(lambda m: f"{int(m[1])}/{int(m[2])}/{m[3]}", text).replace("thang ", "thang ")


def shows(item: str, text: str) -> bool:
    """Whether a text shows a string: whole words, or a number as a number; "^" is the very beginning."""
    wanted, shown = comparable(item.removeprefix("^")), comparable(text)
    if item.startswith("^"):
        return re.match(rf"\W*{re.escape(wanted)}(?!\w)", shown) is not None
    if _NUMBER.fullmatch(wanted):
        figures = _NUMBER.findall(_NOT_FIGURES.sub(" ", shown))
        return any(_same_number(wanted, figure) for figure in figures)
    return re.search(rf"(?<![\w/]){re.escape(wanted)}(?![\w/])", shown) is not None


def _same_number(wanted: str, figure: str) -> bool:
    if wanted.endswith("%") and not figure.endswith("%"):
        return False
    try:
        return read_number(wanted) == read_number(figure)
    except ValueError:
        return wanted.rstrip("%") == figure.rstrip("%")


def faults(question: Question, answer: Answer) -> list[str]:
    """What an answer lacks, or shows though it must not."""
    text = plain(answer)
    found = [f"shows {item}" for item in _strings(question, "must_not") if shows(item, text)]
    if answer.status not in _strings(question, "status"):
        found.append(f"is {answer.status}")
    if answer.status not in ("unknown", "clarify"):
        for item in _list(question, "must"):
            options = item if isinstance(item, list) else [item]
            if not any(shows(str(option), text) for option in options):
                found.append(f"lacks {' or '.join(map(str, options))}")
    if answer.status in (*CLAIMING, "not_stated"):
        days = {cited.published.isoformat() for cited in answer.citations}
        found += [f"does not cite {day}" for day in _strings(question, "published") if day not in days]
    if answer.status == "answered":
        figures = {figure for fact in answer.facts for figure in (fact.value, fact.of)}
        found += [f"lacks the figure {value}" for value in _list(question, "values") if value not in figures]
    return found


def outcome(question: Question, answer: Answer) -> str:
    """Right, unsafe or missed."""
    found = faults(question, answer)
    if not found:
        return "right"
    shown = any(fault.startswith("shows ") for fault in found)
    return "unsafe" if answer.status in CLAIMING or shown else "missed"


def _list(question: Question, key: str) -> list[object]:
    value = question.get(key)
    return value if isinstance(value, list) else []


def _strings(question: Question, key: str) -> list[str]:
    return [str(item) for item in _list(question, key)]


def read(path: Path) -> list[Question]:
    """The questions of a set."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def ask_all(
    known: Knowledge, questions: Iterable[Question], noise: Callable[[str], str]
) -> Iterator[tuple[Question, Answer]]:
    """Every question with its answer; the turns of a conversation lean on each other."""
    contexts: dict[object, Context | None] = {}
    for question in sorted(questions, key=lambda q: (str(q.get("conv")), q.get("turn") or 0)):
        talk = question.get("conv")
        reply = known.reply(noise(str(question["q"])), context=contexts.get(talk) if talk else None)
        if talk:
            contexts[talk] = reply.context
        yield question, reply.answer


def without_marks(text: str) -> str:
    """The question as typed without any marks."""
    return fold(clean(text))


def with_typos(text: str) -> str:
    """The question with a slip in every sixth word: a letter dropped, doubled, swapped or wrong."""
    chance = random.Random(text)  # noqa: S311  the same slips in every run
    words = text.split(" ")
    for at in range(chance.randrange(6), len(words), 6):
        words[at] = _slip(words[at], chance)
    return " ".join(words)


def _slip(word: str, chance: random.Random) -> str:
    if len(word) < 3 or not word.isalpha():
        return word
    at = chance.randrange(1, len(word) - 1)
    kind = chance.choice(("dropped", "doubled", "swapped", "wrong"))
    if kind == "dropped":
        return word[:at] + word[at + 1 :]
    if kind == "doubled":
        return word[:at] + word[at] + word[at:]
    if kind == "swapped":
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + chance.choice("abcdeghiklmnopqrstuvxy") + word[at + 1 :]


NOISES: dict[str, Callable[[str], str]] = {"clean": str, "no marks": without_marks, "typos": with_typos}
_ALREADY_NOISY = ("nomarks", "typos", "telex", "vni", "shorthand", "unicode", "hostile")


def evaluate(names: Iterable[str], noise: str = "clean", *, show: int = 0) -> dict[str, Counter[str]]:
    """The outcomes by category over some sets, under one kind of noise."""
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            store = Path(folder) / f"{name}.db"
            pack = FOLDER / f"{name}.yaml"
            if pack.exists():
                load_packs(store, read_packs([pack]), only=name not in BESIDE_BUNDLED)
            with Knowledge.open(store) as known:
                questions = read(FOLDER / f"{name}.jsonl")
                if noise != "clean":
                    questions = [q for q in questions if q["cat"] not in _ALREADY_NOISY]
                for question, answer in ask_all(known, questions, NOISES[noise]):
                    result = outcome(question, answer)
                    tally[str(question["cat"])][result] += 1
                    if result != "right" and show > 0:
                        show -= 1
                        print(
                            f"{result:7}{question['id']} {question['q']}\n       {'; '.join(faults(question, answer))}"
                        )
    return tally


def main(arguments: list[str] | None = None) -> int:
    """Print the table for each noise; exit status 0 whatever it shows."""
    every = sorted(path.stem for path in FOLDER.glob("*.jsonl"))
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", maxsplit=1)[0])
    parser.add_argument("sets", nargs="*", default=every, metavar="SET", help=f"of {', '.join(every)}")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N answers that are not right")
    given = parser.parse_args(arguments)
    clean: Counter[str] = Counter()
    for noise in NOISES:
        tally = evaluate(given.sets, noise, show=given.show if noise == "clean" else 0)
        print(f"\n{noise}\n{'category':<15}{'n':>6}{'right':>7}{'unsafe':>8}{'missed':>8}{'accuracy':>10}")
        total: Counter[str] = Counter()
        for category, counts in tally.items():
            total.update(counts)
            if noise == "clean":
                print(_row(category, counts))
                clean.update(counts if category not in _ALREADY_NOISY else {})
        print(_row("all", total))
        if noise != "clean":
            print(f"{_share(clean) - _share(total):.2%} less than the same questions clean")
    return 0


def _share(counts: Counter[str]) -> float:
    return counts["right"] / max(counts.total(), 1)


def _row(name: str, counts: Counter[str]) -> str:
    columns = "".join(f"{counts[key]:>8}" for key in ("unsafe", "missed"))
    return f"{name:<15}{counts.total():>6}{counts['right']:>7}{columns}{_share(counts):>10.1%}"


if __name__ == "__main__":
    sys.exit(main())

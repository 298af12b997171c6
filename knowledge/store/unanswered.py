"""Questions of the log that got no answer, or one that somebody called wrong; and which of them editors set aside.

Who asked is not read. What is set aside is kept by a digest of its words, so that nothing
of a question is left here once its log is wiped.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2b

from knowledge.answering.conversation import Context
from knowledge.store.dialogue import load_context
from knowledge.store.moments import utc
from knowledge.text.vietnamese import fold, normalize

OPEN = ("unknown", "not_stated", "clarify")
"""The statuses in which a question is still without its answer."""
_MOST_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class Unanswered:
    """One wording that was asked in vain, or whose answer was called wrong.

    `leaned_on` is what a follow-up leaned on, `at` when it was asked each time, the
    latest first. `facts` are what a wrong answer gave, `waiting` how many want to be told.
    """

    question: str
    leaned_on: Context | None = None
    at: tuple[datetime, ...] = ()
    wrong: int = 0
    facts: tuple[str, ...] = ()
    waiting: int = 0

    @property
    def digest(self) -> str:
        """What stands for its words where they are not to be kept; the same with and without marks and case."""
        leaned = self.leaned_on
        about = "" if leaned is None else repr((leaned.names, leaned.topics))
        return blake2b(f"{words_key(self.question)}\n{about}".encode(), digest_size=9).hexdigest()


def words_key(question: str) -> str:
    """The words of a question without marks, case and punctuation."""
    words = "".join(c if c.isalnum() else " " for c in fold(normalize(question)))
    return " ".join(words.split())


def unanswered(connection: sqlite3.Connection) -> list[Unanswered]:
    """Every wording without an answer or with a wrong one, and those that somebody waits for, the latest first.

    Whether they have an answer by now is not known here.
    """
    found: dict[str, Unanswered] = {}
    for question, leaned_on, facts, at, wrong in connection.execute(_ASKED, (*OPEN, _MOST_ROWS)):
        one = Unanswered(question, load_context(leaned_on), (datetime.fromisoformat(at),), wrong)
        _gather(found, replace(one, facts=tuple(json.loads(facts)) if wrong else ()))
    for question, leaned_on, waiting in connection.execute(_WAITED_FOR):
        _gather(found, Unanswered(question, load_context(leaned_on), waiting=waiting))
    return list(found.values())


_ASKED = """
SELECT question, leaned_on, facts, at,
    (SELECT count(*) FROM feedback WHERE feedback.asked = asked.id AND verdict = 'wrong') AS wrong
FROM asked WHERE status IN (?, ?, ?) OR wrong ORDER BY at DESC LIMIT ?
"""
_WAITED_FOR = "SELECT question, leaned_on, count(*) FROM wish GROUP BY question, leaned_on"


def _gather(found: dict[str, Unanswered], one: Unanswered) -> None:
    """Add an asking to those in the same words; the latest speaks for all."""
    digest = one.digest
    known = found.get(digest)
    found[digest] = one if known is None else replace(
        known, at=known.at + one.at, wrong=known.wrong + one.wrong, facts=known.facts or one.facts,
        waiting=known.waiting + one.waiting,
    )  # fmt: skip


def corrected_since(connection: sqlite3.Connection, facts: Iterable[str], moment: datetime) -> bool:
    """Whether any of some facts has been changed after a moment."""
    changed = "SELECT 1 FROM change WHERE what = 'fact' AND id = ? AND at > ? LIMIT 1"
    return any(connection.execute(changed, (fact, utc(moment))).fetchone() for fact in facts)


def set_aside(connection: sqlite3.Connection, digests: Iterable[str], now: datetime) -> None:
    """Note that some wordings need no answer."""
    connection.executemany(
        "INSERT OR REPLACE INTO set_aside (wording, at) VALUES (?, ?)",
        [(digest, utc(now)) for digest in digests],
    )


def take_up(connection: sqlite3.Connection, digests: Iterable[str]) -> None:
    """Note that some wordings are to be answered after all."""
    connection.executemany("DELETE FROM set_aside WHERE wording = ?", [(digest,) for digest in digests])


def set_aside_at(connection: sqlite3.Connection) -> dict[str, datetime]:
    """The wordings that need no answer, by their digests, and since when."""
    rows = connection.execute("SELECT wording, at FROM set_aside")
    return {wording: datetime.fromisoformat(at) for wording, at in rows}

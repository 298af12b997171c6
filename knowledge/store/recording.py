"""One step of changes to the knowledge at work: everything it does is logged, indexed and announced."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, tzinfo
from itertools import count
from typing import cast

from knowledge.models import Article, Fact, Name, Topic
from knowledge.store import texts
from knowledge.store.fact_rows import GONE, Turn, articles_of, next_seq, rows_of, write_turns
from knowledge.store.history import Logged, State, Step, What, log, new_step, times_changed
from knowledge.store.mentions import Mentions, Vocabulary
from knowledge.store.queueing import Change, News

Record = Article | Name | Topic
_RESTING: dict[What, str] = {
    "fact": "SELECT id FROM fact WHERE whole = ? AND NOT withdrawn LIMIT 5",
    "topic": "SELECT id FROM fact WHERE topic = ? AND NOT withdrawn LIMIT 5",
    "article": "SELECT id FROM fact WHERE article = ? AND NOT withdrawn LIMIT 5",
    "name": "SELECT fact.id FROM mention JOIN fact ON fact.seq = mention.fact WHERE name = ?1 AND role = 'subject'"
    " UNION ALL SELECT id FROM name WHERE json_extract(body, '$.part_of') = ?1 AND NOT withdrawn LIMIT 5",
}
MODELS: dict[What, type[Record]] = {"article": Article, "name": Name, "topic": Topic}


class Recorder:
    """Brings things of the knowledge into other states, inside the caller's transaction.

    It checks nothing; `checks` does.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        *,
        author: str,
        now: datetime,
        why: str | None = None,
        undoes: int | None = None,
        news: News | None = None,
    ) -> None:
        """Record what `author` does; `news` gathers what is to be told of it, if anybody could want to hear."""
        self.connection = connection
        self.counts = dict.fromkeys(("added", "changed", "unchanged", "withdrawn"), 0)
        """How many facts came to what; parts count as facts of their own."""
        self.step: Step | None = None
        """The step, as soon as there is any change."""
        self._author, self._now, self._why, self._undoes = author, now, why, undoes
        self._news = news
        self._known: dict[tuple[What, str], Record | None] = {}
        self._mentions = Mentions(connection, self.name)
        self._vocabulary = Vocabulary(connection)
        self._touched: set[What] = set()

    def finish(self, zone: tzinfo) -> int:
        """End the step, and queue what is to be told of it; how many notices that takes."""
        self._mentions.catch_up()
        if self.step is None:
            return 0
        touched = ("name" in self._touched, "topic" in self._touched, self._vocabulary.write())
        self.connection.execute(
            "UPDATE revision SET number = number + 1, names = names + ?, topics = topics + ?, words = words + ?",
            touched,
        )
        if self._news is None:
            return 0
        return self._news.queue(self.connection, author=self._author, why=self._why, now=self._now, zone=zone)

    # ── articles, names and topics ──────────────────────────────────────────────────────

    def known(self, what: What, key: str) -> Record | None:
        """An article, name or topic as it stands."""
        if (what, key) not in self._known:
            query = f"SELECT body FROM {what} WHERE id = ? AND NOT withdrawn"  # noqa: S608  a table of ours
            row = self.connection.execute(query, (key,)).fetchone()
            found = MODELS[what].from_store(row[0]) if row else None
            if isinstance(found, Article):
                found = texts.whole(self.connection, found)
            self._known[what, key] = found
        return self._known[what, key]

    def has_stood(self, what: What, record: Record) -> bool:
        """Whether something was once known just so."""
        states = self.connection.execute(
            "SELECT after FROM change WHERE what = ? AND id = ? AND after IS NOT NULL", (what, record.id)
        )
        return any(MODELS[what].from_store(body) == record for (body,) in states)

    def name(self, key: str) -> Name:
        """A name that stands."""
        return cast("Name", self.known("name", key))

    def set(self, what: What, key: str, after: Record | None) -> None:
        """Have an article, name or topic stand so from now on, or not any more."""
        before = self.known(what, key)
        if before == after:
            return
        self._known[what, key] = after
        self._write(what, key, after)
        version = times_changed(self.connection, what, key) + 1
        self._log([(Logged(what, key, State(_body(before)), State(_body(after))), version)])
        if what == "name":
            self._mentions.rename(key, cast("Name | None", before), cast("Name | None", after))
        if what == "article" and before is None and self._news:
            self._news.article(key)

    def _write(self, table: What, key: str, after: Record | None) -> None:
        if after is None:
            self.connection.execute(f"UPDATE {table} SET withdrawn = 1 WHERE id = ?", (key,))  # noqa: S608
        else:
            apart = {"text"} if isinstance(after, Article) else None
            self.connection.execute(
                f"INSERT INTO {table} (id, body) VALUES (?, ?)"  # noqa: S608
                " ON CONFLICT (id) DO UPDATE SET body = excluded.body, withdrawn = 0",
                (key, after.model_dump_json(exclude=apart)),
            )
        if table == "article":
            texts.keep(self.connection, key, after if isinstance(after, Article) else None)

    # ── facts ───────────────────────────────────────────────────────────────────────────

    def state(self, fact: str) -> State:
        """How a fact stands, apart from its parts."""
        query = "SELECT body, whole FROM fact WHERE id = ? AND NOT withdrawn"
        row = self.connection.execute(query, (fact,)).fetchone()
        return State(*row) if row else GONE

    def fact(self, key: str) -> Fact | None:
        """A fact that stands, apart from its parts."""
        body = self.state(key).body
        return Fact.from_store(body) if body else None

    def stands(self, what: What, key: str) -> bool:
        """Whether there is such a thing now."""
        return bool(self.state(key).body) if what == "fact" else self.known(what, key) is not None

    def resting_on(self, what: What, key: str) -> list[str]:
        """Some of the facts and names that stand and need another thing to."""
        return self._ids(_RESTING[what], key)

    def articles_of(self, facts: Iterable[str]) -> Mapping[str, str]:
        """The articles of those of the facts that stand or stood, by their ids."""
        return articles_of(self.connection, facts)

    def facts_of(self, article: str) -> list[str]:
        """The facts of an article that stand."""
        return self._ids("SELECT id FROM fact WHERE article = ? AND NOT withdrawn ORDER BY seq", article)

    def parts_of(self, whole: str) -> list[str]:
        """The direct parts of a fact that stand."""
        return self._ids("SELECT id FROM fact WHERE whole = ? AND NOT withdrawn ORDER BY seq", whole)

    def _ids(self, query: str, value: str) -> list[str]:
        return [row[0] for row in self.connection.execute(query, (value,))]

    def write(self, facts: Iterable[tuple[Fact, str | None]]) -> None:
        """Have facts, apart from their parts, stand so from now on: each as a part of its whole, or as a fact of its own.

        Each is given once.
        """
        self._put([(fact.id, fact, State(_fact_body(fact), whole)) for fact, whole in facts])

    def restore(self, fact: str, state: State) -> None:
        """Have a fact stand as it once did, or not any more."""
        self._put([(fact, Fact.from_store(state.body) if state.body else None, state)])

    def withdraw(self, fact: str) -> None:
        """Have a fact not stand any more."""
        self.restore(fact, GONE)

    def _put(self, given: Sequence[tuple[str, Fact | None, State]]) -> None:
        turns = self._turns(given)
        self.counts["unchanged"] += len(given) - len(turns)
        if not turns:
            return
        write_turns(self.connection, turns)
        changes = self._log(
            [(Logged("fact", turn.key, turn.stood, turn.after), turn.version) for turn in turns]
        )
        keys = self._mentions.take_up(turns, changes)
        for turn in turns:
            self._count(turn)
        if self._news:
            for turn, spoken_of in zip(turns, keys, strict=True):
                change = Change(turn.key, turn.stood.body, turn.after.body, frozenset(spoken_of))
                self._news.fact(turn.article, change)

    def _turns(self, given: Sequence[tuple[str, Fact | None, State]]) -> list[Turn]:
        rows = rows_of(self.connection, [key for key, _, _ in given])
        new = count(next_seq(self.connection))
        return [
            Turn(key, fact, row, after, row.seq if row else next(new))
            for key, fact, after in given
            if (row.state if (row := rows.get(key)) else GONE) != after
        ]

    def _count(self, turn: Turn) -> None:
        if turn.stood.body:
            self._vocabulary.count(Fact.from_store(turn.stood.body), -1)
        if turn.fact:
            self._vocabulary.count(turn.fact, 1)
        self.counts["withdrawn" if turn.fact is None else "changed" if turn.before else "added"] += 1

    # ── history ─────────────────────────────────────────────────────────────────────────

    def _log(self, entries: Sequence[tuple[Logged, int]]) -> range:
        self._touched.update({entry.what for entry, _version in entries})
        if self.step is None:
            self.step = new_step(
                self.connection, author=self._author, why=self._why, at=self._now, undoes=self._undoes
            )
        return log(self.connection, self.step, entries)


def _body(record: Record | None) -> str | None:
    return record.model_dump_json() if record else None


def _fact_body(fact: Fact) -> str:
    return fact.model_dump_json(exclude={"parts"}, exclude_defaults=True)

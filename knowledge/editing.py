"""The one way in which anything that an editor does reaches the knowledge: whole or not at all, logged, undoable."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from knowledge.errors import EditError, OutdatedError
from knowledge.errors import Path as Field
from knowledge.models import Answer, Article, Fact, Name, Topic
from knowledge.reading.lexicon import Lexicon
from knowledge.service import Knowledge
from knowledge.store.checks import check_fact, check_part_of, check_standing, check_sum
from knowledge.store.history import Logged, State, What, changes_of, last_change, last_step_on, step_of
from knowledge.store.queueing import News, is_anybody_waiting
from knowledge.store.reader import connect
from knowledge.store.recording import MODELS, Record, Recorder


@dataclass(frozen=True, slots=True)
class Edit:
    """What an editor wants changed, all of it or nothing.

    Names, topics, articles and facts are added, or replaced where their id is
    known. Facts are wholes with their parts: a part that is left out is withdrawn,
    and the parts of a withdrawn fact go with it. `seen` holds the version
    (`version_of`) of each thing that the editor had before them.
    """

    author: str
    why: str | None = None
    names: tuple[Name, ...] = ()
    topics: tuple[Topic, ...] = ()
    articles: tuple[Article, ...] = ()
    facts: tuple[Fact, ...] = ()
    withdrawn: tuple[str, ...] = ()
    seen: Mapping[tuple[What, str], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Applied:
    """What has come of an edit: the step that can be undone, None where nothing is different; the notices queued."""

    step: int | None
    queued: int


def version_of(connection: sqlite3.Connection, what: What, key: str) -> int:
    """A number that is another one whenever a thing, or for a fact any part of it, has been changed; 0 for none."""
    touched = last_change(connection, what, key)
    return touched.number if touched else 0


def apply(
    connection: sqlite3.Connection, edit: Edit, *, now: datetime, zone: tzinfo, rehearsed: bool = False
) -> Applied:
    """Change the knowledge, and queue what is to be told of it, inside the caller's transaction.

    Where the caller will take it back (`rehearsed`), notices may be counted without being queued.
    Raises EditError, naming the field, where the edit does not fit what is known,
    and OutdatedError where somebody else has changed since what the editor saw.
    """
    with _all_or_nothing(connection):
        recorder = _recorder(connection, author=edit.author, why=edit.why, now=now, rehearsed=rehearsed)
        _apply(connection, edit, recorder)
        return _finished(recorder, zone)


def _apply(connection: sqlite3.Connection, edit: Edit, recorder: Recorder) -> None:
    for (what, key), version in edit.seen.items():
        if version != version_of(connection, what, key):
            raise _outdated(connection, what, key)
    _Applying(recorder, edit).run()


def undo(
    connection: sqlite3.Connection,
    step: int,
    *,
    author: str,
    now: datetime,
    zone: tzinfo,
    why: str | None = None,
    seen: int | None = None,
    rehearsed: bool = False,
) -> Applied:
    """Take a step back, in a step that can be undone in its turn, inside the caller's transaction.

    `seen` is the last step that the editor saw (`history.last_step_on`), `rehearsed` as for `apply`. Raises
    OutdatedError where that is another one by now or something is not as the step left
    it, and EditError where there is no such step or where what it added is relied on.
    """
    if step_of(connection, step) is None:
        raise EditError(["step"], f"there is no step {step}", reason="unknown", others=[str(step)])
    with _all_or_nothing(connection):
        recorder = _recorder(connection, author=author, why=why, now=now, undoes=step, rehearsed=rehearsed)
        changes = changes_of(connection, step)
        last = last_step_on(connection, step)
        if seen is not None and last and last.id != seen:
            raise OutdatedError("step", str(step), author=last.author, at=last.at)
        _Undoing(recorder, changes).run()
        return _finished(recorder, zone)


def preview(
    path: Path,
    edit: Edit,
    questions: Sequence[str],
    *,
    now: datetime | None = None,
    lexicon: Lexicon | None = None,
) -> list[Answer]:
    """The answers that readers would get to questions if an edit were applied; nothing of it is kept.

    Other writers wait meanwhile, less long where the `lexicon` in use is given.
    Raises what `apply` raises.
    """
    now = now or datetime.now(UTC)
    with closing(connect(path)) as connection:
        known = Knowledge(path, connection=connection, lexicon=lexicon)
        known.matcher  # noqa: B018  made before anybody has to wait
        connection.execute("BEGIN IMMEDIATE")
        try:
            recorder = Recorder(connection, author=edit.author, now=now)
            _apply(connection, edit, recorder)
            recorder.finish(UTC)
            return [known.ask(question, now=now) for question in questions]
        finally:
            connection.rollback()


def _recorder(
    connection: sqlite3.Connection,
    *,
    author: str,
    why: str | None,
    now: datetime,
    undoes: int | None = None,
    rehearsed: bool,
) -> Recorder:
    news = News(rehearsed=rehearsed) if is_anybody_waiting(connection, now) else None
    return Recorder(connection, author=author, why=why, now=now, undoes=undoes, news=news)


def _finished(recorder: Recorder, zone: tzinfo) -> Applied:
    queued = recorder.finish(zone)
    return Applied(recorder.step.id if recorder.step else None, queued)


@contextmanager
def _all_or_nothing(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("SAVEPOINT edit")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK TO edit")
        raise
    finally:
        connection.execute("RELEASE edit")


def _outdated(connection: sqlite3.Connection, what: What, key: str) -> EditError:
    touched = last_change(connection, what, key)
    if touched is None:
        return EditError([what], f"{key!r} is no known {what}", reason="unknown", others=[key])
    return OutdatedError(what, key, author=touched.author, at=touched.at)


class _Applying:
    """One edit at work."""

    def __init__(self, recorder: Recorder, edit: Edit) -> None:
        self.recorder = recorder
        self.edit = edit

    def run(self) -> None:
        edit, recorder = self.edit, self.recorder
        given: tuple[tuple[What, Sequence[Record]], ...] = (
            ("topic", edit.topics), ("name", edit.names), ("article", edit.articles)
        )  # fmt: skip
        for what, records in given:
            for record in records:
                recorder.set(what, record.id, record)
        for at, name in enumerate(edit.names):
            check_part_of(recorder, name, ["names", at])
        self._check_facts()
        wholes = [self._withdraw(key, ["withdrawn", at]) for at, key in enumerate(edit.withdrawn)]
        for fact in edit.facts:
            self._write(fact, None)
        for at, whole in enumerate(wholes):
            if whole:
                check_sum(recorder, whole, ["withdrawn", at])

    def _check_facts(self) -> None:
        seen = set(self.edit.withdrawn)
        for at, fact in enumerate(self.edit.facts):
            self._check_family(fact, None, ["facts", at], seen)

    def _check_family(self, fact: Fact, whole: str | None, path: Field, seen: set[str]) -> None:
        here = [*path, "id"]
        if fact.id in seen:
            raise EditError(here, f"{fact.id!r} is there twice", reason="twice", others=[fact.id])
        seen.add(fact.id)
        check_fact(self.recorder, fact, path)
        stood = self.recorder.state(fact.id)
        if stood.body and stood.whole != whole:
            place = f"a part of {stood.whole!r}" if stood.whole else "a fact of its own"
            message = f"{fact.id!r} is {place} already"
            raise EditError(here, message, reason="elsewhere", others=[stood.whole or fact.id])
        for at, part in enumerate(fact.parts):
            self._check_family(part, fact.id, [*path, "parts", at], seen)

    def _withdraw(self, fact: str, path: Field) -> str | None:
        """Withdraw a fact with its parts, and return what it was a part of."""
        stood = self.recorder.state(fact)
        if stood.body is None:
            raise EditError(path, f"{fact!r} is no known fact", reason="unknown", others=[fact])
        self._withdraw_family(fact)
        return stood.whole

    def _withdraw_family(self, fact: str) -> None:
        for part in self.recorder.parts_of(fact):
            self._withdraw_family(part)
        self.recorder.withdraw(fact)

    def _write(self, fact: Fact, whole: str | None) -> None:
        self.recorder.write([(fact, whole)])
        kept = {part.id for part in fact.parts}
        for key in self.recorder.parts_of(fact.id):
            if key not in kept:
                self._withdraw_family(key)
        for part in fact.parts:
            self._write(part, fact.id)


class _Undoing:
    """One step being taken back."""

    def __init__(self, recorder: Recorder, changes: Sequence[Logged]) -> None:
        self.recorder = recorder
        self.changes = changes

    def run(self) -> None:
        for change in self.changes:
            if not self._is_as_left(change):
                raise _outdated(self.recorder.connection, change.what, change.id)
        for change in sorted(self.changes, key=_order):
            self._restore(change)
        for change in self.changes:
            check_standing(self.recorder, change.what, change.id)

    def _is_as_left(self, change: Logged) -> bool:
        if change.what == "fact":
            return self.recorder.state(change.id) == change.after
        return self.recorder.known(change.what, change.id) == _record(change.what, change.after)

    def _restore(self, change: Logged) -> None:
        if change.what == "fact":
            self.recorder.restore(change.id, change.before)
        else:
            self.recorder.set(change.what, change.id, _record(change.what, change.before))


def _order(change: Logged) -> int:
    """What facts rest on comes back before them, and goes after them."""
    if change.what == "fact":
        return 1
    return 0 if change.before.body else 2


def _record(what: What, state: State) -> Record | None:
    return MODELS[what].from_store(state.body) if state.body else None

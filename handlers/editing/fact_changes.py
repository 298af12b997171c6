"""A known fact being changed or withdrawn, as a draft: found, mended, the reason given, saved over nobody's change."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from handlers.editing import fact_pages, fact_search, fact_steps, texts
from handlers.editing.drafting import DraftKind, draft_button, plain_page
from handlers.editing.fact_draft import FactDraft
from handlers.editing.fact_preview import differences
from handlers.editing.fact_search import FIND, looking
from handlers.editing.fact_steps import MEND, PREVIEW, begun
from handlers.editing.fact_words import Labels, lines_of
from handlers.editing.newsroom import Move, Newsroom
from handlers.keyboards import Row
from handlers.lines import Line, line
from handlers.pages import Page, page_of
from knowledge.drafting.checking import entry_of
from knowledge.drafting.entries import Entry
from knowledge.editing import Applied, Edit, version_of
from knowledge.errors import EditError, OutdatedError
from knowledge.models import Fact
from knowledge.service import Knowledge
from knowledge.store.drafts import Body, Draft

_LONGEST_REASON = 300
WHY, OUTDATED, SURE = "why", "outdated", "sure"


class KnownFact(DraftKind):
    """What concerns a fact that is known: it is found first."""

    how: ClassVar[str]
    """How it is found, where nothing was said."""

    @abstractmethod
    def opened(self, fact: Fact, version: int, line_given: str, known: Knowledge) -> Body:
        """The draft with the fact found, and perhaps a line of what is to be changed."""

    async def open(self, fact: str, line_given: str = "") -> Body | None:
        """The draft for a fact; None where it does not stand any more."""
        version = self.newsroom.desk.read(lambda store: version_of(store, "fact", fact))

        def make(known: Knowledge) -> Body | None:
            whole = known.catalogue.whole(fact)
            return self.opened(whole, version, line_given, known) if whole else None

        return await self.newsroom.desk.look(make)

    async def find(self, text: str, line_given: str = "") -> Body:
        """The draft for the fact that a text means, or one that lets the editor choose."""
        found = await self.newsroom.desk.look(lambda known: fact_search.search(known, text)) if text else []
        return await self.among(found, text, line_given)

    async def among(self, found: list[str], said: str = "", line_given: str = "") -> Body:
        """The draft for the only one of some facts, or one that lets the editor choose."""
        body = await self.open(found[0], line_given) if len(found) == 1 else None
        return body or looking(found, said, line=line_given)

    async def finding(self, draft: Draft) -> Page:
        """The page to choose a fact."""
        return await self.newsroom.desk.look(
            lambda known: fact_search.finding(draft, known, self._intro(known))
        )

    def _intro(self, known: Knowledge) -> str:
        [article, *_] = [*known.catalogue.articles(1, 0), None]
        facts = known.catalogue.facts_in(article.id, 1, 0) if article else []
        return self.how.format(example=facts[0].id) if facts else texts.NO_ARTICLE_YET

    async def find_by_press(self, draft: Draft, what: str, which: str) -> Move:
        """A button of the page to choose a fact."""
        look, keys = self.newsroom.desk.look, self.newsroom.desk.keys
        if what == "drop":
            return Move(ends="dropped")
        if what == "fact":
            fact = await look(lambda known: fact_search.chosen(draft.body, which, known))
            body = await self.open(fact, draft.body.get("line", "")) if fact else None
        else:
            body = await look(lambda known: fact_search.turned(draft.body, what, which, known, keys))
        return Move(body=body) if body else Move(notice=texts.STEP_PASSED)


class ChangedFact(KnownFact, FactDraft):
    """A fact being changed; beside what a new one has, how it stood `before`, and which version of it was `seen`."""

    name: ClassVar[str] = "change"
    title: ClassVar[str] = texts.CHANGING
    saved: ClassVar[str] = texts.SAVED_CHANGE
    how: ClassVar[str] = texts.USAGE_CHANGE

    def opened(self, fact: Fact, version: int, line_given: str, known: Knowledge) -> Body:
        """At the fields, or where a line was given at the preview of what it makes."""
        entry = entry_of(fact)
        body = {**begun(entry, before=entry, seen=version), "at": MEND}
        return fact_steps.typed(body, line_given, known) if line_given else body

    async def page(self, draft: Draft) -> Page:
        """The fact to be found, its fields, the preview, the reason, or what somebody else has made of it."""
        if draft.body["at"] == FIND:
            return await self.finding(draft)
        if draft.body["at"] == WHY:
            return await self._ask_why(draft)
        if draft.body["at"] == OUTDATED:
            return await self.newsroom.desk.look(lambda known: self._outdated(draft, known))
        return await super().page(draft)

    async def on_text(self, draft: Draft, text: str) -> Move:
        """Words to find it by, the reason, or what a new fact's draft takes."""
        if draft.body["at"] == FIND:
            return Move(body=await self.find(text, draft.body.get("line", "")))
        if draft.body["at"] == WHY:
            return _too_long(text) or await self.save(draft, text)
        if draft.body["at"] == OUTDATED:
            return Move(notice=texts.CHOOSE_BUTTON)
        return await super().on_text(draft, text)

    async def on_press(self, draft: Draft, what: str, which: str) -> Move:
        """A choice, or a step to another place."""
        if draft.body["at"] == FIND:
            return await self.find_by_press(draft, what, which)
        if what == "unsaid" and draft.body["at"] == WHY:
            return await self.save(draft)
        if what == "theirs":
            body = await self.open(str(draft.body["before"]["id"]))
            return Move(body=body) if body else Move(notice=texts.DRAFT_GONE)
        if what == "mine":
            return Move(body={**draft.body, "at": PREVIEW, "seen": self._version(draft)})
        return await super().on_press(draft, what, which)

    async def save_pressed(self, draft: Draft) -> Move:
        """Ask for the reason first; where it is not ready show why."""
        made = await self.ready(draft)
        return Move(body={**draft.body, "at": WHY if made.fact else PREVIEW, "mend": False})

    async def on_refusal(self, draft: Draft, error: EditError) -> Move:
        """Where somebody else was first, both versions are shown."""
        if not isinstance(error, OutdatedError):
            return await super().on_refusal(draft, error)
        when = error.at.astimezone(self.newsroom.desk.zone)
        by = self._called(error.author)
        return Move(body={**draft.body, "at": OUTDATED, "by": by, "when": f"{when:%H:%M %d/%m/%Y}"})

    def _called(self, author: str) -> str:
        name = self.newsroom.name_of(int(author)) if author.isdigit() else None
        return name or texts.SOMEBODY_ELSE

    def _version(self, draft: Draft) -> int:
        fact = str(draft.body["before"]["id"])
        return self.newsroom.desk.read(lambda store: version_of(store, "fact", fact))

    async def _ask_why(self, draft: Draft) -> Page:
        made = await self.ready(draft)
        told = await _told(self.newsroom, await self.edit(draft, made.fact) if made.fact else None)
        skip = [draft_button(draft, texts.NO_REASON_BUTTON, "unsaid")]
        return await self.newsroom.desk.look(lambda known: _reason_page(draft, made.entry, known, told, skip))

    def _outdated(self, draft: Draft, known: Knowledge) -> Page:
        theirs = known.catalogue.whole(str(draft.body["before"]["id"]))
        said = texts.CHANGED_MEANWHILE if theirs else texts.GONE_MEANWHILE
        labels = Labels.of(known, draft.body)
        lines = [line(said.format(name=draft.body["by"], moment=draft.body["when"]), "b"), line("")]
        if theirs:
            lines += [line(texts.THEIRS, "b"), *lines_of(entry_of(theirs), labels), line("")]
        lines += [line(texts.YOURS, "b"), *lines_of(draft.body["entry"], labels)]
        go_on = [[draft_button(draft, texts.FROM_THEIRS_BUTTON, "theirs")]] if theirs else []
        mine = draft_button(draft, texts.MINE_OVER_BUTTON, "mine")
        return page_of(lines, [*go_on, [mine], [draft_button(draft, texts.DROP_BUTTON, "drop")]])


def _too_long(why: str) -> Move | None:
    most = _LONGEST_REASON
    return Move(notice=texts.REASON_TOO_LONG.format(most=most)) if len(why) > most else None


def _reason_page(draft: Draft, entry: Entry, known: Knowledge, told: Iterator[Line], skip: Row) -> Page:
    changed = differences(draft.body["before"], entry, Labels.of(known, draft.body))
    back = [draft_button(draft, texts.BACK_BUTTON, "preview"), draft_button(draft, texts.DROP_BUTTON, "drop")]
    return page_of([*changed, line(""), *told, line(texts.WHY, "b")], [skip, back])


async def _told(newsroom: Newsroom, edit: Edit | None) -> Iterator[Line]:
    """How many would hear of an edit; nothing where it cannot be made as things stand."""
    try:
        count = await newsroom.told_of(edit) if edit else None
    except EditError:
        count = None
    said = texts.WILL_BE_TOLD.format(count=count) if count else texts.NOBODY_TOLD
    return iter([] if count is None else [line(said)])


class RemovedFact(KnownFact):
    """A fact being withdrawn: which one, and which version of it was `seen`."""

    name: ClassVar[str] = "remove"
    title: ClassVar[str] = texts.REMOVING
    how: ClassVar[str] = texts.USAGE_REMOVE

    def opened(self, fact: Fact, version: int, line_given: str, known: Knowledge) -> Body:  # noqa: ARG002
        """At the question whether it is to go."""
        return {"at": SURE, "fact": fact.id, "entry": entry_of(fact), "seen": version}

    async def page(self, draft: Draft) -> Page:
        """The fact to be found, or whether it is to go, or the reason."""
        if draft.body["at"] == FIND:
            return await self.finding(draft)
        told = await _told(self.newsroom, self._edit(draft))
        return await self.newsroom.desk.look(lambda known: self._sure(draft, known, told))

    def _sure(self, draft: Draft, known: Knowledge, told: Iterator[Line]) -> Page:
        entry = draft.body["entry"]
        lines = [line(texts.REMOVE_THIS, "b"), *lines_of(entry, Labels.of(known, draft.body)), line("")]
        if parts := len(entry.get("parts", ())):
            lines.append(line(texts.REMOVE_THIS_TOO.format(count=parts)))
        lines += told
        keep = draft_button(draft, texts.KEEP_FACT_BUTTON, "drop")
        if draft.body["at"] == WHY:
            go = draft_button(draft, texts.REMOVE_NO_REASON_BUTTON, "unsaid")
            return page_of([*lines, line(texts.WHY_REMOVE, "b")], [[go], [keep]])
        return page_of(lines, [[draft_button(draft, texts.REMOVE_FACT_BUTTON, "remove")], [keep]])

    async def on_text(self, draft: Draft, text: str) -> Move:
        """Words to find it by, or the reason."""
        if draft.body["at"] == FIND:
            return Move(body=await self.find(text))
        if draft.body["at"] == WHY:
            return _too_long(text) or Move(edit=self._edit(draft, text), ends="saved")
        return Move(notice=texts.CHOOSE_BUTTON)

    async def on_press(self, draft: Draft, what: str, which: str) -> Move:
        """Yes, no, or another fact."""
        if draft.body["at"] == FIND:
            return await self.find_by_press(draft, what, which)
        if what == "remove":
            return Move(body={**draft.body, "at": WHY})
        if what == "unsaid" and draft.body["at"] == WHY:
            return Move(edit=self._edit(draft), ends="saved")
        return Move(ends="dropped") if what == "drop" else Move(notice=texts.STEP_PASSED)

    async def on_refusal(self, draft: Draft, error: EditError) -> Move:
        """Where somebody else was first, the fact is shown as it is now."""
        body = await self.open(str(draft.body["fact"])) if isinstance(error, OutdatedError) else None
        refused = await super().on_refusal(draft, error)
        return Move(body=body, notice=refused.notice) if body else Move(ends="dropped", notice=refused.notice)

    def left_behind(self, draft: Draft) -> str:  # noqa: ARG002
        """Nothing that could be read as a withdrawal."""
        return texts.KEPT_FACT

    async def closing(self, draft: Draft, move: Move, applied: Applied | None) -> Page:
        """That it is gone, and how many hear of it; or that it stays."""
        if applied is None:
            return plain_page(move.notice or self.left_behind(draft))
        return fact_pages.done([texts.SAVED_REMOVAL, draft.body["entry"]["statement"]], applied)

    def _edit(self, draft: Draft, why: str | None = None) -> Edit:
        fact = str(draft.body["fact"])
        return Edit(
            author=str(draft.person), why=why, withdrawn=(fact,), seen={("fact", fact): draft.body["seen"]}
        )

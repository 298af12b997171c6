"""Deciding about proposed facts one by one: accept, mend, drop. None is an answer before it is accepted."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from handlers.editing import article_texts as texts
from handlers.editing.fact_draft import pending
from handlers.editing.fact_steps import MEND, begun
from handlers.editing.newsroom import Move, Newsroom
from handlers.editing.proposal_pages import Candidate, reviewing
from handlers.pages import Page
from knowledge.answering.citing import cite
from knowledge.drafting.checking import fact_of, problems_of, settled, with_ids
from knowledge.drafting.entries import Entry
from knowledge.editing import Edit
from knowledge.exchange.conflicts import repeated_by, rivals_of
from knowledge.models import Fact
from knowledge.service import Knowledge
from knowledge.store import proposals
from knowledge.store.drafts import Body, Draft
from knowledge.store.history import What
from knowledge.store.proposals import Kept


class Reviewing:
    """The review of one article's proposals, as a draft has it."""

    def __init__(self, newsroom: Newsroom, draft: Draft) -> None:
        """Look at the proposals that are open now."""
        self.newsroom = newsroom
        self.draft = draft
        self.article: str = draft.body["article"]

    @cached_property
    def open(self) -> list[Kept]:
        """What nobody has decided about."""
        return self.newsroom.desk.read(lambda store: proposals.open_of(store, self.article))

    @property
    def left(self) -> int:
        """How many those are."""
        return len(self.open)

    @cached_property
    def decided(self) -> tuple[int, int]:
        """How many have been accepted and dropped."""
        return self.newsroom.desk.read(lambda store: proposals.decided(store, self.article))

    async def page(self) -> Page:
        """The first open proposal, with what follows from it."""
        candidate = await self._candidate()
        return await self.newsroom.desk.look(lambda known: reviewing(self.draft, candidate, self.left, known))

    async def on_press(self, what: str) -> Move:
        """What becomes of the draft by a decision."""
        if not self.open:
            return Move(ends="saved", notice=_summary(*self.decided))
        if what == "accept":
            return await self._accept()
        if what == "mend":
            return await self._mend()
        return self._without(what)

    def _without(self, what: str) -> Move:
        """What becomes of it where nothing is accepted."""
        match what:
            case "skip":
                return self._decided("dropped")
            case "later":
                return Move(ends="saved", notice=texts.LEFT_FOR_LATER.format(count=self.left))
            case "dropall" | "back":
                return Move(body={**self.draft.body, "at": "sure" if what == "dropall" else "review"})
            case "surely":
                return self._all_dropped()
        return Move()

    def _all_dropped(self) -> Move:
        accepted, dropped = self.decided
        return Move(
            ends="saved",
            notice=_summary(accepted, dropped + self.left),
            also=lambda store: proposals.drop_open(store, self.article),
        )

    def mended(self, entry: Entry) -> Body:
        """The draft with the proposal under review put right."""
        return {**self.draft.body, "mended": {"proposal": self.open[0].id, "entry": entry}}

    # ── one proposal ────────────────────────────────────────────────────────────────────

    async def _candidate(self) -> Candidate:
        kept, desk = self.open[0], self.newsroom.desk
        found = await desk.look(lambda known: self._read(kept, known))
        fact = found.fact
        if fact is None:
            return found
        rivals = desk.read(lambda store: [*rivals_of(store, fact), *repeated_by(store, fact)])
        return replace(found, rivals=list({rival.known.id: rival for rival in rivals}.values()))

    def _read(self, kept: Kept, known: Knowledge) -> Candidate:
        mended = self.draft.body.get("mended") or {}
        entry: Entry = mended["entry"] if mended.get("proposal") == kept.id else kept.body["entry"]
        published = cite(known.reader.article(kept.article)).published
        whole = settled({**entry, "article": kept.article}, known.lexicon, published)
        fact = None if problems_of(whole) else fact_of(with_ids(whole, known.catalogue.is_fact))
        return Candidate(kept, whole, fact if isinstance(fact, Fact) else None)

    async def _accept(self) -> Move:
        candidate = await self._candidate()
        fact = candidate.fact
        if fact is None:
            return Move(notice=texts.NOT_READY)
        names, topics = await self.newsroom.desk.look(lambda known: pending(dict(candidate.body), known))
        wanted = {one.subject for one in fact.family()}, {one.topic for one in fact.family()}
        new_names = tuple(name for name in names.values() if name.id in wanted[0])
        new_topics = tuple(topic for topic in topics.values() if topic.id in wanted[1])
        seen: dict[tuple[What, str], int] = {("fact", one.id): 0 for one in fact.family()}
        edit = Edit(str(self.draft.person), names=new_names, topics=new_topics, facts=(fact,), seen=seen)
        return self._decided("accepted", edit)

    def _decided(self, state: proposals.Settled, edit: Edit | None = None) -> Move:
        """On to the next proposal, or to the end."""
        accepted, dropped = self.decided
        counts = (accepted + 1, dropped) if state == "accepted" else (accepted, dropped + 1)
        proposal = self.open[0].id
        is_last = self.left == 1
        return Move(
            body={**self.draft.body, "mended": None},
            edit=edit,
            also=lambda store: proposals.settle(store, proposal, state),
            ends="saved" if is_last else None,
            notice=_summary(*counts) if is_last else texts.ACCEPTED if edit else None,
        )

    async def _mend(self) -> Move:
        candidate = await self._candidate()
        names, topics = candidate.body.get("names", ()), candidate.body.get("topics", ())
        body = begun(candidate.entry, names=names, topics=topics, returns=True)
        return Move(opens=("fact", {**body, "at": MEND}))


def _summary(accepted: int, dropped: int) -> str:
    return texts.ALL_DONE.format(accepted=accepted, dropped=dropped)

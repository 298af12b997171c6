"""What editors can do: their commands, their buttons, and the kinds of drafts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from handlers import commands
from handlers.editing import (
    articles,
    editors,
    exporting,
    facts,
    figures,
    history,
    importing,
    records,
    unanswered,
)
from handlers.editing.article_draft import ArticleDraft
from handlers.editing.drafting import Drafting, DraftKind
from handlers.editing.fact_changes import ChangedFact, RemovedFact
from handlers.editing.fact_draft import FactDraft
from handlers.editing.importing import ImportDraft
from handlers.editing.newsroom import Newsroom
from handlers.editing.rights import Callback, Command, for_editors, pressed_by_editors, pressed_by_owners
from handlers.editing.teaching import TeachDraft
from handlers.keyboards import Action
from handlers.pressing import Effect

KINDS: tuple[type[DraftKind], ...] = (
    FactDraft,
    ArticleDraft,
    ChangedFact,
    RemovedFact,
    records.NameDraft,
    records.TopicDraft,
    TeachDraft,
    ImportDraft,
)
"""All kinds of drafts."""

EDITABLE = (commands.ADD_FACT, commands.CHANGE_FACT)
"""The commands that are read anew where somebody edits them."""


def drafts_of(newsroom: Newsroom) -> Drafting:
    """The drafts of a newsroom, of all kinds."""
    return Drafting(newsroom, [kind(newsroom) for kind in KINDS])


def callbacks(drafting: Drafting) -> dict[commands.Command, Callback]:
    """What each editor's command does."""
    newsroom = drafting.newsroom
    own: Mapping[commands.Command, Command] = {
        commands.ADD_FACT: partial(facts.add_fact, drafting),
        commands.CHANGE_FACT: partial(facts.change_fact, drafting),
        commands.REMOVE_FACT: partial(facts.remove_fact, drafting),
        commands.ADD_ARTICLE: partial(articles.add_article, drafting),
        commands.CANCEL: drafting.cancel,
        commands.UNANSWERED: unanswered.show,
        commands.ADD_NAME: partial(records.begin, drafting, "name"),
        commands.ADD_TOPIC: partial(records.begin, drafting, "topic"),
        commands.STATISTICS: figures.show,
        commands.EXPORT: exporting.export,
        commands.IMPORT: partial(importing.begin, drafting),
        commands.HISTORY: history.show,
        commands.UNDO: history.undo,
    }
    return {
        **{command: for_editors(newsroom, does) for command, does in own.items()},
        commands.EDITORS: for_editors(newsroom, editors.show, in_groups=True),
    }


def under_files(drafting: Drafting) -> dict[commands.Command, Callback]:
    """What editors' commands do that stand under a file."""
    newsroom = drafting.newsroom
    return {
        commands.ADD_ARTICLE: for_editors(newsroom, partial(articles.add_file, drafting)),
        commands.IMPORT: for_editors(newsroom, partial(importing.begin, drafting)),
    }


def effects(drafting: Drafting) -> dict[Action, Effect]:
    """What each editor's button does."""
    newsroom = drafting.newsroom
    return {
        Action.DRAFT: pressed_by_editors(newsroom, drafting.press),
        Action.REPLACE_DRAFT: pressed_by_editors(newsroom, drafting.replace),
        Action.FACT: pressed_by_editors(newsroom, partial(facts.press, drafting)),
        Action.HISTORY: pressed_by_editors(newsroom, history.turn_page),
        Action.UNDO: pressed_by_editors(newsroom, history.ask),
        Action.UNDO_SURELY: pressed_by_editors(newsroom, history.take_back),
        Action.UNANSWERED: pressed_by_editors(newsroom, unanswered.turn),
        Action.IN_VAIN: pressed_by_editors(newsroom, unanswered.open_group),
        Action.SET_ASIDE: pressed_by_editors(newsroom, unanswered.set_aside),
        Action.TEACH: pressed_by_editors(newsroom, unanswered.teaching(drafting)),
        Action.ADD_FOR: pressed_by_editors(newsroom, unanswered.adding(drafting)),
        Action.EDITORS: pressed_by_editors(newsroom, editors.turn),
        Action.EDITOR: pressed_by_owners(newsroom, editors.press),
    }

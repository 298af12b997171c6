"""Drafts and editors as the store keeps them."""

from datetime import UTC, datetime, timedelta

import pytest

from knowledge.store import drafts, editors
from knowledge.store.reader import connect
from knowledge.store.worker import Worker

NOW = datetime(2025, 3, 4, tzinfo=UTC)


@pytest.fixture
def connection(store):
    Worker(store).close()  # brings the tables up to date
    connection = connect(store)
    yield connection
    connection.close()


def begun(connection, kind="fact", **more):
    return drafts.begin(connection, 1, 2, kind, {"at": "x"}, now=NOW, **more)


def test_one_draft_is_open_and_a_second_is_offered_in_its_place(connection):
    first, second, third = begun(connection), begun(connection), begun(connection)
    assert (first.state, second.state, third.state) == ("open", "offered", "offered")
    assert drafts.draft_by_id(connection, second.id).state == "dropped"
    assert drafts.replace_open(connection, third, NOW).state == "open"
    assert drafts.open_draft(connection, 1, 2).id == third.id
    assert drafts.draft_by_id(connection, first.id).state == "dropped"


def test_each_change_counts_up_the_step_and_remembers_the_message(connection):
    moved = drafts.advance(connection, begun(connection, taken=5), {"at": "y"}, NOW, taken=6)
    assert (moved.step, moved.body, moved.taken) == (1, {"at": "y"}, 6)
    assert drafts.advance(connection, moved, {}, NOW).taken == 6


def test_a_draft_begun_from_another_gives_it_back_when_it_ends(connection):
    outer = begun(connection)
    inner = drafts.begin_within(connection, outer, "name", {}, NOW)
    assert drafts.draft_by_id(connection, outer.id).state == "waiting"
    assert drafts.open_draft(connection, 1, 2) == inner
    assert drafts.close(connection, inner, "saved", NOW).id == outer.id
    assert drafts.close(connection, drafts.open_draft(connection, 1, 2), "dropped", NOW) is None


def test_ids_are_never_used_twice_so_that_no_late_button_finds_another_draft(connection):
    first = begun(connection)
    drafts.forget_drafts(connection, 2)
    assert begun(connection).id > first.id


def test_what_nobody_has_touched_for_long_is_let_go(connection):
    begun(connection)
    assert drafts.drop_before(connection, NOW) == 0
    assert drafts.drop_before(connection, NOW + timedelta(seconds=1)) == 1


def test_who_was_appointed_edits_until_removed_and_is_still_known_by_name(connection):
    assert editors.appoint(connection, 7, "Hoa", by=1, now=NOW)
    assert not editors.appoint(connection, 7, "Hoa Mai", by=1, now=NOW)
    assert [(one.person, one.name, one.appointed_by) for one in editors.editors(connection)] == [
        (7, "Hoa Mai", 1)
    ]
    assert editors.remove(connection, 7, now=NOW)
    assert not editors.remove(connection, 7, now=NOW)
    assert not editors.is_editor(connection, 7)
    assert editors.name_of(connection, 7) == "Hoa Mai"
    assert editors.appoint(connection, 7, "", by=1, now=NOW)
    assert editors.name_of(connection, 7) == "Hoa Mai"


def test_an_owner_whose_name_is_kept_does_not_become_an_editor_by_that(connection):
    editors.keep_name(connection, 8, "Lan", now=NOW)
    assert editors.name_of(connection, 8) == "Lan"
    assert not editors.is_editor(connection, 8)
    assert not editors.remove(connection, 8, now=NOW)

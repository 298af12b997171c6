from datetime import UTC, datetime

import pytest

from knowledge.errors import PackError
from knowledge.exchange.loading import load_packs, read_packs
from knowledge.exchange.rehearsal import rehearse
from knowledge.store.following import Follow, start_following
from knowledge.store.writer import writing
from tests.stores import contents, edited, rows

LANTERNS = """article: {id: moi-2025, about: "đèn mới", published: 2025-05-05}
names: [{id: lang-den, name: "Làng Đèn", kind: place}]
topics: [{id: den-moi, label: "Đèn mới"}]
facts: [{id: moi-2025/den, subject: lang-den, topic: den-moi, kind: count, value: 4, unit: "đèn", statement: "Làng Đèn có 4 đèn."}]
"""


@pytest.fixture
def file(packs):
    return packs / "suoi-ram-2025-02-03.yaml"


def test_what_would_change_is_told_and_nothing_is_changed(store, file):
    before = contents(store)
    packs = read_packs([edited(file, "value: 3", "value: 4")])
    found = rehearse(store, packs)
    [change] = found.facts
    assert (change.before.value, change.after.value) == (3, 4)
    assert (found.report.changed, found.report.unchanged, found.report.queued) == (1, 1, 0)
    assert contents(store) == before
    load_packs(store, packs)
    assert not rehearse(store, packs).changes_anything


def test_how_many_would_be_told_is_counted_and_nothing_is_queued(store, file):
    with writing(store) as db:
        start_following(db.conn, 77, 0, Follow("suoi-ram", ""), person=77, at=datetime.now(UTC))
    packs = read_packs([edited(file, "value: 3", "value: 4")])
    assert rehearse(store, packs).report.queued == 1
    assert rows(store, "SELECT * FROM outbox") == []
    assert rows(store, "SELECT * FROM event WHERE kind = 'change'") == []
    assert load_packs(store, packs).queued == 1


def test_what_is_new_is_named(store, tmp_path):
    file = tmp_path / "moi.yaml"
    file.write_text(LANTERNS, encoding="utf-8")
    found = rehearse(store, read_packs([file]))
    assert (found.articles, found.names, found.topics) == (("moi-2025",), ("lang-den",), ("den-moi",))
    assert [(change.before, change.after.id) for change in found.facts] == [(None, "moi-2025/den")]


def test_facts_gone_from_a_pack_are_withdrawn_only_with_prune(store, file):
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("  - id: suoi-ram-2025/mua-hoi")], encoding="utf-8")
    packs = read_packs([file])
    assert not rehearse(store, packs).changes_anything
    [change] = rehearse(store, packs, prune=True).facts
    assert (change.before.id, change.after) == ("suoi-ram-2025/mua-hoi", None)


def test_what_a_load_would_refuse_is_refused_here_with_file_and_line(store, file):
    packs = read_packs([edited(file, "topic: mua-hoi", "topic: mua-cuoi")])
    with pytest.raises(PackError, match=r"yaml:19: facts\[1\]\.topic: 'mua-cuoi' is no known topic"):
        rehearse(store, packs)

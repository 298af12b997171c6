import itertools
import json
import shutil

import pytest

from knowledge.exchange.loading import export, load_packs, read_packs
from knowledge.store import intake
from knowledge.store.reader import Reader, connect
from tests.knowledge.store.telling import NOON
from tests.stores import contents, edited, facts, mentions, rows

WHOLE, GO, THEP = "dang-van-2024/cau-treo", "dang-van-2024/cau-treo/go", "dang-van-2024/cau-treo/thep"


def load(store, *files, **options):
    return load_packs(store, read_packs(files), **options)


def counts(report):
    return report.added, report.changed, report.unchanged, report.withdrawn


@pytest.fixture
def file(packs):
    return packs / "dang-van-2024-05-06.yaml"


def test_parts_count_as_facts_of_their_own(bare, packs, tmp_path):
    store = shutil.copy(bare, tmp_path / "store.db")
    done = []
    report = load_packs(tmp_path / "store.db", read_packs([packs]), progress=done.append)
    assert (counts(report), sum(done)) == ((9, 0, 0, 0), 9)
    assert rows(store, "SELECT id FROM fact WHERE whole = ? ORDER BY seq", WHOLE) == [(GO,), (THEP,)]


def test_facts_written_together_are_stored_as_those_written_one_by_one(
    bare, packs, file, tmp_path, monkeypatch
):
    stores = []
    for at_once in (1, 4, 1_000):
        monkeypatch.setattr(intake, "_AT_ONCE", at_once)
        stores.append(shutil.copy(bare, tmp_path / f"{at_once}.db"))
        load(stores[-1], packs, now=NOON)
    edited(file, "paragraph: 2", "paragraph: 3")
    for at_once, store in zip((1, 4, 1_000), stores, strict=True):
        monkeypatch.setattr(intake, "_AT_ONCE", at_once)
        assert load(store, file, now=NOON).changed == 3
    first, *others = [contents(store) for store in stores]
    assert others == [first, first]


def test_the_same_knowledge_again_changes_nothing_at_all(store, packs):
    before = contents(store)
    assert counts(load(store, packs)) == (0, 0, 9, 0)
    assert contents(store) == before


def test_a_changed_fact_gets_a_new_version_and_its_neighbours_are_left_alone(store, file):
    before = facts(store)
    edited(file, 'value: "2024-03"', 'value: "2024-04"')
    assert counts(load(store, file)) == (0, 1, 6, 0)
    assert facts(store) == {**before, "dang-van-2024/khanh-thanh": (2, 0)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('["bằng gỗ"]', '["bằng tre"]'),
        ("12 cầu treo ở", "12 chiếc cầu treo ở"),
        ('unit: "cầu treo"', 'unit: "chiếc"'),
        ("paragraph: 2", "paragraph: 3"),
        ("as_of: 2024-05-06", "as_of: 2024-05-05"),
        ("value: 12\n", "value: 12\n        note: x\n"),
        ("value: 12\n", "value: 12\n        topic: den-long\n"),
        ("value: 12\n", "value: 12\n        subject: hoi-den\n"),
        ("value: 12\n", "value: 12\n        items: [Bến Lạ]\n"),
    ],
)
def test_a_part_changes_with_whatever_it_says_or_takes_over(store, file, old, new):
    load(store, edited(file, old, new))
    assert facts(store)[GO] == (2, 0)
    load(store, edited(file, new, old))
    assert facts(store)[GO] == (3, 0)


def test_the_change_log_keeps_who_changed_what_when_and_what_stood_before(store, file):
    edited(file, "dang-van-2024/khanh-thanh\n", "dang-van-2024/khanh-thanh\n    note: mới\n")
    load(store, file, author="tester")
    history = rows(
        store,
        "SELECT author, version, before, after FROM change WHERE what = 'fact' AND id LIKE '%khanh-thanh' ORDER BY seq",
    )
    (first, one, nothing, stood), (second, two, before, after) = history
    assert (first, one, nothing, second, two, before) == ("packs", 1, None, "tester", 2, stood)
    assert json.loads(after) == {**json.loads(before), "note": "mới"}
    assert rows(store, "SELECT count(*) FROM change WHERE datetime(at) IS NULL OR at NOT LIKE '%+00:00'") == [
        (0,)
    ]


def test_everything_new_is_in_the_change_log_once(store):
    logged = rows(
        store,
        "SELECT what, id FROM change WHERE version = 1 AND before IS NULL AND after IS NOT NULL ORDER BY what, id",
    )
    found = contents(store)
    assert logged == [
        *(("article", row[0]) for row in sorted(found["article"])),
        *(
            (table, row[1])
            for table in ("fact", "name", "topic")
            for row in sorted(found[table], key=lambda row: row[1])
        ),
    ]
    assert len(rows(store, "SELECT 1 FROM change")) == len(logged)


def test_an_article_put_right_is_logged_with_what_stood_before(store, file):
    load(store, edited(file, "Tạ Hoài Mây", "Tạ Hoài Mai"))
    load(store, edited(file, "Tạ Hoài Mai", "Tạ Hoài My"))
    log = rows(
        store,
        "SELECT version, before, after FROM change WHERE what = 'article' AND id LIKE 'dang%' ORDER BY version",
    )
    authors = [[body and json.loads(body)["author"] for body in bodies] for _, *bodies in log]
    assert authors == [[None, "Tạ Hoài Mây"], ["Tạ Hoài Mây", "Tạ Hoài Mai"], ["Tạ Hoài Mai", "Tạ Hoài My"]]
    assert [version for version, *_ in log] == [1, 2, 3]


def without_the_last_fact(file):
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("  - id: dang-van-2024/nghe-nhan")], encoding="utf-8")
    return file


def test_a_fact_gone_from_its_pack_stays_unless_it_is_pruned(store, file):
    before = facts(store)
    assert counts(load(store, without_the_last_fact(file))) == (0, 0, 6, 0)
    assert facts(store) == before
    assert counts(load(store, file, prune=True)) == (0, 0, 6, 1)
    assert facts(store) == {**before, "dang-van-2024/nghe-nhan": (2, 1)}
    assert {found for found in mentions(store) if "nghe-nhan" in found[1]} == set()
    assert counts(load(store, file, prune=True)) == (0, 0, 6, 0)


def test_a_withdrawn_fact_is_kept_in_the_change_log_and_can_come_back(store, packs, file):
    before, spoken_of = facts(store), mentions(store)
    whole_text = file.read_text(encoding="utf-8")
    load(store, without_the_last_fact(file), prune=True)
    file.write_text(whole_text, encoding="utf-8")
    assert counts(load(store, packs)) == (0, 1, 8, 0)
    assert (facts(store), mentions(store)) == ({**before, "dang-van-2024/nghe-nhan": (3, 0)}, spoken_of)
    log = rows(
        store,
        "SELECT before, after FROM change WHERE what = 'fact' AND id = 'dang-van-2024/nghe-nhan' ORDER BY version",
    )
    (_, stood), (stood_then, withdrawn), (gone, back) = log
    assert (stood_then, withdrawn, gone, back) == (stood, None, None, stood)


def test_pruning_leaves_the_facts_of_other_articles_alone(store, packs):
    file = packs / "suoi-ram-2025-02-03.yaml"
    file.write_text(file.read_text(encoding="utf-8").partition("facts:")[0], encoding="utf-8")
    assert counts(load(store, file, packs / "topics.yaml", prune=True)) == (0, 0, 0, 2)
    assert {key for key, (_, withdrawn) in facts(store).items() if withdrawn} == {
        "suoi-ram-2025/cau-treo",
        "suoi-ram-2025/mua-hoi",
    }


def test_a_pack_split_in_two_is_not_pruned_by_its_own_halves(store, packs, run):
    first = packs / "suoi-ram-2025-02-03.yaml"
    head, facts_text = first.read_text(encoding="utf-8").split("facts:\n")
    one, two = facts_text.split("  - id: suoi-ram-2025/mua-hoi")
    first.write_text(f"{head}facts:\n{one}", encoding="utf-8")
    (packs / "zz.yaml").write_text(f"{head}facts:\n  - id: suoi-ram-2025/mua-hoi{two}", encoding="utf-8")
    before = facts(store)
    assert "Traceback" not in run("load", "--prune", "--db", store, packs).err
    assert facts(store) == before


def test_a_renamed_part_leaves_a_store_that_can_still_be_exported_and_loaded(store, file, run, tmp_path):
    edited(file, f"id: {THEP}", f"id: {THEP}-moi")
    assert "Traceback" not in run("load", "--db", store, file).err
    exported = run("export", "--db", store, tmp_path / "out")
    assert (exported.code, exported.err) == (0, "")
    assert run("load", "--only", "--db", tmp_path / "again.db", tmp_path / "out").code == 0
    assert (facts(store)[THEP], facts(store)[f"{THEP}-moi"]) == ((2, 1), (1, 0))


def test_a_part_made_a_fact_of_its_own_is_no_part_any_more(store, file, tmp_path):
    text = file.read_text(encoding="utf-8")
    at = text.index(f"      - id: {THEP}")
    end = text.index("  - id: dang-van-2024/cau-treo-moi")
    moved = text[at:end].replace("      - id", "  - id").replace("        ", "    ")
    own = moved + "    subject: dang-van\n    topic: cau-treo\n    kind: count\n"
    file.write_text(text[:at].replace("    complete: true\n", "") + own + text[end:], encoding="utf-8")
    load(store, file)
    assert (rows(store, "SELECT whole FROM fact WHERE id = ?", THEP), facts(store)[THEP]) == (
        [(None,)],
        (2, 0),
    )
    export(store, tmp_path)
    assert counts(load(store, tmp_path)) == (0, 0, 9, 0)


def test_the_revision_counts_changes_of_knowledge_and_nothing_else(store, packs, file):
    def revision():
        return rows(store, "SELECT number FROM revision")[0][0]

    start = revision()
    load(store, packs)
    load(store, packs, prune=True)
    assert revision() == start
    load(store, edited(file, "paragraph: 0", "paragraph: 1"))
    assert revision() == start + 1
    load(store, edited(file, "Tạ Hoài Mây", "Tạ Hoài Mai"))
    assert revision() == start + 2
    load(
        store,
        edited(packs / "topics.yaml", "topics:", "names: [{id: ben-la, name: Bến Lạ, kind: place}]\ntopics:"),
    )
    assert revision() == start + 3
    load(store, without_the_last_fact(file), prune=True)
    assert revision() == start + 4


def test_a_fact_speaks_of_its_subject_of_what_that_lies_in_and_of_whom_it_names(store):
    assert {found for found in mentions(store) if "khanh-thanh" in found[1] or "nghe-nhan" in found[1]} == {
        ("suoi-ram", "dang-van-2024/khanh-thanh", "subject"),
        ("dang-van", "dang-van-2024/khanh-thanh", "within"),
        ("dang-van", "dang-van-2024/nghe-nhan", "subject"),
        ("ta-thi-mo", "dang-van-2024/nghe-nhan", "mentioned"),
    }


def test_a_name_added_later_is_found_in_the_facts_that_were_there_before(store, packs):
    new = packs / "new.yaml"
    new.write_text(
        "names: [{id: quyen-giang, name: Quyên Giang, kind: place, aliases: [bến Quyên Giang]}]",
        encoding="utf-8",
    )
    before = mentions(store)
    assert counts(load(store, new)) == (0, 0, 0, 0)
    assert mentions(store) - before == {("quyen-giang", "suoi-ram-2025/mua-hoi", "mentioned")}
    connection = connect(store)
    found = Reader(store, connection).facts("quyen-giang", "mua-hoi")
    connection.close()
    assert [(stored.fact.id, stored.role) for stored in found] == [("suoi-ram-2025/mua-hoi", "mentioned")]


NESTED = {
    "short": "names: [{id: quyen, name: Quyên, kind: place}]",
    "long": "names: [{id: quyen-giang, name: Quyên Giang, kind: place}]",
    "longest": "names: [{id: ben-quyen-giang, name: bến Quyên Giang, kind: place}]",
}


@pytest.mark.parametrize("order", list(itertools.permutations(NESTED)), ids="-".join)
def test_names_added_one_by_one_are_found_where_they_are_found_all_at_once(bare, packs, tmp_path, order):
    for name, text in NESTED.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    files = [tmp_path / f"{name}.yaml" for name in order]
    at_once, one_by_one = (shutil.copy(bare, tmp_path / f"{at}.db") for at in (1, 2))
    load(at_once, packs, *files)
    for file in (packs, *files):
        load(one_by_one, file)
    assert mentions(one_by_one) == mentions(at_once)


def test_what_narrows_facts_and_what_they_count_in_is_known_once_each(store):
    assert set(rows(store, "SELECT topic, facet FROM facet")) == {
        ("cau-treo", "bằng gỗ"),
        ("cau-treo", "bằng thép"),
        ("cau-treo", "làm mới"),
    }
    assert set(rows(store, "SELECT unit FROM unit")) == {("cầu treo",), ("%",)}

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.errors import PackError, StoreError
from knowledge.exchange.loading import check_packs, create_bundled, export, load_packs, read_packs
from knowledge.exchange.packs import BUNDLED, dump_pack, read_pack
from knowledge.models import Pack
from tests import strategies
from tests.conftest import SAMPLE
from tests.faults import FAULTS, GOOD, NAMES, SUMS, UNKNOWN_KEYS, UNKNOWN_NEIGHBOURS
from tests.stores import contents, edited, folder_bytes


def load(store, *files, **options):
    return load_packs(store, read_packs(files), **options)


def everything(folder):
    """All that the packs of a folder say, whichever file says it."""
    packs = [read_pack(file).pack for file in folder.glob("*.yaml")]
    return {
        key: {model.id: model for pack in packs for model in of(pack)}
        for key, of in {
            "articles": lambda pack: [pack.article] if pack.article else [],
            "names": lambda pack: pack.names,
            "topics": lambda pack: pack.topics,
            "facts": lambda pack: pack.facts,
        }.items()
    }


def exported_twice(store, folder):
    """What a store exports, and what a store loaded from that exports."""
    for name in ("once", "twice"):
        export(store, folder / name)
        store = folder / f"{name}.db"
        load(store, folder / name, only=True)
    return folder / "once", folder / "twice"


def test_what_is_loaded_comes_out_again(store, tmp_path):
    once, twice = exported_twice(store, tmp_path)
    assert everything(once) == everything(SAMPLE)
    assert folder_bytes(once) == folder_bytes(twice)
    assert set(folder_bytes(once)) == {file.name for file in SAMPLE.iterdir()}


def test_a_bundled_store_holds_just_the_bundled_packs(tmp_path):
    create_bundled(tmp_path / "new.db")
    export(tmp_path / "new.db", tmp_path / "out")
    assert everything(tmp_path / "out") == everything(BUNDLED)


@settings(max_examples=40)
@given(pack=strategies.packs())
def test_any_pack_that_is_loaded_comes_out_again(bare, pack):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        (folder / "in" / "pack.yaml").write_text(dump_pack(pack), encoding="utf-8")
        load(Path(shutil.copy(bare, folder / "store.db")), folder / "in")
        export(folder / "store.db", folder / "once")
        assert everything(folder / "once") == everything(folder / "in")
        load(Path(shutil.copy(bare, folder / "other.db")), folder / "once")
        export(folder / "other.db", folder / "twice")
        assert folder_bytes(folder / "once") == folder_bytes(folder / "twice")


@pytest.mark.parametrize("ids", [["topics"], ["a/b", "a_b"], ["a.b", "a/b"]], ids=str)
def test_articles_of_whatever_id_come_out_in_files_of_their_own(packs, tmp_path, ids):
    article = read_pack(packs / "suoi-ram-2025-02-03.yaml").pack.article
    for at, key in enumerate(ids):
        pack = Pack(article=article.model_copy(update={"id": key}))
        (packs / f"{at}.yaml").write_text(dump_pack(pack), encoding="utf-8")
    load(tmp_path / "a.db", packs, only=True)
    export(tmp_path / "a.db", tmp_path / "out")
    assert everything(tmp_path / "out") == everything(packs)


@settings(max_examples=15)
@given(order=st.permutations(sorted(SAMPLE.glob("*.yaml"))))
def test_packs_may_refer_to_each_other_in_any_order(bare, order):
    with tempfile.TemporaryDirectory() as name:
        store = Path(shutil.copy(bare, Path(name) / "store.db"))
        assert load(store, *order).added == 9
        export(store, Path(name) / "out")
        assert everything(Path(name) / "out") == everything(SAMPLE)


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_fault_is_told_by_file_line_and_field_and_nothing_of_the_load_is_kept(store, packs, fault):
    good, bad = packs / "good.yaml", fault.put_into(packs / "dang-van-2024-05-06.yaml")
    good.write_text(GOOD, encoding="utf-8")
    before = contents(store)
    with pytest.raises(PackError) as raised:
        load(store, good, bad)
    place, field, *message = str(raised.value).split(": ")
    assert (place, field) == (f"{bad}:{fault.line_in(bad)}", fault.field)
    assert fault.message in ": ".join(message)
    assert contents(store) == before
    assert load(store, good).added == 1


@pytest.mark.parametrize("fault", [*UNKNOWN_KEYS[:3], *UNKNOWN_NEIGHBOURS[:7], *SUMS], ids=str)
def test_a_fault_is_found_by_checking_alone(packs, fault):
    bad = fault.put_into(packs / "dang-van-2024-05-06.yaml")
    with pytest.raises(PackError, match=f"^{bad}:{fault.line_in(bad)}: "):
        check_packs(read_packs([packs]))


def test_nothing_is_made_where_the_first_load_fails(packs, tmp_path):
    edited(packs / "suoi-ram-2025-02-03.yaml", "subject: suoi-ram", "subject: nobody")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(PackError, match="'nobody' is no known name"):
        load(tmp_path / "new.db", packs, only=True)
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    "field", ["value", "of", "unit", "items", "facets", "statement", "note", "paragraph", "period"]
)
def test_a_missing_statement_or_figure_is_told_and_other_fields_may_be_left_out(store, packs, field):
    file = packs / "dang-van-2024-05-06.yaml"
    data = read_pack(file).pack.facts[2]
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    at = lines.index("  - id: dang-van-2024/den-long\n")
    kept = [
        line
        for number, line in enumerate(lines)
        if not (number in range(at, at + 11) and line.startswith(f"    {field}:"))
    ]
    file.write_text("".join(kept), encoding="utf-8")
    if field in ("value", "statement"):
        with pytest.raises(PackError, match=rf"^{file}:{at + 1}: facts\[2\]"):
            load(store, file)
    else:
        load(store, file)
        assert read_pack(file).pack.facts[2] == data.model_copy(
            update={field: type(data).model_fields[field].default}
        )


def test_the_same_name_and_topic_again_is_no_fault(store, packs):
    again = packs / "again.yaml"
    again.write_text((packs / "topics.yaml").read_text(encoding="utf-8") + NAMES, encoding="utf-8")
    before = contents(store)
    load(store, again, packs)
    assert contents(store) == before


@pytest.mark.parametrize("other", ["dang-van-2024-05-06.yaml", "topics.yaml"])
def test_a_name_or_topic_that_differs_between_two_packs_of_a_load_is_refused(packs, tmp_path, other):
    again = Path(shutil.copy(packs / other, packs / "zz.yaml"))
    text = again.read_text(encoding="utf-8").partition("facts:\n")[0]
    again.write_text(
        text.replace('"Đăng Vân"', '"Đăng Nga"').replace('"Cầu treo"', '"Cầu phao"'), encoding="utf-8"
    )
    with pytest.raises(
        PackError, match=rf"^{again}:\d+: (names|topics)\[0\]\.(name|label): .* is known already"
    ):
        load(tmp_path / "new.db", packs, only=True)
    assert not (tmp_path / "new.db").exists()


def test_an_article_that_differs_between_two_packs_of_a_load_is_refused(store, packs):
    again = Path(shutil.copy(packs / "suoi-ram-2025-02-03.yaml", packs / "zz.yaml"))
    again.write_text(
        again.read_text(encoding="utf-8").partition("facts:\n")[0].replace("Kiều", "Kim"), encoding="utf-8"
    )
    before = contents(store)
    with pytest.raises(PackError, match=rf"^{again}:\d+: article"):
        load(store, packs)
    assert contents(store) == before


def test_one_fact_in_two_packs_is_refused(store, packs):
    twin = edited(
        Path(shutil.copy(packs / "suoi-ram-2025-02-03.yaml", packs / "twin.yaml")),
        "id: suoi-ram-2025-02-03",
        "id: twin",
    )
    before = contents(store)
    with pytest.raises(
        PackError,
        match=rf"^{twin}:\d+: facts\[0\]\.id: .* is there twice \(also in {packs / 'suoi-ram-2025-02-03.yaml'}\)",
    ):
        load(store, packs)
    assert contents(store) == before


def test_checking_packs_writes_nothing_and_counts_their_facts(packs, tmp_path):
    before = folder_bytes(tmp_path)
    assert check_packs(read_packs([packs])).added == 9
    assert folder_bytes(tmp_path) == before


def test_packs_to_check_may_build_on_the_bundled_ones(packs):
    bundled = read_packs([BUNDLED])
    name = next(name for loaded in bundled for name in loaded.pack.names if name.kind == "place")
    topic = next(topic for loaded in bundled for topic in loaded.pack.topics)
    file = edited(packs / "suoi-ram-2025-02-03.yaml", "subject: suoi-ram", f"subject: {name.id}")
    edited(edited(file, "topic: cau-treo", f"topic: {topic.id}"), "subject: suoi-ram", f"subject: {name.id}")
    edited(file, "topic: mua-hoi", f"topic: {topic.id}")
    assert check_packs(read_packs([file])).added == 2


@pytest.mark.parametrize("taken", ["folder", "topics.yaml"])
def test_an_export_that_cannot_be_written_names_the_file(store, tmp_path, taken):
    folder = tmp_path / "out"
    if taken == "folder":
        folder.write_text("a file", encoding="utf-8")
    else:
        (folder / taken).mkdir(parents=True)
    with pytest.raises(StoreError, match=f"^{folder / 'topics.yaml'}: "):
        export(store, folder)

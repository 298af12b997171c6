from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from knowledge.errors import PackError
from knowledge.exchange.packs import BUNDLED, dump_pack, pack_files, read_pack, walk_facts
from knowledge.models import Article, Pack, Topic
from tests import strategies
from tests.conftest import SAMPLE
from tests.stores import edited

DANG_VAN = (SAMPLE / "dang-van-2024-05-06.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    return tmp_path_factory.mktemp("packs") / "pack.yaml"


def written(file: Path, content: bytes | str) -> Path:
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def fact_by_id(file: Path, key: str):
    return next(fact for fact in read_pack(file).pack.all_facts() if fact.id == key)


def test_a_part_takes_over_from_its_whole_what_it_does_not_say(file):
    pack = read_pack(written(file, DANG_VAN)).pack
    whole, part = list(pack.all_facts())[:2]
    for field in ("article", "subject", "topic", "kind", "unit", "period", "paragraph"):
        assert getattr(part, field) == getattr(whole, field) is not None
    assert (part.facets, part.note, part.complete, whole.facets) == (("bằng gỗ",), None, False, ())


def test_a_part_says_its_own_where_it_differs(file):
    written(file, DANG_VAN)
    edited(file, "    complete: true\n", "")
    edited(
        file,
        "value: 5",
        "kind: not_stated\n        unit: null\n        period: {as_of: 2024-01-01}\n        paragraph: 9",
    )
    part = fact_by_id(file, "dang-van-2024/cau-treo/thep")
    assert (part.kind, part.value, part.unit, str(part.period.as_of), part.paragraph) == (
        "not_stated",
        None,
        None,
        "2024-01-01",
        9,
    )
    assert part.period.label is None


def test_a_fact_is_walked_to_with_its_path_in_the_file(file):
    paths = {fact.id: path for path, fact in walk_facts(read_pack(written(file, DANG_VAN)).pack)}
    assert paths["dang-van-2024/cau-treo/thep"] == ["facts", 0, "parts", 1]
    assert paths["dang-van-2024/nghe-nhan"] == ["facts", 4]


@pytest.mark.parametrize(
    "word", ["no", "yes", "on", "OFF", "12:30", "0x11", "1_000", "0o17", "2024-01-02", ".inf", "=", "y"]
)
def test_a_word_is_what_it_shows_although_older_yaml_reads_it_otherwise(file, word):
    written(file, DANG_VAN.replace("[Tạ Thị Mơ]", "x").replace('["Tạ Thị Mơ"]', f"[{word}]"))
    assert fact_by_id(file, "dang-van-2024/nghe-nhan").items == (word,)


@pytest.mark.parametrize(
    ("number", "value"), [("0017", 17), ("+17", 17), ("17.0", 17.0), ("1.7e1", 17.0), ("17.", 17.0)]
)
def test_a_number_is_read_in_tens(file, number, value):
    read = fact_by_id(
        written(file, DANG_VAN.replace("value: 17", f"value: {number}")), "dang-van-2024/cau-treo"
    ).value
    assert (read, type(read)) == (value, type(value))


def test_a_plain_alias_stands_for_what_it_repeats(file):
    text = DANG_VAN.replace('period: {label: "đến', 'period: &then {label: "đến').replace(
        "    paragraph: 0\n", "    period: *then\n"
    )
    assert fact_by_id(written(file, text), "dang-van-2024/khanh-thanh").period.label == "đến tháng 4/2024"


def test_a_byte_order_mark_is_no_fault(file):
    assert (
        read_pack(written(file, b"\xef\xbb\xbf" + DANG_VAN.encode())).pack
        == read_pack(written(file, DANG_VAN)).pack
    )


NO_PACKS = {
    "empty": (b"", "a pack is a mapping"),
    "comment": (b"# soon\n", "a pack is a mapping"),
    "word": (b"cau treo", "a pack is a mapping"),
    "list": (b"- article", "a pack is a mapping"),
    "null": (b"~", "a pack is a mapping"),
    "not closed": (b"facts: [\n", "not YAML"),
    "quote": (b'article: "x', "not YAML"),
    "tab": (b"article:\n\tid: x\n", "not YAML"),
    "two documents": (b"---\nnames: []\n---\nnames: []\n", "not YAML"),
    "nobody": (b"names: *nobody", "not YAML"),
    "latin": ("article: {id: Đăng}".encode("cp1258", "replace") + b"\xd0", "not UTF-8"),
    "utf-16": ("names: []".encode("utf-16"), "not UTF-8"),
    "nul": (b'article: "a\0b"', "not YAML"),
    "surrogate": (b'article: "\\uD800"', "not YAML"),
    "twice": (b"names: []\nnames: []\n", "'names' is there twice"),
    "complex key": (b"? [a]\n: b\n", "a key is a plain word"),
    "recursive": (b"names: &all [*all]", "nested too deeply"),
    "deep": (b"names: " + b"[" * 1000 + b"]" * 1000, "nested too deeply"),
    "python": (b"names: [!!python/name:os.getcwd x]", "tag"),
    "tag": (b"names: [!secret x]", "tag"),
    "not an int": (b"names: [!!int abc]", "int"),
    "not a float": (b"names: [!!float abc]", "float"),
    "long number": (b"names: [" + b"9" * 5000 + b"]", "too long"),
}


@pytest.mark.parametrize(("content", "message"), NO_PACKS.values(), ids=NO_PACKS)
def test_a_file_that_is_no_pack_is_refused_by_its_name(file, content, message):
    with pytest.raises(PackError) as raised:
        read_pack(written(file, content))
    assert str(raised.value).startswith(f"{file}:")
    assert message in str(raised.value)


def test_a_file_that_is_not_there_is_refused_by_its_name(tmp_path):
    with pytest.raises(PackError, match=f"^{tmp_path / 'gone.yaml'}: No such file"):
        read_pack(tmp_path / "gone.yaml")


def test_a_folder_stands_for_the_yaml_files_directly_in_it(tmp_path):
    for name in ("b.yaml", "a.yml", "notes.txt", "sub/c.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert pack_files([tmp_path, tmp_path / "sub" / "c.yaml"]) == [
        tmp_path / "a.yml", tmp_path / "b.yaml", tmp_path / "sub" / "c.yaml",
    ]  # fmt: skip


def test_a_folder_without_packs_is_refused(tmp_path):
    with pytest.raises(PackError, match="holds no"):
        pack_files([tmp_path])


@pytest.mark.parametrize(
    "pack", [*SAMPLE.glob("*.yaml"), *BUNDLED.glob("*.yaml")], ids=lambda path: path.stem
)
def test_a_pack_written_out_is_the_same_pack(file, pack):
    given_pack = read_pack(pack).pack
    assert read_pack(written(file, dump_pack(given_pack))).pack == given_pack


@pytest.mark.parametrize("word", strategies.AWKWARD)
def test_an_awkward_word_comes_back_as_it_was(file, word):
    pack = Pack(topics=(Topic(id="t", label=word, phrases=(word, f"x {word}")),))
    assert read_pack(written(file, dump_pack(pack))).pack == pack


TEXTS = (
    "a\nb",
    "a\n\n\nb\n\n",
    "a\r\nb\rc",
    "\ta\t",
    " a ",
    "a \n b",
    "\n",
    "a\x85b",
    "a\u2028b\u2029",
    "\ufeffa",
    "a\0b",
    "a\x7fb",
    "\ufffe",
    "# a: -",
)


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_a_text_of_several_lines_comes_back_in_every_character(file, text):
    article = Article(id="a", about="x", published="2024-05-06", text=text)
    assert read_pack(written(file, dump_pack(Pack(article=article)))).pack.article.text == text


@settings(max_examples=50)
@given(pack=strategies.packs())
def test_any_pack_written_out_is_the_same_pack(file, pack):
    fault = fault_in(written(file, dump_pack(pack)))
    assume(
        fault is None or fault.reason != "contradiction"
    )  # a statement made by chance may tell another figure
    assert read_pack(file).pack == pack


def fault_in(file: Path) -> PackError | None:
    try:
        read_pack(file)
    except PackError as fault:
        return fault
    return None


@given(
    content=st.binary(max_size=60) | st.text("article:names\n -[]{}*&!?#'\"1.\t", max_size=40).map(str.encode)
)
def test_any_bytes_whatever_are_a_pack_or_a_fault_in_the_file(file, content):
    fault = fault_in(written(file, content))
    assert fault is None or str(fault).startswith(f"{file}:")


VALUES = [line.partition(": ")[2] for line in DANG_VAN.splitlines() if ": " in line]
ODD = (
    "null",
    "true",
    "1",
    "-1.5",
    "1e999",
    '""',
    "x",
    "[]",
    "{}",
    "[null]",
    "{a: {}}",
    "[[1]]",
    "2024-01-01",
    "{id: x}",
    "-",
)


@given(old=st.sampled_from(VALUES), new=st.sampled_from([*ODD, *VALUES]))
def test_a_pack_with_anything_in_the_place_of_anything_is_a_pack_or_names_a_line(file, old, new):
    fault = fault_in(written(file, DANG_VAN.replace(f": {old}\n", f": {new}\n", 1)))
    assert fault is None or (fault.file, fault.line in range(1, 80)) == (str(file), True)

import io
import struct
import zipfile
from contextlib import closing

import pytest

from knowledge.errors import PackError
from knowledge.exchange import bundles
from knowledge.exchange.bundles import packs_zip, unpacked
from knowledge.exchange.loading import export, load_packs
from knowledge.store.reader import Reader, connect
from tests.stores import edited, folder_bytes


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "unpacked"
    made.mkdir()
    return made


def sent(path):
    with closing(connect(path)) as connection:
        return packs_zip(Reader(path, connection))


def zipped(files):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def test_what_goes_out_as_a_zip_comes_in_again_as_the_same_knowledge(store, folder, tmp_path):
    packs = unpacked(sent(store), "hoidap.zip", folder)
    load_packs(tmp_path / "again.db", packs, only=True)
    export(store, tmp_path / "one")
    export(tmp_path / "again.db", tmp_path / "other")
    assert folder_bytes(tmp_path / "one") == folder_bytes(tmp_path / "other")
    assert len(packs) == 3


def test_a_single_pack_comes_as_it_is(packs, folder):
    [pack] = unpacked((packs / "topics.yaml").read_bytes(), "chude.YML", folder)
    assert len(pack.pack.topics) == 5
    assert pack.file == "chude.YML"


def test_a_fault_names_the_file_as_it_was_called_with_line_and_field(packs, folder):
    broken = edited(packs / "dang-van-2024-05-06.yaml", "value: 12", "value: 13").read_bytes()
    with pytest.raises(PackError, match=r"^bai/a\.yaml:18: facts\[0\]: the parts add up to 18, not to 17"):
        unpacked(zipped({"bai/a.yaml": broken}), "x.zip", folder)


def test_what_a_system_adds_to_a_zip_is_passed_over(packs, folder):
    good = (packs / "topics.yaml").read_bytes()
    data = zipped(
        {"topics.yaml": good, "__MACOSX/._a.yaml": b"\0", ".b.yaml": b"\0", "facts.csv": b"x", "d/": b""}
    )
    assert [pack.file for pack in unpacked(data, "x.zip", folder)] == ["topics.yaml"]


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"PK\3\4 and no more", "x.zip", "no zip file"),
        (zipped({}), "x.zip", r"holds no \.yaml"),
        (zipped({"readme.txt": b"?"}), "x.zip", r"holds no \.yaml"),
        (b"topics: []", "x.docx", r"neither \.yaml"),
        (b"\xff\xfe", "x.yaml", "not UTF-8"),
        (b"- a", "x.yaml", "mapping"),
    ],
)
def test_what_is_no_pack_is_told_to_be_none(folder, data, name, words):
    with pytest.raises(PackError, match=words):
        unpacked(data, name, folder)


def test_a_broken_or_locked_member_is_told_by_its_name(folder):
    data = bytearray(zipped({"a.yaml": b"topics: []" * 50}))
    locked = bytearray(data)
    data[40:50] = b"\xff" * 10
    at = locked.index(b"PK\x01\x02") + 8
    locked[at : at + 2] = struct.pack("<H", 1)  # says that it has a password
    for broken in (data, locked):
        with pytest.raises(PackError, match=r"^a\.yaml: cannot be unpacked from x\.zip"):
            unpacked(bytes(broken), "x.zip", folder)


def test_a_zip_that_swells_is_refused_whatever_it_says_of_its_size(folder, monkeypatch):
    monkeypatch.setattr(bundles, "MOST_BYTES", 100_000)
    swelling = zipped({f"{number}.yaml": b"#" * 40_000 for number in range(3)})
    assert len(swelling) < 2_000
    with pytest.raises(PackError, match="holds more than"):
        unpacked(swelling, "x.zip", folder)
    with pytest.raises(PackError, match="holds more than"):
        unpacked(b"#" * 100_001, "x.yaml", folder)


def test_a_zip_of_very_many_files_is_refused_before_any_is_read(folder):
    many = zipped({f"{number}.yaml": b"" for number in range(bundles.MOST_FILES + 1)})
    with pytest.raises(PackError, match="holds 501 packs"):
        unpacked(many, "x.zip", folder)
    assert list(folder.iterdir()) == []


def test_names_in_a_zip_lead_nowhere_outside(packs, folder, tmp_path):
    good = (packs / "topics.yaml").read_bytes()
    [pack] = unpacked(zipped({"../../../evil.yaml": good}), "x.zip", folder)
    assert pack.file == "../../../evil.yaml"
    assert [file.name for file in folder.iterdir()] == ["0.yaml"]
    assert not list(tmp_path.rglob("evil*"))

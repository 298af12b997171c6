"""Whatever may be wrong with a pack is told in Vietnamese."""

import pytest

from handlers.editing.importing import fault_lines
from knowledge.errors import PackError
from knowledge.exchange.loading import load_packs, read_packs
from knowledge.exchange.packs import read_pack
from tests.faults import FAULTS
from tests.knowledge.exchange.test_packs import NO_PACKS
from tests.stores import edited

_VIETNAMESE = frozenset("ạảãàáâậầấẩẫăắằặẳẵóòọõỏôộổỗồốơờớợởỡéèẻẹẽêếềệểễúùụủũưựữửừứíìịỉĩýỳỷỵỹđ")


def told(error):
    """The last line of what is shown: what is wrong."""
    return "".join(span.text for span in [*fault_lines(error)][-1])


def assert_in_vietnamese(error):
    said = told(error)
    assert said != f"{error.message}."
    assert any(
        letter in said for letter in "ạảãàáâậầấẩẫăắằặẳẵóòọõỏôộổỗồốơờớợởỡéèẻẹẽêếềệểễúùụủũưựữửừứíìịỉĩýỳỷỵỹđ"
    )


@pytest.mark.parametrize("content", [content for content, _message in NO_PACKS.values()], ids=NO_PACKS)
def test_that_a_file_is_no_pack_is_told_in_vietnamese(tmp_path, content):
    file = tmp_path / "x.yaml"
    file.write_bytes(content)
    with pytest.raises(PackError) as raised:
        read_pack(file)
    assert_in_vietnamese(raised.value)


def test_what_is_allowed_is_listed_without_a_foreign_word(packs):
    file = edited(packs / "dang-van-2024-05-06.yaml", "kind: count", "kind: dem")
    with pytest.raises(PackError) as raised:
        read_pack(file)
    assert " or " not in told(raised.value)
    assert "'statement', 'not_stated'" in told(raised.value)


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_fault_in_a_line_is_told_in_vietnamese(store, packs, fault):
    bad = fault.put_into(packs / "dang-van-2024-05-06.yaml")
    with pytest.raises(PackError) as raised:
        load_packs(store, read_packs([bad]))
    assert_in_vietnamese(raised.value)

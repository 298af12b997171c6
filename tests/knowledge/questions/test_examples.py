"""Example questions teach how a topic is spoken of, and never to pass over what narrows a question."""

import pytest

from tests.knowledge.asking import ids, shown, told

PACK = """
article: {id: bai-2025, about: "công tác ở xã Vĩnh Lạc", published: 2025-05-05}
names:
  - {id: vinh-lac, name: "Vĩnh Lạc", kind: place, type: "xã"}
  - {id: thuong-dong, name: "Thượng Đồng", kind: place, type: "xã"}
topics:
  - id: dieu-chuyen
    label: "Điều chuyển giáo viên"
    phrases: ["điều chuyển", "điều chuyển giáo viên"]
    examples: [%s]
  - {id: giao-vien-tre, label: "Giáo viên trẻ", phrases: ["giáo viên trẻ"], examples: ["{place} có bao nhiêu thầy cô trẻ"]}
facts:
  - {id: bai-2025/dc, subject: vinh-lac, topic: dieu-chuyen, kind: count, value: 20, unit: "giáo viên", statement: "Xã Vĩnh Lạc điều chuyển 20 giáo viên."}
  - {id: bai-2025/tre, subject: vinh-lac, topic: giao-vien-tre, kind: count, value: 7, unit: "giáo viên", statement: "Xã Vĩnh Lạc có 7 giáo viên trẻ."}
"""


@pytest.mark.parametrize("narrowing", ["nữ", "trẻ", "hợp đồng", "chưa có nhà", "là đảng viên", "bị kỷ luật"])
def test_an_example_with_a_narrowing_word_does_not_teach_to_pass_it_over(taught, narrowing):
    known = taught(PACK % f'"{{place}} xoay vòng bao nhiêu giáo viên {narrowing}"')
    question = f"Vĩnh Lạc xoay vòng bao nhiêu giáo viên {narrowing}?"
    assert told(known.ask(question))[0] in ("not_stated", "unknown")
    assert told(known.ask("Vĩnh Lạc xoay vòng bao nhiêu giáo viên nữ?"))[0] in ("not_stated", "unknown")


def test_an_example_teaches_another_wording(taught):
    known = taught(PACK % '"{place} xoay vòng bao nhiêu giáo viên"')
    assert ids(known.ask("Vĩnh Lạc xoay vòng bao nhiêu giáo viên?")) == ["bai-2025/dc"]
    assert "khong neu" in shown(known.ask("Vĩnh Lạc xoay vòng bao nhiêu giáo viên nữ?"))


def test_what_names_a_topic_itself_does_not_narrow_its_examples(taught):
    known = taught(PACK % "")
    assert ids(known.ask("Vĩnh Lạc có bao nhiêu thầy cô trẻ?")) == ["bai-2025/tre"]

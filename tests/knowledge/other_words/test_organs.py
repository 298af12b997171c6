"""What the one body of its kind in a place has done is what was done in the place."""

import pytest

from knowledge.text.vietnamese import fold
from tests.knowledge.asking import ids

DISTRICT = """
article: {id: song-hat-2024, title: "An toàn ở Sông Hát", author: "Lê Miên", published: 2024-07-05T07:00:00+07:00}
names:
  - {id: song-hat, name: "Sông Hát", kind: place, type: "huyện"}
  - {id: cong-an-song-hat, name: "Công an huyện Sông Hát", kind: organisation, type: "công an", aliases: ["Công an Sông Hát"], part_of: song-hat}
  - {id: cho-song-hat, name: "chợ Sông Hát", kind: organisation, type: "chợ", part_of: song-hat}
topics:
  - {id: thu-giu, label: "Thu giữ pháo", phrases: ["thu giữ pháo", "thu giữ"], examples: ["{place} thu giữ bao nhiêu pháo"]}
  - {id: den-duong, label: "Đèn đường", phrases: ["đèn đường"], examples: ["{place} có bao nhiêu bóng đèn đường"]}
  - {id: quay, label: "Quầy hàng", phrases: ["quầy hàng"], examples: ["{place} có bao nhiêu quầy hàng"]}
facts:
  - id: s/phao
    subject: song-hat
    topic: thu-giu
    kind: count
    value: 75
    unit: "kg"
    statement: "Từ đầu năm, công an ở Sông Hát thu giữ 75 kg pháo."
    paragraph: 1
    parts: [{id: s/phao/lau, value: 31, facets: ["nhập lậu"], statement: "31 kg trong số đó nhập lậu."}]
  - {id: s/den, subject: song-hat, topic: den-duong, kind: count, value: 640, unit: "bóng đèn", statement: "Huyện Sông Hát có 640 bóng đèn đường.", paragraph: 2}
  - {id: s/quay, subject: song-hat, topic: quay, kind: count, value: 460, unit: "quầy", statement: "Chợ ở Sông Hát có 460 quầy hàng.", paragraph: 2}
"""


@pytest.mark.parametrize("way", [str, fold])
@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Công an huyện Sông Hát thu giữ bao nhiêu kg pháo?", "s/phao"),
        ("Công an Sông Hát thu giữ bao nhiêu kg pháo nhập lậu?", "s/phao/lau"),
    ],
)
def test_what_an_organ_of_a_place_has_done_is_told_from_what_the_article_says_it_did_there(
    taught, question, fact, way
):
    answer = taught(DISTRICT).ask(way(question))
    assert answer.status == "answered"
    assert ids(answer)[0] == fact


@pytest.mark.parametrize(
    "question",
    ["Công an huyện Sông Hát có bao nhiêu bóng đèn đường?", "Chợ Sông Hát có bao nhiêu quầy hàng?"],
)
def test_what_a_place_has_is_not_what_a_body_in_it_has(taught, question):
    answer = taught(DISTRICT).ask(question)
    assert (answer.status, answer.facts) == ("unknown", ())


@pytest.mark.parametrize(
    "told",
    [
        "Ở Sông Hát, công an tỉnh thu giữ 75 kg pháo.",
        "Ở Sông Hát, công an các xã thu giữ 75 kg pháo.",
        "Bộ đội phối hợp với công an ở Sông Hát thu giữ 75 kg pháo.",
        "Sau khi công an vận động, người dân Sông Hát để bị thu giữ 75 kg pháo.",
    ],
)
def test_what_others_have_done_there_is_not_an_organs_doing(taught, told):
    known = taught(DISTRICT.replace("Từ đầu năm, công an ở Sông Hát thu giữ 75 kg pháo.", told))
    assert known.ask("Công an huyện Sông Hát thu giữ bao nhiêu kg pháo?").status != "answered"

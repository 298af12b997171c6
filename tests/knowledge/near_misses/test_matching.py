import unicodedata
from math import inf

import pytest

from knowledge.exchange.loading import load_packs, read_packs
from knowledge.matching.judging import Judge
from knowledge.questions.cases import Case
from knowledge.service import Knowledge
from knowledge.text.vietnamese import fold
from tests.evaluation import FOLDER, NOISES, read
from tests.knowledge.asking import ids, shown, told

POOR = "có bao nhiêu hộ nghèo?"


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Khuê Thượng có bao nhiêu hộ nghèo?", "kt/ho-ngheo"), ("Số hộ nghèo ở Vạn Trầm là bao nhiêu?", "vt/ho-ngheo"),
        ("Trạm y tế Lũng Ngà khởi công khi nào?", "kt/tram-y-te"), ("Ai là chủ tịch xã Lũng Ngà?", "kt/chu-tich-lung-nga"),
        ("Mấy xã ở Khuê Thượng có chợ phiên?", "kt/cho-phien"), ("Xã nào của Khuê Thượng có chợ phiên?", "kt/cho-phien"),
        ("Lò Thị Ngần là ai?", "kt/lo-thi-ngan"), ("Bà Ngần giữ chức vụ gì?", "kt/lo-thi-ngan"), ("Mấy thôn ở Lũng Ngà có điện lưới?", "kt/dien-luoi"),
        ("Thôn nào ở Lũng Ngà chưa có điện lưới?", "kt/chua-dien-luoi"), ("Vạn Trầm có bao nhiêu người được khám mắt?", "vt/kham-mat"),
        ("Khuê Thượng có bao nhiêu lượt người được khám mắt?", "kt/kham-mat"),
    ],
)  # fmt: skip
def test_each_ask_gets_the_fact_of_its_kind(districts, question, fact):
    assert told(districts.ask(question)) == ("answered", fact)


@pytest.mark.parametrize(
    "question",
    [
        "Vạn Trầm có bao nhiêu lượt khám mắt?", "Khuê Thượng có bao nhiêu người được khám mắt?", "Khuê Thượng có bao nhiêu hộ được khám mắt?",
        "Khuê Thượng điều chuyển bao nhiêu bác sĩ?", "Khuê Thượng điều chuyển bao nhiêu lượt giáo viên?", "Khuê Thượng trồng bao nhiêu tấn rừng?",
        "Bao nhiêu huyện ở Khuê Thượng có chợ phiên?", "Bao nhiêu người ở Khuê Thượng có chợ phiên?",
    ],
)  # fmt: skip
def test_a_figure_of_another_unit_is_no_answer(districts, question):
    assert districts.ask(question).status != "answered"


@pytest.mark.parametrize(
    "question",
    ["Khuê Thượng có hộ nghèo khi nào?", "Ai trồng rừng ở Khuê Thượng năm 2022?", "Bao nhiêu phần trăm hộ ở Khuê Thượng là hộ nghèo?", "Vì sao Lũng Ngà chưa có điện lưới?"],
)  # fmt: skip
def test_an_ask_that_no_fact_fits_is_not_answered_with_another_kind(districts, question):
    assert districts.ask(question).status != "answered"


# ── time ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("time", "facts"),
    [
        ("năm 2022", ["kt/rung-2022"]), ("trong năm 2021", ["kt/rung-2021"]), ("năm 2023", ["kt24/rung-2023"]), ("từ đầu năm 2022", ["kt/rung-2022"]),
        ("tính đến 31/12/2022", ["kt/rung-2022"]), ("năm 2021 và năm 2022", ["kt/rung-2021", "kt/rung-2022"]), ("năm 2022 và 2023", ["kt/rung-2022", "kt24/rung-2023"]),
    ],
)  # fmt: skip
def test_a_time_gets_the_figure_of_just_that_time(districts, time, facts):
    for question in (
        f"Khuê Thượng trồng bao nhiêu ha rừng {time}?",
        fold(f"khuê thượng trồng bao nhiêu ha rừng {time}"),
    ):
        answer = districts.ask(question)
        assert (answer.status, ids(answer)) == ("answered", facts)


@pytest.mark.parametrize(
    "time",
    [
        "năm 2019",
        "năm 2025",
        "tháng 5/2022",
        "trong tháng 5/2022",
        "quý II/2022",
        "từ năm 2015",
        "ngày 3/4/2020",
    ],
)
def test_a_time_that_no_figure_is_of_is_not_stated(districts, time):
    answer = districts.ask(f"Khuê Thượng trồng bao nhiêu ha rừng {time}?")
    assert answer.status == "not_stated"
    assert "khong neu" in shown(answer)


@pytest.mark.parametrize(
    ("since", "status"), [("Từ tháng 9/2022", "answered"), ("Trong năm học 2022-2023", "answered"), ("Từ năm 2015", "not_stated"), ("Từ tháng 9/2021", "not_stated")]
)  # fmt: skip
def test_a_beginning_must_be_the_one_that_the_figure_counts_from(districts, since, status):
    assert districts.ask(f"{since} Khuê Thượng điều chuyển bao nhiêu giáo viên?").status == status


def test_without_a_time_all_figures_for_one_thing_come_newest_first(districts):
    answer = districts.ask("Khuê Thượng trồng bao nhiêu ha rừng?")
    assert ids(answer) == ["kt24/rung-2023", "kt/rung-2022", "kt/rung-2021"]
    assert [block.citation.published.year for block in answer.blocks] == [2024, 2023, 2023]
    assert [block.period[:8] for block in answer.blocks] == ["năm 2023", "năm 2022", "năm 2021"]
    assert "445" not in shown(answer)


def test_growth_between_two_years_is_not_told_as_the_figure_of_one(districts):
    answer = districts.ask("Khuê Thượng trồng nhiều hơn năm 2021 bao nhiêu ha rừng?")
    assert not (answer.status == "answered" and ids(answer) == ["kt/rung-2021"])


# ── polarity ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("Thôn nào ở Lũng Ngà có điện lưới?", "kt/chua-dien-luoi"), ("Thôn nào ở Lũng Ngà đã có điện lưới?", "kt/chua-dien-luoi"),
        ("Mấy thôn ở Lũng Ngà chưa có điện lưới?", "kt/dien-luoi"), ("Mấy xã ở Khuê Thượng không có chợ phiên?", "kt/cho-phien"),
        ("Xã nào ở Khuê Thượng chưa có chợ phiên?", "kt/cho-phien"), ("may thon o lung nga chua co dien luoi", "kt/dien-luoi"),
    ],
)  # fmt: skip
def test_what_is_so_is_no_answer_to_what_is_not_so_nor_the_other_way_about(districts, question, never):
    answer = districts.ask(question)
    assert not (answer.status == "answered" and ids(answer)[0] == never)


# ── places ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "place", ["Hạ Long", "Kim Bôi", "xã Tủa Chùa", "huyện Lũng Ngà", "xã Khuê Thượng", "tỉnh Khuê Thượng"]
)
@pytest.mark.parametrize("fill", [str, fold])
def test_a_place_we_do_not_know_or_of_another_level_is_named_and_gets_nobodys_figures(districts, place, fill):
    answer = districts.ask(fill(f"{place} {POOR}"))
    assert (answer.status, answer.facts, answer.citations) == ("unknown", (), ())
    assert "chua co" in shown(answer)
    assert fold(place).lower().split()[-1] in fold(answer.blocks[0].sentence).lower()


@pytest.mark.parametrize(
    "place",
    [
        "Khuê Thượng (Quảng Ninh)",
        "Khuê Thượng, tỉnh Quảng Ninh",
        "huyện Khuê Thượng thuộc tỉnh Lào Cai",
        "khue thuong tinh quang ninh",
    ],
)
def test_a_place_in_a_province_of_others_is_another_place(districts, place):
    answer = districts.ask(f"{place} {POOR if not place.isascii() else fold(POOR)}")
    assert (answer.status, answer.facts) == ("unknown", ())


@pytest.mark.parametrize(
    ("place", "fact"),
    [
        ("Xã Đồi Mua, huyện Vạn Trầm", "vt/ho-ngheo-doi-mua"), ("Đồi Mua ở Khuê Thượng", "kt/ho-ngheo-doi-mua"), ("Đồi Mua (Khuê Thượng)", "kt/ho-ngheo-doi-mua"),
        ("doi mua van tram", "vt/ho-ngheo-doi-mua"),
    ],
)  # fmt: skip
def test_a_namesake_is_told_by_where_it_lies(districts, place, fact):
    answer = districts.ask(f"{place} {POOR if not place.isascii() else fold(POOR)}")
    assert (answer.status, ids(answer)) == ("answered", [fact])


@pytest.mark.parametrize("place", ["Đồi Mua", "Xã Đồi Mua", "doi mua"])
def test_of_two_namesakes_none_is_picked_in_silence(districts, place):
    answer = districts.ask(f"{place} {POOR if not place.isascii() else fold(POOR)}")
    assert answer.status == "clarify" or {"kt/ho-ngheo-doi-mua", "vt/ho-ngheo-doi-mua"} <= set(ids(answer))


def test_a_commune_never_gets_its_districts_figure_as_its_own(districts):
    answer = districts.ask("Lũng Ngà có bao nhiêu hộ nghèo?")
    assert answer.status in ("not_stated", "unknown")
    assert "ho" not in (answer.blocks[0].lead or "")


# ── however it is typed ─────────────────────────────────────────────────────────────────

CLEAN = [
    "Khuê Thượng có bao nhiêu hộ nghèo?", "Khuê Thượng điều chuyển bao nhiêu giáo viên từ xã về huyện?", "Trạm y tế Lũng Ngà khởi công khi nào?",
    "Vạn Trầm có bao nhiêu người được khám mắt?", "Khuê Thượng trồng bao nhiêu ha rừng năm 2022?", "Khuê Thượng có bao nhiêu đội hát của học sinh?",
    "Khuê Thượng và Vạn Trầm có bao nhiêu hộ nghèo?", "Hạ Long có bao nhiêu hộ nghèo?", "Khuê Thượng có bao nhiêu đội hát?",
]  # fmt: skip
TELEX = dict(zip("\u0300\u0301\u0309\u0303\u0323", "fsrxj", strict=True))
VNI = dict(zip("\u0300\u0301\u0309\u0303\u0323", "21345", strict=True))
MARKS = {
    "telex": {"\u0302": "double", "\u031b": "w", "\u0306": "w"},
    "vni": {"\u0302": "6", "\u031b": "7", "\u0306": "8"},
}


def keys(question, tones, marks, stroke):
    """The keys that spell a question with the Vietnamese keyboard off, tone keys at the end of each word."""
    typed = []
    for word in question.split():
        letters, tone = [], ""
        for char in unicodedata.normalize("NFD", word.strip("?,")):
            if char in tones:
                tone = tones[char]
            elif char in marks:
                letters.append(letters[-1].lower() if marks[char] == "double" else marks[char])
            else:
                letters.append({"đ": "d", "Đ": "D"}.get(char, char) + stroke * (char in "đĐ"))
        typed.append("".join(letters) + tone)
    return " ".join(typed)


def short(question):
    pairs = {
        "bao nhiêu": "bn",
        "giáo viên": "gv",
        "khi nào": "khi nào z",
        "người": "ng",
        "được": "đc",
        "học sinh": "hs",
        "không": "ko",
        "và": "&",
        "có": "co",
    }
    for full, brief in pairs.items():
        question = question.replace(full, brief)
    return question


NOISE = {
    "no marks": fold, "capitals": str.upper, "small letters": str.lower, "NFD": lambda text: unicodedata.normalize("NFD", text),
    "no marks in capitals": lambda text: fold(text).upper(), "no question mark": lambda text: text.rstrip("?"), "spaces": lambda text: text.replace(" ", "  \t"),
    "punctuation": lambda text: f"... {text}!!!???", "telex": lambda text: keys(text, TELEX, MARKS["telex"], "d"), "vni": lambda text: keys(text, VNI, MARKS["vni"], "9"),
    "shorthand": short, "typos": lambda text: text.replace("nhiêu", "nhieu").replace("nghèo", "ngheò").replace("giáo", "giaó").replace("trồng", "trông"),
    "old tone marks": lambda text: text.replace("hóa", "hoá").replace("khỏe", "khoẻ"), "politeness": lambda text: f"Dạ cho em hỏi {text.rstrip('?')} ạ, em cảm ơn",
}  # fmt: skip


@pytest.mark.parametrize("question", CLEAN)
@pytest.mark.parametrize("noise", NOISE.values(), ids=NOISE)
def test_noise_changes_nothing_about_the_facts_that_answer(districts, question, noise):
    clean, noisy = districts.ask(question), districts.ask(noise(question))
    assert (noisy.status, ids(noisy)) == (clean.status, ids(clean))


# ── offices and who leads them ──────────────────────────────────────────────────────────

OFFICES = """
article: {id: khe-vai, about: "việc ở huyện Khe Vải", author: "Mã Sen", published: 2022-05-01}
names:
- {id: khe-vai, name: "Khe Vải", kind: place, type: huyện}
- {id: cong-an, name: "Công an huyện Khe Vải", kind: organisation, part_of: khe-vai}
- {id: may-tre, name: "Hợp tác xã mây tre Khe Vải", kind: organisation, part_of: khe-vai}
topics:
- {id: bat-bac, label: "Bắt đánh bạc", phrases: ["vụ đánh bạc"], examples: ["{organisation} bắt bao nhiêu vụ đánh bạc"]}
- {id: don-hang, label: "Đơn hàng", phrases: ["đơn hàng"], examples: ["{organisation} có bao nhiêu đơn hàng"]}
- {id: bi-thu, label: "Bí thư Huyện ủy", phrases: ["bí thư huyện ủy", "bí thư"], examples: ["ai là bí thư {place}"]}
- {id: chu-tich, label: "Chủ tịch huyện", phrases: ["chủ tịch huyện", "chủ tịch"], examples: ["ai là chủ tịch {place}"]}
- {id: truong-cong-an, label: "Trưởng Công an", phrases: ["trưởng công an"], examples: ["ai là trưởng {organisation}"]}
facts:
- {id: bac, subject: cong-an, topic: bat-bac, kind: count, value: 5, unit: vụ, statement: "5 vụ đánh bạc bị bắt."}
- {id: hang, subject: may-tre, topic: don-hang, kind: count, value: 9, unit: đơn hàng, statement: "Hợp tác xã có 9 đơn hàng."}
- {id: bi-thu, subject: khe-vai, topic: bi-thu, kind: person, items: ["Lù A Páo"], statement: "Bí thư Huyện ủy là ông Lù A Páo."}
- {id: chu-tich, subject: khe-vai, topic: chu-tich, kind: person, items: ["Ma Thị Sáy"], statement: "Chủ tịch huyện là bà Ma Thị Sáy."}
- {id: truong, subject: cong-an, topic: truong-cong-an, kind: person, items: ["Đèo Văn Quỳ"], statement: "Ông Đèo Văn Quỳ là Trưởng Công an."}
"""


def test_what_an_office_of_a_district_did_is_told_of_the_district(taught):
    known = taught(OFFICES)
    assert told(known.ask("Bao nhiêu vụ đánh bạc bị bắt ở Khe Vải?")) == ("answered", "bac")
    assert known.ask("Khe Vải có bao nhiêu đơn hàng?").status != "answered"


@pytest.mark.parametrize(
    "question", ["Ai đứng đầu Công an huyện Khe Vải?", "Người chỉ huy Công an huyện Khe Vải là ai?"]
)
def test_whoever_leads_an_office_is_found_by_the_post(taught, question):
    assert told(taught(OFFICES).ask(question)) == ("answered", "truong")


def test_where_several_lead_a_place_none_is_picked_in_silence(taught):
    answer = taught(OFFICES).ask("Ai đứng đầu huyện Khe Vải?")
    assert answer.status == "clarify" or {"bi-thu", "chu-tich"} <= set(ids(answer))


def test_a_place_typed_without_marks_does_not_begin_with_the_word_before_it(districts):
    answer = districts.ask("co bao nhieu ho ngheo o khue thuong")
    assert told(answer) == ("answered", "kt/ho-ngheo")


@pytest.mark.parametrize("noise", NOISES.values())
def test_a_fact_is_passed_over_only_where_it_can_neither_answer_nor_come_near(tmp_path, noise, monkeypatch):
    load_packs(tmp_path / "officials.db", read_packs([FOLDER / "officials.yaml"]), only=True)
    questions = [noise(str(question["q"])) for question in read(FOLDER / "officials.jsonl")]
    with Knowledge(tmp_path / "officials.db", remembered=0) as officials:
        quick = [told(officials.ask(question)) for question in questions]
        monkeypatch.setattr(Case, "unsaid", frozenset())
        assert [told(officials.ask(question)) for question in questions] == quick
        judge = Judge.judge
        monkeypatch.setattr(Judge, "judge", lambda self, _limit: judge(self, inf))
        assert [told(officials.ask(question)) for question in questions] == quick
    assert any(fact for _, fact in quick)

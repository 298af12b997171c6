"""What is proposed from a sentence: the fact, its breakdown, of whom, since when, and what is doubtful."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.models import Fact
from tests.knowledge.proposing.reading import proposals, statements

FILLER = " Bà con các thôn trong xã đều rất phấn khởi trước những đổi thay của quê hương mình hôm nay."


def only(body: str) -> Fact:
    [proposal] = proposals(body + FILLER)
    return proposal.fact


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Từ đầu năm đến nay, huyện đã trồng 250 ha rừng.", ["Huyện Khuê Thượng đã trồng 250 ha rừng."]),
        (
            "Huyện xây 4 cầu và 12 cống, sửa 3 trường.",
            [
                "Huyện Khuê Thượng xây 4 cầu.",
                "Huyện Khuê Thượng xây 12 cống.",
                "Huyện Khuê Thượng sửa 3 trường.",
            ],
        ),
        (
            "Huyện mở 4 lớp tập huấn cho 160 hộ.",
            [
                "Huyện Khuê Thượng mở 4 lớp tập huấn.",
                "Huyện Khuê Thượng mở 4 lớp tập huấn cho 160 hộ.",
            ],
        ),
        (
            "Xã Lâm Khê có 46 hộ nghèo, giảm 12 hộ so với năm trước.",
            [
                "Theo bài báo, xã Lâm Khê có 46 hộ nghèo.",
                "Theo bài báo, xã Lâm Khê có 46 hộ nghèo, giảm 12 hộ so với năm trước.",
            ],
        ),
        (
            "Thôn Đông và thôn Đoài lần lượt có 12 và 15 hộ nghèo.",
            ["Thôn Đông có 12 hộ nghèo.", "Thôn Đoài có 15 hộ nghèo."],
        ),
        (
            "Giá trứng gà, trứng vịt lần lượt là 32.000 và 38.000 đồng/chục.",
            [
                "Huyện Khuê Thượng: giá trứng gà là 32.000 đồng/chục.",
                "Huyện Khuê Thượng: trứng vịt là 38.000 đồng/chục.",
            ],
        ),
        (
            "Ông Lê Văn Nam, Chủ tịch UBND huyện cho biết: Huyện thiếu 58 giáo viên.",
            [
                "Huyện Khuê Thượng thiếu 58 giáo viên.",
                "Ở huyện Khuê Thượng, Chủ tịch UBND huyện là Lê Văn Nam.",
            ],
        ),
        (
            "Đồng chí Vi Thị Hoa được Huyện ủy điều động giữ chức Bí thư Đảng ủy xã Lâm Khê.",
            ["Vi Thị Hoa được Huyện ủy điều động làm Bí thư Đảng ủy xã Lâm Khê."],
        ),
        (
            "Ngày 15/4/2024, huyện Khuê Thượng khởi công cầu Bản Lìm.",
            ["Huyện Khuê Thượng khởi công cầu Bản Lìm vào ngày 15/04/2024."],
        ),
    ],
)
def test_a_sentence_is_told_in_words_of_our_own(body: str, told: list[str]) -> None:
    assert statements(body + FILLER) == told


@pytest.mark.parametrize(
    "body",
    [
        "Huyện biệt phái 24 cán bộ (9 người về vùng cao; 2 người ra đảo; 13 sang các trường nội trú).",
        "Huyện biệt phái 24 cán bộ: 9 về vùng cao, 2 ra đảo, 13 sang các trường nội trú.",
        "Huyện biệt phái 24 cán bộ, gồm 9 người về vùng cao, 2 người ra đảo và 13 người sang các trường nội trú.",
        "Huyện biệt phái 24 cán bộ. Trong đó, 9 người về vùng cao, 2 người ra đảo và 13 người sang các trường nội trú.",
    ],
)
def test_a_breakdown_is_taken_apart_and_adds_up(body: str) -> None:
    whole = only(body)
    assert (whole.value, whole.unit, whole.complete) == (24, "cán bộ", True)
    assert [(part.value, part.unit, part.facets) for part in whole.parts] == [
        (9, "cán bộ", ("về vùng cao",)),
        (2, "cán bộ", ("ra đảo",)),
        (13, "cán bộ", ("sang các trường nội trú",)),
    ]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Chủ tịch UBND xã Lâm Khê là ông Lê Văn Nam.", "Chủ tịch UBND xã Lâm Khê là Lê Văn Nam."),
        ("Bí thư Đảng ủy xã Lâm Khê hiện nay là bà Vi Thị Hoa, sinh năm 1980.", "Bí thư Đảng ủy xã Lâm Khê là Vi Thị Hoa."),
        ("Ông Lê Văn Nam hiện là Chủ tịch UBND xã Lâm Khê.", "Chủ tịch UBND xã Lâm Khê là Lê Văn Nam."),
        ("Nguyên Chủ tịch UBND xã Lâm Khê là ông Lê Văn Nam.", "Nguyên Chủ tịch UBND xã Lâm Khê là Lê Văn Nam."),
        ("Bà Vi Thị Hoa giữ chức Chủ tịch UBND xã Lâm Khê từ tháng 3/2023.", "Vi Thị Hoa làm Chủ tịch UBND xã Lâm Khê."),
        ("Hiệu trưởng Trường Tiểu học Lâm Khê, cô Nguyễn Thị Mai, rất vui.", "Hiệu trưởng Trường Tiểu học Lâm Khê là Nguyễn Thị Mai."),
    ],
)  # fmt: skip
def test_who_holds_a_post_is_told_however_the_sentence_puts_it(body, told):
    assert only(body).statement == told


@pytest.mark.parametrize(
    "body",
    [
        "Chủ tịch UBND xã Lâm Khê không phải là ông Lê Văn Nam.",
        "Chủ tịch UBND xã Lâm Khê trước đây là ông Lê Văn Nam.",
    ],
)
def test_who_does_not_hold_a_post_now_is_not_told_to(body):
    assert not proposals(body + FILLER)


def test_whom_another_follows_in_a_post_is_not_the_one_appointed():
    body = "Thay ông Lê Văn Nam nghỉ hưu, bà Vi Thị Hoa được bổ nhiệm làm Giám đốc Trung tâm Y tế huyện."
    assert only(body).items == ("Vi Thị Hoa",)


def test_a_body_called_only_by_its_kind_is_the_last_one_of_it():
    facts = proposals("Bệnh viện Đa khoa Khe Lá có 165 giường. Bệnh viện còn thiếu 12 bác sĩ. Đơn vị đã khám cho 900 người." + FILLER)  # fmt: skip
    assert [p.fact.statement for p in facts][1:] == [
        "Bệnh viện Đa khoa Khe Lá còn thiếu 12 bác sĩ.",
        "Bệnh viện Đa khoa Khe Lá đã khám cho 900 người.",
    ]


def test_what_is_counted_over_a_whole_is_no_more_than_it():
    [_, whole] = proposals("Trường Tiểu học Khe Lá có 118 hồ sơ trên 200 chỉ tiêu." + FILLER)
    assert (whole.fact.value, whole.fact.note) == (200, None)


def test_a_quarter_is_a_time_and_no_part_of_the_topic():
    fact = only("Trong quý III, trên địa bàn huyện xảy ra 64 vụ cháy.")
    assert (fact.topic, fact.period and fact.period.label) == ("xay-ra-vu-chay", "trong quý III")


def test_a_figure_said_to_be_what_stands_before_it_has_that_for_its_unit():
    [_, other] = proposals("Trường Tiểu học Khe Lá nhận 310 hồ sơ, chỉ tiêu chỉ là 185." + FILLER)
    assert (other.fact.value, other.fact.unit) == (185, "chỉ tiêu")


def test_a_word_written_twice_is_counted_once():
    assert only("Toàn huyện có 45 hộ hộ nghèo.").unit == "hộ nghèo"


def test_parts_that_count_another_group_say_so_in_their_facet() -> None:
    whole = only("Huyện tuyển 26 đồng chí (5 kỹ sư, 21 điều dưỡng).")
    assert [(part.unit, part.facets, part.statement) for part in whole.parts] == [
        ("đồng chí", ("kỹ sư",), "Huyện Khuê Thượng tuyển 5 kỹ sư."),
        ("đồng chí", ("điều dưỡng",), "Huyện Khuê Thượng tuyển 21 điều dưỡng."),
    ]


def test_a_breakdown_that_does_not_add_up_is_incomplete_and_doubtful() -> None:
    [proposal] = proposals(
        "Huyện biệt phái 24 cán bộ (9 người về vùng cao; 13 người sang các trường nội trú)." + FILLER
    )
    assert not proposal.fact.complete
    assert "Các phần cộng lại là 22, bài báo ghi 24: hãy xem lại." in proposal.doubts


def test_part_of_a_whole_need_not_add_up() -> None:
    [proposal] = proposals("Huyện có 96 giáo viên, trong đó có 71 giáo viên nữ." + FILLER)
    assert (proposal.fact.complete, [part.value for part in proposal.fact.parts]) == (False, [71])
    assert not any("cộng lại" in doubt for doubt in proposal.doubts)


def test_a_percentage_in_brackets_is_told_of_its_figure_and_is_no_part_of_it() -> None:
    assert statements("Huyện còn 17 hộ nghèo (0,98%)." + FILLER) == [
        "Huyện Khuê Thượng còn 17 hộ nghèo.",
        "Huyện Khuê Thượng còn 17 hộ nghèo (0,98%).",
    ]


def test_an_inexact_figure_is_never_given_as_exact() -> None:
    [proposal] = proposals("Huyện có hơn 30 hộ nghèo." + FILLER)
    assert proposal.fact.value == 30
    assert "hơn 30 hộ nghèo" in proposal.fact.statement
    assert proposal.fact.note == "Bài báo viết “hơn 30 hộ nghèo”, không phải con số đúng."


def test_a_range_has_no_value_of_its_own() -> None:
    fact = only("Huyện thu từ 20-25 tấn rác mỗi ngày.")
    assert (fact.kind, fact.value, fact.unit) == ("statement", None, "tấn")
    assert "20-25 tấn" in fact.statement


def test_what_is_planned_is_told_to_be_planned() -> None:
    [proposal] = proposals("Huyện phấn đấu đến năm 2026 trồng 500 ha rừng." + FILLER)
    assert proposal.fact.note is not None
    assert "phấn đấu" in proposal.fact.note


@pytest.mark.parametrize(
    ("time", "label", "since", "as_of"),
    [
        ("Từ đầu năm 2023 đến nay", "từ đầu năm 2023 đến nay", date(2023, 1, 1), date(2024, 5, 6)),
        ("Từ đầu năm đến nay", "từ đầu năm đến nay", date(2024, 1, 1), date(2024, 5, 6)),
        ("Năm 2022", "năm 2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("Từ ngày 15/12/2022 đến ngày 14/9/2023", None, date(2022, 12, 15), date(2023, 9, 14)),
        ("Từ đầu nhiệm kỳ đến nay", "từ đầu nhiệm kỳ đến nay", None, date(2024, 5, 6)),
        ("Năm học 2023-2024", "năm học 2023-2024", None, date(2024, 5, 6)),
        ("Vụ đông xuân 2023-2024", "vụ đông xuân 2023-2024", None, date(2024, 5, 6)),
    ],
)
def test_the_time_is_kept_as_the_article_puts_it(
    time: str, label: str | None, since: date | None, as_of: date
) -> None:
    period = only(f"{time}, huyện đã trồng 250 ha rừng.").period
    assert period is not None
    assert (period.since, period.as_of) == (since, as_of)
    assert period.label == (label or period.label)


def test_a_time_that_is_compared_with_is_not_that_of_the_next_figure() -> None:
    [_, other] = proposals("Huyện ghi nhận 46 ca mắc, tăng 2 ca so với cùng kỳ năm 2022." + FILLER)
    assert other.fact.period is not None
    assert other.fact.period.label is None


def test_a_topic_of_the_store_is_known_by_its_phrases_and_another_is_proposed() -> None:
    [known, other] = proposals("Huyện đã trồng rừng 250 ha, xây 12 cầu." + FILLER)
    assert (known.fact.topic, other.fact.topic) == ("trong-rung", "xay-cau")
    assert any("là mới" in doubt for doubt in other.doubts)
    assert not any("là mới" in doubt for doubt in known.doubts)


def test_whom_a_sentence_does_not_name_is_carried_on_within_its_paragraph_and_told_to_be_doubtful() -> None:
    body = "Xã Lâm Khê có 12 thôn. Nghề chính là làm mộc. Thu nhập đạt 60 triệu đồng."
    facts = proposals(body + FILLER + "\n\nDân số đạt 45.000 người." + FILLER)
    assert [p.fact.subject for p in facts] == ["lam-khe", "lam-khe", "khue-thuong"]
    assert "Câu không nêu tên; hiểu là nói về xã Lâm Khê." in facts[1].doubts


def test_a_place_of_another_level_than_any_known_is_nobodys() -> None:
    [proposal] = proposals("Toàn tỉnh có 120 xã." + FILLER)
    assert proposal.fact.subject not in ("khue-thuong", "lam-khe")
    assert "Chưa rõ con số này nói về nơi nào, ai." in proposal.doubts


def test_a_time_ahead_of_a_plan_is_not_that_of_what_there_is_now() -> None:
    plan, poor = proposals(
        'Ông Lê Văn Nam cho biết: "Năm 2025, huyện phấn đấu còn 50 hộ nghèo". Hiện toàn huyện còn 67 hộ nghèo.'
        + FILLER
    )
    assert plan.fact.period
    assert plan.fact.period.label == "năm 2025"
    assert poor.fact.period
    assert (poor.fact.period.label, poor.fact.period.as_of) == (None, date(2024, 5, 6))


@pytest.mark.parametrize(
    "lead_in", ["Hiện bệnh viện khám cho", "Năm 2023, bệnh viện khám cho", "Bệnh viện điều trị"]
)
def test_a_body_called_by_its_kind_is_not_taken_for_its_district(lead_in: str) -> None:
    told = statements(
        f"Bệnh viện Đa khoa Khuê Thượng thêm khoa mới. {lead_in} 84.210 lượt người bệnh.{FILLER}"
    )
    assert len(told) == 1
    assert told[0].startswith("Bệnh viện Đa khoa Khuê Thượng")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "Trường Tiểu học Khuê Thượng được khánh thành ngày 5/9/2024, có 24 phòng học.",
            "Trường Tiểu học Khuê Thượng được khánh thành vào ngày 05/09/2024.",
        ),
        ("Hội thi khai mạc vào sáng ngày 3/4/2024.", "Hội thi khai mạc vào ngày 03/04/2024."),
    ],
)
def test_what_happened_on_a_day_that_its_clause_ends_with_is_proposed(body: str, told: str) -> None:
    assert told in statements(body + FILLER)


@pytest.mark.parametrize(
    "body",
    [
        "Công trình phải hoàn thành trước ngày 30/6/2024.",
        "Đến ngày 5/5/2024, huyện khánh thành 4 cầu.",
        "Huyện hỗ trợ các hộ bị thiệt hại từ ngày 3/4/2024.",
    ],
)
def test_a_day_that_only_bounds_what_happened_is_none_on_which_it_did(body: str) -> None:
    assert all(proposal.fact.kind != "date" for proposal in proposals(body + FILLER))


def test_what_is_broken_down_keeps_the_last_thing_it_lists() -> None:
    fact = only(
        "Huyện có 35 câu lạc bộ văn nghệ, thể thao, trong đó có 20 câu lạc bộ bóng chuyền, 15 câu lạc bộ hát then."
    )
    assert fact.statement == "Huyện Khuê Thượng có 35 câu lạc bộ văn nghệ, thể thao."
    assert [part.value for part in fact.parts] == [20, 15]
    assert fact.complete


def test_what_goes_on_about_a_thing_is_not_said_to_be_what_the_place_has() -> None:
    told = statements(
        f"Nhà văn hóa xã Lâm Khê rộng 450 m2, có 300 chỗ ngồi. Sân bóng rộng 900 m2, có 500 chỗ ngồi.{FILLER}"
    )
    assert not any(" có 500 chỗ ngồi" in one and ":" not in one for one in told)


def test_bodies_of_a_kind_at_large_are_no_body_spoken_of() -> None:
    told = statements(f"Trường Tiểu học Khuê Thượng vui hội. Toàn huyện có 42 trường học.{FILLER}")
    assert told == ["Huyện Khuê Thượng có 42 trường học."]


def test_now_in_the_midst_of_a_sentence_ends_the_time_before_it() -> None:
    *_, poor = proposals("Năm 2023, huyện trồng 250 ha rừng, hiện còn 67 hộ nghèo." + FILLER)
    assert poor.fact.period
    assert (poor.fact.period.label, poor.fact.period.as_of) == (None, date(2024, 5, 6))


@pytest.mark.parametrize("until", ["đến hết tháng 3/2024", "tính đến tháng 3/2024", "đến cuối tháng 3/2024"])
def test_what_there_was_by_a_month_was_not_only_since_its_first_day(until: str) -> None:
    period = only(f"Huyện có 2.350 hộ {until}.").period
    assert period
    assert (period.label, period.since, period.as_of) == (until, None, date(2024, 3, 31))


def test_a_part_that_only_a_kind_of_place_tells_of_says_so() -> None:
    fact = only(
        "Xã Lâm Khê huy động 45 tỷ đồng làm đường; trong đó tỉnh hỗ trợ 20 tỷ đồng, huyện 15 tỷ đồng, nhân dân đóng góp 10 tỷ đồng."
    )
    assert [part.facets for part in fact.parts] == [("tỉnh hỗ trợ",), ("huyện",), ("nhân dân đóng góp",)]
    assert fact.parts[1].statement == "Xã Lâm Khê huy động 15 tỷ đồng (huyện)."


@pytest.mark.parametrize(
    "time", ["Sau ba năm thực hiện", "Sau hơn 3 năm", "Qua 6 tháng triển khai", "Trong vòng 5 ngày"]
)
def test_how_long_something_took_is_no_figure_at_the_beginning(time: str) -> None:
    assert only(f"{time}, huyện trồng 250 ha rừng.").value == 250

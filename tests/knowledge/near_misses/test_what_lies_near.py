"""Questions all whose words a fact has, and which ask for another whole, another place or another list."""

from __future__ import annotations

import pytest

from tests.knowledge.asking import ids, shown

NEAR = """
article: {id: lung-khoai, title: null, about: "đời sống ở Lũng Khoai", author: "Mã Sen", published: 2024-10-03T07:00:00+07:00}
names:
  - {id: lung-khoai, name: "Lũng Khoai", kind: place, type: "huyện", aliases: ["huyện Lũng Khoai"]}
  - {id: na-pheo, name: "Nà Pheo", kind: place, type: "xã", aliases: ["xã Nà Pheo"], part_of: lung-khoai}
  - {id: ban-tong, name: "Bản Tòng Hạ", kind: place, type: "xã", aliases: ["xã Bản Tòng Hạ"], part_of: lung-khoai}
  - {id: co-may, name: "Cò Mạy", kind: place, type: "xã", aliases: ["xã Cò Mạy"], part_of: lung-khoai}
  - {id: bhxh, name: "Bảo hiểm xã hội huyện Lũng Khoai", kind: organisation, aliases: ["BHXH huyện Lũng Khoai", "BHXH Lũng Khoai"], part_of: lung-khoai}
  - {id: truong, name: "Trường THCS Nà Pheo", kind: organisation, aliases: ["THCS Nà Pheo"], part_of: na-pheo}
  - {id: thu-vien, name: "Thư viện huyện Lũng Khoai", kind: organisation, aliases: ["Thư viện Lũng Khoai"], part_of: lung-khoai}
  - {id: lo-thi-pan, name: "Lò Thị Pản", kind: person}
  - {id: vi-van-hom, name: "Vi Văn Hỏm", kind: person}
topics:
  - {id: so-thu, label: "Số thu bảo hiểm y tế", phrases: ["số thu", "thu bảo hiểm y tế", "tiền thu bảo hiểm"], examples: ["{organisation} thu bao nhiêu tiền bảo hiểm y tế"]}
  - {id: tang-the, label: "Thẻ được tặng", phrases: ["tặng thẻ"], examples: ["{place} tặng bao nhiêu thẻ"]}
  - {id: the, label: "Thẻ bạn đọc", phrases: ["thẻ bạn đọc", "cấp thẻ"], examples: ["{organisation} cấp bao nhiêu thẻ bạn đọc"]}
  - {id: sat-lo, label: "Điểm sạt lở", phrases: ["sạt lở", "điểm sạt lở"], examples: ["{place} có bao nhiêu điểm sạt lở"]}
  - {id: camera, label: "Camera an ninh", phrases: ["camera", "camera an ninh"], examples: ["{place} có bao nhiêu camera"]}
  - {id: phun, label: "Phun hóa chất", phrases: ["phun hóa chất", "chưa phun"], examples: ["những xã nào ở {place} chưa phun hóa chất"]}
  - {id: hieu-truong, label: "Hiệu trưởng", phrases: ["hiệu trưởng"], examples: ["hiệu trưởng {organisation} là ai"]}
  - {id: thu-khoa, label: "Thủ khoa", phrases: ["thủ khoa"], examples: ["thủ khoa ở {place} là ai"]}
  - {id: ocop, label: "Sản phẩm OCOP", phrases: ["OCOP", "sản phẩm OCOP"], examples: ["{place} có những sản phẩm OCOP nào"]}
  - {id: giao-quan, label: "Giao quân", phrases: ["giao quân", "giao quân vượt chỉ tiêu"], examples: ["những xã nào của {place} giao quân vượt chỉ tiêu"]}
  - {id: no, label: "Nợ bảo hiểm", phrases: ["nợ bảo hiểm", "chậm đóng bảo hiểm"], examples: ["{place} có bao nhiêu doanh nghiệp nợ bảo hiểm"]}
  - {id: diem-thu, label: "Điểm thu bảo hiểm y tế", phrases: ["điểm thu", "điểm thu bảo hiểm y tế"], examples: ["{place} có mấy điểm thu bảo hiểm y tế"]}
  - {id: kinh-phi, label: "Kinh phí xóa nhà tạm", phrases: ["kinh phí", "nguồn vốn", "tổng kinh phí"], examples: ["kinh phí xóa nhà tạm của {place} là bao nhiêu"]}
  - {id: nha-hong, label: "Nhà bị thiệt hại", phrases: ["nhà bị thiệt hại", "thiệt hại"], examples: ["{place} có bao nhiêu nhà bị thiệt hại"]}
  - {id: tong-thiet-hai, label: "Tổng thiệt hại", phrases: ["tổng thiệt hại"], examples: ["tổng thiệt hại của {place} là bao nhiêu"]}
  - {id: vo-dich, label: "Đội vô địch", phrases: ["vô địch"], examples: ["đội nào vô địch ở {place}"]}
facts:
  - {id: kinh-phi, subject: lung-khoai, topic: kinh-phi, kind: count, value: 12.5, unit: "tỷ đồng", statement: "Kinh phí xóa nhà tạm của Lũng Khoai là 12,5 tỷ đồng.", paragraph: 7}
  - {id: nha-hong, subject: co-may, topic: nha-hong, kind: count, value: 418, unit: "nhà", statement: "Xã Cò Mạy có 418 ngôi nhà bị thiệt hại.", paragraph: 7}
  - {id: tong-thiet-hai, subject: lung-khoai, topic: tong-thiet-hai, kind: count, value: 61, unit: "tỷ đồng", statement: "Tổng thiệt hại ở Lũng Khoai ước 61 tỷ đồng.", paragraph: 7}
  - {id: vo-dich, subject: lung-khoai, topic: vo-dich, kind: list, items: ["Nà Pheo"], statement: "Đội Nà Pheo vô địch sau khi thắng Cò Mạy 3-1.", paragraph: 8}
  - {id: so-thu, subject: bhxh, topic: so-thu, kind: count, value: 52.4, unit: "tỷ đồng", statement: "BHXH huyện Lũng Khoai thu 52,4 tỷ đồng tiền bảo hiểm y tế.", paragraph: 1}
  - {id: tang-the, subject: lung-khoai, topic: tang-the, kind: count, value: 340, unit: "thẻ", statement: "Các nhà hảo tâm tặng 340 thẻ bảo hiểm y tế cho người khó khăn ở Lũng Khoai.", paragraph: 1}
  - {id: the, subject: thu-vien, topic: the, kind: count, value: 960, unit: "thẻ", statement: "Thư viện huyện Lũng Khoai cấp 960 thẻ bạn đọc.", paragraph: 2, parts: [{id: the/hoc-sinh, value: 615, facets: ["học sinh"], statement: "615 thẻ cấp cho học sinh."}]}
  - {id: sat-lo, subject: lung-khoai, topic: sat-lo, kind: count, value: 17, unit: "điểm", statement: "Trên các tuyến đường của Lũng Khoai có 17 điểm sạt lở.", paragraph: 2, complete: true, parts: [{id: sat-lo/da, value: 14, facets: ["đã thông xe"], statement: "14 điểm sạt lở đã thông xe."}, {id: sat-lo/chua, value: 3, facets: ["chưa thông xe"], statement: "3 điểm sạt lở chưa thông xe."}]}
  - {id: camera, subject: ban-tong, topic: camera, kind: count, value: 38, unit: "camera", statement: "Xã Bản Tòng Hạ có 38 camera an ninh.", paragraph: 3}
  - {id: phun, subject: lung-khoai, topic: phun, kind: list, items: ["Nà Pheo", "Cò Mạy"], statement: "Hai xã chưa phun hóa chất là Nà Pheo và Cò Mạy.", paragraph: 3}
  - {id: hieu-truong, subject: truong, topic: hieu-truong, kind: person, items: ["Lò Thị Pản"], statement: "Bà Lò Thị Pản là Hiệu trưởng Trường THCS Nà Pheo.", paragraph: 4}
  - {id: thu-khoa, subject: lung-khoai, topic: thu-khoa, kind: person, items: ["Vi Văn Hỏm"], statement: "Thủ khoa của Lũng Khoai là em Vi Văn Hỏm.", paragraph: 4}
  - {id: ocop, subject: lung-khoai, topic: ocop, kind: list, items: ["chè Nà Pheo", "miến Cò Mạy", "mật ong Lũng Khoai"], statement: "Sản phẩm OCOP của Lũng Khoai là chè Nà Pheo, miến Cò Mạy và mật ong Lũng Khoai.", paragraph: 5}
  - {id: giao-quan, subject: lung-khoai, topic: giao-quan, kind: share, value: 2, of: 14, unit: "xã", items: ["Nà Pheo", "Cò Mạy"], statement: "2/14 xã của Lũng Khoai giao quân vượt chỉ tiêu: Nà Pheo và Cò Mạy.", paragraph: 6}
  - {id: no, subject: lung-khoai, topic: no, kind: count, value: 9, unit: "doanh nghiệp", statement: "9 doanh nghiệp ở Lũng Khoai chậm đóng bảo hiểm.", paragraph: 6}
  - {id: diem-thu, subject: bhxh, topic: diem-thu, kind: count, value: 24, unit: "điểm thu", statement: "BHXH huyện Lũng Khoai có 24 điểm thu bảo hiểm y tế.", paragraph: 1}
"""


@pytest.mark.parametrize(
    "asked",
    [
        "Lũng Khoai thu bao nhiêu tiền bảo hiểm xã hội?",
        "Người dân Lũng Khoai tặng bao nhiêu thẻ?",
        "Thư viện Lũng Khoai đón bao nhiêu học sinh?",
        "Lũng Khoai còn bao nhiêu điểm sạt lở?",
        "Bản Tòng có bao nhiêu camera?",
        "Kể tên sản phẩm OCOP của Nà Pheo",
        "Lũng Khoai cho vay tổng cộng bao nhiêu tiền?",
        "Tổng thiệt hại của Cò Mạy",
        "tong thiet hai cua co may",
        "Lễ giao quân của Nà Pheo ở đâu?",
    ],
)
def test_a_whole_a_name_or_a_list_that_lies_near_is_no_answer(taught, asked):
    assert taught(NEAR).ask(asked).status != "answered"


@pytest.mark.parametrize(
    ("asked", "fact"),
    [
        ("BHXH Lũng Khoai thu bao nhiêu tiền?", "so-thu"),
        ("Lũng Khoai thu bao nhiêu tiền bảo hiểm y tế?", "so-thu"),
        ("Lũng Khoai tặng bao nhiêu thẻ?", "tang-the"),
        ("Thư viện Lũng Khoai cấp bao nhiêu thẻ cho học sinh?", "the/hoc-sinh"),
        ("Lũng Khoai có bao nhiêu điểm sạt lở?", "sat-lo"),
        ("Lũng Khoai còn bao nhiêu điểm sạt lở chưa thông xe?", "sat-lo/chua"),
        ("Bản Tòng Hạ có bao nhiêu camera?", "camera"),
        ("Kể tên sản phẩm OCOP của Lũng Khoai", "ocop"),
        ("Ở Lũng Khoai xã nào giao quân vượt chỉ tiêu?", "giao-quan"),
        ("Kinh phí của Lũng Khoai là bao nhiêu?", "kinh-phi"),
        ("Tổng thiệt hại của Lũng Khoai", "tong-thiet-hai"),
        ("kinh phi xoa nha tam cua lung khoai het bao nhieu vay", "kinh-phi"),
        ("Bao nhiêu công ty ở Lũng Khoai nợ bảo hiểm?", "no"),
        ("Lũng Khoai có mấy chỗ thu bảo hiểm y tế?", "diem-thu"),
    ],
)
def test_what_is_told_is_answered(taught, asked, fact):
    assert ids(taught(NEAR).ask(asked))[:1] == [fact]


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ("Hai xã chưa phun là Nà Pheo và Cò Mạy phải không?", "co"),
        ("Hai xã chưa phun là Lũng Khoai và Cò Mạy phải không?", None),
        ("Đội Nà Pheo vô địch sau khi thắng Bản Tòng Hạ 3-1 phải không?", None),
        ("Vi Văn Hỏm học Trường THCS Nà Pheo phải không?", None),
        ("Hiệu trưởng Trường THCS Nà Pheo là Vi Văn Hỏm phải không?", "khong"),
    ],
)
def test_yes_and_no_are_said_only_of_all_names_and_of_the_post_asked(taught, asked, begins):
    text = shown(taught(NEAR).ask(asked))
    if begins is None:
        assert not text.startswith(("co.", "khong."))
    else:
        assert text.startswith(f"{begins}.")

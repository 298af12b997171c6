"""What readers say in other words than the article: "muốn … thì", "không có" for "chưa có", a post before which one was another."""

import pytest

from tests.knowledge.asking import shown, told

MUSEUM = """
article: {id: bao-tang, about: "bảo tàng và nhà ở của Lũng Sa", published: 2024-03-05T07:00:00+07:00}
names:
  - {id: lung-sa, name: "Lũng Sa", kind: place, type: "huyện"}
  - {id: thanh-ke, name: "Thanh Kè", kind: place, type: "huyện"}
  - {id: ban-tra, name: "Bản Trà", kind: place, type: "huyện"}
  - {id: mai-thi-do, name: "Mai Thị Đỏ", kind: person, aliases: ["bà Mai Thị Đỏ", "bà Đỏ"]}
topics:
  - {id: khach, label: "Khách tham quan", phrases: ["khách tham quan", "khách quốc tế", "khách trong nước"], examples: ["{place} đón bao nhiêu lượt khách tham quan"]}
  - {id: xe, label: "Lượt xe qua cầu", phrases: ["xe qua cầu"], examples: ["bao nhiêu lượt xe qua cầu ở {place}"]}
  - {id: tu-sua, label: "Kinh phí tu sửa", phrases: ["kinh phí tu sửa", "tu sửa"], examples: ["kinh phí tu sửa ở {place} là bao nhiêu"]}
  - {id: tang, label: "Hiến tặng hiện vật", phrases: ["hiến tặng hiện vật"], examples: ["bao nhiêu hiện vật được hiến tặng ở {place}"]}
  - {id: nguoi-tang, label: "Người hiến tặng hiện vật", phrases: ["người hiến tặng hiện vật"], examples: ["bao nhiêu người hiến tặng hiện vật ở {place}"]}
  - {id: so-hoa, label: "Số hóa hiện vật", phrases: ["số hóa hiện vật", "hiện vật được số hóa"], examples: ["bao nhiêu phần trăm hiện vật của {place} được số hóa"]}
  - {id: giam-doc, label: "Giám đốc bảo tàng", phrases: ["giám đốc bảo tàng", "giám đốc"], examples: ["ai là giám đốc bảo tàng {place}"]}
  - {id: truoc, label: "Công tác trước đây", phrases: ["trước đây"], examples: ["trước đây {person} làm gì", "{person} từng giữ chức gì"]}
  - {id: ao, label: "Phòng tham quan ảo", phrases: ["phòng tham quan ảo"], examples: ["{place} khai trương phòng tham quan ảo khi nào"]}
  - {id: xoa, label: "Xóa nhà tạm", phrases: ["xóa nhà tạm"], examples: ["{place} xóa bao nhiêu căn nhà tạm"]}
  - {id: con-lai, label: "Nhà tạm còn lại", phrases: ["còn nhà tạm", "nhà tạm chưa xóa", "còn bao nhiêu nhà tạm"], examples: ["{place} còn bao nhiêu căn nhà tạm"]}
  - {id: xa-xong, label: "Xã xóa hết nhà tạm", phrases: ["xóa hết nhà tạm"], examples: ["những xã nào ở {place} xóa hết nhà tạm"]}
  - {id: han, label: "Hạn xóa xong nhà tạm", phrases: ["phấn đấu xóa xong nhà tạm"], examples: ["bao giờ {place} xóa hết nhà tạm"]}
  - {id: phat-dong, label: "Phát động xóa nhà tạm", phrases: ["phát động xóa nhà tạm"], examples: ["{place} phát động xóa nhà tạm khi nào"]}
  - {id: dat, label: "Hộ chưa có đất ở", phrases: ["chưa có đất ở"], examples: ["{place} có bao nhiêu hộ chưa có đất ở"]}
  - {id: nhan-nha, label: "Nhận nhà mới", phrases: ["nhận nhà mới"], examples: ["{person} nhận nhà mới khi nào"]}
  - {id: tieu-chi, label: "Tiêu chí nhà mới", phrases: ["tiêu chí nhà mới", "ba cứng"], examples: ["nhà mới ở {place} phải đạt những tiêu chí nào"]}
facts:
  - id: khach
    subject: lung-sa
    topic: khach
    kind: count
    value: 700
    unit: "lượt khách"
    statement: "Lũng Sa đón 700 lượt khách tham quan."
    paragraph: 1
    complete: true
    parts:
      - {id: khach/trong, value: 640, facets: ["trong nước"], statement: "Có 640 lượt khách trong nước."}
      - {id: khach/ngoai, value: 60, facets: ["quốc tế"], statement: "Có 60 lượt khách quốc tế."}
  - {id: xe, subject: lung-sa, topic: xe, kind: count, value: 910, unit: "lượt xe", statement: "Có 910 lượt xe qua cầu ở Lũng Sa.", paragraph: 1}
  - id: tu-sua
    subject: lung-sa
    topic: tu-sua
    kind: count
    value: 45
    unit: "tỷ đồng"
    statement: "Kinh phí tu sửa nhà trưng bày ở Lũng Sa là 45 tỷ đồng."
    paragraph: 2
    complete: true
    parts:
      - {id: tu-sua/tinh, value: 20, facets: ["ngân sách tỉnh"], statement: "Ngân sách tỉnh cấp 20 tỷ đồng."}
      - {id: tu-sua/trung-uong, value: 25, facets: ["ngân sách trung ương"], statement: "Ngân sách trung ương cấp 25 tỷ đồng."}
  - {id: tang, subject: lung-sa, topic: tang, kind: count, value: 286, unit: "hiện vật", statement: "286 hiện vật được hiến tặng ở Lũng Sa.", paragraph: 3}
  - {id: nguoi-tang, subject: lung-sa, topic: nguoi-tang, kind: count, value: 41, unit: "người", statement: "41 người ở Lũng Sa hiến tặng hiện vật.", paragraph: 3}
  - {id: so-hoa, subject: lung-sa, topic: so-hoa, kind: share, value: 62, of: 100, unit: "%", statement: "62% hiện vật của Lũng Sa được số hóa.", paragraph: 3}
  - {id: giam-doc, subject: lung-sa, topic: giam-doc, kind: person, items: ["Mai Thị Đỏ"], statement: "Bà Mai Thị Đỏ là giám đốc bảo tàng Lũng Sa.", paragraph: 4}
  - {id: truoc, subject: mai-thi-do, topic: truoc, kind: statement, statement: "Trước đây, bà Mai Thị Đỏ dạy sử ở Thanh Kè.", paragraph: 4}
  - {id: ao, subject: lung-sa, topic: ao, kind: date, value: "2023-11-23", statement: "Lũng Sa khai trương phòng tham quan ảo ngày 23/11/2023.", paragraph: 4}
  - {id: xoa, subject: lung-sa, topic: xoa, kind: count, value: 326, unit: "căn nhà", statement: "Lũng Sa đã xóa 326 căn nhà tạm.", paragraph: 5}
  - {id: xoa-dk, subject: thanh-ke, topic: xoa, kind: count, value: 189, unit: "căn nhà", statement: "Thanh Kè đã xóa 189 căn nhà tạm.", paragraph: 5}
  - {id: xoa-bt, subject: ban-tra, topic: xoa, kind: count, value: 52, unit: "căn nhà", statement: "Bản Trà đã xóa 52 căn nhà tạm.", paragraph: 5}
  - {id: con-lai, subject: lung-sa, topic: con-lai, kind: count, value: 147, unit: "căn nhà", statement: "Lũng Sa còn 147 căn nhà tạm chưa xóa.", paragraph: 5}
  - {id: xa-xong, subject: lung-sa, topic: xa-xong, kind: share, value: 2, of: 9, unit: "xã", items: ["Nà Hin", "Nà Va"], statement: "2/9 xã của Lũng Sa đã xóa hết nhà tạm: Nà Hin và Nà Va.", paragraph: 5}
  - {id: han, subject: lung-sa, topic: han, kind: date, value: "2025-08-31", statement: "Lũng Sa phấn đấu xóa xong nhà tạm trước ngày 31/8/2025.", paragraph: 6}
  - {id: phat-dong, subject: lung-sa, topic: phat-dong, kind: date, value: "2024-02-20", statement: "Lũng Sa phát động xóa nhà tạm ngày 20/2/2024.", paragraph: 6}
  - {id: dat, subject: lung-sa, topic: dat, kind: count, value: 27, unit: "hộ", statement: "27 hộ ở Lũng Sa chưa có đất ở nên chưa làm được nhà.", paragraph: 6}
  - {id: nhan-nha, subject: mai-thi-do, topic: nhan-nha, kind: date, value: "2024-01-18", statement: "Bà Mai Thị Đỏ nhận nhà mới ngày 18/1/2024.", paragraph: 7}
  - {id: tieu-chi, subject: lung-sa, topic: tieu-chi, kind: list, items: ["nền cứng", "mái cứng"], statement: "Nhà mới ở Lũng Sa phải đạt hai tiêu chí là nền cứng và mái cứng.", paragraph: 7}
"""


@pytest.mark.parametrize(
    ("asked", "fact"),
    [
        ("Bao nhiêu khách nước ngoài đến Lũng Sa?", "khach/ngoai"),
        ("bao nhieu khach nuoc ngoai den lung sa", "khach/ngoai"),
        ("Khách trong nước đến Lũng Sa là bao nhiêu?", "khach/trong"),
        ("Có bao nhiêu lượt người ghé thăm Lũng Sa?", "khach"),
        ("Muốn tu sửa nhà trưng bày ở Lũng Sa thì tốn bao nhiêu tiền?", "tu-sua"),
        ("Người dân Lũng Sa đem tặng mấy món hiện vật?", "tang"),
        ("nguoi dan lung sa dem tang may mon hien vat", "tang"),
        ("bao nhieu phan tram hien vat cua lung sa da so hoa", "so-hoa"),
        ("Trước khi làm giám đốc, bà Đỏ làm gì?", "truoc"),
        ("Phòng tham quan ảo của Lũng Sa mở cửa từ hôm nào?", "ao"),
        ("lung sa xoa duoc bao nhieu nha tam roi", "xoa"),
        ("Lũng Sa còn bao nhiêu nhà tạm?", "con-lai"),
        ("Kể tên các xã của Lũng Sa đã xóa sạch nhà tạm", "xa-xong"),
        ("Bao giờ thì Lũng Sa hết sạch nhà tạm?", "han"),
        ("Bao nhiêu hộ ở Lũng Sa không có đất ở?", "dat"),
        ("bao nhieu ho o lung sa khong co dat o", "dat"),
        ("Bà Đỏ dọn về nhà mới khi nào?", "nhan-nha"),
        ("ba do don ve nha moi khi nao", "nhan-nha"),
        ("Nhà mới ở Lũng Sa phải có những cái cứng nào?", "tieu-chi"),
    ],
)
def test_what_is_said_in_other_words_gets_the_same_answer(taught, asked, fact):
    assert told(taught(MUSEUM).ask(asked)) == ("answered", fact)


@pytest.mark.parametrize(
    "asked",
    [
        "Bao nhiêu hộ ở Lũng Sa muốn tu sửa nhà?",
        "Có bao nhiêu lượt người qua cầu ở Lũng Sa?",
        "Bao nhiêu hộ ở Lũng Sa không có điện?",
        "Bao nhiêu hộ ở Lũng Sa không có đất sản xuất?",
        "Trước khi làm bí thư, bà Đỏ làm gì?",
        "Phòng tham quan ảo của Lũng Sa đóng cửa hôm nào?",
        "Khách trong huyện đến Lũng Sa là bao nhiêu lượt?",
    ],
)
def test_what_only_sounds_like_it_stays_unanswered(taught, asked):
    assert taught(MUSEUM).ask(asked).status != "answered"


@pytest.mark.parametrize(
    "asked", ["Bà Mai Thị Đỏ giữ chức gì?", "ba do giu chuc gi", "Bà Đỏ hiện giữ chức gì?"]
)
def test_who_asks_what_somebody_is_is_not_told_what_they_were(taught, asked):
    assert "thanh ke" not in shown(taught(MUSEUM).ask(asked))


def test_two_sources_of_money_side_by_side_both_tell_what_they_gave(taught):
    answer = taught(MUSEUM).ask(
        "Ngân sách tỉnh và ngân sách trung ương mỗi bên góp bao nhiêu để tu sửa ở Lũng Sa?"
    )
    assert {fact.id for fact in answer.facts} == {"tu-sua/tinh", "tu-sua/trung-uong"}


def test_and_between_two_names_is_no_slip_of_another_word(taught):
    answer = taught(MUSEUM).ask("ban tra va thanh ke xoa bao nhieu nha tam")
    assert "52" in shown(answer)
    assert "189" in shown(answer)

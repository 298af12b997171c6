"""Questions without marks that nothing answers as they were typed: they are read once more, as they most likely were meant."""

import pytest

from knowledge.exchange.loading import load_packs, read_packs
from knowledge.service import Knowledge
from knowledge.wording import YES
from tests.evaluation import FOLDER
from tests.knowledge.asking import told


@pytest.mark.parametrize(
    ("pack", "question", "fact"),
    [
        ("exam", "Thai Binh co bao nhieu bai thi dat diem 10?", "thai-binh-2024/diem-10"),
        ("exam", "Do Minh Quang hoc truong nao?", "thai-binh-2024/do-minh-quang/truong"),
        ("livestock", "Cam Dan dung bao nhieu lit hoa chat va bao nhieu tan voi bot?", "cam-dan-2024/hoa-chat"),
        ("clearance", "Bao nhieu ho o Dai Khe chua duoc nhan dat tai dinh cu?", "dai-khe-2025/ho-tai-dinh-cu/chua-nhan"),
        ("inspection", "Co may to chuc dang o Dong Hy bi kiem tra do co dau hieu vi pham?", "dong-hy-2023/dau-hieu-to-chuc"),
        ("newrural", "Thu nhap binh quan dau nguoi cua huyen Lac Thuy nam 2023 la bao nhieu?", "lac-thuy-2023/thu-nhap"),
        ("power", "Co may vu su co dien do set o Luong Thanh?", "luong-thanh-2024/su-co/set"),
        ("staff", "Trong quy hoach Ban Chap hanh cua Quan Son co bao nhieu nguoi duoi 40 tuoi?", "quan-son-2024/quy-hoach-bch/tre"),
        ("museum", "Muon sua sang lai Bao tang tinh Lam Giang phai ton bao nhieu tien?", "lam-giang-2024/tu-sua"),
        ("saltwater", "Thanh Phu con bao nhieu nha chua co nuoc sach de xai?", "thanh-phu-2024/ho-chua-co"),
    ],
)  # fmt: skip
def test_what_is_likeliest_by_its_neighbours_is_meant(asked, pack, question, fact):
    assert told(asked(pack, question)) == ("answered", fact)


def test_a_claim_without_marks_is_held_against_what_it_most_likely_is_of(asked):
    assert asked("clearance", "Co phai Dai Khe co 47 ho chua dong y khong?").verdict == YES


@pytest.mark.parametrize(
    ("pack", "question"),
    [
        ("cluster", "Lao dong nam trong cac cum cong nghiep o Yen Mo la bao nhieu?"),  # men, and no year
        ("heritage", "Bao nhieu hoc vien nam trong cac lop truyen day nam 2023 o Bac Yen?"),
        ("markets", "Bao nhieu co so o Dong Vinh bi dong cua?"),  # closed, and nobody's
        ("staff", "Quan Son cu 33 can bo di dau?"),  # asks where to, and speaks of no "đi đầu"
        ("merger", "Lang Son bot duoc bao nhieu phuong sau khi sap nhap?"),  # "bớt", and no bot
        ("bundled", "Em doc bao thay Binh Lieu dieu dong ve tinh, vay bao nhieu can bo duoc dieu dong a?"),
        ("markets", "Cho noi Cai Rang co bao nhieu ghe?"),  # a place nobody asked of
        ("waste", "Cong ty Moi truong do thi Ha Noi co bao nhieu cong nhan?"),
        ("livestock", "Cam Dan ban bao nhieu tan voi bot?"),
        ("power", "Luoi dien cua huyen Luong Thanh gap su co tat ca may lan trong 6 thang?"),
        ("lychee", "Trai vai Thanh Ha chua co mat o nhung nuoc nao?"),
        ("museum", "Muon xay moi Bao tang tinh Lam Giang phai ton bao nhieu tien?"),
        ("clearance", "Bao nhieu ho o Dai Khe tra lai dat tai dinh cu?"),
        ("traffic", "Bao nhieu tai xe o Binh Phuoc am tinh voi ma tuy?"),
    ],
)
def test_what_it_may_say_besides_is_not_passed_over(asked, pack, question):
    assert asked(pack, question).status in ("not_stated", "unknown")


@pytest.mark.parametrize(
    ("pack", "question", "fact"),
    [
        ("bundled", "Đề án số 01 của Sông Công ni về việc gì?", "song-cong-2022/de-an-01/noi-dung"),
        ("bundled", "Tế còn cấp phó, ở Bình Liêu bổ nhiệm mấy người nhỉ?", "binh-lieu-2020/bo-nhiem/cap-pho"),
        ("bundled", "Bình Liêu luân chuyển tới 37 nười lận hả?", "binh-lieu-2020/luan-chuyen"),
        ("bundled", "Sông Công có mấy cán bộ từ dới xã, phường được rút lên thành phố?", "song-cong-2022/luan-chuyen/len-thanh-pho"),
        ("heritage", "Mỗi năm Bắc Yên duy tì bao nhiêu lễ hội truyền thống?", "bac-yen-2024/le-hoi"),
        ("traffic", "Banh Phước tạm giữ bao nhiêu phương tiện vi phạm?", "binh-phuoc-2023/tam-giu-xe"),
    ],
)  # fmt: skip
def test_what_is_no_word_is_mended_by_its_neighbours(asked, pack, question, fact):
    assert told(asked(pack, question)) == ("answered", fact)


@pytest.mark.parametrize(
    ("pack", "question"),
    [
        ("bundled", "Chủ tịch UBBND huyện Bình Liêu là ai?"),  # no letter of a short form is anything else
        ("bundled", "Có mấy cán bộ xã được điều động ln huyện ở Bình Liêu?"),  # up to it, or whatever
        ("farming", "Tỷ lệ hộ cận ngèo của Phú Khê là bao nhiêu phần trăm?"),
        ("heritage", "Bắc Yên có bao nhiêu di sản của dân tộc Kơ Mú?"),
        ("heritage", "Bắc Yên có bao nhiêu di sản của dân tộc Do?"),
        ("lychee", "Vải Thanh Hà xuất sang Thái Lna bao nhiêu tấn?"),
        ("markets", "Phần xã hi hóa trong kinh phí xây chợ Tân Hội Tây là bao nhiêu?"),
        ("schools", "Vân Trạch tha bao nhiêu giáo viên?"),  # has too many of them, and no "thì"
        ("party", "Như Xuân khai trừ bao nhiêu đảng viên n?"),
        ("power", "Lương Thanh có bao nhiêu hộ cưa có điện?"),
        ("staff", "Quan Sơn có bao nhiêu cán bộ nm?"),
        ("staff", "Đại hội Đảng bộ huyện Quan Sơn có bao nhiêu đạại biểu?"),
    ],
)
def test_what_may_turn_the_question_is_not_mended_away(asked, pack, question):
    assert asked(pack, question).status in ("not_stated", "unknown")


def test_what_was_said_without_marks_is_taken_over_as_it_most_likely_was_meant(tmp_path):
    load_packs(tmp_path / "store.db", read_packs([FOLDER / "saltwater.yaml"]), only=True)
    with Knowledge.open(tmp_path / "store.db") as known:
        first = known.reply("Xa Thanh Hai bao nhieu phan tram ho co nuoc sach?")
        answer = known.ask("con An Dien", context=first.context)
    assert told(answer) == ("answered", "thanh-phu-2024/ho-an-dien")


@pytest.mark.parametrize(
    ("pack", "question"),
    [
        ("saltwater", "Thanh Phu con bao nhieu nha chua nuoc sach de xai?"),  # "nhà chứa"
        ("fire", "Vi sao cho Ben Gao lai chay hang?"),  # "chạy hàng"
    ],
)
def test_what_came_near_tells_of_no_word_that_it_was_meant(asked, pack, question):
    assert asked(pack, question).status in ("not_stated", "unknown")

"""Where somebody went, what they were before, what goes on and what befell: told the other way round it is no answer."""

import pytest

from tests.knowledge.asking import ids, told


@pytest.mark.parametrize(
    ("pack", "question", "fact"),
    [
        # the other way: "lên huyện" and "cán bộ huyện về"
        ("officials", "Bao nhiêu xã có cán bộ được luân chuyển lên huyện?", "thach-luong-2023/luan-chuyen/so-xa"),
        ("officials", "may xa co can bo luan chuyen len huyen", "thach-luong-2023/luan-chuyen/so-xa"),
        # the post itself is not what somebody was before it
        ("leaders", "Trước khi làm Phó Giám đốc Sở Nội vụ, ông Hoàng Văn Tuyển làm gì?", "ls/tuyen/truoc"),
        # another size, another day, another state
        ("bridge", "Cầu ở xã Hưng Trạch rộng bao nhiêu?", "hoi-dong-2023/duong-dan/hung-trach"),
        ("court", "Vụ trộm trâu xảy ra ngày nào?", "thanh-ba-2023/vu-trau-ngay"),
        ("court", "Còn bao nhiêu vụ hình sự đang giải quyết ở Thanh Ba?", "thanh-ba-2023/giai-quyet-hinh-su"),
        ("bridge", "Bao nhiêu hộ ở Liên Trạch đã nhận tiền bồi thường?", "hoi-dong-2023/ho-anh-huong/lien-trach"),
        # a title, and who is to come
        ("heritage", "Bao nhiêu nghệ nhân nhân dân?", "bac-yen-2024/nghe-nhan"),
        ("cells", "Trưởng Ban Tổ chức Huyện ủy Định Hóa sắp tới là ai?", "dinh-hoa-2022/loc/phat-bieu"),
    ],
)  # fmt: skip
def test_what_is_told_the_other_way_round_is_no_answer(pack_of_set, pack, question, fact):
    answer = pack_of_set(pack).ask(question)
    assert not (answer.status == "answered" and fact in ids(answer))


@pytest.mark.parametrize(
    ("pack", "question", "fact"),
    [
        ("officials", "Bao nhiêu xã có cán bộ huyện luân chuyển về?", "thach-luong-2023/luan-chuyen/so-xa"),
        ("leaders", "Trước khi làm Bí thư Huyện ủy Chi Lăng, ông Hoàng Văn Tuyển làm gì?", "ls/tuyen/truoc"),
        ("bridge", "Đường dẫn ở xã Hưng Trạch dài bao nhiêu?", "hoi-dong-2023/duong-dan/hung-trach"),
        ("court", "Vụ trộm trâu được xét xử ngày nào?", "thanh-ba-2023/vu-trau-ngay"),
        ("bridge", "Bao nhiêu hộ ở Liên Trạch bị ảnh hưởng?", "hoi-dong-2023/ho-anh-huong/lien-trach"),
        ("heritage", "Bao nhiêu nghệ nhân?", "bac-yen-2024/nghe-nhan"),
    ],
)
def test_told_as_it_is_asked_it_is_the_answer(pack_of_set, pack, question, fact):
    assert told(pack_of_set(pack).ask(question)) == ("answered", fact)


def test_what_is_denied_is_not_said_to_be_so(pack_of_set):
    known = pack_of_set("housing")
    assert known.ask("27 hộ ở Mường Trà đã có đất ở nên chưa làm được nhà phải không?").verdict is None
    assert known.ask("27 hộ ở Mường Trà chưa có đất ở nên chưa làm được nhà phải không?").verdict == "Có"

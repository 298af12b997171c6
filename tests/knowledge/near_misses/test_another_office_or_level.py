"""Who holds another office, or held it once, those of another level, and one of several do not answer for what is asked."""

from __future__ import annotations

import pytest

from knowledge.text.vietnamese import fold
from knowledge.wording import NO, YES
from tests.knowledge.asking import ids, shown


@pytest.mark.parametrize(
    ("pack", "question"),
    [
        # another office, another body's, one that somebody held once, or holds now
        ("bundled", "Ai từng làm Phó Chủ tịch MTTQ Sông Công?"),
        ("bundled", "Phó Chủ tịch xã Đồng Văn là ai?"),
        ("bundled", "Ai từng làm bí thư Sông Công?"),
        ("bundled", "Ai từng làm Bí thư Thành ủy Sông Công?"),
        ("bundled", "Ai là Trưởng phòng Quản lý đô thị Sông Công?"),
        ("bundled", "Phó Chủ tịch MTTQ huyện Bình Liêu là ai?"),
        ("bundled", "Mạ Dì Sơn từng là Phó Chủ tịch huyện Bình Liêu phải không?"),
        ("bundled", "Mạ Dì Sơn từng là Phó Chủ tịch Thường trực huyện Bình Liêu phải không?"),
        ("bundled", "Ai từng là Phó Chủ tịch huyện Bình Liêu?"),
        # who does something to the holder of a post, or only speaks of it
        ("bundled", "Ai gặp Bí thư Thành ủy Sông Công?"),
        ("bundled", "Ai trao quyết định cho Bí thư Đảng ủy xã Bá Xuyên?"),
        ("bundled", "Cán bộ được luân chuyển ở Sông Công do ai quản lý?"),
        ("population", "Ai ở Nậm Có tảo hôn?"),
        # of a place within, or of one that is called the same
        ("bundled", "Đại hội Đảng bộ tỉnh Quảng Ninh nhiệm kỳ nào?"),
        ("bundled", "Quảng Ninh nhiệm kỳ nào?"),
        ("population", "Thành phố Yên Bái có bao nhiêu dân?"),
        ("merger", "Thành phố Lạng Sơn có bao nhiêu phường?"),
        # who is in a group is no group, posts are not those in whom they are filled, down to is not by
        ("credit", "Hồng Trị có bao nhiêu tổ tiết kiệm và vay vốn?"),
        ("bundled", "Bao nhiêu phần trăm chức danh ở Bình Liêu đã kiện toàn?"),
        ("merger", "Lạng Sơn giảm còn 126 đơn vị phải không?"),
        ("party", "Tỷ lệ tổ chức đảng hoàn thành xuất sắc ở Như Xuân là bao nhiêu?"),
        # another year than the one that a period is called by, another number of months
        ("credit", "Năm 2023 Lý A Sình vay 80 triệu phải không?"),
        ("population", "12 tháng năm 2023 Yên Bái có bao nhiêu trẻ sinh ra?"),
        # of the district itself, and of the communes in it
        ("bundled", "Lãnh đạo huyện Bình Liêu không phải người địa phương đúng không?"),
        ("officials", "Bí thư Thạch Lương là người địa phương không?"),
        ("officials", "Bí thư Huyện ủy Thạch Lương có phải người địa phương không?"),
        ("staff", "91,5% cán bộ huyện Quan Sơn có trình độ đại học phải không?"),
        ("staff", "Bao nhiêu % cán bộ huyện Quan Sơn có trình độ đại học?"),
        ("merger", "Trung tâm phục vụ hành chính công tỉnh Lạng Sơn tiếp nhận bao nhiêu hồ sơ?"),
        ("merger", "Lạng Sơn có bao nhiêu đơn vị hành chính cấp xã?"),
        # one kind of places, of which several are counted together
        ("bundled", "Mấy phường của Sông Công có cán bộ thành phố về luân chuyển?"),
        ("bundled", "Bao nhiêu xã của Sông Công có cán bộ luân chuyển ngang?"),
        # who is to learn something has not learned it
        ("staff", "Quan Sơn có 5 thạc sĩ đúng không?"),
        ("staff", "Quan Sơn có bao nhiêu thạc sĩ?"),
        ("staff", "5 cán bộ Quan Sơn đã học xong thạc sĩ phải không?"),
        ("staff", "Quan Sơn có 9 cán bộ cao cấp lý luận chính trị đúng không?"),
        # before something, and now; why not, and why
        ("merger", "Lạng Sơn hiện có bao nhiêu thị trấn?"),
        ("merger", "Lạng Sơn có bao nhiêu thị trấn?"),
        ("merger", "Vì sao Lạng Sơn sáp nhập xã?"),
        ("officials", "Yên Hòa sáp nhập vào xã nào?"),
        # one session of several, another year
        ("exam", "Có bao nhiêu thí sinh vắng thi ở Thái Bình?"),
        ("saltwater", "Cuối năm 2024 Thạnh Phú phấn đấu 98% hộ dân dùng nước sạch phải không?"),
        # the other party, another act, the second of two, who does it
        ("recruits", "Nho Quan nhận bao nhiêu tân binh?"),
        ("inspection", "Quý IV Đồng Hỷ giám sát những đảng ủy nào?"),
        ("merit", "Uông Bí có bao nhiêu thân nhân người có công?"),
        ("insurance", "BHXH Vĩnh Tràng thu bao nhiêu người?"),
        ("onestop", "5 bộ phận một cửa hiện đại đầu tư bao nhiêu?"),
        ("newrural", "Xã nào hiến đất nhiều nhất?"),
    ],
)
def test_what_is_told_of_another_is_not_told_of_it(pack_of_set, pack, question):
    assert pack_of_set(pack).ask(question).status in ("not_stated", "unknown")


@pytest.mark.parametrize(
    ("pack", "question", "fact"),
    [
        (
            "bundled",
            "Ai từng làm Trưởng phòng Quản lý đô thị Sông Công?",
            "nguyen-truong-phong-quan-ly-do-thi",
        ),
        ("bundled", "Ai từng làm Phó Chủ tịch MTTQ Bình Liêu?", "nguyen-pho-chu-tich-mttq"),
        ("bundled", "Bí thư Bá Xuyên là ai?", "ba-xuyen/bi-thu"),
        ("bundled", "Ai đang giữ chức Bí thư Đảng ủy xã Bá Xuyên?", "ba-xuyen/bi-thu"),
        ("bundled", "Ai được bầu làm Bí thư Thành ủy Sông Công?", "bi-thu"),
        ("party", "Tỷ lệ đảng viên Như Xuân hoàn thành xuất sắc nhiệm vụ là bao nhiêu?", "xep-loai-dv"),
        ("population", "11 tháng năm 2023 Yên Bái có bao nhiêu trẻ sinh ra?", "tre-sinh"),
        ("credit", "Năm 2021 Lý A Sình vay bao nhiêu?", "ly-a-sinh/so-tien-vay"),
        ("merger", "Lạng Sơn giảm bao nhiêu đơn vị hành chính cấp xã?", "giam"),
        (
            "bundled",
            "Lãnh đạo các xã của huyện Bình Liêu không phải người địa phương đúng không?",
            "lanh-dao-khong-phai-nguoi-dia-phuong",
        ),
        ("staff", "91,5% cán bộ cấp xã ở Quan Sơn có trình độ đại học phải không?", "trinh-do-dai-hoc"),
        ("merger", "Các trung tâm phục vụ hành chính công ở Lạng Sơn tiếp nhận bao nhiêu hồ sơ?", "ho-so"),
        ("bundled", "Mấy xã, phường của Sông Công có cán bộ luân chuyển ngang?", "luan-chuyen/ngang"),
        ("health", "Mấy xã của Tháp Mười phun hóa chất rồi?", "phun-hoa-chat"),
        ("staff", "Quan Sơn cử 9 cán bộ học cao cấp phải không?", "dao-tao-llct/cao-cap"),
        ("merger", "Trước khi sắp xếp Lạng Sơn có bao nhiêu thị trấn?", "truoc/thi-tran"),
        ("merger", "Vì sao ba xã ở Lạng Sơn không sắp xếp?", "giu-nguyen-ly-do"),
        ("exam", "Bao nhiêu thí sinh vắng môn Ngữ văn?", "vang"),
        (
            "saltwater",
            "Cuối năm 2025 Thạnh Phú phấn đấu 98% hộ dân dùng nước sạch đúng không?",
            "ho-muc-tieu",
        ),
        ("recruits", "Nho Quan giao bao nhiêu tân binh?", "giao-quan"),
        ("inspection", "Quý IV Đồng Hỷ kiểm tra những đảng ủy nào?", "quy-4"),
        ("merit", "Uông Bí có bao nhiêu người có công?", "nguoi-co-cong"),
        ("insurance", "BHXH Vĩnh Tràng có bao nhiêu nhân viên thu?", "nhan-vien-thu"),
        ("newrural", "Ai hiến đất nhiều nhất xã Đồng Tâm?", "dong-tam/hien-dat-ai"),
    ],
)
def test_what_is_told_of_just_that_answers(pack_of_set, pack, question, fact):
    assert ids(pack_of_set(pack).ask(question))[0].partition("/")[2] == fact


@pytest.mark.parametrize(
    ("pack", "question"),
    [
        # learned elsewhere, done by another, in another part of the day
        ("bundled", "Hệ tập trung ở Sông Công học tại thành phố phải không?"),
        ("bundled", "Lớp cao cấp ở Sông Công học tại thành phố Sông Công đúng không?"),
        ("bundled", "Mạ Dì Sơn được Đảng ủy xã Đồng Văn điều động phải không?"),
        ("bundled", "Hoàng Văn Pha được Đảng ủy xã Bá Xuyên luân chuyển phải không?"),
        ("exam", "Chiều 27/6 có 63 thí sinh vắng môn Ngữ văn phải không?"),
        ("party", "Như Xuân có 86 đảng viên nữ phải không?"),
        # who is named is one of several, or plays another part
        ("bundled", "Hoàng Thái Cương luân chuyển Hoàng Văn Pha đúng không?"),
        ("bundled", "Người được điều động ở Bình Liêu có phải Hoàng Văn Pha không?"),
    ],
)
def test_neither_yes_nor_no_is_said_of_what_is_not_decided(pack_of_set, pack, question):
    assert not shown(pack_of_set(pack).ask(question)).startswith((fold(YES).lower(), fold(NO).lower()))


@pytest.mark.parametrize(
    ("pack", "question", "verdict"),
    [
        ("bundled", "Hệ không tập trung ở Sông Công học tại thành phố phải không?", YES),
        ("bundled", "Mạ Dì Sơn được Huyện ủy Bình Liêu điều động phải không?", YES),
        ("bundled", "Bí thư xã Đồng Văn có phải là Hoàng Văn Pha không?", NO),
        ("bundled", "Phường Phố Cò và phường Châu Sơn có cán bộ luân chuyển ngang đúng không?", NO),
        ("exam", "Sáng 27/6 có 63 thí sinh vắng môn Ngữ văn phải không?", YES),
    ],
)
def test_what_is_told_so_is_decided(pack_of_set, pack, question, verdict):
    assert shown(pack_of_set(pack).ask(question)).startswith(fold(verdict).lower())


def test_of_several_that_have_one_each_all_are_named(pack_of_set):
    answer = pack_of_set("exam").ask("Thủ khoa toàn tỉnh Thái Bình là ai?")
    assert [fact.partition("/")[2] for fact in ids(answer)] == ["thu-khoa-a00", "thu-khoa-c00"]


@pytest.mark.parametrize(
    ("pack", "first", "then", "fact"),
    [
        ("bundled", "Bình Liêu luân chuyển bao nhiêu cán bộ từ xã về huyện?", "tất cả?", "luan-chuyen"),
        ("bundled", "Bình Liêu bổ nhiệm bao nhiêu cấp phó?", "tất cả?", "bo-nhiem"),
        ("recruits", "Nho Quan có mấy thanh niên sức khỏe loại 1?", "tất cả?", "du-suc-khoe"),
        # what narrowed the question before still does, but for what is replaced
        ("merger", "Trước sắp xếp Lạng Sơn có bao nhiêu xã?", "còn phường?", "truoc/phuong"),
        ("health", "Bao nhiêu phần trăm người từ 18 tuổi tiêm mũi 3 ở Tháp Mười?", "còn mũi 4?", "tiem-covid/mui-4"),
    ],
)  # fmt: skip
def test_a_follow_up_goes_on_from_the_whole_question(pack_of_set, pack, first, then, fact):
    known = pack_of_set(pack)
    reply = known.reply(then, context=known.reply(first).context)
    assert ids(reply.answer)[0].partition("/")[2] == fact


def test_a_follow_up_of_others_than_were_spoken_of_gets_no_figure(pack_of_set):
    known = pack_of_set("health")
    before = known.reply("Bao nhiêu phần trăm người từ 18 tuổi tiêm mũi 3 ở Tháp Mười?")
    assert known.reply("còn mũi 2?", context=before.context).answer.status == "not_stated"

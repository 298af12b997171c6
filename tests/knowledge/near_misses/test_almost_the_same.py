"""Questions one word off what the article tells: what must be done, what is wanted, another end of a gift, a part called as the whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from knowledge.exchange.loading import load_packs, read_packs
from knowledge.service import Knowledge
from tests.knowledge.asking import ids, shown, told

COAST = """
article: {id: bai-sen, title: null, about: "đời sống ở Bãi Sẻn", author: "Lê Mơ", published: 2024-10-03T07:00:00+07:00}
names:
  - {id: lam-tra, name: "Lam Trà", kind: place, type: "tỉnh"}
  - {id: bai-sen, name: "Bãi Sẻn", kind: place, type: "huyện", part_of: lam-tra}
  - {id: hon-ngu, name: "Hòn Ngư", kind: place, type: "xã", part_of: bai-sen}
  - {id: nhon-hoa, name: "Nhơn Hòa", kind: place, type: "xã", part_of: bai-sen}
  - {id: thinh-vuong, name: "Công ty Thịnh Vượng", kind: organisation, part_of: bai-sen}
  - {id: bao-tang, name: "Bảo tàng Bãi Sẻn", kind: organisation, part_of: bai-sen}
  - {id: mai-thi-sam, name: "Mai Thị Sam", kind: person, part_of: hon-ngu}
  - {id: vu-thi-rieng, name: "Vũ Thị Riêng", kind: person, part_of: hon-ngu}
topics:
  - {id: tau, label: "Số tàu cá", phrases: ["tàu cá", "tàu xa bờ", "tàu thuyền"], examples: ["{place} có bao nhiêu tàu cá"]}
  - {id: nha, label: "Nhà bị thiệt hại", phrases: ["nhà bị thiệt hại", "nhà hỏng", "ngập nước"], examples: ["{place} có bao nhiêu nhà bị thiệt hại"]}
  - {id: khach, label: "Khách tham quan", phrases: ["khách tham quan", "khách quốc tế", "đón khách"], examples: ["{organisation} đón bao nhiêu khách"]}
  - {id: ve, label: "Giá vé", phrases: ["giá vé", "vé vào cửa"], examples: ["giá vé vào {organisation} là bao nhiêu"]}
  - {id: gio, label: "Giờ mở cửa", phrases: ["giờ mở cửa", "mở cửa"], examples: ["{organisation} mở cửa lúc mấy giờ"]}
  - {id: xoa, label: "Xóa nhà tạm", phrases: ["xóa nhà tạm", "nhà tạm"], examples: ["{place} xóa bao nhiêu nhà tạm"]}
  - {id: xa-xoa, label: "Xã đã xóa hết nhà tạm", phrases: ["xã đã xóa hết nhà tạm", "xóa hết nhà tạm", "xóa xong nhà tạm"], examples: ["bao nhiêu xã ở {place} đã xóa hết nhà tạm"]}
  - {id: thu, label: "Thu ngân sách", phrases: ["thu ngân sách"], examples: ["{place} thu ngân sách bao nhiêu"]}
  - {id: chi, label: "Tiền bồi thường", phrases: ["chi trả", "tiền bồi thường"], examples: ["{place} đã chi trả bao nhiêu tiền bồi thường"]}
  - {id: mua, label: "Tiền mua sách", phrases: ["tiền mua sách", "mua sách"], examples: ["{place} chi bao nhiêu tiền mua sách"]}
  - {id: xi-mang, label: "Xi măng ủng hộ", phrases: ["xi măng", "ủng hộ xi măng"], examples: ["{organisation} ủng hộ bao nhiêu tấn xi măng"]}
  - {id: vay, label: "Hộ vay vốn", phrases: ["vay vốn"], examples: ["bao nhiêu hộ ở {place} được vay vốn"]}
  - {id: muc-vay, label: "Mức vay", phrases: ["mức vay", "vay tối đa"], examples: ["mỗi hộ ở {place} được vay bao nhiêu"]}
  - {id: lua, label: "Thiệt hại vì lừa đảo", phrases: ["bị lừa bao nhiêu tiền", "số tiền bị lừa"], examples: ["{place} bị lừa bao nhiêu tiền"]}
  - {id: heo, label: "Giá heo", phrases: ["giá heo", "giá heo hơi"], examples: ["giá heo ở {place} là bao nhiêu"]}
  - {id: thu-hoi, label: "Đất thu hồi", phrases: ["đất thu hồi", "thu hồi đất"], examples: ["{place} thu hồi bao nhiêu ha đất"]}
  - {id: tdc, label: "Hộ tái định cư", phrases: ["tái định cư", "hộ tái định cư"], examples: ["bao nhiêu hộ ở {place} tái định cư"]}
  - {id: luan-chuyen, label: "Luân chuyển cán bộ", phrases: ["luân chuyển", "luân chuyển cán bộ"], examples: ["{place} luân chuyển bao nhiêu cán bộ"]}
  - {id: bi-thu, label: "Bí thư", phrases: ["bí thư", "bí thư đảng ủy"], examples: ["ai là bí thư {place}", "{person} làm bí thư ở đâu"]}
  - {id: sap-nhap, label: "Sáp nhập", phrases: ["sáp nhập", "nhập xã"], examples: ["{place} sáp nhập từ những xã nào"]}
  - {id: kinh-phi, label: "Kinh phí chống dịch", phrases: ["kinh phí chống dịch", "kinh phí"], examples: ["{place} có bao nhiêu kinh phí chống dịch"]}
  - {id: thanh-vien, label: "Thành viên hợp tác xã", phrases: ["thành viên", "hộ thành viên"], examples: ["{organisation} có bao nhiêu hộ thành viên"]}
  - {id: qua-han, label: "Hồ sơ quá hạn", phrases: ["quá hạn", "hồ sơ quá hạn"], examples: ["{place} có bao nhiêu hồ sơ quá hạn"]}
  - {id: khai-giang, label: "Ngày khai giảng", phrases: ["khai giảng"], examples: ["{place} khai giảng ngày nào"]}
  - {id: tuyen-quan, label: "Tuyển quân", phrases: ["tuyển quân", "giao quân"], examples: ["{place} giao bao nhiêu quân"]}
  - {id: hien-vat, label: "Hiện vật của bảo tàng", phrases: ["hiện vật", "số hiện vật"], examples: ["{organisation} có bao nhiêu hiện vật"]}
  - {id: van-ban, label: "Văn bản ban hành", phrases: ["ban hành văn bản", "văn bản", "ban hành các văn bản"], examples: ["{place} ban hành những văn bản nào"]}
  - {id: bi-thu-doan, label: "Bí thư Đoàn", phrases: ["bí thư đoàn", "bí thư đoàn xã"], examples: ["ai là bí thư đoàn {place}"]}
  - {id: dat-chuan, label: "Xã đạt chuẩn nông thôn mới", phrases: ["đạt chuẩn nông thôn mới", "xã đạt chuẩn"], examples: ["{place} có bao nhiêu xã đạt chuẩn nông thôn mới"]}
  - {id: chuc-vu-truoc, label: "Chức vụ trước", phrases: ["trước đây", "chức vụ trước", "nguyên phó chủ tịch"], examples: ["{person} trước đây làm gì", "ai nguyên là phó chủ tịch {place}"]}
  - {id: ve-dau, label: "Điều động", phrases: ["điều động", "phó chủ tịch"], examples: ["ai được điều động ở {place}"]}
  - {id: vu, label: "Tai nạn giao thông", phrases: ["tai nạn", "vụ tai nạn"], examples: ["{place} xảy ra bao nhiêu vụ tai nạn"]}
  - {id: ung-ho, label: "Tiền ủng hộ", phrases: ["ủng hộ", "tiền ủng hộ"], examples: ["doanh nghiệp ủng hộ {place} bao nhiêu tiền"]}
  - {id: kenh, label: "Kênh mương", phrases: ["kiên cố hóa", "kênh mương"], examples: ["{place} kiên cố hóa bao nhiêu km kênh mương"]}
  - {id: ty-le-kenh, label: "Tỷ lệ kênh mương", phrases: ["tỷ lệ kiên cố hóa", "chiều dài kênh mương"], examples: ["tỷ lệ kiên cố hóa kênh mương ở {place}"]}
  - {id: ban-sach, label: "Bản sách", phrases: ["bản sách", "số sách"], examples: ["{organisation} có bao nhiêu bản sách"]}
  - {id: tu-sach, label: "Tủ sách ở bản", phrases: ["tủ sách ở bản", "tủ sách"], examples: ["{place} có bao nhiêu tủ sách ở bản"]}
  - {id: nhap-vien, label: "Số người nhập viện", phrases: ["nhập viện", "bệnh nhân nhập viện"], examples: ["bao nhiêu người ở {place} nhập viện"]}
facts:
  - {id: tu-sach, subject: hon-ngu, topic: tu-sach, kind: count, value: 63, unit: "tủ sách", statement: "Xã Hòn Ngư có 63 tủ sách ở các bản.", paragraph: 1}
  - {id: nhap-vien, subject: bao-tang, topic: nhap-vien, kind: count, value: 735, unit: "bệnh nhân", statement: "Bảo tàng Bãi Sẻn từng là nơi 735 bệnh nhân nhập viện.", paragraph: 1}
  - {id: ban-sach, subject: bao-tang, topic: ban-sach, kind: count, value: 41700, unit: "bản sách", statement: "Bảo tàng Bãi Sẻn có 41.700 bản sách.", paragraph: 1}
  - {id: vu, subject: bai-sen, topic: vu, kind: count, value: 27, unit: "vụ", period: {label: "6 tháng đầu năm 2024", since: 2024-01-01, as_of: 2024-06-30}, statement: "6 tháng đầu năm 2024, Bãi Sẻn xảy ra 27 vụ tai nạn.", paragraph: 1}
  - {id: ung-ho, subject: bai-sen, topic: ung-ho, kind: count, value: 2.4, unit: "tỷ đồng", statement: "Doanh nghiệp ở Bãi Sẻn ủng hộ 2,4 tỷ đồng.", paragraph: 1}
  - {id: kenh, subject: bai-sen, topic: kenh, kind: count, value: 126, unit: "km", statement: "Bãi Sẻn đã kiên cố hóa 126 km kênh mương.", paragraph: 1}
  - {id: ty-le-kenh, subject: bai-sen, topic: ty-le-kenh, kind: share, value: 71.5, of: 100, unit: "%", statement: "71,5% chiều dài kênh mương của Bãi Sẻn đã được kiên cố hóa.", paragraph: 1}
  - {id: bi-thu-huyen, subject: bai-sen, topic: bi-thu, kind: person, items: ["Mai Thị Sam"], statement: "Bí thư Huyện ủy Bãi Sẻn là bà Mai Thị Sam.", paragraph: 1}
  - {id: nguyen-pho, subject: bai-sen, topic: chuc-vu-truoc, kind: person, items: ["Vũ Thị Riêng"], statement: "Người từng làm Phó Chủ tịch Hội Nông dân huyện Bãi Sẻn là Vũ Thị Riêng.", paragraph: 1}
  - {id: ve-xa, subject: vu-thi-rieng, topic: ve-dau, kind: list, items: ["Nhơn Hòa"], statement: "Vũ Thị Riêng được Huyện ủy điều động về xã Nhơn Hòa.", paragraph: 1}
  - {id: ve-dau, subject: bai-sen, topic: ve-dau, kind: person, items: ["Vũ Thị Riêng"], statement: "Vũ Thị Riêng, cán bộ Hội Nông dân huyện Bãi Sẻn với chức Phó Chủ tịch, được điều động về làm Bí thư Đảng ủy xã Nhơn Hòa.", paragraph: 1}
  - {id: htx, subject: thinh-vuong, topic: thanh-vien, kind: count, value: 87, unit: "hộ", statement: "Công ty Thịnh Vượng có 87 hộ thành viên.", paragraph: 1}
  - {id: htx-dau, subject: thinh-vuong, topic: thanh-vien, kind: count, value: 12, unit: "hộ", facets: ["khi mới thành lập"], statement: "Khi mới thành lập, Công ty Thịnh Vượng có 12 hộ thành viên.", paragraph: 1}
  - {id: qua-han, subject: bai-sen, topic: qua-han, kind: count, value: 57, unit: "hồ sơ", statement: "Bãi Sẻn còn 57 hồ sơ quá hạn, chủ yếu về đất đai.", paragraph: 1}
  - {id: khai-giang, subject: bai-sen, topic: khai-giang, kind: date, value: "2023-09-05", period: {label: "năm học 2023-2024", as_of: 2023-09-08}, statement: "Các trường của Bãi Sẻn khai giảng ngày 5/9/2023.", paragraph: 1}
  - {id: quan, subject: bai-sen, topic: tuyen-quan, kind: count, value: 152, unit: "công dân", statement: "Bãi Sẻn giao 152 công dân nhập ngũ.", paragraph: 1}
  - {id: hien-vat, subject: bao-tang, topic: hien-vat, kind: count, value: 18600, unit: "hiện vật", statement: "Bảo tàng Bãi Sẻn lưu giữ 18.600 hiện vật.", paragraph: 1}
  - {id: van-ban, subject: bai-sen, topic: van-ban, kind: list, items: ["Bộ Chính trị"], statement: "Kết luận số 01 mà Bãi Sẻn triển khai là văn bản của Bộ Chính trị.", paragraph: 1}
  - {id: doan, subject: hon-ngu, topic: bi-thu-doan, kind: person, items: ["Mai Thị Sam"], statement: "Chị Mai Thị Sam là Bí thư Đoàn xã Hòn Ngư.", paragraph: 1}
  - {id: dat-chuan, subject: bai-sen, topic: dat-chuan, kind: share, value: 11, of: 14, unit: "xã", statement: "Bãi Sẻn có 11/14 xã đạt chuẩn nông thôn mới.", paragraph: 1}
  - id: tau
    subject: bai-sen
    topic: tau
    kind: count
    value: 900
    unit: "tàu"
    statement: "Bãi Sẻn có 900 tàu cá."
    paragraph: 1
    parts: [{id: tau/xa, value: 210, facets: ["trên 15 m"], statement: "210 tàu dài trên 15 m, được đánh bắt xa bờ."}]
  - {id: tau-hn, subject: hon-ngu, topic: tau, kind: count, value: 324, unit: "tàu", statement: "Xã Hòn Ngư có 324 tàu cá.", paragraph: 1}
  - id: nha
    subject: bai-sen
    topic: nha
    kind: count
    value: 2347
    unit: "nhà"
    statement: "Bãi Sẻn có 2.347 ngôi nhà bị thiệt hại."
    paragraph: 1
    parts: [{id: nha/ngap, value: 286, facets: ["ngập nước"], statement: "286 nhà ở Bãi Sẻn bị ngập nước."}]
  - {id: nha-hn, subject: hon-ngu, topic: nha, kind: count, value: 613, unit: "nhà", statement: "Xã Hòn Ngư có 613 ngôi nhà bị thiệt hại.", paragraph: 1}
  - id: khach-23
    subject: bao-tang
    topic: khach
    kind: count
    value: 74500
    unit: "lượt khách"
    period: {label: "năm 2023", since: 2023-01-01, as_of: 2023-12-31}
    statement: "Năm 2023, Bảo tàng Bãi Sẻn đón 74.500 lượt khách tham quan."
    paragraph: 2
    parts: [{id: khach-23/qt, value: 6300, facets: ["quốc tế"], statement: "6.300 lượt khách quốc tế."}]
  - {id: khach-22, subject: bao-tang, topic: khach, kind: count, value: 51000, unit: "lượt khách", period: {label: "năm 2022", since: 2022-01-01, as_of: 2022-12-31}, statement: "Năm 2022, Bảo tàng Bãi Sẻn đón 51.000 lượt khách tham quan.", paragraph: 2}
  - {id: ve-lon, subject: bao-tang, topic: ve, kind: count, value: 30000, unit: "đồng/lượt", facets: ["người lớn"], statement: "Giá vé vào Bảo tàng Bãi Sẻn là 30.000 đồng/lượt với người lớn.", paragraph: 2}
  - {id: ve-hs, subject: bao-tang, topic: ve, kind: count, value: 15000, unit: "đồng/lượt", facets: ["học sinh"], statement: "Giá vé vào Bảo tàng Bãi Sẻn là 15.000 đồng/lượt với học sinh.", paragraph: 2}
  - {id: gio, subject: bao-tang, topic: gio, kind: statement, statement: "Bảo tàng Bãi Sẻn mở cửa từ 8 giờ đến 17 giờ hằng ngày, trừ thứ hai.", paragraph: 2}
  - {id: xoa, subject: bai-sen, topic: xoa, kind: count, value: 326, unit: "căn nhà", statement: "Bãi Sẻn đã xóa 326 căn nhà tạm.", paragraph: 3}
  - {id: xa-xoa, subject: bai-sen, topic: xa-xoa, kind: share, value: 3, of: 14, unit: "xã", items: ["Hòn Ngư", "Bãi Trên", "Bãi Dưới"], statement: "3/14 xã của Bãi Sẻn đã xóa hết nhà tạm: Hòn Ngư, Bãi Trên và Bãi Dưới.", paragraph: 3}
  - {id: thu, subject: bai-sen, topic: thu, kind: count, value: 3375, unit: "tỷ đồng", statement: "Bãi Sẻn thu ngân sách 3.375 tỷ đồng.", paragraph: 4}
  - {id: thu-kh, subject: bai-sen, topic: thu, kind: share, value: 112.5, of: 100, unit: "%", facets: ["so với kế hoạch"], statement: "Thu ngân sách của Bãi Sẻn đạt 112,5% kế hoạch.", paragraph: 4}
  - {id: chi, subject: bai-sen, topic: chi, kind: count, value: 642, unit: "tỷ đồng", statement: "Bãi Sẻn đã chi trả 642 tỷ đồng tiền bồi thường.", paragraph: 4}
  - {id: mua, subject: bai-sen, topic: mua, kind: count, value: 480, unit: "triệu đồng", statement: "Bãi Sẻn chi 480 triệu đồng mua sách.", paragraph: 4}
  - {id: xi-mang, subject: thinh-vuong, topic: xi-mang, kind: count, value: 320, unit: "tấn", statement: "Công ty Thịnh Vượng ủng hộ 320 tấn xi măng cho các hộ làm nhà.", paragraph: 5}
  - {id: vay, subject: bai-sen, topic: vay, kind: count, value: 95, unit: "hộ", statement: "95 hộ ở Bãi Sẻn được vay vốn để làm nhà.", paragraph: 5}
  - {id: muc-vay, subject: bai-sen, topic: muc-vay, kind: count, value: 40, unit: "triệu đồng/hộ", statement: "Mỗi hộ ở Bãi Sẻn được vay tối đa 40 triệu đồng.", paragraph: 5}
  - {id: lua, subject: bai-sen, topic: lua, kind: count, value: 9.4, unit: "tỷ đồng", statement: "Người dân Bãi Sẻn bị lừa qua mạng 9,4 tỷ đồng.", paragraph: 6}
  - {id: heo, subject: bai-sen, topic: heo, kind: count, value: 62000, unit: "đồng/kg", facets: ["heo hơi"], statement: "Giá heo hơi ở Bãi Sẻn là 62.000 đồng/kg.", paragraph: 6}
  - id: thu-hoi
    subject: bai-sen
    topic: thu-hoi
    kind: count
    value: 86.4
    unit: "ha"
    statement: "Bãi Sẻn phải thu hồi 86,4 ha đất."
    paragraph: 7
    parts:
      - {id: thu-hoi/lua, value: 51.2, facets: ["đất lúa"], statement: "Trong đó có 51,2 ha đất lúa."}
      - {id: thu-hoi/o, value: 6.7, facets: ["đất ở"], statement: "Trong đó có 6,7 ha đất ở."}
  - {id: tdc, subject: bai-sen, topic: tdc, kind: count, value: 186, unit: "hộ", statement: "186 hộ ở Bãi Sẻn phải bố trí tái định cư.", paragraph: 7}
  - {id: luan-chuyen, subject: bai-sen, topic: luan-chuyen, kind: count, value: 18, unit: "cán bộ", statement: "Bãi Sẻn đã luân chuyển 18 cán bộ.", paragraph: 8}
  - {id: bi-thu, subject: nhon-hoa, topic: bi-thu, kind: person, items: ["Vũ Thị Riêng"], statement: "Bí thư Đảng ủy xã Nhơn Hòa là bà Vũ Thị Riêng.", paragraph: 8}
  - {id: bi-thu-hn, subject: vu-thi-rieng, topic: bi-thu, kind: list, items: ["Nhơn Hòa"], statement: "Vũ Thị Riêng làm Bí thư Đảng ủy xã Nhơn Hòa.", paragraph: 8}
  - {id: sap-nhap, subject: nhon-hoa, topic: sap-nhap, kind: list, items: ["Nhơn Thượng", "Nhơn Hạ"], statement: "Xã Nhơn Hòa được thành lập từ hai xã Nhơn Thượng và Nhơn Hạ.", paragraph: 8}
  - {id: kinh-phi, subject: bai-sen, topic: kinh-phi, kind: count, value: 2.35, unit: "tỷ đồng", statement: "Kinh phí chống dịch ở Bãi Sẻn là 2,35 tỷ đồng.", paragraph: 9}
"""


@pytest.fixture(scope="module")
def coast(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    """What is known of the coast; only to be asked."""
    folder = tmp_path_factory.mktemp("coast")
    (folder / "coast.yaml").write_text(COAST, encoding="utf-8")
    load_packs(folder / "coast.db", read_packs([folder / "coast.yaml"]), only=True)
    with Knowledge.open(folder / "coast.db") as known:
        yield known


@pytest.mark.parametrize(
    "question",
    [
        "Hòn Ngư có bao nhiêu tàu xa bờ?",
        "tàu xa bờ của xã Hòn Ngư",
        "hon ngu co bao nhieu tau xa bo",
        "Hòn Ngư có bao nhiêu nhà bị ngập?",
        "Bãi Sẻn có bao nhiêu nhà bị ngập ở Hòn Ngư?",
        "Bảo tàng Bãi Sẻn đón bao nhiêu khách quốc tế năm 2022?",
        "khách nước ngoài năm 2022 của Bảo tàng Bãi Sẻn",
        "Bảo tàng Bãi Sẻn đón bao nhiêu học sinh?",
        "Bảo tàng Bãi Sẻn đón bao nhiêu người lớn?",
        "Bãi Sẻn phải xóa bao nhiêu nhà tạm?",
        "Bãi Sẻn thu ngân sách phải đạt bao nhiêu?",
        "Bãi Sẻn phải chi trả bao nhiêu tiền bồi thường?",
        "Bãi Sẻn cần phải luân chuyển bao nhiêu cán bộ?",
        "bai sen phai luan chuyen bao nhieu can bo",
        "Kế hoạch thu ngân sách của Bãi Sẻn là bao nhiêu?",
        "Bãi Sẻn cần bao nhiêu tiền mua sách?",
        "Công ty Thịnh Vượng nhận bao nhiêu tấn xi măng?",
        "Thịnh Vượng nhận được bao nhiêu tấn xi măng?",
        "Muốn vay vốn ở Bãi Sẻn thì được bao nhiêu?",
        "Người dân Bãi Sẻn lừa được bao nhiêu tiền?",
        "Người dân ở Bãi Sẻn lừa bao nhiêu tiền?",
        "Giá heo con ở Bãi Sẻn là bao nhiêu?",
        "gia heo con o bai sen",
        "Bãi Sẻn đã thu hồi bao nhiêu ha đất?",
        "Bao nhiêu hộ ở Bãi Sẻn đã được tái định cư?",
        "Bãi Sẻn nhận bao nhiêu cán bộ luân chuyển?",
        "ai là bí thư Nhơn Hạ?",
        "Công ty Thịnh Vượng có bao nhiêu hộ thành viên mới?",
        "Bao nhiêu hồ sơ đất đai quá hạn ở Bãi Sẻn?",
        "Năm học 2022-2023 Bãi Sẻn khai giảng ngày nào?",
        "9 tháng đầu năm 2024 Bãi Sẻn xảy ra bao nhiêu vụ tai nạn?",
        "Bao nhiêu người ở Lam Trà nhập viện?",
        "Bảo tàng Bãi Sẻn có bao nhiêu tủ sách ở bản?",
        "Bãi Sẻn chi bao nhiêu cho tuyển quân?",
        "Người dân nhận bao nhiêu hiện vật của Bảo tàng Bãi Sẻn?",
        "Bãi Sẻn ban hành bao nhiêu văn bản?",
        "Ai là chủ tịch Hội Nông dân huyện Bãi Sẻn?",
        "ai la chu tich hoi nong dan huyen bai sen",
        "Ai là phó chủ tịch Hội Nông dân huyện Bãi Sẻn hiện nay?",
    ],
)
def test_a_word_that_makes_it_another_question_gets_no_figure(coast: Knowledge, question: str) -> None:
    assert coast.ask(question).status != "answered"


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Hòn Ngư có bao nhiêu tàu cá?", "tau-hn"),
        ("Hòn Ngư có bao nhiêu tàu thuyền?", "tau-hn"),
        ("Hòn Ngư có bao nhiêu nhà hỏng?", "nha-hn"),
        ("Bãi Sẻn có bao nhiêu nhà bị ngập nước?", "nha/ngap"),
        ("Bảo tàng Bãi Sẻn đón bao nhiêu khách nước ngoài năm 2023?", "khach-23/qt"),
        ("Bảo tàng Bãi Sẻn đón bao nhiêu khách năm 2022?", "khach-22"),
        ("Giá vé cho học sinh vào Bảo tàng Bãi Sẻn là bao nhiêu?", "ve-hs"),
        ("Bãi Sẻn đã xóa được bao nhiêu nhà tạm?", "xoa"),
        ("Bãi Sẻn thu ngân sách đạt bao nhiêu?", "thu"),
        ("Bãi Sẻn phải thu hồi bao nhiêu ha đất?", "thu-hoi"),
        ("Bãi Sẻn thu hồi bao nhiêu ha đất ở?", "thu-hoi/o"),
        ("Thu ngân sách của Bãi Sẻn đạt bao nhiêu phần trăm kế hoạch?", "thu-kh"),
        ("Bãi Sẻn chi bao nhiêu tiền mua sách?", "mua"),
        ("Bãi Sẻn cần bao nhiêu kinh phí chống dịch?", "kinh-phi"),
        ("Công ty Thịnh Vượng ủng hộ bao nhiêu tấn xi măng?", "xi-mang"),
        ("Muốn biết bao nhiêu hộ ở Bãi Sẻn vay vốn thì hỏi ai, bao nhiêu hộ?", "vay"),
        ("Bao nhiêu hộ ở Bãi Sẻn phải tái định cư?", "tdc"),
        ("Người dân Bãi Sẻn bị lừa bao nhiêu tiền?", "lua"),
        ("Giá heo ở Bãi Sẻn là bao nhiêu?", "heo"),
        ("ai là bí thư Nhơn Hòa?", "bi-thu"),
        ("ai là bí thư Nhơn Hoa?", "bi-thu"),
        ("Khi mới thành lập Công ty Thịnh Vượng có bao nhiêu hộ thành viên?", "htx-dau"),
        ("Công ty Thịnh Vượng có bao nhiêu hộ thành viên?", "htx"),
        ("Bãi Sẻn có bao nhiêu hồ sơ quá hạn?", "qua-han"),
        ("Năm học 2023-2024 Bãi Sẻn khai giảng ngày nào?", "khai-giang"),
        ("Bảo tàng Bãi Sẻn có bao nhiêu hiện vật?", "hien-vat"),
        ("Bao nhiêu người ở Bãi Sẻn nhập viện?", "nhap-vien"),
        ("Bảo tàng Bãi Sẻn có bao nhiêu cuốn sách?", "ban-sach"),
        ("ai là bí thư Đoàn xã Hòn Ngư?", "doan"),
        ("Ai nguyên là phó chủ tịch Hội Nông dân huyện Bãi Sẻn?", "nguyen-pho"),
        ("Ai được điều động ở Bãi Sẻn?", "ve-dau"),
        ("có phải Bãi Sẻn luân chuyển bao nhiêu cán bộ nhỉ?", "luan-chuyen"),
    ],
)
def test_what_is_asked_as_it_is_told_gets_its_figure(coast: Knowledge, question: str, fact: str) -> None:
    assert told(coast.ask(question)) == ("answered", fact)


@pytest.mark.parametrize(
    "question",
    [
        "Bãi Sẻn đã xóa hết nhà tạm chưa?",
        "Bãi Sẻn đã xóa xong nhà tạm chưa?",
        "Bảo tàng Bãi Sẻn mở cửa thứ hai không?",
        "Vũ Thị Riêng là bí thư Bãi Sẻn phải không?",
        "Mai Thị Sam là bí thư xã Hòn Ngư phải không?",
        "Bí thư Huyện ủy Bãi Sẻn là bà Vũ Thị Riêng phải không?",
        "Vũ Thị Riêng được điều động từ xã về huyện phải không?",
        "9 tháng đầu năm 2024 Bãi Sẻn xảy ra 27 vụ tai nạn phải không?",
        "Doanh nghiệp ở Bãi Sẻn nhận 2,4 tỷ đồng phải không?",
        "Mỗi hộ ở Bãi Sẻn được vay tối đa 42 triệu đồng phải không?",
        "Vũ Thị Riêng hiện là Phó Chủ tịch Hội Nông dân huyện phải không?",
        "Vũ Thị Riêng là chủ tịch Hội Nông dân huyện phải không?",
        "Bãi Sẻn đã đạt chuẩn nông thôn mới chưa?",
    ],
)
def test_what_is_so_of_a_part_or_but_for_an_exception_gets_no_yes(coast: Knowledge, question: str) -> None:
    assert not shown(coast.ask(question)).startswith("co.")


def test_what_is_so_gets_its_yes(coast: Knowledge) -> None:
    assert shown(coast.ask("Hòn Ngư đã xóa hết nhà tạm chưa?")).startswith("co.")
    assert shown(coast.ask("Mỗi hộ ở Bãi Sẻn được vay tối đa 40 triệu đồng phải không?")).startswith("co.")
    assert shown(coast.ask("6 tháng đầu năm 2024 Bãi Sẻn xảy ra 27 vụ tai nạn phải không?")).startswith("co.")
    assert shown(coast.ask("Bãi Sẻn xảy ra 27 vụ tai nạn phải không?")).startswith("co.")
    kept = coast.ask("71,5% chiều dài kênh mương của Bãi Sẻn đã được kiên cố hóa phải không?")
    assert not shown(kept).startswith("khong")
    assert shown(coast.ask("Bảo tàng Bãi Sẻn có mở cửa hằng ngày không?")).startswith("co.")
    assert shown(coast.ask("Mai Thị Sam là bí thư Đoàn xã Hòn Ngư phải không?")).startswith("co.")
    assert shown(coast.ask("Bãi Sẻn có xã đạt chuẩn nông thôn mới không?")).startswith("co.")
    answer = coast.ask("Vũ Thị Riêng là bí thư Nhơn Hòa phải không?")
    assert shown(answer).startswith("co.")
    assert ids(answer)[0] in ("bi-thu", "bi-thu-hn")

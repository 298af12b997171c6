import csv
import io
from contextlib import closing

import pytest

from knowledge.exchange.sheets import COLUMNS, csv_text, facts_csv
from knowledge.store.reader import Reader, connect


def table(path):
    with closing(connect(path)) as connection:
        text = facts_csv(Reader(path, connection))
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_every_fact_and_part_is_a_line_with_its_article(store):
    rows = {row["Mã"]: row for row in table(store)}
    wood = rows["dang-van-2024/cau-treo/go"]
    assert len(rows) == 9
    assert (wood["Thuộc"], wood["Số"], wood["Phạm vi"]) == ("dang-van-2024/cau-treo", "12", "bằng gỗ")
    assert (wood["Tính đến"], wood["Ngày đăng"], wood["Tác giả"]) == (
        "2024-05-06",
        "2024-05-06",
        "Tạ Hoài Mây",
    )
    assert rows["dang-van-2024/den-long"]["Số"] == "86.5"
    assert rows["dang-van-2024/nghe-nhan"]["Danh sách"] == "Tạ Thị Mơ"


def test_a_store_without_facts_gives_the_heading_alone(bare):
    assert table(bare) == []


@pytest.mark.parametrize("text", ["=1+1", "+84", "-3 độ", "@sum(A1)", "\t=1", "\r=1"])
def test_no_text_is_a_formula(text):
    [_header, [cell, figure]] = csv.reader(io.StringIO(csv_text(COLUMNS[:2], [(text, -5)])))
    assert cell == f"'{text}"
    assert figure == "-5"


def test_commas_quotes_and_line_ends_do_not_leave_their_cell():
    odd = 'a, "b"\nc'
    [_header, row] = csv.reader(io.StringIO(csv_text(["x"], [[odd]])))
    assert row == [odd]

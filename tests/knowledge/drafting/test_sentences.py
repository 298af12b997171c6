import pytest

from knowledge.drafting.sentences import with_figure


@pytest.mark.parametrize(
    ("sentence", "before", "after", "mended"),
    [
        ("Xã có 3 cầu treo.", 3, 5, "Xã có 5 cầu treo."),
        ("Xã có 1.286 hộ.", 1286, 12_900, "Xã có 12.900 hộ."),
        ("Đạt 86,2%.", 86.2, 90, "Đạt 90%."),
        ("6/10 xã, phường đã có.", 6, 7, "7/10 xã, phường đã có."),
        ("Ngày 3/2/2025 xã có 3 cầu treo.", 3, 5, "Ngày 3/2/2025 xã có 5 cầu treo."),
        ("Có 3 xã làm 3 cầu.", 3, 5, "Có 3 xã làm 3 cầu."),
        ("Xã có ba cầu treo.", 3, 5, "Xã có ba cầu treo."),
        ("Xã có 13 cầu treo, 3,5 km đường.", 3, 5, "Xã có 13 cầu treo, 3,5 km đường."),
    ],
)
def test_a_sentence_follows_its_figure_where_it_gives_it_just_once(sentence, before, after, mended):
    assert with_figure(sentence, before, after) == mended

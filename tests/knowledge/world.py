"""A small world that no pack knows, for tests that need names and topics."""

from __future__ import annotations

from functools import lru_cache

from knowledge.models import Name, Topic
from knowledge.questions.question import read
from knowledge.reading.lexicon import Lexicon
from knowledge.reading.linking import link_names
from knowledge.reading.mentions import Linked
from knowledge.text.tokens import is_unmarked


def _place(key: str, name: str, kind: str, part_of: str | None = None, aliases: tuple[str, ...] = ()) -> Name:
    return Name(id=key, name=name, kind="place", type=kind, part_of=part_of, aliases=aliases)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Places, people and topics of our own invention, and places that we know nothing of."""
    return Lexicon(
        names=[
            _place("doi-vong", "Đồi Vọng", "huyện"),
            _place("khe-hoa", "Khê Hoà", "thành phố"),
            _place("suoi-tram", "Suối Trầm", "xã", "doi-vong"),
            _place("an-mien-xa", "An Miên", "xã", "doi-vong"),
            _place("an-mien-phuong", "An Miên", "phường", "khe-hoa"),
            _place("tan-dau-xa", "Tân Dâu", "xã"),
            _place("tan-dau-huyen", "Tân Dâu", "huyện"),
            _place("lung", "Lũng", "thôn", "suoi-tram"),
            Name(id="mai", name="Trần Thị Mai", kind="person"),
            Name(id="quat", name="Lê Văn Quất", kind="person"),
            Name(id="van-son", name="Phạm Văn Sơn", kind="person"),
            Name(id="minh-son", name="Đỗ Minh Sơn", kind="person"),
            Name(id="bao", name="Trần Quốc Bảo", kind="person"),
            Name(id="de-an-12", name="Đề án 12", kind="document"),
        ],
        topics=[
            Topic(
                id="rung",
                label="Trồng rừng",
                phrases=("trồng rừng",),
                examples=("{place} trồng bao nhiêu ha rừng",),
            ),
            Topic(id="hoc-bong", label="Trao học bổng", phrases=("trao học bổng", "suất học bổng")),
        ],
        facets=[("rung", "rừng phòng hộ")],
        units=["ha", "suất"],
        places=[
            ("tỉnh", "Trường Khanh", ""),
            ("huyện", "Vân Sim", "Trường Khanh"),
            ("phường", "Bến Lau", "Trường Khanh"),
            ("xã", "Suối Tràm", "Trường Khanh"),
            ("xã", "Đồi Vòng", "Trường Khanh"),
            ("xã", "Suối Trầm", "Trường Khanh"),
            ("xã", "Công Tác", "Trường Khanh"),
        ],
    )


def linked(question: str) -> Linked:
    """The names of a question, read as readers' questions are."""
    tokens = read(question, lexicon())
    return link_names(tokens, lexicon(), unmarked=is_unmarked(tokens))


def reading(question: str) -> str:
    """A question as it was meant."""
    return " ".join(token.marked for token in read(question, lexicon()))
